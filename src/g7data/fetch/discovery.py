"""Where an index page, a sitemap or a feed leads to: each address once, in the order in which it stands there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from g7data.fetch.addresses import absolute
from g7data.fetch.feeds import entries_of_xml
from g7data.fetch.files import GZIP, unpack
from g7data.fetch.hyperlinks import links_of_html
from g7data.reading.encoding import UnknownEncoding, decode
from g7data.reading.read import media_type_of
from g7data.sources import canonical_url

_FEEDS = frozenset(("urlset", "sitemapindex", "rss", "rdf", "feed", "channel"))
_HEAD = 4096  # characters in which the first element stands
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_ADDRESS_LINE = re.compile(r"\s*(https?://\S+)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Discovered:
    """An address that a page leads to.

    `url` is the canonical one, under which a page is known; `address` is the one to ask, as it was found. `text` are the
    words of the link; `changed` is when the page last changed, in UTC, where a sitemap or feed says so.
    """

    url: str
    text: str
    changed: datetime | None
    address: str


def discover(body: bytes, media_type: str, charset: str | None, url: str) -> list[Discovered]:
    """The addresses that a page leads to: links of HTML, entries of sitemaps and feeds, packed or not, and lines of lists.

    `url` is the address that the page came from, after redirects. Linear in the length of the page; raises nothing: a
    page that leads nowhere, or cannot be read, gives an empty list.
    """
    if body.startswith(GZIP):
        unpacked = unpack(body)
        body, media_type, charset = b"" if unpacked is None else unpacked[0], "", None
    try:
        source, encoding = decode(body, charset)
    except UnknownEncoding:
        return []
    kind = _ROOT.search(_REMARK.sub("", source[:_HEAD]))
    found: Iterable[tuple[str, str, datetime | None]]
    if kind is not None and kind[1].lower() in _FEEDS:
        found = entries_of_xml(source, url)
    elif "html" in media_type_of(media_type, body):
        found = ((address, words, None) for address, words in links_of_html(source, url, encoding))
    elif media_type in ("", "text/plain"):
        lines = (_ADDRESS_LINE.fullmatch(line) for line in source.splitlines())
        found = ((address, "", None) for line in lines if line and (address := absolute(url, line[1])) is not None)
    else:
        found = ()
    return _each_once(found, url)


def _each_once(found: Iterable[tuple[str, str, datetime | None]], url: str) -> list[Discovered]:
    """What was found, without the page itself; of two that are the same page the first that has words counts."""
    own = canonical_url(url)
    once: dict[str, Discovered] = {}
    for address, words, changed in found:
        known = canonical_url(address)
        if known != own and (known not in once or (words and not once[known].text)):
            once[known] = Discovered(known, words, changed, address)
    return list(once.values())
