"""Rules: what a column must keep to, as Polars expressions with a message that a person can act on.

A rule accuses one column and may look at the others. Where its expression is null the row passes, so that a rule
about two columns says nothing of a row that lacks one of them, unless it asks for nulls itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandera.polars as pa
import polars as pl

from schemas.shapes import NAME_IN_CODE, Shape
from schemas.vocabulary import Vocabulary

Bound = int | float | date | None
Bounds = tuple[Bound, Bound]

COUNT: Bounds = (0, None)
ORDINAL: Bounds = (1, None)
SHARE: Bounds = (0, 1)
# The first ministers of the later group met in 1973; a date far outside was misread.
ERA: Bounds = (date(1973, 1, 1), date(2099, 12, 31))
YEARS: Bounds = (1973, 2099)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named condition on a column.

    `holds` takes the accused column and gives a boolean expression, true where the row is right. `complaint` is
    written after "table.column value" and may name other columns in braces: "lies before date_start {date_start}".
    `distinct` are columns whose values together no earlier row may have: whoever checks a table in parts has to know.
    """

    name: str
    holds: Callable[[pl.Expr], pl.Expr]
    complaint: str
    distinct: tuple[str, ...] = ()

    def as_check(self) -> pa.Check:
        """Give the Pandera check for this rule, which keeps one failure case: the rows are read from its output."""

        def passes(data: pa.PolarsData) -> pl.LazyFrame:
            return data.lazyframe.select(self.holds(pl.col(data.key)))

        return pa.Check(passes, name=self.name, error=self.complaint, n_failure_cases=1)


NOT_BLANK = Rule(
    "not_blank", lambda text: text.str.contains(r"\S"), "is blank: what is not said must be null, or the row left out"
)

FLAG_NAMES = Rule(
    "flag_names",
    lambda flags: flags.list.eval(pl.element().str.contains(NAME_IN_CODE.pattern).fill_null(value=False)).list.all(),
    f"holds what is not {NAME_IN_CODE.says}",
)

ENDS_AFTER_START = Rule(
    "ends_after_start", lambda end: end >= pl.col("date_start"), "lies before date_start {date_start}"
)

SPAN_RUNS_FORWARD = Rule("span_runs_forward", lambda end: end >= pl.col("start"), "lies before start {start}")


def well_formed(shape: Shape) -> Rule:
    """Demand that a text matches a shape."""
    return Rule("well_formed", lambda text: text.str.contains(shape.pattern), f"is not {shape.says}")


def in_vocabulary(vocabulary: Vocabulary) -> Rule:
    """Demand one of the words of a closed set."""
    words = [term.value for term in vocabulary]
    return Rule("in_vocabulary", lambda text: text.is_in(words), f"is not one of {', '.join(words)}")


def in_range(least: Bound, most: Bound) -> Rule:
    """Demand a value from `least` to `most`, both included; None leaves that side open."""
    if most is None:
        return Rule("in_range", lambda value: value >= least, f"is less than {least}")
    return Rule("in_range", lambda value: value.is_between(least, most), f"lies outside {least} to {most}")


def distinct(name: str, columns: tuple[str, ...], complaint: str) -> Rule:
    """Demand that no earlier row has the same values in `columns`, unless this column is null."""
    return Rule(name, lambda it: it.is_null() | pl.struct(columns).is_first_distinct(), complaint, columns)


def needs(other: str) -> Rule:
    """Demand that `other` is given wherever this column is."""
    return Rule(
        f"needs_{other}", lambda it: it.is_null() | pl.col(other).is_not_null(), f"is given, but {other} is null"
    )


def goes_with(other: str) -> Rule:
    """Demand that this column and `other` are both given or both null."""
    return Rule(
        f"goes_with_{other}",
        lambda it: it.is_null() == pl.col(other).is_null(),
        f"stands beside {other} {{{other}}}: both must be given, or both null",
    )


def not_itself(key: str) -> Rule:
    """Demand that a reference within a table does not point at its own row."""
    return Rule("not_itself", lambda reference: reference != pl.col(key), f"is the row's own {key}")


def virtual_has_no_place(*places: str) -> Rule:
    """Demand that a virtual meeting has nothing in any of the columns `places`."""
    shown = ", ".join(f"{place} {{{place}}}" for place in places)
    return Rule(
        "virtual_has_no_place",
        lambda mode: (mode != "virtual") | pl.all_horizontal(pl.col(places).is_null()),
        f"contradicts {shown}: a virtual meeting has no place",
    )
