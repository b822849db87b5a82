"""Pages into a WARC file that comes out the same, byte for byte, whenever the same pages are written.

Writing is warcio's. Record ids are made of address, digest and position. WARC-Date is mandatory, so the time of a page
that has none is written as 1970-01-01T00:00:00Z, which the reader turns back into None. Digests are SHA-256, for the
block and for the payload, which in a resource record are the same.
"""

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from warcio.warcwriter import WARCWriter

from g7data.archive.folder import PageFile
from g7data.archive.times import format_time
from g7data.archive.whole import open_input, whole_file

_WARCINFO = (
    b"software: g7data\r\n"
    b"format: WARC File Format 1.1\r\n"
    b"conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
)


def write_resources(pages: Iterable[PageFile], target: Path) -> str:
    """Write pages as the resource records of a gzip WARC 1.1 file, and give their digest as `digest_pages` does.

    The file appears under its name when it is whole. Raises `InputNotReadable`, `OutputNotWritable`.
    """
    content = hashlib.sha256()
    with whole_file(target) as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        _write_record(writer, "warcinfo", _WARCINFO, _headers(None, "g7data", _WARCINFO))
        for position, page in enumerate(pages, 1):
            body = _read_file(page.path)
            content.update(_summary(page, body))
            _write_record(writer, "resource", body, _resource_headers(page, position, body))
    return content.hexdigest()


def write_info(file: BinaryIO, about: str) -> None:
    """Write the record that opens a WARC file: who made it, and in a line what it is about."""
    block = _WARCINFO + f"description: {about}\r\n".encode()
    _write_record(WARCWriter(file, gzip=True, warc_version="1.1"), "warcinfo", block, _headers(None, "g7data", block))


def digest_pages(pages: Iterable[PageFile]) -> str:
    """Give one SHA-256 digest, in hexadecimal, of the addresses, times, media types and bodies of pages, in order."""
    content = hashlib.sha256()
    for page in pages:
        content.update(_summary(page, _read_file(page.path)))
    return content.hexdigest()


def _summary(page: PageFile, body: bytes) -> bytes:
    when = "" if page.retrieved_at is None else page.retrieved_at.isoformat()
    return f"{page.url}\n{when}\n{page.media_type}\n{hashlib.sha256(body).hexdigest()}\n".encode()


def _read_file(path: Path) -> bytes:
    with open_input(path) as file:
        return file.read()


def _resource_headers(page: PageFile, position: int, body: bytes) -> dict[str, str]:
    headers = _headers(page.retrieved_at, f"{page.url}\n{position}", body)
    return headers | {
        "WARC-Target-URI": page.url,
        "WARC-Payload-Digest": headers["WARC-Block-Digest"],
        "Content-Type": page.media_type,
    }


def _headers(date: datetime | None, name: str, block: bytes) -> dict[str, str]:
    digest = hashlib.sha256(block)
    record_id = uuid5(NAMESPACE_URL, f"{name}\n{digest.hexdigest()}")
    return {
        "WARC-Record-ID": f"<{record_id.urn}>",
        "WARC-Date": format_time(date),
        "WARC-Block-Digest": "sha256:" + b32encode(digest.digest()).decode(),
    }


def _write_record(writer: WARCWriter, kind: str, block: bytes, headers: dict[str, str]) -> None:
    uri = headers.get("WARC-Target-URI", "")
    writer.write_record(
        writer.create_warc_record(uri, kind, payload=BytesIO(block), length=len(block), warc_headers_dict=headers)
    )
