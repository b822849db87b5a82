"""What machines share: files and folders at an address, inputs that lie elsewhere, and the work that is done beside them."""

import json
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest

import g7data.depot.origins as origins
import g7data.depot.work as room
from flows.extraction import extract_all
from g7data.archive.errors import InputNotFound, NothingToRead
from g7data.archive.store import Archive, Stored
from g7data.assemble.shards import shard_folder, write_shard
from g7data.depot.depot import Depot, bring_file
from g7data.depot.errors import DepotRefused, ExtractorDiffers, FileDiffers
from g7data.depot.noted import Noted
from g7data.depot.origin import Origin
from g7data.depot.origins import bring_inputs, find_origins, is_address, still_at
from g7data.depot.work import Job, clear_drafts, make_shard
from tests.plain_flows import without_prefect
from tests.support_tables import statement, write_pages


@pytest.fixture(params=["file", "memory"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place."""
    return f"file://{tmp_path}/elsewhere" if request.param == "file" else f"memory://{tmp_path}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    for name in "ab":
        (tmp_path / "folder" / name).write_text(name * 100)
    return tmp_path / "folder"


@pytest.fixture
def file(tmp_path: Path) -> Stored:
    """An archive file with one page."""
    (stored,) = Archive(tmp_path / "archive").ingest(
        [write_pages(tmp_path / "pages", [statement("https://a.example/1")])]
    )
    return stored


def job(file: Stored, shards: Path, depot: str | None) -> Job:
    shard = shard_folder(shards, file.sha256).name
    return Job(
        file.name, file.sha256, str(file.path) if depot is None else f"file://{file.path}", shard, str(shards), depot
    )


def contents(shard: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(shard.iterdir())]


def put(address: str, name: str, content: bytes) -> None:
    files, root = fsspec.core.url_to_fs(address)
    files.makedirs(root, exist_ok=True)
    files.pipe_file(f"{root}/{name}", content)


class TestADepot:
    def test_gives_a_folder_back_as_it_was_put(self, address: str, folder: Path, tmp_path: Path) -> None:
        depot = Depot(address)
        assert not depot.has_folder("shards/x")
        depot.put_folder(folder, "shards/x")
        assert depot.has_folder("shards/x")
        depot.bring_folder("shards/x", tmp_path / "brought")
        assert {p.name: p.read_text() for p in (tmp_path / "brought").iterdir()} == {"a": "a" * 100, "b": "b" * 100}

    @pytest.mark.parametrize("name", ["../escaped", "/tmp/escaped", "deeper/a", ".."])
    def test_a_list_cannot_name_a_file_outside_its_folder(
        self, name: str, address: str, folder: Path, tmp_path: Path
    ) -> None:
        depot = Depot(address)
        depot.put_folder(folder, "shards/x")
        put(address, "shards/x/whole.json", json.dumps({name: "0" * 64}).encode())
        with pytest.raises(FileDiffers, match="which is no name of a file in it"):
            depot.bring_folder("shards/x", tmp_path / "deep" / "brought")
        assert not [*tmp_path.rglob("escaped")]

    def test_a_folder_whose_list_did_not_arrive_is_not_there(self, address: str, folder: Path) -> None:
        depot = Depot(address)
        for name in "ab":
            depot.put_file(folder / name, f"shards/x/{name}")
        assert not depot.has_folder("shards/x")

    def test_what_is_damaged_there_never_becomes_a_folder_here(
        self, address: str, folder: Path, tmp_path: Path
    ) -> None:
        depot = Depot(address)
        depot.put_folder(folder, "shards/x")
        put(f"{address}/shards/x", "b", b"c" * 100)
        with pytest.raises(FileDiffers, match="shards/x/b"):
            depot.bring_folder("shards/x", tmp_path / "brought")
        assert not (tmp_path / "brought").exists()

    def test_a_file_of_another_size_is_another(self, address: str, folder: Path) -> None:
        depot = Depot(address)
        depot.put_file(folder / "a", "archive/a")
        assert depot.has_file("archive/a", 100)
        assert not depot.has_file("archive/a", 99)
        assert not depot.has_file("archive/b", 100)

    def test_what_is_not_there_is_told_with_its_address(self, address: str, tmp_path: Path) -> None:
        with pytest.raises(DepotRefused, match="archive/none was refused"):
            bring_file(f"{address}/archive/none", tmp_path / "none")


class TestInputsElsewhere:
    def test_come_into_the_archive_once(
        self, address: str, file: Stored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(f"{address}/crawl", "one.warc.gz", file.path.read_bytes())
        put(f"{address}/crawl", "notes.txt", b"no page")
        archive = tmp_path / "output" / "archive"
        (archive / ".incoming").mkdir(parents=True)  # as a run leaves it that was killed
        (archive / ".incoming" / "half.warc.gz").touch()
        (brought,) = bring_inputs([f"{address}/crawl"], archive)
        assert Path(brought).read_bytes() == file.path.read_bytes()
        assert sorted(p.name for p in archive.glob("*") if not p.name.startswith(".")) == [Path(brought).name]
        assert not (archive / ".incoming").exists()
        monkeypatch.setattr(origins, "bring_file", lambda *_: pytest.fail("it was brought again"))
        assert list(bring_inputs([f"{address}/crawl/one.warc.gz", "pages"], archive)) == [brought, "pages"]

    def test_are_known_by_their_origin_as_long_as_it_is_as_it_was(
        self, address: str, file: Stored, tmp_path: Path
    ) -> None:
        put(address, "one.warc.gz", file.path.read_bytes())
        (brought,) = bring_inputs([address], tmp_path)
        origin = Noted(tmp_path).origin_of(Path(brought).name)
        assert origin is not None
        assert still_at(origin)
        bring_file(origin.address, tmp_path / "same", file.sha256)
        put(address, "one.warc.gz", b"something else")
        assert not still_at(origin)

    def test_are_noted_line_by_line(self, tmp_path: Path) -> None:
        first, changed = Origin("s3://b/one.warc.gz", "1 a"), Origin("s3://b/one.warc.gz", "2 b")
        noted = Noted(tmp_path)
        noted.note(first, "first.warc.gz")
        noted.note(Origin("s3://b/two.warc.gz", ""), "two.warc.gz")
        (file,) = tmp_path.iterdir()
        with file.open("a") as lines:
            lines.write('{"address": "s3://b/thr')  # as a run leaves it that was killed
        again = Noted(tmp_path)
        again.note(changed, "changed.warc.gz")
        for each in (again, Noted(tmp_path)):
            assert each.name_of(changed) == "changed.warc.gz"
            assert each.name_of(first) is None, "another file is there by now"
            assert each.origin_of("first.warc.gz") == first
            assert each.name_of(Origin("s3://b/two.warc.gz", "")) is None, "nobody can tell whether it is the same"
            assert each.origin_of("another.warc.gz") is None

    def test_nothing_there_is_told(self, address: str) -> None:
        with pytest.raises(InputNotFound, match="there is nothing"):
            find_origins(f"{address}/nothing")
        put(f"{address}/pages", "a.html", b"<p>G7")
        with pytest.raises(NothingToRead, match="no WARC file"):
            find_origins(f"{address}/pages")

    def test_paths_are_no_addresses(self) -> None:
        assert [is_address(each) for each in ("s3://b/c", "file:///a", "pages", "./a:b")] == [True, True, False, False]


class TestTheWork:
    def test_makes_the_same_shard_wherever_it_is_done(self, file: Stored, address: str, tmp_path: Path) -> None:
        alone = write_shard(file.path, file.sha256, tmp_path / "alone")
        make_shard(job(file, tmp_path / "shards", None))
        assert contents(tmp_path / "shards" / alone.name) == contents(alone)
        make_shard(job(file, tmp_path / "unused", address))
        Depot(address).bring_folder(f"shards/{alone.name}", tmp_path / "brought")
        assert contents(tmp_path / "brought") == contents(alone)
        assert not (tmp_path / "unused").exists()

    def test_is_done_once(self, file: Stored, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        jobs = [job(file, tmp_path / "shards", None), job(file, tmp_path / "shards", address)]
        for each in jobs:
            make_shard(each)
        monkeypatch.setattr(room, "write_shard", lambda *_: pytest.fail("it was made again"))
        for each in jobs:
            make_shard(each)

    def test_two_who_make_the_same_do_not_meet(
        self, file: Stored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        work, inner = job(file, tmp_path / "shards", None), room.write_shard

        def overtaken(archive: Path, digest: str, shards: Path) -> Path:
            made = inner(archive, digest, shards)
            monkeypatch.setattr(room, "write_shard", inner)
            make_shard(work)
            return made

        monkeypatch.setattr(room, "write_shard", overtaken)
        make_shard(work)
        assert [path.name for path in (tmp_path / "shards").iterdir()] == [work.shard]

    def test_drafts_of_the_dead_are_cleared_away(self, tmp_path: Path) -> None:
        (tmp_path / ".half.partial").mkdir()
        (tmp_path / "whole").mkdir()
        clear_drafts(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["whole"]

    def test_another_extractor_does_nothing(self, file: Stored, tmp_path: Path) -> None:
        other = replace(job(file, tmp_path / "shards", None), shard="0123-0123")
        with pytest.raises(ExtractorDiffers, match="the same g7data on all machines"):
            make_shard(other)
        assert not (tmp_path / "shards").exists()

    def test_a_file_that_is_not_the_one_meant_gives_no_shard(self, file: Stored, address: str, tmp_path: Path) -> None:
        put(address, "other.warc.gz", b"something else")
        wrong = replace(job(file, tmp_path, address), file=f"{address}/other.warc.gz")
        with pytest.raises(FileDiffers, match=r"other\.warc\.gz"):
            make_shard(wrong)
        assert not Depot(address).has_folder(f"shards/{wrong.shard}")


def test_machines_that_share_a_depot_extract_each_file_once(
    file: Stored, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_prefect(monkeypatch)
    (first,) = extract_all([file], tmp_path / "first", depot=Depot(address))
    monkeypatch.setattr("flows.extraction.extract_archive", lambda *_: pytest.fail("it was extracted again"))
    (second,) = extract_all([file], tmp_path / "second", depot=Depot(address))
    assert contents(second) == contents(first)
