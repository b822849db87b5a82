"""Where in a text people may be named: around offices, forms of address, and surnames of known office-holders.

The tests are cheap, since most of a text names nobody: the set of its words is met with the words that count, and only those
that are there are looked for. Everything finer is left to whoever takes the stretches apart.
"""

import re
from collections.abc import Iterator
from functools import cache

from g7data.extract.known_people import family_words
from g7data.extract.office_words import Is, unaccented, vocabulary
from g7data.reading import Block

_WINDOW_BEFORE = 120  # characters around an office in which its holder and its own words stand
_WINDOW_AFTER = 200
_GERMAN_ENDINGS = (
    "minister", "ministerin", "ministers", "kanzler", "kanzlerin", "kanzlers", "präsident", "präsidentin", "präsidenten", "kommissar", "kommissarin",
    "sekretär", "sekretärin", "premier", "premiers", "beauftragte", "beauftragter", "beauftragten", "chef", "chefin", "chefdiplomat", "amtskollege", "amtskollegin", "amtskollegen", "sprecher", "sprecherin",
    "direktor", "direktorin", "staatsanwalt", "staatsanwältin", "ankläger", "anklägerin",
)  # fmt: skip
_GERMAN_ENDS = frozenset(ending[-3:] for ending in _GERMAN_ENDINGS)
_TRIMMED = "()[]{}<>*\"'“”„«»‘’.,;:!?–—-·•|/\\"
_JOINTS = re.compile(r"['’_-]")
_MONSIEUR = re.compile(r"\bMM?\. (?=[A-ZÀ-Þ])")
_GIVEN_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.’'-]*\s$")
_PLURAL_LIST = re.compile(
    r"\s+(?:[^\W\d_]+\.?\s+){0,2}?[A-ZÀ-Þ][^\W\d_]+(?:[ ,-]+[A-ZÀ-Þ][^\W\d_]+){0,4}(?:,?(?: (?:of|de|du|von|aus|del|della|d['’]) ?[A-ZÀ-Þ]\w+)?\s+(?:and|et|e|ed|und)\s+[A-ZÀ-Þ]|\s+\([A-ZÀ-Þ][^()]{1,30}\),)"
)
_LINKS = r"(?:of |for |des? |d['’]|du |della? |dell['’]|dei |degli |per |der |für )"
_PLURAL_SHARED = re.compile(
    rf"\s{_LINKS}[^,.;:()\n]{{2,60}},\s[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][^,.;:()\n]{{1,40}}?,?\s(?:and|et|ed?|und)\s{_LINKS}"
)
_CONTACT = re.compile(
    r"\W*(?:(?:media |press |for )?(?:contacts?|enquiries|inquiries|more information|further information)\b|pressekontakt|ansprechpartner|contacts? presse"
    r"|per (?:ulteriori )?informazioni|reporting by|écrit par)",
    re.I,
)


def find_stretches(text: str, blocks: list[Block]) -> Iterator[tuple[int, int, int]]:
    """Stretches in which people may be named: (block's index, start, end); those that overlap are one, contact lines are left out."""
    positions = _positions(text)
    i = 0
    for index, block in enumerate(blocks):
        while i < len(positions) and positions[i] < block.content:
            i += 1
        if i < len(positions) and positions[i] < block.end and _CONTACT.match(text, block.content, block.end):
            continue
        start = end = -1
        while i < len(positions) and positions[i] < block.end:
            before, after = (
                max(block.content, positions[i] - _WINDOW_BEFORE),
                min(block.end, positions[i] + _WINDOW_AFTER),
            )
            if before > end:
                if end > 0:
                    yield index, start, end
                start = before
            end = after
            i += 1
        if end > 0:
            yield index, start, end


@cache
def _triggers() -> frozenset[str]:
    """The words that may stand beside a name: offices in the singular and forms of address."""
    wanted = Is.OFFICE | Is.HONORIFIC
    unwanted = ("right", "m.", "king", "queen", "dame", "lord", "chief", "head")
    words = {
        word.strip(".")
        for word, kind in vocabulary().items()
        if kind & wanted and not kind & Is.PLURAL and word not in unwanted
    }
    return frozenset(word for word in words if len(word) > 1) - {"on"}


@cache
def _plurals() -> frozenset[str]:
    return frozenset(word for word, kind in vocabulary().items() if kind & Is.PLURAL)


def _positions(text: str) -> list[int]:
    """Where words stand that may be beside a name."""
    low = text.lower()
    if len(low) != len(text):
        low = text
    words = {word if word.isalpha() else word.strip(_TRIMMED) for word in set(low.split())}
    german = {word for word in words if word[-3:] in _GERMAN_ENDS and word.endswith(_GERMAN_ENDINGS)} - _plurals()
    wanted = words & _triggers() | _compounds(words) | german
    found = {position for word in wanted for position in _whole(low, word)}
    found.update(
        position
        for word in words & _plurals()
        for position in _whole(low, word)
        if _PLURAL_LIST.match(text, position + len(word)) or _PLURAL_SHARED.match(text, position + len(word))
    )
    if "m." in words or " m. " in low:
        found.update(m.start() for m in _MONSIEUR.finditer(text))
    found.update(
        position
        for word in _families(words)
        for position in _whole(low, word)
        if _GIVEN_BEFORE.search(text, max(0, position - 20), position)
    )
    return sorted(found)


def _families(words: set[str]) -> set[str]:
    """Words that are surnames of known office-holders, with or without their accents, or end with one: "d'estaing"."""
    return {
        word
        for word in words
        if (word if word.isascii() else unaccented(word)) in family_words()
        or (not word.isalpha() and _JOINTS.search(word) and unaccented(_JOINTS.split(word)[-1]) in family_words())
    }


def _compounds(words: set[str]) -> set[str]:
    """Words in which an office stands behind an apostrophe, a hyphen or an underscore: "l'ambassadeur", "vice-président"."""
    joined = (word for word in words if not word.isalpha() and _JOINTS.search(word))
    return {word for word in joined if _JOINTS.split(word)[-1] in _triggers()}


def _whole(text: str, word: str) -> Iterator[int]:
    """Where a word stands and does not go on, nor in the genitive."""
    position = text.find(word)
    while position >= 0:
        end = position + len(word)
        following = text[end : end + 1]
        if not (following.isalpha() or (following in "'’" and following)):
            yield position
        position = text.find(word, end)
