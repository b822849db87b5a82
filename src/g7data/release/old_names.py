"""Views under old names, which the DuckDB file of a release keeps for one major version.

A table is found under its old name beside all others. Where a table or its columns were renamed, the schema of the version
before (`v1` in all releases 2.x) has it as it was: with `SET search_path = 'v1,main'` old queries run unchanged.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from g7data.release.contract import TableContract
from g7data.release.engine import identifier
from g7data.release.renames import Renames
from g7data.release.version import Version

MAIN = "main"


@dataclass(frozen=True, slots=True)
class View:
    """A view on one table: `query` names the table by its schema, so that no other can be meant."""

    schema: str
    name: str
    query: str
    comment: str


def old_views(contracts: Mapping[str, TableContract], renames: Renames, version: Version) -> Iterator[View]:
    """Give the views of a release: those of the entries of its own major version."""
    old_tables = {entry.new: entry.old for entry in renames.tables if entry.major == version.major}
    old_columns: dict[str, dict[str, str]] = {}
    for entry in renames.columns:
        if entry.major == version.major:
            old_columns.setdefault(entry.table, {})[entry.new] = entry.old
    for table in sorted({*old_tables, *old_columns} & contracts.keys()):
        name, columns = old_tables.get(table, table), old_columns.get(table, {})
        query = _query(contracts[table], columns)
        comment = _comment(table, columns, renamed=name != table, major=version.major)
        yield View(f"v{version.major - 1}", name, query, comment)
        if name != table:
            yield View(MAIN, name, query, comment)


def _query(contract: TableContract, columns: Mapping[str, str]) -> str:
    terms = (
        f"{identifier(name)} AS {identifier(columns[name])}" if name in columns else identifier(name)
        for name in contract.column_names
    )
    return f"SELECT {', '.join(terms)} FROM {MAIN}.{identifier(contract.name)}"  # noqa: S608


def _comment(table: str, columns: Mapping[str, str], *, renamed: bool, major: int) -> str:
    what = [f"the table is {table} now"] if renamed else []
    what += [f"{old} is {new} now" for new, old in columns.items()]
    return (
        f"{table} under its names of before: {', '.join(what)}. Kept in all releases {major}.x, gone in {major + 1}.0.0"
    )
