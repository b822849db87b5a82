"""The units of a text: numbered, lettered, bulleted or plain, each with its place in the outline.

A clause is known by its section and position; its printed label is a fact of its own, as labels get lost and restart.
Numbers found inside the text itself count as labels only where they count on from one another, so that a paragraph that
happens to begin with "1997." stays a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from g7data.extract.clause_labels import Label, parse_label
from g7data.extract.date_stamps import after_stamp
from g7data.extract.inline_numbers import at_inline_numbers
from g7data.extract.layout import Role
from g7data.extract.page import Page
from g7data.reading import Block
from g7data.reading.markers import MARKER

NUMBERINGS = ("decimal", "letter", "roman", "bullet", "none")
_LEAD_IN = re.compile(r"[:：]\s*[\"'”’)–-]?$")
_GOES_ON = re.compile(r"[;；,]$|[;,]\s*(?:and|or|et|ou|und|oder|e|o)$|[^.!?。]$")
_ITEM_END = re.compile(r"[;；,]\s*(?:and|or|et|ou|und|oder|e|o)?$")
_STOPPED = re.compile(r"[.!?。][\"'”’»)]*$")
_WORD = r"\(?[A-ZÀ-Þ][\w.’'()]*+(?:-\w++)*+"
_RELEASE_OPENING = re.compile(
    r"^(?:FROM THE OFFICE OF PUBLIC AFFAIRS\s+)?(?:[A-Za-z]{2,3}-\d{2,5}[a-z]?\s+(?=[A-Z“\"(]))?"
    rf"(?:\(?{_WORD}(?: ?,? {_WORD}){{0,5}}\)?,?(?: \(?[A-Za-z]+\.? \d{{1,2}}(?:, \d{{4}})?\)?| (?:le |il |den |am )?\d{{1,2}}\.? [a-zäéû]+\.?(?: \d{{4}})?)?(?: ?(?:/[^/\n]{{2,24}}/|\([^()\n]{{2,24}}\)))?"
    r"\s*(?:–|—|−|--+|- )\s*(?=[A-Z“\"]|1\.)|【[^】\n]{2,24}】)?"
)
_LONG_ITEM = 160  # characters: a paragraph that begins a text's own numbers, not an item of the sentence above it
_FEWEST_UNNUMBERED = 3  # clauses without a number, after which a number that begins is that of a list
_LONGEST_DATELINE = 70


@dataclass(slots=True)
class Clause:
    """One unit: its words are `text[start:end]`; `marker` is the span of its printed label, if any."""

    position: int
    parent: "Clause | None"
    depth: int
    label: str | None
    numbering: str
    section: str | None
    start: int
    end: int
    marker: tuple[int, int] | None = None
    shape: str = ""
    heading: tuple[int, int] | None = None  # the span of the nearest heading above
    flags: list[str] = field(default_factory=list)


def read_clauses(page: Page) -> list[Clause]:
    """All clauses of the body in reading order."""
    outline = _Outline(page)
    for block, role in zip(page.reading.blocks, page.layout.roles, strict=True):
        if role is Role.HEADING:
            outline.heading(block)
        elif role is Role.CLAUSE:
            for part in at_inline_numbers(page.text, block):
                outline.clause(part)
    _flag_lost_lists(page, outline.clauses)
    return outline.clauses


@dataclass(slots=True)
class _Outline:
    """Builds the outline block by block."""

    page: Page
    clauses: list[Clause] = field(default_factory=list)
    _headings: list[tuple[int, str, tuple[int, int]]] = field(default_factory=list)
    _open: list[Clause] = field(default_factory=list)  # the numbered or bulleted clauses that the next may lie in
    _levels: dict[int, int] = field(default_factory=dict)
    _last_numbers: dict[tuple[str, str, int], int] = field(default_factory=dict)

    def heading(self, block: Block) -> None:
        """A heading opens a section and ends every clause before it."""
        rank = block.level or 7
        while self._headings and self._headings[-1][0] >= rank:
            self._headings.pop()
        self._headings.append((rank, self.page.words(block), (block.start, block.end)))
        self._open.clear()

    def clause(self, block: Block) -> None:
        """Add the clause that a block holds."""
        start = block.content
        if not self.clauses:
            start = after_stamp(self.page, block)
            start += _opening(self.page.text[start : block.end])
        label = self._label(block, start)
        if label is not None:
            start = label.end
            while start < block.end and self.page.text[start].isspace():
                start += 1
        parent = self._parent(block, label)
        clause = Clause(
            len(self.clauses) + 1, parent, 0 if parent is None else parent.depth + 1, label.text if label else None,
            label.numbering if label else "none", " > ".join(words for _, words, _ in self._headings) or None, start, block.end,
            (label.start, label.end) if label else None, label.shape if label else "",
            self._headings[-1][2] if self._headings else None,
        )  # fmt: skip
        self._remember(block, clause, label)
        self.clauses.append(clause)

    def _label(self, block: Block, start: int) -> Label | None:
        if block.marker:
            labels = parse_label(block.marker, block.start)
            return self._likeliest(labels, block) or (labels[0] if labels else None)
        match = MARKER.match(self.page.text, start, block.end)
        if match is None or match.end() >= block.end:
            return None
        return self._likeliest(parse_label(match[0].rstrip(), start), block)

    def _likeliest(self, labels: list[Label], block: Block) -> Label | None:
        """What a printed marker means: what counts on from the one before, else what may begin a list."""
        return next(
            (x for x in labels if self._counts_on(x, block)), next((x for x in labels if self._begins(x, block)), None)
        )

    def _counts_on(self, label: Label, block: Block) -> bool:
        """Whether a number goes on from the one before of its kind."""
        last = self._last_numbers.get((label.numbering, label.shape, block.level))
        return label.numbering == "bullet" or (last is not None and 0 < label.number - last <= 3)

    def _begins(self, label: Label, block: Block) -> bool:
        """Whether a number may be the first of its kind: it is a one, or opens the text."""
        last = self._last_numbers.get((label.numbering, label.shape, block.level))
        return label.number == 1 or (last is None and not self.clauses)

    def _parent(self, block: Block, label: Label | None) -> Clause | None:
        if label is None:
            return self._parent_of_plain(block)
        if label.numbering == "bullet":
            return self._parent_of_bullet(block)
        while self._open and self._closes(self._open[-1], block.level, label):
            self._open.pop()
        return self._open[-1] if self._open else None

    def _closes(self, last: Clause, level: int, label: Label) -> bool:
        """Whether a labelled item ends the clause `last`: it is its sibling, or the sibling of a clause further out."""
        if last.numbering == "none":
            return not (_LEAD_IN.search(self.page.text[last.start : last.end]) and self._lists_under(last, label))
        if level and self._levels[id(last)] > level:
            return True
        if label.number == 1 and label.numbering == last.numbering == "decimal" and _is_inner(last.shape, label.shape):
            return True
        return any(
            (c.numbering, c.shape) == (label.numbering, label.shape)
            and (self._levels[id(c)] >= level or (self._levels[id(c)] == 0 and label.number > 1))
            for c in self._open
        )

    def _lists_under(self, last: Clause, label: Label) -> bool:
        """Whether a number is an item of the lead-in above it: its sentence goes on, or the text is not numbered otherwise."""
        if label.numbering != "decimal" or any(
            c.parent is last and c.shape == label.shape for c in self.clauses[last.position :]
        ):
            return True
        words = self.page.text[label.end :].partition("\n")[0]
        if len(words) > _LONG_ITEM and _STOPPED.search(words):
            return False
        top = [c for c in self.clauses if c.parent is None]
        unnumbered = not any(c.numbering == "decimal" for c in top) and len(top) >= _FEWEST_UNNUMBERED
        return label.number == 1 and (unnumbered or words.lstrip()[:1].islower())

    def _parent_of_plain(self, block: Block) -> Clause | None:
        """A paragraph without a label goes on with the numbered clause above it, or is an item whose mark was lost."""
        while self._open and (
            self._open[-1].numbering == "bullet" or (block.level and self._levels[id(self._open[-1])] > block.level)
        ):
            self._open.pop()
        if self._open:
            return (
                self._open[-1] if self._open[-1].numbering != "none" or self._lists_on(block) else self._leave_plain()
            )
        return None

    def _leave_plain(self) -> Clause | None:
        self._open.pop()
        return self._open[-1] if self._open else None

    def _lists_on(self, block: Block) -> bool:
        """Whether an unmarked paragraph after a lead-in is one of its items: it breaks off with a semicolon, or its neighbour did."""
        words = self.page.words(block)
        before = self.clauses[-1]
        text = self.page.text[before.start : before.end]
        if before is self._open[-1]:
            return (_ITEM_END.search(words) is not None and not _STOPPED.search(text)) or (
                words[:1].islower() and _LEAD_IN.search(text) is not None
            )
        return _ITEM_END.search(text) is not None

    def _parent_of_bullet(self, block: Block) -> Clause | None:
        while self._open and self._open[-1].numbering == "bullet" and self._levels[id(self._open[-1])] >= block.level:
            self._open.pop()
        return self._open[-1] if self._open else None

    def _remember(self, block: Block, clause: Clause, label: Label | None) -> None:
        self._levels[id(clause)] = block.level
        if label is not None:
            self._last_numbers[(label.numbering, label.shape, block.level)] = label.number
            self._open.append(clause)
        elif clause.parent is None:
            self._open[:] = [clause]
        elif _LEAD_IN.search(self.page.text[clause.start : clause.end]):
            self._open.append(clause)


def _is_inner(shape: str, other: str) -> bool:
    """Whether figures in brackets number what lies within the clauses that bare figures number: "(1)" in "1."."""
    return "(" in shape.replace("（", "(") and ")" not in other.replace("）", ")")


def _opening(words: str) -> int:
    """How many characters a release's dateline takes at the beginning of its first paragraph."""
    match = _RELEASE_OPENING.match(words[: 2 * _LONGEST_DATELINE])
    return match.end() if match and match.end() <= _LONGEST_DATELINE and match.end() < len(words) else 0


def _flag_lost_lists(page: Page, clauses: list[Clause]) -> None:
    """A lead-in that ends in a colon and has no items under it has lost its list."""
    parents = {id(c.parent) for c in clauses}
    for clause in clauses:
        if _LEAD_IN.search(page.text[clause.start : clause.end]) and id(clause) not in parents:
            clause.flags.append("list_lost")


def spans_in_order(clauses: list[Clause]) -> Iterator[tuple[int, int]]:
    """The spans of the clauses as they stand in the text."""
    return ((c.start, c.end) for c in clauses)
