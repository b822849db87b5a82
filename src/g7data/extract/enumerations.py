"""People listed one after another in a sentence, each with an office, a country or a clause of their own.

What the head of such a list says holds for all of it: "Les autres invités incluent A, directrice de ..., B, président de ...",
"Hanno firmato A, ministro di ... (Canada), B, ...". Where the head only points back, "Parmi eux", "They are", the sentence
before says it. What follows the last name says it of all too: "A, président de ..., et B, ..., feront le déplacement".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from g7data.extract.elsewhere import is_elsewhere
from g7data.extract.mentions import Mention
from g7data.extract.nations import country_in
from g7data.extract.presence import ABSENT, ARTICLES, VERB, announces_guests, present_after, present_before

_LONGEST_GAP = 300
_LONGEST_SENTENCE = 320
_LONGEST_TAIL = 220  # characters behind the last of a list
_BRACKET = re.compile(r"[(（]([^()（）]{0,120})[)）]")
_AND = r"(?:and|et|und|ed?|y|sowie|ainsi que|as well as|nonché|así como|ou encore|et enfin|along with|together with|de même que|plus)"
_GOES_ON = re.compile(
    rf"[\s)]*(?:[,;–]|{_AND}\b|(?:du|de|des|d['’]|of|from|aus|von|del|della|dell['’]|for|für|pour|per|presso|auprès|nel(?:l['’]|la|lo)?|beim?|im|in|at|to|con|with|mit|avec|an|on|à|aux?|chargée?)\b[^,;]{{1,60}}(?:[,;]|\s{_AND}\b))"
)
_COMES_NEXT = re.compile(rf"(?:[,;–]|\b{_AND})\s*(?:{ARTICLES}\s+|(?:l|d|dell)['’])*(?:[a-zà-ÿ-]{{3,}}\s)?$")
_RELATIVE = re.compile(r",\s(?:qui|who|che|der|die|das|dont)\s[^,]{3,90}(?:,|$|(?=\s(?:et|and|und|e)\s))")
_ENDS = re.compile(r"[!?:“”«»\"\n]|\.\s|\d\.\d")
_SIGNS = re.compile(
    r"\b(?:signed (?:\w+ ){0,3}by|signatories|signée?s?(?: \w+){0,3} par|ont (?:\w+ )?signé|signataires|firmat[oaie](?: \w+){0,2} da(?:l|i|lla)?|(?:hanno|ha) (?:\w+ )?(?:firmato|sottoscritto|siglato)|firmatari"
    r"|unterzeichnet(?:en|e)?|unterzeichner(?:n|innen)?|署名した?)\b(?!['’])[^.;:“”«»\"]{0,70}:?\s*$",
    re.I,
)
_RECEIVES = re.compile(
    r"\b(?:welcomed|greeted|received|begrüßten?|begrüßt|empfing(?:en)?|empfängt|(?:a|ont) (?:accueilli|reçu|salué)|accueille|reçoit|(?:ha|hanno) (?:accolto|ricevuto|salutato)|accoglie|riceve|recibió|acogió|recebeu|acolheu)\b"
    r"(?:\s(?:in turn|one by one|nell['’]ordine|nacheinander|tour à tour|dans l['’]ordre|also|auch|anche|aussi))?"
    rf"(?:,?\s(?:in rappresentanza|per|representing|for|für|pour)\s[^,.;]{{2,40}},)?\s*(?:{ARTICLES}\s|[ld]['’])?\s*$",
    re.I,
)
_POINTS_BACK = re.compile(
    r"\W*(?:il s['’]agi(?:t|ssait)\b|(?:parmi|entre) (?:eux|elles|ceux-ci)\b|on (?:trouve|compte|note)\b|(?:they|these|those) (?:are|were|include|included)\b|among (?:them|these|those)\b|si tratta\b|(?:tra|fra) (?:questi|loro|essi)\b"
    r"|unter ihnen\b|dazu (?:gehör|zähl)\w+|es handelt sich um\b|es (?:sind|waren)\b|se trata de\b|entre ellos\b|(?:ese|este|tal) es el caso\b|(?:c['’]est|tel est) le cas\b|è il caso\b|(?:this|such) is the case\b)[^.;:“”«»\"]{0,50}$",
    re.I,
)
_PRESENCE = re.compile(
    r"\b(?:invited|guests?|attend\w*|present|participat(?:e|ed|ing)|taking part|take part|join(?:ed|ing)?|welcomed|invitée?s?|conviée?s?|présente?s?|particip(?:ent|eront|aient|é)|assist(?:ent|eront|é)|(?:le )?déplacement"
    r"|ospiti|invitati|presenti|partecip\w+|intervenuti|eingeladen\w*|gäste\w*|gastländer\w*|teilnehmen|teilgenommen|teil|anwesend|angereist|invitados|asistieron|acud\w+)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!?][”»\")]*\s+(?=[A-ZÀ-Þ«“\"])|\n")


@dataclass(frozen=True, slots=True)
class Listing:
    """The mentions of one list by index, what its head makes of them, and the countries that brackets behind them name."""

    members: tuple[int, ...]
    function: str
    countries: dict[int, str]
    whole: bool = False  # said behind the last of all, whatever is said of each before


def listings(
    text: str, begins: Callable[[int], int], mentions: list[Mention], functions: list[str]
) -> Iterator[Listing]:
    """The lists of people, given what each does by itself; `begins` tells where the block of a mention begins."""
    for members in _lists(text, mentions):
        first, last = mentions[members[0]], mentions[members[-1]]
        low = begins(members[0])
        alone = len(members) == 1
        head = _head(text, low, first.opening)
        function = _by_head(text, low, head, first.opening, alone=alone)
        whole = present_after(head, text[last.closing : last.closing + _LONGEST_TAIL], alone=alone)
        if whole and function == "mentioned":
            function = "participant"
        if function == "mentioned" and len(members) > 1 and functions[members[-1]] in ("participant", "signatory"):
            function = functions[members[-1]] if VERB.search(text, last.start, last.closing) is None else function
        if function == "mentioned" and len(members) > 1 and functions[members[0]] in ("participant", "signatory"):
            function = functions[members[0]]
        limits = (*(mentions[i].opening for i in members[1:]), last.closing + _LONGEST_GAP // 2)
        found = ((i, _bracketed(text, mentions[i], limit)) for i, limit in zip(members, limits, strict=True))
        countries = {i: country for i, country in found if country} if len(members) > 1 else {}
        if function != "mentioned" or countries:
            yield Listing(members, function, countries, whole)


def _lists(text: str, mentions: list[Mention]) -> Iterator[tuple[int, ...]]:
    members: list[int] = []
    for i, m in enumerate(mentions):
        if members and not goes_on(text, mentions[members[-1]], m):
            yield tuple(members)
            members = []
        members.append(i)
    if members:
        yield tuple(members)


def goes_on(text: str, a: Mention, b: Mention) -> bool:
    """Whether a list of people goes on from one to the next: commas and offices between them, and no verb but in a clause of its own."""
    if a.block != b.block or not 0 <= b.opening - a.closing <= _LONGEST_GAP or b.name[-1:] > "぀":
        return False
    gap = _BRACKET.sub("", text[a.closing : b.opening])
    if _ENDS.search(gap) is not None or _GOES_ON.match(gap) is None or _COMES_NEXT.search(gap) is None:
        return False
    return VERB.search(_RELATIVE.sub(",", gap)) is None


def _head(text: str, low: int, start: int) -> str:
    """The words of a sentence before the first of a list."""
    low = max(low, start - 2 * _LONGEST_SENTENCE)
    ends = [m.end() for m in _SENTENCE.finditer(text, low, start)]
    return text[max(ends[-1] if ends else low, start - _LONGEST_SENTENCE) : start]


def _by_head(text: str, low: int, head: str, start: int, *, alone: bool) -> str:
    """What the words before the first of a list say of all."""
    if _SIGNS.search(head) is not None:
        return "signatory"
    there = announces_guests(head) and not alone
    if there or (present_before(head, alone=alone) and not is_elsewhere(head)):
        return "participant"
    if not alone and _RECEIVES.search(head) is not None and ABSENT.search(head) is None:
        return "participant"
    if _POINTS_BACK.fullmatch(head) is not None:
        before = _head(text, low, max(low, start - len(head) - 1)) + text[start - len(head) - 1 : start - len(head)]
        if _PRESENCE.search(before) is not None and ABSENT.search(before) is None:
            return "participant"
    return "mentioned"


def _bracketed(text: str, m: Mention, limit: int) -> str | None:
    """The country in a bracket behind somebody's office."""
    match = _BRACKET.search(text, m.closing, limit)
    if match is None or re.search(r"[.;!?]", text[m.closing : match.start()]) or len(match[1]) > 30:
        return None
    return country_in(match[1]) if match[1][:1].isupper() else None
