"""Tables and columns of an earlier release under new names: in their contracts, and where rows name them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.release.compare import ROWS_NOT_COMPARED
from g7data.release.contract import StoredTable, TableContract
from g7data.release.engine import identifier, literal, scan
from g7data.release.renames import ColumnRename, TableRename

NAMES_A_TABLE = "table_name"
"""The column of any table in which a row names a table of the release."""
_NAMES_A_COLUMN = "column_name"
"""The column in which such a row also names a column of that table."""


def new_name(tables: Mapping[str, TableRename], name: str) -> str:
    """Return what a table is called now; `tables` are those renamed, by their old names."""
    return tables[name].new if name in tables else name


def with_new_names(
    connection: duckdb.DuckDBPyConnection,
    previous: Mapping[str, StoredTable],
    tables: Mapping[str, TableRename],
    columns: Iterable[ColumnRename],
    scratch: Path,
) -> dict[str, StoredTable]:
    """Return all tables under their new names; those whose columns or rows differ are written into `scratch`."""
    by_table: dict[str, dict[str, str]] = {}
    for entry in columns:
        by_table.setdefault(entry.table, {})[entry.old] = entry.new
    found: dict[str, StoredTable] = {}
    for table in previous.values():
        contract = _contract(table.contract.schema, tables, by_table)
        terms = list(_terms(table.contract, contract, tables, by_table))
        path = table.path
        if contract.name not in ROWS_NOT_COMPARED and terms != [identifier(name) for name in contract.column_names]:
            path = scratch / f"{contract.name} under new names.parquet"
            scan(connection, table).project(", ".join(terms)).write_parquet(str(path))
        found[contract.name] = StoredTable(contract, path)
    return found


def _contract(
    schema: pa.Schema, tables: Mapping[str, TableRename], columns: Mapping[str, Mapping[str, str]]
) -> TableContract:
    """Return the contract with new names for the table, its columns, its key and what it refers to."""
    facts = {name.decode(): value.decode() for name, value in schema.metadata.items()}
    name = new_name(tables, facts["name"])
    own = columns.get(name, {})
    references = {}
    for column, (target, key) in json.loads(facts.get("references", "{}")).items():
        target = new_name(tables, target)
        references[own.get(column, column)] = [target, columns.get(target, {}).get(key, key)]
    key = json.dumps([own.get(part, part) for part in json.loads(facts["key"])])
    fields = [field.with_name(own.get(field.name, field.name)) for field in schema]
    return TableContract.from_schema(
        pa.schema(fields, {**facts, "name": name, "key": key, "references": json.dumps(references)})
    )


def _terms(
    before: TableContract,
    after: TableContract,
    tables: Mapping[str, TableRename],
    columns: Mapping[str, Mapping[str, str]],
) -> Iterable[str]:
    """Give the SQL term of each column; a column that stays as it is, is its bare name."""
    for old, new in zip(before.column_names, after.column_names, strict=True):
        value = identifier(old)
        if old == NAMES_A_TABLE and tables:
            value = _replaced(value, {entry.old: entry.new for entry in tables.values()})
        elif old == _NAMES_A_COLUMN and NAMES_A_TABLE in before.column_names:
            value = _columns_replaced(tables, columns)
        yield value if value == identifier(new) else f"{value} AS {identifier(new)}"


def _columns_replaced(tables: Mapping[str, TableRename], columns: Mapping[str, Mapping[str, str]]) -> str:
    old_names = {entry.new: entry.old for entry in tables.values()}
    value = identifier(_NAMES_A_COLUMN)
    cases = (
        f"WHEN {identifier(NAMES_A_TABLE)} = {literal(old_names.get(table, table))} THEN {_replaced(value, names)}"
        for table, names in columns.items()
    )
    return f"CASE {' '.join(cases)} ELSE {value} END" if columns else value


def _replaced(value: str, names: Mapping[str, str]) -> str:
    cases = (f"WHEN {literal(old)} THEN {literal(new)}" for old, new in names.items())
    return f"CASE {value} {' '.join(cases)} ELSE {value} END"
