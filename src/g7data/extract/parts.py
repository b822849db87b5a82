"""Several documents in one page or file: a declaration and the annexes that follow it.

An annex begins at a line of its own that names it ("Annex 3", "Annexe 1 : ...") in the body, once the text before it has run
for a while and a text of its own follows. A list of annexes is not a series of annexes.
"""

import re
from dataclasses import dataclass

from g7data.extract.annex import ANNEX, annex_number
from g7data.extract.layout import Layout, Role
from g7data.extract.page import Page
from g7data.extract.shape import is_running_text
from g7data.reading import Block, Reading

_BARE = re.compile(
    r"\W*(?:ANNEX(?:E|ES)?|Annex(?:e|es)?|Appendix|APPENDIX|Anhang|ANHANG|Anlage|ANLAGE|Allegat[oi]|ALLEGAT[OI]|附属書|別添)\W*"
)
_FEWEST_BEFORE = 3  # blocks of running text
_FEWEST_AFTER = 2
_LONGEST_HEADING = 220


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a page: its blocks; for an annex its number, the line that opens it, and a name that stays the same."""

    page: Page
    name: str = ""
    number: int | None = None
    heading: Block | None = None


def split_parts(page: Page) -> list[Part]:
    """The documents of a page in order; the first is the page's own, the others are its annexes."""
    starts = _starts(page)
    if not starts:
        return [Part(page)]
    layout = page.layout
    end = (
        max((i for i, role in enumerate(layout.roles) if role in (Role.CLAUSE, Role.TABLE, Role.HEADING)), default=0)
        + 1
    )
    parts = [Part(_without(page, starts[0], end))]
    for position, (begin, stop) in enumerate(zip(starts, [*starts[1:], end], strict=True), start=1):
        heading = page.reading.blocks[begin]
        number = annex_number(page.words(heading))
        name = f"annex-{number}" if number is not None else f"part-{position}"
        parts.append(Part(_only(page, begin, stop), name, number, heading))
    return parts if len({p.name for p in parts}) == len(parts) else [Part(page)]


def _starts(page: Page) -> list[int]:
    layout = page.layout
    found: list[int] = []
    for i, role in enumerate(layout.roles):
        if (
            role in (Role.HEADING, Role.CLAUSE)
            and _opens_annex(page, i)
            and _runs(layout, found[-1] + 1 if found else 0, i) >= (_FEWEST_AFTER if found else _FEWEST_BEFORE)
        ):
            found.append(i)
    while found and _runs(layout, found[-1] + 1, len(layout.roles)) < _FEWEST_AFTER:
        found.pop()
    return found


def _opens_annex(page: Page, index: int) -> bool:
    block = page.reading.blocks[index]
    words = page.words(block)
    if len(words) > _LONGEST_HEADING or block.marker or words[-1:] in ".;,":
        return False
    match = ANNEX.match(words)
    return _BARE.fullmatch(words) is not None or (
        match is not None and not words[: match.start("number")].strip(" :–-").count(" ") > 1
    )


def _runs(layout: Layout, start: int, end: int) -> int:
    """How many blocks of running text stand in a stretch."""
    blocks = layout.reading.blocks
    return sum(
        1 for i in range(start, end) if layout.roles[i] is Role.CLAUSE and is_running_text(layout.reading, blocks[i])
    )


def _without(page: Page, start: int, end: int) -> Page:
    blocks = page.reading.blocks
    return _with_blocks(page, blocks[:start] + blocks[end:])


def _only(page: Page, start: int, end: int) -> Page:
    return _with_blocks(page, page.reading.blocks[start:end])


def _with_blocks(page: Page, blocks: tuple[Block, ...]) -> Page:
    kept = {(b.start, b.end) for b in blocks}
    anchors = tuple(a for a in page.reading.anchors if any(s <= a.start < e for s, e in kept))
    return Page(Reading(page.text, blocks, anchors, page.reading.language), page.url)
