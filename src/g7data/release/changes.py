"""The words in which a release says what changed: kinds of change, the columns of `changes`, and their tally."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

COLUMNS = ("table_name", "row_id", "change", "column_name", "before", "after", "cause")
"""The columns of the table `changes`; all are text."""
JOINT = "/"
"""What joins the parts of a key to one `row_id`."""
EVERY_ROW = "*"
"""The `row_id` of a change that concerns a whole table or column."""


class Change(StrEnum):
    """What happened to a row, a value, a column or a table; tables, columns and ids may be renamed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many `rows` of `changes` are alike, in their cause too; `structural` if they speak of a whole table or column."""

    table: str
    change: Change
    column: str | None
    structural: bool
    rows: int
    cause: str | None = None


def tally(connection: duckdb.DuckDBPyConnection, changes: Path) -> tuple[Tally, ...]:
    """Count the rows of a Parquet file of changes by table, kind of change, column and cause."""
    kinds = f"table_name, change, column_name, row_id = '{EVERY_ROW}' AS structural"
    counted = connection.read_parquet(str(changes)).aggregate(f"{kinds}, count(*) AS alike, cause").order("ALL")
    return tuple(Tally(table, Change(change), *rest) for table, change, *rest in counted.fetchall())
