"""One page in scope to the rows of its document: every field read once, every value with its evidence."""

import hashlib
import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from g7data.extract.clauses import Clause, read_clauses
from g7data.extract.colophon import read_issued_by, read_page_updated
from g7data.extract.found import Found
from g7data.extract.kind import read_kind
from g7data.extract.language import read_language
from g7data.extract.links import read_links
from g7data.extract.mode import met_online, read_mode
from g7data.extract.observations import Observation, read_observations
from g7data.extract.page import Page
from g7data.extract.parts import Part, split_parts
from g7data.extract.participants import read_participants
from g7data.extract.people import Person, read_people
from g7data.extract.place import Where, met_in, printed_place, read_place
from g7data.extract.rights import rights_of
from g7data.extract.rows import Row, Rows
from g7data.extract.title import read_annex_number, read_title
from g7data.extract.track import read_forum, read_presidency, read_track
from g7data.extract.when import Dated, read_when
from g7data.sources import canonical_url, publisher_of

_MONTH_FIRST_COUNTRIES = frozenset(("USA",))
_PRESIDING = frozenset(("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA", "RUS"))


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of a document as found."""

    title: Found[str] | None
    annex_number: Found[int] | None
    language: Found[str]
    kind: Found[str]
    official: Found[bool]
    forum: Found[str] | None
    track: Found[str] | None
    presidency: Found[str] | None
    dated: Dated
    mode: Found[str] | None
    where: Found[Where] | None


def document_id(url: str, part: str = "") -> str:
    """Twelve hexadecimal digits made of the canonical address and the part of the page: never of what was read."""
    return hashlib.sha256(f"{canonical_url(url)}\n{part}".encode()).hexdigest()[:12]


def write_documents(page: Page, rows: Rows) -> str:
    """Read every field of the page's document, and of the annexes in it, into rows; gives the id of the first."""
    main, *annexes = split_parts(page)
    identity = document_id(page.url)
    fields = _write_document(main, rows, identity, None)
    for annex in annexes:
        annex_id = document_id(page.url, annex.name)
        _write_document(annex, rows, annex_id, fields)
        _link_parts(main.page, rows, identity, annex_id, annex)
    return identity


def _write_document(part: Part, rows: Rows, identity: str, main: _Fields | None) -> _Fields:
    page = part.page
    people = read_people(page)
    fields = _read_fields(page, people)
    if main is not None:
        fields = _as_annex(fields, part, main)
    clauses = read_clauses(page)
    _write_clauses(page, rows, identity, clauses)
    _write_people(rows, identity, people)
    _write_participants(page, rows, identity)
    _write_links(page, rows, identity)
    _write_observations(page, rows, identity, read_observations(page))
    _write_fields(part, rows, identity, fields, clauses)
    return fields


def _as_annex(fields: _Fields, part: Part, main: _Fields) -> _Fields:
    """An annex has its number and title from its first lines, and what it does not say itself from its declaration."""
    heading = part.heading
    number = Found(part.number, heading.start, heading.end, "annex:heading in the page") if heading and part.number is not None else None
    kind = Found("annex", heading.start, heading.end, "kind:annex in the page") if heading else fields.kind
    return replace(
        fields, annex_number=number or fields.annex_number, kind=kind, official=main.official, forum=main.forum, track=main.track,
        presidency=main.presidency, dated=main.dated, mode=main.mode, where=main.where,
    )  # fmt: skip


def _link_parts(page: Page, rows: Rows, identity: str, annex_id: str, annex: Part) -> None:
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
        rows.cite("links", f"{document}/{place}", ("relation", "text"), Found(words, block.start, block.end, f"link:{relation} in the page"))


def _read_fields(page: Page, people: list[Person]) -> _Fields:
    publisher = publisher_of(page.url)
    title = read_title(page)
    annex = read_annex_number(page)
    kind, official = read_kind(page, title, annex=annex is not None, publisher_kind=publisher.kind)
    month_first = publisher.country in _MONTH_FIRST_COUNTRIES or page.reading.language == "en-us"
    dated = read_when(page, month_first=month_first)
    year = _year(page, dated)
    mode = read_mode(page)
    mode, where = _read_where(page, mode, official=official.value)
    presidency = read_presidency(page, year, where) or _presiding(people)
    return _Fields(
        title, annex, read_language(page), kind, official, read_forum(page, title), read_track(page, title, publisher.portfolio),
        presidency, dated, mode, where,
    )  # fmt: skip


def _read_where(page: Page, mode: Found[str] | None, *, official: bool) -> tuple[Found[str] | None, Found[Where] | None]:
    """Mode and place weighed against each other: a meeting online has no place, unless the page prints one for it all the same."""
    if mode is None or mode.value != "virtual":
        where = read_place(page, official=official)
        return (mode if mode is not None or where is not None else read_mode(page, further=True)), where
    together = met_in(page)
    if together is not None:
        return mode.as_value("hybrid"), together
    printed = None if met_online(page, mode) else printed_place(page)
    return (mode, None) if printed is None else (None, printed)


def _year(page: Page, dated: Dated) -> Found[int] | None:
    if dated.when is not None:
        return Found(dated.when.value.first.year, dated.when.start, dated.when.end, dated.when.rule)
    observed = next((o for o in read_observations(page) if o.when is not None and o.year_from is not None), None)
    return observed.year_from if observed is not None else None


def _presiding(people: list[Person]) -> Found[str] | None:
    """Where no year is known, whoever chairs or hosts shows who presides."""
    for person in people:
        if person.function in ("chair", "host") and person.country in _PRESIDING and person.role_span is not None:
            return Found(person.country, *person.role_span, "presidency:country of the host", 0.7)
    return None


def _address(part: Part) -> str:
    """The page's address; that of an annex in it leads to the place: its page in a PDF, else its name."""
    if part.heading is None:
        return part.page.url
    return f"{part.page.url}#{f'page={part.heading.page}' if part.heading.page else part.name}"


def _write_fields(part: Part, rows: Rows, identity: str, fields: _Fields, clauses: list[Clause]) -> None:
    page = part.page
    publisher = publisher_of(page.url)
    rights = rights_of(publisher, official=fields.official.value)
    when = fields.dated.when
    where = fields.where
    issued_by = read_issued_by(page)
    updated = read_page_updated(page, month_first=publisher.country in _MONTH_FIRST_COUNTRIES)
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
        "body_sha256": _body_hash(page, clauses), "words": sum(count_words(page.text[c.start : c.end]) for c in clauses),
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


def _value(found: Found[object] | None) -> object:
    return found.value if found is not None else None


def _confidence(fields: _Fields) -> float:
    """The least sure of the fields that were found; a missing date or track counts half."""
    found = (fields.kind, fields.track, fields.dated.when, fields.presidency, fields.title)
    return round(min(0.5 if f is None else f.confidence for f in found), 2)


def count_words(text: str) -> int:
    """How many words a text has; scripts without blanks count one word for two characters, as translators do."""
    dense = len(re.findall(r"[ぁ-んァ-ヶ一-鿿]", text))
    return len(re.findall(r"[^\W_ぁ-んァ-ヶ一-鿿]+(?:['’-][^\W_]+)*", text)) + (dense + 1) // 2


def _body_hash(page: Page, clauses: list[Clause]) -> str:
    """The digest of the body's letters alone: the same for copies that differ in layout, numbering and quotation marks."""
    letters = re.sub(r"[\W_]+", "", "".join(page.text[c.start : c.end] for c in clauses)).casefold()
    return hashlib.sha256(letters.encode()).hexdigest()


def _write_clauses(page: Page, rows: Rows, identity: str, clauses: list[Clause]) -> None:
    for clause in clauses:
        clause_id = f"{identity}-{clause.position:04d}"
        parent = f"{identity}-{clause.parent.position:04d}" if clause.parent else None
        words = page.text[clause.start : clause.end]
        rows.add(
            "clauses",
            {
                "clause_id": clause_id, "document_id": identity, "position": clause.position, "parent_id": parent, "depth": clause.depth,
                "label": clause.label, "numbering": clause.numbering, "section": clause.section, "text": words, "start": clause.start,
                "end": clause.end, "words": count_words(words), "flags": clause.flags,
            },
        )  # fmt: skip
        if clause.marker is not None:
            rows.cite("clauses", clause_id, ("label", "numbering"), Found(clause.label, *clause.marker, f"label:{clause.numbering}"))


def person_key(name: str, country: str | None) -> str:
    """A person as one page knows them, until the pages are put together."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return "-".join([*words, country.lower()] if country else words)


def _write_people(rows: Rows, identity: str, people: list[Person]) -> None:
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
        rows.cite("ministers", row_id, ("name", "function"), Found(person.name, person.start, person.end, f"person:{person.function}"))
        if person.role_span is not None:
            columns = [c for c, v in (("role", person.role), ("portfolio", person.portfolio), ("country", person.country)) if v]
            rows.cite("ministers", row_id, columns, Found(person.role, *person.role_span, "person:office"))


def _write_participants(page: Page, rows: Rows, identity: str) -> None:
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


def _write_links(page: Page, rows: Rows, identity: str) -> None:
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
        columns = ["relation", "text", *(["url"] if link.url else []), *(["annex_number"] if link.annex_number is not None else [])]
        rows.cite("links", f"{identity}/{position}", columns, Found(words, link.start, link.end, f"link:{link.relation}"))


def _write_observations(page: Page, rows: Rows, identity: str, observations: list[Observation]) -> None:
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
        rows.cite("observations", row_id, "meeting_as_written", Found(name, *seen.meeting, "observation:row"))
        rows.cite("observations", row_id, ("value", "value_code"), Found(name, *seen.value, "observation:cell"))
        if seen.when is not None:
            rows.cite("observations", row_id, ("date_start", "date_end"), Found(name, seen.when.start, seen.when.end, "observation:date cell"))
            rows.cite("observations", row_id, ("date_start", "date_end"), seen.year_from)
        rows.cite("observations", row_id, "as_of", seen.as_of)
