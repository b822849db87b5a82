"""People listed by name and country alone: "Presenti A (Francia), B (Germania)", "with France (A), Germany (B) and Japan (C)".

Nothing but the brackets tells that they are people of a delegation, so the list must have several of them, and the words
before it must say that those in it were there or hold an office, or else some of the names must be known for one. In place of
a country there may be an international body.
"""

import re
from collections.abc import Iterator

from g7data.extract.guarded import guarded
from g7data.extract.known_people import is_known_name
from g7data.extract.mentions import Mention
from g7data.extract.names import read_name, read_name_before
from g7data.extract.nations import country_in
from g7data.extract.office_words import Is
from g7data.extract.presence import ABSENT, announces_guests, present_before
from g7data.extract.word_tokens import read_words
from g7data.reading import Block

_FEWEST = 2
_FEWEST_UNSAID = 3  # where no words before the list say what those in it do
_LONGEST_NAME = 50
_LONGEST_HEAD = 320
_LONGEST_LAND = 30
_AT = frozenset("at in al alla allo nel nella à au en im a".split())  # before where they are: "arrivati al NAME"
_COUNTRY = guarded(r"(?<=\w) [(（](?P<country>[A-ZÀ-Þ][\w’' .-]{1,40})[)）]")
_NAMED = re.compile(r" \((?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){1,4})\)")
_NAMED_JA = re.compile(r"[(（](?P<name>[ァ-ヴーぁ-ん一-鿿々]{1,14}(?:[・＝=][ァ-ヴーぁ-ん]{1,14}){0,3})氏?[:：]?[)）]")
_LAND = re.compile(r"(?:^|[\s(,;])(?P<land>[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|and|of|e|et|und)){0,3})$")
_LAND_JA = re.compile(r"(?P<land>[一-鿿ァ-ヴーA-Z]{1,12}?)(?P<chairs>(?:が|、|は)?議長国?)?$")
_BETWEEN = re.compile(
    r"\s*(?:[,;]|,?\s(?:and|et|und|ed?|y))\s*(?:(?:and|et|und|ed?|y|the|le|la|il|der|die)\s)?|[、，,とで及びおよび]{1,4}"
)
_SENTENCE = re.compile(r"[.!?][”»\")]*\s+(?=[A-ZÀ-Þ«“\"])|\n")
_MINISTERS = re.compile(
    r"\b(?:[Mm]inist(?:ers|res|ri)|[\w-]*[Mm]inister(?:innen)?|[Dd]elegat(?:es|ions)|[Rr]epresentatives)(?:\s(?:of|from|de|des|della?|di|der|aus|für|for)(?:\s[^,.;:()]{1,60})?)?[:,]?\s*$"
    r"|\b(?:omologhi|colleghi|homologues|[Aa]mtskoll\w+|counterparts|homólogos|colegas)(?:\s[^,.;:()]{1,60}|\s(?:of|from|di|de|aus))?[:,]?\s*$"
)


def find_bracketed(text: str, blocks: list[Block], taken: set[int]) -> Iterator[Mention]:
    """The people of such lists whose names do not begin at a place that is `taken`."""
    japanese = "氏" in text or "の" in text
    for index, block in enumerate(blocks) if _COUNTRY.may_match(text) or japanese else ():
        for pattern, read in _FORMS if japanese else _FORMS[:-1]:
            run: list[Mention] = []
            for match in pattern.finditer(text, block.content, block.end):
                person = read(text, block, match, index)
                if run and (person is None or _BETWEEN.fullmatch(text, run[-1].closing, person.opening) is None):
                    yield from _listed(text, block, run, taken)
                    run = []
                if person is not None:
                    run.append(person)
            yield from _listed(text, block, run, taken)


def _before_land(text: str, block: Block, match: re.Match[str], index: int) -> Mention | None:
    """The person whose country or body a bracket names."""
    word = text.rfind(" ", block.content, match.start()) + 1
    country = country_in(match["country"]) if text[word].isupper() or word == 0 else None
    if country is None:
        return None
    t = read_words(text, max(block.content, match.start() - _LONGEST_NAME), match.start())
    name = read_name_before(t, len(t) - 1) if len(t) else None
    if name is None or name.count < 2 or t.kind(name.last) & Is.OFFICE:
        return None
    at_place = name.count > 2 and name.honorific is None and t.word(name.first - 1).lower() in _AT
    first = name.first + at_place
    honorific = text[t.starts[name.honorific[0]] : t.ends[name.honorific[1]]] if name.honorific else None
    around = (t.starts[first if at_place else name.opening], match.end())
    return _mention(text, (t.starts[first], t.ends[name.last]), honorific, country, around, index)


def _behind_land(text: str, block: Block, match: re.Match[str], index: int) -> Mention | None:
    """The person whom a bracket names behind a country."""
    land = _LAND.search(text, max(block.content, match.start() - _LONGEST_LAND), match.start())
    country = country_in(land["land"]) if land is not None else None
    if land is None or not country:
        return None
    t = read_words(text, *match.span("name"))
    name = read_name(t, 0) if len(t) else None
    if name is None or name.count < 2 or name.last < len(t) - 1:
        return None
    return _mention(text, match.span("name"), None, country, (land.start("land"), match.end()), index)


def _behind_land_ja(text: str, block: Block, match: re.Match[str], index: int) -> Mention | None:
    """The same in Japanese, where a word between may say who chairs: 英国が議長(NAME氏)."""
    land = _LAND_JA.search(text, max(block.content, match.start() - _LONGEST_LAND), match.start())
    country = country_in(land["land"]) if land is not None else None
    if land is None or not country:
        return None
    function = "chair" if land["chairs"] else "participant"
    return _mention(text, match.span("name"), None, country, (land.start("land"), match.end()), index, function)


def _mention(
    text: str,
    name: tuple[int, int],
    honorific: str | None,
    country: str,
    around: tuple[int, int],
    index: int,
    function: str = "participant",
) -> Mention:
    return Mention(text[slice(*name)], *name, honorific, None, country, *around, index, function)


_FORMS = ((_COUNTRY, _before_land), (_NAMED, _behind_land), (_NAMED_JA, _behind_land_ja))


def _listed(text: str, block: Block, run: list[Mention], taken: set[int]) -> Iterator[Mention]:
    if len(run) < _FEWEST:
        return
    low = max(block.content, run[0].opening - _LONGEST_HEAD)
    begins = [m.end() for m in _SENTENCE.finditer(text, low, run[0].opening)]
    head = text[begins[-1] if begins else low : run[0].opening]
    said = present_before(head, alone=False) or announces_guests(head) or _MINISTERS.search(head) is not None
    if said or (len(run) >= _FEWEST_UNSAID and ABSENT.search(head) is None and any(_is_known(m.name) for m in run)):
        yield from (m for m in run if m.start not in taken)


def _is_known(name: str) -> bool:
    """Whether somebody of that name is known to have held an office, or it stands behind a country as only people do."""
    return name[-1:] > "぀" or is_known_name(name)
