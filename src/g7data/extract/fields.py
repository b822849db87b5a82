"""The fields of a document, each read once: title, kind, dates, place, track and what belongs with them."""

from collections import Counter
from dataclasses import dataclass, replace

from g7data.extract.forum import read_forum
from g7data.extract.found import Found
from g7data.extract.kind import SAYS_WHAT_IT_IS, read_kind
from g7data.extract.language import read_language
from g7data.extract.mode import met_online, read_mode
from g7data.extract.observations import read_observations
from g7data.extract.page import Page
from g7data.extract.parts import Part
from g7data.extract.people import Person
from g7data.extract.place import about_page, printed_place, read_place
from g7data.extract.place_told import met_in
from g7data.extract.place_words import About, Where
from g7data.extract.presidency import read_presidency
from g7data.extract.title import read_annex_number, read_title
from g7data.extract.title_words import ONLY_GROUP
from g7data.extract.track import read_track
from g7data.extract.when import Dated, read_when
from g7data.sources import publisher_of

MONTH_FIRST_COUNTRIES = frozenset(("USA",))
_PRESENT = frozenset(("chair", "host", "participant"))
_FEWEST_PRESENT = 2
_PRESIDING = frozenset(("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA", "RUS"))


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a document as found."""

    title: Found[str] | None
    annex_number: Found[int] | None
    language: Found[str]
    kind: Found[str]
    official: Found[bool]
    forum: Found[str] | None
    track: Found[str] | None
    presidency: Found[str] | None
    dated: Dated
    mode: Found[str] | None
    where: Found[Where] | None


def read_fields(page: Page, people: list[Person]) -> Fields:
    """Read every field of a page's document; `people` tell who presides where no year does."""
    publisher = publisher_of(page.url)
    title = read_title(page)
    annex = read_annex_number(page)
    kind, official = read_kind(page, title, annex=annex is not None, publisher_kind=publisher.kind)
    month_first = publisher.country in MONTH_FIRST_COUNTRIES or page.reading.language == "en-us"
    track = read_track(page, title, publisher.portfolio) or _track_of_those_present(people)
    dated = read_when(page, month_first=month_first, track=track.value if track else None, official=official.value)
    year = _year(page, dated)
    mode = read_mode(page)
    about = about_page(
        page,
        track=track.value if track else None,
        year=year.value if year else None,
        official=official.value,
        dated=dated,
    )
    mode, where = _read_where(page, mode, about)
    presidency = read_presidency(page, year, where) or _presiding(people)
    return Fields(
        title, annex, read_language(page), kind, official, read_forum(page, title), track,
        presidency, dated, mode, where,
    )  # fmt: skip


def is_general(fields: Fields) -> bool:
    """Whether a page is about the group as such and not about one meeting: it says what the group is, or bears its name alone."""
    named = fields.title is not None and ONLY_GROUP.fullmatch(fields.title.value) is not None
    return fields.kind.value == "other" and (named or fields.kind.rule == SAYS_WHAT_IT_IS)


def _read_where(page: Page, mode: Found[str] | None, about: About) -> tuple[Found[str] | None, Found[Where] | None]:
    """Mode and place weighed against each other: a meeting online has no place, unless the page prints one for it all the same."""
    if mode is None or mode.value != "virtual":
        where = read_place(page, about)
        return (mode if mode is not None or where is not None else read_mode(page, further=True)), where
    together = met_in(page)
    if together is not None:
        return mode.as_value("hybrid"), together
    printed = None if met_online(page, mode) else printed_place(page)
    return (mode, None) if printed is None else (None, printed)


def _year(page: Page, dated: Dated) -> Found[int] | None:
    if dated.when is not None:
        return Found(dated.when.value.first.year, dated.when.start, dated.when.end, dated.when.rule)
    observed = next((o for o in read_observations(page) if o.when is not None and o.year_from is not None), None)
    return observed.year_from if observed is not None else None


def _track_of_those_present(people: list[Person]) -> Found[str] | None:
    """Where the words name no track, the office that most of those taking part hold does, if two or more hold it."""
    present = [p for p in people if p.function in _PRESENT and p.portfolio is not None and p.role_span is not None]
    common = Counter(p.portfolio for p in present).most_common(1)
    if not common or common[0][1] < _FEWEST_PRESENT:
        return None
    first = next(p for p in present if p.portfolio == common[0][0])
    return Found(str(first.portfolio), *(first.role_span or (0, 0)), "track:office of those present", 0.6)


def _presiding(people: list[Person]) -> Found[str] | None:
    """Where no year is known, whoever chairs or hosts shows who presides."""
    for person in people:
        if person.function in ("chair", "host") and person.country in _PRESIDING and person.role_span is not None:
            return Found(person.country, *person.role_span, "presidency:country of the host", 0.7)
    return None


def as_annex(fields: Fields, part: Part, main: Fields) -> Fields:
    """An annex has its number and title from its first lines, and what it does not say itself from its declaration."""
    heading = part.heading
    number = (
        Found(part.number, heading.start, heading.end, "annex:heading in the page")
        if heading and part.number is not None
        else None
    )
    kind = Found("annex", heading.start, heading.end, "kind:annex in the page") if heading else fields.kind
    return replace(
        fields, annex_number=number or fields.annex_number, kind=kind, official=main.official, forum=main.forum, track=main.track,
        presidency=main.presidency, dated=main.dated, mode=main.mode, where=main.where,
    )  # fmt: skip
