"""The law of conservation: every page read has one row in `pages` and one outcome, and the sums add up."""

import duckdb

from g7data.errors import G7DataError

_READ = "SELECT count(*) FROM shard_pages"
_KEPT = "SELECT count(*), count(DISTINCT page_id) FROM pages"
_OUTCOMES = ("published", "out_of_scope", "rejected", "duplicate", "superseded", "index")
_PUBLISHED_WITHOUT = """
SELECT count(*) FROM pages p WHERE (p.outcome = 'published') <> (p.page_id IN (SELECT page_id FROM kept_documents))
"""
_REJECTED_WITHOUT = "SELECT count(*) FROM pages WHERE outcome = 'rejected' AND capture_id NOT IN (SELECT page_id FROM shard_rejected WHERE page_id IS NOT NULL)"


class PagesLost(G7DataError):
    """Pages that were read have no outcome, or two: the build must not be published."""


def check(connection: duckdb.DuckDBPyConnection) -> int:
    """How many pages were read; raises `PagesLost` where they and their outcomes do not add up."""
    read = _count(connection, _READ)
    rows, distinct = connection.execute(_KEPT).fetchone() or (0, 0)
    sums = dict(connection.execute("SELECT outcome, count(*) FROM pages GROUP BY outcome").fetchall())
    unknown = sorted(set(sums) - set(_OUTCOMES))
    if not read == rows == distinct == sum(sums.values()) or unknown:
        raise PagesLost(
            f"{read:,} pages were read, {rows:,} rows stand in pages ({distinct:,} distinct), outcomes: {sums}; nothing is published"
        )
    for query, fault in (
        (_PUBLISHED_WITHOUT, "are published without a document, or the other way round"),
        (_REJECTED_WITHOUT, "are rejected without a reason"),
    ):
        faulty = _count(connection, query)
        if faulty:
            raise PagesLost(f"{faulty:,} pages {fault}; nothing is published")
    return read


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
