"""Countries and bodies that take part: each once, from the words for taking part and from lists, never from topics."""

import pytest

from g7data.extract.bodies_named import find_bodies
from g7data.extract.page import Page
from g7data.extract.participants import read_participants
from g7data.reading import read_page
from tests.linear_time import assert_quick

MEMBERS = ["CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"]


def page_of(*paragraphs, title="Statement on Cables"):
    return Page(
        read_page("\n\n".join((title, *paragraphs)).encode(), "text/plain", "utf-8"), "https://g7-texts.example/x"
    )


def taking_part(*paragraphs, **context):
    return sorted(p.body_id for p in read_participants(page_of(*paragraphs, **context)))


@pytest.mark.parametrize(
    "sentence",
    [
        "We, the Foreign Ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United States, met by the sea.",
        "Nous, ministres des Finances du Canada, de la France, de l'Allemagne, de l'Italie, du Japon, du Royaume-Uni et des États-Unis, nous sommes réunis.",
        "Wir, die Außenminister von Kanada, Frankreich, Deutschland, Italien, Japan, dem Vereinigten Königreich und den Vereinigten Staaten, tagten am Meer.",
        "Noi, Ministri degli Esteri di Canada, Francia, Germania, Italia, Giappone, Regno Unito e Stati Uniti, ci siamo incontrati.",
        "LES MINISTRES DU CANADA, DE LA FRANCE, DE L'ALLEMAGNE, DE L'ITALIE, DU JAPON, DU ROYAUME-UNI ET DES ETATS-UNIS SE SONT REUNIS AU CHATEAU.",
        "会合には、カナダ、フランス、ドイツ、イタリア、日本、英国及び米国の大臣が参加した。",
    ],
)  # fmt: skip
def test_members_are_those_that_the_opening_lists(sentence):
    assert taking_part(sentence) == MEMBERS


@pytest.mark.parametrize(
    "sentence",
    [
        "We were joined by the ministers of India and Ukraine and by the Managing Director of the International Monetary Fund.",
        "India, Ukraine and the International Monetary Fund took part as guests.",
        "Together with India, Ukraine and the International Monetary Fund, we looked at the sea.",
        "We met with representatives of India, Ukraine and the IMF.",
        "L'Inde, l'Ukraine et le FMI étaient invités.",
        "Les ministres se sont réunis en présence de l'Inde, de l'Ukraine et du FMI.",
        "Als Gäste nahmen Indien, die Ukraine und der IWF teil.",
        "I ministri si sono riuniti con la partecipazione di India, Ucraina e FMI.",
        "招待国としてインド及びウクライナが、国際機関としてIMFが参加した。",
        "Une séance de travail a eu lieu avec l'Inde, l'Ukraine et le FMI.",
        "Étaient également présentes, à cette réunion, des délégations de l'Inde (qui préside un autre groupe), de l'Ukraine et du FMI.",
        "Les trois invités étaient l'Inde, l'Ukraine et le FMI.",
        "Diamo il benvenuto ai delegati dei Paesi ospiti, provenienti da India, Ucraina, e dal Fmi.",
        "An dem Treffen nahmen auch Vertreter aus Indien, der Ukraine und vom IWF teil.",
        "The ministers held a dinner discussion with guest nations India, Ukraine and the IMF.",
        "The meeting involved ministers from the member states as well as India, Ukraine and the IMF.",
        "We welcomed invitations to India, Ukraine and the IMF.",
        "インド、ウクライナ(Ms. Olena Example, First Deputy Prime Minister and Minister of the Seas and of the Cables on their Beds, of Ukraine)及びIMFが参加した。",
    ],
)
def test_guests_and_organisations_stand_beside_a_word_for_it(sentence):
    found = {p.body_id: p.participation for p in read_participants(page_of(sentence))}
    assert found == {"IND": "guest", "UKR": "guest", "IMF": "organisation"}


@pytest.mark.parametrize(
    "sentence",
    [
        "We condemn Russia's war against Ukraine and call on China and Iran to stop helping.",
        "We met in Germany to speak about the situation in Libya, Syria and Sudan.",
        "Nous condamnons l'agression contre l'Ukraine et suivons la situation en Libye.",
        "Wir verurteilen den Krieg gegen die Ukraine und sprachen über China.",
        "Condanniamo l'aggressione contro l'Ucraina e seguiamo la Libia.",
        "ロシアによるウクライナ侵略を非難し、中国情勢について議論した。",
        "Please join us, and tell us what you think.",
        "Ministers attended, all except Russia.",
        "ロシアを除いた各国が会合に参加した。",
        "Eingeladen war der Leiter des UN-Entwicklungsprogramms.",
        "国連総会に出席するため、大臣は日本時間の朝に出発した。",
        "ロシアが侵攻を続ける中、大臣は会合に参加した。",
        "シチリア島の会合に大臣が出席し、参加国の拍手を受けた。",
        "The Prime Minister held a bilateral meeting with the President of Chile.",
    ],
)
def test_countries_that_are_topics_do_not_take_part(sentence):
    assert taking_part(sentence) == []


def test_adjectives_may_share_an_office():
    assert taking_part("Indian, Indonesian and Ukrainian officials attended the meeting.") == ["IDN", "IND", "UKR"]


@pytest.mark.parametrize("heading", ["READ MORE ON:", "Tags", "Mots-clés :", "Schlagwörter", "Argomenti", "タグ"])
def test_the_subjects_under_which_a_page_is_filed_do_not_take_part(heading):
    assert taking_part("The ministers met by the sea.", heading, "G7", "Ukraine", "China") == []


def test_a_day_before_a_name_is_not_japan():
    assert taking_part("2007年5月23日から25日,アダ・クイル大臣の会合に多くの大臣が参加した。") == []


def test_a_place_may_stand_between_the_verb_and_the_countries():
    assert taking_part("Parteciperanno all'incontro di Roma anche i Ministri del Lavoro di Cina e India.") == [
        "CHN",
        "IND",
    ]


def test_guests_may_be_named_deep_in_a_text():
    filler = ["We will lay more cables on the bed of the sea, and mend those that break."] * 8
    assert taking_part(*filler, "We were joined in the afternoon by the leaders of Kenya and Brazil.") == ["BRA", "KEN"]


def test_those_who_are_asked_to_work_later_do_not_take_part():
    filler = ["We will lay more cables on the bed of the sea, and mend those that break."] * 8
    work = "The group will work together with the World Bank, and the OECD is invited to write a report."
    assert taking_part(*filler, work) == []


def test_us_is_a_country_in_capitals_only():
    signed = (
        "The declaration, signed by technology leaders from the UK, Canada, France, the US and the EU, tells us more."
    )
    assert taking_part(signed) == ["CAN", "EUE", "FRA", "GBR", "USA"]
    assert taking_part("The ministers from the UK, Canada and France met with us by the sea.") == ["CAN", "FRA", "GBR"]


def test_niger_is_not_nigeria():
    assert taking_part("Niger took part.") == ["NER"]
    assert taking_part("Nigeria took part.") == ["NGA"]


def test_the_union_counts_once_whichever_of_its_bodies_comes():
    sentence = (
        "The European Commission, the European Council and the High Representative of the European Union took part."
    )
    assert taking_part(sentence) == ["EUE"]


def test_a_country_may_be_named_by_the_adjective_of_its_minister():
    assert taking_part("We were joined by the Ukrainian Prime Minister and by Brazilian colleagues.") == ["BRA", "UKR"]


@pytest.mark.parametrize(("title", "participation"), [("G8 Statement", "member"), ("G7 Statement", "guest")])
def test_russia_is_a_member_of_the_eight_and_a_guest_of_the_seven(title, participation):
    (found,) = read_participants(page_of("Russia took part.", title=title))
    assert (found.body_id, found.participation) == ("RUS", participation)


def test_lists_under_headings_name_participants():
    page = page_of(
        "G7の大臣が高崎で海底ケーブルについて話し合いました。",
        "【G7構成国・地域】\nカナダ、EU、フランス",
        "【招待国】\nブラジル、韓国",
        "【国際機関】\nOECD、世界銀行",
    )
    found = read_participants(page)
    assert {p.body_id for p in found} == {"CAN", "EUE", "FRA", "BRA", "KOR", "OECD", "WB"}


def test_the_words_that_name_a_body_are_its_span():
    page = page_of("The Republic of Korea and the Organisation for Economic Co-operation and Development attended.")
    assert [page.text[p.start : p.end] for p in read_participants(page)] == [
        "Republic of Korea",
        "Organisation for Economic Co-operation and Development",
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("the United States of America", ["USA"]),
        ("DE LA FRANCE ET DU JAPON AU CHATEAU", ["FRA", "JPN"]),
        ("EUは", ["EUE"]),
        ("EUROPAは", []),
        ("l'Italie et d'Allemagne", ["ITA", "DEU"]),
        ("Guinea-Bissau", ["GNB"]),
        ("Deutschlands, Frankreichs, Italiens, Japans und Kanadas", ["DEU", "FRA", "ITA", "JPN", "CAN"]),
        ("Usa, Ue, Ocse", ["USA", "EUE", "OECD"]),
        ("Alemania, Reino Unido, Japão", ["DEU", "GBR", "JPN"]),
        ("英、カナダ、仏、独、日、伊、ロ、米の首脳", ["GBR", "CAN", "FRA", "DEU", "JPN", "ITA", "RUS", "USA"]),
        ("同日、中、長期的に", []),
        ("シチリア島の参加国", []),
        ("国際連合教育科学文化機関", ["UNESCO"]),
        ("the United Nations Asia and Far East Institute", []),
    ],
)
def test_names_are_whole_words_in_the_case_of_the_text(text, bodies):
    assert [named.body_id for named, _, _ in find_bodies(text, 0, len(text))] == bodies


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "France ",
        "joined by France, ",
        "国",
        "参加",
        "the Republic of ",
        "DE LA ",
        "France (and) ",
        "日、",
        "joined by (",
    ],
)
def test_long_texts_of_one_word_take_no_long_time(unit):
    page = page_of(unit * (50_000 // len(unit)) + ".")
    assert page.layout
    assert_quick(lambda: read_participants(page), 1)
