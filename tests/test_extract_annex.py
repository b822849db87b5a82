"""The number of an annex, as a figure, a letter or a roman, in five languages."""

import pytest

from g7data.extract.annex import annex_number
from tests.support_pages import WE_MET, document, quotes, rows, statement, text_page


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Annex 3", 3),
        ("Annex 3: G7 Action Plan", 3),
        ("ANNEX III", 3),
        ("Annex B", 2),
        ("Annexe 1 : Cadre", 1),
        ("Annexe n° 2", 2),
        ("Anhang 4", 4),
        ("Anlage IV", 4),
        ("Allegato 2 – Piano", 2),
        ("Appendix A", 1),
        ("附属書１", 1),
        ("附属書二", 2),
        ("別添3", 3),
        ("G7 Digital and Tech Track Annex 3:", 3),
        ("Annex 12", 12),
        ("Annex I", 1),
        ("Annex VIII", 8),
    ],
)
def test_an_annex_has_a_number(line, number):
    assert annex_number(line) == number


@pytest.mark.parametrize(
    "line", ["Annex", "Annexes", "Annexation of 3 towns", "Chapter 3", "Annex to the Declaration", "Annex 2023", ""]
)
def test_other_lines_have_none(line):
    assert annex_number(line) is None


def test_a_page_that_is_an_annex_carries_its_number():
    page = statement(title="Annex 3: G7 Action Plan for Building a Resilient Infrastructure")
    assert (document(page)["annex_number"], document(page)["kind"]) == (3, "annex")
    assert quotes(page, "annex_number") == ["Annex 3"]


def test_a_page_that_links_to_annexes_is_none():
    page = statement("See also\nAnnex 1: A Vision for Future Networks\nAnnex 2: An Action Plan for Cables")
    assert document(page)["annex_number"] is None


LONG = "We will count the cables together, publish where they lie, and share the ships that mend them when one of us has more to mend than ships."


def test_annexes_in_the_same_text_become_documents_of_their_own():
    page = text_page(
        "G7 Digital and Tech Ministers' Declaration", "Takasaki, Japan, April 30, 2023", WE_MET, LONG, f"{LONG} Again.", f"{LONG} And again.",
        "Annex 1: Plan for the Ships", LONG, f"{LONG} Again.", "Annex 2: Plan for the Cables", LONG, f"{LONG} Again.", f"{LONG} And again.",
    )  # fmt: skip
    documents = rows(page, "documents")
    assert [(d["title"], d["annex_number"], d["clause_count"]) for d in documents] == [
        ("G7 Digital and Tech Ministers' Declaration", None, 4),
        ("Plan for the Ships", 1, 2),
        ("Plan for the Cables", 2, 3),
    ]
    assert [d["kind"] for d in documents] == ["declaration", "annex", "annex"]
    assert len({d["document_id"] for d in documents}) == 3
    assert {(d["date_start"], d["city"]) for d in documents} == {(documents[0]["date_start"], "Takasaki")}


def test_a_declaration_links_to_the_annexes_that_follow_it():
    page = text_page(
        "G7 Digital and Tech Ministers' Declaration", "Takasaki, Japan, April 30, 2023", WE_MET, LONG, f"{LONG} Again.", f"{LONG} And again.", "Annex 1: Plan for the Ships", LONG, f"{LONG} Again.",
    )  # fmt: skip
    declaration, annex = rows(page, "documents")
    linked = [(link["document_id"], link["relation"], link["target_id"]) for link in rows(page, "links")]
    assert (declaration["document_id"], "annex", annex["document_id"]) in linked
    assert (annex["document_id"], "declaration", declaration["document_id"]) in linked


def test_a_word_that_only_begins_like_annex_is_none():
    assert annex_number("Annexed to this text is a plan") is None
