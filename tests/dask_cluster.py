"""A Dask cluster as its users start it: a scheduler and two workers, each a process of its own on 127.0.0.1.

One of the workers gets stuck in the middle of the first file that it extracts (`tests/stuck_worker.py`), so that it can be killed there.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contestants import ROOT

_PATIENCE = 120.0  # seconds


@dataclass(frozen=True, slots=True)
class DaskCluster:
    """The scheduler's address, and the worker that gets stuck."""

    address: str
    stuck: subprocess.Popen[bytes]
    _mark: Path

    def kill_when_stuck(self) -> None:
        """Kill the worker as soon as it is in the middle of its work."""
        wait_for(self._mark, self.stuck)
        self.stuck.kill()
        self.stuck.wait(30)


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a file is there."""
    deadline = time.monotonic() + _PATIENCE
    while not path.exists():
        assert process.poll() is None, "it ended by itself"
        assert time.monotonic() < deadline, f"{path.name} did not come"
        time.sleep(0.1)


@contextmanager
def dask_cluster(folder: Path) -> Iterator[DaskCluster]:
    """Start the cluster, with its files in `folder`, and end it."""
    folder.mkdir()
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                cwd=ROOT, env={**os.environ, "G7DATA_STUCK": str(folder / "stuck"), "PREFECT_HOME": str(folder / name)},
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        started.append(process)
        return process

    found = folder / "scheduler.json"
    try:
        scheduler = start("scheduler", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(found))  # fmt: skip
        wait_for(found, scheduler)
        worker = ("worker", "--scheduler-file", str(found), "--nthreads", "1", "--no-nanny", "--no-dashboard")
        stuck = start("stuck-worker", *worker, "--preload", "tests.stuck_worker")
        start("good-worker", *worker)
        address = json.loads(found.read_text(encoding="utf-8"))["address"]
        yield DaskCluster(address, stuck, folder / "stuck")
    finally:
        for process in started:
            process.kill()
            process.wait(30)
