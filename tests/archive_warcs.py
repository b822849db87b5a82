"""WARC files for the tests of the archive, made byte by byte so that they can also be made wrong."""

import base64
import gzip
import hashlib
from pathlib import Path

from g7data.archive.capture import Capture, Unreadable
from g7data.archive.warc import read_captures

HTTP_TYPE = "application/http; msgtype=response"
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n"


def record(block: bytes, *, kind: str = "response", url: str = "https://g7.example/", **headers: str) -> bytes:
    """Make one record; `headers` are given as `WARC_Date=...`, and an empty one is left out."""
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2024-03-15T12:00:00Z",
        "Content-Type": HTTP_TYPE if kind == "response" else "text/html",
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def page(number: int, size: int = 40) -> bytes:
    """Make a response record with a body of its own that does not compress."""
    noise = b"".join(hashlib.sha256(f"{number} {part}".encode()).hexdigest().encode() for part in range(size // 64 + 1))
    return record(HTML + noise[:size], url=f"https://g7.example/{number}")


def sha1(block: bytes) -> str:
    """Give a block's digest as most crawlers write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()


def compress(*records: bytes) -> bytes:
    """Compress records as WARC files are compressed: each on its own."""
    return b"".join(gzip.compress(part, mtime=0) for part in records)


def read(path: Path, content: bytes) -> tuple[list[Capture], list[Unreadable]]:
    """Write a WARC file and read it: what could be read, and what could not."""
    path.write_bytes(content)
    pages = list(read_captures(path))
    return [p for p in pages if isinstance(p, Capture)], [p for p in pages if isinstance(p, Unreadable)]


def read_one(path: Path, content: bytes) -> Capture | Unreadable:
    """Write a WARC file with one page and read that page."""
    path.write_bytes(content)
    (page,) = read_captures(path)
    return page
