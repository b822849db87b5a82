"""`g7data sources`: the catalogue, and how each source stands."""

from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from g7data.cli.fetch import CATALOGUE, OUTPUT, show_alarms
from g7data.cli.pipeline import pipeline


@click.command("sources")
@OUTPUT
@CATALOGUE
@click.option("--unverified", is_flag=True, help="Print what of the catalogue could not be checked.")
def sources_command(output: Path, catalogue: Path | None, unverified: bool) -> None:
    """List the sources: pages known and gone, last success, last change, alarms.

    \b
    Examples:
      g7data sources
      g7data sources --unverified
    """
    with pipeline("the list of sources"):
        from g7data.fetch.alarms import standings
        from g7data.fetch.memory import remembered
        from g7data.sources.catalogue import read_sources, sources

    console = Console(highlight=False)
    known = sources() if catalogue is None else read_sources(catalogue)
    if unverified:
        for source in known:
            for remark in source.unverified:
                console.print(f"[bold]{source.source_id}[/] {escape(remark)}", soft_wrap=True)
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("source", no_wrap=True)
    for name in ("pages", "gone", "last success", "last change", "alarms"):
        table.add_column(name, justify="right")
    fetched = [source for source in known if source.crawl is not None]
    with remembered(output / "archive", known) as memory:
        told = standings(fetched, memory)
    for standing in told:
        table.add_row(
            standing.source.source_id,
            f"{standing.documents:,}" if standing.documents else "–",
            f"{standing.gone:,}" if standing.gone else "–",
            _day(standing.last_success),
            _day(standing.last_change),
            str(len(standing.alarms)) if standing.alarms else "–",
        )
    console.print(table)
    for standing in told:
        show_alarms(standing.source.source_id, standing.alarms, console)
    others = [source.source_id for source in known if source.crawl is None]
    if others:
        console.print(f"Known as publishers, but not fetched: {', '.join(others)}.")


def _day(time: datetime | None) -> str:
    return f"{time:%Y-%m-%d}" if time is not None else "–"
