"""The handle that tests hold: it starts the server's process and tells it over a control line what to serve."""

import pickle
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.internet.log import Asked
from tests.internet.page import Page, Validator, make_page
from tests.internet.trouble import Trouble
from tests.internet.world import Pages

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0


class ServerFailed(Exception):
    """The server of the tests itself went wrong."""


class Internet:
    """Sites under their real names, behind a proxy on 127.0.0.1; to be used in a `with` statement.

    The proxy, the inner server and the control line are one process, which ends with this one however that ends.
    """

    environment: dict[str, str]
    """The variables that lead a program through the proxy."""
    inner_url: str
    """The address of the server that nobody should reach."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="internet-")
        self._line, other = socket.socketpair()
        self._line.settimeout(_PATIENCE)
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.internet", str(other.fileno()), self._folder.name],
            pass_fds=[other.fileno()],
            cwd=_ROOT,
        )
        other.close()
        proxy, inner, bundle = self._receive()
        proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), f"http://127.0.0.1:{proxy}")
        self.environment = {**proxies, "NO_PROXY": "", "no_proxy": "", "REQUESTS_CA_BUNDLE": bundle}
        self.inner_url = f"http://127.0.0.1:{inner}/"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            failures = self.tell("take_failures")
        finally:
            self._line.close()
            self._process.wait(_PATIENCE)
            self._folder.cleanup()
        if failures and error is None:
            raise ServerFailed("\n".join(failures))

    @property
    def proxy_port(self) -> int:
        """The port of the proxy on 127.0.0.1."""
        return int(self.environment["HTTP_PROXY"].rpartition(":")[2])

    def site(self, host: str, *, secure: bool = False, certificate: str | None = None) -> "Site":
        """The site of a host, made if there is none.

        `secure`: plain http is redirected to https. `certificate`: the name in its certificate, if it is a wrong one.
        """
        self.tell("add_site", host.lower(), secure=secure, certificate=certificate)
        return Site(self, host.lower())

    def play(self, warc: Path, *, etags: bool = False) -> list[str]:
        """Serve each response of a WARC file under its own address, with its headers; gives the addresses.

        Of several captures of an address the last one is served. `etags` gives those without a validator one.
        """
        urls: list[str] = self.tell("play", str(warc), etags)
        return urls

    def requests(self, host: str | None = None) -> list[Asked]:
        """What was asked of the proxy, in the order of arrival: of one host, or of all."""
        asked: list[Asked] = self.tell("requests")
        return [each for each in asked if host in (None, each.url.split("/")[2])]

    def inner_requests(self) -> list[Asked]:
        """What was asked of private addresses, directly or through the proxy."""
        asked: list[Asked] = self.tell("inner_requests")
        return asked

    def forget(self) -> None:
        """Begin the log anew."""
        self.tell("forget")

    def clear(self) -> None:
        """Begin anew: no sites, no log. For one internet that many tests share."""
        self.tell("clear")

    def tell(self, method: str, *arguments: object, **named: object) -> Any:
        """Call a method of `World` in the server's process; raises `ServerFailed` with what went wrong there."""
        data = pickle.dumps((method, arguments, named))
        with self._lock:
            self._line.sendall(len(data).to_bytes(8, "big") + data)
            return self._receive()

    def _receive(self) -> Any:
        good, answer = pickle.loads(self._read(int.from_bytes(self._read(8), "big")))
        if not good:
            raise ServerFailed(answer)
        return answer

    def _read(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            piece = self._line.recv(min(size - len(data), 1 << 20))
            if not piece:
                raise ServerFailed(f"the process ended with {self._process.wait(_PATIENCE)}")
            data += piece
        return bytes(data)


class Site:
    """One host: its pages, its robots.txt, and what is wrong with it. Paths begin with / and may have a query."""

    def __init__(self, net: Internet, host: str) -> None:
        self.net, self.host = net, host

    def url(self, path: str = "/", scheme: str = "https") -> str:
        """The address of a path."""
        return f"{scheme}://{self.host}{path}"

    def page(
        self,
        path: str,
        body: bytes | str,
        media_type: str = "text/html",
        *,
        charset: str | None = "utf-8",
        etag: Validator = True,
        last_modified: datetime | str | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        coding: str | None = None,
    ) -> str:
        """Serve a page, as `make_page` makes it, at a path; gives its address. What was there before is replaced."""
        page = make_page(
            body,
            media_type,
            charset=charset,
            etag=etag,
            last_modified=last_modified,
            status=status,
            headers=headers,
            coding=coding,
        )
        return self.put(path, page)

    def put(self, path: str, page: Page) -> str:
        """Serve a page that is made already; gives its address."""
        self.net.tell("put", self.host, [(path, page)])
        return self.url(path)

    def put_all(self, pages: Iterable[tuple[str, Page]]) -> None:
        """Serve many pages, by their paths."""
        self.net.tell("put", self.host, list(pages))

    def make(self, pages: Pages) -> None:
        """Serve pages that are made when they are asked for."""
        self.net.tell("make", self.host, pages)

    def change(self, path: str, body: bytes | str) -> None:
        """Put another body where a page is; type, charset and status stay, validators are those of the new body."""
        self.net.tell("change", self.host, path, body)

    def remove(self, path: str) -> None:
        """Take a page away: 404 from now on."""
        self.net.tell("remove", self.host, path)

    def robots(self, text: str) -> None:
        """Serve a robots.txt; without one it is 404. It may get into trouble like any page."""
        self.page("/robots.txt", text, "text/plain")

    def trouble(self, path: str, trouble: Trouble, times: int | None = None) -> None:
        """Let the next so many requests to a path (`*`: to any) meet a trouble; all of them, if no number is given.

        Several troubles of one path wait in the order in which they were told. A path stands for its queries too.
        """
        self.net.tell("add_trouble", self.host, path, trouble, times)

    def calm(self, path: str | None = None) -> None:
        """End the troubles of a path, or all."""
        self.net.tell("end_troubles", self.host, path)

    def down(self) -> None:
        """Let the host not resolve any more."""
        self.net.tell("turn", self.host, down=True)

    def up(self) -> None:
        """Let the host resolve again."""
        self.net.tell("turn", self.host, down=False)
