"""What was asked and what came, read from the archive files of fetching runs: one `Visit` for each answer or failure.

The list of a closed file is kept beside it, so that a file is gone through once; that list may be deleted at any time. Of
a record that is damaged nothing is believed: the page is as good as never fetched.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from sys import intern
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from g7data.archive.damage import Flaw, is_blank, is_gzip, next_record, record_end
from g7data.archive.errors import BrokenRecord, OutputNotWritable
from g7data.archive.exchanges import BODY, LENGTH, REASON, VERDICT, finished_source
from g7data.archive.http import Response, parse_content_type, parse_response
from g7data.archive.times import format_time, parse_time
from g7data.archive.whole import open_input, whole_file

_RUN = re.compile(r"fetch-\d{8}T\d{12}Z-[0-9a-f]{12}\.warc\.gz")
"""The files of fetching runs; others that lie in the archive were brought by somebody."""
_LISTS = ".visits"
_FEW_WORDS = ("kind", "archive", "verdict", "media_type")  # fields that say the same over and over: kept once in memory
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


def visits(folder: Path) -> Iterator[Visit]:
    """All visits of the closed files of fetching runs, in the order of the runs."""
    for path in sorted(path for path in folder.glob("fetch-*.warc.gz") if _RUN.fullmatch(path.name)):
        yield from _visits_of(path)


def _visits_of(path: Path) -> list[Visit]:
    known = path.parent / _LISTS / f"{path.name}.jsonl"
    try:
        return [_load(line) for line in known.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError, KeyError, TypeError):  # there is none, or it is not what this version writes
        found = list(read_visits(path))
    with suppress(OSError, OutputNotWritable):  # an archive that can only be read is gone through each time
        known.parent.mkdir(exist_ok=True)
        known.unlink(missing_ok=True)
        with whole_file(known) as file:
            file.writelines(_dump(visit) for visit in found)
    return found


def read_visits(path: Path) -> Iterator[Visit]:
    """Go through one archive file."""
    for record in _whole_records(path):
        headers = {name.lower(): value for name, value in record.headers.to_tuples()}
        kind = headers.get("warc-type", "")
        if kind in ("response", "revisit") or (kind == "metadata" and "warc-concurrent-to" not in headers):
            with suppress(
                BrokenRecord, ValueError
            ):  # damage that only reading brings to light: as good as never fetched
                yield _visit(kind, headers, record, path.name)


def _whole_records(path: Path) -> Iterator[WarcRecord]:
    """The records that are what was written, before damage and behind it."""
    start: int | None = 0
    with open_input(path) as stream:
        while start is not None:
            last = start
            stream.seek(start)
            with suppress(OSError):  # what FastWARC raises at damage
                for record in ArchiveIterator(stream, parse_http=False):
                    last = record.stream_pos
                    if record.verify_block_digest():
                        yield record
            start = _behind(stream, last)


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


def _dump(visit: Visit) -> bytes:
    fields = asdict(visit) | {"time": format_time(visit.time)}
    return json.dumps({name: value for name, value in fields.items() if value not in (None, "")}).encode() + b"\n"


def _load(line: str) -> Visit:
    fields = {"url": ""} | json.loads(line)
    alike = {name: intern(fields[name]) for name in _FEW_WORDS if name in fields}
    return Visit(**fields | alike | {"time": parse_time(fields["time"])})
