"""Rows of the DuckDB file of a release, by the names of their columns."""

from typing import Any

import duckdb


def select(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[dict[str, Any]]:
    """Return the rows of a query by the names of their columns."""
    answer = connection.execute(query, list(values))
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
