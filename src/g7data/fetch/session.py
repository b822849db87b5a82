"""One polite conversation with one site: a request at a time, at the site's pace, with patience that has limits.

Redirects are not followed here: whoever asks decides whether the next address may be asked at all. Nothing is sent that
could tell who asks but the program's own name: no cookies, and no passwords that the user has stored for a host.
"""

import re
import ssl
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.client import RemoteDisconnected
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, IncompleteRead, InvalidChunkLength, NameResolutionError, NewConnectionError

from g7data.archive.exchanges import Exchange
from g7data.fetch.patience import ATTEMPTS, AskedToWait, Patience, causes_of
from g7data.fetch.wire import Limits, NoTunnel, RecordingAdapter, TooLarge, TooSlow

USER_AGENT = "g7data (+https://github.com/g7data/g7data; open dataset of G7 texts)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


_CONNECTION = re.compile(r"^<?\w+\([^()]*\)[^:]*: ")  # how urllib3 names the connection that an error is of


class Unfetched(Exception):
    """No whole answer came; `code` says why in a word or two."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Session:
    """Requests to one site, one after the other; `delay` seconds lie between the end of one and the beginning of the next."""

    def __init__(
        self, delay: float = 0.0, limits: Limits | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.delay = delay
        self._sleep = sleep
        self._limits = limits or Limits()
        self._patience = Patience.of(self._limits.pause, self._wait_again)
        self._adapter = RecordingAdapter(self._limits, max_retries=self._patience)
        self._ended: float | None = None
        self._environment: dict[tuple[str, str], Mapping[str, Any]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._adapter.close()

    def get(self, url: str, validators: Mapping[str, str] | None = None) -> Exchange:
        """Ask for an address, conditionally if there are validators; raises `Unfetched` if no whole answer comes."""
        for attempt in range(1, ATTEMPTS + 1):
            if self._ended is not None:
                self._sleep_for(self._ended + self.delay - time.monotonic())
            try:
                return self._ask(url, validators or {})
            except Unfetched as error:  # what fails before an answer begins has been tried again already
                if error.code != "cut_short" or attempt == ATTEMPTS:
                    raise
            finally:
                self._ended = time.monotonic()
            self._wait_again(self._limits.pause * 2 ** (attempt - 1))
        raise AssertionError("every attempt returns or raises")

    def _sleep_for(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)

    def _wait_again(self, seconds: float) -> None:
        self._sleep_for(max(seconds, self.delay))

    def _settings(self, url: str) -> Mapping[str, Any]:
        """Proxies and certificates as the environment says them, looked up once for a host: it is slow."""
        parts = urlsplit(url)
        key = (parts.scheme, parts.netloc)
        if key not in self._environment:
            with requests.Session() as session:
                self._environment[key] = session.merge_environment_settings(url, {}, True, None, None)
        return self._environment[key]

    def _ask(self, url: str, validators: Mapping[str, str]) -> Exchange:
        limits, begun = self._limits, False
        try:
            request = requests.Request("GET", url, headers={**_HEADERS, **validators}).prepare()
            answer = self._adapter.send(request, timeout=(limits.connect, limits.read), **self._settings(url))
            with answer:
                self._check(answer)
                begun = True
                for _ in answer.raw.stream(65536, decode_content=False):
                    pass
        except (requests.RequestException, HTTPError, OSError) as error:
            code, reason = _why(error)
            raise Unfetched("cut_short" if begun and code == "connection_lost" else code, reason) from error
        tape = self._adapter.tape
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Exchange(url, tape.began, tape.request, tape.answer, answer.status_code, headers)

    def _check(self, answer: requests.Response) -> None:
        """End an answer that will be too long, or is only a notice of the one to come, which then would answer the next request."""
        length = answer.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._limits.size:
            raise TooLarge(f"it is {int(length):,} bytes long, more than {self._limits.size:,}")
        if answer.status_code < HTTPStatus.OK:
            raise ConnectionError(f"the server answered {answer.status_code}, which is no answer")


_CODES: tuple[tuple[type[BaseException], str], ...] = (
    (TooLarge, "too_large"),
    (AskedToWait, "asked_to_wait"),
    (TooSlow, "timed_out"),
    (TimeoutError, "timed_out"),
    (NameResolutionError, "no_connection"),
    (NoTunnel, "no_connection"),
    (IncompleteRead, "cut_short"),
    (InvalidChunkLength, "cut_short"),
    (ssl.SSLEOFError, "connection_lost"),
    (ssl.SSLError, "no_trust"),
    (ConnectionResetError, "connection_lost"),
    (RemoteDisconnected, "connection_lost"),
    (ConnectionRefusedError, "no_connection"),
    (NewConnectionError, "no_connection"),
    (requests.exceptions.InvalidURL, "no_address"),
    (requests.exceptions.InvalidSchema, "no_address"),
    (UnicodeError, "no_address"),
)
"""What stands behind an error, the most telling first; anything else is a lost connection."""


def _why(error: BaseException) -> tuple[str, str]:
    causes = list(causes_of(error))
    for kind, code in _CODES:
        cause = next((cause for cause in causes if isinstance(cause, kind)), None)
        if cause is not None:
            return code, _CONNECTION.sub("", str(cause)) or code
    return "connection_lost", _CONNECTION.sub("", str(causes[-1])) or "the connection was lost"
