"""The pages of a WARC file, as a server would serve them again."""

from collections.abc import Iterator
from functools import partial

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader

from tests.internet.page import Page, make_page

_MADE_ANEW = {"content-length", "transfer-encoding", "connection", "keep-alive", "date"}


def read_warc(path: str, *, etags: bool) -> Iterator[tuple[str, Page]]:
    """Give the address and the page of each response and resource; with `etags` a page that had no validator gets one."""
    with open(path, "rb") as file:  # noqa: PTH123 (warcio wants a file)
        for record in ArchiveIterator(file):
            url = record.rec_headers.get_header("WARC-Target-URI")
            if not (url or "").startswith(("http://", "https://")):
                continue
            if record.rec_type == "resource":
                media_type = record.rec_headers.get_header("Content-Type")
                yield url, make_page(record.raw_stream.read(), media_type, charset=None, etag=etags)
            elif record.rec_type == "response" and record.http_headers is not None:
                yield url, _response(record, etags)


def _response(record, etags: bool) -> Page:  # type: ignore[no-untyped-def]
    http = record.http_headers
    chunked = (http.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body = b"".join(iter(partial(stream.read, 1 << 16), b""))
    page = Page(body, tuple((k, v) for k, v in http.headers if k.lower() not in _MADE_ANEW), int(http.get_statuscode()))
    if page.header("content-encoding") == "gzip" and not body.startswith(b"\x1f\x8b"):
        page = page.with_headers({"Content-Encoding": None})  # decoded when it was stored
    if etags and page.header("etag") is None and page.header("last-modified") is None:
        return page.with_headers({"ETag": make_page(body).header("etag")})
    return page
