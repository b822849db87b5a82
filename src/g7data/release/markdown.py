"""Tables in Markdown, from any text."""

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table, ending in a newline; numbers get thousands separators."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(map(cell, line))} |\n" for line in lines)


def cell(value: object) -> str:
    """Return a value on one line, with nothing in it that would end the cell; None is empty."""
    if value is None:
        return ""
    text = f"{value:,}" if isinstance(value, int) else str(value)
    return " ".join(text.replace("|", "\\|").split())


def code(text: str) -> str:
    """Return a name or value in code style."""
    return f"`{text}`" if text else ""


def shortened(text: str, most: int = 100) -> str:
    """Return the text on one line, cut after `most` characters, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
