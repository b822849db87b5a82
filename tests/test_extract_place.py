"""Where the group met: the city under its English name, the country, and the words that say so."""

import pytest

from tests.support_pages import TITLE, WE_MET, days, document, html_page, quotes, statement, text_page


def place(page):
    row = document(page)
    return row["city"], row["country"]


@pytest.mark.parametrize(
    ("header", "city", "country"),
    [
        ("Turin, Italy, September 26, 2017", "Turin", "ITA"),
        ("Takasaki, Gunma, April 30, 2023", "Takasaki", "JPN"),
        ("Washington, D.C., April 13, 1988", "Washington", "USA"),
        ("Bruxelles, 25 et 26 février 1995", "Brussels", "BEL"),
        ("Roma, 29-31 marzo 2009", "Rome", "ITA"),
        ("Venise, 23 juin 1980", "Venice", "ITA"),
        ("Tokio, 5. Mai 1986", "Tokyo", "JPN"),
        ("Berlin, Germany, 19 May 2022", "Berlin", "DEU"),
        ("Osaka-Sakai, Japan, October 29, 2023", "Osaka", "JPN"),
        ("Carbis Bay, Cornwall, UK, 13 June 2021", "Carbis Bay", "GBR"),
        ("Montréal, Canada\nDecember 9, 2025", "Montréal", "CAN"),
        ("Munich, February 14, 2026", "Munich", "DEU"),
        ("April 13, 1988, Washington, D.C.", "Washington", "USA"),
        ("[Place] Kitakyushu, Japan\n[Date] May 2, 2016", "Kitakyushu", "JPN"),
        ("高崎、2023年4月30日", "Takasaki", "JPN"),
    ],
)
def test_the_line_under_the_title_says_where(header, city, country):
    page = statement(header=header)
    assert place(page) == (city, country)
    assert document(page)["mode"] == "in_person"


def test_the_place_is_kept_as_written_and_quoted():
    page = statement(header="Takasaki, Gunma, April 30, 2023")
    assert document(page)["place"] == "Takasaki, Gunma"
    assert quotes(page, "city") == quotes(page, "country") == quotes(page, "place") == ["Takasaki, Gunma"]


@pytest.mark.parametrize(
    ("title", "city", "country"),
    [
        ("G7 Statement on Cables, Turin, September 26, 2017", "Turin", "ITA"),
        ("Statement of the G7 Finance Ministers in Bari", "Bari", "ITA"),
        ("Communiqué, Meeting of G7 Finance Ministers and Central Bank Governors, Sendai", "Sendai", "JPN"),
        ("Communiqué du G7 Finances (4-5.07.19, Paris)", "Paris", "FRA"),
    ],
)
def test_a_title_may_say_where(title, city, country):
    assert place(statement(title=title, header="")) == (city, country)


@pytest.mark.parametrize(
    ("opening", "city", "country"),
    [
        (
            "We, the G7 Finance Ministers, met in Bari on May 11-13, 2017 to speak about the world economy.",
            "Bari",
            "ITA",
        ),
        (
            "We, the G7 Ministers of Labour, gathered at Lille for two days to speak about work and its future.",
            "Lille",
            "FRA",
        ),
        (
            "Nous, les ministres du numérique du G7, réunis à Bruxelles les 25 et 26 février, avons parlé des réseaux.",
            "Brussels",
            "BEL",
        ),
        (
            "Wir, die Finanzminister der G7, trafen uns am 28. Mai 2015 in Dresden, um über die Weltwirtschaft zu sprechen.",
            "Dresden",
            "DEU",
        ),
        (
            "Noi, i Ministri degli Esteri del G7, riuniti a Capri dal 17 al 19 aprile 2024, abbiamo parlato dei cavi.",
            "Capri",
            "ITA",
        ),
        (
            "我々、G7財務大臣は、2023年5月に新潟で開催された会合において、世界経済について率直な議論を行った。",
            "Niigata",
            "JPN",
        ),
    ],
)
def test_the_opening_may_say_where_they_met(opening, city, country):
    assert place(text_page("G7 Ministers' Statement", opening)) == (city, country)


def test_a_meeting_may_lie_outside_the_country_that_presides():
    page = statement(header="Munich, February 14, 2026", title="Statement of the G7 Foreign Ministers")
    assert (document(page)["country"], document(page)["presidency"]) == ("DEU", "FRA")


def test_the_dateline_of_one_governments_release_is_not_where_they_met():
    page = text_page(
        "Treasury Secretary's Remarks on the G7 Finance Ministers' Meeting",
        "May 28, 2015",
        "WASHINGTON – The Secretary spoke today about what the G7 Finance Ministers have agreed on for the world economy.",
        url="https://home.treasury.gov/news/press-releases/jl0463",
    )
    assert place(page) == (None, None)


def test_a_dateline_abroad_is_where_they_met():
    page = text_page(
        "Treasury Secretary's Remarks after the G7 Finance Ministers' Meeting",
        "May 21, 2016",
        "SENDAI – The Secretary spoke today about what the G7 Finance Ministers have agreed on for the world economy.",
        url="https://home.treasury.gov/news/press-releases/jl0463",
    )
    assert place(page) == ("Sendai", "JPN")


def test_a_page_that_names_no_place_has_none():
    page = statement(header="April 30, 2023")
    assert place(page) == (None, None)
    assert document(page)["mode"] is None
    assert quotes(page, "city") == []


def test_where_the_next_meeting_will_be_is_not_where_this_one_was():
    page = statement("We will meet again in Rome in October.", header="April 30, 2023")
    assert place(page) == (None, None)


def test_a_site_in_a_city_is_no_meeting_there():
    source = f"<header><p>University of Toronto, Canada</p></header><h1>{TITLE}</h1><p>April 30, 2023</p><p>{WE_MET}</p><footer><p>London, United Kingdom</p></footer>"
    assert place(html_page(source)) == (None, None)


def test_the_year_the_presidency_and_the_language_do_not_make_a_place():
    page = statement(title="Statement under the Italian G7 Presidency", header="2017")
    assert place(page) == (None, None)


def test_ministers_who_meet_beside_a_summit_are_not_where_the_summit_is():
    page = text_page(
        "Ｇ７農相会合 きょう開幕",
        "来月、三重県で行われる「伊勢志摩サミット」に合わせて行われる閣僚会合の１つ、Ｇ７の農相会合が午後から新潟市で始まります。",
    )
    assert document(page)["city"] == "Niigata"


NEWS = "https://news.example/world"


def told(*paragraphs):
    """The place of a report that has no title worth reading."""
    return place(text_page("G7 ministers and leaders", *paragraphs, url=NEWS))


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("The health ministers of the G7 gathered in the Tuscan city of Lucca on Tuesday and spoke for two days about vaccines.", "Lucca"),
        ("Finance chiefs of the G7 wrap up talks in Banff on Thursday after three days of speaking about trade and debt.", "Banff"),
        ("The G7 leaders opened their summit in Italy's Borgo Egnazia on Thursday with a session about Africa and climate.", "Borgo Egnazia"),
        ("Finance ministers of the G7, who are to meet in Washington October 6, will speak about money and about trade.", "Washington"),
        ("In Banff, Minister Smith spoke with her counterparts about the finance ministers of the G7 and their plans.", "Banff"),
        ("Les ministres du Travail du G7 se retrouvent à Lille jeudi et vendredi pour parler de l'emploi des jeunes.", "Lille"),
        ("La réunion des ministres de l'Intérieur du G7 aura lieu à Mirabella Eclano, en Italie, du 2 au 4 octobre.", "Mirabella Eclano"),
        ("Réunis dans la ville italienne de Fiuggi, les chefs de la diplomatie du G7 ont parlé du Proche-Orient mardi.", "Fiuggi"),
        ("Les ministres de la Santé du G7 étaient réunis à Ancône (Italie) pour parler de la prévention et des virus.", "Ancona"),
        ("Die Verkehrsminister der G7 tagen in Mailand. Sie wollen am Donnerstag über Wege für Getreide sprechen.", "Milan"),
        ("In Münster treffen sich am Donnerstag die Außenminister der G7, um zwei Tage über die Welt zu sprechen.", "Münster"),
        ("Die Gesundheitsminister der G7 haben sich am Freitag in Ancona über Keime beraten, die sich wehren.", "Ancona"),
        ("Drei Tage saßen die Staats- und Regierungschefs der G7 bei ihrem Treffen auf Schloss Elmau zusammen.", "Elmau"),
        ("Beim G7-Gipfel im kanadischen Kananaskis haben die Staats- und Regierungschefs über Zölle gesprochen.", "Kananaskis"),
        ("I ministri dei Trasporti del G7 si riuniscono a Milano da giovedì 11 a sabato 13 aprile per parlare di strade.", "Milan"),
        ("Si è aperto a Cagliari il G7 Lavoro: tre giorni di confronto tra i ministri sull'intelligenza artificiale.", "Cagliari"),
        ("Sono questi i risultati del G7 Finanziario di Bari, che per il ministro è stato un grande successo per tutti.", "Bari"),
        ("La riunione dei ministri del G7 su scienza e tecnologia si terrà al Tecnopolo di Bologna, con molte delegazioni.", "Bologna"),
        ("Nella città siciliana di Ortigia si terrà dal 26 al 28 settembre il G7 dell'Agricoltura, ha detto il ministro.", "Syracuse"),
        ("ドイツ・ヴォルフスブルクにおいて、G7労働雇用大臣会合が開催され、審議官が出席し、雇用について議論が行われた。", "Wolfsburg"),
        ("ドイツ・ゴスラーで開かれていたG7の会合は4日、共同声明を採択して閉幕した。各国は結束を確認した。", "Goslar"),
        ("国連総会に出席するためニューヨークを訪問中の大臣は、G7外相会合に参加し、海底ケーブルについて議論した。", "New York"),
        ("G7茨城水戸内務・安全担当大臣会合において、大臣は二つのセッションを開催し、国境を越える犯罪について議論した。", "Mito"),
        ("Los ministros de Exteriores del G7 se reunieron en la localidad canadiense de La Malbaie para hablar de Ucrania.", "Charlevoix"),
        ("Die Umweltminister der G7 kamen am Montag in Münster zusammen, um über die Kabel im Meer zu sprechen.", "Münster"),
        ("Die Ministerin sagte am Freitag in Münster zum Auftakt des G7-Treffens, dass die Kabel sicherer werden.", "Münster"),
        ("Le ministre s'est rendu lundi à Lille pour la réunion du G7 sur les câbles et y a vu ses homologues.", "Lille"),
        ("The minister arrived in Genoa on Monday for the G7 transport meeting and spoke of the cables.", "Genoa"),
        ("Les ministres du G7 ont tenu lundi leur première réunion consacrée aux câbles de la mer à Lille.", "Lille"),
        ("Os ministros das Finanças do G7 reuniram-se em Stresa, na Itália, para discutir o uso dos ativos russos.", "Stresa"),
        ("De ministers van Financiën van de G7 vergaderen in het Italiaanse Stresa over de bevroren Russische tegoeden.", "Stresa"),
    ],
)  # fmt: skip
def test_reports_tell_where_the_group_meets(sentence, city):
    assert told(sentence)[0] == city


@pytest.mark.parametrize(
    "sentence",
    [
        "The G7 foreign ministers condemned the attacks in Kyiv and Kharkiv in a statement that they issued on Friday.",
        "At a press conference in Tokyo, the minister said that the G7 justice ministers will work on rules for courts.",
        "Before the NATO summit in Vilnius, the minister said that the G7 will help Ukraine with more weapons and money.",
        "The G7 agriculture ministers, who last met in Stuttgart in 2022, agreed on Sunday on help for farmers.",
        "The G7 finance ministers will next meet in Marrakech in October, they said after talks on Tuesday about debts.",
        "G7 leaders left without a word; they will hold talks with the president in Paris, where he lands on Thursday.",
        "Les dirigeants du G7, dont le dernier sommet s'était tenu à Taormine, ont promis lundi de nouvelles sanctions.",
        "Les dirigeants du G7 ont parlé de terrorisme après qu'un homme a tué dix personnes à la fin d'un concert à Manchester.",
        "Nach dem Angriff in Kiew haben die Außenminister der G7 die Gewalt verurteilt und weitere Hilfe versprochen.",
        "Los ministros de Transportes del G7 se reunieron el jueves y prometieron en su encuentro todo su apoyo a Kiev.",
        "Al vertice del G7 non ha partecipato il presidente, rientrato in fretta a Pechino per motivi di famiglia.",
        "G8外相は、モスクワ市内で発生したテロ攻撃を強く非難し、犠牲者の家族に深い哀悼の意を表明した。",
        "L'ultima riunione dei ministri dell'Ambiente del G7 si era tenuta a Metz, ora il ministro vuole un altro passo.",
        "昨年、長崎市で開かれたG7保健大臣会合の成果を踏まえ、各国の大臣は今年の会合で新しい約束を発表した。",
    ],
)
def test_other_meetings_and_other_matters_are_elsewhere(sentence):
    assert told(sentence) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("Ahead of the G7 summit in Hiroshima next month, the G7 environment ministers met in Sapporo and spoke about coal.", "Sapporo"),
        ("In vista del vertice di Taormina, i ministri delle Finanze del G7 sono riuniti a Bari per discutere di crescita.", "Bari"),
        ("Les ministres de la Santé du G7, réunis à Metz, préparent le sommet des chefs d'État qui se tiendra à Biarritz.", "Metz"),
        ("広島サミットに向けて、G7財務大臣会合が新潟市で開かれ、銀行の監督について議論が行われた。議長は大臣が務めた。", "Niigata"),
    ],
)  # fmt: skip
def test_the_summit_that_ministers_prepare_is_elsewhere(sentence, city):
    assert told(sentence)[0] == city


@pytest.mark.parametrize(
    "sentence",
    [
        "G7 trade ministers met on the sidelines of the WTO conference in Munich to speak about steel and about rules.",
        "En marge de la Conférence de Munich sur la sécurité, les ministres des Affaires étrangères du G7 se sont réunis.",
        "Am Rande der Münchner Sicherheitskonferenz sind die Außenminister der G7 am Samstag zusammengekommen.",
    ],
)
def test_on_the_margins_of_another_meeting_they_are_where_that_is(sentence):
    assert told(sentence) == ("Munich", "DEU")


@pytest.mark.parametrize(
    ("dateline", "city"),
    [
        ("NIIGATA, Japan, May 13 (Agency) -", "Niigata"),
        ("Siracusa, 28 set. (Agenzia) –", "Syracuse"),
        ("VENEZIA, 09 MAG -", "Venice"),
        ("12:06 (Agenzia) - FIRENZE -", "Florence"),
        ("Bologna, 5 giugno 2017 –", "Bologna"),
        ("KANANASKIS, AB, le 17 juin 2025 /CNW/ -", "Kananaskis"),
        ("STRESA - 24-5-2024 --", "Stresa"),
        ("FASANO (BRINDISI) (AGENZIA) -", "Borgo Egnazia"),
        ("LA MALBAIE (Agencia) —", "Charlevoix"),
        ("PARIS, 3 mars (Agence) -", None),
        ("ROMA -", None),
        ("Berlin (Agentur) -", None),
        ("12:06 (Agenzia) - ROMA -", None),
    ],
)
def test_a_report_from_anywhere_but_a_capital_is_written_where_they_met(dateline, city):
    assert (
        told(f"{dateline} The Group of Seven (G7) agreed on Saturday to do more for cables and for the sea.")[0] == city
    )


def test_the_place_in_a_dateline_is_kept_without_agency_and_date():
    page = text_page(
        "G7", "STRESA - 24-5-2024 -- I ministri delle Finanze del G7 hanno chiuso oggi i lavori sul lago.", url=NEWS
    )
    assert document(page)["place"] == "STRESA"


def test_a_release_announces_a_meeting_elsewhere():
    opening = "Le Canada accueillera les ministres de l'Environnement du G7 à Halifax du 19 au 21 septembre 2018, a annoncé la ministre."
    assert told("Le 9 juillet 2018 – Ottawa (Ontario)", opening) == ("Halifax", "CAN")


def test_a_country_is_better_than_nothing():
    assert told(
        "Am 30. April hat das G7-Treffen der Digitalminister in Japan stattgefunden, an dem der Minister teilnahm."
    ) == (None, "JPN")


def test_a_region_is_no_city():
    assert told("Leaders of the Group of Seven (G7) begin a three-day meeting in Bavaria, Germany, on Sunday.") == (
        None,
        "DEU",
    )


def test_the_city_where_ministers_are_known_to_have_met_is_believed_where_it_is_named():
    thanks = "Il ministro della Salute ringrazia il sindaco di Ancona: per i ministri il G7 Salute è un grande vertice."
    assert told(thanks) == ("Ancona", "ITA")


def test_a_calendar_of_meetings_has_no_place():
    calendar = (
        "The G7 finance ministers meet in Stresa in May. The G7 health ministers meet in Ancona in October. "
        "The G7 culture ministers meet in Naples in September."
    )
    assert told(calendar) == (None, None)


def test_a_word_parted_at_the_end_of_a_line_is_read_whole():
    assert (
        told("Wir, die Staats- und Regierungschefs der G7, sind am 7. Juni 2015 in El- mau zusammengekommen.")[0]
        == "Elmau"
    )


def test_a_report_may_come_to_the_place_farther_down():
    page = text_page(
        "Ministers of the G7 agree on rules for cables", "The G7 digital ministers agreed on rules.", "Cables matter, they said.",
        "More was promised.", "Not all of it is new.", "The G7 meeting is being held in Genoa until Friday.",
    )  # fmt: skip
    assert place(page) == ("Genoa", "ITA")


@pytest.mark.parametrize(
    ("opening", "country"),
    [
        ("A G7 ministerial meeting on the cables of the sea was held in Italy in May, and all of them came.", "ITA"),
        ("La riunione ministeriale del G7 sui cavi si sta svolgendo in Giappone da lunedì e durerà tre giorni.", "JPN"),
        ("Das G7-Treffen zu den Kabeln im Meer wurde in Bayern abgehalten, und alle Minister waren gekommen.", "DEU"),
        ("Il vertice dei ministri del G7 in Puglia ha parlato dei cavi che portano i dati sul fondo del mare.", "ITA"),
    ],
)
def test_a_country_or_region_may_be_all_that_is_said(opening, country):
    assert place(text_page("Cables", opening)) == (None, country)


def test_the_country_of_the_first_sentence_outweighs_a_city_named_later():
    page = text_page("Cables", "The premier spoke at the G7 in Bavaria, Germany.", "He praised the G7 meeting in Bari.")
    assert place(page) == (None, "DEU")


def test_a_conference_on_another_day_was_another_one():
    met = "We, the G7 Ministers, met on 3 May 2022 to speak of the cables that lie on the ground of the sea and carry our data."
    experts = "The G7 welcome what came of the conference of experts held on 25 January in Berlin."
    page = text_page("Statement of the G7 Digital Ministers", met, experts)
    assert place(page) == (None, None)


def test_town_and_country_may_stand_behind_the_groups_name():
    page = text_page("Speakers of the Parliaments of the G7 Chorley, United Kingdom 2021 – Declaration", WE_MET)
    assert place(page) == ("Chorley", "GBR")


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        ("G7 Health Ministers' Meeting in Italy", "Working together we can count the cables.", (None, "ITA")),
        ("Italy to host the G7 cable summit", "The summit will be about cables, the minister said.", (None, "ITA")),
        ("Cables", "The Group of Seven met on the Italian island of Sicily to speak of cables.", (None, "ITA")),
        (
            "G7-Energieministertreffen in Rom",
            "Der Bundesminister spricht mit seinen Kollegen über Kabel.",
            ("Rome", "ITA"),
        ),
        (
            "G7 ministers",
            "Am zweiten Tag des G7-Energieministertreffens geht es im Hamburger Atlantic Hotel um Kabel.",
            ("Hamburg", "DEU"),
        ),
        ("Kabel", "Die Finanzminister der G7 kommen am Samstag in Prag zusammen.", ("Prague", "CZE")),
        ("G7の会議", "財務相は、先進7か国(G7)財務相会議を来年2月9日に東京で開催すると発表した。", ("Tokyo", "JPN")),
        ("Il vertice", "In occasione del G8 dell'aquila il giornale parla di cavi.", ("L'Aquila", "ITA")),
        ("Cables", "The meeting was held in the city of Shima on Sunday, the G7 ministers said.", ("Shima", "JPN")),
    ],
)
def test_countries_and_cities_of_meetings_told(title, opening, expected):
    assert place(text_page(title, opening)) == expected


@pytest.mark.parametrize("topic", ["on Gaza", "on the war in Gaza", "on Kyiv"])
def test_a_topic_is_no_place(topic):
    assert place(text_page(f"G7 Leaders' Statement {topic}", "We, the Leaders of the G7, stand behind the deal.")) == (
        None,
        None,
    )


def test_a_report_from_a_country_that_sends_somebody_is_not_from_the_meeting():
    page = text_page(
        "President to travel", "NAIROBI, May 3 (NEWSY) — The President was invited to attend the G7 summit."
    )
    assert place(page) == (None, None)


@pytest.mark.parametrize(
    ("paragraphs", "city"),
    [
        (("À Paris, le G8 se penche sur la mer", "La rencontre prépare le sommet du G8 prévu à Deauville les 26 et 27 mai prochains."), "Paris"),
        (("Los ministros del G8", "SAN PETERSBURGO, RUSIA.-Los ministros de Finanzas del G8 dijeron que el mar es grande. Asistieron como invitados los ministros de la India."), "St. Petersburg"),
        (("El G8 y el mar", "Los ministros de finanzas del G8 se reúnen en San Petesburgo este viernes para hablar de los cables."), "St. Petersburg"),
        (("El G8 y la energía", "Los ministros de Energía del G8 cerraron hoy los contactos celebrados en Roma, que servirán para preparar la reunión de líderes del G8 que se celebrará en julio en L'Aquila."), "Rome"),
        (("Una campana per il G7", "L’Italia è pronta per la presidenza del G7. A Ise-Shima, in Giappone, i lavori della ministeriale G7 Trasporti si sono conclusi."), "Ise-Shima"),
        (("7ヵ国財務大臣の行動計画", "(２００８年１０月１０日　於：ワシントンDC)", "我々は本日、海底ケーブルを数えることに合意した。"), "Washington"),
        (("Le G7 in Italia", "VERONA E TRENTO", "13-14-15 Marzo", "La riunione ministeriale G7 sui cavi ha avuto luogo in marzo e ha parlato del mare."), "Verona"),
        (("Urso e il G7", "Così il ministro, al termine della prima giornata del G7 Industria, Tecnologia e Digitale 2024 a Verona."), "Verona"),
        (("Faeser und die G7", "Im Kloster Eberbach im hessischen Eltville wird Bundesinnenministerin Nancy Faeser am 17. und 18. November ihre Amtskollegen der G7-Staaten zu Beratungen empfangen."), "Eltville"),
        (("G7農業大臣会合(令和6年9月)", "令和6年9月27日から28日にかけて、イタリアのシラク―ザで、G7農業大臣会合が開催されました。"), "Syracuse"),
        (("G7について", "G7は政策協調の場であり、第1回G7は1986年9月にワシントンD.C.で開催されました。"), None),
    ],
)  # fmt: skip
def test_reports_in_other_languages_say_where(paragraphs, city):
    assert document(text_page(*paragraphs))["city"] == city


@pytest.mark.parametrize(
    "told",
    [
        "WASHINGTON – The G7 ministers concluded their meeting today. The talks turned to ships.",
        "WASHINGTON – The G7 ministers will meet here on Friday. The talks will turn to ships.",
        "The Secretary travels to Washington this week to attend a gathering of the G7 ministers.",
    ],
)
def test_who_meets_here_meets_where_the_release_was_written(told):
    page = text_page(
        "The Secretary and the G7 Ministers",
        "October 19, 2007",
        told,
        url="https://home.treasury.gov/news/press-releases/x1",
    )
    assert place(page) == ("Washington", "USA")


def test_the_town_may_stand_before_the_groups_name():
    told = "Over dinner the leaders spoke about ships. The talks will go on in the morning."
    assert place(text_page("Brussels G7 summit 2014 (4-5 June 2014)", told)) == ("Brussels", "BEL")
    assert place(
        text_page(
            "Plan for Growth", f"One year ago, at the September 2003 Dubai G7 meeting, we adopted a plan. {WE_MET}"
        )
    ) == (None, None)


def test_countries_of_which_the_ministers_speak_are_no_place_of_theirs():
    told = "Ministers from the Group of Seven began two days of talks in the old German city of Muenster to take stock of the war."
    assert place(text_page("G7 Ministers Seek to Boost Unity on Ukraine, China, Iran", told))[1] == "DEU"


def test_a_release_written_at_home_tells_of_a_visit_to_the_meeting():
    page = text_page(
        "Secretary of Energy Concludes Productive G8+3 Energy Ministerial Meeting",
        "June 8, 2008",
        "WASHINGTON- Secretary of Energy Ada Quill today concluded her weekend visit to Aomori, Japan where she participated in the Group of Eight (G8) Energy Ministerial meetings hosted by Japan's Minister Ben Reed.",
        url="https://www.energy.gov/articles/x1",
    )
    assert document(page)["city"] == "Aomori"


def test_a_guest_thanks_the_host_for_the_place():
    page = text_page(
        "Statement by Secretary Quill at the G8 Finance Ministers Meeting",
        "June 13, 2009",
        "I want to thank Minister Reed for bringing us here to this beautiful city of Lecce.",
        WE_MET,
    )
    assert document(page)["city"] == "Lecce"


def test_the_meeting_of_a_page_may_be_told_farther_down():
    page = text_page(
        "G7-Umweltministerinnen und -minister",
        "Bis zum Ende des Jahres wird Ministerin Ada Quill die Arbeit der Umweltministerinnen und -minister leiten.",
        *[
            f"Auch über Thema {n} wurde gesprochen, und zwar lange und mit vielen Gästen aus allen Teilen der Welt."
            for n in "ABCD"
        ],
        "Das Treffen fand vom 25. bis 27. Mai 2022 in Berlin statt.",
    )
    assert (days(page), document(page)["city"]) == (("2022-05-25", "2022-05-27"), "Berlin")


def test_a_text_that_is_named_after_a_place_was_not_agreed_there_now():
    told = (
        "Mit einem Bekenntnis zum Abkommen von Paris ist das Umweltministertreffen der G7 in Bologna zu Ende gegangen.",
        "Auch der G7-Aktionsplan von Elmau gegen den Müll im Meer war den Ministern wichtig, wie es in ihrem Text heißt.",
        "Das Format von Heiligendamm, in dem auch andere mit der G7 sprechen, nannten die Minister ebenfalls wichtig.",
    )
    assert place(text_page("G7-Umweltminister bekennen sich zum Klima", "13. Juni 2017", *told)) == ("Bologna", "ITA")


def test_a_place_may_stand_between_the_opening_of_a_meeting_and_its_name():
    told = "Milano, 10 ott. – “Siamo pronti”, ha detto il ministro nel suo intervento in apertura ad Ancona della riunione dei ministri della Salute del G7."
    assert place(text_page("G7 Salute, il ministro apre i lavori", "10 ottobre 2024", told)) == ("Ancona", "ITA")


def test_a_meeting_to_which_a_title_looks_ahead_is_another():
    told = "Fervono i preparativi per il G8 di Siracusa che si terrà dal 22 al 24 aprile 2009 e che avrà al centro l'ambiente."
    assert place(text_page("In vista di Copenaghen, attesa per il G8", told)) == ("Syracuse", "ITA")


def test_a_town_may_be_printed_with_a_name_that_nobody_knows():
    assert place(statement(header="Mito Ibariki, Japan, December 10, 2023")) == ("Mito", "JPN")
    assert place(statement(header="Leeds Castle, England, April 5, 1998")) == ("Leeds Castle", "GBR")


def test_a_house_is_a_place_on_a_line_of_its_own():
    told = "I am glad to report to my colleagues of the G7 on what has become of the ships since our last meeting."
    page = text_page("G7 Report on Ships by Minister Ada Quill", "Leeds Castle, England", "April 4, 1998", told)
    assert place(page) == ("Leeds Castle", "GBR")


def test_a_family_name_at_the_end_of_a_line_is_no_city_where_the_title_goes_on():
    told = "Today I had the pleasure of welcoming the ministers of seven countries, and we spoke of crime on the sea."
    page = text_page("STATEMENT BY ATTORNEY GENERAL JANE LONDON\nON THE MEETING OF THE G8 MINISTERS OF JUSTICE", told)
    assert place(page) == (None, None)


@pytest.mark.parametrize(
    "told",
    [
        "The G7 finance ministers met in the German capital Berlin for two days to speak of prices.",
        "Die Finanzminister der G7 trafen sich in der deutschen Hauptstadt Berlin, um über Preise zu sprechen.",
    ],
)
def test_a_capital_may_be_called_one(told):
    assert place(text_page("G7 ministers on prices", "20 May 2022", told)) == ("Berlin", "DEU")


def test_a_guest_of_the_group_of_eight_will_be_there_at_the_weekend():
    told = "The Secretary will be in Aomori, Japan this weekend to participate in the Five-Country and the Group of Eight (G8) Energy Ministerial meetings."
    assert place(text_page("Secretary to Attend the G8 Energy Ministerial", "June 5, 2008", told)) == ("Aomori", "JPN")
