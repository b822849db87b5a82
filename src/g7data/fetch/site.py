"""One site while it is crawled: the conversation with it, what its robots.txt says, and whether it is still worth asking."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from g7data.archive.exchanges import Exchange
from g7data.fetch.robots import Robots, read_robots
from g7data.fetch.session import Session, Unfetched

_MOST_FAILURES = 5  # in a row, after which a host is left alone for this run
_AT_ONCE = ("no_connection", "asked_to_wait", "no_trust")  # failures after which it is so at once
_OWN_FAULT = ("too_large", "no_address")  # failures that say nothing of the host
_NOT_UP_TO_IT = (401, 403, 429)  # answers, besides those from 500 on, of a host that does not want us or cannot


@dataclass(slots=True)
class Origin:
    """One scheme, host and port of a site, each of which has a robots.txt (RFC 9309, section 2.3); `given_up` says why it is asked no more."""

    robots: Robots
    failures: int = 0
    given_up: str | None = None
    reason: str = ""


class Site:
    """All hosts of one site, which are asked one request at a time; `asked` counts the pages, `reached` says that any answer came."""

    def __init__(self, session: Session, may_ask: Callable[[str], bool]) -> None:
        self._session, self._may_ask = session, may_ask
        self._origins: dict[tuple[str, str], Origin] = {}
        self.asked = 0
        self.reached = False

    @property
    def tried(self) -> bool:
        """Whether anything was asked at all."""
        return bool(self._origins)

    def known(self, url: str) -> Origin | None:
        """The origin of an address, if it was asked before."""
        return self._origins.get(_origin(url))

    def open(self, url: str) -> Origin:
        """Read the robots.txt of an address that is the first of its origin."""
        robots = read_robots(self._session, url, may_ask=self._may_ask)
        self.reached = self.reached or robots.answered
        self._session.delay = max(self._session.delay, robots.delay)
        origin = self._origins[_origin(url)] = Origin(robots, given_up=robots.code, reason=robots.reason)
        return origin

    def get(self, origin: Origin, url: str, validators: dict[str, str]) -> Exchange:
        """Ask for an address; raises `Unfetched`. After too many failures in a row the origin is given up."""
        self.asked += 1
        try:
            exchange = self._session.get(url, validators)
        except Unfetched as error:
            if error.code not in _OWN_FAULT:
                self._failed(origin, error.code, str(error))
            raise
        self.reached = True
        if exchange.status >= 500 or exchange.status in _NOT_UP_TO_IT:
            self._failed(origin, f"http_{exchange.status}", f"the server answered with status {exchange.status}")
        else:
            origin.failures = 0
        return exchange

    def _failed(self, origin: Origin, code: str, reason: str) -> None:
        origin.failures += 1
        if code in _AT_ONCE or origin.failures >= _MOST_FAILURES:
            origin.given_up, origin.reason = code, reason
            if code == "asked_to_wait":  # the machine behind all names of the site wants it
                for other in self._origins.values():
                    other.given_up, other.reason = code, reason


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
