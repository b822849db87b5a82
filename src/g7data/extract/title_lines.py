"""The title of a page that has no headings: the line before the text that reads most like one.

Texts copied from sites begin with what stood around them: the site's name, menus, breadcrumbs, a date. What names the
group, a kind of text or who met speaks for a line; what looks like a menu speaks against it; an earlier line wins over a
later one that reads no better.
"""

from collections.abc import Iterator

from g7data.extract import title_words as look
from g7data.extract.annex import ANNEX
from g7data.extract.dates import find_dates
from g7data.extract.gazetteer import find_city
from g7data.extract.group import GROUP
from g7data.extract.notices import Notice
from g7data.extract.shape import JAPANESE, LONG, is_dateline, is_only_date, is_running_text
from g7data.reading import Block, Kind, Reading, Region

_FIRST_LINES = 40
_MOST_LINES = 3  # of one title
_LONGEST = 3 * LONG
_OF_AN_ANNEX = 5.0  # the first line that numbers an annex: others after it are those it is listed with
_OF_A_CRUMB = 3.0  # the page's own name on the path to it
_OF_AN_ENTRY = 6.0
_OF_METADATA = 2.0  # the page's own name in its metadata
_LEAST = 0.5  # score of a line that is worth being called a title
_MARGIN = 1.6  # by which a later line must read better than an earlier one
_LONG_ENOUGH, _LONG_ENOUGH_JAPANESE = 3, 8  # words, characters
_LONG_JAPANESE = 40  # characters
_BULLET = " • "
_FEWEST_ITEMS = 3
_FEW_WORDS = 3


def find_title_lines(reading: Reading, notices: dict[int, Notice], named: int | None = None) -> list[int]:
    """The blocks that make up the title, or none where no line reads like one; the line `named` is what the page calls itself."""
    candidates = list(_candidates(reading, notices))
    labelled = next((i for i in candidates if look.LABELLED.match(reading.of(reading.blocks[i]))), None)
    if labelled is not None:
        return [labelled]
    best, least = None, _LEAST
    annexes = 0
    crumbs = _last_crumbs(reading)
    for i in candidates:
        annexes += (labels_annex := _names_annex(reading, i))
        score = _score(reading, i) + (_OF_AN_ANNEX if labels_annex and annexes == 1 else 0.0)
        score += (
            _OF_METADATA * (i == named)
            + _OF_A_CRUMB * (reading.of(reading.blocks[i]) in crumbs)
            + _OF_AN_ENTRY * _is_entry(reading, i)
        )
        if score > least:
            best, least = i, score + _MARGIN
    return [] if best is None else _with_lines_around(reading, notices, candidates, best)


def _candidates(reading: Reading, notices: dict[int, Notice]) -> Iterator[int]:
    """The lines before the text begins that are not plainly something else than a title."""
    any_yet = False
    skipped = [i for i, b in enumerate(reading.blocks[:_FIRST_LINES]) if look.SKIP.fullmatch(reading.of(b))]
    first = skipped[0] + 1 if skipped else 0
    for i, block in enumerate(reading.blocks[first:_FIRST_LINES], first):
        if any_yet and notices.get(i) is Notice.RELATED and notices.get(i - 1) is not Notice.CONTACT:
            return
        if block.region is not Region.CONTENT or i in notices:
            continue
        words = reading.of(block)
        if block.kind is Kind.ROW or look.SPEAKER.match(words) or look.GREETING.fullmatch(words):
            return
        if (is_running_text(reading, block) and not _is_full_stopped(words)) or len(words) > _LONGEST:
            if _is_quoted_headline(reading, i) or (not any_yet and _is_numbered_headline(reading, block)):
                yield i
            elif not (_is_call(words) or _goes_before_title(reading, notices, i) or _is_ticker(words)):
                return
            continue
        if (
            (is_only_date(words) and not look.TEXT.search(words))
            or look.REMARK.fullmatch(words)
            or look.SITE.fullmatch(words)
            or look.AGENCY.fullmatch(words)
            or _is_bare_annex(words)
        ):
            continue
        any_yet = True
        yield i


def _is_entry(reading: Reading, index: int) -> bool:
    """Whether a line is the name of an encyclopaedia's entry: the next line says what it is from."""
    return any(look.ORIGIN.search(reading.of(block)) for block in reading.blocks[index + 1 : index + 2])


def _last_crumbs(reading: Reading) -> set[str]:
    """The last names on the paths that the page prints to itself: the site's name for this page."""
    lines = (reading.of(block) for block in reading.blocks[:_FIRST_LINES] if block.kind is not Kind.META)
    return {match["last"].strip() for line in lines if len(line) < _LONGEST and (match := look.CRUMB.search(line))}


def _is_call(words: str) -> bool:
    """Whether a line calls on its readers to do something, as a site does above every page."""
    return words[-1] in "!！" and len(words) < LONG and GROUP.search(words) is None


def _is_ticker(words: str) -> bool:
    """Whether a line runs several headlines into one, none of which is about the group."""
    return words.count(_BULLET) >= _FEWEST_ITEMS and GROUP.search(words) is None


def _is_quoted_headline(reading: Reading, index: int) -> bool:
    """Whether a sentence between quotation marks is a headline: nothing else stands in it, and the page's date follows."""
    following = reading.blocks[index + 1 : index + 2]
    return (
        look.QUOTED.fullmatch(reading.of(reading.blocks[index])) is not None
        and bool(following)
        and len(reading.of(following[0])) < LONG / 2
        and is_dateline(reading.of(following[0]))
    )


def _is_numbered_headline(reading: Reading, block: Block) -> bool:
    """Whether the first line is numbered as one text of a collection: "221. Minutes of the Summit"."""
    words = reading.of(block)
    return (
        block.marker[:1].isdigit()
        and len(words) < LONG
        and words[-1] not in ".;:。"
        and GROUP.search(words) is not None
    )


def _goes_before_title(reading: Reading, notices: dict[int, Notice], index: int) -> bool:
    """Whether a sentence stands over the title, as a site's greeting does: a line that names a text of the group follows at once."""
    following = reading.blocks[index + 1 : index + 2]
    return (
        len(reading.of(reading.blocks[index])) < LONG
        and bool(following)
        and index + 1 not in notices
        and not is_running_text(reading, following[0])
        and _names_text_of_group(reading.of(following[0]))
    )


def _names_text_of_group(words: str) -> bool:
    return len(words) < _LONGEST and GROUP.search(words) is not None and look.TEXT.search(words) is not None


def _is_full_stopped(words: str) -> bool:
    """Whether a line that ends like a sentence is a title all the same: it begins with the kind of text, or asks."""
    asks = words[-1] in "?!…" and GROUP.search(words) is not None
    room = _LONG_JAPANESE if JAPANESE.search(words) else LONG
    names = len(words) < _LONGEST and look.NAMES_TEXT.match(words) is not None
    return (
        (len(words) < room and asks)
        or (names and not look.SAID.search(words))
        or look.MEETING_OF.fullmatch(words) is not None
    )


def _is_bare_annex(words: str) -> bool:
    match = ANNEX.search(words)
    return match is not None and not words[match.end() :].strip(" :.–-")


def is_caption(words: str) -> bool:
    """Whether a line says what a picture shows."""
    return look.CAPTION.search(words) is not None


def _names_annex(reading: Reading, index: int) -> bool:
    """Whether a line is labelled as an annex, by itself or by the line above."""
    above = index > 0 and _is_bare_annex(reading.of(reading.blocks[index - 1]))
    return above or ANNEX.match(reading.of(reading.blocks[index])) is not None


def _score(reading: Reading, index: int) -> float:
    """How much a line reads like a title."""
    block = reading.blocks[index]
    words = reading.of(block)
    japanese = JAPANESE.search(words) is not None
    long_enough = len(words) >= _LONG_ENOUGH_JAPANESE if japanese else len(words.split()) >= _LONG_ENOUGH
    score = 3.0 * (GROUP.search(words) is not None) + 2.5 * (look.TEXT.search(words) is not None)
    score += 1.0 * (look.WHO.search(words) is not None)
    score += 1.0 * (long_enough and (score > 0 or not words.isupper())) - 3.0 * (
        look.ONLY_GROUP.fullmatch(words) is not None
    )
    score += 0.5 * _stands_over_text(reading, index)
    score -= 8.0 * (look.ELSEWHERE.match(words) is not None) + 8.0 * is_caption(words)
    score -= 3.0 * (look.HONOURED.match(words) is not None) + 6.0 * (look.CODED.match(words) is not None)
    score -= 4.0 * (look.MENU.search(words) is not None) + 2.0 * (words[0].islower() or words[0] in "([（［–—-")
    score -= 2.0 * (words[-1] in ":：,、;") + 2.0 * (look.ADDRESS.search(words) is not None)
    score -= 2.0 * (is_dateline(words) and len(words) < LONG / 2 and GROUP.search(words) is None)
    score -= 2.0 * (look.MAIL.match(words) is not None) + 3.0 * (words.islower() and len(words.split()) < _FEW_WORDS)
    score -= 1.0 * (look.CLOCK.search(words) is not None) + 1.5 * (bool(block.marker) and not block.marker[0].isdigit())
    return score


def _stands_over_text(reading: Reading, index: int) -> bool:
    """Whether the date or the text follows at once."""
    following = reading.blocks[index + 1 : index + 2]
    if not following or following[0].region is not Region.CONTENT:
        return False
    words = reading.of(following[0])
    return is_running_text(reading, following[0]) or (is_dateline(words) and len(words) < LONG)


def _with_lines_around(reading: Reading, notices: dict[int, Notice], candidates: list[int], index: int) -> list[int]:
    """The line with those below it that go on with it, and with the one above it that it goes on with: one title."""
    lines = [index]
    if index - 1 in candidates and _is_begun_above(reading, index):
        lines.insert(0, index - 1)
    for i in range(index + 1, min(index + _MOST_LINES, len(reading.blocks))):
        block = reading.blocks[i]
        if i in notices or not _goes_on(reading, reading.blocks[i - 1], block):
            break
        lines.append(i)
    return lines


def _is_begun_above(reading: Reading, index: int) -> bool:
    """Whether the line above begins what this one goes on with: by its first word, or in capitals like this one."""
    above, block = reading.blocks[index - 1 : index + 1]
    words = reading.of(block)
    capitals = reading.of(above).isupper() and words.isupper() and not JAPANESE.search(words)
    close = reading.text[above.end : block.start] == "\n" and not look.ADDRESS.search(reading.of(above))
    return look.GOES_ON.match(words) is not None or (capitals and close and len(reading.of(above)) < LONG)


def _lists(words: str) -> bool:
    """Whether a line is no more than a few topics with commas between: a subtitle."""
    items = words.split(", ")
    return len(items) >= _FEWEST_ITEMS and all(map(look.ITEM.fullmatch, items)) and not GROUP.search(words)


def _goes_on(reading: Reading, last: Block, block: Block) -> bool:
    """Whether a line is part of the title above it."""
    words, above = reading.of(block), reading.of(last)
    if look.SECTION.fullmatch(words) or (last.kind is Kind.HEADING and block.kind is not Kind.HEADING):
        return False
    apart = reading.text[last.end : block.start] != "\n"
    if block.marker or block.region is not Region.CONTENT or JAPANESE.search(above):
        return False
    if (
        words[0] in "([（［"
        or words[-1] in ",、"
        or is_running_text(reading, block)
        or is_dateline(words)
        or find_dates(above)
        or above[-1] in '.!?”"'
        or _lists(words)
        or look.GREETING.fullmatch(words)
    ):
        return False
    if apart and GROUP.search(above) and not look.TEXT.search(above):
        return look.TEXT.search(words) is not None and len(words.split()) <= _LONG_ENOUGH
    if apart or (GROUP.search(words) and GROUP.search(above)):
        return words.isupper() and above.isupper() and look.GOES_ON.match(words) is not None
    return len(words) <= LONG and len(above) <= LONG and find_city(words.split(",")[0]) is None
