"""Files that are no web page: whether a PDF, a packed file or an XML file is what it is called, and all there.

Each function gives a code and a reason, or None and nothing to complain of.
"""

import re
import zlib

Complaint = tuple[str | None, str]

GZIP = b"\x1f\x8b"
UNPACKED_AT_MOST = 50_000_000  # bytes, as for any page
FINE: Complaint = (None, "")

_GZIP_WINDOW = 31  # how zlib is told that gzip is meant
_TAIL = 2048  # bytes at the end, in which a file says that it ends; some put remarks behind it
_START_OF_PDF, _END_OF_PDF = b"%PDF-", b"%%EOF"
_HEAD = 1024  # bytes at the start, in which readers of PDF look for its mark
_XML_TYPE = re.compile(r"(?:application|text)/(?:[\w.-]+\+)?xml$")
_XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|(?:urlset|sitemapindex|rss|feed|rdf:RDF)\b)")
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]*)(?=[\s/>])")


def complaint_about_pdf(body: bytes) -> Complaint:
    """What is wrong with a PDF file, as far as its two ends tell."""
    if _START_OF_PDF not in body[:_HEAD]:
        return "wrong_type", "the answer is said to be a PDF file, but does not begin like one"
    if _END_OF_PDF not in body.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        return "cut_short", "the PDF file has no end"
    return FINE


def complaint_about_packed(body: bytes) -> Complaint:
    """What is wrong with a file packed by gzip: it must hold an XML file or a text, whole, of a size that is read."""
    content = unpack(body)
    if content is None:
        return "wrong_type", f"the packed file is damaged, or holds more than {UNPACKED_AT_MOST:,} bytes"
    inside, whole = content
    if not whole:
        return "cut_short", "the packed file stops before its end"
    if b"\0" in inside[:_HEAD]:
        return "wrong_type", "the packed file holds no text"
    return complaint_about_xml(inside) if looks_like_xml("", inside) else FINE


def complaint_about_xml(body: bytes) -> Complaint:
    """What is wrong with an XML file: its first element must be closed at the end."""
    root = _ROOT.search(body)
    if root is None:
        return "wrong_type", "the answer is said to be XML, but has no element"
    closed = b"</" + root[1] in body[-_TAIL:] or body.rstrip().endswith(b"/>")
    return FINE if closed else ("cut_short", f"the element {root[1].decode('ascii', 'replace')!r} is never closed")


def looks_like_xml(media_type: str, body: bytes) -> bool:
    """Whether a body is to be read as an XML file: a sitemap or a feed."""
    return _XML_TYPE.match(media_type) is not None or _XML_START.match(body) is not None


def unpack(body: bytes) -> tuple[bytes, bool] | None:
    """What a gzip file holds, all its members, and whether it is whole; None for damage and for more than is read."""
    content, rest, whole = bytearray(), body, True
    while rest.startswith(GZIP):
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            content += member.decompress(rest, UNPACKED_AT_MOST + 1 - len(content))
        except zlib.error:
            return None
        if len(content) > UNPACKED_AT_MOST:
            return None
        rest, whole = member.unused_data, member.eof
    return bytes(content), whole
