"""The door of the room: a staged table that does not keep its contract goes no further.

The values were validated before, by the schemas. What is asked here is what the release itself relies on: every table
is there, columns and types are those of the contract, required values are present, and keys tell rows apart.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

from g7data.release.contract import StoredTable, TableContract
from g7data.release.engine import duckdb_types, identifier, in_order, scan
from g7data.release.errors import (
    ColumnsDiffer,
    DuplicateKey,
    RequiredValueMissing,
    TableMissing,
    TableUnknown,
    TableUnreadable,
)

CHANGES = "changes"
"""The table of what differs from the release before."""
ALIASES = "aliases"
"""The table of retired ids."""
MADE_HERE = (CHANGES, ALIASES)
"""Tables that the release makes itself; none is staged."""


def staged_tables(staging: Path, contracts: Mapping[str, TableContract]) -> dict[str, StoredTable]:
    """Return the staged table of each contract but those made here; raises TableMissing or TableUnknown."""
    found = {path.stem: path for path in sorted(staging.glob("*.parquet"))}
    wanted = [name for name in contracts if name not in MADE_HERE]
    if missing := [name for name in wanted if name not in found]:
        raise TableMissing(f"{staging} lacks {_files(missing)}; stage every table, an empty one too")
    if unknown := [name for name in found if name not in contracts]:
        raise TableUnknown(f"{staging} holds {_files(unknown)}, which no contract names; add a schema or remove it")
    return {name: StoredTable(contracts[name], found[name]) for name in wanted}


def check_staged(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> None:
    """Let a table pass that keeps its contract.

    Raises TableUnreadable, ColumnsDiffer, RequiredValueMissing or DuplicateKey.
    """
    _check_columns(connection, table)
    rows = scan(connection, table)
    _check_required(table, rows)
    _check_key(table, rows)


def _check_columns(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> None:
    try:
        relation = connection.read_parquet(str(table.path), hive_partitioning=False)
    except duckdb.Error as error:
        raise TableUnreadable(f"{table.path} cannot be read as Parquet ({error}); stage it again") from error
    found = dict(zip(relation.columns, map(str, relation.types), strict=True))
    wanted = duckdb_types(connection, table.contract)
    faults = [
        f"{name} is {found.get(name, 'not there')}, the contract says {kind}"
        for name, kind in wanted.items()
        if found.get(name) != kind
    ]
    faults += [f"{name} is not in the contract" for name in found if name not in wanted]
    if faults:
        raise ColumnsDiffer(f"{table.name}: {'; '.join(faults)}; write the table with the schema of its contract")


def _check_required(table: StoredTable, rows: duckdb.DuckDBPyRelation) -> None:
    required = [column.name for column in table.contract.columns if column.required]
    if not required:
        return
    counts = rows.aggregate(", ".join(f"count(*) - count({identifier(name)})" for name in required)).fetchone() or ()
    if faults := [f"{name} ({count} rows)" for name, count in zip(required, counts, strict=True) if count]:
        advice = "fill them, or let the schema allow null"
        raise RequiredValueMissing(f"{table.name}: null where a value is required: {', '.join(faults)}; {advice}")


def _check_key(table: StoredTable, rows: duckdb.DuckDBPyRelation) -> None:
    if not table.contract.key:
        return
    key = ", ".join(map(identifier, table.contract.key))
    twice = rows.aggregate(f"{key}, count(*) AS rows", key).filter("rows > 1")
    if (example := twice.order(in_order(table.contract.key)).limit(1).fetchone()) is not None:
        values = ", ".join(f"{name}={value!r}" for name, value in zip(table.contract.key, example, strict=False))
        raise DuplicateKey(f"{table.name}: {example[-1]} rows have the key {values}; one row, one key")


def _files(names: Iterable[str]) -> str:
    return ", ".join(f"{name}.parquet" for name in names)
