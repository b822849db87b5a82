r"""Full-text search in the DuckDB file, with nothing but DuckDB: tables of words, and a macro that asks them.

    FROM search('submarine cables', most := 10)
    FROM search('"critical infrastructure" resilien* 海底ケーブル')

finds the clauses that hold all of it, best first (BM25). Words are found whatever their case and accents; a phrase
stands in quotation marks; an asterisk stands for any ending. Where a script writes no spaces (Chinese, Japanese; Korean
is read like them), each character and each pair of neighbours is a word, and what is asked for must stand there as it is.

Words are sorted, and so are the places of each, so that a question reads no more than those of its words, over the network
too. A place is the `rowid` of a clause. Text that is not published is not among the clauses, and so not here.
"""

from collections.abc import Mapping

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

SCHEMA = "search_index"
"""Where the words are: apart from the tables of the release, of which they are made."""
SEARCH = "search"
"""The macro that people use."""
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー]"
"""Characters of scripts in which spaces do not tell words."""
_QUOTE = '["“”„«»]'
_LETTERS = r"[\pL\pN\pM]"
_SATURATION, _LENGTH = 1.2, 0.75
"""The parameters k1 and b of BM25, with the values that are usual."""
_HEAVIEST = 31
"""A weight is a whole number up to this, in five bits."""
_AT_ONCE = 20_000
"""Clauses of which the words are counted at once, in memory."""

_OF_A_THREAD = 2048
"""Clauses whose words one thread of DuckDB finds at a time."""
_BITS = 32
"""Those of the number of a clause in its slice, beside which stands that of a word."""

_MACROS: Mapping[str, str] = {
    # the words of a text as they follow each other; what is written without spaces is one
    "runs(t)": rf"""CASE WHEN regexp_matches(t, '{_UNSPACED}')
        THEN list_transform(regexp_extract_all(lower(nfc_normalize(t)), '{_UNSPACED}+|{_LETTERS}+'),
            lambda r: CASE WHEN regexp_matches(r, '{_UNSPACED}') THEN r ELSE strip_accents(r) END)
        ELSE regexp_extract_all(strip_accents(lower(t)), '[\pL\pN]+') END""",
    # what is looked up, and so what the index holds
    "words_of(t)": rf"""CASE WHEN regexp_matches(t, '{_UNSPACED}')
        THEN flatten(list_transform({SCHEMA}.runs(t), lambda r: CASE WHEN regexp_matches(r, '{_UNSPACED}')
            THEN list_concat(list_transform(range(1, length(r) + 1), lambda i: substr(r, i, 1)),
                list_transform(range(1, length(r)), lambda i: substr(r, i, 2)))
            ELSE [r] END))
        ELSE {SCHEMA}.runs(t) END""",
    # a text in which phrases can be looked up
    "spaced(t)": f"' ' || array_to_string({SCHEMA}.runs(t), ' ') || ' '",
    # a question is made of words with an open end, which an asterisk follows, and all the others
    "open_ended(q)": rf"{SCHEMA}.runs(array_to_string(regexp_extract_all(q, '({_LETTERS}+)\*', 1), ' '))",
    "others(q)": rf"regexp_replace(q, '{_LETTERS}+\*', ' ', 'g')",
    # what must stand in a text as it is: phrases, and what is written without spaces, where words begin and end anywhere
    "phrases(q)": rf"""list_concat(
        list_transform(regexp_extract_all(q, '{_QUOTE}([^"“”„«»]+){_QUOTE}', 1),
            lambda p: regexp_replace({SCHEMA}.spaced(p), '^ ({_UNSPACED})|({_UNSPACED}) $', '\1\2', 'g')),
        list_filter({SCHEMA}.runs({SCHEMA}.others(q)), lambda r: length(r) > 2 AND regexp_matches(r, '{_UNSPACED}')))""",
    # how many different ones a list holds; to DuckDB 1.1, that is null for a list of none
    "different(words)": "coalesce(len(list_distinct(words)), 0)",
    "says_all(t, phrases)": f"""len(phrases) = 0
        OR len(list_filter(phrases, lambda p: contains({SCHEMA}.spaced(t), p))) = len(phrases)""",
}
"""The terms of which indexing and asking are made; a macro stands after those that it uses."""
_FOUND = f"""TABLE
WITH known AS (
    SELECT word, false AS open, word_id, clauses
    FROM (SELECT DISTINCT unnest({SCHEMA}.words_of({SCHEMA}.others(wanted))) AS word) JOIN {SCHEMA}.words USING (word)
    UNION ALL SELECT b.word, true, word_id, clauses
    FROM (SELECT DISTINCT unnest({SCHEMA}.open_ended(wanted)) AS word) b JOIN {SCHEMA}.words w ON starts_with(w.word, b.word)
), weighed AS (
    SELECT word, open, word_id, ln(1 + (t.clauses - k.clauses + 0.5) / (k.clauses + 0.5)) / {_HEAVIEST} AS rarity
    FROM known k, {SCHEMA}.totals t
)
SELECT clause, score FROM (
    SELECT clause, sum(rarity * weight) AS score, count(DISTINCT (word, open)) AS held
    FROM weighed JOIN {SCHEMA}.places USING (word_id) GROUP BY clause)
WHERE held = {SCHEMA}.different({SCHEMA}.words_of({SCHEMA}.others(wanted))) + {SCHEMA}.different({SCHEMA}.open_ended(wanted))
"""  # noqa: S608  # all names are those of this module
# No part is named and used twice: DuckDB would make it in full, and then read every column of the clauses.
_SEARCH = f"""TABLE
SELECT c.*, score FROM (
    SELECT clause, score FROM (
        SELECT clause, score FROM {SCHEMA}.found(question) WHERE len({SCHEMA}.phrases(question)) = 0
        UNION ALL SELECT clause, score FROM {SCHEMA}.found(question) JOIN main.{{table}} t ON t.rowid = clause
        WHERE len({SCHEMA}.phrases(question)) > 0
            AND CASE WHEN score > 0 THEN {SCHEMA}.says_all(t.{{column}}, {SCHEMA}.phrases(question)) END
    ) ORDER BY score DESC, clause LIMIT most
) JOIN main.{{table}} c ON c.rowid = clause ORDER BY score DESC, c.rowid
"""  # noqa: S608  # all names are those of this module


_TABLES = f"""
CREATE TABLE {SCHEMA}.words (word VARCHAR NOT NULL, word_id UINTEGER NOT NULL, clauses UINTEGER NOT NULL);
COMMENT ON TABLE {SCHEMA}.words IS 'Words that the macro search finds, without case and accents, and how many clauses hold each';
CREATE TABLE {SCHEMA}.places (word_id UINTEGER NOT NULL, clause UINTEGER NOT NULL, weight UTINYINT NOT NULL);
COMMENT ON TABLE {SCHEMA}.places IS 'For each word the rowid of every clause that holds it, and how much it weighs there (BM25)';
CREATE TABLE {SCHEMA}.totals (clauses UINTEGER NOT NULL, length DOUBLE);
COMMENT ON TABLE {SCHEMA}.totals IS 'How many clauses the macro search looks through, and the words in one on average: one row';
CREATE TEMP TABLE said (slice UINTEGER, number UINTEGER, clause UINTEGER, length UINTEGER, times UINTEGER);
CREATE TEMP TABLE numbered (slice UINTEGER, number UINTEGER, word VARCHAR, clauses UINTEGER);
CREATE TEMP TABLE clauses_read (clauses UINTEGER)
"""
_WORDS = f"SELECT clause, {SCHEMA}.words_of(text) AS words FROM clauses_slice"  # noqa: S608  # a name of this module
_SLICE = """
INSERT INTO said SELECT {slice}, number, clause, length, times FROM words_slice;
INSERT INTO numbered SELECT {slice}, number, word, clauses FROM numbers_slice;
INSERT INTO clauses_read SELECT count(*) FROM clauses_slice
"""
_INDEX = f"""
INSERT INTO {SCHEMA}.totals
    SELECT coalesce(sum(clauses), 0) AS clauses, (SELECT sum(times) FROM said) / sum(clauses) FROM clauses_read;
INSERT INTO {SCHEMA}.words
    SELECT word, row_number() OVER (ORDER BY word) - 1, sum(clauses) FROM numbered GROUP BY word ORDER BY word;
INSERT INTO {SCHEMA}.places
    SELECT word_id, clause, greatest(1, round({_HEAVIEST} * times
        / (times + {_SATURATION} * ({1 - _LENGTH} + {_LENGTH} * s.length / t.length))))
    FROM said s JOIN (SELECT slice, number, word_id FROM numbered JOIN {SCHEMA}.words USING (word)) USING (slice, number), {SCHEMA}.totals t
    ORDER BY word_id, clause;
DROP TABLE said;
DROP TABLE numbered;
DROP TABLE clauses_read
"""  # noqa: S608  # all names are those of this module
"""Weights are worked out by the four arithmetic operations alone, and so are the same on any machine."""


def write_index(connection: duckdb.DuckDBPyConnection, texts: str) -> None:
    """Write the index into the database in use; `texts` is a query for `clause`, its rowid there, and `text`."""
    connection.execute(f"CREATE SCHEMA {SCHEMA}")
    for signature, term in _MACROS.items():
        connection.execute(f"CREATE MACRO {SCHEMA}.{signature} AS {term}")
    connection.execute(_TABLES)
    said = connection.cursor().sql(f"FROM ({texts}) WHERE text IS NOT NULL")
    for number, batch in enumerate(said.to_arrow_reader(_AT_ONCE)):
        pieces = [batch.slice(start, _OF_A_THREAD) for start in range(0, batch.num_rows, _OF_A_THREAD)]
        connection.register("clauses_slice", pa.Table.from_batches(pieces))
        words, numbers = _counted(connection.execute(_WORDS).to_arrow_table())
        connection.register("words_slice", words)
        connection.register("numbers_slice", numbers)
        connection.execute(_SLICE.format(slice=number))
        for name in ("clauses_slice", "words_slice", "numbers_slice"):
            connection.unregister(name)
    connection.execute(_INDEX)


def _counted(clauses: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return how often each word stands in each clause, by number, and the words by number.

    Numbers are sorted and counted many times as fast as texts, and one number for word and clause faster than two.
    """
    words = clauses["words"].combine_chunks()
    encoded = pc.list_flatten(words).dictionary_encode()
    number = pc.cast(pc.subtract(pc.rank(encoded.dictionary), 1), pa.int64())
    pairs = pc.bit_wise_or(pc.shift_left(pc.take(number, encoded.indices), _BITS), pc.list_parent_indices(words))
    pairs, times = _runs(pc.take(pairs, pc.array_sort_indices(pairs)))
    numbers, of_clauses = _runs(pc.shift_right(pairs, _BITS))
    row = pc.bit_wise_and(pairs, (1 << _BITS) - 1)
    said = {
        "number": pc.shift_right(pairs, _BITS),
        "clause": pc.take(clauses["clause"], row),
        "length": pc.take(pc.list_value_length(words), row),
        "times": times,
    }
    in_order = pc.take(encoded.dictionary, pc.sort_indices(encoded.dictionary))
    return pa.table(said), pa.table({"number": numbers, "word": in_order, "clauses": of_clauses})


def _runs(values: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return sorted values, each once, and how often each is there."""
    runs = pc.run_end_encode(values)
    return runs.values, pc.coalesce(pc.pairwise_diff(runs.run_ends), runs.run_ends)


def write_search(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> None:
    """Write the macro `search`, which looks in the index and gives whole rows of a table of the database in use."""
    connection.execute(f"CREATE MACRO {SCHEMA}.found(wanted) AS {_FOUND}")
    connection.execute(f"CREATE MACRO {SEARCH}(question, most := NULL) AS {_SEARCH.format(table=table, column=column)}")
