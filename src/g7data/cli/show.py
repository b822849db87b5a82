"""`g7data show`: a document with its clauses, and the passages from which it was read."""

import json

import click
from rich.console import Console

from g7data.cli.place import SOURCE, VERSION, Shown
from g7data.cli.show_document import shown
from g7data.client.calls import database
from g7data.client.document import read_document
from g7data.client.sealed import sealed


@click.command("show")
@click.argument("document_id", metavar="ID")
@SOURCE
@VERSION
@click.option(
    "--format", "shown_as", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)  # fmt: skip
def show_command(document_id: str, source: str | None, version: str | None, shown_as: str) -> None:
    """Show a document: what is known of it, each value with the words it was read from, and its clauses.

    ID is a document_id, its beginning where no other begins so, or the clause_id of one of its clauses. [START:END] counts
    characters of the document's text; then comes the name of the rule that read them.

    \b
    Examples:
      g7data show 11dcab09ad1f
      g7data show 11dcab09ad1f | less -R
      g7data show 11dcab09ad1f --format json
    """
    with Shown() as watch:
        file = database(version, source, watch=watch)
    with sealed(file) as connection:
        document = read_document(connection, document_id, watch)
    if shown_as == "json":
        click.echo(json.dumps(document.as_tree(), ensure_ascii=False, indent=2, default=str))
        return
    console = Console(highlight=False)
    for part in shown(document):
        console.print(part)
