"""Checking tables against the contract: rows that keep it go on, rows that do not are set aside with the reason.

Two kinds of mistake are kept apart. A value that breaks a rule is the data's, and becomes a `Failure`. A column that
is missing, unknown, out of order or of another type is the program's, and raises `ContractBroken`.

Pandera is asked for the boolean output of each check, not for its report of failure cases: that report writes every
failing row as JSON, and is slow for a table with many.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandera.backends.polars.builtin_checks  # noqa: F401  # else the first table to be checked would wait for it
import pandera.polars as pa
import polars as pl
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaError, SchemaErrors

from schemas.contract import TableModel
from schemas.tables import MODELS

LONGEST_VALUE = 500
LONGEST_IN_MESSAGE = 80
ROW = "row number"


class ContractBroken(Exception):
    """A table does not have the columns and types that its model declares, or a check could not run."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One rule that one row does not keep.

    `row` is its position in the frame, from 0. `column` is None where several columns are accused together. `values`
    is the whole row, ready for JSON, with long texts cut: a text that may not be published never leaves in full.
    """

    table: str
    row: int
    check: str
    column: str | None
    message: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Validated:
    """The rows that keep the contract, and why the others do not."""

    valid: pl.DataFrame
    failures: tuple[Failure, ...]


def validate(name: str, frame: pl.DataFrame) -> Validated:
    """Check the rows of the table `name`: every rule of its own columns, and that no key comes twice.

    Of rows with the same key the first counts, whether or not it keeps the other rules. Raises `ContractBroken` for
    wrong columns or types.
    """
    model = _model(name)
    _demand_columns(model, frame)
    failures = tuple(sorted(_failures(model, frame), key=lambda failure: failure.row))
    if not failures:
        return Validated(frame, ())
    rejected = pl.Series([failure.row for failure in failures]).unique()
    return Validated(frame.filter(~pl.int_range(pl.len()).is_in(rejected.implode())), failures)


def check_references(tables: Mapping[str, pl.DataFrame]) -> tuple[Failure, ...]:
    """Find the rows whose reference to another row points nowhere; a null points at nothing and is allowed.

    Raises `ContractBroken` where a table is given without one that it refers to.
    """
    return tuple(failure for name in tables for failure in _dangling(_model(name), tables))


def _model(name: str) -> type[TableModel]:
    """Look up a model by the name of its table."""
    if name not in MODELS:
        raise ContractBroken(f"there is no table {name!r}: the tables are {', '.join(MODELS)}")
    return MODELS[name]


def _demand_columns(model: type[TableModel], frame: pl.DataFrame) -> None:
    """Refuse a frame that has not exactly the columns of the model, in their order and with their types."""
    due, given = model.column_types(), dict(frame.schema)
    faults = [f"{name} is missing" for name in due if name not in given]
    faults += [f"{name} is not part of it" for name in given if name not in due]
    faults += [
        f"{name} is {given[name]} and should be {kind}" for name, kind in due.items() if given.get(name, kind) != kind
    ]
    if not faults and list(due) != list(given):
        faults = [f"its columns should stand in the order {', '.join(due)}"]
    if faults:
        table = model.table()
        raise ContractBroken(
            f"table {table}: {'; '.join(faults)}. Build it with schema=schemas.empty({table!r}).schema"
        )


def _failures(model: type[TableModel], frame: pl.DataFrame) -> Iterator[Failure]:
    """Run all checks, even where the environment has turned Pandera off, and give each failing row."""
    try:
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            model.validate(frame, lazy=True)
    except SchemaErrors as found:
        for error in found.schema_errors:
            yield from _rows_of(error, model, frame)


def _rows_of(error: SchemaError, model: type[TableModel], frame: pl.DataFrame) -> Iterator[Failure]:
    """Turn what one check found into one failure for each row."""
    if error.check_output is None:
        raise ContractBroken(f"a check of table {model.table()} could not run: {error}") from error
    accused = (error.schema.name,) if isinstance(error.schema, pa.Column) else model.key_columns()
    check, complaint = _named(error)
    rows = (~error.check_output.to_series()).arg_true()
    yield from _describe(model.table(), frame, rows, accused, check, complaint)


def _named(error: SchemaError) -> tuple[str, str]:
    """Give the name of the check that failed and what it complains of."""
    if error.check == "not_nullable":
        return "not_null", "must not be null"
    return error.check.name, error.check.error


def _dangling(model: type[TableModel], tables: Mapping[str, pl.DataFrame]) -> Iterator[Failure]:
    """Give the rows of one table whose references point nowhere."""
    frame = tables[model.table()]
    for column, (table, key) in model.foreign_keys().items():
        if table not in tables:
            raise ContractBroken(f"{model.table()}.{column} refers to the table {table}: give that table as well")
        pointers = frame.select(pl.int_range(pl.len()).alias(ROW), column).drop_nulls(column)
        lost = pointers.join(tables[table].select(key), left_on=column, right_on=key, how="anti")
        yield from _describe(
            model.table(), frame, lost[ROW].sort(), (column,), "reference_exists", f"is not in {table}.{key}"
        )


def _describe(
    table: str, frame: pl.DataFrame, rows: pl.Series, accused: tuple[str, ...], check: str, complaint: str
) -> Iterator[Failure]:
    """Give one failure for each of `rows`, with a message about the `accused` columns."""
    column = accused[0] if len(accused) == 1 else None
    for number, row in zip(rows, frame[rows].iter_rows(named=True), strict=True):
        shown = {name: _shown(value) for name, value in row.items()}
        key = ", ".join(f"{name} {shown[name]}" for name in accused)
        subject = f"{table}.{key}" if column is not None else f"{table} ({key})"
        values = {name: _plain(value) for name, value in row.items()}
        yield Failure(table, number, check, column, f"{subject} {complaint.format(**shown)}", values)


def _shown(value: object) -> str:
    """Write a value for a message."""
    if isinstance(value, str):
        return repr(_cut(value, LONGEST_IN_MESSAGE))
    return "null" if value is None else str(value)


def _plain(value: object) -> object:
    """Write a value for JSON, which knows no dates and no NaN."""
    if isinstance(value, str):
        return _cut(value, LONGEST_VALUE)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, float) and value != value else value


def _cut(text: str, longest: int) -> str:
    """Cut a text that is longer than `longest` characters, and show that it was cut."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
