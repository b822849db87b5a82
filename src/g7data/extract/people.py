"""Office-holders named in a text: name, honorific, office, country, and what they do in it.

Every naming is found first (`mentions`, `mentions_ja`, `delegations`); then it is read what each person does, from the words
around the naming and around the bare surname later on; then the namings of one person are put together: the fullest name,
the strongest function, and the first office and country that any of them gives.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from g7data.extract.functions import FUNCTIONS, function_between, speaks_in_title
from g7data.extract.known_people import country_of_person, family_words, is_known_name
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention, find_mentions
from g7data.extract.office_words import unaccented
from g7data.extract.page import Page
from g7data.extract.roles import portfolio_of_role
from g7data.reading import Block

_WANTED = (Role.TITLE, Role.HEADER, Role.CLAUSE, Role.HEADING, Role.TABLE)
_CONTEXT = 150  # characters on either side of a name in which words say what somebody does
_SENTENCE_END = re.compile(r"(?P<word>[\w.]*)[.!?]+[\"”»’)]*\s+(?=[A-ZÀ-Þ“\"«„(])|\n")
_ABBREVIATIONS = frozenset("Mr Mrs Ms Messrs Dr Prof Hon Rt Sen Rep Gov Sec Dep Amb Gen St Jr Sr Mme MM Sig On Dott U.S U.K No Nr bzw".split())
_COORDINATED = re.compile(
    r"[\s,;–-]*(?:teil,\s*)?(?:(?:and|et|und|e|ed|sowie|as well as|&|ainsi que|nonché|together with|along with|alongside|accompanied by|avec|zusammen mit|gemeinsam mit|insieme a)\b[\s,]*)?"
    r"(?:(?:also|by|of|to|with|from|par|de|d['’]|von|da|mit|del|della|dal|dalla|der|die|des|dem|den|le|la|l['’]|il|the|di|neue[rn]?|new|his|her|their|also)\b\s*)*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Person:
    """One office-holder: the name is `text[start:end]`; `role` is as written."""

    name: str
    honorific: str | None
    role: str | None
    role_span: tuple[int, int] | None
    portfolio: str | None
    country: str | None
    function: str
    start: int
    end: int


def read_people(page: Page) -> list[Person]:
    """Every office-holder once, in the order of first naming, with the fullest name and the strongest function."""
    where = [(b, role) for b, role in zip(page.reading.blocks, page.layout.roles, strict=True) if role in _WANTED]
    blocks = [b for b, _ in where]
    mentions = find_mentions(page.text, blocks)
    functions = list(_functions(page, where, mentions))
    people = [_person(page.text, m, function) for m, function in zip(mentions, functions, strict=True)]
    merged = _merged(people)
    return [p for p in merged if _counts(p)]


def _functions(page: Page, where: list[tuple[Block, Role]], mentions: list[Mention]) -> Iterator[str]:
    """What the person of each mention does; those joined by "and" do the same."""
    for group in _groups(page.text, mentions):
        block, role = where[group[0].block]
        before, after = _context(page.text, block, group[0].opening, group[-1].closing)
        shared = function_between(before, after)
        for m in group:
            own = function_between(*_context(page.text, block, m.opening, m.closing), than=shared)
            if role in (Role.TITLE, Role.HEADER) and speaks_in_title(page.text[block.start : m.opening], page.text[m.closing : block.end]):
                own = min(own, "speaker", key=FUNCTIONS.index)
            yield own


def _groups(text: str, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Mentions that stand in one list."""
    group: list[Mention] = []
    for m in mentions:
        if group and not (m.block == group[-1].block and _COORDINATED.fullmatch(text, group[-1].closing, max(m.opening, group[-1].closing))):
            yield group
            group = []
        group.append(m)
    if group:
        yield group


def _context(text: str, block: Block, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and after a stretch."""
    low, high = max(block.content, start - _CONTEXT), min(block.end, end + _CONTEXT)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, start) if _ends_sentence(m)]
    following = (m.start() + len(m["word"] or "") for m in _SENTENCE_END.finditer(text, end, high) if _ends_sentence(m))
    return text[ends[-1] if ends else low : start], text[end : next(following, high)]


def _ends_sentence(match: re.Match[str]) -> bool:
    word = match["word"]
    return word is None or not (word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()))


def _person(text: str, m: Mention, function: str) -> Person:
    role = text[slice(*m.role)] if m.role is not None else None
    portfolio = portfolio_of_role(role) if role is not None else None
    country = m.country or (country_of_person(m.name, None) if m.country is None else None)
    return Person(m.name, m.honorific, role, m.role, portfolio, country, function, m.start, m.end)


def _counts(person: Person) -> bool:
    """Whether a person belongs in the list: by an office, as a known office-holder, or addressed with respect and acting."""
    return person.role is not None or is_known_name(person.name) or (person.honorific is not None and person.function != "mentioned")


def _merged(people: list[Person]) -> list[Person]:
    merged: list[Person] = []
    for person in people:
        i = next((i for i, known in enumerate(merged) if _same(known, person)), None)
        if i is None:
            merged.append(person)
        else:
            merged[i] = _joined(merged[i], person)
    return merged


def _same(known: Person, person: Person) -> bool:
    a, b = unaccented(known.name).split(), unaccented(person.name).split()
    if len(b) == 1 or len(a) == 1:
        return (a[-1] == b[-1] or set(b) <= set(a)) and (known.country is None or person.country is None or known.country == person.country)
    return set(a) == set(b) or (a[-1] == b[-1] and a[0][0] == b[0][0])


def _joined(known: Person, person: Person) -> Person:
    fuller, other = (person, known) if len(person.name.split()) > len(known.name.split()) else (known, person)
    function = min(known.function, person.function, key=FUNCTIONS.index)
    role, span = (fuller.role, fuller.role_span) if fuller.role else (other.role, other.role_span)
    return replace(
        fuller, function=function, role=role, role_span=span, portfolio=fuller.portfolio or other.portfolio,
        country=fuller.country or other.country, honorific=fuller.honorific or other.honorific,
    )  # fmt: skip
