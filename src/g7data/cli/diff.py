"""`g7data diff`: what differs between two releases."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

import click
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from g7data.cli.place import SOURCE, Shown
from g7data.cli.plain import one_line, plain
from g7data.client.differences import CHANGES_FILE, Counts, Differences, differences
from g7data.client.listing import Release
from g7data.client.releases import find_release, list_releases, obtain
from g7data.client.source import Source, find_source
from g7data.client.watch import Watch
from g7data.release.changelog import Example
from g7data.release.changes import Change
from g7data.release.version import Version

_STYLES = {Change.ADDED: "green", Change.REMOVED: "red", Change.CHANGED: "yellow", Change.RENAMED: "cyan"}
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~", Change.RENAMED: "="}
_VALUE = 70
"""Characters of a value that are shown."""


@click.command("diff")
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
@SOURCE
@click.option("--table", "only", metavar="TABLE", help="Only this table.")
@click.option(
    "--examples", "most", metavar="N", type=click.IntRange(0), default=5, show_default=True, help="Examples for each table."
)  # fmt: skip
def diff_command(before: str, after: str, source: str | None, only: str | None, most: int) -> None:
    """Tell what differs between two releases: rows added, removed and changed in each table, with examples.

    A row is known by its key. Between a release and the one right before it, causes are told too: whether the source page, the
    program that reads it, a correction or a reference fact has changed.

    \b
    Examples:
      g7data diff 1.1 1.2
      g7data diff 1.0.0 latest --table clauses --examples 20
    """
    place = find_source(source)
    with Shown() as watch:
        one, other = (find_release(place, version, watch) for version in (before, after))
        folders = [obtain(place, release, _is_table, watch) for release in (one, other)]
        backwards = Version.parse(other.version) < Version.parse(one.version)
        consecutive = other.previous == one.version
        between = () if consecutive else _between(place, (one.version, other.version), watch)
        on_the_way = [obtain(place, release, CHANGES_FILE.__eq__, watch) for release in between]
    with differences(*folders, consecutive=consecutive, on_the_way=on_the_way, backwards=backwards) as found:
        for part in _told(found, f"{one.version} → {other.version}", only, most):
            Console(highlight=False).print(part, soft_wrap=True)


def _between(place: Source, ends: Iterable[str], watch: Watch) -> list[Release]:
    """Return the releases after the older of two, up to the newer one, oldest first."""
    first, last = sorted(map(Version.parse, ends))
    numbered = [(Version.parse(release.version), release) for release in list_releases(place, watch).releases]
    return [release for number, release in sorted(numbered, key=itemgetter(0)) if first < number <= last]


def _is_table(name: str) -> bool:
    return name.endswith(".parquet")


def _told(found: Differences, title: str, only: str | None, most: int) -> Iterator[RenderableType]:
    counts = [count for count in found.counts() if only in (None, count.table)]
    structure = [change for change in found.structure() if only in (None, change.table)]
    if not counts and not structure:
        yield f"{title}: no difference{f' in {only}' if only else ''}"
        return
    yield Text(title, style="bold")
    yield from (_structural(change) for change in structure)
    yield _counted(counts)
    if causes := found.causes():
        yield f"causes: {', '.join(f'{cause} {rows:,}' for cause, rows in causes.items())}"
    for count in counts if most else ():
        yield Group(Text(f"\n{count.table}", style="bold"), *map(_shown, found.examples(count.table, most)))


def _counted(counts: list[Counts]) -> Table:
    table = Table("table", box=None, header_style="bold", pad_edge=False)
    shown = [change for change in Change if change is not Change.RENAMED or any(count.renamed for count in counts)]
    for change in shown:
        table.add_column(change.value, justify="right", style=_STYLES[change])
    for count in counts:
        table.add_row(
            count.table, *(f"{n:,}" if n else "–" for n in (getattr(count, change.value) for change in shown))
        )
    return table


def _structural(change: Example) -> Text:
    what = f"column {change.table}.{change.column}" if change.column else f"table {change.table}"
    types = f": {change.before} → {change.after}" if change.change in (Change.CHANGED, Change.RENAMED) else ""
    return Text(f"{_SIGNS[change.change]} {what} {change.change.value}{types}", style=_STYLES[change.change])


def _shown(example: Example) -> Text:
    line = Text(f"{_SIGNS[example.change]} {plain(example.row_id)}", style=_STYLES[example.change])
    if example.column:
        line.append(f"  {example.column}: {_value(example.before)} → {_value(example.after)}", style="default")
    if example.cause:
        line.append(f"  ({example.cause})", style="dim")
    return line


def _value(value: str | None) -> str:
    return "null" if value is None else one_line(value, _VALUE)
