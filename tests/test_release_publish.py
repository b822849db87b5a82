import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from g7data.release import build
from g7data.release.errors import (
    ColumnWithoutDescription,
    ContractIncomplete,
    DuplicateKey,
    IndexUnreadable,
    OutputBusy,
    ReleaseDamaged,
    ReleaseExists,
    RequiredValueMissing,
    VersionTooLow,
)
from g7data.release.lock import exclusive
from g7data.release.open import find_release, row_counts
from g7data.release.publish import Published, Unchanged
from g7data.release.version import Version
from tests.made_once import made_once
from tests.release_samples import CHANGES, SCHEMAS, TABLES, ask, clause, document, read, release, schema

CORRECTED = {"documents": [document("d1", title="Corrected"), TABLES["documents"][1]]}
GROWN = {"clauses": [*TABLES["clauses"], clause("d2", 2)]}
TWICE = {"documents": [document("d1"), document("d1")]}


@pytest.fixture
def output(tmp_path):
    return tmp_path / "output"


@pytest.fixture(scope="session")
def released(shared):
    """An output folder with 1.0.0."""
    return made_once(shared / "release-1.0.0", lambda folder: release(folder / "output")) / "output"


@pytest.fixture
def first(output, released):
    """In the output folder is 1.0.0 already."""
    return shutil.copytree(released, output, symlinks=True)


def index(output):
    return json.loads((output / "index.json").read_text(encoding="utf-8"))


def listed(output):
    return [(entry["version"], entry["status"]) for entry in index(output)["releases"]]


def refuse(*_):
    raise PermissionError


def assert_whole(output, version):
    """`latest` opens and is `version`, the index says so too, and nothing is lying about."""
    assert (output / "latest").resolve().name == version
    assert index(output)["latest"] == version
    assert ask(output / "latest" / "g7data.duckdb", "SELECT version FROM release") == [(version,)]
    checked = subprocess.run(["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"], cwd=output / "latest")
    assert checked.returncode == 0
    assert [path.name for path in (output / "releases").iterdir() if path.name.startswith(".")] == []


class TestFirstRelease:
    def test_it_is_1_0_0_and_has_no_changes(self, output):
        published = release(output)

        assert isinstance(published, Published)
        assert (str(published.version), published.previous) == ("1.0.0", None)
        assert published.rows == {"documents": 2, "clauses": 3, "rejected": 2, "changes": 0}
        assert_whole(output, "1.0.0")

    def test_it_holds_what_a_release_holds(self, output):
        assert sorted(path.name for path in release(output).path.iterdir()) == [
            "CHANGES.md",
            "CITATION.cff",
            "CODEBOOK.md",
            "README.md",
            "SHA256SUMS",
            "changes.parquet",
            "clauses.parquet",
            "croissant.json",
            "datapackage.json",
            "dcat.jsonld",
            "documents.parquet",
            "g7data.duckdb",
            "rejected.parquet",
            "schema-org.jsonld",
        ]

    def test_every_file_says_which_release_it_belongs_to(self, output):
        metadata = pq.read_schema(release(output).path / "clauses.parquet").metadata
        labels = {name: metadata[name].decode() for name in (b"version", b"schema_version", b"licence")}
        assert list(labels.values()) == ["1.0.0", "1.2", "CC-BY-4.0"]

    def test_it_is_listed_for_programs(self, output, first):
        (entry,) = index(output)["releases"]
        assert entry["path"] == "releases/1.0.0"
        assert entry["rows"] == {"documents": 2, "clauses": 3, "rejected": 2, "changes": 0}
        assert (entry["status"], entry["previous"], entry["schema_version"]) == ("published", None, "1.2")
        assert len(entry["sha256"]) == 64

    def test_latest_is_a_relative_link_so_that_the_output_can_be_moved(self, output, first, tmp_path):
        assert (output / "latest").readlink() == Path("releases/1.0.0")
        assert row_counts(find_release(output.rename(tmp_path / "moved")))["clauses"] == 3

    def test_its_database_holds_the_same_values_as_its_parquet(self, output):
        folder = release(output).path
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH '{folder / 'g7data.duckdb'}' AS g7 (READ_ONLY)")
            for name in SCHEMAS:
                stored = connection.table(f"g7.{name}").project("COLUMNS(c -> c <> 'retrieved_at')")
                assert stored.columns
                parquet = connection.read_parquet(str(folder / f"{name}.parquet")).project(", ".join(stored.columns))
                assert stored.fetchall() == parquet.fetchall()

    def test_all_but_the_database_is_the_same_byte_for_byte(self, tmp_path):
        one, other = (release(tmp_path / name / "output").path for name in ("one", "other"))
        for path in one.iterdir():
            if path.name not in ("g7data.duckdb", "SHA256SUMS"):
                assert path.read_bytes() == (other / path.name).read_bytes(), path.name


class TestNextRelease:
    def test_without_a_difference_there_is_none(self, output, first):
        before = (output / "index.json").read_bytes()
        again = release(output)

        assert again == Unchanged(Version(1, 0, 0), output / "releases" / "1.0.0")
        assert (output / "index.json").read_bytes() == before
        assert_whole(output, "1.0.0")

    @pytest.mark.parametrize(("changed", "version"), [(CORRECTED, "1.0.1"), (GROWN, "1.1.0")])
    def test_the_version_follows_from_the_changes(self, output, first, changed, version):
        published = release(output, changed)
        assert (str(published.version), str(published.previous)) == (version, "1.0.0")
        assert_whole(output, version)

    def test_a_column_that_left_raises_the_major_version(self, output, first):
        kept = [column for column in SCHEMAS["clauses"] if column.name != "text"]
        shorter = SCHEMAS | {"clauses": schema("clauses", ["document_id", "position"], kept)}
        rows = [{"document_id": "d1", "position": 1}]
        assert str(release(output, {"clauses": rows}, schemas=shorter).version) == "2.0.0"

    def test_its_changes_are_a_table_like_the_others(self, output, first):
        folder = release(output, CORRECTED | GROWN).path

        assert [
            (row["row_id"], row["change"], row["before"], row["after"]) for row in read(folder / "changes.parquet")
        ] == [
            ("d2/2", "added", None, None),
            ("d1", "changed", "Chairs’ Summary", "Corrected"),
        ]
        assert ask(folder / "g7data.duckdb", "SELECT count(*) FROM changes") == [(2,)]
        assert "`title` changed from “Chairs’ Summary” to “Corrected”" in (folder / "CHANGES.md").read_text()

    def test_the_one_before_stays_as_it_was(self, output):
        folder = release(output).path
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        release(output, CORRECTED)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_a_version_asked_for_may_be_higher(self, output, first):
        assert str(release(output, CORRECTED, version=Version(2, 0, 0)).version) == "2.0.0"

    def test_a_version_asked_for_may_not_be_lower(self, output, first):
        with pytest.raises(VersionTooLow, match=r"1\.0\.5 is too low: the changes call for 1\.1\.0"):
            release(output, GROWN, version=Version(1, 0, 5))

    def test_a_published_number_is_never_used_again(self, output, first):
        release(output, CORRECTED)
        shutil.rmtree(output / "releases" / "1.0.1")

        with pytest.raises(ReleaseExists, match=r"1\.0\.1 was published before and is never changed"):
            release(output, CORRECTED, version=Version(1, 0, 1))
        assert ("1.0.1", "withdrawn") in listed(output)
        assert str(release(output, CORRECTED).version) == "1.0.2"

    def test_a_folder_that_was_missing_and_is_back_is_listed_once(self, output):
        release(output)
        release(output, CORRECTED)
        (output / "releases" / "1.0.1").rename(output / "away")
        assert isinstance(release(output), Unchanged)
        assert_whole(output, "1.0.0")
        (output / "away").rename(output / "releases" / "1.0.1")
        assert isinstance(release(output, CORRECTED), Unchanged)
        assert listed(output) == [("1.0.0", "published"), ("1.0.1", "published")]
        assert_whole(output, "1.0.1")

    def test_a_folder_that_is_no_release_is_left_alone(self, output, first):
        (output / "releases" / "3.0.0").mkdir()
        (output / "releases" / "notes").mkdir()
        assert str(release(output, CORRECTED).version) == "1.0.1"
        with pytest.raises(ReleaseExists):
            release(output, GROWN, version=Version(3, 0, 0))

    def test_a_cause_that_was_given_stands_at_every_change(self, output, first):
        folder = release(output, CORRECTED | GROWN, cause="source").path
        assert [row["cause"] for row in read(folder / "changes.parquet")] == ["source", "source"]

    def test_a_cause_that_the_contract_requires_must_be_given(self, output):
        cause = CHANGES.field("cause").with_nullable(False)
        strict = SCHEMAS | {"changes": CHANGES.set(CHANGES.get_field_index("cause"), cause)}
        release(output, schemas=strict)
        with pytest.raises(RequiredValueMissing, match=r"changes: null where a value is required: cause \(1 rows\)"):
            release(output, CORRECTED, schemas=strict)


class TestFailure:
    def test_a_failed_build_is_listed_with_its_reason_and_never_becomes_latest(self, output, first):
        with pytest.raises(DuplicateKey):
            release(output, TWICE)

        failed = index(output)["releases"][-1]
        assert (failed["version"], failed["status"], failed["previous"]) == (None, "failed", "1.0.0")
        assert failed["reason"].startswith("DuplicateKey: documents: 2 rows have the key document_id='d1'")
        assert_whole(output, "1.0.0")

    def test_a_failure_that_repeats_is_listed_once(self, output):
        for _ in range(3):
            with pytest.raises(DuplicateKey):
                release(output, TWICE)
        assert listed(output) == [(None, "failed")]

    def test_a_first_build_that_fails_leaves_no_latest(self, output):
        with pytest.raises(DuplicateKey):
            release(output, TWICE)
        assert not (output / "latest").exists()
        assert index(output)["latest"] is None

    def test_a_failure_is_followed_by_a_release_as_if_it_had_not_been(self, output, first):
        with pytest.raises(DuplicateKey):
            release(output, TWICE)
        release(output, CORRECTED)
        assert listed(output) == [("1.0.0", "published"), (None, "failed"), ("1.0.1", "published")]
        assert_whole(output, "1.0.1")

    def test_a_failure_of_any_kind_is_listed_under_its_version(self, output, monkeypatch):
        def no_space(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(build, "finish_database", no_space)
        with pytest.raises(OSError, match="No space left"):
            release(output)
        assert listed(output) == [("1.0.0", "failed")]

    def test_a_release_that_is_not_whole_is_not_published(self, output, monkeypatch):
        finish = build.finish_database

        def lose_a_table(database, *rest):
            finish(database, *rest)
            database.connection.execute("DROP TABLE target.rejected")

        monkeypatch.setattr(build, "finish_database", lose_a_table)
        with pytest.raises(ReleaseDamaged, match=r"rejected: 2 rows in the Parquet files, no table in g7data\.duckdb"):
            release(output)
        assert listed(output) == [("1.0.0", "failed")]

    def test_a_column_without_a_description_fails_the_build(self, output):
        bare = pa.field("text", pa.string(), nullable=False, metadata={"example": "x"})
        with pytest.raises(ColumnWithoutDescription, match=r"clauses\.text has no description"):
            release(output, schemas=SCHEMAS | {"clauses": SCHEMAS["clauses"].set(2, bare)})
        assert listed(output) == [(None, "failed")]

    def test_a_release_needs_a_contract_for_its_changes(self, output):
        without = {name: kind for name, kind in SCHEMAS.items() if name != "changes"}
        with pytest.raises(ContractIncomplete, match="no schema was given for 'changes'"):
            release(output, schemas=without)

    def test_an_index_that_is_none_is_not_overwritten(self, output, first):
        (output / "index.json").write_text("[]")
        with pytest.raises(IndexUnreadable, match="move it away"):
            release(output, CORRECTED)
        (output / "index.json").unlink()
        release(output, CORRECTED)
        assert listed(output) == [("1.0.0", "published"), ("1.0.1", "published")]

    def test_a_second_build_in_the_same_output_stops(self, output, first):
        with exclusive(output), pytest.raises(OutputBusy):
            release(output, CORRECTED)
        assert listed(output) == [("1.0.0", "published")]


KILLED = """
import os, signal, sys
from importlib import import_module
from pathlib import Path

from tests.release_samples import release
from tests.test_release_publish import CORRECTED

module, name, when = sys.argv[2:]
module = import_module(f"g7data.release.{module}")
step = getattr(module, name)

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def interrupted(*args, **kwargs):
    if when == "before":
        die()
    step(*args, **kwargs)
    die()

setattr(module, name, interrupted)
release(Path(sys.argv[1]), CORRECTED)
"""
STEPS = [
    ("plan", "compare"),
    ("build", "write_table"),
    ("build", "finish_database"),
    ("build", "write_sums"),
    ("publish", "move_folder"),
    ("announce", "replace_link"),
    ("announce", "write_index"),
]


class TestInterruption:
    @pytest.mark.parametrize("when", ["before", "after"])
    @pytest.mark.parametrize(("module", "name"), STEPS)
    def test_a_build_killed_anywhere_leaves_a_latest_that_opens_and_the_next_one_finishes(
        self, output, first, module, name, when
    ):
        command = [sys.executable, "-c", KILLED, str(output), module, name, when]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(("src", "."))}
        killed = subprocess.run(command, env=environment, cwd=Path(__file__).parent.parent)
        assert killed.returncode == -signal.SIGKILL

        there = find_release(output)
        assert there.name in ("1.0.0", "1.0.1")
        assert ask(there / "g7data.duckdb", "SELECT version FROM release") == [(there.name,)]

        release(output, CORRECTED)
        assert_whole(output, "1.0.1")
        assert listed(output) == [("1.0.0", "published"), ("1.0.1", "published")]

    def test_a_link_that_cannot_be_moved_leaves_the_old_one(self, output, first, monkeypatch):
        with monkeypatch.context() as broken:
            broken.setattr(os, "replace", refuse)
            with pytest.raises(PermissionError):
                release(output, CORRECTED)
        assert find_release(output).name == "1.0.0"

        assert isinstance(release(output, CORRECTED), Unchanged)
        assert_whole(output, "1.0.1")

    @pytest.mark.parametrize("breakage", ["missing", "dangling"])
    def test_a_latest_that_is_lost_is_mended(self, output, first, breakage):
        (output / "latest").unlink()
        if breakage == "dangling":
            (output / "latest").symlink_to("releases/9.9.9")
        release(output)
        assert_whole(output, "1.0.0")

    def test_a_latest_that_a_maintainer_led_back_stays(self, output, first):
        release(output, CORRECTED)
        (output / "latest").unlink()
        (output / "latest").symlink_to("releases/1.0.0")
        assert isinstance(release(output, CORRECTED), Unchanged)
        assert (output / "latest").resolve().name == "1.0.0"
