"""From pointers into a crawl to files of our own archive: the same bytes, record by record, under our own roof.

Records keep the bytes that they have at Common Crawl. A file of ours holds a fixed number of them and is named by what
it points at, so a run that broke off goes on behind the last whole file, and a second one fetches nothing.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from filelock import FileLock

from g7data.archive.whole import whole_file
from g7data.archive.writer import write_info
from g7data.commoncrawl.index import Pointer
from g7data.commoncrawl.mirror import Mirror

RECORDS_IN_A_FILE = 2000
_GAP = 32 * 1024  # bytes between two records that are cheaper to read along than to ask again
_LONGEST = 16 * 1024 * 1024
_LONGEST_UNPACKED = 64 * 1024 * 1024
_PIECES_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Pulled:
    """One file of the archive that holds captures of a crawl.

    `records` are those in it, `new` says whether it was fetched now; `damaged` tells of records that were not what the index says.
    """

    path: Path
    records: int
    new: bool
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one WARC file, and the records that lie in it."""

    file: str
    start: int
    end: int
    pointers: tuple[Pointer, ...]

    def records(self, content: bytes) -> Iterator[tuple[Pointer, bytes]]:
        """Part the bytes of the stretch into its records, each with the pointer that led to it."""
        for pointer in self.pointers:
            at = pointer.offset - self.start
            yield pointer, content[at : at + pointer.length]


def pull(
    mirror: Mirror,
    crawl: str,
    pointers: Iterable[Pointer],
    archive: Path,
    on_file: Callable[[Pulled], None] | None = None,
    on_records: Callable[[int], None] | None = None,
) -> list[Pulled]:
    """Fetch the records that pointers lead to into WARC files in the folder `archive`, and give these files.

    `on_file` is called with each file, `on_records` with how many records more are there. Raises `NotReachable` or
    `OutputNotWritable`.
    """
    archive.mkdir(parents=True, exist_ok=True)
    remaining = iter(pointers)
    files: list[Pulled] = []
    with FileLock(archive / ".lock"):
        while batch := list(islice(remaining, RECORDS_IN_A_FILE)):
            files.append(_pull_file(mirror, crawl, batch, archive, on_records))
            if on_file is not None:
                on_file(files[-1])
    return files


def _pull_file(
    mirror: Mirror, crawl: str, batch: Sequence[Pointer], archive: Path, on_records: Callable[[int], None] | None
) -> Pulled:
    target = archive / f"{crawl}-{_digest(batch)}.warc.gz"
    if target.exists():
        if on_records is not None:
            on_records(len(batch))
        return Pulled(target, len(batch), new=False)
    damaged: list[str] = []
    with whole_file(target) as file:
        write_info(file, f"captures of {crawl}, byte for byte as Common Crawl holds them")
        for pointer, record in _fetched(mirror, batch):
            if why := _fault(pointer, record):
                damaged.append(f"{pointer.url} ({pointer.file}, byte {pointer.offset:,}): {why}")
            else:
                file.write(record)
            if on_records is not None:
                on_records(1)
    return Pulled(target, len(batch) - len(damaged), new=True, damaged=tuple(damaged))


def _fetched(mirror: Mirror, batch: Sequence[Pointer]) -> Iterator[tuple[Pointer, bytes]]:
    """The record that each pointer leads to, some stretches fetched at a time."""
    pieces = list(_pieces(batch))
    for at in range(0, len(pieces), _PIECES_AT_ONCE):
        some = pieces[at : at + _PIECES_AT_ONCE]
        contents = mirror.ranges([(piece.file, piece.start, piece.end) for piece in some])
        for piece, content in zip(some, contents, strict=True):
            yield from piece.records(content)


def _digest(batch: Iterable[Pointer]) -> str:
    told = "".join(f"{pointer.file} {pointer.offset} {pointer.length}\n" for pointer in batch)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _pieces(batch: Sequence[Pointer]) -> Iterator[_Piece]:
    """Put records that lie close to each other together; `batch` is in the order of the files."""
    near: list[Pointer] = []
    for pointer in batch:
        if near and not _belongs(near, pointer):
            yield _piece(near)
            near = []
        near.append(pointer)
    if near:
        yield _piece(near)


def _belongs(near: Sequence[Pointer], pointer: Pointer) -> bool:
    last = near[-1]
    return (
        pointer.file == last.file
        and 0 <= pointer.offset - (last.offset + last.length) <= _GAP
        and pointer.offset + pointer.length - near[0].offset <= _LONGEST
    )


def _piece(near: Sequence[Pointer]) -> _Piece:
    return _Piece(near[0].file, near[0].offset, near[-1].offset + near[-1].length, tuple(near))


def _fault(pointer: Pointer, record: bytes) -> str | None:
    """Why these bytes are not the one record, packed by itself, that the index speaks of; None if they are."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        plain = unpacking.decompress(record, _LONGEST_UNPACKED)
    except zlib.error as error:
        return f"no packed record stands there: {error}"
    if not unpacking.eof or unpacking.unused_data:
        return "what stands there is not one whole packed record"
    head = plain.partition(b"\r\n\r\n")[0]
    if not head.startswith(b"WARC/"):
        return "no WARC record stands there"
    if f"\r\nWARC-Target-URI: {pointer.url}".encode() not in head:
        return "a record of another address stands there"
    return None
