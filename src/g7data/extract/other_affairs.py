"""What else a page may be about that names the group: another forum, two countries, universities, a product."""

import re

from g7data.extract.guarded import guarded_words
from g7data.extract.participants import find_bodies
from g7data.extract.shortlist import Shortlist

_OTHERS = (
    ("g20", guarded_words(r"(?<!\w)G-?20(?!\d)|Group of Twenty|Ｇ20|Ｇ２０")),
    ("quad", guarded_words(r"\bQuad(?:rilateral Security Dialogue|rilateral)?\b|日米豪印|クアッド")),
    ("other_forum", guarded_words(r"\b(?:APEC|ASEAN|OECD|NATO|BRICS|OSCE|United Nations|UNGA|World Economic Forum|Commonwealth|Paris Club|FATF|Arctic Council|World Bank|"
                               r"International Monetary Fund|IMF|African Union)\b|国連|経済協力開発機構")),
    ("bilateral", guarded_words(r"\bbilateral\w*|\bthe two (?:countries|leaders|ministers|sides|governments|presidents)|(?:franco|deutsch|italo|anglo)-\w+|(?:meeting|call|conversation) with (?:\w+ ){0,6}?(?:president|minister|ambassador|king|chancellor|secretary general)|(?:visit|trip) (?:of|by) (?:\w+ ){0,3}?(?:president|(?:prime )?minister|chancellor|king)|"
                             r"call with|before their meeting|les deux (?:pays|ministres|présidents)|beide[rn]? (?:länder|staaten|minister)|i due (?:paesi|ministri)|(?:二|両)国|首脳会談|外相会談", re.I)),
    ("product", guarded_words(r"\b(?:megapixels?|cameras?|lens(?:es)?|smartphones?|processor|firmware|laptop|printer|server|warranty|add to cart|specifications?|GHz|sensor|zoom|battery life|review score|"
                      r"keyboard|in stock|display|LCD|notch|mirrorless|touchscreen|kamera|objektiv|akku|handy|appareil photo|téléphone|processeur|capteur|prise en main|objectif|écran|fotocamera|obiettivo|schermo|ricarica|batteria)\b|"
                      r"センサー|画素|レンズ|撮影|カメラ|搭載|感度|液晶", re.I)),
    ("universities", guarded_words(r"\buniversit\w+|vice-chancellor|大学", re.I)),
)  # fmt: skip
_LIKELY = Shortlist(_OTHERS)
_FEWEST = {"product": 3, "universities": 3}  # namings below which these words say nothing
_REASONS = {"universities": "other_forum"}
_FIRST_LINE = 120  # characters
_TWO_COUNTRIES = re.compile(r".{0,60}?\b[A-Z]\w+(?: \w+)?(?:,| and|/|-|–| et| und| e) [A-Z]", re.S)


def _two_countries(line: str) -> bool:
    parted = line.replace("-", " ").replace("–", " ")
    return len({body.body_id for body, _, _ in find_bodies(parted, 0, len(parted)) if body.country is not None}) == 2


def other_affair(words: str) -> str | None:
    """The other forum or affair that words name most; where their first line sets two countries beside each other, it is theirs."""
    if _TWO_COUNTRIES.match(words) and _two_countries(words[:_FIRST_LINE]):
        return "bilateral"
    counts = {reason: pattern.count(words) for reason, (pattern,) in _LIKELY.of(words).items()}
    counts = {reason: n for reason, n in counts.items() if n >= _FEWEST.get(reason, 1)}
    best = max(counts, key=lambda reason: counts[reason], default=None)
    return _REASONS.get(best, best) if best is not None else None


def is_about_a_thing(text: str, end: int) -> bool:
    """Whether the beginning of a text speaks of a product, or of the universities that call themselves a group."""
    counts = {reason: pattern.count(text, 0, end) for reason, pattern in _OTHERS if reason in _FEWEST}
    return any(n >= _FEWEST[reason] for reason, n in counts.items())
