"""`pages.csv`: what is known of the files in a folder that they do not say themselves.

Columns, in any order, all but the first optional: `file` (its path inside the folder), `url`, `retrieved_at`
(ISO 8601; without a zone it is UTC), `media_type`. Other columns are left alone. UTF-8, with or without a BOM.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from g7data.archive.errors import PagesCsvError
from g7data.archive.times import parse_time

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+\s*(;.*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FileNote:
    """One row of `pages.csv`: `file` is relative to the folder, with slashes; what is not said is empty or None."""

    line: int
    file: str
    url: str = ""
    retrieved_at: datetime | None = None
    media_type: str = ""


def read_pages_csv(path: Path) -> list[FileNote]:
    """Read the rows of a `pages.csv`; `PagesCsvError` names the line and the value that cannot be used."""
    try:
        return list(_read_notes(path))
    except UnicodeDecodeError as error:
        raise PagesCsvError(f"{path} is not in UTF-8 ({error.reason}): save it as CSV UTF-8") from error
    except (csv.Error, OSError) as error:
        raise PagesCsvError(f"{path} cannot be read: {error}") from error


def _read_notes(path: Path) -> Iterator[FileNote]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, restval="")
        rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
        if "file" not in rows.fieldnames:
            raise PagesCsvError(f"{path}, line 1: there is no column `file`; the columns are separated by commas")
        for row in rows:
            try:
                yield _read_note(rows.line_num, row)
            except ValueError as error:
                raise PagesCsvError(f"{path}, line {rows.line_num}: {error}") from error


def _read_note(line: int, row: dict[str, str]) -> FileNote:
    return FileNote(
        line=line,
        file=_read_file(row["file"].strip()),
        url=_read_url(row.get("url", "").strip()),
        retrieved_at=_read_time(row.get("retrieved_at", "").strip()),
        media_type=_read_media_type(row.get("media_type", "").strip()),
    )


def _read_file(value: str) -> str:
    path = PurePosixPath(value.replace("\\", "/"))
    if not value or path.is_absolute() or ".." in path.parts:
        raise ValueError(f"file {value!r} is not a path inside the folder")
    return path.as_posix()


def _read_url(value: str) -> str:
    if _CONTROL.search(value):
        raise ValueError(f"url {value!r} holds a line break or another control character")
    return value


def _read_time(value: str) -> datetime | None:
    if not value:
        return None
    try:
        return parse_time(value)
    except ValueError as error:
        raise ValueError(f"retrieved_at {value!r} is not a time such as 2024-03-15T12:00:00Z") from error


def _read_media_type(value: str) -> str:
    if value and (_CONTROL.search(value) or not _MEDIA_TYPE.fullmatch(value)):
        raise ValueError(f"media_type {value!r} is not a media type such as text/html")
    return value
