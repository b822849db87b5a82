"""Where a WARC file is whole and where it is not: found by walking its bytes, without FastWARC.

FastWARC is fast because it trusts: it ends quietly where a file was cut, and cannot go on behind a broken record.
Here a record is looked at once more: `record_end` says where it ends, or what is wrong with it, and `next_record`
finds the record behind the damage. Only the last record and the damaged ones are looked at, so that a good file
costs nothing. Streams are binary, buffered or not, and seekable; offsets are bytes from the start of the file.
"""

import re
import zlib
from enum import StrEnum
from typing import BinaryIO

GZIP_MAGIC = b"\x1f\x8b\x08"
_WARC_MAGIC = b"WARC/"
_END_OF_RECORD = b"\r\n\r\n"
_GZIP = 31  # tells zlib to expect a gzip member and to verify its checksum
_STEP = 64 * 1024
_SLACK = len(_END_OF_RECORD)  # line ends too many or too few at the end of a gzip member, which shows its end anyway
_MARK_LENGTH = len(b"WARC/1.1\r\n")
_CONTENT_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_GZIP_MARK = re.compile(re.escape(GZIP_MAGIC))
_PLAIN_MARK = re.compile(rb"WARC/1\.\d\r\n")


class Flaw(StrEnum):
    """What is wrong at a position of an archive file."""

    CUT = "the file ends before this record does"
    CORRUPT = "the bytes of this record are damaged"
    FOREIGN = "what stands here is not a WARC record"
    SHARED = "several records share one gzip member here; `warcio recompress OLD NEW` writes a file that can be read"


def peek(stream: BinaryIO, offset: int, size: int) -> bytes:
    """Read up to `size` bytes from `offset` on."""
    stream.seek(offset)
    return stream.read(size)


def is_gzip(stream: BinaryIO) -> bool:
    """Tell whether the file is compressed with gzip; a file too short to say is taken by what there is of it."""
    return _begins(peek(stream, 0, len(GZIP_MAGIC)), GZIP_MAGIC)


def looks_like_warc(stream: BinaryIO) -> bool:
    """Tell whether the file begins as a WARC file does, or is cut or damaged too early to say that it does not."""
    head = peek(stream, 0, _STEP)
    if _begins(head, GZIP_MAGIC):
        try:
            head = _inflate_start(head)
        except zlib.error:
            return True
    return _begins(head.lstrip(b"\r\n"), _WARC_MAGIC)


def begins_record(stream: BinaryIO, offset: int) -> bool:
    """Tell whether the bytes at `offset` are those with which a record, or its gzip member, begins."""
    return peek(stream, offset, len(_WARC_MAGIC)).startswith((GZIP_MAGIC, _WARC_MAGIC))


def record_end(stream: BinaryIO, offset: int) -> int | Flaw:
    """Say where the record at `offset` ends (the offset of the first byte behind it), or what is wrong with it."""
    head = peek(stream, offset, _STEP)
    if _begins(head, GZIP_MAGIC):
        return _member_end(stream, offset)
    if _begins(head, _WARC_MAGIC):
        return _plain_end(stream, offset, head)
    return Flaw.FOREIGN


def is_blank(stream: BinaryIO, offset: int) -> bool:
    """Tell whether nothing but line ends stands from `offset` to the end of the file."""
    return not peek(stream, offset, _STEP).strip(b"\r\n")


def next_record(stream: BinaryIO, after: int, *, gzipped: bool) -> int | None:
    """Find the first offset from `after` on at which a record begins, or None if there is no more."""
    mark = _GZIP_MARK if gzipped else _PLAIN_MARK
    while window := peek(stream, after, _STEP):
        for match in mark.finditer(window):
            if _opens_record(stream, after + match.start()):
                return after + match.start()
        after += len(window) if len(window) < _STEP else _STEP - _MARK_LENGTH
    return None


def _begins(head: bytes, magic: bytes) -> bool:
    """Tell whether `head` begins with `magic`, or ends too early to say that it does not."""
    return magic.startswith(head[: len(magic)])


def _inflate_start(head: bytes) -> bytes:
    return zlib.decompressobj(_GZIP).decompress(head, _STEP)


def _opens_record(stream: BinaryIO, offset: int) -> bool:
    head = peek(stream, offset, _STEP)
    try:
        plain = _inflate_start(head) if head.startswith(GZIP_MAGIC) else head
    except zlib.error:
        return False
    return plain.startswith(_WARC_MAGIC)


def _member_end(stream: BinaryIO, offset: int) -> int | Flaw:
    """Inflate one gzip member; zlib verifies its checksum, and its length must be that of one record."""
    stream.seek(offset)
    member = zlib.decompressobj(_GZIP)
    head, size = b"", 0
    while not member.eof:
        piece = stream.read(_STEP)
        if not piece:
            return Flaw.CUT
        try:
            plain = member.decompress(piece)
        except zlib.error:
            return Flaw.CORRUPT
        head = head if len(head) >= _STEP else head + plain
        size += len(plain)
        if size > (_record_size(head) or size) + _SLACK:
            return Flaw.SHARED
    expected = _record_size(head)
    if expected is None or size < expected - _SLACK:
        return Flaw.CORRUPT
    return stream.tell() - len(member.unused_data)


def _plain_end(stream: BinaryIO, offset: int, head: bytes) -> int | Flaw:
    size = _record_size(head)
    if size is None:
        return Flaw.CUT if len(head) < _STEP else Flaw.CORRUPT
    tail = peek(stream, offset + size - len(_END_OF_RECORD), len(_END_OF_RECORD))
    if tail == _END_OF_RECORD:
        return offset + size
    return Flaw.CORRUPT if len(tail) == len(_END_OF_RECORD) else Flaw.CUT


def _record_size(head: bytes) -> int | None:
    """Compute the size of a whole record from its headers, or None if they are cut or name no length."""
    end = head.find(_END_OF_RECORD)
    length = _CONTENT_LENGTH.search(head, 0, end + 2) if end >= 0 else None
    if length is None:
        return None
    return end + len(_END_OF_RECORD) + int(length[1]) + len(_END_OF_RECORD)
