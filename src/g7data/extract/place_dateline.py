"""The place with which a report or release begins: "SENDAI, May 21 –", "Siracusa, 28 set. (Agency) –", "(Agency) - FIRENZE -".

Releases and reports are written where ministries and newsrooms sit, mostly in capitals. There a dateline says nothing of the
meeting, unless the text is the group's own; anywhere else somebody has travelled to the meeting.
"""

import re

from g7data.extract.date_stamps import after_stamp
from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.guarded import guarded
from g7data.extract.layout import Role
from g7data.extract.page import Page
from g7data.extract.place_words import NAME, Where, parse_place

_AGENCY = r"(?:\([^()]{2,40}\)|/[A-Z]{2,8}/)"
_WORD = r"[A-ZÀ-Þ][\w’'À-ÿ]*(?:[.-][\w’'À-ÿ]+)*(?:\.(?=[\s,]))?"
_PLACE = rf"(?P<place>{_WORD}(?: (?:de|di|la|le|am|on|upon|{_WORD})(?!\w)){{0,4}}(?: \({_WORD}\))?(?:,\s*{_WORD}(?: {_WORD}){{0,2}})?)"
_DASH = r"\s*\.?\s*(?:–|—|−|-|--+)\s*(?=\S)"
_DATELINE = re.compile(
    rf"^(?:[^\w(]|\d){{0,12}}(?:{_AGENCY}\s*[-–—]\s*)?\(?{_PLACE}\)?\s*{_AGENCY}?\s*(?:,?\s*[–—-]?\s*(?:le |il |den |am |on )?@\s*)?{_AGENCY}?(?:{_DASH}|:\s(?=\S))"
)
_DATE_MARK = "@"
SEATS = frozenset(
    "Ottawa Paris Berlin Rome Tokyo London Washington Brussels Gatineau Moscow Beijing Kyiv Geneva".split()
) | {"New York"}
"""Where ministries and newsrooms sit."""
_RUN_IN = re.compile(rf"[,;\s–-]+{NAME}")
_HOSTED = guarded(
    r"\b(?:hosted(?! (?:\w+ )?by (?:the )?(?:[A-Z][a-z]+|U\.?[KS]\.?)(?: (?:Kingdom|States|presidency|Presidency|government))?[\s.,’'])|convened|(?:will|to) host|(?:met|meet|meets|meeting) here|concluded (?:their|its|our) (?:meeting|talks)|chaired (?:a|the)|hosts|held a (?:meeting|discussion))\b"
)
_MET_ON = re.compile(
    r"(?:\bmeeting|\bmet|\btalks|\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^.]{0,20}$", re.I
)
_FROM_AFAR = guarded(
    r"virtually (?:participat|join|attend|took part|spoke)|(?:participat|join|attend|spoke)\w* (?:\w+ ){0,2}(?:virtually|by video)|virtuell (?:teil|zugeschaltet)|a participé virtuellement|partecipato (?:virtualmente|da remoto)",
    re.I,
)
"""What tells that the one a release is about sat in the town it was written in, and the meeting was elsewhere."""
_JAPANESE = re.compile(r"【(?P<place>[^\W\d]{2,10}?)(?:\d{1,2}日[^】]{0,10}|[＝=][^】]{1,12})】")
_LONGEST_SENTENCE = 300
_LINES_ABOVE = 4
_LONGEST = 120


def is_seat(found: Found[Where]) -> bool:
    """Whether ministries or newsrooms sit at a place, so that a text may be written there whatever it tells of."""
    return found.value.city in SEATS


def hosted_there(page: Page, found: Found[Where]) -> bool:
    """Whether the sentence behind a dateline says that somebody was host there, or names the place once more as where it was."""
    end = found.end + _LONGEST_SENTENCE
    if _HOSTED.search(page.text, found.end, end) is not None:
        return True
    again = page.text.find(f" in {page.text[found.start : found.end].title()} ", found.end, end)
    return again >= 0 and _MET_ON.search(page.text, found.end, again) is not None


def place_in_dateline(page: Page) -> Found[Where] | None:
    """The place before the dash that opens the first sentence, or in the brackets above it."""
    for block in (*page.layout.blocks(Role.HEADER, Role.HEADING)[:_LINES_ABOVE], *page.opening[:1]):
        bracketed = _JAPANESE.match(page.text, block.content, block.end)
        found = parse_place(page.text, *bracketed.span("place"), whole=True) if bracketed else None
        if found is not None:
            return Found(found.value, found.start, found.end, "place:dateline", 0.8)
    for block in page.opening:
        start = after_stamp(page, block)
        end = min(block.end, start + _LONGEST)
        line, offsets = _without_dates(page.text, start, end)
        match = _DATELINE.match(line)
        if match is None:
            continue
        found = parse_place(page.text, offsets[match.start("place")], offsets[match.end("place") - 1] + 1, whole=True)
        if found is not None and not _FROM_AFAR.search(page.text, start, start + _LONGEST_SENTENCE):
            return Found(found.value, found.start, found.end, "place:dateline", 0.8)
    return None


def _without_dates(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """A stretch with a mark for each date, and where each of its signs stands in the text."""
    signs: list[str] = []
    offsets: list[int] = []
    position = start
    for written in find_dates(text, start, end):
        signs += [*text[position : written.start], _DATE_MARK]
        offsets += [*range(position, written.start), written.start]
        position = written.end
    return "".join([*signs, text[position:end]]), [*offsets, *range(position, end)]


def place_after_date(page: Page) -> Found[Where] | None:
    """The place behind the date with which a text begins, run into its first sentence."""
    for block in page.opening[:1]:
        dates = find_dates(page.text, block.content, min(block.end, block.content + 60))
        if dates and dates[0].start - block.content < 4:
            match = _RUN_IN.match(page.text, dates[0].end, block.end)
            found = parse_place(page.text, *match.span("place"), whole=True) if match else None
            if found is not None:
                return Found(found.value, found.start, found.end, "place:before the first sentence")
    return None
