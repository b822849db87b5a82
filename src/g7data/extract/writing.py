"""Fields, clauses, people and links of a document as rows of their tables, each value with its evidence."""

import hashlib
import re
from urllib.parse import urlsplit

from g7data.extract.clauses import Clause
from g7data.extract.colophon import read_issued_by, read_page_updated
from g7data.extract.fields import MONTH_FIRST_COUNTRIES, Fields
from g7data.extract.found import Found
from g7data.extract.links import read_links
from g7data.extract.observed import Observation
from g7data.extract.page import Page
from g7data.extract.participants import read_participants
from g7data.extract.parts import Part
from g7data.extract.people import Person
from g7data.extract.rights import rights_of
from g7data.extract.rows import Row, Rows
from g7data.sources import canonical_url, publisher_of

_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_PLAIN_WORD = re.compile(r"\w++(?:['’-]\w++)*+")  # sooner found, where no underscore stands in the text
_ODD = "surrogatepass"  # halves of pairs, as broken pages hold them
_ASCII_SIGNS = bytes(i for i in range(128) if not chr(i).isalnum())
_SIGNS = re.compile(r"[^\x00-\x7f\w]+")
_DENSE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
_WORD_BESIDE_DENSE = re.compile(r"[^\W_ぁ-んァ-ヶ一-鿿]++(?:['’-][^\W_]++)*+")


def document_id(url: str, part: str = "") -> str:
    """Twelve hexadecimal digits made of the canonical address and the part of the page: never of what was read."""
    return hashlib.sha256(f"{canonical_url(url)}\n{part}".encode()).hexdigest()[:12]


def write_fields(part: Part, rows: Rows, identity: str, fields: Fields, clauses: list[Clause], words: int) -> None:
    """One row for `documents`, with the evidence for each of its fields; `words` is how many its clauses have."""
    page = part.page
    publisher = publisher_of(page.url)
    rights = rights_of(publisher, official=fields.official.value)
    when = fields.dated.when
    where = fields.where
    issued_by = read_issued_by(page)
    updated = read_page_updated(page, month_first=publisher.country in MONTH_FIRST_COUNTRIES)
    flags = sorted({*fields.dated.flags, *(f for c in clauses for f in c.flags)})
    row: Row = {
        "document_id": identity, "kind": fields.kind.value, "official": fields.official.value, "title": _value(fields.title),
        "annex_number": _value(fields.annex_number), "forum": _value(fields.forum) or "G7", "track": _value(fields.track),
        "presidency": _value(fields.presidency), "language": fields.language.value,
        "date_start": when.value.first if when else None, "date_end": when.value.last if when else None,
        "date_precision": when.value.precision if when else None, "date_basis": when.value.basis if when else None,
        "place": where.value.written if where else None, "city": where.value.city if where else None,
        "country": where.value.country if where else None, "mode": _value(fields.mode) or ("in_person" if where else None),
        "source_id": publisher.source_id, "url": _address(part), "canonical_url": canonical_url(page.url), "part": part.name, "page_updated": _value(updated),
        "issued_by": _value(issued_by), "host_rights": rights.host_rights, "work_rights": rights.work_rights,
        "text_published": rights.text_published, "text": page.text, "text_sha256": hashlib.sha256(page.text.encode()).hexdigest(),
        "body_sha256": _body_hash(page, clauses), "words": words,
        "clause_count": len(clauses), "flags": flags, "confidence": _confidence(fields), "page_id": rows.page_id,
    }  # fmt: skip
    rows.add("documents", row)
    cited: dict[str | tuple[str, ...], Found[object] | None] = {
        "title": fields.title, "annex_number": fields.annex_number, "forum": fields.forum, "track": fields.track,
        "presidency": fields.presidency, "language": fields.language, "kind": fields.kind, "official": fields.official,
        ("date_start", "date_end"): when, ("place", "city", "country"): where, "issued_by": issued_by, "page_updated": updated,
        "mode": fields.mode or where,
    }  # fmt: skip
    for columns, found in cited.items():
        names = (columns,) if isinstance(columns, str) else columns
        rows.cite("documents", identity, [name for name in names if row[name] is not None], found)
    if fields.dated.year_from is not None:
        rows.cite("documents", identity, ("date_start", "date_end"), fields.dated.year_from)


def _address(part: Part) -> str:
    """The page's address; that of an annex in it leads to the place: its page in a PDF, else its name."""
    if part.heading is None:
        return part.page.url
    return f"{part.page.url}#{f'page={part.heading.page}' if part.heading.page else part.name}"


def _value(found: Found[object] | None) -> object:
    return found.value if found is not None else None


def _confidence(fields: Fields) -> float:
    """The least sure of the fields that were found; a missing date or track counts half."""
    found = (fields.kind, fields.track, fields.dated.when, fields.presidency, fields.title)
    return round(min(0.5 if f is None else f.confidence for f in found), 2)


def count_words(text: str) -> int:
    """How many words a text has; scripts without blanks count one word for two characters, as translators do."""
    dense = 0 if text.isascii() else len(_DENSE.findall(text))
    if not dense:
        return len((_WORD if "_" in text else _PLAIN_WORD).findall(text))
    return len(_WORD_BESIDE_DENSE.findall(text)) + (dense + 1) // 2


def _body_hash(page: Page, clauses: list[Clause]) -> str:
    """The digest of the body's letters alone: the same for copies that differ in layout, numbering and quotation marks."""
    words = (
        "".join(page.text[c.start : c.end] for c in clauses)
        .encode(errors=_ODD)
        .translate(None, _ASCII_SIGNS)
        .decode(errors=_ODD)
    )
    letters = _SIGNS.sub("", words) if not words.isascii() else words
    return hashlib.sha256(letters.casefold().encode()).hexdigest()


def write_clauses(page: Page, rows: Rows, identity: str, clauses: list[Clause]) -> int:
    """A row for each clause; gives how many words they have in all."""
    total = 0
    for clause in clauses:
        clause_id = f"{identity}-{clause.position:04d}"
        parent = f"{identity}-{clause.parent.position:04d}" if clause.parent else None
        text = page.text[clause.start : clause.end]
        words = count_words(text)
        total += words
        rows.add(
            "clauses",
            {
                "clause_id": clause_id, "document_id": identity, "position": clause.position, "parent_id": parent, "depth": clause.depth,
                "label": clause.label, "numbering": clause.numbering, "section": clause.section, "text": text, "start": clause.start,
                "end": clause.end, "words": words, "flags": clause.flags,
            },
        )  # fmt: skip
        if clause.heading is not None:
            rows.cite("clauses", clause_id, "section", Found(clause.section, *clause.heading, "section:heading above"))
        if clause.marker is not None:
            rows.cite(
                "clauses",
                clause_id,
                ("label", "numbering"),
                Found(clause.label, *clause.marker, f"label:{clause.numbering}"),
            )
    return total


def person_key(name: str, country: str | None) -> str:
    """A person as one page knows them, until the pages are put together."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return "-".join([*words, country.lower()] if country else words)


def write_people(rows: Rows, identity: str, people: list[Person]) -> None:
    """A row for each office-holder."""
    seen: set[str] = set()
    for person in people:
        key = person_key(person.name, person.country)
        if key in seen:
            continue
        seen.add(key)
        rows.add(
            "ministers",
            {
                "document_id": identity, "person_id": key, "name": person.name, "honorific": person.honorific, "role": person.role,
                "portfolio": person.portfolio, "country": person.country, "function": person.function, "start": person.start, "end": person.end,
            },
        )  # fmt: skip
        row_id = f"{identity}/{key}"
        said = "mentioned" if person.presumed else person.function
        columns = ["name"] if person.presumed else ["name", "function"]
        rows.cite("ministers", row_id, columns, Found(person.name, person.start, person.end, f"person:{said}"))
        if person.presumed:
            presumed = Found(person.function, person.start, person.end, "person:office in a report", 0.5)
            rows.cite("ministers", row_id, "function", presumed)
        span = person.role_span or (person.start, person.end)
        columns = [c for c, v in (("role", person.role), ("portfolio", person.portfolio)) if v]
        rows.cite("ministers", row_id, columns, Found(person.role, *span, "person:office"))
        if person.country is not None:
            rule = person.country_rule or "person:office"
            sure = 1.0 if rule == "person:office" else 0.7
            rows.cite("ministers", row_id, "country", Found(person.country, *span, rule, sure))
        rows.cite("ministers", row_id, "honorific", _honorific(rows.text, person))


def _honorific(text: str, person: Person) -> Found[str] | None:
    """Where the honorific stands: just before the name, else where the page prints it first."""
    if person.honorific is None:
        return None
    at = text.rfind(person.honorific, max(0, person.start - 40), person.start)
    at = text.find(person.honorific) if at < 0 else at
    return Found(person.honorific, at, at + len(person.honorific), "person:honorific") if at >= 0 else None


def write_participants(page: Page, rows: Rows, identity: str) -> None:
    """A row for each country or body that takes part."""
    for participant in read_participants(page):
        written = page.text[participant.start : participant.end]
        rows.add(
            "participants",
            {
                "document_id": identity, "body_id": participant.body_id, "as_written": written,
                "participation": participant.participation, "start": participant.start, "end": participant.end,
            },
        )  # fmt: skip
        found = Found(written, participant.start, participant.end, "participant:named as taking part")
        rows.cite("participants", f"{identity}/{written}", ("body_id", "as_written", "participation"), found)


def write_links(page: Page, rows: Rows, identity: str) -> None:
    """A row for each related text or file."""
    for position, link in enumerate(read_links(page), start=1):
        words = page.text[link.start : link.end]
        target = document_id(link.url) if link.url and urlsplit(link.url).scheme in ("http", "https") else None
        rows.add(
            "links",
            {
                "document_id": identity, "position": position, "relation": link.relation, "text": words, "url": link.url,
                "annex_number": link.annex_number, "target_id": target if target != identity else None,
            },
        )  # fmt: skip
        columns = [
            "relation",
            "text",
            *(["url"] if link.url else []),
            *(["annex_number"] if link.annex_number is not None else []),
        ]
        rows.cite(
            "links", f"{identity}/{position}", columns, Found(words, link.start, link.end, f"link:{link.relation}")
        )


def link_parts(page: Page, rows: Rows, identity: str, annex_id: str, annex: Part) -> None:
    """The declaration names its annexes, and each annex its declaration."""
    heading = annex.heading
    title = page.title_blocks
    for document, target, relation, block, number in (
        (identity, annex_id, "annex", heading, annex.number),
        (annex_id, identity, "declaration", title[0] if title else None, None),
    ):
        if block is None:
            continue
        place = 1 + sum(1 for row in rows.tables.get("links", []) if row["document_id"] == document)
        words = page.text[block.start : block.end]
        rows.add(
            "links",
            {
                "document_id": document, "position": place, "relation": relation, "text": words, "url": None, "annex_number": number,
                "target_id": target,
            },
        )  # fmt: skip
        rows.cite(
            "links",
            f"{document}/{place}",
            ("relation", "text", *(["annex_number"] if number is not None else [])),
            Found(words, block.start, block.end, f"link:{relation} in the page"),
        )


def write_observations(page: Page, rows: Rows, identity: str, observations: list[Observation]) -> None:
    """A row for each cell of a table about meetings, and for each thing that a list says of one."""
    for seen in observations:
        name = page.text[slice(*seen.meeting)]
        rows.add(
            "observations",
            {
                "document_id": identity, "meeting_as_written": name, "forum": seen.forum, "track": seen.track,
                "date_start": seen.when.first if seen.when else None, "date_end": seen.when.last if seen.when else None,
                "indicator": seen.indicator, "value": page.text[slice(*seen.value)], "value_code": seen.value_code,
                "as_of": seen.as_of.value if seen.as_of else None, "start": seen.value[0], "end": seen.value[1],
            },
        )  # fmt: skip
        row_id = f"{identity}/{name}/{seen.indicator}/{seen.value[0]}"
        shape = "row" if seen.head is not None else "line"
        rows.cite("observations", row_id, "meeting_as_written", Found(name, *seen.meeting, f"observation:{shape}"))
        head = Found(
            name, *(seen.head or seen.value), "observation:heading of the column" if seen.head else "observation:line"
        )
        rows.cite("observations", row_id, "indicator", head)
        columns = ("value", *(("value_code",) if seen.value_code is not None and seen.told_by is None else ()))
        rows.cite(
            "observations",
            row_id,
            columns,
            Found(name, *seen.value, "observation:cell" if seen.head else "observation:line"),
        )
        rows.cite("observations", row_id, "value_code", seen.told_by)
        if seen.when is not None:
            rows.cite(
                "observations",
                row_id,
                ("date_start", "date_end"),
                Found(
                    name, seen.when.start, seen.when.end, "observation:date cell" if seen.head else "observation:line"
                ),
            )
            for elsewhere in (seen.year_from, seen.month_from):
                rows.cite("observations", row_id, ("date_start", "date_end"), elsewhere)
        rows.cite("observations", row_id, "as_of", seen.as_of)
