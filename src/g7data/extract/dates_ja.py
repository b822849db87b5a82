"""Dates as they are written in Japanese: western and era years, figures of either width or kanji, ranges with one 日 or two."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from g7data.extract.guarded import guarded

NO_YEAR = 2000
"""The leap year in which days stand that are written without one."""
_TWO_DIGITS_TURN = 70  # two-digit years from 70 on are of the last century: the group met first in 1975
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_DIGITS = str.maketrans("０１２３４５６７８９元", "01234567891")
_KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_JA_YEAR = r"(?:(?P<{0}>(?:19|20)\d\d\s?(?=年)|[１２][０９][０-９]{{2}}|[一二][〇九][〇一二三四五六七八九]{{2}})年(?:\s*[(（](?:令和|平成|昭和)[元0-9０-９]{{1,2}}年[)）])?|(?P<{0}era>令和|平成|昭和)\s?(?P<{0}n>[元0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?年|(?P<{0}short>[’']?[0-9０-９]{{2}})年)"
_JA_DAY = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_JA_WEEKDAY = r"(?:\s?[(（][月火水木金土日](?:曜日?)?[)）])?"
_JA_ASIDE = r"(?:\s?[(（][^()（）\n]{1,30}[)）])?"  # "27日（日本時間夜）及び28日"
_JA_TO = r"\s?(?:から|至|到|[～〜~\-－–―])\s?"
_JA_JOIN = r"\s?(?:及び|および|並びに|ならびに|と|から|至|到|[、,，・～〜~\-－–―])\s?"
JAPANESE = re.compile(
    rf"(?:{_JA_YEAR.format('y')}\s?)?(?P<m1>{_JA_DAY})\s?月(?:\s?(?P<d1>{_JA_DAY})(?:\s?日{_JA_WEEKDAY}"
    rf"(?:{_JA_ASIDE}(?:{_JA_TO}{_JA_YEAR.format('y2')}\s?|{_JA_JOIN})(?:(?P<m2>{_JA_DAY})\s?月\s?)?(?P<d2>{_JA_DAY})\s?両?日{_JA_WEEKDAY})?"
    rf"|{_JA_WEEKDAY}(?:{_JA_JOIN}{_JA_DAY})?{_JA_JOIN}(?P<d3>{_JA_DAY})\s?両?日))?"
)
_BARE = guarded(
    rf"(?<![月年\d０-９])(?P<d1>[0-9０-９]{{1,2}})(?:日{_JA_WEEKDAY})?{_JA_JOIN}(?P<d2>[0-9０-９]{{1,2}})両?日(?![間本])"
)


@dataclass(frozen=True, slots=True)
class JapaneseDate:
    """A date at `text[start:end]`: first and last day, `year` where one is written, and whether days are (`day` or `month`)."""

    start: int
    end: int
    first: date
    last: date
    year: int | None
    precision: str


def japanese_days(text: str) -> Iterator[JapaneseDate]:
    """The dates of a text; a month counts only with its year."""
    for m in JAPANESE.finditer(text) if "月" in text else ():
        year = japanese_year(m, "y")
        if m["d1"] is None and year is None:
            continue
        try:
            first, last = _days(m, year or NO_YEAR)
        except ValueError:
            continue
        yield JapaneseDate(m.start(), m.end(), first, max(first, last), year, "month" if m["d1"] is None else "day")


def bare_days(text: str, start: int, end: int, near: date, *, whole_month: bool = False) -> Iterator[JapaneseDate]:
    """Ranges of days without a month, "25日及び26日", that hold a day which is known, or where its month is: they are of its month."""
    for m in _BARE.finditer(text, start, end):
        first, last = _figure(m["d1"]), _figure(m["d2"])
        if (first <= near.day or whole_month) and (
            max(first, 1 if whole_month else near.day) <= last <= monthrange(near.year, near.month)[1]
        ):
            days = near.replace(day=first), near.replace(day=last)
            yield JapaneseDate(m.start(), m.end(), *days, near.year, "day")


def japanese_year(m: re.Match[str], name: str) -> int | None:
    """The year of a match of a Japanese date: western, of an era, or the last two digits of a western one."""
    if m[name]:
        return int(m[name].strip().translate(_DIGITS).translate(_KANJI_DIGITS))
    if m[f"{name}era"]:
        return _ERAS[m[f"{name}era"]] + _figure(m[f"{name}n"])
    if m[f"{name}short"]:
        return full_year(int(m[f"{name}short"].lstrip("’'").translate(_DIGITS)))
    return None


def full_year(written: int) -> int:
    """The year that its last two digits mean, or the year itself."""
    return written if written > 99 else written + (1900 if written >= _TWO_DIGITS_TURN else 2000)


def _days(m: re.Match[str], year: int) -> tuple[date, date]:
    """First and last day of a match; the last one in a year of its own, the next or the same."""
    month = _figure(m["m1"])
    if m["d1"] is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    first = date(year, month, _figure(m["d1"]))
    day = m["d2"] or m["d3"]
    if day is None:
        return first, first
    last_month = _figure(m["m2"]) if m["m2"] else month
    return first, date(japanese_year(m, "y2") or year + (last_month < month), last_month, _figure(day))


def _figure(written: str) -> int:
    """A number up to 99 in figures of either width or in kanji: 二十六 is 26."""
    tens, ten, ones = written.translate(_DIGITS).translate(_KANJI_DIGITS).partition("十")
    return 10 * int(tens or 1) + int(ones or 0) if ten else int(tens)
