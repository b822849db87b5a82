"""Which of several families of strings stand in a text: one pass over its bytes, however many strings there are."""

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick, Implementation


class Traces:
    """Families of strings to look for all at once; letters count as they are written, a string belongs to one family."""

    def __init__(self, **families: Iterable[str]) -> None:
        strings = {string: name for name, family in families.items() for string in family}
        self._family = list(strings.values())
        self._automaton = BytesAhoCorasick([string.encode() for string in strings], implementation=Implementation.DFA)

    def families_in(self, text: str) -> set[str]:
        """The families of which a string stands in the text."""
        found = self._automaton.find_matches_as_indexes(text.encode(errors="surrogatepass"), overlapping=True)
        return {self._family[number] for number, _, _ in found}
