"""What the descriptors of a release tell of its data: files with sizes and digests, rows, days, and the rights of its sources.

There is no clock here. The day that standards ask for is that of the newest page in the release: the data is as of then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.release.contract import StoredTable, TableContract
from g7data.release.engine import identifier, scan
from g7data.release.guide import Terms, read_terms
from g7data.release.sums import digest

PARQUET = "application/vnd.apache.parquet"
"""The media type of Parquet, as IANA lists it."""
DUCKDB = "application/vnd.duckdb"
"""The media type that people use for DuckDB files; IANA lists none."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One Parquet file of a release, and the table in it."""

    contract: TableContract
    name: str
    bytes: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The data of a release: `as_of` is the day of its newest page, `since` and `until` those of its texts."""

    files: tuple[DataFile, ...]
    terms: tuple[Terms, ...]
    as_of: date | None
    since: date | None
    until: date | None


def read_contents(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, StoredTable], rows: Mapping[str, int]
) -> Contents:
    """Return what is to be told of the written tables of a release; days are None where no row tells them."""
    files = tuple(_file(table.contract, table.path, rows[name]) for name, table in tables.items())
    _, as_of = _range(connection, tables.get("pages"), "retrieved_at")
    since, until = _range(connection, tables.get("documents"), "date_start")
    return Contents(files, read_terms(connection, tables), as_of, since, until)


def _file(contract: TableContract, path: Path, rows: int) -> DataFile:
    return DataFile(contract, path.name, path.stat().st_size, digest(path), rows)


def _range(
    connection: duckdb.DuckDBPyConnection, table: StoredTable | None, column: str
) -> tuple[date | None, date | None]:
    """Return the first and the last day of a column, in UTC whatever the zone of the machine."""
    if table is None or column not in table.contract.column_names:
        return None, None
    rows, name = scan(connection, table), identifier(column)
    if pa.types.is_timestamp(table.contract.column(column).type):
        rows, name = rows.project(f"make_timestamp(epoch_us({name}))::DATE AS day"), "day"
    return rows.aggregate(f"min({name}), max({name})").fetchone() or (None, None)
