"""Runs of a page to its lines in the order they are read: rows from baselines, columns from the gap between them.

Runs that follow one another on a baseline make a piece. Where pieces stand side by side row after row, with the same
white gap between them and enough words on either side to be prose, the page has columns: the left is read before the
right, and a piece that crosses the gap ends what stands above it. All other pieces of a baseline are one line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from g7data.reading.pdf_runs import SEEN_SPACE, UNSPACED, Run

# All but the counts are shares of the size of the letters.
_SAME_BASELINE: Final = 0.4
_SUPERSCRIPT_RISE: Final = 0.5  # at most, of a run that goes on with the piece before it
_WORD_GAP: Final = 1.2  # at most, between the runs of a piece
_OVERLAP: Final = 0.5  # at most, of a run with the one before it
_SPACE: Final = 0.18  # at least, where a space is seen and none was written
_SIDE_BY_SIDE: Final = 0.7  # at most, between baselines of columns that do not share a grid
_RAISED: Final = 0.15  # at least, of a superscript
_SMALLER: Final = 0.8  # at most, the size of a superscript
_SEARCHED: Final = 60  # pieces after a piece among which its neighbour is looked for
_EDGE: Final = 2.0  # at most, between the ends of lines that go as far as there is room
_EDGE_LINES: Final = 5
_NO_MARKER: Final = 2.5  # at least, the width of a piece after which a gap may be one between columns
_COLUMN_ROWS: Final = 4  # rows at least that make a column
_COLUMN_WIDTH: Final = 0.25  # at least, as a share of the whole
_COLUMN_FILLED: Final = 0.5  # at least, the share of a column that its words take up: a table's cells take less

_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS: Final = re.compile(r"\s+")
_SEEN_NEXT_TO_UNSPACED: Final = re.compile(rf"(?<={UNSPACED.pattern}){SEEN_SPACE}|{SEEN_SPACE}(?={UNSPACED.pattern})")


@dataclass(slots=True)
class Piece:
    """Runs that follow one another on a baseline; `y` and `size` are those of the longest."""

    runs: list[Run]
    left: float
    right: float
    y: float
    size: float
    letters: int

    @classmethod
    def of(cls, run: Run) -> "Piece":
        """A piece of one run."""
        return cls([run], run.left, run.right, run.y, run.size, len(run.text))

    def add(self, run: Run) -> None:
        """Lengthen the piece by a run."""
        self.runs.append(run)
        self.left, self.right = min(self.left, run.left), max(self.right, run.right)
        if len(run.text) > self.letters:
            self.y, self.size, self.letters = run.y, run.size, len(run.text)

    def goes_on(self, run: Run) -> bool:
        """Whether a run, drawn next, stands next to the piece."""
        size = max(self.size, run.size)
        gap = run.left - self.right
        return abs(run.y - self.y) <= _SUPERSCRIPT_RISE * size and -_OVERLAP * size < gap < _WORD_GAP * size


@dataclass(frozen=True)
class Line:
    """A line as it is read; of two lines with the same `flow`, the later stands below the earlier.

    Places are given as if all columns of a page lay over the first. `edge` is how far to the right lines may go.
    """

    runs: tuple[Run, ...]
    y: float
    size: float
    page: int
    flow: int
    edge: float
    shift: float = 0.0

    @cached_property
    def text(self) -> str:
        """The words, with single spaces; a raised digit is written as such (`²`)."""
        return self.of(self.runs)

    def of(self, runs: Sequence[Run]) -> str:
        """The words of some of its runs."""
        parts = [self._words(runs[0])]
        for before, run in pairwise(runs):
            if run.left - before.right > _SPACE * self.size:
                parts.append(SEEN_SPACE)
            parts.append(self._words(run))
        text = _SEEN_NEXT_TO_UNSPACED.sub("", "".join(parts))
        return _BLANKS.sub(" ", text).strip()

    def _words(self, run: Run) -> str:
        raised = run.y - self.y > _RAISED * self.size and run.size < _SMALLER * self.size
        return run.text.translate(_SUPERSCRIPTS) if raised and run.text.strip().isdigit() else run.text

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.runs[0].left - self.shift

    @cached_property
    def right(self) -> float:
        """Where the line ends."""
        return max(run.right for run in self.runs) - self.shift

    @cached_property
    def letters(self) -> int:
        """How many characters the line has."""
        return sum(len(run.text) for run in self.runs)

    @cached_property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(run.bold for run in self._worded)

    @cached_property
    def italic(self) -> bool:
        """Whether all of its words are italic."""
        return all(run.italic for run in self._worded)

    @property
    def _worded(self) -> Sequence[Run]:
        """The runs that hold letters: a number or bullet may be set in another face."""
        return [run for run in self.runs if any(map(str.isalpha, run.text))] or self.runs


@dataclass(frozen=True, slots=True)
class _Flow:
    """Pieces that are read from top to bottom."""

    pieces: list[Piece]
    edge: float
    shift: float


def join_runs(runs: Iterable[Run]) -> list[Piece]:
    """Pieces of runs in the order they were drawn."""
    pieces: list[Piece] = []
    for run in runs:
        if pieces and pieces[-1].goes_on(run):
            pieces[-1].add(run)
        else:
            pieces.append(Piece.of(run))
    return pieces


def find_rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by baseline, from the top of the page, each row from the left."""
    rows: list[list[Piece]] = []
    main: Piece | None = None
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if main is None or main.y - piece.y > _SAME_BASELINE * max(main.size, piece.size):
            rows.append([])
            main = piece
        rows[-1].append(piece)
        main = max(main, piece, key=lambda piece: piece.letters)
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def find_edge(pieces: Sequence[Piece]) -> tuple[float, bool]:
    """How far to the right lines go, and whether enough end there to be sure; single longer ones are left out."""
    rights = sorted((piece.right for piece in pieces), reverse=True)
    near = _EDGE * max((piece.size for piece in pieces), default=0.0)
    for index, right in enumerate(rights[: 1 - _EDGE_LINES]):
        if right - rights[index + _EDGE_LINES - 1] <= near:
            return right, True
    return max(rights, default=0.0), False


def read_lines(pieces: Sequence[Piece], page: int, flow: int, edge: float) -> list[Line]:
    """The lines of a page in reading order; its flows are numbered from `flow`, and its text reaches to `edge`."""
    flows = enumerate(_find_flows(pieces, edge, 0.0), flow)
    return [_line(row, page, number, stretch) for number, stretch in flows for row in find_rows(stretch.pieces)]


def _line(row: Sequence[Piece], page: int, flow: int, stretch: _Flow) -> Line:
    main = max(row, key=lambda piece: piece.letters)
    runs = tuple(run for piece in row for run in piece.runs)
    return Line(runs, main.y, main.size, page, flow, stretch.edge, stretch.shift)


def _find_flows(pieces: Sequence[Piece], edge: float, shift: float) -> Iterator[_Flow]:
    """The flows of a page or column; a column whose pieces stand in columns again is taken apart in turn."""
    gutter = _find_gutter(pieces)
    if gutter is None:
        yield _Flow(list(pieces), edge, shift)
        return
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    left_edge = find_edge(left)[0] - shift
    moved = shift + min(piece.left for piece in right) - min(piece.left for piece in left)
    right_edge = find_edge(right)[0] - moved
    for crosses, band in _bands(pieces, gutter):
        if crosses:
            yield _Flow(band, edge, shift)
            continue
        yield from _find_flows([piece for piece in band if piece.right <= gutter], left_edge, shift)
        yield from _find_flows([piece for piece in band if piece.left >= gutter], right_edge, moved)


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[tuple[bool, list[Piece]]]:
    """Stretches of the page from the top, and whether they cross the gutter."""
    band: list[Piece] = []
    crossing = False
    for row in find_rows(pieces):
        crosses = any(piece.left < gutter < piece.right for piece in row)
        if band and crosses != crossing:
            yield crossing, band
            band = []
        crossing = crosses
        band.extend(row)
    if band:
        yield crossing, band


def _find_gutter(pieces: Sequence[Piece]) -> float | None:
    """Where the gap between two columns is, if the pieces stand in columns."""
    gaps = list(_gaps(pieces))
    if len(gaps) < _COLUMN_ROWS:
        return None
    gutter = _deepest(gaps)
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    whole = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    return gutter if _is_column(left, whole) and _is_column(right, whole) else None


def _gaps(pieces: Sequence[Piece]) -> Iterator[tuple[float, float]]:
    """The white between each piece and the next to its right."""
    ordered = sorted(pieces, key=lambda piece: -piece.y)
    nearest: dict[int, float] = {}
    for index, piece in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + _SEARCHED]:
            if piece.y - other.y > _SIDE_BY_SIDE * min(piece.size, other.size):
                break
            first, second = (piece, other) if piece.left < other.left else (other, piece)
            if second.left > first.right and first.right - first.left > _NO_MARKER * first.size:
                nearest[id(first)] = min(nearest.get(id(first), second.left), second.left)
    for piece in ordered:
        if id(piece) in nearest:
            yield piece.right, nearest[id(piece)]


def _deepest(gaps: Iterable[tuple[float, float]]) -> float:
    """The middle of the stretch that most of the gaps share."""
    events = sorted(event for start, end in gaps for event in ((start, 1), (end, -1)))
    depth = best = 0
    middle = 0.0
    for (here, step), (following, _) in pairwise(events):
        depth += step
        if depth > best:
            best, middle = depth, (here + following) / 2
    return middle


def _is_column(pieces: Sequence[Piece], whole: float) -> bool:
    rows = find_rows(pieces)
    if len(rows) < _COLUMN_ROWS:
        return False
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    filled = sum(piece.right - piece.left for piece in pieces)
    return width >= _COLUMN_WIDTH * whole and filled >= _COLUMN_FILLED * width * len(rows)
