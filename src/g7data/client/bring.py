"""One file from a source: fetched beside its place, gone on with where it broke off, checked, and then moved there.

What is at its place is therefore always whole and as published, even when the machine stops in the middle.
"""

import os
import time
from pathlib import Path

from g7data.client.errors import CacheNotWritable, DownloadDamaged, SourceUnreachable
from g7data.client.source import Source
from g7data.client.transfer import Absent, Denied, Interrupted
from g7data.client.watch import Watch
from g7data.release.sums import digest

WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each new attempt at a file; a part that has come gives all attempts anew."""
_MOST_OF_SMALL = 64 << 20
"""Bytes of the largest list that is believed."""


def read_small(source: Source, name: str, waits: tuple[float, ...] = WAITS[:2]) -> bytes:
    """Return a small file whole; raises Absent if it is not there, SourceUnreachable if the source does not answer."""
    for wait in (*waits, None):
        try:
            return _whole(source, name)
        except Interrupted as error:
            if wait is None:
                raise SourceUnreachable(f"{error}; check the network and the address, then try again") from error
            time.sleep(wait)
        except Denied as error:
            raise SourceUnreachable(f"{error}; check the address and your right to read it") from error
    raise AssertionError("the last attempt returns or raises")


def bring(source: Source, name: str, target: Path, part: Path, expected: str, watch: Watch) -> None:
    """Put a file of the source at `target`, if it has the digest `expected`; `part` is what an earlier attempt left.

    Raises DownloadDamaged if what comes is something else, twice; SourceUnreachable; CacheNotWritable.
    """
    for _ in range(2):
        try:
            if not _is(part, expected):
                _fetch(source, name, part, watch)
            if _is(part, expected):
                part.replace(target)
                return
            part.unlink()
        except OSError as error:
            raise not_writable(part, error) from error
    raise DownloadDamaged(
        f"{name} from {source.name} is not as published: its SHA-256 is not the one in SHA256SUMS, and was not when it "
        "was fetched anew. A proxy may change it on its way, or the source is damaged: tell who keeps it"
    )


def put(path: Path, content: bytes) -> None:
    """Make `content` what the file holds, in one move, whoever else does the same."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def not_writable(path: Path, error: OSError) -> CacheNotWritable:
    """Return the error for a file that cannot be written."""
    return CacheNotWritable(
        f"{path} cannot be written ({error.strerror or error}); make room, or name another folder for downloads in "
        "the environment variable G7DATA_CACHE"
    )


def _whole(source: Source, name: str) -> bytes:
    _, chunks = source.open(name)
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > _MOST_OF_SMALL:
            raise Denied(f"{name} at {source.name} is larger than a list can be")
    return bytes(content)


def _fetch(source: Source, name: str, part: Path, watch: Watch) -> None:
    """Fetch a file into `part`, from where that ends."""
    waits = list(WAITS)
    while True:
        before = _length(part)
        try:
            _append(source, name, part, watch)
        except Interrupted as error:
            if _length(part) > before:
                waits = list(WAITS)
            if not waits:
                raise SourceUnreachable(
                    f"{error}; what has come is kept, so give the command again when the network is back"
                ) from error
            time.sleep(waits.pop(0))
        except (Absent, Denied) as error:
            raise SourceUnreachable(f"{error}, though the release lists it; tell who keeps the source") from error
        else:
            return


def _append(source: Source, name: str, part: Path, watch: Watch) -> None:
    size = source.size(name)
    start, chunks = source.open(name, _length(part))
    with part.open("r+b" if part.exists() else "wb") as file:
        file.seek(start)
        file.truncate()
        watch.begins(name, start, size)
        for chunk in chunks:
            file.write(chunk)
            watch.grows(name, file.tell())


def _is(path: Path, expected: str) -> bool:
    return path.exists() and digest(path) == expected


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
