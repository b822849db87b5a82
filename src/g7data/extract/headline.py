"""The title of a page: its main heading, or the first lines of a page that has no headings."""

import re

from g7data.extract.annex import ANNEX
from g7data.extract.group import GROUP
from g7data.extract.notices import Notice
from g7data.extract.shape import JAPANESE, LONG, is_dateline, is_only_date, is_running_text
from g7data.reading import Kind, Reading, Region
from g7data.reading.markers import MARKER

_MOST_TITLE_LINES = 3
_TEXT = re.compile(
    r"declaration|statement|summary|communiqu|charter|action plan|principles|conclusions|report|initiative|remarks|readout",
    re.I,
)
_REMARK = re.compile(r"[(（\[【].{1,14}[)）\]】]")
_LABELLED_TITLE = re.compile(r"\[?(?:title|titre|titel|titolo|文書名)\]", re.I)
_SITE = re.compile(r".{0,60}\b(?:Information Centre|Research Group|University of|Bibliothè?que|Library)\b.{0,60}", re.I)


def find_title(reading: Reading, notices: dict[int, Notice]) -> list[int]:
    """The blocks that make up the title: the main heading, or the first lines of a page that has no headings."""
    headings = [
        i
        for i, b in enumerate(reading.blocks)
        if b.kind is Kind.HEADING
        and i not in notices
        and b.region in (Region.CONTENT, Region.HEADER)
        and len(reading.of(b)) > 3
    ]
    top = min((reading.blocks[i].level for i in headings), default=0)
    for i in headings:
        if reading.blocks[i].level == top and not _names_site(reading, i) and _can_be_title(reading, i, notices):
            return _with_annex_line(reading, i, notices) + _goes_on(reading, i, notices)
    return _first_lines(reading, notices)


def _can_be_title(reading: Reading, index: int, notices: dict[int, Notice]) -> bool:
    """Not a code, not a numbered section, and not below the line that gives place and date."""
    words = reading.of(reading.blocks[index])
    if (len(words.split()) == 1 and len(words) < 8 and words.isascii()) or MARKER.match(words):
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
        if not same or i in notices or is_dateline(reading.of(block)) or MARKER.match(reading.of(block)):
            break
        found.append(i)
    return found


def _names_site(reading: Reading, index: int) -> bool:
    """Whether a heading is the site's name: the metadata says so, or it ends the page's title after a bar."""
    words = reading.of(reading.blocks[index]).strip().lower()
    for block in reading.blocks:
        if block.kind is Kind.META:
            line = reading.of(block).lower()
            before = line.removesuffix(words)
            trails = line != before and "title: " in line and before.rstrip()[-1:] in ("|", "–", "—", ":", "-")
            if line == f"og:site_name: {words}" or (trails and len(before) > len(words) + len("title: ")):
                return True
    return False


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


def _first_lines(reading: Reading, notices: dict[int, Notice]) -> list[int]:
    lines: list[int] = []
    for i, block in enumerate(reading.blocks):
        if block.region is not Region.CONTENT or i in notices or (not lines and _is_site_name(reading.of(block))):
            if lines:
                break
            continue
        words = reading.of(block)
        if block.kind is Kind.ROW or is_running_text(reading, block) or len(words) > 3 * LONG:
            break
        apart = reading.text[block.start - 2 : block.start] == "\n\n"
        if lines and (apart or is_dateline(words) or len(lines) == _MOST_TITLE_LINES or block.marker):
            break
        if not lines and (is_only_date(words) or _is_menu_word(words) or _REMARK.fullmatch(words)):
            continue
        if _LABELLED_TITLE.match(words):
            return [i]
        lines = [] if (m := ANNEX.search(words)) and not words[m.end() :].strip(" :.–-") else [*lines, i]
    return lines[:1] if JAPANESE.search("".join(reading.of(reading.blocks[i]) for i in lines)) else lines


def _is_menu_word(words: str) -> bool:
    """One or two words with no verb and no number stand in a menu, not in a title; Japanese titles may be short."""
    names_text = ANNEX.match(words) or GROUP.search(words) or _TEXT.search(words)
    return words.isascii() and len(words.split()) < 3 and not names_text


def _is_site_name(words: str) -> bool:
    return _SITE.fullmatch(words) is not None
