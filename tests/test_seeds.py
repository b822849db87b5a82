"""The five seed pages: what each must give, field by field.

They lie beside the project, in `../shared`; where that is missing, the project's own sample pages cover the same traps.
"""

from datetime import date
from pathlib import Path

import pytest

from g7data.archive.capture import Capture
from g7data.archive.store import Archive
from g7data.archive.warc import read_captures
from g7data.extract.extract import Extracted, extract
from tests.support_pages import column, document, quotes, rows

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEEDS = SHARED / "seeds"
RELATED = ("declaration", "annex", "see_also")
OUTCOMES = {"published", "out_of_scope", "rejected", "index"}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages lie in ../shared, which is not here")


def pages_of(folder: Path, archive: Path) -> list[tuple[Capture, Extracted]]:
    captures = [capture for file in Archive(archive).ingest([folder]) for capture in read_captures(file.path)]
    return [(capture, extract(capture)) for capture in captures if isinstance(capture, Capture)]


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    """What is read from each seed, by the number its file begins with."""
    files = {path.stem.split("_")[0]: path for path in SEEDS.glob("*.txt")}
    read = pages_of(SEEDS, tmp_path_factory.mktemp("archive"))
    by_digest = {capture.body: page for capture, page in read}
    return {number: by_digest[path.read_bytes()] for number, path in files.items()}


def top(page):
    return [clause for clause in rows(page, "clauses") if clause["parent_id"] is None]


def related(page):
    return [link for link in rows(page, "links") if link["relation"] in RELATED]


@pytest.mark.parametrize(
    ("number", "field", "value"),
    [
        ("000", "kind", "annex"),
        ("000", "official", True),
        ("000", "title", "G7 Action Plan for Building a Secure and Resilient Digital Infrastructure"),
        ("000", "annex_number", 3),
        ("000", "forum", "G7"),
        ("000", "track", "digital"),
        ("000", "presidency", "JPN"),
        ("000", "language", "en"),
        ("000", "date_start", date(2023, 4, 30)),
        ("000", "date_end", date(2023, 4, 30)),
        ("000", "date_basis", "header"),
        ("000", "city", "Takasaki"),
        ("000", "country", "JPN"),
        ("000", "mode", "in_person"),
        ("000", "page_updated", date(2023, 5, 1)),
        ("000", "issued_by", "Official website of the 2023 G7 Digital and Tech Ministers Meeting, Japan"),
        ("000", "text_published", True),
        ("001", "kind", "news"),
        ("001", "official", False),
        ("001", "title", "G7 countries sign declaration to ensure Internet security and openness"),
        ("001", "annex_number", None),
        ("001", "track", "digital"),
        ("001", "presidency", "GBR"),
        ("001", "date_start", None),
        ("001", "date_end", None),
        ("001", "date_basis", None),
        ("001", "city", None),
        ("001", "country", None),
        ("001", "mode", "virtual"),
        ("001", "text_published", False),
        ("001", "page_updated", None),
        ("002", "kind", "annex"),
        ("002", "official", True),
        ("002", "title", "G7 Actions for Enhancing Cybersecurity for Businesses"),
        ("002", "annex_number", 3),
        ("002", "track", "digital"),
        ("002", "presidency", "ITA"),
        ("002", "date_start", date(2017, 9, 26)),
        ("002", "date_end", date(2017, 9, 26)),
        ("002", "city", "Turin"),
        ("002", "country", "ITA"),
        ("002", "page_updated", date(2024, 8, 15)),
        ("002", "issued_by", "Official website of the 2017 Italian G7 Presidency"),
        ("002", "flags", ["list_lost"]),
        ("003", "official", False),
        ("003", "kind", "report"),
        ("003", "title", "G7伊勢志摩サミットにおける取組等"),
        ("003", "language", "ja"),
        ("003", "track", "leaders"),
        ("003", "presidency", "JPN"),
        ("003", "annex_number", None),
    ],
)
def test_a_field_of_a_seed(seed, number, field, value):
    assert document(seed[number])[field] == value


def test_000_has_four_numbered_clauses_and_nothing_else(seed):
    assert column(seed["000"], "clauses", "label") == ["1", "2", "3", "4"]
    assert column(seed["000"], "clauses", "text")[0].startswith("We affirm our support for developing")
    assert column(seed["000"], "clauses", "text")[-1].endswith("based on known and stable methodology.")


def test_000_names_five_related_texts_with_their_annex_numbers(seed):
    assert [link["annex_number"] for link in related(seed["000"])] == [None, 1, 2, 4, 5]
    assert related(seed["000"])[0]["relation"] == "declaration"


def test_000_never_gives_the_year_of_its_copyright_line(seed):
    page = seed["000"]
    values = [value for row in rows(page, "documents") for name, value in row.items() if name != "text"]
    values += [
        value
        for table in ("clauses", "links", "ministers", "participants")
        for row in rows(page, table)
        for value in row.values()
    ]
    assert not [value for value in values if "2024" in str(value)]
    assert not [quote for quote in (e["quote"] for e in page.evidence) if "2024" in quote]


def test_001_is_hosted_by_the_british_minister(seed):
    hosts = [m for m in rows(seed["001"], "ministers") if m["function"] == "host"]
    assert [(m["name"], m["country"], m["portfolio"]) for m in hosts] == [("Oliver Dowden", "GBR", "digital")]
    assert "Digital Secretary" in hosts[0]["role"]


def test_001_names_seven_participants_and_not_japan(seed):
    named = {(p["body_id"], p["participation"]) for p in rows(seed["001"], "participants")}
    assert {body for body, _ in named} == {"GBR", "CAN", "FRA", "DEU", "ITA", "USA", "EUE"} or {
        body for body, _ in named
    } == {"GBR", "CAN", "FRA", "DEU", "ITA", "USA", "EU"}
    assert {participation for _, participation in named} == {"member"}


def test_001_has_five_bullets_under_their_lead_in(seed):
    bullets = [clause for clause in rows(seed["001"], "clauses") if clause["numbering"] == "bullet"]
    (lead_in,) = {clause["parent_id"] for clause in bullets}
    assert len(bullets) == 5
    (parent,) = [clause for clause in rows(seed["001"], "clauses") if clause["clause_id"] == lead_in]
    assert parent["text"] == "The agreements concern the following areas:"
    assert not parent["flags"]


def test_001_ends_before_the_comments(seed):
    assert column(seed["001"], "clauses", "text")[-1].endswith("signed this year by G7 governments.")


def test_002_has_eleven_clauses_of_which_two_have_lost_their_lists(seed):
    clauses = top(seed["002"])
    assert len(clauses) == 11
    assert [clause["text"] for clause in clauses if "list_lost" in clause["flags"]] == [
        "To this end, we the G7 ICT and Industry Ministers intend to:",
        "To this end we intend to:",
    ]


def test_002_names_three_related_texts_and_a_file(seed):
    assert [link["annex_number"] for link in related(seed["002"])] == [None, 1, 2]
    assert [link["text"] for link in rows(seed["002"], "links") if link["relation"] == "pdf"] == ["[PDF]"]


def test_003_observes_eleven_meetings(seed):
    observed = rows(seed["003"], "observations")
    assert len(observed) == 11
    assert [row["value_code"] for row in observed] == ["none"] * 9 + ["not_yet_held"] * 2
    assert {row["indicator"] for row in observed} == {"cyber_incident"}
    assert {str(row["as_of"])[:7] for row in observed} == {"2016-05"}
    assert {row["date_start"].year for row in observed} == {2016}
    assert (observed[0]["date_start"], observed[-1]["date_end"]) == (date(2016, 4, 10), date(2016, 9, 25))


def test_003_says_where_the_year_that_no_row_gives_was_read(seed):
    page = seed["003"]
    for observed in rows(page, "observations"):
        cited = [
            e["quote"]
            for e in page.evidence
            if e["table_name"] == "observations"
            and e["column_name"] == "date_start"
            and e["row_id"].endswith(f"/{observed['start']}")
        ]
        assert any("16年" in quote for quote in cited), observed["meeting_as_written"]


def test_003_does_not_take_a_policy_decision_for_a_meeting(seed):
    dates = {
        row[name]
        for row in (*rows(seed["003"], "observations"), *rows(seed["003"], "documents"))
        for name in ("date_start", "date_end")
    }
    assert not [day for day in dates if day is not None and day.year == 2015]
    assert not [quote for quote in quotes(seed["003"], "date_start") if "平成27年" in quote]


def test_004_is_out_of_scope_and_gives_nothing_but_its_page(seed):
    page = seed["004"]
    assert (page.page["outcome"], page.page["reason"]) == ("out_of_scope", "bilateral")
    assert page.tables == {}


def test_every_quote_is_the_text_at_its_offsets(seed):
    for page in seed.values():
        for evidence in page.evidence:
            assert page.reading.text[evidence["start"] : evidence["end"]] == evidence["quote"] != ""


@pytest.mark.parametrize("folder", ["pdf", "ml-dev"])
def test_other_real_pages_are_read_without_a_crash(folder, tmp_path):
    corpus = SHARED / "corpus" / folder
    if not corpus.is_dir():
        pytest.skip(f"{corpus} is not here")
    read = pages_of(corpus, tmp_path)
    assert read
    for capture, page in read:
        assert page.page["outcome"] in OUTCOMES, capture.url
        for evidence in page.evidence:
            assert page.reading.text[evidence["start"] : evidence["end"]] == evidence["quote"], capture.url


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """What is read from the real PDF: a declaration with its annexes."""
    corpus = SHARED / "corpus" / "pdf"
    if not corpus.is_dir():
        pytest.skip(f"{corpus} is not here")
    ((_, page),) = pages_of(corpus, tmp_path_factory.mktemp("archive"))
    return page


def test_the_pdf_gives_a_declaration_and_its_annexes(pdf):
    assert [document["annex_number"] for document in rows(pdf, "documents")] == [None, 1, 2, 3]
    assert (
        rows(pdf, "documents")[3]["title"].casefold()
        == "G7 Actions for Enhancing Cybersecurity for Businesses".casefold()
    )


def test_the_pdf_has_the_lists_that_002_has_lost(pdf):
    third = rows(pdf, "documents")[3]["document_id"]
    clauses = [clause for clause in rows(pdf, "clauses") if clause["document_id"] == third]
    assert len([clause for clause in clauses if clause["parent_id"] is None]) == 11
    assert not [clause for clause in clauses if "list_lost" in clause["flags"]]
