"""What each person does where a text names them: functions for mentions and for those in one list."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from g7data.extract.attribution import is_quoted
from g7data.extract.delegations import Line
from g7data.extract.elsewhere import is_elsewhere
from g7data.extract.enumerations import goes_on, listings
from g7data.extract.functions import function_between, function_between_ja, speaks_in_title, strongest
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention
from g7data.extract.senders import nation_of_group
from g7data.extract.speakers import (
    announces_speech,
    heads_speech,
    is_label,
    is_transcript,
    presents_speaker,
    presents_speech,
)
from g7data.reading import Block

_CONTEXT = 180  # characters on either side of a name in which words say what somebody does
_CONTEXT_JA = 320  # characters after it in Japanese, which says so last, as German does behind "hat"
_OPENS_BRACKET = re.compile(r"\b(?:hat|haben|hatten?) (?:[A-ZÄÖÜ][\w-]+ )?\Z")
_BRACKET = re.compile(r"(?: \([^()]{1,30}\))? (?:hat|haben|hatten?) (?=auch|zu|alle|das|den|die|ein|neben)")
_LONGEST_OFFICE = 120
_DELEGATIONS = 4  # people in lines of their own: so many do not give one speech
_SHORTEST_YEAR = 3  # digits; what is shorter before a dot counts or dates in German: "am 28. September"
_SENTENCE_END = re.compile(r"[.!?](?P<space>[\"”»’)]*\s+)(?=[A-ZÀ-Þ“\"«„(])|。|\n")
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Messrs Dr Prof Hon Rt Sen Rep Gov Sec Dep Amb Gen St Jr Sr Mme MM Sig On Dott U.S U.K No Nr bzw".split()
)
_COORDINATED = re.compile(
    r"[\s,;–-]*(?:teil,\s*)?(?:(?:and|et|und|e|ed|y|or|ou|o|oder|sowie|as well as|&|ainsi que|así como|nonché|together with|along with|alongside|accompanied by|avec|zusammen mit|gemeinsam mit|insieme a)\b[\s,]*)?"
    r"(?:(?:son|sa|leur|ihr|ihre[mnr]?|sein|seine[mnr]?|suo|sua|il\s+suo|la\s+sua|his|her|their)\s+(?:\w+\s+)?)?(?:(?:also|by|of|to|with|from|par|por|con|durch|de|d['’]|von|da|mit|del|della|dal|dalla|der|die|des|dem|den|le|la|l['’]|il|el|los|las|the|di|neue[rn]?|new|his|her|their)\b\s*)*"
    r"(?:quell[oa]\s+del(?:la|l['’])?\s+\w+\s|cel(?:ui|le)\s+d[eu]\s+(?:la\s+)?\w+\s)?(?:(?<=il |la |le )[a-zà-ÿ]+\s)?(?:(?<=the |der |die |den |dem |del )[a-zà-ÿ]+\s)?"
    r"|[/／][一-鿿ァ-ヴー・]{2,12}[、，]|[、，,・]?(?:及び|および|並びに|ならびに|と|や)?[、，]?",
    re.I,
)
_JOINS_US = re.compile(
    r"\W{0,3}(?:(?:also|then|both)\s)?(?:joined|attended|participated|took part|(?:was|were) (?:also )?present|briefed)\b"
)
_FEWEST_NATIONS = 2  # that have their people named behind them in one paragraph before it is a list of who was there
_CHAIR = re.compile(r"(?:G-?[78] )?(?:Co-)?Chair(?:man|woman|person)?|Präsident(?:in)?|Vorsitzende[rn]?", re.I)
_THEN = re.compile(r"\bthen[- ](?:[A-Z]\w+ )?$")  # "then-Prime Minister NAME": at an earlier meeting
_ASKS = re.compile(r"[\s:]*(?:to ask|asked)\b", re.I)
_OUR = re.compile(r"\b(?:our|notre|unsere[rnm]?|nostr[oa])\s$", re.I)
_ARTICLE = re.compile(r"(?:^|[.,;:(“\"]\s*|\b(?:the|its|our|le|la|il|der|die|den|dem)\s)$", re.I)
_OVER_TEXT = (Role.TITLE, Role.HEADER)
_BEGINNING = 4  # blocks in which a line may announce a speech
_SALUTATION = 8  # blocks in which a speech may address those present
_ADDRESS = re.compile(r"(?:[Dd]ear|[Ss]ehr geehrter?|[Ll]iebe[rs]?|[Cc]h[eè]re?|[Cc]ar[oai]|[Gg]entile)?\s*")
_SIGNED = re.compile(
    r"(?:signed(?: by)?|signée?(?: par)?|gez\.|unterzeichnet (?:von|durch)|firmat[oa](?: da)?|署名(?:者)?)[\s:)]*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Doing:
    """A mention with what the person does there; `listed` in lists of delegations, where no country is guessed; `titular` in a title."""

    mention: Mention
    function: str
    country: str | None
    listed: bool
    titular: bool
    sender: str | None = None  # the country for which they come, by the words before a list

    @property
    def size(self) -> int:
        """How long the office is written; what runs on for too long is not trusted."""
        start, end = self.mention.role or (0, 0)
        return end - start if end - start <= _LONGEST_OFFICE else 0


def functions_of_mentions(
    text: str, where: list[tuple[Block, Role]], mentions: list[Mention], lines: dict[int, Line]
) -> list[Doing]:
    """What the person of each mention does there; those joined by "and" do the same."""
    found: list[Doing] = []
    spoken = presents_speech(text, where)
    blocks = [b for b, _ in where]
    for_nations: Counter[int] = Counter()
    for group in _groups(text, mentions):
        named = [mentions[i] for i in group]
        functions = _functions_of_group(text, where, named)
        nation, is_for_nation = nation_of_group(text, where[named[0].block][0], named)
        for_nations[named[0].block] += is_for_nation
        for i, m, function in zip(group, named, functions, strict=True):
            line = lines.get(i)
            found.append(
                Doing(
                    m,
                    _function_of_line(
                        text, where, blocks, m, line, spoken=spoken, alone=len(lines) < _DELEGATIONS, otherwise=function
                    ),
                    m.country if m.country is not None else line.country if line is not None else nation,
                    line is not None,
                    where[m.block][1] is Role.TITLE,
                    nation,
                )
            )
    found = _with_nations_of_lists(text, found)
    found = [_sent(d) if for_nations[d.mention.block] >= _FEWEST_NATIONS else d for d in found]
    return _with_lists(text, blocks, found)


def _with_nations_of_lists(text: str, doings: list[Doing]) -> list[Doing]:
    """With the country before the first of a list for those who follow: "Per il Canada il ministro A e B, viceministro"."""
    whole: list[Doing] = []
    for doing in doings:
        before = whole[-1] if whole else None
        if (
            doing.country is None
            and before is not None
            and before.sender is not None
            and goes_on(text, before.mention, doing.mention)
        ):
            doing = replace(doing, country=before.sender, sender=before.sender)
        whole.append(doing)
    return whole


def _sent(doing: Doing) -> Doing:
    """As somebody in a list of whom each country sent."""
    return replace(doing, function=_unless_said("participant", doing.function))


def _with_lists(text: str, blocks: list[Block], doings: list[Doing]) -> list[Doing]:
    """What the lists that people stand in say of those of whom nothing else is said."""
    mentions, functions = [d.mention for d in doings], [d.function for d in doings]
    whole = list(doings)
    for listing in listings(text, lambda i: blocks[mentions[i].block].content, mentions, functions):
        for i in listing.members:
            country = doings[i].country if doings[i].country is not None else listing.countries.get(i)
            function = listing.function if listing.whole or functions[i] == "mentioned" else functions[i]
            whole[i] = replace(doings[i], function=strongest((function, functions[i])), country=country)
    return whole


def _function_of_line(
    text: str,
    where: list[tuple[Block, Role]],
    blocks: list[Block],
    m: Mention,
    line: Line | None,
    *,
    spoken: bool,
    alone: bool,
    otherwise: str,
) -> str:
    """What the form of the naming and the line it stands in say, if more than the words around it."""
    said = [otherwise, m.function or "mentioned"]
    if where[m.block][1] not in _OVER_TEXT and is_label(text, where[m.block][0], m.opening, m.closing):
        said.append(
            "speaker" if spoken or m.start > blocks[m.block].content or is_transcript(text, blocks) else "quoted"
        )
    if _opens_speech(text, blocks[m.block], m):
        said.append("speaker")
    if spoken and m.block < _SALUTATION and _is_addressed(text, blocks[m.block], m):
        said.append("participant")
    if spoken and ((alone and heads_speech(text, where, m)) or presents_speaker(text, m, blocks[m.block])):
        said.append("speaker")
    elif line is not None:
        said.append(line.function)
    function = strongest(said)
    if function != "mentioned":
        return function
    before, after = context(text, blocks[m.block], m.opening, m.closing)
    return "quoted" if is_quoted(text, blocks, m, m.opening - len(before), m.closing + len(after)) else "mentioned"


def _is_addressed(text: str, block: Block, m: Mention) -> bool:
    """Whether a short line of a speech addresses somebody: "Minister NAME, ladies and gentlemen,"."""
    comma = (
        m.role is not None
        and text[m.closing : m.closing + 1] == ","
        and text[block.content : block.end].rstrip().endswith(",")
    )
    return comma and _ADDRESS.fullmatch(text, block.content, m.opening) is not None


def _opens_speech(text: str, block: Block, m: Mention) -> bool:
    """Whether a section sign stands before somebody, as in the records of a parliament before who speaks, and no question follows."""
    return (
        text.startswith("§", block.content)
        and not text[block.content : m.opening].strip("§ ")
        and _ASKS.match(text, m.closing, block.end) is None
    )


def _groups(text: str, mentions: list[Mention]) -> Iterator[list[int]]:
    """Indices of mentions that stand in one list."""
    group: list[int] = []
    for i, m in enumerate(mentions):
        if group:
            before = mentions[group[-1]]
            gap = m.opening - before.closing
            if (
                m.block != before.block
                or gap > 40
                or (gap > 0 and not _COORDINATED.fullmatch(text, before.closing, m.opening))
                or _begins_plural(text, mentions, i)
            ):
                yield group
                group = []
        group.append(i)
    if group:
        yield group


def _begins_plural(text: str, mentions: list[Mention], i: int) -> bool:
    """Whether the first of several who share an office follows somebody with one of their own: "..., the ministers A and B"."""
    before, m, following = mentions[i - 1], mentions[i], mentions[i + 1] if i + 1 < len(mentions) else None
    shared = m.role is not None and following is not None and following.role == m.role != before.role
    return shared and text[before.closing : m.opening].strip() in (",", ", the", ", die", ", les", ", i")


def _functions_of_group(text: str, where: list[tuple[Block, Role]], group: list[Mention]) -> list[str]:
    block, role = where[group[0].block]
    read = reader(group[0].name)
    before, after = context(text, block, group[0].opening, group[-1].closing)
    sent = "から" if text[group[0].opening : group[0].start].endswith(("から", "からは")) else ""
    before += sent  # whoever comes from the presidency's country is no host for that
    shared = read(before, after)
    functions = [shared]
    if len(group) > 1:
        around = [context(text, block, m.opening, m.closing) for m in group]
        around[0] = (before, around[0][1])
        functions = [read(*words, than=shared) for words in around]
        if _JOINS_US.match(after) and read(before, "") in ("chair", "host"):
            functions[-1] = "participant"  # "The meeting was chaired by A, and B joined us": two sentences in one
    heads = role in _OVER_TEXT or (group[0].block < _BEGINNING and announces_speech(text, block))
    if heads and speaks_in_title(text[block.start : group[0].opening], text[group[-1].closing : block.end]):
        functions = [strongest((f, "speaker")) for f in functions]
    if "participant" in functions and is_elsewhere(before + text[group[0].opening : group[-1].closing] + after):
        functions = ["mentioned" if f == "participant" else f for f in functions]
    if _THEN.search(before) is not None:
        functions = ["mentioned" if f in ("participant", "host") else f for f in functions]
    signed = _SIGNED.search(before) is not None
    return [
        _unless_said("signatory" if signed else "chair" if _is_chairman(text, m) else "mentioned", f)
        for m, f in zip(group, functions, strict=True)
    ]


def _unless_said(otherwise: str, function: str) -> str:
    return otherwise if function == "mentioned" else function


def _is_chairman(text: str, m: Mention) -> bool:
    """Whether the office is to chair and nothing more, with the name set off or ours: "the Chairman, Mr. ...", "our chair NAME"."""
    if m.role is None or m.role[1] >= m.start or _CHAIR.fullmatch(text, *m.role) is None:
        return False
    before = text[max(0, m.role[0] - 8) : m.role[0]]
    if _OUR.search(before) is not None or (before.endswith("(") and text[m.role[1] : m.role[1] + 1] == ":"):
        return True
    return "," in text[m.role[1] : m.start] and _ARTICLE.search(before) is not None  # not of a commission


def reader(name: str) -> Callable[..., str]:
    """How to read what somebody does, by the script of the name."""
    return function_between_ja if name[-1:] > "぀" else function_between


def context(text: str, block: Block, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and after a stretch."""
    last = text[end - 1 : end] > "぀" or _OPENS_BRACKET.search(text, max(0, start - 40), start) is not None
    far = _CONTEXT_JA if last or _BRACKET.match(text, end) is not None else _CONTEXT
    low, high = max(block.content, start - _CONTEXT), min(block.end, end + far)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, start) if _ends_sentence(m, low)]
    following = (m.start() for m in _SENTENCE_END.finditer(text, end, high) if _ends_sentence(m, end))
    return text[ends[-1] if ends else low : start], text[end : next(following, high)]


def _ends_sentence(match: re.Match[str], start: int) -> bool:
    """Whether no abbreviation, initial or number of a day stands before a sign, as far as the text is read from `start` on."""
    if match["space"] is None:
        return True
    text, position = match.string, match.start()
    while position > start and (text[position - 1].isalnum() or text[position - 1] in "._"):
        position -= 1
    word = text[position : match.start()]
    return not (
        word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or (word.isdigit() and len(word) < _SHORTEST_YEAR)
    )
