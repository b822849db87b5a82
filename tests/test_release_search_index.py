"""The index of a release: taken over from the release before where texts are the same, and the same as one made anew."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from g7data.release import search_index
from g7data.release.earlier import EARLIER
from g7data.release.search_index import write_index
from tests.release_samples import TABLES, ask, clause, release

WORDS = "we will protect undersea cables and the data that they carry for all of our people".split()
TEXTS = [" ".join(WORDS[i % 9 : i % 9 + 5]) + f" in {2000 + i % 30}" for i in range(60)]
BEFORE = [*TEXTS, "海底ケーブル", None, "cables cables"]
CHANGES = {
    "nothing": BEFORE,
    "one text": [*TEXTS[:9], "we will guard undersea wires", *BEFORE[10:]],
    "one text less": BEFORE[1:],
    "one text more": ["zebras first", *BEFORE],
    "a text that was not published": [*BEFORE[:-2], "now it is", BEFORE[-1]],
    "a text that is not published any more": [None, *BEFORE[1:]],
    "a word that is gone": [*BEFORE[:60], "cables", *BEFORE[61:]],
}


def fill(connection: duckdb.DuckDBPyConnection, place: str, texts: list[str | None], first: int) -> None:
    connection.execute(f"CREATE TABLE {place}.clauses (number INTEGER, text VARCHAR)")
    connection.executemany(
        f"INSERT INTO {place}.clauses VALUES (?, ?)", [[first + i, text] for i, text in enumerate(texts)]
    )


def query(place: str) -> str:
    return f"SELECT rowid AS clause, number AS key, text FROM {place}.clauses"


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A database that has the index of `BEFORE`."""
    path = tmp_path / "before.duckdb"
    with duckdb.connect(str(path)) as connection:
        fill(connection, "main", BEFORE, 0)
        write_index(connection, query("main"))
    return path


def index(
    texts: list[str | None], first: int = 0, before: Path | None = None
) -> tuple[dict[str, list[tuple[object, ...]]], int]:
    """The tables of the index of `texts`, whose keys begin at `first`, and how many texts were read for them."""
    read = 0
    count = search_index._counted

    def counted(clauses):
        nonlocal read
        read += len(clauses)
        return count(clauses)

    with duckdb.connect() as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "_counted", counted)
        fill(connection, "main", texts, first)
        if before is not None:
            connection.execute(f"ATTACH '{before}' AS {EARLIER} (READ_ONLY)")
        write_index(connection, query("memory.main"), query(f"{EARLIER}.main") if before is not None else None)
        tables = {name: connection.table(f"search_index.{name}").fetchall() for name in ("words", "places", "totals")}
        left = connection.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall()
        views = connection.execute("SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal").fetchall()
    assert (left, views) == ([], [])
    return tables, read


@pytest.mark.parametrize("change", CHANGES)
def test_an_index_that_is_taken_over_is_that_which_is_made_anew(change: str, before: Path) -> None:
    texts = CHANGES[change]
    first = {"one text less": 1, "one text more": -1}.get(change, 0)
    anew, all_read = index(texts, first)
    taken, read = index(texts, first, before)
    assert taken == anew
    assert all_read == sum(text is not None for text in texts)
    assert read <= 1


def test_of_texts_most_of_which_are_new_nothing_is_taken_over(before: Path) -> None:
    texts = [text and f"{text} more" for text in BEFORE[:40]] + BEFORE[40:]
    anew, _ = index(texts)
    assert index(texts, 0, before) == (anew, sum(text is not None for text in texts))


def test_weights_are_worked_out_anew_where_texts_are_of_another_length(before: Path) -> None:
    texts = [*BEFORE, "word " * 200]
    anew, _ = index(texts)
    taken, read = index(texts, 0, before)
    assert taken == anew
    assert read == sum(text is not None for text in texts)
    assert taken["totals"][0][2] != index(BEFORE)[0]["totals"][0][2]


@pytest.mark.parametrize("spoilt", ["UPDATE search_index.totals SET rule = 'other'", "DROP TABLE search_index.totals", "DROP SCHEMA search_index CASCADE"])  # fmt: skip
def test_an_index_of_another_make_is_not_taken_over(spoilt: str, before: Path) -> None:
    with duckdb.connect(str(before)) as connection:
        connection.execute(spoilt)
    anew, all_read = index(BEFORE)
    assert index(BEFORE, 0, before) == (anew, all_read)


def spoil(database: Path) -> None:
    database.write_bytes(database.read_bytes() + b"more")


def lose_sums(database: Path) -> None:
    (database.parent / "SHA256SUMS").write_text("", encoding="utf-8")


@contextmanager
def held_open(database: Path) -> Iterator[None]:
    """Another process has the database open to write."""
    code = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code, str(database)], **pipes) as holder:
        assert holder.stdout.readline() == "open\n"
        yield
        holder.stdin.close()


def test_a_release_does_not_need_the_database_of_the_one_before_which_somebody_has_open(tmp_path: Path) -> None:
    first = release(tmp_path / "output").path
    with held_open(first / "g7data.duckdb"):
        second = release(tmp_path / "output", {"clauses": [*TABLES["clauses"], clause("d2", 2)]})
    assert ask(second.path / "g7data.duckdb", "SELECT count(*) FROM search('act')") == [(4,)]


@pytest.mark.parametrize(("done", "read"), [(None, 1), (spoil, 4), (Path.unlink, 4), (lose_sums, 4)])
def test_a_release_takes_over_what_the_one_before_has_if_its_file_is_as_it_was_published(
    done: Callable[[Path], None] | None, read: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown = {"clauses": [*TABLES["clauses"], clause("d2", 2)]}
    anew = release(tmp_path / "anew", grown).path / "g7data.duckdb"
    first = release(tmp_path / "output").path
    if done is not None:
        done(first / "g7data.duckdb")
    counted = []
    count = search_index._counted
    monkeypatch.setattr(search_index, "_counted", lambda clauses: counted.append(len(clauses)) or count(clauses))
    second = release(tmp_path / "output", grown).path / "g7data.duckdb"
    assert sum(counted) == read
    for name in ("words", "places", "totals"):
        assert ask(second, f"FROM search_index.{name}") == ask(anew, f"FROM search_index.{name}")
