"""What the contract promises to those who read a release: tables, columns, types, meanings."""

import csv
import json
import re
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

import schemas

ROOT = Path(__file__).parents[1]

# From the design, section 4. A column that moves, leaves or comes is a new version of the data.
COLUMNS = {
    "documents": """document_id meeting_id kind official title annex_number forum track presidency language date_start
        date_end date_precision date_basis place city country mode source_id url retrieved_at page_updated issued_by
        host_rights work_rights text_published text text_sha256 words clause_count flags confidence same_as
        translation_of page_id""",
    "clauses": """clause_id document_id position parent_id depth label numbering section text start end words flags""",
    "ministers": "document_id person_id name honorific role portfolio country function start end",
    "people": "person_id name family_name given_name country documents",
    "participants": "document_id body_id as_written participation start end",
    "links": "document_id position relation text url annex_number target_id",
    "meetings": """meeting_id forum track year presidency name date_start date_end city country mode status
        documents""",
    "observations": """document_id meeting_id meeting_as_written date_start date_end indicator value value_code as_of
        start end""",
    "evidence": "table_name row_id column_name page_id start end quote rule confidence",
    "pages": """page_id url source_id retrieved_at status media_type bytes sha256 archive offset outcome reason
        document_id""",
    "rejected": "page_id stage code message row",
    "sources": "source_id publisher homepage country host_rights rights_url attribution",
    "coverage": "meeting_id expected_from found documents",
    "aliases": "old_id table_name new_id since reason",
    "accuracy": "field split n precision recall f1 labelled given right extractor_version stale",
    "changes": "table_name row_id change column_name before after cause",
}

# Every column that is not named here holds text.
TYPES = {
    pa.bool_(): "official text_published found stale",
    pa.date32(): "date_start date_end page_updated as_of",
    pa.timestamp("us", tz="UTC"): "retrieved_at",
    pa.list_(pa.string()): "flags",
    pa.float64(): "confidence precision recall f1",
    pa.int64(): "annex_number words clause_count position depth start end year bytes offset n labelled given right",
}
TYPES_IN_ONE_TABLE = {
    ("people", "documents"): pa.int64(),
    ("meetings", "documents"): pa.int64(),
    ("coverage", "documents"): pa.int64(),
    ("pages", "status"): pa.int64(),
}

KEYS = {
    "documents": ["document_id"],
    "clauses": ["clause_id"],
    "ministers": ["document_id", "person_id"],
    "people": ["person_id"],
    "participants": ["document_id", "as_written"],
    "links": ["document_id", "position"],
    "meetings": ["meeting_id"],
    "observations": ["document_id", "meeting_as_written", "indicator", "start"],
    "evidence": ["table_name", "row_id", "column_name", "page_id", "start", "end", "rule"],
    "pages": ["page_id"],
    "rejected": [],
    "sources": ["source_id"],
    "coverage": ["meeting_id"],
    "aliases": ["old_id", "table_name"],
    "accuracy": ["field", "split"],
    "changes": ["table_name", "row_id", "column_name"],
}

REFERENCES = {
    "documents": {
        "meeting_id": ["meetings", "meeting_id"],
        "source_id": ["sources", "source_id"],
        "same_as": ["documents", "document_id"],
        "translation_of": ["documents", "document_id"],
        "page_id": ["pages", "page_id"],
    },
    "clauses": {"document_id": ["documents", "document_id"], "parent_id": ["clauses", "clause_id"]},
    "ministers": {"document_id": ["documents", "document_id"], "person_id": ["people", "person_id"]},
    "people": {},
    "participants": {"document_id": ["documents", "document_id"]},
    "links": {"document_id": ["documents", "document_id"], "target_id": ["documents", "document_id"]},
    "meetings": {},
    "observations": {"document_id": ["documents", "document_id"], "meeting_id": ["meetings", "meeting_id"]},
    "evidence": {"page_id": ["pages", "page_id"]},
    "pages": {"source_id": ["sources", "source_id"], "document_id": ["documents", "document_id"]},
    "rejected": {"page_id": ["pages", "page_id"]},
    "sources": {},
    "coverage": {},
    "aliases": {},
    "accuracy": {},
    "changes": {},
}

EVERY_COLUMN = [(table, column) for table, columns in COLUMNS.items() for column in columns.split()]


def read_metadata(holder: pa.Schema | pa.Field) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in holder.metadata.items()}


def read_field(table: str, column: str) -> pa.Field:
    return schemas.arrow_schemas()[table].field(column)


def test_tables_and_columns_are_those_of_the_design_in_its_order():
    assert {name: schema.names for name, schema in schemas.arrow_schemas().items()} == {
        name: columns.split() for name, columns in COLUMNS.items()
    }
    assert list(schemas.MODELS) == list(COLUMNS)


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
def test_every_column_has_its_type(table: str, column: str):
    by_name = {name: kind for kind, names in TYPES.items() for name in names.split()}
    expected = TYPES_IN_ONE_TABLE.get((table, column), by_name.get(column, pa.string()))
    assert read_field(table, column).type == expected


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
def test_every_column_is_described_in_one_sentence_with_an_example(table: str, column: str):
    noted = read_metadata(read_field(table, column))
    assert re.fullmatch(r"[A-Z][^\n]{10,}[^.\s]", noted["description"])
    assert ". " not in noted["description"]
    assert noted["example"].strip()


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
def test_a_nullable_column_and_no_other_says_when_it_is_null(table: str, column: str):
    field = read_field(table, column)
    assert field.nullable == ("; null " in read_metadata(field)["description"])


@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_says_what_a_row_is_what_names_it_and_where_it_points(table: str):
    noted = read_metadata(schemas.arrow_schemas()[table])
    assert noted["name"] == table
    assert noted["description"].startswith("One ")
    assert json.loads(noted["key"]) == KEYS[table]
    assert json.loads(noted["references"]) == REFERENCES[table]


@pytest.mark.parametrize("table", COLUMNS)
def test_keys_are_never_null(table: str):
    may_be_null = {"column_name"} if table == "changes" else set()
    assert not any(read_field(table, column).nullable for column in KEYS[table] if column not in may_be_null)


@pytest.mark.parametrize("table", COLUMNS)
def test_references_point_at_keys_of_the_same_type(table: str):
    for column, (target, key) in REFERENCES[table].items():
        assert KEYS[target] == [key]
        assert read_field(table, column).type == read_field(target, key).type


@pytest.mark.parametrize("table", COLUMNS)
def test_the_examples_of_a_table_make_a_row_that_keeps_the_contract(table: str):
    example = schemas.example_row(table)
    assert schemas.validate(table, example) == schemas.Validated(example, ())


@pytest.mark.parametrize("table", COLUMNS)
def test_an_empty_table_has_the_types_of_the_arrow_schema_and_keeps_the_contract(table: str):
    frame = schemas.empty(table)
    assert frame.height == 0
    assert schemas.validate(table, frame).failures == ()
    written = frame.to_arrow().cast(schemas.arrow_schemas()[table])
    assert pl.DataFrame(written).schema == frame.schema


def test_values_survive_the_way_through_arrow():
    for table, schema in schemas.arrow_schemas().items():
        row = schemas.example_row(table)
        assert pl.DataFrame(row.to_arrow().cast(schema)).equals(row)


@pytest.mark.parametrize("name", schemas.VOCABULARIES)
def test_every_word_of_a_vocabulary_has_a_meaning_and_stands_once(name: str):
    words = [term.value for term in schemas.VOCABULARIES[name]]
    assert len(set(words)) == len(words)
    assert all(re.fullmatch(r"[a-z_]+|[A-Z]{3}|G[78]", word) for word in words)
    assert all(len(term.meaning) > 3 and not term.meaning.endswith(".") for term in schemas.VOCABULARIES[name])


def test_a_closed_column_carries_its_words_and_their_meanings():
    told = {
        (table, column): json.loads(noted["vocabulary"])
        for table, column in EVERY_COLUMN
        if "vocabulary" in (noted := read_metadata(read_field(table, column)))
    }
    assert list(told["documents", "date_precision"]) == ["day", "month", "year"]
    assert told["changes", "change"]["added"] == "the row is new"
    known = [dict(vocabulary) for vocabulary in schemas.VOCABULARIES.values()]
    assert all(words in known for words in told.values())
    assert all(words in told.values() for words in known)


def test_kinds_and_tables_are_those_of_the_design():
    assert [term.value for term in schemas.VOCABULARIES["TABLES"]] == list(COLUMNS)
    assert ", ".join(term.value for term in schemas.VOCABULARIES["KINDS"]) == (
        "declaration, communique, statement, chairs_summary, annex, action_plan, principles, charter, report, "
        "agenda, press_release, fact_sheet, readout, media_advisory, transcript, speech, news, table, other"
    )


def test_tracks_are_those_of_the_reference_facts():
    (found,) = (ROOT / "src" / "g7data" / "reference").rglob("tracks.csv")
    with found.open(encoding="utf-8", newline="") as file:
        facts = [(row["track_id"], row["name_en"]) for row in csv.DictReader(file)]
    assert [tuple(term) for term in schemas.VOCABULARIES["TRACKS"]] == facts


def test_the_contract_imports_nothing_of_the_library():
    for module in (ROOT / "schemas").glob("*.py"):
        assert not re.search(r"^\s*(?:from|import) (?:g7data|flows)\b", module.read_text("utf-8"), re.MULTILINE)
