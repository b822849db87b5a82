"""More pages, more processes, and refreshes: how the time of a build grows, and what one costs when little or nothing is new."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from tests.bench import beside, builds
from tests.bench.builds import Build
from tests.bench.crowd import changed_page, crowd
from tests.bench.machine import describe_packages
from tests.bench.section import Bar, Section, Table, median
from tests.bench.setting import Setting

COPIES = (1, 10, 95)
"""Of the corpus, so that there are some 3,000, 30,000 and 300,000 pages."""
COPIES_IN_TURN = 24
"""Of the corpus, for what is done in several processes at once: enough that their start, some seconds, counts for little."""
_PACKAGES = ("duckdb", "pyarrow", "polars", "pandera")
_STEPS = ("extract", "assemble", "validate", "publish")


def run(setting: Setting) -> Section:
    """Measure on the corpus in many copies."""
    return measure(setting, COPIES, COPIES_IN_TURN)


def measure(setting: Setting, copies: tuple[int, int, int], in_turn: int) -> Section:
    """Measure builds of so many copies of the corpus, and extraction of `in_turn` copies by one worker and by two."""
    setting.tell(f"scale: {max(copies)} copies of the corpus are written")
    files = _written(setting.corpus, setting.scratch / "crowd", max(copies))
    grown = [_grown(setting, files[:number]) for number in copies]
    again = [_refreshed(setting, files[:number], cold) for number, cold in zip(copies[1:], grown[1:], strict=True)]
    setting.tell("scale: refreshed")
    workers, speedups = beside.measure(setting, files[:in_turn], in_turn * grown[0].rows["pages"])
    steps = [later.each / earlier.each for earlier, later in pairwise(grown)]
    return Section(
        "Scale",
        _words(copies, in_turn, setting.rounds),
        (_growth(grown), _refreshes(again), workers),
        (
            Bar("time_per_page_tenfold", "time a page at ten times the pages (the larger step)", 1.15, (max(steps),), at_least=False),
            *_bars_of_refreshes(again[0], ""),
            *_bars_of_refreshes(again[1], "_large"),
            *speedups,
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


def _grown(setting: Setting, files: Sequence[Path]) -> Build:
    build = builds.build(setting.scratch / f"output-{len(files)}", 1, files)
    setting.tell(f"scale: {build.rows['pages']:,} pages built in {build.clock:.0f} s")
    return build


def _refreshed(setting: Setting, files: Sequence[Path], cold: Build) -> Mapping[str, Sequence[Build]]:
    """The cold build of files, and those after it, a page more of which has changed in each round."""
    output, changed = setting.scratch / f"output-{len(files)}", setting.scratch / f"changed-{len(files)}"
    changed.mkdir()
    given = [*files]
    took: dict[str, list[Build]] = {"cold": [cold], "nothing changed": [], "one page changed": []}
    for number in range(setting.rounds):
        took["nothing changed"].append(builds.build(output, 1, given))
        given.append(changed_page(files[number % len(files)], changed / f"{number}.warc.gz"))
        took["one page changed"].append(builds.build(output, 1, given))
    return took


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


def _refreshes(builds: Sequence[Mapping[str, Sequence[Build]]]) -> Table:
    columns = ("refresh", "pages", *(f"{step}: s" for step in _STEPS), "in all: s", "of the cold build")
    rows = (
        (
            name, f"{each[0].rows['pages']:,}", *(f"{median([build.steps[step] for build in each]):.2f}" for step in _STEPS),
            f"{median([build.clock for build in each]):.2f}", f"{median(_shares(size, name)):.1f} %",
        )
        for size in builds
        for name, each in size.items()
    )  # fmt: skip
    return Table(columns, tuple(rows))


def _bars_of_refreshes(builds: Mapping[str, Sequence[Build]], key: str) -> tuple[Bar, Bar]:
    pages = f"{builds['cold'][0].rows['pages']:,} pages"
    return (
        Bar(f"refresh_unchanged_vs_cold{key}", f"refresh of {pages}, nothing changed, of the cold build", 3, _shares(builds, "nothing changed"), at_least=False, unit="%"),
        Bar(f"refresh_one_page_vs_cold{key}", f"refresh of {pages}, one changed, of the cold build", 5, _shares(builds, "one page changed"), at_least=False, unit="%"),
    )  # fmt: skip


def _shares(builds: Mapping[str, Sequence[Build]], name: str) -> tuple[float, ...]:
    (cold,) = builds["cold"]
    return tuple(100 * build.clock / cold.clock for build in builds[name])


def _words(copies: tuple[int, int, int], in_turn: int, rounds: int) -> tuple[str, ...]:
    return (
        f"The corpus stands {copies[0]}, {copies[1]} and {copies[2]} times in what is built: each copy is a WARC file with addresses of its "
        "own and other words, but for the most common ones, so that as much is in scope in each, and little is a copy. Each build is "
        "one run in a process of its own, without Prefect, in one process, from archiving to the checked release; Python's start "
        "and imports are not counted. " + describe_packages(_PACKAGES) + ".",
        f"Refreshes are those of the {copies[1]} and the {copies[2]} copies, with the same command: of the same files, and with a file more in "
        f"which one page has changed, {rounds} times each in turn. Extraction in processes and on Dask, on a cluster on this machine, is "
        f"that of {in_turn} copies, {beside.COPIES_OF_A_FILE} in a file; one worker and two took turns {rounds} times, and the start of processes and "
        "cluster is counted. Figures are medians of the rounds, ratios those of one round.",
    )  # fmt: skip
