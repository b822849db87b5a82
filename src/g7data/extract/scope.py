"""Whether a page belongs in the dataset, and why not where it does not.

In scope is a page that is, or is mainly about, a meeting, text or body of the group. One that names the group in passing is
not, and neither are the G20's, the Quad's, two countries' own affairs, or a product that bears the name.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice

from g7data.extract.found import Found
from g7data.extract.group import GROUP, GROUP_TRACES, MEMBER_TRACES, names_all_members
from g7data.extract.guarded import guarded_words
from g7data.extract.layout import Role
from g7data.extract.other_affairs import is_about_a_thing, other_affair
from g7data.extract.page import Page
from g7data.extract.summits import ABOUT, ECONOMIC, SUMMITS, is_of_summit, names_summit
from g7data.extract.traces import Traces
from g7data.extract.voice import speaks_as_group

IN_SCOPE = "in_scope"
_HEART = re.compile(r"<h1|<main|<article|<body", re.I)
_HEAD = 1500  # characters of text: its title and opening
_WORDS = re.compile(r">\s*[^\W_][^<>{}]{8,}<")
_FAR = 6000  # characters of source behind the beginning of the page's main part
_SELDOM = 2
_QUICK_LOOK = 5000  # characters of source in which a page says what it is about
_LINKS_MAKE_INDEX = 8
_LONG_TEXT = 500  # words
_LINE = 200  # characters


@dataclass(frozen=True, slots=True)
class Scope:
    """`outcome` is in_scope, out_of_scope or index; `reason` says why it is not in, with the words that show it."""

    outcome: str
    reason: str | None = None
    evidence: Found[str] | None = None


def quick_scope(source: str) -> Scope | None:
    """What can be said of a page before it is read: one that names the group nowhere, or only far down, is out."""
    start = match.start() if (match := _HEART.search(source)) else 0
    traces = _TRACES.places_in(source)
    places = [m.start() for m in islice(GROUP.near(traces.get("group", []), source), _SELDOM + 1)]
    if places and not _only_in_passing(places, start + _FAR):
        return None
    if ("members" in traces and names_all_members(source)) or names_summit(
        source, [start for start, _ in traces.get("summit", ())]
    ):
        return None
    pieces = [piece[piece.find(">") + 1 :] for piece in source[start : start + _QUICK_LOOK].split("<")]
    words = " ".join(" ".join(pieces).split())[:_HEAD]
    if "summit" in traces and any(ECONOMIC.near(traces.get("economic", []), source)):
        return None
    return Scope("out_of_scope", other_affair(words) or ("passing_mention" if places else "no_group"))


def _only_in_passing(places: list[int], far: int) -> bool:
    """Whether the group is named once or twice, and far down: behind any title, header or opening that could be about it."""
    return len(places) <= _SELDOM and all(place > far for place in places)


_TRACES = Traces(
    group=GROUP_TRACES, members=MEMBER_TRACES, summit=dict.fromkeys(SUMMITS, 0), economic=ECONOMIC.reaches
)  # a page with none of them needs no reading


def has_words(source: str, media_type: str) -> bool:
    """Whether a page holds words at all, told from its source: so plain a page need not be read to be set aside."""
    if "html" not in media_type:
        return not source.isspace()
    start = match.start() if (match := _HEART.search(source)) else 0
    return _WORDS.search(source, start) is not None


def read_scope(page: Page) -> Scope:
    """Whether the page is mainly about the group: its title says so, or its opening does, or its text says it often."""
    if _is_index(page):
        return Scope("index", "index")
    title = _in_spans(page, [(b.start, b.end) for b in page.title_blocks])
    if is_about_a_thing(page.text, min(_HEAD, page.opening[-1].end if page.opening else _HEAD)) and not ABOUT.search(
        page.title_words
    ):
        return Scope("out_of_scope", other_affair(page.text[:_HEAD]), title)
    if title is not None or any(names_summit(page.text[b.start : b.start + _LINE]) for b in page.title_blocks[:1]):
        return Scope(IN_SCOPE)
    if any(names_summit(page.words(b)[:_LINE]) for b in page.opening[:1]):
        return Scope(IN_SCOPE)
    if (elsewhere := other_affair(page.title_words)) is not None:
        return Scope("out_of_scope", elsewhere, title)
    header = _in_spans(page, [(b.start, b.end) for b in page.header])
    theirs = header is not None and _is_their_text(page)
    if theirs or is_of_summit(page):
        return Scope(IN_SCOPE)
    mentions = list(GROUP.finditer(page.text, page.body[0].start, page.body[-1].end)) if page.body else []
    if any(_seven_met(page.words(b)) for b in page.opening[:2]) or (mentions and _seven_speak(page)):
        return Scope(IN_SCOPE)
    first = Found(mentions[0][0], mentions[0].start(), mentions[0].end(), "scope:mention") if mentions else None
    mentions = [m for m in mentions if not _beside(page.text, m.start())]
    if header is None and _opens_with_twenty(page):
        return Scope("out_of_scope", "g20", first)
    opening = _opening_names(page, mentions)
    if _is_mainly_about(page, mentions, opening=opening is not None, header=header is not None):
        return Scope(IN_SCOPE)
    first = opening or header or first
    return Scope("out_of_scope", _reason(page, first is not None), first)


def _is_their_text(page: Page) -> bool:
    """Whether a page whose head names the group is a text of it: the title says no more than that, or the text says "we"."""
    return _TEXT_ALONE.fullmatch(page.title_words) is not None or speaks_as_group(page, third_person=False) is not None


def _opening_names(page: Page, mentions: list[re.Match[str]]) -> Found[str] | None:
    """The group's first naming in the first two paragraphs."""
    end = max((b.end for b in page.opening[:2]), default=0)
    return next((Found(m[0], m.start(), m.end(), "scope:named") for m in mentions if m.start() < end), None)


_TWENTY = guarded_words(r"(?<!\w)G-?20(?!\d)|Group of (?:Twenty|20)|Ｇ20|Ｇ２０")


def _opens_with_twenty(page: Page) -> bool:
    """Whether the first paragraph is about the G20 and does not name the group."""
    return any(
        _TWENTY.search(page.text, b.content, b.end) and not GROUP.search(page.text, b.content, b.end)
        for b in page.opening[:1]
    )


def _is_mainly_about(page: Page, mentions: list[re.Match[str]], *, opening: bool, header: bool) -> bool:
    """Whether the text names the group early and often enough, or tells of its ministers or leaders at work."""
    words = sum(b.end - b.content for b in page.body) / 6 + 1
    density = len(mentions) / words
    if (opening and density > 1 / 150) or (header and len(mentions) > 1) or (len(mentions) > 2 and density > 1 / 90):
        return True
    return opening and _acting(page) and (len(mentions) > 1 or words < _LONG_TEXT)


_TEXT_ALONE = re.compile(
    r"\W*(?:(?:the|final|joint|concluding|(?:co-)?chairs?['’]?s?['’]?|chairman['’]s|presidents?['’]?s?['’]?|presidency) ){0,2}"
    r"(?:communiqu[eé]|declaration|statement|summary|conclusions|déclaration|erklärung|dichiarazione|comunicato|宣言|声明|議長総括)(?: (?:of|by) the (?:chair|presidency))?\W*(?:[^\W\d_]{2,6}[)）])?",
    re.I,
)
"""A title that says what kind of text it is, and not whose."""

_OFFICES = r"(?:ministers?|leaders|governors|heads|chiefs|ministres|dirigeants|chefs|gouverneurs|\w*minister(?:innen)?|staats-|ministri|capi|leader|governatori|ministros|líderes|ministers van|大臣|首脳|総裁|外相|蔵相)"
_BESIDE = re.compile(
    r"(?:für die teilnahme an|(?:en route|travel\w*|trip) to|ahead of|before|after|following|prior to|(?:on )?the (?:sidelines|margins) of|vor(?: dem)?|nach(?: dem)?|am rande d\w+|avant|après|en marge d\w+|"
    r"dopo|prima de\w*|a margine de\w*)\W+(?:(?:the|this|un|une|le|la|il|dem|der|des|du|last|next|\w+['’]s) ?){0,2}(?:\w+ ){0,2}?$",
    re.I,
)
_BESIDE_JAPANESE = re.compile(r".{0,8}?(?:に先立|を前に|を控え|の際に|に際し|の機会)")
_BEFORE = 48  # characters


def _beside(text: str, start: int) -> bool:
    """Whether the group is named only to say beside which of its meetings something else took place."""
    return _BESIDE.search(text[max(0, start - _BEFORE) : start]) is not None or (
        _BESIDE_JAPANESE.match(text, text.find(text[start], start) + 2) is not None
    )


_PORTFOLIOS = (
    r"(?:cultur[ea]|kultur|finan(?:ce|ces|zen|ze)|esteri|ambiente|environ+e?ment|umwelt|trasporti|transports?|verkehr|agricultur[ae]|agricoltura|agrar|santé|salute|sanità|health|"
    r"gesundheit|lavoro|travail|labour|énergie|energia|energy|energie|science|scienza|intérieur|interni|justice|giustizia|justiz|istruzione|éducation|education|disabilità|turismo)"
)
_ACTING = guarded_words(
    rf"{_OFFICES}\b[^.。]{{0,90}}(?:{GROUP.pattern})|(?:{GROUP.pattern})[^.。]{{0,60}}{_OFFICES}|(?:{GROUP.pattern})[- ]?(?:\w+ )?(?:summit|gipfel|sommet|vertice|staaten)|"
    rf"(?:{GROUP.pattern}) (?:(?:de la|du|des?|dei|della|delle|di|of|on|on the|der|für) )?{_PORTFOLIOS}\b|"
    rf"(?:summit|gipfel|sommet|vertice|réunion|riunione|treffen|meeting)\b[^.。]{{0,40}}(?:{GROUP.pattern})|seven-nation (?:\w+ )?summit",
    re.I,
)


def _acting(page: Page) -> bool:
    """Whether the first paragraph tells of the group's ministers or leaders at work, not of the group as one among many."""
    return any(_ACTING.search(page.text, b.content, min(b.end, b.content + 420)) for b in page.opening[:1])


def _seven_met(words: str) -> bool:
    """Whether ministers or leaders of all seven members are said to have met, though the group is not named."""
    return names_all_members(words) and _MET.search(words) is not None


def _seven_speak(page: Page) -> bool:
    """Whether the text speaks as ministers or leaders of all seven members and of nobody else: "We, foreign ministers of"."""
    first = page.opening[:1]
    spoken = speaks_as_group(page, third_person=False) if any(names_all_members(page.words(b)) for b in first) else None
    return spoken is not None and len(_LISTED.findall(page.words(first[0])[:_LIST])) <= _MOST_LISTED


_LISTED = re.compile(r",| (?:and|et|und|ed?|y) ")
_LIST, _MOST_LISTED = 420, 11  # characters; seven members, the Union's envoy and the words around them
_MET = guarded_words(
    rf"{_OFFICES}\b[^.]{{0,260}}\b(?:met|meeting|gathered|discussed|agreed|réunis|réunion|participé|tagten|trafen|riuniti|reunid[oa]s|reuni[oó]n(?:es)?|reunieron)|会合|会議",
    re.I,
)


def _in_spans(page: Page, spans: list[tuple[int, int]]) -> Found[str] | None:
    for start, end in spans:
        match = GROUP.search(page.text, start, end)
        if match:
            return Found(match[0], match.start(), match.end(), "scope:named")
    return None


def _reason(page: Page, named: bool) -> str:
    head = " ".join((page.title_words, *(page.words(b) for b in page.opening[:2])))
    return other_affair(head) or ("passing_mention" if named else "no_group")


_TELLS = re.compile(rf"(?:{GROUP.pattern}).{{30,}}[.。!]\s*$", re.S)


def _is_index(page: Page) -> bool:
    """A page that is little but links to other texts, and whose title is no sentence about the group."""
    if len(page.reading.anchors) < _LINKS_MAKE_INDEX or _TELLS.search(page.title_words):
        return False
    blocks = sorted((*page.body, *page.layout.blocks(Role.RELATED)), key=lambda b: b.start)
    starts = [b.start for b in blocks]
    anchors = [a for a in page.reading.anchors if (i := bisect_right(starts, a.start)) and a.start < blocks[i - 1].end]
    if len(anchors) < _LINKS_MAKE_INDEX:
        return False
    linked = sum(a.end - a.start for a in anchors)
    total = sum(b.end - b.content for b in blocks) or 1
    return linked / total > 0.6
