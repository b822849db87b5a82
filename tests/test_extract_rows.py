"""Every value that was read stands with the words it was read from."""

from datetime import date

import pytest

from g7data.extract.found import Found, first
from g7data.extract.rows import Rows
from tests.support_pages import document, rows, statement, text_page

TEXT = "Turin, Italy, September 26, 2017"
WHEN = Found(date(2017, 9, 26), 14, 32, "date:header", 0.9)


def test_a_value_is_cited_with_quote_offsets_rule_and_confidence():
    collected = Rows("p1", TEXT)
    collected.cite("documents", "d1", "date_start", WHEN)
    assert collected.evidence == [
        {
            "table_name": "documents", "row_id": "d1", "column_name": "date_start", "page_id": "p1", "start": 14, "end": 32,
            "quote": "September 26, 2017", "rule": "date:header", "confidence": 0.9,
        }
    ]  # fmt: skip


def test_several_columns_may_be_read_from_the_same_words():
    collected = Rows("p1", TEXT)
    collected.cite("documents", "d1", ("date_start", "date_end"), WHEN)
    assert [e["column_name"] for e in collected.evidence] == ["date_start", "date_end"]


def test_what_was_not_found_is_not_cited():
    collected = Rows("p1", TEXT)
    collected.cite("documents", "d1", "date_start", None)
    assert collected.evidence == []


def test_the_first_rule_that_finds_anything_decides():
    rules = [lambda _: None, lambda page: Found(page, 0, 1, "second"), lambda page: Found(page, 0, 1, "third")]
    assert first(rules, "x").rule == "second"
    assert first(rules[:1], "x") is None


def test_a_find_can_be_moved_and_given_another_value():
    assert (WHEN.shifted(10).start, WHEN.shifted(10).end) == (24, 42)
    assert (WHEN.as_value(2017).value, WHEN.as_value(2017).rule) == (2017, "date:header")


FIELDS = (
    "title",
    "kind",
    "official",
    "forum",
    "track",
    "presidency",
    "language",
    "date_start",
    "date_end",
    "place",
    "city",
    "country",
    "mode",
)


@pytest.mark.parametrize("column", FIELDS)
def test_every_field_of_a_document_has_evidence(column):
    page = statement()
    row = document(page)
    assert row[column] is not None
    cited = [
        e
        for e in page.evidence
        if (e["table_name"], e["row_id"], e["column_name"]) == ("documents", row["document_id"], column)
    ]
    assert cited
    for evidence in cited:
        assert row["text"][evidence["start"] : evidence["end"]] == evidence["quote"] != ""


def test_evidence_names_rows_that_are_there():
    page = statement(
        "1. The Minister of Finance of Italy, Pier Carlo Padoan, chaired the meeting of G7 ministers from Canada, France, Germany and Japan.",
        "Source: Official website",
    )
    known = {("documents", row["document_id"]) for row in rows(page, "documents")}
    known |= {("clauses", row["clause_id"]) for row in rows(page, "clauses")}
    known |= {("ministers", f"{row['document_id']}/{row['person_id']}") for row in rows(page, "ministers")}
    known |= {("participants", f"{row['document_id']}/{row['as_written']}") for row in rows(page, "participants")}
    assert {(e["table_name"], e["row_id"]) for e in page.evidence} <= known


def test_no_evidence_is_empty():
    page = text_page("\n\n".join(["G7 Finance Ministers' Meeting\t4 May\tnone"] * 3))
    assert page.evidence
    assert all(e["quote"] for e in page.evidence)
