"""A web address as a source of releases: any static host will do; one that answers ranges lets downloads go on.

The standard library is enough here: it goes through the proxies of the environment and checks certificates.
"""

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from urllib.parse import quote

from g7data.client.transfer import CHUNK, PATIENCE, Absent, Denied, Interrupted

_ABSENT = frozenset((404, 410))
_NOT_FOR_NOW = frozenset((408, 425, 429, 500, 502, 503, 504))
_RANGE_NOT_SATISFIABLE = 416
_RANGE = re.compile(r"bytes (\d+)-")


@dataclass(frozen=True, slots=True)
class Web:
    """The address under which `index.json` lies."""

    name: str

    def open(self, name: str, start: int = 0) -> tuple[int, Iterator[bytes]]:
        """Return the bytes of a file, from `start` on if the host can, else from 0; the number tells which."""
        try:
            answer = self._ask("GET", name, {"Range": f"bytes={start}-"} if start else {})
        except _RangeRefused:
            answer = self._ask("GET", name)  # what is here is as long as the file, or longer: begin anew
        return _begins_at(answer), _read(answer)

    def size(self, name: str) -> int | None:
        """Return the bytes of a file, if the host tells."""
        with self._ask("HEAD", name) as answer:
            told = answer.headers.get("Content-Length")
            return int(told) if told is not None and told.isdecimal() else None

    def _ask(self, method: str, name: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
        address = f"{self.name.rstrip('/')}/{quote(name)}"
        # A packed answer has other bytes than the file; an index that a cache has kept may be of yesterday.
        always = {"Accept-Encoding": "identity", "Cache-Control": "no-cache", "User-Agent": "g7data"}
        request = urllib.request.Request(address, headers=always | (headers or {}), method=method)  # noqa: S310
        with _told(address):
            answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=PATIENCE)  # noqa: S310
            return answer


class _RangeRefused(Exception):
    """The host has no bytes from there on."""


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Tell what can go wrong on the way in the words of `transfer`."""
    try:
        yield
    except urllib.error.HTTPError as error:
        error.close()
        if error.code in _ABSENT:
            raise Absent(f"{address} is not there") from None
        if error.code == _RANGE_NOT_SATISFIABLE:
            raise _RangeRefused from None
        kind = Interrupted if error.code in _NOT_FOR_NOW else Denied
        raise kind(f"{address} answers {error.code} {error.reason}") from None
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise Interrupted(f"{address} does not answer ({reason})") from error
    except ValueError as error:
        raise Denied(f"{address} is not a web address ({error})") from error


def _begins_at(answer: http.client.HTTPResponse) -> int:
    headers: Message = answer.headers
    told = _RANGE.match(headers.get("Content-Range", ""))
    return int(told[1]) if answer.status == http.HTTPStatus.PARTIAL_CONTENT and told else 0


def _read(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    with answer, _told(answer.url):
        while chunk := answer.read(CHUNK):
            yield chunk
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
