"""The files that explain a release: CODEBOOK.md, CHANGES.md, README.md and datapackage.json."""

import json
import re

import duckdb
import pyarrow as pa
import pytest

from g7data.release.changelog import Example, changelog, telling_examples
from g7data.release.changes import Change, Tally
from g7data.release.codebook import codebook
from g7data.release.contract import StoredTable, TableContract, read_contracts
from g7data.release.descriptor import descriptor
from g7data.release.edition import Edition
from g7data.release.errors import ColumnWithoutDescription, ContractIncomplete
from g7data.release.guide import Terms, guide, read_terms
from g7data.release.sums import digest
from g7data.release.version import Version
from tests.release_samples import (
    CHANGES,
    CLAUSES,
    REJECTED,
    SCHEMAS,
    TABLES,
    field,
    release,
    schema,
    small_engine,
    store,
)

FIRST = Edition(Version(1, 0, 0), None, "1.2")
SECOND = Edition(Version(1, 1, 0), Version(1, 0, 0), "1.2")
CONTRACTS = read_contracts(SCHEMAS)


class TestCodebook:
    def test_it_tells_every_column_of_every_table(self):
        text = codebook(CONTRACTS.values())
        for contract in CONTRACTS.values():
            assert f"## {contract.name}\n\n{contract.description}\n" in text
            for column in contract.columns:
                assert f"| `{column.name}` |" in text
                assert column.description in text
                assert column.example in text

    def test_it_tells_type_and_null_and_reference(self):
        line = "| `document_id` | string |  | no | What document_id means. Refers to `documents.document_id`. |"
        assert line in codebook([CONTRACTS["clauses"]])

    def test_it_tells_what_the_values_of_a_vocabulary_mean(self):
        assert "| `reserved` | all rights reserved |" in codebook([CONTRACTS["documents"]])

    def test_a_bare_vocabulary_is_a_list(self):
        bare = schema("t", [], [field("a", pa.string(), vocabulary=["x", "y"])])
        assert "Values of `a`: `x`, `y`.\n" in codebook([TableContract.from_schema(bare)])

    def test_text_does_not_break_the_table(self):
        odd = schema("t", [], [field("a", pa.string(), vocabulary={"x": "one | two\nthree"})])
        assert "| `x` | one \\| two three |" in codebook([TableContract.from_schema(odd)])

    def test_a_column_without_a_description_fails(self):
        odd = schema("t", [], [pa.field("a", pa.string(), metadata={"example": "x"})])
        with pytest.raises(ColumnWithoutDescription, match=r"t\.a has no description"):
            codebook(read_contracts({"t": odd}).values())


class TestChangelog:
    def test_a_first_release_has_nothing_to_compare_with(self):
        text = changelog(FIRST, (), ())
        assert text.startswith("# Changes in 1.0.0\n")
        assert "This is the first release." in text

    def test_it_counts_changes_by_table_and_kind(self):
        tallies = [
            Tally("documents", Change.ADDED, None, structural=False, rows=1234, cause="source"),
            Tally("documents", Change.CHANGED, "city", structural=False, rows=1, cause="source"),
            Tally("documents", Change.CHANGED, "city", structural=False, rows=2, cause="correction"),
            Tally("documents", Change.ADDED, "mode", structural=True, rows=1, cause="extractor"),
            Tally("people", Change.REMOVED, None, structural=True, rows=1),
        ]
        text = changelog(SECOND, tallies, ())
        assert "Compared with 1.0.0." in text
        assert "| `documents` | rows | added | 1,234 | source |" in text
        assert "| `documents` | `city` | changed | 2 | correction |" in text
        assert "| `documents` | the column `mode` | added | 1 | extractor |" in text
        assert "| `people` | the table | removed | 1 |  |" in text
        assert "- Pages are new, gone or different at the source: 1,234 rows came, 1 value changed.\n" in text
        assert "- Values were corrected by hand: 2 values changed.\n" in text
        assert "- The same pages are read differently: 1 change to tables and columns.\n" in text
        assert "- The cause was not found out: 1 change to tables and columns.\n" in text

    @pytest.mark.parametrize(
        ("example", "line"),
        [
            (
                Example("documents", "d1", Change.CHANGED, "city", "Torino", "Turin", "correction"),
                "- `documents d1`: `city` changed from “Torino” to “Turin”",
            ),
            (
                Example("documents", "d1", Change.CHANGED, "city", None, "Turin", None),
                "- `documents d1`: `city` changed from nothing to “Turin”",
            ),
            (Example("documents", "d1", Change.ADDED, None, None, None, None), "- `documents d1`: added"),
            (
                Example("clauses", "*", Change.CHANGED, "depth", "int32", "int64", None),
                "- `clauses`: `depth` changed from “int32” to “int64”",
            ),
            (
                Example("clauses", "c1", Change.CHANGED, "text", "a\nb" + "c" * 200, "", None),
                f"- `clauses c1`: `text` changed from “a b{'c' * 96}…” to “”",
            ),
        ],
    )
    def test_an_example_is_told_in_one_line(self, example, line):
        assert changelog(SECOND, (), [example]).endswith(f"{line}\n")

    def test_examples_stand_under_their_cause(self):
        rows = [
            Example("documents", f"d{n}", Change.CHANGED, "city", "Torino", "Turin", cause)
            for n, cause in enumerate(("correction", None, "source", "correction"))
        ]
        _, told = changelog(SECOND, (), rows).split("## Examples\n", 1)
        lines = [line for line in told.splitlines() if line]
        assert [line[:20] for line in lines if line.startswith("###")] == [
            "### Pages are new, g",
            "### Values were corr",
            "### The cause was no",
        ]
        assert [line[3:15] for line in lines if line.startswith("-")] == [f"documents d{n}" for n in (2, 0, 3, 1)]

    def test_long_texts_are_quoted_where_they_differ(self):
        before, after = (
            f"{'The ministers welcome progress. ' * 50}{word} of cables." for word in ("Security", "Safety")
        )
        text = changelog(SECOND, (), [Example("clauses", "c1", Change.CHANGED, "text", before, after, None)])
        assert "from “…ministers welcome progress. Security of cables.” to “…ministers" in text
        assert "Safety of cables.”" in text

    def test_ten_examples_are_of_as_many_kinds_as_there_are(self, tmp_path):
        def change(table, row, kind, column=None, value=None):
            words = {"before": value, "after": None, "cause": None}
            return {"table_name": table, "row_id": row, "change": kind, "column_name": column, **words}

        rows = [change("clauses", f"c{n:02}", "added") for n in range(50)]
        rows += [change("documents", f"d{n}", "changed", "city", "x") for n in range(3)]
        rows += [change("documents", "d9", "removed"), change("documents", "*", "removed", "mode", "string")]
        stored = store(tmp_path / "changes.parquet", CHANGES, rows)
        with small_engine(tmp_path) as connection:
            found = [(example.table, example.row_id) for example in telling_examples(connection, stored.path)]

        first = [("documents", "*"), ("documents", "d0"), ("documents", "d9"), ("clauses", "c00")]
        assert found[:4] == first
        assert len(found) == 10


class TestGuide:
    def test_it_tells_version_rows_and_licence(self):
        text = guide(FIRST, {"clauses": CONTRACTS["clauses"]}, {"clauses": 12345}, ())
        assert "Version 1.0.0, schema 1.2." in text
        assert "| `clauses` | 12,345 | One row of clauses |" in text
        assert "CC-BY-4.0" in text

    def test_it_tells_the_rights_of_each_publisher(self):
        text = guide(
            FIRST, {"clauses": CONTRACTS["clauses"]}, {"clauses": 1}, [Terms("METI", "PDL-1.0", None, "© METI")]
        )
        assert "| METI | PDL-1.0 |  | © METI |" in text

    def test_a_private_release_says_so(self):
        private = Edition(Version(1, 0, 0), None, "1.2", private=True)
        assert "For your own use only" in guide(private, CONTRACTS, dict.fromkeys(CONTRACTS, 0), ())

    def test_rights_are_read_from_the_table_of_sources(self, tmp_path):
        kind = schema("sources", ["source_id"], [field(name, pa.string()) for name in SOURCE])
        rows = [{**SOURCE, "source_id": "b", "publisher": "B"}, SOURCE]
        stored = store(tmp_path / "sources.parquet", kind, rows)
        with small_engine(tmp_path) as connection:
            assert [terms.publisher for terms in read_terms(connection, {"sources": stored})] == ["A", "B"]
            assert read_terms(connection, {}) == ()

    def test_the_queries_it_shows_run(self, tmp_path, monkeypatch):
        folder = release(tmp_path / "output").path
        monkeypatch.chdir(folder)
        queries = re.findall(r"```sql\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
        with duckdb.connect() as connection:
            answers = [connection.execute(query).fetchall() for query in queries]
        assert [len(answer) for answer in answers] == [2, 1]


SOURCE = {
    "source_id": "a",
    "publisher": "A",
    "host_rights": "open",
    "rights_url": None,
    "attribution": "A, with thanks",
}


class TestDescriptor:
    @pytest.fixture
    def package(self, tmp_path):
        tables = {name: store(tmp_path / f"{name}.parquet", SCHEMAS[name], rows) for name, rows in TABLES.items()}
        changes = schema("changes", ["table_name", "column_name"], list(CHANGES))
        tables["changes"] = store(tmp_path / "changes.parquet", changes, [])
        return json.loads(descriptor(SECOND, tables, dict.fromkeys(tables, 7)))

    def test_it_says_which_release_it_describes(self, package):
        assert (package["version"], package["previousVersion"], package["schemaVersion"]) == ("1.1.0", "1.0.0", "1.2")
        assert package["licenses"][0]["name"] == "CC-BY-4.0"
        assert "created" not in package

    def test_a_resource_tells_digest_and_rows(self, package, tmp_path):
        resource = package["resources"][0]
        path = tmp_path / resource["path"]
        assert resource["hash"] == f"sha256:{digest(path)}"
        assert (resource["format"], resource["rows"]) == ("parquet", 7)

    def test_fields_have_types_of_frictionless(self, package):
        types = {field["name"]: field["type"] for field in package["resources"][0]["schema"]["fields"]}
        assert types == {
            "document_id": "string",
            "title": "string",
            "official": "boolean",
            "words": "integer",
            "confidence": "number",
            "date": "date",
            "retrieved_at": "datetime",
            "flags": "any",
            "host_rights": "string",
        }

    def test_a_list_tells_what_it_holds(self, package):
        (flags,) = (field for field in package["resources"][0]["schema"]["fields"] if field["name"] == "flags")
        assert flags["arrowType"] == "list of string"

    def test_a_number_may_be_missing_where_a_text_is_empty(self, package):
        missing = {field["name"]: field.get("missingValues") for field in package["resources"][0]["schema"]["fields"]}
        assert (missing["words"], missing["title"], missing["date"]) == (["", "nan"], [], None)

    def test_a_unit_is_told(self, tmp_path):
        facts = {"description": "How long", "example": "7", "unit": "words"}
        kind = schema("t", [], [pa.field("length", pa.int64(), metadata=facts)])
        package = json.loads(descriptor(FIRST, {"t": store(tmp_path / "t.parquet", kind, [])}, {"t": 0}))
        assert package["resources"][0]["schema"]["fields"][0]["unit"] == "words"
        assert "| `length` | int64 | words | yes | How long | `7` |" in codebook([TableContract.from_schema(kind)])

    def test_keys_and_references_are_told(self, package):
        documents, clauses, rejected, changes = (resource["schema"] for resource in package["resources"])
        assert documents["primaryKey"] == ["document_id"]
        reference = {"resource": "documents", "fields": ["document_id"]}
        assert clauses["foreignKeys"] == [{"fields": ["document_id"], "reference": reference}]
        assert "primaryKey" not in rejected
        assert changes["uniqueKeys"] == [["table_name", "column_name"]]  # a primary key may hold no nulls
        assert "primaryKey" not in changes

    def test_examples_are_values_of_their_type(self, package):
        examples = {field["name"]: field["example"] for field in package["resources"][0]["schema"]["fields"]}
        assert examples["official"] is True
        assert (examples["words"], examples["confidence"], examples["flags"]) == (7, 0.5, ["a"])
        assert examples["title"] == "an example of title"

    def test_an_example_of_another_type_fails(self, tmp_path):
        facts = {"description": "How many", "example": "many"}
        kind = schema("t", [], [pa.field("words", pa.int64(), metadata=facts)])
        with pytest.raises(ContractIncomplete, match="the example 'many' of words is not JSON; write it as a int64"):
            descriptor(FIRST, {"t": store(tmp_path / "t.parquet", kind, [])}, {"t": 0})

    def test_a_reference_to_the_table_itself_names_no_resource(self, tmp_path):
        kind = schema("t", ["a"], [field("a", pa.string()), field("b", pa.string())], {"b": ["t", "a"]})
        package = json.loads(descriptor(FIRST, {"t": store(tmp_path / "t.parquet", kind, [])}, {"t": 0}))
        (key,) = package["resources"][0]["schema"]["foreignKeys"]
        assert key == {"fields": ["b"], "reference": {"resource": "", "fields": ["a"]}}

    def test_a_vocabulary_becomes_categories(self, package):
        rights = package["resources"][0]["schema"]["fields"][-1]
        assert rights["categories"][0] == {"value": "reserved", "label": "all rights reserved"}

    def test_it_is_the_same_text_every_time(self, tmp_path):
        stored = store(tmp_path / "clauses.parquet", CLAUSES, TABLES["clauses"])
        tables = {"clauses": StoredTable(stored.contract, stored.path)}
        assert descriptor(FIRST, tables, {"clauses": 3}) == descriptor(FIRST, tables, {"clauses": 3})
        assert descriptor(FIRST, tables, {"clauses": 3}).endswith("}\n")


def test_a_log_says_that_it_has_no_key():
    assert "Key: none" in codebook([TableContract.from_schema(REJECTED)])
