"""The rows of a table in the order of their key, though the table be larger than memory.

DuckDB sorts on disk what it cannot keep in memory, but holds the texts of all rows while it merges, and fails where
these are too many (tried: 5 GB of text with 2 GB of memory). So the rows of a large table are first ranked by their key
alone, and then fetched part by part. Either way the order is the same.
"""

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from g7data.release.contract import Column, StoredTable, TableContract, plain_type
from g7data.release.engine import identifier, in_order, scan

MOST_BYTES = 512 << 20
"""Bytes of text and numbers that are sorted at once."""
BATCH = 8192
"""Rows of a batch, about."""
_RANK, _PLACE, _WIDTH, _PART = '"rank by key"', '"place in file"', '"bytes of row"', '"part of table"'
"""Names that no column of a contract has."""


def sorted_batches(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table in the order of its key, in batches of any length."""
    rows = scan(connection, table)
    (size,) = rows.aggregate(f"sum({_width(table.contract)})").fetchone() or (None,)
    if (size or 0) <= MOST_BYTES:
        yield from rows.order(in_order(table.contract.order)).to_arrow_reader(BATCH)
        return
    for first, last in _rank(connection, table):
        yield from _fetch(connection, table, first, last).to_arrow_reader(BATCH)
    connection.execute("DROP TABLE ranks")


def _width(contract: TableContract) -> str:
    """Return the SQL term for the bytes of a row."""
    return " + ".join(map(_width_of_value, contract.columns))


def _width_of_value(column: Column) -> str:
    if pa.types.is_string(plain := plain_type(column.type)) or pa.types.is_list(plain):
        return f"coalesce(strlen({identifier(column.name)}::VARCHAR), 0)"
    return "8"


def _rank(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> list[tuple[int, int]]:
    """Make the table `ranks`, where `rowid` is the rank; returns the first and last rank of each part to sort."""
    terms = [*map(identifier, table.contract.order), f"file_row_number AS {_PLACE}"]
    keys = _numbered(connection, table).project(", ".join([*terms, f"{_width(table.contract)} AS {_WIDTH}"]))
    keys.order(in_order(table.contract.order)).project(f"{_PLACE}, {_WIDTH}").create("ranks")
    ranks = connection.table("ranks").project(f"rowid AS {_RANK}, {_WIDTH}")
    parts = ranks.project(f"{_RANK}, sum({_WIDTH}) OVER (ORDER BY {_RANK}) // {MOST_BYTES} AS {_PART}")
    return parts.aggregate(f"min({_RANK}) AS first, max({_RANK}) AS last", _PART).order("first").fetchall()


def _fetch(connection: duckdb.DuckDBPyConnection, table: StoredTable, first: int, last: int) -> duckdb.DuckDBPyRelation:
    ranks = connection.table("ranks").project(f"rowid AS {_RANK}, {_PLACE}")
    part = ranks.filter(f"{_RANK} BETWEEN {first} AND {last}")
    rows = _numbered(connection, table).join(part, f"file_row_number = {_PLACE}").order(_RANK)
    return rows.project(", ".join(map(identifier, table.contract.column_names)))


def _numbered(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> duckdb.DuckDBPyRelation:
    return connection.read_parquet(str(table.path), hive_partitioning=False, file_row_number=True)
