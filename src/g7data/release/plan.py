"""What is to be built: the tables, what changed in them since the release before, and the version that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from g7data.release.causes import tell_corrections, tell_source
from g7data.release.changes import Tally, tally
from g7data.release.compare import compare
from g7data.release.contract import StoredTable, TableContract
from g7data.release.errors import ContractIncomplete, ReleaseExists, VersionTooLow
from g7data.release.index import read_index
from g7data.release.open import stored_tables
from g7data.release.shelf import Shelf
from g7data.release.staged import CHANGES, check_staged, staged_tables
from g7data.release.version import FIRST, Version, level_of


@dataclass(frozen=True, slots=True)
class Plan:
    """A release to build: `tables` in the order of the contracts, `changes` among them, none of them sorted yet."""

    version: Version
    previous: Version | None
    tables: Mapping[str, StoredTable]
    tallies: tuple[Tally, ...]


def plan_release(
    connection: duckdb.DuckDBPyConnection,
    staging: Path,
    contracts: Mapping[str, TableContract],
    shelf: Shelf,
    *,
    wanted: Version | None = None,
    cause: str | None = None,
    repeated: Path | None = None,
) -> Plan | None:
    """Compare the staged tables with the newest release; None if nothing differs, and so nothing is to be built.

    `wanted` may only raise the version that the changes call for. `repeated` holds the newest release, staged anew: what
    differs from that has changed at the source, all else is told with `cause`. Raises StagedTableFaulty, VersionTooLow or
    ReleaseExists.
    """
    if CHANGES not in contracts:
        raise ContractIncomplete(f"no schema was given for {CHANGES!r}; a release says what changed, so it needs one")
    staged = staged_tables(staging, contracts)
    for table in staged.values():
        check_staged(connection, table)
    changes = StoredTable(contracts[CHANGES], shelf.scratch / f"{CHANGES}.parquet")
    tables = {name: staged.get(name, changes) for name in contracts}
    previous = shelf.newest()
    if previous is None:
        compare(connection, {}, {}, changes.path)
        return Plan(_accepted(shelf, FIRST, wanted), None, tables, ())
    before = stored_tables(shelf.release(previous))
    compare(connection, before, tables, changes.path, cause)
    if repeated is not None:
        tell_source(connection, staged_tables(repeated, contracts), staged, changes.path)
    tell_corrections(connection, [t["evidence"] for t in (before, tables) if "evidence" in t], changes.path)
    check_staged(connection, changes)
    tallies = tally(connection, changes.path)
    if (level := level_of(tallies)) is None:
        return None
    return Plan(_accepted(shelf, previous.raised(level), wanted), previous, tables, tallies)


def _accepted(shelf: Shelf, lowest: Version, wanted: Version | None) -> Version:
    version = lowest if wanted is None else wanted
    if version < lowest:
        raise VersionTooLow(f"{version} is too low: the changes call for {lowest}; ask for that or more, or for none")
    if str(version) in read_index(shelf.index).numbers_used() or shelf.release(version).exists():
        raise ReleaseExists(f"{version} was published before and is never changed; ask for a higher version")
    return version
