"""How to cite a document or a clause: in words, as BibTeX, or as CSL JSON for programs such as Zotero.

What is cited is the text, with its own address; the release through which it was found is named beside it.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from g7data.client.document import find_id
from g7data.client.rows import select
from g7data.client.watch import UNWATCHED, Watch

_QUERY = """
SELECT d.*, s.publisher, m.name AS meeting, r.version
FROM documents d LEFT JOIN sources s USING (source_id) LEFT JOIN meetings m USING (meeting_id), release r
WHERE d.document_id = ?
"""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_IN_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX = re.compile(r"[\\{}~^#$%&_]")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reader needs to find a passage again; a clause is known by the label that is printed before it."""

    id: str
    title: str
    author: str
    place: str | None
    day: date | None
    precision: str | None
    clause: str | None
    publisher: str | None
    url: str
    retrieved: date | None
    release: str
    genre: str

    @property
    def found_in(self) -> str:
        """The release and the id in it."""
        return f"g7data {self.release}, {self.id}"


def cite(connection: duckdb.DuckDBPyConnection, wanted: str, watch: Watch = UNWATCHED) -> Citation:
    """Return the citation of a clause, or of a document, by its id; raises UnknownId. `watch` is told of a retired id."""
    clause: Mapping[str, Any] | None = None
    if "-" in wanted:
        (clause,) = select(
            connection, "SELECT * FROM clauses WHERE clause_id = ?", find_id(connection, "clauses", wanted, watch)
        )
        document_id = clause["document_id"]
    else:
        document_id = find_id(connection, "documents", wanted, watch)
    (row,) = select(connection, _QUERY, document_id)
    return Citation(
        id=document_id if clause is None else clause["clause_id"],
        title=row["title"] or f"[untitled {row['kind'].replace('_', ' ')}]",
        author=_author(row),
        place=row["city"] or row["place"],
        day=row["date_end"] or row["date_start"],
        precision=row["date_precision"],
        clause=None if clause is None else _clause(clause),
        publisher=row["publisher"],
        url=row["url"],
        retrieved=None if row["retrieved_at"] is None else row["retrieved_at"].date(),
        release=row["version"],
        genre=row["kind"].replace("_", " "),
    )


def as_text(citation: Citation) -> str:
    """Return a citation in words."""
    where = ", ".join(part for part in (citation.place, _day(citation)) if part)
    clause = f", {citation.clause}" if citation.clause else ""
    seen = f" (retrieved {_plain_day(citation.retrieved)})" if citation.retrieved else ""
    host = f"{citation.publisher}, " if citation.publisher and citation.publisher != citation.author else ""
    return f"{citation.author}: “{citation.title}”, {where}{clause}. {host}{citation.url}{seen}. In: {citation.found_in}.\n"


def as_bibtex(citation: Citation) -> str:
    """Return a citation as an entry of BibTeX, for any style."""
    day, precision = citation.day, citation.precision
    fields = {
        "author": f"{{{_tex(citation.author)}}}",
        "title": f"{{{_tex(citation.title)}}}",
        "year": None if day is None else str(day.year),
        "address": citation.place and _tex(citation.place),
        "howpublished": citation.publisher and _tex(citation.publisher),
        "url": citation.url,
        "urldate": citation.retrieved and citation.retrieved.isoformat(),
        "note": _tex("; ".join(part for part in (citation.clause, citation.found_in) if part)),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    if day is not None and precision != "year":
        lines.insert(3, f"  {'month':<12} = {_MONTHS[day.month - 1]},")
    return "\n".join([f"@misc{{g7data-{citation.id},", *lines, "}"]) + "\n"


def as_csl(citation: Citation) -> str:
    """Return a citation as CSL JSON: a list of one item."""
    item = {
        "id": f"g7data-{citation.id}",
        "type": "document",
        "genre": citation.genre,
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "issued": _parts(citation.day, citation.precision),
        "event-place": citation.place,
        "publisher": citation.publisher,
        "URL": citation.url,
        "accessed": _parts(citation.retrieved, "day"),
        "note": citation.clause,
        "archive": f"g7data {citation.release}",
        "archive_location": citation.id,
    }
    return json.dumps([{k: v for k, v in item.items() if v is not None}], ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Citation], str]] = {"text": as_text, "bibtex": as_bibtex, "csl": as_csl}
"""The ways to write a citation, by name."""


def _author(row: Mapping[str, Any]) -> str:
    """The group's own text is the group's; a report is that of whoever issued it."""
    if row["official"]:
        return str(row["meeting"] or row["forum"])
    return str(row["issued_by"] or row["publisher"] or row["source_id"])


def _clause(row: Mapping[str, Any]) -> str:
    named = (
        f"clause {row['label']}" if row["label"] else f"clause without a label, {_ordinal(row['position'])} in the text"
    )
    return f"{named}, in “{row['section']}”" if row["section"] else named


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day(citation: Citation) -> str:
    if citation.day is None:
        return "no date"
    match citation.precision:
        case "year":
            return str(citation.day.year)
        case "month":
            return f"{citation.day:%B %Y}"
        case _:
            return _plain_day(citation.day)


def _plain_day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B %Y}"


def _parts(day: date | None, precision: str | None) -> dict[str, list[list[int]]] | None:
    if day is None:
        return None
    known = {"year": 1, "month": 2}.get(precision or "day", 3)
    return {"date-parts": [[day.year, day.month, day.day][:known]]}


def _tex(text: str) -> str:
    return _TEX.sub(lambda match: _IN_TEX.get(match[0], f"\\{match[0]}"), text)
