"""Common Crawl as a source: which captures are taken, and that they come into the archive as they are, each once."""

import functools
import threading
from argparse import Namespace
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from warcio.checker import Checker

from g7data.archive.capture import Capture
from g7data.archive.reader import read_captures
from g7data.archive.store import Archive
from g7data.cli import main
from g7data.commoncrawl import pull as room
from g7data.commoncrawl.errors import CrawlNotFound, IndexNotReadable, NotReachable
from g7data.commoncrawl.index import Pointer, select
from g7data.commoncrawl.mirror import Mirror
from g7data.commoncrawl.pull import pull
from tests.crawling import catalogue, source, text
from tests.mirrored_crawl import CRAWL, FETCHED, mirror

HOST = "g7-library.example"
WANTED = [f"https://{HOST}/docs/{name}.html" for name in ("trade", "security", "seas")]
UNWANTED = (
    f"https://{HOST}/private/a.html",
    f"https://{HOST}/pictures/b.html",
    f"https://not-{HOST}/docs/c.html",
    f"https://{HOST}.zoo.example/docs/d.html",
    "https://a.example/docs/e.html",
    "https://z.example/docs/f.html",
)


def page(url: str) -> tuple[str, bytes]:
    return url, f"<html><h1>{url}</h1><p>{text('trade')}</p></html>".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A mirror with two WARC files, in which what is wanted stands among what is not."""
    one, two, three = WANTED
    return mirror(
        tmp_path / "mirror", [page(u) for u in (UNWANTED[0], one, *UNWANTED[1:3], two)], [page(u) for u in (*UNWANTED[3:], three)]
    )  # fmt: skip


def urls(archive: Path) -> list[str]:
    found = [c for path in sorted(archive.glob("*.warc.gz")) for c in read_captures(path)]
    assert all(isinstance(c, Capture) for c in found)
    return sorted(c.url for c in found)


def test_selects_the_documents_of_the_sources_and_nothing_else(folder: Path) -> None:
    pointers = list(select(Mirror(str(folder)), CRAWL, [source(HOST)]))
    assert sorted(p.url for p in pointers) == sorted(WANTED)
    assert {p.fetched for p in pointers} == {FETCHED}
    assert [(p.file, p.offset) for p in pointers] == sorted((p.file, p.offset) for p in pointers)


def test_takes_hosts_below_one_and_those_with_www(tmp_path: Path) -> None:
    below = [f"https://www.{HOST}/docs/a.html", f"https://fr.{HOST}/docs/b.html", f"https://www.fr.{HOST}/docs/c.html"]
    made = mirror(tmp_path, [page(url) for url in below])
    assert sorted(p.url for p in select(Mirror(str(made)), CRAWL, [source(HOST)])) == sorted(below)


def test_opens_only_files_of_the_index_that_may_hold_a_host(folder: Path) -> None:
    theirs = Mirror(str(folder))
    far = Path(theirs.path(theirs.index_files(CRAWL)[-1]))
    assert HOST not in [urlsplit(url).hostname for url in pq.read_table(far)["url"].to_pylist()]
    content = far.read_bytes()
    footer = int.from_bytes(content[-8:-4], "little") + 8
    far.write_bytes(b"\0" * (len(content) - footer) + content[-footer:])  # its statistics can be read, its rows cannot
    assert len(list(select(theirs, CRAWL, [source(HOST)]))) == len(WANTED)


@pytest.mark.parametrize(("kind", "status"), [("image/png", 200), ("text/html", 404)])
def test_leaves_out_what_is_no_page(tmp_path: Path, kind: str, status: int) -> None:
    made = mirror(tmp_path, [page(WANTED[0])], kind=kind, status=status)
    assert list(select(Mirror(str(made)), CRAWL, [source(HOST)])) == []


def test_records_come_into_the_archive_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    theirs = Mirror(str(folder))
    pointers = list(select(theirs, CRAWL, [source(HOST)]))
    (pulled,) = pull(theirs, CRAWL, pointers, tmp_path / "archive")
    assert urls(tmp_path / "archive") == sorted(WANTED)
    content = pulled.path.read_bytes()
    for pointer in pointers:
        record = (folder / pointer.file).read_bytes()[pointer.offset : pointer.offset + pointer.length]
        assert record in content
    (stored,) = Archive(tmp_path / "archive").ingest([tmp_path / "archive"])
    assert stored.path == pulled.path


def test_the_files_pass_warcio_check(folder: Path, tmp_path: Path) -> None:
    theirs = Mirror(str(folder))
    (pulled,) = pull(theirs, CRAWL, select(theirs, CRAWL, [source(HOST)]), tmp_path)
    checker = Checker(Namespace(inputs=[str(pulled.path)], verbose=False))
    checker.process_all()
    assert checker.exit_value == 0


def test_a_second_run_fetches_nothing(folder: Path, tmp_path: Path) -> None:
    theirs = Mirror(str(folder))
    pointers = list(select(theirs, CRAWL, [source(HOST)]))
    first = pull(theirs, CRAWL, pointers, tmp_path / "archive")
    for file in folder.rglob("*.warc.gz"):
        file.unlink()
    second = pull(theirs, CRAWL, pointers, tmp_path / "archive")
    assert [(f.path, f.records, f.new) for f in second] == [(f.path, f.records, False) for f in first]


def test_a_run_that_broke_off_goes_on_behind_the_last_whole_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "RECORDS_IN_A_FILE", 2)
    pointers = list(select(Mirror(str(folder)), CRAWL, [source(HOST)]))
    hidden = folder / pointers[2].file
    away = hidden.rename(tmp_path / "away")
    with pytest.raises(NotReachable, match="cannot be had"):
        pull(Mirror(str(folder), pause=0), CRAWL, pointers, tmp_path / "archive")
    assert len(list((tmp_path / "archive").glob("*.warc.gz"))) == 1
    assert not list((tmp_path / "archive").glob(".draft*"))
    away.rename(hidden)
    files = pull(Mirror(str(folder)), CRAWL, pointers, tmp_path / "archive")
    assert [file.new for file in files] == [False, True]
    assert urls(tmp_path / "archive") == sorted(WANTED)


def test_what_fails_at_first_is_asked_again_ever_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    theirs = Mirror(str(folder), pause=2, sleep=slept.append)
    plain, failing = theirs.filesystem.cat_ranges, iter([3, 1])

    def moody(paths: list[str], starts: list[int], ends: list[int], **options: object) -> list[object]:
        answers = list(plain(paths, starts, ends, **options))
        wrong = next(failing, 0)
        return [OSError("503, slow down") if i < wrong else answer for i, answer in enumerate(answers)]

    monkeypatch.setattr(theirs.filesystem, "cat_ranges", moody)
    pointers = list(select(Mirror(str(folder)), CRAWL, [source(HOST)]))
    asked = [(p.file, p.offset, p.offset + p.length) for p in pointers]
    assert theirs.ranges(asked) == [(folder / name).read_bytes()[start:end] for name, start, end in asked]
    assert slept == [2, 4]


@pytest.mark.parametrize(("by", "why"), [(1, "no packed record"), (0, "not one whole")])
def test_bytes_that_are_not_the_record_are_left_out_and_told(folder: Path, tmp_path: Path, by: int, why: str) -> None:
    theirs = Mirror(str(folder))
    good, bad, *_ = select(theirs, CRAWL, [source(HOST)])
    shifted = Pointer(bad.url, bad.fetched, bad.file, bad.offset + by, bad.length - 5)
    (pulled,) = pull(theirs, CRAWL, [good, shifted], tmp_path)
    assert pulled.records == 1
    assert urls(tmp_path) == [good.url]
    (told,) = pulled.damaged
    assert bad.url in told
    assert why in told


def test_a_record_of_another_address_is_left_out(folder: Path, tmp_path: Path) -> None:
    theirs = Mirror(str(folder))
    one, two, *_ = select(theirs, CRAWL, [source(HOST)])
    (pulled,) = pull(theirs, CRAWL, [Pointer(one.url, one.fetched, two.file, two.offset, two.length)], tmp_path)
    assert pulled.records == 0
    assert "another address" in pulled.damaged[0]


def test_records_that_lie_close_are_asked_for_at_once() -> None:
    at = [(0, 100), (100, 50), (40_000, 10), (40_010, 10)]
    batch = [Pointer("u", FETCHED, "a", offset, length) for offset, length in at]
    batch.append(Pointer("u", FETCHED, "b", 0, 9))
    assert [(p.file, p.start, p.end, len(p.pointers)) for p in room._pieces(batch)] == [
        ("a", 0, 150, 2), ("a", 40_000, 40_020, 2), ("b", 0, 9, 1),
    ]  # fmt: skip


def test_a_crawl_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(CrawlNotFound, match="CC-MAIN-1999-01"):
        list(select(Mirror(str(folder)), "CC-MAIN-1999-01", [source(HOST)]))


def test_an_index_that_is_damaged_is_told(folder: Path) -> None:
    theirs = Mirror(str(folder))
    Path(theirs.path(theirs.index_files(CRAWL)[0])).write_bytes(b"PAR1 and nothing else")
    with pytest.raises(IndexNotReadable, match=CRAWL):
        list(select(theirs, CRAWL, [source(HOST)]))


class _Ranges(SimpleHTTPRequestHandler):
    """Static files with ranges, as a store of objects serves them; counts what it sends of WARC files."""

    sent = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        stated = self.headers.get("Range")
        first, last = 0, len(content) - 1
        if stated:
            low, _, high = stated.removeprefix("bytes=").partition("-")
            first, last = int(low), min(int(high or last), last)
        self.send_response(206 if stated else 200)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(last - first + 1))
        if stated:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.end_headers()
        self.wfile.write(content[first : last + 1])
        if path.name.endswith(".warc.gz"):
            type(self).sent += last - first + 1

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The mirror on a web server of its own."""
    _Ranges.sent = 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Ranges, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_over_http_only_the_bytes_of_the_records_are_fetched(address: str, tmp_path: Path) -> None:
    sources = catalogue(tmp_path / "catalogue", HOST)
    done = CliRunner().invoke(
        main, ["commoncrawl", CRAWL, "--from", address, "--catalogue", str(sources), "--output", str(tmp_path / "output")]
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert f"3 captures of {CRAWL}, 3 of them fetched now" in done.output
    archive = tmp_path / "output" / "archive"
    assert urls(archive) == sorted(WANTED)
    (file,) = archive.glob("*.warc.gz")
    assert _Ranges.sent < 2 * file.stat().st_size


def test_a_mirror_that_does_not_answer_is_told(tmp_path: Path) -> None:
    sources = catalogue(tmp_path / "catalogue", HOST)
    done = CliRunner().invoke(
        main, ["commoncrawl", CRAWL, "--from", "http://127.0.0.1:9/", "--catalogue", str(sources), "-o", str(tmp_path)]
    )  # fmt: skip
    assert done.exit_code == 1
    assert "cannot be had" in done.output
