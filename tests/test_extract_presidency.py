"""Who presides: by the year, by the text's own words in five languages, and by the place of the meeting."""

import pytest

from g7data.extract.page import Page
from g7data.extract.presidency import read_presidency
from g7data.reading import read_page
from tests.linear_time import assert_quick
from tests.support_pages import document, quotes, statement, text_page


def presiding(sentence, title="Cables and data"):
    return document(text_page(title, sentence))["presidency"]


@pytest.mark.parametrize(
    ("header", "presidency"),
    [
        ("Takasaki, Japan, April 30, 2023", "JPN"),
        ("Turin, Italy, September 26, 2017", "ITA"),
        ("Washington, D.C., April 13, 1988", "CAN"),
        ("Brussels, February 25, 1995", "CAN"),
        ("Munich, February 14, 2026", "FRA"),
    ],
)
def test_the_year_says_who_presides(header, presidency):
    page = statement(header=header)
    assert document(page)["presidency"] == presidency


def test_a_presidency_that_is_named_stands_where_no_year_does():
    page = statement("We thank the Italian Presidency for its work on cables.", header="")
    assert document(page)["presidency"] == "ITA"
    assert "Italian" in quotes(page, "presidency")[0]


def test_without_a_year_and_a_name_nobody_presides():
    assert document(statement(header=""))["presidency"] is None


@pytest.mark.parametrize(
    ("sentence", "presidency"),
    [
        ("The G7 ministers spoke of cables under Canada's presidency.", "CAN"),
        ("Canada, which holds the G7 presidency this year, spoke of cables.", "CAN"),
        ("The G7 ministers spoke of cables at a meeting hosted by the United Kingdom.", "GBR"),
        ("The G7 ministers spoke of cables. Japan currently chairs the G7.", "JPN"),
        ("Les ministres du G7 ont parlé de câbles. La France préside cette année le G7.", "FRA"),
        ("Les ministres du G7 ont parlé de câbles sous la présidence des États-Unis.", "USA"),
        ("Les ministres du G7 ont parlé à la présidence, actuellement aux mains du Japon.", "JPN"),
        ("Le Royaume-Uni, qui assure cette année la présidence du G7, a parlé de câbles.", "GBR"),
        ("Die G7-Minister sprachen über Kabel. Deutschland hat derzeit den Vorsitz.", "DEU"),
        ("Die USA haben aktuell den Vorsitz der G7 inne und sprachen über Kabel.", "USA"),
        ("Seit Italien zum Jahreswechsel die G7-Präsidentschaft übernommen hat, geht es um Kabel.", "ITA"),
        ("Gastgeber des G7-Gipfels, Kanadas Premierminister, sprach über Kabel.", "CAN"),
        ("I ministri del G7 hanno parlato di cavi, sotto presidenza italiana.", "ITA"),
        ("La forza del G7 a presidenza canadese sta nei cavi.", "CAN"),
        ("日本は本年のG7議長国を務め、海底ケーブルについて話し合った。", "JPN"),
        ("G7大臣は海底ケーブルについて話し合った。議長国であるイタリアの提案である。", "ITA"),
        ("出席国:フランス、ドイツ、イタリア(議長国)。G7大臣は話し合った。", "ITA"),
        ("我が国がG7の議長国として、海底ケーブルについて話し合った。", "JPN"),
    ],
)
def test_the_text_may_say_who_presides(sentence, presidency):
    assert presiding(sentence) == presidency


@pytest.mark.parametrize(
    "sentence",
    [
        "The G7 ministers spoke. The next presidency, that of France, will go on.",
        "The G7 ministers spoke of the German presidency of the Council of the European Union.",
        "The G7 ministers spoke of the Italian G20 presidency.",
        "The G7 ministers spoke. Who wins the French presidency is not known.",
        "Les ministres du G7 ont parlé de câbles et de la prochaine présidence canadienne.",
        "Les ministres du G7 ont parlé de câbles et de la présidence italienne du Conseil.",
        "Die G7-Minister sprachen über die deutsche EU-Ratspräsidentschaft.",
        "Die G7-Minister sprachen über die US-Präsidentschaftswahl.",
        "Die G7-Minister sprachen über Gastgeberland Italien im letzten Jahr.",
        "I ministri del G7 hanno parlato di cavi con l'Italia, presidente di turno del G20.",
        "I ministri del G7 hanno parlato di cavi e della prossima presidenza francese.",
        "G7大臣は海底ケーブルについて話し合った。来年の議長国フランスの提案である。",
        "G7大臣は、G20議長国インドネシアと海底ケーブルについて話し合った。",
    ],
)
def test_the_presidency_of_another_year_or_body_is_not_meant(sentence):
    assert presiding(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "presidency"),
    [
        ("The ministers spoke of cables at the Elmau G7 summit.", "DEU"),
        ("Les ministres ont parlé de câbles au sommet du G7 de Biarritz.", "FRA"),
        ("I ministri hanno parlato di cavi al G7 di Taormina.", "ITA"),
        ("I ministri hanno parlato di cavi al G7 Ambiente a Bologna.", "ITA"),
        ("G7広島サミットで海底ケーブルについて話し合った。", "JPN"),
        ("G7茨城水戸内務・安全担当大臣会合で海底ケーブルについて話し合った。", "JPN"),
        ("The 2021 G7 ministers spoke of cables.", "GBR"),
    ],
)
def test_the_place_or_the_year_beside_the_group_tells(sentence, presidency):
    assert presiding(sentence) == presidency


@pytest.mark.parametrize(("place", "presidency"), [("Nottingham, England", "GBR"), ("New York, USA", None)])
def test_without_a_year_the_country_it_was_held_in_presides_unless_others_meet_there(place, presidency):
    page = text_page(
        "G7 Foreign Ministers' Statement", f"The G7 foreign ministers met in {place} to speak about the cables."
    )
    assert document(page)["presidency"] == presidency


def test_a_title_that_names_the_place_goes_before_the_year_in_which_the_page_was_published():
    page = text_page(
        "Japan Will Host the G7 Hiroshima Summit",
        "May 23, 2022",
        "Cables will be spoken of, the ministers of the G7 say.",
    )
    assert document(page)["presidency"] == "JPN"


@pytest.mark.parametrize(
    "unit", ["presidency ", "Canada ", "Canada G7 presidency, ", "the Italian ", "議長国、", "G7 a Bari "]
)
def test_long_texts_of_one_word_take_no_long_time(unit):
    page = Page(read_page((unit * (50_000 // len(unit))).encode(), "text/plain", "utf-8"), "https://g7-texts.example/x")
    assert page.layout
    assert_quick(lambda: read_presidency(page, None, None), 3)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The country was invited to the G7 by Canada, this year's chair of the summit.", "CAN"),
        ("As President of the G7, the UK will speak of cables.", "GBR"),
        ("It was invited by the G7 French presidency in 2019. The UK holds the presidency of the G7.", "GBR"),
        ("Die Finanzminister der G7 sprechen über Kabel, hieß es in Frankfurt.", None),
    ],
)
def test_who_presides_now_and_where_it_was_only_heard(sentence, expected):
    assert presiding(sentence) == expected


def test_the_country_that_did_not_preside_over_the_seven():
    assert (
        document(text_page("G7 ministers speak of cables", "May 9, 2014", "The ministers of the G7 spoke of cables."))[
            "presidency"
        ]
        is None
    )


def test_who_presides_over_another_body_does_not_preside_here():
    page = text_page(
        "G7サミットへの出席", "英国の首相、アフリカ連合議長国のセネガルの大統領など、G7サミットの機会に会談も行います。"
    )
    assert document(page)["presidency"] is None
