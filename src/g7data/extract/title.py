"""The title as a person would write it: without the place and date that trail it, without the label of an annex."""

import re

from g7data.extract.annex import ANNEX, annex_number
from g7data.extract.dates import find_dates
from g7data.extract.found import Found
from g7data.extract.gazetteer import find_city, find_country
from g7data.extract.group import GROUP
from g7data.extract.page import Page

_TRAILING = " ,;:–—-([|/"
_SITE = re.compile(r"\s+[|–—]\s+[^|–—]{3,60}$|\s+-\s+[A-Z][^-]{3,60}$")
_LABEL = re.compile(
    r"^\[?(?:title|titre|titel|titolo|文書名)\]\s*|^(?:title|文書名)\s*[:：]\s*|^date \d{4}-\d\d(?:-\d\d)?\s+|^(?:(?:subject|betreff|objet|oggetto)\s*[:：]\s*)+",
    re.I,
)
_SHORTEST = 12
_HOUR = re.compile(
    r"\W{0,3}(?:at |um |à |alle |ore )?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?(?:[ap]\.?m\.?|Uhr|GMT|UTC|CES?T|E[SD]T|JST))?\b\W*",
    re.I,
)
_BEFORE_DATE = re.compile(r"[\s,(]+(?:le|les|du|au|am|vom|den|on|del|il|dal|the)\s*$", re.I)
_NEEDS_MORE = re.compile(
    r"(?:\b(?:in|at|à|a|of|from|to|zu|aus|von|vom|bei|im|am|de|du|des|da|di|dei|del|della|nel|le|la|lo|the|près|near|St\.?)|d['’])\s*$",
    re.I,
)
_GOVERNS = re.compile(
    r"\b(?:in|im|en|nel|nell['’]|em|for|für|pour|per|from|since|ab|seit|until|(?:week|month|year) of|(?:woche|semaine|settimana) (?:vom|du|del))\s*$",
    re.I,
)  # a date that is no label
_GOVERNED = re.compile(r"\b(?:des|dei|delle|of)$", re.I)  # a date that says which one: "le sommet des 17 et 18 juin"
_FILE = re.compile(r"\(?\.?pdf\)?\W*$", re.I)
_MOST_BUTTONS = 3
_IN = re.compile(r"^(?:in|im|à|a|at|zu|nel|en)\s+")
_WHO_MET = re.compile(r"(?:ministers|governors|leaders|deputies)\s*$", re.I)
_BEFORE_CITY = re.compile(
    r"(?:ministers|governors|leaders|deputies|presidents?|meeting|summit|conference|statement|summary|communiqu\w+|declaration|report)\s*$",
    re.I,
)


def read_title(page: Page) -> Found[str] | None:
    """The title in the page's own words, or None where it has none."""
    blocks = page.title_blocks
    if blocks:
        start, end = blocks[0].content, blocks[-1].end
        label = _LABEL.match(page.text[start:end])
        start = _after_kicker(page, start, end) if len(blocks) == 1 else start
        return _trimmed(page.text, start + (label.end() if label else 0), end, "title:heading")
    for block, at in page.metadata("og:title", "citation_title", "dcterms.title", "dc.title", "headline", "title"):
        site = _SITE.search(page.text, at, block.end)
        return _trimmed(page.text, at, site.start() if site else block.end, "title:metadata")
    return None


def _trimmed(text: str, start: int, end: int, rule: str) -> Found[str] | None:
    start = _after_label(text, start, end)
    start, end = _without_stamp(text, start, end)
    end = _before_place_and_date(text, start, end)
    end = _without_place(text, start, end)
    start = _without_first_half(text, start, end)
    while start < end and text[start] in "* \t":
        start += 1
    while end > start and text[end - 1] in "* \t([":
        end -= 1
    words = " ".join(text[start:end].split())
    return Found(words, start, end, rule) if words else None


def _after_kicker(page: Page, start: int, end: int) -> int:
    """Where the title begins behind a topic that one heading prints before it: what the page calls itself is the rest."""
    for block, at in page.metadata("title"):
        site = _SITE.search(page.text, at, block.end)
        name = page.text[at : site.start() if site else block.end].strip()
        begin = end - len(name)
        if begin > start and GROUP.search(name) is not None and page.text.startswith(name, begin):
            ahead = page.text[start:begin]
            return begin if ahead[-1].isspace() and ahead.rstrip()[-1].isalnum() else start
    return start


def _after_label(text: str, start: int, end: int) -> int:
    """Where the title of an annex begins, after "Annex 3:"; the label goes to `annex_number`."""
    match = ANNEX.match(text[start:end])
    if match is None:
        return start
    rest = re.compile(r"\s*[:.–—-]\s*").match(text, start + match.end())
    return rest.end() if rest and end - rest.end() >= _SHORTEST else start


def _before_place_and_date(text: str, start: int, end: int) -> int:
    """Where the title ends if a date, and the place before it, trail it."""
    dates = [d for d in find_dates(text, start, end) if _is_tail(text[d.end : end])]
    if dates and _GOVERNS.search(text[start : dates[-1].start]):
        return end
    if not dates or dates[-1].start - start < _SHORTEST:
        return end
    stop = len(_BEFORE_DATE.sub("", text[start : dates[-1].start]).rstrip(_TRAILING)) + start
    if _GOVERNED.search(text[start:stop]):
        return end
    pieces = list(re.finditer(r"[^,(|]+", text[start:stop]))
    for i in range(len(pieces) - 1, 0, -1):
        piece = pieces[i][0].strip()
        if find_city(piece) is not None and not _needed(text[start : start + pieces[i].start()]):
            return start + len(text[start : start + pieces[i].start()].rstrip(_TRAILING))
    return _without_last_city(text, start, stop)


def _without_stamp(text: str, start: int, end: int) -> tuple[int, int]:
    """The title without a day and hour at one of its ends, and without the buttons behind them."""
    for written in find_dates(text, start, end) if _HOUR.search(text, start, end) else ():
        hour = _HOUR.match(text, written.end, end)
        if hour is None:
            continue
        if written.start - start <= 1 and end - hour.end() >= _SHORTEST:
            return hour.end(), end
        if written.start - start >= _SHORTEST and len(text[hour.end() : end].split()) <= _MOST_BUTTONS:
            return start, start + len(text[start : written.start].rstrip(_TRAILING))
    return start, end


def _is_tail(words: str) -> bool:
    """Whether nothing stands behind a date but a place or a bracket."""
    rest = _IN.sub("", _FILE.sub("", words).strip(" .,)]"))
    return not rest or all(find_city(piece.strip()) or find_country(piece.strip()) for piece in rest.split(","))


def _needed(before: str) -> bool:
    return bool(_NEEDS_MORE.search(before.rstrip(",")))


def _without_last_city(text: str, start: int, stop: int) -> int:
    """Where a title ends to which a city is glued with no comma before it: "... Governors Washington, D.C., April 27"."""
    for match in reversed(list(re.finditer(r"\s(?=[A-ZÀ-Þ])", text[start:stop]))):
        tail = text[start + match.end() : stop]
        if len(tail.split()) > 3:
            break
        if (
            find_city(tail) is not None
            and match.start() >= _SHORTEST
            and _BEFORE_CITY.search(text[start : start + match.start()])
        ):
            return start + match.start()
    return stop


def _without_place(text: str, start: int, end: int) -> int:
    """Where a title ends that a city trails, with its country or without: "... Governors Essen, Germany", "... Governors, London,"."""
    if ":" in text[start:end]:
        return end
    stop = start + len(text[start:end].rstrip(_TRAILING))
    comma = text.rfind(",", start, stop)
    if comma < 0:
        return _without_last_city(text, start, end)
    if find_city(text[comma + 1 : stop].strip()) is not None and _WHO_MET.search(text[start:comma]):
        return comma
    if find_city(text[comma + 1 : stop].strip()) is None and find_country(text[comma + 1 : stop].strip(" .")) is None:
        return end
    before = text.rfind(",", start, comma)
    if before > 0 and find_city(text[before + 1 : comma].strip()) and _WHO_MET.search(text[start:before]):
        return before
    shorter = _without_last_city(text, start, comma)
    return shorter if shorter < comma else end


def _without_first_half(text: str, start: int, end: int) -> int:
    """Where the title begins that a heading says twice."""
    words = text[start:end].strip()
    half = len(words) // 2
    return start + half + 1 if len(words) > 2 * _SHORTEST and words[:half] == words[half + 1 :] else start


def read_annex_number(page: Page) -> Found[int] | None:
    """The number of the annex that the page is: printed in its title or in a line just before it."""
    title = page.title_blocks
    before = [b for b in page.header if title and b.start < title[0].start]
    for block in (*title[:1], *reversed(before)):
        number = annex_number(page.words(block))
        if number is not None:
            match = ANNEX.match(page.words(block))
            end = block.content + (match.end() if match else 0)
            return Found(number, block.content, end, "annex:title line")
    return None
