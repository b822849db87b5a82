"""The benchmark of scale measures what it says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from g7data.archive.store import Archive
from tests.bench import scale as room
from tests.bench.contestants import ROOT
from tests.bench.crowd import changed_page, crowd
from tests.bench.setting import Setting
from tests.support_tables import Sheet, statement, write_pages

STEPS = {"extract", "assemble", "validate", "publish"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    pages = [
        statement("https://a.example/1", title="G7 Statement"),
        Sheet("https://a.example/2", "Nothing of interest."),
    ]
    (file,) = Archive(tmp_path / "archive").ingest([write_pages(tmp_path / "pages", pages)])
    return file.path


def test_a_build_is_measured_and_the_changed_page_is_a_newer_capture_of_the_same_address(
    corpus: Path, tmp_path: Path
) -> None:
    files = [*crowd(corpus, tmp_path / "crowd", 2)]
    build = room._build(tmp_path / "output", 1, [*files, changed_page(files[0], tmp_path / "changed.warc.gz")])
    assert build.rows == {"pages": 5, "documents": 2, "clauses": build.rows["clauses"]}
    assert {name for name, seconds in build.steps.items() if seconds > 0} >= STEPS
    assert 50 < build.memory < 2000
    assert min(build.shards, build.release) > 1000


def test_shares_and_steps_are_worked_out_of_what_was_measured(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times the pages take twelve times as long; refreshes take 1 s and 2 s of 60 s and of 600; two processes half the time."""
    seconds = {("output-1", 1): 5.0, ("output-2", 2): 60.0, ("output-3", 3): 600.0}
    (tmp_path / "bench").mkdir()
    asked: list[tuple[str, int]] = []

    def build(output: Path, workers: int, files: Sequence[Path]) -> room.Build:
        again = (output.name, len(files)) in asked
        asked.append((output.name, len(files)))
        clock = seconds.get(asked[-1], 2.0)
        clock = 1.0 if again else clock
        pages = {1: 10, 2: 100, 3: 1000, 4: 1001}[len(files)] if output.name.startswith("output") else 5
        steps = dict.fromkeys(STEPS, clock / workers)
        return room.Build(steps, {"pages": pages, "documents": 1, "clauses": 1}, clock, clock, 100, 1, 1)

    monkeypatch.setattr(room, "_build", build)
    monkeypatch.setattr(room, "_on_dask", lambda _, workers, files: 9.0 * len(files) / workers)
    section = room.measure(Setting(corpus, 1, tmp_path / "bench", print), (1, 2, 3), 1)
    assert section.figures() == {
        "time_per_page_tenfold": 1.2,
        "refresh_unchanged_vs_cold": round(100 / 60, 4),
        "refresh_one_page_vs_cold": round(200 / 60, 4),
        "refresh_unchanged_vs_cold_large": round(100 / 600, 4),
        "refresh_one_page_vs_cold_large": round(200 / 600, 4),
        "two_processes_speedup": 2.0,
        "two_dask_workers_speedup": 2.0,
    }
    growth, refreshes, beside = section.tables
    assert [row[0] for row in growth.rows] == ["10", "100", "1,000"]
    assert [row[0] for row in refreshes.rows] == ["cold", "nothing changed", "one page changed"] * 2
    assert [row[1] for row in refreshes.rows] == ["100", "100", "1,000", "1,000", "1,000", "1,001"]
    assert [row[-1] for row in beside.rows] == ["1.00 ×", "2.00 ×"] * 2


def test_the_page_of_the_project_holds_the_figures() -> None:
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert "\n## Scale\n" in text
    keys = (
        "time_per_page_tenfold",
        "refresh_unchanged_vs_cold",
        "refresh_one_page_vs_cold",
        "two_processes_speedup",
        "two_dask_workers_speedup",
    )
    assert {key for key in keys if f" {key} " not in text} == set()
