"""Releases from a folder, a web address and a bucket: fetched once, whole, checked, and gone on with."""

import hashlib
import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import duckdb
import fsspec
import pytest

import g7data
from g7data.addresses import AddressUnknown
from g7data.client import bring
from g7data.client.cache import cache_folder
from g7data.client.errors import (
    CacheNotWritable,
    DownloadDamaged,
    FolderTaken,
    NoSource,
    NotASource,
    SourceUnreachable,
    UnknownTable,
    UnknownVersion,
)
from g7data.release.sums import wrong_sums
from tests.support_client import VERSIONS, host, make_output


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return make_output(tmp_path_factory.mktemp("published"))


@pytest.fixture
def output(published, tmp_path):
    return shutil.copytree(published, tmp_path / "copy", symlinks=True)


@pytest.fixture
def web(output):
    with host(output) as (address, manners):
        yield address, manners


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache of its own for each test, no source, and no waiting."""
    monkeypatch.setenv("G7DATA_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("G7DATA_SOURCE", raising=False)
    monkeypatch.setattr(bring, "WAITS", (0.0, 0.0))
    return tmp_path / "cache"


def gone() -> str:
    """An address at which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def versions(source: object) -> list[str]:
    return [release.version for release in g7data.releases(source)]


def test_releases_are_listed_newest_first(output, web):
    listed = g7data.releases(output)
    assert [release.version for release in listed] == list(VERSIONS)
    assert [release.latest for release in listed] == [True, False, False]
    assert listed[0].previous == "1.0.1"
    assert listed[0].rows["documents"] == 3
    assert g7data.releases(web[0]) == g7data.releases(f"{web[0]}/") == g7data.releases(f"{web[0]}/index.json") == listed
    assert g7data.releases(f"file://{output}") == listed


def test_the_environment_names_the_source(output, monkeypatch):
    monkeypatch.setenv("G7DATA_SOURCE", str(output))
    assert versions(None) == list(VERSIONS)
    assert g7data.load("clauses").num_rows == 4


def test_an_index_of_a_newer_program_is_read(output):
    index = json.loads((output / "index.json").read_text())
    index["new"], index["releases"][0]["new"] = 1, {"a": 2}
    index["releases"].append({"version": None, "status": "failed", "reason": "x"})
    index["releases"].append({"version": "2.0.0", "status": "embargoed"})
    (output / "index.json").write_text(json.dumps(index))
    assert versions(output) == list(VERSIONS)


def test_a_folder_is_used_where_it_is(output, cache):
    assert g7data.download("1.0", output) == output / "releases" / "1.0.1"
    assert g7data.download("1.0.0", output / "releases" / "1.0.0") == output / "releases" / "1.0.0"
    assert not cache.exists()


def test_a_damaged_folder_is_told(output):
    path = output / "releases" / "1.1.0" / "clauses.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(DownloadDamaged, match=r"clauses\.parquet is not as it was published"):
        g7data.download(source=output)
    path.unlink()
    with pytest.raises(DownloadDamaged, match=r"lacks clauses\.parquet"):
        g7data.load("clauses", source=output)
    (path.parent / "SHA256SUMS").write_text("")
    with pytest.raises(DownloadDamaged, match="not the one that the index names"):
        g7data.load("documents", source=output)


def test_a_release_is_downloaded_once_and_whole(web, output):
    address, manners = web
    folder = g7data.download("1.0.0", address)
    assert wrong_sums(folder) == []
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        path.name for path in (output / "releases" / "1.0.0").iterdir()
    )
    manners.asked.clear()
    assert g7data.download("1.0.0", address) == folder
    assert manners.asked == [], "a release that is here, asked for by its number, needs no network"


def test_a_signature_comes_along(web, output):
    (output / "releases" / "1.1.0" / "SHA256SUMS.minisig").write_text("a signature\n")
    assert (g7data.download(None, web[0]) / "SHA256SUMS.minisig").read_text() == "a signature\n"
    assert not (g7data.download("1.0.0", web[0]) / "SHA256SUMS.minisig").exists()


def test_only_what_is_needed_is_fetched(web):
    address, manners = web
    assert g7data.load("clauses", "1.0", address, columns=["text"]).column_names == ["text"]
    with g7data.connect("1.0", address) as connection:
        assert connection.sql("SELECT count(*) FROM clauses").fetchall() == [(3,)]
    assert {path.rpartition("/")[2] for path in manners.of("GET")} == {
        "index.json", "SHA256SUMS", "clauses.parquet", "g7data.duckdb",
    }  # fmt: skip


def test_a_connection_only_reads(output):
    with g7data.connect(source=output) as connection, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connection.execute("DELETE FROM clauses")


@pytest.mark.parametrize("ranges", [True, False])
def test_a_download_that_breaks_off_goes_on(web, output, ranges):
    address, manners = web
    manners.ranges, manners.breaks, manners.times = ranges, 40_000, 1
    folder = g7data.download("1.0.0", address)
    assert wrong_sums(folder) == []
    asked = [line for line in manners.asked if "g7data.duckdb" in line and line.startswith("GET")]
    assert [line.rpartition(" ")[2] for line in asked][1:] == ["bytes=40000-"]


def test_what_has_come_is_kept_for_the_next_time(web, output):
    address, manners = web
    manners.breaks, manners.times = 30_000, 1
    manners.ranges = True
    whole = (output / "releases" / "1.0.0" / "g7data.duckdb").read_bytes()
    (output / "releases" / "1.0.0" / "g7data.duckdb").write_bytes(whole[:50_000])  # as if the host lost its disk then
    with pytest.raises(DownloadDamaged, match="not as published"):
        g7data.connect("1.0.0", address)
    (output / "releases" / "1.0.0" / "g7data.duckdb").write_bytes(whole)
    work = next(path for path in (cache_folder() / "releases").iterdir() if path.name.startswith("."))
    (work / "g7data.duckdb.part").write_bytes(whole[:60_000])  # as a process that was killed leaves it
    manners.asked.clear()
    g7data.connect("1.0.0", address).close()
    assert any(line.endswith("bytes=60000-") for line in manners.asked)


def test_a_part_that_is_whole_is_not_fetched_again(web, output):
    address, manners = web
    g7data.load("clauses", "1.0.0", address)
    (folder,) = [path for path in (cache_folder() / "releases").iterdir() if not path.name.startswith(".")]
    (folder / "clauses.parquet").rename(folder.with_name(f".{folder.name}") / "clauses.parquet.part")
    manners.asked.clear()
    assert g7data.load("clauses", "1.0.0", address).num_rows == 3
    assert manners.asked == []


def test_a_part_of_something_else_is_thrown_away(web):
    address, _ = web
    g7data.load("clauses", "1.0.0", address)
    (folder,) = [path for path in (cache_folder() / "releases").iterdir() if not path.name.startswith(".")]
    (folder / "clauses.parquet").unlink()
    (folder.with_name(f".{folder.name}") / "clauses.parquet.part").write_bytes(b"x" * 100)
    assert g7data.load("clauses", "1.0.0", address).num_rows == 3
    (folder / "clauses.parquet").unlink()
    (folder.with_name(f".{folder.name}") / "clauses.parquet.part").write_bytes(
        b"x" * 10_000_000
    )  # longer than the file: 416
    assert g7data.load("clauses", "1.0.0", address).num_rows == 3


def test_a_source_that_breaks_off_again_and_again_is_told(web):
    address, manners = web
    manners.breaks, manners.times = 0, 99
    with pytest.raises(SourceUnreachable, match="check the network"):
        g7data.releases(address)
    manners.times = 0
    g7data.load("clauses", "1.0.0", address)
    manners.times = 99
    with pytest.raises(SourceUnreachable, match="what has come is kept"):
        g7data.connect("1.0.0", address)


def test_what_is_not_as_published_is_fetched_twice_and_refused(web):
    address, manners = web
    manners.spoils = "clauses.parquet"
    with pytest.raises(DownloadDamaged, match="SHA-256 is not the one in SHA256SUMS"):
        g7data.load("clauses", source=address)
    assert len([path for path in manners.of("GET") if path.endswith("clauses.parquet")]) == 2
    assert g7data.load("documents", source=address).num_rows == 3
    assert list(cache_folder().rglob("clauses.parquet*")) == []


def test_sums_that_the_index_does_not_name_are_refused(web):
    address, manners = web
    manners.spoils = "SHA256SUMS"
    with pytest.raises(DownloadDamaged, match="not the one that the index names"):
        g7data.download(source=address)


def test_a_list_cannot_lead_out_of_the_folder(output):
    release = output / "releases" / "1.1.0"
    (output / "index.json").unlink()
    (release / "SHA256SUMS").write_text(f"{'0' * 64}  ../../../evil\n")
    with host(release) as (address, _), pytest.raises(DownloadDamaged, match="no name of a file"):
        g7data.download(source=address)


def test_a_file_changed_in_the_cache_is_fetched_anew(web):
    address, _ = web
    folder = g7data.download("1.0.0", address)
    (folder / "clauses.parquet").write_bytes(b"scribbled on")
    with pytest.warns(UserWarning, match="fetched anew"):
        assert g7data.load("clauses", "1.0.0", address).num_rows == 3
    assert wrong_sums(folder) == []


def test_a_file_that_was_only_touched_is_kept(web):
    address, manners = web
    folder = g7data.download("1.0.0", address)
    (folder / "clauses.parquet").touch()
    manners.asked.clear()
    g7data.download("1.0.0", address)
    assert manners.asked == []


def test_a_release_by_itself_is_a_source(output, tmp_path):
    alone = shutil.copytree(output / "releases" / "1.0.1", tmp_path / "alone")
    with host(alone) as (address, _):
        assert versions(address) == ["1.0.1"]
        assert g7data.load("clauses", source=address).num_rows == 3
        assert wrong_sums(g7data.download("1", address)) == []


def test_two_addresses_of_one_release_share_its_copy(output, web):
    folder = g7data.download("1.0.0", web[0])
    with host(output) as (mirror, manners):
        assert g7data.download("1.0.0", mirror) == folder
        assert manners.of("GET") == ["/index.json"]


def test_a_bucket_is_a_source(output):
    memory = fsspec.filesystem("memory")
    memory.put(str(output / "releases"), "/bucket/g7data/releases", recursive=True)
    memory.put(str(output / "index.json"), "/bucket/g7data/index.json")
    try:
        assert versions("memory://bucket/g7data") == list(VERSIONS)
        assert wrong_sums(g7data.download("1.0", "memory://bucket/g7data/")) == []
        with pytest.raises(NotASource, match=r"neither index\.json nor a release"):
            g7data.releases("memory://elsewhere")
    finally:
        memory.rm("/bucket", recursive=True)


def test_an_address_that_needs_a_package_says_which():
    with pytest.raises(AddressUnknown, match="not an address that fsspec knows"):
        g7data.releases("nosuch://bucket/g7data")
    code = "import sys; sys.modules['fsspec'] = None; import g7data; g7data.releases('s3://bucket/g7data')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'g7data[remote]'" in done.stderr.splitlines()[-1]


def test_without_a_source_it_is_said_how_to_name_one():
    with pytest.raises(NoSource, match=r"--source .*G7DATA_SOURCE"):
        g7data.connect()


@pytest.mark.parametrize("place", ["no-such-folder", "."])
def test_a_place_without_releases_is_told(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotASource):
        g7data.releases(place)


def test_something_else_than_an_index_is_told(output, web):
    (output / "index.json").write_text("<html>Not found</html>")
    with pytest.raises(NotASource, match="not an index"):
        g7data.releases(web[0])


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("1.0.7", "the nearest are 1.0.1 and 1.1.0"),
        ("0.9", "the nearest is 1.0.0"),
        ("2", "the nearest is 1.1.0"),
        ("newest", "the nearest are 1.1.0 and 1.0.1 and 1.0.0"),
    ],
)
def test_an_unknown_version_is_answered_with_the_nearest(output, asked, answer):
    with pytest.raises(UnknownVersion, match=answer):
        g7data.download(asked, output)


def test_a_withdrawn_version_is_told(output):
    index = json.loads((output / "index.json").read_text())
    index["releases"][0]["status"] = "withdrawn"
    (output / "index.json").write_text(json.dumps(index))
    with pytest.raises(UnknownVersion, match=r"1\.0\.0 was withdrawn; the nearest is 1\.0\.1"):
        g7data.download("1.0.0", output)


def test_latest_is_what_the_index_says(output, web):
    index = json.loads((output / "index.json").read_text())
    (output / "index.json").write_text(json.dumps({**index, "latest": "1.0.1"}))
    assert g7data.download(None, web[0]).name.startswith("1.0.1-")
    assert g7data.download("latest", output).name == "1.0.1"
    (output / "index.json").write_text(json.dumps({"latest": None, "releases": []}))
    with pytest.raises(UnknownVersion, match="no release yet"):
        g7data.download(source=output)


def test_an_unknown_table_is_answered_with_the_nearest(output):
    with pytest.raises(UnknownTable, match="did you mean 'clauses'"):
        g7data.load("clause", source=output)


def test_without_a_network_what_is_here_serves(output):
    with host(output) as (address, _):
        g7data.load("clauses", source=address)
    assert g7data.load("clauses", "1.1.0", address).num_rows == 4
    with pytest.warns(UserWarning, match="as it was when last read"):
        assert g7data.load("clauses", source=address).num_rows == 4
    with pytest.raises(SourceUnreachable, match="does not answer"):
        g7data.load("documents", "1.1.0", address)


def test_a_source_that_never_answered_is_told():
    with pytest.raises(SourceUnreachable, match="check the network and the address"):
        g7data.releases(gone())


def test_a_release_that_is_not_the_one_of_before_is_remarked_on(output, web):
    g7data.releases(web[0])
    index = json.loads((output / "index.json").read_text())
    index["releases"][0]["sha256"] = hashlib.sha256(b"other").hexdigest()
    (output / "index.json").write_text(json.dumps(index))
    with pytest.warns(UserWarning, match=r"release 1\.0\.0 .* not the one that was there before"):
        g7data.releases(web[0])


def test_a_release_goes_to_a_folder_of_ones_own(web, output, tmp_path):
    address, manners = web
    folder = tmp_path / "mine" / "g7data-1.0"
    assert g7data.download("1.0", address, folder=folder) == folder
    assert wrong_sums(folder) == []
    assert [path.name for path in folder.parent.iterdir()] == ["g7data-1.0"]
    manners.asked.clear()
    assert g7data.download("1.0.1", output, folder=folder) == folder
    with pytest.raises(FolderTaken, match=r"something else than release 1\.1\.0"):
        g7data.download("1.1", address, folder=folder)
    (folder / "clauses.parquet").unlink()
    with pytest.raises(FolderTaken, match=r"clauses\.parquet is missing"):
        g7data.download("1.0", address, folder=folder)
    copied = g7data.download("1.0", output, folder=tmp_path / "copied")
    assert wrong_sums(copied) == []


def test_a_folder_of_ones_own_is_there_only_when_it_is_whole(web, tmp_path):
    address, manners = web
    manners.spoils = "documents.parquet"
    with pytest.raises(DownloadDamaged):
        g7data.download("1.0", address, folder=tmp_path / "mine")
    assert not (tmp_path / "mine").exists()
    manners.spoils = None
    manners.asked.clear()
    assert wrong_sums(g7data.download("1.0", address, folder=tmp_path / "mine")) == []
    assert not [path for path in manners.of("GET") if path.endswith("clauses.parquet")], "what had come was kept"


def test_a_cache_that_cannot_be_written_is_told(web, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("G7DATA_CACHE", str(tmp_path / "file"))
    with pytest.raises(CacheNotWritable, match="G7DATA_CACHE"):
        g7data.download(source=web[0])


def test_the_cache_lies_where_the_system_keeps_such_things(monkeypatch):
    monkeypatch.delenv("G7DATA_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/g7data")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == Path.home() / ".cache" / "g7data"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder() == Path.home() / "Library" / "Caches" / "g7data"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert cache_folder() == Path("/local/g7data")


def test_processes_that_want_the_same_take_turns(web):
    address, manners = web
    code = f"import g7data; print(g7data.download('1.0.0', {address!r}))"
    running = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    folders = {process.communicate(timeout=60)[0].strip() for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    (folder,) = folders
    assert wrong_sums(Path(folder)) == []
    assert len([path for path in manners.of("GET") if path.endswith("g7data.duckdb")]) == 1
