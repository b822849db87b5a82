"""Which documents belong to one meeting, and which meetings there are.

Meetings of the reference tables come first (`anchors`), then the group's own texts, pages about a meeting, and hints: what lies within
two days of a meeting of its forum and track is of that meeting. A page that is only dated by its publication goes to the
nearest meeting that has just been or is about to be; an annex in a file goes where its declaration goes, a copy where the
preferred text goes. A meeting that no document and no table speaks of is only expected.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import groupby

import duckdb
import pyarrow as pa

from g7data.assemble import called_off
from g7data.assemble.anchors import anchors
from g7data.assemble.calendar import Calendar
from g7data.assemble.called_off import Passage
from g7data.assemble.meeting import Meeting, meeting_id
from g7data.assemble.witnesses import HINTS, MAKES, Witness, read_witnesses

_APART = timedelta(days=2)
_AHEAD = timedelta(days=7)
_REPORTED_WITHIN = timedelta(days=10)
_SAME_CITY_WITHIN = timedelta(days=30)
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
_EVIDENCE = pa.schema(
    [
        ("row_id", pa.string()), ("column_name", pa.string()), ("page_id", pa.string()), ("start", pa.int64()), ("end", pa.int64()),
        ("quote", pa.string()), ("rule", pa.string()), ("confidence", pa.float64()),
    ]
)  # fmt: skip

__all__ = ["meeting_id", "resolve"]


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `known_meetings`, `document_meetings`, `observed_meetings`, `expected_meetings` and `meeting_evidence`."""
    off = called_off.documents(connection)
    witnesses = read_witnesses(connection, off.keys())
    calendar = Calendar(Meeting.of_anchor(anchor) for anchor in anchors())
    assign(calendar, witnesses)
    of_document = _by_document(calendar, witnesses)
    counts: dict[str, int] = defaultdict(int)
    for meeting in of_document.values():
        counts[meeting] += 1
    found = [m for m in calendar.meetings() if m.witnesses or counts[m.meeting_id]]
    documents = sorted(of_document)
    by_document = pa.table([documents, [of_document[document] for document in documents]], schema=_BY_DOCUMENT)
    by_row = [
        {"document_id": w.row[0], "start": w.row[1], "meeting_id": m.meeting_id} for m in found for w in m.witnesses if w.row
    ]  # fmt: skip
    connection.register(
        "known_meetings", pa.Table.from_pylist([m.as_row(counts[m.meeting_id]) for m in found], _MEETINGS)
    )
    connection.register("document_meetings", by_document)
    connection.register("observed_meetings", pa.Table.from_pylist(by_row, _BY_ROW))
    connection.register("expected_meetings", pa.Table.from_pylist(_coverage(found, counts), _COVERAGE))
    connection.register("meeting_evidence", pa.Table.from_pylist(list(_evidence(found, off)), _EVIDENCE))


def assign(calendar: Calendar, witnesses: list[Witness]) -> None:
    """Give each witness its meeting, where there is one; the most trusted are heard first."""
    dated = {w.document for w in witnesses if w.first is not None}
    rest = [w for w in witnesses if w.part == "" and (w.same_as is None or w.same_as not in dated)]
    for rank in (0, 1, 2):
        for witness in (w for w in rest if w.strength == MAKES and w.rank == rank):
            _make(calendar, witness)
    _weigh_hints(calendar, [w for w in rest if w.strength == HINTS])
    for witness in rest:
        if witness.strength < HINTS:
            _join(calendar, witness)


def _make(calendar: Calendar, witness: Witness) -> None:
    meeting = calendar.nearest(witness, _APART, _APART)
    if meeting is None:
        meeting = calendar.add(Meeting.of_witness(witness))
    meeting.hear(witness)


def _weigh_hints(calendar: Calendar, hints: list[Witness]) -> None:
    """Hints that lie together make a meeting where there are two, and not both of them from before it; one alone makes none."""
    left = [w for w in hints if not _join(calendar, w)]
    for _, same in groupby(left, key=lambda w: (w.forum, w.track)):
        cluster: list[Witness] = []
        for witness in [*same, None]:
            if witness is not None and (not cluster or _near(cluster, witness)):
                cluster.append(witness)
                continue
            if len(cluster) > 1 and any(w.told == "held" for w in cluster):
                best = min(cluster, key=lambda w: (w.told == "planned", w.rank, w.key))
                meeting = calendar.add(Meeting.of_witness(best))
                for one in cluster:
                    meeting.hear(one)
            cluster = [witness] if witness is not None else []


def _near(cluster: list[Witness], witness: Witness) -> bool:
    last = cluster[-1].last
    return last is not None and witness.first is not None and witness.first <= last + _APART


def _join(calendar: Calendar, witness: Witness) -> bool:
    """Whether a witness that makes no meeting of its own belongs to one that is known."""
    if witness.rank == 0:
        posted = witness.basis == "metadata"
        meeting = calendar.nearest(witness, _APART, _REPORTED_WITHIN if posted else _APART)
    else:
        meeting = calendar.nearest(witness, _AHEAD, _REPORTED_WITHIN)
    if meeting is None and witness.city is not None:
        if witness.first is None:
            meeting = calendar.only_one_in(witness)
        elif witness.abroad:
            meeting = calendar.nearest(witness, _SAME_CITY_WITHIN, _SAME_CITY_WITHIN, same_city=True)
    if meeting is None:
        return False
    meeting.hear(witness)
    return True


def _by_document(calendar: Calendar, witnesses: list[Witness]) -> dict[str, str]:
    """The meeting of each document: its own, else that of the text it is an annex of, or of a copy of the same text."""
    heard = {w.document: m.meeting_id for m in calendar.meetings() for w in m.witnesses if w.document}
    pages = {w.page: w.document for w in witnesses if w.document and w.part == ""}
    pairs = [(w.document, pages.get(w.page)) for w in witnesses if w.document and w.part]
    copied = [(w.document, w.same_as) for w in witnesses if w.document and w.same_as]
    for document, other in (*pairs, *((other, document) for document, other in copied), *copied):
        if document and document not in heard and other in heard:
            heard[document] = heard[other]
    return heard


def _coverage(found: list[Meeting], counts: dict[str, int]) -> list[dict[str, object]]:
    """Each meeting that the reference tables name, and whether it was found."""
    there = {m.meeting_id for m in found}
    return [
        {
            "meeting_id": identity, "expected_from": anchor.source, "found": identity in there, "documents": counts.get(identity, 0),
        }
        for anchor in anchors()
        for identity in [meeting_id(anchor.forum, anchor.track, anchor.first)]
    ]  # fmt: skip


def _evidence(found: Iterable[Meeting], off: Mapping[str, Passage]) -> Iterable[dict[str, object]]:
    """The passages that say that a meeting was called off."""
    for meeting in (m for m in found if m.status == "cancelled"):
        for passage in (off[w.document] for w in meeting.witnesses if w.document and w.document in off):
            yield {
                "row_id": meeting.meeting_id, "column_name": "status", "page_id": passage.page_id, "start": passage.start,
                "end": passage.end, "quote": passage.quote, "rule": "status:called off", "confidence": 0.9,
            }  # fmt: skip
