"""Where several families of strings stand in a text: one pass over it, however many strings there are."""

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation

_HALVES = re.compile("[\ud800-\udfff]")  # of signs, as broken pages hold them


class Traces:
    """Families of strings to look for all at once; letters count as they are written, a string may belong to several families."""

    def __init__(self, **families: Iterable[str]) -> None:
        of: dict[str, list[str]] = {}
        for name, family in families.items():
            for string in dict.fromkeys(family):
                of.setdefault(string, []).append(name)
        self._families = list(of.values())
        self._automaton = AhoCorasick(list(of), implementation=Implementation.DFA)

    def places_in(self, text: str) -> dict[str, list[int]]:
        """Where the strings of each family begin in a text, in order; families of which there are none are left out."""
        places: dict[str, set[int]] = {}
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_HALVES.sub("\ufffd", text), overlapping=True)
        for number, start, _ in found:
            for family in self._families[number]:
                places.setdefault(family, set()).add(start)
        return {family: sorted(starts) for family, starts in places.items()}
