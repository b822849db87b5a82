"""Whether two lines belong to one paragraph: for plain text and for pages that break their lines with `<br>`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from g7data.reading.markers import MARKER

_ENDS = re.compile(r"(?:[.!?:;。！？：；][\"'”’»)\]」』]*|[;,] (?:and|or|et|ou|und|oder|e|o))$")
_GOES_ON = re.compile(r"[a-zà-öø-ÿ(,;]")
_NARROWEST, _WIDEST = 30, 110  # characters: texts wrapped by hand or by a mail program lie between
_FEWEST_LINES = 4
_SHARE_OF_FULL = 0.5
_SHARE_RUNNING_ON = 0.2
_SHARE_ENDED = 0.6  # lines that end in a full stop: more are paragraphs
_STOPS = ".!?。！？"
LONG = 165  # characters: no line that was wrapped is longer
_WIDE_GAP = re.compile(r"(?<=\S)[ \u00a0]{3,}+(?=\S)")
_BETWEEN_SENTENCES = re.compile(r"[.!?][\"”’»)]?([ \u00a0]++)(?=[A-ZÀ-Þ\"“«])")
_LOW = re.compile(r"\n\s*[a-zß-ÿ(,;]")
_HYPHEN = re.compile(r"[^\W\d_]{2,}-$")
_FEWEST_GAPS = 2  # wide ones: one alone may be a slip
_FULL = 0.78  # of the width: what a line that was broken for want of room fills at least
_SHORTEST_BROKEN = 28  # characters: a shorter line was ended on purpose
_SHORTEST_LEFT_OPEN = 16
_NO_LAST_WORDS = frozenset(
    "of the and or from der die das des dem den und oder von vom zum zur für im beim sein seine seiner seinen seinem ihr ihre ihrer ihren ihrem unser unsere unserer "
    "unseren eine einer einen einem de du la le les et ou à au aux par pour sur dans di del della dei degli delle dell' il gli e ed al alla alle nel nella per con "
    "dal dalla el los las y".split()
)
"""Words that end no line on purpose, as their noun must follow."""


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which a text was wrapped by hand, in characters, or None where its lines are paragraphs.

    Lines of one width alone do not show it, as lists have them too: sentences must run on from line to line as well.
    """
    filled = sorted(len(line) for line in lines if line)
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(filled) < _FEWEST_LINES or not pairs:
        return None
    width = filled[int(0.95 * (len(filled) - 1))]
    if not _NARROWEST <= width <= _WIDEST or filled[-1] > 1.5 * _WIDEST:
        return None
    if sum(1 for a, _ in pairs if a[-1] in _STOPS) > _SHARE_ENDED * len(pairs):
        return None
    full = sum(1 for a, _ in pairs if len(a) >= _FULL * width)
    running = sum(
        1 for a, b in pairs if _GOES_ON.match(b) or broken_word(a, b) or (not a[-1].isascii() and not _ENDS.search(a))
    )
    return width if full >= _SHARE_OF_FULL * len(pairs) and running >= _SHARE_RUNNING_ON * len(pairs) else None


def pasted_paragraphs(text: str) -> Sequence[str]:
    """The paragraphs of a long text that somebody pasted into one element, or nothing if it is one paragraph.

    HTML shows neither the line breaks nor the wide gaps that are left between them.
    """
    if "\n" in text.strip():
        return text.splitlines() if _are_paragraphs(text) else ()
    return _WIDE_GAP.split(text) if _WIDE_GAP.search(text) and _gaps_end_paragraphs(text) else ()


def _gaps_end_paragraphs(text: str) -> bool:
    """Whether blanks between sentences are of two kinds, one and many: whoever is careless of blanks often types two."""
    gaps = [len(blanks) for blanks in _BETWEEN_SENTENCES.findall(text)]
    return min(gaps, default=2) == 1 and 2 not in gaps and sum(1 for gap in gaps if gap > 2) >= _FEWEST_GAPS


def _are_paragraphs(text: str) -> bool:
    """Whether the line breaks in the source of a block end paragraphs: a line is too long to be wrapped, and none goes on."""
    if _LOW.search(text):
        return False
    lines = [line.strip() for line in text.splitlines() if line and not line.isspace()]
    return (
        max(map(len, lines)) > LONG
        and all(_ENDS.search(line) for line in lines if len(line) > _WIDEST)
        and not any(map(_is_left_open, lines[:-1]))
    )


def broken_word(last: str, line: str) -> bool:
    """Whether a word was broken between two lines with a hyphen."""
    return _HYPHEN.search(last) is not None and line[:1].islower()


def joins(last: str, line: str, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph whose last line so far is `last`.

    `width` is what `wrap_width` says of the text. Where it was wrapped, a line goes on after a full one; where it was
    not, only a sentence that plainly breaks off in the middle does: before a small letter, or behind an article.
    """
    if not last or not line or MARKER.match(line):
        return False
    if broken_word(last, line):
        return True
    if _is_left_open(last):
        return True
    if width is not None:
        first_word = line.split(maxsplit=1)[0]
        return len(last) + 1 + min(len(first_word), 12) > _FULL * width
    bracketed = line[0] == "(" and last[-1] in ")）"
    return len(last) >= _SHORTEST_BROKEN and not (_ENDS.search(last) or bracketed) and _GOES_ON.match(line) is not None


def _is_left_open(last: str) -> bool:
    """Whether a line ends in a word that another must follow, and not in that between two items of a list."""
    return len(last) >= _SHORTEST_LEFT_OPEN and last.rsplit(maxsplit=1)[-1] in _NO_LAST_WORDS and not _ENDS.search(last)
