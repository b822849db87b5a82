"""Runs of words that two texts share, counted once for each pair of texts.

What two texts share follows from their words alone. So it is kept beside the shards, under digests of both texts, in a file whose
name stands for the rule and for what computes it: a refresh counts only the pairs that were not there before. The file is
derived. Without it, or where it cannot be read, all pairs are counted.
"""

import hashlib
from pathlib import Path

import duckdb

_SAID = """
CREATE OR REPLACE TEMP TABLE said AS
SELECT number, digest FROM shard_said JOIN numbered_texts USING (document_id, page_id)
WHERE number IN (SELECT doc FROM likely_copies UNION SELECT other FROM likely_copies) AND digest IS NOT NULL
"""
_PAIRS = """
CREATE OR REPLACE TEMP TABLE pairs AS
SELECT doc, other, a.digest AS digest, b.digest AS other_digest
FROM likely_copies JOIN said a ON a.number = doc JOIN said b ON b.number = other
"""
_NONE_KNOWN = """
CREATE OR REPLACE TEMP TABLE known_pairs AS
SELECT digest, other_digest, 0::BIGINT AS shared, 0::BIGINT AS size, 0::BIGINT AS other_size FROM pairs LIMIT 0
"""
_KNOWN = "INSERT INTO known_pairs SELECT DISTINCT k.* FROM read_parquet($path) k SEMI JOIN pairs USING (digest, other_digest)"
_NEW = (
    "CREATE OR REPLACE TEMP TABLE new_pairs AS SELECT * FROM pairs ANTI JOIN known_pairs USING (digest, other_digest)"
)
# The words are laid beside themselves, each time one further on: a run is a row of five. A shorter clause is one run.
_RUNS = """
CREATE OR REPLACE TEMP TABLE runs AS
SELECT DISTINCT number, hash(run) AS run FROM (
    SELECT number, unnest(list_zip(tokens, tokens[2:], tokens[3:], tokens[4:], tokens[5:])[1:greatest(len(tokens) - 4, 1)]) AS run
    FROM (
        SELECT number, regexp_extract_all(lower(text), '[ぁ-んァ-ヶ一-鿿]|[\\pL\\pN]+') AS tokens
        FROM shard_clauses JOIN numbered_texts USING (document_id, page_id)
        WHERE number IN (SELECT doc FROM new_pairs UNION SELECT other FROM new_pairs)
    )
)
"""
_COUNT = """
INSERT INTO known_pairs
WITH sizes AS (SELECT number, count(*) AS size FROM runs GROUP BY ALL),
shared AS (
    SELECT doc, other, count(*) AS shared FROM new_pairs
    JOIN runs a ON a.number = doc JOIN runs b ON b.number = other AND b.run = a.run GROUP BY ALL
)
SELECT DISTINCT digest, other_digest, coalesce(shared, 0), coalesce(a.size, 0), coalesce(b.size, 0) FROM new_pairs
LEFT JOIN shared USING (doc, other) LEFT JOIN sizes a ON a.number = doc LEFT JOIN sizes b ON b.number = other
"""
_COUNTED = """
SELECT doc, other, shared, size, other_size FROM pairs JOIN known_pairs USING (digest, other_digest) WHERE shared > 0
ORDER BY doc, shared DESC, other
"""
_KEEP = "COPY (FROM known_pairs ORDER BY ALL) TO '{path}' (FORMAT parquet, COMPRESSION zstd)"
_DONE = ("said", "pairs", "known_pairs", "new_pairs", "runs")
_NAME = f"shared-{hashlib.sha256((_RUNS + _COUNT + duckdb.__version__).encode()).hexdigest()[:12]}.parquet"


def count_shared(connection: duckdb.DuckDBPyConnection, folder: Path | None) -> list[tuple[int, int, int, int, int]]:
    """The pairs of `likely_copies` that share runs of words: both numbers, how many they share, and how many each has.

    `folder` is where counts are kept from one time to the next.
    """
    connection.execute(_SAID)
    connection.execute(_PAIRS)
    connection.execute(_NONE_KNOWN)
    kept = None if folder is None else folder / _NAME
    if kept is not None:
        _recall(connection, kept)
    connection.execute(_NEW)
    if connection.table("new_pairs").limit(1).fetchone() is not None:
        connection.execute(_RUNS)
        connection.execute(_COUNT)
        if kept is not None:
            _keep(connection, kept)
    counted = connection.execute(_COUNTED).fetchall()
    for table in _DONE:  # what comes after needs their room
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    return counted


def _recall(connection: duckdb.DuckDBPyConnection, kept: Path) -> None:
    """Take what was counted before of the pairs at hand; a file that is damaged leaves, and is as good as none."""
    if kept.is_file():
        try:
            connection.execute(_KNOWN, {"path": str(kept)})
        except duckdb.Error:
            kept.unlink()


def _keep(connection: duckdb.DuckDBPyConnection, kept: Path) -> None:
    draft = kept.with_suffix(".partial")
    connection.execute(_KEEP.format(path=str(draft).replace("'", "''")))
    draft.replace(kept)
