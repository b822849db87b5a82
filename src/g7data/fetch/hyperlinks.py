"""Links of an HTML page: what a reader could click, and what a browser would load in its place or its frames.

Links marked `nofollow` are links like others: that mark speaks to search engines about ranking. What a site does not want
fetched it says in robots.txt, which is obeyed when an address is asked.
"""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from g7data.fetch.addresses import absolute

_LINKS = "a[href], area[href], frame[src], iframe[src], link[href][rel], meta[http-equiv][content], noframes"
_LEADING = frozenset(("alternate", "next", "prev"))  # relations of <link> that lead to other pages
_REFRESH = re.compile(
    r"\s*+[\d.]*+(?:\s*+[;,]|\s)\s*+(?:url\s*+=\s*+)?+(?:\"([^\"]*)|'([^']*)|([^\"'].*))", re.I | re.S
)
_NODES_OF_WORDS = 40  # nodes inside a link that are looked at for its words: links without end hold the rest of a page
_LONGEST_WORDS = 300

Link = tuple[str, str]


def links_of_html(source: str, url: str, encoding: str) -> Iterator[Link]:
    """Address and words of each link, in the order of the page; linear in its length."""
    tree = LexborHTMLParser(source)
    base = next((node.attributes.get("href") for node in tree.css("base[href]")), None)
    start = (absolute(url, base, encoding) if base else None) or url
    for node in tree.css(_LINKS):
        if node.tag == "noframes":  # to the parser it is raw text
            inner = LexborHTMLParser(node.text() or "").css("a[href]")
            written: Iterator[Link] = (pair for other in inner for pair in _written(other))
        else:
            written = _written(node)
        for link, words in written:
            address = absolute(start, link, encoding)
            if address is not None:
                yield address, words


def _written(node: LexborNode) -> Iterator[Link]:
    """The link that an element holds as it is written, and its words."""
    held = node.attributes
    if node.tag == "meta":
        if (held.get("http-equiv") or "").lower() == "refresh":
            target = _REFRESH.match(held.get("content") or "")
            if target is not None:
                yield target[1] or target[2] or target[3] or "", ""
    elif node.tag == "link":
        if not _LEADING.isdisjoint((held.get("rel") or "").lower().split()):
            yield held.get("href") or "", held.get("title") or ""
    elif node.tag in ("frame", "iframe"):
        yield held.get("src") or "", held.get("title") or held.get("name") or ""
    else:
        yield (
            held.get("href") or "",
            _words(node) or held.get("title") or held.get("aria-label") or held.get("alt") or "",
        )


def _words(node: LexborNode) -> str:
    """The words of a link, with what stands for its pictures."""
    pieces = (
        part.text_content if part.tag == "-text" else part.attributes.get("alt") if part.tag == "img" else None
        for part in islice(node.traverse(include_text=True), _NODES_OF_WORDS)
    )
    return " ".join("".join(piece or " " for piece in pieces).split())[:_LONGEST_WORDS]
