"""Which of many patterns may match in a short stretch of words, told in one pass over it.

The words beside a name are asked for some sixty phrases in five languages, and hold one of them or none. What each pattern
cannot do without (`needed_strings`) is looked for at once (Aho-Corasick); only patterns whose strings are there are tried.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from g7data.extract.guarded import UNLIKE_IN_LOWER_CASE, Guarded

Name = TypeVar("Name", bound=str)


class Shortlist(Generic[Name]):
    """Patterns under names; several may have one name."""

    def __init__(self, patterns: Iterable[tuple[Name, Guarded]]) -> None:
        self._patterns = tuple(patterns)

    def of(self, text: str) -> dict[Name, list[Guarded]]:
        """The patterns that may match somewhere in a text, by name, in their order; names without any are left out."""
        shortlist: dict[Name, list[Guarded]] = {}
        for i in self._chosen(text):
            name, pattern = self._patterns[i]
            shortlist.setdefault(name, []).append(pattern)
        return shortlist

    def _chosen(self, text: str) -> list[int]:
        """The numbers of the patterns that may match, in order."""
        automaton, patterns_of, always = self._automaton
        if not text.isascii() and any(sign in text for sign in UNLIKE_IN_LOWER_CASE):
            return list(range(len(self._patterns)))
        found = set(always)
        try:
            for string in automaton.find_matches_as_indexes(text.lower(), overlapping=True):
                found.update(patterns_of[string[0]])
        except UnicodeEncodeError:  # halves of signs, as broken pages hold them
            return list(range(len(self._patterns)))
        return sorted(found)

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[list[int]], list[int]]:
        """The automaton, the patterns that need each of its strings, and the patterns that need none."""
        needing: dict[str, list[int]] = {}
        for i, (_, pattern) in enumerate(self._patterns):
            for string in pattern.needed:
                needing.setdefault(string.lower(), []).append(i)
        always = [i for i, (_, pattern) in enumerate(self._patterns) if not pattern.needed]
        return AhoCorasick(list(needing), implementation=Implementation.DFA), list(needing.values()), always
