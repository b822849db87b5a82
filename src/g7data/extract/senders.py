"""Which country the people of a list come for, as the words before it say: "From Japan, ...", "gli Usa sono rappresentati da ..."."""

import re

from g7data.extract.mentions import Mention
from g7data.extract.nations import country_in
from g7data.reading import Block

_NATION_BEFORE = re.compile(  # "Germany was represented by", "From Japan,", "Canada:"
    r"(?P<sender>[A-ZÀ-Þ][\w.’' -]{1,30}?)(?:,? [^.;:()]{3,70},)? (?:(?:was|were|is|are) represented (?:\w+ )?by|(?:(?:è|era|sono|erano|sarà) )?(?:rappresentat[aio]|present[ei]) (?:da|con|co)(?:l|lla|i|ll['’])?"
    r"|(?:(?:est|était|sera) )?représentée? par|(?:est|était) présente? avec|(?:wurde|wird|war|ist) (?:durch|mit)|\((?:con|with|mit|avec)) ?(?:the |il |la |l['’]|le |der |die |den |dem )?$|^(?P<label>[A-ZÀ-Þ][\w’' -]{2,30}?)\s*[:–]\s*$"
)
_FOR_NATION = re.compile(  # "For Japan, ...", "per gli Usa c'è ..."
    r"(?:^|[.;:•,]\s|\s(?:e|et|and|und|y)\s)(?:[Ff]rom|[Ff]or|[Rr]epresenting|[Pp]our|[Ff]ür|[Pp]er|[Pp]or|[Ii]n rappresentanza d\w{1,4})(?:\s(?:the|la|le|les|il|lo|gli|i|die|das|el|los)(?=\s)|(?:\s|(?<=dell))[l]?['’])?\s?"
    r"(?P<country>[A-ZÀ-Þ][\w.’'-]{1,14}(?: [A-ZÀ-Þ][\w.’'-]{1,12}){0,3})\s?(?:,|:|\s(?:(?:è|era|sarà|est|était|ist|war|is|was)\s(?:\w+\s)?(?:presente?|intervenut[oa]|anwesend|dabei)|c['’](?:è|era)))?"
    r"(?:\s(?:the|le|la|il|lo|der|die|el))?\s?(?:l['’])?$"
)


def nation_of_group(text: str, block: Block, group: list[Mention]) -> tuple[str | None, bool]:
    """The country that a list of people begins with: "From Japan, ...", "Canada: ...", 我が国からは; and whether they come for it."""
    if group[0].name[-1:] > "぀":
        sent = text[group[0].opening : group[0].start].rstrip("、，").endswith(("は", "から", "側"))
        return (group[0].country if sent else None), False
    before = text[max(block.content, group[0].opening - 60) : group[0].opening]
    comes = _FOR_NATION.search(before)
    if comes is not None and (country := country_in(comes["country"])) is not None:
        return country, True
    match = _NATION_BEFORE.search(before)
    return (country_in(match["sender"] or match["label"]) if match is not None else None), False
