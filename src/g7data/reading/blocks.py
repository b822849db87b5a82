"""What reading a page gives: one text, and blocks that say what each stretch of it is.

The text of a page is all that a reader would see of it, menus left out, one block to a line, followed by the page's own
metadata, a line each. Every offset in a release points into this text, and the same bytes always give the same text:
it is the ground on which evidence stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a block is in the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"  # of a table; its cells are separated by tabs
    META = "meta"  # a line of metadata: `name: value`


class Region(StrEnum):
    """Where in the page a block stands, as the markup says it."""

    CONTENT = "content"
    HEADER = "header"  # the site's, not the text's
    FOOTER = "footer"
    ASIDE = "aside"
    META = "meta"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the text: `text[start:end]`, of which `text[content:end]` comes after its printed marker.

    `level` is the rank of a heading (1 to 6) or the depth of a list item and of the paragraphs that go on with it (from
    1); `strong` is true where all of it is set in bold or italics; `page` is the page of a PDF, from 1.
    """

    kind: Kind
    start: int
    content: int
    end: int
    level: int = 0
    marker: str = ""
    strong: bool = False
    region: Region = Region.CONTENT
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link in the text: its words are `text[start:end]`."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read: its text, its blocks in order, its links, and the language its markup declares, if any."""

    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...] = ()
    language: str | None = None

    def of(self, block: Block) -> str:
        """The words of a block, without its marker."""
        return self.text[block.content : block.end]

    def cells(self, block: Block) -> list[tuple[int, int]]:
        """The spans of a row's cells in the text."""
        spans = []
        position = block.start
        for cell in self.text[block.start : block.end].split("\t"):
            spans.append((position, position + len(cell)))
            position += len(cell) + 1
        return spans


@dataclass(slots=True)
class Writer:
    """Lays blocks one under another and keeps count of the offsets."""

    _lines: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _anchors: list[Anchor] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        kind: Kind,
        words: str,
        *,
        level: int = 0,
        marker: str = "",
        strong: bool = False,
        region: Region = Region.CONTENT,
        page: int | None = None,
        gap: bool = False,
        anchors: Iterable[tuple[int, int, str]] = (),
    ) -> None:
        """Add a block; `anchors` are (start, end, url) with offsets into `words`; `gap` leaves an empty line before it."""
        if gap and self._lines:
            self._lines.append("")
            self._length += 1
        line = f"{marker} {words}" if marker else words
        start = self._length
        content = start + len(line) - len(words)
        end = start + len(line)
        self._lines.append(line)
        self._blocks.append(Block(kind, start, content, end, level, marker, strong, region, page))
        self._anchors.extend(Anchor(content + a, content + b, url) for a, b, url in anchors)
        self._length = end + 1

    def reading(self, language: str | None = None) -> Reading:
        """All that was added, as one reading."""
        return Reading("\n".join(self._lines), tuple(self._blocks), tuple(self._anchors), language)

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks added so far."""
        return self._blocks
