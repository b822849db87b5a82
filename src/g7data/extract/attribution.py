"""Whose words a quotation gives: whoever stands beside it, above it or under it, or follows the verb of saying behind it.

The next sentence may name them by a pronoun or by their office alone: "NAME defended the plan. “...,” she said".
"""

import re

from g7data.extract import function_words_de as german
from g7data.extract import function_words_fr as french
from g7data.extract import function_words_it as italian
from g7data.extract.mentions import Mention
from g7data.reading import Block

_FARTHEST = 320  # characters between the beginning of a quotation and whose it is
_LONGEST_QUOTATION = 602
_BESIDE = 70  # characters between somebody and a quotation of theirs
_QUOTED_BEFORE = re.compile(r"(?:[.!?…]\s?[”»“\"]|[”»])\s*[-–—(]?\s*$")
_QUOTATION = re.compile(
    r"[“„«][^“”„«»\"\n]{20,600}[”“»]|(?:(?<=[\s(])|^)\"(?=\S)[^“”„«»\"\n]{20,600}(?<=\S)\"|「[^「」\n]{8,400}」"
)
_SAYING = (
    r"(?:said|says|stated|added|noted|explained|stressed|emphasi[sz]ed|remarked|declared|told|commented|wrote|warned|concluded|insisted|argued|reiterated|underlined|recalled)"
    rf"|(?:{german.SAID})|(?:a|ont|avait) (?:{french.SAID})|(?:{french.SAYS})|(?:ha|hanno|aveva) (?:{italian.SAID})|(?:{italian.SAYS})"
)
_SAID_BEHIND = re.compile(
    rf"(?:[”»“\"],?|[,.?!]['’][”»\"]?,?|\s[–—-])\s(?:so |così |lo |l['’]|s['’])?(?:{_SAYING})\b(?! (?:that|che|que|qu['’]|dass|di|de)\b)[^.;:“”«»„\"]{{0,80}}$",
    re.I,
)
_SAID_APART = re.compile(
    rf",\s(?:so |così )?(?:{_SAYING})\b(?! (?:that|che|que|qu['’]|dass|di|de|and|et|und|e|a|ad|an)\b)(?:\s(?:oggi|ieri|al|alla|a|in|nel|nella|du|de|la|le|l['’]|lors|à|au|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|on|at|after|the|am|im|in|nach|bei|der|dem|termine|margine|riunione|vertice|fine|issue|sommet|réunion|meeting|summit|session|sidelines|of|del|della|dell['’]|heute|gestern|[Mm]ontag|[Dd]ienstag|[Mm]ittwoch|[Dd]onnerstag|[Ff]reitag"
    r"|[Ss]amstag|[Ss]onntag|[A-Z][a-z]+day))*\s*$"
)
_THEY = (
    r"(?:he|she|er|sie|il|elle|lui|lei|(?:the|der|die|le|la|il)\s(?:[\w-]{1,14}\s)?[\w-]{0,20}(?:minister(?:in)?|ministre|ministr[oa]|president|président|presidente|präsident(?:in)?|chancellor|chancelière|chancelier"
    r"|kanzler(?:in)?|cancellier[ea]|premier|secretary|commissioner|commissaire|kommissar(?:in)?|commissari[oa]|governor|gouverneur|governatore)(?!\s(?:of|for|de|du|des|del|della|di|für|von|der)\b))"
)
_NEXT_SAYS = re.compile(
    rf"[.!?][”»\"]?\s{{1,3}}(?:(?:[“„«][^“”„«»\"\n]{{8,600}}[”“»]|\"[^“”„«»\"\n]{{8,600}}\")[\s,–-]{{1,4}}(?:so |così |lo |l['’]|s['’])?"
    rf"(?:{_THEY}\s(?:{_SAYING})\b|(?:{_SAYING})(?:\s{_THEY}\b|[-‐]t?[-‐]?(?:il|elle)\b|\s?[.,]|$)|a-t-(?:il|elle) (?:{french.SAID})\b|(?:{french.SAYS})-(?:t-)?(?:il|elle)\b)"
    rf"|{_THEY}\s(?:also |auch |zudem |anche )?(?:{_SAYING})\b|ha (?:anche |poi |inoltre )?(?:{italian.SAID})\b)",
    re.I,
)
_WORDS_BEFORE_SUBJECT = 3
_NO_SUBJECT = re.compile(
    r"[“”„«»\"]|\b(?:with|by|of|to|from|for|and|that|if|avec|par|de|pour|et|que|si|mit|von|nach|für|und|dass|wenn|con|da|di|per|e|che|se)\s(?:the |le |la |der |dem |il )?$",
    re.I,
)
_SAYS_WHO = re.compile(rf"\b(?:{_SAYING})\s(?:the\s|l[ea]\s|l['’]|der\s|die\s|il\s|lo\s)$", re.I)
_LONGEST_NEXT = 700
_SAID_BY_ANOTHER = re.compile(
    rf"\b(?:tells|{_SAYING})\b[^.;:“”«»„\"]{{3,130}}\b(?:with|to|about|of|by|after|avec|à|de|du|par|mit|von|nach|über|con|di|da|dal|dalla|su)\s(?:the |la |le |l['’]|il |der |dem |den )?$",
    re.I,
)


def is_said_by_another(before: str) -> bool:
    """Whether the words of a sentence before a name and a colon have their own speaker: "She said after talks with NAME: ..."."""
    return _SAID_BY_ANOTHER.search(before) is not None


def is_quoted(text: str, blocks: list[Block], m: Mention, start: int, end: int) -> bool:
    """Whether a mention says whose words are quoted; its sentence reaches from `start` to `end`."""
    block = blocks[m.block]
    before = text[max(block.content, m.opening - 8) : m.opening]
    if _QUOTED_BEFORE.search(before) is not None or _says_next(text, start, end, m):
        return True
    if _beside_quotation(text, block, m):
        return not is_said_by_another(text[start : m.opening])
    said = text[max(block.content, start - 4, m.opening - 180) : m.opening]
    if _SAID_BEHIND.search(said) is not None or _SAID_APART.search(said) is not None:
        return True
    return _alone(text, block, m) and (
        (m.block > 0 and _written(text, blocks[m.block - 1])[-1:] in ("”", '"', "»", "“"))
        or (m.block + 1 < len(blocks) and _QUOTATION.match(_written(text, blocks[m.block + 1])) is not None)
    )


def says_who(before: str) -> bool:
    """Whether words end in a verb of saying and an article, behind which an office alone tells who says it."""
    return _SAYS_WHO.search(before) is not None


def _says_next(text: str, start: int, end: int, m: Mention) -> bool:
    """Whether the sentence that follows has somebody's words, who is the subject of this one."""
    before = text[start : m.opening]
    subject = len(before.split()) <= _WORDS_BEFORE_SUBJECT and _NO_SUBJECT.search(before) is None
    end -= text[end - 1] in ".!?"  # of a paragraph
    return subject and _NEXT_SAYS.match(text, end, end + _LONGEST_NEXT) is not None


def _alone(text: str, block: Block, m: Mention) -> bool:
    return not text[block.content : m.opening].strip(" -–—\t") and not text[m.closing : block.end].strip(" .:")


def _written(text: str, block: Block) -> str:
    return text[block.content : block.end].strip()


def _beside_quotation(text: str, block: Block, m: Mention) -> bool:
    """Whether the same sentence has somebody's own words near the naming, in quotation marks and more than a few."""
    high = min(block.end, m.closing + _BESIDE + _LONGEST_QUOTATION)
    for quotation in _QUOTATION.finditer(text, max(block.content, m.opening - _FARTHEST), high):
        if quotation.start() > m.closing + _BESIDE:
            return False
        between = (
            text[quotation.end() : m.opening] if quotation.end() <= m.opening else text[m.closing : quotation.start()]
        )
        whole = not quotation[0][1:].lstrip()[:1].islower()  # else the sentence goes on with a few words of somebody
        outside = quotation.end() <= m.opening or (m.closing <= quotation.start() and whole)
        if outside and len(between) <= _BESIDE and not re.search(r"[.!?;。\n]", between):
            return True
    return False
