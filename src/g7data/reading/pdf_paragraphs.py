"""Lines of a PDF to paragraphs, list items and headings in the making: which line goes on with which.

A cascade of small rules looks at a line and at the paragraph before it; the first that has an opinion wins: another
face, a gap, a marker, a page break, an indent, a last line that ends short. Without an opinion the line goes on.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from g7data.reading.markers import MARKER
from g7data.reading.pdf_lines import Line
from g7data.reading.pdf_runs import UNSPACED

# Shares of the size of the letters, if nothing else is said.
_OTHER_SIZE: Final = 0.08
_INDENT: Final = 0.4
_TAB: Final = 0.6  # at least, between a marker that is not plain from its form and the words
_LARGER: Final = 1.1  # than the text: a heading by its size
_GAP: Final = 1.2  # of the paragraph's own leading: more is a break
_FIRST_GAP: Final = 1.3  # of the usual leading, after a paragraph's first line
_USUAL_LEADING: Final = 1.2
_SPARE: Final = 0.3  # beyond the next word, in a line that was not broken for want of room
_FLUSH: Final = 0.2  # at most, between the ends of justified lines
_MANIFESTLY_SHORT: Final = 0.25  # of the width of the column

_STOP: Final = re.compile(r"[.!?:;…。！？：；][\"'”’»)\]」』⁰¹²³⁴-⁹]*$")
_FULL_STOP: Final = re.compile(r"[.!?。！？][\"'”’»)\]」』⁰¹²³⁴-⁹]*$")
_NUMBER_WITH_LETTER: Final = re.compile(r"\d{1,3}[a-z][.)]\s+")  # `12a.`
_ONLY_BEFORE_A_TAB: Final = re.compile(r"(?:\d{1,3}|o|[A-Z]\.)\s+")  # else a figure, a word, initials
_PRIVATE_BULLET: Final = re.compile(r"[\ue000-\uf8ff]\s*")  # of a symbol font
_SHAPE: Final = ((re.compile(r"\d+"), "0"), (re.compile(r"[a-z]+"), "a"), (re.compile(r"[A-Z]+"), "A"))


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the size of its letters, how most of them are set, its leading for each size."""

    size: float
    bold: bool
    capitals: bool
    leading: dict[int, float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Measure":
        """Take it from the lines of a document."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(2 * line.size) / 2] += line.letters
        bold = sum(line.letters for line in lines if line.bold)
        capitals = sum(line.letters for line in lines if line.text.isupper())
        half = sizes.total() / 2
        return cls(sizes.most_common(1)[0][0], bold > half, capitals > half, _leadings(lines))

    def leading_of(self, line: Line) -> float:
        """The usual distance to the next line of the same paragraph."""
        return self.leading.get(round(line.size), _USUAL_LEADING * line.size)

    def is_larger(self, line: Line) -> bool:
        """Whether a line is set larger than the text."""
        return line.size > _LARGER * self.size


def _leadings(lines: Sequence[Line]) -> dict[int, float]:
    """For each size the distance most frequent between lines, to half a point."""
    counted: dict[int, Counter[float]] = {}
    for above, below in pairwise(lines):
        size = round(above.size)
        if above.flow == below.flow and size == round(below.size) and above.y > below.y:
            counted.setdefault(size, Counter())[round(2 * (above.y - below.y)) / 2] += 1
    common = {size: counter.most_common(1)[0] for size, counter in counted.items()}
    return {size: leading for size, (leading, count) in common.items() if count > 2 and leading < 3 * size}


@dataclass(slots=True)
class Draft:
    """A block in the making; `printed` is the marker before it, as it stands in the first line's text.

    A row of a table has `cells`, each with its lines of text.
    """

    lines: list[Line]
    printed: str
    bold: bool
    italic: bool
    cells: Sequence[Sequence[str]] = ()

    @classmethod
    def of(cls, line: Line, printed: str) -> "Draft":
        """A block of one line."""
        return cls([line], printed, line.bold, line.italic)

    def add(self, line: Line) -> None:
        """Lengthen the block by a line."""
        self.lines.append(line)
        self.bold = self.bold and line.bold
        self.italic = self.italic and line.italic

    @property
    def marker(self) -> str:
        """The marker, a bullet where a symbol font has one."""
        return "•" if _PRIVATE_BULLET.match(self.printed) else self.printed

    @property
    def texts(self) -> list[str]:
        """The lines' words without the marker."""
        return [self.first.text[len(self.printed) :].lstrip(), *(line.text for line in self.lines[1:])]

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line so far."""
        return self.lines[-1]

    @property
    def body_left(self) -> float:
        """Where its next line begins, as far as one can tell."""
        if len(self.lines) > 1 or not self.printed:
            return self.last.left
        return _words_left(self.first, self.printed)


def _words_left(line: Line, marker: str) -> float:
    """Where the words after the marker begin; where the marker is not set apart, where the line begins."""
    return line.runs[1].left - line.shift if _stands_alone(line, marker) else line.left


def _stands_alone(line: Line, marker: str) -> bool:
    return len(line.runs) > 1 and line.runs[0].text.strip() == marker


def find_marker(line: Line) -> str:
    """The marker a line begins with, without the white space after it; "" if it has none.

    >>> from g7data.reading.pdf_runs import Run
    >>> run = Run("12a. The commitment", 72.0, 200.0, 700.0, 11.0, False, False)
    >>> find_marker(Line((run,), 700.0, 11.0, page=1, flow=0, edge=500.0))
    '12a.'
    """
    text = line.text
    match = _ONLY_BEFORE_A_TAB.match(text)
    if match is not None:
        return match[0].strip() if _tab(line, match[0].strip()) else ""
    match = _PRIVATE_BULLET.match(text) or _NUMBER_WITH_LETTER.match(text) or MARKER.match(text)
    return match[0].strip() if match and match.end() < len(text) else ""


def _tab(line: Line, marker: str) -> bool:
    """Whether white space wider than between words follows the marker."""
    return _stands_alone(line, marker) and line.runs[1].left - line.runs[0].right > _TAB * line.size


def draft(lines: Iterable[Line], measure: Measure) -> list[Draft]:
    """The blocks that lines in reading order make up."""
    drafts: list[Draft] = []
    for line in lines:
        marker = find_marker(line)
        if drafts and not _begins(drafts[-1], line, marker, measure):
            drafts[-1].add(line)
        else:
            drafts.append(Draft.of(line, marker))
    return drafts


def _begins(block: Draft, line: Line, marker: str, measure: Measure) -> bool:
    """Whether a line begins a new block."""
    return next((said for rule in _RULES if (said := rule(block, line, marker, measure)) is not None), False)


def _other_face(block: Draft, line: Line, marker: str, measure: Measure) -> bool | None:
    last = block.last
    if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
        return True
    if line.text[:1].islower() and not _STOP.search(last.text):
        return None
    ends, starts = last.runs[-1], line.runs[0]
    heads = (block.bold and not starts.bold) or (line.bold and not ends.bold)
    italics = (block.italic or line.italic) and block.italic != line.italic and ends.italic != starts.italic
    return True if heads or italics else None


def _gap(block: Draft, line: Line, marker: str, measure: Measure) -> bool | None:
    if line.flow != block.last.flow:
        return None
    distance = block.last.y - line.y
    if len(block.lines) > 1 and block.lines[-2].flow == line.flow:
        return True if distance > _GAP * max(block.lines[-2].y - block.last.y, line.size) else None
    return True if distance > _FIRST_GAP * measure.leading_of(line) else None


def _marker(block: Draft, line: Line, marker: str, measure: Measure) -> bool | None:
    """A marker begins an item, but for a number that a line break has put at the start of a line."""
    if not marker:
        return None
    sibling = block.printed and _shape(block.printed) == _shape(marker) and _near(line.left, block.first.left, line)
    aligned = _near(line.left, block.body_left, line) and not sibling
    ended = _STOP.search(block.last.text) and (block.printed or not block.last.text.endswith((";", "；")))
    return None if aligned and not ended and not _ends_short(block.last, line) else True


def _page_break(block: Draft, line: Line, marker: str, measure: Measure) -> bool | None:
    """Over the end of a page or column a sentence goes on, and so does a paragraph whose last line is full."""
    last = block.last
    if line.flow == last.flow:
        return None
    if measure.is_larger(last):
        return True
    if not _STOP.search(last.text) and line.text[:1].islower():
        return False
    if _ends_short(last, line) or not _near(line.left, block.body_left, line):
        return True
    if _FULL_STOP.search(last.text):
        return _ends_ragged(block.lines)
    return _STOP.search(last.text) is not None


def _indent(block: Draft, line: Line, marker: str, measure: Measure) -> bool | None:
    last = block.last
    if _near(line.left, block.body_left, line) or _centred(last, line):
        return None
    if len(block.lines) == 1 and line.left < block.body_left:
        return None  # the first line was indented, or the words were
    ended = _STOP.search(last.text) is not None
    return True if ended or _ends_short(last, line) else None


def _short(block: Draft, line: Line, marker: str, measure: Measure) -> bool | None:
    """A line in which the next word would have had room is the last of its paragraph."""
    last = block.last
    if measure.is_larger(last) or not _ends_short(last, line):
        return None
    if _STOP.search(last.text) or (block.bold and not measure.bold):
        return True
    if line.text[:1].islower():
        return None
    return True if last.edge - last.right > _MANIFESTLY_SHORT * (last.edge - last.left) else None


_Rule = Callable[[Draft, Line, str, Measure], bool | None]
_RULES: Final[tuple[_Rule, ...]] = (_other_face, _gap, _marker, _page_break, _indent, _short)


def _near(one: float, other: float, line: Line) -> bool:
    return abs(one - other) <= _INDENT * line.size


def _centred(one: Line, other: Line) -> bool:
    return _near((one.left + one.right) / 2, (other.left + other.right) / 2, one)


def _ends_short(last: Line, line: Line) -> bool:
    """Whether the first word of a line would have had room in the line before."""
    word = line.text[:1] if UNSPACED.match(line.text) else line.text.partition(" ")[0]
    width = (line.right - line.left) * (len(word) + 1) / max(1, len(line.text))
    return last.edge - last.right > width + _SPARE * line.size


def _ends_ragged(lines: Sequence[Line]) -> bool:
    """Whether the last line stops short of where the lines before it, justified, all end."""
    rights = [line.right - line.edge for line in lines[-3:]]
    flush = _FLUSH * lines[-1].size
    return len(rights) == 3 and abs(rights[0] - rights[1]) < flush <= abs(rights[2] - rights[1])


def _shape(marker: str) -> str:
    """The form of a marker: `12a.` is `0a.`."""
    for pattern, sign in _SHAPE:
        marker = pattern.sub(sign, marker)
    return marker
