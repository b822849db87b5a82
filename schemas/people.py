"""The tables `ministers`, `people` and `participants`: who is named in a text, and who took part."""

from schemas.contract import Number, TableModel, Text, column
from schemas.rules import COUNT, ORDINAL, SPAN_RUNS_FORWARD, distinct
from schemas.shapes import COUNTRY, ID
from schemas.vocabulary import FUNCTIONS, PARTICIPATIONS, TRACKS

BODY_ONCE_PER_DOCUMENT = distinct(
    "body_once_per_document",
    ("document_id", "body_id"),
    "stands in an earlier row of document_id {document_id}",
)


class Ministers(TableModel, key=("document_id", "person_id")):
    """One office-holder named in a document, with what the document says of the office and the part played."""

    document_id: Text = column(
        "The document that names the person", example="d1", shape=ID, references=("documents", "document_id")
    )
    person_id: Text = column(
        "The person, known by the same id in every document",
        example="oliver-dowden-gbr",
        shape=ID,
        references=("people", "person_id"),
    )
    name: Text = column("Name as written, without an honorific", example="Carlo Calenda")
    honorific: Text = column("Honorific as written", example="Mr.", null="where none is written")
    role: Text = column("Office as written", example="Minister of Economic Development", null="where none is written")
    portfolio: Text = column(
        "The track that the office belongs to",
        example="industry",
        null="where the office is not written or belongs to none",
        one_of=TRACKS,
    )
    country: Text = column(
        "Country that the person holds office for, ISO 3166-1 alpha-3, EUE for the European Union",
        example="ITA",
        null="where neither the document nor what is known of the office says, and for international bodies",
        shape=COUNTRY,
    )
    function: Text = column("Part that the person plays in the document", example="chair", one_of=FUNCTIONS)
    start: Number = column(
        "Offset of the name's first character in the document's text, in Unicode code points",
        example=120,
        unit="code points",
        within=COUNT,
    )
    end: Number = column(
        "Offset after the name's last character in the document's text, in Unicode code points",
        example=133,
        unit="code points",
        within=COUNT,
        rules=[SPAN_RUNS_FORWARD],
    )


class People(TableModel, key=("person_id",)):
    """One person, brought together from every document that names them."""

    person_id: Text = column("Name of the row for the person", example="oliver-dowden-gbr", shape=ID)
    name: Text = column("The fullest form of the name met, given name first", example="Carlo Calenda")
    family_name: Text = column("Family name", example="Calenda", null="where it cannot be told apart")
    given_name: Text = column("Given name", example="Carlo", null="where no document gives it")
    country: Text = column(
        "Country that the person held office for, ISO 3166-1 alpha-3, EUE for the European Union",
        example="ITA",
        null="where no document says, and for international bodies",
        shape=COUNTRY,
    )
    documents: Number = column("Number of documents that name the person", example=3, unit="documents", within=ORDINAL)


class Participants(TableModel, key=("document_id", "as_written")):
    """One country or body that a document names as taking part in the meeting."""

    document_id: Text = column(
        "The document that names the participant", example="d1", shape=ID, references=("documents", "document_id")
    )
    body_id: Text = column(
        "The country or body, as in the project's list of bodies",
        example="OECD",
        null="where the name is not in that list",
        shape=ID,
        rules=[BODY_ONCE_PER_DOCUMENT],
    )
    as_written: Text = column("Name as written", example="Organisation for Economic Co-operation and Development")
    participation: Text = column("In what quality it took part", example="organisation", one_of=PARTICIPATIONS)
    start: Number = column(
        "Offset of the name's first character in the document's text, in Unicode code points",
        example=240,
        unit="code points",
        within=COUNT,
    )
    end: Number = column(
        "Offset after the name's last character in the document's text, in Unicode code points",
        example=294,
        unit="code points",
        within=COUNT,
        rules=[SPAN_RUNS_FORWARD],
    )
