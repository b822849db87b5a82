"""What a host allows: robots.txt by RFC 9309, read with protego.

A file that is not there allows everything; one that cannot be had, because the server fails or does not answer, forbids
everything until the next run. A redirect is followed where the crawl may follow redirects at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from protego import Protego

from g7data.archive.errors import BrokenRecord
from g7data.archive.http import decode_body, parse_response
from g7data.fetch.session import Session, Unfetched

AGENT = "g7data"
_MOST_BYTES = 512 * 1024  # RFC 9309, section 2.5: at least 500 kibibytes are read
_MOST_UNPACKED = 8 * 1024 * 1024
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host: `reason` says why everything is forbidden, if it is for want of rules."""

    rules: Protego | None = None
    reason: str | None = None

    def allows(self, url: str) -> bool:
        """Whether an address may be asked."""
        return self.reason is None and (self.rules is None or self.rules.can_fetch(url, AGENT))

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
            if not HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST or location is None:
                return _robots(answer.status, answer.response)
            address = urljoin(address, location)
            if not may_ask(address):
                return Robots(reason=f"robots.txt leads to {address}, outside the catalogue")
    except Unfetched as error:
        return Robots(reason=f"robots.txt could not be had: {error}")
    return Robots(reason="robots.txt leads from one address to the next without end")


def _robots(status: int, response: bytes) -> Robots:
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Robots(reason=f"robots.txt was answered with {status}")
    if status != HTTPStatus.OK:
        return Robots()
    try:
        body, _ = decode_body(parse_response(response), _MOST_UNPACKED)
    except BrokenRecord as error:
        return Robots(reason=f"robots.txt cannot be read: {error}")
    return Robots(Protego.parse(body[:_MOST_BYTES].decode("utf-8", errors="replace")))
