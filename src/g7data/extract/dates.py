"""Dates as they are written in English, French, German, Italian and Japanese.

One pass over a text gives every date in it: single days, ranges inside a month or over two, three days joined by "and",
numeric forms, era years, months alone. A date keeps the precision it was written with; a missing year stays missing until
somebody who knows the year completes it.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

_MONTHS = (
    ("january jan janvier janv januar jänner gennaio gen", 1),
    ("february feb février fevrier févr fevr febr februar febbraio", 2),
    ("march mar mars märz maerz marzo", 3),
    ("april apr avril avr aprile", 4),
    ("may mai maggio mag", 5),
    ("june jun juin juni giugno giu", 6),
    ("july jul juillet juil juli luglio lug", 7),
    ("august aug août aout agosto ago", 8),
    ("september sep sept septembre settembre set", 9),
    ("october oct octobre oktober okt ottobre ott", 10),
    ("november nov novembre", 11),
    ("december dec décembre decembre déc dezember dez dicembre dic", 12),
)
MONTHS = {name: number for names, number in _MONTHS for name in names.split()}
_NAMES = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
    r"\.?,?\s+(?:the\s+|den\s+|le\s+)?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°)?"
_JOIN = r"\s*(?:-to-|[-–—/]|to(?: the\b|(?![a-z]))|and\b|&|through\b|until\b|bis(?:\s+zum)?\b|und\b|et\b|au\b|e\b|ed\b|al\b|à\b)\s*"
_COMMA_OR_JOIN = rf"(?:\s*,\s*(?:{_JOIN})?|{_JOIN})"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"

_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<m1>{_NAMES})\b\.?\s+(?P<d1>{_DAY}){_ORDINAL}(?!\d)(?:,\s+{_YEAR.format('y1')}(?={_JOIN}\D))?"
    rf"(?:{_COMMA_OR_JOIN}(?:{_WEEKDAY})?(?:(?P<m2>{_NAMES})\b\.?\s+)?(?P<d2>{_DAY}){_ORDINAL}(?![\d:])"
    rf"(?:{_COMMA_OR_JOIN}(?P<d3>{_DAY}){_ORDINAL}(?![\d:]))?)?"
    rf"(?:\s*,?\s*{_YEAR.format('y')})?",
    re.I,
)
_DAY_FIRST = re.compile(
    rf"(?<![\d.,/:-])(?P<d1>{_DAY}){_ORDINAL}\.?"
    rf"(?:\s*(?:de\s+|di\s+)?(?P<m1>{_NAMES})\b\.?(?:,?\s+{_YEAR.format('y1')})?)?"
    rf"(?:{_COMMA_OR_JOIN}(?:{_WEEKDAY})?(?P<d2>{_DAY}){_ORDINAL}\.?(?:{_COMMA_OR_JOIN}(?P<d3>{_DAY}){_ORDINAL}\.?)?)?"
    rf"\s*(?:of\s+|de\s+|di\s+|d['’])?(?P<m2>{_NAMES})\b\.?"
    rf"(?:,?\s*{_YEAR.format('y')})?",
    re.I,
)
_DAY_FIRST_ONE = re.compile(
    rf"(?<![\d.,/:-])(?P<d1>{_DAY}){_ORDINAL}\.?\s*(?:of\s+|de\s+|di\s+|d['’])?(?P<m1>{_NAMES})\b\.?(?:,?\s*{_YEAR.format('y')})?",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<![\d.,/:-])(?:(?P<iso>(?P<iy>(?:19|20)\d\d)(?P<is>[-/.])(?P<im>0?[1-9]|1[0-2])(?P=is)(?P<id>0?[1-9]|[12]\d|3[01]))(?![\d.]\d|\d)|"
    r"(?:(?P<from>\d{1,2})\.?\s?[-–/]\s?)?(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<ny>(?:19|20)\d\d|\d\d)(?![\d.]))"
)
_MONTH_ONLY = re.compile(rf"(?<!\w)(?P<m>{_NAMES})\b\.?,?\s+{_YEAR.format('y')}", re.I)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_DIGITS = str.maketrans("０１２３４５６７８９元", "01234567891")
_KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_JA_YEAR = r"(?:(?P<{0}>(?:19|20)\d\d|[１２][０９][０-９]{{2}}|[一二][〇九][〇一二三四五六七八九]{{2}})年(?:\s*[(（](?:令和|平成|昭和)[元0-9０-９]{{1,2}}年[)）])?|(?P<{0}era>令和|平成|昭和)\s?(?P<{0}n>[元0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})年|(?P<{0}short>[’']?[0-9０-９]{{2}})年)"
_JA_DAY = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_JA_WEEKDAY = r"(?:\s?[(（][月火水木金土日](?:曜日?)?[)）])?"
JAPANESE = re.compile(
    rf"(?:{_JA_YEAR.format('y')}\s?)?(?P<m1>{_JA_DAY})月(?:\s?(?P<d1>{_JA_DAY})日{_JA_WEEKDAY}"
    rf"(?:\s?(?:及び|と|から|[、,・～〜~\-－–―])\s?(?:(?P<m2>{_JA_DAY})月)?(?P<d2>{_JA_DAY})日{_JA_WEEKDAY})?)?"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a text: first and last day, with `year` None where no year is written.

    `precision` is day, month or year; without a year, the days are those of the leap year 2000.
    """

    start: int
    end: int
    first: date
    last: date
    year: int | None
    precision: str
    rule: str

    def in_year(self, year: int) -> "Written | None":
        """The same days in a given year, or None where that year has no such day."""
        try:
            return replace(self, first=self.first.replace(year=year), last=self.last.replace(year=year), year=year)
        except ValueError:
            return None


_NO_YEAR = 2000
_DIGIT = re.compile(r"[0-9０-９元]|[一二三四五六七八九十]+(?=[年月日])")
_BEFORE = 40  # characters before a figure in which its date may begin: a weekday and a month
_BEHIND = 60
_TWO_DIGITS_TURN = 70  # two-digit years from 70 on are of the last century: the group met first in 1975


def find_dates(text: str, start: int = 0, end: int | None = None, *, month_first: bool = False) -> list[Written]:
    """Every date in `text[start:end]`, in order and without overlaps; `month_first` settles forms such as 02/03/2024."""
    found: list[Written] = []
    for a, b in _windows(text, start, len(text) if end is None else end):
        found.extend(_find_in(text[a:b], a, month_first=month_first))
    return found


def _windows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches around figures, where alone a date can stand, cut at blanks; most of a text has none."""
    windows: list[tuple[int, int]] = []
    for match in _DIGIT.finditer(text, start, end):
        if windows and match.start() < windows[-1][1]:
            continue
        last = windows[-1][1] if windows else start
        a = max(last, text.rfind(" ", start, max(start, match.start() - _BEFORE)) + 1, start)
        b = match.end() + _BEHIND
        while (further := _DIGIT.search(text, b - _BEHIND + 1, min(b, end))) is not None:
            b = further.end() + _BEHIND
        stop = text.find(" ", b, end)
        windows.append((a, end if stop < 0 else stop))
    return windows


def _find_in(stretch: str, offset: int, *, month_first: bool) -> list[Written]:
    found: list[Written] = []
    for rule in (_month_first, _day_first, _numeric, _japanese, _month_only):
        found = _with_those_between(found, sorted(rule(stretch, month_first), key=lambda w: (w.start, -w.end)))
    moved = (replace(w, start=w.start + offset, end=w.end + offset) for w in found)
    return list(moved)


def _with_those_between(found: list[Written], more: list[Written]) -> list[Written]:
    """Both lists as one in order; of `more`, only what overlaps nothing before it. Linear, as each list is in order."""
    merged: list[Written] = []
    i = 0
    for written in more:
        while i < len(found) and found[i].start < written.start:
            merged.append(found[i])
            i += 1
        after = found[i].start if i < len(found) else written.end
        if (not merged or merged[-1].end <= written.start) and written.end <= after:
            merged.append(written)
    return merged + found[i:]


def _month_first(text: str, _: bool) -> Iterator[Written]:
    for m in _MONTH_FIRST.finditer(text):
        month = MONTHS[m["m1"].lower()]
        last_month = MONTHS[m["m2"].lower()] if m["m2"] else month
        yield from _days(
            m, month, int(m["d1"]), last_month, int(m["d3"] or m["d2"] or m["d1"]), m["y"], "month-day-year"
        )


def _day_first(text: str, _: bool) -> Iterator[Written]:
    for m in _DAY_FIRST.finditer(text):
        if m["m1"] is not None and m["d2"] is None:
            continue
        last_month = MONTHS[m["m2"].lower()]
        month = MONTHS[m["m1"].lower()] if m["m1"] else last_month
        yield from _days(
            m, month, int(m["d1"]), last_month, int(m["d3"] or m["d2"] or m["d1"]), m["y"], "day-month-year"
        )
    for m in _DAY_FIRST_ONE.finditer(text):
        month = MONTHS[m["m1"].lower()]
        yield from _days(m, month, int(m["d1"]), month, int(m["d1"]), m["y"], "day-month-year")


def _days(
    m: re.Match[str], month: int, day: int, last_month: int, last_day: int, year: str | None, rule: str
) -> Iterator[Written]:
    own = m.groupdict().get("y1")
    base = int(own) if own else int(year) if year else _NO_YEAR
    try:
        first = date(base, month, day)
        last = date(int(year) if own and year else base + (last_month < month), last_month, last_day)
    except ValueError:
        return
    if last < first:  # "12, 5 May": two things, not a range
        last = first
    yield Written(m.start(), m.end(), first, last, int(year) if year else None, "day", rule)


def _numeric(text: str, month_first: bool) -> Iterator[Written]:
    for m in _NUMERIC.finditer(text):
        if m["iso"]:
            parts = int(m["iy"]), int(m["im"]), int(m["id"])
        else:
            a, b = int(m["a"]), int(m["b"])
            us = m["sep"] == "/" and (b > 12 or (month_first and a <= 12))
            year = int(m["ny"])
            if year < 100:
                year += 1900 if year >= _TWO_DIGITS_TURN else 2000
            parts = (year, a, b) if us else (year, b, a)
        try:
            last = date(*parts)
            first = last.replace(day=int(m["from"])) if m["from"] else last
        except ValueError:
            continue
        if first <= last:
            yield Written(m.start(), m.end(), first, last, parts[0], "day", "numeric")


def _month_only(text: str, _: bool) -> Iterator[Written]:
    for m in _MONTH_ONLY.finditer(text):
        year, month = int(m["y"]), MONTHS[m["m"].lower()]
        yield Written(
            m.start(),
            m.end(),
            date(year, month, 1),
            date(year, month, monthrange(year, month)[1]),
            year,
            "month",
            "month-year",
        )


def _japanese(text: str, _: bool) -> Iterator[Written]:
    if "月" not in text:
        return
    for m in JAPANESE.finditer(text):
        year = japanese_year(m, "y")
        base = year or _NO_YEAR
        month = _figure(m["m1"])
        try:
            if m["d1"] is None:
                if year is None:
                    continue
                first, last = date(base, month, 1), date(base, month, monthrange(base, month)[1])
                yield Written(m.start(), m.end(), first, last, year, "month", "japanese-month")
                continue
            first = date(base, month, _figure(m["d1"]))
            last_month = _figure(m["m2"]) if m["m2"] else month
            last = date(base, last_month, _figure(m["d2"])) if m["d2"] else first
        except ValueError:
            continue
        yield Written(m.start(), m.end(), first, max(first, last), year, "day", "japanese")


def _figure(written: str) -> int:
    """A number up to 99 in figures of either width or in kanji: 二十六 is 26."""
    tens, ten, ones = written.translate(_DIGITS).translate(_KANJI_DIGITS).partition("十")
    return 10 * int(tens or 1) + int(ones or 0) if ten else int(tens)


def japanese_year(m: re.Match[str], name: str) -> int | None:
    """The year of a match of a Japanese date: western, of an era, or the last two digits of a western one."""
    if m[name]:
        return int(m[name].translate(_DIGITS).translate(_KANJI_DIGITS))
    if m[f"{name}era"]:
        return _ERAS[m[f"{name}era"]] + _figure(m[f"{name}n"])
    if m[f"{name}short"]:
        number = int(m[f"{name}short"].lstrip("’'").translate(_DIGITS))
        return number + (1900 if number >= _TWO_DIGITS_TURN else 2000)
    return None
