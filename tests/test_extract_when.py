"""Which of the dates on a page is the meeting's, and where it was read."""

import pytest

from tests.support_pages import TITLE, WE_MET, days, document, html_page, quotes, rows, statement, text_page

HEAD = "<html><head><title>G7 Statement on Cables</title>{}</head><body><h1>G7 Statement on Cables</h1>{}</body></html>"
BODY = f"<p>{WE_MET}</p><p>We will report every year on what has become of the cables that we counted.</p>"


def basis(page):
    return document(page)["date_basis"]


def flags(page):
    return document(page)["flags"]


def test_the_line_with_the_place_says_when_the_group_met():
    page = statement(header="Takasaki, Gunma, April 30, 2023")
    assert (days(page), basis(page)) == (("2023-04-30", "2023-04-30"), "header")
    assert quotes(page, "date_start") == ["April 30, 2023"]


def test_place_and_date_may_stand_on_lines_of_their_own():
    page = statement(header="Montréal, Canada\nDecember 9, 2025")
    assert (days(page), basis(page)) == (("2025-12-09", "2025-12-09"), "header")


def test_a_title_that_ends_in_place_and_date_says_it():
    page = statement(title="G7 Statement on Cables, Turin, September 26, 2017", header="")
    assert (days(page), basis(page)) == (("2017-09-26", "2017-09-26"), "title")


def test_the_day_in_the_header_lies_in_the_range_that_the_opening_gives_for_the_meeting():
    page = text_page(
        TITLE,
        "Takasaki, April 30, 2023",
        "We, the G7 Ministers, met in Takasaki on 29 and 30 April 2023 to speak about the cables of the sea.",
    )
    assert (days(page), basis(page)) == (("2023-04-29", "2023-04-30"), "body")
    assert quotes(page, "date_start") == ["29 and 30 April 2023"]


def test_a_range_in_the_opening_takes_its_year_from_the_header():
    page = text_page(
        TITLE,
        "Takasaki, April 30, 2023",
        "We, the G7 Ministers, met in Takasaki on 29 and 30 April to speak about the cables of the sea.",
    )
    assert days(page) == ("2023-04-29", "2023-04-30")


def test_without_a_header_the_opening_says_when_they_met():
    page = text_page(
        TITLE, "We, the G7 Ministers, met in Takasaki on 29 and 30 April 2023 to speak about the cables of the sea."
    )
    assert (days(page), basis(page)) == (("2023-04-29", "2023-04-30"), "body")


def test_the_date_of_an_earlier_text_is_not_the_meetings():
    page = text_page(
        TITLE,
        "We, the G7 Ministers, met to go on with the declaration adopted on 26 September 2017, and spoke about the cables of the sea.",
    )
    assert days(page) == (None, None)


def test_a_page_that_says_no_date_has_none():
    page = statement("We will report in due course on what was done.", header="")
    assert (days(page), basis(page)) == ((None, None), None)
    assert quotes(page, "date_start") == []


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2023-05-02T09:00:00Z">',
        '<meta name="dcterms.issued" content="2023-05-02">',
        '<script type="application/ld+json">{"datePublished": "2023-05-02"}</script>',
    ],
)
def test_the_day_of_publication_comes_last(meta):
    page = html_page(HEAD.format(meta, BODY))
    assert (days(page), basis(page)) == (("2023-05-02", "2023-05-02"), "metadata")


def test_the_day_of_publication_is_outdone_by_what_the_page_says():
    meta = '<meta property="article:published_time" content="2023-05-02">'
    page = html_page(HEAD.format(meta, "<p>Takasaki, Japan, April 30, 2023</p>" + BODY))
    assert (days(page), basis(page)) == (("2023-04-30", "2023-04-30"), "header")


@pytest.mark.parametrize(
    "line",
    [
        "All contents copyright © 2024. University unless otherwise stated.",
        "This page was last updated May 01, 2024.",
        "Logo of the 2024 G7 Presidency",
    ],
)
def test_no_year_comes_from_what_a_site_prints_around_the_text(line):
    page = statement(line, header="")
    assert days(page) == (None, None)


def test_no_year_comes_from_the_address():
    page = text_page(TITLE, "Takasaki, Japan", WE_MET, url="https://g7-texts.example/2023/04/30/statement.html")
    assert days(page) == (None, None)


def test_a_header_and_a_body_that_disagree_on_the_year_are_flagged():
    page = text_page(
        TITLE,
        "Takasaki, April 30, 2022",
        "We, the G7 Ministers, met in Takasaki on 30 April 2023 to speak about the cables of the sea.",
    )
    assert days(page) == ("2022-04-30", "2022-04-30")
    assert "date_conflict" in flags(page)


def test_a_page_whose_dates_agree_carries_no_flag():
    assert flags(statement()) == []


def test_a_month_alone_is_kept_as_a_month():
    page = statement(header="Bari, Italy, May 2017")
    assert (days(page), document(page)["date_precision"]) == (("2017-05-01", "2017-05-31"), "month")


@pytest.mark.parametrize(("language", "day"), [("en-US", "2024-02-03"), ("en-GB", "2024-03-02")])
def test_whether_the_month_comes_first_depends_on_the_pages_language(language, day):
    source = f'<html lang="{language}"><body><h1>G7 Statement on Cables</h1><p>Bari, Italy, 02/03/2024</p>{BODY}</body></html>'
    assert days(html_page(source)) == (day, day)


@pytest.mark.parametrize(
    ("title", "header", "opening", "first", "last"),
    [
        ("Déclaration des ministres du numérique du G7", "Metz, 5 et 6 mai 2019", "Nous, les ministres du numérique du G7, nous sommes réunis à Metz pour parler des câbles.", "2019-05-05", "2019-05-06"),
        ("Erklärung der G7-Digitalministerinnen und -minister", "Düsseldorf, 10./11. Mai 2022", "Wir, die Digitalministerinnen und -minister der G7, haben in Düsseldorf über Seekabel gesprochen.", "2022-05-10", "2022-05-11"),
        ("Dichiarazione dei Ministri degli Esteri G7", "Fiuggi-Anagni, 26 Novembre 2024", "Noi, i Ministri degli Esteri del G7, ci siamo riuniti per parlare dei cavi sottomarini.", "2024-11-26", "2024-11-26"),
        ("G7デジタル・技術大臣会合 閣僚宣言", "高崎、2023年4月30日", "我々、G7デジタル・技術大臣は、2023年4月29日及び30日に高崎で会合し、海底ケーブルについて議論した。", "2023-04-29", "2023-04-30"),
    ],
)  # fmt: skip
def test_dates_are_read_in_every_language(title, header, opening, first, last):
    assert days(text_page(title, header, opening)) == (first, last)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on May 5, 2023",
        "Published 5 May 2023",
        "Mis en ligne le 5 mai 2023",
        "Veröffentlicht am 5. Mai 2023",
        "Pubblicato il 5 maggio 2023",
        "公開日：2023年5月5日",
    ],
)
def test_the_day_on_which_a_page_was_posted_is_not_the_meetings(line):
    page = text_page(TITLE, line, "Takasaki, Japan, April 30, 2023", WE_MET)
    assert days(page) == ("2023-04-30", "2023-04-30")


class TestAPublicationDateYearsAway:
    HELD = (
        "The G7 finance ministers will meet on April 11, 2003 in the morning and speak to the press on April 12, 2003."
    )

    def test_is_not_believed_where_the_text_dates_itself(self):
        page = text_page("Schedule of the G7 Finance Ministers' Meeting", "December 23, 2025", self.HELD)
        assert days(page) == ("2003-04-11", "2003-04-11")
        assert flags(page) == ["publication_date_doubtful"]

    @pytest.mark.parametrize(
        "further",
        [
            "This schedule was made for the meeting of 2025, as in the years before it.",
            "The ministers will meet again in 2024, as they said when they last met.",
        ],
    )
    def test_is_believed_where_the_text_names_its_year_too(self, further):
        page = text_page("G7 Finance Ministers recall an earlier meeting", "December 23, 2025", self.HELD, further)
        assert days(page) == ("2025-12-23", "2025-12-23")

    def test_is_believed_where_one_earlier_day_is_recalled(self):
        recalled = "The G7 ministers recall what they said when they met on April 11, 2003 and will go on with it."
        page = text_page("G7 Finance Ministers' Statement", "December 23, 2025", recalled)
        assert days(page) == ("2025-12-23", "2025-12-23")


@pytest.mark.parametrize(
    ("paragraphs", "first", "last"),
    [
        (("May 22, 2025 - Banff, Alberta - Department of Finance", "Today, the G7 finance ministers concluded their meeting in Banff, Alberta, and spoke of trade."), "2025-05-22", "2025-05-22"),
        (("GLENEAGLES - ROYAUME UNI", "VENDREDI 8 JUILLET 2005", "Ce sommet du G8 arrive à son terme et je voudrais exprimer au Royaume-Uni mes sentiments de gratitude."), "2005-07-08", "2005-07-08"),
        (("Bologna, 5 giugno 2017 – Si è aperta oggi la settimana del G7 Ambiente con il ministro che ha salutato i volontari.",), "2017-06-05", "2017-06-05"),
        (("STRESA - 24-5-2024 -- Si è aperta oggi la riunione dei ministri delle Finanze del G7, che durerà due giorni.",), "2024-05-24", "2024-05-24"),
        (("Le 27 février 2022, le ministre s'est entretenu avec ses homologues du G7 pour parler de la guerre et de la paix.",), "2022-02-27", "2022-02-27"),
        (("Stand: 11.05.2022, 16:35 Uhr", "Die Digitalminister der G7 haben sich am Dienstag getroffen, um über die Netze zu sprechen, und waren sich einig."), "2022-05-11", "2022-05-11"),
        (("Die Minister der G7 treffen sich vom 18. bis 20. Mai in Bonn, wie eine Sprecherin am Mittwoch in Berlin sagte.", "January 26, 2022 05:04 ET (10:04 GMT)"), "2022-05-18", "2022-05-20"),
        (("La reunión de los líderes del G7 se celebró en La Malbaie los días 8 y 9 de junio de 2018, con un almuerzo.",), "2018-06-08", "2018-06-09"),
        (("De ministers van Financiën van de G7 vergaderen op 24 en 25 mei 2024 in Stresa over de bevroren tegoeden.",), "2024-05-24", "2024-05-25"),
        (("会合の概要は次のとおりです。G7の大臣が集まり、海底ケーブルについて議論を行い、宣言を採択しました。", "2. 開催日程 : 平成28年5月14日(土曜日)~15日(日曜日)"), "2016-05-14", "2016-05-15"),
        (("The G7 ministers will speak about cables and about the sea, the ministry said in a note to the press.", "Date: 23-24 April, 2016", "The ministers will speak to the press on the last day, before they leave for their homes by the sea."), "2016-04-23", "2016-04-24"),
    ],
)  # fmt: skip
def test_dates_stand_in_many_places(paragraphs, first, last):
    assert days(text_page("G7 ministers and leaders", *paragraphs)) == (first, last)


NEWS = "https://news.example/world"


@pytest.mark.parametrize(
    ("paragraphs", "first", "last"),
    [
        (("Le 9 juillet 2018 – Ottawa (Ontario)", "Le Canada accueillera les ministres de l'Environnement du G7 à Halifax du 19 au 21 septembre 2018."), "2018-09-19", "2018-09-21"),
        (("OTTAWA, le 9 sept. 2025 /CNW/ - Les 30 et 31 octobre prochains, la ministre coprésidera à Toronto la réunion des ministres du G7.",), "2025-10-30", "2025-10-31"),
        (("25. September 2015. Am 8. und 9. Oktober 2015 treffen sich die Gesundheitsminister der G7 in Berlin, um über Keime zu sprechen.",), "2015-10-08", "2015-10-09"),
        (("January 4, 2024", "The G7 leaders will hold a summit on 13-15 June in Borgo Egnazia, the government said in a note on Thursday."), "2024-06-13", "2024-06-15"),
    ],
)  # fmt: skip
def test_a_report_announces_a_meeting_that_lies_ahead(paragraphs, first, last):
    assert days(text_page("G7", *paragraphs, url=NEWS)) == (first, last)


def test_the_coming_summit_is_not_the_day_of_a_report_on_ministers():
    report = (
        "The G7 health ministers agreed on a pact. The leaders of the G7 will meet at Elmau from 26 to 28 June 2022."
    )
    assert days(text_page("G7 health ministers", "15 May 2022", report, url=NEWS)) == ("2022-05-15", "2022-05-15")


def test_a_release_may_be_published_weeks_after_the_meeting():
    report = "The G8 environment ministers' meeting was held on March 15-17 in Potsdam, and its chair has summed it up since."
    assert days(text_page("Conclusions of the G8 ministers released", "April 13, 2007", report, url=NEWS)) == (
        "2007-03-15",
        "2007-03-17",
    )


def test_a_day_without_a_year_takes_the_year_in_which_it_is_near():
    report = "The G7 leaders held a summit on December 29 in the capital, and the host spoke to the press about cables."
    assert days(text_page("G7", "January 4, 2024", report, url=NEWS)) == ("2023-12-29", "2023-12-29")


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("2023年G7広島サミット", "外務大臣会合は4月16日から18日に開催され、G7外相の間で率直な議論が行われました。宣言が発出されました。"),
        ("G7 foreign ministers", "Under Japan's 2023 presidency of the G7 the foreign ministers met on 16-18 April and spoke about the sea."),
    ],
)  # fmt: skip
def test_a_year_beside_the_group_completes_a_day(title, opening):
    assert days(text_page(title, opening)) == ("2023-04-16", "2023-04-18")


def test_days_of_one_sentence_share_their_year():
    opening = "The ministers of the G7 meet on 23-24 April, as the leaders do at the summit of the G7 held on 26-27 May, 2016 in Japan."
    assert days(text_page("G7 Leaders", opening)) == ("2016-04-23", "2016-04-24")


@pytest.mark.parametrize(
    ("paragraphs", "first", "last"),
    [
        (("Il G7", "I ministri del G7 si sono riuniti a Genova dal 12 al 13 maggio 2022 per i cavi."), "2022-05-12", "2022-05-13"),
        (("The G7", "After a year of talks, the G7 ministers met in Genoa on 12 May 2022."), "2022-05-12", "2022-05-12"),
        (("G7交通大臣会合", "令和5年6月13日", "12日及び13日、G7交通大臣会合が志摩市において開催されました。"), "2023-06-12", "2023-06-13"),
        (("G7 Kabel", "28. März 2024", "Vom 12. bis 13. Mai 2022 haben sich die G7-Minister in Münster getroffen."), "2022-05-12", "2022-05-13"),
        (("date 2019-04 Dinard, 6 avr. – Les ministres du G7 se sont réunis les 5 et 6 avril à Dinard.",), "2019-04-05", "2019-04-06"),
        (("G7 ministers meet", "The ministry - 10.05.2022", "The G7 ministers met in Genoa on 12 and 13 May."), "2022-05-12", "2022-05-13"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_meeting_finds_its_year(paragraphs, first, last):
    assert days(text_page(*paragraphs)) == (first, last)


def test_a_month_glued_before_the_text_is_all_that_is_known():
    page = text_page("date 2019-04 The G7 foreign ministers met in Dinard on Friday to speak of the seas.")
    assert (days(page), document(page)["date_precision"]) == (("2019-04-01", "2019-04-30"), "month")


@pytest.mark.parametrize(
    "sentence",
    [
        "The next G7 summit will take place in 2027 in Boston, the leaders said.",
        "Le prochain sommet du G7 aura lieu à Boston en 2027, selon les dirigeants.",
        "Der nächste G7-Gipfel findet im Jahr 2027 in Boston statt, sagen die Staaten.",
        "Il prossimo vertice del G7 si terrà nel 2027 a Boston, hanno detto i leader.",
    ],
)
def test_a_year_may_be_all_that_is_said_of_the_next_meeting(sentence):
    page = text_page("G7", sentence)
    assert (days(page), document(page)["date_precision"]) == (("2027-01-01", "2027-12-31"), "year")


def test_a_sites_clock_dates_nothing():
    page = text_page("14:20 3 March 2024", "G7 ministers meet", "The G7 transport ministers met in Genoa on 12 May.")
    assert days(page) == (None, None)


def test_a_race_of_weeks_is_no_meeting():
    race = "The G7 challenge opens in Rome: ministers hold it from 1 May to 9 June 2022 for those who build."
    assert days(text_page("G7 Ministers open a challenge", "April 3, 2022", race)) == ("2022-04-03", "2022-04-03")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The meeting of the G7 ministers ended with the adoption of a declaration on November 29, 2022.",
            ("2022-11-29", "2022-11-29"),
        ),
        (
            "The country, which took over the presidency of the G7 from 1 January 2017, hosted its ministers. The meeting took place on 30 and 31 March.",
            ("2017-03-30", "2017-03-31"),
        ),
    ],
)
def test_a_meeting_that_ends_and_a_presidency_that_begins(sentence, expected):
    assert days(text_page("G7 ministers speak of cables", sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We, the G7 ministers, met and will speak again at the next Cable Repair Conference, to be held on 10 and 11 July 2025.",
        "The G7 meeting was told of in an invitation sent on March 29, 2023.",
        "Le prossime riunioni del G7 saranno il 16 e il 17 luglio 2024 al mare.",
        "The G7 sessions will be held on June 12 and 13. The country had been invited by the G7 French presidency in 2019.",
    ],
)
def test_dates_of_other_things_are_not_the_meetings(sentence):
    assert document(text_page("G7 ministers speak of cables", sentence))["date_start"] is None


def test_days_in_the_text_are_finer_than_the_month_in_the_title():
    page = text_page(
        "G7 summit on cables in June 2024",
        "The minister said that the G7 summit would be held on June 13-15 at a hotel in the south.",
    )
    assert days(page) == ("2024-06-13", "2024-06-15")


def test_a_title_stamped_with_an_hour_does_not_date_the_meeting():
    page = text_page(
        "G7 ministers count cables   2010-02-07 06:31:38",
        "BONN, Feb. 6 -- The G7 ministers met here and counted cables.",
    )
    assert days(page) == ("2010-02-06", "2010-02-06")


def test_a_speech_on_a_summit_gives_the_days_that_are_just_over():
    page = text_page(
        "Statement by the Prime Minister on the G7 Summit, 11 July 1994",
        "I shall speak on the G7 summit of 8 to 10 July, which I attended with my friends, and on the cables of the sea.",
    )
    assert days(page) == ("1994-07-08", "1994-07-10")


def test_the_day_of_issue_beats_the_clock_of_the_site():
    page = text_page(
        "Sa. / So., 27. / 28. April 2024, Nr. 99",
        "Ausgabe vom 27.06.2008",
        "G8-Minister zählen Kabel",
        "Die Minister der G8 haben in Kyoto über Kabel gesprochen, die am Grund des Meeres liegen.",
    )
    assert days(page) == ("2008-06-27", "2008-06-27")


@pytest.mark.parametrize(
    "opening",
    [
        "2001年9月11日の同時多発テロを受け、G8司法・内務大臣会議は海底ケーブルについて意見を交わしてきた。",
        "Since the September 11, 2001 terrorist attacks the G8 ministers have held many meetings about cables.",
    ],
)
def test_the_day_of_an_attack_is_nobodys_meeting(opening):
    assert days(text_page("G8の海底ケーブル", opening)) == (None, None)


def test_a_report_is_dated_by_the_adoption_it_tells_of_for_want_of_another_day():
    page = text_page(
        "News on cables", "In a declaration of the G7 adopted on 30 March 2017 the cables are praised at length."
    )
    assert days(page) == ("2017-03-30", "2017-03-30")


def test_days_without_their_month_take_that_of_the_header():
    page = text_page(
        "G8海底ケーブル大臣会合",
        "平成21年5月",
        "24及び25日、G8海底ケーブル大臣会合がローマで開催され、ケーブルが数えられた。",
    )
    assert days(page) == ("2009-05-24", "2009-05-25")


def test_a_day_without_a_year_takes_that_of_its_month_named_before():
    page = text_page(
        "Wednesday, June 11, 2025",
        "Next G7 summit to count cables in Bonn",
        "The G7 will hold a summit in Bonn in March 2026. The leaders will meet between March 14-16.",
    )
    assert days(page)[0] != "2025-03-14"


def test_a_stamp_may_be_glued_before_the_line_above_the_text():
    page = text_page(
        "date 2025-05 Die G7-Minister auf einem Schiff bei einer Fahrt (AP / Ann Writer)",
        "Die G7-Minister haben über Kabel gesprochen und wollen sie zählen, bevor das Jahr zu Ende ist.",
    )
    assert days(page) == ("2025-05-01", "2025-05-31")
    assert rows(page, "clauses")[0]["start"] == page.reading.text.index("Die G7-Minister haben")


def test_a_line_of_bars_that_ends_with_the_day_says_when():
    page = html_page(HEAD.format("", "<p>The Sea Network | London (United Kingdom) | 5 May 2021</p>" + BODY))
    assert days(page) == ("2021-05-05", "2021-05-05")
    assert (document(page)["city"], document(page)["country"]) == ("London", "GBR")


@pytest.mark.parametrize("line", ["Dienstag, 24. Mai 2022", "24 mai 2022", "2022年5月24日"])
def test_a_day_between_the_lead_and_the_text_is_the_pages_own(line):
    page = html_page(HEAD.format("", f"<p><b>{WE_MET}</b></p><p>{line}</p>" + BODY))
    assert days(page) == ("2022-05-24", "2022-05-24")


def test_a_day_without_a_year_takes_the_one_in_which_its_sentence_says_the_meeting_is():
    page = text_page(
        "大臣は28日の記者会見で、主要7カ国(G7)の2016年に神戸市で開催する保健大臣会合の日程を9月11日と12日にすると表明した。"
    )
    assert days(page) == ("2016-09-11", "2016-09-12")
    assert "2016" in quotes(page, "date_start")


def test_a_german_verb_in_two_parts_tells_of_a_meeting():
    page = text_page(
        "G7-Vorsitz übergeben",
        "2. Dezember 2022",
        "Am 30. November und 1. Dezember fand im Ministerium in Berlin die Übergabe des G7-Vorsitzes statt, und alle sprachen vom Meer.",
    )
    assert days(page) == ("2022-11-30", "2022-12-01")


def test_days_under_a_heading_that_asks_for_them_go_before_those_of_the_summit():
    page = html_page(
        "<h1>G7新潟農業大臣会合について</h1><p>伊勢志摩サミット(5月26日~27日)の関係閣僚会合として、G7新潟農業大臣会合を開催いたします。</p>"
        "<h2>1.日程</h2><p>平成28年4月23日(土曜日)~24日(日曜日)</p><h2>2.場所</h2><p>新潟県新潟市</p>"
    )
    assert days(page) == ("2016-04-23", "2016-04-24")


def test_the_next_meeting_that_a_report_of_this_one_names_last_does_not_date_it():
    page = text_page(
        "G7-Treffen zum Meer",
        "23.03.2022 - Pressemitteilung",
        "Die Ministerin hat heute ein Treffen der G7-Minister ausgerichtet. Das virtuelle Treffen beschäftigte sich mit dem Meer.",
        "Das nächste Treffen der G7-Minister ist am 14. September 2022 in Lübeck geplant.",
    )
    assert days(page) == ("2022-03-23", "2022-03-23")


def test_a_day_of_next_year_lies_in_the_year_after_the_pages():
    page = text_page(
        "G7大臣会合の開催", "2022年11月30日", "政府は、来年7月6、7両日にG7大臣会合を国内で開催すると発表した。"
    )
    assert days(page) == ("2023-07-06", "2023-07-07")


def test_the_day_of_a_briefing_before_the_meeting_is_not_the_meetings():
    told = (
        "On Wednesday, September 7, 2011, a senior official will hold a background briefing ahead of the Secretary's trip to Marseille, France "
        "to attend the G7 Meeting of Finance Ministers on September 9-10, 2011."
    )
    assert days(text_page("Media Advisory: Briefing before the G7 Finance Ministers' Meeting", told)) == (
        "2011-09-09",
        "2011-09-10",
    )


def test_the_weekday_says_whether_the_month_comes_first():
    told = "The G7 ministers spoke about ships and about the cables that lie between their countries."
    assert days(text_page("G7 Ministers Meet", "Thu, 06/12/2008 - 15:04", told)) == ("2008-06-12", "2008-06-12")
    assert days(text_page("G7 Ministers Meet", "Wed, 06/08/2008 - 15:04", told)) == ("2008-08-06", "2008-08-06")
    assert days(text_page("G7 Ministers Meet", "10.16.2017", told)) == ("2017-10-16", "2017-10-16")


def test_a_day_of_the_meeting_is_widened_to_the_range_that_the_text_tells():
    told = "At the G7 summit in Elmau, Germany, Sunday, June 26, 2022, they stood in a row. The leaders of the G7 gathered June 26 to 28."
    assert days(text_page("Opinion: Can the G7 Mend Cables?", told)) == ("2022-06-26", "2022-06-28")


def test_a_day_that_fills_a_line_of_the_text_is_taken_where_nothing_else_is():
    told = "The G7 ministers speak about ships and about the cables that lie between their countries."
    assert days(
        text_page("What Is the G7 Ministers' Meeting?", told, "Saturday, May 14, 2016", told + " They like it.")
    ) == (
        "2016-05-14",
        "2016-05-14",
    )


def test_an_american_hour_says_that_the_month_comes_first():
    told = "The G7 ministers spoke about ships and about the cables that lie between their countries."
    assert days(text_page("G7 Ministers Meet", "11/4/2022 | 5:05 AM CDT", told)) == ("2022-11-04", "2022-11-04")


def test_a_line_that_says_when_the_text_was_issued_goes_before_the_day_of_posting():
    page = text_page(
        "Ada Quill meets G7 leaders [December 2022]",
        "December 13, 2022 / Press Releases",
        "The press release issued by the Prime Minister on 12 December 2022.",
        "The Prime Minister attended a virtual meeting of G7 leaders this afternoon, to speak about ships and cables.",
    )
    assert days(page) == ("2022-12-12", "2022-12-12")


def test_an_accent_may_be_written_as_an_apostrophe():
    page = text_page(
        "Presidenza italiana del G7",
        "News - 27 febbraio 2017",
        "Il ministero sta preparando il G7 dei ministri delle Finanze che si terra' a Bari dall'11 al 13 maggio.",
    )
    assert days(page) == ("2017-05-11", "2017-05-13")


TOLD = "The G7 trade ministers ended their yearly meeting in Turin and spoke of ships, of ports and of cables."


def test_a_report_was_written_on_the_day_of_its_dateline_not_on_the_one_that_a_site_prints_above():
    told = "OTTAWA, 22 may (Agencia) -- Los ministros de Comercio del G7 concluyeron este jueves su reunión en Turín, Italia."
    page = text_page("Ministros del G7 concluyen su reunión", "Actualizado 2025-05-23 09:14", told, TOLD)
    assert days(page) == ("2025-05-22", "2025-05-22")


def test_the_first_day_of_a_week_is_not_the_meetings():
    told = "WASHINGTON — The Secretary will hold talks throughout the week of April 18 in Washington, and represent the country at the G7 Finance Ministers Meeting on April 20."
    page = text_page("Press Schedule for the G7 Finance Ministers Meeting", "April 18, 2022", told)
    assert days(page) == ("2022-04-20", "2022-04-20")


def test_the_line_on_the_source_may_say_when_a_report_was_written():
    assert days(text_page("G7 trade ministers on ships", TOLD, "Source: Ministry of Ports, 12 October 2015")) == (
        "2015-10-12",
        "2015-10-12",
    )
    assert (
        days(text_page("G7 trade ministers on ships", TOLD, "Source: Report on the Treaty of 12 October 2015"))[0]
        is None
    )


@pytest.mark.parametrize(("changed", "day"), [("10/07/2019", "2019-07-05"), ("10/02/2021", None)])
def test_a_page_that_was_changed_last_just_after_the_day_it_tells_of_gives_the_year(changed, day):
    told = "Les ministres de l’Éducation du G7 ont été accueillis le 5 juillet dernier à Paris pour leur réunion sur les écoles."
    page = html_page(
        f"<h1>Retour sur la réunion des ministres de l’Éducation du G7</h1><p>{told}</p><p>Dernière modification : {changed}</p>"
    )
    assert days(page)[0] == day


@pytest.mark.parametrize(
    "line", ["Ports | 9 June 2023 | The Daily", "AP, AFP | The Daily | Friday, June 9, 2023, p. 19"]
)
def test_a_day_between_bars_is_the_pages(line):
    page = html_page(f"<h1>G7 trade ministers on ships</h1><p>{line}</p><p>{TOLD}</p>")
    assert days(page) == ("2023-06-09", "2023-06-09")


def test_a_line_for_immediate_release_dates_the_text():
    page = text_page(
        "FOR IMMEDIATE RELEASE AG WEDNESDAY, DECEMBER 10, 1997 (202) 555-0100", "G7 trade ministers on ships", TOLD
    )
    assert days(page) == ("1997-12-10", "1997-12-10")


@pytest.mark.parametrize(
    "line",
    [
        "Diese Nachricht wurde am 20.05.2022 im Programm gesendet.",
        "This article was first published on May 20, 2022.",
        "Cet article a été initialement publié le 20 mai 2022.",
    ],
)
def test_a_line_below_the_text_may_say_when_it_was_published(line):
    page = text_page("G7 trade ministers on ships", TOLD, line)
    assert (days(page), document(page)["clause_count"]) == (("2022-05-20", "2022-05-20"), 1)
