"""What holds for every page, whatever stands on it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.extract.extract import extract
from tests.support_pages import TITLE, WE_MET, capture
from tests.support_reading import comes_back

OUTCOMES = {"published", "out_of_scope", "rejected", "index"}
LINES = [
    TITLE, WE_MET, "Takasaki, Gunma, April 30, 2023", "Turin, Italy", "September 30-October 1, 2017", "Annex 1: A Vision", "ANNEX II", "See also", "[PDF]",
    "1. We will count.", "   a) to share;", "• to mend", "2. We will speak:", "(i) of cables", "To this end we intend to:", "Cables", "Source: the Presidency",
    "This page was last updated May 01, 2023.", "© 2024", "[back to top]", "Meeting\tDate\tResult", "G7 Finance Ministers' Meeting\t4 May\tnone",
    "The meeting was chaired by KONO Taro, Minister for Digital Transformation of Japan.", "Ministers from Canada, France, Germany, Italy, Japan and India took part.",
    "G7外務大臣会合\t4月10日～11日\t無し", "会合名\t開催日\t有無", "我々G7大臣は、2023年4月29日及び30日に高崎で開催された会合で議論した。", "WASHINGTON – The G7 met.", "The G20 and the Quad met.",
    "[1] A footnote of the text.", "i. roman", "v. five", "3.1 We go on.", "§ 3 Text", "1997. A year.", "",
]  # fmt: skip
LISTS = st.lists(st.sampled_from(LINES), max_size=25)
TEXTS = st.one_of(
    LISTS.map("\n\n".join),
    LISTS.map(lambda lines: "\n\n".join((TITLE, *lines))),
    LISTS.map(lambda lines: "\n".join((TITLE, "", WE_MET, *lines))),
    st.text(st.characters(codec="utf-8"), max_size=200).map(lambda text: f"G7 {text}"),
    st.text(st.sampled_from("G7 \n1.a)(•:;,–-A年月日第会大臣・ Mr of the"), max_size=200),
)
PAGES = TEXTS.flatmap(
    lambda text: st.sampled_from(
        [
            capture(text),
            capture("<h1>" + text.replace("\n\n", "</h1><p>", 1).replace("\n\n", "<p>"), "text/html"),
            capture("<p>" + text.replace("\n", "<br>") + '<ul><li><a href="x.pdf">PDF</a>', "text/html"),
            capture(text, "text/markdown", "https://home.treasury.gov/news/x"),
            capture(text, url="file:page.txt"),
        ]
    )
)
EVERY = settings(deadline=None, max_examples=100)


@EVERY
@given(PAGES)
def test_every_page_has_one_outcome(received):
    page = extract(received)
    assert page.page["outcome"] in OUTCOMES
    assert (page.page["outcome"] == "published") == bool(page.tables)
    assert (page.page["outcome"] == "rejected") == (page.rejected is not None)
    assert (page.page["reason"] is None) == (page.page["outcome"] == "published")


@EVERY
@given(PAGES)
def test_every_quote_is_the_text_at_its_offsets(received):
    page = extract(received)
    for evidence in page.evidence:
        assert 0 <= evidence["start"] <= evidence["end"] <= len(page.reading.text)
        assert page.reading.text[evidence["start"] : evidence["end"]] == evidence["quote"]


@EVERY
@given(PAGES)
def test_clauses_follow_one_another_inside_the_text(received):
    page = extract(received)
    for document in page.tables.get("documents", []):
        position = 0
        for number, clause in enumerate(
            (c for c in page.tables.get("clauses", []) if c["document_id"] == document["document_id"]), start=1
        ):
            assert clause["position"] == number
            assert position <= clause["start"] < clause["end"] <= len(document["text"])
            assert document["text"][clause["start"] : clause["end"]] == clause["text"]
            position = clause["end"]


@EVERY
@given(PAGES)
def test_the_outline_is_a_tree_in_reading_order(received):
    page = extract(received)
    seen = {}
    for clause in page.tables.get("clauses", []):
        parent = seen.get(clause["parent_id"])
        assert (clause["parent_id"] is None) == (parent is None)
        assert clause["depth"] == (0 if parent is None else parent["depth"] + 1)
        assert (clause["label"] is None) == (clause["numbering"] == "none")
        seen[clause["clause_id"]] = clause


@EVERY
@given(PAGES)
def test_counts_agree_with_what_is_there(received):
    page = extract(received)
    for document in page.tables.get("documents", []):
        clauses = [c for c in page.tables.get("clauses", []) if c["document_id"] == document["document_id"]]
        assert document["clause_count"] == len(clauses)
        assert document["words"] == sum(c["words"] for c in clauses)
        assert set(document["flags"]) >= {flag for clause in clauses for flag in clause["flags"]}


@EVERY
@given(PAGES)
def test_a_date_has_a_basis_a_precision_and_an_order(received):
    for document in extract(received).tables.get("documents", []):
        known = document["date_start"] is not None
        assert (
            known
            == (document["date_end"] is not None)
            == (document["date_basis"] is not None)
            == (document["date_precision"] is not None)
        )
        assert not known or document["date_start"] <= document["date_end"]


@EVERY
@given(PAGES)
def test_every_value_is_cited_and_every_citation_has_a_row(received):
    page = extract(received)
    cited = {(e["table_name"], e["row_id"], e["column_name"]) for e in page.evidence}
    for document in page.tables.get("documents", []):
        for column in (
            "title",
            "annex_number",
            "track",
            "presidency",
            "date_start",
            "date_end",
            "city",
            "country",
            "mode",
            "issued_by",
            "page_updated",
        ):
            assert document[column] is None or ("documents", document["document_id"], column) in cited


@EVERY
@given(PAGES)
def test_what_is_extracted_can_be_written_down(received):
    assert json.loads(json.dumps(extract(received).tables, default=str)) is not None


@pytest.mark.parametrize("character", "a1 .,;:-–•*#()[]|\"'’/\n\t日ア年１。、・（é")
@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_a_hundred_thousand_of_any_character_are_extracted(character, media_type):
    body = f"<h1>{TITLE}</h1><p>{WE_MET}</p><p>" if media_type == "text/html" else f"{TITLE}\n\n{WE_MET}\n\n"
    page = comes_back(lambda: extract(capture(body + character * 100_000, media_type)))
    assert page.page["outcome"] in OUTCOMES


def test_ten_thousand_nested_elements_are_extracted():
    page = comes_back(lambda: extract(capture(f"<h1>{TITLE}</h1>" + "<div><ol><li>" * 3_400 + WE_MET, "text/html")))
    assert page.page["outcome"] == "published"


def pieced(piece):
    body = f"<h1>{TITLE}</h1><p>{WE_MET}</p><p>" + (piece * (100_000 // len(piece))).replace("\n\n", "<p>")
    return capture(body, "text/html")


@pytest.mark.parametrize(
    "piece",
    [
        "May 1 ",
        "Mr ",
        "Minister of ",
        "4月1日",
        "Canada, ",
        "in Rome, ",
        "1. ",
        "a:\n\n",
        "Annex 1\n\n",
        "a\tb\tc\n",
        "Aa.",
    ],
)
def test_a_hundred_thousand_characters_of_one_piece_are_extracted(piece):
    page = comes_back(lambda: extract(pieced(piece)))
    assert page.page["outcome"] == "published"


@pytest.mark.parametrize(
    "piece",
    [
        "M. ",
        "Aa-",
        "Vice-",
        "Bundes",
        "G7大臣会合",
    ],
)
def test_so_are_those_that_make_a_pattern_walk_far(piece):
    page = comes_back(lambda: extract(pieced(piece)), seconds=5)
    assert page.page["outcome"] == "published"
