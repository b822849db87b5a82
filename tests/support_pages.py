"""Small pages for the tests of extraction, and short ways to look at what is read from them."""

from datetime import UTC, date, datetime

from g7data.archive.capture import Capture
from g7data.extract.extract import Extracted, extract

URL = "https://g7-texts.example/texts/statement.html"
RETRIEVED = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
TITLE = "G7 Digital and Tech Ministers' Statement on Cables"
WHERE_AND_WHEN = "Takasaki, Japan, April 30, 2023"
WE_MET = "We, the G7 Digital and Tech Ministers, met to speak about the submarine cables that carry our data."
Row = dict[str, object]


def capture(
    body: bytes | str,
    media_type: str = "text/plain",
    url: str = URL,
    *,
    charset: str | None = "utf-8",
    status: int | None = 200,
    retrieved_at: datetime | None = RETRIEVED,
    offset: int = 0,
) -> Capture:
    content = body.encode(errors="replace") if isinstance(body, str) else body
    return Capture(url, content, media_type, charset, status, retrieved_at, "tests.warc.gz", offset)


def text_page(*paragraphs: str, url: str = URL) -> Extracted:
    """What is read from a plain text made of paragraphs."""
    return extract(capture("\n\n".join(paragraphs), url=url))


def statement(*paragraphs: str, title: str = TITLE, header: str = WHERE_AND_WHEN, url: str = URL) -> Extracted:
    """What is read from a statement of the group: title, header line, an opening sentence, and what is given."""
    return text_page(*(part for part in (title, header, WE_MET, *paragraphs) if part), url=url)


def html_page(source: str, url: str = URL) -> Extracted:
    """What is read from an HTML page."""
    return extract(capture(source, "text/html", url))


def document(page: Extracted) -> Row:
    """The one document of a page."""
    assert page.page["outcome"] == "published", page.page
    (row,) = page.tables["documents"]
    return row


def rows(page: Extracted, table: str) -> list[Row]:
    return page.tables.get(table, [])


def column(page: Extracted, table: str, name: str) -> list[object]:
    return [row[name] for row in rows(page, table)]


def quotes(page: Extracted, name: str, table: str = "documents") -> list[str]:
    """The words that the values of a column were read from."""
    return [str(e["quote"]) for e in page.evidence if (e["table_name"], e["column_name"]) == (table, name)]


def days(page: Extracted) -> tuple[str | None, str | None]:
    """First and last day of the one document, in ISO form."""
    row = document(page)
    return _iso(row["date_start"]), _iso(row["date_end"])


def _iso(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None
