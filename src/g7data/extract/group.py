"""Where a text names the group itself: G7, G8, the Seven, the Eight, in five languages, and the commonest of others."""

import re

from g7data.extract.guarded import guarded

_NOT_INSIDE = r"(?<![A-Za-zÀ-ÿ0-9_].)"  # one character in: no letter stands before the name
_BLANKS, _DASHES = " \t\n\xa0\u2009\u202f\u3000", "-‐‑–"
_APART = rf"[{_BLANKS}]?[{_DASHES}]?[{_BLANKS}]?"  # what may stand in "G - 7"
_GREAT = r"(?:major|leading|largest|richest|biggest|top|most|main|advanced|wealthiest|world['’]s)"
_NATIONS = "|".join(
    f"{kind} {states}"
    for kind in ("industrialized", "industrialised", "industrial", "richest", "wealthiest")
    for states in ("nations", "countries", "powers", "democracies", "economies")
)  # spelled out, so that texts with the word "industrial" alone are not searched
_SEVEN_OF_THEM = rf"(?:-nation (?:economic |allied |industrial )?summit|[- ](?:{_GREAT} ){{0,3}}(?:{_NATIONS}|economic powers|major powers))(?!\w)"  # behind "seven" or "eight"
_GRANDS = (
    r"(?: grand(?:e?s)?| principa(?:ux|les)| puissances?| pays| nations| les plus){1,4} (?:industrialis[ée]e?s|riches)"
)
_GROSSEN = (
    r"(?: (?:führenden|größten|großen|wichtigsten|bedeutendsten|westlichen|reichsten)){0,3} "
    r"(?:reichsten (?:Länder|Staaten|Nationen)|Industrieländer|Industrielander|Industriestaaten|Industrienationen|Industriemächte|Wirtschaftsmächte)"
)
_GRANDI = (
    r"(?: paesi| nazioni| potenze| più| maggiori| principali| maggiormente){1,4} (?:industrializzat[ei]|ricch[ie])"
)
_GRANDES = (
    r"(?: países| nações| naciones| potencias| grandes| principales| principais| m[aá]s| mais){1,4} industrializad[oa]s"
)
GROUP = guarded(
    rf"[GgPpＧ]{_NOT_INSIDE}(?<!non-.)(?![7７]\+){_APART}(?:[7７](?!\.?\d|(?![A-Z][a-z]{{3}})[A-Za-z])|[8８](?!\.?\d|\+(?! ?[35](?![\w.]))|(?![A-Z][a-z]{{3}})[A-Za-z]))"
    rf"|G{_NOT_INSIDE}(?:roup of (?:[Ss]even|[Ee]ight|7|8)|ROUP OF (?:SEVEN|EIGHT)|roupe des (?:[Ss]ept|[Hh]uit|7|8)|ruppe der (?:[Ss]ieben|[Aa]cht|7|8)|ipfel(?:treffen)?s? der (?:Sieben|Acht)|"
    r"ruppo (?:dei (?:[Ss]ette|7)|degli (?:[Oo]tto|8))|rupo d(?:e l[ao]s (?:[Ss]iete|[Oo]cho)|os (?:[Ss]ete|[Oo]ito))|roep van (?:[Zz]even|[Aa]cht))(?!\w)"
    rf"|[Ss]{_NOT_INSIDE}(?:ummit of the Eight|ummit (?:meeting |conference )?of (?:the )?(?:leading |major |main )?industriali[sz]ed (?:nations|countries|democracies)|ommet des Huit|even (?:leading|major|most) industriali[sz]ed|even{_SEVEN_OF_THEM}|ept{_GRANDS}|ieben{_GROSSEN}|ette(?: Grandi|{_GRANDI})|iete{_GRANDES}|ete{_GRANDES}|"
    r"ommet (?:é|e)conomique|ommet des pays (?:les plus )?industrialisés)"
    rf"|[EeHhAaOo]{_NOT_INSIDE}(?:ight{_SEVEN_OF_THEM}|uit{_GRANDS}|cht{_GROSSEN}|tto{_GRANDI}|cho{_GRANDES}|ito{_GRANDES})"
    rf"|[LlMmNn]{_NOT_INSIDE}(?:eaders|inisters|ations) of the Eight(?!\w)|[LM]{_NOT_INSIDE}(?:EADERS|INISTERS) OF THE EIGHT(?!\w)"
    rf"|SOMMET[ _][ÉE]CONOMIQUE|les Sept(?!\w)|dei Sette(?!\w)"
    rf"|E{_NOT_INSIDE}(?<!European .)(?<!Asian .)(?<!African .)(?<!Eurasian .)(?<!Arab .)(?:conomic Summit|CONOMIC SUMMIT)(?!\w)"
    r"|Weltwirtschaftsgipfel|vertice economico"
    r"|先進(?:[7７七]|主要)[かカヶヵ]国|主要(?:[7７七8８八][かカヶヵ]国|国首脳)|先進国首脳"
    r"|[7７七8８八][かカヶヵ]国(?:財務|蔵相|大蔵|首脳|外相|外務|中央銀行)"
    r"|(?:[七八][国國]集[团團]|七大工[业業][国國])",
)
"""One naming of the group. `G7` inside Japanese text needs no blank around it; the g7+ of fragile states is another group."""

_EIGHT = re.compile(r"[8８八]|[Ee]ight|EIGHT|[Hh]uit|[Aa]cht|[Oo]tto|[Oo]cho|[Oo]ito")
_MEMBERS = (
    ("Canada", "France", "Germany", "Italy", "Japan", "United Kingdom;Britain;U.K.", "United States;U.S."),
    ("Canada", "France", "Allemagne", "Italie", "Japon", "Royaume-Uni;Grande-Bretagne", "États-Unis;Etats-Unis"),
    (
        "Kanada",
        "Frankreich",
        "Deutschland;Bundesrepublik",
        "Italien",
        "Japan",
        "Königreich;Großbritannien",
        "Vereinigte;Vereinigten;USA",
    ),
    ("Canada", "Francia", "Germania", "Italia", "Giappone", "Regno Unito;Gran Bretagna", "Stati Uniti;USA"),
    (
        "Canadá",
        "Francia",
        "Alemania",
        "Italia",
        "Japón",
        "Reino Unido;Gran Bretaña",
        "Estados Unidos;EE.UU;EEUU;EE. UU",
    ),
    ("カナダ", "フランス", "ドイツ", "イタリア", "日本", "英国;イギリス", "米国;アメリカ"),
)  # each with its other names


_FIGURES = {
    g + a + b + c + n
    for g in "GgPpＧ"
    for a in ("", *_BLANKS)
    for b in ("", *_DASHES)
    for c in ("", *_BLANKS)
    for n in "7７8８"
}
GROUP_TRACES = {s: reach for s, reach in GROUP.reaches.items() if len(s) > 1} | dict.fromkeys((*_FIGURES, "先進"), 0)
"""Strings of which every naming of the group, of any form, holds one, with how far before it the naming may begin."""


MEMBER_TRACES = dict.fromkeys(("anada", "anadá", "カナダ"), 0)  # the name of the rarest member, in all six languages


def names_all_members(source: str) -> bool:
    """Whether all seven members are named, in one of six languages: texts before 1998 often say no more."""
    if not any(name in source for name in MEMBER_TRACES):
        return False
    return any(all(any(n in source for n in name.split(";")) for name in names) for names in _MEMBERS)


def forum_of(words: str) -> str:
    """`G7` or `G8`, whichever of the two a naming of the group means."""
    return "G8" if _EIGHT.search(words) else "G7"
