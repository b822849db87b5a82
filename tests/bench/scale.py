"""More pages, more processes, and refreshes: how the time of a build grows, and what one costs when little or nothing is new."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.bench.contestants import ROOT
from tests.bench.crowd import changed_page, crowd
from tests.bench.machine import describe_packages
from tests.bench.section import Bar, Section, Table
from tests.bench.setting import Setting

COPIES = (1, 10, 95)
"""Of the corpus, so that there are some 3,000, 30,000 and 300,000 pages."""
COPIES_BESIDE = 40
"""Of the corpus, for what is done in several processes at once: enough that their start, some seconds, counts for little."""
_COPIES_OF_A_FILE = 4
"""Then: files of crawls hold ten thousands of pages."""
_PACKAGES = ("duckdb", "pyarrow", "polars", "pandera")
_STEPS = ("extract", "assemble", "validate", "publish")


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


def run(setting: Setting) -> Section:
    """Measure on the corpus in many copies."""
    return measure(setting, COPIES, COPIES_BESIDE)


def measure(setting: Setting, copies: tuple[int, int, int], beside: int) -> Section:
    """Measure builds of so many copies of the corpus, and extraction of `beside` copies in one process and two."""
    setting.tell(f"scale: {max(copies)} copies of the corpus are written")
    files = _written(setting.corpus, setting.scratch / "crowd", max(copies))
    grown = [_grown(setting, files[:number]) for number in copies]
    again = [_refreshed(setting, files[:number], cold) for number, cold in zip(copies[1:], grown[1:], strict=True)]
    setting.tell("scale: refreshed")
    larger = [*_joined(files[:beside], setting.scratch / "larger")]
    seconds = {
        workers: _build(setting.scratch / f"by-{workers}", workers, larger).steps["extract"] for workers in (1, 2)
    }
    on_dask = {workers: _on_dask(setting, workers, larger) for workers in (1, 2)}
    setting.tell("scale: extracted in processes and on Dask")
    steps = [later.each / earlier.each for earlier, later in pairwise(grown)]
    return Section(
        "Scale",
        _words(copies, beside),
        (
            _growth(grown),
            _refreshes(again),
            _beside({"processes": seconds, "Dask workers": on_dask}, beside * grown[0].rows["pages"]),
        ),
        (
            Bar("time_per_page_tenfold", "time a page at ten times the pages (the larger step)", 1.15, (max(steps),), at_least=False),
            *_bars_of_refreshes(again[0], ""),
            *_bars_of_refreshes(again[1], "_large"),
            Bar("two_processes_speedup", "two processes, of one", 1.8, (seconds[1] / seconds[2],)),
            Bar("two_dask_workers_speedup", "two Dask workers, of one", 1.7, (on_dask[1] / on_dask[2],)),
        ),
    )  # fmt: skip


def _written(corpus: Path, folder: Path, copies: int) -> list[Path]:
    """The copies of the corpus, written in two processes."""
    half = -(-copies // 2)
    parts = ((half, 0), (copies - half, half))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        written = [pool.submit(_crowd, corpus, folder, *part) for part in parts]
        return [path for part in written for path in part.result()]


def _crowd(corpus: Path, folder: Path, copies: int, first: int) -> list[Path]:
    return [*crowd(corpus, folder, copies, first)]


def _joined(files: Sequence[Path], folder: Path) -> Iterator[Path]:
    """Files of several copies each: members of gzip that follow each other are one file."""
    folder.mkdir()
    for first in range(0, len(files), _COPIES_OF_A_FILE):
        target = folder / files[first].name
        target.write_bytes(b"".join(file.read_bytes() for file in files[first : first + _COPIES_OF_A_FILE]))
        yield target


def _grown(setting: Setting, files: Sequence[Path]) -> Build:
    build = _build(setting.scratch / f"output-{len(files)}", 1, files)
    setting.tell(f"scale: {build.rows['pages']:,} pages built in {build.clock:.0f} s")
    return build


def _refreshed(setting: Setting, files: Sequence[Path], cold: Build) -> Mapping[str, Build]:
    """The cold build of files, and two after it."""
    output, changed = setting.scratch / f"output-{len(files)}", setting.scratch / f"changed-{len(files)}.warc.gz"
    return {
        "cold": cold,
        "nothing changed": _build(output, 1, files),
        "one page changed": _build(output, 1, [*files, changed_page(files[len(files) // 2], changed)]),
    }


def _build(output: Path, workers: int, files: Sequence[Path]) -> Build:
    told = _told("builder", str(output), str(workers), *map(str, files))
    newest = (output / "latest").resolve()
    return Build(**told, shards=_bytes(output / "shards"), release=_bytes(newest))


def _on_dask(setting: Setting, workers: int, files: Sequence[Path]) -> float:
    """Seconds in which so many Dask workers on this machine extract the files."""
    shards = setting.scratch / f"shards-on-dask-{workers}"
    return float(_told("on_dask", str(workers), str(shards), *map(str, files))["extract"])


def _told(module: str, *given: str) -> Any:
    """What a module of the benchmarks tells, run in a process of its own."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *given]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _growth(builds: Sequence[Build]) -> Table:
    columns = ("pages", "documents", "clauses", *(f"{step}: s" for step in _STEPS), "in all: s", "ms a page", "memory: MB", "shards: MB", "release: MB")  # fmt: skip
    rows = (
        (
            *(f"{each.rows[name]:,}" for name in ("pages", "documents", "clauses")), *(f"{each.steps[step]:.1f}" for step in _STEPS),
            f"{each.clock:.1f}", f"{each.each:.3f}", f"{each.memory:,.0f}", f"{each.shards / 1e6:,.1f}", f"{each.release / 1e6:,.1f}",
        )
        for each in builds
    )  # fmt: skip
    return Table(columns, tuple(rows))


def _refreshes(builds: Sequence[Mapping[str, Build]]) -> Table:
    columns = ("refresh", "pages", *(f"{step}: s" for step in _STEPS), "in all: s", "of the cold build")
    rows = (
        (name, f"{each.rows['pages']:,}", *(f"{each.steps[step]:.2f}" for step in _STEPS), f"{each.clock:.2f}", f"{_share(size, name):.1f} %")
        for size in builds
        for name, each in size.items()
    )  # fmt: skip
    return Table(columns, tuple(rows))


def _bars_of_refreshes(builds: Mapping[str, Build], key: str) -> tuple[Bar, Bar]:
    pages = f"{builds['cold'].rows['pages']:,} pages"
    return (
        Bar(f"refresh_unchanged_vs_cold{key}", f"refresh of {pages}, nothing changed, of the cold build", 3, (_share(builds, "nothing changed"),), at_least=False, unit="%"),
        Bar(f"refresh_one_page_vs_cold{key}", f"refresh of {pages}, one changed, of the cold build", 5, (_share(builds, "one page changed"),), at_least=False, unit="%"),
    )  # fmt: skip


def _share(builds: Mapping[str, Build], name: str) -> float:
    return 100 * builds[name].clock / builds["cold"].clock


def _beside(seconds: Mapping[str, Mapping[int, float]], pages: int) -> Table:
    rows = (
        (f"{what}: {workers}", f"{took:.1f}", f"{pages / took:,.0f}", f"{each[1] / took:.2f} ×")
        for what, each in seconds.items()
        for workers, took in each.items()
    )
    return Table(("extraction in", "s", "pages a second", "of one"), tuple(rows))


def _words(copies: tuple[int, int, int], beside: int) -> tuple[str, ...]:
    return (
        f"The corpus stands {copies[0]}, {copies[1]} and {copies[2]} times in what is built: each copy is a WARC file with addresses of its "
        "own and other words, but for the most common ones, so that as much is in scope in each, and little is a copy. Each build is "
        "one run in a process of its own, without Prefect, in one process, from archiving to the checked release; Python's start "
        "and imports are not counted. " + describe_packages(_PACKAGES) + ".",
        f"Refreshes are those of the {copies[1]} and the {copies[2]} copies, with the same command: of the same files, and with a file more in which one page "
        f"has changed. Extraction in processes and on Dask, on a cluster "
        f"on this machine, is that of {beside} copies, {_COPIES_OF_A_FILE} in a file; the start of processes and cluster is counted.",
    )  # fmt: skip
