"""Lines of a Japanese list of those present: the country, a colon, the name, and the office behind it or in the next line."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from g7data.extract.mentions import Mention
from g7data.extract.nations import country_in, japanese_names
from g7data.reading import Block

_LONGEST_LINE = 90
_KANA = r"[ァ-ヴーへべぺ]{1,14}"
_PERSON = (
    rf"(?P<name>{_KANA}(?:[・＝=]{_KANA})+|{_KANA}(?: (?:[A-Z]\.?|{_KANA})){{1,4}}(?=\s*$)|{_KANA}(?=[ 　\t])|[一-鿿々ヶ]{{1,4}}[ 　]?[一-鿿々ぁ-んァ-ヴー]{{1,5}}(?=[ 　\t]|\s*$))"
    r"(?:氏)?(?:(?:[ 　\t]+|(?<=[ァ-ヴー])(?=[一-鿿]))(?P<office>[^。:：]{2,60}?))?\s*$"
)
_MARKED = r"(?:[・○〇●◆■*-]\s*)?"
_LINE = re.compile(
    rf"{_MARKED}(?P<land>[^\s:：、。（(]{{1,12}}(?: ?[^\s:：、。（(]){{0,3}}?)\s?(?:[（(](?P<mark>[^（()）]{{1,10}})[）)])?(?P<parted>\s*[:：]\s*|[ 　\t]+){_PERSON}"
)
_NEXT_LINE = re.compile(_MARKED + _PERSON)
_OFFICE = re.compile(
    r"(?P<office>[^。:：]{0,50}(?:大臣|長官|政務官|大使|委員|総裁|首相|大統領|長|官|代表|相|オフィサー|担当|代行|顧問|責任者|コミッショナー))\s*(?:[（(][^（()）]{1,20}[）)])?"
)
_CHAIR = re.compile(r"(?:^|[（(])(?:共同)?議長国?(?:[）)]\s*)?$")


def find_lines_ja(text: str, blocks: list[Block]) -> Iterator[Mention]:
    """The people of such lines; who is marked as chair chairs, the others take part."""
    country: str | None = None  # of the line above
    taken = -1
    for index, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
        line, country = _person(text, block, country if index != taken else None)
        if line is None or country is None:
            continue
        span = line.span("office") if line["office"] else _line(following)
        office = _OFFICE.fullmatch(text, *span) if span is not None else None
        if office is None:
            continue
        taken = index + 1 if not line["office"] else taken
        mark = line.groupdict().get("mark") or ""
        chairs = _CHAIR.search(text, *office.span()) is not None or _CHAIR.search(mark) is not None
        yield Mention(
            line["name"], *line.span("name"), None, office.span("office"), country, block.content, block.end, index,
            "chair" if chairs else "participant",
        )  # fmt: skip


def _person(text: str, block: Block, above: str | None) -> tuple[re.Match[str] | None, str | None]:
    """A line that names a person, and their country: its own, or that of the line above where it names none."""
    if block.end - block.content > _LONGEST_LINE:
        return None, None
    line = _LINE.fullmatch(text, block.content, block.end)
    if line is not None:
        land = re.sub(r"\s", "", line["land"])
        country = country_in(land)
        if country is not None and (line["parted"].strip() or land in japanese_names()):
            return line, country
    if above is None:
        return None, None
    line = _NEXT_LINE.fullmatch(text, block.content, block.end)
    return (line, above) if line is not None and line["office"] else (None, None)


def _line(block: Block | None) -> tuple[int, int] | None:
    """Where a short line stands."""
    return (block.content, block.end) if block is not None and block.end - block.content <= _LONGEST_LINE else None
