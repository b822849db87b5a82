"""Archive files are extracted one by one or several at a time: the shards are the same, and each is made once."""

import os
import time
from pathlib import Path

import pytest

import flows.extraction as room
from g7data.archive.store import Archive, Stored
from g7data.assemble.shards import SHARD_SCHEMAS
from tests.plain_flows import without_prefect
from tests.support_tables import statement, write_pages


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Stored]:
    """Three archive files with a page each; the tasks are plain functions."""
    without_prefect(monkeypatch)
    folders = [write_pages(tmp_path / name, [statement(f"https://{name}.example/1")]) for name in "abc"]
    return Archive(tmp_path / "archive").ingest(folders)


def contents(shards: list[Path]) -> list[bytes]:
    return [(shard / f"{name}.parquet").read_bytes() for shard in shards for name in SHARD_SCHEMAS]


def test_several_processes_make_the_same_shards(files: list[Stored], tmp_path: Path) -> None:
    alone = room.extract_all(files, tmp_path / "alone", 1)
    beside = room.extract_all(files, tmp_path / "beside", 2)
    assert [shard.name for shard in beside] == [shard.name for shard in alone]
    assert contents(beside) == contents(alone)


def test_what_was_extracted_is_not_extracted_again(files: list[Stored], tmp_path: Path) -> None:
    first = room.extract_all(files, tmp_path / "shards", 2)
    made = [shard.stat().st_mtime_ns for shard in first]
    time.sleep(0.01)
    assert room.extract_all(files, tmp_path / "shards", 2) == first
    assert [shard.stat().st_mtime_ns for shard in first] == made


def test_small_work_is_not_worth_a_process(
    files: list[Stored], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "extract_beside", lambda *_: pytest.fail("processes were started"))
    room.extract_all(files, tmp_path / "shards")


def test_large_work_is(files: list[Stored], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(room, "_BYTES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(room, "extract_beside", lambda _, __, workers: asked.append(workers))
    room.extract_all(files, tmp_path / "shards")
    assert asked == [2]


def end_at_once(archive: Path, digest: str, shards: Path) -> None:
    """What a process does that is killed."""
    os._exit(1)


def test_a_process_that_is_killed_is_told_and_the_next_run_goes_on(
    files: list[Stored], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(room, "write_shard", end_at_once)
        with pytest.raises(room.WorkerLost, match="run it again"):
            room.extract_all(files, tmp_path / "shards", 2)
    assert len(room.extract_all(files, tmp_path / "shards", 2)) == 3
