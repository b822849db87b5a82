"""One capture in, one page row with one outcome out, whatever the capture is."""

import pytest

from g7data.extract.extract import extract
from g7data.extract.version import extractor_version
from tests.support_pages import TITLE, URL, WE_MET, capture, statement

SOURCE = f"{TITLE}\n\nTakasaki, Japan, April 30, 2023\n\n{WE_MET}"


def verdict(page):
    return page.page["outcome"], page.page["reason"]


def test_a_page_in_scope_is_published_with_its_document():
    page = extract(capture(SOURCE))
    assert verdict(page) == ("published", None)
    assert page.page["document_id"] == page.tables["documents"][0]["document_id"]
    assert page.rejected is None


def test_the_page_row_says_what_was_received():
    received = capture(SOURCE)
    row = extract(received).page
    assert (row["page_id"], row["sha256"], row["bytes"]) == (received.page_id, received.sha256, len(received.body))
    assert (row["url"], row["archive"], row["offset"], row["status"], row["media_type"]) == (
        URL,
        "tests.warc.gz",
        0,
        200,
        "text/plain",
    )


@pytest.mark.parametrize(
    ("received", "stage", "code"),
    [
        (capture(SOURCE, status=404), "fetch", "http_404"),
        (capture(SOURCE, status=503), "fetch", "http_503"),
        (capture(b"", "text/html"), "read", "empty"),
        (capture(b"\x89PNG", "image/png"), "read", "media_type"),
        (capture(b"<title>G7</title>", "text/html"), "read", "no_text"),
        (capture(b"%PDF-1.7 G7", "application/pdf"), "read", "broken_pdf"),
        (capture(bytes(range(256)) * 40, charset=None), "read", "encoding"),
    ],
)
def test_a_page_that_cannot_be_read_is_rejected_with_the_reason(received, stage, code):
    page = extract(received)
    assert verdict(page) == ("rejected", code)
    assert (page.rejected["page_id"], page.rejected["stage"], page.rejected["code"]) == (received.page_id, stage, code)
    assert page.rejected["message"]
    assert page.tables == {}


def test_a_page_is_read_as_what_its_bytes_show_it_to_be():
    page = extract(capture(f"<!DOCTYPE html><h1>{TITLE}</h1><p>{WE_MET}</p>", "text/plain"))
    assert page.page["media_type"] == "text/html"
    assert page.tables["documents"][0]["title"] == TITLE


def test_the_same_capture_gives_the_same_rows():
    assert extract(capture(SOURCE)) == extract(capture(SOURCE))


def test_the_id_of_a_document_comes_from_its_address_alone():
    one, other = statement(title="G7 Statement on Ships at Sea"), statement(title="G7 Statement on Cables at Sea")
    assert one.page["document_id"] == other.page["document_id"]
    assert statement(url=URL + "?utm_source=x#top").page["document_id"] == one.page["document_id"]
    assert statement(url=URL + "?id=2").page["document_id"] != one.page["document_id"]


def test_the_extractor_knows_its_own_version():
    assert len(extractor_version()) == 12
    assert int(extractor_version(), 16) >= 0


@pytest.mark.parametrize("url", ["http://[broken/x", "http://host:99999999/x", "http://host:port/x"])
def test_a_capture_under_an_address_that_is_none_is_read_all_the_same(url):
    assert extract(capture(SOURCE, url=url)).page["url"] == url
