"""The job that keeps the dataset fresh: what is new or changed on the publishers' sites is fetched, and a release is built."""

import logging
from dataclasses import dataclass
from pathlib import Path

from prefect import flow, task
from rich.console import Console

from flows.alarm import tell_alarms
from flows.artifact import leave_fetched
from flows.build import build
from flows.built import Built
from g7data.cli.fetch import HostBars, check_reached, choose
from g7data.fetch.run import Fetched, fetch
from g7data.sources.catalogue import read_sources, sources


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh came to: the fetching, and the build of all that the archive holds by then."""

    fetched: Fetched
    built: Built


@task(task_run_name="fetch")
def fetch_pages(
    ids: list[str], archive: Path, limit: int | None, catalogue: Path | None, *, everything: bool
) -> Fetched:
    """Fetch what is new or changed into the archive; retries, paces and patience are the fetcher's own."""
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # what is tried again is told in the end, in our own words
    chosen = choose(sources() if catalogue is None else read_sources(catalogue), ids)
    with HostBars(Console(stderr=True)) as bars:
        return fetch(archive, chosen, limit=limit, everything=everything, progress=bars)


@flow(name="refresh")
def refresh(
    output: Path,
    sources: list[str] | None = None,
    limit: int | None = None,
    *,
    everything: bool = False,
    version: str | None = None,
    private_text: bool = False,
    corrections: Path | None = None,
    renames: Path | None = None,
    key: Path | None = None,
    changelog: Path | None = None,
    workers: int | None = None,
    catalogue: Path | None = None,
) -> Refreshed:
    """Fetch from all sources, or those that are named, and publish a release of all that is in the archive."""
    archive = output / "archive"
    fetched = fetch_pages(sources or [], archive, limit, catalogue, everything=everything)
    leave_fetched(fetched)
    tell_alarms(fetched)
    check_reached(fetched)
    built = build(
        [str(archive)],
        output,
        version,
        private_text=private_text,
        corrections=corrections,
        renames=renames,
        key=key,
        changelog=changelog,
        workers=workers,
    )
    return Refreshed(fetched, built)
