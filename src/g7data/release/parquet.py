"""Parquet that is the same, byte for byte, whenever its rows are the same.

Rows are sorted by key, which is a total order because keys are unique; those of a log, by all columns. Row groups hold
a number of rows that depends on the rows alone, and each is written from one contiguous piece, because the writer
starts pages where pieces start. Nothing of the order in which rows came, of threads, clock or locale is left.
"""
# mypy: disable-error-code="import-untyped"

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from g7data.release.contract import StoredTable, TableContract
from g7data.release.engine import scan
from g7data.release.sorting import mean_width, sorted_batches

MOST_ROWS = 100_000
"""Rows of a row group at most: small enough that a remote query for one document fetches little."""
MOST_BYTES = 64 << 20
"""Bytes of text and numbers of a row group, before compression, on average; bounds the memory of the writer."""


def write_table(
    connection: duckdb.DuckDBPyConnection, source: StoredTable, target: Path, labels: Mapping[str, str]
) -> int:
    """Write the rows of `source`, sorted by key, to the Parquet file `target`; returns how many there are.

    `labels` (version, licence, ...) join the contract in the metadata of the file. The source is one that
    `check_staged` has let pass.
    """
    width = mean_width(scan(connection, source), source.contract)
    size = _rows_in_group(width)
    batches = sorted_batches(connection, source, width, size)
    with _writer(source.contract, target, labels) as writer:
        return sum(_write_group(writer, group) for group in _regroup(batches, size))


def _writer(contract: TableContract, target: Path, labels: Mapping[str, str]) -> pq.ParquetWriter:
    schema = contract.schema.with_metadata({**contract.schema.metadata, **labels})
    key = [(name, "ascending") for name in contract.key]
    return pq.ParquetWriter(
        target,
        schema,
        compression="zstd",
        use_dictionary=True,
        write_page_index=True,
        sorting_columns=pq.SortingColumn.from_ordering(schema, key, null_placement="at_start") if key else None,
    )


def _write_group(writer: pq.ParquetWriter, group: pa.Table) -> int:
    writer.write_table(group.cast(writer.schema), row_group_size=max(group.num_rows, 1))
    return int(group.num_rows)


def _rows_in_group(width: float) -> int:
    """Halve the most that is allowed until a group fits its bytes, so that small changes seldom move the borders."""
    size = MOST_ROWS
    while size > 1 and size * width > MOST_BYTES:
        size //= 2
    return size


def _regroup(batches: Iterable[pa.RecordBatch], size: int) -> Iterator[pa.Table]:
    """Cut batches of any length into tables of `size` rows, the last one shorter, each of one contiguous piece."""
    held: list[pa.Table] = []
    for batch in batches:
        held.append(pa.Table.from_batches([batch]))
        while sum(table.num_rows for table in held) >= size:
            together = pa.concat_tables(held)
            yield together.slice(0, size).combine_chunks()
            held = [together.slice(size)]
    if any(table.num_rows for table in held):
        yield pa.concat_tables(held).combine_chunks()
