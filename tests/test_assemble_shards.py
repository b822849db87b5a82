"""A shard: what one archive file says, complete or not there, and never made twice."""

import pyarrow.parquet as pq
import pytest

from g7data.archive.capture import Capture
from g7data.archive.store import Archive
from g7data.assemble import shards as room
from g7data.assemble.derived import SCHEMAS as DERIVED
from g7data.assemble.shards import SHARD_SCHEMAS, shard_folder, write_shard
from g7data.extract.version import extractor_version
from tests.archive_warcs import HTML, compress, page, record
from tests.support_tables import Sheet, statement, write_pages

PAGES = (
    statement("https://a.example/1"),
    Sheet("https://a.example/2", "Nothing of interest."),
    Sheet("https://a.example/3", " \n "),
)


@pytest.fixture
def stored(tmp_path):
    (file,) = Archive(tmp_path / "archive").ingest([write_pages(tmp_path / "pages", PAGES)])
    return file


def read(shard, table):
    return pq.read_table(shard / f"{table}.parquet").to_pylist()


def test_a_shard_holds_every_page_and_every_kind_of_row(stored, tmp_path):
    shard = write_shard(stored.path, stored.sha256, tmp_path / "shards")
    assert {path.stem.partition("-")[0] for path in shard.iterdir()} == {*SHARD_SCHEMAS, *DERIVED}
    assert [row["outcome"] for row in read(shard, "pages")] == ["published", "out_of_scope", "rejected"]
    assert [row["code"] for row in read(shard, "rejected")] == ["empty"]
    assert all(pq.read_schema(shard / f"{name}.parquet").equals(schema) for name, schema in SHARD_SCHEMAS.items())


def test_every_row_knows_the_page_that_it_came_from(stored, tmp_path):
    shard = write_shard(stored.path, stored.sha256, tmp_path / "shards")
    (published,) = [row["page_id"] for row in read(shard, "pages") if row["outcome"] == "published"]
    for table in ("documents", "clauses", "evidence"):
        assert {row["page_id"] for row in read(shard, table)} == {published}


def test_a_shard_is_known_by_the_archive_and_the_extractor(stored, tmp_path):
    shard = write_shard(stored.path, stored.sha256, tmp_path / "shards")
    assert shard == shard_folder(tmp_path / "shards", stored.sha256)
    assert shard.name == f"{stored.sha256[:16]}-{extractor_version()}"


def test_a_shard_that_is_there_is_left_alone(stored, tmp_path):
    shard = write_shard(stored.path, stored.sha256, tmp_path / "shards")
    before = {path: path.stat().st_mtime_ns for path in shard.iterdir()}
    seen = []
    assert write_shard(stored.path, stored.sha256, tmp_path / "shards", seen.append) == shard
    assert {path: path.stat().st_mtime_ns for path in shard.iterdir()} == before
    assert seen == []


def test_another_extractor_makes_another_shard(stored, tmp_path, monkeypatch):
    first = write_shard(stored.path, stored.sha256, tmp_path / "shards")
    monkeypatch.setattr(room, "extractor_version", lambda: "0123456789ab")
    assert write_shard(stored.path, stored.sha256, tmp_path / "shards") != first
    assert first.exists()


def test_the_progress_tells_of_each_page(stored, tmp_path):
    seen: list[Capture] = []
    write_shard(stored.path, stored.sha256, tmp_path / "shards", seen.append)
    assert [capture.url for capture in seen] == [sheet.url for sheet in PAGES]
    assert [capture.offset for capture in seen] == sorted({capture.offset for capture in seen})


def test_an_interrupted_shard_is_not_there_and_the_next_run_makes_it(stored, tmp_path, monkeypatch):
    def break_down(capture):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_shard(stored.path, stored.sha256, tmp_path / "shards", break_down)
    assert not shard_folder(tmp_path / "shards", stored.sha256).exists()
    shard = write_shard(stored.path, stored.sha256, tmp_path / "shards")
    assert len(read(shard, "pages")) == 3
    assert [path.name for path in (tmp_path / "shards").iterdir()] == [shard.name]


def test_more_pages_than_are_held_in_memory_are_written_in_order(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "_PAGES_AT_ONCE", 2)
    sheets = [statement(f"https://a.example/{number}") for number in range(7)]
    (file,) = Archive(tmp_path / "archive").ingest([write_pages(tmp_path / "pages", sheets)])
    shard = write_shard(file.path, file.sha256, tmp_path / "shards")
    assert [row["url"] for row in read(shard, "pages")] == [sheet.url for sheet in sheets]
    assert len(read(shard, "documents")) == 7


def test_a_stretch_of_the_archive_that_cannot_be_read_is_a_row_too(tmp_path):
    whole = compress(page(1), page(2), page(3))
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(whole[:-60])
    shard = write_shard(path, "f" * 64, tmp_path / "shards")
    assert [row["url"] for row in read(shard, "pages")] == ["https://g7.example/1", "https://g7.example/2"]
    (rejected,) = read(shard, "rejected")
    assert (rejected["stage"], rejected["code"], rejected["page_id"]) == ("fetch", "truncated_archive", None)
    assert "cut.warc.gz" in rejected["message"]


def test_a_page_that_the_server_did_not_give_is_rejected(tmp_path):
    missing = HTML.replace(b"200 OK", b"404 Not Found") + b"<p>G7</p>"
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(compress(record(missing)))
    shard = write_shard(path, "e" * 64, tmp_path / "shards")
    assert [(row["outcome"], row["reason"], row["status"]) for row in read(shard, "pages")] == [
        ("rejected", "http_404", 404)
    ]
    assert [(row["stage"], row["code"]) for row in read(shard, "rejected")] == [("fetch", "http_404")]
