"""The number of an annex, in its title or in a list of related texts."""

import re

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９一二三四五六七八九", "0123456789123456789")
ANNEX = re.compile(
    r"(?:.{0,60}?\b)??(?:(?:Annex(?:e)?|Appendix|Anhang|Anlage|Allegato|Attachment)(?:\s+|(?=\d))|(?:附属書|附属文書|別添|付属書)\s*)"
    r"(?:(?:no\.?|n\.?\s?[°º]|nr\.?)\s*)?(?P<number>\d{1,2}|[IVX]{1,4}\b|[A-H]\b|[０-９]{1,2}|[一二三四五六七八九])(?!\w|[.,]\d)",
    re.I,
)
"""A naming of an annex with its number, letter or roman figure."""


def annex_number(words: str) -> int | None:
    """The number of the annex that a line names at its beginning; letters count from A = 1."""
    match = ANNEX.match(words)
    if match is None:
        return None
    figure = match["number"].translate(_FULL_WIDTH)
    if figure.isdecimal():
        return int(figure)
    lower = figure.lower()
    return _ROMAN.get(lower) or ord(lower) - ord("a") + 1
