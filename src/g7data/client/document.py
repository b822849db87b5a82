"""One document of a release with all that is said of it, and the passages from which it was read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from g7data.client.alias import find_alias
from g7data.client.errors import UnknownId
from g7data.client.rows import select
from g7data.client.watch import UNWATCHED, Watch
from g7data.identity import KEYS, row_id

Row = Mapping[str, Any]
_SHORTEST = 4
"""Characters of the shortest beginning of an id that stands for it."""
_MOST_NAMED = 5
_PARTS = {
    "clauses": "SELECT * FROM clauses WHERE document_id = ? ORDER BY position",
    "ministers": "SELECT * FROM ministers WHERE document_id = ? ORDER BY start, person_id",
    "participants": "SELECT * FROM participants WHERE document_id = ? ORDER BY start, as_written",
    "links": "SELECT * FROM links WHERE document_id = ? ORDER BY position",
    "observations": 'SELECT * FROM observations WHERE document_id = ? ORDER BY start, "end", indicator',
}
_EVIDENCE = """
SELECT table_name, row_id, column_name, quote, start, "end", rule, confidence FROM evidence
WHERE page_id = ? AND (row_id = ? OR starts_with(row_id, ? || '/') OR starts_with(row_id, ? || '-'))
ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Document:
    """A row of `documents`, its publisher and meeting, the rows of other tables that belong to it, and the evidence.

    `evidence` holds the passages of a value by table, row and column.
    """

    row: Row
    source: Row
    meeting: Row | None
    parts: Mapping[str, Sequence[Row]]
    evidence: Mapping[tuple[str, str, str], Sequence[Row]]

    def passages(self, table: str, row: Row, column: str) -> Sequence[Row]:
        """Return the passages that a value was read from; none where it was worked out or looked up."""
        return self.evidence.get((table, row_id(table, row), column), ())

    def as_tree(self) -> dict[str, Any]:
        """Return it as what JSON can hold: each value that was read beside its passages."""
        tree: dict[str, Any] = {"document": self._told("documents", self.row), "source": dict(self.source)}
        tree["meeting"] = None if self.meeting is None else dict(self.meeting)
        for table, rows in self.parts.items():
            tree[table] = [self._told(table, row) for row in rows]
        return tree

    def _told(self, table: str, row: Row) -> dict[str, Any]:
        read = {column: self.passages(table, row, column) for column in row}
        keep = ("quote", "start", "end", "rule", "confidence")
        found = {column: [{k: e[k] for k in keep} for e in passages] for column, passages in read.items() if passages}
        return {**row, "evidence": found}


def read_document(connection: duckdb.DuckDBPyConnection, document_id: str, watch: Watch = UNWATCHED) -> Document:
    """Return a document by its id, the beginning of it, or the id of one of its clauses; raises UnknownId."""
    known = find_id(connection, "documents", document_id.split("-")[0], watch)
    (row,) = select(connection, "SELECT * FROM documents WHERE document_id = ?", known)
    (source,) = select(connection, "SELECT * FROM sources WHERE source_id = ?", row["source_id"]) or [{}]
    meetings = select(connection, "SELECT * FROM meetings WHERE meeting_id = ?", row["meeting_id"])
    evidence: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for found in select(connection, _EVIDENCE, row["page_id"], known, known, known):
        evidence[(found["table_name"], found["row_id"], found["column_name"])].append(found)
    parts = {table: select(connection, query, known) for table, query in _PARTS.items()}
    return Document(row, source, next(iter(meetings), None), parts, evidence)


def find_id(connection: duckdb.DuckDBPyConnection, table: str, wanted: str, watch: Watch = UNWATCHED) -> str:
    """Return the one id of a table that is, or begins with, what is wanted, or that stands for it; raises UnknownId.

    `watch` is told where the id was retired.
    """
    (key,) = KEYS[table]
    if _is_there(connection, table, wanted):
        return wanted
    if (current := find_alias(connection, table, wanted)) is not None and _is_there(connection, table, current.new_id):
        watch.notes(f"{wanted} is {current.new_id} since version {current.since}: {current.reason}")
        return current.new_id
    begins = f"SELECT {key} AS id FROM {table} WHERE starts_with({key}, ?) ORDER BY 1 LIMIT {_MOST_NAMED + 1}"  # noqa: S608
    found = [row["id"] for row in select(connection, begins, wanted)] if len(wanted) >= _SHORTEST else []
    if len(found) == 1:
        return str(found[0])
    raise UnknownId(_unknown(table, key, wanted, found))


def _is_there(connection: duckdb.DuckDBPyConnection, table: str, wanted: str) -> bool:
    (key,) = KEYS[table]
    return bool(select(connection, f"SELECT 1 FROM {table} WHERE {key} = ?", wanted))  # noqa: S608


def _unknown(table: str, key: str, wanted: str, found: Iterable[str]) -> str:
    near = list(found)
    if near:
        named = f"{', '.join(near[:_MOST_NAMED])}{' …' * (len(near) > _MOST_NAMED)}"
        return f"{wanted!r} is the beginning of several ids of {table}: {named}; give more of it"
    return f"the release has no {key} {wanted!r}; look for it with g7data query, in the table {table}"
