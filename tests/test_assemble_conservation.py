"""No page is lost: where pages and their outcomes do not add up, nothing is published."""

import duckdb
import pytest

from g7data.assemble.conservation import PagesLost, check

OUTCOMES = ("published", "out_of_scope", "rejected", "duplicate", "superseded", "index")


@pytest.fixture
def tables():
    """Six pages, one of each outcome, as they stand while tables are put together."""
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE pages (page_id VARCHAR, capture_id VARCHAR, outcome VARCHAR)")
        for number, outcome in enumerate(OUTCOMES):
            connection.execute("INSERT INTO pages VALUES (?, ?, ?)", [f"p{number}", f"p{number}", outcome])
        connection.execute("CREATE TABLE shard_pages AS SELECT page_id FROM pages")
        connection.execute("CREATE TABLE kept_documents AS SELECT page_id FROM pages WHERE outcome = 'published'")
        connection.execute("CREATE TABLE shard_rejected AS SELECT page_id FROM pages WHERE outcome = 'rejected'")
        yield connection


def test_pages_that_add_up_are_counted(tables):
    assert check(tables) == 6


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("DELETE FROM pages WHERE outcome = 'index'", "6 pages were read, 5 rows stand in pages"),
        ("INSERT INTO pages SELECT * FROM pages WHERE outcome = 'index'", "7 rows stand in pages"),
        ("INSERT INTO pages VALUES ('p9', 'p9', 'index')", "6 pages were read, 7 rows"),
        ("DELETE FROM shard_pages WHERE page_id = 'p0'", "5 pages were read, 6 rows"),
        ("UPDATE pages SET outcome = 'forgotten' WHERE page_id = 'p1'", "forgotten"),
        ("UPDATE pages SET outcome = NULL WHERE page_id = 'p1'", "outcomes"),
        ("DELETE FROM kept_documents", "1 pages are published without a document"),
        (
            "UPDATE pages SET outcome = 'index' WHERE page_id = 'p0'",
            "1 pages are published without a document, or the other way round",
        ),
        ("DELETE FROM shard_rejected", "1 pages are rejected without a reason"),
    ],
)
def test_a_page_that_is_lost_stops_the_build(tables, fault, message):
    tables.execute(fault)
    with pytest.raises(PagesLost, match=message):
        check(tables)
