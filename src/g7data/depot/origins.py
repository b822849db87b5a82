"""Inputs that lie elsewhere: WARC files at an address, brought into the archive once, and where they came from noted beside it."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from g7data.addresses import connect
from g7data.archive.errors import InputNotFound, NothingToRead
from g7data.archive.folder import ARCHIVE_SUFFIXES, is_archive
from g7data.archive.store import Archive
from g7data.depot.depot import bring_file, told
from g7data.depot.noted import Noted
from g7data.depot.origin import Origin

_MARKS = (
    "ETag", "etag", "Content-MD5", "Digest", "md5Hash", "content_hash",
    "mtime", "modify", "updated", "LastModified", "last_modified", "Last-Modified", "created",
)  # fmt: skip
_INCOMING = ".incoming"


def is_address(source: str) -> bool:
    """Tell whether an input is an address, not a path.

    >>> is_address("s3://bucket/crawl.warc.gz"), is_address("pages/2024")
    (True, False)
    """
    return "://" in source


def find_origins(source: str) -> list[Origin]:
    """The WARC files at an address, or in the folder there and those below, in the order of their names.

    Raises `InputNotFound`, `NothingToRead`, DepotRefused, AddressUnknown or PackageMissing.
    """
    files, root = connect(source)
    with told(source):
        there = [root] if is_archive(root) and files.exists(root) else sorted(files.find(root))
        found = [Origin(files.unstrip_protocol(path), _mark(files.info(path))) for path in there if is_archive(path)]
    if not there:
        raise InputNotFound(f"there is nothing at {source}")
    if not found:
        kinds = ", ".join(ARCHIVE_SUFFIXES)
        raise NothingToRead(
            f"{source} holds no WARC file ({kinds}) among its {len(there):,} files; pages are read from folders here"
        )
    return found


def bring_inputs(inputs: Iterable[str], archive: Path) -> Iterator[str]:
    """Give inputs as paths: what lies at an address is brought into the archive, unless it was brought before."""
    noted = Noted(archive)
    for source in inputs:
        if is_address(source):
            yield from (str(_bring(origin, archive, noted)) for origin in find_origins(source))
        else:
            yield source


def still_at(origin: Origin) -> bool:
    """Tell whether what is at an origin is what was there; raises `DepotRefused` where nobody can tell."""
    files, path = connect(origin.address)
    with told(origin.address):
        return bool(origin.mark) and files.exists(path) and _mark(files.info(path)) == origin.mark


def _bring(origin: Origin, archive: Path, noted: Noted) -> Path:
    name = noted.name_of(origin)
    if name is not None and (archive / name).is_file():
        return archive / name
    incoming = archive / _INCOMING
    shutil.rmtree(incoming, ignore_errors=True)  # of a run that was killed
    incoming.mkdir(parents=True)
    try:
        brought = incoming / origin.address.rpartition("/")[2]
        bring_file(origin.address, brought)
        (kept,) = Archive(archive).ingest([brought])
    finally:
        shutil.rmtree(incoming)
    noted.note(origin, kept.name)
    return kept.path


def _mark(info: Mapping[str, object]) -> str:
    """What a place tells of a file that changes with its content: the size, and the digest or else the time; nothing without these."""
    known = [str(info[name]).strip('"') for name in _MARKS if info.get(name)]
    return " ".join([str(info.get("size")), *known[:1]]) if known else ""
