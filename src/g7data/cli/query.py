"""`g7data query`: one question in SQL to a release."""

import sys
from pathlib import Path

import click

from g7data.cli.place import SOURCE, VERSION, Shown
from g7data.cli.query_answers import ANSWERS, NotForATerminal, as_table, kept
from g7data.client.calls import database
from g7data.client.sealed import asked, sealed

_TABLE = "table"


@click.command("query")
@click.argument("sql", metavar="SQL")
@SOURCE
@VERSION
@click.option(
    "--format",
    "shown_as",
    type=click.Choice([_TABLE, *ANSWERS]),
    help="How to write the answer. Default: as the name of the output ends, else a table.",
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write the answer to FILE."
)
@click.option(
    "--rows", metavar="N", type=click.IntRange(1), default=40, show_default=True, help="Rows of a table shown."
)
def query_command(
    sql: str, source: str | None, version: str | None, shown_as: str | None, output: Path | None, rows: int
) -> None:
    """Ask a release something in SQL (DuckDB's), and print the answer. SQL may be - to read it from the standard input.

    The release is read only, and a query reaches no file and no network beyond it. Lists are written as JSON in CSV.

    \b
    Examples:
      g7data query "SELECT year, count(*) FROM meetings GROUP BY year ORDER BY year"
      g7data query "SELECT * FROM clauses WHERE text ILIKE '%submarine cable%'" --output cables.csv
      g7data query "FROM search('submarine cable*', most := 10)"
      g7data query "DESCRIBE documents"
      g7data query - --format json < question.sql
    """
    question = sys.stdin.read() if sql == "-" else sql
    kind = shown_as or _of_name(output) or _TABLE
    if kind == "parquet" and output is None and sys.stdout.isatty():
        raise NotForATerminal("Parquet is not for the eye: name a file with --output, or another --format")
    with Shown() as watch:
        file = database(version, source, watch=watch)
    with sealed(file) as connection, asked(connection, question) as answer, kept(output) as stream:
        if kind == _TABLE:
            stream.write(as_table(answer, rows).encode())
        else:
            ANSWERS[kind](answer, stream)


def _of_name(output: Path | None) -> str | None:
    ending = "" if output is None else output.suffix.removeprefix(".").lower()
    return ending if ending in ANSWERS else None
