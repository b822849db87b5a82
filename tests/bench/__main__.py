"""`python -m tests.bench`: measure, print the tables, and write them down."""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from tests.bench import crawling, extraction, fetching, large, prefect_cost, releases, scale
from tests.bench.contestants import ROOT
from tests.bench.machine import describe_machine
from tests.bench.report import write_figures, write_page
from tests.bench.section import Section
from tests.bench.setting import Setting

BENCHMARKS: dict[str, Callable[[Setting], Section]] = {
    "extraction": extraction.run,
    "fetching": fetching.run,
    "releases": releases.run,
    "crawl": crawling.run,
    "scale": scale.run,
    "large": large.run,
    "prefect": prefect_cost.run,
}
_NO_CORPUS = """\
There is no corpus to measure on at {corpus}.
Name a WARC file of web pages:  make bench CORPUS=path/to/file.warc.gz
"""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", nargs=-1, type=click.Choice(list(BENCHMARKS)), metavar="[NAME]...")
@click.option("--corpus", type=click.Path(path_type=Path), required=True, help="WARC file to measure on.")
@click.option(
    "--rounds", type=click.IntRange(min=1), default=5, show_default=True, help="How often each contestant runs."
)
@click.option(
    "--page", type=click.Path(path_type=Path), default=ROOT / "docs" / "benchmarks.md", help="Where the tables go."
)
@click.option(
    "--figures",
    type=click.Path(path_type=Path),
    default=ROOT / "output" / "benchmarks.json",
    help="Where the figures go.",
)
def main(names: tuple[str, ...], corpus: Path, rounds: int, page: Path, figures: Path) -> None:
    """Run the benchmarks of these NAMES, or all of them, and write down what they measured."""
    if not corpus.is_file():
        click.echo(_NO_CORPUS.format(corpus=corpus), err=True, nl=False)
        sys.exit(1)
    with tempfile.TemporaryDirectory(prefix="g7data-bench-") as scratch:
        setting = Setting(corpus.resolve(), rounds, Path(scratch), partial(click.echo, err=True))
        sections = [BENCHMARKS[name](setting) for name in names or BENCHMARKS]
    for section in sections:
        for table in section.all_tables():
            click.echo(table.as_markdown() + "\n")
    write_page(page, sections, describe_machine(), datetime.now(UTC).date())
    write_figures(figures, sections)


if __name__ == "__main__":
    main()
