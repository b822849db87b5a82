"""The file of a run: what is in it after a kill, on a full disk and under damage, and what is known from it."""

import gzip
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from g7data.archive.errors import OutputNotWritable
from g7data.archive.exchanges import OPEN, VERDICT, Earlier, Exchange, RunFile, close_leftovers
from g7data.archive.visits import Visit, read_visits, run_files

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
URL = "https://g7-library.example/docs/{}.html"


def exchange(name: str, body: bytes = b"<p>We met.</p>", status: int = 200) -> Exchange:
    """An exchange about a page of this name."""
    request = f"GET /docs/{name}.html HTTP/1.1\r\nHost: g7-library.example\r\n\r\n".encode()
    response = f'HTTP/1.1 {status} Some\r\nETag: "{name}"\r\n\r\n'.encode() + (b"" if status == 304 else body)
    return Exchange(URL.format(name), NOW, request, response, status, {"etag": f'"{name}"'})


@pytest.fixture
def file(tmp_path: Path) -> RunFile:
    """A file that is written to."""
    return RunFile(tmp_path, NOW)


def visits(folder: Path) -> list[Visit]:
    """All visits of an archive."""
    return [visit for path in run_files(folder) for visit in read_visits(path)]


def told(folder: Path) -> list[tuple[str, str, int | None, str | None]]:
    """What the archive tells, without times and digests."""
    return [(v.kind, v.url.rpartition("/")[2], v.status, v.verdict) for v in visits(folder)]


def test_what_was_written_is_what_is_known(tmp_path: Path, file: RunFile) -> None:
    first = exchange("a")
    file.add(first, {})
    earlier = Earlier(first.url, NOW, first.digest)
    file.add(exchange("a", status=304), {}, earlier)
    file.add(first, {}, earlier)
    file.add(exchange("b", status=404), {VERDICT: "http_404"})
    file.note(URL.format("c"), NOW, "timed_out", "it was\r\nslow")
    file.finish(NOW, "library")
    path = file.close()
    assert told(tmp_path) == [
        ("response", "a.html", 200, None),
        ("revisit", "a.html", 304, None),
        ("revisit", "a.html", 200, None),
        ("response", "b.html", 404, "http_404"),
        ("failure", "c.html", None, "timed_out"),
        ("finished", "library", None, None),
    ]
    assert [v.reason for v in visits(tmp_path) if v.kind == "failure"] == ["it was slow"]
    assert [v.etag for v in visits(tmp_path) if v.kind == "response"] == ['"a"', '"b"']
    assert not path.stat().st_mode & 0o222


def test_files_that_somebody_brought_are_no_runs(tmp_path: Path, file: RunFile) -> None:
    file.add(exchange("a"), {})
    path = file.close()
    (tmp_path / "fetch-2024-0123456789ab.warc.gz").write_bytes(path.read_bytes())
    assert len(visits(tmp_path)) == 1


@pytest.mark.parametrize("cut", [1, 5, 40, 200])
def test_what_a_killed_run_left_is_cut_behind_its_last_whole_record(tmp_path: Path, file: RunFile, cut: int) -> None:
    for name in "abc":
        file.add(exchange(name), {})
    left = file.path.read_bytes()[:-cut]
    file.close().unlink()
    (tmp_path / f"fetch-20261102T080000000000Z-01234567.warc.gz{OPEN}").write_bytes(left)
    closed = close_leftovers(tmp_path)
    assert [path.suffix for path in closed] == [".gz"]
    assert told(tmp_path) == [("response", f"{name}.html", 200, None) for name in "ab"]
    assert gzip.decompress(closed[0].read_bytes()).endswith(b"\r\n\r\n")


@pytest.mark.parametrize("left", [b"", b"\x1f\x8b\x08", b"nothing of ours"])
def test_a_file_without_a_whole_record_is_removed(tmp_path: Path, left: bytes) -> None:
    (tmp_path / f"fetch-20261102T080000000000Z-01234567.warc.gz{OPEN}").write_bytes(left)
    assert close_leftovers(tmp_path) == []
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("where", ["middle", "header", "end"])
def test_of_a_damaged_record_nothing_is_believed_and_reading_goes_on_behind_it(
    tmp_path: Path, file: RunFile, where: str
) -> None:
    ends = [file.path.stat().st_size]
    for name in "abc":
        file.add(exchange(name, os.urandom(3000)), {})
        ends.append(file.path.stat().st_size)
    path = file.close()
    damaged = bytearray(path.read_bytes())
    at = {"middle": (ends[1] + ends[2]) // 2 + 500, "header": ends[1] + 2, "end": ends[2] - 6}[where]
    damaged[at : at + 4] = bytes(255 - byte for byte in damaged[at : at + 4])
    path.chmod(0o644)
    path.write_bytes(damaged)
    assert [name for _, name, _, _ in told(tmp_path)] == (
        ["a.html", "b.html", "c.html"] if where == "header" else ["a.html", "c.html"]
    )


def test_a_full_disk_is_told_and_leaves_only_whole_records(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from tests.test_archive_exchanges import *\n"
        "file = RunFile(Path(sys.argv[1]), NOW)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try:\n"
        "    for name in 'abcdefgh':\n"
        "        file.add(exchange(name, os.urandom(2000)), {})\n"
        "except OutputNotWritable as error:\n"
        "    print(error)\n"
        "file.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "cannot be written: File too large" in done.stdout
    assert 1 <= len(visits(tmp_path)) < 8
    path = next(tmp_path.glob("fetch-*.warc.gz"))
    checked = subprocess.run([Path(sys.executable).with_name("warcio"), "check", str(path)], capture_output=True)
    assert checked.returncode == 0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable, match="cannot be written"):
        RunFile(tmp_path / "file" / "archive", NOW)
