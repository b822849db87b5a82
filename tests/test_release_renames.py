"""Renames: declared in a file, told as one change, and old names kept findable."""

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from click.testing import CliRunner

import schemas
from g7data.cli import main
from g7data.client.sealed import asked, sealed
from g7data.release.agreement import wrong_copies
from g7data.release.check import find_faults
from g7data.release.errors import RenameFaulty
from g7data.release.open import row_counts, stored_tables
from g7data.release.publish import Published, Unchanged, publish
from g7data.release.renames import NO_RENAMES, ColumnRename, IdRename, TableRename, read_renames
from g7data.release.version import Version
from tests.release_samples import (
    CLAUSES,
    DOCUMENTS,
    SCHEMAS,
    ask,
    clause,
    document,
    field,
    read,
    schema,
    small_engine,
    stage,
)

ALIASES = schemas.arrow_schemas()["aliases"]
EVIDENCE = schema(
    "evidence",
    ["table_name", "row_id", "column_name"],
    [field(name, pa.string(), null=False) for name in ("table_name", "row_id", "column_name", "rule")],
)
# Clauses with ids made of their document's, and a parent among their own.
UNITS = schema(
    "units",
    ["unit_id"],
    [
        field("unit_id", pa.string(), null=False),
        field("document_id", pa.string(), null=False),
        field("parent_id", pa.string()),
    ],
    {"document_id": ["documents", "document_id"], "parent_id": ["units", "unit_id"]},
)
BEFORE = {**SCHEMAS, "units": UNITS, "evidence": EVIDENCE, "aliases": ALIASES}
SECOND = Version(2, 0, 0)


def rows(document_id: str = "d1", title: str = "title", texts: str = "documents") -> dict[str, list[dict]]:
    """The same rows, in which one id, one column and one table may have other names."""
    first = {title if name == "title" else name: value for name, value in document(document_id).items()}
    second = {title if name == "title" else name: value for name, value in document("d2").items()}
    return {
        texts: [first, second],
        "clauses": [clause(document_id, 1), clause(document_id, 2), clause("d2", 1)],
        "units": [
            {"unit_id": f"{document_id}-0001", "document_id": document_id, "parent_id": None},
            {"unit_id": f"{document_id}-0002", "document_id": document_id, "parent_id": f"{document_id}-0001"},
            {"unit_id": "d12-0001", "document_id": "d2", "parent_id": None},
        ],
        "evidence": [
            {"table_name": texts, "row_id": document_id, "column_name": title, "rule": "a"},
            {"table_name": "clauses", "row_id": f"{document_id}/1", "column_name": "text", "rule": "b"},
            {"table_name": "units", "row_id": f"{document_id}-0002", "column_name": "parent_id", "rule": "c"},
        ],
        "rejected": [],
    }


def renamed_schema(before: pa.Schema, names: dict[str, str], **facts: str) -> pa.Schema:
    fields = [column.with_name(names.get(column.name, column.name)) for column in before]
    metadata = {name.decode(): value.decode() for name, value in before.metadata.items()}
    return pa.schema(fields, metadata={**metadata, **facts})


HEADED = {**BEFORE, "documents": renamed_schema(DOCUMENTS, {"title": "heading"})}
"""The contracts with another name for `documents.title`."""
TEXTS = {
    **{name: kind for name, kind in BEFORE.items() if name != "documents"},
    "texts": renamed_schema(DOCUMENTS, {"title": "heading"}, name="texts"),
    "clauses": renamed_schema(CLAUSES, {}, references='{"document_id": ["texts", "document_id"]}'),
    "units": renamed_schema(
        UNITS, {}, references='{"document_id": ["texts", "document_id"], "parent_id": ["units", "unit_id"]}'
    ),
}
"""The contracts with another name for the table, too."""
COLUMN = """
[[column]]
table = "documents"
from = "title"
to = "heading"
major = 2
reason = "it is what stands above the text"
"""
TABLE = """
[[table]]
from = "documents"
to = "texts"
major = 2
reason = "a document may hold several texts"
"""
ID = """
[[id]]
table = "documents"
from = "{}"
to = "{}"
reason = "the address was written in two ways"
"""


@pytest.fixture
def declared(tmp_path):
    """Read a file of renames with this content."""

    def read_it(content: str, contracts=BEFORE):
        path = tmp_path / "renames.toml"
        path.write_text(content, encoding="utf-8")
        return read_renames(path, contracts)

    return read_it


@pytest.fixture
def build(tmp_path, declared):
    """Publish rows under contracts, with the entries of a file."""

    def run(tables, contracts=BEFORE, entries: str = "", version: Version | None = None) -> Published | Unchanged:
        staging = tmp_path / "staging"
        for old in staging.glob("*.parquet"):
            old.unlink()
        stage(staging, tables, contracts)
        names = declared(entries, contracts)
        return publish(staging, contracts, tmp_path / "output", schema_version="1", version=version, renames=names)

    return run


def changes(built) -> list[tuple]:
    order = ("table_name", "row_id", "change", "column_name", "before", "after", "cause")
    return [tuple(row[name] for name in order) for row in read(built.path / "changes.parquet")]


def aliases(built) -> list[tuple]:
    return [tuple(row.values())[:4] for row in read(built.path / "aliases.parquet")]


def faults(tmp_path, built) -> list[str]:
    with small_engine(tmp_path) as connection:
        copies = wrong_copies(connection, built.path, stored_tables(built.path))
        return [*find_faults(connection, built.path), *copies]


class TestTheFile:
    def test_an_entry_of_each_kind(self, declared):
        ids = ID.format("old", "new") + 'since = "1.3.0"\n'
        column = COLUMN.replace('"documents"', '"texts"')
        assert declared(TABLE + column + ids.replace('"documents"', '"texts"'), TEXTS) == type(NO_RENAMES)(
            (TableRename(1, "documents", "texts", 2, "a document may hold several texts"),),
            (ColumnRename(1, "texts", "title", "heading", 2, "it is what stands above the text"),),
            (IdRename(1, "texts", "old", "new", Version(1, 3, 0), "the address was written in two ways"),),
        )

    def test_an_empty_file_renames_nothing(self, declared):
        assert declared("# nothing yet\n") == NO_RENAMES

    @pytest.mark.parametrize(
        ("content", "fault"),
        [
            ("[[column]\n", "is not TOML in UTF-8"),
            ('[[row]]\nfrom = "a"\n', "entries only, not row"),
            ('column = "title"\n', "entries only, not a value"),
            (COLUMN.replace("reason", "why"), r"column entry 1 \(documents title heading\), reason: it is missing"),
            (COLUMN + "since = 2\n", "since: there is no such key; there are table, from, to, major, reason"),
            (COLUMN.replace('"title"', "3"), "from: it must be a text that is not empty"),
            (COLUMN.replace('"title"', '"Title"'), "from: 'Title' is no name"),
            (COLUMN.replace('"title"', '"words"'), "from: 'words' is still a column of documents"),
            (COLUMN.replace('"heading"', '"head"'), "to: 'head' is no column of documents"),
            (COLUMN.replace('"documents"', '"texts"'), "table: 'texts' is no table"),
            (COLUMN.replace("2", "1"), "major: it must be the major version"),
            (COLUMN.replace("2", "true"), "major: it must be the major version"),
            (COLUMN + COLUMN, r"documents.title stands in column entry 1 \(.*\) and in column entry 2"),
            (COLUMN + COLUMN.replace("title", "name"), "documents.heading stands in column entry 1"),
            (TABLE.replace("documents", "papers"), "to: 'texts' is no table"),
            (TABLE.replace("texts", "clauses"), "from: 'documents' is still a table"),
            (ID.format("a", ""), "to: it must be a text that is not empty"),
            (ID.format("a", "b") + 'since = "1.3"\n', "since: '1.3' is not a version"),
            (ID.format("a", "b") + ID.format("a", "c"), "documents a stands in id entry 1"),
            (ID.format("a", "b") + ID.format("b", "c"), r"id entry 1 .* leads to a retired id, see id entry 2"),
            (ID.format("a", "a"), "leads to a retired id"),
            (ID.format("a", "b").replace("documents", "clauses"), "rows of clauses have no id of their own"),
        ],
    )
    def test_a_faulty_entry_is_named(self, declared, content, fault):
        with pytest.raises(RenameFaulty, match=fault):
            declared(content, HEADED)


class TestAColumn:
    def test_is_one_change_and_a_major_version(self, build):
        build(rows())
        built = build(rows(title="heading"), HEADED, COLUMN)
        assert built.version == SECOND
        assert changes(built) == [("documents", "*", "renamed", "heading", "title", "heading", "rename")]

    def test_without_the_entry_it_is_all_that_left_and_all_that_came(self, build):
        build(rows())
        told = changes(build(rows(title="heading"), HEADED))
        assert [change[2:4] for change in told if change[0] == "documents"] == [
            ("added", "heading"), ("removed", "title"),
        ]  # fmt: skip
        assert [change[2] for change in told if change[0] == "evidence"] == ["added", "removed"]

    def test_values_that_changed_too_are_told_under_the_new_name(self, build):
        build(rows())
        other = rows(title="heading")
        other["documents"][0] = {**other["documents"][0], "heading": "Summary"}
        assert ("documents", "d1", "changed", "heading", "Chairs’ Summary", "Summary", None) in changes(
            build(other, HEADED, COLUMN)
        )

    def test_a_part_of_a_key_may_be_renamed(self, build):
        key = '["document_id", "place"]'
        placed = {**BEFORE, "clauses": renamed_schema(CLAUSES, {"position": "place"}, key=key)}
        build(rows())
        tables = rows()
        tables["clauses"] = [{"document_id": c["document_id"], "place": c["position"], "text": c["text"]} for c in tables["clauses"]]  # fmt: skip
        entry = COLUMN.replace("documents", "clauses").replace("title", "position").replace("heading", "place")
        told = changes(build(tables, placed, entry))
        assert told == [("clauses", "*", "renamed", "place", "position", "place", "rename")]

    def test_the_old_name_is_in_a_schema_of_the_version_before(self, build, tmp_path):
        build(rows())
        built = build(rows(title="heading"), HEADED, COLUMN)
        database = built.path / "g7data.duckdb"
        assert ask(database, "SELECT title FROM v1.documents WHERE document_id = 'd1'") == [("Chairs’ Summary",)]
        with duckdb.connect(str(database), read_only=True) as connection:
            connection.execute("SET search_path = 'v1,main'")
            query = "SELECT title, text FROM documents JOIN clauses USING (document_id) WHERE position = 2"
            assert connection.sql(query).fetchall() == [("Chairs’ Summary", "We will act.")]
        assert ask(database, "SELECT comment FROM duckdb_views() WHERE schema_name = 'v1'") == [
            ("documents under its names of before: title is heading now. Kept in all releases 2.x, gone in 3.0.0",)
        ]
        assert faults(tmp_path, built) == []

    def test_the_view_is_found_whatever_the_file_is_attached_as(self, build):
        build(rows())
        built = build(rows(title="heading"), HEADED, COLUMN)
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH '{built.path / 'g7data.duckdb'}' AS g7 (READ_ONLY)")
            assert len(connection.sql("SELECT title FROM g7.v1.documents").fetchall()) == 2

    def test_a_question_of_a_user_reaches_the_old_name(self, build):
        build(rows())
        built = build(rows(title="heading"), HEADED, COLUMN)
        question = "SELECT count(title) FROM v1.documents"
        with sealed(built.path / "g7data.duckdb") as connection, asked(connection, question) as answer:
            assert answer.fetchall() == [(2,)]

    def test_the_old_name_stays_for_one_major_version(self, build):
        build(rows())
        build(rows(title="heading"), HEADED, COLUMN)
        more = rows(title="heading")
        more["clauses"].append(clause("d2", 2))
        minor = build(more, HEADED, COLUMN)
        major = build(rows(title="heading"), HEADED, COLUMN, Version(3, 0, 0))
        views = "SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal"
        assert (minor.version, ask(minor.path / "g7data.duckdb", views)) == (Version(2, 1, 0), [("v1", "documents")])
        assert (major.version, ask(major.path / "g7data.duckdb", views)) == (Version(3, 0, 0), [])
        assert [change[2] for change in changes(minor)] == ["added"], "a rename is told once"

    def test_a_first_release_has_never_had_the_old_name(self, build):
        built = build(rows(title="heading"), HEADED, COLUMN)
        assert built.version == Version(1, 0, 0)
        assert ask(built.path / "g7data.duckdb", "SELECT * FROM duckdb_views() WHERE NOT internal") == []

    def test_another_major_version_is_refused(self, build):
        build(rows())
        with pytest.raises(RenameFaulty, match=r"major is 3, but the release .* is 2\.0\.0; write major = 2"):
            build(rows(title="heading"), HEADED, COLUMN.replace("2", "3"))
        assert build(rows(title="heading"), HEADED, COLUMN.replace("2", "3"), Version(3, 0, 0)).version.major == 3

    def test_so_is_another_type_at_the_same_time(self, build):
        build(rows())
        kind = pa.schema(
            [column.with_type(pa.int64()) if column.name == "heading" else column for column in HEADED["documents"]],
            metadata=HEADED["documents"].metadata,
        )
        tables = rows(title="heading")
        tables["documents"] = [{**row, "heading": 1} for row in tables["documents"]]
        with pytest.raises(RenameFaulty, match="it has another type now as well"):
            build(tables, {**BEFORE, "documents": kind}, COLUMN)


class TestATable:
    BOTH = TABLE + COLUMN.replace('"documents"', '"texts"')

    def test_is_one_change_also_with_a_column_of_it(self, build):
        build(rows())
        built = build(rows(title="heading", texts="texts"), TEXTS, self.BOTH)
        assert built.version == SECOND
        assert changes(built) == [
            ("texts", "*", "renamed", None, "documents", "texts", "rename"),
            ("texts", "*", "renamed", "heading", "title", "heading", "rename"),
        ]
        told = (built.path / "CHANGES.md").read_text(encoding="utf-8")
        assert "- Names were changed: 2 changes to tables and columns." in told
        assert "- `texts`: `heading` renamed from “title” to “heading”" in told

    def test_is_found_under_its_old_name_with_its_old_columns(self, build, tmp_path):
        build(rows())
        built = build(rows(title="heading", texts="texts"), TEXTS, self.BOTH)
        for name in ("documents", "v1.documents"):
            assert len(ask(built.path / "g7data.duckdb", f"SELECT title FROM {name}")) == 2
        assert "documents" not in row_counts(built.path)
        assert faults(tmp_path, built) == []


class TestAnId:
    ENTRY = ID.format("d1", "e1")

    def test_is_one_change_with_all_that_refers_to_it(self, build, tmp_path):
        build(rows())
        built = build(rows("e1"), entries=self.ENTRY)
        assert built.version == Version(1, 1, 0)
        assert changes(built) == [
            ("aliases", "d1/documents", "added", None, None, None, "rename"),
            ("documents", "e1", "renamed", "document_id", "d1", "e1", "rename"),
        ]
        assert aliases(built) == [("d1", "documents", "e1", "1.1.0")]
        assert faults(tmp_path, built) == []
        told = (built.path / "CHANGES.md").read_text(encoding="utf-8")
        assert "- Names were changed: 1 row came, 1 id renamed." in told
        assert "- `documents e1`: `document_id` renamed from “d1” to “e1”" in told

    def test_stays_findable_since_the_version_that_told_it(self, build):
        build(rows())
        build(rows("e1"), entries=self.ENTRY)
        more = rows("e1")
        more["clauses"].append(clause("d2", 2))
        later = build(more, entries=self.ENTRY)
        assert (later.version, aliases(later)) == (Version(1, 2, 0), [("d1", "documents", "e1", "1.1.0")])
        assert isinstance(build(more, entries=self.ENTRY), Unchanged)

    def test_keeps_the_contract_of_the_table(self, build):
        build(rows())
        built = build(rows("e1"), entries=self.ENTRY + 'since = "1.0.7"\n')
        frame = pl.read_parquet(built.path / "aliases.parquet")
        assert frame["since"].to_list() == ["1.0.7"]
        assert schemas.validate("aliases", frame.cast(schemas.empty("aliases").schema)).failures == ()

    def test_cannot_be_forgotten(self, build):
        build(rows())
        build(rows("e1"), entries=self.ENTRY)
        with pytest.raises(RenameFaulty, match=r"d1 → e1 of documents, known since 1\.1\.0, is not declared any more"):
            build(rows("e1"))

    def test_may_come_back_into_use(self, build):
        build(rows())
        build(rows("e1"), entries=self.ENTRY)
        back = build(rows())
        assert aliases(back) == []

    def test_that_is_still_there_is_refused(self, build):
        build(rows())
        with pytest.raises(RenameFaulty, match="d1 is still an id of documents"):
            build(rows(), entries=self.ENTRY)

    def test_whose_new_one_is_not_there_is_refused(self, build):
        build(rows())
        with pytest.raises(RenameFaulty, match="e1 is no id of documents"):
            build(rows("f1"), entries=self.ENTRY)

    def test_of_pages_that_are_not_here_is_left_out(self, build):
        assert aliases(build(rows(), entries=ID.format("x1", "y1"))) == []

    def test_may_lead_further_when_its_new_one_is_retired(self, build):
        build(rows())
        build(rows("e1"), entries=self.ENTRY)
        further = build(rows("f1"), entries=ID.format("d1", "f1") + ID.format("e1", "f1"))
        assert aliases(further) == [("d1", "documents", "f1", "1.1.0"), ("e1", "documents", "f1", "1.2.0")]
        assert ("documents", "f1", "renamed", "document_id", "e1", "f1", "rename") in changes(further)
        assert not [change for change in changes(further) if change[0] in ("clauses", "units", "evidence")]

    def test_that_was_merged_with_another_leaves_as_a_row(self, build):
        build(rows())
        merged = {**rows(), "documents": [document("d2")], "clauses": [clause("d2", 1)], "units": [], "evidence": []}
        built = build(merged, entries=ID.format("d1", "d2"))
        assert ("documents", "d1", "removed", None, None, None, None) in changes(built)
        assert aliases(built) == [("d1", "documents", "d2", "1.1.0")]


def test_ids_that_begin_alike_are_not_taken_for_one_another(build):
    """A meeting's id may be the beginning of another meeting's, which is not made of it."""
    meetings = schema("meetings", ["meeting_id"], [field("meeting_id", pa.string(), null=False)])
    expected = schema("coverage", ["meeting_id"], [field("meeting_id", pa.string(), null=False)])
    contracts = {**BEFORE, "meetings": meetings, "coverage": expected}

    def known(*ids):
        listed = [{"meeting_id": name} for name in ids]
        named = [{"table_name": "meetings", "row_id": ids[1], "column_name": "year", "rule": "a"}]
        return {**rows(), "meetings": listed, "coverage": listed, "evidence": named}

    build(known("g7-2023", "g7-2023-0429"), contracts)
    entry = ID.format("g7-2023", "g7-2023-digital").replace("documents", "meetings")
    built = build(known("g7-2023-digital", "g7-2023-0429"), contracts, entry)
    assert changes(built) == [
        ("aliases", "g7-2023/meetings", "added", None, None, None, "rename"),
        ("meetings", "g7-2023-digital", "renamed", "meeting_id", "g7-2023", "g7-2023-digital", "rename"),
    ]


class TestReleasesThatDoNotFollowEachOther:
    """1.0.0 → 2.0.0 renames a column, 2.1.0 an id, 3.0.0 the table, 4.0.0 the column once more."""

    @pytest.fixture
    def diff(self, build, tmp_path):
        last = {**TEXTS, "texts": renamed_schema(TEXTS["texts"], {"heading": "headline"})}
        again = (TABLE + COLUMN.replace('"documents"', '"texts"')).replace("major = 2", "major = 3")
        fourth = (
            COLUMN.replace('"documents"', '"texts"').replace('"heading"', '"headline"').replace('"title"', '"heading"')
        )
        retired = ID.format("d1", "e1")
        moved = retired.replace('"documents"', '"texts"')
        build(rows())
        build(rows(title="heading"), HEADED, COLUMN)
        build(rows("e1", title="heading"), HEADED, COLUMN + retired)
        build(rows("e1", title="heading", texts="texts"), TEXTS, again.split("[[column]]")[0] + moved)
        build(rows("e1", title="headline", texts="texts"), last, fourth.replace("major = 2", "major = 4") + moved)

        def run(before: str, after: str, *options: str) -> list[str]:
            done = CliRunner().invoke(main, ["diff", before, after, "--source", str(tmp_path / "output"), *options])
            assert done.exit_code == 0, done.output
            return done.stdout.splitlines()

        return run

    def test_what_was_renamed_on_the_way_is_renamed_and_nothing_left_or_came(self, diff):
        told = diff("1.0.0", "4.0.0")
        assert told[:3] == [
            "1.0.0 → 4.0.0",
            "= column texts.headline renamed: title → headline",
            "= table texts renamed: documents → texts",
        ]
        counts = {
            line.split()[0]: line.split()[1:]
            for line in told[4:]
            if line.startswith(("texts ", "clauses ", "aliases "))
        }
        assert counts == {"aliases": ["1", "–", "–", "–"], "texts": ["–", "–", "–", "1"]}
        assert "= e1  document_id: d1 → e1" in told

    def test_so_it_is_backwards(self, diff):
        told = diff("4.0.0", "1.0.0", "--table", "documents")
        assert "= table documents renamed: texts → documents" in told
        assert "= column documents.title renamed: headline → title" in told
        assert "= d1  document_id: e1 → d1" in told
        assert not any(line.startswith(("+", "-")) for line in told)

    def test_only_what_was_renamed_between_the_two_counts(self, diff):
        assert diff("2.0.0", "3.0.0")[1] == "= table texts renamed: documents → texts"
        assert not any("column" in line for line in diff("2.0.0", "3.0.0")[:4])
