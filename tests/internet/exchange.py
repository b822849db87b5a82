"""One request and its answer, as troubles get hold of it: ordinary answers, single bytes, silence, and the axe."""

import asyncio
import socket
import struct
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from http import HTTPStatus
from typing import Protocol

from tests.internet.log import Asked
from tests.internet.page import Page, http_date

_NO_BODY = {204, 304}
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class ClientGone(Exception):
    """The client has hung up; there is nobody to answer."""


class Wire(Protocol):
    """The connection that an exchange is held on."""

    transport: asyncio.Transport
    gone: asyncio.Event
    may_write: asyncio.Event

    def next_request(self, *, keep: bool) -> None:
        """The answer is sent: go on with the next request, or hang up."""


class Exchange:
    """A request, the page that the site has for it, and the means to answer."""

    __slots__ = ("asked", "page", "wire")

    def __init__(self, wire: Wire, asked: Asked, page: Page) -> None:
        self.wire, self.asked, self.page = wire, asked, page

    @property
    def path(self) -> str:
        """The path that was asked for, with its query."""
        return "/" + self.asked.url.partition("://")[2].partition("/")[2]

    def answer(self, page: Page | None = None) -> None:
        """Answer as servers do, with the page of the site if no other is given, and keep the connection."""
        page = (self.page if page is None else page).for_client(self.asked.headers)
        keep = self.asked.headers.get("connection", "").lower() != "close"
        body = b"" if self.asked.method == "HEAD" or page.status in _NO_BODY else page.body
        length = {} if page.status in _NO_BODY else {"Content-Length": str(len(page.body))}
        self.asked.status = page.status
        self.asked.sent += len(body)
        self.wire.transport.write(head(page, length | {"Connection": "keep-alive" if keep else "close"}) + body)
        self.finish(keep=keep)

    def finish(self, *, keep: bool = False) -> None:
        """The answer is sent; hang up, as soon as it has left, unless the connection is kept."""
        self.asked.ended = time.time()
        self.wire.next_request(keep=keep)

    def start(self, headers: Mapping[str, str], page: Page | None = None, *, version: str = "1.1") -> None:
        """Send the head of an answer, with nothing about its length or the connection but what is given."""
        page = self.page if page is None else page
        self.asked.status = page.status
        self.wire.transport.write(head(page, headers, version))

    async def send(self, data: bytes, *, body: int | None = None) -> None:
        """Send bytes, as fast as the client takes them; `body` of them, or all, are counted as bytes of the body."""
        await self.wire.may_write.wait()
        if self.wire.gone.is_set():
            raise ClientGone
        self.wire.transport.write(data)
        self.asked.sent += len(data) if body is None else body

    async def reset(self) -> None:
        """Cut the connection with a reset, after what was sent has arrived."""
        await asyncio.sleep(0.05)
        connection = self.wire.transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self.asked.ended = time.time()
        self.wire.transport.abort()

    async def pause(self, seconds: float) -> None:
        """Let time go by; raises `ClientGone` as soon as the client hangs up."""
        try:
            await asyncio.wait_for(self.wire.gone.wait(), seconds)
        except TimeoutError:
            return
        raise ClientGone


def head(page: Page, headers: Mapping[str, str], version: str = "1.1") -> bytes:
    """The status line and the headers of an answer."""
    lines = [f"HTTP/{version} {page.status} {_phrase(page.status)}", f"Date: {_date(int(time.time()))}"]
    lines += [f"{name}: {value}" for name, value in (*page.headers, *headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


@lru_cache
def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Unheard Of"


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return http_date(datetime.fromtimestamp(second, UTC))
