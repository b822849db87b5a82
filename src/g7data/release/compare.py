"""What differs between two releases: table by table, key by key, value by value, as rows of the table `changes`.

A row that came or left is one change; its values stand in the release that has it. A value that changed is one change,
with the value before and after as text. Where a whole table or column came, left or changed its type, one change says
so, and its `row_id` is `*`: every row. Applied to the older release, the changes explain every difference. What was
renamed is compared under its new name (`renamed`), and told as one change.

The rows of a log have no key, and equal rows may repeat: such a row is known by a digest of its values and by which of
its equals it is, so that it can come or leave but not change.

The work is done by joins on the keys, out of core, and compares the values themselves, not digests of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from g7data.release.changes import COLUMNS, JOINT, Change
from g7data.release.contract import Column, StoredTable, TableContract, plain_type
from g7data.release.engine import identifier, literal, scan
from g7data.release.structure import StructuralChange, structural_changes

ROWS_NOT_COMPARED = frozenset({"changes", "accuracy"})
"""Tables about the making of a release: their rows say nothing of the world, so they call for no new version."""
_NTH = '"nth of its equals"'
_SCHEMA = pa.schema([(name, pa.string()) for name in COLUMNS])
_BATCH = 10_000
"""Changes held in memory at a time; each may hold a long text twice."""


def compare(
    connection: duckdb.DuckDBPyConnection,
    previous: Mapping[str, StoredTable],
    current: Mapping[str, StoredTable],
    target: Path,
    cause: str | None = None,
    renamed: Iterable[StructuralChange] = (),
) -> None:
    """Write what changed from `previous` to `current` to the Parquet file `target`, in no special order.

    Every change gets the same `cause`: whoever knows more compares in steps, each with one cause. `renamed` are changes that
    the names in `previous` no longer show.
    """
    structure = (*structural_changes(_contracts(previous), _contracts(current)), *renamed)
    with pq.ParquetWriter(target, _SCHEMA) as writer:
        writer.write_table(_as_table(structure, cause))
        for name in sorted((previous.keys() & current.keys()) - ROWS_NOT_COMPARED):
            for found in _Comparison(connection, previous[name], current[name], cause, target.parent).changes():
                _append(writer, found)


def _append(writer: pq.ParquetWriter, rows: duckdb.DuckDBPyRelation) -> None:
    for batch in rows.to_arrow_reader(_BATCH):
        writer.write_batch(batch)


def _contracts(tables: Mapping[str, StoredTable]) -> dict[str, TableContract]:
    return {name: table.contract for name, table in tables.items()}


def _as_table(changes: Iterable[StructuralChange], cause: str | None) -> pa.Table:
    rows = [(c.table, c.row_id, c.change.value, c.column, c.before, c.after, cause) for c in changes]
    return pa.Table.from_pylist([dict(zip(COLUMNS, row, strict=True)) for row in rows], schema=_SCHEMA)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two versions of one table; `scratch` is a folder for the rows that differ, which may be all of them."""

    connection: duckdb.DuckDBPyConnection
    previous: StoredTable
    current: StoredTable
    cause: str | None
    scratch: Path

    def changes(self) -> Iterator[duckdb.DuckDBPyRelation]:
        """Yield the rows of `changes`, those of one kind at a time."""
        if {*self.previous.contract.key} != {*self.current.contract.key}:
            return  # rows of two versions find each other by their key alone; that it is another is told already
        before, after = self._rows(self.previous, "before"), self._rows(self.current, "after")
        same = self._same_row()
        yield self._told(after.join(before, same, how="anti"), self._row_id(self.current), Change.ADDED)
        yield self._told(before.join(after, same, how="anti"), self._row_id(self.previous), Change.REMOVED)
        if names := [name for name in self._shared() if name not in self._identity()]:
            differing = self._differing(before.join(after, same), names)
            for name in names:
                values = _sides(name)
                changed = differing.filter(" IS DISTINCT FROM ".join(values))
                yield self._told(changed, "row_id", Change.CHANGED, name, *values)

    def _differing(self, pairs: duckdb.DuckDBPyRelation, names: Iterable[str]) -> duckdb.DuckDBPyRelation:
        """Find the rows that differ in one pass, and keep their values as text, so that each column can be told."""
        kept = [f"{self._row_id(self.current, 'after.')} AS row_id"]
        for name in names:
            kept += [f"{text} AS {side}" for text, side in zip(self._texts(name), _sides(name), strict=True)]
        rows = pairs.filter(" OR ".join(f"NOT ({self._same(name)})" for name in names)).project(", ".join(kept))
        path = self.scratch / "differing.parquet"
        reader = rows.to_arrow_reader(_BATCH)
        with pq.ParquetWriter(path, reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
        return self.connection.read_parquet(str(path))

    def _rows(self, table: StoredTable, side: str) -> duckdb.DuckDBPyRelation:
        """Return the rows of one side; those of a log are numbered among their equals."""
        rows = scan(self.connection, table)
        if not table.contract.key:
            equals = ", ".join(map(identifier, self._identity()))
            rows = rows.project(f"*, row_number() OVER (PARTITION BY {equals}) AS {_NTH}")
        return rows.set_alias(side)

    def _told(
        self, rows: duckdb.DuckDBPyRelation, row_id: str, change: Change, column: str | None = None, *values: str
    ) -> duckdb.DuckDBPyRelation:
        """Tell rows as rows of `changes`; `values` are the terms for the value before and after, or nothing."""
        before, after = values or ("NULL", "NULL")
        told = (literal(self.current.name), row_id, literal(change), literal(column), before, after)
        terms = zip((*told, literal(self.cause)), COLUMNS, strict=True)
        return rows.project(", ".join(f"({term})::VARCHAR AS {name}" for term, name in terms))

    def _same_row(self) -> str:
        nth = [] if self.current.contract.key else [f"before.{_NTH} = after.{_NTH}"]
        return " AND ".join([*map(self._same, self._identity()), *nth])

    def _identity(self) -> tuple[str, ...]:
        """Return the columns by which rows of both sides find each other."""
        return self.current.contract.key or self._shared()

    def _shared(self) -> tuple[str, ...]:
        known = self.previous.contract.column_names
        return tuple(name for name in self.current.contract.column_names if name in known)

    def _same(self, name: str) -> str:
        """Whether a value is the same; asked of the texts where the type has changed, as two types do not compare."""
        before, after = self.previous.contract.column(name), self.current.contract.column(name)
        if plain_type(before.type) == plain_type(after.type):
            return f"before.{identifier(name)} IS NOT DISTINCT FROM after.{identifier(name)}"
        return " IS NOT DISTINCT FROM ".join(self._texts(name))

    def _texts(self, name: str) -> tuple[str, str]:
        """Return the value before and after, as text."""
        before, after = self.previous.contract.column(name), self.current.contract.column(name)
        return _text(before, "before."), _text(after, "after.")

    def _row_id(self, table: StoredTable, side: str = "") -> str:
        """Return the key as one text; a part that is null is empty. For a log: a digest of the row, and its number."""
        parts = [_text(table.contract.column(name), side) for name in self._identity()]
        if not table.contract.key:
            return f"left(md5(to_json([{', '.join(parts)}])::VARCHAR), 16) || '{JOINT}' || {side}{_NTH}"
        return f" || '{JOINT}' || ".join(f"coalesce({part}, '')" for part in parts)


def _sides(name: str) -> tuple[str, str]:
    return identifier(f"before {name}"), identifier(f"after {name}")


def _text(column: Column, side: str = "") -> str:
    """Return the SQL term for a value as text: times as ISO 8601 in UTC, lists as JSON, the rest as DuckDB does."""
    value = side + identifier(column.name)
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        return f"replace(make_timestamp(epoch_us({value}))::VARCHAR, ' ', 'T') || 'Z'"
    if pa.types.is_nested(plain_type(column.type)):
        return f"CASE WHEN {value} IS NOT NULL THEN to_json({value})::VARCHAR END"
    return f"{value}::VARCHAR"
