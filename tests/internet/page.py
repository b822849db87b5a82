"""One page of a site as its server has it, and how a request with conditions is weighed against it."""

import gzip
import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

import brotli

Headers = tuple[tuple[str, str], ...]
Validator = str | bool | None
_KEPT_IN_304 = {"etag", "last-modified", "cache-control", "content-location", "expires", "vary"}
_HAVE_CHARSET = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")


@dataclass(frozen=True, slots=True)
class Page:
    """A body and its headers, without those that a server makes itself: Date, Content-Length, Connection."""

    body: bytes
    headers: Headers = ()
    status: int = 200
    coding: str | None = None

    def header(self, name: str) -> str | None:
        """The first value of a header, whose name is given in lower case."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    def with_headers(self, headers: Mapping[str, str | None]) -> "Page":
        """The page with other headers; those given as None are left out."""
        others = {name.lower() for name in headers}
        kept = tuple((name, value) for name, value in self.headers if name.lower() not in others)
        return replace(
            self, headers=kept + tuple((name, value) for name, value in headers.items() if value is not None)
        )

    def coded(self, coding: str) -> "Page":
        """The page with its body coded; `raw-deflate` is `deflate` without its wrapper, as some servers send it."""
        said = {"Content-Encoding": coding.removeprefix("raw-"), "Vary": "Accept-Encoding"}
        return replace(self.with_headers(said), body=CODINGS[coding](self.body), coding=None)

    def for_client(self, asked: Mapping[str, str]) -> "Page":
        """What a client gets that sent these headers: coded if it accepts that, 304 if it has the page already."""
        if self.status == 200 and _has_it_already(self, asked):
            return Page(b"", tuple((k, v) for k, v in self.headers if k.lower() in _KEPT_IN_304), 304)
        if self.coding is not None and self.coding.removeprefix("raw-") in asked.get("accept-encoding", ""):
            return self.coded(self.coding)
        return self


def make_page(
    body: bytes | str,
    media_type: str = "text/html",
    *,
    charset: str | None = "utf-8",
    etag: Validator = True,
    last_modified: datetime | str | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    coding: str | None = None,
) -> Page:
    """Make a page; an `etag` of True is made of the body. Bytes are sent as they are, whatever charset is said."""
    content = body.encode(charset or "utf-8") if isinstance(body, str) else body
    said: dict[str, str | None] = {"Content-Type": _content_type(media_type, charset)}
    if etag:
        said["ETag"] = f'"{hashlib.sha1(content).hexdigest()[:20]}"' if etag is True else _quoted(etag)
    if last_modified is not None:
        said["Last-Modified"] = last_modified if isinstance(last_modified, str) else http_date(last_modified)
    return Page(content, (), status, coding).with_headers(said | dict(headers or {}))


def http_date(when: datetime) -> str:
    """A time as HTTP writes it."""
    return format_datetime(when.astimezone(UTC), usegmt=True)


def _content_type(media_type: str, charset: str | None) -> str:
    return f"{media_type}; charset={charset}" if charset and media_type.startswith(_HAVE_CHARSET) else media_type


def _quoted(etag: str) -> str:
    return etag if etag.endswith('"') else f'"{etag}"'


def _has_it_already(page: Page, asked: Mapping[str, str]) -> bool:
    """Weigh If-None-Match, which goes before If-Modified-Since (RFC 9110, 13.2.2)."""
    tags, since = asked.get("if-none-match"), asked.get("if-modified-since")
    if tags is not None:
        etag = page.header("etag")
        return etag is not None and ("*" in tags.split() or _weak(etag) in map(_weak, tags.split(",")))
    modified = page.header("last-modified")
    if since is None or modified is None:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except ValueError:  # a date that is none is as good as not sent
        return False


def _weak(etag: str) -> str:
    return etag.strip().removeprefix("W/")


def _deflate_raw(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": lambda body: gzip.compress(body, mtime=0),
    "deflate": zlib.compress,
    "raw-deflate": _deflate_raw,
    "br": brotli.compress,
}
