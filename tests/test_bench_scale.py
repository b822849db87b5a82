"""The benchmark of scale measures what it says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from g7data.archive.store import Archive
from tests.bench import beside, builds
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
    build = builds.build(tmp_path / "output", 1, [*files, changed_page(files[0], tmp_path / "changed.warc.gz")])
    assert build.rows == {"pages": 5, "documents": 2, "clauses": build.rows["clauses"]}
    assert {name for name, seconds in build.steps.items() if seconds > 0} >= STEPS
    assert 50 < build.memory < 2000
    assert min(build.shards, build.release) > 1000


def test_shares_and_steps_are_worked_out_of_what_was_measured(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of builds of 60 s and 600 s refreshes take 1 s, and 2, 4 and 3 s with a page more changed each time; two workers take half the time."""
    cold = {("output-1", 1): 5.0, ("output-2", 2): 60.0, ("output-3", 3): 600.0}
    changed = {("output-2", 3): 2.0, ("output-2", 4): 4.0, ("output-2", 5): 3.0}
    (tmp_path / "bench").mkdir()
    asked: list[tuple[str, int]] = []

    def build(output: Path, workers: int, files: Sequence[Path]) -> builds.Build:
        again = (output.name, len(files)) in asked
        asked.append((output.name, len(files)))
        output.mkdir(exist_ok=True)
        clock = 1.0 if again else {**cold, **changed}.get(asked[-1], 6.0)
        pages = {1: 10, 2: 100}.get(len(files), 997 + len(files)) if output.name.startswith("output") else 5
        steps = dict.fromkeys(STEPS, clock / workers)
        return builds.Build(steps, {"pages": pages, "documents": 1, "clauses": 1}, clock, clock, 100, 1, 1)

    def on_dask(folder: Path, workers: int, files: Sequence[Path]) -> float:
        folder.mkdir()
        return 9.0 * len(files) / workers

    monkeypatch.setattr(builds, "build", build)
    monkeypatch.setattr(beside, "_on_dask", on_dask)
    section = room.measure(Setting(corpus, 3, tmp_path / "bench", print), (1, 2, 3), 1)
    assert section.figures() == {
        "time_per_page_tenfold": 1.2,
        "refresh_unchanged_vs_cold": round(100 / 60, 4),
        "refresh_one_page_vs_cold": round(300 / 60, 4),
        "refresh_unchanged_vs_cold_large": round(100 / 600, 4),
        "refresh_one_page_vs_cold_large": round(600 / 600, 4),
        "two_processes_speedup": 2.0,
        "two_dask_workers_speedup": 2.0,
    }
    growth, refreshes, workers = section.tables
    assert [row[0] for row in growth.rows] == ["10", "100", "1,000"]
    assert [row[0] for row in refreshes.rows] == ["cold", "nothing changed", "one page changed"] * 2
    assert [row[-2] for row in refreshes.rows] == ["60.00", "1.00", "3.00", "600.00", "1.00", "6.00"]
    assert [row[1] for row in workers.rows] == ["1.0", "0.5", "9.0", "4.5"]


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
