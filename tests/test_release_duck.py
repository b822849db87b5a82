import duckdb
import pytest

from g7data.release.contract import StoredTable
from g7data.release.duck import count_rows, finish_database, new_database
from g7data.release.parquet import write_table
from tests.release_samples import SCHEMAS, TABLES, ask, clause, small_engine, store

LABELS = {"version": "1.0.0", "licence": "CC-BY-4.0"}


@pytest.fixture
def database(tmp_path):
    tables = {**TABLES, "clauses": [clause("d1", position) for position in range(20_000, 0, -1)]}
    with small_engine(tmp_path) as connection:
        stored = {}
        for name, rows in tables.items():
            staged = store(tmp_path / "staged" / f"{name}.parquet", SCHEMAS[name], rows)
            stored[name] = StoredTable(staged.contract, tmp_path / f"{name}.parquet")
            write_table(connection, staged, stored[name].path, LABELS)
        contracts = [table.contract for table in stored.values()]
        with new_database(connection, tmp_path / "g7data.duckdb", contracts) as written:
            for table in stored.values():
                written.take(table)
            finish_database(written, LABELS)
    return tmp_path / "g7data.duckdb"


def test_every_table_is_there_with_all_its_rows(tmp_path, database):
    with small_engine(tmp_path) as connection:
        assert count_rows(connection, database) == {"documents": 2, "clauses": 20_000, "rejected": 2}


def test_tables_and_columns_say_what_they_mean(database):
    assert ask(database, "SELECT comment FROM duckdb_tables() WHERE table_name = 'clauses'") == [
        ("One row of clauses",)
    ]
    comments = dict(ask(database, "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'documents'"))
    assert comments["host_rights"] == "What host_rights means"
    assert None not in comments.values()


def test_rows_come_in_the_order_of_their_key(database):
    found = [position for (position,) in ask(database, "SELECT position FROM clauses")]
    assert found == list(range(1, 20_001))


def test_required_columns_are_not_null(database):
    question = "SELECT column_name FROM duckdb_columns() WHERE table_name = 'documents' AND NOT is_nullable"
    assert ask(database, question) == [("document_id",), ("official",)]


def test_times_show_in_any_client_without_an_extension(database):
    """A TIMESTAMP WITH TIME ZONE would need `icu` to be shown, and `pytz` in Python."""
    (found,) = ask(database, "SELECT retrieved_at, typeof(retrieved_at) FROM documents LIMIT 1")
    assert (str(found[0]), found[1]) == ("2026-11-20 08:30:00", "TIMESTAMP")


def test_lists_and_dates_keep_their_types(database):
    question = "SELECT typeof(flags), typeof(date), flags FROM documents ORDER BY ALL"
    assert ask(database, question)[0] == ("VARCHAR[]", "DATE", ["list_lost"])


def test_the_file_says_which_release_it_is(database):
    assert ask(database, "FROM release") == [("1.0.0", "CC-BY-4.0")]


def test_the_file_opens_in_duckdb_1_0(database):
    """What DuckDB 1.0 cannot read are newer storage formats, and primary keys written since (tried with 1.0.0)."""
    (tags,) = ask(database, "SELECT tags FROM duckdb_databases() WHERE NOT internal")
    assert tags[0]["storage_version"].startswith("v1.0.0")
    assert ask(database, "SELECT constraint_text FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'") == []


def test_nothing_is_left_beside_the_file(database):
    assert not database.with_name("g7data.duckdb.wal").exists()


def test_clauses_are_searched_without_any_extension_and_rows_found_are_those_of_the_table(tmp_path, database):
    assert ask(database, "SELECT count(*) FROM search('\"will act\"')") == [(20_000,)]
    assert ask(database, "SELECT document_id, position FROM search('We ACT') LIMIT 2") == [("d1", 1), ("d1", 2)]
    question = "SELECT count(*) FROM search_index.places p JOIN clauses c ON c.rowid = p.clause"
    assert ask(database, question) == [(60_000,)]


def test_an_attached_file_is_searched_too(database):
    with duckdb.connect(config={"autoload_known_extensions": False}) as connection:
        connection.execute(f"ATTACH '{database}' AS g7 (READ_ONLY)")
        connection.execute("USE g7")
        assert connection.execute("SELECT count(*) FROM search('act')").fetchall() == [(20_000,)]


def test_rows_stand_in_small_groups_so_that_one_document_is_few_of_them(database):
    groups = "SELECT count(DISTINCT row_group_id) FROM pragma_storage_info('clauses')"
    assert ask(database, groups) == [(3,)]
