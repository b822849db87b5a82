"""Countries and organisations that a text names as taking part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from g7data import reference
from g7data.extract.page import Page
from g7data.reading import Block

_TAKING_PART = re.compile(
    r"\b(?:ministers?|leaders?|governors?|heads|representatives?|delegations?|members?|participants?|participat\w+|particip\w+|attend\w*|joined by|"
    r"guests?|invit\w+|outreach|together with|signed by|signatories|welcomed|ministres?|dirigeants?|représentants?|invités?|en présence|"
    r"minister\w*|vertreter\w*|teilnehm\w*|teilgenommen|gäste|ministri|rappresentanti|partecip\w+|invitati|ospiti|alla presenza)\b|参加|出席|招待",
    re.I,
)
_GUEST = re.compile(r"guest|invit|outreach|joined by|also (?:attend|participat|joined)|partner|ospiti|gäste|eingeladen|en présence|招待|アウトリーチ", re.I)
_CAPITALS_ONLY = frozenset(("US", "EU", "UN", "UK", "AU", "WB", "EC", "CE", "UE", "EG", "EAU", "VK", "BRD", "RFA", "RFT", "ADB", "ITU", "WHO", "IEA"))
_SHORTEST = 2
_MEMBERS_LISTED = 3
_MEMBER_KINDS = frozenset(("member", "eu"))


@dataclass(frozen=True, slots=True)
class Participant:
    """A country or body with the words that name it; participation is member, guest or organisation."""

    body_id: str
    participation: str
    start: int
    end: int


@cache
def _names() -> tuple[re.Pattern[str], dict[str, reference.Body]]:
    """One pattern over all names of all bodies, longest first, and the body of each."""
    index: dict[str, reference.Body] = {}
    for body in reference.bodies():
        for name in body.names:
            if len(name) >= _SHORTEST or not name.isascii():
                index.setdefault(name, body)
    japanese = [n for n in index if not n.isascii() and re.search(r"[぀-ヿ一-鿿]", n) and len(n) > 1]
    latin = [n for n in index if n not in set(japanese) and len(n) > 1]
    pattern = (
        r"(?<![\w.-])(?:" + "|".join(map(re.escape, sorted(latin, key=len, reverse=True))) + r")(?![\w-])|"
        + "|".join(map(re.escape, sorted(japanese, key=len, reverse=True)))
    )  # fmt: skip
    return re.compile(pattern), index


def find_bodies(text: str, start: int, end: int) -> Iterator[tuple[reference.Body, int, int]]:
    """Every country and body named in a stretch of text, with where."""
    pattern, index = _names()
    for match in pattern.finditer(text, start, end):
        yield index[match[0]], match.start(), match.end()


def read_participants(page: Page) -> list[Participant]:
    """Who takes part, each once: from sentences that list members, guests or organisations as present."""
    found: dict[str, Participant] = {}
    for start, end in _sentences(page):
        named = list(find_bodies(page.text, start, end))
        present = _TAKING_PART.search(page.text, start, end) is not None
        members = sum(1 for body, _, _ in named if body.kind in _MEMBER_KINDS)
        if not present or not (members >= _MEMBERS_LISTED or _GUEST.search(page.text, start, end)):
            continue
        for body, a, b in named:
            if body.kind != "other":
                found.setdefault(body.body_id, Participant(body.body_id, _participation(body), a, b))
    return sorted(found.values(), key=lambda p: p.start)


def _participation(body: reference.Body) -> str:
    if body.kind in _MEMBER_KINDS:
        return "member"
    return "guest" if body.country is not None else "organisation"


def _sentences(page: Page) -> Iterator[tuple[int, int]]:
    """The sentences of the opening and of list items near it, as spans."""
    for block in page.opening:
        yield from _split(page.text, block)


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.content
    for match in re.finditer(r"(?<=[a-zà-ÿ)”\"]{2}[.!?])\s+(?=[A-ZÀ-Þ“\"])|(?<=。)", text[block.content : block.end]):
        yield start, block.content + match.start()
        start = block.content + match.end()
    yield start, block.end
