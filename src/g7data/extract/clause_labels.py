"""Printed labels of clauses: what a marker can mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from g7data.reading.markers import BULLETS

_ROMAN = re.compile(r"[ivx]+$", re.I)
_KANJI = "一二三四五六七八九十"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of a marker: its words, its kind, and the number it counts, at `text[start:end]`."""

    text: str
    numbering: str
    shape: str  # what stands around the figure: two kinds of numbers in one text are two levels
    number: int
    start: int
    end: int


def parse_label(marker: str, start: int) -> list[Label]:
    """What a printed marker can mean: its words without a closing full stop, its kind, and the number it counts.

    "i." and "v." may be romans or letters: which of them is what counts on decides.
    """
    core = re.sub(r"[()（）.．、°º\s]+$|^[()（）\s]+", "", marker).translate(_FULL_WIDTH)
    printed = marker.rstrip(".．、°º").strip()
    shape = re.sub(r"\w+(?:\.\w+)*", lambda figures: "#" * figures[0].count("."), marker)
    shape += "A" if core.isupper() else ""
    return [
        Label(printed, numbering, shape, number, start, start + len(marker))
        for numbering, number in _kinds_of(marker, core)
    ]


def _kinds_of(marker: str, core: str) -> Iterator[tuple[str, int]]:
    """The numberings that a marker may belong to, each with its number in it."""
    if marker[0] in BULLETS or marker == ">":
        yield "bullet", 0
    elif core.replace(".", "").isdecimal():
        yield "decimal", int(core.split(".")[-1])
    elif "①" <= marker[0] <= "⑳":
        yield "decimal", ord(marker[0]) - ord("①") + 1
    elif core and all(c in _KANJI for c in core):
        yield "decimal", _KANJI.index(core[-1]) + 1
    else:
        if _ROMAN.match(core):
            yield "roman", _roman(core.lower())
        if len(core) == 1 and core.isascii() and core.isalpha():
            yield "letter", ord(core.lower()) - ord("a") + 1


def _roman(figures: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in figures]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))
