"""Lists of delegations and signatures: lines that hold a person and nothing else.

In prose a person stands in a sentence; here each has a line or a row, often under the name of a country. That heading holds
for the lines right under it and for one holder of each office, since headings get lost: nobody's country is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from g7data.extract.mentions import Mention
from g7data.extract.names import read_name
from g7data.extract.nations import country_in
from g7data.extract.office_words import Is
from g7data.extract.roles import chain_right, read_office
from g7data.extract.word_tokens import read_words
from g7data.reading import Block

_LONGEST_LINE = 160
_LONGEST_HEADING = 60
_MOST_OTHER = 12  # characters of a line that belong neither to the person nor to a country
_LABEL = re.compile(
    r"\W*(?:(?P<label>[A-ZÀ-Þ][\w’' .-]{1,40}|[^\s:：、。]{1,20}(?: [^\s:：、。])?)\s*[:：–-]\s*|[（(][^）)]{1,14}[）)])?"
)
_BODY = re.compile(
    r"(?:[\s,;–/-]+(?:[A-ZÀ-Þ&][\w’'.-]*|of|for|and|the|de|des|du|la|et|für|und|der|di|del|della|e))*[\s.,;*]*(?:\([^()]{1,40}\))?"
)
_CHAIR = re.compile(r"\s*[（(](?:co-?)?(?:chair|議長|共同議長|présidente?|Vorsitz|presidente)[）)]", re.I)
_CLOSING = ("”", "»", '"', "“", "’’")
_QUOTED = re.compile(r"\W{0,3}[“„«\"‘]")
_SHORTEST_PERSON = 4  # characters
_NAME_LINE = re.compile(r"[A-Za-zÀ-ÿ][\w.’'‐-]*(?:,? [A-Za-zÀ-ÿ][\w.’'‐-]*){1,6}")
_NAME_COUNTRY = re.compile(
    r"[-–—•*\s]*(?P<name>[A-ZÀ-Þ][\w.’'‐-]*(?: [\w.’'‐-]+){1,4}),? [(]?(?P<country>[A-ZÀ-Þ][\w’' .-]{1,28})[)]?"
)
_NAME_OFFICE = re.compile(r"[-–—•*\s]*(?P<name>[A-ZÀ-Þ][\w.’'‐-]*(?: [\w.’'‐-]+){1,5})\s?:\s(?P<office>[^\n:]{5,150})")
_FARTHEST_HEADING = 14  # lines
_ATTENDANCE = re.compile(
    r"\b(?:participants?|attend(?:ance|ees|ing)|heads of delegations?|delegations?|list of ministers|présents?|délégations?|partecipanti|presenti|delegazioni|teilnehm\w*|anwesend\w*|delegation(?:en|sleiter)|asistentes|participantes|delegaciones)\b"
    r"|参加(?:メンバー|者|国)|出席者|出席国|代表団",
    re.I,
)
_HEADS = re.compile(r"president|prime minister|chancellor|premier|kanzler|präsident|présid", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of a list adds to its person: the country of its heading or row, and whether it signs or is present."""

    country: str | None
    function: str


def listed(text: str, blocks: list[Block], mentions: list[Mention], signing: int) -> dict[int, Line]:
    """The mentions (by index) that make up lines of a list; from block `signing` on the lines are signatures."""
    alone = {
        i: m.block
        for i, m in enumerate(mentions)
        if _fills_line(text, blocks[m.block], m) and not _is_under_quotation(text, blocks, m)
    }
    lines = sorted(set(alone.values()))
    if len(lines) < 2:
        return {}
    alone |= {i: m.block for i, m in enumerate(mentions) if _stands_between(text, blocks[m.block], m, set(lines))}
    found: dict[int, Line] = {}
    heading: tuple[str | None, set[str]] = (None, set())
    last = -2
    named = {m.block for m in mentions}
    for i, index in sorted(alone.items(), key=lambda item: item[1]):
        if index != last:
            heading = _heading_above(
                text, blocks, index, named, heading if _continues(text, blocks, last, index) else (None, set())
            )
        country = (
            _from_label(text, blocks[index], mentions[i])
            or _from_row(text, blocks[index], mentions[i])
            or _from_end(text, blocks[index], mentions[i])
            or _from_heading(text, mentions[i], heading)
        )
        chairs = _CHAIR.match(text, mentions[i].closing, blocks[index].end) is not None
        signs = index >= signing and not _is_under_attendance(text, blocks, index)
        found[i] = Line(country, "chair" if chairs else "signatory" if signs else "participant")
        last = index
    return found


def _is_under_attendance(text: str, blocks: list[Block], index: int) -> bool:
    """Whether a heading close above a line announces those who were there."""
    return any(
        b.end - b.content <= _LONGEST_HEADING and _ATTENDANCE.search(text, b.content, b.end) is not None
        for b in blocks[max(0, index - _FARTHEST_HEADING) : index]
    )


def _fills_line(text: str, block: Block, mention: Mention) -> bool:
    """Whether a block holds the person, a label or a body at most, and no sentence."""
    words = text[block.content : block.end]
    named = mention.role is not None or (mention.function == "participant" and mention.country is not None)
    if len(words) > _LONGEST_LINE or not named or words.endswith("。"):
        return False
    before, after = text[block.content : mention.opening], text[mention.closing : block.end]
    row = "\t" in words and mention.closing - mention.opening > _SHORTEST_PERSON
    return row or (_LABEL.fullmatch(before) is not None and _BODY.fullmatch(after) is not None)


def _is_under_quotation(text: str, blocks: list[Block], mention: Mention) -> bool:
    """Whether the block above is somebody's own words, so that the line says whose they are: "– NAME, Minister of ..."."""
    if mention.block == 0:
        return False
    above = blocks[mention.block - 1]
    return (
        text[above.content : above.end].rstrip(" .\n").endswith(_CLOSING)
        and _QUOTED.match(text, above.content) is not None
    )


def _stands_between(text: str, block: Block, mention: Mention, lines: set[int]) -> bool:
    """Whether a line between two of a list begins with a person and goes on with a remark: "..., NAME – who also chairs ..."."""
    between = mention.block not in lines and {mention.block - 1, mention.block + 1} <= lines
    short = block.end - block.content <= _LONGEST_LINE and mention.role is not None
    return between and short and not text[block.content : mention.opening].strip(" -–—•*\t")


def _continues(text: str, blocks: list[Block], last: int, index: int) -> bool:
    """Whether a line belongs to the same paragraph as the line before it."""
    return last == index - 1 and "\n\n" not in text[blocks[last].end : blocks[index].start]


def _heading_above(
    text: str, blocks: list[Block], index: int, named: set[int], current: tuple[str | None, set[str]]
) -> tuple[str | None, set[str]]:
    if index - 1 in named:
        return current
    above = blocks[index - 1] if index else None
    if above is None or above.end - above.content > _LONGEST_HEADING:
        return current
    words = text[above.content : above.end].strip(" :.\t")
    country = country_in(words) if words else None
    return (country, set()) if country is not None and not re.search(r"\d|G-?[78]", words) else current


def _from_label(text: str, block: Block, mention: Mention) -> str | None:
    """The country that the line begins with: "Canada: ..."."""
    label = _LABEL.match(text, block.content, mention.opening)
    return country_in(label["label"].strip()) if label is not None and label["label"] else None


def _from_heading(text: str, mention: Mention, heading: tuple[str | None, set[str]]) -> str | None:
    """The heading's country, unless somebody with the same office has it already."""
    country, offices = heading
    office = text[slice(*mention.role)].lower() if mention.role is not None else ""
    office = "head" if _HEADS.search(office) else office
    if office in offices:
        return None
    offices.add(office)
    return country


def _from_row(text: str, block: Block, mention: Mention) -> str | None:
    """The country in another cell of the row."""
    if "\t" not in text[block.start : block.end]:
        return None
    cells = (text[block.start : mention.opening] + "\t" + text[mention.closing : block.end]).split("\t")
    return next((country for cell in cells if cell.strip() and (country := country_in(cell.strip()))), None)


def _from_end(text: str, block: Block, mention: Mention) -> str | None:
    """The country behind the last comma of the line."""
    rest = text[mention.closing : block.end]
    return country_in(rest.rsplit(",", 1)[1].strip(" .")) if "," in rest else None


def find_country_lines(text: str, blocks: list[Block], named: set[int]) -> Iterator[Mention]:
    """People with nothing but their country in a line, in a list whose other lines (blocks `named`) name people too."""
    found = {i: m for i in range(len(blocks)) if (m := _country_line(text, blocks[i], i)) is not None}
    lines = named | set(found)
    for i, mention in found.items():
        if i not in named and any({i + a, i + b} <= lines for a, b in ((-2, -1), (-1, 1), (1, 2))):
            yield mention


def _country_line(text: str, block: Block, index: int) -> Mention | None:
    """The person of a line that has a name, a comma and a country."""
    match = (
        _NAME_COUNTRY.fullmatch(text, block.content, block.end)
        if block.end - block.content <= _LONGEST_HEADING
        else None
    )
    country = country_in(match["country"]) if match is not None else None
    if match is None or not country:
        return None
    t = read_words(text, *match.span("name"))
    name = read_name(t, 0) if len(t) else None
    if name is None or name.count < 2 or name.last < len(t) - 1:
        return None
    start, end = t.starts[name.first], t.ends[name.last]
    honorific = text[t.starts[name.honorific[0]] : t.ends[name.honorific[1]]] if name.honorific else None
    return Mention(
        text[start:end], start, end, honorific, None, country, match.start(), match.end(), index, "participant"
    )


def find_split_lines(text: str, blocks: list[Block]) -> Iterator[Mention]:
    """People whose name fills one line and whose office fills the next, or what follows a colon."""
    for index, block in enumerate(blocks):
        match = _NAME_OFFICE.fullmatch(text, block.content, min(block.end, block.content + _LONGEST_LINE))
        if match is not None and match.end() == block.end:
            mention = _split_line(text, match.span("name"), match.span("office"), index)
            if mention is not None and mention.role is not None:
                yield replace(mention, closing=mention.role[1])
    for index, (name_line, office_line) in enumerate(pairwise(blocks)):
        if (
            name_line.end - name_line.content > _LONGEST_HEADING
            or office_line.end - office_line.content > _LONGEST_LINE
        ):
            continue
        if not _NAME_LINE.fullmatch(text, name_line.content, name_line.end):
            continue
        mention = _split_line(text, (name_line.content, name_line.end), (office_line.content, office_line.end), index)
        if mention is not None:
            yield mention


def _split_line(text: str, name_line: tuple[int, int], office_line: tuple[int, int], index: int) -> Mention | None:
    t = read_words(text, *name_line)
    name = read_name(t, 0) if len(t) and t.kind(0) & (Is.NAME | Is.HONORIFIC | Is.INITIAL | Is.ARTICLE) else None
    if name is None or name.count < 2 or name.last < len(t) - 1:
        return None
    o = read_words(text, *office_line)
    head = next((i for i in range(min(len(o), 8)) if o.kinds[i] & Is.OFFICE and not o.kinds[i] & Is.PLURAL), None)
    if head is not None and o.kind(head + 1) & Is.OFFICE and not o.kind(head + 1) & Is.PLURAL:
        head += 1  # "Premier ministre"
    office = read_office(o, head) if head is not None else None
    if office is None or office.first > 0:
        return None
    last = chain_right(o, office.last)
    role = (o.starts[office.first], o.ends[last])
    rest = text[role[1] : office_line[1]].strip(" .,;")
    if _BODY.fullmatch(text, role[1], office_line[1]) is not None:
        role = (role[0], role[1] + len(text[role[1] : office_line[1]].rstrip(" .,;*")))
    elif country_in(rest) is not None:
        role = (role[0], role[1] + len(text[role[1] : office_line[1]].rstrip(" .,;")))
    elif len(rest) > _MOST_OTHER:
        return None
    start, end = t.starts[name.first], t.ends[name.last]
    honorific = text[t.starts[name.honorific[0]] : t.ends[name.honorific[1]]] if name.honorific else None
    return Mention(
        text[start:end], start, end, honorific, role, country_in(text[slice(*role)]), name_line[0], end, index
    )
