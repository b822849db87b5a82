"""People in lists, whose words are quoted, who speaks, and who chairs or meets elsewhere: by sentences in which it is said."""

import pytest

from g7data.extract.page import Page
from g7data.extract.people import read_people
from g7data.reading import read_page
from tests.support_pages import rows, text_page

LISTED = {
    "participant": """
        Several other leaders have been invited to the summit. Among them are Ada Quill, president of Chile, and Ben Orr, prime minister of Kenya.
        The guests include Ada Quill, President of Chile, and Ben Orr, Managing Director of the IMF.
        Finance Minister Ada Quill, who took office in May, and Ben Orr, President of the World Bank, will make the trip.
        Ministers of seven countries attended, as well as Ada Quill, President of the World Bank, and Ben Orr, Secretary-General of the OECD.
        Plusieurs chefs d'État ont été invités au sommet. Parmi eux, la présidente Ada Quill et le premier ministre Ben Orr.
        Cinq présidents sont présents. Il s'agit d'Ada Quill, présidente du Chili, et de Ben Orr, président du Kenya.
        Les autres invités sont Ada Quill, présidente du Chili, et Ben Orr, directeur général du FMI.
        Le président chilien, Ada Quill, et le Premier ministre kényan, Ben Orr, feront aussi le déplacement.
        Mehrere Staatschefs sind zum Gipfel eingeladen. Unter ihnen sind Präsidentin Ada Quill und Premierminister Ben Orr.
        Zu den Gästen gehören Ada Quill, Präsidentin von Chile, und Ben Orr, Generalsekretär der OECD.
        Al vertice sono stati invitati altri capi di Stato. Tra questi la presidente Ada Quill e il premier Ben Orr.
        Gli altri ospiti sono Ada Quill, presidente del Cile, e Ben Orr, segretario generale dell'OCSE.""",
    "signatory": """
        The charter was signed by Ada Quill, Minister of Diversity, Inclusion and Youth (Canada), and Ben Orr, Minister of State at the Ministry of Labour (France).
        Ont signé la charte Ada Quill, ministre du Travail (Canada), et Ben Orr, ministre délégué auprès du ministre de la Santé (France).
        Unterzeichnet wurde sie von Ada Quill, Ministerin für Arbeit (Kanada), und Ben Orr, Minister für Gesundheit (Frankreich).
        Hanno firmato la carta Ada Quill, ministro per la diversità, l'inclusione e la pace (Canada), e Ben Orr, ministro del lavoro (Francia).""",
    "mentioned": """
        Nobody else was invited. Letters came from Ada Quill, president of Chile, and Ben Orr, prime minister of Kenya.
        Two presidents did not attend. Among them are Ada Quill, president of Chile, and Ben Orr, president of Kenya.
        Les invités ne sont pas venus. Parmi eux, la présidente Ada Quill et le premier ministre Ben Orr.""",
    "host": """
        Auf Einladung von Ministerin Ada Quill und der deutschen Ministerin Ben Orr kamen sie nach Bonn.""",
}  # fmt: skip
ALONE = {
    "chair": """
        Health Secretary Ada Quill welcomed the plan as she chaired a special session on vaccines.
        La ministre Ada Quill, qui assure cette année la présidence du G7, a salué tout le monde.
        La ministra Ada Quill, a cui tocca la presidenza, ha salutato tutti.""",
    "host": """
        For this summit, President Ada Quill chose to invite four countries of the south.
        Je veux remercier le premier ministre Ada Quill pour l'organisation de ce sommet.
        Le président Ada Quill a choisi de convier huit pays.
        La premier Ada Quill ha scelto di invitare quattro paesi.""",
    "participant": """
        Labour Minister Ada Quill and her fellow G7 ministers worked on a text.
        La ministre du Travail Ada Quill et ses homologues du G7 travaillent à un accord.
        Ministerin Ada Quill und ihre G7-Kollegen arbeiten an einer Einigung.
        La ministra Ada Quill e i suoi omologhi lavorano a un accordo.
        Ministerin Ada Quill wird am 3. Juni am dritten Treffen der Minister in Bonn teilnehmen.
        Diesmal war auch die kanadische Ministerin Ada Quill gekommen.
        President Ada Quill, as chair of the African Union, took part in the lunch.
        Le président Ada Quill, en sa qualité de président de l'Union africaine, a participé au déjeuner.
        As you, President Ada Quill, have shown us, courage helps.""",
    "quoted": """
        "We made real progress tonight," said after the meeting the finance minister of Japan, Ada Quill.
        « Nous avons bien travaillé », s'est réjouie lundi la ministre du Travail Ada Quill.
        „Wir haben viel erreicht“, so bemerkte am Abend die deutsche Ministerin Ada Quill.
        La decisione è stata presa, ha spiegato al termine della riunione la ministra Ada Quill.
        È la dichiarazione con cui la ministra Ada Quill ha aperto i lavori.
        Deputy minister Ada Quill of the Canadian delegation told a news agency that the mood was good.""",
    "mentioned": """
        President Ada Quill, as chair of the African Union, is seventy years old.
        Präsidentin Ada Quill, als Vorsitzende der Afrikanischen Union, ist siebzig Jahre alt.
        La presidente Ada Quill, in qualità di presidente dell'Unione africana, ha settant'anni.
        The trip was short, and he missed a planned meeting with President Ada Quill.
        At the NATO summit in May he met with President Ada Quill.
        Il premier Ada Quill "bravo". La sera "bella" è finita.""",
}  # fmt: skip
JAPANESE = (
    ("議長国の日本からは青山花子財務相が出席した。", "participant"),
    ("会合(議長=青山花子経済産業相)は1日に開かれた。", "chair"),
    ("会見で青山花子財務相は「各国に参加してもらった」と述べている。", "quoted"),
    ("アフリカ連合議長国のセネガルのケレル大統領は70歳である。", "mentioned"),
    ("英国のケレル国際貿易大臣(The Rt Hon Ada Keller)が会合をオンラインで主催した。", "host"),
)


def people(*blocks):
    text = "\n\n".join(blocks)
    return read_people(Page(read_page(text.encode(), "text/plain", "utf-8"), "https://g7-texts.example/x"))


def cases(table):
    return [
        pytest.param(line.strip(), function, id=f"{function}: {line.strip()}")
        for function, lines in table.items()
        for line in lines.strip().splitlines()
    ]


def functions_in(sentence):
    rest = "The G7 ministers met again on Tuesday to talk about trade and the sea."
    return {p.name: p.function for p in people("Note on the G7 meeting", sentence, rest)}


@pytest.mark.parametrize(("sentence", "function"), cases(LISTED))
def test_the_head_of_a_list_and_its_end_hold_for_all_of_it(sentence, function):
    assert functions_in(sentence) == {"Ada Quill": function, "Ben Orr": function}


@pytest.mark.parametrize(("sentence", "function"), cases(ALONE))
def test_a_sentence_says_what_one_person_does(sentence, function):
    assert functions_in(sentence) == {"Ada Quill": function}


@pytest.mark.parametrize(("sentence", "function"), JAPANESE)
def test_a_japanese_sentence_says_it(sentence, function):
    (person,) = people("G7財務大臣会合について", sentence, "各国は二日間にわたって海とその中の線について話し合った。")
    assert person.function == function


def test_a_bracket_in_a_list_gives_the_country():
    found = people(
        "Carta del G7",
        "Hanno firmato la carta Ada Quill, ministro per la pace (Canada), Ben Orr, ministro del lavoro (Francia), e Cy Ray, ministro per la salute (Germania).",
    )
    assert {p.name: p.country for p in found} == {"Ada Quill": "CAN", "Ben Orr": "FRA", "Cy Ray": "DEU"}


def test_offices_after_a_word_of_quality_belong_to_the_name_before_them():
    found = people(
        "Sommet du G7",
        "Ada Quill, actuellement présidente de l'Union africaine, Ben Orr, en tant que président du G5 Sahel, et Cy Ray, président de la Banque mondiale, étaient présents.",
    )
    assert {p.name: p.role for p in found} == {
        "Ada Quill": "présidente de l'Union africaine",
        "Ben Orr": "président du G5 Sahel",
        "Cy Ray": "président de la Banque mondiale",
    }


def test_a_line_that_holds_a_person_is_no_heading_of_a_country():
    found = people(
        "G7 ministers who met", "Ada Quill, Minister of Labour of Canada", "Ben Orr, Federal Minister for Transport"
    )
    assert {p.name: p.country for p in found} == {"Ada Quill": "CAN", "Ben Orr": None}


@pytest.mark.parametrize(
    ("blocks", "function"),
    [
        (("This is a transcript of the speech at the G7 summit.", "The Rt Hon Ada Quill", "Prime Minister"), "speaker"),
        (("Transcript: G7 press call", "Minister Ada Quill gave a press conference on Monday."), "speaker"),
        (
            ("Minister Ada Quill on the G7", "Quill: The seven of us have to keep the sea clean, and we shall."),
            "quoted",
        ),
        (("Les ministres du G7", "Revoir la conférence de presse d'Ada Quill, ministre de la Mer."), "speaker"),
    ],
)
def test_who_is_heard_speaks(blocks, function):
    (person,) = people(*blocks, "Good afternoon. We talked about the sea, and about what it needs.")
    assert person.function == function


def test_a_name_and_an_office_with_a_colon_between_make_a_line_of_a_list():
    page = text_page(
        "G8 : la liste des participants",
        "Vingt chefs d’Etat et de gouvernement participeront au sommet et y parleront de la mer et de ses câbles.",
        "Ada Quill : présidente de la République française",
        "Ben Orr : Premier ministre du Canada",
        "Cy Ray : présidente du Conseil des ministres de la République italienne",
        "Dee Fox : secrétaire générale des Nations Unies",
    )
    found = {row["name"]: (row["country"], row["function"]) for row in rows(page, "ministers")}
    assert found == {
        "Ada Quill": ("FRA", "participant"),
        "Ben Orr": ("CAN", "participant"),
        "Cy Ray": ("ITA", "participant"),
        "Dee Fox": (None, "participant"),
    }


def test_a_line_under_a_quotation_tells_whose_words_they_are():
    found = people(
        "Ministers conclude their visit to the G7 meeting",
        "The Honourable Ada Quill, Minister of Foreign Affairs, and the Honourable Ben Orr, Minister of Trade, today concluded their participation in the G7 meeting.",
        "The meeting lasted two days.",
        "It dealt with the cables in the sea.",
        "“Cables need care.”",
        "– Ada Quill, Minister of Foreign Affairs",
        "“Ships need cables, and the sea is wide.”",
        "– Ben Orr, Minister of Trade",
        "“The sea needs both.”",
        "– Cy Ray, Commissioner for Fisheries",
    )
    assert {p.name: p.function for p in found} == {
        "Ada Quill": "participant",
        "Ben Orr": "participant",
        "Cy Ray": "quoted",
    }


def test_a_country_before_each_tells_who_came_for_it():
    found = people(
        "Foto del G7",
        "Per il Regno Unito è presente Ada Quill, ministro per le arti. Per la Germania Ben Orr, ministra per la politica culturale internazionale. "
        "Per gli Usa c’è la sottosegretaria di Stato Cy Ray, per l’Unione Europea Dee Lane, Commissario per la ricerca.",
    )
    assert {p.name: (p.country, p.function) for p in found} == {
        "Ada Quill": ("GBR", "participant"),
        "Ben Orr": ("DEU", "participant"),
        "Cy Ray": ("USA", "participant"),
        "Dee Lane": ("EUE", "participant"),
    }


def test_a_country_before_one_person_alone_says_nothing_of_coming():
    found = people("Note on the G7", "For Japan, Minister Ada Quill is seventy years old.", "The ministers met in May.")
    assert [(p.country, p.function) for p in found] == [("JPN", "mentioned")]


def test_the_office_alone_tells_what_its_holder_did():
    assert functions_in(
        "Foreign Secretary Ada Quill has plans. As well as members of the G7, the Foreign Secretary knows guests."
    ) == {"Ada Quill": "mentioned"}
    assert functions_in(
        "Foreign Secretary Ada Quill has plans. The Foreign Secretary invited five countries to the meeting."
    ) == {"Ada Quill": "host"}


def test_lines_of_a_japanese_list_mark_the_chair_and_go_on_below():
    found = people(
        "G7科学大臣会合の出席者",
        "会合が開かれた。",
        "英国(議長):アダ・クイル 科学・研究担当大臣",
        "米国:ベン・オール大統領府科学技術政策局長代行",
        "フランス カラ・ポルト 高等教育・研究大臣",
        "ディー・レーン 副大臣(デジタル担当)",
        "カナダ:モナ・ケル 主席科学顧問",
    )
    assert {p.name: (p.country, p.function) for p in found} == {
        "アダ・クイル": ("GBR", "chair"),
        "ベン・オール": ("USA", "participant"),
        "カラ・ポルト": ("FRA", "participant"),
        "ディー・レーン": ("FRA", "participant"),
        "モナ・ケル": ("CAN", "participant"),
    }


def test_the_country_before_a_list_holds_for_all_whom_it_sent():
    found = people(
        "Delegazioni del G7",
        "Gli Usa sono rappresentati da Ada Quill (viceinviata presidenziale speciale per il Clima) e Ben Orr (amministratore aggiunto). "
        "Per il Canada il ministro all’Ambiente e del cambiamento climatico Cy Ray e Dee Lane, viceministro alle Risorse naturali. "
        "Per la Francia Eve Moon, ministro Economia, commercio e industria.",
    )
    assert {p.name: (p.role, p.country, p.function) for p in found} == {
        "Ada Quill": ("viceinviata presidenziale speciale per il Clima", "USA", "participant"),
        "Ben Orr": ("amministratore aggiunto", "USA", "participant"),
        "Cy Ray": ("ministro all’Ambiente e del cambiamento climatico", "CAN", "participant"),
        "Dee Lane": ("viceministro alle Risorse naturali", "CAN", "participant"),
        "Eve Moon": ("ministro Economia, commercio e industria", "FRA", "participant"),
    }


def test_a_line_below_the_title_announces_a_speech_and_a_salutation_those_present():
    found = people(
        "Better work for all at the G7",
        "Speech by ILO Director-General Ada F. Quill at the G7 meeting",
        "Minister Orr, ministers, representatives,",
        "I thank you for the invitation, and I see much to do.",
    )
    assert {p.name: p.function for p in found} == {"Ada F. Quill": "speaker", "Orr": "participant"}


def test_several_who_share_an_office_do_not_do_what_one_before_them_does():
    found = people(
        "Note on the G7 meeting",
        "On Friday, at the invitation of German minister Ada Quill, the ministers for equality of the G7 countries Ben Orr, Cy Ray, Hon. Dee Lane and Eve Moon met in Bonn.",
    )
    assert {p.name: p.function for p in found} == {
        "Ada Quill": "host",
        "Ben Orr": "participant",
        "Cy Ray": "participant",
        "Dee Lane": "participant",
        "Eve Moon": "participant",
    }


def test_counterparts_may_have_nothing_but_their_countries_in_brackets():
    found = people(
        "G7 Difesa",
        "Il ministro Ada Quill ha accolto gli omologhi dei Paesi membri del gruppo, Ben Orr (Canada), Cy Ray (Germania), Dee Lane (Stati Uniti).",
    )
    assert {p.name: (p.country, p.function) for p in found if p.name != "Ada Quill"} == {
        "Ben Orr": ("CAN", "participant"),
        "Cy Ray": ("DEU", "participant"),
        "Dee Lane": ("USA", "participant"),
    }
