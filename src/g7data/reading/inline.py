"""What stands inside one block: words, links, emphasis and line breaks, joined as a browser would show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from g7data.reading.lines import LONG, joins, pasted_paragraphs, wrap_width
from g7data.reading.run_on import run_on_cuts

_SPACES = re.compile(r"\s+")
_BOLD = re.compile(r"\*\*(?!\*)([^*\n]{2,200})\*\*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None) | {0: " "}
_ANY_INVISIBLE = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]")


@dataclass(frozen=True, slots=True)
class Part:
    """A block's words, with its links as (start, end, url), and whether it is all strong or all link."""

    words: str
    anchors: tuple[tuple[int, int, str], ...]
    strong: bool
    all_link: bool


@dataclass(slots=True)
class Inline:
    """Collects what stands inline until the block ends."""

    preformatted: bool = False
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _links: list[tuple[int, int, str]] = field(default_factory=list)
    _open_link: tuple[int, str] | None = None
    _strong: list[tuple[int, int]] = field(default_factory=list)
    _strong_depth: int = 0
    _strong_from: int = 0
    _breaks: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing has been written since the last block."""
        return not self._pieces

    def write(self, text: str) -> None:
        """Add the words of a text node; white space is folded as HTML does, save in preformatted text."""
        if (not text.isascii() or "\0" in text) and _ANY_INVISIBLE.search(text):
            text = text.translate(_INVISIBLE)
        if not self.preformatted:
            if len(text) > LONG and (paragraphs := pasted_paragraphs(text)):
                for number, paragraph in enumerate(paragraphs):
                    if number:
                        self.line_break()
                    self._write_words(self._folded(paragraph))
                return
            text = self._folded(text)
        self._write_words(text)

    def _folded(self, text: str) -> str:
        return _fold(text, after_space=not self._pieces or self._pieces[-1][-1] in " \n")

    def _write_words(self, text: str) -> None:
        if "**" in text:
            self._write_marked(text)
        elif text:
            self._add(text)

    def _write_marked(self, text: str) -> None:
        """Words between two asterisks on either side were meant to be bold, by somebody who wrote Markdown into HTML."""
        done = 0
        for match in _BOLD.finditer(text):
            self._add(text[done : match.start()])
            self.open_strong()
            self._add(match[1])
            self.close_strong()
            done = match.end()
        self._add(text[done:])

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def line_break(self) -> None:
        """A `<br>`."""
        self._pieces.append("\n")
        self._length += 1
        self._breaks += 1

    def open_link(self, url: str) -> None:
        """A link begins; a link left open before it ends here."""
        self.close_link()
        if self._links and self._links[-1][1] == self._length:
            self.write(" ")  # links in a row are shown apart
        self._open_link = (self._length, url)

    def close_link(self) -> None:
        """A link ends."""
        if self._open_link is not None and self._length > self._open_link[0] and self._open_link[1]:
            self._links.append((self._open_link[0], self._length, self._open_link[1]))
        self._open_link = None

    def open_strong(self) -> None:
        """Bold or italics begin."""
        if self._strong_depth == 0:
            self._strong_from = self._length
        self._strong_depth += 1

    def close_strong(self) -> None:
        """Bold or italics end."""
        self._strong_depth = max(0, self._strong_depth - 1)
        if self._strong_depth == 0 and self._length > self._strong_from:
            self._strong.append((self._strong_from, self._length))

    def take(self) -> Iterator[Part]:
        """The blocks written so far; a link or emphasis that is still open goes on in the next block."""
        again = self._open_link
        self.close_link()
        if self._strong_depth:
            self._strong.append((self._strong_from, self._length))
        text, links, strong = "".join(self._pieces), self._links, self._strong
        lines = self._breaks or (self.preformatted and "\n" in text)
        self._pieces, self._length, self._links, self._strong, self._breaks = [], 0, [], [], 0
        self._strong_from = 0
        if again is not None:
            self._open_link = (0, again[1])
        if lines:
            yield from (p for p in _split(text, links, strong) if p.words)
        elif text.strip():
            for start, end in pairwise((0, *run_on_cuts(text, strong), len(text))):
                part = _part(text, start, end, links, strong)
                if part.words:
                    yield part


def _fold(text: str, *, after_space: bool) -> str:
    folded = " ".join(text.split())
    if not folded:
        return "" if after_space or not text else " "
    before = " " if text[0].isspace() and not after_space else ""
    return before + folded + (" " if text[-1].isspace() else "")


def _part(text: str, start: int, end: int, links: list[tuple[int, int, str]], strong: list[tuple[int, int]]) -> Part:
    stretch = text[start:end]
    words = stretch.strip()
    if not links and not strong:
        return Part(words, (), False, False)
    start += len(stretch) - len(stretch.lstrip())
    end = start + len(words)
    inside = tuple(
        _tight(words, max(a, start) - start, min(b, end) - start, url) for a, b, url in links if a < end and b > start
    )
    return Part(
        words, inside, _covered(start, end, strong, text), _covered(start, end, [(a, b) for a, b, _ in links], text)
    )


def _tight(words: str, start: int, end: int, url: str) -> tuple[int, int, str]:
    """A link without the blanks at its ends."""
    linked = words[start:end]
    start += len(linked) - len(linked.lstrip())
    return start, start + len(linked.strip()), url


def _covered(start: int, end: int, spans: list[tuple[int, int]], text: str) -> bool:
    """Whether all letters of `text[start:end]` lie in the spans (in order, not overlapping)."""
    position = start
    for a, b in spans:
        if b <= position:
            continue
        if a > position and any(map(str.isalnum, text[position : min(a, end)])):
            return False
        position = max(position, b)
        if position >= end:
            return start < end
    return start < end and bool(spans) and position > start and not any(map(str.isalnum, text[position:end]))


def _split(text: str, links: list[tuple[int, int, str]], strong: list[tuple[int, int]]) -> Iterator[Part]:
    """A block with line breaks as paragraphs: an empty line parts them, and so does a line that ends as one."""
    lines = _lines(text)
    width = wrap_width([text[a:b] for a, b in lines])
    start = last = end = -1
    for a, b in lines:
        if start >= 0 and (a == b or not joins(text[last:end], text[a:b], width)):
            yield _tidy(text, start, end, links, strong)
            start = -1
        if a < b:
            start, last, end = a if start < 0 else start, a, b
    if start >= 0:
        yield _tidy(text, start, end, links, strong)


def _lines(text: str) -> list[tuple[int, int]]:
    """The spans of the lines, without the white space around them."""
    spans = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        start = position + (line.find(stripped) if stripped else 0)
        spans.append((start, start + len(stripped)))
        position += len(line) + 1
    return spans


def _tidy(text: str, start: int, end: int, links: list[tuple[int, int, str]], strong: list[tuple[int, int]]) -> Part:
    """A part with the line breaks inside it turned into blanks; offsets stay, as each run becomes one of its length."""
    part = _part(text, start, end, links, strong)
    if "\n" not in part.words:
        return part
    return _closed_up(part)


def _closed_up(part: Part) -> Part:
    """Fold every run of white space to one blank and move the links with the words."""
    moved: list[int] = []
    out: list[str] = []
    last = 0
    removed = 0
    for match in _SPACES.finditer(part.words):
        moved.extend(range(last - removed, match.start() - removed))
        moved.extend([match.start() - removed] * len(match[0]))
        out.append(part.words[last : match.start()] + " ")
        removed += len(match[0]) - 1
        last = match.end()
    moved.extend(range(last - removed, len(part.words) - removed + 1))
    out.append(part.words[last:])
    anchors = tuple((moved[a], moved[b], url) for a, b, url in part.anchors)
    return Part("".join(out), anchors, part.strong, part.all_link)
