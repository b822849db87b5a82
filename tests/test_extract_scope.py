"""In scope is what is mainly about the group; everything else is out, with the reason."""

import pytest

from tests.support_pages import TITLE, WE_MET, html_page, statement, text_page

FILLER = (
    "The company reported higher earnings from its shipyards and said that it would hire four hundred workers in the spring. "
    * 4
)


def verdict(page):
    return page.page["outcome"], page.page["reason"]


@pytest.mark.parametrize(
    "title",
    [
        "G7 Digital Ministers' Statement",
        "G8 Foreign Ministers' Statement",
        "G-7 Finance Ministers' Statement",
        "Statement of the Group of Seven",
        "Déclaration du Groupe des Sept",
        "Erklärung der Gruppe der Sieben",
        "Dichiarazione del Gruppo dei Sette",
        "先進7か国首脳会議 宣言",
        "G7首脳宣言",
        "Ｇ７外相会合 共同声明",
    ],
)
def test_a_title_that_names_the_group_is_in(title):
    assert verdict(statement(title=title))[0] == "published"


def test_an_opening_that_speaks_for_the_group_is_in():
    assert verdict(text_page("Statement on Cables", "Turin, September 26, 2017", WE_MET))[0] == "published"


def test_ministers_of_all_seven_members_who_met_are_the_group_though_it_is_not_named():
    opening = "The Finance Ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United States met on April 13, 1988 in Washington, D.C."
    assert verdict(text_page("Statement on Exchange Rates", opening))[0] == "published"


def test_one_ministers_remarks_after_a_meeting_of_the_group_are_in():
    page = text_page(
        "Remarks by the Finance Minister after the G7 Meeting",
        "May 13, 2017",
        "The minister said that the G7 had agreed on more than he had hoped for.",
    )
    assert verdict(page)[0] == "published"


@pytest.mark.parametrize(
    ("title", "opening", "reason"),
    [
        (
            "G20 Digital Ministers' Declaration",
            "The G20 ministers met in Bengaluru to speak about cables; two of them are also members of the G7.",
            "g20",
        ),
        (
            "Quad Leaders' Vision Statement",
            "The leaders of the Quad met in Hiroshima, on the margins of a G7 summit, and spoke about cables.",
            "quad",
        ),
        (
            "OECD Ministers Meet on the Digital Economy",
            "The OECD ministers met on an island to speak about trust; some came from the G7.",
            "other_forum",
        ),
        (
            "India and Japan Agree on Cyber Security",
            "India and Japan agreed on Wednesday that the two countries will work together, also beyond the G7.",
            "bilateral",
        ),
        (
            "PowerShot G7 X Camera Review",
            "The camera has a lens of great speed, twenty megapixel, and a processor that the makers of the G7 call new.",
            "product",
        ),
    ],
)
def test_what_belongs_to_others_is_out(title, opening, reason):
    assert verdict(text_page(title, opening, FILLER)) == ("out_of_scope", reason)


def test_a_passing_mention_is_out():
    page = text_page(
        "Shipyard Posts Record Earnings",
        FILLER,
        "It also said that a cap agreed by the G7 would change little for it.",
        f"Once more, {FILLER}",
    )
    assert verdict(page) == ("out_of_scope", "passing_mention")


@pytest.mark.parametrize(
    "text",
    ["Shipyard Posts Record Earnings", "The G77 and the G70 met", "Mig7 and LG7000", "The g7+ states met in Kabul"],
)
def test_a_page_that_does_not_name_the_group_is_out(text):
    assert verdict(text_page(text, FILLER)) == ("out_of_scope", "no_group")


def test_a_list_of_links_is_an_index():
    links = "".join(f"<li><a href='{n}.html'>G7 Statement number {n} on cables</a></li>" for n in range(12))
    assert verdict(html_page(f"<h1>G7 Documents</h1><ul>{links}</ul>")) == ("index", "index")


def test_a_text_with_many_links_in_it_is_no_index():
    links = "".join(
        f"<p>We have read <a href='{n}.html'>report {n}</a> and will do what it asks of us, each in our own country.</p>"
        for n in range(12)
    )
    assert (
        verdict(html_page(f"<h1>{TITLE}</h1><p>Bari, Italy, May 13, 2017</p><p>{WE_MET}</p>{links}"))[0] == "published"
    )


def test_a_page_that_is_out_gives_no_rows():
    page = text_page("Shipyard Posts Record Earnings", FILLER)
    assert (page.tables, page.evidence, page.page["document_id"]) == ({}, [], None)


def test_a_product_whose_name_goes_on_is_not_the_group():
    assert verdict(text_page("Pocket G7X Review", FILLER))[0] == "out_of_scope"


def test_a_long_text_that_names_the_group_once_in_its_opening_speaks_of_something_else():
    opening = (
        "Ahead of the meeting of the G7 finance ministers tomorrow, the newspaper printed a piece by the minister."
    )
    brief, long = (
        text_page("What must be done for growth", "May 13, 2017", opening, *fill)
        for fill in ([FILLER], [f"{n}: {FILLER}" for n in range(8)])
    )
    assert (verdict(brief)[0], verdict(long)[0]) == ("published", "out_of_scope")


@pytest.mark.parametrize(
    "opening",
    [
        "The two leaders spoke for an hour on Thursday ahead of the G7 summit in Japan, and will speak again next week.",
        "Après un G7 sans accord, les chefs des pays de l'Union se sont vus à Bruxelles jeudi pour parler de tout autre chose.",
        "Am Rande des G7-Gipfels sprachen die Präsidenten der beiden Länder über ihre Grenze und über die Fischerei dort.",
    ],
)
def test_what_took_place_beside_a_meeting_of_the_group_is_not_about_it(opening):
    assert verdict(text_page("Talks on the border", "May 18, 2023", opening, FILLER))[0] == "out_of_scope"


@pytest.mark.parametrize(
    "title", ["SOMMET DE VERSAILLES 1982 : Déclaration finale", "Bonn Summit, 1978", "Tokyo Summit 1979: Declaration"]
)
def test_a_summit_named_by_place_and_year_is_the_groups(title):
    assert (
        verdict(text_page(title, "Nous avons parlé de la situation économique et nous nous sommes mis d'accord."))[0]
        == "published"
    )


def test_a_summit_at_a_place_where_the_group_did_not_meet_that_year_is_not():
    assert (
        verdict(text_page("London Summit 2009: Declaration", "We spoke about the economy and we agreed on much."))[0]
        == "out_of_scope"
    )


def test_a_group_of_eight_universities_is_another():
    opening = "The Group of Eight represents leading research universities. The universities work together, and each university has a vice-chancellor."
    assert verdict(text_page("The Group of Eight", opening)) == ("out_of_scope", "other_forum")


def test_a_camera_is_known_in_other_languages():
    opening = "撮像素子には有効2,020万画素のセンサーを搭載。PowerShot G7 Xは気軽に撮影できるカメラである。"
    assert verdict(text_page("写真で見る新製品", opening)) == ("out_of_scope", "product")


@pytest.mark.parametrize(
    "head",
    [
        "DECLARATION OF RAMBOUILLET\nNovember 17, 1975",
        "Remarks at the end of the International Summit Conference in Puerto Rico\n\nJune 28, 1976",
        "Déclaration de Versailles, le 6 juin 1982",
    ],
)
def test_a_text_of_a_summit_by_its_place_and_year_is_in(head):
    assert verdict(
        text_page(head, "The heads of state and government met and spoke of the cables of the sea and of their repair.")
    ) == ("published", None)


def test_the_same_place_in_another_year_is_out():
    page = text_page(
        "Declaration of Rambouillet\nNovember 17, 1999",
        "The owners of the castles met and spoke of roofs and of their repair.",
    )
    assert verdict(page)[0] == "out_of_scope"


def test_captions_and_calls_to_subscribe_are_no_opening():
    page = text_page(
        "A minister speaks after the Group of Seven transport ministers' meeting in the north on Sunday. | NEWSY",
        "Subscribe now",
        "Transport ministers from the Group of Seven countries said on Sunday that they would count the cables and publish where they lie.",
        "The G7 ministers will meet again.",
    )
    assert verdict(page) == ("published", None)


@pytest.mark.parametrize(
    "opening",
    [
        "With permission, I will make a statement on the economic summit held in London from 15 to 17 July.",
        "Der Wirtschaftsgipfel in London ging gestern zu Ende; die Kabel standen auf der Tagesordnung der Gäste.",
    ],
)
def test_an_economic_summit_in_the_town_and_year_of_the_leaders_is_the_groups(opening):
    assert (
        text_page("HC Deb 19 July 1991 vol 195", opening, "The cables were discussed at length.").page["outcome"]
        == "published"
    )
    assert (
        text_page("HC Deb 19 July 1992 vol 195", opening, "The cables were discussed at length.").page["outcome"]
        != "published"
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Lors du premier G7 Culture qui s’est tenu à Florence, une déclaration a été signée.",
        "Les ministres de la Culture des sept pays les plus riches ont lancé jeudi à Florence un appel à tous les États.",
        "Die Minister der sieben reichsten Länder der Welt haben sich am Montag in Bonn getroffen und über Kabel beraten.",
        "I ministri dei sette paesi più ricchi si sono riuniti a Bari per parlare dei cavi sottomarini del mare.",
    ],
)
def test_a_ministers_meeting_is_named_by_its_portfolio_or_by_the_richest_countries(opening):
    text = (
        "Les câbles ont été comptés, et le G7 de la Culture a salué ce travail. " + "Il faut compter chaque câble. " * 5
    )
    assert text_page(opening, text).page["outcome"] == "published"


def test_a_page_that_opens_with_the_twenty_is_theirs():
    page = text_page(
        "Finance ministers from the G20 meet next week to speak about the many cables of the sea and of the land.",
        "Here is a list of G5, G7 and G20 meetings. G7 in 1999. G7 in 2001. G7 in 2003.",
    )
    assert page.page["outcome"] == "out_of_scope"


def test_a_telephone_of_that_name_is_a_thing():
    page = text_page(
        "Test XY G7 Plus : un bon smartphone",
        "Le XY G7 est un téléphone dont l’écran et l’appareil photo nous ont plu ; le XY G7 a aussi un bon processeur.",
    )
    assert (page.page["outcome"], page.page["reason"]) == ("out_of_scope", "product")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("7ヵ国財務大臣・中央銀行総裁の行動計画", "我々は本日、海底ケーブルを数えることに合意した。"),
        (
            "Un documento sobre el mar",
            "El texto trata de los cables y de cómo contarlos, y se publicará cada año en la primavera.",
            "Los ministros de Energía de Canadá, Francia, Alemania, Italia, Japón, Reino Unido y Estados Unidos cerraron hoy dos días de reuniones.",
        ),
        (
            "G7-Arbeitsminister essen am Abend im Schloss Stand: 23.05.2022 10:34 Uhr Die Ministerin lädt die Arbeitsminister der G7 zu einem Essen ein, und am Tag darauf sprechen sie über das Meer und die Kabel.",
        ),
    ],
)
def test_older_names_of_the_group_its_members_and_a_stamp_in_the_first_line_hide_nothing(paragraphs):
    assert verdict(text_page(*paragraphs))[0] == "published"


@pytest.mark.parametrize(
    "title",
    [
        "Readout of the Adviser's Meeting with Secretary General of the Sea Party of Japan",
        "Statement on the Visit of Prime Minister Ada Quill of Italy",
    ],
)
def test_two_who_meet_and_look_forward_to_the_summit_are_out(title):
    told = "They met today to speak about their two navies. They look forward to the G7 Leaders' Summit, at which both will meet again."
    assert verdict(text_page(title, "May 1, 2023", told)) == ("out_of_scope", "bilateral")


def test_a_text_whose_title_says_no_more_than_its_kind_is_in_where_a_line_names_the_group():
    told = "A growing number of cables lies at the bottom of the sea. What is cut there is mended by few ships. " * 12
    page = html_page(
        f"<p>G8 Foreign Ministers Meetings</p><h2>Chair's Statement</h2><p>Trieste, Italy, June 26, 2009</p><p>{told}</p>"
    )
    assert verdict(page)[0] == "published"


@pytest.mark.parametrize(("day", "outcome"), [("June 26, 2022", "published"), ("July 26, 2022", "out_of_scope")])
def test_what_is_said_at_the_summits_place_on_its_days_is_of_the_summit(day, outcome):
    more = "We will go on to speak of railways, of ports, and of those who work there, for as long as it takes. " * 12
    page = html_page(
        f"<h1>Remarks by President Ada Quill at Launch of a Partnership</h1><p>{day} Statements and Releases</p>"
        "<p>Schloss Elmau</p><p>Krün, Germany</p><p>THE PRESIDENT: Thank you very much. Good afternoon, everyone, and welcome to you.</p>"
        "<p>Our democracies, those of the G7, will build railways and ports, as many countries lack what others have.</p>"
        f"<p>{more}</p><p>{more}</p>"
    )
    assert page.page["outcome"] == outcome


SEVEN = "l’Allemagne, du Canada, des États-Unis d’Amérique, de la France, de l’Italie, du Japon et du Royaume-Uni"


def test_the_ministers_of_the_seven_speak_for_the_group():
    title = "Déclaration de la réunion des ministres des Affaires étrangères"
    later = [
        "Nous réaffirmons notre détermination à renforcer l’unité des pays de la région.",
        FILLER,
        f"{FILLER} Le G7.",
    ]
    speak = f"Nous, ministres des Affaires étrangères de {SEVEN}, réaffirmons notre engagement."
    assert verdict(text_page(title, speak, *later))[0] == "published"
    more = speak.replace(
        " et du Royaume-Uni",
        ", du Royaume-Uni, de l’Autriche, de la Belgique, du Chili, du Danemark, de l’Estonie, de la Finlande et de la Grèce",
    )
    assert verdict(text_page(title, more, *later)) == ("out_of_scope", "passing_mention")


@pytest.mark.parametrize(
    "title", ["Declaration of the Environment Leaders of the Eight", "STATEMENT OF THE JUSTICE MINISTERS OF THE EIGHT"]
)
def test_the_eight_are_the_group(title):
    assert verdict(text_page(title, "Miami, May 5-6, 1997", "We affirm that the sea must be clean."))[0] == "published"


def test_a_meeting_of_the_twenty_is_not_the_groups_in_japanese_either():
    told = "2019年10月19日に岡山市でG20保健大臣会合を開催しました。G20は、G7の7か国に、ブラジルや中国を加えた国々です。"
    assert verdict(html_page(f"<h1>G20保健大臣会合</h1><p>{told}</p>")) == ("out_of_scope", "g20")


def test_an_outline_of_a_chairs_summary_is_the_groups_text():
    told = "成長と責任のテーマのもと、世界経済、気候保全、アフリカについて議論。G8としての連携につき合意。"
    page = html_page(f"<p>G7 / G8</p><h1>議長総括(骨子)</h1><p>平成19年6月8日</p><p>{told}</p><p>{FILLER}</p>")
    assert verdict(page)[0] == "published"
