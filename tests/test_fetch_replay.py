"""The archive is one that others can use: warcio finds no fault in it, and pywb replays every page byte for byte."""

import gzip
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.internet.page import CODINGS
from tests.internet.replay import RegistryUnreachable, Replay, install_pywb, replay

FIRST, LATER = datetime(2026, 11, 2, 8, 0, tzinfo=UTC), datetime(2026, 11, 9, 8, 0, tzinfo=UTC)
PAGE, PACKED, GONE = (
    f"https://g7-centre.example/ict/{name}" for name in ("2023.html", "2024.html?part=1", "gone.html")
)
TEXT = "<!DOCTYPE html><title>Déclaration</title><p>We, the ministers, met.</p>".encode()
PROFILES = "http://netpreserve.org/warc/1.1/revisit/"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay of the archive must give for an address at a time."""

    url: str
    when: datetime
    status: int
    body: bytes
    media_type: str = "text/html"


@dataclass(frozen=True, slots=True)
class Archive:
    """WARC files, and what must be found in them."""

    files: tuple[Path, ...]
    captures: tuple[Replayed, ...]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Two runs, a week apart: a page that did not change, one that was sent packed, one that is gone."""
    folder = tmp_path_factory.mktemp("archive")
    files = (folder / "first.warc.gz", folder / "later.warc.gz")
    html, packed = {"Content-Type": "text/html"}, {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    with files[0].open("wb") as file:
        run = Written(WARCWriter(file, gzip=True, warc_version="1.1"), FIRST)
        page = run.exchange(PAGE, "200 OK", TEXT, html | {"ETag": '"1"'})
        pack = run.exchange(PACKED, "200 OK", CODINGS["gzip"](TEXT), packed)
        run.exchange(GONE, "200 OK", b"<p>Here.</p>", html)
    with files[1].open("wb") as file:
        run = Written(WARCWriter(file, gzip=True, warc_version="1.1"), LATER)
        run.unchanged(PAGE, page)
        run.same(PACKED, "200 OK", packed, pack)
        run.exchange(GONE, "404 Not Found", b"<p>Gone.</p>", html)
    return Archive(
        files,
        (
            *(Replayed(url, when, 200, TEXT) for url in (PAGE, PACKED) for when in (FIRST, LATER)),
            Replayed(GONE, FIRST, 200, b"<p>Here.</p>"),
            Replayed(GONE, LATER, 404, b"<p>Gone.</p>"),
        ),
    )


@dataclass(frozen=True, slots=True)
class Written:
    """Writes exchanges as records, all of one time."""

    writer: WARCWriter
    when: datetime

    def exchange(self, url: str, status: str, body: bytes, headers: dict[str, str]) -> str:
        """Write a request and its response; gives the digest of the body."""
        asked = StatusAndHeaders(f"GET {url} HTTP/1.1", [("Host", "g7-centre.example")], is_http_request=True)
        self._write("request", url, b"", asked, {})
        return self._write("response", url, body, answer(status, headers), {})

    def unchanged(self, url: str, digest: str) -> None:
        """Write that a server answered 304. The block is empty: pywb would replay a 304 that stands there as an empty page."""
        self._write("revisit", url, b"", None, self._earlier(url, digest, "server-not-modified"))

    def same(self, url: str, status: str, headers: dict[str, str], digest: str) -> None:
        """Write a response whose body is that of the first run."""
        self._write(
            "revisit", url, b"", answer(status, headers), self._earlier(url, digest, "identical-payload-digest")
        )

    @staticmethod
    def _earlier(url: str, digest: str, profile: str) -> dict[str, str]:
        return {
            "WARC-Profile": PROFILES + profile,
            "WARC-Refers-To-Target-URI": url,
            "WARC-Refers-To-Date": f"{FIRST:%Y-%m-%dT%H:%M:%SZ}",
            "WARC-Payload-Digest": digest,
        }

    def _write(self, kind: str, url: str, body: bytes, http: StatusAndHeaders | None, fields: dict[str, str]) -> str:
        record = self.writer.create_warc_record(
            url,
            kind,
            BytesIO(body),
            length=None if http else 0,
            http_headers=http,
            warc_headers_dict={"WARC-Date": f"{self.when:%Y-%m-%dT%H:%M:%SZ}"} | fields,
        )
        self.writer.write_record(record)
        return str(record.rec_headers.get_header("WARC-Payload-Digest"))


def answer(status: str, headers: dict[str, str]) -> StatusAndHeaders:
    return StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")


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


def test_pywb_replays_every_capture(archive: Archive, replayed: Replay) -> None:
    assert archive.captures
    for capture in archive.captures:
        answer = replayed.get(capture.url, capture.when)
        assert (answer.status_code, answer.content) == (capture.status, capture.body), capture
        assert answer.headers["Content-Type"].startswith(capture.media_type), capture
        assert answer.headers["Memento-Datetime"] == f"{capture.when:%a, %d %b %Y %H:%M:%S} GMT", capture


def test_pywb_does_not_know_what_was_never_fetched(replayed: Replay) -> None:
    assert replayed.get("https://g7-centre.example/never", FIRST).status_code == 404


def test_warcio_finds_no_fault(archive: Archive) -> None:
    for path in archive.files:
        checked = check(path)
        assert checked.returncode == 0, checked.stdout
        assert "no digest to check" not in checked.stdout


def test_warcio_finds_a_fault_where_there_is_one(archive: Archive, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.warc"
    wrong.write_bytes(gzip.decompress(archive.files[0].read_bytes()).replace(b"Here.", b"There"))
    assert check(wrong).returncode == 1


def check(path: Path) -> "subprocess.CompletedProcess[str]":
    """Run `warcio check`; it fails if a digest is wrong."""
    program = Path(sys.executable).with_name("warcio")
    return subprocess.run([program, "check", "-v", str(path)], capture_output=True, text=True)
