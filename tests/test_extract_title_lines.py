"""The title of a page without headings is the line before the text that reads most like one."""

import pytest

from tests.support_pages import WE_MET, document, rows, text_page


def title(*paragraphs):
    return document(text_page(*paragraphs, WE_MET))["title"]


@pytest.mark.parametrize(
    "before",
    [
        "Willkommen auf den Seiten der Botschaft",
        "G7",
        "G7 Summit",
        "News | Speeches | Photos",
        "Videoschalte für Montag angesetzt",
        "Home > News > Releases",
        "8 May 2023 - check against delivery",
        "See also the Chair's Summary of the G7 Summit",
        "date 2023-05-08",
        "1 minute read",
    ],
)
def test_lines_of_the_site_come_before_it(before):
    assert (
        title(before, "G7 Digital Ministers' Statement on Cables", "8 May 2023")
        == "G7 Digital Ministers' Statement on Cables"
    )


def test_a_later_line_must_read_better_than_an_earlier_one():
    assert (
        title("G7 steps up its work on cables", "The G7 leaders vowed to count every cable", "8 May 2023")
        == "G7 steps up its work on cables"
    )


def test_a_line_that_names_the_kind_of_text_reads_better_than_one_that_names_the_meeting():
    page = (
        "G7 Finance Ministers' Meetings",
        "Statement of G7 Finance Ministers on Cables",
        "Washington, April 15, 2011",
    )
    assert title(*page) == "Statement of G7 Finance Ministers on Cables"


def test_a_title_over_lines_in_capitals_is_one():
    page = ("STATEMENT BY THE SECRETARY OF THE TREASURY", "AT THE POST G-7 PRESS CONFERENCE", "February 17, 2001")
    assert title(*page) == "STATEMENT BY THE SECRETARY OF THE TREASURY AT THE POST G-7 PRESS CONFERENCE"


def test_a_title_may_end_like_a_sentence():
    words = "Déclaration des chefs d'État et de gouvernement du G7 sur les câbles."
    assert title(words) == words


@pytest.mark.parametrize(
    "caption", ["G7 ministers in Turin (Foto: dpa)", "The G7 ministers of today. Photo: A. Body via REUTERS"]
)
def test_a_caption_is_none(caption):
    assert title("Minister treffen sich in Turin", caption, "8. Mai 2023") == "Minister treffen sich in Turin"


def test_a_page_of_menu_words_has_none():
    assert title("SHARE YOUR THOUGHTS", "共同通信") is None


def test_a_section_below_the_title_is_no_part_of_it():
    assert title("G7 Digital Ministers' Communiqué\nPreamble") == "G7 Digital Ministers' Communiqué"


@pytest.mark.parametrize(
    "words",
    ["Point de presse au G8 de Lough Erne", "G7-Innenminister im Kloster Eberbach", "Il G7 dei Trasporti di Milano"],
)
def test_a_place_that_belongs_to_the_words_before_it_stays(words):
    assert title(words) == words


def test_those_who_took_part_are_listed_at_the_end():
    page = text_page(
        "G7デジタル大臣会合の結果について",
        "令和5年4月30日",
        "4月29日及び30日、群馬県高崎市においてG7デジタル大臣会合が行われ、海底ケーブルについて話し合われました。",
        "〇出席者\n日本：河野太郎 デジタル大臣\n英国：クロエ・スミス 科学大臣",
    )
    assert [row["name"] for row in rows(page, "ministers")] == ["河野太郎", "クロエ・スミス"]


@pytest.mark.parametrize(
    "before",
    [
        "Our whole crew gladly welcomes you!",
        "Give to our campaign for the repair of the cables of the sea!",
        "TDD (202) 555-0100",
        "Osaka - NEWSY",
        "Subject: NEWS",
    ],
)
def test_calls_telephones_and_agencies_are_no_title(before):
    assert (
        title(before, "G7 Digital Ministers' Statement on Cables", "8 May 2023")
        == "G7 Digital Ministers' Statement on Cables"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ministers to count G7 cables in May 2031", "Ministers to count G7 cables in May 2031"),
        ("G7 Ministers' Communiqué | Turin, May 12-14, 2017 (.pdf)", "G7 Ministers' Communiqué"),
        ("G7: Kabel und Netze 4.0", "G7: Kabel und Netze 4.0"),
        (
            "Il G8 dei cavi con i ministri\nReti, navi, porti, sabbia",
            "Il G8 dei cavi con i ministri",
        ),
    ],
)
def test_what_belongs_to_a_title_and_what_trails_it(line, expected):
    assert title(line) == expected


@pytest.mark.parametrize(
    "before",
    [
        "Symbol of the Government of Ruritania",
        "An official website of the Ruritanian Government Here's how you know",
        "Vous êtes ici : Accueil",
        "Cable Summit Information",
        "Cable Archive Logo The Minister for Posts of Ruritania",
        "G7 participants",
        "Photo de famille du G7",
        "230508 - Chair's Summary - G7",
        "The Rt Hon Sir John Cable",
        "Prime Minister of Ruritania 1990-1997",
        "cable_room.jpg",
        "Seven ships set sail • Old lighthouse sold • Fog stops the ferry • Tides explained",
    ],
)
def test_banners_captions_and_codes_come_before_it(before):
    assert (
        title(before, "Sea Cables: a common concern of the G7", "8 May 2023")
        == "Sea Cables: a common concern of the G7"
    )


def test_the_last_name_on_the_path_to_the_page_is_its_title():
    lines = ("Home > Posts > Meeting of the G8 ministers > Concluding declaration", "Concluding declaration")
    assert title(*lines, "Meeting of the G8 ministers") == "Concluding declaration"


def test_an_entry_is_named_by_the_line_above_the_encyclopaedia():
    assert title("Carta dei cavi", "Da Wikipedia, l'enciclopedia libera") == "Carta dei cavi"


def test_a_quoted_sentence_above_the_date_is_a_headline():
    quoted = "„Wir wollen gemeinsam jedes Kabel zählen und jedes Kabel schützen.“"
    assert title(quoted, "Typ: Meldung, Datum: 18.11.2022") == quoted


@pytest.mark.parametrize(
    "stamped",
    [
        "19 September 2003, 14:20  G7 asks for more sea cables",
        "G7 asks for more sea cables   2003-09-19 06:31:38 FeedbackPrintRSS",
        "G7 asks for more sea cables:: 8 – 9 October 2003 in Berlin",
    ],
)
def test_a_stamp_at_either_end_is_no_part_of_it(stamped):
    assert title(stamped) == "G7 asks for more sea cables"


def test_the_groups_name_with_a_country_and_a_year_is_no_title():
    assert (
        title(
            "G7 日本 2023",
            "司法大臣コミュニケ(仮訳)",
            "2023年7月7日 東京",
            "1. 我々、G7の司法大臣は、東京に集まり、海について話し合った。",
        )
        == "司法大臣コミュニケ(仮訳)"
    )


def test_a_line_in_brackets_does_not_go_on_with_one_that_ends_in_brackets():
    page = text_page(
        "[文書名] G7サミット及びほかの首脳会合への出席等についての会見(青山内閣総理大臣)\n(G7サミットへの出席について)\nまず、今回のG7サミットでは、海について率直に議論を行いたいと思います。"
    )
    assert document(page)["title"] == "G7サミット及びほかの首脳会合への出席等についての会見(青山内閣総理大臣)"
