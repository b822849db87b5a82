"""Builds that are measured, each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.contestants import ROOT


@dataclass(frozen=True, slots=True)
class Build:
    """One build in a process of its own: seconds by step, rows by table, seconds in all, the most memory in MB, bytes kept."""

    steps: Mapping[str, float]
    rows: Mapping[str, int]
    clock: float
    cpu: float
    memory: float
    shards: int
    release: int

    @property
    def each(self) -> float:
        """Milliseconds a page."""
        return 1000 * self.clock / self.rows["pages"]


def build(output: Path, workers: int, files: Sequence[Path]) -> Build:
    """Build a release of the files in `output`."""
    measured = told("builder", str(output), str(workers), *map(str, files))
    newest = (output / "latest").resolve()
    return Build(**measured, shards=_bytes(output / "shards"), release=_bytes(newest))


def told(module: str, *given: str) -> Any:
    """What a module of the benchmarks tells, run in a process of its own."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *given]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
