"""Dates of the page, not of the meeting: a site's clock, and the stamp that a collection of texts puts before each of them."""

import re
from calendar import monthrange
from datetime import date

from g7data.extract.dates import Written, find_dates
from g7data.extract.page import Page
from g7data.reading import Block

_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d\d(?: ?Uhr)?\W{1,4}")
_FRONT = re.compile(
    r"\W{0,3}(?:date|datum|data|fecha)\W{1,3}(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![\d-])",
    re.I,
)


def is_clock(page: Page, block: Block) -> bool:
    """Whether a line is no more than a time and then a date: what a site's clock shows above its pages."""
    clock = _CLOCK.match(page.text, block.content, block.end)
    if clock is None:
        return False
    dates = find_dates(page.text, clock.end(), block.end)
    rest = page.text[dates[0].end : block.end] if dates and dates[0].start == clock.end() else "rest"
    return not re.search(r"\w", rest)


def stamp_before_text(page: Page) -> Written | None:
    """The day or month that is glued before the first sentence, or the line above: "date 2019-05 The ministers met"."""
    blocks = [*page.body[:1], *page.reading.blocks[:1]]
    match = next((found for b in blocks if (found := _FRONT.match(page.text, b.content, b.end))), None)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    first, last = (int(match["day"] or 1), int(match["day"] or monthrange(year, month)[1]))
    if last > monthrange(year, month)[1]:
        return None
    precision = "day" if match["day"] else "month"
    return Written(
        match.start("year"),
        match.end(),
        date(year, month, first),
        date(year, month, last),
        year,
        precision,
        "stamp before the text",
    )


def after_stamp(page: Page, block: Block) -> int:
    """Where the words of a block begin, behind such a stamp."""
    stamp = stamp_before_text(page) if page.body and block.start == page.body[0].start else None
    return stamp.end + 1 if stamp is not None and block.start <= stamp.end < block.end else block.content
