import pyarrow as pa
import pytest

from g7data.release.contract import StoredTable, TableContract, read_contracts
from g7data.release.errors import (
    ColumnsDiffer,
    DuplicateKey,
    RequiredValueMissing,
    TableMissing,
    TableUnknown,
    TableUnreadable,
)
from g7data.release.staged import check_staged, staged_tables
from tests.release_samples import (
    CLAUSES,
    DOCUMENTS,
    REJECTED,
    SCHEMAS,
    TABLES,
    clause,
    field,
    schema,
    small_engine,
    stage,
    store,
)


@pytest.fixture
def check(tmp_path):
    """Stage rows of one schema, and check them against a contract, by default that of the same schema."""

    def check_rows(kind, rows, contract=None):
        staged = store(tmp_path / "table.parquet", kind, rows)
        with small_engine(tmp_path) as connection:
            check_staged(connection, StoredTable(TableContract.from_schema(contract or kind), staged.path))

    return check_rows


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_keeps_its_contract_passes(check, name):
    check(SCHEMAS[name], TABLES[name])


def test_an_empty_table_passes(check):
    check(CLAUSES, [])


def test_equal_rows_of_a_log_pass(check):
    check(REJECTED, [{"code": "broken", "row": "{}"}] * 3)


def test_two_rows_with_one_key_are_refused(check):
    with pytest.raises(DuplicateKey, match="2 rows have the key document_id='d1', position=7"):
        check(CLAUSES, [clause("d1", 7), clause("d1", 8), clause("d1", 7, "Again.")])


def test_two_rows_with_a_null_in_one_key_are_refused(check):
    with_null = schema("t", ["a", "b"], [field("a", pa.string()), field("b", pa.string())])
    with pytest.raises(DuplicateKey, match="a='x', b=None"):
        check(with_null, [{"a": "x", "b": None}, {"a": "x", "b": None}])


def test_a_required_value_may_not_be_null(check):
    with pytest.raises(RequiredValueMissing, match=r"clauses: null where a value is required: text \(2 rows\)"):
        check(CLAUSES, [{**clause("d1", position), "text": None} for position in (1, 2)])


def test_a_column_may_not_be_missing(check):
    shorter = schema("clauses", [], [CLAUSES.field("document_id"), CLAUSES.field("position")])
    with pytest.raises(ColumnsDiffer, match="text is not there, the contract says VARCHAR"):
        check(shorter, [], contract=CLAUSES)


def test_a_column_may_not_come_unasked(check):
    longer = schema("clauses", [], [*CLAUSES, field("words", pa.int64())])
    with pytest.raises(ColumnsDiffer, match="words is not in the contract"):
        check(longer, [], contract=CLAUSES)


def test_a_type_may_not_differ(check):
    other = schema("clauses", [], [*(f for f in CLAUSES if f.name != "position"), field("position", pa.float64())])
    with pytest.raises(ColumnsDiffer, match="position is DOUBLE, the contract says BIGINT"):
        check(other, [], contract=CLAUSES)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1 a file that was cut"])
def test_a_file_that_is_no_parquet_is_refused(tmp_path, content):
    table = StoredTable(TableContract.from_schema(CLAUSES), tmp_path / "clauses.parquet")
    table.path.write_bytes(content)
    with small_engine(tmp_path) as connection, pytest.raises(TableUnreadable, match="stage it again"):
        check_staged(connection, table)


def test_other_ways_to_store_the_same_type_pass(check):
    dictionary = pa.dictionary(pa.int32(), pa.string())
    other = schema("clauses", [], [*(f for f in CLAUSES if f.name != "text"), field("text", dictionary)])
    check(other, [clause("d1", 1)], contract=CLAUSES)


def test_every_table_must_be_staged(tmp_path):
    staging = stage(tmp_path, {name: rows for name, rows in TABLES.items() if name != "clauses"})
    with pytest.raises(TableMissing, match=r"lacks clauses\.parquet"):
        staged_tables(staging, read_contracts(SCHEMAS))


def test_no_table_is_left_out_in_silence(tmp_path):
    staging = stage(tmp_path, TABLES)
    contracts = read_contracts({name: kind for name, kind in SCHEMAS.items() if name != "rejected"})
    with pytest.raises(TableUnknown, match=r"holds rejected\.parquet, which no contract names"):
        staged_tables(staging, contracts)


def test_tables_come_in_the_order_of_their_contracts(tmp_path):
    staging = stage(tmp_path, {**TABLES, "changes": []})
    assert list(staged_tables(staging, read_contracts(SCHEMAS))) == ["documents", "clauses", "rejected"]


def test_the_sample_contract_allows_nulls_in_optional_columns(check):
    check(DOCUMENTS, [{"document_id": "d1", "official": True}])
