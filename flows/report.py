"""What a person is told at the end of a build: where the release is, what is in it, and what was set aside and why."""

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.built import Built

_MOST_PROBLEMS = 5


def show(built: Built, output: Path) -> None:
    """Print the report of a build to standard output."""
    screen = Console(highlight=False)
    where = output / "releases" / built.version
    news = (
        "Published" if built.new else "Nothing differs from the release before, so there is no new one. The newest is"
    )
    screen.print(f"\n[bold]{news} {built.version}[/] in {where} (also {output / 'latest'})\n", soft_wrap=True)
    screen.print("[italic]Rows in each table")
    screen.print(_rows(built))
    screen.print(f"\n[italic]What became of the pages read ({built.pages_read:,})")
    screen.print(_pages(built))
    for problem in built.problems[:_MOST_PROBLEMS]:
        screen.print(f"set aside: {problem}", soft_wrap=True)
    if len(built.problems) > _MOST_PROBLEMS:
        screen.print(f"… and {len(built.problems) - _MOST_PROBLEMS:,} more rows: see the table `rejected`")
    if built.corrections.made:
        screen.print(f"{len(built.corrections.made):,} corrections made")
    for entry in built.corrections.elsewhere:
        told = escape(f"not made, since its page is not among those published: {entry}")
        screen.print(told, soft_wrap=True)
    if built.ignored_files:
        screen.print(f"{built.ignored_files:,} files in the input folders are no pages and were left alone")
    screen.print(f"\nQuery it with DuckDB: [bold]{where / 'g7data.duckdb'}[/]", soft_wrap=True)


def _rows(built: Built) -> Table:
    table = Table(box=None)
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, rows in built.rows.items():
        table.add_row(name, f"{rows:,}")
    return table


def _pages(built: Built) -> Table:
    table = Table(box=None)
    for name in ("outcome", "reason"):
        table.add_column(name)
    table.add_column("pages", justify="right")
    for (outcome, reason), count in built.outcomes.items():
        table.add_row(outcome, reason or "", f"{count:,}")
    table.add_row("[bold]all", "", f"[bold]{sum(built.outcomes.values()):,}")
    return table
