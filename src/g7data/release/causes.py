"""What brought a change about, found out by running rather than by guessing.

Between two releases, both the captures and what is made of them may differ. So the captures of the earlier release are put
together once more with the code, the facts and the corrections of the later one. What differs between that and the later
release, the source has changed; every other change was made here. A value that both have changed is told as the source's:
it is read from a capture that was not there before. And evidence names each value that a maintainer corrected. What was
renamed was declared by a maintainer.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import duckdb

from g7data.release.changes import EVERY_ROW, Change
from g7data.release.compare import compare
from g7data.release.contract import StoredTable
from g7data.release.engine import literal
from g7data.release.staged import ALIASES


class Cause(StrEnum):
    """What brings a change about; `reference` are the facts that no page is asked for."""

    SOURCE = "source"
    EXTRACTOR = "extractor"
    CORRECTION = "correction"
    REFERENCE = "reference"
    RENAME = "rename"


CORRECTION = Cause.CORRECTION.value
"""The rule that evidence names for a corrected value, and the cause of the changes that come of it."""
_CORRECTED = "SELECT DISTINCT table_name, row_id, column_name FROM read_parquet({path}) WHERE rule = {rule}"
# A value that was corrected in one of the releases; its evidence; and the flag by which its document is marked.
_OF_A_CORRECTION = """
c.change = 'changed' AND (c.table_name, c.row_id, c.column_name) IN (SELECT (table_name, row_id, column_name) FROM corrected)
OR c.table_name = 'evidence' AND EXISTS (
    SELECT 1 FROM corrected k WHERE starts_with(c.row_id, k.table_name || '/' || k.row_id || '/' || k.column_name || '/')
)
OR c.change = 'changed' AND c.table_name = 'documents' AND c.column_name = 'flags'
    AND list_filter(from_json(c.before, '["VARCHAR"]'), lambda flag: flag <> 'corrected')
        = list_filter(from_json(c.after, '["VARCHAR"]'), lambda flag: flag <> 'corrected')
"""
# A change of a value is also explained where its whole row came or left in between.
_OF_THE_SOURCE = """
(c.table_name, c.row_id, coalesce(c.column_name, '')) IN (SELECT (table_name, row_id, column_name) FROM remaining)
OR (c.table_name, c.row_id, '') IN (SELECT (table_name, row_id, column_name) FROM remaining)
"""
_OF_A_RENAME = (
    f"c.change = {literal(Change.RENAMED)} OR c.table_name = {literal(ALIASES)} AND c.row_id <> {literal(EVERY_ROW)}"
)


def tell_corrections(connection: duckdb.DuckDBPyConnection, evidence: Iterable[StoredTable], changes: Path) -> None:
    """Write the cause `correction` to the changes that come of one; `evidence` is that of the releases compared."""
    corrected = [_CORRECTED.format(path=literal(str(table.path)), rule=literal(CORRECTION)) for table in evidence]
    if not corrected:
        return
    connection.execute(f"CREATE TEMP TABLE corrected AS {' UNION '.join(corrected)}")
    found = connection.execute("SELECT count(*) FROM corrected").fetchone()
    if found is not None and found[0]:
        _tell(connection, changes, _OF_A_CORRECTION, Cause.CORRECTION)
    connection.execute("DROP TABLE corrected")


def tell_renames(connection: duckdb.DuckDBPyConnection, changes: Path) -> None:
    """Write the cause `rename` to new names and to the aliases of retired ids."""
    rows = connection.read_parquet(str(changes)).set_alias("c")
    if rows.filter(_OF_A_RENAME).limit(1).fetchone() is not None:
        _tell(connection, changes, _OF_A_RENAME, Cause.RENAME)


def tell_source(
    connection: duckdb.DuckDBPyConnection,
    repeated: Mapping[str, StoredTable],
    current: Mapping[str, StoredTable],
    changes: Path,
) -> None:
    """Write the cause `source` to those changes that remain between the release before, made anew, and this one."""
    remaining = changes.with_name("changes since repeated.parquet")
    compare(connection, repeated, current, remaining)
    path = literal(str(remaining))
    columns = "table_name, row_id, coalesce(column_name, '') AS column_name"
    connection.execute(f"CREATE TEMP TABLE remaining AS FROM read_parquet({path}) SELECT DISTINCT {columns}")
    _tell(connection, changes, _OF_THE_SOURCE, Cause.SOURCE)
    connection.execute("DROP TABLE remaining")


def _tell(connection: duckdb.DuckDBPyConnection, changes: Path, which: str, cause: Cause) -> None:
    """Write a cause to the changes for which the SQL condition `which` holds."""
    told = f"SELECT c.* REPLACE (CASE WHEN {which} THEN {literal(cause)} ELSE c.cause END AS cause)"
    draft = changes.with_name("changes with causes.parquet")
    connection.execute(f"COPY ({told} FROM read_parquet({literal(str(changes))}) c) TO {literal(str(draft))}")
    draft.replace(changes)
