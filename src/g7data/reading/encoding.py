"""Bytes to text: by byte order mark, by what the server said, by what the page says of itself, by trial.

A declared encoding is believed only where the bytes decode in it. Labels are read as browsers read them
(`iso-8859-1` means windows-1252, `shift_jis` means cp932: WHATWG Encoding Standard, section 4.2).
"""

import codecs
import re
from collections.abc import Iterator
from itertools import chain

from charset_normalizer import from_bytes

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,80}encoding=["']([\w.-]+)""", re.I
)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
_DECLARATION_WITHIN = 4096  # bytes: where browsers stop looking, with room for old heads
_JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]")


class UnknownEncoding(Exception):
    """The bytes are no text in any encoding that was tried."""


def decode(body: bytes, charset: str | None = None) -> tuple[str, str]:
    """The text of `body` and the Python name of the encoding it was read in.

    `charset` is what the transport declared. Raises `UnknownEncoding` for bytes that are no text at all.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, errors="replace"), encoding
    for encoding in chain(_candidates(body, charset)):
        try:
            return body.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return _by_content(body, charset)


def _candidates(body: bytes, charset: str | None) -> Iterator[str]:
    if _JAPANESE_ESCAPE.search(body):
        yield "iso2022_jp"
    match = _DECLARED.search(body, 0, _DECLARATION_WITHIN)
    inside = (match[1] or match[2]).decode("ascii", "replace") if match else None
    for label in (charset, inside):
        encoding = _known(label)
        if encoding is not None:
            yield encoding
    yield "utf-8"


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return _AS_BROWSERS_DO.get(name, name)


def _by_content(body: bytes, charset: str | None) -> tuple[str, str]:
    """Guess from the bytes; one stray byte in a declared encoding is forgiven before another language is guessed."""
    declared = next(_candidates(body, charset))
    lenient = body.decode(declared, errors="replace")
    if lenient.count("\ufffd") * 500 <= len(lenient):
        return lenient, declared
    best = from_bytes(body[:65536]).best()
    if best is None:
        raise UnknownEncoding("no encoding fits these bytes")
    return body.decode(best.encoding, errors="replace"), best.encoding
