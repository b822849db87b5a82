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

from g7data.extract.needed_strings import needed_strings

UNLIKE_IN_LOWER_CASE = "İıſ\u212a"  # signs a pattern takes for i, s and k, but `str.lower` does not, or not one for one


_FARTHEST = 24  # signs before a needed string in which a match is tried sign by sign
_MOST_TRIES = 400


class Guarded:
    """A compiled pattern behind a guard: the methods are those of `re.Pattern`."""

    all: "list[Guarded]" = []  # noqa: RUF012 - a register

    def __init__(self, pattern: str, flags: int = 0, *, looked_for: bool = True) -> None:
        self._pattern = re.compile(pattern, flags)
        self.any_case = bool(self._pattern.flags & re.I)
        needed = needed_strings(pattern, flags)
        strings = {string.lower() for string in needed.strings} if self.any_case else needed.strings
        self.needed = tuple(s for s in sorted(strings) if not any(other in s for other in strings - {s}))
        self.reach = needed.reach + max((min(s.find(n) for n in self.needed if n in s) for s in strings), default=0)
        if looked_for:
            Guarded.all.append(self)

    @property
    def is_near(self) -> bool:
        """Whether every match begins close before one of the strings it needs."""
        return bool(self.needed) and self.reach <= _FARTHEST

    @property
    def pattern(self) -> str:
        """The pattern as it was written."""
        return self._pattern.pattern

    @property
    def flags(self) -> int:
        """The flags it was compiled with."""
        return self._pattern.flags

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        places = self._places(text, start, end)
        if places is not None:
            return next(self.near(places, text, start, end), None)
        return self._pattern.search(text, start, end) if self.may_match(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return self._pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that is all of `text[start:end]`."""
        return self._pattern.fullmatch(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`."""
        places = self._places(text, start, end)
        if places is not None:
            return self.near(places, text, start, end)
        return self._pattern.finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[Any]:
        """All matches in `text[start:end]`, as `re.Pattern.findall` gives them."""
        return self._pattern.findall(text, start, end) if self.may_match(text, start, end) else []

    def count(self, text: str, start: int = 0, end: int = maxsize) -> int:
        """How many matches there are in `text[start:end]`."""
        return sum(1 for _ in self.finditer(text, start, end))

    def _places(self, text: str, start: int, end: int) -> list[int] | None:
        """Where in a text that was looked over the strings stand that matches near them need; None if it is not so simple."""
        overview = _Overview.last
        if overview is None or overview.text is not text or not self.is_near:
            return None
        places = overview.places_of(self)
        if places is None:
            return None
        first, last = bisect_left(places, start), bisect_left(places, end)
        return places[first:last] if (last - first) * (self.reach + 1) <= _MOST_TRIES else None

    def near(self, places: list[int], text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The matches that begin within reach before one of the places, which are in order; they stand apart from one another."""
        match = self._pattern.match
        position = start
        for place in places:
            position = max(position, place - self.reach)
            while position <= place:
                found = match(text, position, end)
                if found is not None:
                    yield found
                    position = max(found.end(), position + 1)
                else:
                    position += 1

    def sub(self, replacement: str, text: str) -> str:
        """The text with all matches replaced."""
        return self._pattern.sub(replacement, text) if self.may_match(text) else text

    def may_match(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Whether `text[start:end]` holds what no match can do without."""
        if not self.needed:
            return True
        overview = _Overview.last
        if overview is not None and overview.text is text and (places := overview.places_of(self)) is not None:
            i = bisect_left(places, start)
            return i < len(places) and places[i] < end
        stretch = text[start:end]
        if self.any_case:
            if not stretch.isascii() and any(sign in stretch for sign in UNLIKE_IN_LOWER_CASE):
                return True
            stretch = stretch.lower()
        try:
            return bool(self._automaton.find_matches_as_indexes(stretch))
        except UnicodeEncodeError:  # halves of signs, as broken pages hold them
            return True

    @cached_property
    def _automaton(self) -> AhoCorasick:
        """What finds the needed strings in words that were not looked over."""
        return AhoCorasick(self.needed, implementation=Implementation.DFA)


class _Overview:
    """Where in one text the strings stand that patterns need."""

    last: "_Overview | None" = None  # read once by each call, so that threads do not disturb one another

    def __init__(self, text: str, found: dict[int, list[int]]) -> None:
        self.text = text
        self._found = found
        self._places: dict[int, list[int]] = {}

    def places_of(self, pattern: Guarded) -> list[int] | None:
        """The places of a pattern's strings, in order; None for a pattern made after the text was looked over."""
        places = self._places.get(id(pattern))
        if places is None and (numbers := _Strings.of(pattern)) is not None:
            found = self._found
            lists = [found[number] for number in numbers if number in found]
            if lists and not pattern.any_case:
                written = pattern.needed
                lists = [[place for place in group if self.text.startswith(written, place)] for group in lists]
            places = (
                sorted(place for group in lists for place in group) if len(lists) > 1 else lists[0] if lists else []
            )
            self._places[id(pattern)] = places
        return places


class _Strings:
    """The strings of all patterns, numbered, and the automaton that finds them."""

    _of: dict[int, tuple[int, ...]] = {}  # noqa: RUF012 - by pattern
    _known = 0  # patterns that the automaton knows
    _automaton: AhoCorasick | None = None

    @classmethod
    def automaton(cls) -> AhoCorasick:
        """The automaton for all patterns there are by now."""
        if cls._automaton is None or cls._known != len(Guarded.all):
            patterns = list(Guarded.all)
            numbers = {s: i for i, s in enumerate(sorted({s.lower() for p in patterns for s in p.needed}))}
            cls._of = {id(p): tuple(sorted({numbers[s.lower()] for s in p.needed})) for p in patterns}
            cls._automaton = AhoCorasick(list(numbers), implementation=Implementation.DFA)
            cls._known = len(patterns)
        return cls._automaton

    @classmethod
    def of(cls, pattern: Guarded) -> tuple[int, ...] | None:
        """The numbers of a pattern's strings, if the automaton knows it."""
        return cls._of.get(id(pattern))


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
