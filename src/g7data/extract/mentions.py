"""People named together with their offices, in texts in Latin script.

An office or a form of address is looked for first, with cheap tests on the whole text; only around it is the text taken
apart, and a name is read right after the office, before it as in "NAME, Minister of ...", or after it behind a comma.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from g7data.extract.known_people import family_words, is_known_name
from g7data.extract.name_edges import (
    nation_after,
    nation_before,
    past_letters,
    past_short_form,
    skip_letters,
    through_capitals,
)
from g7data.extract.names import Name, read_name, read_name_before
from g7data.extract.nations import country_in
from g7data.extract.office_words import Is, unaccented
from g7data.extract.roles import Office, body_after, chain_right, read_office
from g7data.extract.shared_offices import list_after, shared_after
from g7data.extract.stretches import find_stretches
from g7data.extract.word_tokens import Words, read_words
from g7data.reading import Block

_OPENERS = (",", "–", "—", "-", "(", ":", "|")
MOST_MENTIONS = 600  # of a page: far more than the longest transcript has
_VERBS_IN_CAPITALS = ("ED", "ING", "ES")
_FORMER = frozenset("former ancien ancienne ex ehemalige ehemaliger ehemaligen frühere früherer früheren già".split())
_AS = frozenset(
    "actuellement actuel actuelle également en sa tant que qualité d' d’ de in his her current currently capacity qualità veste di attuale attualmente as als derzeit aktuell amtierender amtierende seiner ihrer funktion eigenschaft als come".split()
)
_HOSTS = frozenset("gastgeber gastgeberin gastgebers host hôte hôtesse ospite".split())
_LINKS_TOO = ("von", "da", "das", "do", "dos")  # before what an office is for: "ministro das Finanças"
_GROUP = ("G7", "G8")
_LONGEST_AS = 6  # words: "in his current capacity as"
_THE_ONE = frozenset("quello quella celui celle".split())
_NOT_IN_POST = frozenset(("former", "then", "late", "outgoing", "ex"))


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a person; `opening` to `closing` spans all that belongs to it: honorific, office, country."""

    name: str
    start: int
    end: int
    honorific: str | None
    role: tuple[int, int] | None
    country: str | None  # as the words around the office say it; empty for an international body
    opening: int
    closing: int
    block: int
    function: str | None = None  # where the form of the naming says it


def find_mentions(text: str, blocks: list[Block]) -> list[Mention]:
    """Every naming of a person with an office or a form of address, in the order of the text."""
    found: list[Mention] = []
    for index, start, end in find_stretches(text, blocks):
        found.extend(islice(_in_window(read_words(text, start, end), index), MOST_MENTIONS))
        if len(found) >= MOST_MENTIONS:
            break
    return sorted(found, key=lambda m: m.start)


def _in_window(t: Words, block: int) -> Iterator[Mention]:
    taken: set[int] = set()
    offices: list[Office] = []
    i = 0
    while i < len(t):
        if t.kinds[i] & Is.OFFICE and not (t.kinds[i] & Is.MODIFIER and t.kind(i + 1) & Is.OFFICE):
            office = read_office(t, i)
            if office is not None and not office.private:
                offices.append(office)
                yield from _holders(t, office, taken, block)
                i = max(i, office.last if not office.bare else i)
        i += 1
    yield from _addressed(t, taken, block)
    yield from _known(t, taken, block)


def _holders(t: Words, office: Office, taken: set[int], block: int) -> Iterator[Mention]:
    """Whoever holds an office: named right after it, else before it, else after it behind a comma."""
    comma = _past_as(t, office.opening - 1)
    if comma < office.opening - 1 and comma - 1 in taken:
        return  # a further office of somebody named with another one
    rules = (list_after, shared_after) if office.plural else (_right_after, _before, _after_comma)
    for rule in rules:
        found = [
            (name, o) for name, o in rule(t, office) if not any(i in taken for i in range(name.first, name.last + 1))
        ]
        if found:
            for name, o in found:
                taken.update(range(name.first, name.last + 1))
                yield _mention(t, name, o, block)
            return


def _right_after(t: Words, office: Office) -> Iterable[tuple[Name, Office | None]]:
    last = past_short_form(t, office.last)
    if _hosts(t, last):
        last += 2
    if not t.apart(last):
        return []
    name = read_name(t, last + 1)
    if name is None or (name.count == 1 and name.honorific is None and not _stands_alone(t, office, name)):
        return []
    if t.word(name.first) in _LINKS_TOO and name.count == 1 and unaccented(t.word(name.last)) not in family_words():
        return []
    if t.word(office.first - 1).lower() in _FORMER and _office_behind(t, name):
        return []
    return [(name, office)]


def _hosts(t: Words, last: int) -> bool:
    """Whether an office goes on with the word for a host: "Außenministerin und Gastgeberin NAME"."""
    return t.kind(last + 1) & Is.JOIN > 0 and t.word(last + 2).lower() in _HOSTS


def _office_behind(t: Words, name: Name) -> bool:
    """Whether another office follows a name behind a comma: "l'ancienne ministre NAME, directrice du FMI"."""
    return t.word(name.last + 1) == "," and any(t.kind(name.last + k) & Is.OFFICE for k in (2, 3, 4))


def _stands_alone(t: Words, office: Office, name: Name) -> bool:
    """Whether one capitalised word after an office is a surname, not a German noun or a further word of the office."""
    word = t.word(name.last)
    if unaccented(word) in family_words():
        return True
    if t.word(name.last + 1) == "," and t.kind(name.last + 2) & t.kind(name.last + 3) & Is.NAME:
        return False  # of what the office is: "Direttore generale Musei, NAME NAME"
    if t.word(office.first - 1) == "-" and t.word(office.first - 2) in _GROUP and t.kind(office.first - 3) & Is.ARTICLE:
        return t.word(office.last).endswith("in")  # else of many: "Treffen der G7-Außenminister Grüße aus Kyoto"
    if word.isupper() and word.endswith(_VERBS_IN_CAPITALS):
        return False
    german = t.kind(office.first - 1) & Is.ARTICLE and t.word(office.first - 1).lower() in (
        "der",
        "die",
        "den",
        "dem",
        "das",
    )
    qualified = office.first < office.last or len(t.word(office.last)) > 12
    adjective = bool(t.kind(office.last) & Is.NATION and t.kind(office.last) & Is.LOWER)
    adjective = adjective or t.word(office.last).startswith(("europe", "europé"))
    return (office.bare or adjective) and len(word) > 1 and not (german and not qualified)


def _before(t: Words, office: Office) -> Iterable[tuple[Name, Office | None]]:
    """The name before the office, behind a comma, a dash or a bracket."""
    j = office.opening - 1
    while j >= 0 and (t.kinds[j] & Is.ARTICLE or t.word(j).lower() in _NOT_IN_POST):
        j -= 1
    j = _past_as(t, j)
    marked = t.word(j) in (",", "–", "—", "-", "(")
    if (
        not marked
        and "\t" not in t.text[t.ends[j] if j >= 0 else 0 : t.starts[j + 1]]
        and not _follows_name(t, office, j)
    ):
        return []
    j -= marked
    j = skip_letters(t, j)
    name = read_name_before(t, j) if j >= 0 else None
    if name is None or (name.count == 1 and name.honorific is None) or _is_of_the_same(t, name.opening - 1):
        return []
    return [(name, replace(office, last=body_after(t, chain_right(t, through_capitals(t, office.last)))))]


def _is_of_the_same(t: Words, j: int) -> bool:
    """Whether a name follows the nation of another holder of the office before: "il presidente NAME, quello francese, NAME"."""
    return t.word(j) == "," and t.kind(j - 1) & Is.NATION > 0 and t.word(j - 2).lower() in _THE_ONE


def _follows_name(t: Words, office: Office, j: int) -> bool:
    """Whether an office in small letters follows a name without a comma and closes: "NAME ministro degli Esteri, ..."."""
    closes = t.word(office.last + 1) in (",", ".", ";", ")", "") or _names_another(t, office.last + 1)
    small = office.owner is None and any(
        t.kind(i) & Is.OFFICE and t.kind(i) & Is.LOWER for i in range(office.first, office.last + 1)
    )
    return j == office.first - 1 and office.first < office.last and closes and small and t.apart(j)


def _names_another(t: Words, j: int) -> bool:
    """Whether a conjunction stands here with the whole name of somebody else behind it."""
    return t.kind(j) & Is.JOIN > 0 and t.kind(j + 1) & Is.NAME > 0 and t.kind(j + 2) & Is.NAME > 0 and t.apart(j + 1)


def _past_as(t: Words, j: int) -> int:
    """The comma before words that lead from a name to an office: "NAME, en sa qualité de président"; the token itself if there is none."""
    k = j
    while k > max(0, j - _LONGEST_AS) and t.word(k).lower() in _AS:
        k -= 1
    return k if t.word(k) == "," else j


def _after_comma(t: Words, office: Office) -> Iterable[tuple[Name, Office | None]]:
    """The name after the office, behind a comma or a dash."""
    last = past_short_form(t, office.last)
    last = nation_after(t, last)[0] if last > office.last else last
    start = last + 1
    tab = start < len(t) and "\t" in t.text[t.ends[last] : t.starts[start]]
    if t.word(start) not in _OPENERS and not tab:
        return []
    start += t.word(start) in _OPENERS
    if t.kind(start) & Is.ARTICLE and t.kind(start + 1) & Is.NATION and t.kind(start + 1) & Is.LOWER:
        start += 2
    name = read_name(t, start)
    if name is None or (name.count == 1 and name.honorific is None and not _is_subject(t, name)):
        return []
    return [(name, office)]


def _is_subject(t: Words, name: Name) -> bool:
    """Whether a surname that office-holders bear stands before a verb: "der Außenminister, NAME sagte"."""
    known = unaccented(t.word(name.last)) in family_words()
    return known and t.apart(name.last) and t.kind(name.last + 1) == Is.LOWER


def _addressed(t: Words, taken: set[int], block: int) -> Iterator[Mention]:
    """Names with a form of address and no office."""
    for i, kind in enumerate(t.kinds):
        if kind & Is.HONORIFIC and i not in taken:
            name = read_name(t, i)
            if (
                name is not None
                and name.honorific is not None
                and not any(k in taken for k in range(name.first, name.last + 1))
            ):
                taken.update(range(i, name.last + 1))
                yield _mention(t, name, None, block)


def _known(t: Words, taken: set[int], block: int) -> Iterator[Mention]:
    """Whole names of well-known office-holders, with nothing beside them."""
    for i, kind in enumerate(t.kinds):
        if kind & (Is.LOWER | Is.SIGN) or i in taken or unaccented(t.word(i)) not in family_words():
            continue
        name = read_name_before(t, i)
        if (
            name is not None
            and name.first < i
            and not any(k in taken for k in range(name.first, i + 1))
            and is_known_name(_written(t, name))
            and not _names_thing(t, i)
        ):
            whole = read_name(t, name.first)
            if whole is not None and whole.last > i and is_known_name(_written(t, whole)):
                name = whole
            taken.update(range(name.first, name.last + 1))
            yield _mention(t, name, None, block)


def _names_thing(t: Words, last: int) -> bool:
    """Whether a name goes on as that of a building, a group or a programme."""
    last = past_letters(t, last)
    return t.apart(last) and t.capital(last + 1) and t.kind(last + 1) & (Is.STOP | Is.BODY | Is.EVENT | Is.SUBJECT) > 0


def _written(t: Words, name: Name) -> str:
    return t.text[t.starts[name.first] : t.ends[name.last]]


def _end(t: Words, name: Name) -> int:
    """Where a name ends; without the s of a genitive that has lost its apostrophe: "President Bushs plan"."""
    word = unaccented(t.word(name.last))
    lost = word.endswith("s") and word not in family_words() and word[:-1] in family_words()
    return t.ends[name.last] - lost


def _mention(t: Words, name: Name, office: Office | None, block: int) -> Mention:
    opening, closing = name.opening, name.last
    role, country = None, None
    if office is not None:
        role = (t.starts[office.first], t.ends[office.last])
        opening, closing = min(opening, office.opening), max(closing, office.last)
        country = country_in(t.text[role[0] : role[1]])
        if country is None and office.owner is not None:
            owner = t.text[t.starts[office.owner[0]] : t.ends[office.owner[1]]]
            country = country_in(owner) or country_in(owner.removesuffix("s"))
    if office is None and name.honorific is None:
        opening, country = nation_before(t, opening)
    while opening > 0 and t.kinds[opening - 1] & Is.ARTICLE and not t.kinds[opening - 1] & Is.LINK:
        opening -= 1
    closing, nation = nation_after(t, closing if closing > name.last else past_letters(t, name.last))
    country = country if country is not None else nation
    honorific = t.text[t.starts[name.honorific[0]] : t.ends[name.honorific[1]]] if name.honorific else None
    start, end = t.starts[name.first], _end(t, name)
    host = "host" if office is not None and office.last < name.first and _hosts(t, office.last) else None
    return Mention(
        t.text[start:end], start, end, honorific, role, country, t.starts[opening], t.ends[closing], block, host
    )
