"""The archive is one that others can use: warcio finds no fault in it, and pywb replays every page byte for byte."""

import gzip
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from g7data.archive.times import parse_time
from tests.crawling import HOST, run, source, text
from tests.internet import Chunked, Internet
from tests.internet.replay import RegistryUnreachable, Replay, install_pywb, replay
from tests.internet.sites import index_page

NAMES = ("page", "packed", "plain", "chunks", "moving", "gone")
RUNS = 3


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay of the archive must give for an address at a time."""

    url: str
    when: datetime
    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Archive:
    """WARC files, what must be found in them, and the kinds of records with a status or profile that they hold."""

    files: tuple[Path, ...]
    captures: tuple[Replayed, ...]
    kinds: set[str]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Three runs of the fetcher: pages that do not change, with validators and without, packed and plain; one that changes, one that goes."""
    folder = tmp_path_factory.mktemp("archive")
    with Internet() as net, pytest.MonkeyPatch.context() as environment:
        for name, value in net.environment.items():
            environment.setenv(name, value)
        site = net.site(HOST)
        site.page("/", index_page("All", [(f"docs/{name}.html?part=1", name) for name in NAMES]))
        for name in NAMES:
            site.page(
                path(name), text(name), etag=name in ("page", "gone"), coding="gzip" if name == "packed" else None
            )
        site.trouble(path("chunks"), Chunked(200, trailer=False))  # pywb does not know trailers
        run(folder, source(HOST))
        run(folder, source(HOST))
        time.sleep(1.1)  # pywb counts in seconds
        site.page(path("moving"), text("another day"), etag=False)
        site.page(path("gone"), "<p>Gone.</p>", status=404, etag=False)
        run(folder, source(HOST))
    files = tuple(sorted((folder / "archive").glob("fetch-*.warc.gz")))
    return Archive(
        files, tuple(captures(site.url("/docs/"), files)), {kind for file in files for _, _, kind in records(file)}
    )


def path(name: str) -> str:
    """The path of a document."""
    return f"/docs/{name}.html?part=1"


def records(file: Path) -> Iterator[tuple[str, datetime, str]]:
    """Address, time and kind of each answer in a file; the kind of a revisit is that of its profile."""
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            headers = dict(record.headers.to_tuples())
            if headers["WARC-Type"] in ("response", "revisit"):
                kind = headers.get("WARC-Profile", "response").rpartition("/")[2]
                yield headers["WARC-Target-URI"], parse_time(headers["WARC-Date"]), kind


def captures(folder: str, files: tuple[Path, ...]) -> Iterator[Replayed]:
    """What must come back for each document at the time of each run."""
    for number, file in enumerate(files, 1):
        for url, when, _ in records(file):
            name = url.removeprefix(folder).removesuffix(".html?part=1")
            if name not in NAMES:
                continue
            changed = number == RUNS
            if name == "gone" and changed:
                yield Replayed(url, when, 404, b"<p>Gone.</p>")
            else:
                yield Replayed(url, when, 200, text("another day" if name == "moving" and changed else name).encode())


@pytest.fixture(scope="module")
def replayed(
    archive: Archive, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Replay]:
    """Pywb with the archive."""
    try:
        programs = install_pywb(pytestconfig.cache.mkdir("pywb"))
    except RegistryUnreachable as error:
        pytest.skip(f"pywb cannot be installed, since no registry of packages can be reached: {error}")
    with replay(programs, tmp_path_factory.mktemp("replay"), *archive.files) as running:
        yield running


def test_the_archive_holds_every_kind_of_record(archive: Archive) -> None:
    assert len(archive.files) == RUNS
    assert len(archive.captures) == RUNS * len(NAMES)
    assert archive.kinds == {"response", "server-not-modified", "identical-payload-digest"}


def test_pywb_replays_every_capture(archive: Archive, replayed: Replay) -> None:
    for capture in archive.captures:
        answer = replayed.get(capture.url, capture.when)
        assert (answer.status_code, answer.content) == (capture.status, capture.body), capture
        assert answer.headers["Content-Type"].startswith("text/html"), capture


def test_pywb_does_not_know_what_was_never_fetched(archive: Archive, replayed: Replay) -> None:
    assert replayed.get(f"https://{HOST}/docs/never.html", archive.captures[0].when).status_code == 404


def test_warcio_finds_no_fault(archive: Archive) -> None:
    for file in archive.files:
        checked = check(file)
        assert checked.returncode == 0, checked.stdout
        assert "no digest to check" not in checked.stdout


def test_warcio_finds_a_fault_where_there_is_one(archive: Archive, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.warc"
    wrong.write_bytes(gzip.decompress(archive.files[0].read_bytes()).replace(b"met on page", b"met on rage"))
    assert check(wrong).returncode == 1


def check(file: Path) -> "subprocess.CompletedProcess[str]":
    """Run `warcio check`; it fails if a digest is wrong."""
    program = Path(sys.executable).with_name("warcio")
    return subprocess.run([program, "check", "-v", str(file)], capture_output=True, text=True)
