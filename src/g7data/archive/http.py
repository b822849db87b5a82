"""An HTTP response as it lies in a WARC record: its status, its headers, and its body freed of all codings.

FastWARC 2.0.1 offers this too, but takes headers that end in bare line feeds for headers without end and loses the
body, ends a gzip body that was cut as if it were whole, and gives up the whole file at an unknown coding. Archives also
hold many bodies that were decoded when they were stored while their headers still name the coding. So a coding is
undone here, where it is there to undo, and a body that stops before its end is told from one that is whole.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ZstdReader

from g7data.archive.errors import BrokenRecord, RecordTooLarge

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_END_OF_HEADERS = re.compile(rb"\n\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15  # the window sizes by which zlib is told the container

Decoded = tuple[bytes, bool]


@dataclass(frozen=True, slots=True)
class Response:
    """A response taken apart: header names are in lower case, the first of equal names wins, the body is as sent."""

    status: int
    headers: dict[str, str]
    body: bytes


def parse_response(block: bytes) -> Response:
    """Take the block of a response record apart; `BrokenRecord` if it does not begin with an HTTP status line."""
    status = _STATUS.match(block)
    if status is None:
        raise BrokenRecord("the record does not begin with an HTTP status line")
    end = end_of_head(block)
    return Response(int(status[1]), _parse_headers(block[:end].rstrip(b"\r\n")), block[end:])


def end_of_head(block: bytes) -> int:
    """Where the body of a response begins: behind the blank line, whose ends need not be those of the standard."""
    end = _END_OF_HEADERS.search(block)
    return len(block) if end is None else end.end()


@lru_cache(maxsize=256)
def parse_content_type(value: str) -> tuple[str, str | None]:
    """Give the media type and the charset that a Content-Type header names, both in lower case.

    >>> parse_content_type('Text/HTML; Charset="ISO-8859-1"')
    ('text/html', 'iso-8859-1')
    >>> parse_content_type("")
    ('', None)
    """
    charset = _CHARSET.search(value)
    media_type = re.split("[;,]", value, maxsplit=1)[0].strip().lower()
    return media_type, charset and charset[1].lower()


def decode_body(response: Response, limit: int) -> Decoded:
    """Undo the transfer and content codings of a body, and say whether it is whole.

    Raises `BrokenRecord` if it cannot be decoded, `RecordTooLarge` if it is longer than `limit` bytes.
    """
    body, whole = response.body, True
    for coding in reversed(_codings(response.headers)):
        body, complete = _undo(coding, body, limit)
        whole = whole and complete
    if len(body) > limit:
        raise RecordTooLarge(f"the decoded body is longer than {limit:,} bytes")
    return body, whole


def _parse_headers(head: bytes) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").split("\n")[1:]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _codings(headers: dict[str, str]) -> list[str]:
    """List the codings of a body in the order in which they were applied."""
    named = f"{headers.get('content-encoding', '')},{headers.get('transfer-encoding', '')}".lower()
    return [coding for coding in map(str.strip, named.split(",")) if coding not in ("", "identity", "none")]


def _undo(coding: str, body: bytes, limit: int) -> Decoded:
    """Undo one coding; a body that is plain already was decoded when it was stored, and stays as it is."""
    if not body:
        return body, True
    try:
        return _DECODERS[coding](body, limit)
    except (KeyError, OSError, zlib.error) as error:
        if _CONTROL.search(body, 0, 256) is None:
            return body, True
        raise BrokenRecord(f"the body cannot be decoded as {coding!r}") from error


def _join_chunks(body: bytes, _limit: int) -> Decoded:
    chunks: list[bytes] = []
    size = _CHUNK_SIZE.match(body)
    if size is None:
        return body, True
    while size is not None:
        start, length = size.end(), int(size[1], 16)
        if length == 0:
            return b"".join(chunks), True
        chunks.append(body[start : start + length])
        size = _CHUNK_SIZE.match(body, start + length + len(b"\r\n"))
    return b"".join(chunks), False


def _gunzip(body: bytes, limit: int) -> Decoded:
    """Unpack gzip members, one after the other, until they end or the limit is passed."""
    text, rest = b"", body
    while True:
        member = zlib.decompressobj(_GZIP)
        text += member.decompress(rest, limit + 1 - len(text))
        rest = member.unused_data
        if len(text) > limit or not rest.startswith(_GZIP_MAGIC):
            return text, member.eof


def _inflate(body: bytes, limit: int) -> Decoded:
    """Unpack `deflate`, which servers send with and without its zlib wrapper."""
    try:
        stream = zlib.decompressobj(_ZLIB)
        return stream.decompress(body, limit + 1), stream.eof
    except zlib.error:
        stream = zlib.decompressobj(_RAW_DEFLATE)
        return stream.decompress(body, limit + 1), stream.eof


def _unbrotli(body: bytes, limit: int) -> Decoded:
    return BrotliReader(BytesIO(body)).read(limit + 1), True


def _unzstd(body: bytes, limit: int) -> Decoded:
    return ZstdReader(BytesIO(body)).read(limit + 1), True


_DECODERS: dict[str, Callable[[bytes, int], Decoded]] = {
    "chunked": _join_chunks,
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
