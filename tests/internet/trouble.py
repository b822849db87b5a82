"""What can go wrong with an answer. A trouble is a value: it is told to a site, and met by the requests it is meant for."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from tests.internet.exchange import Exchange, head
from tests.internet.page import Page, http_date, make_page
from tests.internet.zeros import packed_zeros


class Trouble(Protocol):
    """Something that befalls a request."""

    async def meet(self, exchange: Exchange) -> None:
        """Answer the request, or fail to."""


@dataclass(frozen=True, slots=True)
class Instead:
    """Another page than the site has: an error page with status 200, a login wall, 204, 410, whatever `page` is."""

    page: Page

    async def meet(self, exchange: Exchange) -> None:
        exchange.answer(self.page)


@dataclass(frozen=True, slots=True)
class Failing:
    """An error page with this status."""

    status: int = 500

    async def meet(self, exchange: Exchange) -> None:
        exchange.answer(make_page(f"<title>Error {self.status}</title>", status=self.status, etag=None))


@dataclass(frozen=True, slots=True)
class Busy:
    """429, or another status, with Retry-After in seconds or as a date."""

    retry_after: int | datetime | str | None = 1
    status: int = 429

    async def meet(self, exchange: Exchange) -> None:
        after = self.retry_after
        said = None if after is None else http_date(after) if isinstance(after, datetime) else str(after)
        page = make_page("<title>Too Many Requests</title>", status=self.status, etag=None)
        exchange.answer(page.with_headers({"Retry-After": said}))


@dataclass(frozen=True, slots=True)
class With:
    """The page with other headers (None: without it): a wrong content type, a wrong charset, any lie."""

    headers: Mapping[str, str | None]

    async def meet(self, exchange: Exchange) -> None:
        exchange.answer(exchange.page.with_headers(self.headers))


@dataclass(frozen=True, slots=True)
class ManyHeaders:
    """The page with so many more headers of one name, each of about so many bytes."""

    count: int = 100
    name: str = "Set-Cookie"
    size: int = 30

    async def meet(self, exchange: Exchange) -> None:
        more = tuple((self.name, f"k{number}={'v' * self.size}; Path=/") for number in range(self.count))
        exchange.answer(replace(exchange.page, headers=exchange.page.headers + more))


@dataclass(frozen=True, slots=True)
class Coded:
    """The page with its body coded, whether or not the client accepts that: gzip, deflate, raw-deflate, br."""

    coding: str = "gzip"

    async def meet(self, exchange: Exchange) -> None:
        exchange.answer(exchange.page.coded(self.coding))


@dataclass(frozen=True, slots=True)
class Redirect:
    """A redirect to `to`, which is sent as it stands: absolute, relative, to another host, to a private address."""

    to: str
    status: int = 301

    async def meet(self, exchange: Exchange) -> None:
        page = make_page("<title>Moved</title>", status=self.status, etag=None)
        exchange.answer(page.with_headers({"Location": self.to}))


@dataclass(frozen=True, slots=True)
class EndlessRedirects:
    """Redirects from `/x` to `/x?hop=1`, from there to `/x?hop=2`, and on without end."""

    status: int = 302

    async def meet(self, exchange: Exchange) -> None:
        path, _, hop = exchange.path.partition("?hop=")
        await Redirect(f"{path}?hop={int(hop or 0) + 1}", self.status).meet(exchange)


@dataclass(frozen=True, slots=True)
class Restless:
    """The page with a comment at its end that is another one each time, and never a validator."""

    async def meet(self, exchange: Exchange) -> None:
        page = exchange.page.with_headers({"ETag": None, "Last-Modified": None})
        exchange.answer(replace(page, body=page.body + b"<!-- served at %d -->" % time.time_ns()))


@dataclass(frozen=True, slots=True)
class Late:
    """The page, after so many seconds."""

    seconds: float

    async def meet(self, exchange: Exchange) -> None:
        await exchange.pause(self.seconds)
        exchange.answer()


@dataclass(frozen=True, slots=True)
class NeverAnswers:
    """Nothing, until the client hangs up; or the head, and then nothing."""

    after_head: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.after_head:
            exchange.start(_length(exchange.page))
        await exchange.pause(1e6)


@dataclass(frozen=True, slots=True)
class Reset:
    """A connection that is reset: before anything is sent, or in the middle of the body."""

    middle: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.middle:
            exchange.start(_length(exchange.page))
            await exchange.send(_half(exchange.page))
        await exchange.reset()


@dataclass(frozen=True, slots=True)
class CutShort:
    """Half of the body and an ordinary end of the connection; the length said is that of the whole, or chunks never end."""

    chunked: bool = False

    async def meet(self, exchange: Exchange) -> None:
        half = _half(exchange.page)
        exchange.start({"Transfer-Encoding": "chunked"} if self.chunked else _length(exchange.page))
        await exchange.send(_chunk(half) if self.chunked else half, body=len(half))
        exchange.finish()


@dataclass(frozen=True, slots=True)
class Drip:
    """The page byte by byte, one each `seconds`: the whole of it with its head, or the body only."""

    seconds: float = 1.0
    head: bool = True

    async def meet(self, exchange: Exchange) -> None:
        opening = head(exchange.page, _length(exchange.page))
        exchange.asked.status = exchange.page.status
        if not self.head:
            await exchange.send(opening, body=0)
        for byte in opening if self.head else b"":
            await exchange.send(bytes([byte]), body=0)
            await exchange.pause(self.seconds)
        for byte in exchange.page.body:
            await exchange.send(bytes([byte]))
            await exchange.pause(self.seconds)
        exchange.finish(keep=True)


@dataclass(frozen=True, slots=True)
class Endless:
    """A body that goes on for as long as the client reads, in chunks or, if a length is said, up to that."""

    length: int | None = None

    async def meet(self, exchange: Exchange) -> None:
        said = {"Transfer-Encoding": "chunked"} if self.length is None else {"Content-Length": str(self.length)}
        exchange.start(said)
        line = b"<p>And so on, and so on.</p>\n"
        piece, left = line * (65_536 // len(line)), self.length
        while left is None or left > 0:
            part = piece[:left]
            await exchange.send(_chunk(part) if left is None else part, body=len(part))
            await asyncio.sleep(0)
            left = left and left - len(piece)
        exchange.finish()


@dataclass(frozen=True, slots=True)
class Bomb:
    """So many bytes of zeros, packed a thousand times smaller: gzip, deflate or br."""

    coding: str = "gzip"
    size: int = 1 << 30

    async def meet(self, exchange: Exchange) -> None:
        packed = await asyncio.to_thread(packed_zeros, self.coding, self.size)
        page = Page(packed, (("Content-Type", "text/html"), ("Content-Encoding", self.coding)))
        exchange.answer(page)


@dataclass(frozen=True, slots=True)
class NoLength:
    """A body without Content-Length that ends with the connection."""

    async def meet(self, exchange: Exchange) -> None:
        exchange.start({"Connection": "close"})
        await exchange.send(exchange.page.body)
        exchange.finish()


@dataclass(frozen=True, slots=True)
class Http10:
    """An answer of HTTP/1.0: no keep-alive, and no length unless it is said."""

    length: bool = True

    async def meet(self, exchange: Exchange) -> None:
        exchange.start(_length(exchange.page) if self.length else {}, version="1.0")
        await exchange.send(exchange.page.body)
        exchange.finish()


@dataclass(frozen=True, slots=True)
class Chunked:
    """The page in chunks of so many bytes, with an extension and, unless told otherwise, a trailer, as the standard allows."""

    size: int = 100
    trailer: bool = True

    async def meet(self, exchange: Exchange) -> None:
        exchange.start({"Transfer-Encoding": "chunked"})
        body = exchange.page.body
        for start in range(0, len(body), self.size):
            part = body[start : start + self.size]
            await exchange.send(_chunk(part), body=len(part))
        await exchange.send(b"0\r\n" + b"X-Trailer: at the end\r\n" * self.trailer + b"\r\n", body=0)
        exchange.finish(keep=True)


@dataclass(frozen=True, slots=True)
class Garbage:
    """Bytes that are no answer of HTTP."""

    data: bytes = b"\x16\x03\x01SSH-2.0-what is this\r\n\r\n"

    async def meet(self, exchange: Exchange) -> None:
        await exchange.send(self.data, body=0)
        exchange.finish()


def _length(page: Page) -> dict[str, str]:
    return {"Content-Length": str(len(page.body))}


def _half(page: Page) -> bytes:
    return page.body[: len(page.body) // 2]


def _chunk(data: bytes) -> bytes:
    return b"%X;name=value\r\n%b\r\n" % (len(data), data)
