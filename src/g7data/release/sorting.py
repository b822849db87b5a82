"""The rows of a table in the order of their key, though the table be larger than memory.

DuckDB sorts by itself what it cannot keep in memory, but holds the texts of all rows while it merges, and fails where
these are too many (tried: 5 GB of text with 2 GB of memory). So the rows of a large table are first ranked by their key
alone, and then fetched part by part. Either way the order is the same.
"""
# mypy: disable-error-code="import-untyped"

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from g7data.release.contract import Column, StoredTable, TableContract, plain_type
from g7data.release.engine import identifier, in_order, scan

MOST_BYTES = 512 << 20
"""Bytes of text and numbers that are sorted at once."""
_RANK, _PLACE = '"rank by key"', '"place in file"'
"""Names that no column of a contract has."""


def sorted_batches(
    connection: duckdb.DuckDBPyConnection, table: StoredTable, width: float, size: int
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table in the order of its key, in batches of about `size` rows.

    `width` is the mean number of bytes of a row, as `mean_width` gives it.
    """
    rows = scan(connection, table)
    part = max(size, int(MOST_BYTES // max(width, 1)))
    if (count := len(rows)) <= part:
        yield from rows.order(in_order(table.contract.order)).to_arrow_reader(size)
        return
    _rank(connection, table)
    for first in range(0, count, part):
        yield from _fetch(connection, table, first, first + part).to_arrow_reader(size)
    connection.execute("DROP TABLE ranks")


def mean_width(rows: duckdb.DuckDBPyRelation, contract: TableContract) -> float:
    """Return the mean number of bytes of a row; 0 for a table without rows."""
    (mean,) = rows.aggregate(f"avg({' + '.join(map(_width, contract.columns))})").fetchone() or (None,)
    return mean or 0.0


def _width(column: Column) -> str:
    """Return the bytes of a value. Texts and lists alone are measured as text: a time has one in each time zone."""
    if pa.types.is_string(plain := plain_type(column.type)) or pa.types.is_list(plain):
        return f"coalesce(strlen({identifier(column.name)}::VARCHAR), 0)"
    return "8"


def _rank(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> None:
    """Make the table `ranks`: the numbers of rows in the file, in the order of the key, which `rowid` counts."""
    ranked = _numbered(connection, table).order(in_order(table.contract.order))
    ranked.project(f"file_row_number AS {_PLACE}").create("ranks")


def _fetch(connection: duckdb.DuckDBPyConnection, table: StoredTable, first: int, last: int) -> duckdb.DuckDBPyRelation:
    ranks = connection.table("ranks").filter(f"rowid >= {first} AND rowid < {last}")
    ranks = ranks.project(f"rowid AS {_RANK}, {_PLACE}")
    rows = _numbered(connection, table).join(ranks, f"file_row_number = {_PLACE}").order(_RANK)
    return rows.project(", ".join(map(identifier, table.contract.column_names)))


def _numbered(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> duckdb.DuckDBPyRelation:
    return connection.read_parquet(str(table.path), hive_partitioning=False, file_row_number=True)
