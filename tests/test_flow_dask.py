"""Extraction on a Dask cluster: the release is that of one process, byte for byte, whatever becomes of a worker."""

import os
import subprocess
import sys
from pathlib import Path

import dask
import fsspec
import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

import flows.build
from flows.cluster import Cluster, ClusterUnknown, ServerMissing, read_cluster
from flows.spread import ClusterFailed, extract_on
from g7data.archive.store import Archive, Stored
from tests.bench.contestants import ROOT
from tests.dask_cluster import dask_cluster
from tests.plain_flows import CORRECTIONS, without_prefect
from tests.support_tables import statement, write_pages


def archives(folder: Path, names: str) -> list[Stored]:
    """An archive file with two pages for each name."""
    inputs = [
        write_pages(folder / name, [statement(f"https://{name}.example/{n}", header=f"Takasaki, Japan, April {n}, 2023") for n in (1, 2)])
        for name in names
    ]  # fmt: skip
    return Archive(folder / "made").ingest(inputs)


def parquet(release: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(release.glob("*.parquet"))}


def test_a_worker_is_killed_and_the_release_is_that_of_one_process(
    bucket: str, prefect_api: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", prefect_api)
    files = archives(tmp_path / "inputs", "abc")
    here = write_pages(tmp_path / "here", [statement("https://d.example/1")])
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    for file in files:
        store.put_file(str(file.path), f"{bucket}/crawl/{file.name}")

    with dask_cluster(tmp_path / "cluster") as cluster:
        command = ["build", f"{bucket}/crawl", str(here), "-o", str(tmp_path / "spread"), "--dask", cluster.address]
        run = subprocess.Popen(
            [sys.executable, "-m", "flows", *command, "--shards", f"{bucket}/shared"],
            cwd=ROOT, env={**os.environ, "PREFECT_HOME": str(tmp_path / "prefect")}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        cluster.kill_when_stuck()
        printed = run.communicate(timeout=240)[0]
    assert run.returncode == 0, printed
    assert "Traceback" not in printed

    without_prefect(monkeypatch)
    inputs = [*(str(file.path) for file in files), str(here)]
    alone = flows.build.build(inputs, tmp_path / "alone", corrections=CORRECTIONS)
    assert parquet(tmp_path / "spread" / "latest") == parquet(alone.path)
    kept = {path.name for path in (tmp_path / "alone" / "archive").glob("*.warc.gz")}
    assert {path.name for path in (tmp_path / "spread" / "archive").glob("*.warc.gz")} == kept
    (put,) = store.ls(f"{bucket}/shared/archive")  # what came from the bucket was not put there a second time
    assert Path(put).name in kept - {file.name for file in files}

    monkeypatch.setattr(
        "flows.extraction.extract_archive", lambda *_: pytest.fail("a shard of the depot was made again")
    )
    inputs = [f"{bucket}/crawl", str(here)]
    again = flows.build.build(inputs, tmp_path / "again", corrections=CORRECTIONS, shards=f"{bucket}/shared")
    assert parquet(again.path) == parquet(alone.path)


def test_clusters_are_named_by_address_or_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:4200/api")
    assert read_cluster("tcp://10.0.0.5:8786") == Cluster("tcp://10.0.0.5:8786")
    assert read_cluster("local:3") == Cluster(None, 3)
    assert read_cluster("local").workers >= 1


@pytest.mark.parametrize("named", ["here", "local:many", "10.0.0.5:8786", ""])
def test_what_is_no_cluster_is_told(named: str) -> None:
    with pytest.raises(ClusterUnknown, match="local:N"):
        read_cluster(named)


def test_workers_elsewhere_need_a_server_that_they_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with pytest.raises(ServerMissing, match="PREFECT_API_URL"):
        read_cluster("tcp://10.0.0.5:8786")


def test_a_scheduler_that_does_not_answer_is_told(prefect_api: str, tmp_path: Path) -> None:
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        temporary_settings({PREFECT_API_URL: prefect_api}),
        pytest.raises(ClusterFailed, match="no Dask scheduler answers"),
    ):
        extract_on(Cluster("tcp://127.0.0.1:1"), archives(tmp_path, "a"), tmp_path / "shards", None)
