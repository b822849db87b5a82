"""The markers that a browser prints before list items: `1.`, `b.`, `iv.`, `•`."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_UNMARKED = "none"
BULLET = "•"
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|disc|circle|square|(?:lower|upper)-(?:alpha|latin|roman))", re.I
)
_STYLES = {
    "none": _UNMARKED, "decimal": "1", "disc": BULLET, "circle": BULLET, "square": BULLET, "lower-alpha": "a", "lower-latin": "a",
    "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip


@dataclass(slots=True)
class _List:
    style: str  # "1", "a", "A", "i", "I", "•" or "none"
    next: int
    step: int = 1
    pending: str = ""  # the marker of the item that is open, until its first block takes it


@dataclass(slots=True)
class Numbering:
    """Counts list items as they are opened and gives each its marker once."""

    _lists: list[_List] = field(default_factory=list)

    def open_list(self, tag: str, node: LexborNode) -> None:
        """A list begins."""
        attributes = node.attributes
        style = BULLET if tag != "ol" else attributes.get("type") or "1"
        match = _STYLE.search(attributes.get("style") or "")
        if match:
            style = _STYLES[match[1].lower()]
        backwards = tag == "ol" and "reversed" in attributes
        first = sum(1 for child in node.iter() if child.tag == "li") if backwards else 1
        self._lists.append(_List(style, _integer(attributes.get("start"), first), step=-1 if backwards else 1))

    def close_list(self) -> None:
        """A list ends."""
        if self._lists:
            self._lists.pop()

    def open_item(self, node: LexborNode) -> None:
        """An item begins; one outside any list is marked with a bullet, as browsers do."""
        if not self._lists:
            self._lists.append(_List(BULLET, 1))
        current = self._lists[-1]
        current.next = _integer(node.attributes.get("value"), current.next)
        current.pending = printed(current.style, current.next)
        current.next += current.step

    def close_item(self) -> None:
        """An item ends; if nothing stood in it, its marker goes with it."""
        if self._lists:
            self._lists[-1].pending = ""

    def marker(self) -> tuple[str, int]:
        """The marker that the block written now takes ("" after the item's first block) and the depth of the list."""
        if not self._lists:
            return "", 0
        current = self._lists[-1]
        marker, current.pending = current.pending, ""
        return marker, len(self._lists)


def printed(style: str, number: int) -> str:
    """The marker of item `number` in a list of HTML's `type` style."""
    if style in (BULLET, _UNMARKED):
        return style if style == BULLET else ""
    if style in ("a", "A") and number > 0:
        letters = _letters(number)
        return f"{letters.upper() if style == 'A' else letters}."
    if style in ("i", "I") and 0 < number < 4000:
        roman = to_roman(number)
        return f"{roman.upper() if style == 'I' else roman}."
    return f"{number}."


def to_roman(number: int) -> str:
    """A number from 1 to 3999 in lower-case roman figures."""
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def _letters(number: int) -> str:
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def _integer(value: str | None, default: int) -> int:
    try:
        return int(value) if value else default
    except ValueError:
        return default
