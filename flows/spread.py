"""Archive files into shards on a Dask cluster, a Prefect task for each; and the files and shards on their way there and back.

Where all machines see the output folder's disk, that is all. Where they do not, a depot at an address that all reach holds the
archive files and takes the shards, which are then brought here.
"""

import importlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.client.orchestration import get_client
from prefect.futures import PrefectFuture
from prefect.settings import PREFECT_API_URL, temporary_settings
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from flows.cluster import Cluster
from flows.console import console
from g7data.archive.store import Stored
from g7data.assemble.shards import shard_folder
from g7data.depot.depot import Depot
from g7data.depot.noted import Noted
from g7data.depot.origins import still_at
from g7data.depot.work import ARCHIVE, SHARDS, Job, clear_drafts, make_shard
from g7data.errors import G7DataError, PackageMissing

_BY_FILES = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())


class ClusterFailed(G7DataError):
    """A Dask cluster is not there, or no longer."""


@task(task_run_name="extract {job.name}")
def extract_there(job: Job) -> None:
    """Extract one archive file, wherever this runs."""
    make_shard(job)


@flow(name="extract", flow_run_name="extract {count} files on Dask")
def extract_jobs(jobs: list[Job], count: int) -> None:
    """Have all jobs done by the workers of the cluster. What a lost worker was at, another one does."""
    _await([extract_there.submit(job) for job in jobs], count)


def _await(futures: list[PrefectFuture[None]], count: int) -> None:
    """Wait for all jobs; apart from the flow, which goes to every worker with all that it names, as a screen cannot."""
    with Progress(*_BY_FILES, console=console) as progress:
        bar = progress.add_task("extract on Dask", total=count)
        for future in futures:
            future.result()
            progress.advance(bar)


def extract_on(cluster: Cluster, files: Sequence[Stored], shards: Path, depot: Depot | None) -> None:
    """Extract archive files on a cluster, the largest first; the shards go to the depot, or into `shards` without one.

    Raises ClusterFailed, PackageMissing, and what a job raises.
    """
    largest_first = sorted(files, key=lambda file: -file.path.stat().st_size)
    noted = {archive: Noted(archive) for archive in {file.path.parent for file in files}}
    jobs = [_job(file, shards, depot, noted[file.path.parent]) for file in largest_first]
    with _runner(cluster) as runner:
        extract_jobs.with_options(task_runner=runner)(jobs, len(jobs))
    if depot is None:
        clear_drafts(shards)
    else:
        bring_shards(files, shards, depot)


@task
def bring_shards(files: Sequence[Stored], shards: Path, depot: Depot) -> list[Stored]:
    """Bring the shards of archive files that the depot has; gives the files whose shards it lacks."""
    lacking = []
    for file in files:
        target = shard_folder(shards, file.sha256)
        if depot.has_folder(f"{SHARDS}/{target.name}"):
            depot.bring_folder(f"{SHARDS}/{target.name}", target)
        else:
            lacking.append(file)
    return lacking


@task
def put_shards(files: Sequence[Stored], shards: Path, depot: Depot) -> None:
    """Put the shards of archive files into the depot."""
    for file in files:
        shard = shard_folder(shards, file.sha256)
        depot.put_folder(shard, f"{SHARDS}/{shard.name}")


def _job(file: Stored, shards: Path, depot: Depot | None, noted: Noted) -> Job:
    shard = shard_folder(shards, file.sha256).name
    if depot is None:
        return Job(file.name, file.sha256, str(file.path), shard, str(shards), None)
    return Job(file.name, file.sha256, _within_reach(file, depot, noted), shard, str(shards), depot.address)


def _within_reach(file: Stored, depot: Depot, noted: Noted) -> str:
    """An address of an archive file that workers reach: where it came from, or the depot, where it is put if need be."""
    if (origin := noted.origin_of(file.name)) is not None and still_at(origin):
        return origin.address
    name = f"{ARCHIVE}/{file.name}"
    if not depot.has_file(name, file.path.stat().st_size):
        depot.put_file(file.path, name)
    return depot.at(name)


@contextmanager
def _runner(cluster: Cluster) -> Iterator[Any]:
    """What Prefect hands tasks to. Every worker is told which server this run has, or it would start one of its own."""
    try:
        dask: Any = importlib.import_module("distributed")  # untyped, and not here for everybody
        runners: Any = importlib.import_module("prefect_dask")
    except ModuleNotFoundError as error:
        raise PackageMissing(f"Dask needs the package {error.name!r}: run pip install 'g7data[dask]'") from error
    logging.getLogger("distributed").setLevel(logging.ERROR)  # what happens is told in our own words
    with get_client(sync_client=True) as client:
        api = str(client.api_url).rstrip("/")
    with temporary_settings({PREFECT_API_URL: api}):
        try:
            yield runners.DaskTaskRunner(**_reached(cluster, dask))
        except dask.KilledWorker as error:
            raise ClusterFailed(
                f"one worker after the other was lost ({error}), perhaps for want of memory; run it again: what was extracted is kept"
            ) from error


def _reached(cluster: Cluster, dask: Any) -> dict[str, object]:
    """How to reach a cluster; one on this machine has processes that work on one file at a time, and no page to look at them."""
    if cluster.address is None:
        here = {"n_workers": cluster.workers, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
        return {"cluster_kwargs": here}
    try:
        with dask.Client(cluster.address, set_as_default=False) as client:
            if not client.scheduler_info()["workers"]:
                console.print(f"{cluster.address} has no workers yet; they are waited for", style="yellow")
    except OSError as error:
        raise ClusterFailed(f"no Dask scheduler answers at {cluster.address}: {error}") from error
    return {"address": cluster.address}
