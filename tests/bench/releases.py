"""A release of a million clauses: publishing it, comparing it with the next, verifying it, its size, and what questions of it take."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb

from g7data.release.duck import DATABASE
from g7data.release.open import row_counts
from tests.bench.contestants import ROOT
from tests.bench.machine import describe_packages
from tests.bench.multiplied import RULES, SEARCHED, copies_for, multiply, stage
from tests.bench.questions import ask, questions, table
from tests.bench.section import Bar, Section, Table
from tests.bench.setting import Setting
from tests.static_host import NGINX, Log, nginx

CLAUSES = 1_000_000
CHANGED = 1
"""The share of pages, in percent, that say something else in the second release."""
_SAMPLES = ROOT / "tests" / "pages"
_PACKAGES = ("duckdb", "pyarrow")
_TOLD = ("documents", "clauses", "evidence", "ministers", "people", "meetings", "pages", "changes")
_WRITTEN = {"CSV": "csv", "JSON, a row a line": "json", "CSV, gzip": "csv.gz"}
"""The forms that the release does not have, and how their files end."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run in a process of its own: seconds on the clock and of the processor, and the most memory in MB."""

    clock: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Made:
    """Two releases, in the order of their versions, and what it took to publish each, to compare them and to verify one."""

    releases: tuple[Path, Path]
    runs: Mapping[str, Run]


def run(setting: Setting) -> Section:
    """Measure releases made of the sample pages and the corpus, until there are a million clauses."""
    if NGINX is None:
        raise click.ClickException("the questions over the network need nginx: apt-get install nginx-light")
    return measure(setting, stage([str(_SAMPLES), str(setting.corpus)], setting.scratch / "pages"), CLAUSES)


def measure(setting: Setting, staging: Path, clauses: int) -> Section:
    """Measure releases made of staged tables, multiplied until there are so many clauses."""
    copies = copies_for(staging, clauses)
    made = make(setting, staging, copies)
    newer = made.releases[1]
    sizes = size_table(newer, setting.scratch / "written")
    setting.tell("releases: the same rows are written as CSV and JSON")
    with nginx(newer, setting.scratch / "host") as address:
        log = Log(setting.scratch / "host")
        asked = {each: ask(each, newer, address, log, setting.rounds) for each in questions(newer)}
    setting.tell("releases: the questions are asked")
    build, comparison = made.runs["publish"], made.runs["compare"]
    return Section(
        "Releases",
        _words(copies, row_counts(newer), setting.rounds),
        (_publishing(made), sizes, table(asked)),
        (
            Bar("release_compare_vs_publish", "comparison of two versions, of the time to publish one", 0.5,
                (comparison.clock / build.clock,), at_least=False),
            Bar("release_publish_memory", "memory to publish, compare and verify", 3000, (max(each.memory for each in made.runs.values()),), at_least=False, unit="MB"),
        ),
    )  # fmt: skip


def make(setting: Setting, staging: Path, copies: int) -> Made:
    """Publish the staged tables in so many copies, and once more with some pages changed; then compare the two, and verify the second."""
    output = setting.scratch / "releases"
    runs: dict[str, Run] = {}
    for name, changed in (("publish", 0), ("publish the next", CHANGED)):
        multiplied = multiply(staging, setting.scratch / f"multiplied-{changed}", copies, changed)
        setting.tell(f"releases: the tables of {copies:,} copies are made, {changed} % of the pages changed")
        runs[name] = _run("publish", multiplied, output)
        setting.tell(f"releases: published in {runs[name].clock:.0f} s")
    first, second = sorted((output / "releases").iterdir())
    runs["compare"] = _run("compare", first, second)
    setting.tell(f"releases: compared in {runs['compare'].clock:.0f} s")
    runs["verify"] = _run("verify", second, setting.scratch / "verifying")
    setting.tell(f"releases: verified in {runs['verify'].clock:.0f} s")
    return Made((first, second), runs)


def _run(what: str, one: Path, other: Path) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.publisher", what, str(one), str(other)],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return Run(**json.loads(done.stdout))


def size_table(release: Path, scratch: Path) -> Table:
    """The bytes of a release in each of its forms, and those of the same rows in forms that it does not have."""
    scratch.mkdir()
    parquet = sorted(release.glob("*.parquet"))
    sizes = {"Parquet": _bytes(parquet), "DuckDB file": _bytes([release / DATABASE])}
    with duckdb.connect() as connection:
        for form, ending in _WRITTEN.items():
            sizes[form] = _bytes(_write(connection, parquet, scratch, ending))
    rows = ((form, f"{size / 1e6:,.1f}", f"{size / sizes['Parquet']:.2f}") for form, size in sizes.items())
    return Table(("the same rows as", "MB", "times Parquet"), tuple(rows))


def _write(connection: duckdb.DuckDBPyConnection, parquet: list[Path], scratch: Path, ending: str) -> Iterator[Path]:
    """Write each table in a form; a file is gone when the next is asked for, as all together are large."""
    for source in parquet:
        target = scratch / f"{source.stem}.{ending}"
        connection.execute(f"COPY (FROM read_parquet('{source}')) TO '{target}'")
        yield target
        target.unlink()


def _bytes(paths: Iterator[Path] | list[Path]) -> int:
    return sum(path.stat().st_size for path in paths)


def _publishing(made: Made) -> Table:
    first, second = (path.name for path in made.releases)
    names = {
        "publish": f"publish {first}",
        "publish the next": f"publish {second}, compared with {first}",
        "compare": "the comparison alone",
        "verify": f"verify {second}",
    }
    rows = (
        (names[name], f"{each.clock:.1f}", f"{each.cpu:.1f}", f"{each.memory:,.0f}") for name, each in made.runs.items()
    )
    return Table(("what", "seconds", "of the processor", "memory: MB"), tuple(rows))


def _words(copies: int, rows: Mapping[str, int], rounds: int) -> tuple[str, ...]:
    told = ", ".join(f"{rows[name]:,} {name}" for name in _TOLD)
    return (
        f"Tables were multiplied, not pages: the sample pages and the corpus were built once as far as publishing, and each row of "
        f"the staged tables stands {copies:,} times in those published here, but those of `sources` and `accuracy`, which "
        f"stay as they are. A copy has ids and addresses of its own, and other words of the same length (small letters of the Latin "
        f"alphabet are exchanged by one of {RULES} rules, but for those of “{SEARCHED}”), so that it helps little in compressing the "
        f"others, and offsets and references hold. The second version, where on {CHANGED} % of the pages all words are others, has {told}.",
        f"Publishing takes staged tables to a checked release: checks, sorting, Parquet, DuckDB file, descriptors, sums. Each run is in "
        f"a process of its own, once, with the memory limit that a build has; memory is the most that it held. The comparison alone is "
        f"that of `g7data diff` where it has to compare, value by value; to verify is to ask all that `g7data verify` asks without the archive. {describe_packages(_PACKAGES)}.",
        f"The questions are asked of the second version: of its DuckDB file on this machine, of its Parquet files over HTTP, and of its "
        f"DuckDB file over HTTP, the way `docs/using.md` shows. A fresh connection for each of {rounds} runs, nothing fetched before; a figure "
        "is the median. The first question is asked of the index where the DuckDB file is asked, and of every text where Parquet is. Requests and MB (bodies) are those that nginx logged, on this machine: no distance, and no limit to its speed. All "
        "ways must give the same rows.",
    )
