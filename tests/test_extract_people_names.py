"""Who is named and in which office, where that is hard to see; people in lists, in transcripts and by the surname alone."""

import pytest

from g7data.extract.page import Page
from g7data.extract.people import read_people
from g7data.reading import read_page
from tests.linear_time import assert_quick

TITLE = "Statement of the G7 Ministers on Cables"
OTHER = "The seven of them spoke about the sea and the cables in it for two days, and agreed."


def people(*paragraphs, title=TITLE):
    page = Page(
        read_page("\n\n".join((title, *paragraphs)).encode(), "text/plain", "utf-8"), "https://g7-texts.example/x"
    )
    return {person.name: person for person in read_people(page)}


@pytest.mark.parametrize(
    ("sentence", "name", "role", "country"),
    [
        ("Con la direttrice del Fondo monetario internazionale (FMI), Ada Quill, hanno parlato.", "Ada Quill", "direttrice del Fondo monetario internazionale", None),
        ("Vi era il segretario generale dell'International Transport Forum (ITF) Ada Quill.", "Ada Quill", "segretario generale dell'International Transport Forum", None),
        ("È presieduto dal Vicepresidente del Consiglio nonché Ministro dei Trasporti, Ada Quill.", "Ada Quill", "Vicepresidente del Consiglio nonché Ministro dei Trasporti", "ITA"),
        ("Viaggia il presidente del Consiglio Ue Ada Quill.", "Ada Quill", "presidente del Consiglio Ue", "EUE"),
        ("Viaggia il Capo della Farnesina, Ada Quill.", "Ada Quill", "Capo della Farnesina", None),
        ("Viaggia il presidente dell'Eurogruppo, Ada Quill.", "Ada Quill", "presidente dell'Eurogruppo", None),
        ("Viaggia il Vice Segretario ai Trasporti Ada Quill.", "Ada Quill", "Vice Segretario ai Trasporti", None),
        ("La responsable de la politique étrangère de l'UE Ada Quill voyage.", "Ada Quill", "responsable de la politique étrangère de l'UE", "EUE"),
        ("La garde des Sceaux, Ada Quill, voyage.", "Ada Quill", "garde des Sceaux", None),
        ("Le Président mauritanien QUILLANI (voyage) est parti.", "QUILLANI", "Président mauritanien", "MRT"),
        ("Es fehlt Vorstandsmitglied Ada Quill.", "Ada Quill", "Vorstandsmitglied", None),
        ("Viaja el secretario de Estado estadounidense, Ada Quill.", "Ada Quill", "secretario de Estado estadounidense", "USA"),
        ("Viaja la canciller canadiense Ada Quill.", "Ada Quill", "canciller canadiense", "CAN"),
        ("我が国の竹内外務副大臣である。", "竹内", "外務副大臣", "JPN"),
        ("我が国の木内経済再生相である。", "木内", "経済再生相", "JPN"),
        ("馳文部科学大臣である。", "馳", "文部科学大臣", "JPN"),
        ("このうち林大臣は遠くにいる。", "林", "大臣", None),
        ("一方緑川外務大臣は遠くにいる。", "緑川", "外務大臣", None),
        ("グリーン米国国際開発庁(USAID)長官である。", "グリーン", "米国国際開発庁(USAID)長官", "USA"),
        ("クイル国際協力・開発担当欧州委員である。", "クイル", "国際協力・開発担当欧州委員", "EUE"),
        ("アダ・クイル・ドイツ連邦共和国副首相兼経済・気候保護大臣(Dr. Ada Quill, Federal Minister for Economic Affairs)である。", "アダ・クイル", "ドイツ連邦共和国副首相兼経済・気候保護大臣", "DEU"),
    ],
)  # fmt: skip
def test_an_office_is_found_behind_brackets_first_offices_and_adjectives(sentence, name, role, country):
    (person,) = people(sentence, OTHER).values()
    assert (person.name, person.role, person.country) == (name, role, country)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Der Brief kam von Wolfgang Schäuble.", "Wolfgang Schäuble"),
        ("La lettre qu'Emmanuel Macron a lue est longue.", "Emmanuel Macron"),
        ("La lettre de Valéry Giscard d’Estaing est longue.", "Valéry Giscard d’Estaing"),
        ("The letter of Paul O’Neill is long.", "Paul O’Neill"),
        ("Die Kanzlerin Ada Quill zu Beginn des Treffens.", "Ada Quill"),
        ("Es stellten sich Kanzlerin Ada Quill den Fragen der Presse.", "Ada Quill"),
    ],
)
def test_accents_and_elisions_hide_nobody_and_prepositions_end_a_name(sentence, name):
    assert list(people(sentence, OTHER)) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "アフリカ連合委員長、国連事務総長が来た。",
        "G7新潟・財務大臣会合が開かれた。",
        "駐日英国大使が来た。",
        "連邦家庭・女性・青少年大臣が来た。",
        "La ministra de Relaciones Exteriores de Canadá viaja.",
        "O Ministro das Relações Exteriores da Ucrânia viaja.",
        "The Secretary General of the International Criminal Police Organization travels.",
        "Das sagte die Sprecherin des Ministeriums zu Journalisten.",
        "We call on the Lukashenko regime in 2022 to free them.",
        "G7新潟財務大臣・中央銀行総裁会議が開かれました。",
    ],
)
def test_words_of_bodies_and_of_offices_are_no_names(sentence):
    assert people(sentence, OTHER) == {}


def test_ministers_in_one_list_share_the_office_and_have_the_countries_behind_them():
    found = people("Hanno partecipato i Ministri Ada Quill (Canada), Ben Orr (Francia), Jun Aoki (Giappone), e altri.")
    assert {name: (p.country, p.function) for name, p in found.items()} == {
        "Ada Quill": ("CAN", "participant"),
        "Ben Orr": ("FRA", "participant"),
        "Jun Aoki": ("JPN", "participant"),
    }


@pytest.mark.parametrize(
    "caption",
    [
        "From left, Prime Minister Ada Quill and President Ben Orr.",
        "De gauche à droite, la ministre Ada Quill et le ministre Ben Orr.",
        "Von links nach rechts: Ministerin Ada Quill und Minister Ben Orr.",
        "Da sinistra, il ministro Ada Quill e il ministro Ben Orr.",
    ],
)
def test_who_is_in_the_photograph_is_there(caption):
    assert {name: p.function for name, p in people(OTHER, caption, OTHER).items()} == {
        "Ada Quill": "participant",
        "Ben Orr": "participant",
    }


def test_a_japanese_list_gives_the_country_the_name_and_the_office_in_one_line_or_two():
    found = people(
        "会合が開かれた。",
        "フランス：アダ・クイル エコロジー移行・地域結束大臣付交通担当大臣\n\nイタリア：ベン・オール 副首相兼インフラ交通大臣（議長）\n\nド イ ツ：カラ ポルト\n\n連邦家庭・青少年大臣\n\n"
        "日 本：青山 花子\n\n女性活躍担当大臣",
        title="G7大臣会合の出席者",
    )  # fmt: skip
    assert {name: (p.country, p.role, p.function) for name, p in found.items()} == {
        "アダ・クイル": ("FRA", "エコロジー移行・地域結束大臣付交通担当大臣", "participant"),
        "ベン・オール": ("ITA", "副首相兼インフラ交通大臣", "chair"),
        "カラ ポルト": ("DEU", "連邦家庭・青少年大臣", "participant"),
        "青山 花子": ("JPN", "女性活躍担当大臣", "participant"),
    }


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Conférence de presse de Mme Ada Quill, Présidente de la République", OTHER),
        ("Pressestatement von Bundeskanzlerin Ada Quill zum Abschluss des G7-Gipfels", OTHER),
        ("Ministerin Ada Quill vor dem G7-Gipfel", "Min'in Quill: Meine Damen und Herren, wir haben viel über Kabel gesprochen."),
        ("Interview on the G7", "Prime Minister Ada Quill: The cables lie in the sea, and that is where they should be."),
        ("Press Briefing on the G7 Summit", "Ada Quill, Assistant to the President\n\n3:32 P.M. EDT\n\n" + OTHER),
        ("Transcript of the G7 talk", "Minister Ada Quill gave an interview to the paper."),
        ("Conferenza stampa del G7", "Trascrizione della conferenza stampa del ministro Ada Quill sui cavi."),
    ],
)  # fmt: skip
def test_whose_press_conference_it_is_speaks(title, lines):
    assert people(lines, OTHER, title=title)["Ada Quill"].function == "speaker"


@pytest.mark.parametrize(
    ("title", "lines", "function"),
    [
        ("From Rome to Ada Quill: no G7 cables", "The letter went to President Ada Quill.", "mentioned"),
        ("G7 cables", "Minister Ada Quill: “The cables lie in the sea, where they should be.”", "quoted"),
    ],
)
def test_a_colon_alone_makes_no_speaker(title, lines, function):
    assert people(lines, OTHER, title=title)["Ada Quill"].function == function


def test_who_is_named_behind_a_quotation_is_quoted_whatever_the_verb():
    found = people("“The cables are in the sea, where they should be”, mused Minister Ada Quill over tea.")
    assert found["Ada Quill"].function == "quoted"


def test_a_few_quoted_words_in_a_sentence_are_not_those_of_its_subject():
    found = people("They agree that Minister Ada Quill “must not lose the cables in the sea”.")
    assert found["Ada Quill"].function == "mentioned"


def test_heads_in_office_are_known_by_the_surname_alone():
    found = people("The seven met in Hiroshima in 2023 and a letter to Macron lay there.", OTHER)
    assert {name: (p.country, p.function) for name, p in found.items()} == {"Macron": ("FRA", "mentioned")}
    assert people("The seven met in Lyon in 1996 and a letter to Macron lay there.", OTHER) == {}


def test_heads_of_several_members_named_together_were_there():
    sentence = (
        "{} and President Joe Biden stood by the sea in 2023, as did Emmanuel Macron and Fumio Kishida, in the wind."
    )
    four = people(sentence.format("Rishi Sunak"))
    assert {p.function for p in four.values()} == {"participant"}
    two = people("In 2023 a book on Rishi Sunak and Joe Biden lay by the sea.")
    assert {p.function for p in two.values()} == {"mentioned"}


@pytest.mark.parametrize(
    "unit",
    ["\"Ada Quill, ", "「青山大臣", "日本：アア ", "hat Minister Xy ", "Minister Xy hat ", "Ministers Ab Cd (Ef), ", "Macron ", "Xy: a ", "Minister Xy, and ", "von ", "so Präsident "],
)  # fmt: skip
def test_long_texts_of_one_phrase_take_no_long_time(unit):
    text = TITLE + "\n\n" + unit * (50_000 // len(unit)) + "."
    page = Page(read_page(text.encode(), "text/plain", "utf-8"), "https://g7-texts.example/x")
    assert page.layout
    assert_quick(lambda: read_people(page), 2)


def test_offices_that_begin_in_kana_end_the_name_before_them():
    found = people(
        "G7各国からは、フランスのクロエ・プーパールインフラ・交通・海洋総局長、ドイツのアーダ・ドブリント連邦交通・デジタルインフラ大臣、EUのベン・ブルツ欧州委員会運輸担当委員が出席しました。",
        title="G7交通大臣会合",
    )
    assert {p.name: (p.role, p.country) for p in found.values()} == {
        "クロエ・プーパール": ("インフラ・交通・海洋総局長", "FRA"),
        "アーダ・ドブリント": ("連邦交通・デジタルインフラ大臣", "DEU"),
        "ベン・ブルツ": ("欧州委員会運輸担当委員", "EUE"),
    }


def test_the_sign_of_a_country_in_brackets_behind_an_office_says_whose_it_is():
    found = people(
        "青山厚生労働大臣(日)\nバーウル保健福祉長官(米)\nトゥーレヌ社会問題・保健・女性の権利大臣(仏)",
        title="G7保健大臣会合の出席者",
    )
    assert {name: p.country for name, p in found.items()} == {"青山": "JPN", "バーウル": "USA", "トゥーレヌ": "FRA"}


def test_whom_our_country_sent_is_said_once_for_all():
    found = people(
        "我が国からは、青山環境大臣/気候変動担当、緑川経済産業大臣、赤井環境副大臣及び白石経済産業副大臣が参加しました。",
        title="G7環境大臣会合",
    )
    assert {name: p.country for name, p in found.items()} == dict.fromkeys(("青山", "緑川", "赤井", "白石"), "JPN")


def test_a_family_name_alone_and_the_whole_name_with_a_blank_are_one_person():
    assert list(
        people("青山 花子 大臣", "青山大臣は、G7大臣会合に出席し、海について話しました。", title="青山大臣とG7")
    ) == ["青山 花子"]


def test_words_of_telling_begin_no_name():
    assert list(people("Così Ada Quill, ministro delle Imprese, durante la conferenza stampa.")) == ["Ada Quill"]
    assert list(people("C’est Ada Quill, ministre de la Santé, qui a accueilli les autres.")) == ["Ada Quill"]
    assert list(people("AUCH UKRAINISCHER RESSORTCHEF ERWARTET", "Es sprach Ministerin Ada Quill.")) == ["Ada Quill"]


def test_a_japanese_list_names_bodies_by_their_short_and_their_long_name():
    found = people(
        "英国:バーウル農業・食糧・海洋環境担当大臣\nFAO(国連食糧農業機関):グスタフ事務局次長\nフランス:ダーナ駐日大使",
        title="G7農業大臣会合の出席者",
    )
    assert {name: p.function for name, p in found.items()} == dict.fromkeys(
        ("バーウル", "グスタフ", "ダーナ"), "participant"
    )


def test_bodies_behind_their_representatives_are_no_people():
    assert people("Vi saranno i rappresentanti delle Organizzazioni internazionali Interpol, Oim, Unhcr, Unodc.") == {}


def test_a_country_of_two_signs_inside_a_name_is_none():
    found = people(
        "ウクライナのデニス・マリウスカ司法大臣、カリム・カーンICC主任検察官が参加しました。", title="G7司法大臣会合"
    )
    assert {name: p.role for name, p in found.items()} == {
        "デニス・マリウスカ": "司法大臣",
        "カリム・カーン": "ICC主任検察官",
    }


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("The talks went well, China's central bank chief Quill Ada said.", "Quill Ada", "central bank chief", "CHN"),
        ("EU foreign policy chief Ada Quill said that the G7 agreed.", "Ada Quill", "EU foreign policy chief", "EUE"),
        (
            "The Minister met with Ada Quill, the United States' Secretary of Agriculture.",
            "Ada Quill",
            "Secretary of Agriculture",
            "USA",
        ),
        ("Foreign Minister Ada Quill of the Republic of Italy came to the G7.", "Ada Quill", "Foreign Minister", "ITA"),
        (
            "Foreign Minister Ada Quill of the Kingdom of Belgium came to the G7.",
            "Ada Quill",
            "Foreign Minister",
            "BEL",
        ),
        (
            "Commissioner for European Neighbourhood Ada Quill came to the G7.",
            "Ada Quill",
            "Commissioner for European Neighbourhood",
            None,
        ),
    ],
)
def test_an_office_with_its_country_in_words_of_its_own(text, name, role, country):
    found = read_people(Page(read_page(text.encode(), "text/plain", "utf-8"), "https://x.example/a"))
    assert [(p.name, p.role, p.country) for p in found] == [(name, role, country)]


def test_a_body_that_sends_an_envoy_is_no_person():
    text = "Ministers Quill and Orr, Quartet Special Envoy Cyd Vane joined the G7 ministers."
    found = read_people(Page(read_page(text.encode(), "text/plain", "utf-8"), "https://x.example/a"))
    assert [p.name for p in found] == ["Quill", "Orr", "Cyd Vane"]


def test_a_family_name_that_comes_first_is_known_again():
    text = "Mr. Quillmura Ada, Minister of Trade, came to the G7. Minister Quillmura said that it was good."
    found = read_people(Page(read_page(text.encode(), "text/plain", "utf-8"), "https://x.example/a"))
    assert [p.name for p in found] == ["Quillmura Ada"]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        (
            "Sono presenti i commissari all'Energia, Ada Quill, al Clima Ben Orr, all'Ambiente Cy Ray.",
            {"Ada Quill": "commissari all'Energia", "Ben Orr": "al Clima", "Cy Ray": "all'Ambiente"},
        ),
        (
            "Parlano i commissari all'Energia Ada Quill, al Clima Ben Orr e il ministro Cy Ray.",
            {"Ada Quill": "commissari all'Energia", "Ben Orr": "al Clima", "Cy Ray": "ministro"},
        ),
        (
            "Los comisarios europeos de Energía, Ada Quill; del Clima, Ben Orr, y del Medioambiente, Cy Ray, están aquí.",
            {"Ada Quill": "comisarios europeos de Energía", "Ben Orr": "del Clima", "Cy Ray": "del Medioambiente"},
        ),
        (
            "Il commissario per l’ambiente, gli affari marittimi e la pesca Ada Quill è qui.",
            {"Ada Quill": "commissario per l’ambiente, gli affari marittimi e la pesca"},
        ),
        ("El comisario de Energía y Kartera, Ada Quill, habló.", {"Ada Quill": "comisario de Energía y Kartera"}),
        ("H.E. Ada Quill ministro della Cultura giapponese, è qui.", {"Ada Quill": "ministro della Cultura giapponese"}),
        ("M. QUILL, ministre adjoint principal des Affaires étrangères, est là.", {"QUILL": "ministre adjoint principal des Affaires étrangères"}),
        ("Ex-Bundesministerin Ada Quill kam.", {"Ada Quill": "Ex-Bundesministerin"}),
        ("Federal Minister for Women’s Affairs Ada Quill came.", {"Ada Quill": "Federal Minister for Women’s Affairs"}),
        (
            "Il vicedirettore generale Mercato interno, Industria e PMI dell’Unione Europea Ada Quill è qui.",
            {"Ada Quill": "vicedirettore generale Mercato interno, Industria e PMI dell’Unione Europea"},
        ),
        ("Il direttore di Interpol Ada Quill è qui.", {"Ada Quill": "direttore di Interpol"}),
        ("La direttrice generale Omc Ada Quill è qui.", {"Ada Quill": "direttrice generale Omc"}),
        ("El director general de la FAO, Ada Quill, está aquí.", {"Ada Quill": "director general de la FAO"}),
        (
            "El director de la Organización de las Naciones Unidas para la Agricultura (FAO), Ada Quill, está aquí.",
            {"Ada Quill": "director de la Organización de las Naciones Unidas para la Agricultura"},
        ),
        ("Vi erano la Commissaria europea V. Quill e altri.", {"V. Quill": "Commissaria europea"}),
        (
            "Il Ministro francese incaricato dei trasporti, Ada Quill, è qui.",
            {"Ada Quill": "Ministro francese incaricato dei trasporti"},
        ),
        ("The IMF Managing Director De Quill came.", {"De Quill": "IMF Managing Director"}),
        ("El presidente de Estados Unidos, Ada Quill, está aquí.", {"Ada Quill": "presidente de Estados Unidos"}),
        (
            "I ministri dell'Interno francese, Ada Quill, tedesco Ben Orr e canadese Cy Ray sono qui.",
            {"Ada Quill": "ministri dell'Interno francese", "Ben Orr": "tedesco", "Cy Ray": "canadese"},
        ),
        ("Il ministro della Cultura Ada Quill, a accolto tutti, e a tutti piace.", {"Ada Quill": "ministro della Cultura"}),
    ],
)  # fmt: skip
def test_offices_reach_over_lists_nouns_and_adjectives(words, roles):
    assert {name: p.role for name, p in people(words, title="Note on the G7").items()} == roles
