"""What was asked and what came, read from the archive files of fetching runs: one `Visit` for each answer or failure.

Of a record that is damaged nothing is believed: the page is as good as never fetched.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from g7data.archive.damage import Flaw, is_blank, is_gzip, next_record, record_end
from g7data.archive.errors import BrokenRecord
from g7data.archive.exchanges import BODY, LENGTH, REASON, VERDICT, finished_source
from g7data.archive.http import Response, parse_content_type, parse_response
from g7data.archive.times import parse_time
from g7data.archive.whole import open_input

_RUN = re.compile(r"fetch-\d{8}T\d{12}Z-[0-9a-f]{12}\.warc\.gz")
"""The files of fetching runs; others that lie in the archive were brought by somebody."""
_HEAD_ONLY = 256 * 1024  # bytes of a record that may hold its HTTP head


@dataclass(frozen=True, slots=True)
class Visit:
    """One answer, or the failure to get one.

    `kind` is `response`, `revisit` (nothing changed), `failure`, or `finished` (the crawl of a source is whole; `url` is its id). `verdict`
    says what is wrong with the answer, and is None where it is believed; `digest` is that of the body as it came, `body` that of
    the body free of codings; `length` is that of the page's text, in characters.
    """

    kind: str
    url: str
    time: datetime
    archive: str
    offset: int
    status: int | None = None
    verdict: str | None = None
    reason: str | None = None
    digest: str = ""
    body: str = ""
    etag: str | None = None
    last_modified: str | None = None
    media_type: str = ""
    location: str | None = None
    length: int | None = None


def run_files(folder: Path) -> list[Path]:
    """The closed files of fetching runs, in the order of the runs."""
    return sorted(path for path in folder.glob("fetch-*.warc.gz") if _RUN.fullmatch(path.name))


def read_visits(path: Path) -> Iterator[Visit]:
    """Go through one archive file."""
    for record in _whole_records(path):
        headers = {name.lower(): value for name, value in record.headers.to_tuples()}
        kind = headers.get("warc-type", "")
        if kind in ("response", "revisit") or (kind == "metadata" and "warc-concurrent-to" not in headers):
            with suppress(BrokenRecord, ValueError):  # damage that only reading brings to light
                yield _visit(kind, headers, record, path.name)


def _whole_records(path: Path) -> Iterator[WarcRecord]:
    """The records that are what was written, before damage and behind it."""
    start: int | None = 0
    with open_input(path) as stream:
        while start is not None:
            last = start
            for record in _up_to_damage(stream, start):
                last = record.stream_pos
                if _is_whole(record):
                    yield record
            start = _behind(stream, last)


def _up_to_damage(stream: BinaryIO, start: int) -> Iterator[WarcRecord]:
    stream.seek(start)
    with suppress(OSError):  # what FastWARC raises at damage
        yield from ArchiveIterator(stream, parse_http=False)


def _is_whole(record: WarcRecord) -> bool:
    try:
        return bool(record.verify_block_digest())
    except OSError:
        return False


def _behind(stream: BinaryIO, last: int) -> int | None:
    """Where reading goes on behind the last record that was found; None at the end of the file."""
    end = record_end(stream, last)
    if not isinstance(end, Flaw) and is_blank(stream, end):
        return None
    return next_record(stream, last + 1, gzipped=is_gzip(stream))


def _visit(kind: str, headers: dict[str, str], record: WarcRecord, archive: str) -> Visit:
    url, time = headers.get("warc-target-uri", ""), parse_time(headers["warc-date"])
    if kind == "metadata":
        finished = finished_source(url)
        if finished is not None:
            return Visit("finished", finished, time, archive, record.stream_pos)
        reason = record.reader.read(_HEAD_ONLY).decode(errors="replace").partition("reason: ")[2].strip()
        return Visit("failure", url, time, archive, record.stream_pos, None, headers.get(VERDICT.lower()), reason)
    block = record.reader.read(_HEAD_ONLY)
    answer = parse_response(block) if block else Response(HTTPStatus.NOT_MODIFIED, {}, b"")
    length = headers.get(LENGTH.lower())
    return Visit(
        kind, url, time, archive, record.stream_pos, answer.status, headers.get(VERDICT.lower()), headers.get(REASON.lower()),
        headers.get("warc-payload-digest", ""), headers.get(BODY.lower(), ""), answer.headers.get("etag"), answer.headers.get("last-modified"),
        parse_content_type(answer.headers.get("content-type", ""))[0], answer.headers.get("location"), int(length) if length else None,
    )  # fmt: skip
