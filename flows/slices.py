"""Tables that may be larger than memory, checked against their contract slice by slice, as if they were whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq

import schemas

MOST_ROWS = 200_000
"""Rows of a slice."""
MOST_BYTES = 64 << 20
"""Bytes of a slice, about, before it is decoded."""
_MEMORY = "800MB"


def checked_slices(
    path: Path, kept: Callable[[pl.DataFrame], pl.DataFrame] = lambda frame: frame
) -> Iterator[tuple[pl.DataFrame, tuple[schemas.Failure, ...]]]:
    """The valid rows of the table `path.stem` and the failures, slice by slice; only rows that are `kept` count.

    What must not come twice is found out wherever it comes again: rows with such values are looked at with every slice after
    theirs.
    """
    table, twice = path.stem, _what_comes_twice(path)
    earlier = schemas.empty(table)
    for frame in map(kept, slices(path)):
        checked = schemas.validate(table, pl.concat([earlier, frame]))
        failures = tuple(failure for failure in checked.failures if failure.row >= len(earlier))
        rejected = pl.Series([failure.row - len(earlier) for failure in failures], dtype=pl.Int64).unique()
        yield frame.filter(~pl.int_range(pl.len()).is_in(rejected.implode())) if failures else frame, failures
        again = [frame.join(values, on=values.columns, how="semi") for values in twice]
        earlier = pl.concat([earlier, *again]).unique(maintain_order=True) if twice else earlier


def slices(path: Path) -> Iterator[pl.DataFrame]:
    """A table in slices of bounded size, however long its texts are."""
    metadata = pq.read_metadata(path)
    most, rows = _rows_of_slice(metadata), pl.scan_parquet(path)
    for first, length in _runs_of_groups(metadata, most):
        for start in range(first, first + length, most):
            yield rows.slice(start, min(most, first + length - start)).collect()


def _runs_of_groups(metadata: pq.FileMetaData, most: int) -> Iterator[tuple[int, int]]:
    """Row groups that follow each other and have so many rows together, at most, by the first row of each run and their number.

    A row group that has more stands alone. What is read is read by row groups, and so none is read twice.
    """
    first = length = 0
    for number in range(metadata.num_row_groups):
        size = metadata.row_group(number).num_rows
        if length and length + size > most:
            yield first, length
            first, length = first + length, 0
        length += size
    if length:
        yield first, length


def _rows_of_slice(metadata: pq.FileMetaData) -> int:
    groups = (metadata.row_group(number) for number in range(metadata.num_row_groups))
    widest = max((group.total_byte_size / group.num_rows for group in groups if group.num_rows), default=1.0)
    return max(1, min(MOST_ROWS, int(MOST_BYTES / widest)))


def _what_comes_twice(path: Path) -> list[pl.DataFrame]:
    """Values that more than one row has and only one may have, found out of core; not looked for where one slice holds all."""
    metadata = pq.read_metadata(path)
    if metadata.num_rows <= _rows_of_slice(metadata):
        return []
    with duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": str(path.parent / ".spill")}) as connection:
        rows = connection.read_parquet(str(path), hive_partitioning=False)
        found = [_twice(rows, columns) for columns in schemas.MODELS[path.stem].distinct_columns()]
    return [values for values in found if len(values)]


def _twice(rows: duckdb.DuckDBPyRelation, columns: tuple[str, ...]) -> pl.DataFrame:
    values = ", ".join(f'"{column}"' for column in columns)
    return rows.aggregate(f"{values}, count(*) AS rows", values).filter("rows > 1").project(values).pl()
