"""What kind of text a page holds, and whether it is the group's own.

The title says it, or a line beside it; the voice of the text decides where no line does, and whether a title that names a
declaration stands over the declaration itself or over a report of it.
"""

import re

from g7data.extract.found import Found
from g7data.extract.group import GROUP
from g7data.extract.guarded import guarded, guarded_words
from g7data.extract.kind_opening import kind_shown
from g7data.extract.kind_words import is_only_told, kind_named
from g7data.extract.layout import Role
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.extract.title_lines import is_caption
from g7data.extract.voice import (
    in_own_voice,
    is_conversation,
    is_reported,
    is_wire,
    names_one_person,
    one_tells,
    quotes,
    somebody_speaks,
    speaks_as_group,
)
from g7data.reading import Kind

_GROUP_TEXTS = frozenset(
    "communique declaration chairs_summary annex action_plan charter principles statement report agenda".split()
)
_RETOLD = frozenset(
    "declaration statement communique".split()
)  # kinds that a report of such a text may bear in its title
_LINE = 120  # characters: a longer line around the title is no label
_TEXT_WORD = r"(?:statement|communiqu\w*|declaration|déclaration|erklärung|kommuniqu\w*|dichiarazione|comunicato|declaración|comunicado|宣言|声明|コミュニケ)"
_OWN_TEXT = re.compile(
    rf"^\W*(?:(?:\w+ ){{0,3}}{_TEXT_WORD}\b.{{0,12}}\b(?:of|by|from|du|des|de|der|dei|del)\b.{{0,40}}?\bG-?[78]|"
    rf"(?:the )?G-?[78]\b(?P<between>.{{0,70}}?)\b{_TEXT_WORD})",
    re.I,
)
_VERB = guarded_words(
    r"\b(?:sign|adopt|agree|issue|release|publish|approve|endorse|welcome|back|reject|seek|want|call|unite|signe|adopte|verabschied|firma|adotta|approva)\w*",
    re.I,
)
_TOLD_IN_TITLE = guarded_words(
    r"\b(?:verabschied\w+|adopts|adoptent|adottano|approvano|beschließ\w+|einig\w+)\b|(?:公開|発表|採択|公表)(?:しま|され|$)",
    re.I,
)
_TELLS_OF_TEXT = guarded_words(
    rf"\b(?:adopts?|issues?|approves?|agrees?(?: on| to)?|signs?|backs?|endorses?|adoptent?|approuve(?:nt)?|signe(?:nt)?|verabschiede[nt]|unterzeichne[nt]|beschließ(?:en|t)|billig(?:en|t)|"
    rf"adottano|adotta|approva(?:no)?|firma(?:no?)?|sigla(?:no)?|sottoscriv(?:e|ono)|vara(?:no)?|signent|firman|suscriben?|adoptan?|aprueban?|(?:firmat|siglat|adottat|approvat|sottoscritt|firmad|aprobad|adoptad)[oa]|(?:adopté|signé|approuvé)e?)\b[^:;]{{0,60}}?\b(?:{_TEXT_WORD}|plan|charter|charte|charta|carta|principles|principes|aktionsplan|piano|roadmap|fahrplan|report|summary)\b|"
    r"\bin (?:two|three|four|five|six|seven|ten|\d+) (?:moves|points|steps|minutes|charts)\b|\b(?:explained|at a glance|what it says|en bref|im überblick|auf einen blick|in sintesi|in breve)\W*$",
    re.I,
)
"""A headline that tells of a text: the text is what somebody adopts or signs, or is said to be told in short."""
_OWN_RELEASE = re.compile(
    r"\W*(?:joint |gemeinsame |final )?(?:(?:press|news) (?:release|statement)|pressemitteilung|communiqué de presse(?: conjoint)?|comunicato stampa(?: congiunto)?) (?:by|of|from|des|der|du|dei|del)\b"
    r"(?=.{0,60}\bG-?[78])(?=.{0,80}(?:minist|leaders|governors|dirigeants|gouverneurs|capi))",
    re.I,
)
_OF_THE_GROUP = guarded_words(
    r"report (?:of|by|from|to) (?:the )?(?:g-?[78]|leaders|heads|ministers|finance|group|summit)|to the [\w ]{0,30}summit|accountability report|progress report",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\W*(?:(?:[BCLPSTUWY]|OP)[78]\b|(?:business|civil|labou?r|science|think|urban|women|youth)[ -]?[78]\b)", re.I
)
_AS_SPOKEN = guarded(
    r"this is (?:a|the) transcript|transcript of the (?:speech|press|interview|remarks)|transcription de", re.I
)
_AS_FOLLOWS = guarded_words(
    r"概要は?[、,，]?(?:以下|次|下記)のとおり|voici (?:un|le) (?:bref )?(?:résumé|compte[- ]rendu)|(?:ecco|di seguito) (?:un[a']? ?|la |il )?(?:sintesi|riassunto)|^\W{0,3}(?:開催|結果|会合)(?:の)?概要$|(?:overview|outline|summary) of (?:the \w+|this \w+|its results?) (?:is|are|was) as follows",
    re.I,
)

_DEFINES = re.compile(
    r"(?:(?:the|le|la|il|lo|el|der|die|das) |l['’])?[\w ’'()“”„-]{2,70}"
    r"(?: (?:is|are) (?:an?|one of|meetings|annual|informal|the (?:forum|group|meeting|highest|most))\b| brings? together\b| est (?:une?|l['’]un)\b| (?:rassemble|réunit|regroupe) (?:les|chaque|sept|huit)\b"
    r"| (?:ist|sind) eine?\b| gilt als\b| è (?:una? |un['’])| riunisce\b| es una?\b| reúne a\b|(?:とは|は)[、,，].{0,100}?(?:枠組み|ものである|設立))",
    re.I,
)
SAYS_WHAT_IT_IS = "kind:says what the group is"
_SUBJECT = 24  # characters within which the group is named, as the subject of the sentence
_TOOK_PART = re.compile(r"(?:大臣|長官|総裁|首相|総理)(?:は|が)[^。]{0,240}(?:出席|参加|開催|議長を務め)")


def read_kind(
    page: Page, title: Found[str] | None, *, annex: bool, publisher_kind: str
) -> tuple[Found[str], Found[bool]]:
    """The kind of text and whether it is the group's own, each with the words that show it."""
    shown = kind_shown(page) if not annex else None
    if shown is not None:
        return shown, Found(False, shown.start, shown.end, "official:reported", 0.8)
    tells = _TELLS_OF_TEXT.search(_title_words(page)) is not None
    ours = speaks_as_group(page, third_person=not tells)
    kind = _named(page, title, publisher_kind)
    if annex:
        kind = Found("annex", 0, 0, "kind:annex number") if kind is None else kind.as_value("annex")
    told = (
        kind is not None
        and kind.value in _GROUP_TEXTS
        and ours is None
        and (tells or publisher_kind == "news" or (is_wire(page) and publisher_kind != "government"))
    )
    if kind is None or told:
        return _by_voice(page, title, publisher_kind)
    of_others = _OF_OTHERS.match(_title_words(page)) is not None
    told = ours is None and _is_told(page, kind, publisher_kind)
    official = kind.value in _GROUP_TEXTS and not of_others and not told
    official = official or (kind.value == "press_release" and _OWN_RELEASE.match(_title_words(page)) is not None)
    if not official and not of_others and kind.value in _RETOLD:
        kind = kind.as_value("speech" if _is_one_persons(page, kind) else _release(publisher_kind))
    evidence = ours if ours is not None and official else kind
    rule = "official:speaks as the group" if evidence is ours else f"official:{kind.value}"
    return kind, Found(official, evidence.start, evidence.end, rule)


def _named(page: Page, title: Found[str] | None, publisher_kind: str) -> Found[str] | None:
    """The kind that lines of the page name, unless the page only tells of such a text."""
    kind = _by_lines(page, title)
    if kind is None:
        return None
    if publisher_kind == "government":
        told = kind.value == "transcript" and _tells_of_talk(page, kind)
    else:
        told = (kind.value == "media_advisory" and _is_foretold(page, kind)) or is_only_told(kind, page.text)
    return None if told else kind


def _by_lines(page: Page, title: Found[str] | None) -> Found[str] | None:
    """The kind that the title, or a short line around it, names."""
    spans = [(b.content, b.end) for b in page.title_blocks] or ([(title.start, title.end)] if title else [])
    spans += [(b.content, b.end) for b in page.header if b.end - b.content < _LINE and not is_caption(page.words(b))]
    first = page.layout.blocks(Role.HEADING)[:1]
    spans += [(b.content, b.end) for b in first if page.body[:1] == first and b.end - b.content < _LINE]
    spans += [(b.content, b.end) for b in page.layout.noticed(Notice.RELEASE_LINE)]
    return next((kind for start, end in spans if (kind := kind_named(page.text, start, end)) is not None), None)


def _title_words(page: Page) -> str:
    return " ".join(page.words(b) for b in page.title_blocks)


def _titled_as_own(page: Page) -> bool:
    """Whether the title calls the text the group's own: "Statement of the G7 ...", "G7 ... Communiqué", with no verb of telling."""
    match = _OWN_TEXT.match(_title_words(page))
    return match is not None and not (match["between"] and _VERB.search(match["between"]))


def _is_one_persons(page: Page, kind: Found[str]) -> bool:
    """Whether one person speaks: the title names the office, the line that names the kind does, or the text begins with "I"."""
    line = page.text[kind.start : kind.end + _OFFICE_BEHIND].partition("\n")[0]
    return names_one_person(page, line) or one_tells(page)


def _is_told(page: Page, kind: Found[str], publisher_kind: str) -> bool:
    """Whether the page tells of the text from outside, as news and releases do."""
    if _TOLD_IN_TITLE.search(_title_words(page)) or (kind.value in _RETOLD and _is_politely_told(page)):
        return True
    if _titled_as_own(page):
        return not (in_own_voice(page) or _is_numbered(page))
    if kind.value != "chairs_summary" and _is_one_persons(page, kind):
        return True
    if kind.value in ("report", "agenda"):
        return _OF_THE_GROUP.search(_title_words(page)) is None
    if kind.value not in ("statement", "declaration") and publisher_kind != "news":
        return False
    return is_reported(page)


def _is_politely_told(page: Page) -> bool:
    """Whether a Japanese text turns to its readers, as a site does: the group's own texts do not."""
    return any(_POLITE.search(page.words(b)) for b in page.opening[:2]) and not any(
        _WE_JAPANESE.search(page.words(b)) for b in page.opening
    )


_POLITE = re.compile(r"(?:ます|です|ました|ません|でした)。")
_WE_JAPANESE = re.compile("我々|われわれ|私たち|我が国")


def _is_foretold(page: Page, kind: Found[str]) -> bool:
    """Whether a report tells what a country is to do, "Italy to host the summit"; that one minister is to go invites the press."""
    return page.text[kind.start : kind.end].lower() in ("to host", "to hold") and is_reported(page)


def _tells_of_talk(page: Page, kind: Found[str]) -> bool:
    """Whether a page does no more than tell that somebody spoke to the press: "Minister Holds Press Conference", and then no talk."""
    holds = _HOLDS.search(page.text, max(0, kind.start - _OFFICE_BEHIND), kind.start)
    return holds is not None and is_conversation(page) is None and is_reported(page)


def _is_numbered(page: Page) -> bool:
    """Whether the body is a numbered text that reports nothing and quotes nobody, whoever may speak in it."""
    numbered = [b for b in page.body if b.marker[:1].isdigit()]
    return len(numbered) >= _FEWEST_NUMBERED and not is_reported(page) and not quotes(page)


def _by_voice(page: Page, title: Found[str] | None, publisher_kind: str) -> tuple[Found[str], Found[bool]]:
    """A page whose lines name no kind: the text's own voice decides, else who publishes it."""
    ours = speaks_as_group(page, third_person=False)
    if ours is not None and not names_one_person(page):
        return Found("statement", ours.start, ours.end, "kind:speaks as the group", 0.6), ours
    block = page.opening[0] if page.opening else next(iter(page.reading.blocks), None)
    start, end = (
        (title.start, title.end) if title else (block.content, min(block.end, block.content + 80)) if block else (0, 0)
    )
    kind = _told_kind(page, publisher_kind) or Found(
        _release(publisher_kind), start, end, f"kind:published by {publisher_kind or 'others'}", 0.5
    )
    if kind.end == 0:
        kind = Found(kind.value, start, end, kind.rule, kind.confidence)
    return kind, Found(False, kind.start, kind.end, "official:reported", 0.7)


def _told_kind(page: Page, publisher_kind: str) -> Found[str] | None:
    """What the body shows of itself: a conversation, an outline of results, a table, somebody's own words."""
    talk = is_conversation(page)
    if talk is not None:
        return talk.as_value("transcript")
    for block in page.opening[:2]:
        match = _AS_SPOKEN.search(page.text, block.content, block.end)
        if match:
            return Found("transcript", match.start(), match.end(), "kind:as spoken", 0.7)
    for block in page.opening[:3]:
        match = _AS_FOLLOWS.search(page.words(block))
        if match:
            return Found("readout", block.content + match.start(), block.content + match.end(), "kind:as follows", 0.8)
    if _lists_results(page):
        return Found(
            "readout", page.opening[0].content, page.opening[0].end, "kind:who took part, then the results", 0.6
        )
    if (defined := _defines_group(page)) is not None:
        return defined
    rows = page.layout.blocks(Role.TABLE)
    if len(rows) > len([b for b in page.body if b.kind is not Kind.ROW]) and len(rows) >= _FEWEST_ROWS:
        return Found("table", rows[0].start, rows[0].end, "kind:mostly rows", 0.6)
    if somebody_speaks(page, of_office=publisher_kind == "government") and not is_wire(page):
        return Found("speech", 0, 0, "kind:somebody's own words", 0.5)
    return None


def _lists_results(page: Page) -> bool:
    """Whether a Japanese text says which minister took part, and then counts the results."""
    numbered = [b for b in page.body if b.marker[:1].isdigit()]
    return len(numbered) >= _FEWEST_RESULTS and any(_TOOK_PART.search(page.words(b)) for b in page.opening[:2])


def _defines_group(page: Page) -> Found[str] | None:
    """Whether the text begins by saying what the group, or a meeting of it, is: about the group in general, and no news."""
    for number, block in enumerate(page.opening[:2]):
        match = _DEFINES.match(page.text, block.content, block.end)
        if number and _tells_news(page):
            break
        if match is not None and GROUP.search(match[0][:_SUBJECT]):
            return Found("other", match.start(), match.end(), SAYS_WHAT_IT_IS, 0.6)
    return None


def _tells_news(page: Page) -> bool:
    """Whether the first paragraph tells of one meeting: the group, and a day or what was done there."""
    words = " ".join(page.words(b) for b in (*page.title_blocks, *page.opening[:1]))
    return _IS_NEWS.search(words) is not None


_IS_NEWS = guarded_words(
    r"\b(?:yesterday|today|tomorrow|hier|aujourd['’]hui|demain|gestern|heute|morgen|ieri|oggi|domani|ayer|hoy|mañana|"
    r"(?:have been|were|was) (?:taken|adopted|agreed)|ont été (?:prises?|adoptée?s)|si è (?:chius|conclus|apert)[oa]|(?:ended|concluded|closed) on)\b",
    re.I,
)
_OFFICE_BEHIND = 30  # characters behind the word for a kind: "declaration by the foreign minister"
_FEWEST_ROWS = 4
_HOLDS = re.compile(r"\b(?:holds?|held|gives?|gave) (?:an? )?(?:\w+ )?$", re.I)
_FEWEST_NUMBERED = 3
_FEWEST_RESULTS = 2


def _release(publisher_kind: str) -> str:
    return "press_release" if publisher_kind == "government" else "news"
