"""`python -m flows`: run a flow from the command line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Unpack

os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")  # what happens is told on a run's page,
os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")  # and by the command line in its own words
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

import click
from rich.console import Console
from rich.markup import escape

from flows.accuracy import measure
from flows.accuracy import show as show_scores
from flows.console import console
from flows.options import OUTPUT, Options, takes_files, takes_options
from flows.preflight import check
from g7data.cli.fetch import CATALOGUE, EVERYTHING, LIMIT, SOURCES
from g7data.errors import G7DataError
from g7data.scoring.figures import FIGURES


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Tell in a line what the caller can mend, and end with 1."""
    try:
        yield
    except G7DataError as error:
        console.print(f"[bold red]{what}:[/] {escape(str(error))}", soft_wrap=True)
        sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run the pipeline: read pages and publish releases."""


@main.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@OUTPUT
@takes_options
def build_command(inputs: tuple[str, ...], output: Path, **options: Unpack[Options]) -> None:
    """Read pages from INPUT... and publish a release.

    An INPUT is a folder of .html, .txt, .md and .pdf files (with an optional pages.csv: file,url,retrieved_at,media_type), one such
    file, or a .warc or .warc.gz file; or an address (s3://…, https://…) of WARC files.

    \b
    Examples:
      python -m flows build tests/pages
      python -m flows build crawl-2026-11.warc.gz more/ --output output
      python -m flows build output/archive --workers 4
      python -m flows build s3://bucket/crawl/ --dask tcp://10.0.0.5:8786 --shards s3://bucket/work
    """
    with _told("Not built"):
        check(inputs, output.resolve(), options)
        console.print("Starting Prefect: a quarter of a minute …", style="dim")
        from prefect import tags  # it takes seconds to import: --help should not wait for it

        from flows.build import build
        from flows.report import show
        from flows.runs import run_tags

        with tags(*run_tags(output.resolve(), private=options["private_text"])):
            built = build(list(inputs), output.resolve(), **options)
    show(built, output)


@main.command("refresh")
@SOURCES
@LIMIT
@EVERYTHING
@OUTPUT
@takes_options
@CATALOGUE
def refresh_command(
    ids: tuple[str, ...],
    limit: int | None,
    everything: bool,
    output: Path,
    catalogue: Path | None,
    **options: Unpack[Options],
) -> None:
    """Fetch what is new or changed on the publishers' sites, and publish a release of all that was ever fetched.

    \b
    Examples:
      python -m flows refresh
      python -m flows refresh --source g7-information-centre --limit 200
    """
    with _told("Not refreshed"):
        check((), output.resolve(), options)
        console.print("Starting Prefect: a quarter of a minute …", style="dim")
        from prefect import tags

        from flows.refresh import refresh
        from flows.report import show
        from flows.runs import run_tags
        from g7data.cli.fetch import show_fetched

        with tags(*run_tags(output.resolve(), ids, private=options["private_text"])):
            refreshed = refresh(
                output.resolve(), list(ids), limit, everything=everything, catalogue=catalogue, **options
            )
    show_fetched(refreshed.fetched, Console(highlight=False))
    show(refreshed.built, output)


@main.command("accuracy")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--to",
    "target",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    default=FIGURES,
    help="CSV file for the figures; without it, the one that releases tell their accuracy from.",
)
def accuracy_command(gold: Path, inputs: tuple[str, ...], target: Path) -> None:
    """Measure how well pages are read: score a release of INPUT... on the labelled pages in GOLD, and write the figures down.

    GOLD is a file of labelled pages, one JSON object a line, or a folder of such files; INPUT... holds the pages themselves, as
    for a build. The release is built apart, without corrections, and thrown away.

    \b
    Example:
      python -m flows accuracy gold pages crawl-2026-11.warc.gz --to figures.csv
    """
    with _told("Not measured"):
        scores = measure(gold, inputs, target)
    show_scores(scores, target)


@main.command("serve")
@click.option(
    "--cron", metavar="CRON", help='When to refresh, in UTC, as cron writes it: "0 4 * * 1" is each Monday at four.'
)
@OUTPUT
@takes_files
def serve_command(cron: str | None, output: Path, **files: Unpack[Options]) -> None:
    """Offer `refresh` and `build` to a Prefect server, and run what it asks for, until Ctrl-C.

    The server is the one that PREFECT_API_URL names (`prefect server start` starts one). On its page both can be started with other
    parameters. One run at a time; the next one waits.

    \b
    Examples:
      python -m flows serve --cron "0 4 * * 1"
      python -m flows serve --output output --key release.key
    """
    with _told("Not served"):
        check((), output.resolve(), files)
        from flows.serving import serve_flows

        serve_flows(output.resolve(), cron, **files)


@main.command("alarm")
@click.argument("address", metavar="URL")
@click.option(
    "--quiet",
    metavar="DAYS",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="Days that may go by without a refresh that completes.",
)
def alarm_command(address: str, quiet: int) -> None:
    """Let the Prefect server post to URL what a maintainer must know: a run that ended badly, a source that needs a look, silence.

    What is posted is JSON with a `text`. The server is the one that PREFECT_API_URL names. Alarms that were set before are replaced.

    \b
    Example:
      python -m flows alarm https://hooks.example/g7data --quiet 8
    """
    with _told("Not set"):
        from flows.alarm import set_alarms

        for name in set_alarms(address, quiet):
            console.print(f"{name}: the server posts to {address}", markup=False, soft_wrap=True)


if __name__ == "__main__":
    main()
