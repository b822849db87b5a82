"""Extraction by one worker and by two, as processes and on a Dask cluster of this machine, turn by turn."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench import builds
from tests.bench.section import Bar, Table, median
from tests.bench.setting import Setting

COPIES_OF_A_FILE = 3
"""How many copies of the corpus lie in a file: files of crawls hold ten thousands of pages."""

Took = Mapping[int, Sequence[float]]
"""Seconds in each round, by the number of workers."""


def measure(setting: Setting, copies: Sequence[Path], pages: int) -> tuple[Table, tuple[Bar, ...]]:
    """Extract copies of the corpus, files that hold so many pages together."""
    files = [*_joined(copies, setting.scratch / "larger")]
    processes = _in_turn(setting, files, _in_processes)
    setting.tell("scale: extracted in processes")
    on_dask = _in_turn(setting, files, _on_dask)
    setting.tell("scale: extracted on Dask")
    return (
        _table({"processes": processes, "Dask workers": on_dask}, pages),
        (
            Bar("two_processes_speedup", "two processes, of one", 1.8, _times(processes)),
            Bar("two_dask_workers_speedup", "two Dask workers, of one", 1.7, _times(on_dask)),
        ),
    )


def _joined(files: Sequence[Path], folder: Path) -> Iterator[Path]:
    """Files of several copies each: members of gzip that follow each other are one file."""
    folder.mkdir()
    for first in range(0, len(files), COPIES_OF_A_FILE):
        target = folder / files[first].name
        target.write_bytes(b"".join(file.read_bytes() for file in files[first : first + COPIES_OF_A_FILE]))
        yield target


def _in_turn(setting: Setting, files: Sequence[Path], extract: Callable[[Path, int, Sequence[Path]], float]) -> Took:
    """Seconds in which one worker and two extract the files, turn by turn."""
    took: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(setting.rounds):
        for workers, seconds in took.items():
            folder = setting.scratch / "beside"
            seconds.append(extract(folder, workers, files))
            shutil.rmtree(folder)
    return took


def _in_processes(folder: Path, workers: int, files: Sequence[Path]) -> float:
    """Seconds in which so many processes extract the files."""
    return builds.build(folder, workers, files).steps["extract"]


def _on_dask(folder: Path, workers: int, files: Sequence[Path]) -> float:
    """Seconds in which so many Dask workers on this machine extract the files."""
    return float(builds.told("on_dask", str(workers), str(folder), *map(str, files))["extract"])


def _times(seconds: Took) -> tuple[float, ...]:
    """How many times as fast two workers are as one, round by round."""
    return tuple(one / two for one, two in zip(seconds[1], seconds[2], strict=True))


def _table(seconds: Mapping[str, Took], pages: int) -> Table:
    rows = (
        (f"{what}: {workers}", f"{median(took):.1f}", f"{min(took):.1f} to {max(took):.1f}", f"{pages / median(took):,.0f}")
        for what, each in seconds.items()
        for workers, took in each.items()
    )  # fmt: skip
    return Table(("extraction in", "s", "from … to", "pages a second"), tuple(rows))
