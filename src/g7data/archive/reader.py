"""Captures out of WARC files, none of them lost in silence.

Reading is FastWARC's, which trusts what it reads. So a record is handed out only when it has proven whole: another
record was found behind it, or `damage.record_end` walked it to the end of the file. Behind damage, reading goes on at
the next record, and the gap comes out as one `Unreadable`.
"""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord

from g7data.archive.capture import Capture, Unreadable
from g7data.archive.damage import (
    Flaw,
    begins_record,
    is_blank,
    is_gzip,
    looks_like_warc,
    next_record,
    record_end,
)
from g7data.archive.errors import NotAWarcFile, NotCompressedByRecord, RecordNotFound
from g7data.archive.record import read_page
from g7data.archive.whole import open_input

Page = Capture | Unreadable


class _Held(NamedTuple):
    """A record that has been read but not yet proven whole; `page` is None if it is not one that holds a page."""

    offset: int
    page: Page | None


class _Damage(NamedTuple):
    """Where a run of good records ended before the end of the file, why, and how many records were in the run."""

    offset: int
    flaw: Flaw
    records: int


def read_captures(path: Path) -> Iterator[Page]:
    """Read the pages of a WARC file, plain or compressed record by record, in the order in which they lie there.

    Memory is bounded by two records. Raises `NotAWarcFile`, `InputNotFound`, `InputNotReadable` for the file as a
    whole; whatever is wrong inside it comes out as `Unreadable`.
    """
    with _open_archive(path) as stream:
        if is_blank(stream, 0):
            yield Unreadable(path.name, 0, "unreadable_file", f"{path.name} is empty: it holds no WARC record")
            return
        start: int | None = 0
        records = 0
        while start is not None:
            damage = yield from _read_run(path, stream, start)
            if damage is None:
                return
            records += damage.records
            start = next_record(stream, damage.offset + 1, gzipped=is_gzip(stream))
            yield _report(path.name, damage, records, start)


def read_capture_at(path: Path, offset: int) -> Capture:
    """Read the one page whose record begins at `offset`; `RecordNotFound` if no whole page record begins there."""
    with _open_archive(path) as stream, closing(_records(path, offset)) as records:
        record = next(records, None)
        page = None if record is None or record.stream_pos != offset else read_page(record, path.name)
        end = record_end(stream, offset)
    if isinstance(page, Capture) and not isinstance(end, Flaw):
        return page
    reason = page.message if isinstance(page, Unreadable) else "no whole record of a page begins there"
    raise RecordNotFound(f"{path.name} at byte {offset:,}: {reason}")


def check_archive(path: Path) -> None:
    """Raise `NotAWarcFile` or `NotCompressedByRecord` if a file cannot be read at all; empty and damaged ones pass."""
    with _open_archive(path) as stream:
        if record_end(stream, 0) is Flaw.SHARED:
            raise NotCompressedByRecord(f"{path} cannot be read record by record: {Flaw.SHARED}")


@contextmanager
def _open_archive(path: Path) -> Iterator[BinaryIO]:
    with open_input(path) as stream:
        if not looks_like_warc(stream):
            raise NotAWarcFile(f"{path} is not a WARC file: it does not begin with WARC/1.0 or WARC/1.1")
        yield stream


def _read_run(path: Path, stream: BinaryIO, start: int) -> Generator[Page, None, _Damage | None]:
    """Yield the pages from `start` to the end of the file or to damage, which is returned.

    A record is held until the next one is found: only then has FastWARC verified its checksum and its length.
    """
    held: _Held | None = None
    count = 0
    for record in _records(path, start):
        if held is not None:
            if record.stream_pos <= held.offset or not begins_record(stream, record.stream_pos):
                return _Damage(held.offset, Flaw.SHARED, count)
            count += 1
            if held.page is not None:
                yield held.page
        held = _Held(record.stream_pos, read_page(record, path.name))
    if held is None:
        return _Damage(start, _flaw_at(stream, start), 0)
    end = record_end(stream, held.offset)
    if isinstance(end, Flaw):
        return _Damage(held.offset, end, count)
    if held.page is not None:
        yield held.page
    return None if is_blank(stream, end) else _Damage(end, _flaw_at(stream, end), count + 1)


def _records(path: Path, start: int) -> Generator[WarcRecord]:
    """Iterate over the records from `start` on; ends where FastWARC ends, be it the end of the file or damage."""
    with path.open("rb") as stream:
        stream.seek(start)
        try:
            yield from ArchiveIterator(stream, parse_http=False)
        except OSError:
            return


def _flaw_at(stream: BinaryIO, offset: int) -> Flaw:
    end = record_end(stream, offset)
    return end if isinstance(end, Flaw) else Flaw.CORRUPT


def _report(archive: str, damage: _Damage, records: int, resumed: int | None) -> Unreadable:
    code = "truncated_archive" if resumed is None else "broken_record"
    outcome = "nothing can be read from here on" if resumed is None else f"reading went on at byte {resumed:,}"
    count = f"{records:,} record{'' if records == 1 else 's'}"
    message = f"after {count}, at byte {damage.offset:,}: {damage.flaw}; {outcome}"
    return Unreadable(archive, damage.offset, code, message)
