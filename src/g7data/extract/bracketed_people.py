"""People listed by name and country alone: "Presenti A (Francia), B (Germania), C (Regno Unito)".

Nothing but the brackets tells that they are people of a delegation, so the list must have several of them, and the words
before it must say that those in it were there or hold an office.
"""

import re
from collections.abc import Iterator

from g7data.extract.guarded import guarded
from g7data.extract.mentions import Mention
from g7data.extract.names import read_name_before
from g7data.extract.nations import country_in
from g7data.extract.office_words import Is
from g7data.extract.presence import present_before
from g7data.extract.word_tokens import read_words
from g7data.reading import Block

_FEWEST = 2
_LONGEST_NAME = 50
_LONGEST_HEAD = 320
_COUNTRY = guarded(r"(?<=\w) [(（](?P<country>[A-ZÀ-Þ][\w’' .-]{1,28})[)）]")
_BETWEEN = re.compile(r"\s*(?:[,;]|,?\s(?:and|et|und|ed?|y))\s*(?:(?:and|et|und|ed?|y|the|le|la|il|der|die)\s)?")
_SENTENCE = re.compile(r"[.!?][”»\")]*\s+(?=[A-ZÀ-Þ«“\"])|\n")
_MINISTERS = re.compile(
    r"\b(?:[Mm]inist(?:ers|res|ri)|[\w-]*[Mm]inister(?:innen)?|[Dd]elegat(?:es|ions)|[Rr]epresentatives)(?:\s(?:of|de|des|della?|der|für|for)\s[^,.;:()]{1,60})?[:,]?\s*$"
    r"|\b(?:omologhi|colleghi|homologues|[Aa]mtskoll\w+|counterparts|homólogos|colegas)(?:\s[^,.;:()]{1,60})?[:,]?\s*$"
)


def find_bracketed(text: str, blocks: list[Block], taken: set[int]) -> Iterator[Mention]:
    """The people of such lists whose names do not begin at a place that is `taken`."""
    for index, block in enumerate(blocks) if _COUNTRY.may_match(text) else ():
        run: list[Mention] = []
        for match in _COUNTRY.finditer(text, block.content, block.end):
            person = _person(text, block, match, index)
            if run and (person is None or _BETWEEN.fullmatch(text, run[-1].closing, person.opening) is None):
                yield from _listed(text, block, run, taken)
                run = []
            if person is not None:
                run.append(person)
        yield from _listed(text, block, run, taken)


def _person(text: str, block: Block, match: re.Match[str], index: int) -> Mention | None:
    """The person whose country a bracket names."""
    country = country_in(match["country"])
    if not country:
        return None
    t = read_words(text, max(block.content, match.start() - _LONGEST_NAME), match.start())
    name = read_name_before(t, len(t) - 1) if len(t) else None
    if name is None or name.count < 2 or t.kind(name.last) & Is.OFFICE:
        return None
    start, end = t.starts[name.first], t.ends[name.last]
    honorific = text[t.starts[name.honorific[0]] : t.ends[name.honorific[1]]] if name.honorific else None
    return Mention(
        text[start:end],
        start,
        end,
        honorific,
        None,
        country,
        t.starts[name.opening],
        match.end(),
        index,
        "participant",
    )


def _listed(text: str, block: Block, run: list[Mention], taken: set[int]) -> Iterator[Mention]:
    if len(run) < _FEWEST:
        return
    low = max(block.content, run[0].opening - _LONGEST_HEAD)
    begins = [m.end() for m in _SENTENCE.finditer(text, low, run[0].opening)]
    head = text[begins[-1] if begins else low : run[0].opening]
    if present_before(head, alone=False) or _MINISTERS.search(head) is not None:
        yield from (m for m in run if m.start not in taken)
