"""What is remembered follows from the archive alone: the ledger beside it changes nothing, whatever becomes of it."""

import os
import sqlite3
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from g7data.archive import visits
from g7data.archive.exchanges import Earlier, RunFile
from g7data.archive.ledger import Ledger
from g7data.archive.visits import Visit
from g7data.fetch import frontier, memory
from g7data.fetch.frontier import Frontier, Task
from g7data.fetch.known import Known
from g7data.fetch.memory import LEDGER, Memory, note, remembered
from tests.crawling import HOST, source
from tests.test_archive_exchanges import exchange

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
MANY = 4_000


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of two runs: of three pages, one changes and one is gone."""
    keep(tmp_path, 1, {"a": b"<p>We met.</p>", "b": b"<p>We met.</p>", "c": b"<p>We met.</p>"})
    keep(tmp_path, 2, {"a": b"<p>We met again.</p>", "c": None})
    return tmp_path


def keep(folder: Path, day: int, pages: dict[str, bytes | None]) -> Path:
    """A run in which these pages came; None is for one that is not there."""
    file = RunFile(folder, NOW.replace(day=day))
    for name, body in pages.items():
        file.add(exchange(name, body or b"", 200 if body else 404), {} if body else {"G7data-Verdict": "http_404"})
    file.finish(NOW.replace(day=day), source(HOST).source_id)
    return file.close()


def told(folder: Path) -> list[Known]:
    """All that is known."""
    with remembered(folder, [source(HOST)], NOW) as known:
        return list(known.pages())


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The archive files that are gone through."""
    names: list[str] = []

    def counted(path: Path) -> object:
        names.append(path.name)
        return visits.read_visits(path)

    monkeypatch.setattr(memory, "read_visits", counted)
    return names


def test_an_archive_file_is_gone_through_once(archive: Path, read: list[str]) -> None:
    before = told(archive)
    assert [(page.url[-6:], page.gone) for page in before] == [("a.html", False), ("b.html", False), ("c.html", True)]
    assert len(read) == 2
    assert told(archive) == before
    assert len(read) == 2
    third = keep(archive, 3, {"d": b"<p>We met.</p>"})
    assert [page.url[-6:] for page in told(archive)] == ["a.html", "b.html", "c.html", "d.html"]
    assert read[2:] == [third.name]


@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        lambda path: path.write_bytes(path.read_bytes()[:-2000]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("the notes of somebody else"),
        lambda path: path.write_bytes(path.read_bytes().replace(b"2026-11-02", b"2026-10-02")),
    ],
)
def test_a_ledger_that_is_lost_or_harmed_is_made_anew(
    archive: Path, read: list[str], harm: Callable[[Path], object]
) -> None:
    before = told(archive)
    harm(archive / LEDGER)
    assert told(archive) == before
    assert len(read) == 4


def test_a_ledger_of_another_archive_is_made_anew(archive: Path, read: list[str], tmp_path: Path) -> None:
    before = told(archive)
    other = tmp_path / "other"
    keep(other, 1, {"x": b"<p>We met.</p>"})
    told(other)
    (archive / LEDGER).write_bytes((other / LEDGER).read_bytes())
    assert told(archive) == before
    assert len(read) == 5


def test_a_ledger_made_by_other_code_is_made_anew(
    archive: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(archive)
    ledger = Ledger(archive / LEDGER)
    for page in before:  # as older code may have understood it
        ledger.put("page", page.url, "something else")
    ledger.close()
    monkeypatch.setattr(memory, "_code", lambda: "other code")
    assert told(archive) == before
    assert len(read) == 4


def test_where_an_archive_file_was_changed_or_taken_away_all_is_read_anew(archive: Path, read: list[str]) -> None:
    before = told(archive)
    first = min(archive.glob("fetch-*.warc.gz"))
    os.utime(first, (0, 0))
    assert told(archive) == before
    assert len(read) == 4
    first.unlink()
    assert [page.url[-6:] for page in told(archive)] == ["a.html", "c.html"]


def test_an_archive_in_which_nothing_can_be_written_is_read_each_time(archive: Path, read: list[str]) -> None:
    before = told(archive)
    (archive / LEDGER).unlink()
    (archive / LEDGER).mkdir()
    assert told(archive) == before
    assert told(archive) == before
    assert len(read) == 6


def test_a_ledger_that_another_program_is_writing_is_not_waited_for_long(
    archive: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(archive)
    monkeypatch.setattr("g7data.archive.ledger._PATIENCE", 0.1)
    other = sqlite3.connect(archive / LEDGER, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert told(archive) == before
    other.close()
    assert len(read) == 4


def test_no_ledger_is_written_where_nothing_was_fetched(tmp_path: Path) -> None:
    assert told(tmp_path) == []
    assert told(tmp_path / "nowhere") == []
    assert not list(tmp_path.iterdir())


def test_a_run_that_breaks_off_while_it_reads_leaves_the_ledger_as_it_was(
    archive: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(archive)
    keep(archive, 3, {"d": b"<p>We met.</p>"})

    def broken(path: Path) -> object:
        yield from list(visits.read_visits(path))[:1]
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(memory, "read_visits", broken)
        with pytest.raises(KeyboardInterrupt):
            told(archive)
    after = told(archive)
    assert after[:3] == before
    assert len(after) == 4


def know(count: int) -> None:
    """Take as many pages into account, asked one after the other, and go through them."""
    ledger = Ledger()
    for number in range(count):
        url = f"https://{HOST}/docs/{number:06}.html"
        note(ledger, Visit("response", url, NOW, "fetch.warc.gz", number, 200, digest=f"sha256:{number:052}"))
    known = Memory(ledger, [source(HOST)], NOW)
    assert sum(1 for _ in known.pages()) == count


def line_up(count: int) -> None:
    """Line as many pages up."""
    lined = Frontier(lambda: (), lambda _site: None)
    told = source(HOST)
    for number in range(count):
        assert lined.add(Task(f"https://{HOST}/docs/{number:06}.html", "document", told))
    assert lined.waiting(HOST) == count


@pytest.mark.parametrize("work", [know, line_up])
def test_pages_take_next_to_no_memory(work: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (memory, frontier):  # not measured: the addresses that were made alike last, of which some are kept
        monkeypatch.setattr(module, "canonical_url", lambda url: url)
    work(MANY)
    growth = peak(work, 2 * MANY) - peak(work, MANY)
    assert growth / MANY < 16, "bytes a page"


def peak(work: Callable[[int], None], count: int) -> int:
    """The most bytes that Python held at once."""
    tracemalloc.start()
    try:
        work(count)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_revisit_is_known_from_the_archive(tmp_path: Path) -> None:
    keep(tmp_path, 1, {"a": b"<p>We met.</p>"})
    file = RunFile(tmp_path, NOW)
    first = exchange("a")
    file.add(exchange("a", status=304), {}, Earlier(first.url, NOW, first.digest))
    file.close()
    (page,) = told(tmp_path)
    assert (page.last.kind, page.good and page.good.kind) == ("revisit", "response")
