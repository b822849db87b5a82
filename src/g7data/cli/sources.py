"""`g7data sources`: the catalogue, and how each source stands."""

from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from g7data.cli.fetch import CATALOGUE, OUTPUT
from g7data.cli.pipeline import pipeline


@click.command("sources")
@OUTPUT
@CATALOGUE
@click.option("--unverified", is_flag=True, help="Print what of the catalogue could not be checked.")
def sources_command(output: Path, catalogue: Path | None, unverified: bool) -> None:
    """List the sources: pages known, last success, last change, alarms.

    \b
    Examples:
      g7data sources
      g7data sources --unverified
    """
    with pipeline("the list of sources"):
        from g7data.archive.visits import visits
        from g7data.fetch.alarms import standings
        from g7data.fetch.known import remember
        from g7data.sources.catalogue import read_sources, sources

    console = Console(highlight=False)
    known = sources() if catalogue is None else read_sources(catalogue)
    if unverified:
        for source in known:
            for remark in source.unverified:
                console.print(f"[bold]{source.source_id}[/] {escape(remark)}", soft_wrap=True)
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("source", "publisher"):
        table.add_column(name)
    table.add_column("pages", justify="right")
    table.add_column("gone", justify="right")
    for name in ("last success", "last change", "alarms"):
        table.add_column(name)
    for standing in standings(known, remember(visits(output / "archive"), known)):
        source = standing.source
        fetched = source.crawl is not None
        table.add_row(
            source.source_id,
            source.publisher,
            f"{standing.documents:,}" if fetched else "–",
            f"{standing.gone:,}" if standing.gone else "–",
            _day(standing.last_success),
            _day(standing.last_change),
            escape("; ".join(standing.alarms)) if fetched else "not fetched",
        )
    console.print(table)


def _day(time: datetime | None) -> str:
    return f"{time:%Y-%m-%d %H:%M}" if time is not None else "–"
