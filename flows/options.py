"""The options that the commands of `python -m flows` share, and what they come to as parameters of the flows."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypedDict

import click

from flows.limit import HOURS
from g7data.cli.place import Command, output_option
from g7data.release.seal import KEY_VARIABLE

CORRECTIONS = Path("corrections.toml")
RENAMES = Path("renames.toml")


class Options(TypedDict, total=False):
    """What a build can be told, by the names of the flow's parameters; what is left out is as the flow has it."""

    version: str | None
    private_text: bool
    corrections: Path | None
    renames: Path | None
    key: Path | None
    changelog: Path | None
    workers: int | None
    dask: str | None
    shards: str | None
    time_limit: float | None


OUTPUT = output_option("Folder for archive, shards and releases.")


def _file(name: str, told: str, here: Path | None = None) -> Callable[[Command], Command]:
    """Make an option that names a file which is there; without it, that is `here` if it is in the working directory."""
    there = click.Path(exists=True, dir_okay=False, path_type=Path)
    told = told if here is None else f"{told}; {here} of the working directory where it is there."
    return click.option(
        name,
        metavar="FILE",
        type=there,
        default=lambda: here if here is not None and here.is_file() else None,
        help=told,
    )


_FILES = (
    _file("--corrections", "Corrections of values that were read wrongly", CORRECTIONS),
    _file("--renames", "Tables, columns and ids that were renamed", RENAMES),
    _file(
        "--key",
        f"Secret key that signs the release; else that of the environment variable {KEY_VARIABLE}, if it is set.",
    ),
)
_OPTIONS = (
    click.option("--version", metavar="X.Y.Z", help="Version to publish; it may only be higher than the changes call for."),
    click.option("--private-text", is_flag=True, help="Keep texts that may not be passed on, in a release for your own use."),
    *_FILES,
    _file("--changelog", "A CHANGELOG.md that gets a section for the release; without it, none is written."),
    click.option(
        "--workers",
        metavar="N",
        type=click.IntRange(min=1),
        help="Extract N archive files at a time, each in a process; else as many as there are cores, if there is enough to do.",
    ),
    click.option(
        "--dask",
        metavar="CLUSTER",
        help="Extract on a Dask cluster: the address of its scheduler (tcp://HOST:8786), or local:N for N processes here.",
    ),
    click.option(
        "--shards",
        metavar="ADDRESS",
        help="Where machines share archive files and shards (s3://BUCKET/FOLDER, any address of fsspec); else on OUTPUT's disk.",
    ),
    click.option(
        "--time-limit",
        metavar="HOURS",
        type=click.FloatRange(min=0, min_open=True),
        default=HOURS,
        show_default=True,
        help="End the run after so many hours; what was fetched and extracted is kept, and the next run goes on.",
    ),
)  # fmt: skip


def takes_files(command: Command) -> Command:
    """Give a command those of the options that name files which a build reads beside its inputs."""
    return _with(_FILES, command)


def takes_options(command: Command) -> Command:
    """Give a command the options of `Options`."""
    return _with(_OPTIONS, command)


def _with(options: tuple[Callable[[Any], Any], ...], command: Command) -> Command:
    return reduce(lambda taking, option: option(taking), reversed(options), command)
