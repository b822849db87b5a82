"""What somebody does in a text, by the words before and after the name; the phrases of each language are in tables beside this.

The words before are read backwards from the name with all that belongs to it, the words after forwards from it. Of several
functions the strongest holds: who chairs is also present.
"""

import re
from collections.abc import Iterable
from functools import cache

from g7data.extract import function_words_de as german
from g7data.extract import function_words_en as english
from g7data.extract import function_words_es as spanish
from g7data.extract import function_words_fr as french
from g7data.extract import function_words_it as italian
from g7data.extract import function_words_ja as japanese
from g7data.extract.attribution import is_said_by_another
from g7data.extract.guarded import Guarded, guarded_words
from g7data.extract.other_chairs import of_another_body
from g7data.extract.presence import VERB
from g7data.extract.shortlist import Shortlist

FUNCTIONS = ("chair", "host", "speaker", "signatory", "participant", "quoted", "mentioned")
"""From the strongest to the weakest."""

_LANGUAGES = (english, french, german, italian, spanish)
_FARTHEST = {"chair": 110, "host": 90, "speaker": 110, "participant": 110, "quoted": 80}  # characters before a name
_READ = tuple(function for function in FUNCTIONS if function in _FARTHEST)
_SMALL = r"(?:\s+(?:the|our|its|all|de|du|d['’]|des|von|der|des|dem|den|di|del|della|dell['’]|da|dal|dalla|el|los|las|do|dos|por|con|a|o|par|le|la|l['’]|il|i|gli|M\.|sus?|leurs?|son|sa|ses|il|loro|suo|sua|suoi|sue|dall[oa]|stess[oa]|grande?|omologh?[ioe]|omologa|homologues?|amtskolleg\w+|ihr\w*|sein\w*|his|her|their|G-?[78]|leaders|counterparts?|partners|colleagues?))*\s*"
_BRIDGE = r"[\W_]{0,3}(?:\([^)]{1,30}\)[\W_]{0,3})?"
_ADVERBS = r"(?:(?:{}|\d{{1,2}}(?::\d\d)?)[\W_]+){{0,6}}"
_NOT = re.compile(
    r"\W*(?:will|did|does|is|was|has|have|had)?\s?(?:not|n['’]t)\b|\W*won['’]t\b|\W{0,3}(?:\([^)]{1,30}\)\s)?[a-zäöüß]+\s(?:[^\W\d_]+\s){0,4}nicht\b"
)
_NOT_COMPOUND = r"(?!\b-\b)"  # "the still-to-be-confirmed NAME" confirms nothing
_CLOSING_QUOTES = ("»", "”", "“", '"')
_ACTIVE = ("host", "quoted")
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|été|est|sera|seront|è|sono|stat[oaie])[\W_]+(?:\w+ly[\W_]+)?(?:\w+ed\b(?! as saying)|told\b|accueilli|reçu|convié|invité|accolt|ricevut|ospitat|invitat)",
    re.I,
)
_OWN_DELEGATION = guarded_words(
    r"\b(?:delegation|délégation|delegazione|delegación|delegação)\b[^.;]{0,50}?(?:\b(?:led|headed|chaired|dirigée|conduite|menée|présidée|emmenée|guidata|capeggiata|presieduta|diretta|encabezada|liderada|presidida|geleitet|angeführt)\s(?:\w+ )?(?:by|par|d[ae](?:l|lla|llo)?|por|von|durch)\b"
    r"|\b(?:unter (?:der )?(?:leitung|führung)|under the (?:leadership|direction)|sous la (?:direction|conduite)|sotto la (?:guida|direzione)|bajo la dirección)\b)[^.;,:]{0,60}$",
    re.I,
)
_OUGHT = re.compile(r"\b(?:should|must|could|might)\b", re.I)  # what somebody is asked to say
_SAYS_FIRST = re.compile(japanese.SAYS_FIRST)
_STANDS_IN = re.compile(japanese.STANDS_IN)
_OWN_WORDS = guarded_words(
    r"(?:(?:dichiarazione|parole|messaggio|frase|words?|statement|message|mots|paroles|phrase|déclaration|worten?|satz)\b[^.;,]{0,20}? (?:con (?:cui|il quale|la quale|le quali)|with which|par (?:lesquels|laquelle|lesquelles)|avec (?:lesquels|laquelle)|mit denen|mit dem|mit der)"
    r"|(?:con queste parole|with these words|(?:avec|par) ces (?:mots|paroles)|mit diesen worten))[^.;:“”«»\"]{0,120}$",
    re.I,
)
_FAILED = re.compile(
    r"\b(?:missed|missing|cancel\w+|skipp\w+|postponed|called off|ruled out|possibility of|prospect of|instead of|annul\w+|report[ée]\w*|manqu\w+|mancat\w+|rinviat\w+|abgesagt\w*|verpasst\w*|möglichkeit|éventuelle?|possibilità)\b[^.;]{0,70}$",
    re.I,
)
_OF_WHOM = re.compile(
    r"\s(?:(?:of|from|aus|von|du|des|del|de) (?:the |der |la |l['’])?(?:(?:Republic|Kingdom|Federation|Government|State) of (?:the )?)?|d['’]|della |dell['’])(?:[A-ZÀ-Þ][\w’'-]{1,20}(?: (?=[A-Za-z])|(?=\W|$))){1,4}(?:delegation\b|délégation\b|delegazione\b)?(?:\s?\([^()]{1,60}\))?\s?|\s(?:delegation|délégation|delegazione)\s"
)
_ASIDE = re.compile(
    r",\s(?:during|on|at|after|before|following|en (?:sa|tant)|as|als|in (?:qualità|veste|his|her)|qui|who|che|der|die|also|également|auch|anche|then|alors|allora)\s[^,.;:“”«»„\"]{3,90},(?=\s)"
)
_INSTEAD = guarded_words(
    r"\b(?:substitut\w+ for|(?:standing|filling|sitting) in for|deputi[sz]ing for|in place of|instead of|in vertretung (?:von|des|der)|anstelle (?:von|des|der)|en remplacement d[eu]|à la place d[eu]|in sostituzione d\w+|al posto d\w+)\s[^.;,]{0,60}$",
    re.I,
)
_APPOSITION = re.compile(r",\s[a-zà-ÿ][^,.;:“”«»„\"]{3,60},(?=\s)")
_TO_VISIT = re.compile(r"[^.;]{0,70}?\bto visit\b")
_IN_BRACKETS = re.compile(r",?\s\((?:qui|who|che|der|die)(?=\s)(?P<clause>[^()“”«»]{3,80})\)")
_QUOTES = re.compile(r"「[^」]{0,300}」")
_ARTICLE_LAST = re.compile(r"(?:\s(?:der|die|auch|dann|zudem))?\s*$")
_OWNS = re.compile(r"['’]s?\s|['’]$")
_HAVE = {
    function: re.compile(
        rf"\b{words}(?: sich)?(?: auch| zudem| außerdem| ebenfalls)?(?: \w+ und)?\s*(?:der |die )?$", re.I
    )
    for function, words in german.AUXILIARIES.items()
}
_BY = re.compile(r"\b(?:von|durch)\s*(?:der |dem )?$", re.I)
_HAS = {function: re.compile(rf"{_BRIDGE}{words}\b") for function, words in german.AUXILIARIES.items()}
_TITLE_SPEAKS = re.compile(
    r"(?:\b(?:remarks|statement|speech|address|testimony|transcript|interview|conference|briefing|gaggle|press call|roundtable|quotes|message|discours|allocution|intervention|conférence de presse|point de presse|"
    r"intervista|discorso|intervento|dichiarazioni|dichiarazione|conferenza stampa|déclarations?|entretien|interview)|[\w-]*(?:rede|statement|pressekonferenz|erklärung|interview|ansprache|grußwort))\b"
    r"[^.;]{0,60}\b(?:by|of|from|with|de|du|d['’]|von|des|der|di|del|dell['’]|della)\s*$",
    re.I,
)
_TITLE_COLON = re.compile(
    r"^\s*(?::\s*(?:[\w-]+[ -]){0,3}(?:statement|remarks|speech|testimony)|[’']s? (?:\w+ ){0,2}(?:remarks|statement|speech|testimony|press conference|interview)|(?:[\w–/-]+[ -]){0,3}?(?:prepared )?(?:statement|remarks|testimony|speech)\b"
    r"|(?:[\w–-]+ ){0,3}press (?:conference|briefing)|(?:総理|大臣)?(?:内外)?(?:臨時)?(?:記者)?会見(?:録|要旨|概要)?(?:$|[（(\s]))",
    re.I,
)


def _alternatives(lines: str) -> str:
    """One pattern of phrases that stand one a line."""
    return "|".join(line.strip() for line in lines.splitlines() if line.strip())


@cache
def _before() -> Shortlist[str]:
    """What stands directly before who does something, by what they do."""
    return Shortlist(
        (
            function,
            guarded_words(
                (_NOT_COMPOUND if function == "quoted" else "")
                + r"(?:^|[^\w])(?:"
                + _alternatives(lines)
                + ")"
                + _SMALL
                + r"[\s(„“\"«:,]*$",
                re.I,
            ),
        )
        for function in _READ
        for language in _LANGUAGES
        if (lines := language.BEFORE.get(function)) is not None
    )


@cache
def _after() -> Shortlist[str]:
    """What stands directly behind who does something, or some words away, by what they do."""
    behind = (
        (
            function,
            guarded_words(
                _BRIDGE + _ADVERBS.format("|".join(language.ADVERBS.split())) + f"(?:{_alternatives(lines)})",
                re.I,
            ),
        )
        for function in _READ
        for language in _LANGUAGES
        if (lines := language.AFTER.get(function)) is not None
    )
    later = (
        (function, guarded_words(r"[^.;“”\"«»„]{0,110}?" + pattern))
        for function in _READ
        for language in _LANGUAGES
        if (pattern := language.LATER.get(function)) is not None
    )
    return Shortlist((*behind, *later))


@cache
def _brackets() -> Shortlist[str]:
    """What ends the German brackets of `_framed` and `_verb_first`, by function."""
    framed = ((function, _framed(function)) for function in german.FRAMED)
    verb_first = ((function, _verb_first(function)[1]) for function in german.VERB_FIRST)
    return Shortlist((*framed, *verb_first))


@cache
def _framed(function: str) -> Guarded:
    """What ends a German bracket that begins beside the name."""
    far = {"host": 300, "participant": 130}.get(function, 120)  # a host may have invited many
    return guarded_words(rf"(?:[^.;:“”\"«»„]|(?<=\d)\.){{0,{far}}}?(?:{german.FRAMED[function]})")


@cache
def _verb_first(function: str) -> tuple[re.Pattern[str], Guarded]:
    verb, about = german.VERB_FIRST[function]
    return re.compile(verb), guarded_words(about, re.I)


@cache
def _japanese(function: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"(?:{japanese.BEFORE[function]})$"), re.compile(japanese.AFTER[function])


def function_between(before: str, after: str, *, than: str = "mentioned") -> str:
    """The strongest function that the words before and after a name give, if stronger than one that is known."""
    whose = _OF_WHOM.match(after)
    if whose is not None:
        after = after[whose.end() :]
    if _OWN_DELEGATION.search(before[-180:]) is not None:
        return strongest(("participant", than))
    if than in ("mentioned", "quoted") and _OWN_WORDS.search(before) is not None:
        return "quoted"
    clause = _IN_BRACKETS.match(after)
    if clause is not None and (said := function_between("", clause["clause"])) in ("chair", "host"):
        return strongest((said, than))
    if _INSTEAD.search(before[-110:]) is not None:
        return than  # somebody else came
    phrases = _before().of(before)
    verbs, brackets = ({}, {}) if _NOT.match(after) is not None else (_after().of(after), _brackets().of(after))
    for function in _READ:
        if function in FUNCTIONS[: FUNCTIONS.index(than)] and (
            _is_before(function, phrases.get(function, ()), before, after)
            or any((match := verb.match(after)) and _holds(function, match, before) for verb in verbs.get(function, ()))
            or (function in brackets and _is_in_brackets(function, before, after))
        ):
            return function
    return _behind_aside(after, than)


def _behind_aside(after: str, than: str) -> str:
    """The function that words behind an aside between commas give: "NAME, as the chair, welcomed them"."""
    aside = _ASIDE.match(after)
    if aside is not None:
        return function_between("", after[aside.end() :], than=than)
    aside = _APPOSITION.match(after)
    if aside is None or VERB.search(aside[0]) is not None:
        return than
    said = function_between("", after[aside.end() :], than=than)
    return said if said != "quoted" else than  # a verb of saying may be of somebody who is named behind it


def _is_before(function: str, phrases: Iterable[Guarded], before: str, after: str) -> bool:
    if not phrases or (
        function == "participant" and (_OWNS.match(after) or _FAILED.search(before[-110:]) or _TO_VISIT.match(after))
    ):
        return False
    words = before[-_FARTHEST[function] :]
    return any(phrase.search(words) is not None for phrase in phrases)


def _holds(function: str, match: re.Match[str], before: str) -> bool:
    """Whether a phrase says what somebody does, not what is done to them, what another does, nor what else they chair."""
    if function == "quoted" and match[0].lstrip(" .,!?")[:1] in _CLOSING_QUOTES:
        return False  # the name ends a quotation: somebody else said it
    if function == "quoted" and match[0].lstrip()[:1] == ":":
        return not is_said_by_another(before)
    if function == "chair":
        return not of_another_body(match.string, match.end())
    if function == "quoted" and _OUGHT.search(match[0]) is not None:
        return False
    return not (function in _ACTIVE and _PASSIVE.search(match[0]))


def _is_in_brackets(function: str, before: str, after: str) -> bool:
    """Whether a German bracket says it that begins beside the name, or a verb before the name with what follows."""
    return (function in german.FRAMED and _is_framed(function, before, after)) or (
        function in german.VERB_FIRST and _is_after_verb(function, before, after)
    )


def _is_framed(function: str, before: str, after: str) -> bool:
    """Whether a German bracket that begins beside the name ends with what somebody does: "hat NAME die Gäste begrüßt"."""
    has = _HAS[function].match(after)
    start = has.end() if has is not None else 0
    by = function in ("chair", "host") and _BY.search(before[-20:]) is not None
    begins = has is not None or by or _HAVE[function].search(before[-40:]) is not None
    return begins and _framed(function).match(after, start) is not None


def _is_after_verb(function: str, before: str, after: str) -> bool:
    """Whether a German verb before somebody says it, together with what follows: "begrüßte NAME die Gäste"."""
    verb, about = _verb_first(function)
    return verb.search(_ARTICLE_LAST.sub("", before)) is not None and about.match(after) is not None


def function_between_ja(before: str, after: str, *, than: str = "mentioned") -> str:
    """As `function_between`, of a Japanese sentence."""
    if _STANDS_IN.match(after) is not None:
        return than  # somebody else came
    after = _QUOTES.sub("「」", after)
    says = _SAYS_FIRST.match(after) is not None
    for function in _READ:
        if function not in FUNCTIONS[: FUNCTIONS.index(than)] or (says and function == "participant"):
            continue
        left, right = _japanese(function)
        if left.search(before) or right.match(after):
            return function
    return than


def speaks_in_title(before: str, after: str) -> bool:
    """Whether a title presents somebody's own words: "Remarks by ...", "...: Post-G7 Statement"."""
    return _TITLE_SPEAKS.search(before) is not None or _TITLE_COLON.match(after) is not None


def strongest(functions: Iterable[str]) -> str:
    """The strongest of some functions."""
    return min(functions, key=FUNCTIONS.index, default="mentioned")
