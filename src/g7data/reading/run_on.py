"""Where a block ran on because its line breaks were lost: before a number that counts on, and around a heading in bold."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"\d(?<!\d\d)\d{0,2}\Z")
_BEHIND_NUMBER = re.compile(r"\.(?<=\d.) ?(?=[A-ZÀ-Þ“\"])")  # the dot comes first, as few places have one
_MOST_DIGITS = 3
_AFTER_END = re.compile(r"[^\W\d_]{2}[.!?:;”\"»)]{1,3}\s*$")
_STUCK = re.compile(r"[a-zß-ÿ]$")  # a number stuck to a word: nobody prints that within a line
_LONGEST_HEADING = 100
_NEXT_SENTENCE = re.compile(r"\s*(?:\d{1,3}\.|[A-ZÀ-Þ“\"«])")


def run_on_cuts(text: str, strong: Sequence[tuple[int, int]]) -> list[int]:
    """The offsets at which a block is to be cut, in order; `strong` are the spans set in bold."""
    cuts = {*_headings(text, strong), *_numbers(text, {b for _, b in strong})}
    return sorted(c for c in cuts if 0 < c < len(text)) if cuts else []


def _headings(text: str, strong: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Bold words after the end of a sentence: a label opens a line, words that no mark ends are a line of their own."""
    for start, end in strong:
        words = text[start:end].strip()
        if (
            not words[:1].isupper()
            or len(words) > _LONGEST_HEADING
            or not _AFTER_END.search(text[max(0, start - 8) : start])
        ):
            continue
        if words[-1] == ":" or text[end : end + 1] == ":":
            yield start
        elif (words[-1].isalnum() or words[-1] == "?") and _NEXT_SENTENCE.match(text, end):
            yield start
            yield end


def _numbers(text: str, strong_ends: set[int]) -> Iterator[int]:
    """Numbers that count on from one another inside a block, each at the end of a sentence or of a heading."""
    found = [
        (int(m[0]), m.start())
        for dot in _BEHIND_NUMBER.finditer(text)
        if (m := _NUMBER.search(text, max(0, dot.start() - _MOST_DIGITS), dot.start())) is not None
        if m.start() == 0
        or _AFTER_END.search(before := text[max(0, m.start() - 8) : m.start()])
        or _STUCK.search(before)
        or not strong_ends.isdisjoint(range(m.start() - 1, m.start() + 1))
    ]
    for (last, start), (number, position) in pairwise(found):
        if number == last + 1 and (len(found) > 2 or (start == 0 and not text[position - 1].isspace())):
            yield start
            yield position
