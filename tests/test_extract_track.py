"""The track of a text: whose meeting it is of."""

import pytest

from g7data.extract.page import Page
from g7data.extract.track import read_track, track_of
from g7data.reading import read_page
from tests.linear_time import assert_quick
from tests.support_pages import document, html_page, statement, text_page


@pytest.mark.parametrize(
    ("title", "track"),
    [
        ("G7 Digital and Tech Ministers' Statement", "digital"),
        ("G7 Finance Ministers and Central Bank Governors' Communiqué", "finance"),
        ("G7 Foreign Ministers' Statement", "foreign"),
        ("G8 Labour and Employment Ministers' Conclusions", "labour"),
        ("Declaration of the G8 Justice and Home Affairs Ministers", "justice"),
        ("G7 Climate, Energy and Environment Ministers' Communiqué", "environment"),
        ("G7 Agriculture Ministers' Communiqué", "agriculture"),
        ("G7 Health Ministers' Declaration", "health"),
        ("G7 Trade Ministers' Statement", "trade"),
        ("G7 Development Ministers' Communiqué", "development"),
        ("G7 Science and Technology Ministers' Communiqué", "science"),
        ("G7 Transport Ministers' Declaration", "transport"),
        ("G7 Leaders' Communiqué", "leaders"),
        ("Bonn Economic Summit Declaration of the G7", "leaders"),
        ("Déclaration des ministres des Affaires étrangères du G7", "foreign"),
        ("Communiqué des ministres de l'environnement du G7", "environment"),
        ("Erklärung der G7-Außenministerinnen und -minister", "foreign"),
        ("Abschlusserklärung G7-Gipfel Elmau", "leaders"),
        ("Dichiarazione dei Ministri degli Esteri G7", "foreign"),
        ("Comunicato dei Ministri dell'Agricoltura del G7", "agriculture"),
        ("G7財務大臣・中央銀行総裁声明", "finance"),
        ("G7外務大臣会合 共同声明", "foreign"),
        ("G7交通大臣会合 閣僚宣言", "transport"),
    ],
)
def test_the_title_names_the_ministers(title, track):
    assert document(statement(title=title))["track"] == track


@pytest.mark.parametrize(
    ("office", "track"),
    [
        ("Ministers of Finance", "finance"),
        ("Ministers of Foreign Affairs", "foreign"),
        ("Ministers of Trade", "trade"),
        ("Ministers of Industry", "industry"),
        ("Ministers of Defence", "defence"),
        ("Ministers of the Environment", "environment"),
        ("Ministers of Justice", "justice"),
        ("Ministers for Development Cooperation", "development"),
        ("Ministers of Labour", "labour"),
        ("Ministers of Health", "health"),
    ],
)
def test_the_subject_may_follow_the_office(office, track):
    opening = f"We, the G7 {office}, met in Bari to speak about our common work, and about those who do it day by day."
    assert document(text_page("G7 Ministers' Statement", "Bari, May 13, 2017", opening))["track"] == track


@pytest.mark.parametrize(
    ("opening", "track"),
    [
        (
            "We, the G7 Finance Ministers, met in Bari to speak about the world economy and the cables of the sea.",
            "finance",
        ),
        (
            "We, the Heads of State and Government of the G7, met for three days to speak about the world economy.",
            "leaders",
        ),
        (
            "Wir, die Verkehrsministerinnen und Verkehrsminister der G7, haben über Häfen und Seekabel gesprochen.",
            "transport",
        ),
    ],
)
def test_the_opening_names_them_where_the_title_does_not(opening, track):
    page = text_page("G7 Ministers' Statement", "Bari, May 13, 2017", opening)
    assert document(page)["track"] == track


def test_a_topic_alone_is_no_track():
    page = text_page(
        "G7 Ministers' Statement",
        "Bari, May 13, 2017",
        "We, the members of the G7, met to speak about the fate of all who travel at sea.",
    )
    assert document(page)["track"] is None


@pytest.mark.parametrize(
    ("name", "track"),
    [
        ("G7外務大臣会合", "foreign"),
        ("G7伊勢志摩サミット", "leaders"),
        ("Finance Ministers' Meeting", "finance"),
        ("Gardening Day", None),
    ],
)
def test_the_name_of_a_meeting_means_a_track(name, track):
    assert track_of(name) == track


@pytest.mark.parametrize(
    ("sentence", "track"),
    [
        ("Foreign Minister Kono went to the G7 Trade Ministers' meeting.", "trade"),
        ("Le ministre de l'Intérieur a accueilli le G7 de la Santé.", "health"),
        ("Il ministro degli Esteri ha parlato al G7 Commercio.", "trade"),
        ("Cavi e intelligenza artificiale: così il ministro della Giustizia al G7 sulla Giustizia.", "justice"),
        ("Wirtschaftsminister Meier eröffnet das G7-Treffen der Umweltministerinnen.", "environment"),
        ("山田外務副大臣が第2回G7貿易大臣会合に出席した。", "trade"),
    ],
)
def test_the_portfolio_beside_the_group_goes_before_that_of_a_guest(sentence, track):
    assert document(text_page("Cables and data", sentence))["track"] == track


@pytest.mark.parametrize(
    ("sentence", "track"),
    [
        ("Le G7 Finances s'est réuni pour travailler ensemble.", "finance"),
        ("Il G7 dell'Istruzione si è riunito in primavera.", "education"),
        ("Il sito del G7Ambiente è in rete da oggi.", "environment"),
        ("Das G7-Treffen zu Klima, Energie und Umwelt war gut.", "environment"),
        ("Il G7 sulla Giustizia si è riunito.", "justice"),
        ("Der G7-Handel war das Thema der Runde der Ministerinnen.", "trade"),
        ("G7富山・金沢教育大臣会合が開かれた。", "education"),
    ],
)
def test_the_group_may_stand_before_the_portfolio_without_ministers(sentence, track):
    assert document(text_page("Cables and data", sentence))["track"] == track


@pytest.mark.parametrize(
    ("sentence", "track"),
    [
        ("J'ai parlé aux ministres des Transports du G7.", "transport"),
        ("I ministri dei Trasporti del G7 hanno parlato ai ministri africani.", "transport"),
        ("Les dirigeants du G7, qui sont les pays industrialisés, vont travailler ensemble.", "leaders"),
        ("Die Teilnehmer*innen-Liste der G7-Verkehrsminister*innen liegt vor.", "transport"),
    ],
)
def test_a_word_inside_another_or_in_another_language_is_no_track(sentence, track):
    assert document(text_page("Cables and data", sentence))["track"] == track


@pytest.mark.parametrize(
    "sentence",
    [
        "The Prime Minister left for the G7 to speak about climate.",
        "Die Staats- und Regierungschefs der G7 berieten, sagt Außenminister Meier.",
        "I Sette Grandi si sono riuniti al mare.",
        "Les dirigeants du G7 ont parlé de câbles.",
        "先進7か国の首相がG7に出席し、気候について話した。",
        "Los líderes del G7 hablaron de cables, dijo la ministra de Relaciones Exteriores.",
        "De leiders van de G7 spraken over kabels.",
        "Os líderes do G7 falaram do clima.",
    ],
)
def test_leaders_are_known_by_their_offices_too(sentence):
    assert document(text_page("Cables and data", sentence))["track"] == "leaders"


@pytest.mark.parametrize(
    ("sentence", "track"),
    [
        ("Los ministros de Finanzas del G7 hablaron.", "finance"),
        ("De ministers van Buitenlandse Zaken van de G7 spraken.", "foreign"),
        ("Os ministros das Finanças do G7 falaram.", "finance"),
    ],
)
def test_the_commonest_ministers_are_known_in_other_languages(sentence, track):
    assert document(text_page("Cables and data", sentence))["track"] == track


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Finanzminister, die Außenminister und die Agrarministerinnen der G7 tagen in diesem Jahr.",
        "Unter den G7-Treffen sind die der Finanz-, Umwelt-, Agrar-, Justiz- und Verkehrsminister.",
        "G7農相会合は春、G7環境相会合は夏、G7交通相会合は秋に開く。",
    ],
)
def test_a_text_of_many_meetings_is_of_no_one_track(sentence):
    assert document(text_page("Cables and data", sentence))["track"] is None


@pytest.mark.parametrize(
    "unit", ["G7 health ", "G7 ", "ministers of health, ", "the of ", "G7・環境・", "Prime Minister G7 "]
)
def test_long_texts_of_one_word_take_no_long_time(unit):
    page = Page(read_page((unit * (50_000 // len(unit))).encode(), "text/plain", "utf-8"), "https://g7-texts.example/x")
    assert page.layout
    assert_quick(lambda: read_track(page, None, None), 2)


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        ("G8 Statement on Regional Issues", "We welcome the efforts of our Foreign Ministers for peace.", "leaders"),
        ("Los ministros de Exteriores del G7", "Hablaron de cables.", "foreign"),
        ("G7财长会议", "他们谈了电缆。", "finance"),
        ("会議", "次の先進7か国(G7)財務相会議を開く。主要8か国首脳会議の議長国も務める。", "finance"),
    ],
)
def test_whose_ministers_are_meant(title, opening, expected):
    assert document(text_page(title, opening))["track"] == expected


def test_whose_meeting_it_is_goes_before_what_the_headline_is_about():
    page = text_page(
        "El G-8 pide una política estable de energía",
        "Los ministros de Finanzas del grupo de los ocho países más industrializados (G-8) pidieron ayer cuidar el mar y sus cables.",
    )
    assert document(page)["track"] == "finance"


def test_who_met_may_stand_only_in_what_a_picture_shows():
    page = text_page(
        "Gruppenfoto der G7-Finanzminister vor den Bergen am Meer (AP / Ada Quill)",
        "In der Abschlusserklärung des Treffens heißt es, die G7 wolle die Kabel im Meer zählen und darüber jedes Jahr berichten.",
    )
    assert document(page)["track"] == "finance"


def test_heads_of_government_are_the_leaders_in_spanish_too():
    page = text_page(
        "El G7 y el mar", "Los jefes de gobierno del Grupo de las Siete naciones más industrializadas hablaron del mar."
    )
    assert document(page)["track"] == "leaders"


def test_a_chamber_of_commerce_is_no_meeting_on_trade():
    page = text_page(
        "Ministro Urso su G7",
        "Alla Camera di Commercio il ministro ha parlato del G7, e la ministeriale G7 Industria si terrà a marzo.",
    )
    assert document(page)["track"] == "industry"


def test_a_healthy_economy_is_not_about_health():
    told = "The Treasury Secretary departs today for the G8 meeting. A healthy economy, he said, needs ships."
    assert track_of("G7 healthy economies") is None
    page = text_page("Secretary departs for G8 today", told, url="https://home.treasury.gov/news/press-releases/x1")
    assert document(page)["track"] == "finance"


@pytest.mark.parametrize(
    "title", ["G7 Jobs Ministerial Conference", "G8 Conference on Growth, Employability and Inclusion"]
)
def test_conferences_on_jobs_are_of_the_labour_track(title):
    met = "We, the Ministers of our countries, met for two days to speak about those who have no work, and about how to help them."
    assert document(text_page(title, "London, February 22, 1998", met))["track"] == "labour"


@pytest.mark.parametrize(
    ("title", "track"),
    [
        ("Das Arbeitsprogramm der G7 im Überblick", "leaders"),
        ("Séance de travail du sommet du G7", "leaders"),
        ("Sessione di lavoro del vertice G7", "leaders"),
        ("Los ministros de Sanidad del G7 se reúnen", "health"),
        ("Los ministros de Trabajo del G7 se reúnen", "labour"),
        ("Los ministros de Comercio del G7 se reúnen", "trade"),
    ],
)
def test_a_working_session_is_not_about_labour(title, track):
    told = (
        "The G7 leaders met for two days on the coast to speak about ships, and about the cables between our countries."
    )
    assert document(text_page(title, told))["track"] == track


def test_a_word_of_a_menu_says_nothing_of_the_track():
    told = "Das waren die Themen des Treffens der G8-Justizminister in München, die drei Tage lang berieten."
    page = html_page(f"<p>Summits</p><h1>Fortschritte bei der Zusammenarbeit</h1><p>25.05.2007</p><p>{told}</p>")
    assert document(page)["track"] == "justice"


def test_pescara_is_no_fishery():
    told = "La riunione dei ministri dello Sviluppo del G8 si svolgerà a Roma e non più a Pescara, come si pensava."
    assert document(text_page("G8, Pescara perde l'evento di maggio", "25/04/2009", told))["track"] == "development"


@pytest.mark.parametrize(("day", "track"), [("8 June 2007", "leaders"), ("8 October 2007", "foreign")])
def test_a_ministry_that_tells_of_the_days_of_a_summit_tells_of_the_leaders(day, track):
    told = "In Heiligendamm the G8 spoke of growth and of Africa, and agreed to go on with it."
    page = html_page(f"<p>Ministry of Foreign Affairs</p><h1>Chair's Summary</h1><p>{day}</p><p>{told}</p>")
    assert document(page)["track"] == track


def test_a_page_that_names_no_ministers_may_be_of_a_summit_by_its_place_and_day():
    told = "I thank our host for these two days. We spoke of growth, and the countries of the G7 will go on with it."
    page = text_page(
        "Elmau, 8 June 2015", "Good afternoon, ladies and gentlemen.", told, "Thank you all for your work."
    )
    assert document(page)["track"] == "leaders"
