"""Blocks of a PDF get their kinds: headings are ranked by size, items by how far they are set in.

Footnotes, and words written across the page, follow the last block that begins on their page, in the region ASIDE: a
paragraph that goes on over the page stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from g7data.reading.blocks import Kind, Region, Writer
from g7data.reading.pdf_hyphens import Hyphenation
from g7data.reading.pdf_lines import Line
from g7data.reading.pdf_notes import part_notes
from g7data.reading.pdf_paragraphs import Draft, Measure, draft
from g7data.reading.pdf_tables import find_tables

_LONGEST_LARGE: Final = 220  # characters of a heading
_LONGEST_STRONG: Final = 150
_SHORTEST_CAPITALS: Final = 8
_ENDS_LARGE: Final = re.compile(r"[.;,。；、]$")  # what no heading ends with
_ENDS_STRONG: Final = re.compile(r"[.;,:!?。；、：]$")
_NUMBER: Final = re.compile(r"\w")
_MOSTLY: Final = 0.8  # of the letters
_SAME_RANK: Final = 0.93  # sizes as close as that are one rank
_LOWEST_RANK: Final = 6
_SET_IN: Final = 0.4  # of the size of the letters, at least, to stand a level deeper


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block to be written."""

    draft: Draft
    kind: Kind
    level: int = 0
    region: Region = Region.CONTENT


def write_blocks(writer: Writer, lines: Sequence[Line], athwart: Sequence[Line]) -> None:
    """Add the blocks that the lines of a document make up; `athwart` are those written across the text."""
    if not lines and not athwart:
        return
    measure = Measure.of(lines or athwart)
    text, notes = part_notes(lines, measure.size)
    asides = [_Entry(note, Kind.PARAGRAPH, region=Region.ASIDE) for note in [*notes, *draft(athwart, measure)]]
    entries = [*_entries(list(_drafts(text, measure)), measure), *asides]
    hyphenation = Hyphenation.of([line.text for line in text])
    for entry in sorted(entries, key=lambda entry: (entry.draft.first.page, entry.region is Region.ASIDE)):
        _write(writer, entry, hyphenation)


def _write(writer: Writer, entry: _Entry, hyphenation: Hyphenation) -> None:
    block = entry.draft
    heading = entry.kind is Kind.HEADING
    texts = [line.text for line in block.lines] if heading else block.texts
    writer.add(
        entry.kind,
        "\t".join(map(hyphenation.join, block.cells or [texts])),
        level=entry.level,
        marker="" if heading else block.marker,
        strong=block.bold or block.italic,
        region=entry.region,
        page=block.first.page,
    )


def _drafts(lines: Sequence[Line], measure: Measure) -> Iterator[Draft]:
    done = 0
    for table in find_tables(lines):
        yield from draft(lines[done : table.start], measure)
        yield from table.rows
        done = table.end
    yield from draft(lines[done:], measure)


def _entries(drafts: Sequence[Draft], measure: Measure) -> Iterator[_Entry]:
    levels = _heading_levels(drafts, measure)
    outer: list[float] = []  # where the open items begin
    for index, block in enumerate(drafts):
        if index in levels:
            outer.clear()
            yield _Entry(block, Kind.HEADING, levels[index])
        elif block.cells:
            yield _Entry(block, Kind.ROW)
        elif block.printed:
            _close(outer, block.first.left - _SET_IN * block.first.size)
            outer.append(block.first.left)
            yield _Entry(block, Kind.ITEM, len(outer))
        else:
            _close(outer, min(line.left for line in block.lines) - _SET_IN * block.first.size)
            yield _Entry(block, Kind.PARAGRAPH, len(outer))


def _close(outer: list[float], left: float) -> None:
    """Close the items that do not begin to the left of what comes."""
    while outer and outer[-1] >= left:
        outer.pop()


def _heading_levels(drafts: Sequence[Draft], measure: Measure) -> dict[int, int]:
    """The level of each draft that is a heading: larger ones first, of one size those in capitals first."""
    headings = {index: block for index, block in enumerate(drafts) if _is_heading(block, measure)}
    sizes = sorted({block.first.size for block in headings.values()}, reverse=True)
    ranks: dict[float, int] = {}
    rank, top = 0, float("inf")
    for size in sizes:
        if size < _SAME_RANK * top:
            rank, top = rank + 1, size
        ranks[size] = rank
    keys = {index: (ranks[block.first.size], not _in_capitals(_text(block))) for index, block in headings.items()}
    order = {key: min(level, _LOWEST_RANK) for level, key in enumerate(sorted(set(keys.values())), 1)}
    return {index: order[key] for index, key in keys.items()}


def _is_heading(block: Draft, measure: Measure) -> bool:
    text = _text(block)
    bullet = block.printed and not _NUMBER.search(block.printed)
    if bullet or block.cells or len(text) > _LONGEST_LARGE or not any(map(str.isalpha, text)):
        return False
    if measure.is_larger(block.first):
        return not _ENDS_LARGE.search(text)
    if len(text) > _LONGEST_STRONG or _ENDS_STRONG.search(text):
        return False
    return (block.bold and not measure.bold) or (_in_capitals(text) and not measure.capitals)


def _text(block: Draft) -> str:
    return " ".join(block.texts)


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) >= _SHORTEST_CAPITALS and capitals > _MOSTLY * len(letters)
