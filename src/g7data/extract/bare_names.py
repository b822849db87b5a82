"""Heads of state and government whom a text calls by the surname alone, as everybody knows whom it means: "Macron", "Putin".

Only the surname of one who is in office in the year of the page is read so, and only where nobody else on the page bears it.
In a transcript, the label before what somebody says may be any known surname.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from g7data import reference
from g7data.extract.known_people import HEAD, family_words
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention
from g7data.extract.office_words import Is, kind_of, unaccented, vocabulary
from g7data.extract.speakers import is_label, presents_speech
from g7data.reading import Block
from g7data.reference import Leader

_SHORTEST = 5  # letters: a shorter surname is too often a word
_NOT_INSIDE, _WHOLE = r"(?<![\w'’-].)", r"(?![\w-])"  # the first with one letter in
_WORD = re.compile(rf"[A-ZÀ-Þ]{_NOT_INSIDE}[^\W\d_]{{2,}}{_WHOLE}")
_NAME_BEFORE = re.compile(r"(?P<word>[A-ZÀ-Þ][\w.’'-]*) $")
_THING = re.compile(r"\b(?:the|la|le|die|das|il|lo) $", re.I)  # "the NAME government"
_LAND_BEHIND = re.compile(r" (?:d['’]|Rica\b)")  # "Costa d'Avorio"
_GREETING = re.compile(
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{3,20}):\s+(?:Good (?:day|morning|afternoon|evening)|Ladies and gentlemen|Thank you|Bonjour|Bonsoir|Mesdames|Guten (?:Tag|Morgen|Abend)|Meine (?:sehr geehrten )?Damen|Buongiorno|Buonasera|Signore e signori)\b"
)
_MOST_PLACES = 5  # in which a surname is looked at
_NAME_AFTER = re.compile(r" (?P<word>[A-ZÀ-Þ][\w’'-]*)")


def find_bare_names(
    text: str, where: list[tuple[Block, Role]], mentions: list[Mention], year: int | None
) -> Iterator[Mention]:
    """The first naming of each such person."""
    taken = {unaccented(word) for m in mentions for word in re.findall(r"[^\W\d_]+", m.name)}
    spoken = presents_speech(text, where)
    heads = _heads(year)
    for index, (block, role) in enumerate(where):
        words = _WORD if spoken else _any_of_heads()
        for match in words.finditer(text, block.content, block.end):
            word = unaccented(match[0])
            if word in taken or not _is_surname(text, block, match, word):
                continue
            labels = spoken and word in family_words() and is_label(text, block, *match.span())
            if labels or (word in heads and (year is not None or role is Role.TITLE)):
                taken.add(word)
                yield Mention(
                    match[0],
                    *match.span(),
                    None,
                    None,
                    None,
                    *match.span(),
                    index,
                    "speaker" if labels else "mentioned",
                )


def find_greeting(text: str, where: list[tuple[Block, Role]], mentions: list[Mention]) -> Iterator[Mention]:
    """Who is labelled by the surname alone and begins with a greeting: "NAME: Good day, ladies and gentlemen"."""
    taken = {unaccented(word) for m in mentions for word in re.findall(r"[^\W\d_]+", m.name)}
    for index, (block, _) in enumerate(where):
        match = _GREETING.match(text, block.content, block.end)
        if match is not None and kind_of(match["name"]) == Is.NAME and unaccented(match["name"]) not in taken:
            taken.add(unaccented(match["name"]))
            yield Mention(match["name"], *match.span("name"), None, None, None, *match.span("name"), index, "speaker")


def find_whole_names(text: str, blocks: list[Block], mentions: list[Mention]) -> Iterator[Mention]:
    """The whole names of those whom an office names by the surname alone, by a given name that office-holders bear."""
    named = {m.start for m in mentions}
    for surname in {m.name for m in mentions if m.name.isalpha() and len(m.name) >= _SHORTEST and m.name < "぀"}:
        position = text.find(f" {surname}")
        for _ in range(_MOST_PLACES):
            if position < 0:
                break
            end = position + 1 + len(surname)
            before = _NAME_BEFORE.search(text, max(0, position - 19), position + 1)
            index = next((i for i, b in enumerate(blocks) if b.content <= position < b.end), None)
            if (
                before is not None
                and index is not None
                and before["word"] in _given_names()
                and before.start() not in named
                and before.start() >= blocks[index].content
                and not text[end : end + 1].isalnum()
            ):
                start = before.start()
                yield Mention(text[start:end], start, end, None, None, None, start, end, index)
                break
            position = text.find(f" {surname}", end)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(leader.given_name for leader in reference.leaders() if leader.given_name.isalpha())


def _leading(year: int | None) -> list[Leader]:
    known = (leader for leader in reference.leaders() if HEAD.match(leader.role))
    return [leader for leader in known if year is None or leader.first <= year <= (leader.last or year)]


@cache
def _heads(year: int | None) -> frozenset[str]:
    """The surnames of those who lead a country in a year, or ever did, in all spellings."""
    return frozenset(
        unaccented(name)
        for leader in _leading(year)
        for name in (leader.family_name, *leader.aliases)
        if name.isalpha() and len(name) >= _SHORTEST and unaccented(name) not in vocabulary()
    )


@cache
def _any_of_heads() -> re.Pattern[str]:
    """Finds the surnames of those who ever led a country in Latin letters, with or without their accents: far sooner than every word is looked up."""
    written = {name for leader in _leading(None) for name in (leader.family_name, *leader.aliases)}
    names = {name for name in (*written, *map(unaccented, written)) if unaccented(name) in _heads(None)}
    forms = sorted({form for name in names if name[0] < "぀" for form in (name.capitalize(), name.upper())})
    by_first = groupby(forms, key=lambda form: form[0])
    names_of = (f"{first}{_NOT_INSIDE}(?:{'|'.join(form[1:] for form in group)})" for first, group in by_first)
    return re.compile(f"(?:{'|'.join(names_of)}){_WHOLE}")


def _is_surname(text: str, block: Block, match: re.Match[str], word: str) -> bool:
    """Whether a word stands as a surname: without another name before it or behind it, or an article."""
    if (
        word not in family_words()
        or _LAND_BEHIND.match(text, match.end())
        or _THING.search(text, max(block.content, match.start() - 5), match.start())
    ):
        return False
    before = _NAME_BEFORE.search(text, max(block.content, match.start() - 20), match.start())
    after = _NAME_AFTER.match(text, match.end(), block.end)
    return not any(m is not None and kind_of(m["word"]) & Is.NAME for m in (before, after))
