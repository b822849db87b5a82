"""The dates of a page by where they stand: title, lines around it, dateline, labels, sentences about meeting, stamps.

What each means is decided elsewhere (`when`). No date is ever taken from a logo, a copyright line, an address or a capture.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from g7data.extract import date_words as said
from g7data.extract import meeting_words as words
from g7data.extract.date_stamps import after_stamp, is_clock, stamp_before_text
from g7data.extract.dates import Written, find_dates
from g7data.extract.dates_ja import bare_days
from g7data.extract.found import Found
from g7data.extract.group import GROUP
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.extract.place_header import lines_before_text
from g7data.extract.place_words import parse_place
from g7data.extract.sentences import sentences
from g7data.reading import Block, Region

_PUBLISHED = ("article:published_time", "govuk:first-published-at", "datePublished", "dcterms.issued", "dc.date.issued", "dc.date",
              "dcterms.date", "date", "pubdate", "publishdate", "publish_date", "publication_date", "citation_date")  # fmt: skip
_LONGEST_LINE = 300  # characters
_LABELLED_WITHIN = 30  # blocks
_BEFORE, _AFTER = 200, 300  # characters around a date in which a sentence tells of meeting
_OPENS_WITHIN = 70
_LINES_BELOW, _LONGEST_STAMP = 3, 60
_LEAD = 4  # blocks of the body
_BARE = 14  # characters beside a date that are no more than its weekday
_TIME = re.compile(r"\d{1,2}[:.h]\d\d|\bUhr\b")
_LONGEST_MEETING = timedelta(days=10)
_BESIDE = 40  # characters
_YEARS_APART = 2
_MOST_TOLD = 40  # dates of one paragraph


@dataclass(frozen=True)
class PageDates:
    """The dates of a page; `month_first` settles forms such as 02/03/2024, `track` whether a summit is the page's meeting."""

    page: Page
    month_first: bool
    track: str | None = None

    @cached_property
    def titled(self) -> list[Written]:
        """Dates in the title, but for a stamp of day and hour."""
        return [w for w in self.within(self.page.title_blocks) if not self._has_hour(w)]

    @cached_property
    def _lines(self) -> tuple[list[Block], list[Block]]:
        after = self.page.title_blocks[0].start if self.page.title_blocks else -1
        lines = [*self.page.header, *lines_before_text(self.page)]
        lines = [b for b in lines if b.end - b.start < _LONGEST_LINE and not is_clock(self.page, b)]
        issued = {b.start for b in lines if said.ISSUED_ON.fullmatch(self.page.words(b))}
        lines.sort(key=lambda b: (b.start not in issued, b.start < after, b.start))
        posted = [b for b in lines if said.POSTED.match(self.page.text, b.content, b.end)]
        return [b for b in lines if b not in posted], posted

    @cached_property
    def header(self) -> list[Written]:
        """Dates in the lines around the title, but for those that say when the page was posted or copied, years after its issue."""
        issued = [w.year + _YEARS_APART for w in self.within(self._lines[1]) if w.year is not None]
        dates = [w for w in self.within(self._lines[0]) if not self.is_cited(w)]
        return [w for w in dates if w.year is None or not issued or w.year < max(issued)]

    @cached_property
    def posted(self) -> list[Written]:
        """Dates that say when the page was posted: in the lines around the title, in one below it, at the end of the text."""
        first = self.page.body[0].start if self.page.body else 0
        above = [b for b in self.page.noticed(Notice.UPDATED) if b.start < first and _TIME.search(self.page.words(b))]
        above += [b for b in self.page.noticed(Notice.RELEASE_LINE) if b.start < first]
        above += self.page.noticed(Notice.PUBLISHED)
        front = stamp_before_text(self.page)
        hours = [w for w in self.within(self.page.title_blocks) if self._has_hour(w)]
        return [
            *([front] if front else []),
            *hours,
            *self.within([*self._lines[1], *above, *self._days_below_lead(), *self._stamps_at_end()]),
        ]

    def _days_below_lead(self) -> list[Block]:
        """A line of no more than a day that parts the first paragraph from the rest: the page's own."""
        lines = (b for b in self.page.body[1:_LEAD] if b.end - b.start < _LONGEST_STAMP)
        return [b for b in lines if self._is_full_day(b)][:1]

    def _is_full_day(self, block: Block) -> bool:
        """Whether a line is no more than a day with its year, and perhaps the day of the week."""
        days = self.within([block])
        return (
            len(days) == 1
            and days[0].year is not None
            and len(self.page.words(block)[: days[0].start - block.content].split()) < 2
            and days[0].end == block.end
        )

    def _stamps_at_end(self) -> list[Block]:
        """Lines of date and time below the text, as agencies print them."""
        last = self.page.body[-1].start if self.page.body else 0
        below = [b for b in self.page.reading.blocks if b.start >= last and b.region is Region.CONTENT]
        return [
            b
            for b in below[:_LINES_BELOW]
            if (said.STAMP_AT_END.search(self.page.words(b)) or said.AGENCY_AT_END.fullmatch(self.page.words(b)))
            and b.end - b.start < _LONGEST_STAMP
        ]

    @cached_property
    def dateline(self) -> Written | None:
        """The date with which the first sentence begins, behind a place or by itself."""
        for block in self.page.opening[:2]:
            begin = after_stamp(self.page, block)
            for written in find_dates(self.page.text, begin, block.end, month_first=self.month_first)[:1]:
                ahead = self.page.text[begin : written.start]
                opens = len(ahead) < _OPENS_WITHIN and said.OPENS.fullmatch(ahead) is not None
                if opens and written.precision == "day" and not said.EVENT.match(self.page.text, written.end):
                    return written
        return None

    @cached_property
    def alone(self) -> Written | None:
        """The full day that fills a line of the text, but for its weekday."""
        for block in self.page.body:
            length = block.end - block.content
            for written in self.within([block])[:1] if length < _LONGEST_STAMP else ():
                if (
                    written.year is not None
                    and written.precision == "day"
                    and length - (written.end - written.start) < _BARE
                ):
                    return written
        return None

    @cached_property
    def labelled(self) -> list[Written]:
        """Days behind a label that asks when, as advisories print them."""
        body = self.page.body[:_LABELLED_WITHIN]
        blocks = [*self.page.header, *body]
        lines = [b for b in blocks if said.LABEL.match(self.page.words(b))]
        lines += [b for b in body if said.LABEL_IN_TEXT.match(self.page.words(b))]
        lines += [after for b, after in pairwise(blocks) if said.HEADS_DATE.match(self.page.words(b))]
        return [w for w in self.within(lines) if w.precision == "day"][:1]

    @cached_property
    def told(self) -> list[Written]:
        """Days in the opening that stand in a sentence about meeting, and are not those of an earlier text it cites."""
        return [
            w
            for b in self.page.opening
            for w in self.within([b])[:_MOST_TOLD]
            if w.precision == "day" and w.last - w.first < _LONGEST_MEETING
            if w.start >= after_stamp(self.page, b) and self._of_meeting(b, w)
        ]

    def _of_meeting(self, block: Block, written: Written) -> bool:
        text = self.page.text
        if self.dateline is not None and written.start == self.dateline.start and self._is_stamp(block, written):
            return False
        start, end = self._sentence(block, written)
        decided = said.DECIDED.match(text[written.end : written.end + 8]) or said.EVENT.match(text, written.end)
        other = words.EARLIER.search(text, start, end) or self._of_summit(start, end)
        coming = words.NEXT_ONE.match(text, start, end) if self.page.opening[0] is not block else None
        if written.first == written.last and said.WEEK_OF.search(
            text[max(start, written.start - _BESIDE) : written.start]
        ):
            return False
        return (
            words.MEETING.search(text, start, end) is not None
            and not self.is_cited(written)
            and not decided
            and not other
            and coming is None
        )

    @cached_property
    def adopted(self) -> list[Written]:
        """Full days in the opening on which a text of the group was adopted."""
        text = self.page.text
        return [
            w
            for b in self.page.opening
            for w in self.within([b])[:_MOST_TOLD]
            if w.year is not None and w.precision == "day" and GROUP.search(text, b.content, b.end)
            if said.ADOPTED.search(text[max(b.content, w.start - _BESIDE) : w.start])
        ]

    def _has_hour(self, written: Written) -> bool:
        return _TIME.match(self.page.text[written.end : written.end + _BESIDE].lstrip(" ,")) is not None

    def is_cited(self, written: Written) -> bool:
        """Whether a date is that of a text or event that its sentence goes back to."""
        text = self.page.text
        begin = text.rfind("\n", 0, written.start) + 1
        near, far = max(begin, written.start - 60), max(begin, written.start - _BEFORE)
        another = said.ANOTHER.search(text[far : written.start])
        if another is not None and not GROUP.search(another[0]):
            return True
        return said.CITED.search(text[near : written.start]) is not None and not said.ENDED.search(
            text[far : written.start]
        )

    @cached_property
    def told_further(self) -> list[Written]:
        """Full days in the body of which a sentence says outright that the meeting took place on them."""
        found = []
        for block in self.page.body[:_LABELLED_WITHIN]:
            outright = said.TOOK_PLACE.search(self.page.text, block.content, block.end)
            days = self.within([block])[:_MOST_TOLD] if outright is not None else []
            found += [w for w in days if outright is not None and 0 < w.start - outright.end() < _BESIDE]
        return [w for w in found if w.year is not None and w.precision == "day"]

    @cached_property
    def of_source(self) -> Written | None:
        """The full day that the line on the source gives, below the text: when it was written."""
        for block in self.page.noticed(Notice.SOURCE):
            for written in self.within([block]):
                ahead = self.page.text[max(block.content, written.start - _BESIDE) : written.start]
                if written.year is not None and written.precision == "day" and said.EDITED.search(ahead):
                    return written
        return None

    @cached_property
    def updated(self) -> Written | None:
        """The full day on which the page says that it was changed last."""
        days = (w for w in self.within(self.page.noticed(Notice.UPDATED)) if w.year is not None)
        return next((w for w in days if w.precision == "day"), None)

    @cached_property
    def begins_with_meeting(self) -> bool:
        """Whether the first sentence says at once on which full date the group met."""
        told = self.told[0] if self.told else None
        if told is None or told.year is None or not self.page.opening:
            return False
        block = self.page.opening[0]
        start, end = self._sentence(block, told)
        if start != block.content or told.start >= end or GROUP.search(self.page.text, start, end) is None:
            return False
        ahead = self.page.text[start : told.start]
        return not any(pattern.search(ahead) for pattern in (words.TOPIC, words.PREPARING, words.EARLIER))

    @cached_property
    def year_of_coming(self) -> Found[int] | None:
        """The year alone in which a sentence of title or opening says that the next meeting will be."""
        for block in (*self.page.title_blocks, *self.page.opening):
            if not said.COMING.may_match(self.page.text, block.content, block.end):
                continue
            for start, end in sentences(self.page.text, block.content, block.end):
                match = said.COMING.search(self.page.text, start, end)
                if match is not None and GROUP.search(self.page.text, start, end):
                    return Found(
                        int(match["year"]), match.start("year"), match.end("year"), "year:of the coming meeting"
                    )
        return None

    def days_alone(self, near: date, *, whole_month: bool = False) -> list[Written]:
        """Days of the opening that are printed without their month and hold a day that is known, or are of its month."""
        return [
            Written(d.start, d.end, d.first, d.last, d.year, d.precision, "japanese")
            for b in self.page.opening
            for d in bare_days(self.page.text, b.start, b.end, near, whole_month=whole_month)
        ]

    def _sentence(self, block: Block, written: Written) -> tuple[int, int]:
        """The sentence that holds a date, as far as it says what the date is."""
        first, last = max(block.start, written.start - _BEFORE), min(block.end, written.end + _AFTER)
        around = sentences(self.page.text, first, last)
        return next(((a, b) for a, b in around if a <= written.start < b), (first, last))

    def _of_summit(self, start: int, end: int) -> bool:
        """Whether a sentence on a page about ministers tells of the summit of the leaders."""
        text = self.page.text
        summit = words.SUMMIT.search(text, start, end) or words.LEADERS.search(text, start, end)
        return (
            self.track not in (None, "leaders") and summit is not None and not words.MINISTERS.search(text, start, end)
        )

    def _is_stamp(self, block: Block, written: Written) -> bool:
        """Whether a date that opens a text ends there, so that it dates the text and belongs to no sentence."""
        return (
            re.match(r"\s*(?:/[A-Z]+/|\([^()]{2,40}\))?\s*(?:[-–—…:]|\.\s|$)", self.page.text[written.end : block.end])
            is not None
        )

    @cached_property
    def published(self) -> Written | None:
        """The page's publication date in its metadata."""
        for block, at in self.page.metadata(*_PUBLISHED):
            for written in find_dates(self.page.text, at, block.end):
                if written.year is not None:
                    return written
        return None

    def within(self, blocks: list[Block]) -> list[Written]:
        """The dates in some blocks."""
        return [w for b in blocks for w in find_dates(self.page.text, b.start, b.end, month_first=self.month_first)]

    def has_place_beside(self, written: Written) -> bool:
        """Whether the line that holds a date holds a place too, or stands next to a line that is one."""
        text = self.page.text
        line_start = text.rfind("\n", 0, written.start) + 1
        line_end = text.find("\n", written.end)
        line_end = len(text) if line_end < 0 else line_end
        beside = ((line_start, written.start), (written.end, line_end))
        if any(parse_place(text, a, b) is not None for a, b in beside if b - a > 2):
            return True
        near = [b for b in self.page.header if b.end + 2 >= line_start > b.start or b.start - 2 <= line_end < b.end]
        return any(parse_place(text, b.content, b.end, whole=True) is not None for b in near if b.end - b.start < 60)
