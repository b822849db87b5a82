"""The year in which a page's days lie that are written without one.

A full date says it best: of the title, the lines around it, the head of the text, a stamp. Else a year beside the group's name,
another date of the opening, or a full date farther down that lies near the same days of the year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from g7data.extract import meeting_words as words
from g7data.extract.dates import Written
from g7data.extract.found import Found
from g7data.extract.group import GROUP
from g7data.extract.page import Page
from g7data.extract.page_dates import PageDates
from g7data.extract.sentences import sentences
from g7data.reading import Block

_HALF_A_YEAR = timedelta(days=183)
_SAME_DAYS = timedelta(days=45)
_ONE_BREATH = 250  # characters between a day without a year and another day whose year it shares
_BLOCKS = 12  # of the body in which a full date may stand
_YEAR_NAMED = re.compile(r"(?<![\d/-])(?P<year>(?:19[7-9]|20[0-6])\d)(?:年)?(?![\d/-])")
_YEAR_SAID = re.compile(r"(?<![\d-])(?P<year>(?:19[7-9]|20[0-6])\d)年(?:に|の)")
_NEAR_GROUP, _NEAR_PRESIDENCY = 30, 45
_PRESIDES = re.compile(r"presiden|présiden|présidé|präsiden|vorsitz|chairmanship|議長国", re.I)


_HAD_BEEN = re.compile(
    r"\b(?:had been|(?:was|were) (?:also )?(?:invited|hosted|held)|avai(?:t|ent) été|(?:war|waren|wurden?) [^.]{0,60}eingeladen|er[ao](?:no)? stat[oaie]|había sido)\b",
    re.I,
)
"""What is told of a meeting before this one."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A year known from elsewhere on the page, and the day it belongs to where there is one."""

    year: Found[int]
    day: date | None

    def complete(self, written: Written) -> Written | None:
        """A day in the year that brings it nearest to the anchor's day."""
        best = written.in_year(self.year.value)
        if best is None or self.day is None or abs(best.first - self.day) <= _HALF_A_YEAR:
            return best
        return written.in_year(self.year.value + (1 if best.first < self.day else -1)) or best


def read_anchor(dates: PageDates, stamp: Written | None) -> Anchor | None:
    """The year of the page: of a full date in its title or header, at the head of its text, in its stamp, or told in the text."""
    line = [dates.dateline] if dates.dateline is not None else []
    for written in (*dates.titled, *dates.header, *line, *([stamp] if stamp else [])):
        if written.year is not None:
            return _at(written)
    named = year_in_lines(dates.page) or _year_of_presidency(dates.page, dates.page.opening)
    if named is not None:
        return Anchor(named, None)
    told = next((w for w in dates.told if w.year is not None), None)
    if told is not None and told.start - dates.told[0].start <= _ONE_BREATH:
        return _at(told, same_year=True)
    beside = _beside(dates)
    if beside is not None:
        return _at(beside)
    named = _year_of_presidency(dates.page, dates.page.body) or _year_in_sentence(dates)
    if named is not None:
        return Anchor(named, None)
    return _just_before_change(dates)


def _just_before_change(dates: PageDates) -> Anchor | None:
    """The year of the page's last change, where the day told of the meeting lies not long before it."""
    changed = dates.updated
    if changed is None or changed.year is None or not dates.told:
        return None
    told = dates.told[0].in_year(changed.year)
    return _at(changed) if told is not None and timedelta(0) <= changed.first - told.first <= _SAME_DAYS else None


def _year_in_sentence(dates: PageDates) -> Found[int] | None:
    """The one year in which the sentence that gives a meeting's days says that it is: "2016年に開催する会合の日程を9月11日と12日に"."""
    text = dates.page.text
    for told in dates.told[:1]:
        begin = (
            max(text.rfind("。", 0, told.start), text.rfind(". ", 0, told.start), text.rfind("\n", 0, told.start)) + 1
        )
        years = list(_YEAR_SAID.finditer(text, max(begin, told.start - _ONE_BREATH), told.start))
        if len({m["year"] for m in years}) == 1:
            return Found(int(years[0]["year"]), *years[0].span("year"), "year:of the sentence")
    return None


def _at(written: Written, *, same_year: bool = False) -> Anchor:
    year = Found(written.year or 0, written.start, written.end, "year:of another date")
    return Anchor(year, written.first if written.precision == "day" and not same_year else None)


def _beside(dates: PageDates) -> Written | None:
    """A full date in the first lines of the text that lies near the day told of the meeting, whatever the year."""
    if not dates.told:
        return None
    for written in dates.within(dates.page.body[:_BLOCKS]):
        told = dates.told[0].in_year(written.year) if written.year is not None else None
        if told is not None and written.precision == "day" and abs(told.first - written.first) <= _SAME_DAYS:
            return written if not dates.is_cited(written) else None
    return None


def year_in_lines(page: Page) -> Found[int] | None:
    """A year that stands alone beside the group's name in the title or the lines around it."""
    return next(_years_beside_group(page, [*page.title_blocks, *page.header], told=False), None)


def _year_of_presidency(page: Page, blocks: list[Block]) -> Found[int] | None:
    """The one year beside the group's name in sentences that say who presides."""
    years = list(_years_beside_group(page, blocks, told=True))
    return years[0] if len({year.value for year in years}) == 1 else None


def _years_beside_group(page: Page, blocks: list[Block], *, told: bool) -> Iterator[Found[int]]:
    for block in blocks:
        for match in _YEAR_NAMED.finditer(page.text, block.content, block.end):
            near = _NEAR_PRESIDENCY if told else _NEAR_GROUP
            start, end = match.start() - near, match.end() + near
            around = page.text[max(block.content, start) : min(block.end, end)]
            if GROUP.search(around) and not (told and (not _PRESIDES.search(around) or _not_now(page, block, match))):
                yield Found(int(match["year"]), match.start("year"), match.end("year"), "year:beside the group")


def _not_now(page: Page, block: Block, year: re.Match[str]) -> bool:
    """Whether the sentence with a year speaks of an earlier or later presidency."""
    around = sentences(page.text, block.content, block.end)
    start, end = next(((a, b) for a, b in around if a <= year.start() < b), (block.content, block.end))
    return (
        words.NOT_NOW.search(page.text, start, end) is not None or _HAD_BEEN.search(page.text, start, end) is not None
    )
