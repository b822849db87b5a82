"""What differs between two releases that users have at hand: by table, with examples.

Between a release and the one right before it, what it says itself in its table `changes` counts: it knows the cause of
each change. Any other two are compared here, as a build compares them, under the names that what came in between tells.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from g7data.release.changelog import Example
from g7data.release.changes import Change
from g7data.release.compare import compare
from g7data.release.engine import engine, literal
from g7data.release.open import stored_tables
from g7data.release.recorded import renames_on_the_way
from g7data.release.renamed import under_new_names
from g7data.release.staged import CHANGES

CHANGES_FILE = f"{CHANGES}.parquet"
"""The file of a release that tells what it changed."""
_COUNTED = """
SELECT table_name, change, count(DISTINCT row_id) AS rows FROM changes
WHERE row_id <> '*' GROUP BY ALL ORDER BY ALL
"""
_CAUSES = "SELECT cause, count(*) FROM changes WHERE cause IS NOT NULL GROUP BY ALL ORDER BY 2 DESC, 1"
_STRUCTURE = """
SELECT table_name, row_id, change, column_name, before, after, cause FROM changes WHERE row_id = '*' ORDER BY ALL
"""
_EXAMPLES = """
SELECT table_name, row_id, change, column_name, before, after, cause FROM changes
WHERE table_name = ? AND row_id <> '*'
QUALIFY row_number() OVER (PARTITION BY change, column_name ORDER BY row_id) <= ?
ORDER BY row_number() OVER (PARTITION BY change ORDER BY row_id, column_name), change LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table came, left, have other values or another id."""

    table: str
    added: int = 0
    removed: int = 0
    changed: int = 0
    renamed: int = 0


@dataclass(frozen=True, slots=True)
class Differences:
    """All changes between two releases, as the table `changes` of an open connection."""

    connection: duckdb.DuckDBPyConnection

    def counts(self) -> list[Counts]:
        """Return how many rows differ, by table; tables in which none does are left out."""
        found: dict[str, dict[str, int]] = {}
        for table, change, rows in self.connection.execute(_COUNTED).fetchall():
            found.setdefault(table, {})[change] = rows
        return [Counts(table, **rows) for table, rows in found.items()]

    def structure(self) -> list[Example]:
        """Return what happened to whole tables and columns."""
        return [_example(row) for row in self.connection.execute(_STRUCTURE).fetchall()]

    def examples(self, table: str, most: int) -> list[Example]:
        """Return some changes of a table: of each kind and column, in turn, the first by id."""
        return [_example(row) for row in self.connection.execute(_EXAMPLES, [table, most, most]).fetchall()]

    def causes(self) -> dict[str, int]:
        """Return how many changes each cause has; empty where none is told."""
        return dict(self.connection.execute(_CAUSES).fetchall())


@contextmanager
def differences(
    before: Path, after: Path, *, consecutive: bool, on_the_way: Sequence[Path] = (), backwards: bool = False
) -> Iterator[Differences]:
    """Compare the releases in two folders; `consecutive` says that `after` came right after `before`.

    `on_the_way` are the folders of all releases that came after the older of the two, up to the newer one, oldest first;
    `backwards` says that the newer one is `before`.
    """
    with tempfile.TemporaryDirectory(prefix="g7data-") as folder, engine(Path(folder)) as connection:
        changes = after / CHANGES_FILE
        if not consecutive:
            changes = Path(folder) / CHANGES_FILE
            renames = renames_on_the_way(connection, [each / CHANGES_FILE for each in on_the_way], backwards=backwards)
            known = under_new_names(connection, stored_tables(before), renames, Path(folder))
            compare(connection, known.tables, stored_tables(after), changes, renamed=known.told())
        connection.execute(f"CREATE VIEW changes AS FROM read_parquet({literal(str(changes))})")
        yield Differences(connection)


def _example(row: tuple[str, str, str, str | None, str | None, str | None, str | None]) -> Example:
    table, row_id, change, *rest = row
    return Example(table, row_id, Change(change), *rest)
