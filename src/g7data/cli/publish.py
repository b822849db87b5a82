"""`g7data publish`: a release that was built is sent to where people get it."""

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from g7data.cli.place import OUTPUT
from g7data.release.send import send_release
from g7data.release.target import find_target


@click.command("publish")
@click.argument("version", metavar="VERSION")
@click.argument("target", metavar="TARGET")
@OUTPUT
@click.option("--private", is_flag=True, help="Send a release that keeps texts which may not be passed on.")
def publish_command(version: str, target: str, output: Path, private: bool) -> None:
    """Send a release to TARGET: a folder, a bucket (s3://…), or any address that fsspec knows.

    VERSION is a number, its beginning, or latest. What never changes goes first, index.json and latest last. What is there
    with the same content is not sent again; a version that is there with other content is refused. A bucket needs
    pip install 'g7data[remote]', and its credentials where its own tools look for them.

    \b
    Examples:
      g7data publish 1.2.0 /srv/www/g7data
      g7data publish latest s3://bucket/g7data
    """
    console = Console(highlight=False)

    def told(name: str, size: int, sent: bool) -> None:
        console.print(f"{'sent ' if sent else 'there'} {escape(name)}  {size:,} bytes", style="" if sent else "dim")

    sent = send_release(output, version, find_target(target), private=private, watch=told)
    news = f"{len(sent.sent)} files sent, {len(sent.there)} were there"
    place = escape(target.rstrip("/"))
    console.print(f"[bold]{sent.version}[/] is published at {place}: {news}. latest is {sent.latest}.", soft_wrap=True)
