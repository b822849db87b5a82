"""The tables `aliases`, `accuracy` and `changes`: retired ids, how well a release was read, and how it differs from the one before."""

import polars as pl

from schemas.contract import Number, Real, TableModel, Text, Truth, column
from schemas.rules import COUNT, SHARE, Rule
from schemas.shapes import ID, NAME_IN_CODE, VERSION, VERSION_OF_CODE
from schemas.vocabulary import CAUSES, CHANGE_KINDS, TABLES

_ROUNDING = 0.001

F1_BETWEEN_BOTH = Rule(
    "f1_between_both",
    lambda f1: f1.is_between(
        pl.min_horizontal("precision", "recall") - _ROUNDING, pl.max_horizontal("precision", "recall") + _ROUNDING
    ),
    "does not lie between precision {precision} and recall {recall}",
)
RIGHT_AMONG_BOTH = Rule(
    "right_among_both",
    lambda right: right <= pl.min_horizontal("labelled", "given"),
    "is more than there are: labelled {labelled}, given {given}",
)
COLUMN_IF_CHANGED = Rule(
    "column_if_changed",
    lambda change: (change != "changed") | pl.col("column_name").is_not_null(),
    "needs a column_name: a change is one of a value",
)
VALUES_DIFFER = Rule(
    "values_differ",
    lambda change: ~change.is_in(["changed", "renamed"]) | pl.col("before").ne_missing(pl.col("after")),
    "is none: before and after are both {after}",
)
ADDED_HAS_NO_BEFORE = Rule(
    "added_has_no_before",
    lambda change: (change != "added") | pl.col("before").is_null(),
    "contradicts before {before}: a new row has no value before",
)
REMOVED_HAS_NO_AFTER = Rule(
    "removed_has_no_after",
    lambda change: (change != "removed") | pl.col("after").is_null(),
    "contradicts after {after}: a row that is gone has no value after",
)
OLD_ID_IS_ANOTHER = Rule(
    "old_id_is_another",
    lambda old_id: old_id != pl.col("new_id"),
    "is new_id too: a retired id leads to another",
)


class Aliases(TableModel, key=("old_id", "table_name")):
    """One id that was retired: it names no row any more, and another stands for it."""

    old_id: Text = column("The retired id", example="9c1e55d20b7a", shape=ID, rules=[OLD_ID_IS_ANOTHER])
    table_name: Text = column("Table whose rows have such ids", example="documents", one_of=TABLES)
    new_id: Text = column("The id that stands for it now", example="4735551f15d5", shape=ID)
    since: Text = column("First version of the data without the retired id", example="1.3.0", shape=VERSION)
    reason: Text = column("Why it was retired", example="the address of the page was written in two ways")


class Accuracy(TableModel, key=("field", "split")):
    """One field on one set of pages that people labelled: how often it was read as they had read it."""

    field: Text = column("The field measured", example="date_start", shape=NAME_IN_CODE)
    split: Text = column("Name of the labelled set", example="us")
    n: Number = column(
        "Number of comparisons: pages on which the field was labelled or, of what is asked of each person, people",
        example=48,
        unit="comparisons",
        within=COUNT,
    )
    precision: Real = column(
        "Share of right values among those given, from 0 to 1: right / given",
        example=0.9,
        unit="share from 0 to 1",
        null="where none was given",
        within=SHARE,
    )
    recall: Real = column(
        "Share of right values among those labelled, from 0 to 1: right / labelled",
        example=0.8,
        unit="share from 0 to 1",
        null="where none was labelled",
        within=SHARE,
    )
    f1: Real = column(
        "Harmonic mean of precision and recall, from 0 to 1",
        example=0.847,
        unit="share from 0 to 1",
        null="where no value was labelled and none given",
        within=SHARE,
        rules=[F1_BETWEEN_BOTH],
    )
    labelled: Number = column(
        "Number of values that people found on these pages", example=45, unit="values", within=COUNT
    )
    given: Number = column(
        "Number of values that the release gave for these pages", example=40, unit="values", within=COUNT
    )
    right: Number = column(
        "Number of values given that are those labelled, or alternatives that the label allows",
        example=36,
        unit="values",
        within=COUNT,
        rules=[RIGHT_AMONG_BOTH],
    )
    extractor_version: Text = column(
        "Version of the extractor that was measured, a digest of the code and the facts that decide what is read",
        example="4d0c9f6a71be",
        shape=VERSION_OF_CODE,
    )
    stale: Truth = column(
        "Whether this release was read by another version of the extractor than the one measured, so that the figures "
        "may be too high or too low for it",
        example=False,
    )


class Changes(TableModel, key=("table_name", "row_id", "column_name")):
    """One change since the version before: a row that came or went, or one value that differs."""

    table_name: Text = column("Table that changed", example="documents", one_of=TABLES)
    row_id: Text = column(
        "Key of the row that changed, a key of several columns with its parts joined by a slash; `*` where a table or "
        "column came, left or was renamed as a whole, a digest and a number where the table has no key",
        example="4735551f15d5",
    )
    change: Text = column(
        "What happened",
        example="changed",
        one_of=CHANGE_KINDS,
        rules=[COLUMN_IF_CHANGED, VALUES_DIFFER, ADDED_HAS_NO_BEFORE, REMOVED_HAS_NO_AFTER],
    )
    column_name: Text = column(
        "Column whose value or name differs",
        example="city",
        null="where a whole row or table is meant",
        shape=NAME_IN_CODE,
    )
    before: Text = column(
        "Value or name in the version before, as text",
        example="Torino",
        null="where there was none",
        may_be_blank=True,
    )
    after: Text = column(
        "Value or name in this version, as text", example="Turin", null="where there is none", may_be_blank=True
    )
    cause: Text = column(
        "What brought the change about", example="correction", null="where it has not been found out", one_of=CAUSES
    )
