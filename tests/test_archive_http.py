"""HTTP responses are taken apart and their bodies decoded, whatever servers and crawlers made of them."""

import gzip
import zlib
from io import BytesIO

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from g7data.archive.errors import BrokenRecord, RecordTooLarge
from g7data.archive.http import Response, decode_body, parse_content_type, parse_response

TEXT = b"<p>We, the G7 Digital and Tech Ministers, met on 30 April 2023 in Takasaki.</p>" * 20
LIMIT = 100_000


def decode(body, content="", transfer=""):
    return decode_body(Response(200, {"content-encoding": content, "transfer-encoding": transfer}, body), LIMIT)


def chunked(*chunks):
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


def zstd(body, writer=ZstdWriter):
    packed = BytesIO()
    with writer(packed) as stream:
        stream.write(body)
    return packed.getvalue()


def brotli(body):
    return zstd(body, BrotliWriter)


def raw_deflate(body):
    return zlib.compress(body)[2:-4]


def test_response_is_taken_apart():
    response = parse_response(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nX:  y \r\n\r\n<p>gone")
    assert response == Response(404, {"content-type": "text/html", "x": "y"}, b"<p>gone")


@pytest.mark.parametrize("status_line", [b"HTTP/1.0 200", b"HTTP/2 200", b"HTTP/1.1 200 D'accord \xe9"])
def test_every_form_of_status_line_is_read(status_line):
    assert parse_response(status_line + b"\r\n\r\nbody").status == 200


def test_headers_that_end_in_bare_line_feeds_keep_the_body():
    response = parse_response(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\nbody\r\n\r\nmore")
    assert response == Response(200, {"content-type": "text/html"}, b"body\r\n\r\nmore")


def test_headers_without_body_give_an_empty_body():
    assert parse_response(b"HTTP/1.1 204 No Content\r\nServer: x\r\n").body == b""


def test_first_of_equal_headers_wins():
    assert parse_response(b"HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\n\r\n").headers == {"a": "1"}


@pytest.mark.parametrize("block", [b"", b"<html>", b"HTTP/1.1 OK\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"])
def test_what_is_no_response_is_refused(block):
    with pytest.raises(BrokenRecord, match="HTTP status line"):
        parse_response(block)


@pytest.mark.parametrize(
    ("value", "media_type", "charset"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML;charset=UTF-8", "text/html", "utf-8"),
        ("text/html; charset='windows-1252'; x=y", "text/html", "windows-1252"),
        ("text/html, text/html", "text/html", None),
        ("; charset=x-sjis", "", "x-sjis"),
    ],
)
def test_content_type_is_taken_apart(value, media_type, charset):
    assert parse_content_type(value) == (media_type, charset)


@pytest.mark.parametrize(
    ("body", "content", "transfer"),
    [
        (TEXT, "", ""),
        (TEXT, "identity", ""),
        (gzip.compress(TEXT, mtime=0), "gzip", ""),
        (gzip.compress(TEXT, mtime=0), "X-GZIP", ""),
        (gzip.compress(TEXT[:50], mtime=0) + gzip.compress(TEXT[50:], mtime=0), "gzip", ""),
        (zlib.compress(TEXT), "deflate", ""),
        (raw_deflate(TEXT), "deflate", ""),
        (brotli(TEXT), "br", ""),
        (zstd(TEXT), "zstd", ""),
        (chunked(TEXT[:5], TEXT[5:]), "", "chunked"),
        (chunked(gzip.compress(TEXT, mtime=0)), "gzip", "chunked"),
        (brotli(gzip.compress(TEXT, mtime=0)), "gzip, br", ""),
        (b"%X ; name=value\r\n%b\r\n0\r\n\r\n" % (len(TEXT), TEXT), "", "chunked"),
    ],
)
def test_codings_are_undone(body, content, transfer):
    assert decode(body, content, transfer) == (TEXT, True)


@pytest.mark.parametrize("content", ["gzip", "deflate", "br", "zstd", "utf-8"])
def test_a_body_that_was_decoded_when_it_was_stored_stays_as_it_is(content):
    assert decode(TEXT, content) == (TEXT, True)


def test_a_body_that_was_joined_when_it_was_stored_stays_as_it_is():
    assert decode(b"\x00\x01%PDF", transfer="chunked") == (b"\x00\x01%PDF", True)


@pytest.mark.parametrize("content", ["gzip", "br", "unheard-of"])
def test_an_empty_body_needs_no_decoding(content):
    assert decode(b"", content) == (b"", True)


@pytest.mark.parametrize("cut", [30, -12, -1])
def test_a_gzip_body_that_was_cut_is_read_and_said_to_be_cut(cut):
    body, whole = decode(gzip.compress(TEXT)[:cut], "gzip")
    assert TEXT.startswith(body)
    assert not whole


def test_chunks_that_were_cut_are_read_and_said_to_be_cut():
    assert decode(chunked(TEXT[:9], TEXT[9:])[:-20], transfer="chunked") == (TEXT[:-13], False)


@pytest.mark.parametrize("content", ["gzip", "deflate", "br", "zstd", "unheard-of"])
def test_bytes_that_are_not_what_the_header_says_are_refused(content):
    with pytest.raises(BrokenRecord, match=content):
        decode(b"\x00\x01\x02 neither text nor compressed", content)


@pytest.mark.parametrize(
    ("pack", "content"), [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (brotli, "br"), (zstd, "zstd")]
)
def test_a_small_body_that_unpacks_into_a_huge_one_is_refused(pack, content):
    with pytest.raises(RecordTooLarge, match="100,000 bytes"):
        decode(pack(b"0" * (LIMIT + 1)), content)


@given(st.lists(st.binary(min_size=1)))
def test_any_chunks_are_joined(chunks):
    assert decode(chunked(*chunks), transfer="chunked") == (b"".join(chunks), True)


@given(st.binary(), st.sampled_from(["", "gzip", "deflate", "br", "zstd", "foo"]), st.sampled_from(["", "chunked"]))
def test_no_body_makes_anything_else_than_a_broken_record(body, content, transfer):
    try:
        decoded, _ = decode(body, content, transfer)
    except BrokenRecord:
        return
    assert isinstance(decoded, bytes)
