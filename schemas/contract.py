"""How a table is declared: a class of columns, where each column says all that holds of it.

    class Links(TableModel, key=("document_id", "position")):
        \"\"\"One related text or file.\"\"\"

        document_id: Text = column("The document", example="d1", references=("documents", "document_id"))

The class is a Pandera model. From it come the checks (`validation`), the Arrow schemas (`arrow`) and, through their
metadata, the codebook: one definition, never three. The order of the columns is part of the contract.
"""

import inspect
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import pandera.polars as pa
import polars as pl

from schemas.rules import FLAG_NAMES, NOT_BLANK, Bounds, Rule, in_range, in_vocabulary, well_formed
from schemas.shapes import Shape
from schemas.vocabulary import Vocabulary

Text = pl.String
Number = pl.Int64
Real = pl.Float64
Truth = pl.Boolean
Day = pl.Date
Moment = Annotated[pl.Datetime, "us", "UTC"]
Names = Annotated[pl.List, pl.String]

Reference = tuple[str, str]


def column(
    description: str,
    *,
    example: object,
    null: str | None = None,
    unit: str | None = None,
    shape: Shape | None = None,
    one_of: Vocabulary | None = None,
    within: Bounds | None = None,
    may_be_blank: bool = False,
    references: Reference | None = None,
    rules: Iterable[Rule] = (),
) -> Any:
    """Declare a column.

    `unit` says what a number counts or measures. `null` tells when the value is null, and so makes the column nullable: without it every row must have a value.
    `example` is a typed value; the examples of a table together make a row that keeps the contract. `references` is
    the table and column where the value must exist. A text is never blank unless `may_be_blank`.
    """
    all_rules = (*_implied_rules(example, shape, one_of, within, may_be_blank=may_be_blank), *rules)
    field = pa.Field(
        nullable=null is not None,
        description=description if null is None else f"{description}; null {null}",
        metadata={
            "example": example, "unit": unit, "vocabulary": one_of, "references": references,
            "distinct": tuple(rule.distinct for rule in all_rules if rule.distinct),
        },
    )  # fmt: skip
    field.checks.extend(rule.as_check() for rule in all_rules)
    return field


def _implied_rules(
    example: object, shape: Shape | None, one_of: Vocabulary | None, within: Bounds | None, *, may_be_blank: bool
) -> Iterator[Rule]:
    """Give the rules that follow from how a column is declared."""
    if shape is not None:
        yield well_formed(shape)
    elif one_of is not None:
        yield in_vocabulary(one_of)
    elif isinstance(example, str) and not may_be_blank:
        yield NOT_BLANK
    if isinstance(example, list):
        yield FLAG_NAMES
    if within is not None:
        yield in_range(*within)


class TableModel(pa.DataFrameModel):
    """What all tables share: the columns stand in the order given, no others, and no two rows have the same key."""

    _key: tuple[str, ...] = ()

    class Config:
        """Pandera's settings: no unknown columns, and none out of order."""

        strict = True
        ordered = True

    def __init_subclass__(cls, *, key: tuple[str, ...] = (), **settings: Any) -> None:
        """Note the columns that name a row; a log, whose rows have no names, has an empty key."""
        super().__init_subclass__(**settings)  # type: ignore[no-untyped-call]
        cls._key = key

    # No `name=` here: Pandera would give it to the first model only, and the method's own name to all others.
    @pa.dataframe_check(error="stands in an earlier row: a key names one row", n_failure_cases=1)
    @classmethod
    def key_is_unique(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Pass the first row of every key; Pandera's own `unique` would accuse the first one too."""
        if not cls._key:
            return data.lazyframe.select(pl.repeat(value=True, n=pl.len()))
        return data.lazyframe.select(pl.struct(cls._key).is_first_distinct())

    @classmethod
    def table(cls) -> str:
        """Give the name of the table."""
        return cls.__name__.lower()

    @classmethod
    def summary(cls) -> str:
        """Say what one row is."""
        return inspect.getdoc(cls) or ""

    @classmethod
    def column_types(cls) -> dict[str, pl.DataType]:
        """Give the columns in order, with their Polars types."""
        return {name: field.dtype.type for name, field in cls.to_schema().columns.items()}

    @classmethod
    def key_columns(cls) -> tuple[str, ...]:
        """Give the columns that together name a row."""
        return cls._key

    @classmethod
    def distinct_columns(cls) -> tuple[tuple[str, ...], ...]:
        """Give the columns whose values together no two rows may have: the key, where there is one, and what rules add."""
        added = (columns for field in cls.to_schema().columns.values() for columns in details(field)["distinct"])
        return (*([cls._key] if cls._key else []), *added)

    @classmethod
    def foreign_keys(cls) -> dict[str, Reference]:
        """Give the columns that point to another row, each with the table and column where its value must exist."""
        found = {name: details(field)["references"] for name, field in cls.to_schema().columns.items()}
        return {name: reference for name, reference in found.items() if reference is not None}


def details(field: pa.Column) -> dict[str, Any]:
    """Give what `column` noted beside Pandera's own properties: `example`, `unit`, `vocabulary`, `references`, `distinct`."""
    return field.metadata or dict.fromkeys(("example", "unit", "vocabulary", "references")) | {"distinct": ()}
