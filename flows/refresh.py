"""The job that keeps the dataset fresh: what is new or changed on the publishers' sites is fetched, and a release is built."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prefect import State, Task, flow, task
from prefect.client.schemas.objects import TaskRun
from rich.console import Console

from flows.alarm import tell_alarms
from flows.artifact import leave_fetched
from flows.build import build
from flows.built import Built
from flows.limit import HOURS, within
from flows.options import Options
from flows.preflight import check
from flows.runs import run_name, tell, told_run
from g7data.cli.fetch import HostBars, NothingReached, check_reached, choose
from g7data.fetch.run import Fetched, fetch
from g7data.fetch.tally import OUTCOMES
from g7data.sources.catalogue import read_sources, sources


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh came to: the fetching, and the build of all that the archive holds by then."""

    fetched: Fetched
    built: Built


_TRIES_AGAIN_AFTER = [60.0, 600.0]  # seconds: a network that is away is often back by then


def not_reached(_: Task[..., Any], __: TaskRun, state: State[Any]) -> bool:
    """Tell whether a fetch that failed is worth trying again: where no host answered, and for no other mistake."""
    return isinstance(state.result(raise_on_failure=False), NothingReached)


@task(
    task_run_name="fetch",
    retries=len(_TRIES_AGAIN_AFTER),
    retry_delay_seconds=_TRIES_AGAIN_AFTER,
    retry_condition_fn=not_reached,
)
def fetch_pages(
    ids: list[str], archive: Path, limit: int | None, catalogue: Path | None, *, everything: bool
) -> Fetched:
    """Fetch what is new or changed into the archive; paces, patience and retries of single pages are the fetcher's own.

    Raises `NothingReached`: then all of it is tried again.
    """
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # what is tried again is told in the end, in our own words
    chosen = choose(sources() if catalogue is None else read_sources(catalogue), ids)
    with HostBars(Console(stderr=True)) as bars:
        fetched = fetch(archive, chosen, limit=limit, everything=everything, progress=bars)
    leave_fetched(fetched)
    tell_alarms(fetched)
    check_reached(fetched)
    return fetched


@flow(name="refresh", flow_run_name=run_name)
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
    dask: str | None = None,
    shards: str | None = None,
    catalogue: Path | None = None,
    time_limit: float | None = HOURS,
) -> Refreshed:
    """Fetch from all sources, or those that are named, and publish a release of all that is in the archive.

    The other parameters are those of a build; `time_limit` is for all of it, in hours.
    """
    archive = output / "archive"
    options: Options = {
        "version": version, "private_text": private_text, "corrections": corrections, "renames": renames, "key": key,
        "changelog": changelog, "workers": workers, "dask": dask, "shards": shards, "time_limit": None,
    }  # fmt: skip
    with told_run("refresh", output), within(time_limit):
        check((), output, options)  # what a build would stumble over is told before hours of fetching
        fetched = fetch_pages(sources or [], archive, limit, catalogue, everything=everything)
        tell("fetch", whole=fetched.whole, **{name.replace(" ", "_"): fetched.tally.total(name) for name in OUTCOMES})
        built = build([str(archive)], output, **options)
    return Refreshed(fetched, built)
