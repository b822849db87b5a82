"""Where records end and begin is found from the bytes alone, in good files and in damaged ones."""

import gzip
from io import BytesIO

import pytest

from g7data.archive.damage import Flaw, begins_record, is_blank, is_gzip, looks_like_warc, next_record, record_end
from tests.archive_warcs import HTML, compress, page, record

PLAIN = page(1) + page(2)
PACKED = compress(page(1), page(2))
SECOND = {True: len(compress(page(1))), False: len(page(1))}


@pytest.mark.parametrize("content", [PLAIN, PACKED])
def test_a_record_ends_where_the_next_one_begins(content):
    stream = BytesIO(content)
    second = record_end(stream, 0)
    assert second == SECOND[is_gzip(stream)]
    assert begins_record(stream, second)
    assert record_end(stream, second) == len(content)


@pytest.mark.parametrize("pack", [bytes, compress])
def test_a_large_record_ends_where_it_should(pack):
    content = pack(page(1, size=300_000))
    assert record_end(BytesIO(content + b"rest"), 0) == len(content)


@pytest.mark.parametrize("content", [page(1), compress(page(1))])
def test_a_record_that_is_cut_anywhere_does_not_end(content):
    flaws = {record_end(BytesIO(content[:cut]), 0) for cut in range(1, len(content))}
    assert flaws == {Flaw.CUT}


@pytest.mark.parametrize("line_ends", [b"", b"\r\n", b"\r\n\r\n\r\n\r\n"])
def test_line_ends_too_many_or_too_few_behind_a_compressed_record_are_forgiven(line_ends):
    content = compress(page(1).removesuffix(b"\r\n\r\n") + line_ends)
    assert record_end(BytesIO(content), 0) == len(content)


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"<html>", Flaw.FOREIGN),
        (record(HTML, Content_Length="3"), Flaw.CORRUPT),
        (record(HTML, Content_Length=""), Flaw.CUT),
        (record(HTML, Content_Length="9999"), Flaw.CUT),
        (record(HTML, Content_Length="9" * 5000), Flaw.CUT),
        (record(HTML, X="x" * 70_000), Flaw.CORRUPT),
        (compress(record(HTML, Content_Length="3")), Flaw.SHARED),
        (compress(record(HTML, Content_Length="9999")), Flaw.CORRUPT),
        (compress(page(1) + page(2)), Flaw.SHARED),
        (compress(page(1))[:-8] + bytes(8), Flaw.CORRUPT),
        (compress(b"<html>"), Flaw.CORRUPT),
    ],
)
def test_what_is_wrong_with_a_record_is_told(content, flaw):
    assert record_end(BytesIO(content), 0) is flaw


@pytest.mark.parametrize("content", [PLAIN, PACKED])
def test_the_next_record_is_found_behind_damage(content):
    gzipped = is_gzip(BytesIO(content))
    assert next_record(BytesIO(content), 1, gzipped=gzipped) == SECOND[gzipped]
    assert next_record(BytesIO(content), SECOND[gzipped] + 1, gzipped=gzipped) is None


@pytest.mark.parametrize("gap", [65_520, 65_530, 65_535, 65_536, 200_000])
@pytest.mark.parametrize("gzipped", [True, False])
def test_the_next_record_is_found_wherever_the_steps_of_the_search_fall(gap, gzipped):
    content = bytes(gap) + (compress(page(1)) if gzipped else page(1))
    assert next_record(BytesIO(content), 0, gzipped=gzipped) == gap


def test_bytes_that_look_like_the_start_of_a_member_are_passed_over():
    decoys = b"\x1f\x8b\x08" + bytes(50) + gzip.compress(b"not a record", mtime=0)
    assert next_record(BytesIO(decoys + compress(page(1))), 0, gzipped=True) == len(decoys)


@pytest.mark.parametrize("content", [PLAIN, PACKED, b"\r\n" + PLAIN, PLAIN[:3], PACKED[:1], PACKED[:12], b"\r\n", b""])
def test_what_may_be_a_warc_file_is_taken_for_one(content):
    assert looks_like_warc(BytesIO(content))


def test_a_member_that_is_damaged_at_once_is_taken_for_one_of_a_warc_file():
    assert looks_like_warc(BytesIO(PACKED[:10] + bytes(range(255, 200, -1))))


@pytest.mark.parametrize(
    "content", [b"<html>", b"%PDF-1.7", b"W3C", bytes(9), gzip.compress(b"<html>", mtime=0), b"\x1f\x9d"]
)
def test_what_is_no_warc_file_is_known(content):
    assert not looks_like_warc(BytesIO(content))


@pytest.mark.parametrize(("rest", "blank"), [(b"", True), (b"\r\n\r\n", True), (b"\n", True), (b"\0", False)])
def test_only_line_ends_are_blank(rest, blank):
    assert is_blank(BytesIO(PLAIN + rest), len(PLAIN)) is blank
