"""Moves that are done whole or not at all, and stay done when the power fails.

What is written beside is first forced to disk, then renamed: a rename within a folder is atomic, so that a reader sees
either what was there before or all that is there now.
"""

import os
from pathlib import Path


def move_folder(folder: Path, target: Path) -> None:
    """Move a folder, with all its files on disk, to `target` beside it; raises OSError if that is there already."""
    for path in sorted(folder.iterdir()):
        _flush(path)
    _flush(folder)
    folder.rename(target)
    _flush(target.parent)


def replace_link(link: Path, target: Path) -> None:
    """Make `link` a relative symbolic link to `target`, whatever it was before."""
    beside = link.with_name(f".{link.name}.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(target, link.parent), target_is_directory=True)
    beside.replace(link)
    _flush(link.parent)


def replace_text(path: Path, text: str) -> None:
    """Make `text` the content of the file, whatever it was before."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, content: bytes) -> None:
    """Make `content` the content of the file, whatever it was before."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    _flush(beside)
    beside.replace(path)
    _flush(path.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
