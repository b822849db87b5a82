"""`g7data withdraw`: nobody is led any more to a release that should not have been published."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from g7data.cli.place import OUTPUT
from g7data.release.target import find_target
from g7data.release.version import Version
from g7data.release.withdraw import Withdrawal, withdraw, withdraw_built


@click.command("withdraw")
@click.argument("version", metavar="VERSION")
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@click.option("--reason", metavar="TEXT", required=True, help="Why, for all who have used the release.")
@OUTPUT
@click.option("--delete", is_flag=True, help="Delete its files too, as where they hold what may not be passed on.")
def withdraw_command(version: str, targets: tuple[str, ...], reason: str, output: Path, delete: bool) -> None:
    """Withdraw a release: in the output folder, and at each TARGET that it was published to.

    VERSION is a full number. The files stay as they are, for who asks for that very number. The index says when and why, latest
    goes back to the newest release that stands, and the next build is compared with that one. The number is never used
    again, and a build that would publish the same once more fails, as long as the files are there to compare with.

    \b
    Examples:
      g7data withdraw 1.2.0 --reason "Dates of 2019 were read as 2009"
      g7data withdraw 1.2.0 /srv/www/g7data s3://bucket/g7data --reason "Texts that may not be passed on" --delete
    """
    withdrawal = Withdrawal(Version.parse(version), reason, datetime.now(UTC).date(), delete)
    places = [(address, find_target(address)) for address in targets]
    _tell(version, str(output), withdraw_built(output, withdrawal))
    for address, target in places:
        _tell(version, address.rstrip("/"), withdraw(target, withdrawal))


def _tell(version: str, place: str, latest: str | None) -> None:
    news = "no release is left" if latest is None else f"latest is {latest}"
    Console(highlight=False).print(f"[bold]{version}[/] is withdrawn at {escape(place)}: {news}.", soft_wrap=True)
