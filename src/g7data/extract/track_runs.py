"""Runs of words that say together whose meeting it is: the group's name, ministers and tracks with only small words between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from g7data.extract.group import GROUP
from g7data.extract.guarded import Guarded, guarded
from g7data.extract.track_words import portfolios

MINISTERS = guarded(
    r"(?<!prime )(?<!premier )(?<!première )(?<!premier)(?<!primo )(?<!primer )(?<!primeiro-)(?<!primeiro )minist(?!erpräs|er-pres)[\w*:]*|大臣|相会|閣僚",
    re.I,
)
_SMALL = (
    r"of|for|on|the|and|und|et|e|ed|y|en|de|du|des|la|le|les|l|d|dei|della|delle|dello|dell|degli|del|di|der|die|das|für|van|voor|dos|das|do|da|"
    r"responsible|charge|in|tech|technology|technologie|tecnologia|tecnologica|innovation|innovazione|chargés|delegierte|affairs|affaires|countries|pays|paesi|länder|staaten|nations|joint|informal|virtual|extraordinary"
)
_JOINS = re.compile(rf"(?:[\s,'’&/・«»\"“”+–-]|(?:{_SMALL})(?!\w))*")
_AFTER_GROUP = re.compile(
    r"['’]?s?(?:[\s/«»\"“”–-]|(?:of|the|de|du|des|la|le|les|dei|della|delle|dello|degli|del|di|der|die|das|für|van|dos|do|meeting|conference|réunion|riunione|treffen|track|\d{4}|"
    r"on|zu|sul|sulla|sullo|sur)(?![^\W\d_])|(?:l|d|dell|sull)['’])*|[)）]?(?:各国)?[一-鿿ァ-ヶー・の]{0,12}",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:on|zu|sul|sulla|sullo|sull|sur)\b"
)  # before a topic too, which is written small: "the G7 on climate"
_TO_GROUP = re.compile(
    r"(?:[\s'’]|(?:of|the|de|du|des|dei|della|delle|del|der|van|dos|do|los|las|countries|pays|paesi|groupe?|grupp[oe]|grupo|nations)(?!\w))*",
    re.I,
)
_JA_JOINS = re.compile(r"[・、/及びの並]*|担当|[・、]?[ァ-ヶー一-鿿]{1,8}(?:・|及び)")
_FAR = 60  # characters from the group or from ministers within which a track is looked for


@dataclass(frozen=True, slots=True)
class Token:
    """A naming of the group ("g"), of ministers ("m") or of a track ("t")."""

    kind: str
    start: int
    end: int
    track: re.Match[str] | None = None


Run = list[Token]


def find_runs(text: str, start: int, end: int) -> list[Run]:
    """Runs of tokens with nothing but small words between them."""
    runs: list[Run] = []
    farthest: Token | None = None  # what reaches farthest in the last run
    for token in _tokens(text, start, end):
        if farthest is not None and _linked(text, farthest, token):
            runs[-1].append(token)
            farthest = max(farthest, token, key=lambda t: t.end)
        else:
            runs.append([token])
            farthest = token
    return runs


def _tokens(text: str, start: int, end: int) -> list[Token]:
    tokens = [Token("g", m.start(), m.end()) for m in GROUP.finditer(text, start, end)]
    tokens += [Token("m", m.start(), m.end()) for m in MINISTERS.finditer(text, start, end)]
    if not tokens:
        return []
    tracks = {
        m.start(): m for near in (MINISTERS, GROUP) for m in tracks_around(text, start, end, near, _FAR, portfolios())
    }
    tokens += [Token("t", m.start(), m.end(), m) for m in tracks.values()]
    return sorted(tokens, key=lambda token: (token.start, -token.end))


def _linked(text: str, left: Token, right: Token) -> bool:
    """Whether two neighbours belong together; a name that holds its ministers, "foreign ministers", does."""
    if right.start <= left.end:
        return True
    if left.kind == "g":
        topic = _ABOUT.search(text, left.end, right.start) is not None and not text[right.start].isupper()
        return right.kind != "g" and not topic and _AFTER_GROUP.fullmatch(text, left.end, right.start) is not None
    if right.kind == "g":
        return text[left.end - 1] < "぀" and _TO_GROUP.fullmatch(text, left.end, right.start) is not None
    joins = _JA_JOINS if text[left.end - 1] > "぀" else _JOINS
    return joins.fullmatch(text, left.end, right.start) is not None


def tracks_around(
    text: str, start: int, end: int, near: Guarded, distance: int, words: Guarded
) -> Iterator[re.Match[str]]:
    """The tracks named within a distance of ministers, or of the group; only there is it worth looking."""
    if end - start <= 2 * distance:
        yield from words.finditer(text, start, end)
        return
    done = start
    for match in near.finditer(text, start, end):
        a = max(done, text.rfind(" ", start, max(start, match.start() - distance)) + 1)
        b = min(end, match.end() + distance)
        if b > a:
            yield from words.finditer(text, a, b)
            done = b
