"""What differs between two releases in their structure: tables, columns, types and keys that came, left or changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from g7data.release.changes import EVERY_ROW, Change
from g7data.release.contract import TableContract, type_name


@dataclass(frozen=True, slots=True)
class StructuralChange:
    """A change to a table (`column` is None) or a column, with what the column was and is: `int64`, `string, key`.

    Of what was renamed, it is the names. A `row_id` of its own has only an id that was renamed.
    """

    table: str
    change: Change
    column: str | None = None
    before: str | None = None
    after: str | None = None
    row_id: str = EVERY_ROW


def structural_changes(
    previous: Mapping[str, TableContract], current: Mapping[str, TableContract]
) -> Iterator[StructuralChange]:
    """List what happened to tables and columns, in order of their names."""
    for name in sorted(previous.keys() | current.keys()):
        if name not in current:
            yield StructuralChange(name, Change.REMOVED)
        elif name not in previous:
            yield StructuralChange(name, Change.ADDED)
        else:
            yield from _changes_of_columns(previous[name], current[name])


def _changes_of_columns(previous: TableContract, current: TableContract) -> Iterator[StructuralChange]:
    before, after = _described(previous), _described(current)
    for name in sorted(before.keys() | after.keys()):
        was, becomes = before.get(name), after.get(name)
        if becomes is None:
            yield StructuralChange(current.name, Change.REMOVED, name, was)
        elif was is None and name not in current.key:
            yield StructuralChange(current.name, Change.ADDED, name, None, becomes)
        elif was != becomes:  # a column that came into the key is no mere addition: it changes what a row is
            yield StructuralChange(current.name, Change.CHANGED, name, was, becomes)


def _described(contract: TableContract) -> dict[str, str]:
    key = {*contract.key}
    return {column.name: type_name(column.type) + ", key" * (column.name in key) for column in contract.columns}
