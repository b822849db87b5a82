"""What is dear to make is made once for all workers of a run: by the first that asks for it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder with what `make` puts into it; whoever asks while it is being made waits. Look, but leave it as it is."""
    made = folder.with_name(f"{folder.name}.made")
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a worker that failed
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
