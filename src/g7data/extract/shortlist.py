"""Which of many patterns may match in a short stretch of words, told in one pass over it.

The words beside a name are asked for some sixty phrases in five languages, and hold one of them or none. What each pattern
cannot do without (`needed_strings`) is looked for at once (Aho-Corasick); only patterns whose strings are there are tried.
"""

from collections.abc import Iterable
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation

from g7data.extract.guarded import UNLIKE_IN_LOWER_CASE, Guarded


class Shortlist:
    """Patterns under names; several may have one name."""

    def __init__(self, patterns: Iterable[tuple[str, Guarded]]) -> None:
        self._patterns = tuple(patterns)

    def of(self, text: str) -> dict[str, list[Guarded]]:
        """The patterns that may match somewhere in a text, by name, in their order; names without any are left out."""
        shortlist: dict[str, list[Guarded]] = {}
        for i in sorted(self._places(text)):
            name, pattern = self._patterns[i]
            shortlist.setdefault(name, []).append(pattern)
        return shortlist

    def count(self, text: str) -> dict[str, int]:
        """How often the patterns of each name match in a text; names of which none can match are left out."""
        counts: dict[str, int] = {}
        for i, places in sorted(self._places(text).items()):
            name, pattern = self._patterns[i]
            found = pattern.near(sorted(places), text) if places and pattern.is_near else pattern.finditer(text)
            counts[name] = counts.get(name, 0) + sum(1 for _ in found)
        return counts

    def _places(self, text: str) -> dict[int, list[int]]:
        """The numbers of the patterns that may match, each with where its strings stand, or [] if that is not known."""
        automaton, patterns_of, always = self._automaton
        try:
            matches = automaton.find_matches_as_indexes(text.lower(), overlapping=True)
        except UnicodeEncodeError:  # halves of signs, as broken pages hold them
            matches = None
        if matches is None or (not text.isascii() and any(sign in text for sign in UNLIKE_IN_LOWER_CASE)):
            return {i: [] for i in range(len(self._patterns))}
        places: dict[int, list[int]] = {i: [] for i in always}
        for string, start, _ in matches:
            for i in patterns_of[string]:
                places.setdefault(i, []).append(start)
        return places

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[list[int]], list[int]]:
        """The automaton, the patterns that need each of its strings, and the patterns that need none."""
        needing: dict[str, list[int]] = {}
        for i, (_, pattern) in enumerate(self._patterns):
            for string in pattern.needed:
                needing.setdefault(string.lower(), []).append(i)
        always = [i for i, (_, pattern) in enumerate(self._patterns) if not pattern.needed]
        return AhoCorasick(list(needing), implementation=Implementation.DFA), list(needing.values()), always
