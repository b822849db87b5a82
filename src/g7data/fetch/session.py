"""One polite conversation with one host: a request at a time, at the host's pace, with patience that has limits.

urllib3 retries what may pass (too many requests, server errors, lost connections), waits as `Retry-After` says or longer each
time, with jitter. Redirects are not followed here: whoever asks decides whether the next address may be asked at all.
"""

import random
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, IncompleteRead, InvalidChunkLength, NameResolutionError, NewConnectionError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry

from g7data.archive.exchanges import Exchange
from g7data.fetch.wire import Limits, RecordingAdapter, TooLarge, TooSlow

USER_AGENT = "g7data (+https://github.com/g7data/g7data; open dataset of G7 texts)"
ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_TRY_AGAIN = (429, 500, 502, 503, 504)
_ATTEMPTS = 3
_FIRST_PAUSE = 1.0  # seconds before something is tried again; twice as long each time
_LONGEST_WAIT = 120.0  # seconds; a host that wants to be left alone for longer is left alone for this run


Settings = Mapping[str, Any]


class Unfetched(Exception):
    """No whole answer came; `code` says why in a word or two."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class _Patience(Retry):
    """Retries of urllib3 that wait before the first one too, and give up when the host asks for more time than a run has."""

    def get_backoff_time(self) -> float:
        failures = len([past for past in self.history if past.redirect_location is None])
        wait = self.backoff_factor * 2 ** max(0, failures - 1)
        return float(min(self.backoff_max, wait + random.random() * self.backoff_jitter))  # noqa: S311 - no secret

    def sleep_for_retry(self, response: BaseHTTPResponse) -> bool:
        wait = self.get_retry_after(response)
        if wait is not None and wait > _LONGEST_WAIT:
            raise _AskedToWait(wait)
        return super().sleep_for_retry(response)


class _AskedToWait(HTTPError):
    def __init__(self, seconds: float) -> None:
        super().__init__(f"the host asked to be left alone for {seconds:,.0f} seconds")


class Session:
    """Requests to one host, one after the other; `delay` seconds lie between the end of one and the beginning of the next."""

    def __init__(
        self, delay: float = 0.0, limits: Limits | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.delay = delay
        self._sleep = sleep
        self._limits = limits or Limits()
        retries = _Patience(
            total=_ATTEMPTS, redirect=False, status_forcelist=_TRY_AGAIN,
            backoff_factor=max(_FIRST_PAUSE, delay), backoff_jitter=_FIRST_PAUSE,
            raise_on_status=False, respect_retry_after_header=True,
        )  # fmt: skip
        self._adapter = RecordingAdapter(self._limits, max_retries=retries)
        self._session = requests.Session()
        self._session.mount("http://", self._adapter)
        self._session.mount("https://", self._adapter)
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"})
        self._free_at = 0.0
        self._known_settings: dict[tuple[str, str], Settings] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def get(self, url: str, validators: dict[str, str] | None = None) -> Exchange:
        """Ask for an address, conditionally if there are validators; raises `Unfetched` if no whole answer comes."""
        for attempt in range(1, _ATTEMPTS + 1):
            self._wait()
            try:
                return self._ask(url, validators or {})
            except Unfetched as error:
                if error.code not in ("cut_short", "connection_lost") or attempt == _ATTEMPTS:
                    raise
                self._sleep(attempt + random.random())  # noqa: S311 - jitter, not a secret
            finally:
                self._free_at = time.monotonic() + self.delay
        raise AssertionError("every attempt returns or raises")

    def _wait(self) -> None:
        pause = self._free_at - time.monotonic()
        if pause > 0:
            self._sleep(pause)

    def _settings(self, url: str) -> "Settings":
        """Proxies and certificates as the environment says them, looked up once for a host: it is slow."""
        parts = urlsplit(url)
        key = (parts.scheme, parts.netloc)
        if key not in self._known_settings:
            self._known_settings[key] = self._session.merge_environment_settings(url, {}, True, None, None)
        return self._known_settings[key]

    def _ask(self, url: str, validators: dict[str, str]) -> Exchange:
        limits = self._limits
        try:
            request = self._session.prepare_request(requests.Request("GET", url, headers=validators))
            answer = self._session.send(
                request, allow_redirects=False, timeout=(limits.connect, limits.read), **self._settings(url)
            )
            with answer:
                for _ in answer.raw.stream(65536, decode_content=False):
                    pass
        except (requests.RequestException, HTTPError, OSError) as error:
            raise Unfetched(*_why(error)) from error
        tape = self._adapter.tape
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Exchange(url, tape.began, bytes(tape.sent), bytes(tape.received), answer.status_code, headers)


_CODES: tuple[tuple[type[BaseException], str], ...] = (
    (TooLarge, "too_large"),
    (_AskedToWait, "asked_to_wait"),
    (TooSlow, "timed_out"),
    (TimeoutError, "timed_out"),
    (NameResolutionError, "no_connection"),
    (IncompleteRead, "cut_short"),
    (InvalidChunkLength, "cut_short"),
    (ssl.SSLError, "no_trust"),
    (requests.exceptions.ProxyError, "no_connection"),
    (ConnectionRefusedError, "no_connection"),
    (NewConnectionError, "no_connection"),
    (requests.exceptions.InvalidURL, "no_address"),
    (requests.exceptions.InvalidSchema, "no_address"),
    (UnicodeError, "no_address"),
)
"""What stands behind an error, the most telling first; anything else is a lost connection."""


def _why(error: BaseException) -> tuple[str, str]:
    causes = list(_causes(error))
    for kind, code in _CODES:
        cause = next((cause for cause in causes if isinstance(cause, kind)), None)
        if cause is not None:
            return code, str(cause) or code
    return "connection_lost", str(causes[-1]) or "the connection was lost"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and all that it was raised for, which urllib3 keeps in `reason`, in arguments and in the chain of causes."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [getattr(cause, "reason", None), *cause.args, cause.__cause__, cause.__context__]
