"""Office-holders named in a text: who, in which office, of which country, and what they do."""

import pytest

from g7data.extract.page import Page
from g7data.extract.people import read_people
from g7data.reading import read_page
from tests.linear_time import assert_quick
from tests.support_pages import rows, text_page

TITLE = "Statement of the G7 Ministers on Cables"
URL = "https://g7-texts.example/texts/cables.html"


def page_of(*paragraphs, title=TITLE, url=URL):
    return Page(read_page("\n\n".join((title, *paragraphs)).encode(), "text/plain", "utf-8"), url)


def people(*paragraphs, title=TITLE, url=URL):
    return read_people(page_of(*paragraphs, title=title, url=url))


def named(*paragraphs, **context):
    return {p.name: p for p in people(*paragraphs, **context)}


def the_one(*paragraphs, **context):
    (person,) = people(*paragraphs, **context)
    return person


@pytest.mark.parametrize(
    ("sentence", "name", "role", "country"),
    [
        ("We met with the Managing Director of the International Monetary Fund, Ada Quill, on Friday.", "Ada Quill", "Managing Director of the International Monetary Fund", None),
        ("The room was opened by Ada Quill, Minister of Economy, Trade and Industry of Japan.", "Ada Quill", "Minister of Economy, Trade and Industry of Japan", "JPN"),
        ("We heard Ada Quill, Managing Director, International Monetary Fund, on growth.", "Ada Quill", "Managing Director, International Monetary Fund", None),
        ("A report came from Deputy Assistant Secretary for Cybersecurity and Critical Infrastructure Protection Ada Quill on Monday.", "Ada Quill", "Deputy Assistant Secretary for Cybersecurity and Critical Infrastructure Protection", None),
        ("The Bank of England’s Executive Director for Supervisory Risk, Ada Quill, reads it.", "Ada Quill", "Executive Director for Supervisory Risk", "GBR"),
        ("Ukraine's President Ada Quill is far away.", "Ada Quill", "President", "UKR"),
        ("La ministre de la Transition écologique et solidaire Ada Quill voyage.", "Ada Quill", "ministre de la Transition écologique et solidaire", None),
        ("Le président américain Ada Quill voyage.", "Ada Quill", "président américain", "USA"),
        ("Die Bundesministerin für Umwelt, Naturschutz und nukleare Sicherheit, Ada Quill, reist.", "Ada Quill", "Bundesministerin für Umwelt, Naturschutz und nukleare Sicherheit", "DEU"),
        ("Frankreichs Präsident Ada Quill reist.", "Ada Quill", "Präsident", "FRA"),
        ("Il ministro dell'Economia e delle Finanze Ada Quill viaggia.", "Ada Quill", "ministro dell'Economia e delle Finanze", None),
        ("Il sottosegretario alla Presidenza del Consiglio con delega all’innovazione tecnologica Ada Quill viaggia.", "Ada Quill", "sottosegretario alla Presidenza del Consiglio con delega all’innovazione tecnologica", "ITA"),
        ("会場では、青山花子総務大臣の名が呼ばれた。", "青山花子", "総務大臣", "JPN"),
        ("会場では、アダ・クイル独外相の名が呼ばれた。", "アダ・クイル", "独外相", "DEU"),
        ("会場では、ウクライナのクイル財務大臣の名が呼ばれた。", "クイル", "財務大臣", "UKR"),
        ("会場では、財務大臣の青山花子氏の名が呼ばれた。", "青山花子", "財務大臣", None),
    ],
)  # fmt: skip
def test_an_office_is_written_out_whole_and_says_its_country(sentence, name, role, country):
    person = the_one(sentence)
    assert (person.name, person.role, person.country) == (name, role, country)


@pytest.mark.parametrize(
    ("sentence", "function", "names"),
    [
        ("The ministers met under the chair of Mr. AOKI Jun, Minister for Cables, and Ms. Ada Quill, Minister of Trade.", "chair", {"AOKI Jun", "Ada Quill"}),
        ("The meeting was chaired by Ada Quill, Governor of the Bank of Canada, and Ben Orr, Minister of Finance.", "chair", {"Ada Quill", "Ben Orr"}),
        ("Ada Quill, Minister for Europe, chaired the exchange.", "chair", {"Ada Quill"}),
        ("The meeting took place under the chairmanship of Mr. Ben Orr – Minister of Transport – in spring.", "chair", {"Ben Orr"}),
        ("Les ministres se sont réunis sous la présidence de Mme Ada Quill, ministre de la Santé, et de M. Ben Orr, ministre du Travail.", "chair", {"Ada Quill", "Ben Orr"}),
        ("Die Minister tagten unter dem Vorsitz von Ada Quill, Bundesministerin der Justiz.", "chair", {"Ada Quill"}),
        ("I Ministri si sono riuniti sotto la presidenza di Ada Quill, Ministro della Cultura, e di Ben Orr, Sottosegretario di Stato.", "chair", {"Ada Quill", "Ben Orr"}),
        ("会合は、青山花子デジタル大臣及び緑川次郎総務大臣の議長の下で開かれた。", "chair", {"青山花子", "緑川次郎"}),
        ("議長は、青山花子デジタル大臣と緑川次郎総務大臣が務めました。", "chair", {"青山花子", "緑川次郎"}),
        ("The ministers came at the invitation of Ministers Quill and Orr to the sea.", "host", {"Quill", "Orr"}),
        ("The meeting was hosted by Ada Quill, Minister of Industry.", "host", {"Ada Quill"}),
        ("Les ministres sont venus à l'invitation de Mme Ada Quill, ministre de la Culture.", "host", {"Ada Quill"}),
        ("Gastgeberin war Ada Quill, Bundesministerin für Verkehr.", "host", {"Ada Quill"}),
        ("La riunione è stata ospitata dal ministro della Salute Ada Quill.", "host", {"Ada Quill"}),
        ("Treasury Secretary Ada Quill will travel to Banff.", "participant", {"Ada Quill"}),
        ("Together with the President of the World Bank, Ada Quill, we spoke of roads.", "participant", {"Ada Quill"}),
        ("La ministre de la Santé Ada Quill a participé à la réunion.", "participant", {"Ada Quill"}),
        ("Der Außenminister der Ukraine, Ben Orr, und der Außenminister Japans, Jun Aoki, nahmen als Gäste teil.", "participant", {"Ben Orr", "Jun Aoki"}),
        ("Alla riunione ha partecipato il ministro della Difesa Ada Quill.", "participant", {"Ada Quill"}),
        ("我が国からは青山外務大臣及び緑川環境副大臣が参加しました。", "participant", {"青山", "緑川"}),
        ("“The sea is deep,” said Finance Minister Ada Quill.", "quoted", {"Ada Quill"}),
        ("La ministre de la Mer, Ada Quill, a déclaré que la mer est profonde.", "quoted", {"Ada Quill"}),
        ("„Das Meer ist tief“, sagte Verkehrsministerin Ada Quill.", "quoted", {"Ada Quill"}),
        ('"Il mare è profondo", ha dichiarato il ministro dei Trasporti Ada Quill.', "quoted", {"Ada Quill"}),
        ("青山花子外相は「海は深い」と述べた。", "quoted", {"青山花子"}),
        ("The plan goes back to Energy Minister Ada Quill.", "mentioned", {"Ada Quill"}),
    ],
)  # fmt: skip
def test_what_they_do_is_read_from_the_words_around_them(sentence, function, names):
    assert {p.name: p.function for p in people(sentence)} == dict.fromkeys(names, function)


@pytest.mark.parametrize(
    "title",
    [
        "Statement by Treasury Secretary Ada Quill after the G7 Meeting",
        "STATEMENT BY TREASURY SECRETARY ADA QUILL AT THE G-7 PRESS CONFERENCE",
        "Treasury Secretary Ada Quill: Post-G7 Statement",
        "Rede von Bundesministerin Ada Quill zum G7-Treffen",
    ],
)
def test_whose_words_a_title_presents_speaks(title):
    person = the_one("The seven of us spoke about the sea and the cables in it, and agreed.", title=title)
    assert (person.name.title(), person.function) == ("Ada Quill", "speaker")


def test_who_is_labelled_in_a_transcript_speaks_and_is_the_one_introduced_before():
    found = named(
        "I am glad that National Security Advisor Ada Quill has come to this room today.",
        "MS. QUILL: Thank you. The President will speak about cables with the others tomorrow.",
        title="Press Call on the G7 Summit",
    )
    assert {name: p.function for name, p in found.items()} == {"Ada Quill": "speaker"}


def test_of_several_functions_the_strongest_wins():
    person = the_one(
        "Minister Ada Quill chaired the meeting.", "“Cables last,” said Minister Quill, who also attended the dinner."
    )
    assert person.function == "chair"


def test_a_surname_alone_later_on_is_the_same_person():
    person = the_one(
        "Die Pläne stammen von Bundesverkehrsministerin Ada Quill.", "Quill sagte, die Kabel müssten halten."
    )
    assert (person.name, person.role, person.function) == ("Ada Quill", "Bundesverkehrsministerin", "quoted")


def test_a_mention_does_not_hide_a_quotation():
    assert named("青山花子外相の計画である。", "青山外相によると、海は深いという。")["青山花子"].function == "quoted"


@pytest.mark.parametrize("written", ["KONO Taro", "Kono Taro", "Taro KONO", "Taro Kono"])
def test_a_name_is_kept_in_the_order_and_letters_it_is_written_in(written):
    person = the_one(f"The meeting was chaired by Mr. {written}, Minister for Digital Transformation.")
    assert (person.name, person.honorific, person.country) == (written, "Mr.", "JPN")


@pytest.mark.parametrize(
    ("sentence", "name", "honorific"),
    [
        ("The Rt Hon Ada Quill MP, Secretary of State for Trade, spoke.", "Ada Quill", "Rt Hon"),
        ("The Honourable Ada Quill, Minister of Labour, spoke.", "Ada Quill", "Honourable"),
        ("Hier, M. Jean-Luc de Bourg, ministre de la Mer, a parlé.", "Jean-Luc de Bourg", "M."),
        ("Herr Ben von der Aue, Minister für Verkehr, sprach.", "Ben von der Aue", "Herr"),
        ("Treasury Secretary John W. Quill's plan is older.", "John W. Quill", None),
        ("Bundesministerin Ada Quill (CDU) sprach.", "Ada Quill", None),
    ],
)
def test_forms_of_address_and_letters_after_it_are_no_part_of_a_name(sentence, name, honorific):
    person = the_one(sentence)
    assert (person.name, person.honorific) == (name, honorific)


@pytest.mark.parametrize(
    ("sentence", "url", "country"),
    [
        ("Both were proposed by President Bush last year.", URL, "USA"),
        ("We are grateful to Hans Tietmeyer for his report.", URL, "DEU"),
        ("Treasury Secretary Ada Quill wrote it.", "https://home.treasury.gov/news/x", "USA"),
        ("Deputy Secretary Ada Quill wrote it.", "https://home.treasury.gov/news/x", "USA"),
        ("Minister Quill wrote it.", "https://home.treasury.gov/news/x", None),
        ("The Honourable Ada Quill, Minister of Labour, wrote it.", "https://www.canada.ca/en/x", "CAN"),
        ("The Honourable Ada Quill, Minister of Labour, wrote it.", URL, None),
        ("From Japan, Ms. Ada Quill, Minister of Justice, took part.", URL, "JPN"),
        ("Germany was represented by State Secretary Ada Quill.", URL, "DEU"),
        ("Ms. Ada Quill, Minister of Health (Italy), wrote it.", URL, "ITA"),
    ],
)
def test_the_country_comes_from_the_words_the_known_or_the_publisher_and_is_never_guessed(sentence, url, country):
    assert the_one(sentence, url=url).country == country


def test_who_chairs_a_meeting_of_the_group_is_of_the_presidency():
    sentence = "The ministers met on 3 May 2023 under the chair of Ms. Ada Quill, Minister of Health."
    assert the_one(sentence).country == "JPN"


def test_the_members_of_a_list_share_the_country_it_begins_with():
    found = people("我が国からは青山外務大臣及び緑川環境副大臣が参加しました。")
    assert {p.country for p in found} == {"JPN"}


def test_a_delegation_has_the_country_above_it_and_no_other():
    page = named(
        "Canada\nThe Honourable Ada Quill, Prime Minister",
        "South Africa\nBen Orr, President",
        "Jacques Chirac, President",
        title="G8 Summit: Heads of Delegation",
    )
    assert {name: (p.country, p.function) for name, p in page.items()} == {
        "Ada Quill": ("CAN", "participant"),
        "Ben Orr": ("ZAF", "participant"),
        "Jacques Chirac": (None, "participant"),
    }


def test_names_at_the_foot_of_a_text_are_signatures():
    found = named(
        "1. We will lay more cables on the bed of the sea, and look after those that lie there.",
        "2. We will tell each other when one of them breaks, and send a ship to mend it.",
        "3. We will meet again in a year to see whether there are more of them, and where.",
        "Ada Quill\nMinister of Foreign Affairs of Canada",
        "Ben Orr\nMinister for Digital Affairs of Italy",
    )
    assert {name: p.function for name, p in found.items()} == {"Ada Quill": "signatory", "Ben Orr": "signatory"}


@pytest.mark.parametrize(
    "sentence",
    [
        "We, the Ministers and Central Bank Governors, agreed with the Managing Director of the Fund on this.",
        "Thank you, Mr. President, and thank you, Madam Secretary.",
        "The Secretary General of the Council spoke in March, and the President in Washington.",
        "President Elect and Prime Minister Designate are words. Minister Meeting, Secretary Summit.",
        "Media contact: Ada Quill, Director of Communications.",
        "The report by Sir Ben Orr was welcomed, and so was one by the writer Ada Quill.",
        "Jun Aoki, chairman of Nimbus, and Ada Quill, analyst, watched.",
        "Les ministres des Affaires étrangères et le Président de la République se félicitent.",
        "Die Ministerinnen und Minister danken dem Präsidenten der Republik. Der Minister Konsequenzen.",
        "I ministri degli Esteri e il Presidente della Repubblica ringraziano.",
        "各国外相及び関係大臣は、G7財務大臣・中央銀行総裁会議の議長国日本に感謝した。ドイツ外相も同じである。",
    ],
)
def test_bodies_offices_and_those_without_office_are_nobody(sentence):
    assert people(sentence) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [("G7 Esteri, Tajani: avanti con i cavi", "Tajani"), ("Merkel: die Kabel halten", "Merkel")],
)
def test_a_headline_quotes_whom_it_puts_before_a_colon(title, name):
    found = named("I cavi sono sul fondo del mare e vanno protetti, dicono i ministri del G7.", title=title)
    assert found[name].function == "quoted"


def test_a_name_turned_round_over_an_interview_is_whom_it_quotes():
    person = the_one(
        "Howard, John", "PM: We met and spoke about the cables in the sea.", title="Interview after the G8 Summit"
    )
    assert (person.name, person.country, person.function) == ("Howard, John", "AUS", "quoted")


def test_each_person_has_one_row_with_the_fullest_name():
    page = text_page(
        TITLE, "Takasaki, Japan, April 30, 2023",
        "We, the G7 Ministers, met under the chair of Ms. Ada Quill, Minister of Health. Minister Quill and Dr. Quill are one.",
    )  # fmt: skip
    assert [(row["name"], row["role"], row["portfolio"]) for row in rows(page, "ministers")] == [
        ("Ada Quill", "Minister of Health", "health")
    ]


TEXTS = (
    "Mr. AOKI Jun, Minister for Cables, and SnowMeeting Secretary John SnowBretton met President Bushs envoy, M. D'Estaing.",
    "President von der Leyen, Minister Le Maire and Governor Ueda; Herr Dr. Ben von der Aue, Minister für Verkehr (CDU).",
    "青山花子デジタル大臣、ゼレンスキー・ウクライナ大統領及びフォン・デア・ライエン欧州委員長が参加した。",
)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_hold_exactly_what_was_read(text):
    page = page_of(text)
    found = read_people(page)
    assert found
    for person in found:
        assert page.text[person.start : person.end] == person.name
        assert person.role_span is None or page.text[slice(*person.role_span)] == person.role


@pytest.mark.parametrize(
    "unit",
    ["A ", "Mr. ", "大臣", "Minister of Finance and ", "President Xy ", "河野大臣、", "von der ", "アア氏", "Ada Quill, ", "Secretary ", "said President Bush. "],
)  # fmt: skip
def test_long_texts_of_one_word_take_no_long_time(unit):
    page = page_of(unit * (50_000 // len(unit)) + ".")
    assert page.layout
    assert_quick(lambda: read_people(page), 1)
