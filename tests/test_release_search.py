"""What the macro `search` of the DuckDB file finds, beside a reading of every text that shares no code with it."""

import re
import unicodedata

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.release.search import write_search
from g7data.release.search_index import write_index

TEXTS = [
    "We will protect submarine cables, and data flows.",
    "SUBMARINE activities near Cables: none.",
    "Cables under the sea carry data; data, and again data.",
    "The résumé of the Présidence française",
    "Une resume (sans accent)",
    "海底ケーブルの安全を確保する。",
    "海のケーブルは底にある。G7広島サミット",
    "はは と ぱぱ",
    "1.5 °C within reach by 2050",
    "",
    None,
]


def made(texts):
    """A database with these texts as clauses, in this order, and the index of them."""
    connection = duckdb.connect(config={"autoload_known_extensions": False, "autoinstall_known_extensions": False})
    connection.execute("CREATE TABLE clauses (number INTEGER, text VARCHAR)")
    connection.executemany("INSERT INTO clauses VALUES (?, ?)", [[*row] for row in enumerate(texts)])
    write_index(connection, "SELECT rowid AS clause, number AS key, text FROM clauses")
    write_search(connection, "clauses", "text")
    return connection


@pytest.fixture(scope="module")
def library():
    with made(TEXTS) as connection:
        yield connection


def search(connection, question):
    """The numbers of the clauses found, in the order in which they come."""
    return [number for (number,) in connection.execute("SELECT number FROM search(?)", [question]).fetchall()]


def folded(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))


def words(text):
    return re.findall(r"[^\W_]+", folded(text))


def scan(texts, phrase):
    """The numbers of the texts that hold the words of a phrase one after the other, read one by one."""
    asked = words(phrase)
    return [
        number
        for number, text in enumerate(texts)
        if text is not None
        and any(words(text)[i : i + len(asked)] == asked for i in range(len(words(text)) - len(asked) + 1))
    ]


SOME_WORDS = sorted({word for text in TEXTS[:5] for word in words(text)})[::4]  # a search takes a tenth of a second


@pytest.mark.parametrize("word", [*SOME_WORDS, "data", "2050", "g7"])
def test_a_word_is_found_where_a_reading_of_all_texts_finds_it(library, word):
    assert sorted(search(library, word)) == ([6] if word == "g7" else scan(TEXTS, word)) != []


@pytest.mark.parametrize(
    "phrase", ["submarine cables", "data flows", "data data", "Cables under the sea", "and data", "resume of"]
)
def test_a_phrase_is_found_where_a_reading_of_all_texts_finds_it(library, phrase):
    assert sorted(search(library, f'"{phrase}"')) == scan(TEXTS, phrase)
    assert search(library, f"“{phrase}”") == search(library, f'"{phrase}"')


LATIN = st.text(alphabet="abé ,.’-B1", max_size=12)


@settings(max_examples=10, deadline=None)
@given(texts=st.lists(LATIN, min_size=1, max_size=8), phrase=st.lists(LATIN, min_size=1, max_size=2).map(" ".join))
def test_any_phrase_in_any_texts_is_found_as_by_reading_them(texts, phrase):
    if words(phrase):
        with made(texts) as connection:
            assert sorted(search(connection, f'"{phrase}"')) == scan(texts, phrase)


JAPANESE = st.text(alphabet="海底ケブがか。 a", max_size=10)


@settings(max_examples=10, deadline=None)
@given(texts=st.lists(JAPANESE, min_size=1, max_size=8), run=st.text(alphabet="海底ケブがか", min_size=1, max_size=4))
def test_what_is_written_without_spaces_is_found_wherever_it_stands(texts, run):
    with made(texts) as connection:
        assert sorted(search(connection, run)) == [number for number, text in enumerate(texts) if run in text]


def test_all_words_must_be_there_in_any_order(library):
    assert sorted(search(library, "cables submarine")) == [0, 1]
    assert search(library, "cables submarine nowhere") == []


def test_case_and_accents_do_not_count_but_the_marks_of_kana_do(library):
    assert sorted(search(library, "RÉSUMÉ")) == sorted(search(library, "resume")) == [3, 4]
    assert search(library, unicodedata.normalize("NFD", "présidence")) == [3]
    assert (search(library, "ぱぱ"), search(library, "はは")) == ([7], [7])
    assert search(library, "ばば") == []


def test_an_asterisk_stands_for_any_ending(library):
    assert search(library, "cab*") == search(library, "cables")
    assert sorted(search(library, "protec* da*")) == [0]
    assert sorted(search(library, "pres* francaise")) == [3]


def test_words_without_spaces_stand_as_they_are_and_other_scripts_beside_them_are_words(library):
    assert search(library, "海底ケーブル") == [5]
    assert sorted(search(library, "ケーブル")) == [5, 6]
    assert search(library, '"G7広島"') == search(library, "g7 広島") == [6]


def test_the_best_comes_first_and_each_row_is_whole(library):
    assert search(library, "data")[0] == 2
    rows = library.execute("SELECT number, text, score FROM search('data')").fetchall()
    assert [(number, text) for number, text, _ in rows] == [(2, TEXTS[2]), (0, TEXTS[0])]
    assert rows[0][2] > rows[1][2] > 0


def test_a_rare_word_weighs_more_than_a_frequent_one():
    with made(["frequent"] * 9 + ["rare"] * 2 + ["neither"]) as connection:
        score = dict(connection.execute("SELECT text, score FROM search('frequent')").fetchall())
        score |= dict(connection.execute("SELECT text, score FROM search('rare')").fetchall())
    assert score["rare"] > score["frequent"]


@pytest.mark.parametrize("nothing", ["", "  ", "…", '""', "*", '"', "a' OR true --"])
def test_a_question_without_words_that_are_there_finds_nothing(library, nothing):
    assert search(library, nothing) == []


def test_an_index_of_nothing_finds_nothing():
    with made([None]) as connection:
        assert search(connection, "data") == []
        assert connection.execute("SELECT clauses FROM search_index.totals").fetchall() == [(0,)]


def test_the_same_clauses_give_the_same_index_whatever_the_threads():
    indexes = []
    for threads in (1, 2):
        with made(TEXTS * 300) as connection:
            connection.execute("DROP SCHEMA search_index CASCADE")
            connection.execute(f"SET threads = {threads}")
            write_index(connection, "SELECT rowid AS clause, number AS key, text FROM clauses")
            indexes.append(
                [connection.table(f"search_index.{name}").fetchall() for name in ("words", "places", "totals")]
            )
    assert indexes[0] == indexes[1]


def test_places_stand_in_the_order_of_words_and_then_of_clauses(library):
    places = library.execute("SELECT word_id, clause FROM search_index.places").fetchall()
    found = library.execute("SELECT word, word_id FROM search_index.words").fetchall()
    assert places == sorted(places)
    assert found == sorted(found)
    assert [word_id for _, word_id in found] == list(range(len(found)))


def test_text_that_is_not_there_is_not_in_the_index(library):
    held = library.execute("SELECT DISTINCT clause FROM search_index.places ORDER BY ALL").fetchall()
    assert [clause for (clause,) in held] == [number for number, text in enumerate(TEXTS) if text]


def test_no_more_than_the_most_that_are_wanted_come_and_these_are_the_best(library):
    everything = search(library, "data")
    assert library.execute("SELECT number FROM search('data', most := 1)").fetchall() == [(everything[0],)]
    assert len(library.execute("SELECT number FROM search('\"data\"', most := 9)").fetchall()) == len(everything)


@pytest.mark.parametrize("question", ["data", "protec* cables"])
def test_no_text_is_read_unless_it_is_asked_for_or_holds_a_phrase(question, tmp_path):
    path = tmp_path / "index.duckdb"
    with made(TEXTS) as connection:
        connection.execute(f"ATTACH '{path}' AS file")
        connection.execute("COPY FROM DATABASE memory TO file")
    with duckdb.connect(str(path), read_only=True) as connection:
        plan = connection.execute(f"EXPLAIN (FORMAT json) SELECT score FROM search('{question}')").fetchall()[0][1]
    assert ".main.clauses" in plan
    assert '"text"' not in plan
