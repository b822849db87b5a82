"""A question to a release reaches nothing else: attacks that a query might try, with all walls up and with each alone."""

import os
from pathlib import Path

import duckdb
import pytest

from g7data.client.errors import QueryFailed, QueryRefused
from g7data.client.sealed import asked, sealed
from tests.support_client import host, make_output


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return make_output(tmp_path_factory.mktemp("sealed")) / "releases" / "1.1.0"


@pytest.fixture
def place(published, tmp_path):
    """A folder with the database, and one with what no query may see."""
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "g7data.duckdb").write_bytes((published / "g7data.duckdb").read_bytes())
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "secret.csv").write_text("word\nsesame\n")
    (tmp_path / "away" / "clauses.parquet").write_bytes((published / "clauses.parquet").read_bytes())
    return tmp_path


READING = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM read_csv('{away}/secret.csv')",
    "SELECT * FROM '{away}/secret.csv'",
    "SELECT * FROM read_text('{away}/*')",
    "SELECT * FROM read_blob('{here}/g7data.duckdb')",
    "SELECT * FROM glob('{away}/*')",
    "SELECT * FROM read_parquet('{away}/clauses.parquet')",
    "SELECT * FROM parquet_metadata('{away}/clauses.parquet')",
    "SELECT * FROM sniff_csv('{away}/secret.csv')",
    "SELECT * FROM read_json('{away}/secret.csv')",
    "SELECT * FROM query('SELECT * FROM read_text(''{away}/secret.csv'')')",
    "SELECT * FROM query_table('{away}/secret.csv')",
    "WITH a AS (SELECT * FROM read_text('{away}/secret.csv')) SELECT * FROM a",
    "SELECT (SELECT content FROM read_text('{away}/secret.csv')) FROM clauses",
    "EXPLAIN ANALYZE SELECT * FROM read_text('{away}/secret.csv')",
    "PREPARE p AS SELECT * FROM read_text('{away}/secret.csv')",
    "IMPORT DATABASE '{away}'",
    "PRAGMA import_database('{away}')",
    "ATTACH '{away}/other.duckdb'",
    "ATTACH '{here}/g7data.duckdb' AS again (READ_ONLY)",
    "SELECT * FROM secret_of_python",
    "SELECT getenv('HOME')",
]
WRITING = [
    "COPY (SELECT 1) TO '{away}/new.csv'",
    "COPY clauses TO '{here}/new.parquet' (FORMAT parquet)",
    "COPY (SELECT 1) TO '{here}/g7data.duckdb'",
    "COPY (SELECT 1) TO '{here}/g7data.duckdb.wal'",
    "COPY (SELECT 1) TO '/dev/stdout'",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{here}/g7data.duckdb.wal'",
    "EXPLAIN COPY (SELECT 1) TO '{away}/new.csv'",
    "EXPORT DATABASE '{away}/all'",
    "SELECT * FROM query('COPY (SELECT 1) TO ''{away}/new.csv''')",
    "CALL enable_logging(storage := 'file', storage_config := {{'path': '{away}/logs'}})",
    "CALL enable_logging(storage := 'file', storage_path := '{away}/logs')",
    "SELECT * FROM enable_logging(storage := 'file', storage_config := {{'path': '{away}/logs'}})",
    "PRAGMA enable_profiling = 'json'",
    "PRAGMA profiling_output = '{away}/profile'",
    "CREATE PERSISTENT SECRET s (TYPE http)",
    "CREATE TABLE t (i INT)",
    "DELETE FROM clauses",
    "UPDATE clauses SET text = 'x'",
    "INSERT INTO clauses SELECT * FROM clauses",
    "DROP TABLE clauses",
    "MERGE INTO clauses USING clauses c ON false WHEN NOT MATCHED THEN INSERT",
]
LOADING = [
    "INSTALL httpfs",
    "INSTALL httpfs FROM '{web}'",
    "LOAD httpfs",
    "LOAD '{away}/x.duckdb_extension'",
    "FORCE INSTALL fts FROM community",
    "UPDATE EXTENSIONS",
    "SELECT * FROM read_csv('{web}/index.json')",
    "SELECT * FROM '{web}/releases/1.1.0/clauses.parquet'",
    "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    "ATTACH '{web}/releases/1.1.0/g7data.duckdb'",
    "COPY (SELECT 1) TO '{web}/new.csv'",
]
OPENING = [
    "SET enable_external_access = true",
    "RESET enable_external_access",
    "PRAGMA enable_external_access = true",
    "SET lock_configuration = false",
    "RESET lock_configuration",
    "SET disabled_filesystems = ''",
    "SET GLOBAL allowed_directories = ['/']",
    "SET allowed_paths = ['/etc/passwd']",
    "SET temp_directory = '{away}'",
    "PRAGMA temp_directory = '{away}'",
    "SET file_search_path = '{away}'",
    "SET home_directory = '{away}'",
    "SET secret_directory = '{away}'",
    "SET extension_directory = '{away}'",
    "SET log_query_path = '{away}/log'",
    "SET allow_unsigned_extensions = true",
    "SET autoinstall_known_extensions = true",
    "SET custom_extension_repository = '{web}'",
    "SET python_enable_replacements = true",
]
ATTACKS = [*READING, *WRITING, *LOADING, *OPENING]
QUESTIONS = [
    "SELECT count(*) FROM clauses",
    "FROM clauses",
    "TABLE clauses",
    "WITH c AS (FROM clauses) SELECT * FROM c;",
    "-- how many?\nSELECT 1",
    "DESCRIBE clauses",
    "SHOW TABLES",
    "SUMMARIZE clauses",
    "EXPLAIN SELECT * FROM clauses",
    "EXPLAIN ANALYZE SELECT * FROM clauses",
    "PIVOT clauses ON position IN (1, 2) USING count(*) GROUP BY document_id",
    "VALUES (1)",
    "SELECT table_name, comment FROM duckdb_tables()",
]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def attack_on(place: Path, attack: str, web: str = "http://127.0.0.1:9") -> str:
    return attack.format(here=place / "here", away=place / "away", web=web)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_query_reaches_nothing_but_the_release(place, attack):
    before = files(place)
    secret_of_python = duckdb.sql("SELECT 1")  # noqa: F841  a query must not see it
    with (
        sealed(place / "here" / "g7data.duckdb") as connection,
        pytest.raises((QueryRefused, QueryFailed)) as told,
        asked(connection, attack_on(place, attack)) as answer,
    ):
        answer.fetchall()
    assert "sesame" not in str(told.value)
    assert files(place) == before


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_walls_hold_without_the_one_that_looks_at_statements(place, attack):
    """Whatever kind of statement should get through: DuckDB itself is shut."""
    before = files(place)
    with sealed(place / "here" / "g7data.duckdb") as connection, pytest.raises(duckdb.Error):
        connection.execute(attack_on(place, attack)).fetchall()
    assert files(place) == before


def test_a_query_does_not_even_knock_at_the_network(place, published):
    with host(published) as (address, manners), sealed(place / "here" / "g7data.duckdb") as connection:
        for attack in LOADING:
            with (
                pytest.raises((QueryRefused, QueryFailed)),
                asked(connection, attack_on(place, attack, address)) as answer,
            ):
                answer.fetchall()
        assert manners.asked == []


def test_access_off_alone_would_not_do(place):
    """Why local files are off as well: DuckDB lets a query write beside a file that it has opened."""
    database = place / "here" / "g7data.duckdb"
    with duckdb.connect(database, read_only=True) as connection:
        connection.execute("SET enable_external_access = false")
        connection.execute(f"COPY (SELECT 1) TO '{database}.wal'")
    assert Path(f"{database}.wal").exists()


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_are_answered(place, question):
    with sealed(place / "here" / "g7data.duckdb") as connection, asked(connection, question) as answer:
        assert answer.fetchall()


@pytest.mark.parametrize(
    ("statement", "answer"),
    [
        ("", "there are 0 statements"),
        ("SELECT 1; SELECT 2", "there are 2 statements"),
        ("COPY clauses TO 'x.csv'", "COPY is not for releases"),
        ("SELECT * FROM read_csv('x.csv')", "no file and no network"),
    ],
)
def test_what_is_no_question_is_refused_with_what_is(place, statement, answer):
    with (
        sealed(place / "here" / "g7data.duckdb") as connection,
        pytest.raises(QueryRefused, match=f"{answer}.*a query is one SELECT"),
        asked(connection, statement),
    ):
        pass


@pytest.mark.parametrize(
    ("question", "answer"), [("SELEC 1", "syntax error"), ("FROM clause", 'Did you mean "clauses"')]
)
def test_a_question_that_fails_says_why(place, question, answer):
    with (
        sealed(place / "here" / "g7data.duckdb") as connection,
        pytest.raises(QueryFailed, match=answer),
        asked(connection, question),
    ):
        pass


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "g7data.duckdb").write_bytes(os.urandom(5000))
    with pytest.raises(QueryFailed, match="cannot be opened"), sealed(tmp_path / "g7data.duckdb"):
        pass
