"""Dates as they are written in English, French, German, Italian and Japanese, and in Spanish, Portuguese and Dutch.

One pass over a text gives every date in it: single days, ranges inside a month or over two, three days joined by "and",
numeric forms, era years, months alone. A date keeps the precision it was written with; a missing year stays missing until
somebody who knows the year completes it.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from g7data.extract.any_case import any_case
from g7data.extract.dates_ja import NO_YEAR, full_year, japanese_days
from g7data.extract.guarded import guarded_words

_MONTHS = (
    ("january jan janvier janv januar jänner gennaio gen enero ene janeiro januari", 1),
    ("february feb février fevrier févr fevr febr februar febbraio febrero fevereiro fev februari", 2),
    ("march mar mars märz maerz marzo março maart mrt", 3),
    ("april apr avril avr aprile abril abr", 4),
    ("may mai maggio mag mayo maio mei", 5),
    ("june jun juin juni giugno giu junio junho", 6),
    ("july jul juillet juil juli luglio lug julio julho", 7),
    ("august aug août aout agosto ago augustus", 8),
    ("september sep sept septembre settembre set septiembre setiembre setembro", 9),
    ("october oct octobre oktober okt ottobre ott octubre outubro", 10),
    ("november nov novembre noviembre novembro", 11),
    ("december dec décembre decembre déc dezember dez dicembre dic diciembre dezembro", 12),
)
MONTHS = {name: number for names, number in _MONTHS for name in names.split()}
_WORDS = ("set", "ago")  # before a figure they are words: "we set 5 goals"


def _any(names: Iterable[str]) -> str:
    return any_case("|".join(sorted(names, key=len, reverse=True)))


_NAMES = _any(MONTHS)
_NAMES_BEFORE = _any(name for name in MONTHS if name not in _WORDS)
_ARTICLE = r"(?:(?:the|den|dem|le|ce|il|el|o|de)\s+)?"
_WEEKDAY = (
    rf"{_ARTICLE}(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|"
    rf"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.?,?\s+{_ARTICLE}"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°)?"
_ASIDE = r"(?:\s?\((?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom|jeu|sam|dim|mo|di|mi|do|fr|sa|so)[a-zéì]*\.?\))?"  # "12 (Fri.)"
_JOIN = (
    r"\s*(?:-to-|[-‐‑–—/]{1,2}|to(?: the\b|(?![a-z]))|and\b|&|through\b|until\b|bis(?:\s+zum)?\b|und\b|et\b|au\b|e\b|ed\b|al?\b|à\b|"
    r"y(?:\s+el)?\b|en\b|tot(?:\s+en\s+met)?\b|t/m\b|(?<=\s)[B?�](?=\s))\s*"
)  # a dash that was lost has become one of the last three
_COMMA_OR_JOIN = rf"(?:\s*,\s*(?:{_JOIN})?|{_JOIN})"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"

_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<m1>{_NAMES_BEFORE})\b\.?\s+(?P<d1>{_DAY}){_ORDINAL}(?!\d|:\d){_ASIDE}(?:,\s+{_YEAR.format('y1')}(?={_JOIN}\D))?"
    rf"(?:{_COMMA_OR_JOIN}(?:{_WEEKDAY})?(?:(?P<m2>{_NAMES})\b\.?\s+)?(?P<d2>{_DAY}){_ORDINAL}(?![\d:]){_ASIDE}"
    rf"(?:{_COMMA_OR_JOIN}(?P<d3>{_DAY}){_ORDINAL}(?![\d:]){_ASIDE})?)?"
    rf"(?:\s*,?\s*{_YEAR.format('y')})?",
    re.I,
)
_DAY_FIRST = re.compile(
    rf"(?<![\d.,/:-])(?P<d1>{_DAY}){_ORDINAL}\.?"
    rf"(?:\s*(?:de\s+|di\s+)?(?P<m1>{_NAMES})\b\.?(?:,?\s+{_YEAR.format('y1')})?)?"
    rf"(?:{_COMMA_OR_JOIN}(?:{_WEEKDAY})?(?P<d2>{_DAY}){_ORDINAL}\.?(?:{_COMMA_OR_JOIN}(?P<d3>{_DAY}){_ORDINAL}\.?)?)?"
    rf"\s*(?:of\s+|de\s+|di\s+|d['’])?(?P<m2>{_NAMES})\b\.?"
    rf"(?:,?\s*(?:del?\s+)?{_YEAR.format('y')})?",
    re.I,
)
_DAY_FIRST_ONE = re.compile(
    rf"(?<![\d.,/:-])(?P<d1>{_DAY}){_ORDINAL}\.?\s*(?:of\s+|de\s+|di\s+|d['’])?(?P<m1>{_NAMES})\b\.?(?:,?\s*(?:del?\s+)?{_YEAR.format('y')})?",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?<!\d:)(?:(?P<iso>(?P<iy>(?:19|20)\d\d)(?P<is>[-/.])(?P<im>0?[1-9]|1[0-2])(?P=is)(?P<id>0?[1-9]|[12]\d|3[01]))(?![\d.]\d|\d)|"
    r"(?:(?P<from>\d{1,2})\.?\s?[-–/]\s?)?(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<ny>(?:19|20)\d\d|\d\d)(?![\d.])|"
    r"(?P<da>0?[1-9]|[12]\d|3[01])-(?P<db>0?[1-9]|1[0-2])-(?P<dy>(?:19|20)\d\d)(?![\d.-])|"
    r"(?<!\d )(?P<sa>0[1-9]|[12]\d|3[01]) (?P<sb>0[1-9]|1[0-2]) (?P<sy>(?:19|20)\d\d)(?! ?\d))"
)
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday lun lundi lunedì mo montag", "tue tuesday mar mardi martedì di dienstag", "wed wednesday mer mercredi mercoledì mi mittwoch",
            "thu thursday jeu jeudi gio giovedì do donnerstag", "fri friday ven vendredi venerdì fr freitag", "sat saturday sam samedi sab sabato sa samstag",
            "sun sunday dim dimanche dom domenica so sonntag",
        )
    )
    for name in names.split()
}  # fmt: skip
_BEFORE_FIGURES = re.compile(rf"(?<!\w)(?P<day>{_any(_WEEKDAYS)})\b\.?,?\s*$", re.I)
_AMERICAN_CLOCK = re.compile(r"\W{0,4}(?:at )?\d{1,2}:\d\d ?[AaPp]\.?[Mm]\.? ?\(?[ECMP][SD]?T\b")
_LONGEST_WEEKDAY, _LONGEST_CLOCK = 14, 30  # characters
_FIGURES = re.compile(r"\d[-/.]\d|\d\d \d\d (?=19|20)")  # in every numeric date
_MONTH = guarded_words(rf"(?:{'|'.join(MONTHS)})\b", re.I)
_MONTH_ONLY = re.compile(rf"(?<!\w)(?P<m>{_NAMES})\b\.?,?\s+(?:del?\s+)?{_YEAR.format('y')}", re.I)


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

    def shifted(self, by: int) -> "Written":
        """The same date, where the text was a stretch that begins at `by`."""
        return replace(self, start=self.start + by, end=self.end + by)

    def in_year(self, year: int) -> "Written | None":
        """The same days in a given year, or None where that year has no such day."""
        try:
            return replace(self, first=self.first.replace(year=year), last=self.last.replace(year=year), year=year)
        except ValueError:
            return None


_DIGIT = re.compile(r"[0-9０-９元一二三四五六七八九十](?:(?<=[0-9０-９元])|[一二三四五六七八九十]*(?=[年月日]))")
_BEFORE = 40  # characters before a figure in which its date may begin: a weekday and a month
_BEHIND = 60


def find_dates(text: str, start: int = 0, end: int | None = None, *, month_first: bool = False) -> list[Written]:
    """Every date in `text[start:end]`, in order and without overlaps; `month_first` settles forms such as 02/03/2024."""
    found = _find_all(text[start:end], month_first)
    return [w.shifted(start) for w in found] if start else list(found)


@lru_cache(maxsize=32)  # a line is asked for its dates as a heading, as a header and for the meeting's dates
def _find_all(text: str, month_first: bool) -> tuple[Written, ...]:
    windows = _windows(text, 0, len(text))
    return tuple(w for a, b in windows for w in _find_in(text[a:b], a, month_first=month_first))


def _windows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches around figures, where alone a date can stand, cut at blanks; most of a text has none."""
    windows: list[tuple[int, int]] = []
    for match in _DIGIT.finditer(text, start, end):
        if windows and match.start() < windows[-1][1]:
            continue
        a = max(text.rfind(" ", start, max(start, match.start() - _BEFORE)) + 1, start)
        if windows and a <= windows[-1][1]:  # a month may stand in the one and its day in the other
            a = windows.pop()[0]
        b = match.end() + _BEHIND
        while (further := _DIGIT.search(text, b - _BEHIND + 1, min(b, end))) is not None:
            b = further.end() + _BEHIND
        stop = text.find(" ", b, end)
        windows.append((a, end if stop < 0 else stop))
    return windows


def _find_in(stretch: str, offset: int, *, month_first: bool) -> list[Written]:
    found: list[Written] = []
    named = _MONTH.may_match(stretch)
    for rule in (_month_first, _day_first, _numeric, _japanese, _month_only) if named else (_numeric, _japanese):
        found = _with_those_between(found, sorted(rule(stretch, month_first), key=lambda w: (w.start, -w.end)))
    return [w.shifted(offset) for w in found]


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
            m, month, int(m["d1"]), last_month, int(m["d3"] or m["d2"] or m["d1"]), m["y"] or m["y1"], "month-day-year"
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
    base = int(own) if own else int(year) if year else NO_YEAR
    try:
        first = date(base, month, day)
        last = date(int(year) if own and year else base + (last_month < month), last_month, last_day)
    except ValueError:
        return
    if last < first:  # "12, 5 May": two things, not a range
        last = first
    yield Written(m.start(), m.end(), first, last, int(year) if year else None, "day", rule)


def _numeric(text: str, month_first: bool) -> Iterator[Written]:
    for m in _NUMERIC.finditer(text) if _FIGURES.search(text) else ():
        parts = _parts(m, _by_weekday(text, m, month_first=month_first))
        try:
            last = date(*parts)
            first = last.replace(day=int(m["from"])) if m["from"] else last
        except ValueError:
            continue
        if first <= last:
            yield Written(m.start(), m.end(), first, last, parts[0], "day", "numeric")


def _by_weekday(text: str, m: re.Match[str], *, month_first: bool) -> bool:
    """Whether the month comes first: the weekday before the figures says so where it fits one of two readings only, or an American hour behind them."""
    if m["sep"] == "/" and _AMERICAN_CLOCK.match(text, m.end(), m.end() + _LONGEST_CLOCK):
        return True
    named = _BEFORE_FIGURES.search(text, max(0, m.start() - _LONGEST_WEEKDAY), m.start()) if m["a"] else None
    a, b = (int(m["a"]), int(m["b"])) if named is not None else (0, 0)
    if named is None or not (0 < a <= 12 and 0 < b <= 12) or a == b:
        return month_first
    year, weekday = full_year(int(m["ny"])), _WEEKDAYS[named["day"].lower()]
    days = (date(year, b, a).weekday(), date(year, a, b).weekday())
    return month_first if weekday not in days else days[1] == weekday


def _parts(m: re.Match[str], month_first: bool) -> tuple[int, int, int]:
    """Year, month and day of a date in figures."""
    for of_year, month, day in (("iy", "im", "id"), ("dy", "db", "da"), ("sy", "sb", "sa")):
        if m[of_year]:
            return int(m[of_year]), int(m[month]), int(m[day])
    a, b = int(m["a"]), int(m["b"])
    if a > 31 and m["sep"] == "/":  # "95/06/06"
        return full_year(a), b, int(m["ny"])
    year = full_year(int(m["ny"]))
    american = (b > 12 and a <= 12) or (m["sep"] == "/" and month_first and a <= 12)
    return (year, a, b) if american else (year, b, a)


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
    for day in japanese_days(text):
        rule = "japanese" if day.precision == "day" else "japanese-month"
        yield Written(day.start, day.end, day.first, day.last, day.year, day.precision, rule)
