"""People who are named around a title without an office: "Rudd, Kevin" over a transcript, "Tajani: ..." in a headline."""

import re
from collections.abc import Iterator

from g7data import reference
from g7data.extract.gazetteer import find_country
from g7data.extract.known_people import family_words
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention
from g7data.extract.nations import country_in
from g7data.extract.office_words import Is, kind_of, unaccented
from g7data.reading import Block

_HEAD = 8  # blocks
_REVERSED = re.compile(r"(?P<family>[A-ZÀ-Þ][\w’'-]+), (?P<given>[A-ZÀ-Þ][\w’'-]+)(?: [A-Z]\.?)?")
_SPEAKS = re.compile(r"(?:^|[,–—-] |\. )(?P<name>(?:[A-ZÀ-Þ][\w’'-]+ ){0,2}[A-ZÀ-Þ][\w’'-]+) ?: ")


def find_headline_names(text: str, where: list[tuple[Block, Role]]) -> Iterator[Mention]:
    """The names that stand alone over a text, family name first, and those of known people that introduce a headline."""
    for index, (block, role) in enumerate(where[:_HEAD]):
        if role is Role.TITLE or role is Role.HEADER:
            yield from _speaking(text, block, index)
        if role is not Role.TITLE:
            yield from _reversed(text, block, index)


def _reversed(text: str, block: Block, index: int) -> Iterator[Mention]:
    match = _REVERSED.fullmatch(text, block.content, block.end)
    if match is None or not all(kind_of(match[part]) & Is.NAME for part in ("family", "given")):
        return
    if country_in(match["given"]) is None and find_country(match["given"]) is None and not _is_place(match["family"]):
        yield Mention(match[0], *match.span(), None, None, None, *match.span(), index, "quoted")


def _is_place(name: str) -> bool:
    """Whether the group met in a city of that name."""
    return any(name == place.city or name in place.names for place in reference.places())


def _speaking(text: str, block: Block, index: int) -> Iterator[Mention]:
    for match in _SPEAKS.finditer(text[block.content : block.end]):
        name = match["name"]
        span = (block.content + match.start("name"), block.content + match.end("name"))
        if unaccented(name.split()[-1]) in family_words() and all(kind_of(word) & Is.NAME for word in name.split()):
            yield Mention(name, *span, None, None, None, *span, index, "quoted")
