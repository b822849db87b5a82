"""Links as pages write them to addresses that can be asked, as browsers do it (WHATWG URL Standard, sections 4.1 and 4.4).

White space around a link and line breaks inside it are dropped, backslashes are slashes, signs outside ASCII get percent
signs (in the path by UTF-8, in the query by the page's own encoding), and hosts of any script are put into ASCII.
"""

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from g7data.sources.canonical import ascii_host

_BREAKS = str.maketrans("", "", "\t\n\r")
_AROUND = "".join(map(chr, range(0x21)))
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.I)
_SAFE = "!#$%&'()*+,/:;=?@[]~"  # signs that stay as they are written
_LONGEST = 2000  # characters: addresses that no server takes are no links
_LONGEST_HOST = 253


def absolute(base: str, link: str, encoding: str = "utf-8") -> str | None:
    """The address that a link on the page `base` leads to, without fragment; None if it is none of the web.

    >>> absolute("https://example.org/a/b.html", " ../Erklärung 1.pdf#page=2")
    'https://example.org/Erkl%C3%A4rung%201.pdf'
    >>> absolute("https://example.org/", "mailto:press@example.org")
    """
    link = link.strip(_AROUND).translate(_BREAKS)
    if len(link) > _LONGEST or _OTHER_SCHEME.match(link):
        return None
    try:
        parts = urlsplit(urljoin(base, _with_slashes(link)))
        host = ascii_host(parts.hostname or "")
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or len(host) > _LONGEST_HOST:
        return None
    site = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    path = quote(parts.path or "/", safe=_SAFE, errors="replace")
    query = quote(_query(parts.query, encoding), safe=_SAFE)
    return urlunsplit((parts.scheme, site, path, query, ""))


def _with_slashes(link: str) -> str:
    if "\\" not in link:
        return link
    path, mark, query = link.partition("?")
    return path.replace("\\", "/") + mark + query


def _query(query: str, encoding: str) -> bytes:
    """A query in the page's own encoding, or in UTF-8 where that cannot write it or is not one of old (section 4.3)."""
    try:
        return query.encode("utf-8" if encoding.startswith("utf") else encoding)
    except UnicodeEncodeError:
        return query.encode(errors="replace")
