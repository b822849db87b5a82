"""The place of a meeting in Japanese: known by its Japanese name, or a name in katakana behind that of its country."""

import re
from functools import cache

from g7data import reference
from g7data.extract.found import Found
from g7data.extract.gazetteer import find_city, find_country, find_town
from g7data.extract.page import Page
from g7data.extract.place_words import About, Where

_FIRST_BLOCKS = 6
_MOST = 3  # cities: more are those of a calendar
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
_HELD = r"(?:市|県|都|府|町|村)?(?:内)?(?=の[^、。]{0,14}[でに]|[^、。（(]{0,3}区[^、。]{0,12}で|で|において|にて|に(?:集|て|滞在|到着)|を訪(?:問|れ)|入り|・?サミット|及び|[（(）)]|$)"
_GROUP_BEFORE = r"(?:[GＧ][7８78７]|か国|カ国)(?:[一-鿿]{2,3}[県府都道]|[一-鿿]{2}・?)?"
_ELSEWHERE = re.compile(
    r"(?:で(?:行わ|開か|開催さ|の)れ?る?「?[^、。」]{0,12})?・?サミット[^、。]{0,6}(?:に|を|へ)(?:合わせ|先立|控え|前|向け|つなが|つなげ|伴|関連|関し)|へ(?:と|つな|向)|[^、。]{0,14}(?:来年|次回)|"
    r"(?:市内?)?(?:で|の|に|における)[^、。]{0,16}(?:発生|テロ|攻撃|爆発|事件|地震|災害|侵略|紛争)"
)
"""What follows a place of the summit beside which ministers meet elsewhere, of a coming meeting, or of an attack."""
_ANNOUNCED = re.compile(r"(?:市|都)?(?:内)?で(?:開催|開か?れ?)[^。、]{0,4}(?:と(?:発表|表明|明らか)|ことを(?:発表|決))")
"""A meeting that a report announces, be it next year's."""
OTHER_TIME = re.compile(r"(?:(?:来年|次回|昨年|前回|次に|去年|来月)、?|第[1１一]回[GＧ][7７8８]は)[^。、]{0,14}$")
_SUMMIT_NAMED = re.compile(r"・?サミット|で(?:行わ|開か|開催さ)れるサミット")
_ABROAD = re.compile(
    r"(?P<country>[一-鿿ァ-ヶー]{2,12})(?:[・･]|の|[（(]|(?:中|南|北|東|西)部の?)(?P<place>[ァ-ヶー・―]{3,14}?)(?:市|町|島)?(?=で|において|にて|に(?:集|て|滞在|到着)|を訪|[）)])"
)


def place_in_japanese(page: Page, about: About) -> Found[Where] | None:
    """A place where the text says that something was held there, or that stands in the name of the meeting."""
    if _JAPANESE.search(page.text) is None:
        return None
    for block in (*page.title_blocks, *page.header, *page.body[:_FIRST_BLOCKS]):
        found = _known(page.text, block.content, block.end, about) or _abroad(page.text, block.content, block.end)
        if found is not None:
            return found
    return None


def _known(text: str, start: int, end: int, about: About) -> Found[Where] | None:
    if len({find_city(match["place"]) for match in _names().finditer(text, start, end)}) > _MOST:
        return None
    for match in _places().finditer(text, start, end):
        if not _of_another_meeting(text, match, start, end, about):
            city = find_city(match["place"])
            if city is not None:
                where = Where(match["place"], city.name, city.country)
                return Found(where, *match.span("place"), "place:held at (ja)", 0.8)
    return None


def _of_another_meeting(text: str, match: re.Match[str], start: int, end: int, about: About) -> bool:
    before = text[max(start, match.start() - 20) : match.start()]
    announced = _ANNOUNCED.match(text, match.end(), end) is not None
    if _ELSEWHERE.match(text, match.end(), end) or (OTHER_TIME.search(before) and not announced):
        return True
    return about.track not in (None, "leaders") and _SUMMIT_NAMED.match(text, match.end(), end) is not None


def _abroad(text: str, start: int, end: int) -> Found[Where] | None:
    """A town behind the name of its country, however small; where nobody knows the town, the country."""
    for match in _ABROAD.finditer(text, start, end):
        country = find_country(match["country"])
        if country is not None:
            name = match["place"].replace("―", "ー")  # a dash for the sign of a long vowel
            city = find_city(name) or find_town(name, country)
            where = Where(match["place"], city.name if city else None, country)
            return Found(where, *match.span("place"), "place:held abroad (ja)", 0.8)
    return None


@cache
def _names() -> re.Pattern[str]:
    names = sorted((n for p in reference.places() for n in p.names if _JAPANESE.search(n)), key=len, reverse=True)
    return re.compile(f"(?P<place>{'|'.join(map(re.escape, names))})")


@cache
def _places() -> re.Pattern[str]:
    name = _names().pattern
    return re.compile(f"(?:(?P<named>{_GROUP_BEFORE})(?={name.replace('?P<place>', '?:')}))?{name}(?(named)|{_HELD})")
