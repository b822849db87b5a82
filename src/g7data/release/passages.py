"""Is every passage what the text says at its offsets? Asked of the published texts, and of the archive where it is at hand.

Texts and passages come in the order of their pages and are walked through side by side, one text at a time: DuckDB
would walk through a text anew for each passage in it. Pages are taken in ranges of their names, because DuckDB holds the
texts of all rows that it sorts.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import duckdb

from g7data.release.contract import TableContract
from g7data.release.engine import literal

_BATCH = 1000
_QUERIES = {
    "evidence": "SELECT page_id, 'evidence of ' || table_name || ' ' || row_id || ' ' || column_name AS place, start, \"end\","
    " quote FROM evidence",
    **{
        table: f"FROM {table} t JOIN (FROM documents SELECT document_id, page_id) USING (document_id)"
        f' SELECT page_id, {name} AS place, start, "end", t.{column} AS quote WHERE t.{column} IS NOT NULL'
        for table, column, name in (
            ("clauses", "text", "'clause ' || clause_id"),
            ("ministers", "name", "'minister ' || document_id || '/' || person_id"),
            ("participants", "as_written", "'participant ' || document_id || '/' || as_written"),
            ("observations", "value", "'observation ' || document_id || '/' || meeting_as_written || '/' || indicator"),
        )
    },
}
"""For each table with passages, what gives them: page, name for people, start, end, and what must stand there."""
_TEXTS = "SELECT page_id, any_value(text) AS text FROM documents WHERE text IS NOT NULL GROUP BY page_id"
MOST_BYTES = 256 << 20
"""Bytes of text, about, that are sorted at once."""
_STARTS = """
SELECT min(page_id) FROM (
    SELECT page_id, sum(bytes) OVER (ORDER BY page_id ROWS UNBOUNDED PRECEDING) // {most} AS range
    FROM (SELECT page_id, sum(strlen(quote)) AS bytes FROM ({asked}) GROUP BY page_id)
) GROUP BY range ORDER BY 1
"""


class Passage(NamedTuple):
    """What stands on a page from `start` to `end`, so it is said."""

    page_id: str
    place: str
    start: int
    end: int
    quote: str


def passages(
    connection: duckdb.DuckDBPyConnection, contracts: Mapping[str, TableContract], ranges: Iterable[str]
) -> Iterator[Passage]:
    """Give every passage of the release, in the order of pages."""
    yield from map(Passage._make, in_ranges(connection, _asked(contracts), ranges))


def published_texts(connection: duckdb.DuckDBPyConnection, ranges: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Give the published text of each page, in the order of pages."""
    yield from in_ranges(connection, _TEXTS, ranges)


def page_ranges(connection: duckdb.DuckDBPyConnection, contracts: Mapping[str, TableContract]) -> list[str]:
    """Return conditions on `page_id`, in the order of pages: one holds for each page, and none for too many passages."""
    rows = connection.cursor().execute(_STARTS.format(asked=_asked(contracts), most=MOST_BYTES)).fetchall()
    starts = [f"page_id >= {literal(start)}" for (start,) in rows[1:]]
    ends = [f"page_id < {literal(start)}" for (start,) in rows[1:]]
    return [f"{start} AND {end}" for start, end in zip(["true", *starts], [*ends, "true"], strict=True)]


def in_ranges(
    connection: duckdb.DuckDBPyConnection, query: str, ranges: Iterable[str], at_once: int = _BATCH
) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a query with a `page_id` in the order of pages, one range after the other."""
    for condition in ranges:
        rows = connection.cursor().execute(f"FROM ({query}) WHERE {condition} ORDER BY page_id")
        while batch := rows.fetchmany(at_once):
            yield from batch


def _asked(contracts: Mapping[str, TableContract]) -> str:
    return " UNION ALL ".join(f"({query})" for table, query in _QUERIES.items() if table in contracts)


def wrong_passages(texts: Iterable[tuple[Any, ...]], found: Iterable[Passage]) -> Iterator[str]:
    """Say of each passage that is not what the text of its page says; pages without a text are left out."""
    waiting = iter(texts)
    page_id, text = next(waiting, (None, ""))
    for wanted, group in groupby(found, itemgetter(0)):
        while page_id is not None and page_id < wanted:
            page_id, text = next(waiting, (None, ""))
        if page_id == wanted:
            yield from (
                _fault(passage, text) for passage in group if text[passage.start : passage.end] != passage.quote
            )


def _fault(passage: Passage, text: str) -> str:
    there = text[passage.start : passage.end]
    return f"{passage.place}: page {passage.page_id} says {there[:60]!r} from {passage.start} to {passage.end}, not {passage.quote[:60]!r}"
