"""The same pages and the same code give the same release, on any machine and in any order of work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from g7data.release.duck import DATABASE
from g7data.release.sums import SUMS, read_sums

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "LANG": "C", "TZ": "Asia/Kolkata"}
"""Another machine: another hash seed, no UTF-8, another time zone."""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second release of the same pages, built in another process, on one core, from files that came in another order."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "pages").mkdir()
    for path in sorted((ROOT / "tests" / "pages").iterdir(), reverse=True):
        shutil.copyfile(path, folder / "pages" / path.name)
    command = [sys.executable, "-m", "flows", "build", str(folder / "pages"), "--output", str(folder / "output")]
    environment = {**os.environ, **ELSEWHERE, "PREFECT_HOME": str(folder / "prefect")}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300, preexec_fn=_one_core
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return (folder / "output" / "latest").resolve()


def _one_core() -> None:
    """Leave the process one core, and so DuckDB one thread, where the system can do so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def test_every_file_but_the_database_is_the_same_byte_for_byte(sample_release: Path, elsewhere: Path) -> None:
    here, there = read_sums(sample_release), read_sums(elsewhere)
    assert len(here) > 15
    assert {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)} <= {DATABASE}


def test_the_database_has_the_same_content(sample_release: Path, elsewhere: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{sample_release / DATABASE}' AS here (READ_ONLY)")
        connection.execute(f"ATTACH '{elsewhere / DATABASE}' AS there (READ_ONLY)")
        catalogue = "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE database_name = '{}' ORDER BY ALL"
        here, there = (connection.sql(catalogue.format(name)).fetchall() for name in ("here", "there"))
        assert here == there
        for table in sorted({name for name, *_ in here}):
            assert (
                connection.sql(f'FROM here."{table}"').fetchall() == connection.sql(f'FROM there."{table}"').fetchall()
            )


def test_what_was_compared_is_a_whole_release(sample_release: Path) -> None:
    assert (sample_release / SUMS).is_file()
    assert pq.read_metadata(sample_release / "clauses.parquet").num_rows > 100
