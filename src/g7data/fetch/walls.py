"""Pages that stand where another was asked for: error messages, login and consent walls, and checks for robots.

The words are in `wall_words`; here is what they weigh. A complaint is a code and a reason, or None.
"""

import re
from dataclasses import dataclass
from html import unescape
from itertools import islice

from g7data.fetch.files import FINE, Complaint
from g7data.fetch.wall_words import CHOICE, CONSENT, COOKIE, ERROR, FAINT, LOGIN, PLAIN, fold, leaves_a_trace, says
from g7data.reading import Kind, Reading, Region, UnreadablePage, read_page

_HTML = "text/html"
_UNSEEN = re.compile(r"<(script|style|title)\b.*?(?:</\1[^>]*>?|\Z)|<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)", re.I | re.S)
_LINKED = re.compile(r"<a\s[^<>]*href[^<>]*>[^<]*", re.I)
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.I)
_TOP_HEADING = re.compile(r"<h1\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_SHOWS = re.compile(r"<(?:a|area|img|frame|iframe|object|embed|svg|video)\b|http-equiv=[\"']?refresh", re.I)
_PASSWORD = re.compile(r"type\s{0,5}=\s{0,5}[\"']?password", re.I)
_OPEN_TAG = re.compile(r"<[a-z/!][^<>]*\Z", re.I)

_HEADINGS_TRIED = 3
_LONGEST_HEADING = 1000  # characters of markup
_TAIL = 2000  # characters at the end, in which a page may stop inside a tag
_SHORT_BY_TITLE = 3000  # characters of text besides links, up to which a title is believed that says "not found"
_SHORT_BY_LINE = 600  # the same where only the first line or a lower heading says it
_BESIDE_PLAIN = 400  # characters of other text beside a sentence that only such a page has
_BESIDE_FAINT = 80  # the same for a sentence that may stand in a document
_LONG, _BRIEF = 1000, 160  # characters of the sentences themselves
_BESIDE_COOKIES = 60  # the same for the cookie question: a name, a choice of languages
_SHORT_BY_SENTENCES = 1500  # characters of prose above which its sentences are not looked at
_SHORT = 2500  # characters of visible text, site furniture and all, above which only a page's title is looked at
_DOUBTFUL = 12_000  # the same above which a page is no wall, whatever its title says: some repeat all news below it
_NOTHING = 80  # characters of text up to which a page is looked at whatever it says
_LONGEST_QUOTE = 100
_MEANING = {
    ERROR: "the page is an error message",
    LOGIN: "the page asks to log in",
    CONSENT: "the page only asks for consent",
}


def visible_text(source: str) -> str:
    """The text of an HTML page in lower case, about: title, scripts and the words of links left out."""
    return " ".join(_UNSEEN.sub(" ", _LINKED.sub(" ", source)).lower().split())


def without_end(source: str) -> bool:
    """Whether an HTML page stops inside a tag, which no page does that is all there."""
    tail = source[-_TAIL:]
    return _OPEN_TAG.search(tail) is not None and "</html" not in tail.lower()


def wall_in_html(source: str, text: str) -> Complaint:
    """What an HTML page with this visible text stands for, if not for itself."""
    on_top, quote = _said_on_top(source)
    if len(text) > (_SHORT if on_top is None else _DOUBTFUL):
        return FINE
    if on_top is None and len(text) > _NOTHING and not leaves_a_trace(fold(unescape(text))):
        return FINE
    try:
        reading = read_page(b"-", _HTML, None, source)
    except UnreadablePage:
        return _wall_of_scripts(source, on_top, quote)
    return _Weighed.of(reading).complaint(source, on_top, quote)


def wall_in_plain(source: str) -> Complaint:
    """What a plain text stands for, if not for itself."""
    if len(source) > _SHORT:
        return FINE
    lines = [folded for line in source.splitlines() if (folded := fold(line))]
    if not leaves_a_trace("\n".join(lines)) and not says(next(iter(lines), "")):
        return FINE
    return _Weighed(lines, lines, lines).complaint("", None, "")


def _said_on_top(source: str) -> tuple[str | None, str]:
    """What title and first headings say in whole, and the words."""
    title = _TITLE.search(source)
    tops = [] if title is None else [title[1]]
    for heading in islice(_TOP_HEADING.finditer(source), _HEADINGS_TRIED):
        inside = source[heading.end() : heading.end() + _LONGEST_HEADING]
        tops.append(_TAG.sub(" ", re.split("</h1", inside, maxsplit=1, flags=re.I)[0]))
    for top in map(unescape, tops):
        code = says(top)
        if code is not None:
            return code, fold(top)
    return None, ""


def _wall_of_scripts(source: str, on_top: str | None, quote: str) -> Complaint:
    """A page in which nothing is to be read: it may say why to those without scripts, or show pictures or other pages."""
    if on_top is not None:
        return _complaint(on_top, quote)
    shown = fold(unescape(_UNSEEN.sub(" ", source)))
    if len(shown) <= _BESIDE_PLAIN and (PLAIN[ERROR].search(shown) or FAINT.search(shown)):
        return _complaint(ERROR, shown)
    return FINE if _SHOWS.search(source) else ("empty_body", "the page has no text and shows nothing")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The folded lines of a page: all of its text, what of it is no link, and what of that is no heading."""

    lines: list[str]
    unlinked: list[str]
    prose: list[str]

    @classmethod
    def of(cls, reading: Reading) -> "_Weighed":
        """The lines of the content, or of everything where the markup calls nothing content."""
        blocks = [block for block in reading.blocks if block.region is Region.CONTENT] or [
            block for block in reading.blocks if block.region is not Region.META
        ]
        linked = _linked(reading)
        own = [block for block in blocks if linked.get(block.start, 0) * 2 < block.end - block.content]
        return cls(
            [fold(reading.of(block)) for block in blocks],
            [fold(reading.of(block)) for block in own],
            [fold(reading.of(block)) for block in own if block.kind is not Kind.HEADING],
        )

    def complaint(self, source: str, on_top: str | None, quote: str) -> Complaint:
        """What the page stands for, by its title or heading, its first line, or its sentences."""
        length = _total(self.prose)
        if on_top is not None and length <= _SHORT_BY_TITLE and self._bears_out(on_top, source, length):
            return _complaint(on_top, quote)
        first = next(iter(self.unlinked), "")
        code = says(first)
        if code is not None and length <= _SHORT_BY_LINE and self._bears_out(code, source, length):
            return _complaint(code, first)
        return self._by_sentence(source)

    def _bears_out(self, code: str, source: str, length: int) -> bool:
        """Whether the rest of a page fits what its title or first line says."""
        if code == LOGIN:
            return bool(_PASSWORD.search(source)) or length <= _BESIDE_FAINT or self._has(PLAIN[LOGIN])
        return code == ERROR or (
            self._has(COOKIE) and CHOICE.search(fold(unescape(_UNSEEN.sub(" ", source)))) is not None
        )

    def _by_sentence(self, source: str) -> Complaint:
        if _total(self.prose) > _SHORT_BY_SENTENCES:
            return FINE
        for code, pattern, longest, beside in _SENTENCES:
            said = [line for line in self.unlinked if pattern.search(line)]
            rest = _total(self.prose) - _total([line for line in self.prose if line in said])
            if 0 < _total(said) <= longest and rest <= beside and self._bears_out(code, source, 0):
                return _complaint(code, said[0])
        return FINE

    def _has(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(line) for line in self.lines)


_SENTENCES = (  # code, what says so, how long what says so may be, and how long all else
    (ERROR, PLAIN[ERROR], _LONG, _BESIDE_PLAIN),
    (LOGIN, PLAIN[LOGIN], _LONG, _BESIDE_PLAIN),
    (CONSENT, COOKIE, _LONG, _BESIDE_COOKIES),
    (ERROR, FAINT, _BRIEF, _BESIDE_FAINT),
)


def _linked(reading: Reading) -> dict[int, int]:
    """How many characters of each block are links, by the start of the block."""
    blocks = iter(reading.blocks)
    block = next(blocks, None)
    found: dict[int, int] = {}
    for anchor in reading.anchors:
        while block is not None and block.end < anchor.end:
            block = next(blocks, None)
        if block is not None:
            found[block.start] = found.get(block.start, 0) + anchor.end - anchor.start
    return found


def _total(lines: list[str]) -> int:
    return sum(map(len, lines))


def _complaint(code: str, quote: str) -> Complaint:
    return code, f"{_MEANING[code]}: {quote[:_LONGEST_QUOTE]!r}"
