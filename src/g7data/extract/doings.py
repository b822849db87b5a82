"""What each person does where a text names them: functions for mentions, for those in one list, and for bare surnames."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from g7data.extract.delegations import Line
from g7data.extract.functions import FUNCTIONS, function_between, function_between_ja, speaks_in_title
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention
from g7data.extract.nations import country_in
from g7data.reading import Block

_CONTEXT = 150  # characters on either side of a name in which words say what somebody does
_LONGEST_OFFICE = 120
_SHORTEST_SPEECH = 20
_MOST_SURNAMES = 40  # later namings looked at
_SENTENCE_END = re.compile(r"(?P<word>[\w.]*)[.!?][\"”»’)]*\s+(?=[A-ZÀ-Þ“\"«„(])|。|\n")
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Messrs Dr Prof Hon Rt Sen Rep Gov Sec Dep Amb Gen St Jr Sr Mme MM Sig On Dott U.S U.K No Nr bzw".split()
)
_COORDINATED = re.compile(
    r"[\s,;–-]*(?:teil,\s*)?(?:(?:and|et|und|e|ed|sowie|as well as|&|ainsi que|nonché|together with|along with|alongside|accompanied by|avec|zusammen mit|gemeinsam mit|insieme a)\b[\s,]*)?"
    r"(?:(?:also|by|of|to|with|from|par|de|d['’]|von|da|mit|del|della|dal|dalla|der|die|des|dem|den|le|la|l['’]|il|the|di|neue[rn]?|new|his|her|their)\b\s*)*"
    r"(?:(?<=il |la |le )[a-zà-ÿ]+\s)?(?:(?<=the |der |die |den |dem |del )[a-zà-ÿ]+\s)?"
    r"|[、，,・]?(?:及び|および|並びに|ならびに|と|や)?[、，]?",
    re.I,
)
_JOINS_US = re.compile(
    r"\W{0,3}(?:(?:also|then|both)\s)?(?:joined|attended|participated|took part|(?:was|were) (?:also )?present|briefed)\b"
)
_NATION_BEFORE = re.compile(  # "Germany was represented by", "From Japan,", "Canada:"
    r"(?P<sender>[A-ZÀ-Þ][\w’' -]{2,30}?) (?:was|were|is|are) represented (?:\w+ )?by (?:the )?$|"
    r"(?:^|[.;:•]\s|,\s)(?:From|For|Representing|Pour|Für|Per)\s+(?:the\s+|l['’]|la\s+|le\s+)?(?P<country>[A-ZÀ-Þ][\w’' -]{2,30}?)\s*,\s*(?:the\s+)?$|^(?P<label>[A-ZÀ-Þ][\w’' -]{2,30}?)\s*[:–]\s*$"
)
_CHAIR = re.compile(r"(?:G-?[78] )?(?:Co-)?Chair(?:man|woman|person)?|Präsident(?:in)?|Vorsitzende[rn]?", re.I)
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
    for group in _groups(text, mentions):
        block, role = where[mentions[group[0]].block]
        functions = _functions_of_group(text, block, [mentions[i] for i in group])
        nation = _nation_of_group(text, block, [mentions[i] for i in group])
        for i, function in zip(group, functions, strict=True):
            m = mentions[i]
            if _is_label(text, block, m):
                function = min(function, "speaker", key=FUNCTIONS.index)
            if role in (Role.TITLE, Role.HEADER) and speaks_in_title(
                text[block.start : mentions[group[0]].opening], text[m.closing : block.end]
            ):
                function = min(function, "speaker", key=FUNCTIONS.index)
            if function == "mentioned" and _attributed(text, where, m):
                function = "quoted"
            if m.function is not None:
                function = min(function, m.function, key=FUNCTIONS.index)
            if i in lines:
                function = min(function, lines[i].function, key=FUNCTIONS.index)
            found.append(
                Doing(
                    m,
                    function,
                    m.country if m.country is not None else lines[i].country if i in lines else nation,
                    i in lines,
                    role is Role.TITLE,
                )
            )
    return found


def _is_label(text: str, block: Block, m: Mention) -> bool:
    """Whether a mention labels what somebody says, as transcripts do: "MR. SULLIVAN: ..."."""
    return (
        m.opening == block.content
        and text[m.closing : m.closing + 2].startswith((": ", ":"))
        and block.end - m.closing > _SHORTEST_SPEECH
        and text[m.start : m.end].isupper()
    )


def _attributed(text: str, where: list[tuple[Block, Role]], m: Mention) -> bool:
    """Whether a mention is the line under a quotation that says whose it is."""
    block = where[m.block][0]
    above = where[m.block - 1][0] if m.block else None
    alone = not text[block.content : m.opening].strip(" -–—\t") and not text[m.closing : block.end].strip(" .")
    return alone and above is not None and text[above.content : above.end].strip()[-1:] in ("”", '"', "»", "“")


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
            ):
                yield group
                group = []
        group.append(i)
    if group:
        yield group


def _functions_of_group(text: str, block: Block, group: list[Mention]) -> list[str]:
    read = _reader(group[0].name)
    before, after = context(text, block, group[0].opening, group[-1].closing)
    shared = read(before, after)
    functions = [shared]
    if len(group) > 1:
        functions = [read(*context(text, block, m.opening, m.closing), than=shared) for m in group]
        if _JOINS_US.match(after) and read(before, "") in ("chair", "host"):
            functions[-1] = "participant"  # "The meeting was chaired by A, and B joined us": two sentences in one
    signed = _SIGNED.search(before) is not None
    return [
        _unless_said("signatory" if signed else "chair" if _is_chairman(text, m) else "mentioned", f)
        for m, f in zip(group, functions, strict=True)
    ]


def _unless_said(otherwise: str, function: str) -> str:
    return otherwise if function == "mentioned" else function


def _is_chairman(text: str, m: Mention) -> bool:
    """Whether the office is to chair and nothing more, with the name set off: "the Chairman, Mr. ..."."""
    return (
        m.role is not None
        and m.role[1] < m.start
        and _CHAIR.fullmatch(text, *m.role) is not None
        and "," in text[m.role[1] : m.start]
    )


def _reader(name: str) -> Callable[..., str]:
    """How to read what somebody does, by the script of the name."""
    return function_between_ja if name[-1:] > "぀" else function_between


def _nation_of_group(text: str, block: Block, group: list[Mention]) -> str | None:
    """The country that a list of people begins with: "From Japan, ...", "Canada: ...", 我が国からは."""
    if group[0].name[-1:] > "぀":
        return group[0].country if text[group[0].opening : group[0].start].endswith(("は", "から", "側")) else None
    match = _NATION_BEFORE.search(text[max(block.content, group[0].opening - 50) : group[0].opening])
    return country_in(match["sender"] or match["country"] or match["label"]) if match is not None else None


def context(text: str, block: Block, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and after a stretch."""
    low, high = max(block.content, start - _CONTEXT), min(block.end, end + _CONTEXT)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, start) if _ends_sentence(m)]
    following = (m.start() + len(m["word"] or "") for m in _SENTENCE_END.finditer(text, end, high) if _ends_sentence(m))
    return text[ends[-1] if ends else low : start], text[end : next(following, high)]


def _ends_sentence(match: re.Match[str]) -> bool:
    word = match["word"]
    return word is None or not (word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()))


def function_of_surname(text: str, blocks: list[Block], doings: list[Doing], name: str) -> str:
    """The strongest function that the later namings of a person by the surname alone give."""
    function = "mentioned"
    known = [(d.mention.opening, d.mention.closing) for d in doings[:_MOST_SURNAMES]]
    surname = _surname(name)
    read = _reader(name)
    position = text.find(surname)
    for _ in range(_MOST_SURNAMES):
        if position < 0 or function == FUNCTIONS[0]:
            break
        end = position + len(surname)
        block = next((b for b in blocks if b.content <= position < b.end), None)
        if block is not None and not any(a <= position < b for a, b in known) and _whole(text, position, end):
            function = read(*context(text, block, position, end), than=function)
        position = text.find(surname, end)
    return function


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a word of its own; signs of Japanese may follow each other."""
    if text[end - 1] > "぀":
        return not ("ァ" <= text[end : end + 1] <= "ー")
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _surname(name: str) -> str:
    """The part of a name by which a text goes on to call somebody: that in capitals, or the last."""
    if name[-1:] > "぀":
        return re.split(r"[・＝=\s]", name)[-1]
    if "," in name:
        return name.split(",")[0]
    words = name.split()
    capitals = [w for w in words if len(w) > 1 and w.isupper() and w.isalpha()]
    if capitals and len(capitals) < len(words):
        return capitals[0].capitalize()
    return next((w for w in reversed(words) if len(w) > 2 and w not in ("Jr.", "Sr.", "III")), words[-1])
