"""HTML of every age to a text with blocks, in one walk over Lexbor's tree.

Block-level elements and line breaks end a block; what stands inline is joined as a browser would show it. Menus are
dropped by their structure (navigation elements, lists that are nothing but links in a header, hidden parts); headers,
footers and asides of the site stay in the text but are marked as such. Tables are read as rows where they hold data and
as ordinary blocks where they only lay out the page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from g7data.reading.blocks import Kind, Reading, Region, Writer
from g7data.reading.data_tables import holds_data, rows_of
from g7data.reading.furniture import SEALED, SHORT, holds_heart, is_caption, is_menu, is_skip_link, region_of
from g7data.reading.inline import Inline
from g7data.reading.lists import Numbering
from g7data.reading.metadata import language_of, write_metadata

_SKIPPED = frozenset(
    "script style noscript template iframe svg select button input textarea object canvas video audio head nav "
    "datalist dialog -comment math".split()
)
_BLOCKS = frozenset(
    "html body p div section article main header footer aside ul ol li dl dt dd table caption thead tbody tfoot tr td th "
    "blockquote pre hr center address figure figcaption form fieldset legend details summary h1 h2 h3 h4 h5 h6 "
    "menu dir hgroup frameset noframes".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_STRONG = frozenset(("strong", "b", "em", "i", "u"))
_APART = frozenset(("img", "time", "label"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_html(html: str) -> Reading:
    """The text and blocks of an HTML page; linear in its length, for any input."""
    tree = LexborHTMLParser(html)
    root = tree.body or tree.root
    main = tree.css_first("main, [role=main]")
    walk = _Walk()
    if main is not None and len(main.text(deep=True) or "") >= SHORT:
        walk.regions[0] = Region.HEADER
    if root is not None:
        walk.through(root)
    if not walk.writer.blocks and root is not None:  # all of it called itself furniture: then none of it is
        walk = _Walk(strict=False)
        walk.through(root)
    write_metadata(tree, walk.writer)
    return walk.writer.reading(language_of(tree))


@dataclass(slots=True)
class _Walk:
    """The state of one walk: what is being written, and which elements are open."""

    strict: bool = True
    writer: Writer = field(default_factory=Writer)
    inline: Inline = field(default_factory=Inline)
    numbering: Numbering = field(default_factory=Numbering)
    heading: int = 0
    raised: int = 0
    regions: list[Region] = field(default_factory=lambda: [Region.CONTENT])
    inside_main: int = 0
    mains: list[int] = field(default_factory=list)

    def through(self, root: LexborNode) -> None:
        """Visit every node once, without recursion: pages nest ten thousand deep to break readers."""
        for node, tag, opening in _visits(root, self._enter):
            if tag == "-text":
                text = node.text_content or ""
                self.inline.write(text.translate(_RAISED) if self.raised else text)
            elif opening:
                self._open(node, tag)
            else:
                self._close(tag, node)
        self._flush()

    def _enter(self, node: LexborNode, tag: str) -> bool:
        """Whether the walk goes into an element at all."""
        if tag in _SKIPPED or (tag == "a" and is_skip_link(node)):
            return False
        if tag == "noframes":  # to the parser it is raw text
            inner = LexborHTMLParser(node.text() or "").body
            if inner is not None:
                self.through(inner)
            return False
        if tag == "table" and holds_data(node):
            self._flush()
            self._write_rows(node)
            return False
        return not (self.strict and tag in _BLOCKS and tag not in SEALED and is_menu(node))

    def _open(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self.inline.line_break()
            return
        if tag == "a":
            self.inline.open_link((node.attributes.get("href") or "").strip())
        elif tag in _STRONG:
            self.inline.open_strong()
        elif tag in _APART:
            self.inline.write(" ")
        elif tag == "sup":
            self.raised += 1
        if tag not in _BLOCKS:
            return
        self._flush()
        self.inline.preformatted = tag == "pre"
        self.heading = _HEADINGS.get(tag, self.heading)
        if _is_main(node, tag):
            self.inside_main += 1
            self.mains.append(len(self.regions))
        self.regions.append(self._region(node, tag))
        if tag in _LISTS:
            self.numbering.open_list(tag, node)
        elif tag == "li":
            self.numbering.open_item(node)

    def _close(self, tag: str, node: LexborNode) -> None:
        self._close_inline(tag)
        if tag not in _BLOCKS:
            return
        self._flush()
        self.regions.pop()
        if tag in _HEADINGS:
            self.heading = 0
        elif tag == "pre":
            self.inline.preformatted = False
        elif tag in _LISTS:
            self.numbering.close_list()
        elif tag == "li":
            self.numbering.close_item()
        if self.mains and self.mains[-1] == len(self.regions):
            self.mains.pop()
            self.inside_main -= 1
            if self.regions[0] is Region.HEADER:
                self._after_main()

    def _close_inline(self, tag: str) -> None:
        if tag == "a":
            self.inline.close_link()
        elif tag in _STRONG:
            self.inline.close_strong()
        elif tag in _APART:
            self.inline.write(" ")
        elif tag == "sup":
            self.raised -= 1

    def _after_main(self) -> None:
        """Once the main part is over, what comes is the site's again: its foot."""
        self.regions = [Region.FOOTER if region is Region.HEADER else region for region in self.regions]

    def _region(self, node: LexborNode, tag: str) -> Region:
        if self.strict and _is_main(node, tag):
            return Region.CONTENT
        if tag == "figcaption" and self.strict and is_caption(node):
            return Region.ASIDE
        if not self.strict or self.inside_main or tag in SEALED:
            return self.regions[-1] if not (tag == "aside" and self.strict) else Region.ASIDE
        region = region_of(node, tag)
        return self.regions[-1] if region is None or holds_heart(node) else region

    def _flush(self) -> None:
        """End the block that is open: one block, or several where the page breaks lines into paragraphs."""
        if self.inline.empty:
            return
        region = self.regions[-1]
        for part in self.inline.take():
            if region in (Region.HEADER, Region.FOOTER) and part.all_link:
                continue
            marker, level = self.numbering.marker()
            kind = Kind.HEADING if self.heading else Kind.ITEM if marker else Kind.PARAGRAPH
            self.writer.add(
                kind, part.words, level=self.heading or level, marker=marker, strong=part.strong, region=region,
                anchors=part.anchors,
            )  # fmt: skip

    def _write_rows(self, table: LexborNode) -> None:
        for row in rows_of(table):
            anchors = []
            position = 0
            for words, url in row:
                if url:
                    anchors.append((position, position + len(words), url))
                position += len(words) + 1
            line = "\t".join(words for words, _ in row)
            self.writer.add(Kind.ROW, line, region=self.regions[-1], anchors=anchors)


def _visits(root: LexborNode, enter: Callable[[LexborNode, str], bool]) -> Iterator[tuple[LexborNode, str, bool]]:
    """Every node below `root`, opened in document order and closed after its children; no recursion."""
    node = root.first_child
    open_nodes: list[tuple[LexborNode, str]] = []
    while True:
        while node is None:
            if not open_nodes:
                return
            closed, tag = open_nodes.pop()
            yield closed, tag, False
            node = closed.next
        tag = node.tag or ""
        if tag == "-text":
            yield node, tag, True
            node = node.next
        elif not enter(node, tag):
            node = node.next
        else:
            yield node, tag, True
            open_nodes.append((node, tag))
            node = node.first_child


def _is_main(node: LexborNode, tag: str) -> bool:
    return tag in ("main", "article") or (tag in ("div", "section") and node.attributes.get("role") == "main")
