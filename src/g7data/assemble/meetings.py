"""Which documents belong to one meeting, and which meetings there are.

Texts of one forum and track whose days touch or lie within a few days of each other are of one meeting. A meeting is made
from texts that say where or when it was held and from tables that list it; a page that is only dated by its publication
joins a meeting but never makes one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

import duckdb
import pyarrow as pa

from g7data import reference

_APART = timedelta(days=2)
_LONGEST = timedelta(days=15)
_REPORTED_WITHIN = timedelta(days=4)
_DATED = """
SELECT document_id, forum, track, presidency, date_start, date_end, date_precision, date_basis, official, kind, city, country, mode
FROM kept_documents WHERE date_start IS NOT NULL AND track IS NOT NULL ORDER BY document_id
"""
_OBSERVED = """
SELECT o.document_id, o.start, coalesce(o.forum, d.forum), o.track, o.date_start, o.date_end, o.value_code
FROM shard_observations o JOIN kept_documents d USING (document_id, page_id)
WHERE o.date_start IS NOT NULL AND o.track IS NOT NULL ORDER BY o.document_id, o.start
"""
_MEETINGS = pa.schema(
    [
        ("meeting_id", pa.string()), ("forum", pa.string()), ("track", pa.string()), ("year", pa.int64()), ("presidency", pa.string()),
        ("name", pa.string()), ("date_start", pa.date32()), ("date_end", pa.date32()), ("city", pa.string()), ("country", pa.string()),
        ("mode", pa.string()), ("status", pa.string()), ("documents", pa.int64()),
    ]
)  # fmt: skip
_COVERAGE = pa.schema(
    [("meeting_id", pa.string()), ("expected_from", pa.string()), ("found", pa.bool_()), ("documents", pa.int64())]
)
_BY_DOCUMENT = pa.schema([("document_id", pa.string()), ("meeting_id", pa.string())])
_BY_ROW = pa.schema([("document_id", pa.string()), ("start", pa.int64()), ("meeting_id", pa.string())])


@dataclass(slots=True)
class _Witness:
    """One document, or one row of a table, that speaks of a meeting."""

    forum: str
    track: str
    first: date
    last: date
    makes: bool
    status: str = "held"
    presidency: str | None = None
    city: str | None = None
    country: str | None = None
    mode: str | None = None
    weight: int = 0
    document: str | None = None
    row: tuple[str, int] | None = None


@dataclass(slots=True)
class _Meeting:
    forum: str
    track: str
    first: date
    last: date
    witnesses: list[_Witness] = field(default_factory=list)

    @property
    def meeting_id(self) -> str:
        return meeting_id(self.forum, self.track, self.first)


def meeting_id(forum: str, track: str, first: date) -> str:
    """`g7-2023-digital-0429`: forum, year, track, month and day on which it began."""
    return f"{forum.lower()}-{first.year:04d}-{track}-{first:%m%d}"


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `known_meetings`, `document_meetings`, `observed_meetings` and `expected_meetings`."""
    witnesses = [*_documents(connection), *_observations(connection)]
    found = _cluster(witnesses)
    connection.register("known_meetings", pa.Table.from_pylist([_row(m) for m in found], _MEETINGS))
    by_document = [
        {"document_id": w.document, "meeting_id": m.meeting_id} for m in found for w in m.witnesses if w.document
    ]
    connection.register("document_meetings", pa.Table.from_pylist(by_document, _BY_DOCUMENT))
    by_row = [
        {"document_id": w.row[0], "start": w.row[1], "meeting_id": m.meeting_id}
        for m in found
        for w in m.witnesses
        if w.row
    ]
    connection.register("observed_meetings", pa.Table.from_pylist(by_row, _BY_ROW))
    connection.register("expected_meetings", pa.Table.from_pylist(_coverage(found), _COVERAGE))


def _documents(connection: duckdb.DuckDBPyConnection) -> Iterable[_Witness]:
    for (
        identity,
        forum,
        track,
        presidency,
        first,
        last,
        precision,
        basis,
        official,
        kind,
        city,
        country,
        mode,
    ) in connection.execute(_DATED).fetchall():
        if precision != "day":
            continue
        placed = bool(city or mode in ("virtual", "hybrid"))
        makes = placed and (official or basis in ("title", "body")) and basis != "metadata" and last - first < _LONGEST
        planned = kind in ("media_advisory", "agenda")
        weight = 4 * bool(official) + 2 * bool(city) + (last > first)
        yield _Witness(
            forum, track, first, last, makes, "planned" if planned else "held", presidency, city, country, mode, weight, document=identity
        )  # fmt: skip


def _observations(connection: duckdb.DuckDBPyConnection) -> Iterable[_Witness]:
    for identity, start, forum, track, first, last, code in connection.execute(_OBSERVED).fetchall():
        status = "planned" if code == "not_yet_held" else "held"
        presidency = reference.presidencies()[first.year].presidency if first.year in reference.presidencies() else None
        yield _Witness(forum, track, first, last, True, status, presidency, weight=1, row=(identity, start))


def _cluster(witnesses: list[_Witness]) -> list[_Meeting]:
    """Meetings from the witnesses that may make one, then the others joined to the nearest."""
    found: list[_Meeting] = []
    ordered = sorted(witnesses, key=lambda w: (w.forum, w.track, w.first, w.last, w.document or "", w.row or ("", 0)))
    for witness in (w for w in ordered if w.makes):
        last = found[-1] if found else None
        if (
            last is not None
            and (last.forum, last.track) == (witness.forum, witness.track)
            and witness.first <= last.last + _APART
        ):
            last.last = max(last.last, witness.last)
            last.witnesses.append(witness)
        else:
            found.append(_Meeting(witness.forum, witness.track, witness.first, witness.last, [witness]))
    for witness in (w for w in ordered if not w.makes):
        near = [
            m
            for m in found
            if (m.forum, m.track) == (witness.forum, witness.track)
            and m.first <= witness.last
            and witness.first <= m.last + _REPORTED_WITHIN
        ]
        if near:
            near[-1].witnesses.append(witness)
    return found


def _row(meeting: _Meeting) -> dict[str, object]:
    makers = sorted((w for w in meeting.witnesses if w.makes), key=lambda w: -w.weight)
    placed = next((w for w in makers if w.city), makers[0])
    return {
        "meeting_id": meeting.meeting_id, "forum": meeting.forum, "track": meeting.track, "year": meeting.first.year,
        "presidency": next((w.presidency for w in makers if w.presidency), None), "name": _name(meeting, placed.city), "date_start": meeting.first,
        "date_end": meeting.last, "city": placed.city, "country": placed.country, "mode": next((w.mode for w in makers if w.mode), None),
        "status": "held" if any(w.status == "held" for w in makers) else "planned",
        "documents": sum(1 for w in meeting.witnesses if w.document),
    }  # fmt: skip


def _name(meeting: _Meeting, city: str | None) -> str:
    """`G7 Digital and Technology Ministers, Takasaki 2023`: by its forum and track, the city and the year."""
    track = next(t.names[0] for t in reference.tracks() if t.track_id == meeting.track)
    where = f"{city} " if city else ""
    return f"{meeting.forum} {track}, {where}{meeting.first.year}"


def _coverage(found: list[_Meeting]) -> list[dict[str, object]]:
    """Each meeting that the reference tables name, and whether any document is of it."""
    rows: dict[str, dict[str, object]] = {}
    for forum, track, first, last, source in _expected():
        match = next(
            (m for m in found if m.track == track and m.first <= last + _APART and first <= m.last + _APART), None
        )
        identity = match.meeting_id if match else meeting_id(forum, track, first)
        documents = sum(1 for w in match.witnesses if w.document) if match else 0
        rows.setdefault(
            identity, {"meeting_id": identity, "expected_from": source, "found": documents > 0, "documents": documents}
        )
    return [rows[key] for key in sorted(rows)]


def _expected() -> Iterable[tuple[str, str, date, date, str]]:
    for year in reference.presidencies().values():
        yield year.forum.replace("G6", "G7"), "leaders", year.date_start, year.date_end, "presidencies"
    for meeting in reference.meetings():
        last = meeting.date_end or meeting.date_start
        if last is not None and meeting.evidence in ("document", "held"):
            forum = (
                reference.presidencies()[meeting.year].forum.replace("G6", "G7")
                if meeting.year in reference.presidencies()
                else "G7"
            )
            yield forum, meeting.track, meeting.date_start or last, last, "meetings"
