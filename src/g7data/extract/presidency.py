"""The country that presides: as the year has it, as the text says it, or by the place of the meeting it names.

In all five languages a text says who presides with a word for presiding beside a country: "the Italian presidency", "Canada,
which hosts", "l'Allemagne a tenue dans le cadre de sa présidence". So the word is looked for, then the nearest country to it
from which only such words part it. The presidency before or after, and that of another body, are not meant.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from g7data import reference
from g7data.extract import meeting_words as words
from g7data.extract.bodies_named import find_bodies
from g7data.extract.demonyms import adjectives
from g7data.extract.found import Found
from g7data.extract.gazetteer import City, find_city
from g7data.extract.group import GROUP, forum_of
from g7data.extract.page import Page
from g7data.extract.place_words import Where
from g7data.extract.summit_place import summits_named, told_of
from g7data.reading import Block

_PRESIDING = frozenset(("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA", "RUS"))
_REPLACED = "replacement"
_HOSTS_OTHERS = (
    "USA",
)  # where the group meets each year beside the sessions of the Fund, the Bank and the United Nations
_OFFICE_OF_STATE = frozenset(("USA", "FRA", "RUS"))  # whose own president's office is called the presidency too
_STAMPS = frozenset(
    ("date:header line", "date:publication")
)  # years of a page, which may tell of another year's meeting
_PRESIDES = re.compile(
    r"\b(?:presidency|chairmanship|chairs?(?= (?:of )?(?:the )?(?:G-?[78]|group|summit\b))|head(?= of the G-?[78])|(?<=as )president(?= of the G-?[78])|(?<=G[78] )chair|préside(?:ra)?|présidence|présidente?(?= (?:en exercice|du G[78]))|presidenza|presiede\w*|presidente di turno|presidencia|"
    r"presidência|voorzit\w*|vorsitz\w*|hosted by|hosts?(?: country| nation)?|gastgeber(?:land|s|in)?|pays hôte|hôte|ospitante)\b|(?<!rats)präsidentschaft(?!s)|(?<!連合)(?<!ASEAN)(?<!20)(?<!機構)議長国|議長年|開催国|ホスト国|主催国|開催地",
    re.I,
)
_HOSTS = re.compile(r"hosts?|gastgeber|hôte|ospitante|開催|ホスト|主催", re.I)
_BETWEEN = frozenset(
    "the this year s currently now also serves serve serving which who that is was are has had have holds hold held holding assumed assumes assuming took takes taken over under "
    "rotating of its as annual current country nation "
    "la le les l de du des d cette année an assure assurera actuellement exerce exercé exercée occupe détient assume assumée assurée prend pris a tenu tenue dans cadre sa son qui que "
    "par aux mains groupe sept pays est actuelle tournante "
    "der die das den dem von unter mit in diesem jahr dieses hat haben hatte hält halten führt übernimmt übernahm übernommen inne derzeit aktuell aktuelle aktuellen zurzeit gegenwärtig "
    "derzeitige derzeitigen heuer zum jahreswechsel seit januar turnusmäßig turnusgemäß momentan noch bis ende des jahres gruppe staatengruppe sieben gipfels treffens "
    "il lo gli i del dello della delle dell dei degli di da quest anno che cui ha assunto assume detiene esercita attualmente attuale turno sotto gruppo sette paese "
    "el los las este año ejerce ostenta siete do dos o het dit jaar van "
    "g7 g8 7 8 g".split()
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.;:!?\n。]")
_YEAR_AWAY = re.compile(
    r"\W{0,2}(?:next|last) year|l['’]an(?:née)? (?:prochaine?|dernière?)|(?:im|vom) (?:letzten|vergangenen|nächsten|kommenden) Jahr|l['’]anno (?:scorso|prossimo)",
    re.I,
)
_IN_YEAR = re.compile(r"\W{0,2}(?:in|en|im Jahr|nel) (?:19|20)\d\d")
_IN_OFFICE = re.compile(
    r"\b(?:under|during|sous|pendant|durant|unter|während|sotto|durante|nell['’]ambito della)\W+(?:\w+\W+)?$", re.I
)
_OF_ANOTHER = re.compile(
    r"\W{1,3}(?:(?:of|de|du|del|della|der|des|dell|l|the|rotating|tournante|di|turno)\W{1,2}){0,4}(?:G-?20|Consi|Conse|Council|U\.?E\b|EU\b|Union|Unione|OSCE|OSZE|APEC|S[ée]nat|Europ|ONU|UN\b|ASEAN|République|Repubblica|Rates)"
)
_ANOTHER = re.compile(r"(?:G-?20|EU|UE|OSZE|OSCE|APEC|UN|COP\d*|安保理|ASEAN)[- ]?(?:\w+ )?$")
_YEAR_BEFORE = re.compile(r"(?<![\d–-])(?P<year>(?:19|20)\d\d)(?:年?の?| )$")
_YEAR_AFTER = re.compile(r" (?:[Ss]ummit |[Pp]residency |Presidenza |[Pp]résidence )?(?P<year>(?:19|20)\d\d)(?![\d–-])")
_BESIDE = 6  # characters: those of a year and a sign
_FAR, _NEAR = 80, 30  # characters
_JA_LEFT = re.compile(r"[(（]|(?:は|が|の|も|である|として|、|G[78]|Ｇ[７８])[^。]{0,40}|")
_JA_RIGHT = re.compile(r"(?:である|として|を務め(?:る|た)|の|・|[=＝]|、|は|\s|「|『){0,3}")


def read_presidency(page: Page, year: Found[int] | None, where: Found[Where] | None) -> Found[str] | None:
    """The country that presides.

    The year tells (`reference/presidencies.csv`), unless it is that of the page and its title names a meeting by a place where
    another country presided. Without a year tell, in this order: the text's own words, a title that names a meeting by its place,
    a year beside the group's name, a place where one presidency alone held its meetings, the country the meeting was held in (as
    ministers are hosted by the presidency but for the sidelines of other meetings), a summit named or a place told of farther on.
    """
    if year is not None and year.value in reference.presidencies():
        known = reference.presidencies()[year.value]
        group = GROUP.search(page.text)
        if known.status == _REPLACED and group is not None and forum_of(group[0]) == "G7":
            return _named(page)  # the G7 met without the country that was to preside over the G8
        presidency = known.presidency
        titled = _by_place_named(page, page.title_blocks, strict=True) if year.rule in _STAMPS else None
        return titled or Found(presidency, year.start, year.end, "presidency:of the year", 0.95)
    titled = _by_place_named(page, page.title_blocks, strict=False)
    told = _named(page) or titled or _by_year_named(page) or _presided_there(where)
    return told or _at_home(where) or _by_place_named(page, (*page.header, *page.opening), strict=False) or _told(page)


def _named(page: Page) -> Found[str] | None:
    """The first presidency that is told of; one with its year behind it, "the French presidency in 2019", only for want of others."""
    of_a_year: Found[str] | None = None
    for block in (*page.title_blocks, *page.header, *page.body):
        for match in _PRESIDES.finditer(page.text, block.start, block.end):
            found = _presiding(page.text, block.start, block.end, match)
            if found is not None and not _IN_YEAR.match(page.text, found.end, block.end):
                return found
            of_a_year = of_a_year or found
    return of_a_year


def _presiding(text: str, first: int, last: int, word: re.Match[str]) -> Found[str] | None:
    """The country that a word for presiding is said of: beside it, before it or behind it."""
    left = [
        (c, a, b)
        for c, a, b in _countries(text, max(first, word.start() - _FAR), word.start())
        if _joined(text, b, word.start(), _JA_LEFT)
    ][-1:]
    right = [
        (c, a, b)
        for c, a, b in _countries(text, word.end(), min(last, word.end() + _FAR))
        if _joined(text, word.end(), a, _JA_RIGHT)
    ][:1]
    beside = [
        found for found in (*right, *left) if found[1] - word.end() in (0, 1) or word.start() - found[2] in (0, 1)
    ]
    for country, start, end in (*beside, *left, *right):
        a, b = min(start, word.start()), max(end, word.end())
        if _is_meant(text, first, last, a, b, word, country):
            return Found(country, a, b, "presidency:named", 0.8)
    return None


def _is_meant(text: str, first: int, last: int, start: int, end: int, word: re.Match[str], country: str) -> bool:
    """Whether the words speak of the group's presidency, and of that of the meeting."""
    before = text[max(first, start - _NEAR) : start]
    if words.NOT_NOW.search(text, max(first, start - _NEAR), end) or _YEAR_AWAY.search(
        text, end, min(last, end + _NEAR)
    ):
        return False
    if _OF_ANOTHER.match(text, end, last) or _ANOTHER.search(before) or _ANOTHER.search(text[start : word.start()]):
        return False
    if country in _OFFICE_OF_STATE and not _HOSTS.search(word[0]):
        return _IN_OFFICE.search(before) is not None or GROUP.search(text, start, min(last, end + _NEAR)) is not None
    if _HOSTS.search(word[0]):
        return GROUP.search(text, max(first, start - _FAR), min(last, end + _FAR)) is not None
    return True


def _countries(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The countries that may preside, by name or adjective, in a stretch."""
    named = [(body.body_id, a, b) for body, a, b in find_bodies(text, start, end) if body.body_id in _PRESIDING]
    told = adjectives()
    named += [
        (told[m[0].lower()], m.start(), m.end())
        for m in _WORD.finditer(text, start, end)
        if told.get(m[0].lower()) in _PRESIDING
    ]
    yield from sorted(set(named), key=lambda found: found[1])


def _joined(text: str, start: int, end: int, japanese: re.Pattern[str]) -> bool:
    """Whether only words of presiding stand in a stretch."""
    if text[start - 1] > "぀" or text[end : end + 1] > "぀":
        return japanese.fullmatch(text, start, end) is not None
    return _ENDS.search(text, start, end) is None and all(
        m[0].lower() in _BETWEEN or m[0].isdigit() for m in _WORD.finditer(text, start, end)
    )


def _by_place_named(page: Page, blocks: Iterable[Block], *, strict: bool) -> Found[str] | None:
    """Whoever presided over all the meetings in the place that names one; if not `strict`, else whoever is at home there."""
    for block in blocks:
        for start, end, city in summits_named(page.text, block.start, block.end):
            country = _presided_at(city) or (None if strict else _hosting(city.country))
            if country is not None:
                return Found(country, start, end, "presidency:summit named by its place", 0.7)
    return None


def _by_year_named(page: Page) -> Found[str] | None:
    """The presidency of the year that stands beside the group's name: "G7 2020", "the 2020 G7"."""
    for block in (*page.title_blocks, *page.header, *page.opening):
        for match in GROUP.finditer(page.text, block.start, block.end):
            year = _YEAR_BEFORE.search(
                page.text[max(block.start, match.start() - _BESIDE) : match.start()]
            ) or _YEAR_AFTER.match(page.text, match.end(), block.end)
            known = reference.presidencies().get(int(year["year"])) if year is not None else None
            if year is not None and known is not None:
                begin, end = match.start(), match.end()
                start, stop = (begin - len(year[0]), end) if year.re is _YEAR_BEFORE else (begin, year.end())
                return Found(known.presidency, start, stop, "presidency:year beside the group", 0.7)
    return None


def _presided_there(where: Found[Where] | None) -> Found[str] | None:
    city = find_city(where.value.city) if where is not None and where.value.city else None
    country = _presided_at(city) if city is not None else None
    if where is None or country is None or (country != where.value.country and where.value.country in _HOSTS_OTHERS):
        return None
    return Found(country, where.start, where.end, "presidency:of meetings held there", 0.6)


def _at_home(where: Found[Where] | None) -> Found[str] | None:
    country = _hosting(where.value.country) if where is not None else None
    return Found(country, where.start, where.end, "presidency:held at home", 0.4) if where and country else None


def _told(page: Page) -> Found[str] | None:
    for block in (*page.title_blocks, *page.header, *page.opening):
        for start, end, country in told_of(page.text, block.start, block.end):
            if _hosting(country) is not None:
                return Found(country, start, end, "presidency:told of where it was", 0.3)
    return None


def _hosting(country: str | None) -> str | None:
    """The country of a place, where a presidency's own meetings are held there rather than those of others."""
    return country if country in _PRESIDING and country not in _HOSTS_OTHERS else None


@cache
def _held() -> tuple[tuple[frozenset[City], str], ...]:
    """The places of every meeting that is known, each with who presided."""
    known = [(f"{p.place};{p.summit_name}", p.presidency) for p in reference.presidencies().values()]
    known += [(m.place, m.presidency) for m in reference.meetings()]
    return tuple(
        (frozenset(city for part in re.split(r"[,;/]| and ", place) if (city := find_city(part)) is not None), country)
        for place, country in known
    )


def _presided_at(city: City) -> str | None:
    """The one country that presided over all the meetings known to have been held in a place, or None."""
    held = {country for cities, country in _held() if city in cities}
    return held.pop() if len(held) == 1 else None
