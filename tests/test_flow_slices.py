"""A table that is checked in slices is checked as if it were whole."""

from pathlib import Path

import polars as pl
import pytest

import flows.slices as room
import schemas

ROWS = 60


def written(path: Path, rows: pl.DataFrame) -> Path:
    """The rows as the table `participants`, in row groups of ten."""
    table = schemas.empty("participants")
    rows.select(pl.col(name).cast(kind) for name, kind in table.schema.items()).write_parquet(path, row_group_size=10)
    return path


@pytest.fixture
def participants() -> pl.DataFrame:
    rows = pl.concat([schemas.example_row("participants")] * ROWS)
    return rows.with_columns(as_written=pl.format("Delegation {}", pl.int_range(ROWS)), body_id=pl.lit(None))


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 7)


def test_slices_are_small_and_hold_every_row_in_order(participants: pl.DataFrame, tmp_path: Path) -> None:
    path = written(tmp_path / "participants.parquet", participants)
    found = [*room.slices(path)]
    assert {len(each) for each in found} <= set(range(1, 8))
    assert pl.concat(found)["as_written"].to_list() == participants["as_written"].to_list()


def test_long_texts_make_slices_smaller(
    participants: pl.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 1000)
    monkeypatch.setattr(room, "MOST_BYTES", 3000)
    long = participants.with_columns(as_written=pl.col("as_written") + ": " + pl.lit("words " * 100))
    assert max(map(len, room.slices(written(tmp_path / "participants.parquet", long)))) <= 10


@pytest.mark.parametrize("second", [1, 8, ROWS - 1])
def test_a_key_that_comes_twice_is_found_wherever_it_comes_again(
    second: int, participants: pl.DataFrame, tmp_path: Path
) -> None:
    names = participants["as_written"].to_list()
    names[second] = names[0]
    path = written(tmp_path / "participants.parquet", participants.with_columns(as_written=pl.Series(names)))
    found = [*room.checked_slices(path)]
    assert [(f.check, f.values["as_written"]) for _, failures in found for f in failures] == [
        ("key_is_unique", "Delegation 0")
    ]
    valid = pl.concat([valid for valid, _ in found])
    assert valid["as_written"].to_list() == [name for number, name in enumerate(names) if number != second]


def test_what_a_rule_wants_once_is_found_as_well(participants: pl.DataFrame, tmp_path: Path) -> None:
    bodies = [None, "oecd", *[None] * 40, "oecd", *[None] * (ROWS - 43)]
    path = written(tmp_path / "participants.parquet", participants.with_columns(body_id=pl.Series(bodies)))
    failures = [f for _, failures in room.checked_slices(path) for f in failures]
    assert [(f.check, f.values["as_written"]) for f in failures] == [("body_once_per_document", "Delegation 42")]


def test_a_key_that_comes_three_times_leaves_once(participants: pl.DataFrame, tmp_path: Path) -> None:
    again = pl.concat([participants, participants.head(1), participants.tail(30), participants.head(1)])
    found = [*room.checked_slices(written(tmp_path / "participants.parquet", again))]
    assert pl.concat([valid for valid, _ in found])["as_written"].to_list() == participants["as_written"].to_list()
    assert sum(len(failures) for _, failures in found) == len(again) - ROWS


def test_only_what_is_kept_counts(participants: pl.DataFrame, tmp_path: Path) -> None:
    again = pl.concat([participants, participants])
    path = written(tmp_path / "participants.parquet", again)
    found = [*room.checked_slices(path, lambda frame: frame.filter(pl.col("as_written") == "Delegation 3"))]
    assert [len(valid) for valid, _ in found].count(1) == 1
    assert sum(len(failures) for _, failures in found) == 1
