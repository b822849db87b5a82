"""Words of other people on a terminal: what would move the cursor or change colours is taken out."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Return a text without control characters, but for line breaks and tabs; their place is marked."""
    return _CONTROL.sub("�", text)


def one_line(text: str, most: int) -> str:
    """Return a text in one line of at most so many characters."""
    words = plain(" ".join(text.split()))
    return words if len(words) <= most else f"{words[: most - 1]}…"
