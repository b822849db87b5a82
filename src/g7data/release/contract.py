"""What a table of the release must look like: a small typed view of the Arrow schema that carries its contract.

The contract travels inside the schema, and the schema travels inside each Parquet file. So a release can be read,
described and compared by its files alone, long after the code that made it has changed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from g7data.release.errors import ColumnWithoutDescription, ContractIncomplete


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `vocabulary` maps each value that it may hold to its meaning, and is empty when all are allowed.

    `unit` is what a number counts or a time is in, empty for all else.
    """

    name: str
    type: pa.DataType
    required: bool
    description: str
    example: str
    vocabulary: Mapping[str, str]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TableContract:
    """One table: `key` names the columns that tell rows apart, `references` maps a column to (table, column).

    A log has an empty key: its rows have no names, and may be equal.
    """

    name: str
    description: str
    key: tuple[str, ...]
    references: Mapping[str, tuple[str, str]]
    columns: tuple[Column, ...]
    schema: pa.Schema

    @classmethod
    def from_schema(cls, schema: pa.Schema) -> "TableContract":
        """Read the contract that `schema` carries in its metadata; raises ContractIncomplete if a part is missing."""
        name = _table_fact(schema, "name", table="a table")
        contract = cls(
            name=name,
            description=_table_fact(schema, "description", table=name),
            key=tuple(json.loads(_table_fact(schema, "key", table=name))),
            references=_references(schema),
            columns=tuple(_column(name, field) for field in schema),
            schema=schema,
        )
        contract._check_key()
        return contract

    @classmethod
    def from_parquet(cls, path: Path) -> "TableContract":
        """Read the contract that a Parquet file of a release carries."""
        return cls.from_schema(pq.read_schema(path))

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of that name; raises KeyError if the table has none."""
        return {column.name: column for column in self.columns}[name]

    @property
    def order(self) -> tuple[str, ...]:
        """The columns that put rows into a total order: the key, or all columns where there is none."""
        return self.key or self.column_names

    @property
    def has_nullable_key(self) -> bool:
        """Whether a part of the key may be null."""
        return not all(self.column(name).required for name in self.key)

    def _check_key(self) -> None:
        if unknown := sorted({*self.key, *self.references} - set(self.column_names)):
            raise ContractIncomplete(f"{self.name}: key or references name {', '.join(unknown)}, which is no column")


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table in a Parquet file, and the contract that it keeps."""

    contract: TableContract
    path: Path

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.contract.name


def read_contracts(schemas: Mapping[str, pa.Schema]) -> dict[str, TableContract]:
    """Read the contract of each table, in the order given; raises ContractIncomplete where one is not complete."""
    contracts = {name: TableContract.from_schema(schema) for name, schema in schemas.items()}
    for name, contract in contracts.items():
        if contract.name != name:
            raise ContractIncomplete(
                f"the schema given for {name!r} calls itself {contract.name!r}; give both one name"
            )
    return contracts


def plain_type(kind: pa.DataType) -> pa.DataType:
    """Return the type that a reader of the file sees: dictionaries and large strings are but ways to store values."""
    if pa.types.is_dictionary(kind):
        return plain_type(kind.value_type)
    if pa.types.is_large_string(kind):
        return pa.string()
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(plain_type(kind.value_type))
    return kind


def type_name(kind: pa.DataType) -> str:
    """Return the type in words of Arrow: `string`, `int32`, `date32`, `timestamp[us, UTC]`, `list of string`."""
    plain = plain_type(kind)
    if pa.types.is_list(plain):
        return f"list of {type_name(plain.value_type)}"
    return str(plain).replace("[day]", "").replace("tz=", "").replace("double", "float64")


def _table_fact(schema: pa.Schema, fact: str, table: str) -> str:
    value = _text(schema.metadata, fact)
    if not value.strip():
        raise ContractIncomplete(f"{table}: its schema has no {fact!r} in its metadata; add it to the schema")
    return value


def _references(schema: pa.Schema) -> dict[str, tuple[str, str]]:
    found: dict[str, list[str]] = json.loads(_text(schema.metadata, "references") or "{}")
    return {column: (table, target) for column, (table, target) in found.items()}


def _column(table: str, field: pa.Field) -> Column:
    facts = {fact: _text(field.metadata, fact) for fact in ("description", "example")}
    for fact, value in facts.items():
        if not value.strip():
            raise ColumnWithoutDescription(f"{table}.{field.name} has no {fact}; write one in the schema of {table}")
    return Column(
        name=field.name,
        type=field.type,
        required=not field.nullable,
        vocabulary=_vocabulary(_text(field.metadata, "vocabulary")),
        unit=_text(field.metadata, "unit"),
        **facts,
    )


def _vocabulary(encoded: str) -> dict[str, str]:
    values: Any = json.loads(encoded or "{}")
    return {str(value): str(values[value]) if isinstance(values, dict) else "" for value in values}


def _text(metadata: Mapping[bytes, bytes] | None, fact: str) -> str:
    return (metadata or {}).get(fact.encode(), b"").decode()
