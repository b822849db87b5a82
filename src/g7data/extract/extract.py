"""A capture in, the rows it gives out: the one door to extraction, whatever runs it."""

from dataclasses import dataclass, field
from http import HTTPStatus

from g7data.archive.capture import Capture
from g7data.extract.document import write_documents
from g7data.extract.page import Page
from g7data.extract.rows import Row, Rows
from g7data.extract.scope import IN_SCOPE, Scope, has_words, quick_scope, read_scope
from g7data.reading import Reading, UnreadablePage, decode_page, read_page
from g7data.reading.read import media_type_of
from g7data.sources import canonical_url, publisher_of


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one capture gives: its row for `pages`, the rows of its documents by table, the evidence, and the reading."""

    page: Row
    tables: dict[str, list[Row]] = field(default_factory=dict)
    evidence: list[Row] = field(default_factory=list)
    rejected: Row | None = None
    reading: Reading | None = None


def extract(capture: Capture) -> Extracted:
    """Read one capture; whatever it is, it gets one row for `pages` with one outcome and, where set aside, the reason."""
    page = _page_row(capture)
    try:
        return _extract(capture, page)
    except UnreadablePage as error:
        stage = "fetch" if capture.verdict is not None or error.code.startswith("http_") else "read"
        return _rejected(page, stage, error.code, str(error))


def _extract(capture: Capture, row: Row) -> Extracted:
    if capture.status is not None and capture.status != HTTPStatus.OK:
        raise UnreadablePage(f"http_{capture.status}", f"the server answered {capture.status}, not 200")
    if capture.verdict is not None:
        raise UnreadablePage(capture.verdict, capture.verdict_reason)
    media_type = media_type_of(capture.media_type, capture.body)
    row["media_type"] = media_type
    source = decode_page(capture.body, media_type, capture.charset)
    quick = quick_scope(source) if source is not None else None
    if quick is not None and source is not None and has_words(source, media_type):
        return _set_aside(row, quick, None)
    reading = read_page(capture.body, media_type, capture.charset, source)
    page = Page(reading, capture.url)
    scope = read_scope(page)
    if scope.outcome != IN_SCOPE:
        return _set_aside(row, scope, reading)
    rows = Rows(capture.page_id, reading.text)
    row |= {"outcome": "published", "document_id": write_documents(page, rows)}
    return Extracted(row, rows.tables, rows.evidence, None, reading)


def _page_row(capture: Capture) -> Row:
    return {
        "page_id": capture.page_id, "url": capture.url, "canonical_url": canonical_url(capture.url),
        "source_id": publisher_of(capture.url).source_id, "retrieved_at": capture.retrieved_at, "status": capture.status,
        "media_type": capture.media_type or None, "bytes": len(capture.body), "sha256": capture.sha256, "archive": capture.archive,
        "offset": capture.offset, "outcome": "rejected", "reason": None, "document_id": None,
    }  # fmt: skip


def _set_aside(row: Row, scope: Scope, reading: Reading | None) -> Extracted:
    row |= {"outcome": scope.outcome, "reason": scope.reason}
    return Extracted(row, reading=reading)


def _rejected(row: Row, stage: str, code: str, message: str) -> Extracted:
    row |= {"outcome": "rejected", "reason": code}
    return Extracted(
        row, rejected={"page_id": row["page_id"], "stage": stage, "code": code, "message": message, "row": None}
    )
