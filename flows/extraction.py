"""Archive files into shards: one after the other in this process, several at a time in processes, or on a Dask cluster.

What is handed over is a file and where its shard goes, so it does not matter where the work is done. Which shard comes first
does not matter either: they are put together in the order of their names.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from prefect import task
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from flows.cluster import Cluster
from flows.console import console
from flows.spread import bring_shards, extract_on, put_shards
from g7data.archive.capture import Capture
from g7data.archive.store import Stored
from g7data.assemble.shards import shard_folder, write_shard
from g7data.depot.depot import Depot
from g7data.errors import G7DataError

_BY_PAGES = (
    TextColumn("{task.description}"),
    BarColumn(),
    TaskProgressColumn(),
    TextColumn("{task.fields[pages]:,} pages"),
    TimeElapsedColumn(),
)
_BY_FILES = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())

_BYTES_WORTH_A_PROCESS = 8 * 1024 * 1024  # of archive files; a process takes some seconds to start


class WorkerLost(G7DataError):
    """A process that extracted archive files ended by itself."""


def extract_all(
    files: Sequence[Stored],
    shards: Path,
    workers: int | None = None,
    *,
    cluster: Cluster | None = None,
    depot: Depot | None = None,
) -> list[Path]:
    """Extract archive files into their shards, `workers` at a time or on a cluster; gives the shards in the order of the files.

    What was extracted before by the same code is not read again, be its shard here or in the depot; the depot takes those that
    are made now. Without `workers`, there are as many as cores, but no more than the work is worth.
    Raises `WorkerLost`, or what `extract_on` does.
    """
    missing = [file for file in files if not shard_folder(shards, file.sha256).exists()]
    for file in files:
        if file not in missing:
            console.print(f"extract {file.name}: extracted before, not read again", style="dim")
    if depot is not None:
        missing = bring_shards(missing, shards, depot)
    if missing and cluster is not None:
        extract_on(cluster, missing, shards, depot)
    elif missing:
        _extract_here(missing, shards, workers)
        if depot is not None:
            put_shards(missing, shards, depot)
    return [shard_folder(shards, file.sha256) for file in files]


def _extract_here(files: Sequence[Stored], shards: Path, workers: int | None) -> None:
    workers = min(workers or _worth(files), len(files))
    if workers > 1:
        extract_beside(files, shards, workers)
    else:
        for file in files:
            extract_archive(file, shards)


@task(task_run_name="extract {stored.name}")
def extract_archive(stored: Stored, shards: Path) -> Path:
    """Extract one archive file into its shard."""
    with Progress(*_BY_PAGES, console=console) as progress:
        bar = progress.add_task(f"extract {stored.name}", total=stored.path.stat().st_size, pages=0)
        pages = 0

        def count(capture: Capture) -> None:
            nonlocal pages
            pages += 1
            progress.update(bar, completed=capture.offset, pages=pages)

        shard = write_shard(stored.path, stored.sha256, shards, count)
        progress.update(bar, completed=stored.path.stat().st_size)
    return shard


@task(task_run_name="extract in {workers} processes")
def extract_beside(files: Sequence[Stored], shards: Path, workers: int) -> None:
    """Extract archive files in processes of their own, the largest first, so that none is left over at the end."""
    largest_first = sorted(files, key=lambda file: -file.path.stat().st_size)
    with Progress(*_BY_FILES, console=console) as progress, _processes(workers) as pool:
        bar = progress.add_task(f"extract in {workers} processes", total=len(files))
        waiting: set[Future[Path]] = {pool.submit(write_shard, f.path, f.sha256, shards) for f in largest_first}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
                progress.advance(bar)


def _worth(files: Sequence[Stored]) -> int:
    """How many processes are worth their start."""
    return min(os.cpu_count() or 1, sum(file.path.stat().st_size for file in files) // _BYTES_WORTH_A_PROCESS)


@contextmanager
def _processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that share nothing with this one; where one fails, the work that has not begun is not begun."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise WorkerLost(
            "a process that extracted pages was ended from outside, perhaps for want of memory; run it again, with a lower --workers: "
            "what was extracted is kept"
        ) from error
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()
