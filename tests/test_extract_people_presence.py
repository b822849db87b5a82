"""People of whom one verb says that they were there, lists by name and country, offices that are shared or spelt out."""

import pytest

from g7data.extract.nations import country_in
from g7data.extract.page import Page
from g7data.extract.people import read_people
from g7data.reading import read_page
from tests.linear_time import assert_quick
from tests.support_pages import WE_MET, column, text_page

TITLE = "Meeting of the G7 Ministers on Cables"


def people(*paragraphs, title=TITLE, between="\n\n"):
    text = between.join((title, *paragraphs)).encode()
    return {p.name: p for p in read_people(Page(read_page(text, "text/plain", "utf-8"), "https://texts.example/a"))}


def functions(*paragraphs, **context):
    return {name: p.function for name, p in people(*paragraphs, **context).items()}


@pytest.mark.parametrize(
    "sentence",
    [
        "Joining the ministers were the Head of the UNDP, Ada Quill; and the World Bank President Ben Orr.",
        "The spokesman says Ethiopian Prime Minister Ada Quill, and Benin President Ben Orr, who is the current chairman of the Union, will attend.",
        "An dem Treffen haben auch der EU-Kommissar für Justiz Ada Quill, der für vieles zuständig ist, sowie der Generalstaatsanwalt Ben Orr teilgenommen.",
        "Neben den Ministern hat sie auch den Leiter des UN-Entwicklungsprogramms UNDP, Ada Quill, und den Weltbankpräsidenten Ben Orr eingeladen.",
        "Étaient présents la ministre Ada Quill ainsi que la directrice générale du FMI, Ben Orr.",
        "Alla due giorni di lavori partecipano le rappresentanze degli Stati membri e, come invitati, il Commissario europeo Ada Quill, il Direttore esecutivo UNODC (United Nations Office on Drugs and Crime) Ben Orr.",
        "C'è anche la Commissaria europea per i Trasporti Ada Quill e il segretario generale dell'OCSE Ben Orr.",
        "Gli esponenti presenti a Cagliari sono Ada Quill, rappresentante del governo francese nel Ilo e G7; Ben Orr, ministro del Lavoro della Germania.",
        "Viele der Teilnehmer wie Außenministerin Ada Quill und US-Außenminister Ben Orr sind neu im Amt.",
    ],
)  # fmt: skip
def test_one_verb_holds_for_a_whole_list_however_long(sentence):
    assert functions(sentence) == {"Ada Quill": "participant", "Ben Orr": "participant"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaders who were present said that Prime Minister Ada Quill and President Ben Orr of Utopia had written a letter.",
        "I ministri presenti hanno detto che il presidente Ada Quill e la ministra Ben Orr vogliono la pace.",
        "Nicht teilgenommen haben der Minister Ada Quill und die Ministerin Ben Orr.",
        "Un patto per i governi che parteciperanno al vertice: è la proposta del presidente Ada Quill e della ministra Ben Orr.",
    ],
)
def test_another_verb_or_a_denial_between_ends_it(sentence):
    assert functions(sentence) == {"Ada Quill": "mentioned", "Ben Orr": "mentioned"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Present at the talks were Ada Quill (Canada), Ben Orr (Germany) and Cy Lund (France).",
        "Étaient présents Ada Quill (Canada), Ben Orr (Allemagne) et Cy Lund (France).",
        "Anwesend waren Ada Quill (Kanada), Ben Orr (Deutschland) und Cy Lund (Frankreich).",
        "Presenti Ada Quill (Canada), Ben Orr (Germania) e Cy Lund (Francia).",
    ],
)
def test_names_with_countries_behind_them_are_people_where_a_verb_says_they_came(sentence):
    found = {name: (p.country, p.role, p.function) for name, p in people(sentence).items()}
    assert found == {
        "Ada Quill": ("CAN", None, "participant"),
        "Ben Orr": ("DEU", None, "participant"),
        "Cy Lund": ("FRA", None, "participant"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Gold medals went to Ada Quill (Canada), Ben Orr (Germany) and Cy Lund (France).",
        "The cities of New Haven (Canada), Old Town (Germany) and Big Lake (France) were not chosen.",
        "Present at the talks was Ada Quill (Canada).",
    ],
)
def test_brackets_alone_make_nobody_a_delegate(sentence):
    assert people(sentence) == {}


def test_lines_of_a_list_may_lack_the_office_or_go_on_with_a_remark():
    found = people(
        "Ada Quill, Minister of Foreign Affairs, Canada", "Ben Orr, France", "Cy Lund, Minister of Foreign Affairs, Japan – who also leads the fund",
        "Dee Moor, Minister of Foreign Affairs, Italy", "We met for two days and spoke of the cables in the sea.",
        between="\n",
    )  # fmt: skip
    assert {name: (p.country, p.function) for name, p in found.items()} == {
        "Ada Quill": ("CAN", "participant"),
        "Ben Orr": ("FRA", "participant"),
        "Cy Lund": ("JPN", "participant"),
        "Dee Moor": ("ITA", "participant"),
    }


def test_an_office_in_the_next_line_is_whole_with_its_country():
    found = people(
        "Head of delegation", "Italy", "Ada QUILL", "Minister of Education and Merit of the Italian Republic",
        "United Kingdom", "Ben ORR", "Secretary of State for Education, United Kingdom of Great Britain and Northern Ireland",
        between="\n",
    )  # fmt: skip
    assert {name: (p.role, p.country, p.function) for name, p in found.items()} == {
        "Ada QUILL": ("Minister of Education and Merit of the Italian Republic", "ITA", "participant"),
        "Ben ORR": (
            "Secretary of State for Education, United Kingdom of Great Britain and Northern Ireland",
            "GBR",
            "participant",
        ),
    }


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("The ministers of the interior, Ada Quill, and of justice, Ben Orr, attended.", ("ministers of the interior", "of justice")),
        ("Les ministres de l'Intérieur, Ada Quill, et de la Justice, Ben Orr, ont présidé la réunion.", ("ministres de l'Intérieur", "de la Justice")),
        ("I ministri dell'Interno, Ada Quill e della Giustizia, Ben Orr presiedono la riunione.", ("ministri dell'Interno", "della Giustizia")),
    ],
)  # fmt: skip
def test_who_shares_a_plural_office_has_a_subject_each(sentence, roles):
    assert [(p.name, p.role) for p in people(sentence).values()] == list(
        zip(("Ada Quill", "Ben Orr"), roles, strict=True)
    )


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The Prosecutor of the International Criminal Court, Ada Quill, spoke.", "Ada Quill", "Prosecutor of the International Criminal Court"),
        ("Der Chefankläger des Internationalen Strafgerichtshofes Ada A. A. Quill sprach.", "Ada A. A. Quill", "Chefankläger des Internationalen Strafgerichtshofes"),
        ("Die Direktorin der Internationalen Energieagentur IEA, Ada van der Quill, kam.", "Ada van der Quill", "Direktorin der Internationalen Energieagentur IEA"),
        ("Le procureur général d'Ukraine, Ada Quill, est venu.", "Ada Quill", "procureur général d'Ukraine"),
        ("Il Procuratore Ada Quill ha parlato.", "Ada Quill", "Procuratore"),
        ("Bundesminister Karl-Theodor zu Quill sagte das.", "Karl-Theodor zu Quill", "Bundesminister"),
        ("The Minister of Enterprises and “Made in Italy” Ada Quill spoke.", "Ada Quill", "Minister of Enterprises and “Made in Italy”"),
        ("Ada Holland, Minister of Health, met with G7 health leaders.", "Ada Holland", "Minister of Health"),
        ("Hon’ble Prime Minister Shri Ada Quill came.", "Ada Quill", "Prime Minister"),
        ("Die kanadische Außenministerin und Gastgeberin Ada Quill sprach.", "Ada Quill", "kanadische Außenministerin"),
        ("会見で山田福志郎(Fukushiro Yamada)財務相が述べた。", "山田福志郎", "財務相"),
    ],
)  # fmt: skip
def test_offices_and_names_are_whole(sentence, name, role):
    assert [(p.name, p.role) for p in people(sentence).values()] == [(name, role)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Leiter der Abteilung sprach.",
        "The ministers of the Czech Republic, Country holding the presidency, came.",
        "セッション4.ワーキングランチ(経済的威圧)【議長】",
    ],
)
def test_words_beside_an_office_are_nobody(sentence):
    assert people(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("Le ministre allemand de l’Agriculture, Ada Quill (qui préside le G7) a indiqué que tout va bien.", "chair"),
        ("The German minister, Ada Quill (who chairs the meeting), said it was late.", "chair"),
        ("A presiedere la riunione sarà la ministra della Salute Ada Quill.", "chair"),
        ("“It was good,” said the host of the meeting, Federal Minister Ada Quill.", "host"),
        ("In accordance with the G7 invitation of UK Prime Minister Ada Quill, they came.", "host"),
        ("Der kanadische Außenminister und Gastgeber Ada Quill sprach mit der Presse.", "host"),
        ("They work under the dynamic leadership of President Ada Quill of the fund.", "mentioned"),
        ("The new envoy, substituting for President Ada Quill, attended the meeting.", "mentioned"),
        ("The commission chairperson, Ada Quill, was also in attendance.", "participant"),
        ("Hier hat Ministerin Ada Quill auch den G20-Vorsitz Indonesien erwähnt.", "mentioned"),
        ("会見で、山田文部科学大臣から「密度の濃い議論を重ねた」と報告がありました。", "quoted"),
        ("市長がICPOの山田事務総長など各国からの参加者らを出迎えました。", "participant"),
    ],
)
def test_what_somebody_does_is_said_beside_them(sentence, function):
    assert list(functions(sentence).values()) == [function]


def test_a_surname_before_a_colon_and_a_greeting_speaks():
    assert functions(
        "Quillanov: Good day, ladies and gentlemen.", "Question: Good day, what about the cables?", title=TITLE
    ) == {"Quillanov": "speaker"}


def test_an_office_alone_stands_for_the_one_who_holds_it():
    named = "The ministers met Ben Orr and his team. A letter reached Ada Quill, Minister of Culture and Communication."
    assert functions(named, "The Minister of Culture and Communication said, “It is ours to go on.”") == {
        "Ada Quill": "quoted"
    }
    assert functions(named, "The French Minister of Culture and Communication said it.") == {"Ada Quill": "mentioned"}


def test_the_given_name_that_comes_later_makes_the_name_whole():
    found = functions("I ministri Quillani e Orrini presiedono il vertice.", "Roma. Roberto Quillani apre i lavori.")
    assert set(found) == {"Roberto Quillani", "Orrini"}


def test_who_stands_alone_beside_the_title_of_a_press_conference_speaks():
    assert functions(
        "Margaret Thatcher", "12 June 1987", "We had long talks last night.", title="Press Conference after Venice G7"
    ) == {"Margaret Thatcher": "speaker"}


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Tanzanian President", "TZA"),
        ("le président tchadien", "TCD"),
        ("die namibische Präsidentin", "NAM"),
        ("ministro ceco", "CZE"),
        ("South Sudanese President", "SSD"),
        ("Commissario Europeo", "EUE"),
    ],
)
def test_adjectives_of_all_states_name_the_country(words, country):
    assert country_in(words) == country


@pytest.mark.parametrize(
    "unit",
    [
        "Present were Ada Quill (Canada), ", "partecipano e come invitati ", "haben auch der Minister Ada Quill ", "Ada Quill, France\n",
        "ministri dell'Interno, Ada Quill e della Giustizia, ", "Quill: Good day ", "Ada (who ", "Minister of “", "UNODC (United ", "substituting for ",
    ],
)  # fmt: skip
def test_long_texts_of_one_phrase_take_no_long_time(unit):
    assert_quick(lambda: people(f"The Minister Ada Quill came. {unit * 2000}"), 3)


def test_who_is_named_by_a_page_about_the_group_as_such_took_part_in_no_meeting_of_it():
    told = "At the first meeting, German Chancellor Ada Quill met French President Ben Orr."
    about = "The G7 is an informal group of seven countries, whose leaders speak about cables every year."
    assert _functions_of_rows(text_page("About the G7 and cables", about, told)) == {"mentioned"}
    assert _functions_of_rows(text_page("G7 leaders on cables", WE_MET, told)) == {"participant"}


def test_who_is_seen_in_a_picture_is_named():
    caption = "Finance Minister Ada Quill on board a ship in Turin, Italy (ANN WRITER/REUTERS)"
    assert column(text_page("G7 ministers on cables", WE_MET, caption, WE_MET * 2), "ministers", "name") == [
        "Ada Quill"
    ]


def _functions_of_rows(page):
    return set(column(page, "ministers", "function"))
