"""Whose own words a page gives: who is labelled in a transcript, and who stands alone under the title of a speech."""

import re
from itertools import islice

from g7data.extract.guarded import guarded, guarded_words
from g7data.extract.known_people import is_known_name
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention
from g7data.extract.presence import VERB
from g7data.reading import Block

_LONGEST_TITLE = 30  # characters before a name at the beginning of what somebody says
_SHORTEST_SPEECH = 20
_BEGINNING = 8  # blocks in which a text says that it is spoken and who speaks
_MOST_BEFORE = 2  # sentences that introduce the speaker's line
_FEWEST_LABELS = 2  # of a transcript: who is labelled once is quoted
_LABELLED = re.compile(
    r"(?:[-–—•*]\s*)?(?:[A-ZÀ-Þ][\w.'’´-]{0,20}\s){0,4}[A-ZÀ-Þ][\w.'’´-]{0,20}\s?(?:\([^()\n]{1,60}\)\s?)?:\s+\S"
)
_AS_SPOKEN = guarded(
    r"\btranscript of\b|\bwith permission,? (?:mr\.?|madam|mrs\.?) (?:deputy )?speaker\b|\bcheck against delivery|exactly as (?:it was )?delivered|\bas delivered\b|(?:seul )?le (?:discours |texte )?prononcé fait foi|es gilt das gesprochene wort|\bmitschrift\b|\btranscription\b|\btrascrizione\b|\bverbatim\b",
    re.I,
)
_SPEECH_LINE = re.compile(
    r"(?:(?:opening|closing|keynote|introductory|welcome) )?(?:speech|remarks|address|keynote|discours|allocution|intervention|rede|grußwort|ansprache|discorso|intervento|saluto)\s(?:to |at |zu[mr]? |à |al |alla )?"
    r"[^;\n]{0,80}?\b(?:by|of|from|von|der|des|de|du|di|del|della|dell['’])[^;\n]{4,150}(?:\n|$)",
    re.I,
)
_LONGEST_SPEECH_LINE = 200
_INTRODUCES = guarded_words(
    r"(?:\bmy name is|\bje m['’]appelle|\bmein name ist|\bmi chiamo|\bich bin|\bI['’]m|\bI am)\s+$", re.I
)
_GIVES = guarded_words(
    r"\s(?:gave|gives|held|holds|delivered|delivers|made|makes|spoke to|issued|issues|released|a (?:donné|tenu|prononcé|fait)|donne|fait|tient|prononce|ha (?:tenuto|dato|pronunciato|rilasciato|fatto)|tiene|gab|gibt|hielt|hält)\b[^.;]{0,40}?"
    r"\b(?:press conference|speech|remarks|statement|interview|address|briefing|conférence de presse|discours|allocution|déclaration|entretien|interview|dichiarazione|conferenza stampa|discorso|intervista|[\w-]*pressekonferenz|[\w-]*rede|[\w-]*statement|[\w-]*erklärung)\b",
    re.I,
)
_TITLE = re.compile(r"(?:[-–—•*]\s*)?(?:[A-ZÀ-Þ][\w.'’´-]{0,13}\s){0,3}")
_COLON = re.compile(r"[ \t]{0,2}(?:\([^()\n]{1,60}\)[ \t]?)?[:：]\s*(?=[^\s“\"«„「])")
_REST_OF_OFFICE = re.compile(
    r"(?:[\s,]+(?:of|on|for|the|and|de|du|des|la|et|für|und|der|di|del|della|e|[A-ZÀ-Þ&][\w’'.-]*))*(?:\s(?:photo|picture|portrait))?[\s.,)]*"
)
_SPOKEN = guarded(
    r"\bpress (?:briefing|conference|call|gaggle)|\bnews conference|\btranscript\b|\binterview\b|\bremarks\b|\bprepared statement\b|\bspeech\b|\baddress by|conférence de presse|point de presse|\bdiscours\b|\ballocution\b"
    r"|pressekonferenz|statement von|\brede\b|déclaration d[eu] (?:la |l['’])?(?:ministre|président|premi)|dichiarazione de(?:l|lla) (?:ministr|president)|erklärung (?:des|der) (?:\w+)?(?:minister|kanzler|präsident)|\bmitschrift\b|im wortlaut|conferenza stampa|\bdiscorso\b|\bintervista\b|会見|メッセージ|挨拶|あいさつ|スピーチ|演説|ステートメント|chair[’'í]?s summary",
    re.I,
)


def is_label(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a naming labels what somebody says, as transcripts do: "MR. SULLIVAN: ...", "BK'in Merkel: ..."."""
    if start - block.content > _LONGEST_TITLE or _TITLE.fullmatch(text, block.content, start) is None:
        return False
    colon = _COLON.match(text, end, block.end)
    return colon is not None and block.end - colon.end() > _SHORTEST_SPEECH


def presents_speech(text: str, where: list[tuple[Block, Role]]) -> bool:
    """Whether the title announces spoken words."""
    opening = where[:_BEGINNING]
    return (
        any(role is Role.TITLE and _SPOKEN.search(text, b.content, b.end) is not None for b, role in where)
        or any(announces_speech(text, b) for b, _ in opening)
        or (
            _AS_SPOKEN.may_match(text)
            and any(_AS_SPOKEN.search(text, b.content, b.end) is not None for b, _ in opening)
        )
    )


def announces_speech(text: str, block: Block) -> bool:
    """Whether a line announces whose speech follows: "Opening remarks by NAME at the meeting"."""
    line = (
        _SPEECH_LINE.match(text, block.content, block.end)
        if block.end - block.content <= _LONGEST_SPEECH_LINE
        else None
    )
    return line is not None and VERB.search(line[0]) is None  # "Remarks by NAME will follow."


def is_transcript(text: str, blocks: list[Block]) -> bool:
    """Whether several paragraphs begin with the label of who speaks."""
    labelled = (b for b in blocks if _LABELLED.match(text, b.content, b.end) is not None)
    return sum(1 for _ in islice(labelled, _FEWEST_LABELS)) == _FEWEST_LABELS


def presents_speaker(text: str, mention: Mention, block: Block) -> bool:
    """Whether a text of spoken words says of somebody that they speak: "My name is ...", "... gave a press conference"."""
    before = text[max(block.content, mention.start - 30) : mention.start]
    return _INTRODUCES.search(before) is not None or _GIVES.match(text, mention.closing, block.end) is not None


def heads_speech(text: str, where: list[tuple[Block, Role]], mention: Mention) -> bool:
    """Whether a person fills a line between the title and the text, as speakers do."""
    block = where[mention.block][0]
    around = [role for _, role in where[max(0, mention.block - 1) : mention.block + 2]]
    by_title = Role.TITLE in around
    named = mention.role is not None or (
        (mention.honorific is not None or (by_title and "," not in mention.name)) and is_known_name(mention.name)
    )
    if not named or text[block.content : mention.opening].strip(" -–—\t"):
        return False
    addressed = text[mention.closing : block.end].rstrip().endswith(",")  # "Minister NAME, ministers,"
    alone = not addressed and _REST_OF_OFFICE.fullmatch(text, mention.closing, block.end) is not None
    before = sum(role is Role.CLAUSE for _, role in where[: mention.block])
    return alone and before <= _MOST_BEFORE and mention.block < _BEGINNING
