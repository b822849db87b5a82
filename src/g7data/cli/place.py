"""What the commands on releases share: where releases come from, which one is meant, and how a download is shown."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TransferSpeedColumn

Command = TypeVar("Command", bound=Callable[..., object])
SOURCE = click.option(
    "--source",
    envvar="G7DATA_SOURCE",
    metavar="PLACE",
    help="Where releases are: https://…, s3://… or a folder. Default: the environment variable G7DATA_SOURCE.",
)
VERSION = click.option(
    "--version",
    metavar="VERSION",
    help="Which release: 1.2.0, 1.2 (the newest of these) or latest. Default: latest.",
)


def output_option(told: str, *, there: bool = False) -> Callable[[Command], Command]:
    """Make the option that names the folder of archive and releases; `there` demands that it exists."""
    folder = click.Path(
        exists=there, file_okay=not there, path_type=Path
    )  # what cannot be made is told by who makes it
    return click.option("--output", "-o", type=folder, default=Path("output"), show_default=True, help=told)


OUTPUT = output_option("Folder that the release was built in.", there=True)


class Shown:
    """Shows a download as bars on a terminal; elsewhere only remarks are written. Use it in a `with`."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._bars = Progress(
            TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(),
            console=self._console, transient=True, disable=not self._console.is_terminal,
        )  # fmt: skip
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "Shown":
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def begins(self, name: str, there: int, size: int | None) -> None:
        """Show a bar for the file, or set it back to where the file is gone on with."""
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(name.rpartition("/")[2])
        self._bars.update(self._tasks[name], total=size, completed=there)

    def grows(self, name: str, there: int) -> None:
        """Move the bar."""
        self._bars.update(self._tasks[name], completed=there)

    def notes(self, remark: str) -> None:
        """Write a remark, above the bars."""
        self._console.print(f"[bold yellow]g7data:[/] {escape(remark)}", soft_wrap=True)
