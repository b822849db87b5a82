"""The title of a page that has no headings: the line before the text that reads most like one.

Texts copied from sites begin with what stood around them: the site's name, menus, breadcrumbs, a date. What names the
group, a kind of text or who met speaks for a line; what looks like a menu speaks against it; an earlier line wins over a
later one that reads no better.
"""

import re
from collections.abc import Iterator

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
_LEAST = 0.5  # score of a line that is worth being called a title
_MARGIN = 1.6  # by which a later line must read better than an earlier one
_TEXT = re.compile(
    r"declaration|statement|summary|communiqu|charter|action plan|principles|conclusions|report|initiative|remarks|readout|"
    r"press (?:conference|briefing)|transcript|speech|preview|delegates|interview|"
    r"déclaration|résumé|sommaire|point de presse|conférence de presse|discours|plan d['’]action|rapport|erklärung|kommuniqu|rede\b|bericht|pressekonferenz|"
    r"dichiarazione|comunicato|discorso|conferenza stampa|relazione|宣言|声明|コミュニケ|総括|報告|概要|結果|会見|スピーチ|メッセージ|演説",
    re.I,
)
_NAMES_TEXT = re.compile(
    rf"(?:\w+ (?:of the|de la|des?|der|della) )?(?:{_TEXT.pattern})[\w ]* (?:of|by|de|du|des|von|der|di|de[il]\w*|on|to)\b",
    re.I,
)
_WHO = re.compile(
    r"minist|summit|leaders|sommet|dirigeants|gipfel|treffen|vertice|riunione|presiden|präsident|chancellor|kanzler|大臣|首脳|会合|サミット|外相|財務相",
    re.I,
)
_LONG_ENOUGH, _LONG_ENOUGH_JAPANESE = 3, 8  # words, characters
_LONG_JAPANESE = 40  # characters
_LABELLED = re.compile(r"\[?(?:title|titre|titel|titolo|文書名)\]", re.I)
_REMARK = re.compile(r"[(（\[【].{1,14}[)）\]】]")
_SITE = re.compile(
    r".{0,60}\b(?:Information Centre|Research Group|University of|Bibliothè?que|Library)\b.{0,60}|"
    r"(?:welcome to|willkommen|bienvenue|benvenut\w)\b.{0,80}|.{0,60}\bwelcomes? you\b.{0,20}|.{0,40}(?:データベース|ホームページ|ウェブサイト|新着情報|フォトレポート).{0,40}",
    re.I,
)
_SECTION = re.compile(
    r"\W*(?:preamble|introduction|background|overview|préambule|contexte|präambel|einleitung|preambolo|premessa|introduzione)\W*",
    re.I,
)
_ELSEWHERE = re.compile(r"(?:see|voir|siehe|vedi|cf\.?|fait partie|teil von|参照)\b", re.I)
_CAPTION = re.compile(
    r"via REUTERS|\b(?:AFP|AP|Getty|dpa|ANSA|[Pp]hotos?|Foto)\b|©|写真|[(（](?:写真)?[左右中](?:から[^)）]{0,8})?[)）]|に臨む.{0,20}[(（]|[=＝]\d{1,2}日|(?:様子|出席者|行う[^、。]{1,14}|する[^、。]{2,12}(?:大臣|首相|総理|外相|政務官)|座る[^、。]{1,14})$"
)
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’. ]{3,40}|[QF]) ?[:：–-] ?[\w“«„\"]")
_GOES_ON = re.compile(
    r"(?:at|of|and|on|for|in|by|to|from|following|after|with|du|des?|de la|à|au|aux|et|sur|pour|der|des|und|zu[rm]?|dei|del\w*|e|sul\w*)\s",
    re.I,
)
_ONLY_GROUP = re.compile(rf"(?:(?:{GROUP.pattern})[\s/・,]*)+")
_MENU = re.compile(r"https?://|www\.|[|>→»]\s.*[|>→»]\s|^[>→»]|\S\s{3,}\S", re.I)
_SKIP = re.compile(
    r"\W*(?:(?:jump|skip|salta|aller|passer|zum|direkt zum) (?:to |al |au |directement au )?(?:main )?(?:content|navigation|search|contenuto|contenu|inhalt)\W*)+.{0,80}",
    re.I,
)
_ADDRESS = re.compile(r"\b\d{5}\b|@|\b(?:tel|fax|tdd)\b|\(?\b\d{3}\)? ?[ -]\d{3}-\d{4}\b", re.I)
_MAIL = re.compile(r"(?:subject|betreff|objet|oggetto|件名)\s*[:：]", re.I)
_AGENCY = re.compile(r"[A-ZÀ-Þ][\w .'’-]{2,30}\s*[-–—/(]+\s*[A-Z]{3,10}\)?")
_SAID = re.compile(
    r",? (?:said|says|told|announced|dit|déclaré|annoncé|sagte|erklärte|teilte|ha (?:detto|dichiarato|annunciato))\b",
    re.I,
)
_MEETING_OF = re.compile(
    r"(?:riunione|vertice|conferenza|réunion|sommet|conférence|treffen|tagung|konferenz|meeting|summit|conference) (?:(?:ministeriale|ministérielle|ministerial|del?|dei|des|du|der|of) )?"
    r"(?:(?:the|del|dei|la) )?(?:\w+ ){0,4}?G-?[78]\b[^.,;:]{0,60}\.",
    re.I,
)
_ITEM = re.compile(r"(?:[\w’'-]+ ){0,2}[\w’'-]+")
_FEWEST_ITEMS = 3
_FEW_WORDS = 3
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\d+ ?(?:min|minute)", re.I)


def find_title_lines(reading: Reading, notices: dict[int, Notice]) -> list[int]:
    """The blocks that make up the title, or none where no line reads like one."""
    candidates = list(_candidates(reading, notices))
    labelled = next((i for i in candidates if _LABELLED.match(reading.of(reading.blocks[i]))), None)
    if labelled is not None:
        return [labelled]
    best, least = None, _LEAST
    annexes = 0
    for i in candidates:
        annexes += (labels_annex := _names_annex(reading, i))
        score = _score(reading, i) + (_OF_AN_ANNEX if labels_annex and annexes == 1 else 0.0)
        if score > least:
            best, least = i, score + _MARGIN
    return [] if best is None else _with_lines_around(reading, notices, candidates, best)


def _candidates(reading: Reading, notices: dict[int, Notice]) -> Iterator[int]:
    """The lines before the text begins that are not plainly something else than a title."""
    any_yet = False
    skipped = [i for i, b in enumerate(reading.blocks[:_FIRST_LINES]) if _SKIP.fullmatch(reading.of(b))]
    first = skipped[0] + 1 if skipped else 0
    for i, block in enumerate(reading.blocks[first:_FIRST_LINES], first):
        if any_yet and notices.get(i) is Notice.RELATED and notices.get(i - 1) is not Notice.CONTACT:
            return
        if block.region is not Region.CONTENT or i in notices:
            continue
        words = reading.of(block)
        if block.kind is Kind.ROW or _SPEAKER.match(words):
            return
        if (is_running_text(reading, block) and not _is_full_stopped(words)) or len(words) > _LONGEST:
            if not (_is_call(words) or _goes_before_title(reading, notices, i)):
                return
            continue
        if (
            (is_only_date(words) and not _TEXT.search(words))
            or _REMARK.fullmatch(words)
            or _SITE.fullmatch(words)
            or _AGENCY.fullmatch(words)
            or _is_bare_annex(words)
        ):
            continue
        any_yet = True
        yield i


def _is_call(words: str) -> bool:
    """Whether a line calls on its readers to do something, as a site does above every page."""
    return words[-1] in "!！" and len(words) < LONG and GROUP.search(words) is None


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
    return len(words) < _LONGEST and GROUP.search(words) is not None and _TEXT.search(words) is not None


def _is_full_stopped(words: str) -> bool:
    """Whether a line that ends like a sentence is a title all the same: it begins with the kind of text, or asks."""
    asks = words[-1] in "?!…" and GROUP.search(words) is not None
    room = _LONG_JAPANESE if JAPANESE.search(words) else LONG
    names = len(words) < _LONGEST and _NAMES_TEXT.match(words) is not None
    return (
        (len(words) < room and asks) or (names and not _SAID.search(words)) or _MEETING_OF.fullmatch(words) is not None
    )


def _is_bare_annex(words: str) -> bool:
    match = ANNEX.search(words)
    return match is not None and not words[match.end() :].strip(" :.–-")


def is_caption(words: str) -> bool:
    """Whether a line says what a picture shows."""
    return _CAPTION.search(words) is not None


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
    score = 3.0 * (GROUP.search(words) is not None) + 2.5 * (_TEXT.search(words) is not None)
    score += 1.0 * (_WHO.search(words) is not None)
    score += 1.0 * (long_enough and (score > 0 or not words.isupper())) - 3.0 * (
        _ONLY_GROUP.fullmatch(words) is not None
    )
    score += 0.5 * _stands_over_text(reading, index)
    score -= 8.0 * (_ELSEWHERE.match(words) is not None) + 8.0 * is_caption(words)
    score -= 4.0 * (_MENU.search(words) is not None) + 2.0 * (words[0].islower() or words[0] in "([（［–—-")
    score -= 2.0 * (words[-1] in ":：,、;") + 2.0 * (_ADDRESS.search(words) is not None)
    score -= 2.0 * (is_dateline(words) and len(words) < LONG / 2 and GROUP.search(words) is None)
    score -= 2.0 * (_MAIL.match(words) is not None) + 3.0 * (words.islower() and len(words.split()) < _FEW_WORDS)
    score -= 1.0 * (_CLOCK.search(words) is not None) + 1.5 * (bool(block.marker) and not block.marker[0].isdigit())
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
    close = reading.text[above.end : block.start] == "\n" and not _ADDRESS.search(reading.of(above))
    return _GOES_ON.match(words) is not None or (capitals and close and len(reading.of(above)) < LONG)


def _lists(words: str) -> bool:
    """Whether a line is no more than a few topics with commas between: a subtitle."""
    items = words.split(", ")
    return len(items) >= _FEWEST_ITEMS and all(map(_ITEM.fullmatch, items)) and not GROUP.search(words)


def _goes_on(reading: Reading, last: Block, block: Block) -> bool:
    """Whether a line is part of the title above it."""
    words, above = reading.of(block), reading.of(last)
    if _SECTION.fullmatch(words):
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
    ):
        return False
    if apart and GROUP.search(above) and not _TEXT.search(above):
        return _TEXT.search(words) is not None and len(words.split()) <= _LONG_ENOUGH
    if apart or (GROUP.search(words) and GROUP.search(above)):
        return words.isupper() and above.isupper() and _GOES_ON.match(words) is not None
    return len(words) <= LONG and len(above) <= LONG and find_city(words.split(",")[0]) is None
