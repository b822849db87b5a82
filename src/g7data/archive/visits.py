"""What was asked and what came, read from the archive files of fetching runs: one `Visit` for each answer or failure.

The list of a closed file is kept beside it, so that a file is gone through once; that list may be deleted at any time.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord

from g7data.archive.exchanges import LENGTH, REASON, VERDICT, finished_source
from g7data.archive.http import Response, parse_content_type, parse_response
from g7data.archive.times import format_time, parse_time
from g7data.archive.whole import whole_file

_LISTS = ".visits"
_HEAD_ONLY = 256 * 1024  # bytes of a record that may hold its HTTP head


@dataclass(frozen=True, slots=True)
class Visit:
    """One answer, or the failure to get one.

    `kind` is `response`, `revisit` (nothing changed), `failure`, or `finished` (the crawl of a source is whole; `url` is its id). `verdict`
    says what is wrong with the answer, and is None where it is believed; `length` is that of the page's text, in characters.
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
    etag: str | None = None
    last_modified: str | None = None
    media_type: str = ""
    location: str | None = None
    length: int | None = None


def visits(folder: Path) -> Iterator[Visit]:
    """All visits of the closed files of fetching runs, in the order of the runs."""
    for path in sorted(folder.glob("fetch-*.warc.gz")):
        yield from _visits_of(path)


def _visits_of(path: Path) -> list[Visit]:
    known = path.parent / _LISTS / f"{path.name}.jsonl"
    try:
        return [_load(line) for line in known.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError, KeyError, TypeError):  # there is none, or it is not what this version writes
        found = list(read_visits(path))
    known.parent.mkdir(exist_ok=True)
    known.unlink(missing_ok=True)
    with whole_file(known) as file:
        file.writelines(_dump(visit) for visit in found)
    return found


def read_visits(path: Path) -> Iterator[Visit]:
    """Go through one archive file."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            headers = {name.lower(): value for name, value in record.headers.to_tuples()}
            kind = headers.get("warc-type", "")
            if kind in ("response", "revisit") or (kind == "metadata" and "warc-concurrent-to" not in headers):
                yield _visit(kind, headers, record, path.name)


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
        headers.get("warc-payload-digest", ""), answer.headers.get("etag"), answer.headers.get("last-modified"),
        parse_content_type(answer.headers.get("content-type", ""))[0], answer.headers.get("location"), int(length) if length else None,
    )  # fmt: skip


def _dump(visit: Visit) -> bytes:
    fields = asdict(visit) | {"time": format_time(visit.time)}
    return json.dumps({name: value for name, value in fields.items() if value not in (None, "")}).encode() + b"\n"


def _load(line: str) -> Visit:
    fields = {"url": ""} | json.loads(line)
    return Visit(**fields | {"time": parse_time(fields["time"])})
