"""What tests of the client share: three small releases, and a static host that can be told to misbehave."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.release_samples import clause, document, release

VERSIONS = ("1.1.0", "1.0.1", "1.0.0")


def make_output(folder: Path) -> Path:
    """An output folder with three releases: a first one, a clause reworded, a document and a clause more."""
    output = folder / "output"
    release(output)
    reworded = [clause("d1", 1, "Changed."), clause("d1", 2), clause("d2", 1)]
    release(output, {"clauses": reworded}, cause="source")
    documents = [document("d1"), document("d2", flags=None, title=None), document("d3", title="News")]
    release(output, {"clauses": [*reworded, clause("d3", 1)], "documents": documents}, cause="extractor")
    return output


@dataclass
class Manners:
    """How a host behaves: `breaks` is after how many bytes an answer ends too early, so many `times` for each file."""

    ranges: bool = True
    breaks: int | None = None
    times: int = 0
    spoils: str | None = None
    asked: list[str] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)

    def of(self, method: str) -> list[str]:
        """The paths that were asked for so."""
        return [line.split()[1] for line in self.asked if line.startswith(f"{method} ")]


class _Host(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, manners: Manners, directory: str) -> None:
        self.manners = manners
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        given = self.headers.get("Range", "")
        self.manners.asked.append(f"GET {self.path} {given}".strip())
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        if self.manners.spoils == path.name:
            content = content[:-1] + bytes([content[-1] ^ 1])
        first, _, last = given.removeprefix("bytes=").partition("-") if self.manners.ranges else ("", "", "")
        if given and self.manners.ranges and not first:  # the last bytes, as readers of Parquet ask for them
            first, last = str(max(0, len(content) - int(last))), ""
        start = int(first or 0)
        if start >= len(content) and start:
            self.send_error(416)
            return
        self._answer(
            content[: int(last) + 1 if last else None],
            start,
            len(content) if given and self.manners.ranges else None,
            path.name,
        )

    def do_HEAD(self) -> None:
        self.manners.asked.append(f"HEAD {self.path}")
        super().do_HEAD()

    def _answer(self, content: bytes, start: int, size: int | None, name: str) -> None:
        """Answer with all from `start` on; `size` is that of the whole file, where a part was asked for."""
        self.send_response(200 if size is None else 206)
        self.send_header("Content-Length", str(len(content) - start))
        if size is not None:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{size}")
        self.end_headers()
        breaks, so_far = self.manners.breaks, self.manners.broken.get(name, 0)
        if breaks is not None and so_far < self.manners.times and len(content) - start > breaks:
            self.manners.broken[name] = so_far + 1
            self.wfile.write(content[start : start + breaks])
            self.close_connection = True
        else:
            self.wfile.write(content[start:])


@contextmanager
def host(folder: Path) -> Iterator[tuple[str, Manners]]:
    """Serve a folder; gives its address and the manners of the host, which may be changed meanwhile."""
    manners = Manners()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, manners=manners, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", manners
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
