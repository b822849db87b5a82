"""The models as Arrow schemas, which carry the whole contract into every Parquet file of a release.

Who reads a release needs no Pandera: types and nullability are the schema's own, and descriptions, examples,
vocabularies, keys and references travel as metadata. The codebook and the descriptors are written from these.
"""

import json
from datetime import date, datetime
from functools import cache
from typing import Any

import pandera.polars as pa
import polars as pl
import pyarrow

from schemas.contract import TableModel, details
from schemas.tables import MODELS

_ARROW_TYPES: dict[pl.DataType, pyarrow.DataType] = {
    pl.String(): pyarrow.string(),
    pl.Int64(): pyarrow.int64(),
    pl.Float64(): pyarrow.float64(),
    pl.Boolean(): pyarrow.bool_(),
    pl.Date(): pyarrow.date32(),
    pl.Datetime("us", "UTC"): pyarrow.timestamp("us", tz="UTC"),
    pl.List(pl.String()): pyarrow.list_(pyarrow.string()),
}


def arrow_schemas() -> dict[str, pyarrow.Schema]:
    """Give the Arrow schema of every table.

    Each field has metadata `description`, `example` (text as it is, other values as JSON), for a number `unit` and, for a
    closed set, `vocabulary` (a JSON object of value and meaning). Each schema has `name`, `description`, `key` (a JSON list) and
    `references` (a JSON object of column and [table, column]).
    """
    return {name: _schema(model) for name, model in MODELS.items()}


@cache
def _schema(model: type[TableModel]) -> pyarrow.Schema:
    """Translate one model, once."""
    fields = [_field(name, field) for name, field in model.to_schema().columns.items()]
    metadata = {
        "name": model.table(),
        "description": model.summary(),
        "key": json.dumps(model.key_columns()),
        "references": json.dumps(model.foreign_keys()),
    }
    return pyarrow.schema(fields, metadata=metadata)


def _field(name: str, field: pa.Column) -> pyarrow.Field:
    """Translate one column."""
    noted = details(field)
    metadata = {"description": field.description or "", "example": _as_text(noted["example"])}
    if noted["unit"] is not None:
        metadata["unit"] = noted["unit"]
    if noted["vocabulary"] is not None:
        metadata["vocabulary"] = json.dumps(dict(noted["vocabulary"]), ensure_ascii=False)
    return pyarrow.field(name, _ARROW_TYPES[field.dtype.type], nullable=field.nullable, metadata=metadata)


def _as_text(example: Any) -> str:
    """Write an example as it would stand in a CSV file."""
    if isinstance(example, str):
        return example
    if isinstance(example, date | datetime):
        return example.isoformat()
    return json.dumps(example, ensure_ascii=False)
