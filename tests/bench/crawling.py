"""Common Crawl as a source: finding the captures of the catalogue's sites in an index, and fetching them as byte ranges."""

import gzip
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import duckdb
import pyarrow.parquet as pq

from g7data.archive.capture import Capture
from g7data.archive.reader import read_captures
from g7data.commoncrawl.index import select
from g7data.commoncrawl.mirror import Mirror
from g7data.commoncrawl.pull import pull
from g7data.sources import sources
from tests.bench.section import Bar, Section, Table
from tests.bench.setting import Setting
from tests.mirrored_crawl import CRAWL, SCHEMA, Answer, mirror
from tests.static_host import NGINX, Log, nginx

OTHERS = 20_000_000
"""Captures of other sites in the index."""
_OF_A_FILE = 5_000_000
_OF_A_WARC = 40
"""Captures of the corpus in each WARC file, among as many that nobody wants."""
_OTHER_ROWS = """
SELECT {columns} FROM (
    SELECT chr((97 + ($first + n) // 1000000 % 26)::INTEGER) || 'om,site' || lpad((($first + n) // 100)::VARCHAR, 9, '0') || ')/page/' || n AS url_surtkey,
        'https://site.example/page/' || n AS url, md5(n::VARCHAR) AS content_digest, 200 AS fetch_status, 'text/html' AS content_mime_detected,
        'segments/' || hash(n) % 90000 AS warc_filename, n AS warc_record_offset, 20000 AS warc_record_length
    FROM range($rows) t(n)
) ORDER BY url_surtkey
"""


def run(setting: Setting) -> Section:
    """Measure with the corpus in a crawl among many pages of other sites."""
    if NGINX is None:
        raise click.ClickException("a mirror over the network needs nginx: apt-get install nginx-light")
    return measure(setting, OTHERS)


def measure(setting: Setting, others: int) -> Section:
    """Measure with the corpus among `others` captures in the index."""
    folder = _mirror(setting, others)
    host = setting.scratch / "crawl-host"
    with nginx(folder, host) as address:
        log, theirs = Log(host), Mirror(address)
        began = time.perf_counter()
        pointers = [*select(theirs, CRAWL, sources())]
        selected, listed = time.perf_counter() - began, log.sent()
        began = time.perf_counter()
        pulled = pull(theirs, CRAWL, pointers, setting.scratch / "pulled")
        fetched, sent = time.perf_counter() - began, log.sent()
    records = sum(file.records for file in pulled)
    setting.tell(f"crawl: {records:,} captures found in {selected:.1f} s and fetched in {fetched:.1f} s")
    rows = (
        ("find the captures in the index", f"{selected:.1f}", f"{listed.requests:,}", f"{listed.size / 1e6:,.1f}"),
        (f"fetch {records:,} captures", f"{fetched:.1f}", f"{sent.requests:,}", f"{sent.size / 1e6:,.1f}"),
    )
    return Section(
        "Common Crawl",
        (
            f"A mirror of one crawl on this machine (nginx): {len(pointers):,} captures of the catalogue's sites, spread over WARC files in "
            f"which every other record is of no use here, and {others:,} captures of other sites in the index, which is "
            f"{_size(folder / 'cc-index') / 1e6:,.0f} MB in all. No distance, and no limit to its speed.",
        ),
        (Table(("what", "s", "requests", "MB"), rows),),
        (
            Bar("crawl_captures_per_second", "captures fetched a second", 50, (records / fetched,), unit="/s"),
            Bar("crawl_bytes_read_of_index", "bytes read of the index", 10, (100 * listed.size / _size(folder / "cc-index"),), at_least=False, unit="%"),
        ),
    )  # fmt: skip


def _mirror(setting: Setting, others: int) -> Path:
    wanted = [(c.url, c.body) for c in read_captures(setting.corpus) if isinstance(c, Capture)]
    files = [*_files(wanted)]
    folder = mirror(setting.scratch / "crawl", *files, listed_together=2 * len(wanted))
    index = next(folder.glob("cc-index/**/subset=warc")).relative_to(folder)
    names = [str(index / f"part-9{number:04}-others.c000.gz.parquet") for number in range(-(-others // _OF_A_FILE))]
    for number, name in enumerate(names):
        _write_others(folder / name, number * _OF_A_FILE, min(_OF_A_FILE, others - number * _OF_A_FILE))
    _list(folder, names)
    setting.tell(f"crawl: the mirror is made, {others:,} captures of other sites in its index")
    return folder


def _files(wanted: Sequence[Answer]) -> Iterator[list[Answer]]:
    """WARC files in which each capture that is wanted is followed by one that nobody wants."""
    for at in range(0, len(wanted), _OF_A_WARC):
        some = wanted[at : at + _OF_A_WARC]
        yield [
            each
            for number, (url, body) in enumerate(some)
            for each in ((url, body), (f"https://other.example/{at + number}", body))
        ]


def _write_others(target: Path, first: int, rows: int) -> None:
    """Write a file of the index, in the real schema, about pages of other sites."""
    query = _OTHER_ROWS.format(
        columns=", ".join(_column(name, str(kind)) for name, kind in zip(SCHEMA.names, SCHEMA.types, strict=True))
    )
    with duckdb.connect(config={"temp_directory": str(target.parent)}) as connection:
        reader = connection.execute(query, {"first": first, "rows": rows}).to_arrow_reader(100_000)
        with pq.ParquetWriter(target, SCHEMA, compression="gzip") as writer:
            for batch in reader:
                writer.write_batch(batch.cast(SCHEMA))


def _column(name: str, kind: str) -> str:
    made = ("url_surtkey", "url", "content_digest", "fetch_status", "content_mime_detected", "warc_filename", "warc_record_offset", "warc_record_length")  # fmt: skip
    types = {"string": "VARCHAR", "int32": "INTEGER", "int16": "SMALLINT", "timestamp[ms]": "TIMESTAMP_MS"}
    return f"{name if name in made else 'NULL'}::{types[kind]} AS {name}"


def _list(folder: Path, names: Sequence[str]) -> None:
    """Put further files into the crawl's list of its index."""
    path = folder / "crawl-data" / CRAWL / "cc-index-table.paths.gz"
    path.write_bytes(
        gzip.compress(gzip.decompress(path.read_bytes()) + "".join(f"{name}\n" for name in names).encode())
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
