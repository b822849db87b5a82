"""What is to be built: the tables, what changed in them since the release before, and the version that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from g7data.release.aliases import Alias, find_aliases, write_aliases
from g7data.release.causes import tell_corrections, tell_renames, tell_source
from g7data.release.changes import Tally, tally
from g7data.release.compare import compare
from g7data.release.contract import StoredTable, TableContract
from g7data.release.engine import for_each
from g7data.release.errors import ContractIncomplete, ReleaseExists, VersionTooLow
from g7data.release.index import read_index
from g7data.release.open import stored_tables
from g7data.release.renamed import under_new_names
from g7data.release.renames import NO_RENAMES, Renames
from g7data.release.shelf import Shelf
from g7data.release.staged import ALIASES, CHANGES, MADE_HERE, check_staged, staged_tables
from g7data.release.version import FIRST, Level, Version, level_of
from g7data.release.withdrawn import demand_other, in_words, withdrawn_since

_NONE = Version(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """A release to build: `tables` in the order of the contracts, those made here among them, none of them sorted yet.

    `withdrawn` are the releases since `previous` that were withdrawn, in words.
    """

    version: Version
    previous: Version | None
    tables: Mapping[str, StoredTable]
    tallies: tuple[Tally, ...]
    renames: Renames = NO_RENAMES
    withdrawn: tuple[str, ...] = ()


def plan_release(
    connection: duckdb.DuckDBPyConnection,
    staging: Path,
    contracts: Mapping[str, TableContract],
    shelf: Shelf,
    *,
    wanted: Version | None = None,
    cause: str | None = None,
    repeated: Path | None = None,
    renames: Renames = NO_RENAMES,
) -> Plan | None:
    """Compare the staged tables with the newest release; None if nothing differs, and so nothing is to be built.

    `wanted` may only raise the version that the changes call for. `repeated` holds the newest release, staged anew: what
    differs from that has changed at the source, all else is told with `cause`. `renames` are names that were given up for
    others. Raises StagedTableFaulty, RenameFaulty, VersionTooLow, ReleaseExists, or ReleaseWithdrawn where the staged tables say
    what a release said that was withdrawn since.
    """
    _demand_contracts(contracts, renames)
    staged = staged_tables(staging, contracts)
    for _ in for_each(connection, check_staged, staged.values()):
        pass
    made = {n: StoredTable(contracts[n], shelf.scratch / f"{n}.parquet") for n in MADE_HERE if n in contracts}
    tables = {name: staged.get(name) or made[name] for name in contracts}
    changes = made[CHANGES]
    previous = shelf.newest()
    withdrawn = withdrawn_since(shelf, previous)
    told = tuple(map(in_words, withdrawn.values()))
    if previous is None:
        demand_other(connection, shelf, withdrawn, tables, renames)
        version = _accepted(shelf, FIRST, wanted)
        _write_aliases(find_aliases(connection, renames.ids, staged, {}), made, version)
        compare(connection, {}, {}, changes.path)
        return Plan(version, None, tables, (), renames, told)
    before = under_new_names(connection, stored_tables(shelf.release(previous)), renames, shelf.scratch)
    before.check_columns(tables)
    aliases = find_aliases(connection, renames.ids, staged, before.tables)
    _write_aliases(aliases, made)
    compare(connection, before.tables, tables, changes.path, cause, before.told())
    if repeated is not None:
        tell_source(connection, staged_tables(repeated, contracts), staged, changes.path)
    tell_corrections(connection, [t["evidence"] for t in (before.tables, tables) if "evidence" in t], changes.path)
    tell_renames(connection, changes.path)
    check_staged(connection, changes)
    tallies = tally(connection, changes.path)
    if (level := level_of(tallies)) is None:
        return None
    demand_other(connection, shelf, read_index(shelf.index).withdrawn(), tables, renames)
    version = _accepted(shelf, previous.raised(level), wanted)
    before.check_major(version)
    _write_aliases(aliases, made, version)
    return Plan(version, previous, tables, tallies, renames, told)


def _demand_contracts(contracts: Mapping[str, TableContract], renames: Renames) -> None:
    if CHANGES not in contracts:
        raise ContractIncomplete(f"no schema was given for {CHANGES!r}; a release says what changed, so it needs one")
    if renames.ids and ALIASES not in contracts:
        raise ContractIncomplete(f"no schema was given for {ALIASES!r}; ids were retired, so the release needs one")


def _write_aliases(aliases: tuple[Alias, ...], made: Mapping[str, StoredTable], version: Version | None = None) -> None:
    if ALIASES in made:
        write_aliases(aliases, made[ALIASES], version)


def _accepted(shelf: Shelf, lowest: Version, wanted: Version | None) -> Version:
    """Return the version that was wanted, else the lowest one that comes after all that were ever published."""
    used = [*read_index(shelf.index).numbers_used(), *shelf.versions()]
    free = lowest if lowest > max(used, default=_NONE) else max(used).raised(Level.PATCH)
    version = free if wanted is None else wanted
    if version in used or shelf.release(version).exists():
        raise ReleaseExists(f"{version} was published before and is never changed; ask for a higher version")
    if version < free:
        raise VersionTooLow(f"{version} is too low: the changes call for {free}; ask for that or more, or for none")
    return version
