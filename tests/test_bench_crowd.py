"""The corpus in many copies: as many pages each, about the same things, under other addresses and in other words."""

from pathlib import Path

import pytest

from g7data.archive.capture import Capture
from g7data.archive.store import Archive
from g7data.archive.warc import read_captures
from tests.bench import crowd as room
from tests.support_tables import Sheet, write_pages

COMMON = "the ministers have agreed upon what must be done for people everywhere"
SHEETS = [
    Sheet(f"https://a.example/{number}", f"{COMMON} {rare} Berlin 2023")
    for number, rare in enumerate(("zebra", "quince"))
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (file,) = Archive(tmp_path / "archive").ingest([write_pages(tmp_path / "pages", SHEETS)])
    return file.path


def pages(path: Path) -> dict[str, str]:
    return {c.url: c.body.decode() for c in read_captures(path) if isinstance(c, Capture)}


def test_the_first_copy_is_the_corpus_itself(corpus: Path, tmp_path: Path) -> None:
    (copy,) = room.crowd(corpus, tmp_path / "copies", 1)
    assert pages(copy) == pages(corpus)


def test_a_copy_has_addresses_and_rare_words_of_its_own(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = pages(corpus)
    in_both = set.intersection(*({*room._WORD.findall(text.encode())} for text in original.values()))
    monkeypatch.setattr(room, "_COMMON", len(in_both))
    monkeypatch.setattr(room, "_KEPT", 0)
    copies = [pages(path) for path in room.crowd(corpus, tmp_path / "copies", 2, first=1)]
    assert [*copies[0]] == ["https://a.example/001/0", "https://a.example/001/1"]
    texts = [*original.values(), *copies[0].values(), *copies[1].values()]
    assert all(COMMON in text and "Berlin 2023" in text for text in texts)
    assert sum("zebra" in text or "quince" in text for text in texts) == 2
    assert len({*texts}) == 6
    assert {len(text) for text in copies[0].values()} == {len(text) for text in original.values()}


def test_copies_come_out_the_same_each_time(corpus: Path, tmp_path: Path) -> None:
    one, two = ([*room.crowd(corpus, tmp_path / name, 2, first=4)] for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert [path.name for path in one] == ["copy-004.warc.gz", "copy-005.warc.gz"]
