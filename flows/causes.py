"""What the changes of a release come of: found out by putting the captures of the release before together once more."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import schemas
from flows.console import console
from flows.validation import validate_tables
from g7data.archive.errors import ArchiveNotFound
from g7data.archive.store import Archive
from g7data.archive.whole import digest_file
from g7data.assemble.corrected import CorrectionOutdated
from g7data.assemble.corrections import Correction
from g7data.assemble.shards import write_shard
from g7data.assemble.tables import assemble
from g7data.release.causes import Cause
from g7data.release.making import Making
from g7data.release.outlook import look_ahead


@dataclass(frozen=True, slots=True)
class Causes:
    """What changes come of, and the tables of the release before, made anew, where it takes them to tell."""

    cause: Cause | None = None
    repeated: Path | None = None


@contextmanager
def found_causes(
    staging: Path, output: Path, corrections: tuple[Correction, ...], making: Making, *, private: bool
) -> Iterator[Causes]:
    """Find out what changes come of. The tables made for that are gone afterwards."""
    outlook = look_ahead(output, staging, making)
    if not outlook.archives:
        yield Causes(outlook.cause)
        return
    archive = Archive(output / "archive")
    try:
        files = [archive.resolve(name) for name in outlook.archives]
    except ArchiveNotFound as error:
        console.print(f"Changes get no cause, as the release before cannot be made anew: {error}", style="yellow")
        yield Causes()
        return
    console.print("The captures of the release before are put together once more, to tell causes apart", style="dim")
    shards = [write_shard(file, digest_file(file), output / "shards") for file in files]
    folder = output / "repeated"
    shutil.rmtree(folder, ignore_errors=True)
    _assemble(shards, folder, corrections, private=private)
    yield Causes(outlook.cause, folder)
    shutil.rmtree(folder)


def _assemble(shards: list[Path], folder: Path, corrections: tuple[Correction, ...], *, private: bool) -> None:
    """Make the tables. An entry that was rewritten for a new capture does not fit an old one: then none is made here.

    Corrected values are told from evidence, whatever is made here.
    """
    contracts = schemas.arrow_schemas()
    try:
        assemble(shards, folder, contracts, private=private, corrections=corrections)
    except CorrectionOutdated:
        shutil.rmtree(folder)
        assemble(shards, folder, contracts, private=private)
    validate_tables(folder, contracts)
