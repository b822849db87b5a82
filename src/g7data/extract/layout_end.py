"""Where the text of a page ends: before teasers of other pages, before the lines with which a site closes its pages."""

import re

from g7data.extract.notices import Notice
from g7data.extract.shape import LONG, SENTENCE_END, is_running_text
from g7data.reading import Block, Kind, Reading, Region

_CLOSING = (Notice.SOURCE, Notice.BACK, Notice.END_MARK, Notice.UPDATED, Notice.COPYRIGHT, Notice.CONTACT)
_HEADS_PEOPLE = re.compile(
    r"\W*(?:[〇○]?(?:出席|参加)(?:国|者)|(?:list(?:e)? (?:of|des) )?(?:participants?|participating|attendees|signatories|delegations?|"
    r"teilnehmer\w*|teilnehmende\w*|partecipanti|délégations|delegazioni)\b).{0,40}",
    re.I,
)
_ISSUED = re.compile(r"\W*(?:(?:issued|released|published) by|publiée? par|pubblicat[oa] da|herausgegeben von)\b", re.I)
_PERSON = re.compile(r"\W{0,3}[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){1,5} ?: [^:]{5,120}$")
_QUOTATION = re.compile(r"[„“\"«][^“”\"»„«]{20,}[.!?][“”\"»]\s\S")
"""A whole sentence between quotation marks, and behind it who said it."""
_FEWEST_PEOPLE = 4
_FEWEST_WORDS = 6
_LINES_BACK = 3  # from the end of the body: the heading may itself be an item of a list


def find_end(reading: Reading, notices: dict[int, Notice], body: int) -> int:
    """The index after the body's last block: teasers end it, and so does a notice that no running text follows."""
    end = next(
        (i for i in range(body, len(reading.blocks)) if begins_teasers(reading, notices, body, i)), len(reading.blocks)
    )
    last = end
    while end > body and not _belongs(reading, notices, end - 1):
        end -= 1
    end = _end_of_people(reading, notices, end, last)
    end = _end_of_list(reading, notices, max(body, end - _LINES_BACK), end, last)
    for i in range(end - 1, body, -1):
        if is_running_text(reading, reading.blocks[i]) and i not in notices:
            break
        if notices.get(i) in _CLOSING:
            end = i
    return end


def begins_teasers(reading: Reading, notices: dict[int, Notice], body: int, index: int) -> bool:
    """Whether teasers begin with a line: not where no paragraph stands before it and one follows, as below a call to subscribe."""
    if notices.get(index) is not Notice.MORE:
        return False
    before, behind = reading.blocks[body:index], reading.blocks[index + 1 : index + _LINES_BACK + 1]
    return any(len(reading.of(b)) >= LONG for b in before) or not any(_is_paragraph(reading, b) for b in behind)


def _is_paragraph(reading: Reading, block: Block) -> bool:
    return len(reading.of(block)) >= LONG and is_running_text(reading, block)


def _end_of_list(reading: Reading, notices: dict[int, Notice], start: int, end: int, last: int) -> int:
    """Where the body ends if short lines at its end list those who took part: under a heading that says so, up to a notice."""
    for i in range(start, last):
        if _HEADS_PEOPLE.fullmatch(reading.of(reading.blocks[i])):
            stop = i + 1
            while stop < last and stop not in notices and reading.blocks[stop].region is Region.CONTENT:
                stop += 1
            return max(stop, end)
    return end


def _end_of_people(reading: Reading, notices: dict[int, Notice], end: int, last: int) -> int:
    """Where the body ends if most of the short lines behind it give a person and an office: "NAME : president of ..."."""
    people = [i for i in range(end, last) if _PERSON.match(reading.of(reading.blocks[i])) and i not in notices]
    many = len(people) >= _FEWEST_PEOPLE and 2 * len(people) > people[-1] - end
    return people[-1] + 1 if many else end


def _belongs(reading: Reading, notices: dict[int, Notice], index: int) -> bool:
    block = reading.blocks[index]
    if index in notices or block.region is not Region.CONTENT or block.kind is Kind.META:
        return False
    words = reading.of(block)
    if not any(map(str.isalpha, words)):
        return False
    if (
        block.marker
        or block.kind is not Kind.PARAGRAPH
        or len(words) > LONG
        or SENTENCE_END.search(words)
        or "。" in words
        or _QUOTATION.match(words)
        or _breaks_off(reading, index, words)
    ):
        return True
    return (
        index == 0 or reading.blocks[index - 1].level > 0 or announces(reading, index - 1)
    )  # a short line at the end: of a list, or the site's


def _breaks_off(reading: Reading, index: int, words: str) -> bool:
    """Whether a line is the beginning of a paragraph that was cut: it stands below text and is written as a sentence is."""
    parts = words.split()
    if (
        len(parts) < _FEWEST_WORDS
        or index == 0
        or _ISSUED.match(words)
        or not is_running_text(reading, reading.blocks[index - 1])
    ):
        return False
    return 2 * sum(part[0].islower() for part in parts) > len(parts) and not any(
        a.start < reading.blocks[index].end and a.end > reading.blocks[index].start for a in reading.anchors
    )


def announces(reading: Reading, index: int) -> bool:
    """Whether a line leads to what follows: it ends in a colon."""
    return reading.of(reading.blocks[index]).rstrip().endswith((":", "："))
