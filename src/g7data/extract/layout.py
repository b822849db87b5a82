"""What each block of a page is for: title, header line, heading, clause, or furniture.

The head of a page runs from its title to the first block that reads like running text; the body from there to the last
block before the page turns to itself again. Inside both, lines that a site prints around a text are told by what they say
(`notices`). Every block has exactly one role, so that nothing is counted twice and nothing is lost.
"""

import re
from dataclasses import dataclass

from g7data.extract.annex import ANNEX
from g7data.extract.date_words import ISSUED_ON
from g7data.extract.dates import find_dates
from g7data.extract.headline import find_title
from g7data.extract.layout_end import announces, find_end
from g7data.extract.layout_related import has_link, mark_related
from g7data.extract.layout_roles import Role
from g7data.extract.notices import CREDIT, OWNER, Notice, notice_of
from g7data.extract.shape import LONG, SENTENCE_END, is_dateline, is_heading, is_running_text
from g7data.reading import Block, Kind, Reading, Region

__all__ = ["Layout", "Role", "lay_out"]


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


_BEGINS_WITHIN = 30  # blocks
_LEAST_REPEATED = 15  # characters
_MOST_PIECES = 4  # between bars
_WEEKDAY_AND_PAGE = 20  # characters that may stand beside a day
_FOOTNOTE = re.compile(r"[¹²³⁰⁴-⁹]{1,3}\s?[^\W\d]|\[\d{1,2}\]\s|\(\*+\)|注\d?[）)]|※\d")
_LEADS_BACK = ("↩", "↩︎", "↑")  # from a note to the place that it belongs to
_STARRED = re.compile(r"\*[^\W\d_](?![^\n]*\*)")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+$")


def lay_out(reading: Reading) -> Layout:
    """Give every block of a reading its role."""
    blocks = reading.blocks
    notices: dict[int, Notice] = {}
    for i, block in enumerate(blocks):
        notice = notice_of(reading.text[block.start : block.end]) if _may_be_notice(block) else None
        if notice is Notice.NAVIGATION and (_is_item_of_text(reading, i, notices) or _is_dated(reading.of(block))):
            continue
        if notice is Notice.LOGO and block.kind is Kind.HEADING:
            continue
        if notice:
            notices[i] = notice
    title = find_title(reading, notices)
    begins = max((i for i, notice in notices.items() if notice is Notice.BEGIN and i < _BEGINS_WITHIN), default=-1)
    body = _find_body(reading, notices, max(begins, title[-1] if title else -1) + 1)
    end = find_end(reading, notices, body)
    menus = _menus(reading, title[0] if title else 0)
    roles = [Role.FURNITURE if i in menus else _role(reading, notices, i, title, body, end) for i in range(len(blocks))]
    _drop_repeats(reading, roles)
    _drop_captions(reading, notices, roles)
    _mark_links_at_end(reading, roles, body, end)
    mark_related(reading, notices, roles, title[-1] if title else 0, body)
    return Layout(reading, tuple(roles), notices)


def _is_dated(words: str) -> bool:
    """Whether words between bars, but not the first of them, give a full day: who publishes, when, and where.

    A line that begins with a day is a site's clock.
    """
    pieces = [piece.strip() for piece in words.split("|")[1:]]
    days = ((piece, d) for piece in pieces[:_MOST_PIECES] for d in find_dates(piece))
    return any(
        d.year is not None and d.precision == "day" and len(piece) - (d.end - d.start) < _WEEKDAY_AND_PAGE
        for piece, d in days
    )


def _drop_repeats(reading: Reading, roles: list[Role]) -> None:
    """A line of the body that says the title again, or a whole paragraph again, belongs to the page and not to the text.

    Behind any other heading a text may say a paragraph once more, as annexes do.
    """
    titles = {reading.of(b) for b, role in zip(reading.blocks, roles, strict=True) if role is Role.TITLE}
    said: set[str] = set()
    for i, block in enumerate(reading.blocks):
        words = reading.of(block)
        if roles[i] is Role.HEADING and words not in titles:
            said.clear()
        if roles[i] is not Role.CLAUSE and not (roles[i] is Role.HEADING and words in titles):
            continue
        if len(words) >= _LEAST_REPEATED and (words in titles or (words in said and len(words) >= LONG)):
            roles[i] = Role.FURNITURE
        said.add(words)


def _drop_captions(reading: Reading, notices: dict[int, Notice], roles: list[Role]) -> None:
    """Short lines of the body that are no text: what a picture shows, above its credit, once or twice; a button."""
    links = {(a.start, a.end) for a in reading.anchors}
    caption = len(roles)
    text_below = False
    for i in range(len(roles) - 2, -1, -1):
        block, below = reading.blocks[i : i + 2]
        text_below = text_below or roles[i + 1] is Role.CLAUSE
        if roles[i] is not Role.CLAUSE or block.marker or block.end - block.start >= LONG:
            continue
        words = reading.of(block)
        shown = (notices.get(i + 1) is Notice.LOGO and CREDIT.match(reading.of(below)) is not None) or (
            notices.get(i + 1) is Notice.COPYRIGHT and text_below and OWNER.fullmatch(reading.of(below)) is not None
        )
        if shown or (caption == i + 1 and words == reading.of(below)):
            caption, roles[i] = i, Role.FURNITURE
        elif (block.content, block.end) in links and not SENTENCE_END.search(words):
            roles[i] = Role.FURNITURE


def _mark_links_at_end(reading: Reading, roles: list[Role], body: int, end: int) -> None:
    """A list at the end of the body of which each item is a link, and to which no line leads, names related texts."""
    links = {(a.start, a.end) for a in reading.anchors}
    i = end - 1
    while i > body and (not _is_of_body(roles[i]) or _is_linked_item(reading, i, links)):
        i -= 1
    if i >= body and not announces(reading, i):
        for j in range(i + 1, end):
            if _is_of_body(roles[j]):
                roles[j] = Role.RELATED


def _is_of_body(role: Role) -> bool:
    return role in (Role.CLAUSE, Role.HEADING)


def _is_linked_item(reading: Reading, index: int, links: set[tuple[int, int]]) -> bool:
    block = reading.blocks[index]
    return bool(block.marker) and (block.content, block.end) in links and not SENTENCE_END.search(reading.of(block))


def _may_be_notice(block: Block) -> bool:
    return block.region is not Region.META and block.kind is not Kind.ROW


def _is_item_of_text(reading: Reading, index: int, notices: dict[int, Notice]) -> bool:
    """Whether a word that could be a button is an item of a list in the text: no link, and text leads to it."""
    block = reading.blocks[index]
    if not block.marker or index == 0 or index - 1 in notices or has_link(reading, index):
        return False
    return bool(reading.blocks[index - 1].marker) or announces(reading, index - 1)


def _find_body(reading: Reading, notices: dict[int, Notice], after: int) -> int:
    """The first block of the body, its heading included."""
    blocks = reading.blocks
    for i in range(after, len(blocks)):
        words = reading.of(blocks[i])
        text = is_running_text(reading, blocks[i]) and not (_BYLINE.fullmatch(words) or ISSUED_ON.fullmatch(words))
        if i not in notices and (text or _opens_table(reading, i)):
            below = _below_standfirst(reading, notices, i)
            if below is not None:
                return _find_body(reading, notices, below)
            while (
                i - 1 >= after
                and i - 1 not in notices
                and (
                    (is_heading(reading, i - 1) and not _heads_page(reading, i - 1))
                    or _GREETING.fullmatch(reading.of(blocks[i - 1]))
                )
            ):
                i -= 1
            return i
    fallback = (
        i
        for i in range(after, len(blocks))
        if i not in notices and blocks[i].region is Region.CONTENT and not is_dateline(reading.of(blocks[i]))
    )
    return next(fallback, len(blocks))


_GREETING = re.compile(
    r"(?:[A-ZÀ-Þ][\w .’'-]{2,40}: )?(?:good (?:morning|afternoon|evening|day)|thank you|thanks|hello|welcome|ladies and gentlemen|bonjour|mesdames|guten (?:tag|morgen|abend)|"
    r"(?:sehr geehrte|meine) .{0,20}damen und herren|buon(?:giorno|asera)|signore e signori|buenos días|buenas tardes)\b.{0,100}[.!,:]",
    re.I,
)
"""What a speech begins with, however short."""
_BYLINE = re.compile(
    r"(?:.{0,40}[|·•—–]\s*)?(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Dd]i) [A-ZÀ-Þ][\w.’'-]+(?: (?:(?:and|et|und|e|de|van|von) )?[A-ZÀ-Þ][\w.’'-]*){0,4}(?:,[^.]{3,50})?\.?"
)
"""Who wrote a report, with its date before it perhaps: no text, though it may end in a full stop."""


def _heads_page(reading: Reading, index: int) -> bool:
    """Whether a line above the body belongs to the page's head: it dates or places the text, or names a related one."""
    words = reading.of(reading.blocks[index])
    return is_dateline(words) or _is_dated(words) or ANNEX.match(words) is not None


def _below_standfirst(reading: Reading, notices: dict[int, Notice], index: int) -> int | None:
    """Where the body begins if this is a standfirst: a line or two below it the page prints its date on a line of its own."""
    for i in range(index + 1, min(index + 5, len(reading.blocks))):
        words = reading.of(reading.blocks[i])
        if _PAGE_DATE.fullmatch(words) and find_dates(words):
            return i + 1
        if i not in notices and is_running_text(reading, reading.blocks[i]):
            return None
    return None


_PAGE_DATE = re.compile(
    r"(?:(?:date|data|datum|published|publié|pubblicato|veröffentlicht|公開日|掲載日)\b\W*(?:le|il|am|on)?\s*)[\w .,/年月日]{6,30}",
    re.I,
)


def _opens_table(reading: Reading, index: int) -> bool:
    return reading.blocks[index].kind is Kind.ROW and reading.blocks[index].region is Region.CONTENT


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
    if index > body and (
        _FOOTNOTE.match(reading.text, block.start)
        or (block.marker and reading.text.endswith(_LEADS_BACK, 0, block.end))
        or _is_starred_alone(reading, index)
    ):
        return Role.FOOTNOTE
    return Role.HEADING if is_heading(reading, index) else Role.CLAUSE


def _menus(reading: Reading, title: int) -> set[int]:
    """The blocks before the title that are items of menus: links with a bullet and no more, two of them or more together."""
    links = {(a.start, a.end) for a in reading.anchors}
    items = {
        i for i in range(title) if _is_linked_item(reading, i, links) and not reading.blocks[i].marker[0].isdigit()
    }
    return {i for i in items if i - 1 in items or i + 1 in items}


def _is_starred_alone(reading: Reading, index: int) -> bool:
    """Whether a block is a note behind an asterisk: where the ones beside it have an asterisk too, they are a list."""
    if not _STARRED.match(reading.text, reading.blocks[index].start):
        return False
    beside = reading.blocks[max(index - 1, 0) : index] + reading.blocks[index + 1 : index + 2]
    return not any(_STARRED.match(reading.text, block.start) for block in beside)
