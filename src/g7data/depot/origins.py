"""Inputs that lie elsewhere: WARC files at an address, brought into the archive once, and where they came from noted beside it."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from g7data.addresses import connect
from g7data.archive.errors import InputNotFound, NothingToRead
from g7data.archive.folder import ARCHIVE_SUFFIXES, is_archive
from g7data.archive.store import Archive
from g7data.depot.depot import bring_file, told

_MARKS = (
    "ETag", "etag", "Content-MD5", "Digest", "md5Hash", "content_hash",
    "mtime", "modify", "updated", "LastModified", "last_modified", "Last-Modified", "created",
)  # fmt: skip
_NOTE, _INCOMING = ".origins.json", ".incoming"


@dataclass(frozen=True, slots=True)
class Origin:
    """A WARC file elsewhere: its address, and a mark of its content there; without one, nobody can tell whether it has changed."""

    address: str
    mark: str


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
    for source in inputs:
        if is_address(source):
            yield from (str(_bring(origin, archive)) for origin in find_origins(source))
        else:
            yield source


def origin_of(name: str, archive: Path) -> str | None:
    """The address that an archive file came from, if it is still there as it was."""
    for address, (mark, kept) in _noted(archive).items():
        if kept == name:
            files, path = connect(address)
            with told(address):
                return address if mark and files.exists(path) and _mark(files.info(path)) == mark else None
    return None


def _bring(origin: Origin, archive: Path) -> Path:
    mark, name = _noted(archive).get(origin.address, ("", ""))
    if origin.mark and mark == origin.mark and (archive / name).is_file():
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
    _note(archive, {**_noted(archive), origin.address: (origin.mark, kept.name)})
    return kept.path


def _mark(info: Mapping[str, object]) -> str:
    """What a place tells of a file that changes with its content: the size, and the digest or else the time; nothing without these."""
    known = [str(info[name]).strip('"') for name in _MARKS if info.get(name)]
    return " ".join([str(info.get("size")), *known[:1]]) if known else ""


def _noted(archive: Path) -> dict[str, tuple[str, str]]:
    """What is known of origins: for each address, the mark and the name in the archive."""
    try:
        noted = json.loads((archive / _NOTE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return {address: (mark, name) for address, (mark, name) in noted.items()}


def _note(archive: Path, noted: dict[str, tuple[str, str]]) -> None:
    draft = archive / f"{_NOTE}.new"
    draft.write_text(json.dumps(noted, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    draft.replace(archive / _NOTE)
