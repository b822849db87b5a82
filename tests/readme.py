"""The README's blocks, and what their commands and queries print today: `make readme` writes it into them.

A block ```sql is followed by a block ```text with what DuckDB prints for it, and a block ```console holds a command and
what it prints. `test_readme.py` compares both with a release made of the sample pages. The table of accuracy shows what
`make accuracy` has measured last.
"""

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb
from click.testing import CliRunner

from g7data.cli import main
from g7data.scoring.figures import Figure, read_figures
from g7data.scoring.page import FIELDS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
WIDTH = 140
_QUERY = re.compile(r"```sql\n(?P<query>.*?)```\n\n```text\n(?P<printed>.*?)```", re.DOTALL)
_BUILD = re.compile(r"```console\n\$ make dataset\n.*?(?P<printed>Starting Prefect.*?)```", re.DOTALL)
_EXTRACT = re.compile(
    r"```console\n\$ \.venv/bin/g7data (?P<arguments>[^|\n]*)( \| head -n (?P<lines>\d+))?\n(?P<printed>.*?)```",
    re.DOTALL,
)
_ACCURACY = re.compile(r"<!-- make accuracy -->\n\n(?P<printed>.*?)\n<!-- end -->", re.DOTALL)
_ELAPSED = re.compile(r"\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class SampleBuild:
    """A build of the sample pages: its output folder, and what a user saw of it."""

    output: Path
    printed: str

    @property
    def release(self) -> Path:
        """The folder of the release that was published."""
        return (self.output / "latest").resolve()


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of the README: what was asked, what stands there as the answer, and where that stands."""

    asked: str
    printed: str
    start: int
    end: int


def run_flow(
    *arguments: str, prefect: Path, api: str | None = None, timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run `python -m flows` as a user does, with Prefect's own files in the folder `prefect`, and its server at `api`, if there is one."""
    plain = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "PREFECT_API_URL")}
    plain |= {} if api is None else {"PREFECT_API_URL": api}
    return subprocess.run(
        [sys.executable, "-m", "flows", *arguments], cwd=ROOT, env={**plain, "PREFECT_HOME": str(prefect), "COLUMNS": "80"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False, timeout=timeout,
    )  # fmt: skip


def build_samples(folder: Path, api: str | None = None) -> SampleBuild:
    """Do what `make dataset` does, in a folder of its own; with Prefect's server at `api`, if there is one."""
    output = folder / "output"
    done = run_flow("build", "tests/pages", "--output", str(output), prefect=folder / "prefect", api=api)
    if done.returncode:
        raise RuntimeError(f"the build of the sample pages failed:\n{done.stdout}")
    return SampleBuild(output, done.stdout)


def queries(readme: str) -> list[Shown]:
    """All queries of the README, with the answers that stand there."""
    return [_shown(match, match["query"]) for match in _QUERY.finditer(readme)]


def extractions(readme: str) -> list[tuple[Shown, int | None]]:
    """All calls of `g7data` in the README, each with how many lines of the answer are shown; None for all."""
    found = _EXTRACT.finditer(readme)
    return [
        (_shown(match, match["arguments"].strip()), int(match["lines"]) if match["lines"] else None) for match in found
    ]


def builds(readme: str) -> list[Shown]:
    """All calls of `make dataset` in the README, from the line on at which the build itself begins."""
    return [_shown(match, "make dataset") for match in _BUILD.finditer(readme)]


def accuracies(readme: str) -> list[Shown]:
    """All tables of accuracy in the README."""
    return [_shown(match, "make accuracy") for match in _ACCURACY.finditer(readme)]


def measured(figures: list[Figure]) -> str:
    """Figures as a Markdown table: a line for each field, a column for each labelled set; and by which extractor."""
    sets = sorted({figure.split for figure in figures})
    cells = {(figure.tally.field, figure.split): _cell(figure) for figure in figures}
    fields = sorted({field for field, _ in cells}, key=FIELDS.index)
    header = [["field", *(f"`{name}`" for name in sets)], ["---"] * (len(sets) + 1)]
    lines = [[f"`{field}`", *(cells.get((field, name), "") for name in sets)] for field in fields]
    table = "".join(f"| {' | '.join(line)} |\n" for line in (*header, *lines))
    versions = sorted({f"`{figure.extractor_version}`" for figure in figures})
    return f"{table}\nMeasured with version {' and '.join(versions)} of the extractor.\n"


def answer(query: str, release: Path) -> str:
    """What DuckDB prints for a query to a release."""
    screen = io.StringIO()
    with (
        duckdb.connect(str(release / "g7data.duckdb"), read_only=True) as connection,
        contextlib.redirect_stdout(screen),
    ):
        connection.sql(query).show(max_width=WIDTH, max_rows=50)
    return screen.getvalue().strip("\n") + "\n"


def told(arguments: str, lines: int | None) -> str:
    """What `g7data` prints for arguments, or the first lines of it."""
    done = CliRunner().invoke(
        main, [str(ROOT / part) if (ROOT / part).is_file() else part for part in arguments.split()]
    )
    return "".join(done.output.splitlines(keepends=True)[:lines])


def as_in_readme(build: SampleBuild) -> str:
    """What a build printed, as if into the folder `output`; how long it took is left out of the comparison."""
    printed = build.printed.replace(str(build.output), "output")
    return _ELAPSED.sub("0:00:01", "\n".join(line.rstrip() for line in printed.strip().splitlines())) + "\n"


def same_lines(one: str, other: str) -> bool:
    """Whether two texts have the same lines: rows of equal weight may come in any order."""
    return sorted(one.splitlines()) == sorted(other.splitlines())


def refreshed(readme: str, build: SampleBuild) -> str:
    """The README with what its commands and queries print today."""
    news = [
        (shown, as_in_readme(build)) for shown in builds(readme) if not same_lines(shown.printed, as_in_readme(build))
    ]
    news += [(shown, told(shown.asked, lines)) for shown, lines in extractions(readme)]
    news += [(shown, answer(shown.asked, build.release)) for shown in queries(readme)]
    for shown, printed in sorted(news, key=lambda pair: -pair[0].start):
        readme = readme[: shown.start] + printed + readme[shown.end :]
    return with_accuracy(readme)


def with_accuracy(readme: str) -> str:
    """The README with the accuracy that was measured last."""
    for shown in accuracies(readme):
        readme = readme[: shown.start] + measured(read_figures()) + readme[shown.end :]
    return readme


def _cell(figure: Figure) -> str:
    tally = figure.tally
    shares = ("–" if share is None else f"{share:.2f}" for share in (tally.precision, tally.recall, tally.f1))
    return f"{' / '.join(shares) if tally.f1 is not None else '–'} ({tally.n})"


def _shown(match: re.Match[str], asked: str) -> Shown:
    return Shown(asked, match["printed"], match.start("printed"), match.end("printed"))


if __name__ == "__main__":
    before = README.read_text(encoding="utf-8")
    if sys.argv[1:] == ["accuracy"]:
        after = with_accuracy(before)
    else:
        with tempfile.TemporaryDirectory(prefix="g7data-readme-") as folder:
            after = refreshed(before, build_samples(Path(folder)))
    README.write_text(after, encoding="utf-8", newline="\n")
    print("README.md is as it was" if after == before else "README.md: what has changed was written anew")
