"""`python -m tests.internet.speed`: how many requests a second the server answers, by one connection and by `requests`."""

import socket
import time
from collections.abc import Callable
from functools import partial

import requests

from tests.internet.internet import Internet
from tests.internet.sites import large_site

_SMALL = 20_000
_PAGES = 3_000


def main() -> None:
    """Measure, and print a table."""
    with Internet() as net:
        site, pages = large_site(net, count=_PAGES)
        small = site.page("/small.html", "<p>We met.</p>")
        session = requests.Session()
        session.proxies = {"http": net.environment["HTTP_PROXY"], "https": net.environment["HTTPS_PROXY"]}
        session.verify = net.environment["REQUESTS_CA_BUNDLE"]
        session.trust_env = False
        _tell("small page, http, a bare socket, keep-alive", _SMALL, partial(_by_socket, net, small, _SMALL))
        for scheme in ("http", "https"):
            same = [site.url("/small.html", scheme)] * _PAGES
            _tell(f"small page, {scheme}, requests", _PAGES, partial(_by_requests, session, same))
            urls = [site.url(path, scheme) for path in pages.paths]
            _tell(f"pages of about 20 kB, {scheme}, requests", _PAGES, partial(_by_requests, session, urls))


def _tell(what: str, count: int, work: Callable[[], None]) -> None:
    start = time.perf_counter()
    work()
    print(f"{what:50} {count / (time.perf_counter() - start):9,.0f} a second")


def _by_socket(net: Internet, url: str, count: int) -> None:
    request = f"GET {url.replace('https', 'http')} HTTP/1.1\r\nHost: {url.split('/')[2]}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", net.proxy_port)) as line:
        for _ in range(count):
            line.sendall(request)
            answer = line.recv(65_536)
            if not answer.endswith(b"<p>We met.</p>"):
                raise ValueError(f"not the page: {answer!r}")


def _by_requests(session: requests.Session, urls: list[str]) -> None:
    for url in urls:
        session.get(url).raise_for_status()


if __name__ == "__main__":
    main()
