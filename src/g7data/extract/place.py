"""Where a meeting was held: read from the lines around the title, from the title, from a dateline, from the opening.

A place is a stretch of words in which a city of the gazetteer stands, or that ends in a country. The dateline of one
government's release is where the release was written, not where the group met; it counts only for the group's own text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.gazetteer import City, find_city, find_country
from g7data.extract.page import Page
from g7data.sources import publisher_of


@dataclass(frozen=True, slots=True)
class Where:
    """A place as written, with the city (English name) and country (ISO 3166-1 alpha-3) it means."""

    written: str
    city: str | None
    country: str | None


_PIECE = re.compile(r"[^,/|()]+")
_JOINED = re.compile(r"\s+(?:and|e|ed|et|und)\s+|\s*[-–—]\s*")
_LABELLED = re.compile(r"^\[?(?:place|lieu|ort|luogo|場所|会場|開催地)\]?\s*[:：]?\s*", re.I)
_DATELINE = re.compile(r"^(?P<place>[A-ZÀ-Þ][\w.’'()À-ÿ -]{2,40}(?:,\s*[A-ZÀ-Þ][\w.À-ÿ ]{1,30})?)\s*(?:,\s*[A-Za-z]+\.?\s\d{1,2}(?:,\s*\d{4})?)?\s*(?:–|—|--+|-)\s*(?=\S)")
_CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-Þ][\w’'À-ÿ-]*\.?|\([A-Z][\w]+\))"
_NAME = rf"(?P<place>(?:St\.|{_CAPITAL})(?:[ -](?:{_CAPITAL}|de|di|del|da|sur|am|an der|on|the|les|la|le|des))*(?:,\s*{_CAPITAL}(?:\s{_CAPITAL})*)*)"
_MET = (
    r"(?:met|meet(?:s|ing)?|gather(?:ed|ing)?|conven(?:ed|ing)|held|hosted|summit|conference|took place|taking place|assembled|"
    r"séance|réunis|réunion|réunies|tenue?|sommet|accueilli\w*|tagten|trafen|treffen|tagung|stattfand|zusammengekommen|gipfel\w*|"
    r"riuniti|riunione|incontrati|svolt[aoie]|tenut[aoie]|tenutasi|vertice|ospitat\w*)"
)
_RUN_IN = re.compile(rf"[,;\s–-]+{_NAME}")
_IN_BODY = re.compile(rf"\b{_MET}\b(?P<between>[^.;:]{{0,90}}?)\b(?:in|at|à|a|ad|zu|in der|nel|presso)\s+{_NAME}")
_IN_TITLE = re.compile(rf"(?:\b(?:in|at|à|a|ad|zu)\s+|[,:–—(]\s*){_NAME}")
_JA_PLACE = re.compile(r"(?P<place>[一-鿿ァ-ヶ・]{2,12}?(?:市|県|都|府|町|村)?)(?:の[^、。]{0,20})?(?:で|において|にて|に於いて)(?:開催|開か|行わ|実施|開幕|始ま)")


def read_place(page: Page, *, official: bool) -> Found[Where] | None:
    """The place of the meeting, or None where the page names none."""
    for rule in (_in_fields, _in_header, _in_title, _in_dateline, _after_date, _in_opening, _in_japanese):
        found = rule(page)
        if found is not None and (official or rule is not _in_dateline or found.value.country != publisher_of(page.url).country):
            return found
    return None


def _in_fields(page: Page) -> Found[Where] | None:
    for block in page.header:
        label = _LABELLED.match(page.words(block))
        if label:
            found = parse_place(page.text, block.content + label.end(), block.end)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:labelled line")
    return None


def _in_header(page: Page) -> Found[Where] | None:
    """A line with a date, without the date; or a line of its own next to such a line."""
    lines = [b for b in page.header if b.start > (page.title_blocks[0].start if page.title_blocks else -1)]
    dated = [bool(find_dates(page.text, b.content, b.end)) for b in lines]
    for i, block in enumerate(lines):
        near = dated[i] or any(dated[max(0, i - 1) : i + 2])
        if near and block.end - block.content < 120:  # noqa: PLR2004
            for start, end in _around_dates(page.text, block.content, block.end):
                found = parse_place(page.text, start, end, whole=not dated[i])
                if found is not None:
                    return Found(found.value, found.start, found.end, "place:header line")
    return None


def _around_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for written in find_dates(text, start, end):
        yield position, written.start
        position = written.end
    yield position, end


def _in_title(page: Page) -> Found[Where] | None:
    for block in page.title_blocks:
        matches = list(_IN_TITLE.finditer(page.text, block.content, block.end))
        for match in reversed(matches):
            found = parse_place(page.text, *match.span("place"), whole=True)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:title", 0.9)
        found = _last_word(page, block.content, block.end)
        if found is not None:
            return found
    return None


def _last_word(page: Page, start: int, end: int) -> Found[Where] | None:
    """A title that simply ends in the name of a city where the group met."""
    dates = find_dates(page.text, start, end)
    stop = dates[0].start if dates else end
    words = page.text[start:stop].rstrip(" ,-–—")
    tail = re.search(rf"(?<=\w)[\s,]+(?P<place>{_CAPITAL}(?:[ ,]+{_CAPITAL}){{0,2}})$", words)
    if tail is None:
        return None
    for a in (m.end() for m in re.finditer(r"[\s,]+(?=\S)", words[: tail.end()]) if m.end() >= tail.start("place")):
        found = parse_place(page.text, start + a, start + len(words), whole=True)
        if found is not None and found.value.city is not None:
            return Found(found.value, found.start, found.end, "place:end of title", 0.8)
    return None


def _in_dateline(page: Page) -> Found[Where] | None:
    for block in page.opening[:1]:
        match = _DATELINE.match(page.words(block))
        if match:
            found = parse_place(page.text, block.content, block.content + match.end("place"), whole=True)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:dateline", 0.8)
    return None


def _after_date(page: Page) -> Found[Where] | None:
    """A text that begins with its date and place, run into the first sentence."""
    for block in page.opening[:1]:
        dates = find_dates(page.text, block.content, min(block.end, block.content + 60))
        if dates and dates[0].start - block.content < 4:  # noqa: PLR2004
            match = _RUN_IN.match(page.text, dates[0].end, block.end)
            found = parse_place(page.text, *match.span("place"), whole=True) if match else None
            if found is not None:
                return Found(found.value, found.start, found.end, "place:before the first sentence")
    return None


def _in_opening(page: Page) -> Found[Where] | None:
    for block in page.opening:
        for match in _IN_BODY.finditer(page.text, block.content, block.end):
            found = parse_place(page.text, match.start("place"), match.end("place"), whole=True)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:met in", 0.85)
    return None


def _in_japanese(page: Page) -> Found[Where] | None:
    for block in (*page.title_blocks, *page.opening):
        for match in _JA_PLACE.finditer(page.text, block.content, block.end):
            found = parse_place(page.text, match.start("place"), match.end("place"), whole=True)
            if found is not None:
                return Found(found.value, found.start, found.end, "place:held at (ja)", 0.8)
    return None


def parse_place(text: str, start: int, end: int, *, whole: bool = False) -> Found[Where] | None:
    """The place in a stretch of text: its first city, its country; with `whole`, the stretch must begin with it."""
    pieces = [(m.start(), m.end()) for m in _PIECE.finditer(text, start, end) if m[0].strip()]
    country = country_end = None
    for i, (a, b) in enumerate(pieces):
        city = _city_in(text[a:b])
        if city is None:
            if whole:
                break
            continue
        last = b
        for c, d in pieces[i + 1 : i + 4]:
            country = find_country(text[c:d].strip()) or country
            last = d if find_country(text[c:d].strip()) or len(text[c:d].strip().split()) <= 2 else last  # noqa: PLR2004
        return _found(text, a, last, city.name, country or city.country)
    for a, b in reversed(pieces):
        country = find_country(text[a:b].strip())
        if country is not None and len(pieces) > 1:
            country_end = b
            first = text[pieces[0][0] : pieces[0][1]].strip()
            if first[:1].isupper() and len(first.split()) <= 4 and pieces[0][1] < b:  # noqa: PLR2004
                return _found(text, pieces[0][0], country_end, first, country)
    return None


def _city_in(words: str) -> City | None:
    words = words.strip(" .:;\n\t")
    city = find_city(words)
    if city is not None:
        return city
    if re.search(r"[一-鿿ァ-ヶ]", words):
        return next((c for n in range(min(len(words), 8), 1, -1) if (c := find_city(words[-n:])) or (c := find_city(words[:n]))), None)
    for piece in _JOINED.split(words):
        if piece and piece != words and piece[:1].isupper():
            city = find_city(piece)
            if city is not None:
                return city
    return None


def _found(text: str, start: int, end: int, city: str, country: str | None) -> Found[Where]:
    while start < end and text[start] in " ,.;:\n\t-–—":
        start += 1
    while end > start and text[end - 1] in " ,;:\n\t-–—[":
        end -= 1
    return Found(Where(text[start:end], city, country), start, end, "place")
