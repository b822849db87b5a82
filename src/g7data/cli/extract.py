"""`g7data extract`: what is read from a page, and from which words."""

import json
import tempfile
from pathlib import Path

import click

from g7data.cli.pipeline import pipeline


@click.command("extract")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE_OR_FOLDER...")
@click.option("--blocks", is_flag=True, help="Print how the page was laid out, block by block, instead of its fields.")
@click.option("--lines", is_flag=True, help="One page a line (JSON Lines), for other programs.")
def extract_command(inputs: tuple[str, ...], blocks: bool, lines: bool) -> None:
    """Print, as JSON, what is read from each page and from which words.

    Each value stands with the quote it was read from, where in the page's text that is, and the rule that read it.

    \b
    Examples:
      g7data extract tests/pages/2023-digital-annex-3-takasaki.html
      g7data extract --blocks page.html      which part of the page is title, clause, furniture …
      g7data extract --lines folder/ > pages.jsonl
    """
    with pipeline("extraction"):
        from g7data.archive.capture import Capture
        from g7data.archive.store import Archive
        from g7data.archive.warc import read_captures
        from g7data.cli.explain import explain_blocks, explain_page  # only this command needs the pipeline
    with tempfile.TemporaryDirectory(prefix="g7data-") as folder:
        for stored in Archive(Path(folder)).ingest(inputs):
            for capture in read_captures(stored.path):
                if isinstance(capture, Capture):
                    explained = explain_blocks(capture) if blocks else explain_page(capture)
                else:
                    explained = {
                        "url": capture.url,
                        "outcome": "rejected",
                        "reason": capture.code,
                        "message": capture.message,
                    }
                click.echo(json.dumps(explained, ensure_ascii=False, indent=None if lines else 2, default=str))
