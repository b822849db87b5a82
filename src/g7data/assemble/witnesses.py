"""What documents, and rows of tables about meetings, tell of meetings: when, where, and whether one took place.

A witness makes a meeting, hints at one, or only joins one that is known. The group's own text makes one where it says that the
group met; a page about it does where its text or title gives day and place. A title such as "statement following the
meeting" or "press conference before the meeting" under a day of its own is a hint: two of them make a meeting. A page that is
only dated by its publication joins.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import duckdb

_LONGEST = timedelta(days=15)
_DATED = """
SELECT d.document_id, d.page_id, d.part, d.title, d.kind, d.official, d.forum, d.track, d.presidency, d.date_start, d.date_end,
    d.date_precision, d.date_basis, d.city, d.country, d.mode, s.country AS home, c.same_as, d.official AND coalesce(said.met, false) AS met
FROM kept_documents d LEFT JOIN known_sources s USING (source_id) LEFT JOIN copies c USING (document_id) LEFT JOIN shard_said said USING (document_id, page_id)
WHERE d.track IS NOT NULL ORDER BY d.document_id
"""
_OBSERVED = """
SELECT o.document_id, o.start, coalesce(o.forum, d.forum), o.track, o.date_start, o.date_end,
    list(o.value_code) OVER (PARTITION BY o.document_id, o.meeting_as_written, o.date_start) AS codes
FROM shard_observations o JOIN kept_documents d USING (document_id, page_id)
WHERE o.date_start IS NOT NULL AND o.track IS NOT NULL ORDER BY o.document_id, o.start
"""
FIRST_CLAUSES = 4
"""Clauses in which a text says that people met, if it does."""
MET = r"(?i)\b(?:met|meeting|gathered|convened|réunis|réunion|zusammengekommen|getroffen|treffen|tagung|riuniti|riunione)\b|会合|集まり|集まった"
_NAMES_MEETING = re.compile(
    r"\b(?:meeting|summit|conference|réunion|sommet|conférence|treffen|gipfel|tagung|riunione|vertice|conferenza)\b|会合|会議|サミット",
    re.I,
)
_BEFORE = re.compile(
    r"\bpre-?\s?g-?[78]|\b(?:in advance|ahead of|prior to|before the|preview\w*|upcoming|schedule|to (?:attend|host|hold|join|lead|travel|participate|visit)|"
    r"will (?:not )?(?:attend|host|hold|join|lead|travel|participate|visit)|travels? to|departs?|avant l|en amont|à la veille|se rendra|accréditation|"
    r"im vorfeld|vor dem|reist|in vista|alla vigilia|verso il|calendario)|開催予定|に先立ち|出席予定",
    re.I,
)
_AFTER = re.compile(
    r"\bpost-?\s?g-?[78]|\b(?:following|after|at (?:the )?(?:conclusion|close|g-?[78])|conclu\w+|outcomes?|results?|hosts|hosted|chairs|chaired|attends|attended|"
    r"readout|à l.issue|résultats|nach dem|ergebnisse|al termine|esiti)\b|結果|概要",
    re.I,
)
_GROUP = re.compile(r"\bG[- ]?[78]\b|先進|主要", re.I)
_ANNOUNCEMENTS = frozenset({"media_advisory", "agenda"})
_OF_A_MEETING = frozenset({"communique", "declaration", "chairs_summary"})
_WRITTEN_THEN = frozenset({"header", "metadata"})
_SHOW_HELD = frozenset({"held", "none", "yes"})
MAKES, HINTS, JOINS = 2, 1, 0
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Witness:
    """One document, or one row of a table; `strength` is MAKES, HINTS or JOINS, `rank` 0 for the group's own text.

    `told` is the status that it gives the meeting, `dated` whether its day is that of writing, `basis` where the day was read.
    """

    forum: str
    track: str
    first: date | None
    last: date | None
    strength: int
    rank: int
    told: str = "held"
    basis: str | None = None
    presidency: str | None = None
    city: str | None = None
    country: str | None = None
    mode: str | None = None
    home: str | None = None
    document: str | None = None
    page: str | None = None
    part: str = ""
    same_as: str | None = None
    row: tuple[str, int] | None = None

    @property
    def key(self) -> tuple[str, str, date, date, int, str, tuple[str, int]]:
        """The order in which witnesses are heard, the same whatever the order of the inputs."""
        first, last = self.first or date.max, self.last or date.max
        return self.forum, self.track, first, last, self.rank, self.document or "", self.row or ("", 0)

    @property
    def dated(self) -> bool:
        """Whether its day tells when it was written."""
        return self.basis in _WRITTEN_THEN

    @property
    def abroad(self) -> bool:
        """Whether its place is no dateline of the publisher's own country."""
        return self.city is not None and self.country != self.home


@dataclass(frozen=True, slots=True)
class _Document:
    document: str
    page: str
    part: str
    title: str | None
    kind: str
    official: bool
    forum: str
    track: str
    presidency: str | None
    first: date | None
    last: date | None
    precision: str | None
    basis: str | None
    city: str | None
    country: str | None
    mode: str | None
    home: str | None
    same_as: str | None
    met: bool


def read_witnesses(connection: duckdb.DuckDBPyConnection, off: Collection[str]) -> list[Witness]:
    """All that speak of a meeting of a known track, in the order in which they are heard; those in `off` say it was called off."""
    heard = [_witness(d, off=d.document in off) for d in _documents(connection)]
    return sorted([*heard, *_observations(connection)], key=lambda w: w.key)


def _documents(connection: duckdb.DuckDBPyConnection) -> Iterator[_Document]:
    """The documents, some at a time. Equal values are one object: there are very many documents, but few tracks, cities and days."""
    found = connection.execute(_DATED)
    values: dict[object, Any] = {}
    while rows := found.fetchmany(_AT_ONCE):
        for document, page, part, title, *others in rows:
            shared = (values.setdefault(value, value) for value in others)
            yield _Document(document, page, values.setdefault(part, part), title, *shared)


def _witness(document: _Document, *, off: bool) -> Witness:
    d = document
    told = "cancelled" if off and not d.official else _told(d)
    rank = 0 if d.official else 2 if told == "planned" else 1
    witness = Witness(
        d.forum, d.track, d.first, d.last, JOINS, rank, told, d.basis, d.presidency, d.city, d.country, d.mode, d.home, d.document,
        d.page, d.part, d.same_as,
    )  # fmt: skip
    if (
        d.precision != "day"
        or d.first is None
        or d.last is None
        or d.basis == "metadata"
        or d.last - d.first >= _LONGEST
    ):
        return witness if d.precision == "day" else replace(witness, first=None, last=None)
    return replace(witness, strength=_strength(d, witness))


def _strength(d: _Document, witness: Witness) -> int:
    title = d.title or ""
    placed = d.city is not None or d.mode in ("virtual", "hybrid")
    if d.official:
        return MAKES if placed or d.met or d.kind in _OF_A_MEETING or _NAMES_MEETING.search(title) else HINTS
    if placed and d.basis in ("title", "body"):
        return MAKES
    if not _GROUP.search(title):
        return JOINS
    if witness.told == "held" and _AFTER.search(title):
        return MAKES if witness.abroad else HINTS
    return HINTS if _BEFORE.search(title) else JOINS


def _told(d: _Document) -> str:
    if d.official:
        return "held"
    if d.kind in _ANNOUNCEMENTS:
        return "planned"
    title = d.title or ""
    return "planned" if _BEFORE.search(title) and not _AFTER.search(title) else "held"


def _observations(connection: duckdb.DuckDBPyConnection) -> Iterator[Witness]:
    """A row of a table or list makes a meeting; it shows one held only where its words or the day of its page say so."""
    for identity, start, forum, track, first, last, codes in connection.execute(_OBSERVED).fetchall():
        told = "cancelled" if "cancelled" in codes else "planned" if _SHOW_HELD.isdisjoint(codes) else "held"
        yield Witness(forum, track, first, last, MAKES, 2 if told == "planned" else 1, told, row=(identity, start))
