import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from g7data.release.contract import TableContract, plain_type, read_contracts, type_name
from g7data.release.errors import ColumnWithoutDescription, ContractIncomplete
from tests.release_samples import CLAUSES, DOCUMENTS, REJECTED, SCHEMAS, field, schema


def test_a_contract_is_read_from_its_schema():
    contract = TableContract.from_schema(CLAUSES)

    assert contract.name == "clauses"
    assert contract.description == "One row of clauses"
    assert contract.key == ("document_id", "position")
    assert contract.references == {"document_id": ("documents", "document_id")}
    assert contract.column_names == ("document_id", "position", "text")


def test_a_column_tells_all_that_holds_of_it():
    rights = TableContract.from_schema(DOCUMENTS).column("host_rights")

    assert rights.description == "What host_rights means"
    assert rights.example == "an example of host_rights"
    assert rights.vocabulary == {"reserved": "all rights reserved", "open": "free to use"}
    assert not rights.required


def test_a_vocabulary_may_be_a_bare_list():
    contract = TableContract.from_schema(schema("t", ["a"], [field("a", pa.string(), vocabulary=["x", "y"])]))

    assert contract.column("a").vocabulary == {"x": "", "y": ""}


def test_the_contract_travels_in_the_parquet_file(tmp_path):
    path = tmp_path / "documents.parquet"
    pq.write_table(DOCUMENTS.empty_table(), path)

    assert TableContract.from_parquet(path) == TableContract.from_schema(DOCUMENTS)


def test_contracts_keep_their_order():
    assert list(read_contracts(SCHEMAS)) == list(SCHEMAS)


def test_a_log_is_ordered_by_all_its_columns():
    assert TableContract.from_schema(REJECTED).order == ("code", "row")


@pytest.mark.parametrize("fact", ["name", "description", "key"])
def test_a_table_must_say_what_it_is(fact):
    facts = {name: value for name, value in CLAUSES.metadata.items() if name != fact.encode()}

    with pytest.raises(ContractIncomplete, match=f"no '{fact}' in its metadata"):
        TableContract.from_schema(CLAUSES.with_metadata(facts))


@pytest.mark.parametrize("fact", ["description", "example"])
def test_a_column_must_say_what_it_means(fact):
    facts = {"description": "What it means", "example": "x"} | {fact: " "}
    lacking = schema("documents", ["city"], [pa.field("city", pa.string(), metadata=facts)])

    with pytest.raises(ColumnWithoutDescription, match=rf"documents\.city has no {fact}"):
        TableContract.from_schema(lacking)


def test_a_key_names_columns_of_the_table():
    with pytest.raises(ContractIncomplete, match="name page_id, which is no column"):
        TableContract.from_schema(schema("documents", ["page_id"], [field("city", pa.string())]))


def test_a_schema_is_given_under_its_own_name():
    with pytest.raises(ContractIncomplete, match="'pages' calls itself 'clauses'"):
        read_contracts({"pages": CLAUSES})


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (pa.string(), "string"),
        (pa.large_string(), "string"),
        (pa.dictionary(pa.int32(), pa.string()), "string"),
        (pa.int64(), "int64"),
        (pa.float64(), "float64"),
        (pa.date32(), "date32"),
        (pa.timestamp("us", tz="UTC"), "timestamp[us, UTC]"),
        (pa.large_list(pa.large_string()), "list of string"),
    ],
)
def test_types_are_named_as_a_reader_sees_them(kind, name):
    assert type_name(kind) == name
    assert type_name(plain_type(kind)) == name
