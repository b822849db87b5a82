"""Who speaks in a text: the group itself, one person, or somebody who tells of them."""

import re

from g7data.extract.found import Found
from g7data.extract.group import names_all_members
from g7data.extract.guarded import guarded_words
from g7data.extract.page import Page

_WE = re.compile(
    r"^\W*(?:\d+\W+)?(?:we,? (?:the )?(?:\w+[ ,]+){0,12}?(?:ministers|leaders|heads|governors|members|representatives|group|participants|g-?[78])|"
    r"we (?:reaffirm|welcome|commit|affirm|recogni[sz]e|underline|met|condemn|are determined|will|remain|share|endeavou?r|support|stand|call)|"
    r"nous,? (?:les )?(?:ministres|chefs|dirigeants|membres)|wir,? (?:die )?(?:\w+ ){0,4}(?:minister\w*|(?:g-?[78][ -])?\w*minister\w*|staats|mitglieder)|"
    r"noi,? (?:i )?(?:\w+ ){0,3}(?:ministri|capi|leader|membri)|我々|われわれ|私たち)",
    re.I,
)
_WE_LATER = re.compile(
    r"(?<![“„«\"])\b(?:We|Nous|Wir|Noi|Nosotros|Nós|(?<=, )(?:we|nous|wir|noi)), (?:the |les |die |i |los |as |os )?(?:G-?[78] )?(?:\w+ ){0,3}?(?:ministers|leaders|heads|governors|"
    r"ministres|chefs|dirigeants|minister\w*|staats|ministri|capi|leader|ministros|líderes)"
)
_SAID_BEHIND = guarded_words(
    r",[”\"]? (?:[A-ZÀ-Þ][\w’'-]+ ){1,3}(?:said|told|added|a (?:dit|déclaré)|ha (?:detto|dichiarato))\b|, (?:sagte|erklärte) [A-ZÄÖÜ]"
)
"""What stands at the end of a sentence that is quoted, with marks or without."""
_EARLY = 700  # characters of a paragraph
_THEY = re.compile(
    r"^\W*(?:\d+\W+)?(?:the )?(?:g-?[78] )?(?:\w+ ){0,6}(?:ministers|leaders|governors|heads of state(?: and| or)? (?:of )?government)(?! (?:have|has|had) )[^.]{0,300}\b(?:met|issued|agreed|adopted|gathered)",
    re.I,
)
_WIRE = re.compile(
    r"^\W*(?:[A-ZÀ-Þ][\w’' À-ÿ.-]{2,40}(?:, [\w. ]{2,40}){0,3}\s*)?(?:\([A-Za-z][\w ./-]{1,40}\)|/[A-Z][\w ]{1,20}/)\s*(?:-{1,2}|–|—|:)\s*|"
    r"^[A-ZÀ-Þ][A-ZÀ-Þ’' .-]{2,40}(?:, [\w. À-ÿ]{2,30}){0,2}\s+(?:--|–|—)\s+(?=\S)"
)
_QUOTES = '“"«„「‚‘'
_REPORTED = guarded_words(
    r"\b(?:said|told|reporters|according to|announced|will attend|attends?|attended|signs?|signed|agreed on|spokes\w+|commented|déclaré|a annoncé|selon|sagte|erklärte|kündigte|laut|"
    r"ha (?:detto|dichiarato|annunciato)|secondo|svolgerà|述べ|語っ|発表し|報じ|によると|(?:Secretary|Minister|President|Chancellor) \w+ (?:attends|joins|travels)|department of|ministry of)",
    re.I,
)
_ONE_PERSON = guarded_words(
    r"(?<!-)\b(?:secretary|sec\.|attorney general|minister|president|chancellor|premier|advis[eo]r|ambassador|spokes\w+|chair(?:man|woman) \w+|governor|président|ministro|presidente|bundes\w+)(?!['’]?s\b|\w)(?! (?:of the )?(?:summary|conclusions)| (?:der|und|aus|des)\b)|\bministre\b(?! (?:et|réuni))",
    re.I,
)
_ONE_GERMAN = re.compile(
    r"(?:minister(?:in)?|[Kk]anzler(?:in)?|[Pp]räsident(?:in)?)s? (?:Dr\. )?[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+"
)
_FIRST_PERSON = guarded_words(
    r"\b(?:we|our|us|nous|notre|nos|wir|uns|unser\w*|noi|nostr\w+|abbiamo|siamo|invitiamo|riaffermiamo)\b|我々|われわれ|わたしたち|私たち|我が国",
    re.I,
)
_OF_ONESELF = re.compile(r"\b(?:I|I['’](?:m|ve|ll)|my|je|j['’]ai|ich|io|mio)\b|(?<![一-鿿])私(?!立|たち)")
_I_DID = re.compile(
    r"(?<![“„«\"])\bI (?:have |had |was |am |also |just )?[a-z]{3,}|\bj['’]ai [a-zà-ÿ]{3,}|\b(?:habe|bin) ich\b|\bich (?:habe|bin|war)\b|\bho [a-z]{3,}t[oaie]\b"
)
_QUOTE = re.compile(r"[“„«\"][^“”„«»\"]{20,}")
_SPOKEN = 3  # times that a text says "I", or more often "we", before it is somebody's own words
_QUOTED = re.compile(r"[“\"«„「][^“”\"«»„「」]*+(?:[”\"»“」]|$)")  # a quotation over paragraphs opens each of them
_THEY_MET = guarded_words(
    r"\b(?:ministers|leaders|governors|heads|ministres|dirigeants|chefs|minister(?:innen)?|ministri|leader|capi|ministros|líderes)\b[^.]{0,600}"
    r"\b(?:met|meeting|gathered|agreed|discussed|r[ée]uni\w*|siégé|adopté|convenu|trafen|tagten|kamen|riunit\w+|reunido|reunid[oa]s|incontrat\w+|were in|reaffirmed|underlined|condemned|welcomed|stressed|reiterated|exchanged)\b|(?:大臣|首脳|外相)は",
    re.I,
)
_A_GOOD_PART = 6000  # characters of the body
_LABEL = re.compile(
    r"\W{0,3}(?:Q(?:UESTION)?|A(?:NSWER)?|FRAGE|DOMANDA|RISPOSTA|LE PR[EÉ]SIDENT\w*|THE PRESIDENT|MODERATOR|(?:MR|MS|MRS|SEC\w*|MINISTER|PRIME MINISTER|ATTORNEY GENERAL|CHANCELLOR|COMMISSIONER|AMBASSADOR|BK|BK['’]IN)\.? ?(?:DR\. )?[A-ZÀ-Þ'’ -]{2,30})\W{0,3}\s?[:：–-]\s|"
    r"[（(【](?:記者|問|答|大臣|総理|[^）)】]{2,14}(?:大臣|報道官|総理|長官|記者))[）)】]",
    re.I,
)
_FEWEST_LABELS = 2


def speaks_as_group(page: Page, *, third_person: bool = True) -> Found[bool] | None:
    """Where the opening speaks as the group: "We, the Ministers"; or, in `third_person`, "The Ministers of ... met"."""
    if one_tells(page):
        return None
    for number, block in enumerate(page.opening[:3]):
        wire = _WIRE.match(page.words(block))
        start = block.content + (wire.end() if wire else 0)
        words = page.text[start : block.end]
        if words[:1] in _QUOTES:
            continue
        match = _WE.match(words) or _WE_LATER.search(words[:_EARLY])
        if match is None and number == 0 and wire is None and (third_person or names_all_members(words)):
            match = _THEY.match(words)
        if match and not _SAID_BEHIND.search(words, match.end()):
            return Found(True, start + match.start(), start + match.end(), "official:speaks as the group")
    return None


def one_tells(page: Page) -> bool:
    """Whether one person tells what he or she did, outside quotation marks: "Yesterday I returned"."""
    return any(_I_DID.search(_QUOTED.sub(" ", page.words(b)[:_EARLY])) for b in page.opening[:1])


def quotes(page: Page) -> bool:
    """Whether the body quotes somebody."""
    return any(_QUOTE.search(page.words(b)) for b in page.body)


def is_wire(page: Page) -> bool:
    """Whether the first paragraph begins as an agency's or a newspaper's does: the place, the agency, a dash."""
    return any(_WIRE.match(page.words(b)) for b in page.opening[:1])


def is_reported(page: Page) -> bool:
    """Whether the opening tells what others said or did."""
    return _REPORTED.search(" ".join(page.words(b) for b in page.opening[:3])) is not None


def names_one_person(page: Page, line: str = "") -> bool:
    """Whether the title, or the line beside it, names the office of one person."""
    words = " ".join([*(page.words(b) for b in page.title_blocks), line])
    return _ONE_PERSON.search(words) is not None or _ONE_GERMAN.search(words) is not None


def is_conversation(page: Page) -> Found[bool] | None:
    """Whether paragraphs are labelled with those who speak: questions and answers."""
    labelled = [b for b in page.body if _LABEL.match(page.words(b)[:60])]
    opens = labelled[:1] == page.body[:1] and bool(labelled) and page.text[labelled[0].content] in "【（(〔"
    if len(labelled) < _FEWEST_LABELS and not opens:
        return None
    first = labelled[0]
    return Found(True, first.content, min(first.end, first.content + 40), "kind:speakers are labelled", 0.8)


def somebody_speaks(page: Page, *, of_office: bool) -> bool:
    """Whether the body is somebody's own words all along: a speech, or, of those in office, an article that says "we"."""
    if is_reported(page):
        return False
    words = _unquoted(page)
    return len(_OF_ONESELF.findall(words)) >= _SPOKEN or (of_office and len(_FIRST_PERSON.findall(words)) > _SPOKEN)


def in_own_voice(page: Page) -> bool:
    """Whether the body says "we" outside quotation marks, or opens with the ministers having met, as older texts do."""
    if not page.body:
        return True
    words = _unquoted(page)
    return _FIRST_PERSON.search(words) is not None or any(_THEY_MET.search(page.words(b)) for b in page.opening[:3])


def _unquoted(page: Page) -> str:
    """A good part of the body, without what it quotes."""
    words: list[str] = []
    left = _A_GOOD_PART
    for block in page.body:
        words.append(_QUOTED.sub(" ", page.words(block)[:left]))
        left -= block.end - block.content
        if left <= 0:
            break
    return "\n".join(words)
