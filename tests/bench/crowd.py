"""A corpus many times as large as the one at hand: every page of it again under another address, in other words.

Copy 0 is the corpus itself. In any other copy each word that is rare in the corpus has three chances in four to be exchanged for
one that no page has; which words are exchanged differs from copy to copy. Words that are common stay, and with them what a page
is about: so there are as many pages in scope and as many values in each copy, but hardly a sentence stands in two of them. Names
and numbers stay too, so that pages of all copies tell of the same meetings and people.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.warcwriter import WARCWriter

from g7data.archive.capture import Capture
from g7data.archive.times import UNKNOWN_TIME, format_time
from g7data.archive.warc import read_captures
from g7data.archive.whole import whole_file

_WORD = re.compile(rb"(?<![\w&])[a-z]{4,}(?!\w)")
_TAG_OR_WORD = re.compile(rb"<[^>]*>|" + _WORD.pattern)
_LETTERS = bytes.maketrans(b"0123456789abcdef", b"bcdfghjklmnpqrst")
_KEPT = 64  # of 256
_GROUP = re.compile(rb"\bG-?[78]\b")
_OPENING = 500  # bytes
_COMMON = 1500
"""Words that stay: those that the most pages have."""


def crowd(corpus: Path, folder: Path, copies: int, first: int = 0) -> Iterator[Path]:
    """Write `copies` copies of a WARC file from number `first` on, each to a file of its own in `folder`, and yield the files."""
    folder.mkdir(parents=True, exist_ok=True)
    captures = [capture for capture in read_captures(corpus) if isinstance(capture, Capture)]
    common = _common(captures)
    for number in range(first, first + copies):
        yield _write(captures, folder / f"copy-{number:03d}.warc.gz", number, _exchanged(common, number))


def _common(captures: list[Capture]) -> frozenset[bytes]:
    words = ({*_WORD.findall(capture.body)} for capture in captures)
    pages = Counter(chain.from_iterable(words))
    return frozenset(word for word, _ in pages.most_common(_COMMON))


def _exchanged(common: frozenset[bytes], number: int) -> Callable[[re.Match[bytes]], bytes]:
    """What stands for a word, or for a tag, in a copy."""

    @cache
    def other(word: bytes) -> bytes:
        if word in common:
            return word
        digest = hashlib.blake2b(b"%d %s" % (number, word), digest_size=len(word) // 2).digest()
        return word if digest[0] < _KEPT else word[:2] + digest.hex().encode().translate(_LETTERS)[: len(word) - 2]

    return lambda match: match[0] if match[0].startswith(b"<") else other(match[0])


def _write(captures: list[Capture], target: Path, number: int, exchange: Callable[[re.Match[bytes]], bytes]) -> Path:
    with whole_file(target) as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for capture in captures:
            body = _moved(capture, number, _TAG_OR_WORD.sub(exchange, capture.body)) if number else capture.body
            _write_page(writer, _address(capture.url, number), capture.media_type, capture.retrieved_at, body)
    return target


def _write_page(writer: WARCWriter, url: str, media_type: str, time: datetime | None, body: bytes) -> None:
    headers = {
        "WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, url).urn}>",
        "WARC-Date": format_time(time),
        "Content-Type": media_type,
    }
    record = writer.create_warc_record(url, "resource", BytesIO(body), len(body), warc_headers_dict=headers)
    writer.write_record(record)


def _moved(capture: Capture, number: int, body: bytes) -> bytes:
    """A page whose links to its own site, not least that to itself, lead to the pages of the same copy."""
    site = f"://{urlsplit(capture.url).netloc}/".encode()
    return body.replace(site, b"%s%03d/" % (site, number))


def _address(url: str, number: int) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{number:03d}{parts.path or '/'}")) if number else url


def changed_page(copy: Path, target: Path) -> Path:
    """Write a WARC file with one page of a copy, one that opens with the group's name, as it was a day later: a word longer."""
    pages = (capture for capture in read_captures(copy) if isinstance(capture, Capture))
    page = next(page for page in pages if _GROUP.search(page.body[:_OPENING]))
    later = (page.retrieved_at or UNKNOWN_TIME) + timedelta(days=1)
    before, paragraph, after = page.body.partition(b"</p>")
    with whole_file(target) as file:
        body = before + b" Revised." + paragraph + after
        _write_page(WARCWriter(file, gzip=True, warc_version="1.1"), page.url, page.media_type, later, body)
    return target
