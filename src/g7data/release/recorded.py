"""What was renamed between two releases that do not follow each other, told by all that came in between.

Each release records in `changes` what it was the first to call otherwise. Taken together, and in order, that is one rename
for each name: what became `b` and later `c` is `c` now.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from g7data.release.changes import EVERY_ROW, Change
from g7data.release.engine import literal
from g7data.release.renames import ColumnRename, IdRename, Renames, TableRename

_RENAMED = f"""
SELECT table_name, row_id, column_name, before, after FROM read_parquet({{path}}) WHERE change = {literal(Change.RENAMED)}
ORDER BY row_id <> {literal(EVERY_ROW)}, column_name NULLS FIRST, table_name, row_id
"""  # noqa: S608  # tables come before their columns, and those before ids
_WHY = "the changes of a release say so"


@dataclass(slots=True)
class _Names:
    """Names by those that they have now; a column or an id belongs to a table by the name that this has now."""

    tables: dict[str, str] = field(default_factory=dict)
    columns: dict[tuple[str, str], str] = field(default_factory=dict)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def follow(self, table: str, row_id: str, column: str | None, before: str, after: str) -> None:
        """Let one more rename happen."""
        if column is None:
            self.tables[after] = self.tables.pop(before, before)
            for names in (self.columns, self.ids):
                for owner, name in [key for key in names if key[0] == before]:
                    names[after, name] = names.pop((owner, name))
        elif row_id == EVERY_ROW:
            self.columns[table, after] = self.columns.pop((table, before), before)
        else:
            self.ids[table, after] = self.ids.pop((table, before), before)


def renames_on_the_way(
    connection: duckdb.DuckDBPyConnection, changes: Iterable[Path], *, backwards: bool = False
) -> Renames:
    """Return what was renamed in all of the releases whose changes these are, from the oldest to the newest.

    `backwards` returns it as seen by the newest, for which the oldest has the names of now.
    """
    names = _Names()
    for path in changes:
        for row in connection.execute(_RENAMED.format(path=literal(str(path)))).fetchall():
            names.follow(*row)
    return _backwards(names) if backwards else _forwards(names)


def _forwards(names: _Names) -> Renames:
    return Renames(
        tuple(TableRename(0, old, new, 0, _WHY) for new, old in names.tables.items()),
        tuple(ColumnRename(0, table, old, new, 0, _WHY) for (table, new), old in names.columns.items()),
        tuple(IdRename(0, table, old, new, None, _WHY) for (table, new), old in names.ids.items()),
    )


def _backwards(names: _Names) -> Renames:
    def was(table: str) -> str:
        return names.tables.get(table, table)

    return Renames(
        tuple(TableRename(0, new, old, 0, _WHY) for new, old in names.tables.items()),
        tuple(ColumnRename(0, was(table), new, old, 0, _WHY) for (table, new), old in names.columns.items()),
        tuple(IdRename(0, was(table), new, old, None, _WHY) for (table, new), old in names.ids.items()),
    )
