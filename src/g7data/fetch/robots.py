"""What a host allows: robots.txt by RFC 9309, read with protego.

A file that is not there allows everything; one that cannot be had, because the server fails or does not answer, forbids
everything until the next run. A redirect is followed where the crawl may follow redirects at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from protego import Protego

from g7data.archive.errors import BrokenRecord
from g7data.archive.http import decode_body, parse_response
from g7data.fetch.redirects import REDIRECTS, target_of
from g7data.fetch.session import Session, Unfetched

AGENT = "g7data"
_MOST_BYTES = 512 * 1024  # RFC 9309, section 2.5: at least 500 kibibytes are read
_MOST_UNPACKED = 8 * 1024 * 1024
_MOST_REDIRECTS = 5
_LONGEST_DELAY = 600.0  # seconds; at such a pace no run comes to an end


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host; where they cannot be had or kept, `code` and `reason` say why, and nothing is asked.

    `answered` says whether the host answered at all.
    """

    rules: Protego | None = None
    code: str | None = None
    reason: str = ""
    answered: bool = True

    def allows(self, url: str) -> bool:
        """Whether an address may be asked."""
        return self.code is None and (self.rules is None or self.rules.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """The seconds between two requests that the host wishes; 0 if it does not say."""
        return float((self.rules.crawl_delay(AGENT) if self.rules is not None else None) or 0.0)

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps that the file names."""
        return list(self.rules.sitemaps) if self.rules is not None else []


def read_robots(session: Session, url: str, *, may_ask: Callable[[str], bool]) -> Robots:
    """Ask the host of an address for its rules."""
    parts = urlsplit(url)
    address = f"{parts.scheme}://{parts.netloc}/robots.txt"
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = session.get(address)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or location is None:
                return _robots(answer.status, answer.response)
            address = target_of(address, location)
            if not may_ask(address):
                return Robots(code="no_robots", reason=f"robots.txt leads to {address}, outside the catalogue")
    except Unfetched as error:
        return Robots(code=error.code, reason=f"robots.txt could not be had: {error}", answered=False)
    return Robots(code="no_robots", reason="robots.txt leads from one address to the next without end")


def _robots(status: int, response: bytes) -> Robots:
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Robots(code="no_robots", reason=f"robots.txt was answered with {status}")
    if status != HTTPStatus.OK:
        return Robots()
    try:
        body, _ = decode_body(parse_response(response), _MOST_UNPACKED)
    except BrokenRecord as error:
        return Robots(code="no_robots", reason=f"robots.txt cannot be read: {error}")
    robots = Robots(Protego.parse(body[:_MOST_BYTES].decode("utf-8-sig", errors="replace")))
    if robots.delay > _LONGEST_DELAY:
        return Robots(code="asked_to_wait", reason=f"robots.txt asks for {robots.delay:,.0f} seconds between requests")
    return robots
