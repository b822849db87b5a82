"""The tables `evidence`, `pages`, `rejected` and `sources`: where every value comes from and where every page went."""

from datetime import UTC, datetime

import polars as pl

from schemas.contract import Moment, Number, Real, TableModel, Text, column
from schemas.rules import COUNT, SHARE, SPAN_RUNS_FORWARD, Rule
from schemas.shapes import COUNTRY, ID, JSON_OBJECT, MEDIA_TYPE, NAME_IN_CODE, SHA256, URL
from schemas.vocabulary import OUTCOMES, STAGES, TABLES

DOCUMENT_IFF_PUBLISHED = Rule(
    "document_iff_published",
    lambda outcome: (outcome == "published") == pl.col("document_id").is_not_null(),
    "does not agree with document_id {document_id}: published pages, and only these, give a document",
)
REASON_UNLESS_PUBLISHED = Rule(
    "reason_unless_published",
    lambda outcome: (outcome == "published") | pl.col("reason").is_not_null(),
    "needs a reason",
)
ROW_IF_INVALID = Rule(
    "row_if_invalid",
    lambda stage: (stage != "validate") | pl.col("row").is_not_null(),
    "needs the row that did not keep the contract",
)


class Evidence(TableModel, key=("table_name", "row_id", "column_name", "page_id", "start", "end", "rule")):
    """One passage that one value was read from; a value that two passages give, alike or not, has a row for each."""

    table_name: Text = column("Table that holds the value", example="documents", one_of=TABLES)
    row_id: Text = column(
        "Key of the row that holds the value; a key of several columns has its parts joined by a slash",
        example="4735551f15d5",
    )
    column_name: Text = column("Column that holds the value", example="date_start", shape=NAME_IN_CODE)
    page_id: Text = column(
        "The page that the value was read from", example="4f1d8a0c9b7e6352", shape=ID, references=("pages", "page_id")
    )
    start: Number = column(
        "Offset of the passage's first character in the document's text, in Unicode code points",
        example=69,
        unit="code points",
        within=COUNT,
    )
    end: Number = column(
        "Offset after the passage's last character in the document's text, in Unicode code points",
        example=87,
        unit="code points",
        within=COUNT,
        rules=[SPAN_RUNS_FORWARD],
    )
    quote: Text = column(
        "The passage itself, as written; empty where a maintainer corrected the value and another source than the page shows it",
        example="September 26, 2017",
        may_be_blank=True,
    )
    rule: Text = column(
        "Name of the rule that read it, `correction` where a maintainer corrected the value",
        example="header_place_date",
    )
    confidence: Real = column("How sure the rule is, from 0 to 1", example=0.95, unit="share from 0 to 1", within=SHARE)


class Pages(TableModel, key=("page_id",)):
    """One page read, and what became of it: the outcomes of all pages add up to the pages read."""

    page_id: Text = column(
        "Name of the page as received, made from its address, time and digest", example="4f1d8a0c9b7e6352", shape=ID
    )
    url: Text = column(
        "Address that the page was received from, or file: and the path of a file without one",
        example="https://g7.utoronto.ca/ict/2017-ict-annex3-cybersecurity.html",
        shape=URL,
    )
    source_id: Text = column(
        "The publisher of the page",
        example="g7-information-centre",
        null="where it is none of the sources",
        shape=ID,
        references=("sources", "source_id"),
    )
    retrieved_at: Moment = column(
        "When the page was received, in UTC",
        example=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
        unit="UTC",
        null="where the archive does not tell",
    )
    status: Number = column(
        "HTTP status of the response",
        example=200,
        unit="HTTP status code",
        null="for files, which have none",
        within=(100, 599),
    )
    media_type: Text = column(
        "Media type as the server gave it, in lower case and without parameters",
        example="text/html",
        null="where none was given",
        shape=MEDIA_TYPE,
    )
    bytes: Number = column(
        "Size of the page in bytes, after content decoding", example=18432, unit="bytes", within=COUNT
    )
    sha256: Text = column(
        "SHA-256 digest of the page, after content decoding",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        shape=SHA256,
    )
    archive: Text = column("Name of the WARC file or folder that holds the page", example="2026-11-20.warc.gz")
    offset: Number = column(
        "Position of the page in the archive file, in bytes", example=40960, unit="bytes", within=COUNT
    )
    outcome: Text = column(
        "What became of the page",
        example="published",
        one_of=OUTCOMES,
        rules=[DOCUMENT_IFF_PUBLISHED, REASON_UNLESS_PUBLISHED],
    )
    reason: Text = column(
        "Why it came to that outcome", example="names the group in its title", null="for published pages only"
    )
    document_id: Text = column(
        "The document that the page gave, the first of them where it gave several",
        example="4735551f15d5",
        null="where the page was not published",
        shape=ID,
        references=("documents", "document_id"),
    )


class Rejected(TableModel):
    """One page or row set aside; a log without a key, since equal rows may be set aside for equal reasons."""

    page_id: Text = column(
        "The page that was set aside or that the row came from",
        example="4f1d8a0c9b7e6352",
        null="where no page could be told apart, as in the tail of a broken archive",
        shape=ID,
        references=("pages", "page_id"),
    )
    stage: Text = column("Step at which it was set aside", example="validate", one_of=STAGES, rules=[ROW_IF_INVALID])
    code: Text = column("Name of the mistake", example="ends_after_start", shape=NAME_IN_CODE)
    message: Text = column(
        "The mistake in words", example="documents.date_end 2023-04-28 lies before date_start 2023-04-30"
    )
    row: Text = column(
        "The row that did not keep the contract, as a JSON object with long texts cut",
        example='{"document_id": "d1"}',
        null="where a whole page was set aside",
        shape=JSON_OBJECT,
    )


class Sources(TableModel, key=("source_id",)):
    """One publisher of pages, with the rights it claims or grants."""

    source_id: Text = column("Name of the publisher's row", example="g7-information-centre", shape=ID)
    publisher: Text = column("Name of the publisher", example="University of Toronto G7 Information Centre")
    homepage: Text = column(
        "Address of the publisher's site", example="https://g7.utoronto.ca/", null="where none is known", shape=URL
    )
    country: Text = column(
        "Country of the publisher, ISO 3166-1 alpha-3, EUE for the European Union",
        example="CAN",
        null="where it is not known or not of one country",
        shape=COUNTRY,
    )
    host_rights: Text = column(
        "Rights in the publisher's copies, as a licence identifier",
        example="all-rights-reserved",
        null="where no notice was found",
    )
    rights_url: Text = column(
        "Address of the notice of rights",
        example="https://g7.utoronto.ca/ict/2017-ict-annex3-cybersecurity.html",
        null="where no notice was found",
        shape=URL,
    )
    attribution: Text = column(
        "How the publisher asks to be named",
        example="University of Toronto Libraries and the G7 Research Group",
        null="where it does not ask",
    )
