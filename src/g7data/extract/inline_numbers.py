"""A numbered text run into one paragraph: "1. We met ... 2. We spoke of ... 3. We will ...", cut where its numbers count on."""

import re
from dataclasses import replace

from g7data.reading import Block

_NUMBER = re.compile(r"(?<=[.;:!?”»)])\s(?P<marker>(?P<number>\d{1,2})\.)\s(?=[A-ZÀ-Þ“«\"])")
_FEWEST = 2  # numbers inside a paragraph after its own


def at_inline_numbers(text: str, block: Block) -> list[Block]:
    """The block, or its parts where it begins with 1 and 2, 3 and so on stand in it, each before a sentence."""
    if block.marker != "1.":
        return [block]
    cuts: list[re.Match[str]] = []
    for match in _NUMBER.finditer(text, block.content, block.end):
        if int(match["number"]) == len(cuts) + 2:
            cuts.append(match)
    if len(cuts) < _FEWEST:
        return [block]
    ends = [cut.start() for cut in cuts] + [block.end]
    first = replace(block, end=ends[0])
    rest = (
        replace(block, start=cut.start("marker"), content=cut.end(), end=end, marker=cut["marker"])
        for cut, end in zip(cuts, ends[1:], strict=True)
    )
    return [first, *rest]
