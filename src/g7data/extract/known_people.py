"""Office-holders whom a text need not introduce: looked up by name in `reference/leaders.csv`."""

import re
from functools import cache

from g7data import reference
from g7data.extract.office_words import unaccented
from g7data.reference import Leader

HEAD = re.compile(r"President|Prime Minister|Chancellor")
"""The offices of those who lead a state or a government, as `leaders.csv` has them."""
_KANJI = re.compile(r"[一-鿿]")
_ELIDED = re.compile(r"^[dl]['’]")


@cache
def _by_family() -> dict[str, tuple[Leader, ...]]:
    """Office-holders by every spelling of the family name, without accents."""
    known: dict[str, tuple[Leader, ...]] = {}
    for leader in reference.leaders():
        for name in {leader.family_name, *(a for a in leader.aliases if " " not in a)}:
            known[unaccented(name)] = (*known.get(unaccented(name), ()), leader)
    return known


@cache
def family_words() -> frozenset[str]:
    """The last word of every family name, in lower case without accents and without "d'"."""
    return frozenset(
        _ELIDED.sub("", unaccented(name).split()[-1])
        for leader in reference.leaders()
        for name in (leader.family_name, *leader.aliases)
        if len(name) > 1
    )


@cache
def _by_full_name() -> dict[frozenset[str], tuple[Leader, ...]]:
    """Office-holders by the words of the whole name, in any order and without initials."""
    known: dict[frozenset[str], tuple[Leader, ...]] = {}
    for leader in reference.leaders():
        spellings = {f"{leader.given_name} {leader.family_name}", *(a for a in leader.aliases if " " in a)}
        spellings |= {f"{leader.given_name} {a}" for a in leader.aliases if " " not in a}
        for name in spellings:
            known[_words(name)] = (*known.get(_words(name), ()), leader)
    return known


def _words(name: str) -> frozenset[str]:
    """The words of a name that count: no initials, no accents, hyphens parted."""
    return frozenset(w for w in re.findall(r"[^\W\d_]+", unaccented(name)) if len(w) > 1 and w not in ("jr", "sr"))


def find_people(name: str) -> tuple[Leader, ...]:
    """The office-holders who bear the name: all of it where it has several words, else the family name."""
    if name[-1:] > "぀":
        return _japanese(name)
    words = _words(name)
    found = _by_full_name().get(words, ())
    return found or _by_family().get(unaccented(name), ())


@cache
def japanese_names() -> tuple[str, ...]:
    """The whole names of known Japanese office-holders as they write them."""
    names = (alias for leader in reference.leaders() for alias in leader.aliases)
    return tuple(dict.fromkeys(name for name in names if _KANJI.match(name) and len(name) > 2))


def is_known_name(name: str) -> bool:
    """Whether a name of several words is that of a known office-holder."""
    return _words(name) in _by_full_name()


def country_of_person(name: str, year: int | None) -> str | None:
    """The country of the office-holder of that name, where all who bear it, or all who were in office that year, have the same."""
    found = find_people(name)
    if year is not None and len({leader.country for leader in found}) > 1:
        found = tuple(leader for leader in found if leader.first <= year <= (leader.last or year))
    countries = {leader.country for leader in found}
    return countries.pop() if len(countries) == 1 else None


def in_office(name: str, year: int) -> bool:
    """Whether somebody of that name is known to have held an office in a year."""
    return any(leader.first <= year <= (leader.last or year) for leader in find_people(name))


def leads_country(name: str) -> bool:
    """Whether one of those who bear the name led a state or a government."""
    return any(HEAD.match(leader.role) for leader in find_people(name))


def _japanese(name: str) -> tuple[Leader, ...]:
    """By a whole name in kanji or its beginning, or by a family name in kana."""
    if not _KANJI.match(name):
        return _by_family().get(unaccented(re.split(r"[・＝=]", name)[-1]), ()) or _by_family().get(
            unaccented(name), ()
        )
    bare = re.sub(r"\s", "", name)
    return (
        tuple(leader for leader in reference.leaders() if any(a.startswith(bare) for a in leader.aliases))
        if len(bare) > 1
        else ()
    )
