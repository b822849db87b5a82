"""Where in a text people may be named: around offices, forms of address, and surnames of known office-holders.

The tests are cheap, since most of a text names nobody: each different word is looked up once, and only those that count are
looked for. Everything finer is left to whoever takes the stretches apart.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

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
_TITLE, _PLURAL, _FAMILY = 1, 2, 4
_TRIMMED = "()[]{}<>*\"'“”„«»‘’.,;:!?–—-·•|/\\"
_JOINTS = re.compile(r"['’_-]")
_GENITIVE = re.compile(r"['’]s$")
_MONSIEUR = re.compile(r"\bMM?\. (?=[A-ZÀ-Þ])")
_CHIEF = re.compile(r"(?<=\w )chief(?= [A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])")  # "the IMF chief NAME"
_GIVEN_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.’'-]*\s$")
_PLURAL_LIST = re.compile(
    r"\s+(?:[^\W\d_]+\.?\s+){0,2}?(?:(?:of|for|de|der|des|dei|degli|del) [^.,;:()\n]{2,50} (?:countries|nations|members|states|pays|paesi|[Ss]taaten|[Ll]änder|países) )?[A-ZÀ-Þ][^\W\d_]+(?:[ ,-]+[A-ZÀ-Þ][^\W\d_]+){0,4}(?:,?(?: (?:of|de|du|von|aus|del|della|d['’]) ?[A-ZÀ-Þ]\w+)?\s+(?:and|et|e|ed|und)\s+[A-ZÀ-Þ]|\s+\([A-ZÀ-Þ][^()]{1,30}\),)"
)
_LINKS = r"(?:of |for |des? |d['’]|du |della? |dell['’]|dei |degli |per |der |für |all?['’]|al |alla |del )"
_PLURAL_SHARED = re.compile(
    rf"\s(?:europ\w+\s)?{_LINKS}[^,.;:()\n]{{2,60}},?\s[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][^,.;:()\n]{{1,40}}?(?:[,;]|[,;]?\s(?:and|et|ed?|und|y))\s(?:{_LINKS}|[a-zà-ÿ]{{4,14}} [A-ZÀ-Þ])"
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
    found: set[int] = set()
    if "chief " in low:
        found.update(m.start() for m in _CHIEF.finditer(text))
    if " m. " in low:
        found.update(m.start() for m in _MONSIEUR.finditer(text))
    for word, beside in _telling(set(low.split())):
        if beside & _TITLE:
            found.update(_whole(low, word))
        elif beside & _PLURAL:
            found.update(at for at in _whole(low, word) if _leads_list(text, at + len(word)))
        if beside & _FAMILY:
            names = _whole(low, word, genitive=True)
            found.update(at for at in names if _GIVEN_BEFORE.search(text, max(0, at - 20), at))
    return sorted(found)


_dull: set[str] = set()  # words that are nothing beside a name: most words are met again on the next page
_MOST_REMEMBERED = 50_000


def _telling(written: set[str]) -> set[tuple[str, int]]:
    """The words that may stand beside a name, without the marks around them, and what each may be."""
    telling, dull = set(), set()
    for word in written - _dull:
        beside = _beside_names(word)
        if beside[1]:
            telling.add(beside)
        else:
            dull.add(word)
    if len(_dull) > _MOST_REMEMBERED:
        _dull.clear()
    _dull.update(dull)
    return telling


@lru_cache(maxsize=5_000)
def _beside_names(written: str) -> tuple[str, int]:
    """A word without the marks around it, and what it may be beside a name.

    An office may stand behind an apostrophe, a hyphen or an underscore ("l'ambassadeur", "vice-président"), so may a surname
    of a known office-holder ("d'estaing"), which is known with and without its accents.
    """
    word = written if written.isalpha() else _GENITIVE.sub("", written.strip(_TRIMMED))
    last = "" if word.isalpha() or not _JOINTS.search(word) else _JOINTS.split(word)[-1]
    plural = word in _plurals()
    titles = _triggers()
    is_title = (
        word in titles
        or last in titles
        or word.removeprefix("vice") in titles
        or (word.endswith(_GERMAN_ENDINGS) and not plural)
    )
    family = (word if word.isascii() else unaccented(word)) in family_words() or (
        last != "" and unaccented(last) in family_words()
    )
    return word, is_title * _TITLE | plural * _PLURAL | family * _FAMILY


def _leads_list(text: str, end: int) -> bool:
    return bool(_PLURAL_LIST.match(text, end) or _PLURAL_SHARED.match(text, end))


def _whole(text: str, word: str, *, genitive: bool = False) -> Iterator[int]:
    """Where a word stands and does not go on, nor in the `genitive` if that does not count."""
    position = text.find(word)
    while position >= 0:
        end = position + len(word)
        following = text[end : end + 1]
        if not (following.isalpha() or (not genitive and following in "'’" and following)):
            yield position
        position = text.find(word, end)
