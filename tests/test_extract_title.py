"""The title as a person would copy it: no site, no place and date, no label of an annex."""

import pytest

from tests.support_pages import WE_MET, document, html_page, quotes, statement, text_page


def title(page):
    return document(page)["title"]


@pytest.mark.parametrize(
    "written",
    [
        "G7 Digital and Tech Ministers' Statement on Cables",
        "Communiqué of the G7 Finance Ministers: A Plan for 2030",
        "Déclaration des ministres du numérique du G7",
        "G7デジタル・技術大臣会合 閣僚宣言",
        "Statement of the G7 Finance Ministers in Bari",
    ],
)
def test_the_first_line_of_a_text_is_its_title(written):
    page = statement(title=written)
    assert title(page) == written
    assert quotes(page, "title") == [written]


@pytest.mark.parametrize(
    "written",
    [
        "G7 Foreign Ministers' Statement, Dinard, April 6, 2019",
        "G7 Foreign Ministers' Statement (Dinard, April 6, 2019)",
        "G7 Foreign Ministers' Statement – April 6, 2019",
        "G7 Foreign Ministers' Statement Dinard, April 6, 2019",
        "G7 Foreign Ministers' Statement, 6 April 2019, Dinard",
    ],
)
def test_place_and_date_that_trail_it_are_left_out(written):
    assert title(statement(title=written, header="")) == "G7 Foreign Ministers' Statement"


def test_a_date_inside_it_stays():
    written = "Statement on the G7 Meeting of April 6, 2019 and its Results"
    assert title(statement(title=written)) == written


def test_the_label_of_an_annex_goes_to_the_annex():
    page = statement(title="G7 Digital and Tech Track Annex 3:\nG7 Action Plan for Building a Resilient Infrastructure")
    assert title(page) == "G7 Action Plan for Building a Resilient Infrastructure"
    assert document(page)["annex_number"] == 3


def test_the_main_heading_is_the_title_of_a_page():
    source = f"<div class=logo><p>The Ministry of All Things at Sea</p></div><h2>News</h2><h1>G7 Statement on Cables</h1><p>April 30, 2023</p><p>{WE_MET}</p>"
    assert title(html_page(source)) == "G7 Statement on Cables"


def test_a_title_over_several_headings_is_one():
    source = f"<h1>G7 Statement</h1><h1>on Cables in the Sea</h1><p>Bari, Italy, April 30, 2023</p><p>{WE_MET}</p>"
    assert title(html_page(source)) == "G7 Statement on Cables in the Sea"


def test_a_heading_that_names_the_site_is_not_the_title():
    source = f"<html><head><title>G7 Statement on Cables | Ministry of the Sea</title></head><body><h1>Ministry of the Sea</h1><h1>G7 Statement on Cables</h1><p>April 30, 2023</p><p>{WE_MET}</p></body></html>"
    assert title(html_page(source)) == "G7 Statement on Cables"


def test_a_page_without_a_heading_has_the_title_of_its_head():
    source = f"<html><head><title>G7 Statement on Cables | Ministry of the Sea</title></head><body><p>{WE_MET}</p><p>{WE_MET}</p></body></html>"
    page = html_page(source)
    assert title(page) == "G7 Statement on Cables"
    assert quotes(page, "title") == ["G7 Statement on Cables"]


def test_a_text_without_a_title_has_none():
    assert (
        title(text_page(WE_MET + " They are many and old, and each of us depends on them every day.", WE_MET)) is None
    )


def test_a_title_in_brackets_fields_is_read_from_its_field():
    page = text_page(
        "[Title] G7 Statement on Cables\n[Place] Kitakyushu, Japan\n[Date] May 2, 2016\n[Full text]", WE_MET
    )
    assert title(page) == "G7 Statement on Cables"


@pytest.mark.parametrize("written", ["G7 Statement", "Tokyo Declaration", "Chair's Summary"])
def test_a_title_may_be_short(written):
    page = text_page(written, "Takasaki, Gunma, Japan, April 30, 2023", WE_MET)
    assert (title(page), document(page)["city"]) == (written, "Takasaki")


def test_the_paragraphs_under_a_heading_are_no_part_of_it():
    source = "<h1>Sea Post</h1><h3>Termina la cumbre del G7</h3><div>Hablaron de los cables del mar<br>Vuelven en otoño<br><br>{}</div>"
    page = html_page("<title>Sea Post</title>" + source.format(WE_MET))
    assert document(page)["title"] == "Termina la cumbre del G7"


def test_a_numbered_section_of_a_book_is_no_title():
    page = html_page(
        "<p>白書 2024</p><h2>第2節 国際交渉の推進</h2><h3>G7交通大臣会合</h3><p>令和5年6月16日から18日に、G7交通大臣会合が志摩市で開催され、海について話し合った。</p>"
    )
    assert document(page)["title"] == "G7交通大臣会合"


@pytest.mark.parametrize("title", ["Le sommet du G8 des 17 et 18 juin 2013", "Il vertice G7 dei 26 e 27 maggio 2017"])
def test_days_that_say_which_meeting_is_meant_stay_in_the_title(title):
    assert document(text_page(title, WE_MET))["title"] == title


@pytest.mark.parametrize(
    "written",
    [
        "Statement by G7 Finance Ministers and Central Bank Governors Essen, Germany",
        "Statement by G7 Finance Ministers and Central Bank Governors, London, UK",
        "Statement by G7 Finance Ministers and Central Bank Governors, London,",
        "Statement by G7 Finance Ministers and Central Bank Governors Washington, DC",
    ],
)
def test_a_place_that_trails_those_who_met_is_left_out_without_a_date_too(written):
    assert title(html_page(f"<h1>{written}</h1><p>{WE_MET}</p>")) == (
        "Statement by G7 Finance Ministers and Central Bank Governors"
    )


@pytest.mark.parametrize(
    "written",
    [
        "Minister to Attend Meeting of the G7 Ministers in Lecce, Italy",
        "G7 Ministers' Statement on the Floods in Beirut, Lebanon",
        "Schedule of the G7 Ministers for the Week of June 1 – June 7, 2020",
    ],
)
def test_a_place_or_a_date_that_a_preposition_governs_belongs_to_the_title(written):
    assert title(html_page(f"<h1>{written}</h1><p>{WE_MET}</p>")) == written


def test_a_heading_that_says_its_title_twice_is_read_once():
    once = "Minister to Hold Briefing before the G7 Meeting Today"
    assert title(html_page(f"<h1>{once} {once}</h1><p>{WE_MET}</p>")) == once


def test_a_heading_that_leads_to_its_section_is_not_part_of_the_title():
    page = html_page(
        f"<h2><a href=/m>Finance Ministers' Meetings</a></h2><h2>Statement of the Group of Seven</h2><p>{WE_MET}</p>"
    )
    assert title(page) == "Statement of the Group of Seven"


def test_the_groups_name_alone_may_be_a_heading():
    page = html_page(
        f"<h1>G7</h1><p>Volume 596: debated on Wednesday 10 June 2015</p><p>With permission, Mr Speaker, I will speak on the G7. {WE_MET}</p>"
    )
    assert title(page) == "G7"


def test_a_topic_printed_before_the_title_in_one_heading_is_not_part_of_it():
    name = "Abschlussbericht zur G7-Präsidentschaft"
    head = f"<title>{name} | Ministerium</title>"
    assert title(html_page(f"{head}<h1><span>Neue Broschüre</span> {name}</h1><p>{WE_MET}</p>")) == name
    joined = f"Elmau: {name}"
    assert title(html_page(f"{head}<h1>{joined}</h1><p>{WE_MET}</p>")) == joined


def test_a_line_that_the_page_calls_itself_goes_before_a_menu():
    name = "Secretary of Energy to Attend the G8+3 Energy Ministerial Meetings in Japan"
    page = html_page(
        f"<title>{name}</title><a href=1>Summits</a><br><a href=2>Meetings</a><br><a href=3>Publications</a>"
        f"<p>June 5, 2008<br><br><b>{name}</b><br><br>{WE_MET}</p>"
    )
    assert title(page) == name


def test_the_part_of_a_site_that_a_page_is_in_is_not_its_title():
    name = "G8 Ministers' Working Session on Ships"
    page = html_page(
        f"<title>{name} | Speeches - By Date | Agency</title><h1>Speeches - By Date</h1><h2>{name}</h2><p>{WE_MET}</p>"
    )
    assert title(page) == name


def test_a_blogs_name_before_the_title_is_not_it():
    head = "<title>Ada Quill: G8 Ambiente a casa</title><h1>Ada Quill</h1><h3>G8 Ambiente a casa</h3>"
    assert title(html_page(f"{head}<p>{WE_MET}</p>")) == "G8 Ambiente a casa"


def test_a_greeting_is_not_part_of_the_title():
    page = text_page("STATEMENT ON THE MEETING OF THE MINISTERS OF THE EIGHT\nGood afternoon.", WE_MET)
    assert title(page) == "STATEMENT ON THE MEETING OF THE MINISTERS OF THE EIGHT"


def test_a_text_that_begins_with_a_greeting_has_no_title():
    told = (
        "Avant tout, je veux remercier notre hôte du G7 pour la chaleur de son accueil et la qualité de sa présidence."
    )
    assert title(text_page("Elmau (Allemagne) - 8 juin 2015", "Bon après-midi, mesdames et messieurs.", told)) is None
