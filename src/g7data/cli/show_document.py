"""A document as people read it: fields beside their quotes, then the people, countries, links, and the clauses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from g7data.cli.plain import one_line, plain
from g7data.client.document import Document

Row = Mapping[str, Any]
_NOT_SHOWN = frozenset(("document_id", "title", "text", "text_sha256", "page_id", "source_id", "url", "confidence"))
_QUOTE = 100
"""Characters of a quote that are shown."""
_LINES = {
    "ministers": ("name", "role", "country", "function"),
    "participants": ("as_written", "body_id", "participation"),
    "links": ("relation", "text", "url", "target_id"),
    "observations": ("meeting_as_written", "indicator", "value", "date_start"),
}
"""The columns of the tables that stand below a document; the first is the one whose words are quoted."""
_INDENT = 4
_DEEPEST = 8


def shown(document: Document) -> Iterator[RenderableType]:
    """Yield the parts of a document from top to bottom."""
    row = document.row
    yield Text(plain(row["title"] or "(no title)"), style="bold")
    yield Text(f"{row['document_id']} · {document.source.get('publisher', row['source_id'])}", style="dim")
    yield Text(f"{row['url']}\n", style="dim")
    yield _fields(document)
    for table, columns in _LINES.items():
        if rows := document.parts[table]:
            yield _heading(table, len(rows))
            yield from (_line(document, table, columns, found) for found in rows)
    if clauses := document.parts["clauses"]:
        yield _heading("clauses", len(clauses))
        if not row["text_published"]:
            yield Text("The text may not be passed on: read it at its address.", style="italic")
        yield from _clauses(clauses)


def _fields(document: Document) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("field", "value", "read from"):
        table.add_column(name, overflow="fold")
    for column, value in document.row.items():
        if column in _NOT_SHOWN or value is None or value == []:
            continue
        quotes = Text("\n").join(map(_quote, document.passages("documents", document.row, column)))
        table.add_row(column, Text(_value(value)), quotes)
    return table


def _line(document: Document, table: str, columns: Sequence[str], row: Row) -> Text:
    line = Text(" · ".join(_value(row[column]) for column in columns if row[column] is not None))
    for passage in document.passages(table, row, columns[0])[:1]:
        line.append("  ").append(_quote(passage))
    return line


def _quote(passage: Row) -> Text:
    words = f"“{one_line(passage['quote'], _QUOTE)}” " if passage["quote"] else ""
    return Text(words, style="green").append(f"[{passage['start']}:{passage['end']}] {passage['rule']}", style="dim")


def _clauses(clauses: Sequence[Row]) -> Iterator[RenderableType]:
    section = None
    for clause in clauses:
        if clause["section"] != section and clause["section"] is not None:
            yield Text(f"\n{plain(clause['section'])}", style="italic bold")
        section = clause["section"]
        yield Padding(_clause(clause), (0, 0, 0, _INDENT * min(clause["depth"], _DEEPEST)))


def _clause(clause: Row) -> Text:
    number = clause["clause_id"].rpartition("-")[2]
    line = Text(f"{number} ", style="dim")
    if clause["label"]:
        line.append(f"{plain(clause['label'])} ", style="bold cyan")
    line.append(plain(clause["text"]) if clause["text"] is not None else f"({clause['words']} words)", style="default")
    if clause["flags"]:
        line.append(f" [{', '.join(clause['flags'])}]", style="yellow")
    return line


def _heading(table: str, rows: int) -> Text:
    return Text(f"\n{table} ({rows})", style="bold underline")


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return one_line(str(value), 300)
