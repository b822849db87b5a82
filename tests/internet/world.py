"""What the server knows: sites with their pages and troubles, private addresses, and a log. No sockets here."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

from requests.utils import requote_uri

from tests.internet.log import Asked
from tests.internet.page import Page, http_date, make_page
from tests.internet.played import read_warc
from tests.internet.trouble import Trouble

NOT_FOUND = make_page("<!DOCTYPE html><title>404 Not Found</title><h1>Not Found</h1>", status=404, etag=None)
ANY = "*"


class Pages(Protocol):
    """Pages that are made when they are asked for."""

    def find(self, path: str) -> Page | None:
        """The page at a path, if there is one."""


@dataclass(slots=True)
class Pending:
    """A trouble that waits for requests: for so many, or for all of them."""

    trouble: Trouble
    times: int | None


@dataclass(slots=True)
class SiteState:
    """What one host serves."""

    host: str
    secure: bool = False
    certificate: str | None = None
    down: bool = False
    pages: dict[str, Page] = field(default_factory=dict)
    makers: list[Pages] = field(default_factory=list)
    troubles: defaultdict[str, list[Pending]] = field(default_factory=lambda: defaultdict(list))

    def find(self, path: str) -> Page:
        """The page at a path, or the page that says that there is none."""
        page = self.pages.get(path) or self.pages.get(requote_uri(path))
        made = (maker.find(path) for maker in self.makers) if page is None else ()
        return page or next((page for page in made if page is not None), NOT_FOUND)

    def next_trouble(self, path: str) -> Trouble | None:
        """The trouble that this request is in: that of its path, of the path without a query, or of any path."""
        for key in (path, path.partition("?")[0], ANY):
            for pending in self.troubles.get(key, ()):
                if pending.times is None:
                    return pending.trouble
                if pending.times > 0:
                    pending.times -= 1
                    return pending.trouble
        return None


class World:
    """All sites; its methods are what `Internet` and `Site` ask for over the control line."""

    def __init__(self) -> None:
        self.sites: dict[str, SiteState] = {}
        self.asked: list[Asked] = []
        self.inner: list[Asked] = []
        self.failures: list[str] = []

    def add_site(self, host: str, *, secure: bool = False, certificate: str | None = None) -> None:
        site = self.sites.setdefault(host, SiteState(host))
        site.secure, site.certificate = secure, certificate

    def put(self, host: str, pages: Iterable[tuple[str, Page]]) -> None:
        self.sites[host].pages.update((requote_uri(path), page) for path, page in pages)

    def make(self, host: str, pages: Pages) -> None:
        self.sites[host].makers.append(pages)

    def change(self, host: str, path: str, body: bytes | str) -> None:
        """Replace a body; an ETag that was there is made anew, a Last-Modified is now."""
        old = self.sites[host].pages[requote_uri(path)]
        charset = re.search(r"charset=([\w-]+)", old.header("content-type") or "")
        content = body.encode(charset[1] if charset else "utf-8") if isinstance(body, str) else body
        fresh = {"etag": make_page(content).header("etag"), "last-modified": http_date(datetime.now(UTC))}
        validators = {name: value for name, value in fresh.items() if old.header(name) is not None}
        self.put(host, [(path, replace(old.with_headers(validators), body=content))])

    def remove(self, host: str, path: str) -> None:
        del self.sites[host].pages[requote_uri(path)]

    def turn(self, host: str, *, down: bool) -> None:
        self.sites[host].down = down

    def add_trouble(self, host: str, path: str, trouble: Trouble, times: int | None) -> None:
        self.sites[host].troubles[requote_uri(path)].append(Pending(trouble, times))

    def end_troubles(self, host: str, path: str | None) -> None:
        troubles = self.sites[host].troubles
        for key in list(troubles) if path is None else [requote_uri(path)]:
            troubles.pop(key, None)

    def play(self, path: str, etags: bool) -> list[str]:
        """Serve the pages of a WARC file; gives their addresses."""
        urls = []
        for url, page in read_warc(path, etags=etags):
            parts = urlsplit(requote_uri(url))
            self.sites.setdefault(parts.netloc.lower(), SiteState(parts.netloc.lower()))
            self.put(parts.netloc.lower(), [((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), page)])
            urls.append(parts._replace(fragment="").geturl())
        return urls

    def requests(self) -> list[Asked]:
        return self.asked

    def inner_requests(self) -> list[Asked]:
        return self.inner

    def forget(self) -> None:
        self.asked.clear()
        self.inner.clear()

    def clear(self) -> None:
        """Begin anew: no sites, no log."""
        self.sites.clear()
        self.forget()

    def take_failures(self) -> list[str]:
        """What went wrong in the server itself since it was asked last."""
        failures, self.failures = self.failures, []
        return failures


@lru_cache(maxsize=4096)
def is_private(host: str) -> bool:
    """Is this host (`name`, `name:port`, an address) the machine itself or one that the internet does not reach?"""
    name = urlsplit(f"//{host}").hostname or ""
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return not ip_address(name).is_global
    except ValueError:
        return False
