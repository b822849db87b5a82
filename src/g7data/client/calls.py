"""What users call in Python: `releases`, `download`, `connect`, `load`."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from g7data.client.errors import UnknownTable
from g7data.client.listing import Release, newest_first
from g7data.client.releases import everything, find_release, list_releases, obtain, obtain_into
from g7data.client.source import find_source
from g7data.client.watch import UNWATCHED, Watch
from g7data.release.duck import DATABASE
from g7data.release.sums import read_sums

_SUFFIX = ".parquet"


def releases(
    source: str | Path | None = None, *, withdrawn: bool = False, watch: Watch = UNWATCHED
) -> tuple[Release, ...]:
    """Return the releases that can be had, newest first; those that were `withdrawn` among them only if that is said.

    `source` is an address, a bucket or a folder; without it the environment variable G7DATA_SOURCE counts. `watch` is told
    how things go on. The errors that this and the calls below raise are those of `g7data.client.errors`.
    """
    listing = list_releases(find_source(source), watch)
    return newest_first((*listing.releases, *(listing.withdrawn if withdrawn else ())))


def download(
    version: str | None = None,
    source: str | Path | None = None,
    *,
    folder: str | Path | None = None,
    watch: Watch = UNWATCHED,
) -> Path:
    """Return the folder of a whole release on this machine; fetch and check what of it is not there yet.

    `version` is a number such as `1.2.0`, its beginning (`1.2`: the newest of these), or `latest`. A release that was withdrawn
    comes by its full number only, with a remark. The folder is in the cache; do not change what it holds. `folder` names another one, to keep. A source that is a folder is used where it is.
    """
    place = find_source(source)
    release = find_release(place, version, watch)
    if folder is not None:
        return obtain_into(Path(folder).expanduser(), place, release, watch)
    return obtain(place, release, everything, watch)


def connect(
    version: str | None = None, source: str | Path | None = None, *, watch: Watch = UNWATCHED
) -> duckdb.DuckDBPyConnection:
    """Return a connection to the DuckDB file of a release, to read; only that file is fetched."""
    return duckdb.connect(database(version, source, watch=watch), read_only=True)


def database(version: str | None = None, source: str | Path | None = None, *, watch: Watch = UNWATCHED) -> Path:
    """Return the DuckDB file of a release on this machine."""
    place = find_source(source)
    return obtain(place, find_release(place, version, watch), DATABASE.__eq__, watch) / DATABASE


def load(
    table: str,
    version: str | None = None,
    source: str | Path | None = None,
    *,
    columns: Sequence[str] | None = None,
    watch: Watch = UNWATCHED,
) -> pa.Table:
    """Return a table of a release as Arrow, or some of its columns; only the Parquet file of that table is fetched."""
    place = find_source(source)
    release = find_release(place, version, watch)
    name = f"{table}{_SUFFIX}"
    folder = obtain(place, release, name.__eq__, watch)
    listed = read_sums(folder)
    if name not in listed:
        raise UnknownTable(
            _unknown(table, release, [file.removesuffix(_SUFFIX) for file in listed if file.endswith(_SUFFIX)])
        )
    return pq.read_table(folder / name, columns=None if columns is None else list(columns))


def _unknown(table: str, release: Release, tables: list[str]) -> str:
    near = get_close_matches(table, tables, 1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    return f"release {release.version} has no table {table!r}; {meant}It has {', '.join(sorted(tables))}"
