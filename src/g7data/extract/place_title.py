"""The place that a title names: "in Bari", "Turin, September 26", "G7 Taormina Leaders' Communiqué"."""

import re
from collections.abc import Iterator
from itertools import islice

from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.page import Page
from g7data.extract.place_named import named_before, named_by_place
from g7data.extract.place_words import CAPITAL, NAME, Where, around_dates, parse_place
from g7data.extract.title_words import GOES_ON
from g7data.reading import Block

_IN_TITLE = re.compile(rf"(?:\b(?i:in|at|à|a|ad|zu|de|di|en)\s+|[,:–—(]\s*|--\s*|\bd['’]){NAME}")
_TOPIC_BEFORE = re.compile(
    r"\b(?:on|about|regarding|concerning|sur|zu|zur|zum|über|su|sul|sulla|sobre|over|(?:situation|developments|peace|cris[ei]s|wars?|conflicts?|attacks?|violence|elections?|"
    r"crise|conflit|guerre|lage|krieg|krise|situazione|guerra|crisi)(?:\s(?:in|en|à|im|nel))?|in vista|verso|en vue|vers|ahead|towards?|vista)\s*$",
    re.I,
)
"""What leads to a place of which a text speaks, not to one where it was agreed: "on Gaza", "the situation in Gaza"."""
_TOPICS_BEFORE = re.compile(
    r"\b(?:on|about|over|against|sur|zu|über|su|sobre)\s[A-ZÀ-Þ][\w’'-]+(?:, [A-ZÀ-Þ][\w’'-]+)*$"
)
"""A list of countries of which a text speaks: "on Ukraine, China, Iran"."""
_PIECE = re.compile(r"[^,/|()]+")


def place_in_title(page: Page) -> Found[Where] | None:
    """The place beside the group's name, behind a preposition or a comma, or at the end; the last one where there are more."""
    for block in page.title_blocks:
        found = (
            named_by_place(page.text, block.content, block.end)
            or named_before(page.text, block.content, block.end)
            or _behind_preposition(page.text, block.content, block.end)
            or (None if _goes_on(page, block) else _last_word(page.text, block.content, block.end))
            or _behind_date(page.text, block.content, block.end)
        )
        if found is not None:
            return found
    return None


def _goes_on(page: Page, block: Block) -> bool:
    """Whether the next line of the title goes on with this one: "by Minister Jane London / on the meeting of"."""
    following = (b for b in page.title_blocks if b.start > block.start)
    return any(GOES_ON.match(page.words(b)) is not None for b in islice(following, 1))


def _behind_preposition(text: str, start: int, end: int) -> Found[Where] | None:
    for match in reversed(list(_IN_TITLE.finditer(text, start, end))):
        if _TOPIC_BEFORE.search(text[start : match.start()]):
            continue
        for begin in _piece_starts(text, *match.span("place")):
            found = parse_place(text, begin, match.end("place"), whole=True)
            listed = (
                found is not None and found.value.city is None and _TOPICS_BEFORE.search(text[start : match.start()])
            )
            if found is not None and not listed:
                return Found(found.value, found.start, found.end, "place:title", 0.9)
    return None


def _piece_starts(text: str, start: int, end: int) -> Iterator[int]:
    return (m.start() for m in _PIECE.finditer(text, start, end))


def _behind_date(text: str, start: int, end: int) -> Found[Where] | None:
    for a, b in list(around_dates(text, start, end))[1:]:
        found = parse_place(text, a, b, whole=True)
        if found is not None and found.value.city is not None:
            return Found(found.value, found.start, found.end, "place:title", 0.8)
    return None


def _last_word(text: str, start: int, end: int) -> Found[Where] | None:
    """A title that simply ends in the name of a city where the group met."""
    dates = find_dates(text, start, end)
    stop = dates[0].start if dates else end
    words = text[start:stop].rstrip(" ,-–—")
    tail = re.search(rf"(?<=\w)[\s,]+(?P<place>{CAPITAL}(?:[ ,]+{CAPITAL}){{0,2}})$", words)
    if tail is None:
        return None
    for a in (m.end() for m in re.finditer(r"[\s,]+(?=\S)", words[: tail.end()]) if m.end() >= tail.start("place")):
        found = parse_place(text, start + a, start + len(words), whole=True)
        if found is not None and found.value.city is not None and not _TOPIC_BEFORE.search(words[:a]):
            return Found(found.value, found.start, found.end, "place:end of title", 0.8)
    return None
