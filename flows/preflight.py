"""What can be told to be wrong before anything is started: Prefect takes seconds to, a mistyped path should not."""

from collections.abc import Iterable
from pathlib import Path

from g7data.archive.folder import find_input
from g7data.archive.warc import check_archive
from g7data.release.lock import exclusive


def check(inputs: Iterable[str], output: Path) -> None:
    """Raise the error that the build would meet: an input that is not there or not readable, an output busy or not writable."""
    for source in inputs:
        for archive in find_input(Path(source), skip=output).archives:
            check_archive(archive)
    with exclusive(output):
        pass
