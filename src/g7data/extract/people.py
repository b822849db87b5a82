"""Office-holders named in a text: name, honorific, office, country, and what they do in it.

Every naming is found first (`mentions`, `mentions_ja`, `delegations`). Then it is read what each person does, from the words
around the naming and around the bare surname later on (`doings`), and the namings of one person are put together: the
fullest name, the strongest function, the first office and country that any of them gives. A country that no words give
comes from well-known office-holders, from the group's presidency for who chairs, or from whose government's site it is.
"""

import re
from dataclasses import dataclass, replace

from g7data.extract.bare_names import find_bare_names, find_greeting, find_whole_names
from g7data.extract.bracketed_people import find_bracketed
from g7data.extract.clusters import Cluster, same_people
from g7data.extract.delegations import find_country_lines, find_split_lines, listed
from g7data.extract.delegations_ja import find_lines_ja
from g7data.extract.doings import functions_of_mentions
from g7data.extract.elsewhere import is_elsewhere
from g7data.extract.functions import strongest
from g7data.extract.gathered import gathered
from g7data.extract.headlines import find_headline_names
from g7data.extract.known_people import is_known_name
from g7data.extract.layout import Role
from g7data.extract.mentions import MOST_MENTIONS, Mention, find_mentions
from g7data.extract.mentions_ja import find_mentions_ja
from g7data.extract.name_lines import find_name_lines
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.extract.person_country import country_of_cluster
from g7data.extract.portfolios import portfolio_of_role
from g7data.extract.surnames import function_of_office, function_of_surname
from g7data.reading import Block, Region

_WANTED = (Role.TITLE, Role.HEADER, Role.CLAUSE, Role.HEADING, Role.TABLE, Role.FOOTNOTE)
_JAPANESE = ("の", "。", "、", "大臣")  # one of them stands in every Japanese text
_CLAUSES_OF_A_TEXT = 3
_LONGEST_SIGNATURE = 160  # characters of a line
_YEAR = re.compile(r"(?<!\d)(?:19[789]|20[0-4])\d(?!\d)")
_NEAR = 70  # characters around a name that may say that it belongs to another meeting or time
_YEAR_WITHIN = 3000  # characters from the beginning of the page


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
    country_rule: str  # where the country comes from; empty where there is none
    presumed: bool = False  # to have taken part, as nothing else is said


def read_people(page: Page) -> list[Person]:
    """Every office-holder once, in the order of first naming, with the fullest name and the strongest function."""
    where, tail = _where(page)
    blocks = [b for b, _ in where]
    year = _year(page)
    mentions = _find(page.text, where, blocks, year)
    if not mentions:
        return []
    lines = listed(page.text, blocks, mentions, _end_of_text(page.text, where))
    doings = [d for d in functions_of_mentions(page.text, where, mentions, lines) if d.listed or d.mention.block < tail]
    clusters = same_people(doings)
    offices = [page.text[slice(*c.role)].casefold() for c in clusters if c.role is not None]
    people = [
        _person(page, cluster, _later(page.text, blocks, cluster, offices), year)
        for cluster in clusters
        if _counts(cluster)
    ]
    present = gathered((p.name, p.portfolio, p.country, p.function) for p in people)
    return [
        replace(p, function="participant") if p.name in present and not is_elsewhere(_around(page.text, p)) else p
        for p in people
    ]


def named_alone(people: list[Person]) -> list[Person]:
    """People of a page that tells of no meeting of its own: whoever took part did so in one of many."""
    return [replace(p, function="mentioned") if p.function == "participant" else p for p in people]


def _around(text: str, person: Person) -> str:
    """Some words before and after a name."""
    return text[max(0, person.start - _NEAR) : person.end + _NEAR]


def _find(text: str, where: list[tuple[Block, Role]], blocks: list[Block], year: int | None) -> list[Mention]:
    """Every naming of a person, in the order of the text; nobody is named twice by the same words."""
    mentions = find_mentions(text, blocks)
    titled = {m.start for m in mentions if m.role is not None}
    lines = [m for m in find_split_lines(text, blocks) if m.start not in titled]
    split = {m.start for m in lines}
    mentions = [m for m in mentions if m.start not in split] + lines
    mentions += list(find_country_lines(text, blocks, {m.block for m in mentions if m.role is not None}))
    titled = {m.start for m in mentions if m.role is not None}
    alone = {m.start: m for m in (*find_bracketed(text, blocks, titled), *find_name_lines(text, blocks, mentions))}
    mentions = [m for m in mentions if m.start not in alone] + list(alone.values())
    named = {m.start for m in mentions}
    mentions += [m for m in find_headline_names(text, where) if m.start not in named]
    if any(sign in text for sign in _JAPANESE):
        mentions = _with_japanese(text, mentions, blocks)
    mentions += list(find_bare_names(text, where, mentions, year))
    mentions += list(find_greeting(text, where, mentions))
    mentions += list(find_whole_names(text, blocks, mentions))
    return sorted(mentions, key=lambda m: m.start)[:MOST_MENTIONS]


def _with_japanese(text: str, mentions: list[Mention], blocks: list[Block]) -> list[Mention]:
    """With the names in Japanese; without those in a bracket behind one, which say the same in Latin letters."""
    lines = list(find_lines_ja(text, blocks))
    taken = [(m.opening, m.closing) for m in lines] + [m.role for m in lines if m.role is not None]
    others = [m for m in find_mentions_ja(text, blocks) if not any(a <= m.start < b for a, b in taken)]
    closings = {m.closing for m in (*lines, *others)}
    return [m for m in mentions if not _is_gloss(text, m, closings)] + lines + others


def _is_gloss(text: str, m: Mention, closings: set[int]) -> bool:
    """Whether a mention stands in a bracket that opens where another one closes."""
    before = text[: m.opening].rstrip()[-1:] if m.opening else ""
    return before in ("(", "（") and text.rfind(before, 0, m.opening) in closings


def _where(page: Page) -> tuple[list[tuple[Block, Role]], int]:
    """The blocks to read, and the index of the first short line under the text, where only lists and signatures count."""
    where = [
        (b, role)
        for i, (b, role) in enumerate(zip(page.reading.blocks, page.layout.roles, strict=True))
        if role in _WANTED or page.layout.notices.get(i) is Notice.LOGO
    ]
    last = where[-1][0].end if where else 0
    tail = len(where)
    for block, role in zip(page.reading.blocks, page.layout.roles, strict=True):
        if block.start > last:
            if (
                role is not Role.FURNITURE
                or block.region is not Region.CONTENT
                or block.end - block.start > _LONGEST_SIGNATURE
            ):
                break
            where.append((block, role))
    return where, tail


def _end_of_text(text: str, where: list[tuple[Block, Role]]) -> int:
    """The index of the block under the last sentence of a text of some length: names in lines from there on sign it."""
    sentences = [
        i for i, (b, role) in enumerate(where) if role is Role.CLAUSE and text[b.content : b.end].endswith((".", "。"))
    ]
    return sentences[-1] + 1 if len(sentences) >= _CLAUSES_OF_A_TEXT else len(where)


def _year(page: Page) -> int | None:
    match = _YEAR.search(page.text, 0, _YEAR_WITHIN)
    return int(match[0]) if match is not None else None


def _later(text: str, blocks: list[Block], cluster: Cluster, offices: list[str]) -> str:
    """What somebody does where the text goes on without the whole name."""
    function = function_of_surname(text, blocks, cluster.doings, cluster.fullest.name)
    known = strongest([function, *(d.function for d in cluster.doings)])
    if cluster.role is None or known not in ("mentioned", "quoted"):
        return function
    return strongest((function, function_of_office(text, blocks, cluster.role, offices)))


def _person(page: Page, cluster: Cluster, later: str, year: int | None) -> Person:
    best = cluster.fullest
    role = page.text[slice(*cluster.role)] if cluster.role is not None else None
    function = strongest([later, *(d.function for d in cluster.doings)])
    country, rule = country_of_cluster(cluster, role, function, page.url, year)
    honorific = next((d.mention.honorific for d in cluster.doings if d.mention.honorific), None)
    portfolio = portfolio_of_role(role) if role is not None else None
    return Person(
        best.name,
        best.honorific or honorific,
        role,
        cluster.role,
        portfolio,
        country,
        function,
        best.start,
        best.end,
        rule,
    )


def _counts(cluster: Cluster) -> bool:
    """Whether a person belongs in the list: by an office, as a known office-holder, or addressed with respect and acting."""
    if cluster.role is not None or is_known_name(cluster.fullest.name):
        return True
    return any(
        d.mention.function is not None or (d.mention.honorific and d.function not in ("mentioned", "quoted"))
        for d in cluster.doings
    )
