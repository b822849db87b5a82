"""The table `links`: what a text points to, such as its annexes, its file and the texts named beside it."""

import polars as pl

from schemas.contract import Number, TableModel, Text, column
from schemas.rules import ORDINAL, Rule, not_itself
from schemas.shapes import ID, URL
from schemas.vocabulary import RELATIONS

LEADS_SOMEWHERE = Rule(
    "leads_somewhere",
    lambda _: pl.col("text").is_not_null() | pl.col("url").is_not_null(),
    "has neither text nor url: a link needs one of them",
)


class Links(TableModel, key=("document_id", "position")):
    """One related text or file that a document points to."""

    document_id: Text = column(
        "The document that points", example="d1", shape=ID, references=("documents", "document_id")
    )
    position: Number = column("Place among the document's links, from 1", example=1, unit="ordinal", within=ORDINAL)
    relation: Text = column(
        "What the other text is to this one", example="annex", one_of=RELATIONS, rules=[LEADS_SOMEWHERE]
    )
    text: Text = column(
        "Words of the link as written",
        example="Annex 1: G7 Common Policy Approaches for SMEs' Competitiveness and Inclusiveness in the NPR",
        null="where the link has no words",
    )
    url: Text = column(
        "Absolute address that it points to",
        example="https://g7.utoronto.ca/ict/2017-ict-annex1-smes.html",
        null="where the page only names the text",
        shape=URL,
    )
    annex_number: Number = column(
        "Number of the annex; letters count from A = 1",
        example=1,
        unit="ordinal",
        null="where the link names no annex number",
        within=ORDINAL,
    )
    target_id: Text = column(
        "The document pointed to",
        example="d2",
        null="where it is not in this release",
        shape=ID,
        references=("documents", "document_id"),
        rules=[not_itself("document_id")],
    )
