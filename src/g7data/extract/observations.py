"""Tables and lists about meetings: one row for each meeting and each thing that is said of it.

In a table, each cell beside the meeting's name and date is an observation; where none of them tells whether the meetings took place,
the dates are observations too, and tell it by the day of the page. Lists and calendars are read by `calendars`.
"""

import re
from dataclasses import dataclass

from g7data.extract.around_lists import MEETING, as_of_above, page_days, status_of, with_year, year_near
from g7data.extract.calendars import read_calendar
from g7data.extract.dates import find_dates
from g7data.extract.layout import Role
from g7data.extract.observed import SETTLED, Observation, code_of, group_and_track
from g7data.extract.page import Page
from g7data.reading import Block

_DATE_HEAD = re.compile(
    r"\bdates?\b|\bwhen\b|\bdatum\b|\btermine?\b|\bwann\b|\bquand\b|\bdata\b|\bquando\b|開催日|日程|日時|期日|会期|期間|日付",
    re.I,
)
_CYBER = re.compile(r"サイバー|cyber", re.I)
_ORDINAL = re.compile(r"\s*(?:第\s?\d{1,2}\s?回|\d{1,2}(?:st|nd|rd|th|e|er|ème|º|°|\.)?|[IVXL]{1,7})\s*")
_FEWEST_ROWS = 2


def read_observations(page: Page) -> list[Observation]:
    """What tables and lists of the page say of meetings; a table counts where its rows name meetings and give their dates."""
    found = [seen for table in _tables(page) for seen in _in_table(page, table)]
    return found or read_calendar(page)


def _tables(page: Page) -> list[list[Block]]:
    tables: list[list[Block]] = []
    previous = -2
    for i, (block, role) in enumerate(zip(page.reading.blocks, page.layout.roles, strict=True)):
        if role is Role.TABLE:
            if i != previous + 1 or not tables:
                tables.append([])
            tables[-1].append(block)
            previous = i
    return tables


@dataclass(frozen=True, slots=True)
class _Columns:
    """The headings of a table about meetings, and which of its columns hold the names and the dates."""

    spans: list[tuple[int, int]]
    words: list[str]
    name: int
    date: int


def _columns(page: Page, row: Block) -> _Columns | None:
    """What the first row of a table says of its columns, or None where none of them holds dates."""
    spans = page.reading.cells(row)
    words = [page.text[a:b] for a, b in spans]
    date = next((i for i, head in enumerate(words) if _DATE_HEAD.search(head)), None)
    if date is None or len(words) < 2:
        return None
    name = next((i for i, head in enumerate(words) if i != date and MEETING.search(head)), 0 if date else 1)
    return _Columns(spans, words, name, date)


def _in_table(page: Page, rows: list[Block]) -> list[Observation]:
    columns = _columns(page, rows[0])
    if columns is None or len(rows) <= _FEWEST_ROWS:
        return []
    lines = [cells for row in rows[1:] if len(cells := page.reading.cells(row)) == len(columns.words)]
    further = [i for i in range(len(columns.words)) if i not in (columns.date, columns.name)]
    told = any(code_of(page.text[slice(*cells[i])]) in SETTLED for cells in lines for i in further)
    year = year_near(page, rows[0].start)
    as_of = as_of_above(page, rows[0].start, year)
    days = None if told else page_days(page, as_of)
    found: list[Observation] = []
    for cells in lines:
        group = _group_of_row(page, page.text[slice(*cells[columns.name])])
        if group is None:
            continue
        dates = find_dates(page.text, *cells[columns.date])
        when, year_from = with_year(dates[0] if dates else None, year)
        for i in further if told else sorted((*further, columns.date)):
            words = page.text[slice(*cells[i])]
            code, told_by = status_of(words, when, days) if i == columns.date else (code_of(words), None)
            found.append(
                Observation(
                    cells[columns.name], when, year_from, _indicator(columns.words[i]), columns.spans[i], cells[i], code,
                    as_of, *group, told_by,
                )
            )  # fmt: skip
    return found


def _group_of_row(page: Page, name: str) -> tuple[str | None, str | None] | None:
    """Forum and track of the meeting that a row names; a row that only counts is of the title's; None where it names none."""
    if _ORDINAL.fullmatch(name):
        return group_and_track(" ".join(page.words(b) for b in page.title_blocks))
    forum, track = group_and_track(name)
    return None if track is None and not MEETING.search(name) else (forum, track)


def _indicator(head: str) -> str:
    """The column's heading, under its short name where it has one."""
    return "cyber_incident" if _CYBER.search(head) else head
