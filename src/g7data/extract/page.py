"""What the field modules look at: a reading with its layout, and what is known of the page from outside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from g7data.extract.layout import Layout, Role, lay_out
from g7data.extract.notices import Notice
from g7data.reading import Block, Reading

_OPENING = 4  # paragraphs in which a text says what it is, who met, where and when


@dataclass(frozen=True, eq=False)
class Page:
    """A page to extract from; `url` is known from the capture, never read for a year or a place. A page is equal to itself only."""

    reading: Reading
    url: str

    @cached_property
    def layout(self) -> Layout:
        """The blocks with their roles."""
        return lay_out(self.reading)

    @property
    def text(self) -> str:
        """The page's text, in which every offset points."""
        return self.reading.text

    def words(self, block: Block) -> str:
        """The words of a block without its marker."""
        return self.reading.of(block)

    @cached_property
    def title_blocks(self) -> list[Block]:
        """The blocks of the title."""
        return self.layout.blocks(Role.TITLE)

    @cached_property
    def title_words(self) -> str:
        """The words of the title."""
        return " ".join(self.words(block) for block in self.title_blocks)

    @cached_property
    def header(self) -> list[Block]:
        """The lines around the title: kind of text, place, date, series."""
        return self.layout.blocks(Role.HEADER)

    @cached_property
    def body(self) -> list[Block]:
        """The blocks that make up the text itself, headings included."""
        return self.layout.blocks(Role.CLAUSE, Role.HEADING, Role.TABLE)

    @cached_property
    def opening(self) -> list[Block]:
        """The first paragraphs of the body."""
        return self.layout.blocks(Role.CLAUSE)[:_OPENING]

    def metadata(self, *names: str) -> Iterator[tuple[Block, int]]:
        """The metadata lines with one of the names, each with the offset at which its value begins; in the order asked."""
        for name in names:
            for block in self.layout.blocks(Role.META):
                if self.text.startswith(f"{name}: ", block.start):
                    yield block, block.start + len(name) + 2

    def noticed(self, *kinds: Notice) -> list[Block]:
        """The blocks that say one of the notices."""
        return self.layout.noticed(*kinds)
