"""CHANGES.md: what changed since the release before, in counts and in ten telling examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from g7data.release.changes import COLUMNS, EVERY_ROW, Change, Tally
from g7data.release.edition import Edition
from g7data.release.markdown import code, shortened, table

EXAMPLES = 10
_FIRST = "This is the first release. There is nothing to compare it with, so the table `changes` is empty.\n"
_TELLING = (Change.CHANGED, Change.REMOVED, Change.ADDED)
"""The order of examples: a value that changed tells most, a row that came least (it can be read in its table)."""


@dataclass(frozen=True, slots=True)
class Example:
    """One row of `changes`."""

    table: str
    row_id: str
    change: Change
    column: str | None
    before: str | None
    after: str | None
    cause: str | None


def changelog(edition: Edition, tallies: Sequence[Tally], examples: Sequence[Example]) -> str:
    """Tell in words what changed since the release before."""
    title = f"# Changes in {edition.version}\n"
    if edition.previous is None:
        return f"{title}\n{_FIRST}"
    counts = table(("table", "what", "change", "count"), map(_count, tallies))
    parts = [title, f"Compared with {edition.previous}. Every change is a row of the table `changes`.\n", counts]
    return "\n".join([*parts, "## Examples\n", "".join(map(_line, examples))])


def telling_examples(connection: duckdb.DuckDBPyConnection, changes: Path) -> tuple[Example, ...]:
    """Ten rows of a Parquet file of changes: one of each kind first, then a second of each, and so on."""
    rank = " ".join(f"WHEN '{change}' THEN {position}" for position, change in enumerate(_TELLING))
    nth = "row_number() OVER (PARTITION BY table_name, change, column_name, row_id = '*' ORDER BY row_id)"
    places = f"row_id <> '{EVERY_ROW}' AS by_row, CASE change {rank} END AS rank, {nth} AS nth"
    ranked = connection.read_parquet(str(changes)).project(f"*, {places}")
    order = "by_row, nth, rank, table_name, column_name NULLS FIRST, row_id"
    found = ranked.order(order).limit(EXAMPLES).project(", ".join(COLUMNS)).fetchall()
    return tuple(Example(name, row, Change(change), *rest) for name, row, change, *rest in found)


def _count(tally: Tally) -> tuple[object, ...]:
    unit = "rows" if tally.column is None else code(tally.column)
    if tally.structural:
        unit = "the table" if tally.column is None else f"the column {code(tally.column)}"
    return code(tally.table), unit, tally.change.value, tally.rows


def _line(example: Example) -> str:
    place = code(example.table if example.row_id == EVERY_ROW else f"{example.table} {example.row_id}")
    what = example.change.value if example.column is None else f"{code(example.column)} {example.change.value}"
    return f"- {place}: {what}{_values(example)}{_cause(example)}\n"


def _values(example: Example) -> str:
    if example.before is None and example.after is None:
        return ""
    before, after = (
        "nothing" if value is None else f"“{shortened(value)}”" for value in (example.before, example.after)
    )
    return f" from {before} to {after}"


def _cause(example: Example) -> str:
    return "" if example.cause is None else f" ({example.cause})"
