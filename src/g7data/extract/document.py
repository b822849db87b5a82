"""One page in scope to the rows of its documents: the page's own, and the annexes that stand in it."""

from g7data.extract.clauses import read_clauses
from g7data.extract.fields import Fields, as_annex, is_general, read_fields
from g7data.extract.guarded import look_over
from g7data.extract.observations import read_observations
from g7data.extract.page import Page
from g7data.extract.parts import Part, split_parts
from g7data.extract.people import named_alone, read_people
from g7data.extract.presumed import presumed_present
from g7data.extract.rows import Rows
from g7data.extract.writing import (
    document_id,
    link_parts,
    write_clauses,
    write_fields,
    write_links,
    write_observations,
    write_participants,
    write_people,
)


def write_documents(page: Page, rows: Rows) -> str:
    """Read every field of the page's document, and of the annexes in it, into rows; gives the id of the first."""
    main, *annexes = split_parts(page)
    identity = document_id(page.url)
    fields = _write_document(main, rows, identity, None)
    for annex in annexes:
        annex_id = document_id(page.url, annex.name)
        _write_document(annex, rows, annex_id, fields)
        link_parts(main.page, rows, identity, annex_id, annex)
    return identity


def _write_document(part: Part, rows: Rows, identity: str, main: Fields | None) -> Fields:
    page = part.page
    look_over(page.text)  # all fields ask about it
    people = read_people(page)
    fields = read_fields(page, people)
    if main is not None:
        fields = as_annex(fields, part, main)
    clauses = read_clauses(page)
    words = write_clauses(page, rows, identity, clauses)
    present = named_alone(people) if is_general(fields) else presumed_present(page.text, people, fields)
    write_people(rows, identity, present)
    write_participants(page, rows, identity)
    write_links(page, rows, identity)
    write_observations(page, rows, identity, read_observations(page))
    write_fields(part, rows, identity, fields, clauses, words)
    return fields
