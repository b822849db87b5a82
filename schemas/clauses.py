"""The table `clauses`: every text cut into units, as a tree in reading order."""

import polars as pl

from schemas.contract import Names, Number, TableModel, Text, column
from schemas.rules import COUNT, ORDINAL, SPAN_RUNS_FORWARD, Rule, distinct, not_itself
from schemas.shapes import ID
from schemas.vocabulary import NUMBERINGS

POSITION_IS_UNIQUE = distinct(
    "position_is_unique",
    ("document_id", "position"),
    "is taken by an earlier clause of document_id {document_id}",
)
ROOT_IFF_NO_PARENT = Rule(
    "root_iff_no_parent",
    lambda depth: (depth == 0) == pl.col("parent_id").is_null(),
    "does not agree with parent_id {parent_id}: clauses at depth 0, and only these, have no parent",
)
LABEL_FITS_NUMBERING = Rule(
    "label_fits_numbering",
    lambda numbering: (numbering == "bullet") | ((numbering == "none") == pl.col("label").is_null()),
    "does not fit label {label}: a clause has a printed label exactly where it is numbered",
)


class Clauses(TableModel, key=("clause_id",)):
    """One unit of a text: a numbered paragraph, a list item, or a paragraph without a mark."""

    clause_id: Text = column(
        "Name of the clause, made from its document and position, never from its printed label",
        example="4735551f15d5-0004",
        shape=ID,
    )
    document_id: Text = column(
        "The document that the clause stands in",
        example="4735551f15d5",
        shape=ID,
        references=("documents", "document_id"),
    )
    position: Number = column(
        "Place in the reading order of the document, from 1",
        example=2,
        unit="ordinal",
        within=ORDINAL,
        rules=[POSITION_IS_UNIQUE],
    )
    parent_id: Text = column(
        "The clause that this one is part of",
        example="4735551f15d5-0003",
        null="at the top level",
        shape=ID,
        references=("clauses", "clause_id"),
        rules=[not_itself("clause_id")],
    )
    depth: Number = column(
        "Number of clauses above this one, 0 at the top level",
        example=1,
        unit="levels",
        within=COUNT,
        rules=[ROOT_IFF_NO_PARENT],
    )
    label: Text = column(
        "Number, letter or mark as printed; it may restart or be missing, so it names nothing",
        example="1",
        null="where none is printed",
    )
    numbering: Text = column(
        "Sort of the printed label", example="decimal", one_of=NUMBERINGS, rules=[LABEL_FITS_NUMBERING]
    )
    section: Text = column(
        "Headings above the clause, outermost first, joined by ' > '",
        example="Preamble > Cyber security",
        null="where no heading stands above it",
    )
    text: Text = column(
        "The clause without its label",
        example="The wider use of ICTs creates the risk of increasing numbers of cyber incidents.",
        null="where the document's text is not published",
    )
    start: Number = column(
        "Offset of its first character in the document's text, in Unicode code points",
        example=0,
        unit="code points",
        within=COUNT,
    )
    end: Number = column(
        "Offset after its last character in the document's text, in Unicode code points",
        example=80,
        unit="code points",
        within=COUNT,
        rules=[SPAN_RUNS_FORWARD],
    )
    words: Number = column("Number of words in the clause", example=14, unit="words", within=COUNT)
    flags: Names = column(
        "Names of what a reader should know, such as list_lost for a lead-in whose list is gone; empty for nothing",
        example=["list_lost"],
    )
