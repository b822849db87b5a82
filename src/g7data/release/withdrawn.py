"""Releases that were withdrawn, as the next build meets them: it is compared with the one before, and may not bring them back.

The number of a release that comes is higher than any that was ever used, and its changes are those since the newest release
that stands: that is what people were led back to.
"""

from collections.abc import Mapping

import duckdb

from g7data.release.changes import tally
from g7data.release.compare import compare
from g7data.release.contract import StoredTable
from g7data.release.errors import ReleaseWithdrawn
from g7data.release.index import Entry, read_index
from g7data.release.open import stored_tables
from g7data.release.renamed import under_new_names
from g7data.release.renames import Renames
from g7data.release.shelf import Shelf
from g7data.release.staged import ALIASES
from g7data.release.version import Version


def withdrawn_since(shelf: Shelf, previous: Version | None) -> dict[Version, Entry]:
    """Return the releases after `previous` that were withdrawn, oldest first. Raises IndexUnreadable."""
    found = read_index(shelf.index).withdrawn()
    return {version: entry for version, entry in found.items() if previous is None or version > previous}


def in_words(entry: Entry) -> str:
    """Say of a release that it was withdrawn, when, and why."""
    reason = (entry.reason or "").rstrip(".")
    return f"{entry.version} was withdrawn on {entry.withdrawn}: {reason}."


def demand_other(
    connection: duckdb.DuckDBPyConnection,
    shelf: Shelf,
    withdrawn: Mapping[Version, Entry],
    tables: Mapping[str, StoredTable],
    renames: Renames,
) -> None:
    """Raise ReleaseWithdrawn where the tables say what one of these releases said, as far as its files are still there."""
    current = _compared(tables)
    for version, entry in withdrawn.items():
        if version in shelf.versions():
            scratch = shelf.scratch / f"withdrawn-{version}"
            scratch.mkdir()
            before = under_new_names(connection, stored_tables(shelf.release(version)), renames, scratch)
            changes = scratch / "changes.parquet"
            compare(connection, _compared(before.tables), current, changes, renamed=before.told())
            if not tally(connection, changes):
                raise ReleaseWithdrawn(
                    f"{in_words(entry)} This build would publish the same again; mend the cause, and build then"
                )


def _compared(tables: Mapping[str, StoredTable]) -> dict[str, StoredTable]:
    """Leave out the aliases, which name the version that was the first to have them."""
    return {name: table for name, table in tables.items() if name != ALIASES}
