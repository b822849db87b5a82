"""One WARC record to one capture: the page that lies in it, or the reason why it cannot be read.

A record is believed only if its block has the digest that was noted when it was written. Digests under names that
FastWARC does not know are left alone: what cannot be checked is not held against a record.
"""

import re
from datetime import datetime
from typing import NamedTuple

from fastwarc.warc import WarcRecord

from g7data.archive.capture import Capture, Unreadable
from g7data.archive.errors import BrokenRecord, RecordTooLarge
from g7data.archive.exchanges import REASON, VERDICT
from g7data.archive.http import decode_body, parse_content_type, parse_response
from g7data.archive.times import UNKNOWN_TIME, parse_time

MAX_BODY_BYTES = 50 * 1024 * 1024
_DIGESTS = ("md5", "sha1", "sha256", "sha512")
_CUT_BY_CRAWLER = {"warc-truncated", "warc-segment-number"}
_WITHOUT_PAGE = ("warcinfo", "request", "metadata", "revisit", "conversion", "continuation")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

Headers = dict[str, str]


class _Page(NamedTuple):
    """What the block of a record holds."""

    body: bytes
    content_type: str
    status: int | None
    whole: bool


def read_page(record: WarcRecord, archive: str) -> Capture | Unreadable | None:
    """Read the page in a record at which a FastWARC iterator stands (opened with `parse_http=False`).

    Gives None for the records that hold no page. A record of a type that WARC 1.1 does not know is `Unreadable`.
    """
    headers = {name.lower(): value for name, value in record.headers.to_tuples()}
    if headers.get("warc-type") in _WITHOUT_PAGE:
        return None
    try:
        return _read_capture(record, headers, archive)
    except BrokenRecord as error:
        return Unreadable(archive, record.stream_pos, error.code, str(error), _target_uri(headers) or None)


def _read_capture(record: WarcRecord, headers: Headers, archive: str) -> Capture:
    page = _open_block(_read_block(record, headers), headers)
    media_type, charset = parse_content_type(page.content_type)
    return Capture(
        url=_target_uri(headers),
        body=page.body,
        media_type=media_type,
        charset=charset,
        status=page.status,
        retrieved_at=_retrieved_at(headers),
        archive=archive,
        offset=record.stream_pos,
        truncated=not page.whole or not _CUT_BY_CRAWLER.isdisjoint(headers),
        verdict=headers.get(VERDICT.lower()),
        verdict_reason=headers.get(REASON.lower(), ""),
    )


def _read_block(record: WarcRecord, headers: Headers) -> bytes:
    """Read what stands behind the WARC headers, having made sure that it is the block of a page, whole and bearable."""
    if headers.get("warc-type") not in ("response", "resource"):
        raise BrokenRecord(f"the record is of no known WARC-Type: {headers.get('warc-type')!r}")
    if not _target_uri(headers):
        raise BrokenRecord("the record has no WARC-Target-URI")
    if _CONTROL.search("".join(headers.values())):
        raise BrokenRecord("the WARC headers hold control characters: their bytes are damaged")
    if record.content_length > MAX_BODY_BYTES:
        raise RecordTooLarge(f"the record is {record.content_length:,} bytes long, more than {MAX_BODY_BYTES:,}")
    try:
        _check_digest(record, headers)
        return record.reader.read()
    except OSError as error:
        raise BrokenRecord(f"the record cannot be unpacked: {error}") from error


def _check_digest(record: WarcRecord, headers: Headers) -> None:
    algorithm, _, value = headers.get("warc-block-digest", "").partition(":")
    if value and algorithm.lower() in _DIGESTS and not record.verify_block_digest():
        raise BrokenRecord("the record is not what was written: its block does not have its WARC-Block-Digest")


def _open_block(block: bytes, headers: Headers) -> _Page:
    """Take an HTTP response apart; the block of any other record is the page itself."""
    content_type = headers.get("content-type", "")
    is_http = content_type.lower().startswith("application/http") or block.startswith(b"HTTP/")
    if headers["warc-type"] == "resource" or not is_http:
        return _Page(block, content_type, None, whole=True)
    response = parse_response(block)
    body, whole = decode_body(response, MAX_BODY_BYTES)
    return _Page(body, response.headers.get("content-type", ""), response.status, whole)


def _target_uri(headers: Headers) -> str:
    """Give the address of a record, without the angle brackets that wget 1.19 and WARC 1.0 put around it."""
    uri = headers.get("warc-target-uri", "")
    return uri[1:-1] if uri.startswith("<") and uri.endswith(">") else uri


def _retrieved_at(headers: Headers) -> datetime | None:
    try:
        time = parse_time(headers.get("warc-date", ""))
    except ValueError:
        return None
    return None if time == UNKNOWN_TIME else time
