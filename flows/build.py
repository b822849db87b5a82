"""The main job: pages in, a published release out. Each task works on files: one archive file, or the tables as a whole."""

import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
from prefect import flow, task
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

import schemas
from flows.causes import found_causes
from flows.console import console
from flows.making import making
from flows.measured import accuracy_table
from flows.validation import demand_corrected, validate_tables
from g7data.archive.capture import Capture
from g7data.archive.store import Archive, Stored
from g7data.assemble.corrected import Corrections
from g7data.assemble.corrections import Correction, read_corrections
from g7data.assemble.shards import shard_folder, write_shard
from g7data.assemble.tables import Assembled, assemble
from g7data.release.lock import Held, exclusive
from g7data.release.making import Making
from g7data.release.open import row_counts
from g7data.release.project_changelog import add_to_changelog, read_changelog
from g7data.release.publish import Published, Unchanged, publish
from g7data.release.seal import read_signer
from g7data.release.version import Version

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: the release, whether it is new, the rows of its tables, the pages by outcome and reason, corrections."""

    version: str
    path: Path
    new: bool
    rows: dict[str, int]
    pages_read: int
    outcomes: dict[tuple[str, str | None], int]
    ignored_files: int = 0
    problems: list[str] = field(default_factory=list)
    corrections: Corrections = field(default_factory=Corrections)


@task(task_run_name="keep {inputs}")
def keep(inputs: list[str], archive: Path) -> list[Stored]:
    """Keep the inputs in the archive, each as WARC files that never change again."""
    return Archive(archive, skip=archive.parent).ingest(inputs)


@task(task_run_name="extract {stored.name}")
def extract_archive(stored: Stored, shards: Path) -> Path:
    """Extract one archive file into its shard; one that was extracted before by the same code is not read again."""
    if shard_folder(shards, stored.sha256).exists():
        console.print(f"extract {stored.name}: extracted before, not read again", style="dim")
        return write_shard(stored.path, stored.sha256, shards)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[pages]:,} pages"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task(f"extract {stored.name}", total=stored.path.stat().st_size, pages=0)
        pages = 0

        def count(capture: Capture) -> None:
            nonlocal pages
            pages += 1
            progress.update(bar, completed=capture.offset, pages=pages)

        shard = write_shard(stored.path, stored.sha256, shards, count)
        progress.update(bar, completed=stored.path.stat().st_size)
    return shard


@task
def assemble_tables(
    shards: list[Path], staging: Path, corrections: tuple[Correction, ...], *, private: bool
) -> Assembled:
    """Make the corrections and put the tables together."""
    shutil.rmtree(staging, ignore_errors=True)
    return assemble(
        shards,
        staging,
        schemas.arrow_schemas(),
        accuracy=accuracy_table(),
        private=private,
        corrections=corrections,
    )


@task
def validate(staging: Path, corrections: Corrections) -> list[str]:
    """Check every table against its contract; gives what was set aside, in words: rows, and stretches of archive files."""
    unreadable = pl.read_parquet(staging / "rejected.parquet").filter(pl.col("page_id").is_null())["message"].to_list()
    aside = validate_tables(staging, schemas.arrow_schemas())
    demand_corrected(aside, corrections.touched)
    return [*unreadable, *(str(row["message"]) for row in aside.rejected)]


@task
def publish_release(
    staging: Path,
    output: Path,
    version: str | None,
    held: Held,
    corrections: tuple[Correction, ...],
    made_with: Making,
    *,
    private: bool,
    key: Path | None,
) -> Published | Unchanged:
    """Publish what differs from the release before as a new one, each change with its cause."""
    wanted = Version.parse(version) if version else None
    with found_causes(staging, output, corrections, made_with, private=private) as causes:
        return publish(
            staging,
            schemas.arrow_schemas(),
            output,
            schema_version=SCHEMA_VERSION,
            version=wanted,
            cause=causes.cause,
            repeated=causes.repeated,
            making=made_with,
            private=private,
            signer=read_signer(key),
            held=held,
        )


@flow(name="build", validate_parameters=False)
def build(
    inputs: list[str],
    output: Path,
    version: str | None = None,
    *,
    private_text: bool = False,
    corrections: Path | None = None,
    key: Path | None = None,
    changelog: Path | None = None,
) -> Built:
    """Read pages from folders and WARC files, make the corrections of a file, and publish a release in `output`.

    `key` is the file of the key that signs it: Prefect writes down what a flow is given, so never the key itself.
    `changelog` is a CHANGELOG.md that gets a section for the release.
    """
    if changelog is not None:
        read_changelog(changelog)
    entries = read_corrections(corrections, schemas.arrow_schemas()) if corrections is not None else ()
    with exclusive(output) as held:
        stored = keep(inputs, output / "archive")
        shards = [extract_archive(file, output / "shards") for file in stored]
        staging = output / "staging"
        assembled = assemble_tables(shards, staging, entries, private=private_text)
        problems = validate(staging, assembled.corrections)
        outcomes = _outcomes(staging)
        made_with = making(corrections)
        result = publish_release(staging, output, version, held, entries, made_with, private=private_text, key=key)
        shutil.rmtree(staging)
    if changelog is not None and isinstance(result, Published):
        add_to_changelog(changelog, result)
    ignored = sum(file.ignored for file in stored)
    new = isinstance(result, Published)
    return Built(
        str(result.version),
        result.path,
        new,
        row_counts(result.path),
        assembled.pages_read,
        outcomes,
        ignored,
        problems,
        assembled.corrections,
    )


def _outcomes(staging: Path) -> dict[tuple[str, str | None], int]:
    """Pages by outcome and reason; which page a copy is a copy of stands in the table, not in the summary."""
    pages = pl.read_parquet(staging / "pages.parquet", columns=["outcome", "reason"])
    names = {"superseded": "a newer capture of the same address", "duplicate": "the same text under another address"}
    counts = Counter((outcome, names.get(outcome, reason)) for outcome, reason in pages.iter_rows())
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or "")))
