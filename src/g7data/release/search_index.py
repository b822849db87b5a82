"""The index that the macro `search` looks in: which words there are, and in which clauses each of them stands.

Words are sorted, and so are the places of each, so that a question reads no more than those of its words, over the network
too. A place is the `rowid` of a clause. Text that is not published is not among the clauses, and so not here.

What was indexed in the release before is taken from there: only clauses that came, or whose text has changed, are read. The
index is the same either way. That is why the length by which weights are worked out is a whole number: a few clauses more
leave it as it was, and so all weights; if not, all is counted anew.
"""

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from g7data.release.earlier import EARLIER
from g7data.release.search_terms import HEAVIEST, SCHEMA, TERMS, write_terms

_SATURATION, _LENGTH = 1.2, 0.75
"""The parameters k1 and b of BM25, with the values that are usual."""
_AT_ONCE = 20_000
"""Clauses of which the words are counted at once, in memory."""
_OF_A_THREAD = 2048
"""Clauses whose words one thread of DuckDB finds at a time."""
_SORTED_AT_ONCE, _ALL = 10_000_000, 1 << 62
"""Places that are put in order at a time. Those of an index that is taken over are found by their words; others all at once."""
_BITS = 32
"""Those of the number of a clause in its slice, beside which stands that of a word."""

_TABLES = f"""
CREATE TABLE {SCHEMA}.words (word VARCHAR NOT NULL, word_id UINTEGER NOT NULL, clauses UINTEGER NOT NULL);
COMMENT ON TABLE {SCHEMA}.words IS 'Words that the macro search finds, without case and accents, and how many clauses hold each';
CREATE TABLE {SCHEMA}.places (word_id UINTEGER NOT NULL, clause UINTEGER NOT NULL, weight UTINYINT NOT NULL);
COMMENT ON TABLE {SCHEMA}.places IS 'For each word the rowid of every clause that holds it, and how much it weighs there (BM25)';
CREATE TABLE {SCHEMA}.totals (clauses UINTEGER NOT NULL, words UBIGINT NOT NULL, length UINTEGER NOT NULL, rule VARCHAR NOT NULL);
COMMENT ON TABLE {SCHEMA}.totals IS
    'How many clauses the macro search looks through, the words in all of them and in one on average, and what it was made by: one row';
CREATE TEMP TABLE said (slice UINTEGER, number UINTEGER, clause UINTEGER, length UINTEGER, times UINTEGER);
CREATE TEMP TABLE numbered (slice UINTEGER, number UINTEGER, word VARCHAR, clauses UINTEGER);
CREATE TEMP TABLE clauses_read (clauses UINTEGER)
"""
_NOTHING_EARLIER = f"""
CREATE TEMP VIEW earlier_words AS FROM {SCHEMA}.words WHERE false;
CREATE TEMP VIEW earlier_places AS FROM {SCHEMA}.places WHERE false
"""
_EARLIER = f"""
CREATE TEMP VIEW earlier_words AS FROM {EARLIER}.{SCHEMA}.words;
CREATE TEMP VIEW earlier_places AS FROM {EARLIER}.{SCHEMA}.places
"""
_BY_RULE = f"""
SELECT 1 FROM duckdb_columns()
WHERE database_name = '{EARLIER}' AND schema_name = '{SCHEMA}' AND table_name = 'totals' AND column_name = 'rule'
"""  # noqa: S608  # names of this package
# Of one key, two texts that differ and have the same digest of 64 bits do not come.
_SAME_CLAUSES = """
WITH now AS (SELECT clause, key, hash(text) AS letters FROM ({texts}) WHERE text IS NOT NULL),
before AS (SELECT clause, key, hash(text) AS letters FROM ({earlier}) WHERE text IS NOT NULL)
SELECT before.clause::UINTEGER AS earlier, now.clause::UINTEGER AS clause FROM now JOIN before USING (key, letters)
"""
_CAME = "SELECT {length} FROM ({texts}) ANTI JOIN kept USING (clause) WHERE text IS NOT NULL"
_LEFT = "SELECT {length} FROM ({earlier}) e ANTI JOIN kept ON kept.earlier = e.clause WHERE text IS NOT NULL"
_LENGTH_OF_ALL = f"coalesce(sum(len({SCHEMA}.words_of(text))), 0)::BIGINT"
_WORDS = f"SELECT clause, {SCHEMA}.words_of(text) AS words FROM clauses_slice"  # noqa: S608  # a name of this package
_SLICE = """
INSERT INTO said SELECT {slice}, number, clause, length, times FROM words_slice;
INSERT INTO numbered SELECT {slice}, number, word, clauses FROM numbers_slice;
INSERT INTO clauses_read VALUES ({clauses})
"""
_USUAL = "greatest(1, coalesce(round(words / nullif(clauses, 0)), 1))"
_INDEX = f"""
INSERT INTO {SCHEMA}.totals
    SELECT clauses, words, {_USUAL}, '{{rule}}' FROM (
        SELECT coalesce(sum(clauses), 0) + {{clauses}} AS clauses, (SELECT coalesce(sum(times), 0) FROM said) + {{words}} AS words
        FROM clauses_read);
INSERT INTO {SCHEMA}.words
    SELECT word, row_number() OVER (ORDER BY word) - 1, sum(clauses) FROM (
        SELECT word, clauses FROM numbered
        UNION ALL SELECT word, k.clauses FROM earlier_words JOIN (
            SELECT word_id, count(*) AS clauses FROM earlier_places p SEMI JOIN kept ON p.clause = kept.earlier GROUP BY word_id
        ) k USING (word_id))
    GROUP BY word ORDER BY word;
CREATE TEMP TABLE renumbered AS
    SELECT e.word_id AS earlier_id, w.word_id FROM earlier_words e JOIN {SCHEMA}.words w USING (word);
CREATE TEMP TABLE numbers AS
    SELECT slice, number, word_id FROM numbered JOIN {SCHEMA}.words USING (word);
DROP TABLE numbered;
DROP TABLE clauses_read
"""  # noqa: S608  # all names are those of this package
_PARTS = f"""
SELECT min(word_id), max(word_id) FROM (
    SELECT word_id, sum(clauses) OVER (ORDER BY word_id) // {{places}} AS part FROM {SCHEMA}.words
) GROUP BY part ORDER BY ALL
"""  # noqa: S608  # a name of this package
_PLACES = f"""
INSERT INTO {SCHEMA}.places
    SELECT word_id, clause, greatest(1, round({HEAVIEST} * times
        / (times + {_SATURATION} * ({1 - _LENGTH} + {_LENGTH} * s.length / t.length)))) AS weight
    FROM said s JOIN (FROM numbers WHERE word_id BETWEEN {{first}} AND {{last}}) USING (slice, number), {SCHEMA}.totals t
    UNION ALL SELECT w.word_id, kept.clause, p.weight
    FROM (FROM renumbered WHERE word_id BETWEEN {{first}} AND {{last}}) w
    JOIN earlier_places p ON p.word_id = w.earlier_id JOIN kept ON p.clause = kept.earlier
    ORDER BY word_id, clause
"""  # noqa: S608  # all names are those of this package
"""Weights are worked out by the four arithmetic operations alone, and so are the same on any machine."""
_DONE = """
DROP TABLE said;
DROP TABLE numbers;
DROP TABLE renumbered;
DROP VIEW earlier_words;
DROP VIEW earlier_places
"""
_RULE = hashlib.sha256(repr((TERMS, _WORDS, _INDEX, _PLACES, duckdb.__version__)).encode()).hexdigest()[:16]
"""What an index is made by: DuckDB's own way with letters is a part of it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Clauses that stand in the release before as they are now: the rowids there and here, and the words in all of them."""

    clauses: pa.Table
    words: int


@dataclass(frozen=True, slots=True)
class _Counts:
    """Of a slice of clauses: how many there are, how often each word stands in each, by number, and the words by number."""

    clauses: int
    words: pa.Table
    numbers: pa.Table


# An empty array would load pandas, for everybody who asks a release.
_NONE_KEPT = _Kept(pa.Table.from_batches([], pa.schema([("earlier", pa.uint32()), ("clause", pa.uint32())])), 0)


def write_index(connection: duckdb.DuckDBPyConnection, texts: str, earlier: str | None = None) -> None:
    """Write the index into the database in use.

    `texts` is a query for `clause`, its rowid there, `key`, by which it is known in the next release, and `text`; `earlier` is
    one for those of the database attached as `EARLIER`, if its index may be taken over.
    """
    write_terms(connection)
    connection.execute(_TABLES)
    kept = _kept(connection, texts, earlier) if earlier is not None else _NONE_KEPT
    connection.execute(_EARLIER if len(kept.clauses) else _NOTHING_EARLIER)
    asked = connection.cursor()
    asked.register("kept", kept.clauses)
    said = asked.sql(f"SELECT clause, text FROM ({texts}) ANTI JOIN kept USING (clause) WHERE text IS NOT NULL")  # noqa: S608
    for number, counts in enumerate(_counts(connection, said.to_arrow_reader(_AT_ONCE))):
        _add(connection, number, counts)
    connection.register("kept", kept.clauses)
    connection.execute(_INDEX.format(clauses=len(kept.clauses), words=kept.words, rule=_RULE))
    for first, last in connection.execute(
        _PARTS.format(places=_SORTED_AT_ONCE if len(kept.clauses) else _ALL)
    ).fetchall():
        connection.execute(_PLACES.format(first=first, last=last))
    connection.execute(_DONE)
    connection.unregister("kept")


def _kept(connection: duckdb.DuckDBPyConnection, texts: str, earlier: str) -> _Kept:
    """What can be taken over: nothing from another rule, where most is new, or where the usual length has changed."""
    if not connection.execute(_BY_RULE).fetchall():
        return _NONE_KEPT
    ((rule, words, usual),) = connection.table(f"{EARLIER}.{SCHEMA}.totals").project("rule, words, length").fetchall()
    if rule != _RULE:
        return _NONE_KEPT
    clauses = connection.execute(_SAME_CLAUSES.format(texts=texts, earlier=earlier)).to_arrow_table()
    ((there,),) = connection.execute(f"SELECT count(text) FROM ({texts})").fetchall()  # noqa: S608  # written in this package
    if there > 2 * len(clauses):
        return _NONE_KEPT
    connection.register("kept", clauses)
    ((came,),) = connection.execute(_CAME.format(length=_LENGTH_OF_ALL, texts=texts)).fetchall()
    ((left,),) = connection.execute(_LEFT.format(length=_LENGTH_OF_ALL, earlier=earlier)).fetchall()
    connection.unregister("kept")
    now = f"SELECT {_USUAL} FROM (SELECT {words - left + came} AS words, {there} AS clauses)"  # noqa: S608  # of numbers
    same = connection.execute(now).fetchall() == [(usual,)]
    return _Kept(clauses, words - left) if same else _NONE_KEPT


def _counts(connection: duckdb.DuckDBPyConnection, clauses: Iterable[pa.RecordBatch]) -> Iterator[_Counts]:
    """Count the words of the clauses, slice by slice; while those of one are counted, those of the next are found."""
    with ThreadPoolExecutor(1) as beside:
        before: Future[_Counts] | None = None
        for batch in clauses:
            counted = beside.submit(_counted, _words_of(connection, batch))
            if before is not None:
                yield before.result()
            before = counted
        if before is not None:
            yield before.result()


def _words_of(connection: duckdb.DuckDBPyConnection, clauses: pa.RecordBatch) -> pa.Table:
    """Find the words of some clauses, on all threads of DuckDB."""
    pieces = [clauses.slice(start, _OF_A_THREAD) for start in range(0, clauses.num_rows, _OF_A_THREAD)]
    connection.register("clauses_slice", pa.Table.from_batches(pieces))
    words = connection.execute(_WORDS).to_arrow_table()
    connection.unregister("clauses_slice")
    return words


def _add(connection: duckdb.DuckDBPyConnection, number: int, counts: _Counts) -> None:
    """Add what was counted in a slice to what was said."""
    connection.register("words_slice", counts.words)
    connection.register("numbers_slice", counts.numbers)
    connection.execute(_SLICE.format(slice=number, clauses=counts.clauses))
    for name in ("words_slice", "numbers_slice"):
        connection.unregister(name)


def _counted(clauses: pa.Table) -> _Counts:
    """Count how often each word stands in each clause.

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
    return _Counts(len(clauses), pa.table(said), pa.table({"number": numbers, "word": in_order, "clauses": of_clauses}))


def _runs(values: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return sorted values, each once, and how often each is there."""
    runs = pc.run_end_encode(values)
    return runs.values, pc.coalesce(pc.pairwise_diff(runs.run_ends), runs.run_ends)
