"""The place of which sentences say that the group meets there.

Read are the lines around the title and the opening, without sentences about earlier meetings. Of the places behind prepositions
the first one counts of which the words before it say that it is this meeting's (`place_standing`). A country alone is taken
where no sentence names a city.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from g7data.extract import meeting_words as words
from g7data.extract.any_case import any_case
from g7data.extract.date_words import TOOK_PLACE
from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.gazetteer import MEMBERS, find_country
from g7data.extract.group import GROUP
from g7data.extract.guarded import guarded
from g7data.extract.page import Page
from g7data.extract.place_named import place_beside, place_in_name
from g7data.extract.place_standing import NEAR, OF, Sentence, Standing, follows_group, is_close, standing_of
from g7data.extract.place_words import NAME, About, Where, name_of_country, parse_place
from g7data.extract.sentences import sentences

_TOWN = any_case(
    "city|town|resort|village|island|spa|ville|station|commune|île|stadt|ort|badeort|kurort|insel|città|cittadina|località|isola|borgo|ciudad|"
    "localidad|isla|cidade|stad|capital|capitale|hauptstadt|hoofdstad"
)
_WORDS = any_case(
    "in|at|near|outside|im|am|auf|zu|à|au|aux|en|dans|sur|a|ad|nel|nella|presso|em|na|no|te|of|de|du|di|del|della|von"
)
_PREPOSITION = re.compile(
    r"\b(?=\w{1,7}+[\s'’]|[Tt]ravel)"  # none is longer: most words are left here
    rf"(?:(?:{_WORDS}|(?i:on(?=\s+the\s+(?:[\w’'-]+\s+){{0,2}}island\b)))\s+|(?:d|all|dell|nell)['’]|(?:[Tt]ravel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)|trip|visit|fl(?:y|ies|ew)) to\s+|us (?:all )?(?:here )?to\s+)"
    rf"(?:(?:the|this|your|la|le|les|il|lo|der|dem|den|das|het|schloss|château|castello)\s+|l['’])?"
    rf"(?:(?:[\w’'-]+\s+){{0,3}}?{_TOWN}(?:\s+(?:of|de|di|von)\s+|\s+d['’]|\s+)|[a-zäöüß]{{5,24}}\s+)?{NAME}"
)
_TRAVELS = re.compile(r"travel|head|trip|visit|fl", re.I)
_MET_IN = guarded(
    rf"\b(?:met|gathered|assembled|convened|(?:was|were|is|will be) held|took place) (?:again )?(?:in|at) {NAME}"
)
_HOSTING = guarded(
    r"\b(?P<place>[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)?)(?: will| is to| to| would)? (?:host(?:s|ed|ing)?|accueille(?:ra)?|ospit(?:a|erà))\b(?! the presidency)"
    rf"(?=[^.;]{{0,60}}?(?:{GROUP.pattern}|[Ss]ummit|[Mm]eetings?))"
)
"""A country that is the host of a meeting."""
_AT_ONCE = re.compile(rf"(?:\b(?:{words.NOUNS}|{words.VERBS})|[Gg]-?\s?[78])\s+$", re.I)
_LONGEST_SENTENCE = 1000
_BLOCKS = 10
_MOST, _CALENDAR = (
    2,
    4,
)  # cities: of more, only one that is named often is the meeting's; still more are those of a calendar
_FURTHER = 15  # blocks of the body in which a report may come to the place
_AHEAD = 80  # characters before a place in which a sentence says that the meeting took place
_NEAR_DATE = 60  # characters between a place and the day on which somebody met there
_SAME_MEETING = timedelta(days=20)


def read_told(page: Page, about: About) -> Found[Where] | None:
    """The city that the first sentences give for the meeting; of more than two, one that is named more often than the others."""
    found = _most_told(page, about)
    country = read_country(page, about) if found is not None else None
    if found is None or country is None or country.start > found.start:
        return found
    return found if country.value.country == found.value.country else None


def _most_told(page: Page, about: About) -> Found[Where] | None:
    told = _by_standing(page, about)
    names = Counter(f.value.city for f in told[Standing.OURS]).most_common()
    if len(names) > _CALENDAR:
        return None
    if len(names) > _MOST and not about.official:
        often = names[0][0] if names[0][1] > names[1][1] else None
        return next((f for f in told[Standing.OURS] if f.value.city == often), None)
    return next((f for f in (*told[Standing.OURS], *told[Standing.WEAK])), None)


def read_coming(page: Page, about: About) -> Found[Where] | None:
    """The city where a report's first sentences say that the next meeting will be."""
    return next(iter(_by_standing(page, about)[Standing.NEXT]), None)


def read_further(page: Page, about: About) -> Found[Where] | None:
    """The one city of which sentences farther down say outright that the group meets there."""
    if _by_standing(page, about)[Standing.OURS]:
        return None
    told: dict[str | None, Found[Where]] = {}
    for block in page.body[:_FURTHER]:
        for start, end in told_now(page.text, block.content, block.end):
            sentence = Sentence(page.text, start, end, about)
            outright = TOOK_PLACE.search(page.text, start, end)
            for match, found in _cities(page.text, start, end) if outright or sentence.holds(GROUP) else ():
                said = outright is not None and 0 < match.start() - outright.end() < _AHEAD
                if not said and sentence.holds(GROUP):
                    said = standing_of(sentence, match) is Standing.OURS and is_close(sentence, match.start())
                if said and not _on_another_day(sentence, match):
                    told.setdefault(found.value.city, Found(found.value, found.start, found.end, "place:met in", 0.6))
    return next(iter(told.values())) if len(told) == 1 else None


def read_country(page: Page, about: About) -> Found[Where] | None:
    """The country that title and first sentences give for the meeting, else for the coming one, where they name no city."""
    coming: Found[Where] | None = None
    titles = (Sentence(page.text, b.content, b.end, about) for b in page.title_blocks)
    for sentence in (*titles, *_sentences(page, about)):
        hosting = _HOSTING.search(page.text, sentence.start, sentence.end)
        if hosting is not None and (host := find_country(hosting["place"])) in MEMBERS:
            return Found(Where(hosting["place"], None, host), *hosting.span("place"), "place:country that hosts", 0.6)
        for match in _PREPOSITION.finditer(page.text, sentence.start, sentence.end):
            found = name_of_country(page.text, *match.span("place"))
            if found is None or found.value.country is None or OF.match(match[0]):
                continue
            at_once = _AT_ONCE.search(sentence.before(match.start(), NEAR)) or follows_group(sentence, match.start())
            standing = standing_of(sentence, match) if at_once else Standing.NOT
            if standing is Standing.OURS:
                return Found(found.value, found.start, found.end, "place:met in", 0.6)
            if standing is Standing.NEXT and coming is None:
                coming = Found(found.value, found.start, found.end, "place:met in", 0.5)
    return coming


def met_in(page: Page) -> Found[Where] | None:
    """The place of which the opening says, in so many words, that the group met there: a meeting online has none."""
    for block in page.opening:
        for match in _MET_IN.finditer(page.text, block.content, block.end):
            found = parse_place(page.text, *match.span("place"), whole=True)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:met in")
    return None


@lru_cache(maxsize=64)
def told_now(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The sentences of a stretch that tell of no earlier or later meeting. Several rules ask for the same ones."""
    cut = ((a, min(b, a + _LONGEST_SENTENCE)) for a, b in sentences(text, start, end))
    return tuple((a, b) for a, b in cut if not words.EARLIER.search(text, a, b))


@lru_cache(maxsize=4)
def _by_standing(page: Page, about: About) -> dict[Standing, list[Found[Where]]]:
    """The cities of the first sentences, by what is said of them. Several rules ask for the same ones."""
    told: dict[Standing, list[Found[Where]]] = {standing: [] for standing in Standing}
    for sentence in _sentences(page, about):
        named = place_in_name(sentence) or place_beside(sentence)
        if named is not None:
            told[Standing.OURS].append(named)
        for match, found in _cities(sentence.text, sentence.start, sentence.end):
            told_last = (
                words.VERB_LAST.match(sentence.text, min(match.end() + 1, sentence.end), sentence.end) is not None
            )
            rare = found.value.country not in MEMBERS and not (
                told_last or _TRAVELS.match(match[0]) or is_close(sentence, match.start())
            )
            if rare or _on_another_day(sentence, match):
                continue
            told[standing_of(sentence, match)].append(Found(found.value, found.start, found.end, "place:met in", 0.85))
    return told


def _sentences(page: Page, about: About) -> Iterator[Sentence]:
    """The sentences of the lines around the title and of the opening."""
    last = page.opening[-1].end if page.opening else 0
    for block in (*page.header, *(b for b in page.body[:_BLOCKS] if b.end <= last)):
        for start, end in told_now(page.text, block.content, block.end):
            yield Sentence(page.text, start, end, about)


def _on_another_day(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the day beside a place is not that of the page's meeting, as far as both are known."""
    about = sentence.about
    if about.day is None:
        return False
    start, end = max(sentence.start, match.start() - _NEAR_DATE), min(sentence.end, match.end() + _NEAR_DATE)
    days = [d for w in find_dates(sentence.text, start, end) if w.precision == "day"
            if (d := w if w.year is not None else w.in_year(about.day.year)) is not None]  # fmt: skip
    return bool(days) and all(abs(d.first - about.day) > _SAME_MEETING for d in days)


@lru_cache(maxsize=512)
def _cities(text: str, start: int, end: int) -> tuple[tuple[re.Match[str], Found[Where]], ...]:
    """The cities behind prepositions, each with what its preposition leads; such words may hold others ("del G7 di Bari")."""
    cities: list[tuple[re.Match[str], Found[Where]]] = []
    position = start
    while (match := _PREPOSITION.search(text, position, end)) is not None:
        found = parse_place(text, *match.span("place"), whole=True)
        position = match.start("place")
        begun_later = found is not None and OF.search(text, position, found.start) is not None
        if found is not None and found.value.city is not None and not begun_later:
            cities.append((match, found))
            position = match.end()
    return tuple(cities)
