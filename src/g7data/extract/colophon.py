"""What a page says about itself at its foot: who issued the text, and when the page was last changed."""

import re
from datetime import date

from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.reading import Block

_SOURCE = re.compile(r"(?:\[(?:source|出典)\]|(?:sources?|fonte|quelle|出典|出所)\s*[:：])\s*", re.I)
_MODIFIED = (
    "dcterms.modified",
    "dc.date.modified",
    "dc.modified",
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dateModified",
)


def read_issued_by(page: Page) -> Found[str] | None:
    """The page's own source line, without its label."""
    for block in page.noticed(Notice.SOURCE):
        label = _SOURCE.match(page.text, block.content)
        start = label.end() if label else block.content
        if start < block.end:
            return Found(page.text[start : block.end], start, block.end, "issued_by:source line")
    return None


def _end_of(page: Page, block: Block) -> int:
    """Where the line ends, or the next one if this is no more than its label."""
    if not page.text[block.start : block.end].rstrip().endswith((":", "：")):
        return block.end
    following = page.text.find("\n", block.end + 1)
    return len(page.text) if following < 0 else following


def read_page_updated(page: Page, *, month_first: bool) -> Found[date] | None:
    """The day on which the page says it was last changed."""
    for block in reversed(page.noticed(Notice.UPDATED)):
        for written in find_dates(page.text, block.start, _end_of(page, block), month_first=month_first):
            if written.year is not None and written.precision == "day":
                return Found(written.last, written.start, written.end, "page_updated:line")
    for block, at in page.metadata(*_MODIFIED):
        for written in find_dates(page.text, at, block.end):
            if written.year is not None:
                return Found(written.last, written.start, written.end, "page_updated:metadata")
    return None
