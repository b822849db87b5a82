"""datapackage.json: the release as a Frictionless Data Package, version 2 (https://datapackage.org/standard/).

It describes the Parquet files, which are the same byte for byte whenever their rows are. The DuckDB file is not, so its
digest stands in SHA256SUMS only, and the descriptor stays reproducible.

`frictionless validate` (5.21) reads Parquet by way of pandas, which shapes three things here. It never counts the bytes
of a Parquet file, and calls any `bytes` wrong: sizes stand in the other descriptors. It is handed lists as NumPy arrays,
which it takes for no `array`: they are `any`, with their type beside it. It is handed `nan` for a number that is null,
and so is told that this means missing; while a text is missing only where it is null, not where it is empty.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from g7data.release.contract import Column, StoredTable, TableContract, plain_type, type_name
from g7data.release.edition import NAME, SUMMARY, TITLE, Edition
from g7data.release.errors import ContractIncomplete
from g7data.release.sums import digest

DESCRIPTOR = "datapackage.json"
"""The name of the file in a release."""
_PROFILE = "https://datapackage.org/profiles/2.0/"
_TYPES = (
    (pa.types.is_boolean, "boolean"),
    (pa.types.is_integer, "integer"),
    (pa.types.is_floating, "number"),
    (pa.types.is_decimal, "number"),
    (pa.types.is_date, "date"),
    (pa.types.is_timestamp, "datetime"),
    (pa.types.is_string, "string"),
)
"""Arrow types and the field types of Frictionless that say the same; the first that fits is taken, else `any`."""
_AS_TEXT = ("string", "date", "datetime")
"""Types whose values stand in JSON as text; the examples of all others are written in the schema as JSON."""
_MISSING: dict[str, list[str]] = {"string": [], "integer": ["", "nan"], "number": ["", "nan"]}
"""What stands for null, where it is not the empty text alone."""


def descriptor(edition: Edition, tables: Mapping[str, StoredTable], rows: Mapping[str, int]) -> str:
    """Return the descriptor of a release whose Parquet files stand at `tables`, as JSON that ends in a newline."""
    package = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": SUMMARY,
        "version": str(edition.version),
        "previousVersion": None if edition.previous is None else str(edition.previous),
        "schemaVersion": edition.schema_version,
        "private": edition.private,
        "licenses": [{"name": edition.licence.name, "title": edition.licence.title, "path": edition.licence.url}],
        "resources": [_resource(table.contract, table.path, rows[name]) for name, table in tables.items()],
    }
    return to_json(package)


def to_json(value: object) -> str:
    """JSON as this project writes it: in the order given, readable, ending in a newline."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _resource(contract: TableContract, path: Path, rows: int) -> dict[str, Any]:
    return {
        "name": contract.name,
        "type": "table",
        "path": path.name,
        "description": contract.description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": f"sha256:{digest(path)}",
        "rows": rows,
        "schema": _schema(contract),
    }


def _schema(contract: TableContract) -> dict[str, Any]:
    key = list(contract.key)
    schema = {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": [_field(column) for column in contract.columns],
        "primaryKey": [] if contract.has_nullable_key else key,
        "uniqueKeys": [key] if contract.has_nullable_key else [],
        "foreignKeys": [_foreign_key(contract, column) for column in contract.references],
    }
    return {name: value for name, value in schema.items() if value}


def _field(column: Column) -> dict[str, Any]:
    kind = next((name for fits, name in _TYPES if fits(plain_type(column.type))), "any")
    field: dict[str, Any] = {
        "name": column.name,
        "type": kind,
        "description": column.description,
        "example": column.example if kind in _AS_TEXT else _value(column),
    }
    if kind == "any":
        field["arrowType"] = type_name(column.type)
    if column.unit:
        field["unit"] = column.unit
    if kind in _MISSING:
        field["missingValues"] = _MISSING[kind]
    if column.vocabulary and kind == "string":
        field["categories"] = [{"value": value, "label": told or value} for value, told in column.vocabulary.items()]
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _value(column: Column) -> Any:
    try:
        return json.loads(column.example)
    except ValueError as error:
        example = f"the example {column.example!r} of {column.name} is not JSON"
        raise ContractIncomplete(f"{example}; write it as a {type_name(column.type)} stands in JSON") from error


def _foreign_key(contract: TableContract, column: str) -> dict[str, Any]:
    table, target = contract.references[column]
    resource = "" if table == contract.name else table  # Frictionless writes a reference to the same table so
    return {"fields": [column], "reference": {"resource": resource, "fields": [target]}}
