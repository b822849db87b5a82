"""The benchmark of releases measures what it says, on a release that is whole: here two copies of the sample pages."""

import pickle
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

import schemas
from g7data.client.differences import differences
from g7data.release.engine import engine
from g7data.release.open import row_counts
from g7data.release.publish import publish
from g7data.release.verify import verify
from tests.bench.contestants import ROOT
from tests.bench.machine import peak_memory
from tests.bench.multiplied import SEARCHED, copies_for, multiply, stage
from tests.bench.questions import ask, questions
from tests.bench.releases import measure
from tests.bench.section import Section
from tests.bench.setting import Setting
from tests.made_once import made_once
from tests.static_host import NGINX, Log, nginx

COPIES = 3
ONCE = {"sources", "accuracy"}


@pytest.fixture(scope="session")
def staging(shared: Path) -> Path:
    made = made_once(shared / "bench-pages", lambda folder: stage([str(ROOT / "tests" / "pages")], folder))
    return made / "staging"


@pytest.fixture(scope="session")
def output(staging: Path, shared: Path) -> Path:
    """Two releases of three copies each: in the second every other page, about, says something else."""

    def make(folder: Path) -> None:
        for changed in (0, 50):
            tables = multiply(staging, folder / str(changed), COPIES, changed)
            publish(tables, schemas.arrow_schemas(), folder / "output", schema_version="1")

    return made_once(shared / "bench-multiplied", make) / "output"


def releases(output: Path) -> tuple[Path, Path]:
    first, second = sorted((output / "releases").iterdir())
    return first, second


def rows_of(folder: Path) -> dict[str, int]:
    with engine(folder) as connection:
        return {path.stem: len(connection.read_parquet(str(path))) for path in folder.glob("*.parquet")}


def english(folder: Path) -> set[str]:
    """The different English texts among the documents."""
    texts = pl.read_parquet(folder / "documents.parquet").filter(pl.col("language") == "en", pl.col("words") > 20)[
        "text"
    ]
    return {*texts.drop_nulls()}


def test_every_row_stands_once_for_every_copy(staging: Path, output: Path) -> None:
    expected = {name: rows if name in ONCE else rows * COPIES for name, rows in rows_of(staging).items()}
    for release in releases(output):
        assert row_counts(release).items() >= expected.items()


def test_what_is_multiplied_is_a_whole_release_with_true_offsets(output: Path, tmp_path: Path) -> None:
    for number, release in enumerate(releases(output)):
        with engine(tmp_path / str(number)) as connection:
            findings = list(verify(connection, release))
        assert len(findings) > 5
        assert [fault for finding in findings for fault in finding.faults] == []


def test_no_copy_says_what_another_says_but_for_the_word_to_search_for(staging: Path, output: Path) -> None:
    once, copied = (english(folder) for folder in (staging, releases(output)[0]))
    assert len(copied) == COPIES * len(once) > 0
    found = [sum(SEARCHED in text.lower() for text in texts) for texts in (once, copied)]
    assert found[1] == COPIES * found[0] > 0


def test_the_second_version_differs_where_pages_say_something_else(output: Path) -> None:
    with differences(*releases(output), consecutive=False) as found:
        rows = found.connection.execute("SELECT DISTINCT column_name FROM changes WHERE table_name = 'documents'")
        changed = {column for (column,) in rows.fetchall()}
    assert {"text", "text_sha256"} <= changed <= {"text", "text_sha256", "title"}


def test_there_are_as_many_copies_as_it_takes(staging: Path) -> None:
    rows = rows_of(staging)["clauses"]
    assert [copies_for(staging, clauses) for clauses in (1, rows, rows + 1, 3 * rows)] == [1, 1, 2, 3]


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")
def test_every_way_to_ask_gives_the_same_answer_and_bytes_are_counted(output: Path, tmp_path: Path) -> None:
    release = releases(output)[1]
    with nginx(release, tmp_path / "host") as address:
        log = Log(tmp_path / "host")
        asked = [ask(question, release, address, log, 2) for question in questions(release)]
    assert len(asked) == 5
    for answers in asked:
        assert answers["file"].rows
        assert len({tuple(answer.rows) for answer in answers.values()}) == 1
        assert {len(answer.seconds) for answer in answers.values()} == {2}
        assert answers["file"].sent == (0, 0)
        assert min(answers["parquet"].sent) > 0
        assert min(answers["remote file"].sent) > 0


def test_memory_is_that_of_a_process_itself_and_not_of_the_one_that_started_it() -> None:
    held = bytearray(300 << 20)
    done = subprocess.run(
        [sys.executable, "-c", "from tests.bench.machine import peak_memory; print(peak_memory())"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert 5 < float(done.stdout) < len(held) / 2**20 < peak_memory()


@pytest.fixture(scope="session")
def section(staging: Path, shared: Path) -> Section:
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")

    def make(folder: Path) -> None:
        measured = measure(Setting(ROOT / "no-corpus", 1, folder, print), staging, clauses=1000)
        (folder / "section.pickle").write_bytes(pickle.dumps(measured))

    section = pickle.loads((made_once(shared / "bench-section", make) / "section.pickle").read_bytes())
    assert isinstance(section, Section)
    return section


def test_publishing_comparing_sizes_and_questions_are_told(section: Section) -> None:
    publishing, sizes, questions_ = section.tables
    assert [row[0].split()[0] for row in publishing.rows] == ["publish", "publish", "the", "verify"]
    assert publishing.rows[1][0].endswith(", compared with 1.0.0")
    assert all(float(row[1]) > 0 and float(row[3].replace(",", "")) > 10 for row in publishing.rows)
    assert [row[0] for row in sizes.rows][:4] == ["Parquet", "DuckDB file", "CSV", "JSON, a row a line"]
    assert len(questions_.rows) == 5
    assert section.figures().keys() == {"release_compare_vs_publish", "release_publish_memory"}


def test_the_page_of_the_project_holds_the_figures(section: Section) -> None:
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert "\n## Releases\n" in text
    assert {key for key in section.figures() if f" {key} " not in text} == set()
