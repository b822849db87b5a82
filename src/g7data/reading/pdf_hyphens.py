"""Lines put one after another: with a space, or with a word that was broken at the line end made whole.

A printed hyphen at a line end may be the word's own. The document itself is asked, in steps: where the same compound
stands elsewhere with its hyphen, or the same word without, that settles it; then where the first half goes into other
compounds. What is left is joined, unless line ends with a hyphen are so rare that the document breaks no words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from g7data.reading.pdf_runs import UNSPACED

_SOFT: Final = "\u00ad"
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_BROKEN: Final = re.compile(r"((?:[^\W_][\w'’]*[-‐])*)([^\W\d_](?:[\w'’]*[^\W_])?)[-‐]$")
_LONGEST_WORD: Final = 80
_HYPHENS: Final = ("-", "‐")
_BEGINNING: Final = re.compile(r"[^\W_]+")
_UNBROKEN: Final = re.compile(r"(?:https?://|www\.)\S*[/\-=?&_.#%]$|[^\s/]/$")  # addresses, and/or
_RANGE: Final = re.compile(r"\d[-–]$")
_HALF_OF_A_PAIR: Final = frozenset({"and", "or", "to", "et", "ou", "und", "oder", "bis", "e", "o", "y"})
_BREAKS_WORDS: Final = 0.03  # share of lines that end with a hyphen; compounds alone come to about half of it


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How a document uses hyphens: its words, the first halves of its compounds, and whether it breaks words."""

    words: frozenset[str]
    halves: frozenset[str]
    breaks_words: bool

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Hyphenation":
        """Learn it from the lines of a document."""
        words = frozenset(_plain(word) for word in _whole_words(lines))
        halves = frozenset(word.partition("-")[0] for word in words if "-" in word)
        broken = sum(_broken(line) is not None for line in lines)
        return cls(words, halves, broken > _BREAKS_WORDS * len(lines))

    def join(self, lines: Sequence[str]) -> str:
        """The lines as one."""
        parts = [lines[0]] if lines else []
        for before, after in pairwise(lines):
            kept, seam = self._seam(before, after)
            parts[-1] = parts[-1][: len(parts[-1]) - (len(before) - kept)]
            parts.append(seam + after)
        return "".join(parts).replace(_SOFT, "")

    def _seam(self, before: str, after: str) -> tuple[int, str]:
        """How much of the first line stays, and what comes between it and the second."""
        if before.endswith(_SOFT):
            return len(before) - 1, ""
        if _UNBROKEN.search(before) or (_RANGE.search(before) and after[:1].isdigit()):
            return len(before), ""
        if UNSPACED.match(before[-1:]) and UNSPACED.match(after):
            return len(before), ""
        first, second = _broken(before), _BEGINNING.match(after)
        if first is None or second is None:
            return len(before), " "
        if second[0].casefold() in _HALF_OF_A_PAIR:
            return len(before), " "
        return (len(before) - 1 if self._is_one_word(first[1], first[2], second[0]) else len(before)), ""

    def _is_one_word(self, head: str, first: str, second: str) -> bool:
        """Whether the halves are a word without a hyphen; `head` is what a compound has before the first."""
        for start in (_plain(head + first), _plain(first)):
            if f"{start}-{_plain(second)}" in self.words:
                return False
            if start + _plain(second) in self.words:
                return True
        if not second[0].islower() or (first.isupper() and len(first) > 1):
            return False
        compound = _plain(first) in (self.words if head else self.halves)
        return self.breaks_words and not compound


def _plain(word: str) -> str:
    return word.casefold().replace("‐", "-").replace("‑", "-")


def _broken(line: str) -> re.Match[str] | None:
    """The first half of a word that the line may have broken."""
    return _BROKEN.search(line[-_LONGEST_WORD:].rpartition(" ")[2]) if line.endswith(_HYPHENS) else None


def _whole_words(lines: Iterable[str]) -> Iterator[str]:
    """The words of the lines but those that may be halves of broken ones."""
    broken = False
    for line in lines:
        words = _WORD.findall(line)
        begins, broken = int(broken), line.endswith((*_HYPHENS, _SOFT))
        yield from words[begins : len(words) - int(broken)]
