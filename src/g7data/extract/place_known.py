"""A city that the first lines name, where the group is known to have met on the page's track: the last resort.

What a text does not say outright, two facts together make likely: it speaks of ministers of one track, and names one city where
`reference/meetings.csv` or `reference/presidencies.csv` has a meeting of theirs. The city is quoted from the text.
"""

import re
from functools import cache

from g7data import reference
from g7data.extract import meeting_words as words
from g7data.extract.found import Found
from g7data.extract.gazetteer import City, find_meeting_place
from g7data.extract.guarded import Guarded, guarded
from g7data.extract.page import Page
from g7data.extract.place_dateline import SEATS
from g7data.extract.place_ja import OTHER_TIME
from g7data.extract.place_told import told_now
from g7data.extract.place_words import About, Where

_SUMMIT = re.compile(r"(?:[ ・-]|の|G-?[78])*(?:[Ss]ummit|[Gg]ipfel|サミット)")
_NEAR = 70
_PARTS = re.compile(r"[,;/()]\s*| and | et | e ")
_AHEAD = 1  # years from a text to the meeting it tells of


def known_place(page: Page, about: About) -> Found[Where] | None:
    """The one city in title and opening where the track is known to have met about that year, or None."""
    known = _met_on(about.track, about.year) if about.track is not None else frozenset()
    matches: dict[City, re.Match[str]] = {}
    for block in (*page.title_blocks, *page.header, *page.opening) if known else ():
        for start, end in told_now(page.text, block.content, block.end):
            for match in _names().finditer(page.text, start, end):
                city = find_meeting_place(match[0])
                if city is not None and city.name in known and not _of_another(page.text, match, start, end, about):
                    matches.setdefault(city, match)
    if len(matches) != 1:
        return None
    ((city, match),) = matches.items()
    return Found(Where(match[0], city.name, city.country), *match.span(), "place:known to have met there", 0.5)


def _of_another(text: str, match: re.Match[str], start: int, end: int, about: About) -> bool:
    """Whether a city is named as the place of the summit beside which ministers meet, or of an earlier meeting."""
    if about.track != "leaders" and _SUMMIT.match(text, match.end(), end):
        return True
    ahead = text[max(start, match.start() - _NEAR) : match.start()]
    return any(p.search(ahead) for p in (words.PREPARING, words.NOT_THIS_IN_CLAUSE, OTHER_TIME))


@cache
def _met_on(track: str, year: int | None) -> frozenset[str]:
    held = [(m.year, m.place) for m in reference.meetings() if m.track == track]
    if track == "leaders":
        held += [(p.year, part) for p in reference.presidencies().values() for part in (p.place, p.summit_name)]
    near = (place for when, place in held if year is None or 0 <= when - year <= _AHEAD)
    cities = (find_meeting_place(part) for place in near for part in _PARTS.split(place))
    return frozenset(city.name for city in cities if city is not None and city.name not in SEATS)


@cache
def _names() -> Guarded:
    names = {name for place in reference.places() for name in place.names}
    latin = sorted((n for n in names if n[0] < "぀"), key=len, reverse=True)
    signs = sorted(names.difference(latin), key=len, reverse=True)
    return guarded(rf"(?<!\w)(?:{'|'.join(map(re.escape, latin))})(?!\w)|{'|'.join(map(re.escape, signs))}")
