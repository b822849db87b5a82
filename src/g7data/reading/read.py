"""One door for every kind of page: a capture's bytes to its reading."""

from g7data.errors import G7DataError
from g7data.reading.blocks import Reading, Region
from g7data.reading.encoding import UnknownEncoding, decode
from g7data.reading.front_matter import is_markdown
from g7data.reading.html import read_html
from g7data.reading.plain import read_markdown, read_plain

_HTML = ("text/html", "application/xhtml+xml")
_PDF = "application/pdf"
_MARKDOWN = ("text/markdown", "text/x-markdown")
_PLAIN = "text/plain"
READABLE = (*_HTML, _PDF, *_MARKDOWN, _PLAIN)


class UnreadablePage(G7DataError):
    """A page that cannot be read: `code` says why in one word, the message in a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class NoText(UnreadablePage):
    """A page in which nothing is left to read."""


def media_type_of(declared: str, body: bytes) -> str:
    """The media type to read a body as: what was declared, unless the body plainly is something else."""
    head = body[:1024].lstrip()
    if head.startswith(b"%PDF-"):
        return _PDF
    if declared in READABLE and declared != _PLAIN:
        return declared
    if head[:200].lower().startswith((b"<!doctype html", b"<html")):
        return _HTML[0]
    return declared or _PLAIN


def decode_page(body: bytes, media_type: str, charset: str | None = None) -> str | None:
    """The source of a page that is made of characters, or None for one that is not (PDF).

    Raises `UnreadablePage` for an empty body, an unknown kind of page, and bytes that are no text.
    """
    if not body.strip():
        raise UnreadablePage("empty", "the page has no content at all")
    if media_type == _PDF:
        return None
    if media_type not in READABLE:
        raise UnreadablePage(
            "media_type", f"pages of type {media_type!r} are not read: HTML, PDF, Markdown and text are"
        )
    try:
        return decode(body, charset)[0]
    except UnknownEncoding as error:
        raise UnreadablePage("encoding", f"the bytes are no text in any known encoding ({error})") from error


def read_page(body: bytes, media_type: str, charset: str | None = None, source: str | None = None) -> Reading:
    """The text and blocks of a page; `source` spares decoding it twice. Raises `UnreadablePage`, `NoText`."""
    reading = _read(body, media_type, decode_page(body, media_type, charset) if source is None else source)
    if not any(block.region is not Region.META for block in reading.blocks):
        what = "no text layer: it may be a scan" if media_type == _PDF else "no text"
        raise NoText("no_text_layer" if media_type == _PDF else "no_text", f"the page has {what}")
    return reading


def _read(body: bytes, media_type: str, source: str | None) -> Reading:
    if source is None:
        return _read_pdf(body)
    if media_type in _HTML:
        return read_html(source)
    if media_type in _MARKDOWN or is_markdown(source):
        return read_markdown(source)
    return read_plain(source)


def _read_pdf(body: bytes) -> Reading:
    from g7data.reading.pdf import UnreadablePdf, read_pdf  # most archives hold no PDF, and loading it takes a while

    try:
        return read_pdf(body)
    except UnreadablePdf as error:
        raise UnreadablePage("broken_pdf", str(error)) from error
