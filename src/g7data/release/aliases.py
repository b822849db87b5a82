"""The table `aliases`: ids that were retired, and the one that now stands for each.

What `renames.toml` declares is checked here against the rows. An entry about ids of which neither this release nor the one
before knows anything is about pages that are not here, and is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from g7data.release.contract import StoredTable
from g7data.release.engine import scan
from g7data.release.errors import RenameFaulty
from g7data.release.renamed import ids_there
from g7data.release.renames import IdRename
from g7data.release.staged import ALIASES
from g7data.release.version import Version


@dataclass(frozen=True, slots=True)
class Alias:
    """A row of the table; `since` is None where the release to be built is the first to have it."""

    old_id: str
    table_name: str
    new_id: str
    since: str | None
    reason: str


def write_aliases(aliases: tuple[Alias, ...], target: StoredTable, version: Version | None = None) -> None:
    """Write the table, in no special order; `version` is the release to be built, once that is known."""
    first = "" if version is None else str(version)
    rows = [(a.old_id, a.table_name, a.new_id, a.since or first, a.reason) for a in aliases]
    columns = ("old_id", "table_name", "new_id", "since", "reason")
    kinds = pa.schema([target.contract.schema.field(name) for name in target.contract.column_names])
    pq.write_table(pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows], kinds), target.path)


def find_aliases(
    connection: duckdb.DuckDBPyConnection,
    entries: tuple[IdRename, ...],
    current: Mapping[str, StoredTable],
    previous: Mapping[str, StoredTable],
) -> tuple[Alias, ...]:
    """Return the aliases of a release; `previous` are the tables of the one before, under the names of now.

    Raises RenameFaulty where an entry is not what the rows show, or an alias that is still needed is not declared any more.
    """
    before = _aliases(connection, previous)
    _demand_declared(connection, entries, current, before)
    found = []
    for entry in entries:
        there = ids_there(connection, current, entry.table, entry.old, entry.new)
        known = before.get((entry.old, entry.table))
        if entry.old in there:
            raise RenameFaulty(f"{entry}: {entry.old} is still an id of {entry.table}; delete the entry")
        if entry.new in there:
            since = known.since if known is not None else None
            declared = since if entry.since is None else str(entry.since)
            found.append(Alias(entry.old, entry.table, entry.new, declared, entry.reason))
        elif known or ids_there(connection, previous, entry.table, entry.old, entry.new):
            raise RenameFaulty(
                f"{entry}: {entry.new} is no id of {entry.table}; name one that is there, or delete the entry"
            )
    return tuple(found)


def left_out(entries: tuple[IdRename, ...], release: Path) -> tuple[IdRename, ...]:
    """Return the entries of which a release knows nothing: their ids are those of pages that are not in it."""
    rows = (
        pq.read_table(release / f"{ALIASES}.parquet", columns=["old_id", "table_name"]).to_pylist() if entries else []
    )
    told = {(row["old_id"], row["table_name"]) for row in rows}
    return tuple(entry for entry in entries if (entry.old, entry.table) not in told)


def _aliases(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, StoredTable]) -> dict[tuple[str, str], Alias]:
    if ALIASES not in tables:
        return {}
    rows = scan(connection, tables[ALIASES]).project("old_id, table_name, new_id, since, reason").fetchall()
    return {(old, table): Alias(old, table, *rest) for old, table, *rest in rows}


def _demand_declared(
    connection: duckdb.DuckDBPyConnection,
    entries: tuple[IdRename, ...],
    current: Mapping[str, StoredTable],
    before: Mapping[tuple[str, str], Alias],
) -> None:
    """Refuse to forget a retired id as long as what stands for it is there, and it is not in use again."""
    declared = {(entry.old, entry.table) for entry in entries}
    for key in sorted(before.keys() - declared):
        alias = before[key]
        if ids_there(connection, current, alias.table_name, alias.old_id, alias.new_id) == {alias.new_id}:
            raise RenameFaulty(
                f"the alias {alias.old_id} → {alias.new_id} of {alias.table_name}, known since {alias.since}, is not "
                "declared any more, and retired ids stay; name the file of renames with --renames, or put the entry back"
            )
