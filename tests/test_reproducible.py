"""The same pages and the same code give the same release, on any machine and in any order of work."""

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from g7data.release.duck import DATABASE
from g7data.release.sums import SUMS, read_sums
from tests.archive_warcs import HTML, compress, record
from tests.plain_flows import build_in_turn

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests" / "pages"
ELSEWHERE = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "LANG": "C", "TZ": "Asia/Kolkata"}
"""Another machine: another hash seed, no UTF-8, another time zone."""
IN_THE_FOLDER = (
    "1978-leaders-declaration-bonn.txt",
    "2022-gender-declaration-berlin.html",
    "2023-digital-annex-3-takasaki.html",
)
CRAWLED = ("2021-trade-readout-virtual.html", "2024-digital-dichiarazione-verona-trento.html")
TWICE = "2022-gender-declaration-berlin.html"
"""A page that the folder and the crawl have of one address and one moment, in different words."""
VERSIONS = ("1.0.0", "1.1.0")


@dataclass(frozen=True)
class Elsewhere:
    """What another process has built: the release of the sample pages, and two releases in turn that were built here too."""

    release: Path
    releases: Path
    releases_here: Path


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """The same pages once more, on one core, from files and inputs that came in another order."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "pages").mkdir()
    for path in sorted(PAGES.iterdir(), reverse=True):
        shutil.copyfile(path, folder / "pages" / path.name)
    crawl = _write_crawl(folder / "crawl.warc.gz")
    before = _write_folder(folder / "before" / "pages", IN_THE_FOLDER)
    after = _write_folder(folder / "after" / "pages", IN_THE_FOLDER[1:])
    _change(after / IN_THE_FOLDER[-1], b"We will also share what we learn.")
    build_in_turn((folder / "here", (str(pages), str(crawl))) for pages in (before, after))
    builds = [
        (folder / "output", [folder / "pages"]),
        *((folder / "there", [crawl, pages]) for pages in (before, after)),
    ]
    _build_elsewhere(builds)
    release = (folder / "output" / "latest").resolve()
    return Elsewhere(release, folder / "there" / "releases", folder / "here" / "releases")


def _build_elsewhere(builds: Iterable[tuple[Path, Sequence[Path]]]) -> None:
    arguments = [part for output, inputs in builds for part in (str(output), os.pathsep.join(map(str, inputs)))]
    done = subprocess.run(
        [sys.executable, "-m", "tests.plain_flows", *arguments], cwd=ROOT, env={**os.environ, **ELSEWHERE},
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=300, preexec_fn=_one_core,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def _one_core() -> None:
    """Leave the process one core, and so DuckDB one thread, where the system can do so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _notes() -> dict[str, dict[str, str]]:
    """What `pages.csv` of the sample pages says, by file."""
    with (PAGES / "pages.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def _write_folder(folder: Path, names: Sequence[str]) -> Path:
    folder.mkdir(parents=True)
    rows = [_notes()[name] for name in names]
    with (folder / "pages.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    for name in names:
        shutil.copyfile(PAGES / name, folder / name)
    return folder


def _write_crawl(path: Path) -> Path:
    """Write a WARC file with pages of its own, one that the folder has too, an answer that is no page, and a broken end."""
    notes = _notes()
    pages = {name: (PAGES / name).read_bytes() for name in (*CRAWLED, TWICE)}
    pages[TWICE] = _with(pages[TWICE], b"Once more, in other words.")
    records = [
        record(HTML + content, url=notes[name]["url"], WARC_Date=notes[name]["retrieved_at"]) for name, content in pages.items()
    ]  # fmt: skip
    records.append(record(b"HTTP/1.1 404 Not Found\r\n\r\n", url="https://g7-centre.example/none"))
    path.write_bytes(compress(*records) + compress(record(HTML + b"<p>Cut off" * 50))[:-20])
    return path


def _change(page: Path, sentence: bytes) -> None:
    page.write_bytes(_with(page.read_bytes(), sentence))


def _with(page: bytes, sentence: bytes) -> bytes:
    assert page.count(b"</body>") == 1
    return page.replace(b"</body>", b"<p>" + sentence + b"</p></body>")


def differing(here: Path, there: Path) -> set[str]:
    """The files that are not the same in two releases."""
    sums, other = read_sums(here), read_sums(there)
    assert len(sums) > 15
    return {name for name in sums.keys() | other.keys() if sums.get(name) != other.get(name)}


def assert_same_content(here: Path, there: Path) -> None:
    """Two DuckDB files have the same tables, columns, comments and rows, in the same order."""
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{here / DATABASE}' AS here (READ_ONLY)")
        connection.execute(f"ATTACH '{there / DATABASE}' AS there (READ_ONLY)")
        catalogue = "SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns() WHERE database_name = '{}' ORDER BY ALL"
        ours, theirs = (connection.sql(catalogue.format(name)).fetchall() for name in ("here", "there"))
        assert ours == theirs
        for schema, table in sorted({(schema, name) for schema, name, *_ in ours}):
            one, other = (
                connection.sql(f'FROM {place}."{schema}"."{table}"').fetchall() for place in ("here", "there")
            )
            assert one == other


def test_every_file_but_the_database_is_the_same_byte_for_byte(sample_release: Path, elsewhere: Elsewhere) -> None:
    assert differing(sample_release, elsewhere.release) <= {DATABASE}


def test_the_database_has_the_same_content(sample_release: Path, elsewhere: Elsewhere) -> None:
    assert_same_content(sample_release, elsewhere.release)


@pytest.mark.parametrize("version", VERSIONS)
def test_so_it_is_with_several_inputs_in_any_order_and_with_the_release_after(
    elsewhere: Elsewhere, version: str
) -> None:
    here, there = elsewhere.releases_here / version, elsewhere.releases / version
    assert differing(here, there) <= {DATABASE}
    assert_same_content(here, there)


def test_what_was_compared_holds_what_could_come_out_of_order(elsewhere: Elsewhere) -> None:
    here = elsewhere.releases_here
    first, second = (here / version for version in VERSIONS)
    assert [path.name for path in sorted(here.glob("[0-9]*"))] == list(VERSIONS)
    pages = pq.read_table(first / "pages.parquet")
    assert len(set(pages["archive"].to_pylist())) == 2
    assert sorted(pages["outcome"].to_pylist()) == ["published"] * 5 + ["rejected", "superseded"]
    assert sorted(pq.read_table(first / "rejected.parquet")["code"].to_pylist()) == ["http_404", "truncated_archive"]
    changes = pq.read_table(second / "changes.parquet")
    assert {"added", "removed", "changed"} == set(changes["change"].to_pylist())
    assert set(changes["cause"].to_pylist()) == {"source"}


def test_what_was_compared_is_a_whole_release(sample_release: Path) -> None:
    assert (sample_release / SUMS).is_file()
    assert pq.read_metadata(sample_release / "clauses.parquet").num_rows > 100
