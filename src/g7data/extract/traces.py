"""Where several families of strings stand in a text: one pass over it, however many strings there are."""

import re
from collections.abc import Mapping

from ahocorasick_rs import AhoCorasick, Implementation

from g7data.extract.guarded import Places

_HALVES = re.compile("[\ud800-\udfff]")  # of signs, as broken pages hold them


class Traces:
    """Families of strings to look for all at once, each with how far before it what it is a trace of may begin.

    Letters count as they are written; a string may belong to several families.
    """

    def __init__(self, **families: Mapping[str, int]) -> None:
        of: dict[str, list[tuple[str, int]]] = {}
        for name, family in families.items():
            for string, reach in family.items():
                of.setdefault(string, []).append((name, reach))
        self._families = list(of.values())
        self._automaton = AhoCorasick(list(of), implementation=Implementation.DFA)

    def places_in(self, text: str) -> dict[str, Places]:
        """Where the strings of each family begin in a text, in order; families of which there are none are left out."""
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_HALVES.sub("\ufffd", text), overlapping=True)
        places: dict[str, set[tuple[int, int]]] = {}
        for number, start, _ in found:
            for family, reach in self._families[number]:
                places.setdefault(family, set()).add((start, reach))
        return {family: sorted(starts) for family, starts in places.items()}
