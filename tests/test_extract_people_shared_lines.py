"""Delegates named by brackets, by lines of bare names, by their own delegation; hosts and speakers said at one remove."""

import pytest

from tests.linear_time import assert_quick
from tests.test_extract_people_names import OTHER, people
from tests.test_extract_people_presumed import functions

BRACKETS = [
    "Tra i partecipanti al G7 ci sono Ada Quill (Canada), Ben Orr (Francia) e Cy Low (UE).",
    "Sono arrivati al Museo Ada Quill (Canada), Mario Draghi (Italia) e Cy Low (Giappone).",
    "The ministers of Canada (Ada Quill), France (Ben Orr) and Japan (Cy Low) walked by the sea.",
    "Outre les sept, Ada Quill (Fonds monétaire international), Mario Draghi (Italie) et Cy Low (Eurogroupe) sont à Dresde.",
]


@pytest.mark.parametrize("sentence", BRACKETS)
def test_a_bracket_may_name_the_country_the_body_or_the_person(sentence):
    assert {p.function for p in people(sentence, OTHER).values()} == {"participant"}
    assert len(people(sentence, OTHER)) == 3


def test_countries_with_people_in_brackets_are_a_list_in_japanese_too():
    found = people("英国が議長(アダ・クイル氏)で米国(ベン・オア氏)、フランス(サイ・ロウ氏)。会合は続く。")
    assert {name: (p.country, p.function) for name, p in found.items()} == {
        "アダ・クイル": ("GBR", "chair"),
        "ベン・オア": ("USA", "participant"),
        "サイ・ロウ": ("FRA", "participant"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Prizes went to Ada Quill (Canada), Ben Orr (France) and Cy Low (Japan).",
        "None of them came: not Ada Quill (Canada), Mario Draghi (Italy) or Cy Low (Japan).",
    ],
)
def test_a_list_of_strangers_or_of_the_absent_is_no_list_of_delegates(sentence):
    assert all(p.function == "mentioned" for p in people(sentence, OTHER).values())


NAMES = ("Ada Quill", "Mario Draghi", "Ben Orr", "Christine Lagarde")


def test_lines_of_bare_names_are_a_list_where_some_are_known():
    assert {n: p.function for n, p in people(OTHER, *NAMES, OTHER).items()} == dict.fromkeys(NAMES, "participant")
    assert "Ada Quill" not in people(OTHER, "Ada Quill", "Ben Orr", "Cy Low", "Di Fen", OTHER)
    assert "Ada Quill" not in people(OTHER, *NAMES[:3], OTHER)


def test_a_list_goes_on_behind_the_body_of_somebody_and_a_semicolon():
    listed = "She will meet with Governor Ada Quill of Norway; Director Ben Orr of the Monetary Authority of Singapore; Minister Cy Low of Chile; and others."
    assert {p.function for p in people(listed, OTHER).values()} == {"participant"}


def test_lines_under_a_heading_of_those_present_are_no_signatures():
    lines = ("Canada: Minister Ada Quill", "France: Minister Ben Orr")
    signed = people(*[OTHER] * 3, *lines)
    present = people(*[OTHER] * 3, "Participants in the meeting", *lines)
    assert {p.function for p in signed.values()} == {"signatory"}
    assert {p.function for p in present.values()} == {"participant"}


DOINGS = {
    "participant": """
        La délégation américaine a été dirigée par le secrétaire d'État Ada Quill.
        The delegation under the leadership of Secretary of State Ada Quill landed.
        Die deutsche Delegation unter Leitung von Ministerin Ada Quill flog ab.
        La delegación, encabezada por la ministra de Exteriores Ada Quill, viaja.
        Presenzia anche Ada Quill, commissario europeo per l'agricoltura.
        We received a presentation by Ada Quill, Director-General of the WTO.
        Habla la secretaria del Tesoro Ada Quill, que ha urgido a sus homólogos a gastar.
        Ministerin Ada Quill ist auf Einladung ihres Kollegen zum Treffen aller Gleichstellungsministerinnen und -minister nach Japan gereist.
        Beaucoup des acteurs clés sont là, dont la directrice générale du FMI, Ada Quill.
        Finance Minister Ada Quill looks down as she attends a news conference in Rome.
        La ministre Ada Quill a conclu hier sa participation à la réunion.
        La ministre Ada Quill a eu des échanges fructueux à Londres.
        Dovrebbe partecipare anche il presidente del Consiglio Ada Quill.
        Le dîner, auquel participera la ministre Ada Quill, est à Brindisi.
        La ministre Ada Quill, accueillie par la présidente, a souri.
        Entre los asistentes se encontró la ministra de Hacienda Ada Quill.
        La ministra Ada Quill, nativa di Cagliari, ha guidato i suoi colleghi al porto.""",
    "host": """
        As he prepared to welcome his counterparts, Minister Ada Quill told reporters it was cold.
        En accueillant ses homologues, la ministre Ada Quill a parlé.
        Accogliendo i colleghi al museo, la ministra Ada Quill ha parlato.
        Al recibir a sus homólogos, la ministra Ada Quill habló.
        C’est Ada Quill, ministre d’État, ministre de l'Énergie qui a accueilli les ministres des sept pays.
        La ministra Ada Quill è al museo di Napoli, per accogliere le delegazioni.
        Choisi par l’hôte, le grand argentier allemand Ada Quill, le lieu est beau.
        Hosting the meeting alongside Governor Ada Quill, the Chancellor urged the others to act.
        La Première ministre Ada Quill a fait les honneurs en accueillant les dirigeants.
        La premier Ada Quill accoglie a Borgo Verde, a sud di Bari, il presidente americano.
        Neben vielen anderen hat Ministerin Ada Quill auch die Runde der Zwanzig, drei Länder von drei Kontinenten, die Leiter mehrerer großer Banken und Organisationen sowie viele weitere Gäste aus aller Welt an den Rhein eingeladen.
        Ministerin Ada Quill hat auch die Runde der Zwanzig, drei Länder von drei Kontinenten, die Leiter mehrerer großer Banken und Organisationen sowie viele weitere Gäste aus aller Welt an den Rhein eingeladen.
        Es gibt einen Empfang, zu dem Ministerin Ada Quill gemeinsam mit anderen einlädt.
        Ministerin Ada Quill, die Ko-Gastgeberin des Treffens, sagte: "Wir lösen die Krisen gemeinsam, und das ist gut so."
        Ministerin Ada Quill hat entschieden, auch andere einzuladen.
        It began with Foreign Minister Ada Quill inviting her counterparts to her home.
        Así lo dijo la anfitriona de la cumbre, la ministra Ada Quill.""",
    "quoted": """
        Interrogée lundi à ce sujet, la ministre Ada Quill sourit.""",
    "mentioned": """
        It came days ahead of the historic summit between South Korean President Ada Quill and Ben Orr.""",
    "chair": """
        They discussed cables (chair: Ms. Ada Quill, Minister of the Sea) and went home.
        Il vertice è presieduto dallo stesso ministro degli Esteri Ada Quill.
        El encuentro será presidido por Ben Orr, ministro de Finanzas, así como por Ada Quill, gobernadora del Banco de Inglaterra.""",
}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "function"),
    [(line.strip(), function) for function, lines in DOINGS.items() for line in lines.splitlines() if line.strip()],
)
def test_what_somebody_does_may_be_said_at_one_remove(sentence, function):
    assert people(sentence, OTHER)["Ada Quill"].function == function


def test_who_gives_a_press_conference_together_speaks():
    found = people("緑川財務大臣と青木財務官による会議後の記者会見の概要は以下のとおり。")
    assert {p.function for p in found.values()} == {"speaker"}


def test_who_holds_a_lunch_with_a_name_in_quotation_marks_hosts_it():
    found = people("緑川外務大臣は、「海と島に関するワーキング・ランチ」を開催した(EEAS事務次長が参加)。")
    assert {name: p.function for name, p in found.items()} == {"緑川": "host"}


def test_a_chair_of_a_panel_in_quotation_marks_does_not_chair_the_meeting():
    assert people("「海の委員会」共同議長の緑川大臣から話があった。")["緑川"].function != "chair"


def test_who_stands_under_the_title_of_a_ministers_declaration_speaks():
    found = people(
        "Ada Quill, ministre de la Mer", "J'ai participé à la réunion.", title="G7 : déclaration du ministre"
    )
    assert found["Ada Quill"].function == "speaker"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Es kam Ada Quill (Partei der See/Die Blauen), Außenministerin von Deutschland.", "Ada Quill", "Außenministerin von Deutschland"),
        ("Der Exekutivdirektor des UN-Umweltprogramms Unep, Ada Quill, kam.", "Ada Quill", "Exekutivdirektor des UN-Umweltprogramms"),
        ("Habla con Ada Quill, administradora de la Agencia de Protección Ambiental.", "Ada Quill", "administradora de la Agencia de Protección Ambiental"),
        ("Parlo con Ada Quill, delegata del governo francese, e Ben Orr.", "Ada Quill", "delegata del governo francese"),
        ("Parlo con Ada Quill ministro dell'agricoltura del Canada e Benno Orr Lumi.", "Ada Quill", "ministro dell'agricoltura del Canada"),
        ("Mais Ada Quill, la ministre de la Mer, tenait à cela.", "Ada Quill", "ministre de la Mer"),
    ],
)  # fmt: skip
def test_offices_reach_past_brackets_short_names_and_conjunctions(sentence, name, role):
    assert people(sentence, OTHER)[name].role == role


def test_who_is_named_behind_the_nation_of_the_same_office_does_not_hold_the_next_one():
    found = people(
        "Ecco il presidente americano Ada Quill, quello francese, Ben Orr, il cancelliere tedesco, Cy Low, e basta."
    )
    assert {name: p.role for name, p in found.items()} == {
        "Ada Quill": "presidente americano",
        "Cy Low": "cancelliere tedesco",
    }


@pytest.mark.parametrize("word", ["Además", "Inoltre", "Outre", "Zudem"])
def test_a_word_that_begins_a_sentence_is_no_given_name(word):
    assert f"{word} Quill" not in people(f"{word} Quill, ministro de Hacienda, parla.", OTHER)


def test_a_country_that_begins_like_a_surname_is_nobody():
    assert not people("The 2025 guests were Kenya, Costa d’Avorio and Egypt.", OTHER)


def test_a_korean_name_may_end_in_a_word_of_another_language():
    assert "Kim Jong Un" in people("We saw North Korean leader Kim Jong Un there.", OTHER)


def test_words_of_an_office_or_of_an_association_are_nobody():
    assert "Mari" not in people("Parla il direttore generale Mari, Ada Quill.", OTHER)
    assert list(people("Es kam Ada Quill, Direktorin der Young Women Christian Association.", OTHER)) == ["Ada Quill"]


@pytest.mark.parametrize("sentence", ["It is Donald Trump’s plan.", "It is Donald Trump's plan."])
def test_a_well_known_name_may_stand_in_the_genitive(sentence):
    assert list(people(sentence, OTHER)) == ["Donald Trump"]


def test_who_is_known_to_have_been_in_office_is_taken_to_have_been_there_without_one():
    assert functions("Josep Borrell wore a blue coat.") == [
        ("Josep Borrell", "participant", "person:office in a report")
    ]
    assert (
        functions("Josep Borrell is the predecessor of nobody, nor did Margaret Thatcher come.")[-1][1] == "mentioned"
    )


@pytest.mark.parametrize(
    "unit", ["Ada Quill (Canada), ", "Canada (Ada Quill), ", "英国(アダ・クイル氏)、", "Ada Quill\n\n"]
)
def test_long_texts_of_one_list_take_no_long_time(unit):
    assert_quick(lambda: people(OTHER, unit * 2000), 3)
