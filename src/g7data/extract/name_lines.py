"""People listed by their names alone, each in a line: "Participants", and a dozen lines with a name and nothing else.

No office tells that they are people of a meeting. So there must be several such lines together, and some of the names must be
those of known office-holders.
"""

import re
from collections.abc import Iterator

from g7data.extract.known_people import is_known_name
from g7data.extract.mentions import Mention
from g7data.extract.names import read_name
from g7data.extract.word_tokens import read_words
from g7data.reading import Block

_FEWEST_LINES = 4
_FEWEST_KNOWN = 2
_LONGEST_LINE = 45  # characters
_NAME_LINE = re.compile(r"[-–—•*\s]*(?P<name>[A-ZÀ-Þ][\w.’'‐-]*(?: [\w.’'‐-]+){1,5})\s*")


def find_name_lines(text: str, blocks: list[Block], mentions: list[Mention]) -> Iterator[Mention]:
    """The people of such lines; `mentions` are those that other rules found, of whom none with an office stands in one."""
    offices = {m.block for m in mentions if m.role is not None}
    shaped = [(i, b) for i, b in enumerate(blocks) if i not in offices and _is_shaped(text, b)]
    for lines in _together(shaped):
        run: list[Mention] = []
        for index, block in lines:
            person = _person(text, block, index)
            if person is not None:
                run.append(person)
            else:
                yield from _listed(run)
                run = []
        yield from _listed(run)


def _is_shaped(text: str, block: Block) -> bool:
    """Whether a line is as short as a name and has no more in it than a few words, of which the first has a capital."""
    short = block.end - block.content <= _LONGEST_LINE
    return short and _NAME_LINE.fullmatch(text, block.content, block.end) is not None


def _together(lines: list[tuple[int, Block]]) -> Iterator[list[tuple[int, Block]]]:
    """Those of some lines that follow each other, where there are enough."""
    run: list[tuple[int, Block]] = []
    for index, block in lines:
        if run and run[-1][0] != index - 1:
            if len(run) >= _FEWEST_LINES:
                yield run
            run = []
        run.append((index, block))
    if len(run) >= _FEWEST_LINES:
        yield run


def _listed(run: list[Mention]) -> list[Mention]:
    """A run of lines, if it is long enough and some in it are known."""
    known = sum(is_known_name(m.name) for m in run) if len(run) >= _FEWEST_LINES else 0
    return run if known >= _FEWEST_KNOWN else []


def _person(text: str, block: Block, index: int) -> Mention | None:
    """The person whose name fills a line."""
    match = _NAME_LINE.fullmatch(text, block.content, block.end)
    t = read_words(text, *match.span("name")) if match is not None else None
    name = read_name(t, 0) if t is not None and len(t) else None
    if t is None or name is None or name.count < 2 or name.last < len(t) - 1:
        return None
    start, end = t.starts[name.first], t.ends[name.last]
    honorific = text[t.starts[name.honorific[0]] : t.ends[name.honorific[1]]] if name.honorific else None
    return Mention(text[start:end], start, end, honorific, None, None, block.content, block.end, index, "participant")
