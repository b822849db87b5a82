"""Retired ids: what stands for one now, as the table `aliases` of a release tells."""

from dataclasses import dataclass, replace

import duckdb

from g7data.client.rows import select

_IS_THERE = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'aliases'"
_QUERY = "SELECT new_id, since, reason FROM aliases WHERE table_name = ? AND old_id = ?"


@dataclass(frozen=True, slots=True)
class Alias:
    """The id that stands for a retired one, since which version, and why."""

    new_id: str
    since: str
    reason: str


def find_alias(connection: duckdb.DuckDBPyConnection, table: str, wanted: str) -> Alias | None:
    """Return what stands for a retired id; a clause was renamed with its document. Older releases have no such table."""
    if not select(connection, _IS_THERE):
        return None
    if found := select(connection, _QUERY, table, wanted):
        return Alias(**found[0])
    document_id, hyphen, position = wanted.partition("-")
    if table != "clauses" or not hyphen:
        return None
    document = find_alias(connection, "documents", document_id)
    return document and replace(document, new_id=f"{document.new_id}-{position}")
