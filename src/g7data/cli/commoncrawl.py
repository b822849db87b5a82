"""`g7data commoncrawl`: the captures of the catalogue's sites out of Common Crawl into the archive."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from g7data.cli.fetch import CATALOGUE, OUTPUT, SOURCES, choose
from g7data.cli.pipeline import pipeline
from g7data.commoncrawl.mirror import PUBLIC, Mirror

if TYPE_CHECKING:
    from g7data.commoncrawl.pull import Pulled

_MOST_DAMAGED = 5


@click.command("commoncrawl")
@click.argument("crawl", metavar="CRAWL")
@SOURCES
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Take at most N captures, the first in the crawl's files."
)
@click.option(
    "--from", "mirror", metavar="ADDRESS", default=PUBLIC, show_default=True,
    help="Mirror of Common Crawl: any fsspec address (https://…, s3://…), or a folder of the same layout.",
)  # fmt: skip
@OUTPUT
@CATALOGUE
def commoncrawl_command(
    crawl: str, ids: tuple[str, ...], limit: int | None, mirror: str, output: Path, catalogue: Path | None
) -> None:
    """Take the captures of the publishers' sites out of one of Common Crawl's crawls: documents and indexes, nothing else.

    Its columnar index tells where they lie; only those bytes are fetched. They are kept as they are, in OUTPUT/archive, and
    are read by a build like all that is there. A run that is broken off is gone on with by the next one.

    \b
    Examples:
      g7data commoncrawl CC-MAIN-2024-10 --source g7-information-centre
      g7data commoncrawl CC-MAIN-2024-10 --from s3://commoncrawl/
    """
    with pipeline("reading crawls"):
        from g7data.commoncrawl.index import select  # only this command needs the pipeline
        from g7data.commoncrawl.pull import pull
        from g7data.sources.catalogue import read_sources, sources

    screen, notes = Console(highlight=False), Console(stderr=True, highlight=False)
    chosen = choose(sources() if catalogue is None else read_sources(catalogue), ids)
    opened = Mirror(mirror)
    with notes.status(f"asking the index of {escape(crawl)} …"):
        pointers = list(islice(select(opened, crawl, chosen), limit))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=notes, transient=True, disable=not notes.is_terminal) as progress:
        bar = progress.add_task("captures", total=len(pointers))
        files = pull(opened, crawl, pointers, output / "archive", on_records=lambda n: progress.advance(bar, n))
    _show(files, len(pointers), crawl, screen)


def _show(files: "list[Pulled]", found: int, crawl: str, screen: Console) -> None:
    if not found:
        screen.print(f"{crawl} holds no capture of a document or an index of these sources.")
        return
    fetched = sum(file.records for file in files if file.new)
    bytes_there = sum(file.path.stat().st_size for file in files)
    screen.print(
        f"{found:,} captures of {crawl}, {fetched:,} of them fetched now: {len(files):,} files, {bytes_there / 1e6:,.1f} MB in all",
        soft_wrap=True,
    )
    damaged = [told for file in files for told in file.damaged]
    for told in damaged[:_MOST_DAMAGED]:
        screen.print(escape(f"left out: {told}"), soft_wrap=True)
    if len(damaged) > _MOST_DAMAGED:
        screen.print(f"… and {len(damaged) - _MOST_DAMAGED:,} more that were left out")
    screen.print(f"Read them with: python -m flows build {escape(str(files[0].path.parent))}", soft_wrap=True)
