"""What must hold between the tables of a release: references lead somewhere, and what is counted adds up.

A law is a query for the rows that break it. It is asked where the release has the tables and columns that it speaks of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import duckdb

from g7data.release.changes import JOINT
from g7data.release.contract import TableContract
from g7data.release.engine import identifier, literal

_SHOWN = 3
"""Rows that are named of each law that is broken."""


@dataclass(frozen=True, slots=True)
class Law:
    """`query` gives the names of the rows that break it; `needs` are the columns that it reads, as table.column."""

    fault: str
    needs: tuple[str, ...]
    query: str


CONSERVATION = (
    Law(
        "pages are published without a document, or gave one without being published",
        ("pages.page_id", "pages.outcome", "documents.page_id"),
        "SELECT page_id FROM pages WHERE (outcome = 'published') <> (page_id IN (SELECT page_id FROM documents))",
    ),
    Law(
        "pages are rejected without a reason in rejected",
        ("pages.page_id", "pages.outcome", "rejected.page_id"),
        "SELECT page_id FROM pages ANTI JOIN rejected USING (page_id) WHERE outcome = 'rejected'",
    ),
    Law(
        "documents do not have as many clauses as clause_count says",
        ("documents.clause_count", "clauses.document_id"),
        "SELECT document_id FROM documents LEFT JOIN (SELECT document_id, count(*) AS n FROM clauses GROUP BY 1)"
        " USING (document_id) WHERE clause_count <> coalesce(n, 0)",
    ),
    Law(
        "meetings do not have as many documents as they say",
        ("meetings.documents", "documents.meeting_id"),
        "SELECT meeting_id FROM meetings LEFT JOIN (SELECT meeting_id, count(*) AS n FROM documents GROUP BY 1)"
        " USING (meeting_id) WHERE documents <> coalesce(n, 0)",
    ),
    Law(
        "people are not named in as many documents as they say",
        ("people.documents", "ministers.person_id", "ministers.document_id"),
        "SELECT person_id FROM people LEFT JOIN (SELECT person_id, count(DISTINCT document_id) AS n FROM ministers"
        " GROUP BY 1) USING (person_id) WHERE documents <> coalesce(n, 0)",
    ),
    Law(
        "documents have a text that is not published, or lack one that is",
        ("documents.text", "documents.text_published"),
        "SELECT document_id FROM documents WHERE text_published <> (text IS NOT NULL)",
    ),
    Law(
        "documents have another text than text_sha256 says",
        ("documents.text", "documents.text_sha256"),
        "SELECT document_id FROM documents WHERE sha256(text) <> text_sha256",
    ),
)
"""The law of conservation, and the figures that repeat what other tables hold."""


def references(contracts: Mapping[str, TableContract]) -> Iterator[Law]:
    """Give a law for each foreign key, and for each table whose rows have evidence."""
    for table, contract in contracts.items():
        for column, (target, key) in contract.references.items():
            name, key_name = identifier(column), identifier(key)
            yield Law(
                f"values of {table}.{column} are not in {target}.{key}",
                (f"{table}.{column}", f"{target}.{key}"),
                f"FROM {identifier(table)} SELECT DISTINCT {name} WHERE {name} IS NOT NULL"
                f" AND {name} NOT IN (FROM {identifier(target)} SELECT {key_name} WHERE {key_name} IS NOT NULL)",
            )
    for table, contract in contracts.items():
        key = ", ".join(f"{identifier(name)}::VARCHAR" for name in contract.key)
        if key:
            yield Law(
                f"rows of {table} that evidence is given for are not there",
                ("evidence.table_name", "evidence.row_id"),
                f"FROM evidence SELECT DISTINCT row_id WHERE table_name = {literal(table)} AND row_id NOT IN"
                f" (FROM {identifier(table)} SELECT concat_ws({literal(JOINT)}, {key}))",
            )


def broken(connection: duckdb.DuckDBPyConnection, contracts: Mapping[str, TableContract], law: Law) -> Iterator[str]:
    """Say how often a law is broken in the tables that are views of the connection, and by which rows; nothing if it is kept."""
    there = {f"{table}.{column}" for table, contract in contracts.items() for column in contract.column_names}
    if not there.issuperset(law.needs):
        return
    relation = connection.sql(law.query)
    (rows,) = relation.aggregate("count(*)").fetchone() or (0,)
    if rows:
        names = ", ".join(str(name) for (name,) in relation.order("ALL").limit(_SHOWN).fetchall())
        yield f"{rows:,} {law.fault}: {names}{' …' if rows > _SHOWN else ''}"
