"""Countries and organisations that a text names as taking part.

A text names many countries; those take part that stand in a list with a word for it: "joined by", "took part", "guests", or,
where a text says who it is from, three members or more after "ministers of". A list of participants names them alone in a line.
Countries that are only a topic, as in "the war against", have no such word beside them.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain

from g7data.extract.bodies_named import Named, find_bodies
from g7data.extract.guarded import guarded
from g7data.extract.layout import Role
from g7data.extract.page import Page
from g7data.extract.participant_words import (
    BEFORE,
    BEHIND,
    BILATERAL,
    GAP,
    HEADS_LIST,
    JA_CALLED,
    JA_PRESENT,
    JA_TOPIC,
    TAGS,
    TAIL,
    THOSE_WHO,
    TOPIC,
    TRACES,
)
from g7data.reading import Block

__all__ = ["Participant", "find_bodies", "read_participants"]

_MEMBERS_LISTED = 3
_MEMBER_KINDS = frozenset(("member", "eu"))
_COUNTED_KINDS = frozenset(("member", "eu", "former_member", "guest", "io", "organisation"))
_EIGHT = guarded(r"(?<!\w)G-?8(?!\w)|Group of Eight|Ｇ８|主要国首脳会議")
_BEGINNING = 3000  # characters in which a text names its forum
_FAR = 170  # characters of a sentence before and after a list in which its word may stand
_WIDEST_GAP = 150
_LONGEST_LINE = 60
_JOINT_WORK = re.compile(r"\b(?:together|along|jointly) with\b", re.I)
_OPENS_SENTENCE = 8  # characters: "Together with" there says who met, farther on with whom to work
_JA_GAP = re.compile(
    r"(?:[、・,，／/()（）\s「」A-Za-zＡ-Ｚァ-ヺー一-鿿]|及び|並びに|と|や|の|から|より|に加え|のほか){0,40}"
)
_JA_FAR, _JA_NEAR = 90, 30  # characters
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]|^[^()（）「」]*[)）]")
_SENTENCE = re.compile(r"[.!?](?<=[a-zà-ÿ)”\"\d]{2}.)\s+(?=[A-ZÀ-Þ“\"])|。")


@dataclass(frozen=True, slots=True)
class Participant:
    """A country or body with the words that name it; participation is member, guest or organisation."""

    body_id: str
    participation: str
    start: int
    end: int


def read_participants(page: Page) -> list[Participant]:
    """Who takes part, each once, in the order of the text."""
    found: dict[str, Participant] = {}
    eight = _EIGHT.search(page.text, 0, _BEGINNING) is not None
    for named, start, end in chain(_in_sentences(page, found), _in_lists(page)):
        if named.kind in _COUNTED_KINDS:
            found.setdefault(named.body_id, Participant(named.body_id, _participation(named, eight=eight), start, end))
    return sorted(found.values(), key=lambda p: p.start)


def _participation(named: Named, *, eight: bool) -> str:
    if named.kind in _MEMBER_KINDS or (named.kind == "former_member" and eight):
        return "member"
    return "organisation" if named.kind in ("io", "organisation") else "guest"


def _in_sentences(page: Page, known: Container[str]) -> Iterator[tuple[Named, int, int]]:
    opening = {b.start for b in page.opening}
    strong = [cue.start() for cue in TRACES.finditer(page.text)]
    at = 0
    for block in page.layout.blocks(Role.TITLE, Role.HEADER, Role.CLAUSE, Role.HEADING):
        while at < len(strong) and strong[at] < block.start:
            at += 1
        first = block.start in opening
        if not first and not (at < len(strong) and strong[at] < block.end):
            continue
        for start, end in _sentences(page.text, block):
            if first or any(start <= i < end for i in strong[at : at + 40]):
                yield from _taking_part(page.text, start, end, known, opening=first)


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.content
    for match in _SENTENCE.finditer(text, max(0, block.content - 1), block.end):
        yield start, match.start() + 1
        start = match.end()
    yield start, block.end


def _taking_part(
    text: str, start: int, end: int, known: Container[str], *, opening: bool
) -> Iterator[tuple[Named, int, int]]:
    bodies = list(find_bodies(text, start, end))
    if (bodies and text[bodies[0][1]] > "぀") or "。" in text[start:end]:
        yield from _in_japanese(text, start, end, bodies)
        return
    for run in _runs(text, bodies):
        if any(named.body_id not in known for named, _, _ in run) and _takes_part(
            text, start, end, run, opening=opening
        ):
            yield from run


def _in_japanese(
    text: str, start: int, end: int, bodies: list[tuple[Named, int, int]]
) -> Iterator[tuple[Named, int, int]]:
    """The bodies of a Japanese sentence that stand in a list with a word for taking part behind it, or for guests before it."""
    if not JA_PRESENT.search(text, start, end):
        return
    runs: list[list[tuple[Named, int, int]]] = []
    for found in bodies:
        if runs and _JA_GAP.fullmatch(text, runs[-1][-1][2], found[1]):
            runs[-1].append(found)
        else:
            runs.append([found])
    for run in runs:
        behind = _IN_BRACKETS.sub("", text[run[-1][2] : min(end, run[-1][2] + 2 * _JA_FAR)])[:_JA_FAR]
        if JA_PRESENT.search(behind) or JA_CALLED.search(text, max(start, run[0][1] - _JA_NEAR), run[0][1]):
            yield from (found for found in run if not JA_TOPIC.match(text, found[2], found[2] + 6))


def _runs(text: str, bodies: list[tuple[Named, int, int]]) -> list[list[tuple[Named, int, int]]]:
    """Bodies in one list: between them stand commas, conjunctions, names and titles, but no verb."""
    runs: list[list[tuple[Named, int, int]]] = []
    for found in bodies:
        if runs:
            before = runs[-1][-1][2]
            if found[1] - before <= _WIDEST_GAP and GAP.fullmatch(text, before, found[1]):
                runs[-1].append(found)
                continue
        runs.append([found])
    return runs


def _takes_part(text: str, start: int, end: int, run: list[tuple[Named, int, int]], *, opening: bool) -> bool:
    before = text[max(start, run[0][1] - _FAR) : run[0][1]]
    members = len({named.body_id for named, _, _ in run if named.kind in _MEMBER_KINDS})
    if opening and members >= _MEMBERS_LISTED and THOSE_WHO.search(before):
        return True
    after = text[run[-1][2] : min(end, run[-1][2] + _FAR)]
    told = (
        _cue_before(before)
        and not BILATERAL.search(before)
        and (opening or not _JOINT_WORK.search(before, _OPENS_SENTENCE))
    ) or _cue_after(after)
    return told and (members >= _MEMBERS_LISTED or TOPIC.search(before) is None)


def _cue_before(before: str) -> bool:
    """Whether words for taking part stand before a list, with nothing but titles and names between."""
    match = TAIL.search(before)
    return (match is not None and BEFORE.search(before[: match.start()].rstrip(" ,:;(")) is not None) or BEFORE.search(
        before.rstrip(" ,:;(")
    ) is not None


def _cue_after(after: str) -> bool:
    match = GAP.match(after)
    return BEHIND.match(after) is not None or (
        match is not None and match.end() < len(after) and BEHIND.match(after, max(0, match.end() - 1)) is not None
    )


def _in_lists(page: Page) -> Iterator[tuple[Named, int, int]]:
    """Bodies alone in a line or row under a heading for participants."""
    under = filed = False
    for block, role in zip(page.reading.blocks, page.layout.roles, strict=True):
        words = page.words(block)
        filed = len(words) <= _LONGEST_LINE and (filed or TAGS.match(words) is not None)
        if role in (Role.META, Role.NOTICE):
            continue
        if filed:
            under = False
        elif len(words) <= _LONGEST_LINE and HEADS_LIST.match(words):
            under = True
        elif under:
            yield from _line(page.text, block)
            under = len(words) < 4 * _LONGEST_LINE and not words.endswith(".")


def _line(text: str, block: Block) -> list[tuple[Named, int, int]]:
    """The bodies of a line that names little else."""
    found = list(find_bodies(text, block.content, block.end))
    named = sum(end - start for _, start, end in found)
    return found if named * 2 > block.end - block.content - 2 * len(found) else []
