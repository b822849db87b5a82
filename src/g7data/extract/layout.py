"""What each block of a page is for: title, header line, heading, clause, or furniture.

The head of a page runs from its title to the first block that reads like running text; the body from there to the last
block before the page turns to itself again. Inside both, lines that a site prints around a text are told by what they say
(`notices`). Every block has exactly one role, so that nothing is counted twice and nothing is lost.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from g7data.extract.annex import ANNEX
from g7data.extract.dates import find_dates
from g7data.extract.notices import Notice, notice_of
from g7data.reading import Block, Kind, Reading, Region
from g7data.reading.markers import MARKER


class Role(StrEnum):
    """What a block is for."""

    TITLE = "title"
    HEADER = "header"  # a line between title and body: place, date, kind of text
    RELATED = "related"  # names another text
    HEADING = "heading"
    CLAUSE = "clause"
    FOOTNOTE = "footnote"
    TABLE = "table"
    NOTICE = "notice"  # says something about the page; which notice it is stands in `Layout.notices`
    FURNITURE = "furniture"
    META = "meta"


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a reading with their roles, and the notices among them."""

    reading: Reading
    roles: tuple[Role, ...]
    notices: dict[int, Notice]

    def blocks(self, *roles: Role) -> list[Block]:
        """The blocks that have one of the roles, in order."""
        return [b for b, role in zip(self.reading.blocks, self.roles, strict=True) if role in roles]

    def noticed(self, *kinds: Notice) -> list[Block]:
        """The blocks that say one of the notices, in order."""
        return [self.reading.blocks[i] for i, notice in self.notices.items() if notice in kinds]


_SENTENCE_END = re.compile(r"[.!?:;…。！？：；][\"'”’»)\]」』\d]*$")
_LONG = 110  # characters: a paragraph of that length is running text
_SHORT_SENTENCE = 45
_LONG_JAPANESE = 34
_LONGEST_HEADING = 140
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]\s|\(\*+\)|注\d?[）)]|※\d")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+$")
_MOST_TITLE_LINES = 3
_CLOSING = (Notice.SOURCE, Notice.BACK, Notice.END_MARK, Notice.UPDATED, Notice.COPYRIGHT, Notice.CONTACT)


def lay_out(reading: Reading) -> Layout:
    """Give every block of a reading its role."""
    blocks = reading.blocks
    notices = {i: n for i, b in enumerate(blocks) if _may_be_notice(b) and (n := notice_of(reading.text[b.start : b.end]))}
    title = _find_title(reading, notices)
    body = _find_body(reading, notices, title[-1] + 1 if title else 0)
    end = _find_end(reading, notices, body)
    roles = [_role(reading, notices, i, title, body, end) for i in range(len(blocks))]
    _mark_related(reading, notices, roles, title[-1] if title else 0, body)
    return Layout(reading, tuple(roles), notices)


def _may_be_notice(block: Block) -> bool:
    return block.region is not Region.META and block.kind is not Kind.ROW


def is_running_text(reading: Reading, block: Block) -> bool:
    """Whether a block reads like a part of a text, not like a line that names, dates or labels it."""
    if block.kind in (Kind.ROW, Kind.META, Kind.HEADING) or block.region is not Region.CONTENT:
        return False
    words = reading.of(block)
    if _JAPANESE.search(words):
        return len(words) >= _LONG_JAPANESE and ("。" in words or bool(block.marker)) or words.endswith("。")
    if block.marker:
        return len(words) >= _SHORT_SENTENCE
    ends = _SENTENCE_END.search(words) is not None
    return (len(words) >= _LONG and (ends or len(words) >= 2 * _LONG)) or (len(words) >= _SHORT_SENTENCE and ends and words[-1] not in ":")


def _find_title(reading: Reading, notices: dict[int, Notice]) -> list[int]:
    """The blocks that make up the title: the main heading, or the first lines of a page that has no headings."""
    headings = [
        i
        for i, b in enumerate(reading.blocks)
        if b.kind is Kind.HEADING and i not in notices and b.region in (Region.CONTENT, Region.HEADER) and len(reading.of(b)) > 3
    ]
    top = min((reading.blocks[i].level for i in headings), default=0)
    for i in headings:
        if reading.blocks[i].level == top and not _names_site(reading, i) and _can_be_title(reading, i, notices):
            return _with_annex_line(reading, i, notices) + _goes_on(reading, i, notices)
    return _first_lines(reading, notices)


def _can_be_title(reading: Reading, index: int, notices: dict[int, Notice]) -> bool:
    """Not a code, not a numbered section, and not below the line that gives place and date."""
    words = reading.of(reading.blocks[index])
    if (len(words.split()) == 1 and len(words) < 8 and words.isascii()) or MARKER.match(words):  # noqa: PLR2004
        return False
    if reading.blocks[index].level <= 2:  # noqa: PLR2004
        return True
    before = (i for i in range(index) if i not in notices and reading.blocks[i].region is Region.CONTENT)
    return not any(_is_dateline(reading.of(reading.blocks[i])) and len(reading.of(reading.blocks[i])) > 12 for i in before)  # noqa: PLR2004


def _goes_on(reading: Reading, index: int, notices: dict[int, Notice]) -> list[int]:
    """The headings of the same rank that follow at once: one title over several lines."""
    found = []
    for i in range(index + 1, min(index + _MOST_TITLE_LINES, len(reading.blocks))):
        block = reading.blocks[i]
        same = block.kind is Kind.HEADING and block.level == reading.blocks[index].level
        if not same or i in notices or _is_dateline(reading.of(block)) or MARKER.match(reading.of(block)):
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
    if match and not words[match.end() :].strip(" :.–-") and following < len(reading.blocks) and following not in notices:
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
        if block.kind is Kind.ROW or is_running_text(reading, block) or len(words) > 3 * _LONG:
            break
        apart = reading.text[block.start - 2 : block.start] == "\n\n"
        if lines and (apart or _is_dateline(words) or len(lines) == _MOST_TITLE_LINES or block.marker):
            break
        if not lines and (_is_only_date(words) or _is_menu_word(words) or _REMARK.fullmatch(words)):
            continue
        if _LABELLED_TITLE.match(words):
            return [i]
        lines = [] if (m := ANNEX.search(words)) and not words[m.end() :].strip(" :.–-") else [*lines, i]
    return lines[:1] if _JAPANESE.search("".join(reading.of(reading.blocks[i]) for i in lines)) else lines


_REMARK = re.compile(r"[(（\[【].{1,14}[)）\]】]")
_LABELLED_TITLE = re.compile(r"\[?(?:title|titre|titel|titolo|文書名)\]", re.I)


def _is_menu_word(words: str) -> bool:
    """One or two words with no verb and no number stand in a menu, not in a title; Japanese titles may be short."""
    return words.isascii() and len(words.split()) < 3 and not ANNEX.match(words)  # noqa: PLR2004


_SITE = re.compile(r".{0,60}\b(?:Information Centre|Research Group|University of|Bibliothè?que|Library)\b.{0,60}", re.I)


def _is_site_name(words: str) -> bool:
    return _SITE.fullmatch(words) is not None


def _is_dateline(words: str) -> bool:
    dates = find_dates(words)
    return bool(dates) and len(words) - sum(d.end - d.start for d in dates) < 60  # noqa: PLR2004


def _is_only_date(words: str) -> bool:
    dates = find_dates(words)
    return bool(dates) and len(words) - sum(d.end - d.start for d in dates) < 4  # noqa: PLR2004


def _find_body(reading: Reading, notices: dict[int, Notice], after: int) -> int:
    """The first block of the body, its heading included."""
    blocks = reading.blocks
    for i in range(after, len(blocks)):
        if i not in notices and (is_running_text(reading, blocks[i]) or _opens_table(reading, i)):
            below = _below_standfirst(reading, notices, i)
            if below is not None:
                return _find_body(reading, notices, below)
            while i - 1 >= after and i - 1 not in notices and _is_heading(reading, i - 1) and not _is_dateline(reading.of(blocks[i - 1])):
                i -= 1
            return i
    fallback = (
        i
        for i in range(after, len(blocks))
        if i not in notices and blocks[i].region is Region.CONTENT and not _is_dateline(reading.of(blocks[i]))
    )
    return next(fallback, len(blocks))


def _below_standfirst(reading: Reading, notices: dict[int, Notice], index: int) -> int | None:
    """Where the body begins if this is a standfirst: a line or two below it the page prints its date on a line of its own."""
    for i in range(index + 1, min(index + 5, len(reading.blocks))):
        words = reading.of(reading.blocks[i])
        if _PAGE_DATE.fullmatch(words) and find_dates(words):
            return i + 1
        if i not in notices and is_running_text(reading, reading.blocks[i]):
            return None
    return None


_PAGE_DATE = re.compile(r"(?:(?:date|data|datum|published|publié|pubblicato|veröffentlicht|公開日|掲載日)\b\W*(?:le|il|am|on)?\s*)[\w .,/年月日]{6,30}", re.I)


def _opens_table(reading: Reading, index: int) -> bool:
    return reading.blocks[index].kind is Kind.ROW and reading.blocks[index].region is Region.CONTENT


def _find_end(reading: Reading, notices: dict[int, Notice], body: int) -> int:
    """The index after the body's last block: teasers end it, and so does a notice that no running text follows."""
    end = next((i for i in range(body, len(reading.blocks)) if notices.get(i) is Notice.MORE), len(reading.blocks))
    while end > body and not _belongs(reading, notices, end - 1):
        end -= 1
    for i in range(end - 1, body, -1):
        if is_running_text(reading, reading.blocks[i]) and i not in notices:
            break
        if notices.get(i) in _CLOSING:
            end = i
    return end


def _belongs(reading: Reading, notices: dict[int, Notice], index: int) -> bool:
    block = reading.blocks[index]
    if index in notices or block.region is not Region.CONTENT or block.kind is Kind.META:
        return False
    words = reading.of(block)
    if block.marker or block.kind is not Kind.PARAGRAPH or len(words) > _LONG or _SENTENCE_END.search(words):
        return True
    return index == 0 or reading.blocks[index - 1].level > 0 or _announces(reading, index - 1)  # a short line at the end: of a list, or the site's


def _announces(reading: Reading, index: int) -> bool:
    return reading.of(reading.blocks[index]).rstrip().endswith((":", "："))


def _is_heading(reading: Reading, index: int) -> bool:
    block = reading.blocks[index]
    if block.region is not Region.CONTENT:
        return False
    if block.kind is Kind.HEADING:
        return True
    words = reading.of(block)
    if block.kind is Kind.ROW or not words or len(words) > _LONGEST_HEADING or words[-1] in ".,;:。、；：" or block.level > 1:
        return False
    if block.strong or re.fullmatch(r"[【\[［〔].{1,40}[】\]］〕]", words):
        return True
    return not block.marker and block.kind is Kind.PARAGRAPH and _stands_as_heading(reading, index, words)


def _stands_as_heading(reading: Reading, index: int, words: str) -> bool:
    """Whether an unmarked short line heads what follows: it does not begin in lower case, and a longer block comes next."""
    if not words[0].isalnum() or words[0].islower() or len(words) > 90 or _SENTENCE_END.search(words):  # noqa: PLR2004
        return False
    following = reading.blocks[index + 1 : index + 2]
    return bool(following) and following[0].region is Region.CONTENT and len(reading.of(following[0])) > max(60, len(words))


def _role(reading: Reading, notices: dict[int, Notice], index: int, title: list[int], body: int, end: int) -> Role:
    block = reading.blocks[index]
    if block.kind is Kind.META:
        return Role.META
    if index in title:
        return Role.TITLE
    if index in notices:
        return Role.NOTICE
    if _RAISED.match(block.marker):
        return Role.FOOTNOTE
    if block.region is not Region.CONTENT:
        return Role.HEADER if title and title[-1] < index < body and block.region is Region.HEADER else Role.FURNITURE
    if index >= end:
        return Role.FURNITURE
    if index < body:
        return Role.HEADER
    if block.kind is Kind.ROW:
        return Role.TABLE
    if _FOOTNOTE.match(reading.text, block.start) and index > body:
        return Role.FOOTNOTE
    return Role.HEADING if _is_heading(reading, index) else Role.CLAUSE


def _mark_related(reading: Reading, notices: dict[int, Notice], roles: list[Role], title: int, body: int) -> None:
    """Lines under "See also" and the like name other texts, up to the body or the next notice."""
    listing = False
    for i, role in enumerate(roles):
        if i < title:
            continue
        if notices.get(i) is Notice.RELATED:
            listing = True
        elif listing and (role in (Role.NOTICE, Role.META, Role.TITLE) or (i >= body and is_running_text(reading, reading.blocks[i]))):
            listing = listing and notices.get(i) is Notice.FILE
        elif listing and (i < body or _names_text(reading, i)):
            roles[i] = Role.RELATED
        elif role is Role.HEADER and _names_text(reading, i) and not _is_dateline(reading.of(reading.blocks[i])):
            roles[i] = Role.RELATED


def _names_text(reading: Reading, index: int) -> bool:
    block = reading.blocks[index]
    words = reading.of(block)
    linked = any(a.start >= block.start and a.end <= block.end for a in reading.anchors)
    return ANNEX.match(words) is not None or linked or re.match(r"(?:see|voir|siehe|vedi)\b[^:]{0,12}:", words, re.I) is not None
