"""What people do where a text goes on to call them by the surname alone, or by the office alone."""

import re
from itertools import islice

from g7data.extract.attribution import says_who
from g7data.extract.doings import Doing, context, reader
from g7data.extract.functions import FUNCTIONS, function_between, strongest
from g7data.extract.speakers import is_label, is_transcript
from g7data.reading import Block

_MOST_SURNAMES = 40  # later namings looked at
_LONGEST_ARTICLE = 5  # characters, as in "Die "
_MOST_OFFICES = 40  # of a page on which one of them stands for its holder by its first word
_FEWEST_WORDS = 3  # of an office that stands for its holder: "The Minister of Culture said"
_LINK = re.compile(r"\s(?:of|for|de|du|des|del|della|für|von|der)\s|\s(?:d|dell)['’]")
_CLOSES = re.compile(r"\s*(?:[.,:;)”»\"]|$)")
_SPEAKER = FUNCTIONS.index("speaker")


def function_of_surname(text: str, blocks: list[Block], doings: list[Doing], name: str) -> str:
    """The strongest function that the later namings of a person by the surname alone give."""
    function = "mentioned"
    known = [(d.mention.opening, d.mention.closing) for d in doings[:_MOST_SURNAMES]]
    surname = _surname(name)
    read = reader(name)
    position = text.find(surname)
    for _ in range(_MOST_SURNAMES):
        if position < 0 or function == FUNCTIONS[0]:
            break
        end = position + len(surname)
        block = next((b for b in blocks if b.content <= position < b.end), None)
        if block is not None and not any(a <= position < b for a, b in known) and _whole(text, position, end):
            labels = FUNCTIONS.index(function) > _SPEAKER and is_label(text, block, position, end)
            label = "speaker" if position > block.content or is_transcript(text, blocks) else "quoted"
            said = read(*context(text, block, position, end), than=function)
            function = strongest((label, said)) if labels else said
        position = text.find(surname, end)
    return function


def function_of_office(text: str, blocks: list[Block], role: tuple[int, int], offices: list[str]) -> str:
    """What the holder of an office does where the text goes on with the office alone: "The Foreign Secretary also invited ...".

    Its head word is enough, "the Prime Minister said", where of all the `offices` that are named only one has that word.
    """
    office = text[slice(*role)]
    head = _LINK.split(office, maxsplit=1)[0].casefold()  # "prime minister" of "Prime Minister of Japan"
    alone = len(offices) <= _MOST_OFFICES and sum(head in other for other in offices) == 1
    function = "mentioned"
    if not alone and len(office.split()) < _FEWEST_WORDS:
        return function
    whole = re.escape(office)
    pattern = re.compile(rf"\b(?:{whole}|{re.escape(head)})(?!\w)" if alone else rf"\b{whole}(?!\w)", re.I)
    for match in islice(pattern.finditer(text, role[1]), _MOST_SURNAMES):
        block = next((b for b in blocks if b.content <= match.start() < b.end), None)
        if block is None:
            continue
        before, after = context(text, block, match.start(), match.end())
        if len(before) <= _LONGEST_ARTICLE and _LINK.match(after) is None:
            function = function_between(before, after, than=function)
        elif function == "mentioned" and says_who(before) and _CLOSES.match(after) is not None:
            function = "quoted"
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
