"""`python -m flows`: run a flow from the command line."""

import os
import sys
from pathlib import Path

os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")  # the command line tells what happens in its own words
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

import click

from flows.console import console
from flows.preflight import check
from g7data.errors import G7DataError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run the pipeline: read pages and publish releases."""


@main.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for archive, shards and releases.",
)
@click.option(
    "--version", "version", metavar="X.Y.Z", help="Version to publish; it may only be higher than the changes call for."
)
@click.option(
    "--private-text", is_flag=True, help="Keep texts that may not be passed on, in a release for your own use."
)
def build_command(inputs: tuple[str, ...], output: Path, version: str | None, private_text: bool) -> None:
    """Read pages from INPUT... and publish a release.

    An INPUT is a folder of .html, .txt, .md and .pdf files (with an optional pages.csv: file,url,retrieved_at,media_type), one such
    file, or a .warc or .warc.gz file.

    \b
    Examples:
      python -m flows build tests/pages
      python -m flows build crawl-2026-11.warc.gz more/ --output output
    """
    try:
        check(inputs, output.resolve())
        console.print("Starting Prefect: a quarter of a minute …", style="dim")
        from flows.build import build  # Prefect takes seconds to import: --help should not wait for it
        from flows.report import show

        built = build(list(inputs), output.resolve(), version, private_text=private_text)
    except G7DataError as error:
        console.print(f"[bold red]Not built:[/] {error}", soft_wrap=True)
        sys.exit(1)
    show(built, output)


if __name__ == "__main__":
    main()
