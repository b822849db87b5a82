"""One address for each page: scheme, host, port, fragment, tracking parameters and index files made alike.

What is written in several ways that mean the same (RFC 3986, section 6.2) is written in one: letters that need no
percent sign have none, all others have one, steps up and down (`..`) are walked, and a host of any script is in ASCII.
The canonical address of a canonical address is itself. It is a name, not the address to ask: a site need not answer there.
"""

import re
from functools import cache, lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import idna

from g7data.sources.catalogue import sources

_TRACKING = re.compile(
    r"^(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_[ce]id|ns_\w+|_ga|_gl|icid|cmpid|"
    r"jsessionid|phpsessid)$",
    re.I,
)
_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.I)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.I)
_WWW = re.compile(r"^(?:www\.)+(?=.)")
_SAFE = "/:@!$&'()*+,;=~-._"
_BYTES = "surrogateescape"  # bytes that are not UTF-8 go through as they are: addresses in old encodings stay apart
_REMEMBERED = 16_384  # addresses: the menu of a site stands on all its pages


@lru_cache(_REMEMBERED)
def canonical_url(url: str) -> str:
    """The address under which a page is known, however it was written; other schemes than HTTP stay as they are.

    >>> canonical_url("HTTP://www.Example.org:80/a/../b/index.html?utm_source=x&page=2#top")
    'https://example.org/b/?page=2'
    """
    try:
        parts = urlsplit(url)
        number = parts.port
        host = ascii_host(parts.hostname or "")
    except ValueError:  # no address at all: it stays what it is
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url
    named = parse_qsl(parts.query, keep_blank_values=True, errors=_BYTES)
    query = urlencode(sorted((k, v) for k, v in named if not _TRACKING.match(k)), errors=_BYTES)
    port = f":{number}" if number not in (None, 80, 443) else ""
    return f"https://{_site(host)}{port}{_path(parts.path)}" + (f"?{query}" if query else "")


def ascii_host(host: str) -> str:
    """A host in lower case and ASCII, as browsers ask for it (UTS 46); raises `ValueError` for what is no host.

    >>> ascii_host("Straße.example.")
    'xn--strae-oqa.example'
    """
    host = host.lower().rstrip(".")
    return host if host.isascii() else idna.encode(host, uts46=True).decode("ascii").rstrip(".")


def _path(written: str) -> str:
    plain = unquote(written.replace("\\", "/"), errors=_BYTES)
    walked = _walked(_SESSION.sub("", plain) if ";" in plain else plain)
    return quote(_INDEX.sub("/", walked), safe=_SAFE, errors=_BYTES) or "/"


def _walked(path: str) -> str:
    """A path without `.` and `..`: each `..` takes back the step before it (RFC 3986, section 5.2.4)."""
    if "/." not in path:
        return path
    first, *steps = path.split("/")
    kept: list[str] = []
    for step in steps:
        if step == "..":
            del kept[-1:]
        elif step != ".":
            kept.append(step)
    if steps[-1] in (".", ".."):
        kept.append("")
    return "/".join((first, *kept))


def _site(host: str) -> str:
    bare = _WWW.sub("", host)
    site = _one_site().get(bare, bare)
    return f"[{site}]" if ":" in site else site


@cache
def _one_site() -> dict[str, str]:
    """Hosts that serve one site, each with the one that stands for all."""
    return {host: source.one_site[0] for source in sources() for host in source.one_site}
