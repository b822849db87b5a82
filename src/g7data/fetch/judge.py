"""Whether what came back may be believed: an answer with status 200 need not be the page that was asked for.

An answer is tried from the cheap to the dear, and the first complaint counts: its status, whether it is whole, whether it
is empty, of what type it is, what it says of itself, and how it compares with the last good capture. What a page says is
weighed by where it says it: a title or first heading that is an error message in whole condemns a short page; a sentence
in the text condemns one that says little else. A long text is never condemned for its words. Most pages are let go by
their title, their length and a search for a few words; only those that leave a doubt are read in full. No site is named.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from g7data.fetch.files import (
    FINE,
    GZIP,
    Complaint,
    complaint_about_packed,
    complaint_about_pdf,
    complaint_about_xml,
    looks_like_xml,
)
from g7data.fetch.walls import visible_text, wall_in_html, wall_in_plain, without_end
from g7data.reading import UnreadablePage, decode_page
from g7data.reading.read import READABLE, media_type_of

_GOOD_STATUS = (200, 203)
_PDF = "application/pdf"
_HTML = ("text/html", "application/xhtml+xml")
_SHRUNK_TO = 0.5  # share of the last text below which a page is much shorter
_SHRUNK_BY = 1000  # characters that it must have lost besides


@dataclass(frozen=True, slots=True)
class Judged:
    """What came back for one address: `body` free of all codings, `media_type` and `charset` as the header says them."""

    url: str
    status: int | None
    media_type: str
    charset: str | None
    body: bytes
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """The last good capture of the same page: the length that its verdict gave, and its media type."""

    length: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer may be believed, and why not.

    `code` is None for one that may, else one of `http_<status>`, `cut_short`, `empty_body`, `wrong_type`, `error_page`,
    `login_wall`, `consent_wall`, `much_shorter`; `reason` says in words what was seen. `length` is about how many
    characters of text besides links a page has, to be given to the next verdict on it; 0 for files and feeds.
    """

    code: str | None
    reason: str
    length: int = 0


def judge(page: Judged, before: Before | None = None) -> Verdict:
    """Say whether an answer may be believed. Linear in its length, and raises nothing, whatever came."""
    if page.status is not None and page.status not in _GOOD_STATUS:
        return Verdict(f"http_{page.status}", f"the server answered with status {page.status}")
    if page.truncated:
        return Verdict("cut_short", "the answer ended before its announced end")
    if not page.body.strip():
        return Verdict("empty_body", "the answer has no content at all")
    media_type = media_type_of(page.media_type, page.body)
    if media_type == _PDF:
        return Verdict(*complaint_about_pdf(page.body))
    if page.body.startswith(GZIP):
        return Verdict(*complaint_about_packed(page.body))
    if media_type not in _HTML and looks_like_xml(media_type, page.body):
        return Verdict(*complaint_about_xml(page.body))
    if media_type not in READABLE:
        return Verdict("wrong_type", f"an answer of type {page.media_type!r} is no page")
    return _judge_text(page, media_type, before)


def _judge_text(page: Judged, media_type: str, before: Before | None) -> Verdict:
    try:
        source = decode_page(page.body, media_type, page.charset) or ""
    except UnreadablePage as error:
        return Verdict("wrong_type", f"the answer is said to be {media_type!r}, but {error}")
    if media_type not in _HTML:
        length = len(source)
        code, reason = wall_in_plain(source)
    else:
        text = visible_text(source)
        length = len(text)
        code, reason = wall_in_html(source, text)
        if code is None:
            code, reason = _complaint_about_page(page, source, before)
    if code is None and before is not None:
        code, reason = _compared(length, before.length)
    return Verdict(code, reason, length)


def _complaint_about_page(page: Judged, source: str, before: Before | None) -> Complaint:
    if without_end(source):
        return "cut_short", "the page stops inside a tag"
    if before is not None and before.media_type == _PDF:
        return "wrong_type", "the last capture was a PDF file, this is a web page"
    if _names_pdf(page.url):
        return "wrong_type", "the address names a PDF file, but a web page came"
    return FINE


def _names_pdf(url: str) -> bool:
    try:
        return urlsplit(url).path.lower().endswith(".pdf")
    except ValueError:
        return False


def _compared(length: int, before: int) -> Complaint:
    if length < before * _SHRUNK_TO and before - length > _SHRUNK_BY:
        return "much_shorter", f"the page had about {before:,} characters of text, now it has {length:,}"
    return FINE
