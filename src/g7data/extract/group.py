"""Where a text names the group itself: G7, G8, the Seven, the Eight, in five languages."""

import re

GROUP = re.compile(
    r"(?<![\w-])(?:"
    r"(?:G\s?[-‐‑–]?\s?7(?!\d|\.\d|\+)|Ｇ[7７]|G７|Group of Seven|Groupe des (?:Sept|7)|Gruppe der Sieben|Gruppo dei Sette|"
    r"(?:seven|sept|sieben|sette) (?:leading|major|most) industriali[sz]ed|sieben führenden Industrie\w+|"
    r"les Sept\b|dei Sette\b|Sette Grandi)|"
    r"(?:(?:G|P)\s?[-‐‑–]?\s?8(?!\d|\.\d|\+)|Ｇ[8８]|G８|Group of Eight|Groupe des (?:Huit|8)|Gruppe der Acht|Gruppo degli Otto|"
    r"Summit of the Eight|Sommet des Huit)|"
    r"(?<!European )(?<!Asian )(?<!African )(?<!Eurasian )(?<!Arab )(?:Economic Summit\b|Weltwirtschaftsgipfel|sommet[ _][ée]conomique|vertice economico)"
    r")|(?:先進(?:7|７|七)[かカヶヵ]国|主要(?:7|７|七|国首脳)|先進国首脳|(?:主要(?:8|８|八)[かカヶヵ]国))|"
    r"(?<![A-Za-z])G[7７8８](?=[^\x00-\x7f]|\b(?!\+))",
    re.I,
)
"""One naming of the group. `G7` inside Japanese text needs no blank around it."""

_EIGHT = re.compile(r"[8８]|Eight|Huit|Acht|Otto|八", re.I)


def forum_of(words: str) -> str:
    """`G7` or `G8`, whichever of the two a naming of the group means."""
    return "G8" if _EIGHT.search(words) else "G7"


def names_group(source: str) -> bool:
    """Whether a page's source names the group anywhere: the quick test that spares reading the rest of it."""
    return GROUP.search(source) is not None
