"""What differs between two releases: table by table, key by key, value by value, as rows of the table `changes`.

A row that came or left is one change; its values stand in the release that has it. A value that changed is one change,
with the value before and after as text. Where a whole table or column came, left or changed its type, one change says
so, and its `row_id` is `*`: every row. Applied to the older release, the changes explain every difference.

The rows of a log have no key, and equal rows may repeat: such a row is known by a digest of its values and by which of
its equals it is, so that it can come or leave but not change.

The work is done by joins on the keys, out of core, and compares the values themselves, not digests of them.
"""
# mypy: disable-error-code="import-untyped"

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.release.changes import COLUMNS, EVERY_ROW, JOINT, Change
from g7data.release.contract import Column, StoredTable, TableContract, plain_type
from g7data.release.engine import identifier, literal, scan
from g7data.release.structure import StructuralChange, structural_changes

ROWS_NOT_COMPARED = frozenset({"changes", "accuracy"})
"""Tables about the making of a release: their rows say nothing of the world, so they call for no new version."""
_NTH = '"nth of its equals"'


def compare(
    connection: duckdb.DuckDBPyConnection,
    previous: Mapping[str, StoredTable],
    current: Mapping[str, StoredTable],
    target: Path,
    cause: str | None = None,
) -> None:
    """Write what changed from `previous` to `current` to the Parquet file `target`, in no special order.

    Every change gets the same `cause`: whoever knows more compares in steps, each with one cause.
    """
    connection.execute(f"CREATE OR REPLACE TABLE found ({', '.join(f'{name} VARCHAR' for name in COLUMNS)})")
    for change in structural_changes(_contracts(previous), _contracts(current)):
        _note(connection, change, cause)
    for name in sorted((previous.keys() & current.keys()) - ROWS_NOT_COMPARED):
        comparison = _Comparison(connection, previous[name], current[name], cause)
        if comparison.is_possible:
            comparison.run()
    connection.table("found").write_parquet(str(target))
    connection.execute("DROP TABLE found")


def _contracts(tables: Mapping[str, StoredTable]) -> dict[str, TableContract]:
    return {name: table.contract for name, table in tables.items()}


def _note(connection: duckdb.DuckDBPyConnection, change: StructuralChange, cause: str | None) -> None:
    table, kind, column, before, after = astuple(change)
    row = [table, EVERY_ROW, kind.value, column, before, after, cause]
    connection.execute("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?)", row)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two versions of one table; what differs is added to the table `found`."""

    connection: duckdb.DuckDBPyConnection
    previous: StoredTable
    current: StoredTable
    cause: str | None

    @property
    def is_possible(self) -> bool:
        """Rows of two versions find each other by their key alone; where that is another, only structure compares."""
        return {*self.previous.contract.key} == {*self.current.contract.key}

    def run(self) -> None:
        before, after = self._rows(self.previous, "before"), self._rows(self.current, "after")
        same = " AND ".join(map(self._same, self._identity()))
        if not self.current.contract.key:
            same += f" AND before.{_NTH} = after.{_NTH}"
        self._find_rows(after.join(before, same, how="anti"), self.current.contract, Change.ADDED)
        self._find_rows(before.join(after, same, how="anti"), self.previous.contract, Change.REMOVED)
        self._find_values(before.join(after, same))

    def _rows(self, table: StoredTable, side: str) -> duckdb.DuckDBPyRelation:
        """Return the rows of one side; those of a log are numbered among their equals."""
        rows = scan(self.connection, table)
        if not table.contract.key:
            equals = ", ".join(map(identifier, self._identity()))
            rows = rows.project(f"*, row_number() OVER (PARTITION BY {equals}) AS {_NTH}")
        return rows.set_alias(side)

    def _find_rows(self, rows: duckdb.DuckDBPyRelation, contract: TableContract, change: Change) -> None:
        rows.project(self._change(self._row_id(contract), change)).insert_into("found")

    def _find_values(self, pairs: duckdb.DuckDBPyRelation) -> None:
        """Keep the rows that differ in one pass over the tables, then list their values column by column."""
        identity = self._identity()
        values = [name for name in self._shared() if name not in identity]
        if not values:
            return
        kept = [f"{self._row_id(self.current.contract, 'after.')} AS row_id"]
        for name in values:
            before, after = self._texts(name)
            kept += [f"{before} AS {identifier('before ' + name)}", f"{after} AS {identifier('after ' + name)}"]
        differ = " OR ".join(f"NOT ({self._same(name)})" for name in values)
        pairs.filter(differ).project(", ".join(kept)).create("differing")
        for name in values:
            texts = (identifier("before " + name), identifier("after " + name))
            rows = self.connection.table("differing").filter(" IS DISTINCT FROM ".join(texts))
            rows.project(self._change("row_id", Change.CHANGED, name, *texts)).insert_into("found")
        self.connection.execute("DROP TABLE differing")

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

    def _row_id(self, contract: TableContract, side: str = "") -> str:
        """Return the key as one text; a part that is null is empty. For a log: a digest of the row, and its number."""
        parts = [_text(contract.column(name), side) for name in self._identity()]
        if not contract.key:
            return f"left(md5(to_json([{', '.join(parts)}])::VARCHAR), 16) || '{JOINT}' || {side}{_NTH}"
        return f" || '{JOINT}' || ".join(f"coalesce({part}, '')" for part in parts)

    def _change(self, row_id: str, change: Change, column: str | None = None, *values: str) -> str:
        """One row of `changes` as terms of a SELECT; `values` are the value before and after, or nothing."""
        before, after = values or ("NULL", "NULL")
        told = (literal(self.current.name), row_id, literal(change), literal(column), before, after)
        terms = zip((*told, literal(self.cause)), COLUMNS, strict=True)
        return ", ".join(f"{term} AS {name}" for term, name in terms)


def _text(column: Column, side: str = "") -> str:
    """Return the SQL term for a value as text: times as ISO 8601 in UTC, lists as JSON, the rest as DuckDB does."""
    value = side + identifier(column.name)
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        return f"replace(make_timestamp(epoch_us({value}))::VARCHAR, ' ', 'T') || 'Z'"
    if pa.types.is_nested(plain_type(column.type)):
        return f"CASE WHEN {value} IS NOT NULL THEN to_json({value})::VARCHAR END"
    return f"{value}::VARCHAR"
