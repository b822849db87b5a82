"""Sentences of a text, as spans."""

import re
from functools import lru_cache

_END = re.compile(
    r"[.!?](?:(?<=[a-zà-ÿ0-9)”\"»]{3}.)|(?<=[ -]G[78].))\s+(?=[A-ZÀ-Þ“\"«])|[”\"»](?<=[.!?].)\s+(?=[A-ZÀ-Þ“«])|。"
)  # the sign comes first, as a pattern that looks back first does so at every place


@lru_cache(maxsize=512)
def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The sentences of a stretch; abbreviations of one or two letters end none. Several fields ask for the same ones."""
    found: list[tuple[int, int]] = []
    position = start
    for match in _END.finditer(text, max(0, start - 1), end):
        found.append((position, match.start() + 1))
        position = match.end()
    return (*found, (position, end))
