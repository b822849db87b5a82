"""Parquet that is the same, byte for byte, whenever its rows are the same.

Rows are sorted by key, which is a total order because keys are unique; those of a log, by all columns. Where a row
group ends depends on the rows alone, and each is written from one contiguous piece, because the writer starts pages
where pieces start. Nothing of the order in which rows came, of threads, clock or locale is left.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from g7data.release.contract import StoredTable, TableContract
from g7data.release.sorting import sorted_batches

MOST_ROWS = 50_000
"""Rows of a row group. Of a million clauses (34 MB) over HTTP, DuckDB 1.5 takes for one document 0.7 MB in groups of 20,000,
1.4 MB of 50,000, 2.8 MB of 100,000 and 27 MB of a million; to count all by one column, 53, 22, 12 and 3 requests. At 50 ms a
request and 10 MB/s, 50,000 serves both."""
MOST_BYTES = 8 << 20
"""Bytes of text that close a row group before it has all its rows: one document's text is fetched with its whole group."""
BLOCK = 200
"""Rows that are weighed together; row groups end between blocks."""

_CATEGORY = pa.dictionary(pa.int32(), pa.string())


def write_table(
    connection: duckdb.DuckDBPyConnection, source: StoredTable, target: Path, labels: Mapping[str, str]
) -> int:
    """Write the rows of `source`, sorted by key, to the Parquet file `target`; returns how many there are.

    `labels` (version, licence, ...) join the contract in the metadata of the file. The source is one that
    `check_staged` has let pass.
    """
    batches = sorted_batches(connection, source)
    with _writer(source.contract, target, labels) as writer:
        return sum(_write_group(writer, group) for group in _row_groups(batches))


def _writer(contract: TableContract, target: Path, labels: Mapping[str, str]) -> pq.ParquetWriter:
    schema = pa.schema(
        [_stored(contract, name) for name in contract.column_names], {**contract.schema.metadata, **labels}
    )
    key = [(name, "ascending") for name in contract.key]
    return pq.ParquetWriter(
        target,
        schema,
        compression="zstd",
        use_dictionary=True,
        write_page_index=True,
        sorting_columns=pq.SortingColumn.from_ordering(schema, key, null_placement="at_start") if key else None,
    )


def _stored(contract: TableContract, name: str) -> pa.Field:
    """Return the field of a column; texts of a closed set are read as categories by those who know categories."""
    field = contract.schema.field(name)
    return field.with_type(_CATEGORY) if contract.column(name).vocabulary and pa.types.is_string(field.type) else field


def _write_group(writer: pq.ParquetWriter, group: pa.Table) -> int:
    writer.write_table(group.cast(writer.schema), row_group_size=group.num_rows)
    return int(group.num_rows)


def _row_groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    held: list[pa.Table] = []
    blocks = weight = 0
    for table in _in_whole_blocks(batches):
        begin = told = 0
        for end, text in _blocks(table):
            blocks += 1
            if blocks * BLOCK >= MOST_ROWS or weight + text - told >= MOST_BYTES:
                yield pa.concat_tables([*held, table.slice(begin, end - begin)]).combine_chunks()
                held, blocks, weight, begin, told = [], 0, 0, end, text
        held.append(table.slice(begin))
        weight += text - told
    if any(table.num_rows for table in held):
        yield pa.concat_tables(held).combine_chunks()


def _in_whole_blocks(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Put batches of any length together to tables of whole blocks; only the last block may be shorter."""
    rest: pa.Table | None = None
    for batch in batches:
        table = pa.Table.from_batches([batch])
        together = table if rest is None else pa.concat_tables([rest, table])
        whole = together.num_rows - together.num_rows % BLOCK
        if whole:
            yield together.slice(0, whole)
        rest = together.slice(whole)
    if rest is not None and rest.num_rows:
        yield rest


def _blocks(table: pa.Table) -> list[tuple[int, int]]:
    """Return for each block of a table the row where it ends, and the bytes of text up to there."""
    text = pa.nulls(table.num_rows, pa.int64()).fill_null(0)
    for column in table.columns:
        if pa.types.is_string(column.type):
            text = pc.add(text, pc.coalesce(pc.binary_length(column), 0))
    ends = [*range(BLOCK, table.num_rows, BLOCK), table.num_rows]
    return list(zip(ends, pc.take(pc.cumulative_sum(text), [end - 1 for end in ends]).to_pylist(), strict=True))
