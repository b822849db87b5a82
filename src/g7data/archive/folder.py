"""What a user points at, looked through: a folder of pages and WARC files, or one such file.

A folder is walked with its subfolders in the order of the paths; hidden files and folders are passed over. Files of
other kinds are left alone and counted. What a page's file cannot say of itself (address, time) `pages.csv` may say.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from g7data.archive.errors import InputNotAccepted, InputNotFound, InputNotReadable, PagesCsvError
from g7data.archive.pages_csv import FileNote, read_pages_csv

PAGES_CSV = "pages.csv"
MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
}
ARCHIVE_SUFFIXES = (".warc", ".warc.gz")
ACCEPTED = f"a folder, a page ({', '.join(MEDIA_TYPES)}) or a WARC file ({', '.join(ARCHIVE_SUFFIXES)})"
_NOT_IN_A_HEADER = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page that lies in a file; `media_type` may carry a charset, `retrieved_at` is in UTC, None if not known."""

    path: Path
    url: str
    retrieved_at: datetime | None
    media_type: str


@dataclass(frozen=True, slots=True)
class Found:
    """What an input holds: its pages and its WARC files, each in the order of their paths; other files are counted."""

    pages: list[PageFile] = field(default_factory=list)
    archives: list[Path] = field(default_factory=list)
    ignored: int = 0


def find_input(path: Path, skip: Path | None = None) -> Found:
    """Look through a folder (but not its subfolder `skip`) or at one file.

    Raises `InputNotFound`, `InputNotReadable`, `PagesCsvError`, and `InputNotAccepted` for a file of another kind.
    """
    if path.is_dir():
        return read_folder(path, skip)
    if not path.exists():
        raise InputNotFound(f"there is no {path}; an input is {ACCEPTED}")
    if is_archive(path.name):
        return Found(archives=[path])
    if not media_type_of(path.name):
        raise InputNotAccepted(f"{path} is of no kind that can be read; an input is {ACCEPTED}")
    notes = _read_notes(path.parent, {path.name}).get(path.name, [FileNote(0, path.name)])
    return Found(pages=[_describe(path.parent, note) for note in notes])


def read_folder(folder: Path, skip: Path | None = None) -> Found:
    """Find the pages and WARC files in a folder and its subfolders, with what its `pages.csv` says of them.

    A page that `pages.csv` names twice is there twice. Raises `PagesCsvError`, `InputNotReadable`.
    """
    files = set(_walk(folder, skip)) - {PAGES_CSV}
    notes = _read_notes(folder, files)
    names = sorted(files | notes.keys())
    archives = [name for name in names if is_archive(name)]
    pages = [name for name in names if not is_archive(name) and (name in notes or media_type_of(name))]
    return Found(
        pages=[_describe(folder, note) for name in pages for note in notes.get(name, [FileNote(0, name)])],
        archives=[folder / name for name in archives],
        ignored=len(names) - len(pages) - len(archives),
    )


def is_archive(name: str) -> bool:
    """Tell whether a file's name is that of a WARC file."""
    return name.lower().endswith(ARCHIVE_SUFFIXES)


def media_type_of(name: str) -> str:
    """Give the media type that a file's name stands for, empty if it is not that of a page.

    >>> media_type_of("2024/Declaration.HTM")
    'text/html'
    """
    _, dot, suffix = name.rpartition(".")
    return MEDIA_TYPES.get(dot + suffix.lower(), "")


def _describe(folder: Path, note: FileNote) -> PageFile:
    return PageFile(
        path=folder / note.file,
        url=note.url or "file:" + _NOT_IN_A_HEADER.sub(_percent_encode, note.file),
        retrieved_at=note.retrieved_at,
        media_type=note.media_type or media_type_of(note.file),
    )


def _percent_encode(match: re.Match[str]) -> str:
    return quote(match[0].encode(errors="surrogateescape"))


def _read_notes(folder: Path, files: set[str]) -> dict[str, list[FileNote]]:
    """Read a folder's `pages.csv`, if there is one, by the file that a row is about."""
    notes: dict[str, list[FileNote]] = defaultdict(list)
    if (folder / PAGES_CSV).is_file():
        for note in read_pages_csv(folder / PAGES_CSV):
            where = f"{folder / PAGES_CSV}, line {note.line}"
            if note.file not in files and not (folder / note.file).is_file():
                raise PagesCsvError(f"{where}: there is no file {note.file!r} in the folder")
            if not (note.media_type or media_type_of(note.file) or is_archive(note.file)):
                raise PagesCsvError(f"{where}: {note.file!r} does not show what it is; fill its media_type")
            notes[note.file].append(note)
    return notes


def _walk(folder: Path, skip: Path | None) -> Iterator[str]:
    """Give the paths inside the folder of all files that are not hidden, with slashes."""
    for current, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if _is_open(Path(current, name), skip)]
        base = Path(current).relative_to(folder)
        prefix = "" if base == Path() else f"{base.as_posix()}/"
        yield from (prefix + name for name in files if not name.startswith("."))


def _is_open(folder: Path, skip: Path | None) -> bool:
    return not folder.name.startswith(".") and (skip is None or folder.resolve() != skip.resolve())


def _refuse(error: OSError) -> None:
    raise InputNotReadable(f"{error.filename} cannot be read: {error.strerror}") from error
