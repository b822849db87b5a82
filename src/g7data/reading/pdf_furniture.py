"""What is printed on the pages of a PDF for turning them: running heads and feet, and page numbers.

A row near the top or the bottom is furniture where the next page has the same words at the same height, numbers aside,
or two of the pages beside that do (left and right pages may differ); more of them, where it is not set apart from the
text. So is a row that begins with the same label before a bar as one of these (`ANNEX 2 | …`), and a page number beyond
which there is only furniture. Kept are the first of a running head that is larger than the text, being its title, and
rows such as `Annex 1` and `Annex 2`, each being one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from g7data.reading.pdf_lines import Piece, find_rows

_OUTER_ROWS: Final = 5  # rows at the top and at the bottom of a page among which furniture is looked for
_VOTES: Final = {1: 2, 2: 1}  # for a row, of a page so many pages away that has it too
_NEEDED: Final = 2
_NEEDED_WITHIN_TEXT: Final = 3
_NEEDED_IN_SHORT: Final = 1
_SHORT: Final = 4  # pages at most of a document whose left pages, or right ones, are two at most
_SAME_HEIGHT: Final = 2.0  # points
_LARGER: Final = 1.1  # than the text: the size of a title
_SAME_SIZE: Final = 0.03
_APART: Final = 2.2  # of the size of the letters: white space that sets a row apart
_NEIGHBOURS: Final = 4  # rows with the same words before and after one that may stand on those pages
_NUMBERS: Final = re.compile(r"\d+")
_PART: Final = re.compile(
    r"(?:annexe?|anhang|anlage|allegato|appendix|part|chapter|section|article|別添|附属書)#\W*", re.I
)
_LABEL: Final = re.compile(r"[^|│┃]*\w[^|│┃]*[|│┃]")
_PAGE_NUMBER: Final = re.compile(
    r"[-–—|•·~\s]*(?:(?:page|p\.|seite|p[aá]gina|стр\.)\s*)?(?:\d{1,3}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|de|di|du|sur|von)\s*\d{1,3})?[-–—|•·~.\s]*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    y: float
    apart: bool  # by its size or by white space below or above, from the text
    title: bool  # larger than the text
    words: str  # without spaces, numbers as `#`
    text: str
    pieces: Sequence[Piece]


def drop_furniture(pages: Sequence[Sequence[Piece]], body_size: float) -> list[list[Piece]]:
    """The pieces of each page without its furniture; `body_size` is the size of the text."""
    outer = [_outer_rows(page, pieces, body_size) for page, pieces in enumerate(pages)]
    running = _running([row for top, bottom in outer for row in (*top, *bottom)], len(pages))
    labels = {label for _, row in running for label in _label(row)}
    return [_kept(page, sides, {key for key, _ in running}, labels) for page, sides in zip(pages, outer, strict=True)]


def _outer_rows(page: int, pieces: Sequence[Piece], body_size: float) -> tuple[list[_Row], list[_Row]]:
    """The rows at the top, from the top, and at the bottom, from the bottom."""
    rows = find_rows(pieces)
    top = [_row(page, row, within, body_size) for row, within in pairwise(rows[: _OUTER_ROWS + 1])]
    bottom = [_row(page, row, within, body_size) for row, within in pairwise(rows[: -_OUTER_ROWS - 2 : -1])]
    return top or [_row(page, row, row, body_size) for row in rows], bottom


def _row(page: int, pieces: Sequence[Piece], within: Sequence[Piece], body_size: float) -> _Row:
    """A row of a page; `within` is the next towards the middle of it."""
    text = " ".join(run.text.strip() for piece in pieces for run in piece.runs)
    words = _NUMBERS.sub("#", "".join(text.split()))
    main = max(pieces, key=lambda piece: piece.letters)
    gap = abs(main.y - max(within, key=lambda piece: piece.letters).y)
    apart = abs(main.size - body_size) > _SAME_SIZE * body_size or gap > _APART * main.size
    return _Row(page, main.y, apart, main.size > _LARGER * body_size, words, text, pieces)


def _running(rows: Sequence[_Row], pages: int) -> list[tuple[tuple[int, float], _Row]]:
    """The rows that recur close by, each with its page and height."""
    alike: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if any(letter.isalpha() for letter in row.words):
            alike[row.text if _PART.fullmatch(row.words) else row.words].append(row)
    found = (row for group in alike.values() for row in _recurring(group, pages))
    return [((row.page, row.y), row) for row in found]


def _recurring(rows: Sequence[_Row], pages: int) -> Iterator[_Row]:
    """Of rows with the same words, from the first page on, those that stand at the height of another close by."""
    found = []
    for index, row in enumerate(rows):
        near = (*rows[max(0, index - _NEIGHBOURS) : index], *rows[index + 1 : index + 1 + _NEIGHBOURS])
        needed = (_NEEDED_IN_SHORT if pages <= _SHORT else _NEEDED) if row.apart else _NEEDED_WITHIN_TEXT
        if sum(_vote(row, other) for other in near) >= needed:
            found.append(row)
    return iter(found[1:] if found and found[0].title else found)


def _vote(row: _Row, other: _Row) -> int:
    return _VOTES.get(abs(row.page - other.page), 0) if abs(row.y - other.y) <= _SAME_HEIGHT else 0


def _label(row: _Row) -> Iterator[str]:
    match = _LABEL.match(row.words)
    if match:
        yield match[0]


def _kept(
    pieces: Sequence[Piece],
    sides: tuple[list[_Row], list[_Row]],
    running: set[tuple[int, float]],
    labels: set[str],
) -> list[Piece]:
    dropped: set[int] = set()
    for rows in sides:
        furniture = [(row.page, row.y) in running or not labels.isdisjoint(_label(row)) for row in rows]
        outermost = len(list(takewhile(bool, map(_is_margin, rows, furniture))))
        for index, row in enumerate(rows):
            if furniture[index] or index < outermost:
                dropped.update(map(id, row.pieces))
    return [piece for piece in pieces if id(piece) not in dropped]


def _is_margin(row: _Row, furniture: bool) -> bool:
    return furniture or _PAGE_NUMBER.fullmatch(row.text.strip()) is not None
