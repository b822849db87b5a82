"""Archive files are read to their end; whatever is wrong in them comes out, and nothing is lost in silence."""

import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from g7data.archive.errors import InputNotFound, InputNotReadable, NotAWarcFile, NotCompressedByRecord, RecordNotFound
from g7data.archive.reader import check_archive, read_capture_at, read_captures
from tests.archive_warcs import HTML, compress, page, read, record

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "us-dev.warc.gz"
OPEN_FILES = Path("/proc/self/fd")
INFO = record(b"software: x\r\n", kind="warcinfo", url="")
NOTE = record(b"via: x\r\n", kind="metadata")
RECORDS = [INFO, page(1), page(2, size=0), NOTE, page(3, size=900), NOTE]
LARGE = [INFO, page(1, size=80_000), page(2, size=70_000), page(3)]  # larger than any buffer on the way


def plain(*records):
    return b"".join(records)


def boundaries(pack, records):
    return {len(pack(*records[:count])) for count in range(len(records) + 1)}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "g7.warc.gz"


@pytest.mark.parametrize("pack", [plain, compress])
@pytest.mark.parametrize("records", [RECORDS, LARGE, RECORDS[:2], RECORDS[:1]])
def test_a_good_file_is_read_without_complaint(path, pack, records):
    pages, problems = read(path, pack(*records))
    assert [p.url for p in pages] == [f"https://g7.example/{n}" for n in range(1, len(pages) + 1)]
    assert len(pages) == sum(HTML in one for one in records)
    assert problems == []


@pytest.mark.parametrize("pack", [plain, compress])
def test_every_page_can_be_opened_again_at_its_offset(path, pack):
    pages, _ = read(path, pack(*LARGE))
    assert [read_capture_at(path, p.offset) for p in pages] == pages


@pytest.mark.parametrize("pack", [plain, compress])
def test_offsets_are_those_of_the_records_in_the_file(path, pack):
    pages, _ = read(path, pack(*RECORDS))
    assert [p.offset for p in pages] == [len(pack(*RECORDS[:count])) for count in (1, 2, 4)]


@pytest.mark.parametrize("tail", [b"", b"\r\n", b"\r\n\r\n"])
def test_line_ends_behind_the_last_record_are_no_damage(path, tail):
    pages, problems = read(path, plain(*RECORDS) + tail)
    assert (len(pages), problems) == (3, [])


@pytest.mark.parametrize("pack", [plain, compress])
def test_a_cut_file_gives_what_is_whole_and_then_one_problem(path, pack):
    content = pack(*RECORDS)
    whole, _ = read(path, content)
    for cut in set(range(1, len(content))) - boundaries(pack, RECORDS):
        pages, problems = read(path, content[:cut])
        assert pages == whole[: len(pages)]
        assert [problem.code for problem in problems] == ["truncated_archive"], cut
        assert sum(p.offset < problems[0].offset for p in whole) == len(pages)


@pytest.mark.parametrize("pack", [plain, compress])
def test_a_large_file_cut_at_every_97th_byte_never_raises_and_is_never_silent(path, pack):
    content = pack(*LARGE)
    for cut in range(1, len(content), 97):
        pages, problems = read(path, content[:cut])
        assert len(pages) < 3
        assert len(problems) == 1 or cut in boundaries(pack, LARGE)


def test_a_problem_says_after_how_many_records_and_at_which_byte(path):
    content = compress(*RECORDS)
    offset = len(compress(*RECORDS[:2]))
    _, (problem,) = read(path, content[: offset + 50])
    assert problem.offset == offset
    assert problem.message.startswith(f"after 2 records, at byte {offset}: the file ends before this record does")


@pytest.mark.parametrize("pack", [plain, compress])
def test_reading_goes_on_behind_a_damaged_record(path, pack):
    content = bytearray(pack(*LARGE))
    damaged, resumed = len(pack(*LARGE[:1])), len(pack(*LARGE[:2]))
    content[damaged + 3] ^= 0xFF
    content[damaged + 100] ^= 0xFF
    pages, (problem,) = read(path, bytes(content))
    assert [p.url[-1] for p in pages] == ["2", "3"]
    assert (problem.code, problem.offset) == ("broken_record", damaged)
    assert problem.message.endswith(f"reading went on at byte {resumed:,}")


def test_a_wrong_checksum_is_charged_to_its_own_record(path):
    content = bytearray(compress(*LARGE))
    content[len(compress(*LARGE[:2])) - 6] ^= 1
    pages, (problem,) = read(path, bytes(content))
    assert [p.url[-1] for p in pages] == ["2", "3"]
    assert problem.offset == len(compress(INFO))


def test_any_flipped_byte_of_a_compressed_record_is_found(path):
    content, header = compress(*RECORDS[:3]), 10
    first, second = len(compress(INFO)), len(compress(*RECORDS[:2]))
    for position in range(first + header, second):
        damaged = bytearray(content)
        damaged[position] ^= 0x55
        pages, problems = read(path, bytes(damaged))
        assert [p.url[-1] for p in pages] == ["2"]
        assert len(problems) == 1


@pytest.mark.parametrize("length", ["3", "99999", "", "ten"])
def test_a_wrong_length_costs_one_record_and_is_told(path, length):
    wrong = record(HTML + b"<p>G7", url="https://g7.example/wrong", Content_Length=length)
    pages, (problem,) = read(path, plain(INFO, wrong, page(1), page(2)))
    assert [p.url[-1] for p in pages] == ["1", "2"]
    assert (problem.code, problem.offset) == ("broken_record", len(INFO))


@pytest.mark.parametrize("pack", [plain, compress])
def test_a_file_appended_to_a_cut_one_is_read(path, pack):
    content = pack(*RECORDS)
    pages, problems = read(path, content[: len(pack(*RECORDS[:2])) - 30] + content)
    assert [p.url[-1] for p in pages] == ["1", "2", "3"]
    assert [problem.code for problem in problems] == ["broken_record"]


def test_bytes_behind_the_last_record_are_told(path):
    pages, (problem,) = read(path, compress(*RECORDS) + bytes(512))
    assert len(pages) == 3
    assert problem.offset == len(compress(*RECORDS))
    assert "not a WARC record" in problem.message


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(plain(*RECORDS), mtime=0),
        gzip.compress(plain(*LARGE), mtime=0),
        compress(INFO) + gzip.compress(plain(*RECORDS[1:]), mtime=0),
        compress(INFO, plain(page(1), page(1))),
    ],
)
def test_records_that_share_a_gzip_member_are_told_with_the_remedy(path, content):
    pages, problems = read(path, content)
    assert pages == []
    assert "warcio recompress" in problems[-1].message


@given(st.sampled_from([b"WARC/1.0\r\n", INFO, compress(INFO), compress(INFO)[:20]]), st.binary(min_size=1))
def test_any_bytes_that_follow_are_told_unless_they_are_blank(start, rest):
    with TemporaryDirectory() as folder:
        pages, problems = read(Path(folder, "g7.warc"), start + rest)
        assert pages == []
        assert problems or (start in (INFO, compress(INFO)) and not rest.strip(b"\r\n"))


@pytest.mark.parametrize("content", [b"", b"\r\n"])
def test_an_empty_file_is_told(path, content):
    pages, (problem,) = read(path, content)
    assert pages == []
    assert (problem.code, problem.offset) == ("unreadable_file", 0)
    assert "empty" in problem.message


def test_a_file_with_bare_line_feeds_is_told_and_not_lost(path):
    pages, (problem,) = read(path, plain(*RECORDS).replace(b"\r\n", b"\n"))
    assert (pages, problem.code) == ([], "truncated_archive")


@pytest.mark.parametrize("content", [b"<html>", gzip.compress(b"<html>", mtime=0)])
def test_a_file_that_is_no_warc_file_is_refused(path, content):
    path.write_bytes(content)
    with pytest.raises(NotAWarcFile, match=r"g7\.warc\.gz is not a WARC file"):
        list(read_captures(path))


def test_a_file_that_is_not_there_is_refused(path):
    with pytest.raises(InputNotFound, match="there is no file"):
        list(read_captures(path))


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(InputNotReadable, match="directory"):
        list(read_captures(tmp_path))


@pytest.mark.parametrize("content", [compress(*RECORDS), plain(*RECORDS), b"", compress(*RECORDS)[:90]])
def test_files_that_can_be_read_or_are_merely_damaged_pass_the_check(path, content):
    path.write_bytes(content)
    check_archive(path)


def test_a_file_compressed_as_one_piece_does_not_pass_the_check(path):
    path.write_bytes(gzip.compress(plain(*LARGE)))
    with pytest.raises(NotCompressedByRecord, match="warcio recompress OLD NEW"):
        check_archive(path)


@pytest.mark.parametrize("offset", [0, 1, len(compress(INFO)) + 1, 10**6])
def test_no_page_is_opened_where_none_begins(path, offset):
    path.write_bytes(compress(*RECORDS))
    with pytest.raises(RecordNotFound, match=f"g7.warc.gz at byte {offset:,}"):
        read_capture_at(path, offset)


@pytest.mark.parametrize("pack", [plain, compress])
def test_no_page_is_opened_that_is_cut(path, pack):
    path.write_bytes(pack(INFO, page(1, size=500))[:-30])
    with pytest.raises(RecordNotFound):
        read_capture_at(path, len(pack(INFO)))


def test_the_reason_why_a_page_cannot_be_opened_is_told(path):
    path.write_bytes(record(b"<html>"))
    with pytest.raises(RecordNotFound, match="HTTP status line"):
        read_capture_at(path, 0)


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="this system does not list the files that are open")
def test_files_are_closed_when_reading_stops_early(path):
    path.write_bytes(compress(*RECORDS))
    before = len(list(OPEN_FILES.iterdir()))
    pages = read_captures(path)
    next(pages)
    pages.close()
    assert len(list(OPEN_FILES.iterdir())) == before


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_the_corpus_is_read_whole():
    pages = list(read_captures(CORPUS))
    assert len(pages) == 3168
    assert {p.media_type for p in pages} == {"text/html"}
    assert len({p.page_id for p in pages}) == len(pages)
    assert read_capture_at(CORPUS, pages[-1].offset) == pages[-1]
