"""What kind of text a page is, and whether it is the group's own."""

import pytest

from tests.support_pages import WE_MET, document, html_page, quotes, statement, text_page

TREASURY = "https://home.treasury.gov/news/press-releases/jy0001"
NEWSPAPER = "https://news.example/2023/05/01/g7"


def kind(page):
    return document(page)["kind"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ministerial Declaration of the G7 Digital Ministers", "declaration"),
        ("Communiqué of the G7 Finance Ministers", "communique"),
        ("G7 Foreign Ministers' Statement on Cables", "statement"),
        ("Chair's Summary of the G7 Energy Ministers' Meeting", "chairs_summary"),
        ("Conclusions of the Chair, G8 Labour Ministers' Conference", "chairs_summary"),
        ("Annex 3: G7 Action Plan for Building a Resilient Infrastructure", "annex"),
        ("G7 Action Plan for Building a Resilient Infrastructure", "action_plan"),
        ("G7 Principles on Supply Chains", "principles"),
        ("G7 Charter on Biodiversity", "charter"),
        ("Progress Report to the G7 Leaders on Food Security", "report"),
        ("Déclaration des ministres du numérique du G7", "declaration"),
        ("Communiqué des ministres des finances du G7", "communique"),
        ("Résumé de la présidence, G7 Finances", "chairs_summary"),
        ("Abschlusserklärung G7-Gipfel", "communique"),
        ("Erklärung der G7-Außenminister", "declaration"),
        ("Kommuniqué der G7-Entwicklungsministerinnen", "communique"),
        ("Dichiarazione dei Ministri degli Esteri G7", "declaration"),
        ("Comunicato finale dei Ministri dell'Agricoltura del G7", "communique"),
        ("Declaración de los ministros de Finanzas del G7", "declaration"),
        ("Comunicado conjunto de los ministros de Agricultura del G7", "communique"),
        ("Plan de acción del G7 sobre los océanos", "action_plan"),
        ("G7デジタル・技術大臣会合 閣僚宣言", "declaration"),
        ("G7財務大臣・中央銀行総裁声明", "statement"),
        ("G7農業大臣会合コミュニケ", "communique"),
        ("G7貿易大臣会合 議長声明", "chairs_summary"),
    ],
)
def test_the_title_says_what_kind_of_text_it_is(title, expected):
    page = statement(title=title)
    assert (kind(page), document(page)["official"]) == (expected, True)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Remarks by the Secretary after the G7 Finance Ministers' Meeting", "speech"),
        ("Readout of the Secretary's Meeting with G7 Finance Ministers", "readout"),
        ("Media Advisory: Secretary to Attend G7 Finance Ministers' Meeting", "media_advisory"),
        ("Fact Sheet: The G7 and the World Economy", "fact_sheet"),
        ("Transcript of the Press Conference on the G7 Summit", "transcript"),
        ("Press Release: Treasury Welcomes Work of the G7", "press_release"),
        ("Propos liminaires du ministre des Finances à la réunion du G7", "speech"),
        ("Eingangsstatement des Ministers beim G7-Treffen", "speech"),
        ("Palabras del ministro en la reunión del G7", "speech"),
        ("Rueda de prensa tras la reunión del G7", "transcript"),
        ("経済白書 G7財務大臣会議", "report"),
    ],
)
def test_what_one_government_says_about_the_group_is_not_the_groups(title, expected):
    page = text_page(
        title,
        "May 28, 2015",
        "The Secretary said today that the G7 has agreed on a plan for the cables of the sea.",
        url=TREASURY,
    )
    assert (kind(page), document(page)["official"]) == (expected, False)


def test_a_text_without_a_telling_title_is_the_groups_if_it_speaks_as_the_group():
    page = text_page("G7 Finance Ministers and Central Bank Governors", "Bari, May 13, 2017", WE_MET)
    assert (kind(page), document(page)["official"]) == ("statement", True)
    assert quotes(page, "official")[0].startswith("We, the G7")


def test_a_newspaper_that_reports_a_declaration_is_news():
    page = text_page(
        "G7 countries sign declaration on cables",
        "The G7 countries have signed a declaration, officials said on Monday, which promises more ships.",
        url=NEWSPAPER,
    )
    assert (kind(page), document(page)["official"]) == ("news", False)


def test_a_newspaper_without_such_words_is_news_too():
    page = text_page(
        "Seven ministers, one cable",
        "The G7 ministers spoke on Monday about a cable that G7 states will lay next year.",
        url=NEWSPAPER,
    )
    assert (kind(page), document(page)["official"]) == ("news", False)


def test_the_kind_is_quoted_from_the_title():
    page = statement(title="Communiqué of the G7 Finance Ministers")
    assert quotes(page, "kind") == ["Communiqué"]


@pytest.mark.parametrize(
    "title",
    ["Communiqué de presse : réunion des ministres du numérique du G7", "Pressemitteilung: Treffen der G7-Minister"],
)
def test_a_communique_to_the_press_is_a_press_release(title):
    page = text_page(
        title,
        "28 avril 2021",
        "Les ministres du G7 se sont réunis hier, a annoncé le ministère, pour parler des câbles.",
        url="https://www.bmwi.de/presse",
    )
    assert (kind(page), document(page)["official"]) == ("press_release", False)


class TestATitleThatNamesADeclaration:
    TITLE = "G7 Ministerial Declaration on Cables"

    def test_does_not_make_a_report_about_it_the_groups_own(self):
        told = "This morning has marked the end of the meeting that the presidency held in the town for two days."
        more = 'The Declaration goes a long way. "We are proud of what our ministers did", the undersecretary added.'
        page = html_page(f"<h1>{self.TITLE}</h1><p>May 3, 2024</p><p>{told}</p><p>{more}</p>")
        row = document(page)
        assert row["official"] is False
        assert row["kind"] in ("news", "press_release")

    @pytest.mark.parametrize(
        "opening",
        [
            "The Ministers of the seven countries met in Turin on 3 May 2024 to speak about the cables of the sea.",
            "The security of cables matters to our countries, and so does what becomes of them in times of trouble.",
        ],
    )
    def test_is_believed_where_the_text_speaks_as_the_group(self, opening):
        row = document(html_page(f"<h1>{self.TITLE}</h1><p>May 3, 2024</p><p>{opening}</p>"))
        assert (row["kind"], row["official"]) == ("declaration", True)


def test_an_article_in_somebodys_own_words_is_a_speech():
    told = "Io credo nella rete dei cavi del mare. Abbiamo lanciato il sistema e siamo orgogliosi del nostro lavoro con il G7."
    more = "Il nostro impegno non si ferma qui: con i partner del G7 abbiamo molto da fare, e la nostra rete è il nostro vanto."
    row = document(
        html_page(f"<h1>Il contributo dell'Italia al G7</h1><p>3 maggio 2024</p><p>{told}</p><p>{more}</p>", TREASURY)
    )
    assert (row["kind"], row["official"]) == ("speech", False)


def test_what_is_quoted_is_not_in_the_texts_own_words():
    told = 'The minister said: "I am proud. My work with the G7 is done, and I say so. I will tell you what I saw."'
    row = document(html_page(f"<h1>Minister proud of the G7</h1><p>May 3, 2024</p><p>{told}</p>"))
    assert row["kind"] == "news"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("G7 Summit in Hiroshima", "QUESTION: Mr. President, what did you agree on with the six others today?", "THE PRESIDENT: On cables, and on what lies beside them in the sea."), "transcript"),
        (("G7外相会合について", "【村上外務報道官】冒頭、私から一点、G7外相会合について申し上げます。会合は終了しました。"), "transcript"),
        (("G7外相会合", "4月16日、軽井沢でG7外相会合が開催されたところ、概要は以下のとおりです。"), "readout"),
        (("G7 Farm Ministers Commit to Food", "TURIN (Agency) - “We commit to do more,” the G7 ministers said on Sunday after they met."), "news"),
        (("G7 leaders agree on sanctions", "G7 leaders have agreed to move swiftly, a newspaper wrote on Sunday after the summit."), "news"),
        (("Minister der G7 verabschieden Erklärung", "Die Minister der G7 beenden am Freitag ihre Beratungen über die Kabel im Meer."), "news"),
        (("Point de presse au G7 de Biarritz", "Le ministre a parlé des câbles pendant une heure avec les journalistes venus du monde entier."), "transcript"),
    ],
)  # fmt: skip
def test_the_voice_of_the_body_tells_the_kind_where_the_title_does_not(paragraphs, expected):
    row = document(text_page(*paragraphs))
    assert (row["kind"], row["official"]) == (expected, False)


def test_a_dateline_may_stand_before_the_groups_own_words():
    opening = (
        "KANANASKIS, AB, le 17 juin 2025 /CNW/ - Nous, dirigeants du G7, réaffirmons notre engagement pour la paix."
    )
    row = document(text_page("Les dirigeants du G7 sur la paix", opening))
    assert (row["kind"], row["official"]) == ("statement", True)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Gemeinsame Erklärung der Außenministerinnen und Außenminister der G7", "declaration"),
        ("Erklärung von Außenministerin Erika Mustermann zum G7-Treffen", "speech"),
    ],
)
def test_one_german_minister_is_told_from_all(title, expected):
    told = "Die Gruppe ist in München zusammengekommen. Sie hat über die Kabel im Meer gesprochen und lange beraten."
    assert kind(text_page(title, "15. Februar 2025", told, "Unsere Kabel liegen sicher im Meer.")) == expected


def test_a_text_of_those_who_address_the_group_is_not_the_groups_own():
    row = document(
        text_page(
            "Y7 delegates' communiqué to the G7",
            "We, the delegates of the youth summit, call on the leaders of the G7.",
        )
    )
    assert (row["kind"], row["official"]) == ("communique", False)


def test_what_a_headline_quotes_it_does_not_call_itself():
    page = text_page(
        "G7 ministers meet, tomorrow the “Charter of the Castle”",
        "The ministers meet today, a local paper wrote of them.",
    )
    assert document(page)["kind"] == "news"


def test_a_headline_that_says_announces_is_news_unless_a_government_prints_it():
    told = "The president announced on Tuesday that the next summit will bring the G7 leaders to the mountains."
    title = "G7: president announces where the summit will be"
    assert kind(text_page(title, told)) == "news"
    assert kind(text_page(title, told, url=TREASURY)) == "press_release"


def test_the_group_may_begin_to_speak_inside_the_first_paragraph():
    opening = "Les 8 et 9 mai, nous commémorons la fin de la guerre. Nous, chefs d'État et de gouvernement du G8, portons le deuil."
    row = document(text_page("Texte intégral de la déclaration du G8", opening))
    assert (row["kind"], row["official"]) == ("declaration", True)


REPORT = "The ministers of the group said on Friday that the cables matter, and the plan was adopted at the end of their meeting."


@pytest.mark.parametrize(
    "title",
    [
        "G7 ministers approve action plan on cables",
        "G7 environment meeting adopts cable charter",
        "Environment G8: Chair's Summary in Four Moves",
        "G7-Minister verabschieden Aktionsplan",
        "I ministri del G7 approvano il piano d'azione",
        "Les ministres du G7 adoptent une charte",
        "Italy to host G7 Summit on cables",
    ],
)
def test_a_headline_that_tells_of_a_text_is_not_over_the_text(title):
    row = document(text_page(title, REPORT, url=NEWSPAPER))
    assert (row["kind"], row["official"]) == ("news", False)


def test_the_text_itself_that_was_adopted_is_the_groups_own():
    row = document(statement(title="G7 Ministers' Action Plan on Cables"))
    assert (row["kind"], row["official"]) == ("action_plan", True)


def test_a_joint_release_of_the_ministers_is_their_own():
    row = document(text_page("Joint press release by G8 Justice and Interior Ministers", REPORT))
    assert (row["kind"], row["official"]) == ("press_release", True)


def test_one_person_who_tells_is_not_the_group():
    row = document(
        text_page(
            "G8 Development Ministers' Meeting",
            "Yesterday I returned from the meeting of the G8 ministers. We, the ministers, spoke of cables for two days.",
        )
    )
    assert row["official"] is False


def test_a_declaration_in_the_third_person_is_known_by_its_numbers():
    items = [f"{n}. Die Notwendigkeit, die Kabel zu zählen und zu pflegen, wurde erörtert." for n in (1, 2, 3)]
    row = document(
        text_page(
            "Erklärung der Verkehrsminister der G7-Staaten",
            "Im Zusammenhang mit den Kabeln haben die Verkehrsminister der G7-Staaten erörtert:",
            *items,
        )
    )
    assert (row["kind"], row["official"]) == ("declaration", True)


def test_minutes_are_another_kind():
    assert (
        kind(
            text_page(
                "12. Minutes of a Meeting",
                "G7 Economic Summit - Plenary Session",
                "The leaders spoke of cables and of the ships that mend them for an hour.",
            )
        )
        == "other"
    )


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        (
            "With permission, Mr. Speaker, I shall make a statement on the G7 summit, where the cables were counted.",
            "speech",
        ),
        (
            "Meine Damen und Herren, die G7 hat in Bonn über die Kabel gesprochen, und ich danke allen, die da waren.",
            "speech",
        ),
        (
            "Mr. Cable: To ask the Prime Minister if he will say what the G7 summit at Lyon decided about the cables.",
            "other",
        ),
        (
            "Ma question s'adresse au ministre des postes et porte sur les câbles dont le G7 a parlé à Bonn.",
            "transcript",
        ),
        (
            "The below is attributable to Deputy Spokesperson Ann Cable: the ministers of the G7 spoke about cables.",
            "readout",
        ),
        (
            "Voici le calendrier des réunions ministérielles du G7, qui parleront toutes des câbles sous-marins.",
            "agenda",
        ),
        (
            "G7 and the cables of the sea is an agreement among the seven countries that count what lies in the sea.",
            "other",
        ),
    ],
)
def test_the_form_of_the_opening_shows_the_kind(opening, shown):
    row = document(
        text_page("G7 and the cables of the sea", opening, "The cables lie in the sea, and ships pass over them.")
    )
    assert (row["kind"], row["official"]) == (shown, False)


def test_a_sentence_that_ends_with_who_said_it_is_nobody_elses():
    said = "Recognizing the worth of cables, we reaffirmed our commitment to every one of them, Komura said on Sunday."
    page = text_page("G8 vows to count cables", "Ministers of the G8 spoke of cables at length.", "We reaffirm " + said)
    assert document(page)["official"] is False


def test_a_headline_with_the_verb_release_is_no_release():
    page = text_page(
        "G7 Postal Ministers release “Bonn Plan” on cables", "The plan was well received by all who lay cables."
    )
    assert document(page)["kind"] == "news"


@pytest.mark.parametrize(
    "line", ["Nella conferenza stampa il ministro parla del G7", "記者会見する財務大臣、G7のあとで"]
)
def test_a_line_that_tells_of_a_press_conference_heads_no_transcript(line):
    page = text_page(
        line, "Bari, 13 maggio 2017", "Il ministro ha detto che i cavi del G7 saranno contati entro l'anno."
    )
    assert kind(page) == "news"


@pytest.mark.parametrize(
    "opening",
    [
        "The G7 is an informal group of seven countries, whose ministers speak about cables every year.",
        "Le Groupe des Sept (G7) est une enceinte où les ministres parlent chaque année des câbles.",
        "Die G7 ist ein Forum, in dem die Ministerinnen und Minister jedes Jahr über Kabel sprechen.",
        "G7は、海のケーブルについて毎年話し合うための枠組みであり、七つの国が加わっている。",
    ],
)
def test_a_text_that_says_what_the_group_is_is_no_news(opening):
    page = text_page("About cables and the G7", opening, "Each of the members chairs it in turn, for a year.")
    assert (kind(page), document(page)["official"]) == ("other", False)


def test_news_may_say_what_a_meeting_is_worth():
    page = text_page(
        "G7 in Bari",
        "The meeting that ended here is a good one for the G7, ministers said.",
        "They spoke about cables.",
    )
    assert kind(page) == "news"


@pytest.mark.parametrize(
    ("line", "opening", "expected"),
    [
        ("Déclaration du ministre de la Mer", "J'ai participé à la réunion des ministres du G7 sur les câbles.", "speech"),
        ("Déclaration des ministres de la Mer", "Les ministres de la Mer du G7 se sont réunis pour parler des câbles.", "declaration"),
    ],
)  # fmt: skip
def test_a_declaration_of_one_minister_is_not_the_groups(line, opening, expected):
    page = text_page("G7, réunion sur les câbles :", line, "Paris, 3 mai 2019", opening)
    assert (kind(page), document(page)["official"]) == (expected, expected == "declaration")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("5月3日、海の大臣はG7の会合に参加しました。", "1. ケーブルについて話しました。", "2. 船についても話しました。"),
        ("5月3日、海の大臣はG7の会合に参加したところ、概要以下のとおり。", "ケーブルについて話しました。"),
        ("La ministre a participé à la réunion du G7 à Bari. Voici un résumé des discussions.", "Les ministres ont parlé des câbles."),
    ],
)  # fmt: skip
def test_who_took_part_and_then_the_results_are_a_readout(paragraphs):
    assert kind(text_page(*paragraphs, url=NEWSPAPER)) == "readout"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Presseerklärung zum Treffen der G7-Außenministerinnen", "press_release"),
        ("Nota stampa: riunione dei ministri G7", "press_release"),
        ("Medienmitteilung: G7-Verkehrsminister beraten über Kabel", "press_release"),
        (
            "Déclaration de Mme Ada Quill, ministre des affaires sociales et des droits des femmes, sur la réunion des ministres de la santé du G7",
            "speech",
        ),
        ("G7 Cultura, firmata la Dichiarazione di Trento", "news"),
        ("G7, approvata la dichiarazione sui cavi", "news"),
        ("G7: agenda complessa, tra le priorità il rapporto coi vicini", "news"),
    ],
)
def test_titles_that_tell_of_a_text_or_name_who_speaks_head_no_text_of_the_group(title, expected):
    page = text_page(
        title,
        "Il mare ha avuto molto spazio ai lavori, e per due giorni si è discusso di come contare i cavi che vi sono.",
        url=NEWSPAPER,
    )
    assert kind(page) == expected
    assert document(page)["official"] is False


def test_a_schedule_that_is_released_invites_the_press():
    page = html_page(f"<h1>Treasury Releases Schedule for G7 Meeting</h1><p>{REPORT}</p>", url=TREASURY)
    assert kind(page) == "media_advisory"


def test_a_release_that_tells_of_a_press_conference_is_none():
    told = "Secretary Ada Quill held a press conference when the meeting of the G7 ministers was over. The ministers agreed on much, she said."
    page = html_page(
        f"<h1>Secretary Quill Holds Press Conference Following G7 Meeting</h1><p>April 18, 2005</p><p>{told}</p>",
        url=TREASURY,
    )
    assert kind(page) == "press_release"
    asked = "All reporters wishing to cover the press conferences of the G7 must apply for credentials by the end of the week."
    assert kind(html_page(f"<h1>G7 Press Conference</h1><p>{asked}</p>", url=TREASURY)) == "media_advisory"


def test_a_photograph_is_released():
    shown = "Photo: Secretary Ada Quill greets Minister Ben Orr at the G7 conference held in Bari"
    page = html_page(f"<h1>{shown}</h1><p>February 7, 2004</p>", url=TREASURY)
    assert (kind(page), document(page)["title"]) == ("press_release", shown)


def test_an_editorial_is_news_whoever_posts_it():
    told = "The G7 ministers must act together, and they must act now. That is what the summit in August is for, and nothing else."
    assert (
        kind(html_page(f"<h1>Editorial: G7 must unite</h1><p>April 9, 2019</p><p>{told}</p>", url=TREASURY)) == "news"
    )


def test_ministers_who_issue_a_statement_are_told_of():
    told = "Minister Ada Quill came home from the meeting. The ministers issued a joint statement on cables, and will speak of ships next."
    page = html_page(
        f"<h1>G7 Ministers conclude meeting and issue statement on Cables</h1><p>May 19, 2022</p><p>{told}</p>",
        url=TREASURY,
    )
    assert (kind(page), document(page)["official"]) == ("press_release", False)


def test_news_may_say_second_what_the_group_is():
    told = "Prendono il via oggi ad Ancona i lavori dei ministri della Salute del G7, che durano tre giorni."
    boiler = "Il G7 è un forum che unisce sette Paesi, e oggi è la sede in cui si parla delle questioni di tutti."
    page = html_page(
        f"<h1>Al via il G7 Salute ad Ancona</h1><p>{told}</p><h3>Cos'è il G7</h3><p>{boiler}</p>", url=NEWSPAPER
    )
    assert kind(page) == "news"
    assert (
        kind(html_page(f"<h1>G7</h1><p>Sette Paesi si incontrano ogni anno.</p><p>{boiler}</p>", url=NEWSPAPER))
        == "other"
    )


def test_a_polite_japanese_text_tells_of_a_communique():
    told = "5月20日に開かれたG7環境大臣会合で、コミュニケが発表されています。環境省の資料もご覧いただけます。"
    assert kind(html_page(f"<h1>G7環境大臣会合共同声明</h1><p>{told}</p>", url=NEWSPAPER)) == "news"
    ours = "我々G7の環境大臣は、気候変動への対応を続けることを確認する。これは我々の共通の責任である。"
    assert kind(html_page(f"<h1>G7環境大臣会合共同声明</h1><p>{ours}</p>", url=NEWSPAPER)) == "statement"


def test_ministers_who_sign_a_declaration_are_told_of():
    told = "La prima riunione dei ministri si è chiusa con la firma di un testo sui beni culturali."
    page = html_page(f"<h1>I Ministri della Cultura del G7 siglano la Dichiarazione di Bari</h1><p>{told}</p>")
    assert (kind(page), document(page)["official"]) == ("news", False)


def test_a_line_says_that_a_report_was_spoken():
    told = "Thank you, Madam Minister. I am glad to report to my colleagues of the G8 on the ships that we counted."
    page = text_page(
        "G8 Ministers' Follow up Report on Ships",
        "Remarks Prepared for Delivery to the Ministers",
        "April 4, 1998",
        told,
    )
    assert kind(page) == "speech"


def test_the_statement_of_an_attorney_general_is_a_speech():
    told = "Today I had the pleasure of welcoming the ministers of seven countries, and we spoke of crime on the sea."
    page = text_page("Statement by Attorney General Jane Quill on the Meeting of the G8 Ministers of Justice", told)
    assert (kind(page), document(page)["official"]) == ("speech", False)
