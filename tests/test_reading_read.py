"""One door for every kind of page, and a named error for every page that cannot be read."""

import pytest

from g7data.reading import NoText, UnreadablePage, decode_page, read_page
from g7data.reading.read import media_type_of
from tests.support_reading import words


@pytest.mark.parametrize(
    ("media_type", "body", "read"),
    [
        ("text/html", b"<p>1. One</p>", ["1. One"]),
        ("application/xhtml+xml", b"<p>One</p>", ["One"]),
        ("text/plain", b"<p>1. One</p>", ["<p>1. One</p>"]),
        ("text/markdown", b"# One\n\ntwo", ["One", "two"]),
    ],
)
def test_a_page_is_read_as_what_it_is(media_type, body, read):
    assert words(read_page(body, media_type)) == read


@pytest.mark.parametrize(
    ("declared", "body", "actual"),
    [
        ("text/html", b"%PDF-1.7 ...", "application/pdf"),
        ("", b"\n%PDF-1.4", "application/pdf"),
        ("text/plain", b"  <!DOCTYPE html><p>x", "text/html"),
        ("", b"<HTML><p>x", "text/html"),
        ("application/octet-stream", b"<!doctype html>", "text/html"),
        ("text/plain", b"Text about <html>", "text/plain"),
        ("", b"Text", "text/plain"),
        ("text/markdown", b"<html>", "text/markdown"),
        ("image/png", b"\x89PNG", "image/png"),
    ],
)
def test_what_a_page_plainly_is_outdoes_what_it_was_said_to_be(declared, body, actual):
    assert media_type_of(declared, body) == actual


@pytest.mark.parametrize(
    ("body", "media_type", "code"),
    [
        (b"", "text/html", "empty"),
        (b" \r\n\t ", "text/plain", "empty"),
        (b"\x89PNG\r\n", "image/png", "media_type"),
        (b"{}", "application/json", "media_type"),
        (bytes(range(256)) * 40, "text/plain", "encoding"),
        (b"<html><head><title>Only a title</title></head></html>", "text/html", "no_text"),
        (b"<script>only()</script>", "text/html", "no_text"),
        ("\ufeff\u200b \u00a0".encode(), "text/plain", "no_text"),
        (b"%PDF-1.7 and nothing else", "application/pdf", "broken_pdf"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(body, media_type, code):
    with pytest.raises(UnreadablePage) as caught:
        read_page(body, media_type)
    assert caught.value.code == code
    assert str(caught.value)


def test_a_page_without_text_is_told_from_one_that_is_broken():
    with pytest.raises(NoText, match="no text"):
        read_page(b"<p></p>", "text/html")


def test_a_page_is_decoded_once_where_its_source_is_known():
    assert words(read_page(b"\xff\xfe ignored", "text/plain", source="The text")) == ["The text"]


def test_a_pdf_has_no_source_to_decode():
    assert decode_page(b"%PDF-1.7", "application/pdf") is None
