"""Where a text names the group itself: G7, G8, the Seven, the Eight, in five languages."""

import re

from g7data.extract.guarded import guarded

_NOT_INSIDE = r"(?<![A-Za-zÀ-ÿ0-9_].)"  # one character in: no letter stands before the name
_BLANKS, _DASHES = " \t\n\xa0\u2009\u202f\u3000", "-‐‑–"
_APART = rf"[{_BLANKS}]?[{_DASHES}]?[{_BLANKS}]?"  # what may stand in "G - 7"
GROUP = guarded(
    rf"[GgPpＧ]{_NOT_INSIDE}(?<!non-.)(?![7７]\+){_APART}(?:[7７](?!\.?\d|(?![A-Z][a-z]{{3}})[A-Za-z])|[8８](?!\.?\d|\+|(?![A-Z][a-z]{{3}})[A-Za-z]))"
    rf"|G{_NOT_INSIDE}(?:roup of (?:[Ss]even|[Ee]ight|7|8)|ROUP OF (?:SEVEN|EIGHT)|roupe des (?:[Ss]ept|[Hh]uit|7|8)|ruppe der (?:[Ss]ieben|[Aa]cht|7|8)|ipfel(?:treffen)?s? der (?:Sieben|Acht)|"
    r"ruppo (?:dei (?:[Ss]ette|7)|degli (?:[Oo]tto|8))|rupo d(?:e los (?:[Ss]iete|[Oo]cho)|os (?:[Ss]ete|[Oo]ito))|roep van (?:[Zz]even|[Aa]cht))(?!\w)"
    rf"|[Ss]{_NOT_INSIDE}(?:ummit of the Eight|ommet des Huit|even (?:leading|major|most) industriali[sz]ed|ieben (?:führenden |größten |großen |wichtigsten |bedeutendsten |westlichen |reichsten ){{1,3}}Industrie\w+|ette Grandi|"
    r"ommet (?:é|e)conomique|ommet des pays (?:les plus )?industrialisés)"
    rf"|SOMMET[ _][ÉE]CONOMIQUE|les Sept(?!\w)|dei Sette(?!\w)"
    rf"|E{_NOT_INSIDE}(?<!European .)(?<!Asian .)(?<!African .)(?<!Eurasian .)(?<!Arab .)(?:conomic Summit|CONOMIC SUMMIT)(?!\w)"
    r"|Weltwirtschaftsgipfel|vertice economico"
    r"|先進(?:[7７七]|主要)[かカヶヵ]国|主要(?:[7７七8８八][かカヶヵ]国|国首脳)|先進国首脳",
)
"""One naming of the group. `G7` inside Japanese text needs no blank around it; the g7+ of fragile states is another group."""

_EIGHT = re.compile(r"[8８八]|[Ee]ight|EIGHT|[Hh]uit|[Aa]cht|[Oo]tto|[Oo]cho|[Oo]ito")
_MEMBERS = (
    ("Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States"),
    ("Canada", "France", "Allemagne", "Italie", "Japon", "Royaume-Uni", "États-Unis"),
    ("Kanada", "Frankreich", "Deutschland", "Italien", "Japan", "Königreich", "Vereinigte Staaten"),
    ("Canada", "Francia", "Germania", "Italia", "Giappone", "Regno Unito", "Stati Uniti"),
    ("カナダ", "フランス", "ドイツ", "イタリア", "日本", "英国", "米国"),
)


_FIGURES = {
    g + a + b + c + n
    for g in "GgPpＧ"
    for a in ("", *_BLANKS)
    for b in ("", *_DASHES)
    for c in ("", *_BLANKS)
    for n in "7７8８"
}
GROUP_TRACES = {s for s in GROUP.needed if len(s) > 1} | _FIGURES | {"先進"}
"""Strings of which every naming of the group, of any form, holds one."""


MEMBER_TRACES = ("anada", "カナダ")  # the name of the rarest member, in all five languages


def names_all_members(source: str) -> bool:
    """Whether all seven members are named, in one of the five languages: texts before 1998 often say no more."""
    if not any(name in source for name in MEMBER_TRACES):
        return False
    return any(all(name in source for name in names) for names in _MEMBERS)


def forum_of(words: str) -> str:
    """`G7` or `G8`, whichever of the two a naming of the group means."""
    return "G8" if _EIGHT.search(words) else "G7"
