"""The main job: pages in, a published release out. Each task works on files: one archive file, or the tables as a whole."""

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from prefect import flow, task

import schemas
from flows.artifact import leave_built
from flows.built import Built
from flows.causes import found_causes
from flows.cluster import read_cluster
from flows.console import console
from flows.extraction import extract_all
from flows.limit import HOURS, within
from flows.making import making
from flows.measured import accuracy_table
from flows.remembered import made_of, remember, remembered
from flows.runs import run_name, tell, told_run
from flows.validation import demand_corrected, validate_tables
from g7data.archive.store import Archive, Stored
from g7data.assemble.corrected import Corrections
from g7data.assemble.corrections import Correction, read_corrections
from g7data.assemble.tables import Assembled, assemble
from g7data.depot.depot import Depot
from g7data.depot.origins import bring_inputs
from g7data.release.aliases import left_out
from g7data.release.lock import Held, exclusive
from g7data.release.making import Making
from g7data.release.open import row_counts
from g7data.release.project_changelog import add_to_changelog, read_changelog
from g7data.release.publish import Published, Unchanged, publish
from g7data.release.renames import NO_RENAMES, Renames, read_renames
from g7data.release.seal import read_signer
from g7data.release.version import Version

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a build was told about the release, read; `key` is a file's name, as Prefect writes down what a task is given."""

    version: Version | None
    corrections: tuple[Correction, ...]
    renames: Renames
    made_with: Making
    private: bool
    key: Path | None
    changelog: Path | None


@task(task_run_name="keep {inputs}")
def keep(inputs: list[str], archive: Path) -> list[Stored]:
    """Keep the inputs in the archive, each as WARC files that never change again; those at an address are brought first."""
    return Archive(archive, skip=archive.parent).ingest(list(bring_inputs(inputs, archive)))


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
def publish_release(staging: Path, output: Path, held: Held, wanted: _Wanted) -> Published | Unchanged:
    """Publish what differs from the release before as a new one, each change with its cause."""
    private = wanted.private
    with found_causes(staging, output, wanted.corrections, wanted.made_with, private=private) as causes:
        published = publish(
            staging,
            schemas.arrow_schemas(),
            output,
            schema_version=SCHEMA_VERSION,
            version=wanted.version,
            cause=causes.cause,
            repeated=causes.repeated,
            making=wanted.made_with,
            private=private,
            signer=read_signer(wanted.key),
            held=held,
            renames=wanted.renames,
        )
    for entry in left_out(wanted.renames.ids, published.path):
        console.print(f"Not among the ids here, and so no alias: {entry}", style="yellow", markup=False)
    return published


@flow(name="build", flow_run_name=run_name)
def build(
    inputs: list[str],
    output: Path,
    version: str | None = None,
    *,
    private_text: bool = False,
    corrections: Path | None = None,
    renames: Path | None = None,
    key: Path | None = None,
    changelog: Path | None = None,
    workers: int | None = None,
    dask: str | None = None,
    shards: str | None = None,
    time_limit: float | None = HOURS,
) -> Built:
    """Read pages from folders and WARC files, make the corrections of a file, and publish a release in `output`.

    `renames` is a file of tables, columns and ids that were renamed.
    `key` is the file of the key that signs it: Prefect writes down what a flow is given, so never the key itself.
    `changelog` is a CHANGELOG.md that gets a section for the release. `workers` says how many archive files are extracted at a time.
    `dask` names a Dask cluster that extracts instead (`tcp://…`, `local:N`), `shards` an address where shards are shared with others.
    `time_limit` is the time that it may take, in hours.
    """
    with told_run("build", output), within(time_limit), exclusive(output) as held:
        wanted = _read(version, corrections, renames, changelog, private=private_text, key=key)
        cluster = read_cluster(dask) if dask is not None else None
        depot = Depot(shards) if shards is not None else None
        stored = keep(inputs, output / "archive")
        tell("keep", files=len(stored), new=sum(file.added for file in stored))
        ignored = sum(file.ignored for file in stored)
        extracted = extract_all(stored, output / "shards", workers, cluster=cluster, depot=depot)
        tell("extract", shards=len(extracted))
        made = made_of(
            extracted, wanted.made_with, private=wanted.private, schema_version=SCHEMA_VERSION, renames=wanted.renames
        )
        known = None if wanted.corrections else remembered(output, made)  # of these, each build tells what became
        if known is not None:
            built = _as_before(output / "releases" / known, ignored)
        else:
            built = _make(extracted, output, held, wanted, ignored)
            remember(output, made, built.version)
        tell("publish", version=built.version, new=built.new, pages=built.pages_read, documents=built.rows["documents"])
    leave_built(built)
    return built


def _read(
    version: str | None,
    corrections: Path | None,
    renames: Path | None,
    changelog: Path | None,
    *,
    private: bool,
    key: Path | None,
) -> _Wanted:
    """Read what a build was told; raises what is wrong with it before anything is done."""
    if changelog is not None:
        read_changelog(changelog)
    contracts = schemas.arrow_schemas()
    return _Wanted(
        version=Version.parse(version) if version else None,
        corrections=read_corrections(corrections, contracts) if corrections is not None else (),
        renames=read_renames(renames, contracts) if renames is not None else NO_RENAMES,
        made_with=making(corrections),
        private=private,
        key=key,
        changelog=changelog,
    )


def _make(shards: list[Path], output: Path, held: Held, wanted: _Wanted, ignored: int) -> Built:
    """Put the tables together, check them, and publish what differs from the release before."""
    staging = output / "staging"
    assembled = assemble_tables(shards, staging, wanted.corrections, private=wanted.private)
    tell("assemble", corrections=len(assembled.corrections.made))
    problems = validate(staging, assembled.corrections)
    tell("validate", set_aside=len(problems))
    outcomes = _outcomes(staging)
    result = publish_release(staging, output, held, wanted)
    shutil.rmtree(staging)
    if wanted.changelog is not None and isinstance(result, Published):
        add_to_changelog(wanted.changelog, result)
    return _built(result, outcomes, ignored, problems, assembled.corrections)


def _as_before(release: Path, ignored: int) -> Built:
    """What a build of the same things as that of the newest release comes to."""
    rejected = pl.read_parquet(release / "rejected.parquet", columns=["page_id", "stage", "message"])
    aside = rejected.filter(pl.col("page_id").is_null() | (pl.col("stage") == "validate"))["message"].to_list()
    unchanged = Unchanged(Version.parse(release.name), release)
    return _built(unchanged, _outcomes(release), ignored, aside, Corrections())


def _built(
    result: Published | Unchanged,
    outcomes: dict[tuple[str, str | None], int],
    ignored: int,
    problems: list[str],
    corrections: Corrections,
) -> Built:
    rows = row_counts(result.path)
    new = isinstance(result, Published)
    return Built(str(result.version), result.path, new, rows, rows["pages"], outcomes, ignored, problems, corrections)


def _outcomes(staging: Path) -> dict[tuple[str, str | None], int]:
    """Pages by outcome and reason; which page a copy is a copy of stands in the table, not in the summary."""
    pages = pl.read_parquet(staging / "pages.parquet", columns=["outcome", "reason"])
    names = {"superseded": "a newer capture of the same address", "duplicate": "the same text under another address"}
    counts = Counter((outcome, names.get(outcome, reason)) for outcome, reason in pages.iter_rows())
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or "")))
