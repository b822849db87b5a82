"""Tables of HTML that hold data, told from those that lay out a page, and their rows."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

Cell = tuple[str, str]
"""The words of a cell, and the address of the first link in it."""
_LONGEST_SPAN = 200  # rows: what a page may claim a cell to reach over


def holds_data(table: LexborNode) -> bool:
    """Whether a table holds data: two rows of two cells or more, and no page layout inside."""
    if table.css_first("table table, table p + p, table h1, table h2, table ul, table ol") is not None:
        return False
    if table.css_first("br + br") is not None and table.css_first("th") is None:  # what has headings is no page layout
        return False
    if table.css_first("td table, td div div") is not None:
        return False
    wide = sum(1 for row in table.css("tr") if len(row.css("td, th")) >= 2)
    return wide >= 2 and _longest_cell(table) < 400


def rows_of(table: LexborNode) -> Iterator[list[Cell]]:
    """The rows that say anything; a cell over several rows stands in each of them."""
    over: dict[int, tuple[int, Cell]] = {}
    for row in table.css("tr"):
        cells = _with_cells_from_above(row, over)
        if any(words for words, _ in cells):
            yield cells


def _with_cells_from_above(row: LexborNode, over: dict[int, tuple[int, Cell]]) -> list[Cell]:
    """The cells of a row, with those that reach down from rows above; `over` holds these by column, kept up to date."""
    cells: list[Cell] = []
    for node in row.iter(include_text=False):
        if node.tag not in ("td", "th"):
            continue
        _fill_from_above(cells, over)
        rows = min(_number(node.attributes.get("rowspan")), _LONGEST_SPAN)
        if rows > 1:
            over[len(cells)] = (rows - 1, _cell(node))
        cells.append(_cell(node))
    _fill_from_above(cells, over)
    return cells


def _fill_from_above(cells: list[Cell], over: dict[int, tuple[int, Cell]]) -> None:
    while len(cells) in over:
        left, cell = over.pop(len(cells))
        if left > 1:
            over[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 1


def _longest_cell(table: LexborNode) -> int:
    return max((len(cell.text(deep=True) or "") for cell in table.css("td")), default=0)


def _cell(node: LexborNode) -> Cell:
    """The words of a cell and the address of the first link in it."""
    link = node.css_first("a[href]")
    words = " ".join((node.text(deep=True, separator=" ") or "").split())
    return words, (link.attributes.get("href") or "") if link is not None else ""
