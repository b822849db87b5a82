"""HTTP as it goes over the wire: requests and urllib3 do the talking, and all bytes sent and received are kept.

urllib3's connections get a response class that reads through a `_Tap`: it keeps what comes in as it comes in (status line,
headers and body with its codings), and ends an answer that takes too long or grows too large, be it one byte a second.
What passes between us and a proxy, a tunnel being made or a password, is no part of the exchange.
"""

import http.client
import io
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from socket import socket
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager, ProxyManager

_HEAD_BYTES = 64 * 1024  # room for the head beside the body
_FOR_THE_PROXY = re.compile(rb"(?im)^proxy-authorization:[^\n]*\n")
_GO_ON = re.compile(rb"HTTP/1\.\d 100\b.*?\r?\n\r?\n", re.S)


class TooSlow(OSError):
    """An answer was not whole when the time for a page was over."""


class TooLarge(OSError):
    """An answer is longer than any page may be."""


class NoTunnel(OSError):
    """A proxy could not reach the host."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient a run is.

    Seconds to connect, between two pieces of an answer, for a whole page, and before something is tried again (twice as
    long each time); bytes of a body, packed or unpacked.
    """

    connect: float = 10.0
    read: float = 30.0
    page: float = 120.0
    pause: float = 1.0
    size: int = 50 * 1024 * 1024


@dataclass(slots=True)
class Tape:
    """The last exchange of one adapter: what was sent, what came, when it began and when it has to be over."""

    limits: Limits
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    _deadline: float = 0.0

    def rewind(self) -> None:
        """Forget the exchange before: a new request begins."""
        self.sent, self.received = bytearray(), bytearray()
        self.began = datetime.now(UTC)
        self._deadline = time.monotonic() + self.limits.page

    @property
    def request(self) -> bytes:
        """What the server was sent, without the password of a proxy on the way."""
        head, blank, body = bytes(self.sent).partition(b"\r\n\r\n")
        return _FOR_THE_PROXY.sub(b"", head + blank) + body

    @property
    def answer(self) -> bytes:
        """The answer itself, without what came before it to say that it will come (RFC 9110, section 15.2.1)."""
        start = 0
        while (notice := _GO_ON.match(self.received, start)) is not None:
            start = notice.end()
        return bytes(memoryview(self.received)[start:])

    def seconds_left(self) -> float:
        """How long the next piece may take; raises `TooSlow` when the page's time is over."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TooSlow(f"it was not whole after {self.limits.page:g} seconds")
        return min(left, self.limits.read)

    def keep(self, piece: memoryview) -> None:
        """Add what came in; raises `TooLarge` beyond the limit."""
        self.received += piece
        if len(self.received) > self.limits.size + _HEAD_BYTES:
            raise TooLarge(f"it is longer than {self.limits.size:,} bytes")


class _Tap(io.RawIOBase):
    """The reading end of a socket, with a tape running."""

    def __init__(self, sock: socket, tape: Tape) -> None:
        self._sock, self._tape = sock, tape
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._tape.seconds_left())
        try:
            count = self._raw.readinto(buffer)
        except TimeoutError:
            self._tape.seconds_left()  # it was the time for the page that was over
            raise
        if count:
            self._tape.keep(memoryview(buffer)[:count])
        return count

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()


class _Recorded:
    """A connection of urllib3 with a tape; mixed in before it."""

    tape: Tape
    _tunnelling = False

    def putrequest(self, *args: Any, **kwargs: Any) -> None:
        self.tape.rewind()
        super().putrequest(*args, **kwargs)  # type: ignore[misc]

    def send(self, data: Any) -> None:
        if not self._tunnelling:
            self.tape.sent += data
        super().send(data)  # type: ignore[misc]

    def _tunnel(self) -> None:
        self._tunnelling = True
        try:
            super()._tunnel()  # type: ignore[misc]
        except OSError as error:
            if type(error) is OSError:  # what http.client raises where the proxy says no
                raise NoTunnel(str(error)) from error
            raise
        finally:
            self._tunnelling = False

    def response_class(self, sock: socket, *args: Any, **kwargs: Any) -> http.client.HTTPResponse:
        response = http.client.HTTPResponse(sock, *args, **kwargs)
        if not self._tunnelling:
            response.fp.close()
            response.fp = io.BufferedReader(_Tap(sock, self.tape))
        return response


class RecordingAdapter(HTTPAdapter):
    """The transport adapter of requests, for one thread, whose last exchange is on its `tape`."""

    def __init__(self, limits: Limits, **kwargs: Any) -> None:
        self.tape = Tape(limits)
        taped = {"tape": self.tape}
        plain: Any = type("_Plain", (_Recorded, HTTPConnection), taped)
        secure: Any = type("_Secure", (_Recorded, HTTPSConnection), taped)
        self._pools: dict[str, Any] = {
            "http": type("_PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("_SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
        super().__init__(pool_maxsize=1, **kwargs)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As in requests, with connections that record."""
        super().init_poolmanager(*args, **kwargs)
        self._record(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> ProxyManager:
        """As in requests, with connections that record."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        self._record(manager)
        return manager

    def _record(self, manager: PoolManager) -> None:
        manager.pool_classes_by_scheme = self._pools
