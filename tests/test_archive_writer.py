"""Pages are written into WARC files that anybody can verify, and that come out the same every time."""

import gzip
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from g7data.archive.errors import InputNotFound, OutputNotWritable
from g7data.archive.folder import PageFile
from g7data.archive.warc import digest_pages, read_captures, write_resources

NOON = datetime(2024, 3, 15, 12, tzinfo=UTC)
URLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda url: url == url.strip() and not url.startswith("<")
)
TIMES = st.none() | st.datetimes(min_value=datetime(1970, 1, 2), timezones=st.just(UTC))
PAGES = st.lists(st.tuples(URLS, TIMES, st.binary()))


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<p>We, the ministers")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n\xe2\xe3\r\n\r\nWARC/1.0\r\n\r\n")
    (tmp_path / "empty.txt").write_bytes(b"")
    return [
        PageFile(tmp_path / "a.html", "https://g7.example/a?x=é", NOON, "text/html; charset=ISO-8859-1"),
        PageFile(tmp_path / "b.pdf", "https://g7.example/b", None, "application/pdf"),
        PageFile(tmp_path / "empty.txt", "file:empty.txt", None, "text/plain"),
    ]


def check(path):
    return Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all()


def test_pages_are_read_back_as_they_were_written(pages, tmp_path):
    write_resources(pages, tmp_path / "g7.warc.gz")
    read = list(read_captures(tmp_path / "g7.warc.gz"))
    assert [(p.url, p.retrieved_at) for p in read] == [(p.url, p.retrieved_at) for p in pages]
    assert [p.body for p in read] == [p.path.read_bytes() for p in pages]
    assert [(p.media_type, p.charset, p.status) for p in read] == [
        ("text/html", "iso-8859-1", None),
        ("application/pdf", None, None),
        ("text/plain", None, None),
    ]


def test_warcio_finds_nothing_wrong(pages, tmp_path):
    write_resources(pages, tmp_path / "g7.warc.gz")
    run = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", tmp_path / "g7.warc.gz"], capture_output=True, text=True
    )
    assert run.returncode == 0
    assert run.stdout.count("digest pass") == 4
    assert "fail" not in run.stdout


def test_warcio_finds_a_changed_body(pages, tmp_path):
    write_resources(pages, tmp_path / "g7.warc.gz")
    unpacked = gzip.decompress((tmp_path / "g7.warc.gz").read_bytes())
    (tmp_path / "changed.warc").write_bytes(unpacked.replace(b"ministers", b"monisters"))
    assert check(tmp_path / "g7.warc.gz") == 0
    assert check(tmp_path / "changed.warc") == 1


def test_the_same_pages_give_the_same_bytes(pages, tmp_path):
    one = write_resources(pages, tmp_path / "one.warc.gz")
    two = write_resources(pages, tmp_path / "two.warc.gz")
    assert one == two == digest_pages(pages)
    assert (tmp_path / "one.warc.gz").read_bytes() == (tmp_path / "two.warc.gz").read_bytes()


@pytest.mark.parametrize(
    "change", [{"url": "https://g7.example/c"}, {"retrieved_at": None}, {"media_type": "text/plain"}]
)
def test_the_digest_covers_all_that_is_known_of_a_page(pages, change):
    assert digest_pages([replace(pages[0], **change)]) != digest_pages(pages[:1])


def test_the_digest_covers_bodies_and_their_order(pages):
    before = digest_pages(pages)
    assert digest_pages(pages[::-1]) != before
    pages[2].path.write_bytes(b"no longer empty")
    assert digest_pages(pages) != before


def test_the_same_page_twice_is_two_records(pages, tmp_path):
    write_resources([pages[0], pages[0]], tmp_path / "g7.warc.gz")
    with (tmp_path / "g7.warc.gz").open("rb") as file:
        ids = [record.rec_headers.get_header("WARC-Record-ID") for record in ArchiveIterator(file)]
    assert len(set(ids)) == 3


def test_it_is_a_warc_1_1_file_that_begins_by_saying_who_wrote_it(pages, tmp_path):
    write_resources(pages, tmp_path / "g7.warc.gz")
    with (tmp_path / "g7.warc.gz").open("rb") as file:
        first = next(iter(ArchiveIterator(file)))
        assert (first.rec_type, first.rec_headers.protocol) == ("warcinfo", "WARC/1.1")
        assert b"software: g7data\r\n" in first.raw_stream.read()


def test_a_page_that_vanished_leaves_no_file(pages, tmp_path):
    pages[1].path.unlink()
    with pytest.raises(InputNotFound, match=r"b\.pdf"):
        write_resources(pages, tmp_path / "g7.warc.gz")
    assert not list(tmp_path.glob("*.warc.gz"))


def test_a_place_that_cannot_be_written_is_told(pages, tmp_path):
    with pytest.raises(OutputNotWritable, match=r"g7\.warc\.gz cannot be written"):
        write_resources(pages, tmp_path / "nowhere" / "g7.warc.gz")


@given(PAGES)
@settings(deadline=None)  # it writes and reads files
def test_any_pages_are_read_back_and_verified(contents):
    with TemporaryDirectory() as folder:
        files = [Path(folder, str(number)) for number in range(len(contents))]
        for file, (_, _, body) in zip(files, contents, strict=True):
            file.write_bytes(body)
        pages = [PageFile(f, url, time, "text/html") for f, (url, time, _) in zip(files, contents, strict=True)]
        target = Path(folder, "g7.warc.gz")
        write_resources(pages, target)
        assert [(p.url, p.retrieved_at, p.body) for p in read_captures(target)] == contents
        assert check(target) == 0
