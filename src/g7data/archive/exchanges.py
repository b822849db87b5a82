"""What was fetched, as it went over the wire, in WARC files that never change once they are closed.

One run writes one file. While it runs the file's name ends in `.open`; every exchange is written in one piece and counts when
it is whole. When the run ends the file gets its name, made of its time and its content. What a killed run left open is cut
behind its last whole record and closed by the next run, so that nothing fetched is lost and nothing half is kept.
"""

import hashlib
import os
import threading
import zlib
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from g7data.archive.damage import record_end
from g7data.archive.errors import OutputNotWritable
from g7data.archive.http import end_of_head
from g7data.archive.times import format_time
from g7data.archive.whole import digest_file

OPEN = ".open"
VERDICT, REASON, LENGTH, BODY = "G7data-Verdict", "G7data-Reason", "G7data-Text-Length", "G7data-Body-Digest"
"""Named fields of our own: what is wrong with an answer, in a word and in words; of a page that is believed the characters of
its text, and the digest of its body free of all codings, as servers pack the same page now this way, now that."""
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_LEVEL = 5
_REQUEST, _ANSWER = "application/http; msgtype=request", "application/http; msgtype=response"
_FINISHED = "urn:g7data:finished:"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, as they went over the wire; header names are in lower case."""

    url: str
    began: datetime
    request: bytes
    response: bytes
    status: int
    headers: dict[str, str]

    @property
    def head(self) -> bytes:
        """The status line and headers of the answer, with the blank line behind them."""
        return self.response[: end_of_head(self.response)]

    @property
    def digest(self) -> str:
        """The digest of the payload, which is the body as it came, as WARC records state it."""
        return digest_of(memoryview(self.response)[end_of_head(self.response) :])


@dataclass(frozen=True, slots=True)
class Earlier:
    """The record that a revisit points at."""

    url: str
    time: datetime
    digest: str


class RunFile:
    """The archive file of one run; several threads may add to it."""

    def __init__(self, folder: Path, began: datetime) -> None:
        self._stem = f"fetch-{began:%Y%m%dT%H%M%S%fZ}"
        self.path = folder / f"{self._stem}-{uuid4().hex[:8]}.warc.gz{OPEN}"
        self._lock = threading.Lock()
        self._end = 0  # of what is written whole
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("xb", buffering=0)
        except OSError as error:
            raise OutputNotWritable(f"{folder} cannot be written: {error.strerror or error}") from error
        info = b"software: g7data\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n"
        self._write(_record("warcinfo", began, info, {"Content-Type": "application/warc-fields"}))

    def add(self, exchange: Exchange, fields: Mapping[str, str], earlier: Earlier | None = None) -> None:
        """Keep a request and its answer; one whose payload was kept before becomes a `revisit` of that record.

        `fields` are named fields of the response record, such as the verdict on it.
        """
        answer_id = _new_id()
        about = {"WARC-Target-URI": exchange.url}
        asked = about | {"WARC-Concurrent-To": answer_id, "Content-Type": _REQUEST}
        answer = about | {"WARC-Record-ID": answer_id, "Content-Type": _ANSWER} | dict(fields)
        request = _record("request", exchange.began, exchange.request, asked)
        if earlier is None:
            answer["WARC-Payload-Digest"] = exchange.digest
            self._write(request + _record("response", exchange.began, exchange.response, answer))
        else:
            self._write(request + _revisit(exchange, earlier, answer))

    def note(self, url: str, time: datetime, code: str, message: str) -> None:
        """Record that an address could not be fetched, and why."""
        block = f"outcome: {code}\r\nreason: {' '.join(message.split())}\r\n".encode()
        fields = {"WARC-Target-URI": url, VERDICT: code, "Content-Type": "application/warc-fields"}
        self._write(_record("metadata", time, block, fields))

    def finish(self, time: datetime, source_id: str) -> None:
        """Record that the crawl of a source, which may have taken several runs, is whole."""
        fields = {"WARC-Target-URI": _FINISHED + source_id, "Content-Type": "application/warc-fields"}
        self._write(_record("metadata", time, b"outcome: finished\r\n", fields))

    def close(self) -> Path:
        """End the file and give it its name; it never changes again."""
        try:
            with self._lock, self._file:
                os.fsync(self._file.fileno())
            return _name(self.path)
        except OSError as error:
            raise OutputNotWritable(f"{self.path} cannot be written: {error.strerror or error}") from error

    def _write(self, record: bytes) -> None:
        """Write a record whole, or none of it."""
        with self._lock:
            view = memoryview(record)
            try:
                while view:
                    view = view[self._file.write(view) :]
            except OSError as error:
                self._file.truncate(self._end)
                self._file.seek(self._end)
                raise OutputNotWritable(f"{self.path} cannot be written: {error.strerror or error}") from error
            self._end += len(record)


def close_leftovers(folder: Path) -> list[Path]:
    """Cut what killed runs left open behind the last whole record and close it; nobody may be writing into the folder."""
    closed: list[Path] = []
    for path in sorted(folder.glob(f"fetch-*{OPEN}")):
        with path.open("r+b") as file:
            end, size = 0, path.stat().st_size
            while end < size and isinstance(found := record_end(file, end), int):
                end = found
            file.truncate(end)
        if end == 0:
            path.unlink()
        else:
            closed.append(_name(path))
    return closed


def finished_source(url: str) -> str | None:
    """The source whose crawl a metadata record for this address declares whole, if it is such a record."""
    return url.removeprefix(_FINISHED) if url.startswith(_FINISHED) else None


def _name(path: Path) -> Path:
    """Give an open file its final name."""
    stem = "-".join(path.name.split("-")[:2])
    target = path.with_name(f"{stem}-{digest_file(path)[:12]}.warc.gz")
    path.chmod(0o444)
    return path.replace(target)


def _revisit(exchange: Exchange, earlier: Earlier, answer: Mapping[str, str]) -> bytes:
    """The record of an answer that brought nothing new.

    A replay takes the head in a revisit for that of the page, and that of a 304 is none: it stands in a record beside,
    under the name of the revisit, so that no replay finds it.
    """
    not_modified = exchange.status == HTTPStatus.NOT_MODIFIED
    fields = dict(answer) | {
        "WARC-Payload-Digest": earlier.digest,
        "WARC-Profile": _NOT_MODIFIED if not_modified else _SAME_PAYLOAD,
        "WARC-Refers-To-Target-URI": earlier.url,
        "WARC-Refers-To-Date": format_time(earlier.time),
    }
    if not not_modified:
        return _record("revisit", exchange.began, exchange.head, fields)
    beside = {
        "WARC-Target-URI": answer["WARC-Record-ID"].strip("<>"),
        "WARC-Concurrent-To": answer["WARC-Record-ID"],
        "Content-Type": _ANSWER,
    }
    return _record("revisit", exchange.began, b"", fields) + _record("metadata", exchange.began, exchange.head, beside)


class _Block:
    """A block that is written byte for byte; warcio would take an HTTP message apart and put it together in its own way."""

    def __init__(self, block: bytes) -> None:
        self.headers_buff = block

    def compute_headers_buffer(self, _filter: object = None) -> None:
        """What warcio calls to put headers together: there is nothing to do."""


def _record(kind: str, time: datetime, block: bytes, fields: Mapping[str, str]) -> bytes:
    """One gzip member with one record."""
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": _new_id(),
        "WARC-Date": format_time(time),
        "WARC-Block-Digest": digest_of(block),
        "WARC-Payload-Digest": digest_of(b"" if kind == "request" else block),
        **{name: " ".join(value.split()) for name, value in fields.items()},
    }
    headers = StatusAndHeaders("", list(named.items()), protocol="WARC/1.1")
    record = ArcWarcRecord("warc", kind, headers, BytesIO(), _Block(block), named["Content-Type"], 0)
    record.payload_length = 0
    out = BytesIO()
    WARCWriter(out, gzip=False).write_record(record)
    packer = zlib.compressobj(
        _LEVEL, zlib.DEFLATED, zlib.MAX_WBITS + 16
    )  # warcio packs at level 9: far slower, hardly smaller
    return packer.compress(out.getvalue()) + packer.flush()


def digest_of(content: bytes | memoryview) -> str:
    """A digest as WARC records state it."""
    return "sha256:" + b32encode(hashlib.sha256(content).digest()).decode()


def _new_id() -> str:
    return f"<{uuid4().urn}>"
