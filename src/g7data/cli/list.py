"""`g7data list`: which releases there are."""

import json
from dataclasses import asdict

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from g7data.cli.place import SOURCE, Shown
from g7data.cli.plain import plain
from g7data.client.calls import releases


@click.command("list")
@SOURCE
@click.option("--format", "shown_as", type=click.Choice(["table", "json"]), default="table", show_default=True)
def list_command(source: str | None, shown_as: str) -> None:
    """List the releases of a source, newest first, with those that were withdrawn and why.

    \b
    Examples:
      g7data list --source https://data.example/g7data
      g7data list --source output --format json
    """
    with Shown() as watch:
        found = releases(source, withdrawn=True, watch=watch)
    if shown_as == "json":
        click.echo(json.dumps([asdict(release) for release in found], indent=2))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("version", "", "schema", "after"):
        table.add_column(name)
    for name in ("documents", "clauses", "rows"):
        table.add_column(name, justify="right")
    for release in found:
        table.add_row(
            release.version,
            "latest" if release.latest else "withdrawn" if release.withdrawn else "",
            release.schema_version or "",
            release.previous or "",
            *(f"{release.rows[name]:,}" if name in release.rows else "" for name in ("documents", "clauses")),
            f"{sum(release.rows.values()):,}" if release.rows else "",
            style="dim" if release.withdrawn else "",
        )
    console = Console(highlight=False)
    console.print(table if found else "no release yet")
    for release in found:
        if release.withdrawn:
            console.print(escape(plain(f"{release.version} {release.withdrawal}")), style="dim", soft_wrap=True)
