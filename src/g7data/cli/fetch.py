"""`g7data fetch`: pages from the publishers' sites into the archive."""

import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from g7data.cli.pipeline import pipeline
from g7data.cli.place import output_option
from g7data.errors import G7DataError

if TYPE_CHECKING:
    from g7data.fetch.run import Fetched
    from g7data.sources.described import Source

OUTPUT = output_option("Folder that holds the archive.")
CATALOGUE = click.option(
    "--catalogue",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of your own source files (TOML), instead of those that come with g7data.",
)

SOURCES = click.option(
    "--source", "ids", multiple=True, metavar="ID", help="Only this source; may be given again. Without it, all."
)
LIMIT = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Ask at most N addresses; the next run goes on from there."
)
EVERYTHING = click.option(
    "--all", "everything", is_flag=True, help="Ask documents too that were found unchanged lately."
)


class NothingToFetch(G7DataError):
    """No source that was named can be fetched."""


class NothingReached(G7DataError):
    """No host answered at all."""


@click.command("fetch")
@SOURCES
@LIMIT
@EVERYTHING
@OUTPUT
@CATALOGUE
def fetch_command(
    ids: tuple[str, ...], limit: int | None, everything: bool, output: Path, catalogue: Path | None
) -> None:
    """Fetch pages from the publishers' sites: all that is new or changed since the last time, politely.

    Index pages are asked each time. A document that was there is asked again when it was left alone for a tenth of the time
    since it last changed, from a day to a month; only what changed is sent again.

    Each host is asked at its own pace and as its robots.txt allows. Everything is kept as it came over the wire, in
    OUTPUT/archive, one WARC file a run. A run that is broken off is gone on with by the next one. Proxies and certificates
    are taken from the environment (HTTPS_PROXY, REQUESTS_CA_BUNDLE). The exit code is 1 if no host answered at all.

    \b
    Examples:
      g7data fetch --source g7-information-centre --limit 100
      g7data fetch --output output && python -m flows build output/archive
    """
    with pipeline("fetching"):
        from g7data.fetch.run import fetch  # only this command needs the pipeline
        from g7data.sources.catalogue import read_sources, sources

    console = Console(stderr=True, highlight=False)
    chosen = choose(sources() if catalogue is None else read_sources(catalogue), ids)
    bars = HostBars(console) if console.is_terminal else None
    try:
        with bars or nullcontext():
            fetched = fetch(output / "archive", chosen, limit=limit, everything=everything, progress=bars)
    except KeyboardInterrupt:
        console.print("Stopped. What was fetched is kept: run again to go on.")
        sys.exit(130)
    show_fetched(fetched, Console(highlight=False))
    check_reached(fetched)


def check_reached(fetched: "Fetched") -> None:
    """Raise `NothingReached` where no host that was asked answered."""
    if not fetched.reached:
        raise NothingReached(
            "no host answered, so nothing was fetched. Look whether there is a network; behind a proxy, set HTTPS_PROXY, and "
            "REQUESTS_CA_BUNDLE if it reads along"
        )


def choose(known: Iterable["Source"], ids: Iterable[str]) -> "list[Source]":
    """The sources that were named, or all that can be fetched."""
    from g7data.sources.catalogue import pick

    chosen = [source for source in pick(known, ids) if source.crawl is not None]
    if not chosen:
        raise NothingToFetch(
            f"{', '.join(ids) or 'the catalogue'} names no index page to begin with; `g7data sources` lists what can be fetched"
        )
    return chosen


class HostBars(Progress):
    """A bar for each host, and all its aliases: addresses asked, of those known so far."""

    def __init__(self, console: Console) -> None:
        super().__init__(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True
        )  # fmt: skip
        self._of: dict[str, TaskID] = {}

    def __call__(self, site: str, *, asked: int, waiting: int) -> None:
        """Move the bar of a site."""
        if site not in self._of:
            self._of[site] = self.add_task(site, total=None)
        self.update(self._of[site], completed=asked, total=asked + waiting)


def show_fetched(fetched: "Fetched", console: Console) -> None:
    """Print what became of every address, and what somebody should look at."""
    from g7data.fetch.tally import OUTCOMES

    shown = [outcome for outcome in OUTCOMES if fetched.tally.total(outcome)]
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("source", no_wrap=True)
    for outcome in shown:
        table.add_column(outcome, justify="right")
    for source_id, told in sorted(fetched.tally.sources.items()):
        table.add_row(
            source_id, *(f"{told.outcomes[outcome]:,}" if told.outcomes[outcome] else "–" for outcome in shown)
        )
    console.print(table)
    for source_id, told in sorted(fetched.tally.sources.items()):
        show_alarms(source_id, told.alarms, console)
        for code, n in told.codes.most_common():
            console.print(f"[yellow]{code}[/] {source_id}: {n:,} {'address' if n == 1 else 'addresses'}")
            for url, reason in told.examples[code]:
                console.print(f"  {escape(url)} – {escape(reason)}", style="dim", soft_wrap=True)
    end = "The crawl is whole." if fetched.whole else "The crawl is not whole: run again to go on."
    console.print(f"{end} {fetched.seconds:,.1f} s, {escape(str(fetched.path))}", soft_wrap=True)


def show_alarms(source_id: str, alarms: Iterable[str], console: Console) -> None:
    """Print what somebody should look at, a line each."""
    for alarm in alarms:
        console.print(f"[bold red]alarm[/] {source_id}: {escape(alarm)}", soft_wrap=True)
