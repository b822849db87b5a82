"""The date of a meeting, else of the document, else the page's publication date; and where it was read.

Dates stand in many places on a page and mean different things. What the header or the title prints beside a place is
believed first; a range that the opening gives for the meeting and that holds that day is the meeting's own, and so is a coming
day for which a report announces it; a bare date line or a publication stamp comes last. A day without a year takes that of
another date of the page: the year in which the two lie nearest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from g7data.extract.date_anchor import Anchor, read_anchor, year_in_lines
from g7data.extract.dates import Written
from g7data.extract.found import Found
from g7data.extract.page import Page
from g7data.extract.page_dates import PageDates

_NEAR = timedelta(days=10)
_REPORTED = timedelta(days=45)
_AHEAD = timedelta(days=270)
_JUST_BEFORE = timedelta(days=3)
_NO_YEAR = 2000
_FEWEST_TOLD = 2
_YEARS_APART = 2
_STALE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, how exactly they are known (day, month, year), and what kind of place they were read in."""

    first: date
    last: date
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Dated:
    """The date found, what the year was read from where it stood elsewhere, and the flags raised on the way."""

    when: Found[When] | None
    year_from: Found[int] | None = None
    flags: tuple[str, ...] = ()


def read_when(page: Page, *, month_first: bool, track: str | None = None, official: bool = True) -> Dated:
    """The date of the page's meeting or text; the header of a report (not `official`) may only say when it was written."""
    dates = PageDates(page, month_first, track)
    stamp = next((w for w in dates.posted if w.year is not None), None) or dates.published
    alone = stamp or next((w for w in dates.header if w.year is not None and not dates.titled), None)
    if alone is not None and _years_before(alone, dates):
        return _disbelieved(dates)
    anchor = read_anchor(dates, stamp)
    opening = [*dates.labelled, *dates.told]
    placed = dates.titled or [w for w in dates.header if dates.has_place_beside(w)]
    chosen = _to_the_day(_first(placed, anchor), [*dates.header, *opening], anchor)
    chosen = _days_of_month(chosen, dates)
    line = [dates.dateline] if dates.dateline is not None else []
    printed = _days_of_month(_opening_day(dates) or _first(dates.header, anchor), dates) or _first(line, anchor)
    printed = printed if official else _day_before(printed, _first(line, anchor)) or printed
    day = printed or _first(dates.posted, anchor)
    past = _NEAR if official and printed is not None else _REPORTED
    ahead = Anchor(dates.year_of_coming, None) if dates.year_of_coming is not None else anchor
    opening = [_in_month_named(_in_next_year(w, dates, anchor), dates) for w in opening]
    spoken = [c for w in opening if (c := _complete(w, ahead)) and _plausible(c, stamp or chosen, day, past)]
    announced = None if official or dates.titled else _announced(chosen or printed, spoken)
    if announced is not None:
        return Dated(_found(announced, "body", "date:announced", 0.85), _year_evidence(opening, announced, anchor))
    held = None if official or chosen is None else _days_just_over(chosen, spoken)
    if held is not None:
        return Dated(_found(held, "body", "date:said of the meeting", 0.85), _year_evidence(opening, held, anchor))
    if chosen is not None:
        return _with_body(dates, chosen, "title" if dates.titled else "header", spoken, anchor)
    if printed is not None and (wider := _around(printed, dates, anchor)) is not None:
        return Dated(_found(wider, "body", "date:range around the header's day", 0.9))
    if spoken and (printed is None or abs(spoken[0].first - printed.first) < _STALE):
        said = _widest(spoken)
        return Dated(_found(said, "body", "date:said of the meeting", 0.85), _year_evidence(opening, said, anchor))
    if printed is not None:
        basis = "body" if dates.dateline is not None and printed.start == dates.dateline.start else "header"
        return Dated(
            _found(printed, basis, "date:header line", 0.8), _year_evidence([*dates.header, *line], printed, anchor)
        )
    if stamp is not None:
        basis = "header" if stamp in dates.posted else "metadata"
        return Dated(_found(stamp, basis, "date:publication", 0.6))
    for adopted in dates.adopted[:1] if not official else ():
        return Dated(_found(adopted, "body", "date:adopted", 0.6))
    return _by_what_is_left(dates)


def _by_what_is_left(dates: PageDates) -> Dated:
    """The day on which the text says farther down that the meeting was, or the one that fills a line of it, else a year."""
    for told in dates.told_further[:1]:
        return Dated(_found(told, "body", "date:said of the meeting", 0.7))
    if dates.alone is not None:
        return Dated(_found(dates.alone, "body", "date:alone in a line", 0.6))
    if dates.of_source is not None:
        return Dated(_found(dates.of_source, "body", "date:of the source", 0.5))
    year = dates.year_of_coming or year_in_lines(dates.page)
    return Dated(_found(_whole_year(year), "body", "date:year named", 0.5) if year is not None else None)


def _widest(spoken: list[Written]) -> Written:
    """The first day told of the meeting, or the range told of it that holds this day."""
    first = spoken[0]
    return next(
        (s for s in spoken if s.first <= first.first < s.last and first.last <= s.last < s.first + _NEAR), first
    )


def _whole_year(year: Found[int]) -> Written:
    first, last = date(year.value, 1, 1), date(year.value, 12, 31)
    return Written(year.start, year.end, first, last, year.value, "year", year.rule)


def _years_before(stamp: Written, dates: PageDates) -> bool:
    """Whether all that the text itself dates to the day, twice or as it begins, lies years before its page was published."""
    opening = dates.page.opening
    told = [w.year for w in dates.within(opening) if w.year is not None and w.precision == "day"]
    return (
        (len(told) >= _FEWEST_TOLD or dates.begins_with_meeting)
        and stamp.year is not None
        and all(year + _YEARS_APART <= stamp.year for year in told)
        and f"{stamp.year - 1}" not in (text := dates.page.text[opening[0].start : opening[-1].end])
        and f"{stamp.year}" not in text
    )


def _disbelieved(dates: PageDates) -> Dated:
    """What the text says where the page's publication date cannot be right: the meeting's days, or nothing."""
    chosen = next((w for w in (*dates.labelled, *dates.told) if w.year is not None), None)
    found = _found(chosen, "body", "date:said of the meeting", 0.7) if chosen else None
    return Dated(found, None, ("publication_date_doubtful",))


def _first(dates: Iterable[Written], anchor: Anchor | None) -> Written | None:
    return next((c for w in dates if (c := _complete(w, anchor))), None)


def _complete(written: Written, anchor: Anchor | None) -> Written | None:
    if written.year is not None:
        return written
    return anchor.complete(written) if anchor is not None else None


def _announced(printed: Written | None, spoken: list[Written]) -> Written | None:
    """A day that lies ahead of the one on which a report was written: the meeting that it announces."""
    if printed is None or printed.precision != "day" or not spoken:
        return None
    return spoken[0] if spoken[0].first > printed.last else None


def _days_just_over(printed: Written, spoken: list[Written]) -> Written | None:
    """The range of days, over since a few, of which a text tells that is dated itself: a speech to a parliament on a summit."""
    ranges = (s for s in spoken if s.precision == "day" and s.first < s.last < printed.first <= s.last + _NEAR)
    return next(ranges, None) if printed.precision == "day" and printed.first == printed.last else None


def _in_next_year(written: Written, dates: PageDates, anchor: Anchor | None) -> Written:
    """A day that is said to be next year's, in the year after the page's: "来年7月6日"."""
    if written.year is not None or anchor is None or not dates.page.text.endswith("来年", 0, written.start):
        return written
    return written.in_year(anchor.year.value + 1) or written


def _in_month_named(written: Written, dates: PageDates) -> Written:
    """A day without a year, in the year with which the opening names its month: "in June 2026 ... between June 14 and 16"."""
    if written.year is not None:
        return written
    opening = dates.within(dates.page.opening)
    months = (m for m in opening if m.precision == "month" and m.first.month == written.first.month and m.year)
    return next((day for m in months if (day := written.in_year(m.first.year)) is not None), written)


def _opening_day(dates: PageDates) -> Written | None:
    """The full day with which the text opens, where all that stands above it is the later day on which it was posted."""
    day = dates.dateline
    if day is None or day.year is None or len(dates.header) != 1:
        return None
    posted = dates.header[0]
    later = posted.year is not None and posted.precision == "day" and posted.first > day.last + _NEAR
    return day if later and not dates.has_place_beside(posted) else None


def _day_before(printed: Written | None, dateline: Written | None) -> Written | None:
    """The day of a dateline that lies just before the one that a site prints above: when a report was written."""
    if printed is None or dateline is None or printed.precision != "day":
        return None
    return dateline if timedelta(0) < printed.first - dateline.first <= _JUST_BEFORE else None


def _days_of_month(chosen: Written | None, dates: PageDates) -> Written | None:
    """A month that the header gives, narrowed to the days that the opening prints without it: "24及び25日"."""
    if chosen is None or chosen.precision != "month":
        return chosen
    return next(iter(dates.days_alone(chosen.first, whole_month=True)), chosen)


def _around(day: Written, dates: PageDates, anchor: Anchor | None) -> Written | None:
    """The range of days in the header or the opening that holds the header's: the meeting's, whatever verb it is told with."""
    alone = dates.days_alone(day.last) if day.precision == "day" else []
    for written in (*dates.header, *dates.within(dates.page.opening), *alone):
        other = _complete(written, anchor)
        if other is None or other.precision != "day" or other.first == other.last:
            continue
        if other.first <= day.first and day.last <= other.last and other.last - other.first < _NEAR:
            return other
    return None


def _to_the_day(chosen: Written | None, header: list[Written], anchor: Anchor | None) -> Written | None:
    """A month that the title names, narrowed to the day that a line around it gives."""
    if chosen is None or chosen.precision == "day":
        return chosen
    days = (c for w in header if (c := _complete(w, anchor)) and c.precision == "day")
    return next((d for d in days if chosen.first <= d.first and d.last <= chosen.last), chosen)


def _with_body(dates: PageDates, chosen: Written, basis: str, spoken: list[Written], anchor: Anchor | None) -> Dated:
    """A day printed beside the place, widened to the range that the opening gives for the meeting; or a flag where they differ."""
    if (wider := _around(chosen, dates, anchor)) is not None:
        return Dated(_found(wider, "body", "date:range around the header's day", 0.95))
    apart = bool(spoken) and all(abs(other.first - chosen.first) > _NEAR for other in spoken)
    conflict = (apart and _same_day_other_year(chosen, spoken)) or _other_year(chosen, dates.told)
    return Dated(_found(chosen, basis, f"date:{basis}", 1.0), None, ("date_conflict",) if conflict else ())


def _other_year(chosen: Written, told: list[Written]) -> bool:
    """Whether the opening gives the meeting the same days in another year, and never in this one."""
    last = chosen.last.replace(year=_NO_YEAR)
    near = [s for s in told if s.year is not None and abs(s.last.replace(year=_NO_YEAR) - last) <= _NEAR]
    return bool(near) and all(s.year != chosen.last.year for s in near)


def _same_day_other_year(chosen: Written, spoken: list[Written]) -> bool:
    return any(
        (s.last.month, s.last.day) == (chosen.last.month, chosen.last.day) or s.first.month == chosen.first.month
        for s in spoken
    )


def _plausible(written: Written, other: Written | None, printed: Written | None, past: timedelta) -> bool:
    """Whether a day told in the text can be the meeting's: a page speaks of one just past or soon to come."""
    if printed is not None and not -_AHEAD <= printed.first - written.last <= past:
        return False
    return other is None or abs(written.first - other.first) < _STALE


def _found(written: Written, basis: str, rule: str, confidence: float) -> Found[When]:
    when = When(written.first, written.last, written.precision, basis)
    return Found(when, written.start, written.end, rule, confidence)


def _year_evidence(as_written: list[Written], chosen: Written, anchor: Anchor | None) -> Found[int] | None:
    """What the year was read from, where it does not stand in the date itself."""
    complete = any(w.start == chosen.start and w.year is not None for w in as_written)
    return None if complete or anchor is None else anchor.year
