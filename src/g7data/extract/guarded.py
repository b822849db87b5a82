"""Patterns that are looked for only where they can be found.

A long list of phrases is slow to look for and seldom there. What no match can do without, one of a few short strings
(`needed_strings`), is known from the pattern itself, so that a pattern that is changed needs nothing else. `look_over` finds
all such strings of all patterns in one pass over a text (Aho-Corasick, package ahocorasick_rs); from then on a pattern
whose strings are not in the stretch it is asked about costs next to nothing. What is found stays the same.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from g7data.extract.needed_strings import Needed, read_pattern

UNLIKE_IN_LOWER_CASE = "İıſ\u212a"  # signs a pattern takes for i, s and k, but `str.lower` does not, or not one for one


Places = list[tuple[int, int]]  # where needed strings stand, each with how far before it a match may begin
_MOST_TRIES = 400  # places at which a match is tried, where the pattern could be looked for in all of a stretch too
_DEAR = 2  # a try costs as much as looking at so many signs


class Guarded:
    """A compiled pattern behind a guard: the methods are those of `re.Pattern`."""

    all: "list[Guarded]" = []  # noqa: RUF012 - a register

    def __init__(self, pattern: str, flags: int = 0, *, looked_for: bool = True) -> None:
        self.pattern = pattern
        self._written_flags = flags
        if looked_for:
            Guarded.all.append(self)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Compiled when it is first asked for: a page that is set aside at once asks for few of them."""
        return re.compile(self.pattern, self._written_flags)

    @cached_property
    def _read(self) -> tuple[Needed, int]:
        """What matches need, and the flags: known before the pattern is compiled, and often all that is asked."""
        return read_pattern(self.pattern, self._written_flags)

    @property
    def flags(self) -> int:
        """The flags it is compiled with."""
        return self._read[1]

    @cached_property
    def any_case(self) -> bool:
        """Whether capitals and small letters count alike."""
        return bool(self.flags & re.I)

    @cached_property
    def reaches(self) -> dict[str, int]:
        """The strings of which every match holds one, each with how far before it the match may begin."""
        reaches: dict[str, int] = {}
        for string, reach in self._read[0].items():
            key = string.lower() if self.any_case else string
            reaches[key] = max(reach, reaches.get(key, 0))
        return _without_longer(reaches)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The strings alone."""
        return tuple(self.reaches)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        places = self._places(text, start, end)
        if places is None:
            return self._pattern.search(text, start, end)
        return next(self.near(places, text, start, end), None) if places else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return self._pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that is all of `text[start:end]`."""
        return self._pattern.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`."""
        places = self._places(text, start, end)
        return self._pattern.finditer(text, start, end) if places is None else self.near(places, text, start, end)

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[Any]:
        """All matches in `text[start:end]`, as `re.Pattern.findall` gives them."""
        return self._pattern.findall(text, start, end) if self.may_match(text, start, end) else []

    def count(self, text: str, start: int = 0, end: int = maxsize) -> int:
        """How many matches there are in `text[start:end]`."""
        return sum(1 for _ in self.finditer(text, start, end))

    def _places(self, text: str, start: int, end: int) -> Places | None:
        """Where in a stretch strings stand that matches need, or None if it is as quick to look for the pattern everywhere."""
        if not self.needed:
            return None
        overview = _Overview.last
        if overview is not None and overview.text is text and (found := overview.places_of(self)) is not None:
            places = found[bisect_left(found, (start,)) : bisect_left(found, (end,))] if found else found
        elif (found := self._find(text[start:end])) is not None:
            places = [(start + place, reach) for place, reach in found] if start else found
        else:
            return None
        if not places:
            return places
        most = min(_MOST_TRIES, (min(end, len(text)) - start) // _DEAR)
        return places if sum([reach + 1 for _, reach in places]) <= most else None

    def near(self, places: Places, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The matches that begin within reach before one of the places; they stand apart from one another."""
        match = self._pattern.match
        position = start
        for first, place in sorted((place - reach, place) for place, reach in places):
            position = max(position, first)
            while position <= place:
                found = match(text, position, end)
                if found is not None:
                    yield found
                    position = max(found.end(), position + 1)
                else:
                    position += 1

    def _find(self, words: str) -> Places | None:
        """Where needed strings stand in words that were not looked over; None if that cannot be told."""
        lower = words.lower() if self.any_case else words
        if self.any_case and not words.isascii() and any(sign in words for sign in UNLIKE_IN_LOWER_CASE):
            return None
        try:
            found = self._automaton.find_matches_as_indexes(lower, overlapping=True)
        except UnicodeEncodeError:  # halves of signs, as broken pages hold them
            return None
        reaches = self._reaches
        return [(place, reaches[string]) for string, place, _ in found]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.needed, implementation=Implementation.DFA)

    @cached_property
    def _reaches(self) -> tuple[int, ...]:
        return tuple(self.reaches.values())

    def sub(self, replacement: str, text: str) -> str:
        """The text with all matches replaced."""
        return self._pattern.sub(replacement, text) if self.may_match(text) else text

    def may_match(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Whether `text[start:end]` holds what no match can do without."""
        if not self.needed:
            return True
        overview = _Overview.last
        if overview is not None and overview.text is text and (places := overview.places_of(self)) is not None:
            i = bisect_left(places, (start,))
            return i < len(places) and places[i] < (end,)
        return self._find(text[start:end]) != []


def _without_longer(reaches: dict[str, int]) -> dict[str, int]:
    """Strings without those that hold a shorter one, which then stands for them."""
    shortest = [s for s in reaches if not any(other in s for other in reaches if other != s)]
    standing = dict.fromkeys(shortest, 0)
    for string, reach in reaches.items():
        inside = next(s for s in shortest if s in string)
        standing[inside] = max(standing[inside], reach + string.find(inside))
    return standing


class _Overview:
    """Where in one text the strings stand that patterns need."""

    last: "_Overview | None" = None  # read once by each call, so that threads do not disturb one another

    def __init__(self, text: str, found: dict[int, list[int]]) -> None:
        self.text = text
        self._found = found
        self._places: dict[int, Places] = {}

    def places_of(self, pattern: Guarded) -> Places | None:
        """The places of a pattern's strings, in order; None for a pattern made after the text was looked over."""
        places = self._places.get(id(pattern))
        if places is None and (reaches := _Strings.of(pattern)) is not None:
            found = self._found
            places = sorted((place, reaches[n]) for n in found.keys() & reaches.keys() for place in found[n])
            self._places[id(pattern)] = places
        return places


class _Strings:
    """The strings of all patterns, numbered, and the automaton that finds them."""

    _of: dict[int, dict[int, int]] = {}  # noqa: RUF012 - by pattern
    _known = 0  # patterns that the automaton knows
    _automaton: AhoCorasick | None = None

    @classmethod
    def automaton(cls) -> AhoCorasick:
        """The automaton for all patterns there are by now."""
        if cls._automaton is None or cls._known != len(Guarded.all):
            patterns = list(Guarded.all)
            numbers = {s: i for i, s in enumerate(sorted({s.lower() for p in patterns for s in p.needed}))}
            cls._of = {id(p): _numbered(p.reaches, numbers) for p in patterns}
            cls._automaton = AhoCorasick(list(numbers), implementation=Implementation.DFA)
            cls._known = len(patterns)
        return cls._automaton

    @classmethod
    def of(cls, pattern: Guarded) -> dict[int, int] | None:
        """How far the strings of a pattern reach, by their numbers, if the automaton knows it."""
        return cls._of.get(id(pattern))


def _numbered(reaches: dict[str, int], numbers: dict[str, int]) -> dict[int, int]:
    """How far strings reach, by the numbers that they have in any case."""
    numbered: dict[int, int] = {}
    for string, reach in reaches.items():
        number = numbers[string.lower()]
        numbered[number] = max(reach, numbered.get(number, 0))
    return numbered


def look_over(text: str) -> None:
    """Find the strings of all patterns in a text at once; questions about this very object are then quick to answer."""
    lower = text.lower()
    if len(lower) != len(text) or (not text.isascii() and any(sign in text for sign in UNLIKE_IN_LOWER_CASE)):
        _Overview.last = None
        return
    try:
        matches = _Strings.automaton().find_matches_as_indexes(lower, overlapping=True)
    except UnicodeEncodeError:  # halves of signs, as broken pages hold them
        _Overview.last = None
        return
    found: dict[int, list[int]] = {}
    for number, start, _ in matches:
        if number in found:
            found[number].append(start)
        else:
            found[number] = [start]
    _Overview.last = _Overview(text, found)


def guarded(pattern: str, flags: int = 0) -> Guarded:
    """Compile a pattern, as `re.compile` does, with a guard before it."""
    return Guarded(pattern, flags)


def guarded_words(pattern: str, flags: int = 0) -> Guarded:
    """As `guarded`, for a pattern that is asked about words taken out of a page only: `look_over` does not look for its strings."""
    return Guarded(pattern, flags, looked_for=False)
