"""Texts and files that a page names as related to it."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from g7data.extract.annex import annex_number
from g7data.extract.layout import Role
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.reading import Anchor, Block

_FILE = re.compile(r"\.pdf(?:$|[?#])", re.I)
_LEAD = re.compile(r"^(?:see(?: also)?|voir(?: aussi)?|siehe(?: auch)?|vedi(?: anche)?|related)\s*[:：]?\s+", re.I)
_DECLARATION = re.compile(r"declaration|déclaration|communiqu|erklärung|dichiarazione|宣言|statement|コミュニケ", re.I)
_TRANSLATION = re.compile(
    r"\W*(?:français|french|english|anglais|deutsch|german|italiano|italian|日本語|japanese|read in \w+|en français|in english)\W*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Related:
    """A text or file named on the page: its words are `text[start:end]`; `url` is absolute, or None where only words stand."""

    relation: str
    start: int
    end: int
    url: str | None
    annex_number: int | None


def read_links(page: Page) -> list[Related]:
    """Related texts and files in the order in which the page names them; each once."""
    found = [r for block in page.layout.blocks(Role.RELATED) for r in _in_list(page, block)]
    found += _files(page, {(r.start, r.end) for r in found})
    found += _sources(page)
    seen: set[tuple[str | None, str]] = set()
    unique = []
    for related in sorted(found, key=lambda r: r.start):
        key = (related.url, page.text[related.start : related.end])
        if key not in seen:
            seen.add(key)
            unique.append(related)
    return unique


def _in_list(page: Page, block: Block) -> list[Related]:
    lead = _LEAD.match(page.words(block))
    start = block.content + (lead.end() if lead else 0)
    anchors = [a for a in page.reading.anchors if block.start <= a.start < block.end]
    if len(anchors) > 1:
        return [_related(page, a.start, a.end, a) for a in anchors]
    return [_related(page, start, block.end, anchors[0] if anchors else None)] if start < block.end else []


def _absolute(page: Page, anchor: Anchor) -> str | None:
    """The address that a link leads to, or None where what it gives is no address."""
    try:
        return urljoin(page.url, anchor.url)
    except ValueError:
        return None


def _related(page: Page, start: int, end: int, anchor: Anchor | None) -> Related:
    words = page.text[start:end]
    url = _absolute(page, anchor) if anchor is not None else None
    number = annex_number(words)
    if url is not None and _FILE.search(url) and len(words) < 12:
        relation = "pdf"
    elif _TRANSLATION.fullmatch(words):
        relation = "translation"
    elif number is not None:
        relation = "annex"
    else:
        relation = "declaration" if _DECLARATION.search(words) else "see_also"
    return Related(relation, start, end, url, number)


def _files(page: Page, known: set[tuple[int, int]]) -> list[Related]:
    """Links to the text itself as a file, and to it in another language."""
    found = []
    for block in page.noticed(Notice.FILE):
        words = page.words(block)
        anchor = next((a for a in page.reading.anchors if block.start <= a.start < block.end), None)
        if re.search(r"pdf", words, re.I) or (anchor is not None and _FILE.search(anchor.url)):
            found.append(Related("pdf", block.content, block.end, _absolute(page, anchor) if anchor else None, None))
        elif anchor is not None and _TRANSLATION.fullmatch(words):
            found.append(Related("translation", block.content, block.end, _absolute(page, anchor), None))
    found.extend(
        Related("pdf", anchor.start, anchor.end, _absolute(page, anchor), None)
        for anchor in page.reading.anchors
        if _FILE.search(anchor.url) and not any(a <= anchor.start < b for a, b in known) and _in_content(page, anchor)
    )
    return found


def _in_content(page: Page, anchor: Anchor) -> bool:
    return any(b.start <= anchor.start < b.end for b in (*page.body, *page.header, *page.layout.blocks(Role.NOTICE)))


def _sources(page: Page) -> list[Related]:
    """The original that a "Source:" line links to."""
    return [
        Related("source", a.start, a.end, _absolute(page, a), None)
        for block in page.noticed(Notice.SOURCE)
        for a in page.reading.anchors
        if block.start <= a.start < block.end
    ]
