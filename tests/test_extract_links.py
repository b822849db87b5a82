"""Related texts and files: which text is meant, and where it lies."""

import pytest

from tests.support_pages import URL, WE_MET, column, html_page, quotes, rows, statement

HTML = (
    "<h1>G7 Ministers' Statement on Cables</h1><p>Bari, Italy, May 13, 2017</p>{}<p>"
    + WE_MET
    + "</p><p>We will report every year on what has become of the cables.</p>{}"
)


def links(page):
    return [(link["relation"], link["text"], link["url"]) for link in rows(page, "links")]


def test_lines_under_see_also_name_related_texts():
    page = html_page(
        HTML.format(
            "<p>See also</p><p><a href=decl.html>Ministerial Declaration</a></p><p><a href='/ict/annex1.html'>Annex 1: A Vision</a></p>",
            "",
        )
    )
    assert links(page) == [
        ("declaration", "Ministerial Declaration", "https://g7-texts.example/texts/decl.html"),
        ("annex", "Annex 1: A Vision", "https://g7-texts.example/ict/annex1.html"),
    ]
    assert column(page, "links", "annex_number") == [None, 1]
    assert column(page, "links", "position") == [1, 2]


def test_related_texts_are_named_even_where_nothing_links_to_them():
    page = statement(
        header="Takasaki, Gunma, April 30, 2023\n\nSee: Ministerial Declaration\nAnnex 1: Priorities of the Work\nAnnex 2: Vision for Networks"
    )
    assert [(relation, text, url) for relation, text, url in links(page)] == [
        ("declaration", "Ministerial Declaration", None),
        ("annex", "Annex 1: Priorities of the Work", None),
        ("annex", "Annex 2: Vision for Networks", None),
    ]


def test_the_text_as_a_file_is_a_link_of_its_own_kind():
    page = html_page(HTML.format("<p><a href=text.pdf>[PDF]</a></p>", ""))
    assert links(page) == [("pdf", "[PDF]", "https://g7-texts.example/texts/text.pdf")]


def test_a_pdf_without_a_link_is_named_all_the_same():
    assert links(statement(header="Turin, Italy, September 26, 2017\n\n[PDF]")) == [("pdf", "[PDF]", None)]


@pytest.mark.parametrize("language", ["Français", "Deutsch", "Italiano", "日本語"])
def test_the_text_in_another_language_is_a_translation(language):
    page = html_page(HTML.format(f"<p><a href=other.html>{language}</a></p>", ""))
    assert links(page) == [("translation", language, "https://g7-texts.example/texts/other.html")]


def test_a_source_line_that_links_leads_to_the_original():
    page = html_page(HTML.format("", "<p>Source: <a href='https://www.g7italy.example/text'>Official website</a></p>"))
    assert links(page) == [("source", "Official website", "https://www.g7italy.example/text")]


def test_links_inside_the_text_are_not_related_texts():
    page = html_page(
        HTML.format(
            "", "<p>We thank the <a href='https://www.itu.example/'>ITU</a> for its work on the cables of the sea.</p>"
        )
    )
    assert links(page) == []


def test_a_text_that_is_linked_twice_stands_once():
    twice = "<p>See also</p><p><a href=decl.html>Ministerial Declaration</a></p><p><a href=decl.html>Ministerial Declaration</a></p>"
    assert len(rows(html_page(HTML.format(twice, "")), "links")) == 1


def test_menus_and_footers_link_to_nothing_related():
    page = html_page("<nav><a href=1>Annex 1</a></nav>" + HTML.format("", "<footer><a href=2>Annex 2</a></footer>"))
    assert links(page) == []


def test_every_link_is_quoted():
    page = html_page(HTML.format("<p>See also</p><p><a href=decl.html>Ministerial Declaration</a></p>", ""))
    assert quotes(page, "relation", "links") == quotes(page, "url", "links") == ["Ministerial Declaration"]


def test_a_page_does_not_point_at_itself():
    page = html_page(HTML.format(f"<p>See also</p><p><a href='{URL}'>Ministerial Declaration</a></p>", ""))
    assert column(page, "links", "target_id") == [None]


@pytest.mark.parametrize(
    "address",
    [
        "http://[broken",
        "http://host:99999999/x",
        "javascript:void(0)",
        "mailto:a@b.example",
        "//",
        "http://",
        "\x01",
        "http://a b/ c",
        "#top",
        "?q",
    ],
)
def test_an_address_that_is_none_does_no_harm(address):
    page = html_page(HTML.format(f'<p>See also</p><p><a href="{address}">Ministerial Declaration</a></p>', ""))
    assert page.page["outcome"] == "published"
