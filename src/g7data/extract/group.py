"""Where a text names the group itself: G7, G8, the Seven, the Eight, in five languages."""

import re

_NOT_INSIDE = r"(?<![A-Za-zÀ-ÿ0-9_].)"  # one character in: no letter stands before the name
GROUP = re.compile(
    rf"[GgPpＧ]{_NOT_INSIDE}(?<!non-.)(?![7７]\+)\s?[-‐‑–]?\s?(?:[7７](?!\.?\d|[A-Za-z])|[8８](?!\.?\d|\+|[A-Za-z]))"
    rf"|G{_NOT_INSIDE}(?:roup of (?:[Ss]even|[Ee]ight)|ROUP OF (?:SEVEN|EIGHT)|roupe des (?:[Ss]ept|[Hh]uit|7|8)|ruppe der (?:[Ss]ieben|[Aa]cht)|"
    r"ruppo (?:dei [Ss]ette|degli [Oo]tto))(?!\w)"
    rf"|[Ss]{_NOT_INSIDE}(?:ummit of the Eight|ommet des Huit|even (?:leading|major|most) industriali[sz]ed|ieben führenden Industrie\w+|ette Grandi|"
    r"ommet (?:é|e)conomique)"
    rf"|SOMMET[ _][ÉE]CONOMIQUE|les Sept(?!\w)|dei Sette(?!\w)"
    rf"|E{_NOT_INSIDE}(?<!European .)(?<!Asian .)(?<!African .)(?<!Eurasian .)(?<!Arab .)(?:conomic Summit|CONOMIC SUMMIT)(?!\w)"
    r"|Weltwirtschaftsgipfel|vertice economico"
    r"|先進(?:[7７七]|主要)[かカヶヵ]国|主要(?:[7７七8８八][かカヶヵ]国|国首脳)|先進国首脳"
)
"""One naming of the group. `G7` inside Japanese text needs no blank around it; the g7+ of fragile states is another group."""

_EIGHT = re.compile(r"[8８八]|[Ee]ight|EIGHT|[Hh]uit|[Aa]cht|[Oo]tto")
_HINTS = (
    "g7", "g-7", "g 7", "g8", "g-8", "g 8", "p8", "p-8", "ｇ７", "ｇ7", "ｇ８", "ｇ8", "g７", "g８", "g‑7", "g‑8", "g–7", "g–8", "group of ", "groupe des ",
    "gruppe der ", "gruppo de", "of the eight", "des huit", "industriali", "sieben führ", "sette", "les sept", "sommet", "economic summit",
    "weltwirtschaftsgipfel", "vertice economico", "先進", "主要",
)  # fmt: skip


_MEMBERS = (
    ("Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States"),
    ("Canada", "France", "Allemagne", "Italie", "Japon", "Royaume-Uni", "États-Unis"),
    ("Kanada", "Frankreich", "Deutschland", "Italien", "Japan", "Königreich", "Vereinigte Staaten"),
    ("Canada", "Francia", "Germania", "Italia", "Giappone", "Regno Unito", "Stati Uniti"),
    ("カナダ", "フランス", "ドイツ", "イタリア", "日本", "英国", "米国"),
)


def names_all_members(source: str) -> bool:
    """Whether all seven members are named, in one of the five languages: texts before 1998 often say no more."""
    return any(all(name in source for name in names) for names in _MEMBERS)


def forum_of(words: str) -> str:
    """`G7` or `G8`, whichever of the two a naming of the group means."""
    return "G8" if _EIGHT.search(words) else "G7"


def names_group(source: str) -> bool:
    """Whether a page's source names the group anywhere: the quick test that spares reading the rest of it."""
    lower = source.lower()
    return any(hint in lower for hint in _HINTS) and GROUP.search(source) is not None
