"""`g7data`: the commands for people who read pages and releases."""

import importlib.metadata
import sys
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from g7data.cli.cite import cite_command
from g7data.cli.commoncrawl import commoncrawl_command
from g7data.cli.diff import diff_command
from g7data.cli.download import download_command
from g7data.cli.evaluate import evaluate_command
from g7data.cli.extract import extract_command
from g7data.cli.fetch import fetch_command
from g7data.cli.list import list_command
from g7data.cli.publish import publish_command
from g7data.cli.query import query_command
from g7data.cli.show import show_command
from g7data.cli.sign import new_key_command, sign_command
from g7data.cli.sources import sources_command
from g7data.cli.verify import verify_command
from g7data.cli.withdraw import withdraw_command
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
main.add_command(commoncrawl_command)
main.add_command(publish_command)
main.add_command(withdraw_command)
main.add_command(sources_command)
main.add_command(cite_command)
main.add_command(diff_command)
main.add_command(download_command)
main.add_command(list_command)
main.add_command(query_command)
main.add_command(show_command)
main.add_command(new_key_command)
main.add_command(sign_command)
main.add_command(verify_command)
