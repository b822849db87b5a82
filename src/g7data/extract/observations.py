"""Tables about meetings: one row for each meeting and each thing that the table says of it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from g7data.extract.dates import JAPANESE, Written, find_dates, japanese_year
from g7data.extract.found import Found
from g7data.extract.group import GROUP, forum_of
from g7data.extract.layout import Role
from g7data.extract.page import Page
from g7data.extract.track import track_of
from g7data.reading import Block

_MEETING = re.compile(
    r"meeting|ministers?|summit|conference|réunion|ministres?|sommet|treffen|minister|gipfel|riunione|ministr|vertice|会合|会議|サミット",
    re.I,
)
_DATE_HEAD = re.compile(r"\bdates?\b|\bwhen\b|\bdatum\b|\bdata\b|開催日|日程|日時|期日", re.I)
_NONE = re.compile(r"(?:none|no|nil|aucune?|keine?|nessun[oa]?|no incident|無し|なし|無)\W*", re.I)
_NOT_YET = re.compile(
    r"[-–—―－]+|n/?a|tbd|not yet (?:held)?|à venir|noch nicht.*|da (?:definire|svolgere)|未開催|未定", re.I
)
_YES = re.compile(r"(?:yes|oui|ja|sì|有り?|あり|○)\W*", re.I)
_AS_OF = re.compile(
    r"as of (?P<en>.{4,30})|état au (?P<fr>.{4,30})|stand:? (?P<de>.{4,30})|(?:aggiornato|situazione) al (?P<it>.{4,30})|(?P<ja>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|末)?)(?:末)?(?:時点|現在)",
    re.I,
)
_CYBER = re.compile(r"サイバー|cyber", re.I)


@dataclass(frozen=True, slots=True)
class Observation:
    """One cell of a table about meetings, with the spans of the meeting's name, its dates and the value."""

    meeting: tuple[int, int]
    when: Written | None
    year_from: Found[int] | None
    indicator: str
    head: tuple[int, int]
    value: tuple[int, int]
    value_code: str
    as_of: Found[date] | None
    forum: str | None
    track: str | None


def read_observations(page: Page) -> list[Observation]:
    """What the tables of the page say of meetings; a table counts where its rows name meetings and give their dates."""
    found: list[Observation] = []
    for table in _tables(page):
        found.extend(_in_table(page, table))
    return found


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


def _in_table(page: Page, rows: list[Block]) -> list[Observation]:
    heads = [page.text[a:b] for a, b in page.reading.cells(rows[0])]
    date_column = next((i for i, head in enumerate(heads) if _DATE_HEAD.search(head)), None)
    if date_column is None or len(heads) < 3 or len(rows) < 3:
        return []
    name_column = next(
        (i for i, head in enumerate(heads) if i != date_column and _MEETING.search(head)), 0 if date_column else 1
    )
    values = [i for i in range(len(heads)) if i not in (date_column, name_column)]
    year = _year_near(page, rows[0].start)
    as_of = _as_of(page, rows, year)
    found = []
    for row in rows[1:]:
        cells = page.reading.cells(row)
        if len(cells) != len(heads) or not _MEETING.search(page.text, *cells[name_column]):
            continue
        dates = find_dates(page.text, *cells[date_column])
        written = dates[0] if dates else None
        completed = written.in_year(year.value) if written and written.year is None and year else written
        forum, track = _group_and_track(page.text[slice(*cells[name_column])])
        for i in values:
            cell = cells[i]
            found.append(
                Observation(
                    cells[name_column],
                    completed if completed and completed.year else None,
                    year if written and written.year is None else None,
                    _indicator(heads[i]),
                    page.reading.cells(rows[0])[i],
                    cell,
                    _code(page.text[cell[0] : cell[1]]),
                    as_of,
                    forum,
                    track,
                )
            )
    return found


def _group_and_track(name: str) -> tuple[str | None, str | None]:
    group = GROUP.search(name)
    return forum_of(group[0]) if group else None, track_of(name)


def _indicator(head: str) -> str:
    """The column's heading, under its short name where it has one."""
    return "cyber_incident" if _CYBER.search(head) else head


def _code(value: str) -> str:
    for code, pattern in (("not_yet_held", _NOT_YET), ("none", _NONE), ("yes", _YES)):
        if pattern.fullmatch(value.strip()):
            return code
    return "other"


def _year_near(page: Page, position: int) -> Found[int] | None:
    """A year that the page gives for the group's meetings: beside a naming of the summit, never that of an earlier decision."""
    best: tuple[int, Found[int]] | None = None
    for block in (*page.title_blocks, *page.header, *page.body):
        for match in (
            *JAPANESE.finditer(page.text, block.start, block.end),
            *re.finditer(r"(?<!\d)(?P<plain>(?:19|20)\d\d)(?!\d)", page.text[block.start : block.end]),
        ):
            plain = match.groupdict().get("plain")
            offset = block.start if plain else 0
            year = int(plain) if plain else japanese_year(match, "y")
            start, end = match.start() + offset, match.end() + offset
            around = page.text[max(block.start, start - 30) : end + 30]
            if (
                year is None
                or re.match(r"付|の?決定", page.text[end : end + 4])
                or not (GROUP.search(around) or _MEETING.search(around))
            ):
                continue
            distance = abs(start - position)
            if best is None or distance < best[0]:
                best = (distance, Found(year, start, end, "year:beside the meetings"))
    return best[1] if best else None


def _as_of(page: Page, rows: list[Block], year: Found[int] | None) -> Found[date] | None:
    """The day for which the table holds, from the lines just above it; the last day where only a month is printed."""
    above = [b for b in page.reading.blocks if b.end <= rows[0].start][-3:]
    for block in reversed(above):
        match = _AS_OF.search(page.text, block.start, block.end)
        if match is None:
            continue
        name = match.lastgroup or "ja"
        month = re.fullmatch(r"(\d{1,2})月末?", match[name])
        if month and year is not None:
            last = date(year.value, int(month[1]), monthrange(year.value, int(month[1]))[1])
            return Found(last, match.start(), match.end(), "as_of:above the table")
        for written in find_dates(page.text, match.start(name), match.end(name)):
            completed = written if written.year else (written.in_year(year.value) if year else None)
            if completed is not None:
                return Found(completed.last, match.start(), match.end(), "as_of:above the table")
    return None
