"""CHANGES.md: what changed since the release before, by cause: in words, in counts and in ten telling examples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from g7data.release.causes import Cause
from g7data.release.changes import COLUMNS, EVERY_ROW, Change, Tally
from g7data.release.edition import Edition
from g7data.release.engine import literal
from g7data.release.markdown import code, shortened, table

EXAMPLES = 10
_CONTEXT = 30
"""Characters quoted before the first difference of two texts."""
_FIRST = "This is the first release. There is nothing to compare it with, so the table `changes` is empty.\n"
_CAUSES: Mapping[str | None, str] = {
    Cause.SOURCE: "Pages are new, gone or different at the source",
    Cause.EXTRACTOR: "The same pages are read differently",
    Cause.CORRECTION: "Values were corrected by hand",
    Cause.REFERENCE: "Reference facts changed",
    Cause.RENAME: "Names were changed",
    None: "The cause was not found out",
}
"""Each cause in words, in the order in which they are told."""
_HAPPENED = (
    (Change.ADDED, "row", "came"),
    (Change.REMOVED, "row", "left"),
    (Change.CHANGED, "value", "changed"),
    (Change.RENAMED, "id", "renamed"),
)
_TELLING = (Change.RENAMED, Change.CHANGED, Change.REMOVED, Change.ADDED)
"""The order of examples: a new name or value tells most, a row that came least (it can be read in its table)."""


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
    told = "".join(f"{line}\n" for line in edition.withdrawn)
    if edition.previous is None:
        return f"{title}\n{told or _FIRST}"
    counts = table(("table", "what", "change", "count", "cause"), map(_count, tallies))
    parts = [title, f"Compared with {edition.previous}. Every change is a row of the table `changes`.\n{told}"]
    parts += ["".join(f"- {line}\n" for line in causes_in_words(tallies)), counts, "## Examples\n"]
    return "\n".join([*parts, "\n".join(_examples(examples))])


def causes_in_words(tallies: Sequence[Tally]) -> list[str]:
    """Say of each cause what it brought about, in a sentence."""
    return [
        f"{_CAUSES[cause]}: {_what_happened([tally for tally in tallies if tally.cause == cause])}."
        for cause in _CAUSES
        if any(tally.cause == cause for tally in tallies)
    ]


def _what_happened(tallies: Sequence[Tally]) -> str:
    rows = {change: sum(t.rows for t in tallies if t.change is change and not t.structural) for change in Change}
    parts = [
        f"{rows[change]:,} {unit if rows[change] == 1 else f'{unit}s'} {verb}"
        for change, unit, verb in _HAPPENED
        if rows[change]
    ]
    if structural := sum(tally.rows for tally in tallies if tally.structural):
        parts.append(f"{structural:,} {'change' if structural == 1 else 'changes'} to tables and columns")
    return ", ".join(parts)


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    """Tell the examples of each cause under a heading of its own."""
    for cause, heading in _CAUSES.items():
        if lines := [_line(example) for example in examples if example.cause == cause]:
            yield f"### {heading}\n\n{''.join(lines)}"


def telling_examples(connection: duckdb.DuckDBPyConnection, changes: Path) -> tuple[Example, ...]:
    """Ten rows of a Parquet file of changes: one of each kind and cause first, then a second of each, and so on."""
    kinds = f"table_name, change, column_name, row_id = '{EVERY_ROW}', cause"
    rows = connection.read_parquet(str(changes))
    groups = rows.aggregate(f"{kinds}, min(row_id, {EXAMPLES})", kinds).fetchall()
    found = [
        (not structural, nth, _TELLING.index(Change(change)), table, column or "", row_id)
        for table, change, column, structural, _, row_ids in groups
        for nth, row_id in enumerate(row_ids)
    ]
    return tuple(_example(rows, table, row_id, column) for *_, table, column, row_id in sorted(found)[:EXAMPLES])


def _example(changes: duckdb.DuckDBPyRelation, table: str, row_id: str, column: str) -> Example:
    wanted = zip(("table_name", "row_id", "coalesce(column_name, '')"), (table, row_id, column), strict=True)
    row = changes.filter(" AND ".join(f"{term} = {literal(value)}" for term, value in wanted))
    name, row_id, change, *rest = row.project(", ".join(COLUMNS)).fetchall()[0]
    return Example(name, row_id, Change(change), *rest)


def _count(tally: Tally) -> tuple[object, ...]:
    unit = "rows" if tally.column is None else code(tally.column)
    if tally.structural:
        unit = "the table" if tally.column is None else f"the column {code(tally.column)}"
    return code(tally.table), unit, tally.change.value, tally.rows, tally.cause


def _line(example: Example) -> str:
    place = code(example.table if example.row_id == EVERY_ROW else f"{example.table} {example.row_id}")
    what = example.change.value if example.column is None else f"{code(example.column)} {example.change.value}"
    return f"- {place}: {what}{_values(example)}\n"


def _values(example: Example) -> str:
    if example.before is None and example.after is None:
        return ""
    start = _where_they_differ(example.before or "", example.after or "")
    before, after = (_quoted(value, start) for value in (example.before, example.after))
    return f" from {before} to {after}"


def _where_they_differ(before: str, after: str) -> int:
    """Return where to start quoting two texts so that their first difference is seen; 0 if it is seen anyway."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))
    return same - _CONTEXT if same > 2 * _CONTEXT else 0


def _quoted(value: str | None, start: int) -> str:
    return "nothing" if value is None else f"“{'…' if start else ''}{shortened(value[start:])}”"
