"""The benchmarks count what they say they count, and write it down beside its bar, met or not."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from g7data.archive.folder import read_folder
from g7data.archive.warc import read_captures, write_resources
from g7data.extract.extract import extract
from tests.bench.__main__ import BENCHMARKS, main
from tests.bench.contestants import CONTESTANTS, ROOT, Timing, bodies, measure
from tests.bench.extraction import Rounds, bars, copy_in_scope, look_at, table
from tests.bench.report import write_figures, write_page
from tests.bench.section import Bar, Section, Table, median

KEYS = {"extract_speed_vs_trafilatura", "extract_speed_vs_trafilatura_in_scope", "extract_time_vs_floor"}
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("corpus") / "samples.warc.gz"
    write_resources(
        (page for page in read_folder(ROOT / "tests" / "pages").pages if page.path.suffix == ".html"), target
    )
    return target


def section(title: str, value: float) -> Section:
    return Section(title, ("How it was measured.",), (), (Bar(title.lower(), "speed", 2, (value,)),))


def timed(seconds: dict[str, float]) -> dict[str, Timing]:
    return {name: Timing(cpu=cpu, clock=9.0, start=1.0) for name, cpu in seconds.items()}


ROUNDS: Rounds = [
    timed({"extraction": 1.0, "trafilatura": 30.0, "beautifulsoup": 8.0, "floor": 0.25}),
    timed({"extraction": 2.0, "trafilatura": 50.0, "beautifulsoup": 16.0, "floor": 0.25}),
    timed({"extraction": 1.0, "trafilatura": 15.0, "beautifulsoup": 8.0, "floor": 0.1}),
]


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    assert median([4.0, 1.0, 2.0]) == 2
    assert median([4.0, 1.0, 2.0, 3.0]) == 2.5


def test_a_ratio_is_made_of_two_runs_in_one_round_and_the_median_counts() -> None:
    figures = {bar.key: bar for bar in bars(ROUNDS, ROUNDS[:1])}
    assert figures.keys() == KEYS
    assert figures["extract_speed_vs_trafilatura"].values == (30, 25, 15)
    assert figures["extract_speed_vs_trafilatura"].value == 25
    assert figures["extract_speed_vs_trafilatura"].met
    assert figures["extract_time_vs_floor"].values == (4, 8, 10)
    assert not figures["extract_time_vs_floor"].met, "a time is held against a bar from above"


def test_a_missed_bar_stands_in_the_table_as_missed() -> None:
    assert "**not met**" in Bar("key", "speed", 2, (1.9,)).row()
    assert "met" in Bar("key", "speed", 2, (2.0,)).row()
    assert "met" in Bar("key", "time", 2, (2.0,), at_least=False).row()


def test_the_table_counts_by_the_page_and_tells_what_came_before(corpus: Path) -> None:
    look = look_at(corpus)
    rows = table("all pages", look, ROUNDS).rows
    assert [row[0] for row in rows] == ["this extraction", "trafilatura", "BeautifulSoup", "the floor"]
    assert float(rows[0][1]) == pytest.approx(1000 / look.pages, abs=0.001)
    assert rows[0][-1] == "1.0"


def test_a_table_is_set_in_columns() -> None:
    assert Table(("who", "ms"), (("the floor", "0.1"), ("x", "10"))).as_markdown() == (
        "| who       |  ms |\n| --------- | --: |\n| the floor | 0.1 |\n| x         |  10 |"
    )


@pytest.mark.parametrize("name", ["extraction", "floor"])
def test_a_contestant_is_measured_in_a_process_of_its_own(name: str, corpus: Path) -> None:
    timing = measure(name, corpus, corpus)
    assert 0 < timing.cpu < timing.start, "starting and warming up are told apart from what is measured"


def test_the_contestants_are_those_that_the_bars_name() -> None:
    assert list(CONTESTANTS) == ["extraction", "trafilatura", "beautifulsoup", "floor"]
    assert list(BENCHMARKS) == ["extraction", "fetching", "releases", "crawl", "scale", "large", "prefect"]


def test_the_pages_in_scope_are_copied_as_they_lie_in_the_corpus(corpus: Path, tmp_path: Path) -> None:
    expected = [c.body for c in read_captures(corpus) if extract(c).page["outcome"] == "published"]
    assert list(bodies(copy_in_scope(corpus, tmp_path))) == expected
    assert 0 < len(expected) < look_at(corpus).pages


def test_what_was_not_measured_this_time_stays_as_it_was(tmp_path: Path) -> None:
    page, figures = tmp_path / "benchmarks.md", tmp_path / "new" / "benchmarks.json"
    for sections in ([section("One", 1.0), section("Two", 3.0)], [section("One", 4.0)]):
        write_page(page, sections, "a machine", TODAY)
        write_figures(figures, sections)
    assert json.loads(figures.read_text(encoding="utf-8")) == {"one": 4.0, "two": 3.0}
    text = page.read_text(encoding="utf-8")
    assert text.count("\n## One\n") == text.count("\n## Two\n") == 1
    assert "4.00 ×" in text
    assert "1.00 ×" not in text
    assert text.count("Measured on 2026-11-22: a machine.") == 2


def test_without_a_corpus_it_says_what_to_do() -> None:
    done = CliRunner().invoke(main, ["--corpus", "no-such.warc.gz"])
    assert done.exit_code == 1
    assert "no-such.warc.gz" in done.output
    assert "make bench CORPUS=" in done.output


def test_the_page_of_the_project_holds_the_bars() -> None:
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert {key for key in KEYS if f" {key} " not in text} == set()
