"""Meetings that a page says were called off, with the passage that says so.

The word must stand in the line that gives the meeting's day or in the title, beside a word for a meeting or in brackets: a
summit may well cancel debts, and a page may tell that another meeting was called off.
"""

import re
from dataclasses import dataclass

import duckdb

_WORD = r"(?:cancell?(?:s|ed|ation)|called off|calls off|annul(?:é|ée|és|ées|ation|e)|abgesagt|absage|sagt|annullat[oaie]|annulla|cancellat[oaie]|disdett[oaie])"
_MEETING = r"(?:meeting|summit|gathering|conference|event|réunion|sommet|treffen|gipfel|tagung|riunione|vertice|incontro|G-?[78])"
_CALLED_OFF = re.compile(
    rf"[(\[]\s*{_WORD}\s*[)\]]|\b{_MEETING}\b(?:(?!\bnot\b)[^.;\n]){{0,120}}?\b{_WORD}\b|\b{_WORD}\b[^.;\n]{{0,60}}?\b{_MEETING}\b|(?:会合|会議|サミット)[^。\n]{{0,40}}中止",
    re.I,
)
_OTHER_THINGS = re.compile(
    r"\b(?:debts?|loans?|dettes?|schulden|debit[oi]|orders?|tariffs?|visas?|press (?:conference|briefing))\b|債務", re.I
)
_LONGEST_LINE = 600
LIKELY = r"(?i)cancell?(ed|s|ation)|call(ed|s) off|annul|abgesagt|absage|cancellat|disdett|中止"
"""What a text holds if it says so."""
_LIKELY_DOCUMENTS = """
SELECT document_id FROM kept_documents JOIN shard_said USING (document_id, page_id) WHERE called_off AND NOT official
"""
_DAYS = """
SELECT d.document_id, d.page_id, s.text, e.start, e."end"
FROM kept_documents d JOIN (FROM shard_documents WHERE document_id IN (SELECT unnest($likely))) s USING (document_id, page_id)
JOIN shard_evidence e ON e.page_id = d.page_id AND e.row_id = d.document_id AND e.table_name = 'documents' AND e.column_name IN ('date_start', 'title')
ORDER BY d.document_id, e.start, e."end"
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a page says that its meeting was called off."""

    page_id: str
    start: int
    end: int
    quote: str


def documents(connection: duckdb.DuckDBPyConnection) -> dict[str, Passage]:
    """The documents that say so of the meeting that they are dated by, each with its first passage."""
    found: dict[str, Passage] = {}
    likely = [document for (document,) in connection.execute(_LIKELY_DOCUMENTS).fetchall()]
    for document, page, text, start, end in connection.execute(_DAYS, {"likely": likely}).fetchall():
        if document not in found and (span := _called_off(text, start, end)) is not None:
            found[document] = Passage(page, *span, text[span[0] : span[1]])
    return found


def _called_off(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The passage in the line around `text[start:end]` that says it."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_LINE)
    stop = text.find("\n", end)
    stop = min(len(text) if stop < 0 else stop, end + _LONGEST_LINE)
    match = _CALLED_OFF.search(text, begin, stop)
    if match is None or _OTHER_THINGS.search(text, begin, stop):
        return None
    return match.start(), match.end()
