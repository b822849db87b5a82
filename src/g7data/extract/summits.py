"""Pages that belong to a summit of the leaders though they do not name the group: told by its place, its year and its days."""

import re
from collections.abc import Iterable
from functools import cache

from g7data import reference
from g7data.extract.dates import Written, find_dates
from g7data.extract.group import GROUP
from g7data.extract.guarded import guarded_words
from g7data.extract.layout import Role
from g7data.extract.page import Page

ABOUT = guarded_words(
    r"meet|minister|summit|leader|presiden|chair|statement|communiqu|declar|annex|governor|expert group|partnership|track|action plan|"
    r"réuni|ministre|sommet|présiden|déclar|dirigeant|treffen|präsiden|vorsitz|gipfel|erklär|riunion|ministr|vertice|dichiaraz|"
    r"会合|サミット|大臣|首脳|外相|宣言|議長|閣僚|声明|蔵相|農相",
    re.I,
)
"""What the title of a page says that is of the group: a text, or who met."""
_NAMES = ("ummit", "ommet", "ipfel", "ertice", "eclaration of ", "éclaration de ", "klärung von ", "ichiarazione di ")
SUMMITS = [form for word in _NAMES for form in (word, word.upper())]
"""What a page holds that names a summit: the end of a word for it, which begins with a capital or a small letter."""
_SUMMIT = re.compile("|".join(SUMMITS))
ECONOMIC = guarded_words(
    r"conomic [Ss]ummit|ummit (?:meeting |conference )?of (?:the )?(?:leading |major )?industriali|ommet économique|irtschaftsgipfel|ertice economico|経済サミット"
)
"""An economic summit, as the first ones were called."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LINE = 200  # characters
_OPENING = 400  # characters of a paragraph
_SOON = 6  # paragraphs
_AROUND = 80  # characters beside it in which its place and year stand


@cache
def _summits() -> re.Pattern[str]:
    """A summit of the leaders by its place and year: "Sommet de Versailles 1982", "Declaration of Rambouillet", 1975."""
    places = {name for p in reference.presidencies().values() for name in (p.summit_name, *p.place.split(", ")) if name}
    place = "(?P<place%d>" + "|".join(sorted(map(re.escape, places), key=len, reverse=True)) + ")"
    summit = r"(?:summit|sommet|gipfel|vertice)"
    return re.compile(
        rf"\b{summit} (?:(?:de|d['’]|di|of|in|von|at) ?)?{place % 1}\W{{1,3}}(?P<year1>19\d\d|20\d\d)|"
        rf"\b{place % 2}(?: economic)? {summit}\W{{1,3}}(?P<year2>19\d\d|20\d\d)|"
        rf"\b(?:declaration|déclaration|erklärung|dichiarazione|{summit} conference|conférence au {summit}|gipfelkonferenz) (?:of|in|at|de|von|di) {place % 3}\b"
        r"[^\d]{1,16}(?:\d{1,2}\W{1,3}){0,2}(?:[a-zé]{3,10}\W{1,3})?(?P<year3>19\d\d|20\d\d)",
        re.I,
    )


def names_summit(words: str, places: Iterable[int] | None = None) -> bool:
    """Whether a summit of the group is named by place and year, though the group is not.

    `places` are those at which words for a summit begin, where they are known.
    """
    found = _SUMMIT.finditer(words) if places is None else (_SUMMIT.match(words, place) for place in places)
    for word in filter(None, found):
        start, end = max(0, word.start() - _AROUND), word.end() + _AROUND
        for match in _summits().finditer(words, start, end) if _YEAR.search(words, start, end) else ():
            place, year = (match[f"{part}{str(match.lastgroup)[-1]}"] for part in ("place", "year"))
            presidency = reference.presidencies().get(int(year))
            if presidency is not None and place.casefold() in f"{presidency.summit_name};{presidency.place}".casefold():
                return True
    return False


def is_of_summit(page: Page) -> bool:
    """Whether a page gives place and year of a summit around its title or in its opening, and tells of it or was said there."""
    return _held_where_leaders_met(page) or _tells_of_summit(page) or _said_at_summit(page)


def _held_where_leaders_met(page: Page) -> bool:
    """Whether a line around the title gives the place and year of a summit, and the title names a text or who met."""
    if not ABOUT.search(page.title_words):
        return False
    for block in page.header:
        line = page.words(block)[:_LINE].casefold()
        for year in _YEAR.findall(line):
            held = reference.presidencies().get(int(year))
            if held is not None and held.status == "held" and held.place.split(",")[0].casefold() in line:
                return True
    return False


def _said_at_summit(page: Page) -> bool:
    """Whether the lines around the title give the place of a summit and one of its days, and what was said there soon comes to the group."""
    said = page.layout.blocks(Role.CLAUSE)[:_SOON]
    if not any(GROUP.search(page.text, b.content, b.end) for b in said):
        return False
    lines = [page.words(b)[:_LINE] for b in page.header]
    days = [d for line in lines for d in find_dates(line) if d.year is not None and d.precision == "day"]
    if not days:
        return False
    held = reference.presidencies().get(days[0].first.year)
    if held is None or not held.date_start <= days[0].first <= held.date_end:
        return False
    return any(held.place.split(",")[0] in line or held.summit_name in line for line in lines)


def day_of_summit(page: Page) -> Written | None:
    """The days of a summit that title, header or opening give: all of them, or one of them where its place is named as well."""
    head = (*page.title_blocks, *page.header, *page.opening)
    words = page.text[head[0].start : max(b.end for b in head)] if head else ""
    for block in head:
        for day in find_dates(page.text, block.content, block.end):
            held = reference.presidencies().get(day.year) if day.year is not None and day.precision == "day" else None
            if held is None or held.status != "held":
                continue
            whole = (day.first, day.last) == (held.date_start, held.date_end)
            within = held.date_start <= day.first <= day.last <= held.date_end
            if whole or (within and any(name in words for name in _places_of(held))):
                return day
    return None


@cache
def _places_of(held: reference.Presidency) -> frozenset[str]:
    """The names by which the place of a summit goes."""
    named = {held.summit_name, held.place.split(",")[0]}
    return frozenset(named.union(*(p.names for p in reference.places() if p.city in named)))


def _tells_of_summit(page: Page) -> bool:
    """Whether the first paragraphs tell of an economic summit in the town, and the page of the year, in which the leaders met."""
    opening = " ".join(page.words(b)[:_OPENING] for b in page.opening[:2])
    if not ECONOMIC.search(opening):
        return False
    head = " ".join((page.title_words, *(page.words(b)[:_LINE] for b in page.header), opening))
    years = {int(year) for year in _YEAR.findall(head)}
    held = [p for year in years if (p := reference.presidencies().get(year)) is not None and p.status == "held"]
    return any(p.place.split(",")[0] in opening for p in held)
