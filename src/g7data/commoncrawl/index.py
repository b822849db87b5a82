"""Which captures of a crawl are of the catalogue's sites, asked of Common Crawl's columnar index with DuckDB.

The index is sorted by reversed host names, so of its hundreds of files only those are opened whose statistics overlap
with one of the hosts; of these, the engine reads the row groups and columns that matter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import duckdb

from g7data.commoncrawl.errors import IndexNotReadable
from g7data.commoncrawl.mirror import Mirror
from g7data.sources.canonical import canonical_url
from g7data.sources.described import Source
from g7data.sources.hosts import by_host, host_of, of_host

_WWW = re.compile(r"^www\d*\.")
_KINDS = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_KEY = "url_surtkey"
_OVERLAPPING = """
SELECT DISTINCT file_name FROM parquet_metadata(?) WHERE path_in_schema = 'url_surtkey' AND (
    stats_min_value IS NULL OR stats_max_value IS NULL OR EXISTS (
        FROM hosts WHERE stats_max_value >= first AND stats_min_value < beyond
    )
)"""
_CAPTURES = """
SELECT url, fetch_time, warc_filename, warc_record_offset, warc_record_length FROM read_parquet(?, hive_partitioning = false)
WHERE ({ranges}) AND fetch_status = 200 AND coalesce(content_mime_detected, content_mime_type, '') IN {kinds}
ORDER BY warc_filename, warc_record_offset"""
_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Pointer:
    """One capture of a crawl: its address and time (UTC), and the bytes of a WARC file that hold its record."""

    url: str
    fetched: datetime
    file: str
    offset: int
    length: int


def select(mirror: Mirror, crawl: str, sources: Iterable[Source]) -> Iterator[Pointer]:
    """The captures of a crawl that are documents or indexes of the sources, by their place in the WARC files.

    Raises `CrawlNotFound`, `NotReachable` or `IndexNotReadable`.
    """
    wanted = by_host(source for source in sources if source.crawl is not None)
    files = [mirror.path(name) for name in mirror.index_files(crawl)]
    if not files or not wanted:
        return
    connection = duckdb.connect()
    try:
        connection.execute("SET parquet_metadata_cache = true")
        connection.register_filesystem(mirror.filesystem)
        yield from _captures(connection, [mirror.filesystem.unstrip_protocol(path) for path in files], wanted)
    except duckdb.Error as error:
        raise IndexNotReadable(f"the index of {crawl} cannot be read: {error}") from error
    finally:
        connection.close()


def _captures(connection: duckdb.DuckDBPyConnection, files: list[str], wanted: dict[str, Source]) -> Iterator[Pointer]:
    stretches = [_stretch(host) for host in wanted]
    connection.execute("CREATE TEMP TABLE hosts (first VARCHAR, beyond VARCHAR)")
    connection.executemany("INSERT INTO hosts VALUES (?, ?)", stretches)
    near = sorted(name for (name,) in connection.execute(_OVERLAPPING, [files]).fetchall())
    if not near:
        return
    ranges = " OR ".join(f"({_KEY} >= '{first}' AND {_KEY} < '{beyond}')" for first, beyond in stretches)
    found = connection.execute(_CAPTURES.format(ranges=ranges, kinds=_KINDS), [near])
    while rows := found.fetchmany(_ROWS_AT_ONCE):
        for url, fetched, file, offset, length in rows:
            if _is_wanted(url, wanted):
                yield Pointer(url, fetched, file, offset, length)


def _stretch(host: str) -> tuple[str, str]:
    """Between which keys all pages of a host and of those below it lie: its labels reversed, then `)` or `,`.

    Common Crawl leaves out a leading `www`.
    """
    reversed_labels = ",".join(reversed(_WWW.sub("", host.lower()).split(".")))
    return f"{reversed_labels})", f"{reversed_labels}-"  # `-` is what follows `,` among the signs


def _is_wanted(url: str, wanted: dict[str, Source]) -> bool:
    source = of_host(host_of(url).rstrip("."), wanted)
    return source is not None and source.crawl is not None and source.crawl.role_of(canonical_url(url)) is not None
