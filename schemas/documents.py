"""The table `documents`: what each text is, when and where it was agreed, and where it was found."""

from datetime import UTC, date, datetime

import polars as pl

from schemas.contract import Day, Moment, Names, Number, Real, TableModel, Text, Truth, column
from schemas.rules import (
    COUNT,
    ENDS_AFTER_START,
    ERA,
    ORDINAL,
    SHARE,
    Rule,
    goes_with,
    needs,
    not_itself,
    virtual_has_no_place,
)
from schemas.shapes import COUNTRY, ID, LANGUAGE, MEETING_ID, SHA256, URL
from schemas.vocabulary import DATE_BASES, FORUMS, KINDS, MODES, PRECISIONS, PRESIDENCIES, TRACKS

_FIRST_OF_MONTH = pl.col("date_start").dt.day() == 1
_FIRST_OF_YEAR = _FIRST_OF_MONTH & (pl.col("date_start").dt.month() == 1)

START_FITS_PRECISION = Rule(
    "start_fits_precision",
    lambda precision: ((precision != "month") | _FIRST_OF_MONTH) & ((precision != "year") | _FIRST_OF_YEAR),
    "does not fit date_start {date_start}: a stretch of time begins on its first day",
)
TEXT_IFF_PUBLISHED = Rule(
    "text_iff_published",
    lambda published: published == pl.col("text").is_not_null(),
    "does not agree with text, which must be given exactly where it is published",
)


class Documents(TableModel, key=("document_id",)):
    """One text in scope; a page or file that holds a declaration and its annexes gives several."""

    document_id: Text = column(
        "Name of the text, made from its canonical address and its part of the page, so that it outlives new readings",
        example="4735551f15d5",
        shape=ID,
    )
    meeting_id: Text = column(
        "The meeting that the text belongs to",
        example="g7-2017-digital-0925",
        null="where no meeting is known",
        shape=MEETING_ID,
        references=("meetings", "meeting_id"),
    )
    kind: Text = column("What sort of text it is", example="annex", one_of=KINDS)
    official: Truth = column("Whether it is the group's own text, not news or remarks about it", example=True)
    title: Text = column(
        "The text's own title as printed, without the place and date that trail it",
        example="G7 Actions for Enhancing Cybersecurity for Businesses",
        null="where the page gives none",
    )
    annex_number: Number = column(
        "Number of an annex; letters count from A = 1",
        example=3,
        unit="ordinal",
        null="where the text has none",
        within=ORDINAL,
    )
    forum: Text = column("The group in whose name the text speaks", example="G7", one_of=FORUMS)
    track: Text = column(
        "The group's field of work", example="digital", null="where the page names none", one_of=TRACKS
    )
    presidency: Text = column(
        "The member that held the group's presidency at the time, which need not be the country of the meeting",
        example="ITA",
        null="where neither the page nor its date tells",
        one_of=PRESIDENCIES,
    )
    language: Text = column(
        "Language of the text as a BCP 47 tag, und where it could not be told", example="en", shape=LANGUAGE
    )
    date_start: Day = column(
        "First day of the meeting if said, else of the document, else the page's publication date; for a month or a "
        "year its first day",
        example=date(2017, 9, 25),
        null="where the page gives no date",
        within=ERA,
    )
    date_end: Day = column(
        "Last day of the same, equal to the first for a single day; for a month or a year its last day",
        example=date(2017, 9, 26),
        null="where the page gives no date",
        within=ERA,
        rules=[ENDS_AFTER_START, needs("date_start")],
    )
    date_precision: Text = column(
        "How exactly the dates are known",
        example="day",
        null="where there is no date",
        one_of=PRECISIONS,
        rules=[goes_with("date_start"), START_FITS_PRECISION],
    )
    date_basis: Text = column(
        "Where the dates were read",
        example="header",
        null="where there is no date",
        one_of=DATE_BASES,
        rules=[goes_with("date_start")],
    )
    place: Text = column(
        "Place of the meeting as written", example="Turin, Italy", null="for virtual meetings and where none is said"
    )
    city: Text = column(
        "City of the meeting in its usual English spelling",
        example="Turin",
        null="for virtual meetings and where none is said",
    )
    country: Text = column(
        "Country of the meeting, ISO 3166-1 alpha-3",
        example="ITA",
        null="for virtual meetings and where none is said",
        shape=COUNTRY,
    )
    mode: Text = column(
        "Whether the meeting was held in one place, online, or both",
        example="in_person",
        null="where the page does not say",
        one_of=MODES,
        rules=[virtual_has_no_place("place", "city", "country")],
    )
    source_id: Text = column(
        "The publisher of this copy", example="g7-information-centre", shape=ID, references=("sources", "source_id")
    )
    url: Text = column(
        "Address that the page was received from, or file: and the path of a file without one",
        example="https://g7.utoronto.ca/ict/2017-ict-annex3-cybersecurity.html",
        shape=URL,
    )
    retrieved_at: Moment = column(
        "When the page was received, in UTC",
        example=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
        unit="UTC",
        null="where the archive does not tell",
    )
    page_updated: Day = column(
        "When the publisher last changed the page, by its own account; never the date of the meeting",
        example=date(2024, 8, 15),
        null="where the page does not say",
        within=ERA,
    )
    issued_by: Text = column(
        "The page's own line about where the text comes from",
        example="Official website of the 2017 Italian G7 Presidency",
        null="where the page has none",
    )
    host_rights: Text = column(
        "Rights in this copy, as a licence identifier of the publisher",
        example="all-rights-reserved",
        null="where no notice was found",
    )
    work_rights: Text = column(
        "Rights in the text itself, as a licence identifier of those who issued it",
        example="CC-BY-3.0-IT",
        null="where they are not known",
    )
    text_published: Truth = column("Whether this release carries the text", example=True, rules=[TEXT_IFF_PUBLISHED])
    text: Text = column(
        "The page as read: the text, the lines around it, and a line for each piece of the page's metadata at the end; menus "
        "are left out; all start and end offsets count its code points",
        example="The wider use of ICTs creates the risk of increasing numbers of cyber incidents.",
        null="where the text is not published",
    )
    text_sha256: Text = column(
        "SHA-256 digest of the text in UTF-8, given whether or not the text is published",
        example="499bdb0085c976bc0a2329b2bb9ade44bc7a32c48a05aca4c23e1df004be3c91",
        shape=SHA256,
    )
    words: Number = column("Number of words in the text", example=14, unit="words", within=COUNT)
    clause_count: Number = column(
        "Number of clauses in the text, at every depth", example=1, unit="clauses", within=COUNT
    )
    flags: Names = column(
        "Names of what a reader should know before trusting the row, empty where there is nothing to tell",
        example=["list_lost"],
    )
    confidence: Real = column(
        "How sure the reading is, from 0 to 1", example=0.95, unit="share from 0 to 1", within=SHARE
    )
    same_as: Text = column(
        "The preferred copy of the same text in the same language",
        example="g7italy-2017-annex3",
        null="where this is the preferred or the only copy",
        shape=ID,
        references=("documents", "document_id"),
        rules=[not_itself("document_id")],
    )
    translation_of: Text = column(
        "The text of which this is a translation",
        example="mise-2017-allegato3",
        null="where this is no translation, or of a text not held",
        shape=ID,
        references=("documents", "document_id"),
        rules=[not_itself("document_id")],
    )
    page_id: Text = column(
        "The page that the text was read from", example="4f1d8a0c9b7e6352", shape=ID, references=("pages", "page_id")
    )
