import os
import random
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from g7data.release import parquet, sorting
from g7data.release.contract import StoredTable, TableContract
from g7data.release.parquet import write_table
from tests.release_samples import (
    CLAUSES,
    DOCUMENTS,
    REJECTED,
    TABLES,
    clause,
    document,
    field,
    read,
    schema,
    small_engine,
    store,
)

LABELS = {"version": "1.0.0", "schema_version": "1.2", "licence": "CC-BY-4.0"}


@pytest.fixture
def write(tmp_path):
    def write_rows(kind, rows, threads=None):
        source = store(tmp_path / "staged.parquet", kind, rows)
        target = tmp_path / "written.parquet"
        with small_engine(tmp_path, threads) as connection:
            assert write_table(connection, source, target, LABELS) == len(rows)
        return target

    return write_rows


def test_rows_are_sorted_by_their_key(write):
    rows = [clause("d2", 1), clause("d1", 10), clause("d1", 9)]
    assert [(row["document_id"], row["position"]) for row in read(write(CLAUSES, rows))] == [
        ("d1", 9),
        ("d1", 10),
        ("d2", 1),
    ]


def test_text_is_sorted_by_its_bytes_whatever_the_locale(write):
    names = ["é", "z", "Z", "a", "A", "\U0001f30d", "_", "日"]
    found = [row["document_id"] for row in read(write(DOCUMENTS, [document(name) for name in names]))]
    assert found == sorted(names, key=str.encode)


def test_nulls_of_a_key_come_first(write):
    kind = schema("t", ["a"], [field("a", pa.string())])
    assert [row["a"] for row in read(write(kind, [{"a": "x"}, {"a": None}, {"a": ""}]))] == [None, "", "x"]


def test_a_log_keeps_its_equal_rows(write):
    rows = [{"code": "b", "row": None}, {"code": "a", "row": "{}"}, {"code": "b", "row": None}]
    assert read(write(REJECTED, rows)) == [rows[1], rows[0], rows[2]]


def test_every_value_comes_back_as_it_went_in(write):
    assert read(write(DOCUMENTS, TABLES["documents"])) == TABLES["documents"]


def test_the_columns_come_in_the_order_of_the_contract(tmp_path, write):
    turned = schema("documents", [], list(DOCUMENTS)[::-1])
    staged = store(tmp_path / "turned.parquet", turned, TABLES["documents"])
    with small_engine(tmp_path) as connection:
        source = StoredTable(TableContract.from_schema(DOCUMENTS), staged.path)
        write_table(connection, source, tmp_path / "written.parquet", LABELS)

    assert pq.read_schema(tmp_path / "written.parquet").names == DOCUMENTS.names


def test_the_file_carries_its_contract_and_its_labels(write):
    written = pq.read_schema(write(DOCUMENTS, TABLES["documents"]))

    assert {name.decode(): value.decode() for name, value in written.metadata.items()}.items() >= LABELS.items()
    assert TableContract.from_schema(written).column_names == TableContract.from_schema(DOCUMENTS).column_names
    assert TableContract.from_schema(written).column("words") == TableContract.from_schema(DOCUMENTS).column("words")
    assert written.field("host_rights").metadata[b"description"] == b"What host_rights means"
    assert not written.field("document_id").nullable


def test_the_file_is_made_for_remote_queries(write):
    file = pq.ParquetFile(write(CLAUSES, TABLES["clauses"]))
    group = file.metadata.row_group(0)

    assert group.column(0).compression == "ZSTD"
    assert group.column(0).has_offset_index
    assert group.column(0).has_column_index
    assert [(column.column_index, column.nulls_first) for column in group.sorting_columns] == [(0, True), (1, True)]


def test_row_groups_hold_the_same_number_of_rows(write, monkeypatch):
    monkeypatch.setattr(parquet, "MOST_ROWS", 3000)
    file = pq.ParquetFile(write(CLAUSES, [clause("d1", position) for position in range(7000)]))

    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [3000, 3000, 1000]


def test_row_groups_of_long_texts_hold_fewer_rows(write, monkeypatch):
    monkeypatch.setattr(parquet, "BLOCK", 10)
    monkeypatch.setattr(parquet, "MOST_ROWS", 100)
    monkeypatch.setattr(parquet, "MOST_BYTES", 30_000)
    lengths = [10] * 120 + [1000] * 60
    rows = [clause("d1", position, "x" * length) for position, length in enumerate(lengths)]
    file = pq.ParquetFile(write(CLAUSES, rows))

    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [100, 50, 30]


def test_a_table_larger_than_memory_is_sorted_part_by_part(write, monkeypatch):
    monkeypatch.setattr(sorting, "MOST_BYTES", 2000)
    positions = list(range(1000))
    random.Random(1).shuffle(positions)
    rows = [clause(f"d{position % 3}", position) for position in positions]
    assert read(write(CLAUSES, rows)) == sorted(rows, key=lambda row: (row["document_id"], row["position"]))


def test_a_table_without_rows_is_a_file_without_rows(write):
    path = write(DOCUMENTS, [])
    assert read(path) == []
    assert pq.read_schema(path).names == DOCUMENTS.names


def test_texts_of_a_closed_set_are_categories_and_nothing_else_is(write):
    kinds = {field.name: field.type for field in pq.read_schema(write(DOCUMENTS, TABLES["documents"]))}
    assert [name for name, kind in kinds.items() if pa.types.is_dictionary(kind)] == ["host_rights"]
    assert {name: kinds[name] for name in ("date", "flags")} == {"date": pa.date32(), "flags": pa.list_(pa.string())}


def test_a_dictionary_of_the_contract_is_kept(write):
    kind = schema("t", ["a"], [field("a", pa.dictionary(pa.int32(), pa.string()))])
    assert read(write(kind, [{"a": "y"}, {"a": "x"}])) == [{"a": "x"}, {"a": "y"}]


SCRIPT = """
import sys
from pathlib import Path
from tests.release_samples import DOCUMENTS, small_engine
from g7data.release import parquet, sorting
from g7data.release.contract import StoredTable, TableContract

parquet.MOST_ROWS = 7000
sorting.MOST_BYTES = int(sys.argv[4])
source = StoredTable(TableContract.from_schema(DOCUMENTS), Path(sys.argv[1]))
with small_engine(Path(sys.argv[2]).parent, threads=int(sys.argv[3])) as connection:
    parquet.write_table(connection, source, Path(sys.argv[2]), {"version": "1.0.0"})
"""


MACHINES = [("1", "Asia/Kolkata", "C", "1", "1000000000"), ("2", "America/St_Johns", "C.UTF-8", "4", "1000000")]


def test_the_same_rows_give_the_same_bytes_on_any_machine(tmp_path):
    texts = ["", "Ministers", "é" * 500, None]
    rows = [document(f"d{n}", title=texts[n % 4], words=n, flags=["a"] * (n % 3)) for n in range(20_000)]
    written = []
    for seed, zone, locale, threads, memory in MACHINES:
        random.Random(seed).shuffle(rows)
        staged = store(tmp_path / seed / "staged.parquet", DOCUMENTS, rows)
        target = tmp_path / seed / "written.parquet"
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": "."}
        command = [sys.executable, "-c", SCRIPT, str(staged.path), str(target), threads, memory]
        subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parent.parent)
        written.append(target.read_bytes())

    assert written[0] == written[1]
