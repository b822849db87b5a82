"""Rows of an earlier release with new ids: in the key, in what refers to it, and in ids that are made of it.

An id that begins with another and a hyphen (`d1-0003`, a clause of `d1`) is made of it where its table refers to that one.
Evidence names its rows by their whole keys, with parts joined by a slash.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.release.changes import JOINT
from g7data.release.compare import ROWS_NOT_COMPARED
from g7data.release.contract import StoredTable, TableContract, plain_type
from g7data.release.engine import identifier, literal, scan
from g7data.release.new_names import NAMES_A_TABLE
from g7data.release.renames import IdRename

HYPHEN = "-"
"""What joins an id and the rest of one that is made of it."""
_NAMES_A_ROW = "row_id"
"""The column in which a row that names a table names one of its rows."""
_Place = tuple[str, str]
"""A table and a column of it."""


def with_new_ids(
    connection: duckdb.DuckDBPyConnection, previous: Mapping[str, StoredTable], ids: Iterable[IdRename], scratch: Path
) -> dict[str, StoredTable]:
    """Return all tables with new ids; those in which any can stand are written into `scratch`."""
    by_table: dict[str, dict[str, str]] = {}
    for entry in ids:
        by_table.setdefault(entry.table, {})[entry.old] = entry.new
    contracts = {name: table.contract for name, table in previous.items() if name not in ROWS_NOT_COMPARED}
    found = dict(previous)
    for renamed, names in by_table.items():
        places = _places(contracts, renamed)
        for name, contract in contracts.items():
            terms = [_term(contract, column, places, names) for column in contract.column_names]
            if terms != [identifier(column) for column in contract.column_names]:
                path = scratch / f"{name} with new ids of {renamed}.parquet"
                scan(connection, found[name]).project(", ".join(terms)).write_parquet(str(path))
                found[name] = StoredTable(contract, path)
    return found


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the ids of one table stand: as they are, and as the beginning of another id; and in the keys of which tables."""

    whole: frozenset[_Place]
    begun: frozenset[_Place]
    keys_whole: tuple[str, ...]
    keys_begun: tuple[str, ...]


def _places(contracts: Mapping[str, TableContract], renamed: str) -> _Places:
    """Find the places by the references that the contracts declare, and by keys of the same name."""
    (key,) = contracts[renamed].key
    whole = {(renamed, key), *_referring(contracts, (renamed, key))}
    whole |= {(name, key) for name, contract in contracts.items() if key in contract.key}
    begun: set[_Place] = set()
    for name in {name for name, _ in whole} - {renamed}:
        if len(contracts[name].key) == 1 and (own := (name, contracts[name].key[0])) not in whole:
            begun |= {own, *_referring(contracts, own)}
    texts = {(name, c.name) for name, contract in contracts.items() for c in contract.columns if _is_text(c.type)}
    whole, begun = whole & texts, (begun - whole) & texts
    keys = {(name, part) for name, contract in contracts.items() for part in contract.key}
    in_keys = (tuple(sorted({name for name, _ in places & keys})) for places in (whole, begun))
    return _Places(frozenset(whole), frozenset(begun), *in_keys)


def _referring(contracts: Mapping[str, TableContract], target: _Place) -> Iterator[_Place]:
    for name, contract in contracts.items():
        yield from ((name, column) for column, reference in contract.references.items() if reference == target)


def _is_text(kind: pa.DataType) -> bool:
    return bool(plain_type(kind) == pa.string())


def _term(contract: TableContract, column: str, places: _Places, names: Mapping[str, str]) -> str:
    """Give the SQL term of a column; one in which no id can stand is its bare name."""
    value = identifier(column)
    if (contract.name, column) in places.whole:
        return f"{_replaced(value, names)} AS {value}"
    if (contract.name, column) in places.begun:
        return f"{_begun_anew(value, names)} AS {value}"
    if column == _NAMES_A_ROW and NAMES_A_TABLE in contract.column_names:
        return f"{_row_named(value, places, names)} AS {value}"
    return value


def _row_named(value: str, places: _Places, names: Mapping[str, str]) -> str:
    """Replace ids among the parts of a key."""
    cases = []
    for tables, replaced in ((places.keys_whole, _replaced), (places.keys_begun, _begun_anew)):
        if tables:
            parts = f"list_transform(string_split({value}, {literal(JOINT)}), lambda part: {replaced('part', names)})"
            there = f"{identifier(NAMES_A_TABLE)} IN ({', '.join(map(literal, tables))})"
            cases.append(f"WHEN {there} THEN array_to_string({parts}, {literal(JOINT)})")
    return f"CASE {' '.join(cases)} ELSE {value} END"


def _replaced(value: str, names: Mapping[str, str]) -> str:
    cases = (f"WHEN {literal(old)} THEN {literal(new)}" for old, new in names.items())
    return f"CASE {value} {' '.join(cases)} ELSE {value} END"


def _begun_anew(value: str, names: Mapping[str, str]) -> str:
    cases = (
        f"WHEN starts_with({value}, {literal(old + HYPHEN)}) THEN {literal(new)} || substr({value}, {len(old) + 1})"
        for old, new in names.items()
    )
    return f"CASE {' '.join(cases)} ELSE {value} END"
