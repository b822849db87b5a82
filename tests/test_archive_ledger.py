"""A ledger keeps texts on disk: whole or not at all, whatever lies where it should be, and in little memory."""

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from g7data.archive.ledger import Ledger, LedgerUnusable


@pytest.fixture(params=["temporary", "at a path"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    return Ledger(None if request.param == "temporary" else tmp_path / "ledger")


def test_texts_are_found_under_shelf_and_key(ledger: Ledger) -> None:
    ledger.put("page", "a", "one")
    ledger.put("page", "a", "two")
    ledger.put("move", "a", "three")
    assert (ledger.get("page", "a"), ledger.get("move", "a"), ledger.get("page", "b")) == ("two", "three", None)
    ledger.remove("page", "a")
    assert (ledger.get("page", "a"), ledger.get("move", "a")) == (None, "three")
    ledger.clear()
    assert ledger.get("move", "a") is None


def test_what_is_added_is_added_once(ledger: Ledger) -> None:
    assert [ledger.add("seen", "a", "one"), ledger.add("seen", "a", "two")] == [True, False]
    assert ledger.get("seen", "a") == "one"


def test_a_shelf_is_read_and_taken_in_the_order_of_keys(ledger: Ledger) -> None:
    keys = [f"{number:04}" for number in range(1_200)]
    with ledger.changes():
        for key in reversed(keys):
            ledger.put("line", key, f"text {key}")
        ledger.put("other", "0000", "of another shelf")
    assert list(ledger.entries("line")) == [(key, f"text {key}") for key in keys]
    assert [ledger.take_first("line") for _ in range(3)] == ["text 0000", "text 0001", "text 0002"]
    assert ledger.take_first("nothing") is None


def test_a_change_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    ledger.put("page", "a", "one")

    def fail() -> None:
        with ledger.changes():
            ledger.put("page", "a", "two")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ledger.get("page", "a") == "one"


def test_a_killed_program_leaves_what_was_there(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    ledger.put("page", "a", "one")
    ledger.close()
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from g7data.archive.ledger import Ledger\n"
        "ledger = Ledger(Path(sys.argv[1]))\n"
        "with ledger.changes():\n"
        "    for number in range(60_000):\n"
        "        ledger.put('page', f'a{number}', 'two' * 200)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / "ledger")]).returncode == -9
    assert (tmp_path / "ledger-journal").exists(), "it was killed in the middle"
    assert list(Ledger(tmp_path / "ledger").entries("page")) == [("a", "one")]


def test_what_is_held_stays_as_it_was_read(tmp_path: Path) -> None:
    one, other = Ledger(tmp_path / "ledger"), Ledger(tmp_path / "ledger")
    one.put("page", "a", "one")
    with other.changes():
        other.put("page", "a", "two")
        one.hold()
        assert one.get("page", "a") == "one"
        one.close()
    assert other.get("page", "a") == "two"


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE entries (shelf, key, text)")
    file.close()


def outdated(path: Path) -> None:
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("ALTER TABLE entries ADD COLUMN more")
    file.close()


def overwritten(path: Path, at: float, what: bytes) -> None:
    content = bytearray(path.read_bytes())
    start = int(at * len(content))
    content[start : start + len(what)] = what
    path.write_bytes(content)


@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-5000]),
        lambda path: path.write_bytes(path.read_bytes()[:50]),
        lambda path: path.write_text("the notes of somebody else, and quite a few of them\n" * 100),
        lambda path: (path.unlink(), foreign(path)),
        outdated,
        *(lambda path, at=at: overwritten(path, at, b"\0" * 400) for at in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9)),
        *(lambda path, at=at: overwritten(path, at, b"\xff") for at in (0.2, 0.4, 0.6, 0.8)),
        lambda path: path.write_bytes(path.read_bytes().replace(b"text of 77", b"text of 78")),
    ],
)
def test_what_is_no_ledger_or_is_not_whole_is_begun_anew(tmp_path: Path, harm: object) -> None:
    path = tmp_path / "ledger"
    entries = [(f"{number:03}", f"text of {number}" + "." * 80) for number in range(300)]
    ledger = Ledger(path)
    with ledger.changes():
        for key, text in entries:
            ledger.put("page", key, text)
    ledger.close()
    harm(path)  # type: ignore[operator]
    again = Ledger(path)
    assert list(again.entries("page")) in ([], entries), "all, where only room that is not used was harmed"
    again.put("page", "new", "text")
    assert again.get("page", "new") == "text"


def test_of_bytes_that_were_changed_nothing_is_believed(tmp_path: Path) -> None:
    path, chance = tmp_path / "ledger", random.Random(3)
    entries = [(f"{number:03}", f"text of {number}" + "." * 80) for number in range(200)]
    ledger = Ledger(path)
    with ledger.changes():
        for key, text in entries:
            ledger.put("page", key, text)
    ledger.close()
    whole = path.read_bytes()
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 3, 50))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        ledger = Ledger(path)
        assert list(ledger.entries("page")) in ([], entries)
        ledger.close()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "ledger").mkdir()
    with pytest.raises(LedgerUnusable, match=r"cannot be kept in .*ledger: unable to open"):
        Ledger(tmp_path / "ledger")


def test_a_ledger_that_another_program_is_writing_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("g7data.archive.ledger._PATIENCE", 0.1)
    one, other = Ledger(tmp_path / "ledger"), Ledger(tmp_path / "ledger")
    with one.changes():
        one.put("page", "a", "one")
        with pytest.raises(LedgerUnusable, match="locked"):
            other.put("page", "a", "two")
    assert other.get("page", "a") == "one"
