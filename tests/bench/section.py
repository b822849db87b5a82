"""What a benchmark gives: tables for people, and figures beside the bars they are held against."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text; all columns but the first are set to the right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_markdown(self) -> str:
        """The table as Markdown, its columns set under each other, so that a terminal can show it as it is."""
        cells = (self.columns, *self.rows)
        first, *others = (max(3, *(len(row[column]) for row in cells)) for column in range(len(self.columns)))
        lines = [
            [row[0].ljust(first), *(cell.rjust(width) for cell, width in zip(row[1:], others, strict=True))]
            for row in cells
        ]
        lines.insert(1, ["-" * first, *("-" * (width - 1) + ":" for width in others)])
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and the bar it is held against: at least `limit`, or at most.

    `key` is its name among the figures; `values` are what the rounds gave, in `unit`, of which the median counts.
    """

    key: str
    what: str
    limit: float
    values: tuple[float, ...]
    at_least: bool = True
    unit: str = "×"

    @property
    def value(self) -> float:
        """The figure: the median of the rounds."""
        return median(self.values)

    @property
    def met(self) -> bool:
        """Whether the figure clears the bar."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def row(self) -> tuple[str, ...]:
        """The row of the table of bars."""
        asked = f"at {'least' if self.at_least else 'most'} {self.limit:g} {self.unit}"
        spread = f"{min(self.values):.2f} to {max(self.values):.2f}"
        return self.what, asked, f"{self.value:.2f} {self.unit}", spread, "met" if self.met else "**not met**", self.key


@dataclass(frozen=True, slots=True)
class Section:
    """One benchmark: a title, how it was measured, in paragraphs, what was measured, and the bars."""

    title: str
    words: tuple[str, ...]
    tables: tuple[Table, ...]
    bars: tuple[Bar, ...]

    def figures(self) -> dict[str, float]:
        """The figures by their keys."""
        return {bar.key: round(bar.value, 4) for bar in self.bars}

    def all_tables(self) -> Iterable[Table]:
        """The tables, that of the bars last."""
        columns = ("figure", "asked", "measured", "from … to", "bar", "key")
        yield from self.tables
        if self.bars:
            yield Table(columns, tuple(bar.row() for bar in self.bars))


def median(values: Sequence[float]) -> float:
    """The middle value; of an even number of values, the mean of the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
