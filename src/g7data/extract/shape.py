"""What one block looks like by itself: running text, a heading, a line with a date."""

import re

from g7data.extract.dates import find_dates
from g7data.reading import Block, Kind, Reading, Region

_STOP, _CLOSED = r"[.!?:;…。！？：；]", r"[\"'”’»)\]」』]"
SENTENCE_END = re.compile(
    rf"(?:{_STOP}{_CLOSED}*|(?<!\d){_STOP}{_CLOSED}*\d+|{_STOP}{_CLOSED}+\d+|[.!?]{_CLOSED}* ?\([^()]{{2,20}}\)|[;,] (?:and|or|et|ou|und|oder|ed?|o|y))$"
)  # "Mobility 4.0" ends none; an agency may stand behind the stop
LONG = 110  # characters: a paragraph of that length is running text
_SHORT_SENTENCE = 45
_LONG_JAPANESE = 34
_LONGEST_HEADING = 140
_HEADS = re.compile(r"[【\[［〔].{1,40}[】\]］〕]|[IVX]{1,5}")  # in brackets, or no more than a Roman numeral
_NUMERAL = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]")  # before a heading, where its line is short and a paragraph follows
_SAID = re.compile(r"[^「」]{2,20}「[^「」]{15,}」")  # who, and what they said
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")


def is_running_text(reading: Reading, block: Block) -> bool:
    """Whether a block reads like a part of a text, not like a line that names, dates or labels it."""
    if block.kind in (Kind.ROW, Kind.META, Kind.HEADING) or block.region is not Region.CONTENT:
        return False
    words = reading.of(block)
    if not words.isascii() and JAPANESE.search(words):
        return (len(words) >= _LONG_JAPANESE and ("。" in words or bool(block.marker))) or words.endswith("。")
    if block.marker or len(words) < _SHORT_SENTENCE or len(words) >= 2 * LONG:
        return len(words) >= _SHORT_SENTENCE
    return SENTENCE_END.search(words) is not None and (len(words) >= LONG or not words.endswith(":"))


def is_heading(reading: Reading, index: int) -> bool:
    """Whether a block heads what follows: by its markup, its emphasis, its brackets, or how it stands."""
    block = reading.blocks[index]
    if block.region is not Region.CONTENT:
        return False
    if block.kind is Kind.HEADING:
        return True
    words = reading.of(block)
    if (
        block.kind is Kind.ROW
        or not words
        or len(words) > _LONGEST_HEADING
        or words[-1] in ".,;:。、；："
        or block.level > 1
    ):
        return False
    if _SAID.fullmatch(words):
        return False
    if block.strong or _HEADS.fullmatch(words):
        return True
    if _NUMERAL.fullmatch(block.marker) and not words[0].islower():
        return _stands_as_heading(reading, index, words)
    return not block.marker and block.kind is Kind.PARAGRAPH and _stands_as_heading(reading, index, words)


def _stands_as_heading(reading: Reading, index: int, words: str) -> bool:
    """Whether an unmarked short line heads what follows: it does not begin in lower case, and a longer block comes next."""
    if not words[0].isalnum() or words[0].islower() or len(words) > 90 or SENTENCE_END.search(words):
        return False
    following = reading.blocks[index + 1 : index + 2]
    return (
        bool(following)
        and following[0].region is Region.CONTENT
        and len(reading.of(following[0])) > max(60, len(words))
    )


def is_dateline(words: str) -> bool:
    """Whether a line is a date with little around it."""
    dates = find_dates(words)
    return bool(dates) and len(words) - sum(d.end - d.start for d in dates) < 60


def is_only_date(words: str) -> bool:
    """Whether a line is a date and no more than a code beside it."""
    dates = find_dates(words)
    return bool(dates) and len(words) - sum(d.end - d.start for d in dates) < 10
