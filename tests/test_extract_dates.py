"""Dates as people write them, in five languages: every day that is meant, and no day that is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.extract.dates import find_dates
from g7data.extract.dates_ja import bare_days
from tests.support_reading import comes_back


def read(text, **options):
    return [(w.first.isoformat(), w.last.isoformat()) for w in find_dates(text, **options)]


def one(text, **options):
    (written,) = find_dates(text, **options)
    return written


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("April 30, 2023", "2023-04-30"),
        ("30 April 2023", "2023-04-30"),
        ("30th April 2023", "2023-04-30"),
        ("the 7th of June 2015", "2015-06-07"),
        ("June 7th, 2015", "2015-06-07"),
        ("Saturday, April 29, 2023", "2023-04-29"),
        ("AUGUST 23, 1998", "1998-08-23"),
        ("4 JULY 2021", "2021-07-04"),
        ("Sept. 26, 2017", "2017-09-26"),
        ("Feb. 19, 2021", "2021-02-19"),
        ("Washington, D.C., April 13, 1988", "1988-04-13"),
        ("le 1er mai 2019", "2019-05-01"),
        ("samedi 29 avril 2023", "2023-04-29"),
        ("le 26 août 2019", "2019-08-26"),
        ("19. Februar 2021", "2021-02-19"),
        ("Freitag, den 19. Februar 2021", "2021-02-19"),
        ("am 4. März 2022", "2022-03-04"),
        ("Fiuggi-Anagni, 26 Novembre 2024", "2024-11-26"),
        ("1º maggio 2017", "2017-05-01"),
        ("18.04.2023", "2023-04-18"),
        ("05.05.2021", "2021-05-05"),
        ("2023-04-30", "2023-04-30"),
        ("2023-04-30T10:15:00+02:00", "2023-04-30"),
        ("30/04/2023", "2023-04-30"),
        ("02/14/2026", "2026-02-14"),
        ("2023年4月30日", "2023-04-30"),
        ("2023年（令和5年）4月30日", "2023-04-30"),
        ("令和5年4月30日", "2023-04-30"),
        ("令和元年8月24日", "2019-08-24"),
        ("平成28年4月29日", "2016-04-29"),
        ("平成元年7月14日", "1989-07-14"),
        ("昭和54年6月28日", "1979-06-28"),
        ("２０２３年４月３０日", "2023-04-30"),
        ("令和６年３月１８日", "2024-03-18"),
    ],
)
def test_a_single_day(text, day):
    assert read(text) == [(day, day)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("April 29-30, 2023", "2023-04-29", "2023-04-30"),
        ("April 29 – 30, 2023", "2023-04-29", "2023-04-30"),
        ("June 19 -22, 1997", "1997-06-19", "1997-06-22"),
        ("June 19-22,1997", "1997-06-19", "1997-06-22"),
        ("29–30 April 2023", "2023-04-29", "2023-04-30"),
        ("29 and 30 April 2023", "2023-04-29", "2023-04-30"),
        ("29 & 30 April 2023", "2023-04-29", "2023-04-30"),
        ("29 to 30 April 2023", "2023-04-29", "2023-04-30"),
        ("12 to15 March 2024", "2024-03-12", "2024-03-15"),
        ("10-11July 2010", "2010-07-10", "2010-07-11"),
        ("19 and 20 September, 1998", "1998-09-19", "1998-09-20"),
        ("the 1st and 2nd of July 1990", "1990-07-01", "1990-07-02"),
        ("October 28 to Sunday, October 29, 2023", "2023-10-28", "2023-10-29"),
        ("From Saturday, October 28 to Sunday, October 29, 2023", "2023-10-28", "2023-10-29"),
        ("Monday 26 to Wednesday 28 June 2022", "2022-06-26", "2022-06-28"),
        ("29 April - 30 April 2023", "2023-04-29", "2023-04-30"),
        ("les 5 et 6 mai 2019", "2019-05-05", "2019-05-06"),
        ("du 4 au 6 avril 2019", "2019-04-04", "2019-04-06"),
        ("du 24 au 26 août 2019", "2019-08-24", "2019-08-26"),
        ("7. und 8. Juni 2015", "2015-06-07", "2015-06-08"),
        ("3./4. November 2022", "2022-11-03", "2022-11-04"),
        ("18.-20. Mai 2022", "2022-05-18", "2022-05-20"),
        ("11.–13. Juni 2021", "2021-06-11", "2021-06-13"),
        ("vom 12. bis 14. Mai 2022", "2022-05-12", "2022-05-14"),
        ("26-28. Juni 2022", "2022-06-26", "2022-06-28"),
        ("il 25 e 26 novembre 2024", "2024-11-25", "2024-11-26"),
        ("dal 17 al 19 aprile 2024", "2024-04-17", "2024-04-19"),
        ("18.-19.05.2022", "2022-05-18", "2022-05-19"),
        ("(4-5.07.19, Paris)", "2019-07-04", "2019-07-05"),
        ("14-15/05/2022", "2022-05-14", "2022-05-15"),
        ("2023年4月29日及び30日", "2023-04-29", "2023-04-30"),
        ("2023年(令和5年)4月29日及び30日", "2023-04-29", "2023-04-30"),
        ("令和5年4月29日から30日", "2023-04-29", "2023-04-30"),
        ("平成28年4月29日～30日", "2016-04-29", "2016-04-30"),
        ("昭和54年6月28日〜29日", "1979-06-28", "1979-06-29"),
        ("2016年5月26日（木）・27日（金）", "2016-05-26", "2016-05-27"),
        ("1997年6月20日－22日", "1997-06-20", "1997-06-22"),
    ],
)
def test_a_range_of_days(text, first, last):
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("September 30-October 1, 2017", "2017-09-30", "2017-10-01"),
        ("September 30 to October 1, 2017", "2017-09-30", "2017-10-01"),
        ("30 September and 1 October 2017", "2017-09-30", "2017-10-01"),
        ("30 September - 1 October 2017", "2017-09-30", "2017-10-01"),
        ("du 30 avril au 1er mai 2019", "2019-04-30", "2019-05-01"),
        ("vom 30. Juni bis zum 2. Juli 2022", "2022-06-30", "2022-07-02"),
        ("dal 30 settembre al 1º ottobre 2017", "2017-09-30", "2017-10-01"),
        ("2023年4月29日から5月1日", "2023-04-29", "2023-05-01"),
        ("December 31-January 1, 2017", "2017-12-31", "2018-01-01"),
    ],
)
def test_a_range_over_two_months(text, first, last):
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("13, 14 and 15 March 2024", "2024-03-13", "2024-03-15"),
        ("March 13, 14 and 15, 2024", "2024-03-13", "2024-03-15"),
        ("March 13, 14, and 15, 2024", "2024-03-13", "2024-03-15"),
        ("13-14-15 marzo 2024", "2024-03-13", "2024-03-15"),
        ("13, 14 e 15 marzo 2024", "2024-03-13", "2024-03-15"),
        ("24, 25 et 26 août 2019", "2019-08-24", "2019-08-26"),
        ("24., 25. und 26. August 2019", "2019-08-24", "2019-08-26"),
    ],
)
def test_three_days_are_one_range(text, first, last):
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("April 2023", "month", "2023-04-01", "2023-04-30"),
        ("avril 2019", "month", "2019-04-01", "2019-04-30"),
        ("im Februar 2020", "month", "2020-02-01", "2020-02-29"),
        ("maggio 2017", "month", "2017-05-01", "2017-05-31"),
        ("2023年4月", "month", "2023-04-01", "2023-04-30"),
        ("令和5年4月", "month", "2023-04-01", "2023-04-30"),
        ("16年5月", "month", "2016-05-01", "2016-05-31"),
        ("30 April 2023", "day", "2023-04-30", "2023-04-30"),
    ],
)
def test_a_date_keeps_the_precision_it_was_written_with(text, precision, first, last):
    written = one(text)
    assert (written.precision, written.first.isoformat(), written.last.isoformat()) == (precision, first, last)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("May 18-20", 5, 18),
        ("7-8 November", 11, 7),
        ("4月10日～11日", 4, 10),
        ("４月２９日・３０日", 4, 29),
        ("1-2 luglio", 7, 1),
        ("les 5 et 6 mai", 5, 5),
    ],
)
def test_a_year_that_is_not_written_stays_missing_until_somebody_gives_it(text, month, day):
    written = one(text)
    assert written.year is None
    assert written.in_year(2016).first == date(2016, month, day)
    assert written.in_year(2016).year == 2016


def test_no_year_makes_a_day_that_it_does_not_have():
    assert one("29 February").in_year(2023) is None
    assert one("29 February").in_year(2024).first == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "year"),
    [("14/02/21", 2021), ("05.07.69", 2069), ("05.07.70", 1970), ("21年6月11日", 2021), ("75年11月15日", 1975)],
)
def test_a_year_of_two_digits_lies_between_1970_and_2069(text, year):
    assert one(text).year == year


def test_whether_the_month_comes_first_depends_on_who_writes():
    assert read("02/03/2024") == [("2024-03-02", "2024-03-02")]
    assert read("02/03/2024", month_first=True) == [("2024-02-03", "2024-02-03")]


@pytest.mark.parametrize(
    "text",
    [
        "in May we met",
        "2022",
        "31.02.2021",
        "99/99/2021",
        "13月40日",
        "the 2030 Agenda",
        "COVID-19",
        "Article 12.3.4",
        "at 12:30",
        "10.0.0.1",
        "+1 202-622-2960",
        "paragraphs 3-5",
        "2023-13-45",
        "No. 2019/1020",
        "",
    ],
)
def test_what_is_no_date_is_none(text):
    assert read(text) == []


def test_every_date_of_a_text_is_found_in_order_with_its_place():
    text = "We met on 8, 9 and 10 July 2009, after 5 May 2008 (2008年5月5日), and will meet in June 2010."
    found = find_dates(text)
    assert [text[w.start : w.end] for w in found] == [
        "8, 9 and 10 July 2009",
        "5 May 2008",
        "2008年5月5日",
        "June 2010",
    ]


def test_only_the_stretch_that_is_asked_for_is_searched():
    text = "30 April 2023 and 1 May 2024"
    (written,) = find_dates(text, 18)
    assert (text[written.start : written.end], written.year) == ("1 May 2024", 2024)


def test_a_time_of_day_is_no_part_of_a_range():
    assert read("on May 5 to 12:30, 2021")[0] == ("2000-05-05", "2000-05-05")


@settings(deadline=None, max_examples=120)
@given(st.text(st.sampled_from("0123456789 ,.-–/年月日令和平成昭元～（）May Juni et 1er 2023 and "), max_size=80))
def test_dates_lie_in_the_text_and_do_not_overlap(text):
    position = 0
    for written in find_dates(text):
        assert position <= written.start < written.end <= len(text)
        assert written.first <= written.last
        position = written.end


@settings(deadline=None, max_examples=100)
@given(st.dates(date(1975, 1, 1), date(2069, 12, 31)), st.sampled_from(["{0:%B} {0.day}, {0.year}", "{0.day} {0:%B} {0.year}", "{0.day:02}.{0.month:02}.{0.year}", "{0:%Y-%m-%d}", "{0.year}年{0.month}月{0.day}日"]))  # fmt: skip
def test_every_day_is_read_as_it_was_written(day, form):
    assert read(form.format(day)) == [(day.isoformat(), day.isoformat())]


@settings(deadline=None, max_examples=100)
@given(st.dates(date(1989, 1, 8), date(2060, 1, 1)))
def test_every_day_of_an_era_is_read(day):
    era, year = ("令和", day.year - 2018) if day >= date(2019, 5, 1) else ("平成", day.year - 1988)
    assert read(f"{era}{'元' if year == 1 else year}年{day.month}月{day.day}日") == [(day.isoformat(), day.isoformat())]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("31 December 2016 to 1 January 2017", "2016-12-31", "2017-01-01"),
        ("April 29, 2023 to April 30, 2023", "2023-04-29", "2023-04-30"),
        ("2023年4月29日～2023年4月30日", "2023-04-29", "2023-04-30"),
        ("2024年9月12日(木)~2024年9月13日(金)", "2024-09-12", "2024-09-13"),
        ("2023年4月29～30日", "2023-04-29", "2023-04-30"),
        ("2023年4月22~23日", "2023-04-22", "2023-04-23"),
        ("2023年4月15、16日", "2023-04-15", "2023-04-16"),
        ("2017年5月26、27両日", "2017-05-26", "2017-05-27"),
        ("2023年4月15、16、17日", "2023-04-15", "2023-04-17"),
        ("2023年12月31日から1月2日", "2023-12-31", "2024-01-02"),
        ("Da giovedì 11 a sabato 13 aprile 2024", "2024-04-11", "2024-04-13"),
        ("Ce jeudi 10 et ce vendredi 11 octobre 2024", "2024-10-10", "2024-10-11"),
        ("von Sonntag, 26., bis Dienstag, 28. Juni 2022", "2022-06-26", "2022-06-28"),
        ("May 26-‐27, 2017", "2017-05-26", "2017-05-27"),
        ("18 B 20 June, 1999", "1999-06-18", "1999-06-20"),
        ("11th to the 13th of June 2021", "2021-06-11", "2021-06-13"),
        ("12-to-15 March 2024", "2024-03-12", "2024-03-15"),
    ],
)
def test_ranges_written_at_length(text, first, last):
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 avr. 2019", "2019-04-04"),
        ("le 3 juil. 2019", "2019-07-03"),
        ("平成二十八年五月二十六日", "2016-05-26"),
        ("二〇一六年五月二十六日", "2016-05-26"),
        ("2023年 4月 30日", "2023-04-30"),
        ("2023/4/30", "2023-04-30"),
        ("2023.4.30", "2023-04-30"),
        ("STRESA - 24-5-2024 --", "2024-05-24"),
        ("mise en ligne :06 07 2006 (n° 16)", "2006-07-06"),
        ("May 22, 2025 - Banff, Alberta", "2025-05-22"),
        ("May 1, 2018 -- Ottawa", "2018-05-01"),
    ],
)
def test_single_days_in_other_forms(text, day):
    assert read(text) == [(day, day)]


def test_a_text_that_is_nothing_but_dates_is_read():
    text = "May 1 " * 20_000
    assert len(comes_back(lambda: find_dates(text), seconds=8)) == 20_000


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("8 de junio de 2018", "2018-06-08", "2018-06-08"),
        ("lunes, 5 de septiembre de 2022", "2022-09-05", "2022-09-05"),
        ("del 8 al 9 de junio de 2018", "2018-06-08", "2018-06-09"),
        ("entre el 8 y el 9 de junio de 2018", "2018-06-08", "2018-06-09"),
        ("8 e 9 de outubro de 2018", "2018-10-08", "2018-10-09"),
        ("14 de março de 2025", "2025-03-14", "2025-03-14"),
        ("16 en 17 mei 2023", "2023-05-16", "2023-05-17"),
        ("16 tot en met 18 augustus 2023", "2023-08-16", "2023-08-18"),
        ("16 t/m 18 maart 2023", "2023-03-16", "2023-03-18"),
        ("junio de 2018", "2018-06-01", "2018-06-30"),
    ],
)
def test_spanish_portuguese_and_dutch_have_their_months(text, first, last):
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "month", "day"), [("28 set.", 9, 28), ("09 MAG", 5, 9), ("10 OTT", 10, 10), ("22 abr.", 4, 22)]
)
def test_months_are_cut_short_in_datelines(text, month, day):
    written = one(f"PESCARA, {text} -")
    assert (written.year, written.first.month, written.first.day) == (None, month, day)


@pytest.mark.parametrize("text", ["we set 5 goals", "5 out of 7 members", "call 06 06 07 2006", "12 or 13 members"])
def test_words_and_numbers_in_a_row_are_no_dates(text):
    assert read(text) == []


def test_a_month_and_its_day_are_found_far_from_other_figures():
    text = "the plans for the summit in 2025 of the G7, which is to be held in the mountains near a lake, from June 15 to 17, 2025."
    assert read(text) == [("2025-06-15", "2025-06-17")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016 年 5 月 20-21 日", "2016-05-20", "2016-05-21"),
        ("2021年5月27日（日本時間夜）及び28日（同）", "2021-05-27", "2021-05-28"),
        ("2016年5月26日至27日", "2016-05-26", "2016-05-27"),
        ("平成 28 年 5 月 1 日", "2016-05-01", "2016-05-01"),
        ("95/06/06 Fact Sheet", "1995-06-06", "1995-06-06"),
    ],
)
def test_days_written_apart_or_with_something_between(text, first, last):
    assert read(text) == [(first, last)]


def test_days_without_their_month_are_of_the_month_of_a_day_among_them():
    text = "25日及び26日に開催、29日と30日は休み、2日間"
    assert [(d.first.day, d.last.day) for d in bare_days(text, 0, len(text), date(2009, 6, 26))] == [(25, 26)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("May 12 (Fri.) - 15 (Mon.), 2023", ("2023-05-12", "2023-05-15")),
        ("May 12 (Fri) and 13 (Sat), 2023", ("2023-05-12", "2023-05-13")),
    ],
)
def test_weekdays_in_brackets_part_no_range(text, days):
    assert read(text) == [days]
