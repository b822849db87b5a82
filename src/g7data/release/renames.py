"""Renames as data: what an entry of `renames.toml` may say, and reading the file.

A table or column gets its new name in a major version, and the DuckDB file of that version keeps views under the old one. An
id is retired in favour of another, and the table `aliases` keeps it for good. What is declared here is no loss and no gain:
releases are compared under the new names.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from g7data.release.contract import TableContract, plain_type, read_contracts
from g7data.release.errors import NotAVersion, RenameFaulty
from g7data.release.version import Version

_KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "table": (("from", "to", "major", "reason"), ()),
    "column": (("table", "from", "to", "major", "reason"), ()),
    "id": (("table", "from", "to", "reason"), ("since",)),
}
"""What each kind of entry must and may say."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class TableRename:
    """A table that is called otherwise from version `major` on."""

    number: int
    old: str
    new: str
    major: int
    reason: str

    def __str__(self) -> str:
        return f"table entry {self.number} ({self.old} → {self.new})"


@dataclass(frozen=True, slots=True)
class ColumnRename:
    """A column that is called otherwise from version `major` on; `table` has its newest name."""

    number: int
    table: str
    old: str
    new: str
    major: int
    reason: str

    def __str__(self) -> str:
        return f"column entry {self.number} ({self.table}.{self.old} → {self.new})"


@dataclass(frozen=True, slots=True)
class IdRename:
    """An id that another one stands for; `since` is the first version in which it does, None for the one that first tells."""

    number: int
    table: str
    old: str
    new: str
    since: Version | None
    reason: str

    def __str__(self) -> str:
        return f"id entry {self.number} ({self.table} {self.old} → {self.new})"


@dataclass(frozen=True, slots=True)
class Renames:
    """All entries of the file."""

    tables: tuple[TableRename, ...] = ()
    columns: tuple[ColumnRename, ...] = ()
    ids: tuple[IdRename, ...] = ()


NO_RENAMES = Renames()


def read_renames(path: Path, schemas: Mapping[str, pa.Schema]) -> Renames:
    """Read the file of renames; `schemas` are the contracts of the tables as they are now. Raises RenameFaulty."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RenameFaulty(f"{path} is not TOML in UTF-8: {error}; mend the file") from error
    lists = {kind: content.pop(kind, []) for kind in _KINDS}
    if content or not all(isinstance(v, list) and all(isinstance(e, dict) for e in v) for v in lists.values()):
        raise RenameFaulty(
            f"{path}: it may hold [[table]], [[column]] and [[id]] entries only, not {', '.join(content) or 'a value'}"
        )
    contracts = read_contracts(schemas)
    readers = {kind: [_Reader(path, kind, n, e, contracts) for n, e in enumerate(v, 1)] for kind, v in lists.items()}
    renames = Renames(
        tuple(reader.table() for reader in readers["table"]),
        tuple(reader.column() for reader in readers["column"]),
        tuple(reader.id() for reader in readers["id"]),
    )
    _demand_once(path, ((entry, name) for entry in renames.tables for name in (entry.old, entry.new)))
    _demand_once(path, ((e, f"{e.table}.{name}") for e in renames.columns for name in (e.old, e.new)))
    _demand_once(path, ((entry, f"{entry.table} {entry.old}") for entry in renames.ids))
    _demand_no_chains(path, renames.ids)
    return renames


def _demand_once(path: Path, names: Iterable[tuple[object, str]]) -> None:
    """Refuse a second entry that gives the same name away, or gives it to another."""
    seen: dict[str, object] = {}
    for entry, name in names:
        if name in seen:
            raise RenameFaulty(f"{path}: {name} stands in {seen[name]} and in {entry}; delete one of them")
        seen[name] = entry


def _demand_no_chains(path: Path, entries: Iterable[IdRename]) -> None:
    """Refuse an id that leads to another retired one, or to itself."""
    retired = {(entry.table, entry.old): entry for entry in entries}
    for entry in entries:
        if (after := retired.get((entry.table, entry.new))) is not None:
            raise RenameFaulty(f"{path}: {entry} leads to a retired id, see {after}; let it lead to the last one")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One entry as it stands in the file, and what it is checked against."""

    path: Path
    kind: str
    number: int
    entry: dict[str, Any]
    contracts: Mapping[str, TableContract]

    def table(self) -> TableRename:
        """The entry of a table, checked."""
        self._check_keys()
        old, new = self._names(self.contracts, "table")
        return TableRename(self.number, old, new, self._major(), self._words("reason"))

    def column(self) -> ColumnRename:
        """The entry of a column, checked."""
        self._check_keys()
        table = self._known_table()
        old, new = self._names(self.contracts[table].column_names, f"column of {table}")
        return ColumnRename(self.number, table, old, new, self._major(), self._words("reason"))

    def id(self) -> IdRename:
        """The entry of an id, checked as far as it can be without rows."""
        self._check_keys()
        table = self._known_table()
        contract = self.contracts[table]
        if len(contract.key) != 1 or plain_type(contract.column(contract.key[0]).type) != pa.string():
            raise self._faulty("table", f"rows of {table} have no id of their own")
        return IdRename(
            self.number, table, self._words("from"), self._words("to"), self._since(), self._words("reason")
        )

    def _check_keys(self) -> None:
        must, may = _KINDS[self.kind]
        for key in must:
            if key not in self.entry:
                raise self._faulty(key, "it is missing")
        for key in self.entry:
            if key not in (*must, *may):
                raise self._faulty(key, f"there is no such key; there are {', '.join((*must, *may))}")

    def _known_table(self) -> str:
        table = self._words("table")
        if table not in self.contracts:
            raise self._faulty("table", f"{table!r} is no table; write its name of now")
        return table

    def _names(self, known: Iterable[str], what: str) -> tuple[str, str]:
        """The old name, which must be free, and the new one, which must be taken."""
        old, new = self._words("from"), self._words("to")
        if not _NAME.fullmatch(old):
            raise self._faulty("from", f"{old!r} is no name; names are lower-case, with underscores")
        if old in known:
            raise self._faulty("from", f"{old!r} is still a {what}; change the schema, or delete the entry")
        if new not in known:
            advice = "where it was renamed again, that is a new entry, and this one has served its time"
            raise self._faulty("to", f"{new!r} is no {what}; {advice}")
        return old, new

    def _major(self) -> int:
        major = self.entry["major"]
        if not isinstance(major, int) or isinstance(major, bool) or major < 2:
            raise self._faulty("major", "it must be the major version that first has the new name: 2 or more")
        return major

    def _since(self) -> Version | None:
        if "since" not in self.entry:
            return None
        try:
            return Version.parse(self._words("since"))
        except NotAVersion as error:
            raise self._faulty("since", str(error)) from error

    def _words(self, key: str) -> str:
        words = self.entry[key]
        if not isinstance(words, str) or not words.strip():
            raise self._faulty(key, "it must be a text that is not empty")
        return words

    def _faulty(self, key: str, fault: str) -> RenameFaulty:
        told = " ".join(str(self.entry[name]) for name in ("table", "from", "to") if name in self.entry)
        return RenameFaulty(f"{self.path}, {self.kind} entry {self.number} ({told}), {key}: {fault}")
