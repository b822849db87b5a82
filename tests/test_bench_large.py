"""The benchmark of what is larger than memory measures what it says, here in two copies."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from g7data.archive.store import Archive
from g7data.assemble.shards import SHARD_SCHEMAS, write_shard
from tests.bench.large import measure
from tests.bench.setting import Setting
from tests.bench.shards import multiply_shards
from tests.support_tables import Sheet, statement, write_pages

PAGES = [statement("https://a.example/1"), statement("https://a.example/2", title="G7 Statement on Health"), Sheet("https://a.example/3", "Nothing.")]  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (file,) = Archive(tmp_path / "archive").ingest([write_pages(tmp_path / "pages", PAGES)])
    return file.path


def rows(shard: Path, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(shard / f"{table}.parquet").to_pylist()
    return found


def test_every_copy_has_ids_and_letters_of_its_own(corpus: Path, tmp_path: Path) -> None:
    shard = write_shard(corpus, "0" * 64, tmp_path / "shards")
    made = multiply_shards([shard], tmp_path / "made", copies=3, copies_of_shard=2)
    assert len(made) == 2
    for table in SHARD_SCHEMAS:
        once = [row for row in rows(shard, table) if row.get("outcome") != "out_of_scope"]
        assert sum(len(rows(each, table)) for each in made) == 3 * len(once)
    texts = {row["document_id"]: str(row["text"]) for each in made for row in rows(each, "documents")}
    assert len(texts) == len({*texts.values()}) == 6
    for row in (row for each in made for row in rows(each, "clauses")):
        assert texts[row["document_id"]][slice(row["start"], row["end"])] == row["text"]


def test_assembling_and_validating_are_told(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    section = measure(Setting(corpus, 1, tmp_path / "bench", print), (4,))
    (row,) = section.tables[0].rows
    documents, clauses = (int(cell) for cell in row[:2])
    assert documents >= 2
    assert clauses >= 4
    assert 50 < section.figures()["assemble_memory"] < 2000
