"""Meetings of the group that are named by their place: "Elmau summit", "sommet d'Évian", "G7 a Bari", "G7広島サミット"."""

import re
from collections.abc import Iterator

from g7data.extract.bodies_named import find_bodies
from g7data.extract.gazetteer import City, find_city
from g7data.extract.group import GROUP

_SUMMIT = re.compile(r"[Ss]ummit|[Gg]ipfel|サミット")
_PLACE_BEFORE = re.compile(
    r"(?:(?<=[\s(])|^)(?P<place>[A-ZÀ-Þ][\w’'-]{2,24}(?: [A-ZÀ-Þ][\w-]{2,24})?)[ -](?:G-?[78] )?$|(?P<ja>[一-鿿ァ-ヶー]{2,8})・?$"
)
_NAME_WITHIN = 56  # characters before the word in which the name of the place stands
_MEETING = re.compile(r"[Ss]ommet|[Vv]ertice|[Ss]ummit|[Gg]ipfels?|[Cc]umbre")
_PLACE_AFTER = re.compile(
    r"(?: (?:to|will|would) (?:be held|take place|meet))?(?:[ -](?:du |del |der |de )?(?:G-?[78]|des Huit|degli Otto))?(?: (?:dell['’]|della |sulla |de la |de l['’]|des )?[\w-]{4,16}(?: e [\w-]{4,16})?)?"
    r" (?:(?:de|di|a|à|ad|in|auf|of|at|en|zu|von)(?: (?:Schloss|la|le))? |d['’])(?P<place>[A-ZÀ-Þ][\w’'-]{2,24}(?:(?: |-(?:les|sur|am)-)[A-ZÀ-Þ][\w-]{2,24})?)"
)
_RUN_JA = re.compile(r"[一-鿿ァ-ヶー・]{2,14}")
_LONGEST_JA = 6
_EARLIER = re.compile(
    r"\b(?:since|after|recent|last|previous|following|depuis|après|dernier|dopo|dal|scorso|ultimo|seit|nach|letzten)\b(?: \w+){0,2} $",
    re.I,
)

_IN = re.compile(
    r"(?<!\w)(?:in|im|en|au|aux|nel|negli|a|ad|à|em|no)\s(?:the |den |dem |der |het |Schloss )?(?:[A-Z]\w+(?:se|schen|n) )?(?=[A-ZÀ-Þ])"
)
_HEARD = re.compile(
    r"(?:hieß es|verlautete|it was (?:said|learned)|sources said|said|a-t-on appris|apprend-on|si è appreso|si apprende)\s(?:\w+ )?$",
    re.I,
)
_HEARD_WITHIN = 30
"""Before the place where somebody spoke or heard of a meeting."""
_TOWN = re.compile(r"(?P<place>[A-ZÀ-Þ][\w’'-]{2,24}(?: [A-ZÀ-Þ][\w-]{2,24})?)")
_HELD_JA = re.compile(r"[ァ-ヶー一-鿿]{2,8}の?[^。、]{0,14}で(?:開催|開か|行われ|始ま|開幕)")
_SEATS = frozenset(
    ("Berlin", "Paris", "London", "Rome", "Tokyo", "Ottawa", "Washington", "Moscow")
)  # where governments speak


def summits_named(text: str, start: int, end: int) -> Iterator[tuple[int, int, City]]:
    """The meetings in a stretch whose names hold a place, each with the span of the whole name; none said to be an earlier one."""
    for a, b, city in _named(text, start, end):
        if not _EARLIER.search(text[max(start, a - _NAME_WITHIN) : a]):
            yield a, b, city


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int, City]]:
    for match in _SUMMIT.finditer(text, start, end):
        begin = max(start, match.start() - _NAME_WITHIN)
        before = _PLACE_BEFORE.search(text[begin : match.start()])
        if before is not None and (city := _city(before["place"] or before["ja"])) is not None:
            yield begin + before.start(), match.end(), city
    for pattern in (_MEETING, GROUP):
        for match in pattern.finditer(text, start, end):
            after = _PLACE_AFTER.match(text, match.end(), end)
            if after is not None and (city := _city(after["place"])) is not None:
                yield match.start(), after.end(), city
    for match in GROUP.finditer(text, start, end):
        run = _RUN_JA.match(text, match.end(), end)
        if run is not None:
            yield from ((match.start(), run.end(), city) for city in _japanese(run[0]))


def _city(name: str) -> City | None:
    """The city that a name of one or two words means: the second may belong to what follows."""
    return find_city(name) or (find_city(name.split(" ")[0]) if " " in name else None)


def _japanese(run: str) -> Iterator[City]:
    """The cities with whose names a run of signs begins, after that of a prefecture perhaps: 茨城水戸内務."""
    start = 0
    while start < len(run) - 1:
        sizes = range(min(_LONGEST_JA, len(run) - start), 1, -1)
        size, city = next(((n, city) for n in sizes if (city := find_city(run[start : start + n]))), (1, None))
        if city is not None:
            yield city
        start += size


def told_of(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The countries in which, or in whose towns, something is said to be in a stretch that names the group or a summit: "riunione a Siena"."""
    if GROUP.search(text, start, end) is None and _MEETING.search(text, start, end) is None:
        return
    for match in _IN.finditer(text, start, end):
        if _HEARD.search(text[max(start, match.start() - _HEARD_WITHIN) : match.start()]):
            continue
        named = next(find_bodies(text, match.end(), min(end, match.end() + _NAME_WITHIN)), None)
        if named is not None and named[1] == match.end():
            if named[0].country is not None and named[0].body_id != "RUS":
                yield match.start(), named[2], named[0].country
            continue
        town = _TOWN.match(text, match.end(), end)
        city = _city(town["place"]) if town is not None else None
        if town is not None and city is not None and city.name not in _SEATS:
            yield match.start(), town.end(), city.country
    for match in _HELD_JA.finditer(text, start, end):
        named = next(find_bodies(text, match.start(), match.end()), None)
        if named is not None and named[0].country is not None:
            yield match.start(), match.end(), named[0].country
