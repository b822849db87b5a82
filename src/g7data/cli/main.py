"""`g7data`: the commands for people who read pages and releases."""

import importlib.metadata
import sys
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from g7data.cli.evaluate import evaluate_command
from g7data.cli.extract import extract_command
from g7data.cli.fetch import fetch_command
from g7data.cli.sources import sources_command
from g7data.errors import G7DataError


class _Friendly(click.Group):
    """Tells an error that the caller can mend in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except G7DataError as error:
            Console(stderr=True, highlight=False).print(f"[bold red]g7data:[/] {escape(str(error))}", soft_wrap=True)
            sys.exit(1)


@click.group(cls=_Friendly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(importlib.metadata.version("g7data"), prog_name="g7data")
def main() -> None:
    """Meetings and texts of the G7 and G8, down to single clauses, each with the passage it was read from."""


main.add_command(extract_command)
main.add_command(evaluate_command)
main.add_command(fetch_command)
main.add_command(sources_command)
