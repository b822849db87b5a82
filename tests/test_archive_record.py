"""A record becomes a capture with all that is known of it, or says why it cannot."""

import gzip
from datetime import UTC, datetime

import pytest

from g7data.archive import record as record_module
from g7data.archive.capture import Capture, Unreadable
from tests.archive_warcs import HTML, read, read_one, record, sha1


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.warc"


def test_response_becomes_a_capture(path):
    assert read_one(path, record(HTML + b"<p>G7")) == Capture(
        url="https://g7.example/",
        body=b"<p>G7",
        media_type="text/html",
        charset="utf-8",
        status=200,
        retrieved_at=datetime(2024, 3, 15, 12, tzinfo=UTC),
        archive="some.warc",
        offset=0,
    )


def test_resource_is_a_page_without_status_whose_type_the_record_tells(path):
    page = read_one(path, record(b"%PDF-1.7", kind="resource", Content_Type="Application/PDF; charset=Binary"))
    assert (page.body, page.status, page.media_type, page.charset) == (b"%PDF-1.7", None, "application/pdf", "binary")


def test_codings_are_undone(path):
    body = gzip.compress(b"<p>G7")
    block = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    page = read_one(path, record(block + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)))
    assert (page.body, page.truncated) == (b"<p>G7", False)


def test_response_without_content_type_is_of_no_stated_type(path):
    page = read_one(path, record(b"HTTP/1.1 200 OK\r\n\r\n<p>G7"))
    assert (page.media_type, page.charset) == ("", None)


def test_response_is_taken_apart_even_if_the_record_does_not_say_that_it_is_http(path):
    assert read_one(path, record(HTML + b"<p>G7", Content_Type="")).body == b"<p>G7"


def test_response_of_another_protocol_is_a_page_without_status(path):
    page = read_one(path, record(b"20240315 g7.example", url="dns:g7.example", Content_Type="text/dns"))
    assert (page.body, page.status, page.media_type) == (b"20240315 g7.example", None, "text/dns")


@pytest.mark.parametrize("kind", ["warcinfo", "request", "metadata", "revisit", "conversion", "continuation"])
def test_records_that_hold_no_page_are_passed_over(path, kind):
    assert read(path, record(b"x: y\r\n", kind=kind)) == ([], [])


def test_angle_brackets_around_an_address_are_taken_off(path):
    assert read_one(path, record(HTML, url="<https://g7.example/a>")).url == "https://g7.example/a"


def test_addresses_may_hold_any_letters_and_spaces(path):
    assert read_one(path, record(HTML, url="https://g7.example/dé claration")).url == "https://g7.example/dé claration"


def test_header_names_may_be_in_any_case(path):
    content = (
        record(HTML + b"<p>G7").replace(b"WARC-Target-URI", b"warc-target-uri").replace(b"WARC-Type", b"Warc-type")
    )
    assert read_one(path, content).url == "https://g7.example/"


@pytest.mark.parametrize("date", ["1970-01-01T00:00:00Z", "yesterday", ""])
def test_a_time_that_is_not_known_is_none(path, date):
    assert read_one(path, record(HTML, WARC_Date=date)).retrieved_at is None


def test_times_keep_their_fractions(path):
    page = read_one(path, record(HTML, WARC_Date="2024-03-15T12:00:00.25Z"))
    assert page.retrieved_at == datetime(2024, 3, 15, 12, 0, 0, 250_000, tzinfo=UTC)


@pytest.mark.parametrize("headers", [{"WARC_Truncated": "length"}, {"WARC_Segment_Number": "1"}])
def test_a_body_that_the_crawler_cut_is_marked(path, headers):
    assert read_one(path, record(HTML + b"<p>G", **headers)).truncated


def test_a_body_that_the_server_cut_is_marked(path):
    block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    page = read_one(path, record(block + b"ff\r\n<p>We, the m"))
    assert (page.body, page.truncated) == (b"<p>We, the m", True)


def test_a_block_that_has_its_digest_is_believed(path):
    assert isinstance(read_one(path, record(HTML, WARC_Block_Digest=sha1(HTML))), Capture)


def test_a_block_that_does_not_have_its_digest_is_not(path):
    page = read_one(path, record(HTML + b"<p>G8", WARC_Block_Digest=sha1(HTML + b"<p>G7")))
    assert (page.code, page.url) == ("broken_record", "https://g7.example/")
    assert "WARC-Block-Digest" in page.message


def test_a_digest_that_cannot_be_checked_is_not_held_against_a_block(path):
    assert isinstance(read_one(path, record(HTML, WARC_Block_Digest="blake3:abc")), Capture)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (record(HTML, WARC_Target_URI=""), "no WARC-Target-URI"),
        (record(HTML, kind="rasponse"), "no known WARC-Type: 'rasponse'"),
        (record(HTML, WARC_Type=""), "no known WARC-Type: None"),
        (record(HTML, WARC_Date="2024\0\0\0\0"), "control characters"),
        (record(b"<html>"), "HTTP status line"),
        (record(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x00\x01\x02"), "decoded as 'br'"),
    ],
)
def test_a_broken_record_says_what_is_wrong_and_the_next_one_is_read(path, content, reason):
    (good,), (bad,) = read(path, content + record(HTML, url="https://g7.example/next"))
    assert good.url == "https://g7.example/next"
    assert (bad.code, bad.offset, bad.archive) == ("broken_record", 0, "some.warc")
    assert reason in bad.message


def test_a_record_larger_than_any_page_is_left_in_the_file(path, monkeypatch):
    monkeypatch.setattr(record_module, "MAX_BODY_BYTES", 100)
    (good,), (bad,) = read(path, record(HTML + b"x" * 100) + record(HTML + b"small"))
    assert good.body == b"small"
    assert bad == Unreadable("some.warc", 0, "too_large", bad.message, "https://g7.example/")


def test_a_body_that_unpacks_to_more_than_any_page_is_not_unpacked(path, monkeypatch):
    monkeypatch.setattr(record_module, "MAX_BODY_BYTES", 100)
    block = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"0" * 10_000)
    assert read_one(path, record(block)).code == "too_large"
