"""The release before under the names of now: so that a rename is told once, and not as all that left and all that came.

A rename takes effect once: in the first release that has the new name, compared with one that has the old name alone. An id
whose new name another row had already was merged with that row, so its own row is told as one that left.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from g7data.release.changes import Change
from g7data.release.contract import StoredTable
from g7data.release.engine import identifier, literal, scan
from g7data.release.errors import RenameFaulty
from g7data.release.new_ids import with_new_ids
from g7data.release.new_names import new_name, with_new_names
from g7data.release.renames import ColumnRename, IdRename, Renames, TableRename
from g7data.release.structure import StructuralChange, structural_changes
from g7data.release.version import Version


@dataclass(frozen=True, slots=True)
class Renamed:
    """The tables of the release before, under the names of now, and the entries that took effect."""

    tables: Mapping[str, StoredTable]
    entries: tuple[TableRename | ColumnRename, ...] = ()
    ids: tuple[IdRename, ...] = ()

    def told(self) -> Iterator[StructuralChange]:
        """Tell each rename as one change."""
        for entry in self.entries:
            if isinstance(entry, TableRename):
                yield StructuralChange(entry.new, Change.RENAMED, None, entry.old, entry.new)
            else:
                yield StructuralChange(entry.table, Change.RENAMED, entry.new, entry.old, entry.new)
        for name in self.ids:
            (key,) = self.tables[name.table].contract.key
            yield StructuralChange(name.table, Change.RENAMED, key, name.old, name.new, row_id=name.new)

    def check_columns(self, current: Mapping[str, StoredTable]) -> None:
        """Raise RenameFaulty where a renamed column has changed its type or its part in the key as well."""
        before, after = ({name: table.contract for name, table in side.items()} for side in (self.tables, current))
        changed = {(change.table, change.column) for change in structural_changes(before, after)}
        for entry in self.entries:
            if isinstance(entry, ColumnRename) and (entry.table, entry.new) in changed:
                raise RenameFaulty(
                    f"{entry}: it has another type now as well, or another part in the key; change that in another "
                    "version, or delete the entry: then it is told as one column that left and one that came"
                )

    def check_major(self, version: Version) -> None:
        """Raise RenameFaulty where an entry names another major version than the one that first has the new name."""
        for entry in self.entries:
            if entry.major != version.major:
                raise RenameFaulty(
                    f"{entry}: major is {entry.major}, but the release that first has the new name is {version}; "
                    f"write major = {version.major}"
                )


def under_new_names(
    connection: duckdb.DuckDBPyConnection, previous: Mapping[str, StoredTable], renames: Renames, scratch: Path
) -> Renamed:
    """Return the tables of the release before under the names of now; those that differ are written into `scratch`."""
    tables = {e.old: e for e in renames.tables if e.old in previous and e.new not in previous}
    there = {new_name(tables, name): table.contract.column_names for name, table in previous.items()}
    columns = tuple(e for e in renames.columns if e.old in there.get(e.table, ()) and e.new not in there[e.table])
    named = with_new_names(connection, previous, tables, columns, scratch) if tables or columns else previous
    ids = tuple(_in_effect(connection, named, renames.ids))
    known = with_new_ids(connection, named, ids, scratch) if ids else named
    return Renamed(known, (*tables.values(), *columns), ids)


def _in_effect(
    connection: duckdb.DuckDBPyConnection, previous: Mapping[str, StoredTable], entries: Iterable[IdRename]
) -> Iterator[IdRename]:
    """Give the entries whose old id the release before has, and whose new id it has not."""
    taken: set[tuple[str, str]] = set()
    for entry in entries:
        there = ids_there(connection, previous, entry.table, entry.old, entry.new)
        if there == {entry.old} and (entry.table, entry.new) not in taken:
            taken.add((entry.table, entry.new))
            yield entry


def ids_there(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, StoredTable], table: str, *ids: str
) -> set[str]:
    """Return those of the ids that rows of a table have; none where the table is not there, or has no single key."""
    if table not in tables or len(tables[table].contract.key) != 1:
        return set()
    (key,) = map(identifier, tables[table].contract.key)
    wanted = scan(connection, tables[table]).filter(f"{key} IN ({', '.join(map(literal, ids))})")
    return {found for (found,) in wanted.project(key).fetchall()}
