"""The tables `meetings`, `observations` and `coverage`: what met when, what tables say of it, and what is missing."""

from datetime import date

import polars as pl

from schemas.contract import Day, Number, TableModel, Text, Truth, column
from schemas.rules import (
    COUNT,
    ENDS_AFTER_START,
    ERA,
    SPAN_RUNS_FORWARD,
    YEARS,
    Rule,
    needs,
    virtual_has_no_place,
)
from schemas.shapes import COUNTRY, ID, MEETING_ID, NAME_IN_CODE
from schemas.vocabulary import FORUMS, MODES, PRESIDENCIES, STATUSES, TRACKS

ID_TELLS_FORUM_YEAR_TRACK = Rule(
    "id_tells_forum_year_track",
    lambda meeting: meeting.str.starts_with(
        pl.format("{}-{}-{}", pl.col("forum").str.to_lowercase(), pl.col("year"), pl.col("track"))
    ),
    "does not begin with forum {forum}, year {year} and track {track}",
)
BEGINS_IN_YEAR = Rule("begins_in_year", lambda start: start.dt.year() == pl.col("year"), "is not in year {year}")
DOCUMENTS_ONLY_IF_FOUND = Rule(
    "documents_only_if_found",
    lambda documents: pl.col("found") | (documents == 0),
    "contradicts found {found}: a meeting that was not found has no documents",
)


class Meetings(TableModel, key=("meeting_id",)):
    """One meeting of leaders, ministers or officials."""

    meeting_id: Text = column(
        "Name of the meeting, made from forum, year, track and, where known, month and day of its first day",
        example="g7-2017-digital-0925",
        shape=MEETING_ID,
        rules=[ID_TELLS_FORUM_YEAR_TRACK],
    )
    forum: Text = column("The group that met", example="G7", one_of=FORUMS)
    track: Text = column("The group's field of work", example="digital", one_of=TRACKS)
    year: Number = column("Year in which the meeting began", example=2017, unit="calendar year", within=YEARS)
    presidency: Text = column(
        "The member that held the group's presidency, which need not be the country of the meeting",
        example="ITA",
        null="where it is not known",
        one_of=PRESIDENCIES,
    )
    name: Text = column(
        "Name of the meeting in English where there is one, else as written",
        example="G7 ICT and Industry Ministers' Meeting",
        null="where no source gives one",
    )
    date_start: Day = column(
        "First day of the meeting",
        example=date(2017, 9, 25),
        null="where no source gives the day",
        within=ERA,
        rules=[BEGINS_IN_YEAR],
    )
    date_end: Day = column(
        "Last day of the meeting, equal to the first for a single day",
        example=date(2017, 9, 26),
        null="where no source gives the day",
        within=ERA,
        rules=[ENDS_AFTER_START, needs("date_start")],
    )
    city: Text = column(
        "City in its usual English spelling", example="Turin", null="for virtual meetings and where none is known"
    )
    country: Text = column(
        "Country where the group met, ISO 3166-1 alpha-3",
        example="ITA",
        null="for virtual meetings and where none is known",
        shape=COUNTRY,
    )
    mode: Text = column(
        "Whether it was held in one place, online, or both",
        example="in_person",
        null="where no source says",
        one_of=MODES,
        rules=[virtual_has_no_place("city", "country")],
    )
    status: Text = column("Whether it took place", example="held", one_of=STATUSES)
    documents: Number = column(
        "Number of documents of the meeting in this release", example=4, unit="documents", within=COUNT
    )


class Observations(TableModel, key=("document_id", "meeting_as_written", "indicator", "start")):
    """One cell of a table about meetings, or one thing that a list or calendar says of one of its meetings."""

    document_id: Text = column(
        "The document that holds the table or list", example="d3", shape=ID, references=("documents", "document_id")
    )
    meeting_id: Text = column(
        "The meeting that the row or line is about",
        example="g7-2016-digital-0429",
        null="where it was not recognised",
        shape=MEETING_ID,
        references=("meetings", "meeting_id"),
    )
    meeting_as_written: Text = column("Name of the meeting as written there", example="G7情報通信大臣会合")
    date_start: Day = column(
        "First day of the meeting by this table", example=date(2016, 4, 29), null="where it gives none", within=ERA
    )
    date_end: Day = column(
        "Last day of the meeting by this table",
        example=date(2016, 4, 30),
        null="where it gives none",
        within=ERA,
        rules=[ENDS_AFTER_START, needs("date_start")],
    )
    indicator: Text = column(
        "Heading of the column, as written; in a list: date, place, mode or chair",
        example="会合の運営に支障をきたすサイバーセキュリティ関連事象の有無",
    )
    value: Text = column("Content of the cell as written", example="無し")
    value_code: Text = column(
        "What the content means, as a lower-case name; for a date: planned, held, postponed or cancelled, by the page's own words or its day",
        example="none",
        null="where its meaning is not known",
        shape=NAME_IN_CODE,
    )
    as_of: Day = column(
        "Day for which the table was true, by its own account",
        example=date(2016, 5, 31),
        null="where it does not say",
        within=ERA,
    )
    start: Number = column(
        "Offset of the cell's first character in the document's text, in Unicode code points",
        example=310,
        unit="code points",
        within=COUNT,
    )
    end: Number = column(
        "Offset after the cell's last character in the document's text, in Unicode code points",
        example=312,
        unit="code points",
        within=COUNT,
        rules=[SPAN_RUNS_FORWARD],
    )


class Coverage(TableModel, key=("meeting_id",)):
    """One meeting that should exist by the project's list of meetings or by a page, and whether it was found."""

    meeting_id: Text = column(
        "The meeting as it would be named, whether or not it stands in `meetings`",
        example="g7-2017-digital-0925",
        shape=MEETING_ID,
    )
    expected_from: Text = column("The list or page that says it should exist", example="meetings_sample.csv")
    found: Truth = column("Whether the meeting stands in `meetings`", example=True)
    documents: Number = column(
        "Number of documents of the meeting in this release",
        example=4,
        unit="documents",
        within=COUNT,
        rules=[DOCUMENTS_ONLY_IF_FOUND],
    )
