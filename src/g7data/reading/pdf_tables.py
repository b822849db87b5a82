"""Tables without their rules: lines whose cells stand under one another, such as lists of participants and agendas.

Lines with a wide gap at the same place, three at least, make a table; so do the lines between them that keep within one
column. A line with words in the first column begins a row, unless it goes on in lower case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from g7data.reading.pdf_lines import Line
from g7data.reading.pdf_paragraphs import Draft, find_marker
from g7data.reading.pdf_runs import Run

# Shares of the size of the letters.
_CELL_GAP: Final = 1.4
_ALIGNED: Final = 0.4
_ROW_GAP: Final = 4.0  # at most, between baselines of lines of one table
_FEWEST: Final = 3  # lines with a gap at the same place


@dataclass(frozen=True, slots=True)
class Table:
    """The table that `lines[start:end]` hold, and its rows."""

    start: int
    end: int
    rows: list[Draft]


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    right: float
    text: str


def find_tables(lines: Sequence[Line]) -> Iterator[Table]:
    """The tables among lines in reading order."""
    index = 0
    split = [_cells(line) for line in lines]
    while index < len(lines):
        end, columns = _extent(lines, split, index)
        if end > index:
            yield Table(index, end, _rows(lines[index:end], split[index:end], columns))
        index = max(end, index + 1)


def _cells(line: Line) -> list[_Cell]:
    """The parts of a line with wide gaps between them; a list marker is a part of what follows it."""
    gap = _CELL_GAP * line.size
    starts = [index for index, (before, run) in enumerate(pairwise(line.runs), 1) if run.left - before.right > gap]
    if starts and starts[0] == 1 and find_marker(line) == line.runs[0].text.strip():
        starts.pop(0)
    if not starts:
        return [_Cell(line.left, line.right, line.text)]
    spans = pairwise([0, *starts, len(line.runs)])
    return [_cell(line, line.runs[start:end]) for start, end in spans]


def _cell(line: Line, runs: Sequence[Run]) -> _Cell:
    return _Cell(runs[0].left - line.shift, max(run.right for run in runs) - line.shift, line.of(runs))


def _extent(lines: Sequence[Line], split: Sequence[list[_Cell]], start: int) -> tuple[int, list[float]]:
    """Where the table that begins at a line ends, or `start` if none does; and where its columns begin."""
    if len(split[start]) == 1:
        return start, []
    near = _ALIGNED * lines[start].size
    columns = [cell.left for cell in split[start]]
    end, gaps = start + 1, 1
    for index in range(start + 1, len(lines)):
        if not _belongs(lines[index - 1], lines[index], split[index], columns, near):
            break
        gaps += len(split[index]) > 1
        if len(split[index]) > 1 or split[index][0].left > columns[0] + near:
            end = index + 1
    return (end, columns) if gaps >= _FEWEST else (start, [])


def _belongs(before: Line, line: Line, cells: Sequence[_Cell], columns: Sequence[float], near: float) -> bool:
    if line.flow != before.flow or before.y - line.y > _ROW_GAP * line.size:
        return False
    places = [_column(cell, columns, near) for cell in cells]
    aligned = all(abs(cell.left - columns[place]) <= near for cell, place in zip(cells, places, strict=True))
    last = places[-1] + 1
    return aligned and (last == len(columns) or cells[-1].right < columns[last])


def _column(cell: _Cell, columns: Sequence[float], near: float) -> int:
    return max((place for place, left in enumerate(columns) if left <= cell.left + near), default=0)


def _rows(lines: Sequence[Line], split: Sequence[list[_Cell]], columns: Sequence[float]) -> list[Draft]:
    rows: list[tuple[Line, list[list[str]]]] = []
    for line, cells in zip(lines, split, strict=True):
        places = [_column(cell, columns, _ALIGNED * line.size) for cell in cells]
        if not rows or (places[0] == 0 and not cells[0].text[:1].islower()):
            rows.append((line, [[] for _ in columns]))
        for place, cell in zip(places, cells, strict=True):
            rows[-1][1][place].append(cell.text)
    return [Draft([line], "", line.bold, line.italic, row) for line, row in rows]
