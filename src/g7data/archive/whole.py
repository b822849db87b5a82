"""Files as wholes: a file is there completely or not at all, and is known by its digest.

What is written stands under a draft's name until it is complete and on the disk; then it is moved into place.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from g7data.archive.errors import InputNotFound, InputNotReadable, OutputNotWritable

_DRAFT = ".draft-"
_STEP = 1024 * 1024


def open_input(path: Path) -> BufferedReader:
    """Open a file to read; `InputNotFound` or `InputNotReadable` if the system does not."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise InputNotFound(f"there is no file {path}") from error
    except OSError as error:
        raise InputNotReadable(f"{path} cannot be read: {error.strerror or error}") from error


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that becomes `target`, read-only, when the block ends, and vanishes if it fails.

    Raises `OutputNotWritable` for whatever the system objects to.
    """
    draft = target.with_name(_DRAFT + target.name)
    try:
        draft.unlink(missing_ok=True)
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o444)
        draft.replace(target)
    except OSError as error:
        raise OutputNotWritable(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def copy_file(source: Path, target: Path) -> str:
    """Copy a file as it is, without holding it in memory, and give the SHA-256 digest of what was copied."""
    digest = hashlib.sha256()
    with whole_file(target) as copy, open_input(source) as file:
        while piece := file.read(_STEP):
            digest.update(piece)
            copy.write(piece)
    return digest.hexdigest()


def digest_file(path: Path) -> str:
    """Give the SHA-256 digest of a file, in hexadecimal."""
    with open_input(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove_drafts(folder: Path) -> None:
    """Remove what an interrupted run left behind; nobody else may be writing into the folder."""
    for draft in folder.glob(f"{_DRAFT}*"):
        draft.unlink(missing_ok=True)
