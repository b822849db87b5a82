"""The archive folder: whatever is put in is kept under the digest of its content, once, and never changed.

A folder of pages becomes one WARC file, named after the folder and the digest of its pages; a WARC file is copied as
it is, named after itself and its own digest. What is there already is not written again, so that ingesting the same
inputs a second time costs no more than reading them once.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from filelock import FileLock

from g7data.archive.errors import ArchiveNotFound, InputChanged, NothingToRead, OutputNotWritable
from g7data.archive.folder import ACCEPTED, ARCHIVE_SUFFIXES, Found, find_input
from g7data.archive.warc import check_archive, digest_pages, write_resources
from g7data.archive.whole import copy_file, digest_file, remove_drafts

_AT_ONCE = 2
"""Files of which digests are made at a time."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One archive file, and the input it came from.

    `sha256` is the digest of the file, in hexadecimal; `source` is the input as it was given; `ignored` counts the
    files of other kinds in a folder that was given, on the first archive file that came of it; `added` says that the
    file was not there before.
    """

    name: str
    path: Path
    sha256: str
    source: str
    ignored: int
    added: bool


class Archive:
    """The folder in which every page is kept as it was received; inputs are not looked for in `skip`, which holds it."""

    def __init__(self, folder: Path, skip: Path | None = None) -> None:
        self.folder = folder
        self._skip = folder if skip is None else skip

    def ingest(self, inputs: Iterable[str | Path], on_progress: Callable[[Stored], None] | None = None) -> list[Stored]:
        """Keep inputs (folders, pages, WARC files) and give the archive files they are in, each once, in order.

        The archive's own folder as an input stands for all that is in it.

        Every input is looked through before the first is kept; `on_progress` is called with each archive file once it
        is there. Raises `InputNotFound`, `InputNotAccepted`, `InputNotReadable`, `NothingToRead`, `NotAWarcFile`,
        `NotCompressedByRecord`, `PagesCsvError`, `InputChanged`, `OutputNotWritable`.
        """
        found = [(source, self._look_through(Path(source))) for source in inputs]
        stored: dict[str, Stored] = {}
        with self._locked():
            for source, content in found:
                for file in self._keep(source, content):
                    if stored.setdefault(file.name, file) is file and on_progress is not None:
                        on_progress(file)
        return list(stored.values())

    def resolve(self, name: str) -> Path:
        """Give the path of the archive file of this name; `ArchiveNotFound` if there is none."""
        path = self.folder / name
        if Path(name).name != name or not path.is_file():
            raise ArchiveNotFound(f"there is no archive file {name!r} in {self.folder}")
        return path

    def _look_through(self, source: Path) -> Found:
        if self._is_own(source):
            return Found([], sorted(p for p in self.folder.glob("*") if p.name.endswith(ARCHIVE_SUFFIXES)), 0)
        found = find_input(source, skip=self._skip)
        for archive in found.archives:
            check_archive(archive)
        if not (found.pages or found.archives):
            others = f" among its {found.ignored:,} files" if found.ignored else ""
            raise NothingToRead(f"{source} holds no page and no WARC file{others}; an input is {ACCEPTED}")
        return found

    def _is_own(self, source: Path) -> bool:
        """Whether an input is the archive itself, whose files are there already."""
        return source.resolve() == self.folder.resolve()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other runs out of the folder, and clear away what an interrupted one left there."""
        lock = FileLock(self.folder / ".lock")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except OSError as error:
            raise OutputNotWritable(f"{self.folder} cannot be written: {error.strerror or error}") from error
        try:
            remove_drafts(self.folder)
            yield
        finally:
            lock.release()

    def _keep(self, source: str | Path, found: Found) -> Iterator[Stored]:
        ignored = found.ignored
        for path, sha256, added in self._keep_files(Path(source), found):
            yield Stored(path.name, path, sha256, str(source), ignored, added)
            ignored = 0

    def _keep_files(self, source: Path, found: Found) -> Iterator[tuple[Path, str, bool]]:
        """Keep the pages in one file and each WARC file in one; give its path, its digest, and whether it is new."""
        if found.pages:
            write = partial(write_resources, found.pages)
            path, added = self._keep_once(_folder_name(source), digest_pages(found.pages), write)
            yield path, digest_file(path), added
        for archive, digest in _digests(found.archives):
            if archive.parent == self.folder:
                yield archive, digest, False
                continue
            path, added = self._keep_once(_archive_name(archive), digest, partial(copy_file, archive))
            yield path, digest, added

    def _keep_once(self, name: tuple[str, str], digest: str, write: Callable[[Path], str]) -> tuple[Path, bool]:
        """Give the file that holds the content of this digest; it is written if it is not there yet."""
        known = next(self.folder.glob(f"*-{digest[:12]}.warc*"), None)
        if known is not None:
            return known, False
        path = self.folder / f"{name[0]}-{digest[:12]}{name[1]}"
        if write(path) != digest:
            path.unlink()
            raise InputChanged(f"what was to become {path.name} changed while it was read; run again when it is whole")
        return path, True


def _digests(files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with its digest, which is made of some files at a time, shortly before they are kept: what was read is still in memory."""
    with ThreadPoolExecutor(_AT_ONCE) as beside:
        for first in range(0, len(files), _AT_ONCE):
            some = files[first : first + _AT_ONCE]
            yield from zip(some, beside.map(digest_file, some), strict=True)


def _folder_name(source: Path) -> tuple[str, str]:
    """Give the stem and the suffix of the archive file for the pages of a folder, or for one page."""
    path = source.resolve()
    return _slug(path.name if path.is_dir() else path.stem).lower(), ".warc.gz"


def _archive_name(source: Path) -> tuple[str, str]:
    """Give the stem and the suffix of the archive file for a WARC file, which stays as compressed as it is."""
    suffix = next(suffix for suffix in ARCHIVE_SUFFIXES if source.name.lower().endswith(suffix))
    return _slug(source.name[: -len(suffix)]), suffix


def _slug(name: str) -> str:
    """Make a name that every file system takes.

    >>> _slug("Déclarations (2024)")
    'Declarations-2024'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")[:80] or "pages"
