"""Leaders whom a page names together: who names most of the group's heads in a text on its summit tells who was there.

A report of an arrival or a photograph often says of each what no table of verbs holds. Where a page names the heads of several
members, those of whom it says nothing else took part.
"""

from collections.abc import Iterable

from g7data import reference
from g7data.extract.known_people import leads_country

_FEWEST = 4  # countries


def gathered(people: Iterable[tuple[str, str | None, str | None, str]]) -> set[str]:
    """The names of those who are only mentioned and yet took part, of people as (name, portfolio, country, function)."""
    members = {body.country for body in reference.bodies() if body.kind == "member"}
    heads = [p for p in people if p[2] in members | {"EUE"} and _leads(p[0], p[1])]
    if len({country for _, _, country, _ in heads}) < _FEWEST:
        return set()
    return {name for name, _, _, function in heads if function == "mentioned"}


def _leads(name: str, portfolio: str | None) -> bool:
    return portfolio == "leaders" if portfolio is not None else leads_country(name)
