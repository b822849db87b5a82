"""Lists and calendars of meetings, in every order of date, name and place; what is planned is not held."""

import pytest

from tests.linear_time import assert_linear
from tests.support_pages import column, document, html_page, quotes, rows, text_page
from tests.test_extract_observations import labels, sample


def calendar(title, *lines, lead="", published="2023-01-20"):
    items = "".join(f"<li>{line}</li>" for line in lines)
    head = f'<head><meta property="article:published_time" content="{published}"></head>' if published else ""
    return html_page(f"<html>{head}<body><h1>{title}</h1><p>{lead}</p><ul>{items}</ul></body></html>")


def told(page, *indicators):
    """Name, date, place of each meeting, and whether it is planned."""
    seen = {}
    for row in rows(page, "observations"):
        first = seen.setdefault(row["meeting_as_written"], [str(row["date_start"]), str(row["date_end"]), None, None])
        if row["indicator"] == "date":
            first[3] = row["value_code"]
        elif row["indicator"] == "place":
            first[2] = row["value"]
    return {name: tuple(values) for name, values in seen.items()}


JAPAN = "Japan invites the ministers of the G7 to cities all over the country in 2023."


def test_a_line_may_begin_with_the_date():
    page = calendar(
        "G7 Ministerial Meetings in 2023",
        "April 15–16 Climate, Energy and Environment Ministers' Meeting, Sapporo",
        "April 16-18: Foreign Ministers' Meeting in Karuizawa, Nagano",
        "May 11–13 – Finance Ministers and Central Bank Governors – Niigata",
        lead=JAPAN,
    )
    assert told(page) == {
        "Climate, Energy and Environment Ministers' Meeting": ("2023-04-15", "2023-04-16", "Sapporo", "planned"),
        "Foreign Ministers' Meeting": ("2023-04-16", "2023-04-18", "Karuizawa, Nagano", "planned"),
        "Finance Ministers and Central Bank Governors": ("2023-05-11", "2023-05-13", "Niigata", "planned"),
    }
    assert column(page, "observations", "track")[::2] == ["environment", "foreign", "finance"]


def test_a_line_may_begin_with_the_name_of_a_portfolio():
    page = calendar(
        "G7 2023: calendar of ministerial meetings",
        "Finance: Niigata, 11–13 May 2023",
        "Labour and Employment: Kurashiki, 22–23 April 2023",
        "Justice: Tokyo, 7 July 2023 (chaired by: Ken Saito)",
        lead=JAPAN,
    )
    assert told(page)["Finance"] == ("2023-05-11", "2023-05-13", "Niigata", "planned")
    assert told(page)["Labour and Employment"] == ("2023-04-22", "2023-04-23", "Kurashiki", "planned")
    assert [r["value"] for r in rows(page, "observations") if r["indicator"] == "chair"] == ["Ken Saito"]


def test_a_list_of_definitions():
    page = html_page(
        f"<h1>G7 ministerial meetings in 2023</h1><p>{JAPAN}</p><dl><dt>Digital and Tech Ministers' Meeting</dt><dd>29–30 April 2023</dd><dd>Takasaki</dd>"
        "<dt>Health Ministers' Meeting</dt><dd>13–14 May 2023, Nagasaki</dd>"
        "<dt>Trade Ministers' Meeting</dt><dd>Date: 28–29 October 2023</dd><dd>Venue: Sakai</dd></dl>"
    )
    assert told(page) == {
        "Digital and Tech Ministers' Meeting": ("2023-04-29", "2023-04-30", "Takasaki", None),
        "Health Ministers' Meeting": ("2023-05-13", "2023-05-14", "Nagasaki", None),
        "Trade Ministers' Meeting": ("2023-10-28", "2023-10-29", "Sakai", None),
    }


def test_days_below_the_name_of_their_month():
    page = html_page(
        f"<h1>G7 2023: dates of meetings</h1><p>{JAPAN}</p><h2>April 2023</h2><ul><li>15–16 Climate, Energy and Environment (Sapporo)</li>"
        "<li>29–30: Digital and Tech, Takasaki</li></ul><h2>May</h2><ul><li>11-13 Finance, Niigata</li></ul>"
    )
    assert [days[:2] for days in told(page).values()] == [
        ("2023-04-15", "2023-04-16"),
        ("2023-04-29", "2023-04-30"),
        ("2023-05-11", "2023-05-13"),
    ]
    assert {"15–16", "April 2023", "May"} <= set(quotes(page, "date_start", "observations"))


def test_dates_above_their_meetings():
    page = html_page(
        "<head><meta name=date content=2011-04-20></head><h1>The Road to the 2011 G8 Summit</h1><p>Dates are listed when they become known.</p>"
        "<p>September 9-10, 2011<br>G7 finance ministers, Marseille, France</p><p>May 26-27, 2011<br>Deauville Summit, Deauville, France<br>Documents</p>"
        "<p>March 17, 2011<br>G7 finance ministers conference call</p><p>March 14-15, 2011<br>G8 foreign ministers, Paris, France</p>"
    )
    assert told(page)["G7 finance ministers"] == ("2011-09-09", "2011-09-10", "Marseille, France", "planned")
    assert told(page)["G8 foreign ministers"] == ("2011-03-14", "2011-03-15", "Paris, France", "held")
    modes = [(r["value"], r["value_code"]) for r in rows(page, "observations") if r["indicator"] == "mode"]
    assert modes == [("conference call", "virtual")]


def test_name_date_and_place_in_three_lines():
    page = html_page(sample("2024-calendario-ministeriali-italia"))
    wanted = [
        (m["name"], m["dates"], m["place"]) for m in labels("2024-calendario-ministeriali-italia")["meetings_planned"]
    ]
    by_name = {}
    for row in rows(page, "observations"):
        by_name.setdefault(row["meeting_as_written"], {})[row["indicator"]] = row["value"]
    assert [(name, said["date"], said["place"]) for name, said in by_name.items()] == wanted
    assert {r["value_code"] for r in rows(page, "observations") if r["indicator"] == "date"} == {"planned"}
    assert {str(r["date_start"])[:4] for r in rows(page, "observations") if r["date_start"]} == {"2024"}
    assert [r["value"] for r in rows(page, "observations") if r["value_code"] == "undecided"] == ["sede da definire"]


@pytest.mark.parametrize(
    ("title", "lead", "lines", "expected"),
    [
        (
            "Calendrier des réunions ministérielles du G7 en 2019",
            "La présidence française reçoit les ministres du G7 dans plusieurs villes.",
            ("5 et 6 avril : réunion des ministres des Affaires étrangères à Dinard", "5-6 mai : réunion des ministres de l'Environnement, Metz",
             "17 et 18 juillet : réunion des ministres des Finances, Chantilly"),
            [("2019-04-05", "2019-04-06", "Dinard"), ("2019-05-05", "2019-05-06", "Metz"), ("2019-07-17", "2019-07-18", "Chantilly")],
        ),
        (
            "Termine der G7-Ministertreffen 2022",
            "Die deutsche G7-Präsidentschaft lädt an diese Orte ein.",
            ("12. bis 14. Mai: Außenministerinnen und Außenminister in Weissenhaus", "13.–14. Mai 2022: Agrarminister, Stuttgart", "18.-20. Mai 2022 | Finanzen | Königswinter"),
            [("2022-05-12", "2022-05-14", "Weissenhaus"), ("2022-05-13", "2022-05-14", "Stuttgart"), ("2022-05-18", "2022-05-20", "Königswinter")],
        ),
        (
            "Il calendario delle riunioni ministeriali del G7 nel 2017",
            "La presidenza italiana del G7 accoglie i ministri in varie città.",
            ("Cultura – Firenze – 30 e 31 marzo 2017", "Finanze – Bari – dall'11 al 13 maggio 2017", "Trasporti – Cagliari – 21-22 giugno 2017"),
            [("2017-03-30", "2017-03-31", "Firenze"), ("2017-05-11", "2017-05-13", "Bari"), ("2017-06-21", "2017-06-22", "Cagliari")],
        ),
        (
            "G7関係閣僚会合の日程",
            "2023年のG7広島サミットに伴い、次の関係閣僚会合を開きます。",
            ("外務大臣会合（長野県軽井沢町）　4月16日～18日", "財務大臣・中央銀行総裁会議　新潟市　5月11日～13日", "保健大臣会合：長崎市、5月13日～14日"),
            [("2023-04-16", "2023-04-18", "長野県軽井沢町"), ("2023-05-11", "2023-05-13", "新潟市"), ("2023-05-13", "2023-05-14", "長崎市")],
        ),
    ],
)  # fmt: skip
def test_other_languages(title, lead, lines, expected):
    page = calendar(title, *lines, lead=lead, published=None)
    assert [days[:3] for days in told(page).values()] == expected


def test_japanese_days_below_their_month():
    page = text_page(
        "G7関係閣僚会合開催日程",
        "2023年のG7広島サミットの関係閣僚会合の日程は以下のとおりです。",
        "4月",
        "15日～16日　気候・エネルギー・環境大臣会合（札幌市）\n16日～18日　外務大臣会合（軽井沢町）",
        "5月",
        "11日～13日　財務大臣・中央銀行総裁会議（新潟市）",
    )
    assert told(page)["外務大臣会合"] == ("2023-04-16", "2023-04-18", "軽井沢町", None)


MEETINGS = (
    "January 12, 2023: G7 finance ministers, London",
    "April 16-18, 2023: foreign ministers, Karuizawa",
    "May 11-13, 2023: health ministers, Nagasaki",
)


def codes(page):
    return [r["value_code"] for r in rows(page, "observations") if r["indicator"] == "date"]


def test_the_day_of_the_page_parts_what_was_held_from_what_is_planned():
    assert codes(calendar("G7 meetings in 2023", *MEETINGS, published="2023-04-17")) == ["held", None, "planned"]
    page = calendar("G7 meetings in 2023", *MEETINGS, published="2023-04-17")
    assert quotes(page, "value_code", "observations")[0] == "2023-04-17"


def test_without_a_day_of_the_page_nothing_is_guessed():
    assert codes(calendar("G7 meetings in 2023", *MEETINGS, published=None)) == [None, None, None]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("(cancelled)", "cancelled"),
        ("(postponed)", "postponed"),
        ("(tbc)", "planned"),
        ("annulée", "cancelled"),
        ("à confirmer", "planned"),
        ("abgesagt", "cancelled"),
        ("verschoben", "postponed"),
        ("voraussichtlich", "planned"),
        ("annullata", "cancelled"),
        ("rinviata", "postponed"),
        ("中止", "cancelled"),
        ("延期", "postponed"),
        ("予定", "planned"),
    ],
)
def test_the_words_of_the_line_outdo_the_day_of_the_page(words, code):
    page = calendar("G7 meetings in 2023", f"{MEETINGS[0]}, {words}", *MEETINGS[1:], published="2023-12-30")
    assert codes(page) == [code, "held", "held"]


def test_a_heading_may_part_them():
    page = html_page(
        f"<h1>G7 meetings of ministers</h1><p>{JAPAN}</p><h2>Past meetings</h2><ul><li>{MEETINGS[0]}</li></ul>"
        f"<h2>Upcoming meetings</h2><ul><li>{MEETINGS[1]}</li><li>{MEETINGS[2]}</li></ul>"
    )
    assert codes(page) == ["held", "planned", "planned"]


def test_a_sentence_before_the_list_may_say_that_they_are_planned():
    page = calendar(
        "G7 meetings in 2023", *MEETINGS, lead="These meetings of the G7 are planned for 2023.", published=None
    )
    assert codes(page) == ["planned"] * 3
    assert "These meetings of the G7 are planned for 2023." in quotes(page, "value_code", "observations")


def test_every_value_is_quoted():
    page = calendar("G7 meetings in 2023", *MEETINGS, published="2023-04-17")
    text = document(page)["text"]
    for row in rows(page, "observations"):
        assert text[row["start"] : row["end"]] == row["value"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("G7 meetings and news", ("May 13, 2023: G7 Finance Ministers' Communiqué", "May 14, 2023: G7 health ministers' declaration", "April 30, 2023: Statement of the G7 digital ministers")),
        ("G7 Foreign Ministers' Meeting: schedule", ("May 11, 2023: Arrival of the foreign ministers, Bari", "May 12, 2023: Foreign ministers' session, Bari", "May 13, 2023: Foreign ministers' lunch, Bari")),
        ("G7 Digital Ministers' Declaration", ("We welcome the outcome of May 3, 2023 on cables.", "We ask officials to report by June 1, 2023.", "We will meet on July 3, 2023.")),
        ("What the G7 ministers will do on these dates", ("Finance: 40 measures", "Health: 12 measures", "Justice: 3 measures")),
    ],
)  # fmt: skip
def test_other_lists_give_none(title, lines):
    page = calendar(title, *lines, lead="The G7 ministers told the press what they had agreed on.")
    assert rows(page, "observations") == []


@pytest.mark.parametrize("line", ["1-" * 90, "May 1 " * 30, "a, " * 60, "1 " * 99, "G7 " * 60, "（" * 190])
def test_reading_lists_takes_linear_time(line):
    assert_linear(lambda lines: calendar("G7 meetings in 2023", *[f"{line} {n}" for n in range(lines)]), 40, 10)
