r"""Full-text search in the DuckDB file, with nothing but DuckDB: tables of words, and a macro that asks them.

    FROM search('submarine cables', most := 10)
    FROM search('"critical infrastructure" resilien* 海底ケーブル')

finds the clauses that hold all of it, best first (BM25). What a word is stands in `search_terms`, where they are in `search_index`.
"""

import duckdb

from g7data.release.search_terms import HEAVIEST, SCHEMA

SEARCH = "search"
"""The macro that people use."""
_FOUND = f"""TABLE
WITH known AS (
    SELECT word, false AS open, word_id, clauses
    FROM (SELECT DISTINCT unnest({SCHEMA}.words_of({SCHEMA}.others(wanted))) AS word) JOIN {SCHEMA}.words USING (word)
    UNION ALL SELECT b.word, true, word_id, clauses
    FROM (SELECT DISTINCT unnest({SCHEMA}.open_ended(wanted)) AS word) b JOIN {SCHEMA}.words w ON starts_with(w.word, b.word)
), weighed AS (
    SELECT word, open, word_id, ln(1 + (t.clauses - k.clauses + 0.5) / (k.clauses + 0.5)) / {HEAVIEST} AS rarity
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


def write_search(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> None:
    """Write the macro `search`, which looks in the index and gives whole rows of a table of the database in use."""
    connection.execute(f"CREATE MACRO {SCHEMA}.found(wanted) AS {_FOUND}")
    connection.execute(f"CREATE MACRO {SEARCH}(question, most := NULL) AS {_SEARCH.format(table=table, column=column)}")
