"""Whether a meeting was held in a room, online, or both.

What is read is a sentence that says how they met. That one guest was connected by video makes no meeting an online one, nor does
an earlier meeting that was.
"""

import re

from g7data.extract import meeting_words as words
from g7data.extract.found import Found
from g7data.extract.guarded import guarded
from g7data.extract.page import Page
from g7data.extract.sentences import sentences

_LINE = r"(?:visio|vid[eé]o|tele|télé)[- ]?(?:conf[eé]ren\w+|link|call|schal\w+)"
_MET_ONLINE = guarded(
    r"(?:meeting|met|held)\b[^.]{0,20} (?:by|via) (?:video|tele)|\b(?:met|held|convened|gathered|hosted) (?:\w+ )?virtually|virtual (?:meeting|summit|g-?[78])|"
    r"réunion virtuelle|rencontré\w* virtuellement|virtuelles treffen|riunione virtuale|formato virtuale|video-?gipfel|オンライン(?:会合|会議|首脳|形式|開催)|テレビ会議形式",
    re.I,
)
_NAMED = guarded(  # a meeting that is online by its name
    r"\b(?:virtual(?:ly)?[ -](?:g-?[78] )?(?:meeting|summit|conference|format|gathering|session|leaders|ministerial|call|hosted)\w*|"
    r"(?:met|meet|held|convened|gathered|took place|(?:are|were) meeting) (?:\w+ )?virtually|virtually (?:meet|convene|gather|host)\w*|"
    r"(?:held|holding|hosted|convened|in the form of|during|in) (?:an? )?(?:\w+ )?(?:video|tele)[- ]?conference|"
    r"(?:video|tele)[- ]?conference (?:of|with|call)|(?:leaders|ministers|summit|g-?[78])['’]? (?:video|tele)[- ]?conference|(?:hold|held|host(?:ed)?|convened?|by|via) (?:an? )?(?:\w+ )?conference call|(?:held|met|meet|meeting|gathered|convened) online|online (?:meeting|summit|session)|"
    r"(?:réunion|rencontre|sommet|session|séance|format|échange)s?,? (?:\w+ )?(?:virtuel(?:le)?s?|en ligne|à distance|en visio\w*)|sommet par visio\w*|en distanciel|"
    r"(?:conférence|réunion) téléphonique|conferenza telefonica|conferencia telefónica|conferência telefônica|telefonische (?:conferentie|vergadering)|"
    r"video-?(?:gipfel|konferenz|schal\w+)|telefonkonferenz|schaltkonferenz|telefonschalte|online-?(?:treffen|gipfel|konferenz|sitzung)|"
    r"(?:virtuelle|digitale)[nsrm]? (?:g-?[78][- ])?(?:treffen|gipfel|sitzung|konferenz|tagung|runde)s?|virtuell (?:getagt|zusammen|statt|getroffen)|"
    r"(?:riunione|vertice|incontro|formato|sessione|modalità) (?:\w+ )?(?:virtuale|telematic[ao]|online|da remoto)|"
    r"(?:reunión|cumbre|reunião|cúpula) virtual|videoconferencia|videoconferência|virtuel\w* (?:top|bijeenkomst|overleg))\b|"
    r"テレビ会[議合]|オンライン(?:首脳)?(?:会[合議]|形式|開催|で(?:開|行|実施|会|主催|議論))|(?:ウェブ|Web|ＷＥＢ|リモート|バーチャル|ビデオ)(?:会[合議]|形式|サミット|方式)|電話会[議談]",
    re.I,
)
_CONNECTED = guarded(  # how somebody takes part: all of them, or one guest
    rf"\b(?:virtually|virtuellement|virtualmente|virtuell|(?:by|via|through|over|par|en|per|in|via) (?:an? |une )?(?:secure |sichere )?{_LINE}|(?:in|per|via) (?:video|tele)conferenza|"
    r"in collegamento(?: video)?|in video ?collegamento|da remoto|à distance|remotely|en visio|(?:in|per) video(?:schalt\w+)?|online zugeschaltet)\b",
    re.I,
)
_GUEST = re.compile(
    r"\b(?:attend\w*|join\w*|particip\w+|partecip\w+|took part|address\w*|spoke|speak\w*|teilnehm\w*|teilgenommen|zugeschaltet|intervien\w+|interven\w+|collegat\w+|"
    r"beteilig\w+|s['’]est joint\w*|s['’]exprim\w+|prendra part|preso parte|available|streamed|broadcast)\b",
    re.I,
)
_GUEST_LAST = re.compile(
    r"\b(?:wird|ist|war|hat|soll)\b[^,.;]{0,80} virtuell\W+(?:\w+ ){0,2}(?:teilnehmen|teilgenommen|zugeschaltet|dabei|sprechen|gesprochen|zu Gast)\b"
)
"""One who takes part, where the verb stands last."""
_IN_PERSON = guarded(r"\bin[- ]person\b|en personne|persönlich|in presenza|en présentiel|対面", re.I)
_NOT = re.compile(r"\b(?:nicht|not|non|pas)\b[^.,]{0,12}$", re.I)
_IN_A = re.compile(r"\b(?:in|during) an? $", re.I)
_ONE_SPEAKS = re.compile(
    r",? (?!(?:the |all |our )?(?:G-?[78]|leaders|ministers|heads|members|group|they|we)\b)[A-Z][\w’'-]+ [A-Z]"
)
"""A session beside the meeting: "In a virtual meeting, President NAME told the leaders"."""
_FOLLOWED = re.compile(
    r"\b(?:follow-?up (?:to|of)|builds? on|building on|suite à|im anschluss an|facendo seguito|tras)\b[^.,]{0,40}$",
    re.I,
)
_FOLLOWED_JA = re.compile(r"の?(?:会[合議])?(?:に続|を経|以来|に次ぐ)")
_FIRST_BLOCKS = 14
_BOTH = guarded(
    r"\bhybrid\b|in[- ]person and (?:virtual|online)|,? and virtually|(?:présentiel|presenza) (?:et|e) |hybrides? (?:format|treffen)|ハイブリッド",
    re.I,
)
_BEFORE = 90  # characters before a way of taking part in which its verb stands


def met_online(page: Page, found: Found[str]) -> bool:
    """Whether the words say that the meeting itself was online, not that somebody joined it or that another one was."""
    return _MET_ONLINE.search(page.text, max(0, found.start - 10), found.end + 10) is not None


def read_mode(page: Page, *, further: bool = False) -> Found[str] | None:
    """`virtual` or `hybrid` where the title, the header or the opening says so; `further` looks on in the body."""
    blocks = page.body[:_FIRST_BLOCKS] if further else (*page.title_blocks, *page.header, *page.opening)
    for block in blocks:
        if not any(pattern.may_match(page.text, block.start, block.end) for pattern in (_BOTH, _NAMED, _CONNECTED)):
            continue
        for start, end in sentences(page.text, block.start, block.end):
            found = _in_sentence(page.text, start, end)
            if found is not None:
                return found
    return None


def _in_sentence(text: str, start: int, end: int) -> Found[str] | None:
    both = _BOTH.search(text, start, end)
    match = both or _named(text, start, end) or _all_connected(text, start, end)
    if match is None or words.EARLIER.search(text, start, end):
        return None
    mode = "hybrid" if both is not None or _in_a_room(text, start, end) else "virtual"
    return Found(mode, match.start(), match.end(), f"mode:{mode}", 0.9)


def _named(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first meeting that is online by its name, and neither another body's nor one on which this one follows."""
    for match in _NAMED.finditer(text, start, end):
        before = text[max(start, match.start() - _BEFORE) : match.start()]
        earlier = _FOLLOWED.search(before) or _FOLLOWED_JA.match(text, match.end(), end)
        aside = _IN_A.search(before) and _ONE_SPEAKS.match(text, match.end(), end)
        if not earlier and not aside and not words.OTHER_BEFORE.search(before):
            return match
    return None


def _all_connected(text: str, start: int, end: int) -> re.Match[str] | None:
    """How they took part, unless it was one guest who did."""
    for match in _CONNECTED.finditer(text, start, end):
        before = text[max(start, match.start() - _BEFORE) : match.start()]
        guest, named = _last(_GUEST, before), _last(words.NOUN, before)
        met = max((m.start() for m in words.VERB.finditer(before) if not words.NOUN.fullmatch(m[0])), default=-1)
        last = _GUEST_LAST.search(text, max(start, match.start() - _BEFORE), min(end, match.end() + _BEFORE))
        if (met > guest or (guest < 0 <= named)) and last is None:
            return match
    return None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _in_a_room(text: str, start: int, end: int) -> bool:
    present = _IN_PERSON.search(text, start, end)
    return present is not None and _NOT.search(text, start, present.start()) is None
