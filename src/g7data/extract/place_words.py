"""Words that name a place, and what they mean: the city under its English name, and the country.

A place is a stretch of words in which a city of the gazetteer stands, or that ends in a country. A house or hill before the
name of a city is a venue, and the city is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from g7data.extract.dates import MONTHS, find_dates
from g7data.extract.found import Found
from g7data.extract.gazetteer import City, find_city, find_country, find_meeting_place, find_town
from g7data.extract.meeting_words import NOUN


@dataclass(frozen=True, slots=True)
class Where:
    """A place as written, with the city (English name) and country (ISO 3166-1 alpha-3) it means."""

    written: str
    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the page before its place is read; `day` is that of its meeting, where it is sure."""

    track: str | None = None
    year: int | None = None
    official: bool = False
    day: date | None = None


LABEL = re.compile(r"^(?:\d+[.．、]\s?)?\[?(?:place|lieu|ort|luogo|venue|場所|会場|開催地|於)\]?\s*[:：]?\s*", re.I)
CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-Þ][\w’'À-ÿ-]*(?:(?<=[a-z]-) [a-zà-ÿ]+)?\.?|\([A-Z][\w]+\))"
NAME = rf"(?P<place>(?:St\.|{CAPITAL})(?:(?:-(?:on|upon|the|sur|les|le|la|de|am|an|der)){{1,2}}-{CAPITAL}|[ -](?:(?:de|di|del|da|la|le|des)[ -]){{0,2}}{CAPITAL}){{0,5}}(?:,\s*{CAPITAL}(?:\s{CAPITAL}){{0,3}}){{0,3}})"
"""Capitalised words in a row, as a place may be written."""
_PIECE = re.compile(r"[^,/|()]+")
_JOINED = re.compile(r"\s+(?:and|e|ed|et|und|y|en|AND|E|ED|ET|UND|Y)\s+|\s*[-–—]\s*")
_NO_TOWN = re.compile(r"\d|\b(?:summit|meeting|conference|gipfel|sommet|vertice|ministers?|house|department)\b", re.I)
HOUSE = re.compile(
    r"\b(?:Castle|Hall|Palace|Abbey|Park|Bay|Island|Lake|Lodge|Springs|Resort|Beach|House|Château|Palazzo|Villa)\b|-"
)
VENUE = re.compile(r"(?:Castle|Hall|Palace|Abbey|Park|Bay|Island|Lodge|Springs|Resort|Beach|Château|Palazzo|Villa)")
"""What a house or resort is called, with a name of its own before or behind it."""
_CJK = re.compile(r"[一-鿿ァ-ヶ]")
_AFTERWARDS = re.compile(r"\s+[-–—]+\s|[.]\s|\s*[\d(（]")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday today city g7 g8 summit".split()
_BEHIND = frozenset((*MONTHS, *_DAYS))  # words that stand behind a name and are no part of it
_MOST_WORDS = 3  # of a city's name at the end of other capitalised words


def parse_place(text: str, start: int, end: int, *, whole: bool = False) -> Found[Where] | None:
    """The place in a stretch of text: its first city, its country; with `whole`, the stretch must begin with it."""
    pieces = [(m.start(), m.end()) for m in _PIECE.finditer(text, start, end) if m[0].strip()]
    for i, (a, b) in enumerate(pieces):
        named = _city_in(text[a:b])
        if named is None:
            if whole and (len(pieces) == 1 or len(text[a:b].split()) > 1):
                return None
            if whole:
                break
            continue
        city, begin = named
        a += begin
        if city.venue and i + 1 < len(pieces) and (other := _city_in(text[slice(*pieces[i + 1])])) is not None:
            city, b = other[0], pieces[i + 1][1]
        country = None
        last = b
        for c, d in pieces[i + 1 : i + 4]:
            words = text[c:d].strip()
            country = find_country(words) or country
            last = d if find_country(words) or find_city(words) else last
        if country is not None and country != city.country:  # "Ancône (Italie)" is not the Ancône of France
            city = find_town(text[a:b].strip(), country) or city
        return _found(text, a, last, city.name, country or city.country)
    return _in_country(text, pieces)


def _in_country(text: str, pieces: list[tuple[int, int]]) -> Found[Where] | None:
    """A place that no gazetteer knows, or a region, before the name of its country."""
    for a, b in reversed(pieces[1:]):
        country = find_country(text[a:b].strip())
        first = text[slice(*pieces[0])].strip()
        if (
            country is None
            or not first[:1].isupper()
            or _NO_TOWN.search(first)
            or len(first.split()) > 4
            or VENUE.fullmatch(first)
        ):
            continue
        town = find_town(first.split()[0], country) if not HOUSE.search(first) else None
        return _found(text, pieces[0][0], b, town.name if town else None if find_country(first) else first, country)
    return None


def name_of_country(text: str, start: int, end: int) -> Found[Where] | None:
    """The country, or part of one, with whose name a stretch of text begins."""
    words = list(re.finditer(r"[\w.’'-]+", text[start:end]))[:_MOST_WORDS]
    for word in reversed(words):
        stop = start + word.end()
        country = find_country(text[start:stop].rstrip("."))
        if country is not None:
            return Found(Where(text[start:stop], None, country), start, stop, "place:country")
    return None


def around_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches before, between and behind the dates of a line."""
    position = start
    for written in find_dates(text, start, end):
        yield position, written.start
        position = written.end
    yield position, end


def _city_in(words: str) -> tuple[City, int] | None:
    """The city that words name, and where among them its name begins."""
    kept = words.strip(" .:;\n\t")
    city = find_city(kept)
    if city is None and "- " in kept:  # a word that was parted at the end of a line
        city = find_city(kept.replace("- ", ""))
    if city is None and _CJK.search(kept):
        city = _city_in_signs(kept)
    if city is not None or _CJK.search(kept):
        return (city, 0) if city is not None else None
    joined = _JOINED.split(kept)
    if len(joined) > 1 and (city := find_city(joined[0])) is not None:
        return city, words.find(joined[0])
    for piece in (kept, *joined):
        if piece[:1].isupper() and (named := _city_or_end(piece)) is not None:
            return named[0], words.find(named[1])
    return None


def _city_in_signs(words: str) -> City | None:
    """A city whose name ends or begins a row of Japanese signs: 群馬県高崎."""
    sizes = range(min(len(words), 8), 1, -1)
    return next((c for n in sizes if (c := find_city(words[-n:])) or (c := find_city(words[:n]))), None)


_HOUSE = re.compile(
    r"(?P<city>[A-ZÄÖÜ][a-zäöüß]{3,})er (?:[A-ZÄÖÜ]\w+ )?(?:Hotel|Schloss|Rathaus|Messe|Residenz|Kongresszentrum|Flughafen|Kanzleramt)\b"
)


def _city_or_end(piece: str) -> tuple[City, str] | None:
    """A city and its name, before words that are no part of it ("Washington October") or behind those of a house ("Schloss Elmau")."""
    house = _HOUSE.match(piece)
    if house is not None and (city := find_city(house["city"])) is not None:
        return city, house["city"]
    kept = piece.split()
    while len(kept) > 1 and (kept[-1].strip(".").lower() in _BEHIND or find_country(kept[-1]) is not None):
        kept.pop()
    if (city := find_city(" ".join(kept))) is not None:
        return city, kept[0]
    if NOUN.search(piece):
        return None
    ends = (" ".join(kept[-n:]) for n in range(min(_MOST_WORDS, len(kept) - 1), 0, -1))
    return next(((city, end) for end in ends if (city := find_meeting_place(end)) is not None), None)


def _found(text: str, start: int, end: int, city: str | None, country: str | None) -> Found[Where]:
    label = LABEL.match(text[start:end])
    start += label.end() if label else 0
    while start < end and text[start] in " ,.;:\n\t-–—":
        start += 1
    behind = _AFTERWARDS.search(text, start + 1, end)
    if behind is not None and find_country(text[behind.end() : end].strip(" ()（）")) is None:
        end = behind.start()
    while end > start and text[end - 1] in " ,.;:\n\t-–—[(（":
        end -= 1
    if "(" in text[start:end] and text[end : end + 1] == ")":
        end += 1
    return Found(Where(text[start:end], city, country), start, end, "place")
