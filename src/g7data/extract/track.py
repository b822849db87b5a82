"""The track of a text: whose meeting it is of, the leaders' or which ministers'.

A text names many portfolios: those of its topics, of everyone who came, of earlier meetings. The one that is meant stands, with
nothing but small words between, beside the group's name ("G7 Finances", "Agrarminister der G7"), else beside ministers; where
none does, the first one near to either is taken.
"""

import re
from itertools import chain

from g7data.extract.found import Found
from g7data.extract.group import GROUP
from g7data.extract.guarded import Guarded, guarded
from g7data.extract.layout import Role
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.extract.summits import day_of_summit
from g7data.extract.track_runs import MINISTERS, Run, find_runs, tracks_around
from g7data.extract.track_words import BY_THEMSELVES, meetings, subjects
from g7data.reading import Block

_LEADS = guarded(
    r"(?<!deputy )(?<!vice )prime minister|(?<!vice-)premier(?: |-)?ministre|(?<!vize)(?:bundes)?kanzler(?:in)?\b|premierminister(?:in)?\b|presidente del consiglio|primo ministro|la premier\b|primer ministro|"
    r"(?<!副)(?:首相|総理)",
    re.I,
)
_OF_MEETINGS = guarded(
    r"ministers\b|minist\w+innen|ministertreffen|ministerkonferenz|ministres|ministri\b|ministros|(?:相|大臣|閣僚|担当)会合",
    re.I,
)
_MANY_MEETINGS = 3
_MANY_PORTFOLIOS = 5
_FAR_MINISTERS, _FAR_GROUP = 50, 60  # characters
_FIRST_WORDS = 160  # characters
_BEHIND = 4  # characters behind a run in which its last word may end: 外相会合


def read_track(page: Page, title: Found[str] | None, portfolio: str | None) -> Found[str] | None:
    """The track whose ministers the title, the lines around it or the opening name; else the publisher's own portfolio."""
    spans = [(b.start, b.end) for b in page.title_blocks] or ([(title.start, title.end)] if title else [])
    before = [(b.start, b.end) for b in page.header if not _is_of_site(page, b)]
    opening = [(b.start, b.end) for b in page.opening]
    related = [(b.start, b.end) for b in page.layout.blocks(Role.RELATED)]
    for rule, stretches, confidence in (
        ("title", spans, 1.0),
        ("header", before, 0.9),
        ("opening", opening, 0.8),
        ("related", related, 0.8),
        ("caption", [(b.start, b.end) for b in page.noticed(Notice.LOGO)], 0.6),
    ):
        runs = [find_runs(page.text, start, end) for start, end in stretches]
        if rule == "opening" and _tells_of_many(page.text, runs):
            return None
        found = _best(page.text, stretches, runs, f"track:{rule}", confidence)
        if rule == "title" and found is not None and found.confidence < 1.0:
            told = _whose_meeting(page, found)  # its topic may be another than that of those who met
            found = told if told is not None else found
        if found is not None and (found.value != "leaders" or rule != "opening" or portfolio is None):
            return found
    return _of_publisher(page, portfolio)


def _of_publisher(page: Page, portfolio: str | None) -> Found[str] | None:
    """The leaders where a page tells of the days of their summit and of no ministers; else the portfolio of the ministry that publishes the page, or is named above its title."""
    lines = [(b.start, b.end) for b in page.header if _is_of_site(page, b)]
    named = _best(page.text, lines, [find_runs(page.text, start, end) for start, end in lines], "track:header", 0.9)
    if (day := day_of_summit(page)) is not None:
        return Found("leaders", day.start, day.end, "track:on the days of a summit", 0.6)
    group = GROUP.search(page.text)
    if portfolio and group:
        return Found(portfolio, group.start(), group.end(), "track:the publisher's portfolio", 0.5)
    return named


def _whose_meeting(page: Page, titled: Found[str]) -> Found[str] | None:
    """The ministers whose meeting the first paragraph says at once it is, by words joined to the group's name, where it names none of the title's."""
    for block in page.opening[:1]:
        runs = find_runs(page.text, block.start, min(block.end, block.start + _FIRST_WORDS))
        tracks = {t.track.lastgroup for run in runs for t in run if t.track is not None}
        joined = next((r for r in runs if _holds(r, "g") and _holds(r, "m")), None)
        found = _joined(page.text, [joined]) if joined is not None else None
        if found is not None and titled.value not in tracks:
            return _found(found, "track:opening", 0.8)
    return None


def _is_of_site(page: Page, block: Block) -> bool:
    """Whether a line above the title is one word, of a menu, or names the ministry whose site it is."""
    if not page.title_blocks or block.start >= page.title_blocks[0].start:
        return False
    words = page.words(block)
    return " " not in words or _MINISTRY.search(words) is not None


_MINISTRY = re.compile(r"\b(?:ministry|department|ministère|ministero|ministerio|\w*ministerium)\b|省(?:\s|$)", re.I)


def track_of(name: str) -> str | None:
    """The track that the name of a meeting means, or None."""
    matches = [m.lastgroup for m in subjects().finditer(name)]
    named = [t for t in matches if t != "leaders" and not (t == "industry" and "digital" in matches)]
    return named[0] if named else next(iter(matches), None)


def _best(
    text: str, stretches: list[tuple[int, int]], runs: list[list[Run]], rule: str, confidence: float
) -> Found[str] | None:
    """The track joined to the group or to ministers in the first stretch that has one, else the first near to them."""
    joined = next((found for stretch in runs if (found := _joined(text, stretch)) is not None), None)
    if joined is not None:
        return _found(joined, rule, confidence)
    for start, end in stretches:
        match = _near(text, start, end, MINISTERS, _FAR_MINISTERS)
        if match is not None:
            return _found(match, rule, confidence)
    for start, end in stretches:
        office = _head_of_government(text, start, end)
        if office is not None:
            return Found("leaders", office.start(), office.end(), rule, confidence * 0.8)
        match = _near(text, start, end, GROUP, _FAR_GROUP)
        if match is not None:
            return _found(match, rule, confidence * 0.9)
    named = (m for start, end in stretches for m in meetings().finditer(text, start, end))
    first = next(named, None)
    return _found(first, rule, confidence * 0.8) if first is not None else None


def _head_of_government(text: str, start: int, end: int) -> re.Match[str] | None:
    """The office of a head of government who is said to be at the group's meeting."""
    for match in _LEADS.finditer(text, start, end):
        if GROUP.search(text, max(start, match.start() - _FAR_GROUP), min(end, match.end() + _FAR_GROUP)):
            return match
    return None


def _found(match: re.Match[str], rule: str, confidence: float) -> Found[str]:
    return Found(str(match.lastgroup), match.start(), match.end(), rule, confidence)


def _near(text: str, start: int, end: int, near: Guarded, distance: int) -> re.Match[str] | None:
    """The first track within a distance; the leaders' only where no ministers' is."""
    matches = list(tracks_around(text, start, end, near, distance, subjects()))
    tracks = {m.lastgroup for m in matches}
    for match in matches:
        if (match.lastgroup == "industry" and "digital" in tracks) or (
            match.lastgroup == "leaders" and len(tracks) > 1 and MINISTERS.search(text, start, end)
        ):
            continue  # "ICT and Industry": one meeting, of the digital track
        if match.lastgroup in BY_THEMSELVES or near.search(
            text[max(start, match.start() - distance) : min(end, match.end() + distance)]
        ):
            return match
    return None


def _joined(text: str, runs: list[Run]) -> re.Match[str] | None:
    """The first track that is joined to the group's name, else the first joined to ministers, else the leaders'."""
    summit = next(
        (c for c in runs if _holds(c, "g") and any(t.track and t.track.lastgroup == "leaders" for t in c)), None
    )
    for kind in "gm":
        for run in runs:
            if _holds(run, kind):
                if kind == "m" and summit and not _OF_MEETINGS.search(text, run[0].start, run[-1].end + _BEHIND):
                    continue  # one minister who came to the leaders' meeting
                tracks = [t.track for t in run if t.track is not None and t.track.lastgroup != "leaders"]
                named = {t.lastgroup for t in tracks}
                tracks = [t for t in tracks if not (t.lastgroup == "industry" and "digital" in named)]
                if tracks:
                    return tracks[0]
    return next((t.track for t in summit or () if t.track and t.track.lastgroup == "leaders"), None)


def _holds(run: Run, kind: str) -> bool:
    return any(token.kind == kind for token in run)


def _tells_of_many(text: str, runs: list[list[Run]]) -> bool:
    """Whether the text is of no one track: it tells of three ministers' meetings or more, or lists five portfolios."""
    told: set[str | None] = set()
    for run in chain.from_iterable(runs):
        tracks = [t.track.lastgroup for t in run if t.track is not None and t.track.lastgroup != "leaders"]
        heads = sum(token.kind == "m" for token in run)
        if len(set(tracks)) >= (_MANY_MEETINGS if heads >= _MANY_MEETINGS else _MANY_PORTFOLIOS):
            return True
        if tracks and _OF_MEETINGS.search(text, run[0].start, run[-1].end + _BEHIND):
            told.add(tracks[0])
    return len(told) >= _MANY_MEETINGS
