"""PDF: its words in the order they are read, as paragraphs, list items and headings, with the page each begins on.

A PDF says where letters stand, not what they are for. Steps put that back, a module each: `pdf_runs` asks PDFium for
the letters, `pdf_furniture` takes away what is printed for turning pages, `pdf_lines` finds lines and columns,
`pdf_notes` sets footnotes apart, `pdf_paragraphs` joins lines to blocks, `pdf_hyphens` mends words broken at line ends,
`pdf_blocks` ranks headings by size and items by how far they are set in.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from g7data.errors import G7DataError
from g7data.reading.blocks import Kind, Reading, Region, Writer
from g7data.reading.pdf_blocks import write_blocks
from g7data.reading.pdf_furniture import drop_furniture
from g7data.reading.pdf_lines import Line, Piece, find_edge, join_runs, read_lines
from g7data.reading.pdf_runs import Run, read_runs

_DATE: Final = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")


class UnreadablePdf(G7DataError):
    """A file that PDFium cannot open: broken or encrypted; the message says which."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as drawn: what is written in its main direction, what is written otherwise, and how wide it is."""

    pieces: list[Piece]
    athwart: list[Piece]
    width: float


def read_pdf(body: bytes) -> Reading:
    """The text of a PDF in blocks, each with its page from 1; then its metadata. Empty where there is no text layer.

    Raises `UnreadablePdf` for a file that is broken or encrypted.
    """
    try:
        document = pdfium.PdfDocument(body)
    except pdfium.PdfiumError as error:
        raise UnreadablePdf(_reason(error)) from error
    try:
        sheets = [_read_sheet(document, index) for index in range(len(document))]
        metadata = list(_metadata(document))
    finally:
        document.close()
    writer = Writer()
    write_blocks(writer, *_lay_out(sheets))
    if writer.blocks:
        for line in metadata:
            writer.add(Kind.META, line, region=Region.META)
    return writer.reading()


def _reason(error: pdfium.PdfiumError) -> str:
    if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
        return "the PDF is encrypted and opens with a password only: put an open copy in its place"
    return f"the PDF is broken and does not open: fetch it again ({error})"


def _read_sheet(document: pdfium.PdfDocument, index: int) -> _Sheet:
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise UnreadablePdf(f"page {index + 1} of the PDF is broken: fetch it again ({error})") from error
    try:
        width = page.get_width()
        directions = sorted(read_runs(page).values(), key=_letters, reverse=True)
    finally:
        page.close()
    pieces = [join_runs(runs) for runs in directions]
    return _Sheet(pieces[0] if pieces else [], [piece for more in pieces[1:] for piece in more], width)


def _letters(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _metadata(document: pdfium.PdfDocument) -> Iterator[str]:
    values: dict[str, str] = document.get_metadata_dict()
    for name in ("Title", "Author"):
        value = " ".join(values.get(name, "").split())
        if value:
            yield f"{name.lower()}: {value}"
    created = _iso_date(values.get("CreationDate", ""))
    if created is not None:
        yield f"creation_date: {created}"


def _iso_date(value: str) -> str | None:
    """The day of a PDF date (ISO 32000-1, 7.9.4), or None where there is none.

    >>> _iso_date("D:20170926115803+02'00'")
    '2017-09-26'
    """
    match = _DATE.match(value)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def _lay_out(sheets: Sequence[_Sheet]) -> tuple[list[Line], list[Line]]:
    """The lines of the text in reading order, and those written across it."""
    size = _body_size(sheets)
    edges = _edges(sheets)
    text = _lines(drop_furniture([sheet.pieces for sheet in sheets], size), edges)
    athwart = _lines(drop_furniture([sheet.athwart for sheet in sheets], size), edges)
    return text, athwart


def _body_size(sheets: Iterable[_Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            sizes[piece.size] += piece.letters
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(sheets: Sequence[_Sheet]) -> list[float]:
    """How far to the right the text of each page goes; where few lines tell, as far as on other pages as wide."""
    found = [(round(sheet.width), *find_edge(sheet.pieces)) for sheet in sheets]
    alike: dict[int, list[float]] = defaultdict(list)
    for width, edge, sure in found:
        if sure:
            alike[width].append(edge)
    return [edge if sure else max(edge, median(alike[width] or [edge])) for width, edge, sure in found]


def _lines(pages: Sequence[Sequence[Piece]], edges: Sequence[float]) -> list[Line]:
    lines: list[Line] = []
    for number, (pieces, edge) in enumerate(zip(pages, edges, strict=True), 1):
        flow = lines[-1].flow + 1 if lines else 0
        lines.extend(read_lines(pieces, number, flow, edge))
    return lines
