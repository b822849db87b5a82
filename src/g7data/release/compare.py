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
from itertools import chain
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from g7data.release.changes import COLUMNS, JOINT, Change
from g7data.release.contract import Column, StoredTable, TableContract, plain_type
from g7data.release.engine import for_each, identifier, literal, scan
from g7data.release.structure import StructuralChange, structural_changes

ROWS_NOT_COMPARED = frozenset({"changes", "accuracy"})
"""Tables about the making of a release: their rows say nothing of the world, so they call for no new version."""
_NTH, _THERE = '"nth of its equals"', '"is there"'
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
        names = sorted((previous.keys() & current.keys()) - ROWS_NOT_COMPARED)

        def compare_rows(cursor: duckdb.DuckDBPyConnection, name: str) -> Iterable[duckdb.DuckDBPyRelation]:
            return list(_Comparison(cursor, previous[name], current[name], cause, target.parent).changes())

        for found in chain.from_iterable(for_each(connection, compare_rows, names)):
            for batch in found.to_arrow_reader(_BATCH):
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
        names = [name for name in self._shared() if name not in self._identity()]
        if (differing := self._differing(names)) is None:
            return
        yield self._told(differing.filter(f"change <> {literal(Change.CHANGED)}"))
        changed = [f"count(*) FILTER ({' IS DISTINCT FROM '.join(_sides(name))})" for name in names]
        counts = differing.aggregate(", ".join(changed)).fetchone() if changed else ()
        for name, count in zip(names, counts or (), strict=True):
            if count:
                values = _sides(name)
                yield self._told(differing.filter(" IS DISTINCT FROM ".join(values)), name, *values)

    def _differing(self, names: Iterable[str]) -> duckdb.DuckDBPyRelation | None:
        """Find the rows that came, left or differ in one pass, and keep values of the last as text, so that each column can be told."""
        pairs = self._rows(self.previous, "before").join(
            self._rows(self.current, "after"), self._same_row(), how="outer"
        )
        came, left = f"before.{_THERE} IS NULL", f"after.{_THERE} IS NULL"
        differ = " OR ".join([came, left, *(f"NOT ({self._same(name)})" for name in names)])
        row_id = f"CASE WHEN {left} THEN {self._row_id(self.previous, 'before.')} ELSE {self._row_id(self.current, 'after.')} END"
        kinds = f"WHEN {came} THEN {literal(Change.ADDED)} WHEN {left} THEN {literal(Change.REMOVED)} ELSE {literal(Change.CHANGED)}"
        kept = [f"{row_id} AS row_id", f"CASE {kinds} END AS change"]
        for name in names:
            for text, side in zip(self._texts(name), _sides(name), strict=True):
                kept.append(f"CASE WHEN NOT ({came} OR {left}) THEN {text} END AS {side}")
        path = self.scratch / f"differing {self.current.name}.parquet"
        reader = pairs.filter(differ).project(", ".join(kept)).to_arrow_reader(_BATCH)
        rows = 0
        with pq.ParquetWriter(path, reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
                rows += batch.num_rows
        return self.connection.read_parquet(str(path)) if rows else None

    def _rows(self, table: StoredTable, side: str) -> duckdb.DuckDBPyRelation:
        """Return the rows of one side; those of a log are numbered among their equals."""
        terms = ["*", f"true AS {_THERE}"]
        if not table.contract.key:
            equals = ", ".join(map(identifier, self._identity()))
            terms.append(f"row_number() OVER (PARTITION BY {equals}) AS {_NTH}")
        return scan(self.connection, table).project(", ".join(terms)).set_alias(side)

    def _told(self, rows: duckdb.DuckDBPyRelation, column: str | None = None, *values: str) -> duckdb.DuckDBPyRelation:
        """Tell rows that differ as rows of `changes`; `values` are the terms for the value before and after, or nothing."""
        before, after = values or ("NULL", "NULL")
        told = (literal(self.current.name), "row_id", "change", literal(column), before, after)
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
