"""Rights belong to the copy and to the work, and decide whether a text is published."""

import pytest

from tests.support_pages import WE_MET, document, statement, text_page


def rights(page):
    row = document(page)
    return row["host_rights"], row["work_rights"], row["text_published"]


def test_the_groups_own_text_is_published_wherever_the_copy_lies():
    host, work, published = rights(statement(url="https://g7.utoronto.ca/ict/2023-annex3.html"))
    assert (host, work, published) == ("all-rights-reserved(host)", "official-text-of-governments", True)


@pytest.mark.parametrize(
    ("url", "host", "published"),
    [
        ("https://www.gov.uk/government/news/g7", "OGL-3.0", True),
        ("https://home.treasury.gov/news/jy0001", "US-PD", True),
    ],
)
def test_a_government_that_opens_its_texts_is_published(url, host, published):
    page = text_page(
        "Remarks by the Finance Minister after the G7 Meeting",
        "May 13, 2017",
        "The minister said that the G7 had agreed on more than he had hoped for.",
        url=url,
    )
    assert rights(page) == (host, host, published)


def test_news_is_reserved():
    page = text_page(
        "G7 ministers speak about cables",
        "The G7 ministers spoke on Monday about a cable that G7 states will lay next year.",
        url="https://news.example/g7",
    )
    assert rights(page)[1:] == ("all-rights-reserved", False)


def test_an_unknown_host_is_named_by_itself():
    page = text_page("G7 Statement on Cables", WE_MET, url="https://www.cables.example/x")
    assert (document(page)["source_id"], rights(page)[0]) == ("cables.example", "unknown")
