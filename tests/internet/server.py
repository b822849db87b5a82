"""The process behind `Internet`: a proxy, the servers of all sites, and the inner server of private addresses.

Connections are protocols of asyncio, not streams: an ordinary page is answered within the call that brings the request,
a trouble gets a task of its own. What goes wrong here is kept, and raised in the tests by `Internet`.
"""

import asyncio
import itertools
import pickle
import socket
import ssl
import time
import traceback
from collections.abc import Coroutine
from functools import lru_cache
from pathlib import Path
from typing import Any

import trustme

from tests.internet.exchange import ClientGone, Exchange
from tests.internet.log import Asked
from tests.internet.page import make_page
from tests.internet.world import World, is_private

_SECRET = make_page("<title>Inner server</title><p>Nobody from outside should read this.</p>")
_BAD_GATEWAY = make_page("<title>502 Bad Gateway</title><p>Could not resolve host.</p>", status=502, etag=None)
_BAD_REQUEST = make_page("<title>400 Bad Request</title>", status=400, etag=None)
_NOT_ALLOWED = make_page("<title>405 Method Not Allowed</title>", status=405, etag=None)
_CONNECTED = b"HTTP/1.1 200 Connection established\r\n\r\n"
_PORTS = {"http": ":80", "https": ":443"}
_LONGEST_HEAD = 1 << 20


class Box:
    """What all connections share: the world, the certificates, and the numbers of connections."""

    def __init__(self) -> None:
        self.world = World()
        self.authority = trustme.CA()
        self.numbers = itertools.count(1)
        self.tasks: set[asyncio.Task[None]] = set()
        self.tls_for = lru_cache(maxsize=None)(self._tls_for)

    def _tls_for(self, name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(name).configure_cert(context)
        return context

    def spawn(self, work: Coroutine[Any, Any, None], transport: asyncio.Transport) -> None:
        """Run something beside that answers a client, who may hang up at any time."""
        task = asyncio.get_running_loop().create_task(self._run(work, transport))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _run(self, work: Coroutine[Any, Any, None], transport: asyncio.Transport) -> None:
        try:
            await work
        except (ClientGone, OSError):
            transport.abort()
        except Exception:  # noqa: BLE001 (raised again in the tests)
            self.world.failures.append(traceback.format_exc())
            transport.abort()


class Connection(asyncio.Protocol):
    """One connection: to the proxy (`host` None), through a tunnel to `host`, or directly to the inner server."""

    transport: asyncio.Transport

    def __init__(self, box: Box, host: str | None = None, *, inner: bool = False) -> None:
        self.box, self.host, self.inner = box, host, inner
        self.number = next(box.numbers)
        self.buffer = bytearray()
        self.busy = True  # until connection_made: a tunnel may bring data before
        self.gone, self.may_write = asyncio.Event(), asyncio.Event()
        self.may_write.set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]
        self.busy = False
        self._read_on()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone.set()
        self.may_write.set()

    def pause_writing(self) -> None:
        self.may_write.clear()

    def resume_writing(self) -> None:
        self.may_write.set()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.busy:
            self._read_on()

    def next_request(self, *, keep: bool) -> None:
        self.busy = not keep
        if not keep:
            self.transport.close()
        elif self.buffer:
            asyncio.get_running_loop().call_soon(self._read_on)

    def _read_on(self) -> None:
        """Answer the requests that have arrived whole, one after the other."""
        while not self.busy:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                if len(self.buffer) > _LONGEST_HEAD:
                    self.transport.close()
                return
            lines = self.buffer[:end].decode("latin-1").split("\r\n")
            headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
            length = end + 4 + int(headers.get("content-length", 0))
            if len(self.buffer) < length:
                return
            del self.buffer[:length]
            self.busy = True
            self._handle(lines[0].split(" "), headers)

    def _handle(self, line: list[str], headers: dict[str, str]) -> None:
        method, target = line[0], line[1] if len(line) > 1 else ""
        if method == "CONNECT" and self.host is None and not self.inner:
            return self._connect(target.lower(), headers)
        scheme, host, path = self._taken_apart(target, headers)
        asked = self._log(method, f"{scheme}://{host}{path}", headers, inner=self.inner or is_private(host))
        site = self.box.world.sites.get(host)
        if not path.startswith("/") or not host:
            page = _BAD_REQUEST
        elif site is None or site.down:
            page = _SECRET if self.inner or is_private(host) else _BAD_GATEWAY
        elif method not in ("GET", "HEAD"):
            page = _NOT_ALLOWED
        elif site.secure and scheme == "http":
            page = make_page("", status=301, etag=None).with_headers({"Location": f"https://{host}{path}"})
        else:
            trouble, page = site.next_trouble(path), site.find(path)
            if trouble is not None:
                return self.box.spawn(trouble.meet(Exchange(self, asked, page)), self.transport)
        return Exchange(self, asked, page).answer()

    def _taken_apart(self, target: str, headers: dict[str, str]) -> tuple[str, str, str]:
        """The scheme, the host (with its port, if it is another than usual) and the path of a request."""
        if self.host is not None:
            return "https", self.host, target
        if self.inner or target.startswith("/"):
            self.inner = True  # asked directly, whatever port it is: no program that uses the proxy does that
            return "http", headers.get("host", "127.0.0.1"), target
        scheme, _, rest = target.partition("://")
        authority, slash, path = rest.partition("/")
        host = authority.rpartition("@")[2].lower().removesuffix(_PORTS.get(scheme, ""))
        return scheme, host, "/" + path if slash else "/"

    def _log(self, method: str, url: str, headers: dict[str, str], *, inner: bool) -> Asked:
        asked = Asked(method, url, headers, time.time(), self.number, through_proxy=not self.inner)
        if inner:
            self.box.world.inner.append(asked)
        if not self.inner:
            self.box.world.asked.append(asked)
        return asked

    def _connect(self, authority: str, headers: dict[str, str]) -> None:
        host = authority.removesuffix(":443")
        site = self.box.world.sites.get(host)
        if (site is None and not is_private(host)) or (site is not None and site.down):
            asked = self._log("CONNECT", f"https://{host}/", headers, inner=False)
            return Exchange(self, asked, _BAD_GATEWAY).answer()
        self.transport.pause_reading()
        self.transport.write(_CONNECTED)
        name = host.rpartition(":")[0].strip("[]") if ":" in host else host
        return self.box.spawn(self._tunnel(host, (site and site.certificate) or name), self.transport)

    async def _tunnel(self, host: str, name: str) -> None:
        within = Connection(self.box, host)
        secured = await asyncio.get_running_loop().start_tls(
            self.transport, within, self.box.tls_for(name), server_side=True
        )
        if secured is None:
            raise ClientGone
        within.connection_made(secured)


async def serve(control: socket.socket, folder: Path) -> None:
    """Serve until the other end of the control line is closed."""
    box, loop = Box(), asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: _keep(box.world, context))
    proxy = await loop.create_server(lambda: Connection(box), "127.0.0.1", 0, backlog=1024)
    inner = await loop.create_server(lambda: Connection(box, inner=True), "127.0.0.1", 0)
    bundle = folder / "authority.pem"
    box.authority.cert_pem.write_to_path(str(bundle))
    reader, writer = await asyncio.open_connection(sock=control)
    ports = [server.sockets[0].getsockname()[1] for server in (proxy, inner)]
    _reply(writer, (True, (*ports, str(bundle))))
    while size := await reader.read(8):
        size += await reader.readexactly(8 - len(size))
        name, arguments, named = pickle.loads(await reader.readexactly(int.from_bytes(size, "big")))
        try:
            _reply(writer, (True, getattr(box.world, name)(*arguments, **named)))
        except Exception as error:  # noqa: BLE001 (raised again at the other end)
            _reply(writer, (False, f"{type(error).__name__}: {error}"))


def _reply(writer: asyncio.StreamWriter, answer: object) -> None:
    data = pickle.dumps(answer)
    writer.write(len(data).to_bytes(8, "big") + data)


def _keep(world: World, context: dict[str, Any]) -> None:
    """Keep what asyncio complains of, but for clients that do not want to talk TLS with us."""
    error = context.get("exception")
    if not isinstance(error, OSError | ClientGone):
        world.failures.append(f"{context['message']}\n{''.join(traceback.format_exception(error)) if error else ''}")
