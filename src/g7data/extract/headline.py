"""The title of a page: its main heading, or the line that reads like one where a page has no headings."""

import re

from g7data.extract.annex import ANNEX
from g7data.extract.group import GROUP
from g7data.extract.notices import Notice
from g7data.extract.shape import is_dateline
from g7data.extract.title_lines import find_title_lines
from g7data.reading import Kind, Reading, Region
from g7data.reading.markers import MARKER

_MOST_TITLE_LINES = 3
_FIRST_BLOCKS = 60
_SHORTEST = 15  # characters that a title in the metadata shares with a line
_FEW_WORDS = 2
_SECTION = re.compile(r"第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[部章節項]")


def find_title(reading: Reading, notices: dict[int, Notice]) -> list[int]:
    """The blocks that make up the title: the main heading, or the line that reads like one where a page has no headings."""
    headings = [
        i
        for i, b in enumerate(reading.blocks)
        if b.kind is Kind.HEADING
        and i not in notices
        and b.region in (Region.CONTENT, Region.HEADER)
        and (len(reading.of(b)) > 3 or GROUP.fullmatch(reading.of(b)))
    ]
    top = min((reading.blocks[i].level for i in headings), default=0)
    named = _named_by_metadata(reading, notices)
    for i in headings:
        if _leads_to_section(reading, i):
            continue
        if reading.blocks[i].level == top and not _names_site(reading, i) and _can_be_title(reading, i, notices):
            if _says_little(reading.of(reading.blocks[i])):
                lines = [named] if named is not None else find_title_lines(reading, notices, named)
                if lines and GROUP.search(reading.of(reading.blocks[lines[0]])):
                    return lines
            return _with_annex_line(reading, i, notices) + _goes_on(reading, i, notices)
    return find_title_lines(reading, notices, named)


def _leads_to_section(reading: Reading, index: int) -> bool:
    """Whether a heading is but a link to the part of the site that the page is in: another one of its rank follows at once."""
    block, following = reading.blocks[index], reading.blocks[index + 1 : index + 2]
    same = bool(following) and (following[0].kind, following[0].level) == (block.kind, block.level)
    return same and any((a.start, a.end) == (block.content, block.end) for a in reading.anchors)


def _named_by_metadata(reading: Reading, notices: dict[int, Notice]) -> int | None:
    """The line that the page's own metadata gives as its title, with or without the site's name behind it."""
    titles = [
        _plain(reading.of(b).split(": ", 1)[1])
        for b in reading.blocks
        if b.kind is Kind.META and reading.of(b).startswith(("og:title: ", "title: "))
    ]
    if not titles:
        return None
    for i, block in enumerate(reading.blocks[:_FIRST_BLOCKS]):
        words = _plain(reading.of(block)) if i not in notices and block.kind is not Kind.META else ""
        if len(words) >= _SHORTEST and any(title.startswith(words) for title in titles):
            return i
    return None


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _says_little(words: str) -> bool:
    """Whether a heading is a word or two that name neither the group nor a text: a part of the page, not the page."""
    return len(words.split()) <= _FEW_WORDS and GROUP.search(words) is None and len(words) < _SHORTEST


def _can_be_title(reading: Reading, index: int, notices: dict[int, Notice]) -> bool:
    """Not a code, not a numbered section, and not below the line that gives place and date."""
    words = reading.of(reading.blocks[index])
    code = len(words.split()) == 1 and len(words) < 8 and words.isascii() and GROUP.fullmatch(words) is None
    if code or MARKER.match(words) or _SECTION.match(words):
        return False
    if reading.blocks[index].level <= 2:
        return True
    before = (i for i in range(index) if i not in notices and reading.blocks[i].region is Region.CONTENT)
    return not any(
        is_dateline(reading.of(reading.blocks[i])) and len(reading.of(reading.blocks[i])) > 12 for i in before
    )


def _goes_on(reading: Reading, index: int, notices: dict[int, Notice]) -> list[int]:
    """The headings of the same rank that follow at once: one title over several lines."""
    found = []
    for i in range(index + 1, min(index + _MOST_TITLE_LINES, len(reading.blocks))):
        block = reading.blocks[i]
        same = block.kind is Kind.HEADING and block.level == reading.blocks[index].level
        if (
            not same
            or i in notices
            or reading.of(block)[0] in "(（"
            or is_dateline(reading.of(block))
            or MARKER.match(reading.of(block))
        ):
            break
        found.append(i)
    return found


def _names_site(reading: Reading, index: int) -> bool:
    """Whether a heading is the site's name, or its part's: the metadata says so, or the page's title has it behind a bar, or before the page's own heading."""
    words = reading.of(reading.blocks[index]).strip().lower()
    for block in reading.blocks:
        if block.kind is Kind.META:
            line = reading.of(block).lower()
            before = line.removesuffix(words)
            trails = line != before and "title: " in line and before.rstrip()[-1:] in ("|", "–", "—", ":", "-")
            leads = any(line.startswith(f"title: {words}{bar} ") for bar in (":", " |", " –", " —", " -", " »"))
            if leads and _plain(line.removeprefix(f"title: {words}")) in _headings(reading):
                return True
            inside = "title: " in line and any(f" {bar} {words} {bar} " in line for bar in "|–—")
            if line == f"og:site_name: {words}" or inside or (trails and len(before) > len(words) + len("title: ")):
                return True
    return False


def _headings(reading: Reading) -> set[str]:
    return {_plain(reading.of(b)) for b in reading.blocks if b.kind is Kind.HEADING}


def _with_annex_line(reading: Reading, index: int, notices: dict[int, Notice]) -> list[int]:
    """A heading that is no more than "Annex 3:" is followed by the title proper."""
    words = reading.of(reading.blocks[index])
    match = ANNEX.match(words)
    following = index + 1
    if (
        match
        and not words[match.end() :].strip(" :.–-")
        and following < len(reading.blocks)
        and following not in notices
    ):
        return [following]
    return [index]
