"""The DuckDB file of the release before, to take from it what need not be worked out again.

Nothing depends on it: where it is not to be had, all is made anew.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from g7data.release.engine import literal
from g7data.release.errors import ReleaseDamaged
from g7data.release.old_names import MAIN
from g7data.release.sums import digest, read_sums

EARLIER = "earlier"
"""The name under which the file is attached."""


@contextmanager
def earlier_table(
    connection: duckdb.DuckDBPyConnection, file: Path | None, table: str, columns: Collection[str]
) -> Iterator[str | None]:
    """Attach the DuckDB file of a release and name one of its tables, if that has the columns.

    None where there is no file, or not as it was published, or where somebody has it open to write.
    """
    if file is None or not _as_published(file) or not _attached(connection, file):
        yield None
        return
    try:
        yield f"{EARLIER}.{MAIN}.{table}" if _columns(connection, table).issuperset(columns) else None
    finally:
        connection.execute(f"DETACH {EARLIER}")


def _as_published(file: Path) -> bool:
    try:
        return file.is_file() and digest(file) == read_sums(file.parent).get(file.name)
    except ReleaseDamaged:
        return False


def _attached(connection: duckdb.DuckDBPyConnection, file: Path) -> bool:
    """Whether a file can be attached to be read: not while another process may write to it."""
    try:
        connection.execute(f"ATTACH {literal(str(file))} AS {EARLIER} (READ_ONLY)")
    except duckdb.IOException:
        return False
    return True


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    columns = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = ? AND schema_name = ? AND table_name = ?",
        [EARLIER, MAIN, table],
    )
    return {name for (name,) in columns.fetchall()}
