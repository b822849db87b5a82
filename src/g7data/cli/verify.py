"""`g7data verify`: whether a release is what was published, and agrees with itself and with the archive."""

import hashlib
import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from g7data.cli.pipeline import pipeline
from g7data.cli.place import SOURCE, Shown
from g7data.client.calls import download
from g7data.client.folder import Folder
from g7data.client.keys import known_key, known_key_of, remember_key
from g7data.client.source import Source, find_source
from g7data.release.engine import engine
from g7data.release.open import find_release
from g7data.release.reopened import Reopen
from g7data.release.seal import Trusted, is_signed, read_public_key
from g7data.release.sums import PUBLIC_KEY
from g7data.release.verify import Finding, verify

_SHOWN = 20
"""Faults of one check that are printed."""


@click.command("verify")
@click.argument("release", metavar="VERSION|FOLDER")
@SOURCE
@click.option(
    "--public-key",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The publisher's key, from where you trust it; the release must be signed with it, and later ones of the source too.",
)
@click.option(
    "--archive",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The archive that the release was made from: every page is opened anew, and every quote looked up in it.",
)
def verify_command(release: str, source: str | None, public_key: Path | None, archive: Path | None) -> None:
    """Check a release: sums, signature, schemas, references, conservation, and every quote.

    VERSION is a number, its beginning, or latest; FOLDER a release, or an output folder, of which the latest counts.
    Names what is wrong, and then the exit code is 1.

    \b
    Examples:
      g7data verify 1.2.0
      g7data verify output/latest --archive output/archive
      g7data verify latest --source https://host/g7data --public-key g7data.pub
    """
    folder, place = _folder(release, source)
    trusted = _trusted(folder, place, public_key)
    console = Console(highlight=False)
    console.print(f"[bold]{escape(str(folder))}[/]", soft_wrap=True)
    sound = True
    with tempfile.TemporaryDirectory(prefix="g7data-") as scratch, engine(Path(scratch)) as connection:
        reopen = _reopen(archive) if archive is not None else None
        for finding in verify(connection, folder, trusted=trusted, reopen=reopen):
            _show(finding, console)
            sound = sound and not finding.faults
    if sound and place is not None and is_signed(folder):
        remember_key(place, read_public_key(folder / PUBLIC_KEY), named=public_key is not None)
    console.print("[bold green]It is as it was published.[/]" if sound else "[bold red]It is not as it should be.[/]")
    sys.exit(0 if sound else 1)


def _folder(release: str, source: str | None) -> tuple[Path, Source | None]:
    """Return the folder of the release, and the source that it was fetched from, if it was."""
    if Path(release).is_dir():
        return find_release(Path(release)), None
    place = find_source(source)
    if isinstance(place, Folder):
        return find_release(place.path, release), None
    with Shown() as watch:
        return download(release, source, watch=watch), place


def _trusted(folder: Path, place: Source | None, named: Path | None) -> Trusted | None:
    """Return the key that counts: the one that is named, else one that is known from before."""
    if named is not None:
        return Trusted(read_public_key(named), "the key that you named")
    return known_key_of(folder) if place is None else known_key(place)


def _show(finding: Finding, console: Console) -> None:
    mark = "[bold red]wrong[/]" if finding.faults else "[green]ok   [/]"
    console.print(f"{mark} {finding.check:<13}{escape(finding.looked_at)}", soft_wrap=True)
    for fault in finding.faults[:_SHOWN]:
        console.print(f"      {escape(fault)}", soft_wrap=True)
    if len(finding.faults) > _SHOWN:
        console.print(f"      and {len(finding.faults) - _SHOWN:,} more")


def _reopen(archive: Path) -> Reopen:
    """Return what opens a page of the archive; it takes the packages of the pipeline."""
    with pipeline("opening the archive"):
        from g7data.archive.store import Archive
        from g7data.archive.warc import read_capture_at
        from g7data.reading import read_page
        from g7data.reading.read import media_type_of

    files = Archive(archive)

    def reopen(name: str, offset: int) -> tuple[str, str]:
        capture = read_capture_at(files.resolve(name), offset)
        page = read_page(capture.body, media_type_of(capture.media_type, capture.body), capture.charset)
        return page.text, hashlib.sha256(capture.body).hexdigest()

    return reopen
