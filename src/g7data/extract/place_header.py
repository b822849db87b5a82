"""The place that a page prints apart from its sentences: behind a label, or in a line around the title."""

import re

from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.page import Page
from g7data.extract.place_words import LABEL, NAME, VENUE, Where, around_dates, parse_place
from g7data.extract.shape import LONG, is_dateline, is_running_text
from g7data.reading import Block

_HEADS_PLACE = re.compile(
    r"(?:\d+[.．、]?\s*)?(?:(?:date|datum|data|開催日(?:時)?|日時|期日)(?: and | et | und | e |及び|・|、))?(?:place|venue|lieu|ort|luogo|開催地|場所|会場)[:：]?",
    re.I,
)
_FIRST_BLOCKS = 6
_LONGEST_LINE = 120
_HOUSE = re.compile(rf"[A-ZÀ-Þ][\w’'-]+ {VENUE.pattern}, [A-ZÀ-Þ][\w’' -]{{2,24}}")
_SAID_IN = re.compile(rf"\b(?:in|at|à|a|ad|zu|en|em)\s+{NAME}")


def place_in_fields(page: Page) -> Found[Where] | None:
    """The place behind a label that asks for it, or under one."""
    lines = [*page.header, *page.body[:_FIRST_BLOCKS]]
    for block, following in zip(lines, [*lines[1:], None][: len(lines)], strict=True):
        if following is not None and _HEADS_PLACE.fullmatch(page.words(block)):
            for start, end in around_dates(page.text, following.content, following.end):
                found = parse_place(page.text, start, end)
                if found is not None:
                    return Found(found.value, found.start, found.end, "place:under its heading")
        label = LABEL.match(page.words(block))
        if label:
            found = parse_place(page.text, block.content + label.end(), block.end)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:labelled line")
    return None


def place_in_header(page: Page) -> Found[Where] | None:
    """A line with a date, without the date; or a line of its own next to such a line."""
    after = page.title_blocks[0].start if page.title_blocks else -1
    lines = [b for b in (*page.header, *lines_before_text(page)) if b.start > after]
    dated = [bool(find_dates(page.text, b.content, b.end)) for b in lines]
    for i, block in enumerate(lines):
        near = dated[i] or any(dated[max(0, i - 1) : i + 2])
        if near and block.end - block.content < _LONGEST_LINE:
            found = _beside_date(page, block, dated=dated[i])
            if found is not None:
                return Found(found.value, found.start, found.end, "place:header line")
    return None


def lines_before_text(page: Page) -> list[Block]:
    """The lines with which the body begins before its first paragraph, where one of them is no more than a date or place."""
    lines: list[Block] = []
    titles = {page.words(b) for b in page.title_blocks}
    for block in page.body[:_FIRST_BLOCKS]:
        if page.words(block) in titles:
            continue
        if block.end - block.start > LONG or is_running_text(page.reading, block):
            break
        lines.append(block)
    return lines if any(_is_dated(page, block) for block in lines) else []


def _is_dated(page: Page, block: Block) -> bool:
    """Whether a line begins with a date, or is a date with little around it."""
    dates = find_dates(page.text, block.content, block.end)
    return bool(dates) and (dates[0].start == block.content or is_dateline(page.words(block)))


def _beside_date(page: Page, block: Block, *, dated: bool) -> Found[Where] | None:
    for start, end in around_dates(page.text, block.content, block.end):
        found = parse_place(page.text, start, end, whole=not dated)
        if found is not None:
            return found
    if not dated and (match := _HOUSE.fullmatch(page.text, block.content, block.end)) is not None:
        return parse_place(page.text, *match.span())
    said = _SAID_IN.search(page.text, block.content, block.end) if dated else None
    return parse_place(page.text, *said.span("place"), whole=True) if said else None
