"""`g7data cite`: how to cite a clause or a document."""

import click

from g7data.cli.place import SOURCE, VERSION, Shown
from g7data.client.calls import database
from g7data.client.citation import FORMATS, cite
from g7data.client.sealed import sealed


@click.command("cite")
@click.argument("wanted", metavar="ID")
@SOURCE
@VERSION
@click.option(
    "--format",
    "written_as",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="In words, for BibTeX, or as CSL JSON (Zotero, Pandoc).",
)
def cite_command(wanted: str, source: str | None, version: str | None, written_as: str) -> None:
    """Print how to cite a clause or a document: the text by its own address, and the release it was found in.

    ID is a clause_id or a document_id; the beginning of a document_id will do where it is the only one.

    \b
    Examples:
      g7data cite 11dcab09ad1f-0003
      g7data cite 11dcab09ad1f --format bibtex >> references.bib
      g7data cite 11dcab09ad1f-0003 --format csl
    """
    with Shown() as watch:
        file = database(version, source, watch=watch)
    with sealed(file) as connection:
        click.echo(FORMATS[written_as](cite(connection, wanted, watch)), nl=False)
