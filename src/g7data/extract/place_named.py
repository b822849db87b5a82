"""A place in the name of a meeting: "G7 Niigata Agriculture Ministers' Meeting", "sommet d'Évian", "Münchner Sicherheitskonferenz"."""

import re

from g7data.extract import meeting_words as words
from g7data.extract.found import Found
from g7data.extract.gazetteer import City, find_meeting_place
from g7data.extract.group import GROUP
from g7data.extract.place_standing import NEAR, Sentence, of_another_year
from g7data.extract.place_words import CAPITAL, NAME, Where, parse_place
from g7data.extract.summit_place import summits_named

IN_NAME = "place:in the meeting's name"
_TOWN_AND_COUNTRY = re.compile(rf"(?: \w*['’]? ?(?:[Ss]ummit|[Mm]eeting))? {NAME}")
_BY_GROUP = re.compile(rf"[ -](?:(?P<one>{CAPITAL})(?:[ -]{CAPITAL})?)")
_BEFORE_GROUP = re.compile(rf"(?<!\d[ \xa0])(?<![\w’'-])(?P<place>{CAPITAL}) $")  # not "2003 Dubai G7 meeting"
_CALLED = re.compile(r" (?:(?:[\w-]+ ){0,2}(?:ministers|leaders)['’]? )?(?:summit|meeting|ministerial)\b", re.I)
_IN_SMALL = re.compile(r" ?(?:di |de |dell['’]|d['’]|of |von )(?P<place>[a-zà-ÿ][a-zà-ÿ’'-]{3,16})(?![\w’'])")
_SUMMIT_BEHIND = 16  # characters behind a place in which it is called a summit's


def place_in_name(sentence: Sentence) -> Found[Where] | None:
    """The place in the name of the page's meeting, which for ministers is not that of the summit beside which they meet."""
    found = named_by_place(sentence.text, sentence.start, sentence.end)
    if found is not None and not (sentence.of_ministers and _is_summits(sentence, found.end)):
        return found if _is_this_one(sentence, found.start) else None
    return None if sentence.of_ministers else _place_of_summit(sentence)


def named_before(text: str, start: int, end: int) -> Found[Where] | None:
    """A place where the group has met, just before the name of its meeting: "Brussels G7 summit"."""
    for group in GROUP.finditer(text, start, end):
        before = _BEFORE_GROUP.search(text, max(start, group.start() - NEAR), group.start())
        city = find_meeting_place(before["place"]) if before is not None else None
        if before is not None and city is not None and _CALLED.match(text, group.end(), end):
            return Found(Where(before["place"], city.name, city.country), *before.span("place"), IN_NAME, 0.9)
    return None


def named_by_place(text: str, start: int, end: int) -> Found[Where] | None:
    """A place where the group has met, just behind the group's name."""
    for group in GROUP.finditer(text, start, end):
        match = _BY_GROUP.match(text, group.end(), end)
        if match is None:
            small = _IN_SMALL.match(text, group.end(), end)
            city = find_meeting_place(small["place"]) if small is not None else None
            if small is not None and city is not None:
                return Found(
                    Where(small["place"], city.name, city.country),
                    *small.span("place"),
                    IN_NAME,
                    0.8,
                )
            continue
        a, b = match.span("one")
        for stop in (match.end(), b):
            city = find_meeting_place(text[a:stop])
            if city is not None:
                return Found(Where(text[a:stop], city.name, city.country), a, stop, IN_NAME, 0.9)
        town = _TOWN_AND_COUNTRY.match(text, group.end(), end)
        if town is not None and "," in town["place"]:
            found = parse_place(text, *town.span("place"), whole=True)
            if found is not None and found.value.city is not None and "," in found.value.written:
                return Found(found.value, found.start, found.end, IN_NAME, 0.9)
    return None


def place_beside(sentence: Sentence) -> Found[Where] | None:
    """The city of another meeting on whose margins the group meets: "am Rande der Münchner Sicherheitskonferenz"."""
    text = sentence.text
    margins = words.MARGINS.search(text, sentence.start, sentence.end)
    if margins is None:
        return None
    for match in re.finditer(NAME, text[margins.end() : min(sentence.end, margins.end() + NEAR)]):
        for word in re.finditer(r"[\w’'-]+", match[0]):
            city = find_meeting_place(word[0])
            if city is not None:
                a = margins.end() + match.start() + word.start()
                return Found(Where(word[0], city.name, city.country), a, a + len(word[0]), "place:beside", 0.8)
    return None


def _place_of_summit(sentence: Sentence) -> Found[Where] | None:
    for a, b, city in summits_named(sentence.text, sentence.start, sentence.end):
        theirs = words.OTHER_BEFORE.search(sentence.before(a, NEAR)) is not None
        known = find_meeting_place(city.name) is not None and not theirs
        if known and _is_this_one(sentence, a) and not of_another_year(sentence, b):
            return _words_of(sentence.text, a, b, city)
    return None


def _is_summits(sentence: Sentence, position: int) -> bool:
    end = min(sentence.end, position + _SUMMIT_BEHIND)
    return words.SUMMIT.search(sentence.text, position, end) is not None


def _is_this_one(sentence: Sentence, position: int) -> bool:
    ahead = sentence.before(position, NEAR)
    return not any(pattern.search(ahead) for pattern in (words.NOT_THIS, words.PREPARING, words.NEXT))


def _words_of(text: str, start: int, end: int, city: City) -> Found[Where] | None:
    """The words in the name of a meeting that name its city."""
    for match in re.finditer(NAME, text[start:end]):
        found = parse_place(text, start + match.start(), start + match.end())
        if found is not None and found.value.city == city.name:
            return Found(found.value, found.start, found.end, IN_NAME, 0.9)
    return None
