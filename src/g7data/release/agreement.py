"""Do the files of a release agree? Parquet files, DuckDB file and descriptor each tell the same, in their own way."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from g7data.release.contract import StoredTable
from g7data.release.duck import DATABASE
from g7data.release.engine import duckdb_types, identifier, literal, scan

_ZONED = "TIMESTAMP WITH TIME ZONE"
_LABELS = ("dataset", "version", "schema_version", "licence")
"""What all Parquet files of a release say alike."""


def wrong_labels(tables: Mapping[str, StoredTable], version: str) -> Iterator[str]:
    """Say which Parquet files do not name the release, its schema or its licence, or another one."""
    told = {name: _labels(table.path) for name, table in tables.items()}
    first = next(iter(told.values()), {})
    for name, labels in told.items():
        if labels.get("version") != version or labels != first or not all(labels.values()):
            yield f"{name}.parquet says it is {labels}"


def wrong_descriptor(tables: Mapping[str, StoredTable], package: Mapping[str, Any]) -> Iterator[str]:
    """Say where the descriptor has other tables, columns or numbers of rows than the Parquet files."""
    described = {resource["name"]: resource for resource in package["resources"]}
    for name in sorted(tables.keys() ^ described.keys()):
        yield f"{name} is {'not described' if name in tables else 'described, and not there'}"
    for name in sorted(tables.keys() & described.keys()):
        columns, rows = tables[name].contract.column_names, pq.read_metadata(tables[name].path).num_rows
        told = tuple(field["name"] for field in described[name]["schema"]["fields"])
        if columns != told:
            yield f"{name}: its columns are {', '.join(columns)}; described are {', '.join(told)}"
        if rows != described[name]["rows"]:
            yield f"{name}: it has {rows:,} rows; described are {described[name]['rows']:,}"


def wrong_copies(
    connection: duckdb.DuckDBPyConnection, release: Path, tables: Mapping[str, StoredTable]
) -> Iterator[str]:
    """Say which tables do not have the same rows in the DuckDB file as in their Parquet file, in whatever order."""
    connection.execute(f"ATTACH {literal(str(release / DATABASE))} AS copy (READ_ONLY)")
    try:
        for name, table in tables.items():
            try:
                copied = _fingerprint(connection, table, connection.table(f"copy.{identifier(name)}"))
            except duckdb.Error as error:
                yield f"{name} cannot be read in {DATABASE}: {error}"
            else:
                if copied != _fingerprint(connection, table, scan(connection, table)):
                    yield f"{name} has other rows in {DATABASE} than in {table.path.name}"
    finally:
        connection.execute("DETACH copy")


def _fingerprint(
    connection: duckdb.DuckDBPyConnection, table: StoredTable, rows: duckdb.DuckDBPyRelation
) -> tuple[Any, ...] | None:
    types = duckdb_types(connection, table.contract)
    values = (f"epoch_us({identifier(name)})" if kind == _ZONED else identifier(name) for name, kind in types.items())
    return rows.aggregate(f"count(*), sum(hash({', '.join(values)})::HUGEINT)").fetchone()


def _labels(path: Path) -> dict[str, str]:
    metadata = pq.read_schema(path).metadata or {}
    return {name: metadata.get(name.encode(), b"").decode() for name in _LABELS}
