"""`g7data download`: a whole release onto this machine."""

from pathlib import Path

import click

from g7data.cli.place import SOURCE, Shown
from g7data.client.calls import download


@click.command("download")
@click.argument("version", required=False, default="latest")
@SOURCE
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A folder of your own for the files, new or empty; otherwise they go to the cache.",
)
def download_command(version: str, source: str | None, folder: Path | None) -> None:
    """Fetch a release, check it, and print the folder in which it lies.

    VERSION is 1.2.0, 1.2 (the newest of these) or latest. A release that was withdrawn comes by its full number only, with a
    remark. What is there already is not fetched again, and a download that broke
    off goes on where it stopped. Every file is checked against SHA256SUMS. The cache is in the folder that the system has
    for such things, or in that of the environment variable G7DATA_CACHE, and may be deleted at any time.

    \b
    Examples:
      g7data download --source https://data.example/g7data
      g7data download 1.2 --to g7data-1.2
    """
    with Shown() as watch:
        place = download(version, source, folder=folder, watch=watch)
    click.echo(place)
