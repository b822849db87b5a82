"""Footnotes: small print at the foot of a column that begins with a raised number or a sign."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from g7data.reading.pdf_lines import Line
from g7data.reading.pdf_paragraphs import Draft

_SMALLER: Final = 0.93  # at most, than the text
_MARK: Final = re.compile(r"[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3}(?=\s?\w)|\d{1,2}(?=\s?[^\W\d])|\[\d{1,2}\](?=\s)")


def part_notes(lines: Iterable[Line], body_size: float) -> tuple[list[Line], list[Draft]]:
    """The lines of the text, and the footnotes, each with its mark as its marker."""
    text: list[Line] = []
    notes: list[Draft] = []
    for _, group in groupby(lines, key=lambda line: line.flow):
        flow = list(group)
        start = _foot(flow, body_size)
        text.extend(flow[:start])
        notes.extend(_notes(flow[start:]))
    return text, notes


def _foot(flow: Sequence[Line], body_size: float) -> int:
    """Where the footnotes of a column begin; its length if it has none."""
    start = len(flow)
    while start and flow[start - 1].size < _SMALLER * body_size:
        start -= 1
    return start if any(_MARK.match(line.text) for line in flow[start:]) else len(flow)


def _notes(lines: Iterable[Line]) -> list[Draft]:
    notes: list[Draft] = []
    for line in lines:
        mark = _MARK.match(line.text)
        if mark is not None or not notes:
            notes.append(Draft.of(line, mark[0] if mark else ""))
        else:
            notes[-1].add(line)
    return notes
