"""Runs that are killed (SIGKILL) in the middle of any step: the next one ends with the result of an unbroken one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import flows.build
from tests.bench.contestants import ROOT
from tests.crawling import catalogue, put_up
from tests.internet import Internet
from tests.killed_flows import POINTS
from tests.made_once import made_once
from tests.plain_flows import without_prefect
from tests.support_tables import LONG, statement, write_pages

HOST = "g7-library.example"


@pytest.fixture(scope="session")
def outputs(shared: Path) -> Path:
    """An output folder for each step in which a run was killed, and one of an unbroken run."""

    def make(folder: Path) -> None:
        for name in "ab":
            write_pages(
                folder / "pages" / name, [statement(f"https://{name}.example/{n}", f"{LONG} {n}") for n in (1, 2)]
            )
        with Internet() as net:
            put_up(net.site(HOST), "security", "trade", "seas")
            sources = catalogue(folder / "catalogue", HOST)
            done = subprocess.run(
                [sys.executable, "-m", "tests.killed_flows", str(sources), str(folder), str(folder / "pages")],
                cwd=ROOT, env=os.environ | net.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=300,
            )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(shared / "killed", make)


def parquet(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((output / "latest").glob("*.parquet"))}


@pytest.mark.parametrize("step", POINTS)
def test_a_build_that_was_killed_is_made_good_by_the_next(outputs: Path, step: str) -> None:
    assert parquet(outputs / step) == parquet(outputs / "unbroken")
    assert [path.name for path in (outputs / step / "releases").iterdir()] == ["1.0.0"]
    left = {path.name for folder in ("archive", "shards", ".") for path in (outputs / step / folder).iterdir()}
    assert left == {
        path.name for folder in ("archive", "shards", ".") for path in (outputs / "unbroken" / folder).iterdir()
    }


def test_a_refresh_that_was_killed_while_fetching_is_made_good_by_the_next(
    outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = outputs / "fetch"
    assert len(list((output / "archive").glob("fetch-*.warc.gz"))) == 2, (
        "one file of the run that was killed, one of the next"
    )
    documents = pq.read_table(output / "latest" / "documents.parquet").to_pylist()
    assert sorted(str(row["url"]) for row in documents) == sorted(
        f"https://{HOST}/docs/{name}.html" for name in ("security", "trade", "seas")
    )
    without_prefect(monkeypatch)
    archive = shutil.copytree(output / "archive", tmp_path / "at-once" / "archive")
    flows.build.build([str(archive)], tmp_path / "at-once")
    assert parquet(tmp_path / "at-once") == parquet(output)
