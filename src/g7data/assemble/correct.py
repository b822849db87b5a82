"""The rows of one page in, the same rows with corrections made out; pure.

What an entry expects is compared with the rows as they were read, so that the order of entries does not matter. The evidence
for a wrong value leaves with it. That for the right one is the passage that the entry quotes, or the value itself where the page
says it; where another source shows it, the passage is empty, and the rule `correction` alone tells whose word it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn

from g7data.assemble.corrections import Correction
from g7data.assemble.corrigible import AS_WRITTEN, NAMED_BY
from g7data.assemble.page_rows import PageRows, Passage
from g7data.extract.rows import Row
from g7data.extract.writing import person_key
from g7data.identity import row_id

RULE = "correction"
"""The rule that stands in `evidence` for a corrected value."""
FLAG = "corrected"
"""The flag of a document that a correction has touched."""
_MOST_SHOWN = 10


class _Mismatch(Exception):
    """The page does not say what the entry expects."""


@dataclass(slots=True)
class Corrected:
    """What became of a page: which entries do not hold, which table and document were touched, and why it is to leave."""

    mismatches: list[str] = field(default_factory=list)
    touched: set[tuple[str, str]] = field(default_factory=set)
    removed: str | None = None


def correct(page: PageRows, entries: Iterable[Correction]) -> Corrected:
    """Make the corrections in the rows of a page."""
    made = Corrected()
    for entry in entries:
        try:
            document = _document(page, entry)
            {"change": _change, "remove": _remove, "add": _add}[entry.kind](page, entry, document)
        except _Mismatch as fault:
            made.mismatches.append(f"{entry}: {fault}")
            continue
        made.touched.add((entry.table, str(document["document_id"])))
        if entry.kind == "remove" and entry.table == "documents" and document["part"] == "":
            made.removed = entry.reason
        flags = document["flags"]
        document["flags"] = sorted({*(flags if isinstance(flags, list) else ()), FLAG})
    return made


def _document(page: PageRows, entry: Correction) -> Row:
    """The document at the entry's address; without a fragment, the page's first."""
    _, _, fragment = entry.url.partition("#")
    if fragment:
        found = [row for row in page.documents if str(row["url"]).partition("#")[2] == fragment]
    else:
        found = [row for row in page.documents if row["part"] == ""]
    if len(found) != 1:
        there = ", ".join(str(row["url"]) for row in page.documents)
        raise _Mismatch(f"{len(found)} documents have this address; the page gives {there}")
    return found[0]


def _row(page: PageRows, entry: Correction, document: Row) -> tuple[Row, Row]:
    """The one row that the entry names, as it is now and as it was read."""
    rows = page.as_read(entry.table, document["document_id"])
    found = [(now, read) for now, read in rows if all(read[name] == value for name, value in entry.row.items())]
    if len(found) == 1:
        return found[0]
    named = NAMED_BY[entry.table]
    there = ", ".join(repr(read[named]) for _, read in rows[:_MOST_SHOWN]) or "none"
    raise _Mismatch(f"{len(found)} rows are like this; found with the {named}: {there}")


def _change(page: PageRows, entry: Correction, document: Row) -> None:
    now, read = _row(page, entry, document)
    if read[entry.column] != entry.expect:
        raise _Mismatch(f"expected {entry.expect!r}, found {read[entry.column]!r}")
    text = str(document["text"])
    passage = _passage(text, entry, near=now.get("start"))
    before = row_id(entry.table, now)
    now[entry.column] = entry.value
    if entry.table == "ministers":
        if entry.column == "name":
            spot = _name_in(text, str(entry.value), passage)
            now["start"], now["end"] = spot.start, spot.end
        now["person_id"] = _person_id(now)
        page.rename(entry.table, before, row_id(entry.table, now))
    page.cite(entry.table, now, entry.column, text, passage, RULE)


def _remove(page: PageRows, entry: Correction, document: Row) -> None:
    now, _ = _row(page, entry, document)
    if entry.table == "documents":
        page.remove_document(document["document_id"])
        return
    if entry.table == "clauses":
        if any(row["parent_id"] == now["clause_id"] for row in page.tables["clauses"]):
            raise _Mismatch("other clauses are parts of it: remove them before it, or give them another parent_id")
        for column, fewer in (("clause_count", 1), ("words", now["words"])):
            document[column] = int(str(document[column])) - int(str(fewer))
    page.remove(entry.table, now)


def _add(page: PageRows, entry: Correction, document: Row) -> None:
    text = str(document["text"])
    passage = _passage(text, entry)
    spot = _name_in(text, str(entry.row[NAMED_BY[entry.table]]), passage)
    row: Row = {
        **entry.row, "document_id": document["document_id"], "start": spot.start, "end": spot.end, "page_id": page.page_id,
    }  # fmt: skip
    if entry.table == "ministers":
        row["person_id"] = _person_id(row)
    if row_id(entry.table, row) in {row_id(entry.table, other) for other in page.tables[entry.table]}:
        raise _Mismatch("the row is there already")
    page.tables[entry.table].append(row)
    for column, value in entry.row.items():
        if value is not None:
            page.cite(entry.table, row, column, text, passage, RULE)


def _passage(text: str, entry: Correction, near: object = None) -> Passage:
    """The words that show the right value; empty where another source does."""
    if entry.quote is not None:
        return _nearest(text, entry.quote, near) or _absent(entry.quote)
    if entry.column in AS_WRITTEN.get(entry.table, ()) and isinstance(entry.value, str):
        return _nearest(text, entry.value, near) or Passage()
    return Passage()


def _nearest(text: str, words: str, near: object) -> Passage | None:
    """Where words stand in the text: of several places the one nearest to an offset, else the first."""
    around = near if isinstance(near, int) else 0
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    if not starts:
        return None
    start = min(starts, key=lambda at: abs(at - around))
    return Passage(start, start + len(words))


def _name_in(text: str, name: str, passage: Passage) -> Passage:
    """Where a name stands in a passage: names are given as written."""
    start = text.find(name, passage.start, passage.end)
    return Passage(start, start + len(name)) if start >= 0 else _absent(name)


def _absent(words: str) -> NoReturn:
    raise _Mismatch(f"{words!r} is not on the page")


def _person_id(row: Row) -> str:
    country = row["country"]
    return person_key(str(row["name"]), country if isinstance(country, str) else None)
