"""Where a meeting was held: from labels and lines around the title, the title, a dateline, and what the first sentences tell.

The group's own text is believed where it prints its place. A report is believed first where it tells of the meeting: what it
prints at its head may be where it was written.
"""

import re
from collections.abc import Callable

from g7data.extract.found import Found
from g7data.extract.gazetteer import MEMBERS
from g7data.extract.group import GROUP
from g7data.extract.meeting_words import NOUNS, PREPARING, VERBS
from g7data.extract.page import Page
from g7data.extract.place_dateline import hosted_there, is_seat, place_after_date, place_in_dateline
from g7data.extract.place_header import place_in_fields, place_in_header
from g7data.extract.place_ja import place_in_japanese
from g7data.extract.place_known import known_place
from g7data.extract.place_named import IN_NAME
from g7data.extract.place_title import place_in_title
from g7data.extract.place_told import read_coming, read_country, read_further, read_told
from g7data.extract.place_words import About, Where
from g7data.extract.when import Dated
from g7data.sources import publisher_of

_Rule = Callable[[Page], Found[Where] | None]
_SURE = frozenset(("date:header", "date:title", "date:range around the header's day", "date:said of the meeting"))
_YEAR = re.compile(r"(?<![\d-])(?:19[7-9]|20[0-6])\d(?!\d)")


def read_place(page: Page, about: About) -> Found[Where] | None:
    """The place of the meeting, or None where the page names none."""
    rules = _of_own_text(about) if about.official else _of_report(about)
    return next((found for rule in rules if (found := rule(page)) is not None), None)


def printed_place(page: Page) -> Found[Where] | None:
    """The place printed in a line around the title."""
    return place_in_fields(page) or place_in_header(page)


def about_page(page: Page, *, track: str | None, year: int | None, official: bool, dated: Dated | None = None) -> About:
    """What is known of a page; without a year, the latest one that its first lines name."""
    if year is None:
        years = [
            int(m[0])
            for b in (*page.title_blocks, *page.header, *page.opening)
            for m in _YEAR.finditer(page.text, b.start, b.end)
        ]
        year = max(years, default=None)
    when = dated.when if dated is not None else None
    day = when.value.first if when is not None and when.value.precision == "day" and when.rule in _SURE else None
    return About(track, year, official, day)


def _of_own_text(about: About) -> tuple[_Rule, ...]:
    return (
        place_in_fields, place_in_header, place_in_title, place_in_dateline, place_after_date, *_told(about),
    )  # fmt: skip


def _of_report(about: About) -> tuple[_Rule, ...]:
    told, japanese, country = _told(about)
    return (
        place_in_fields, _tied_to_title, _travelled(place_in_header), _travelled(place_in_title), told, japanese, _sent(_travelled(place_in_dateline)),
        _travelled(place_after_date), lambda page: known_place(page, about), lambda page: read_further(page, about),
        lambda page: read_coming(page, about), country,
    )  # fmt: skip


def _told(about: About) -> tuple[_Rule, _Rule, _Rule]:
    return (
        lambda page: read_told(page, about),
        lambda page: place_in_japanese(page, about),
        lambda page: read_country(page, about),
    )


def _travelled(rule: _Rule) -> _Rule:
    """A rule whose place counts only where somebody has travelled to it: no seat of ministries and newsrooms."""

    def elsewhere(page: Page) -> Found[Where] | None:
        found = rule(page)
        if found is None or (is_seat(found) and _at_home(page, found) and not hosted_there(page, found)):
            return None
        return found

    return elsewhere


_TIED = re.compile(
    rf"(?:\b(?:{NOUNS})|{GROUP.pattern})(?:\s(?!(?:{VERBS})\b)[\w’'-]+){{0,6}}(?:\s(?i:in|at|à|a|ad|zu|en)\s|,\s)$",
    re.I,
)
"""A title that names a meeting and, with nothing but small words between, its place."""
_OPENS = re.compile(r"\W{0,2}(?:in|at|à|a|en|zu)\s", re.I)
_THE_GROUP = re.compile(rf"\W{{1,2}}(?:[a-zà-ÿ]{{1,12}}\s|l['’]){{0,3}}(?:{GROUP.pattern})")
"""A title that begins with the place and goes on with the group: "À Lyon, le G7 ..."."""
_NAMES_MEETING = re.compile(
    r"(?:the )?(?:meeting|summit|conference|réunion|sommet|conférence|treffen|konferenz|gipfel|riunione|vertice|conferenza)\b[^.]{0,90}",
    re.I,
)


def _tied_to_title(page: Page) -> Found[Where] | None:
    """The place that the title joins to the meeting, or that is printed beside a title that is no more than the meeting's name; seat or not."""
    found = place_in_title(page)
    if found is not None and found.rule == IN_NAME:
        return found
    if found is not None and found.value.city is not None:
        block = next((b for b in page.title_blocks if b.start <= found.start < b.end), None)
        ahead = page.text[block.content : found.start] if block is not None else ""
        if GROUP.search(ahead) and _TIED.search(ahead) and not PREPARING.search(ahead[: ahead.rfind(" ")]):
            return found
        if _OPENS.fullmatch(ahead) and _THE_GROUP.match(page.text, found.end):
            return found
    title = " ".join(page.words(b) for b in page.title_blocks)
    return place_in_header(page) if GROUP.search(title) and _NAMES_MEETING.fullmatch(title) else None


_GOES = re.compile(
    r"\b(?:attend\w*|travel\w*|particip\w+|invit\w+|heads? to|se rend\w*|assist\w+|teilnehm\w*|teilgenommen|reis\w+|eingeladen|partecip\w+|si reca\w*|viagg\w+)\b",
    re.I,
)


_HOSTS = MEMBERS | {"RUS"}


def _sent(rule: _Rule) -> _Rule:
    """A dateline outside the group where somebody is to go to the meeting, or was invited: it is where that was written."""

    def not_from_there(page: Page) -> Found[Where] | None:
        found = rule(page)
        if found is None or found.value.country in _HOSTS:
            return found
        return None if any(_GOES.search(page.text, b.content, b.end) for b in page.opening) else found

    return not_from_there


def _at_home(page: Page, found: Found[Where]) -> bool:
    """Whether a publisher sits in the country of a place, as far as the publisher is known."""
    country = publisher_of(page.url).country
    return country is None or country == found.value.country
