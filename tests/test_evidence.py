"""What sets the dataset apart: every value can be checked against the passage it was read from, and no page is lost."""

from collections import Counter
from pathlib import Path

import duckdb
import pytest

from g7data.archive.warc import read_capture_at
from g7data.reading import read_page
from g7data.reading.read import media_type_of

EXTRACTED = (
    "title",
    "annex_number",
    "forum",
    "track",
    "kind",
    "official",
    "language",
    "date_start",
    "place",
    "city",
    "country",
    "issued_by",
    "page_updated",
)


@pytest.fixture(scope="module")
def texts(sample_release: Path) -> dict[str, str]:
    """The text of every published page, read anew from the archive."""
    archive = sample_release.resolve().parent.parent / "archive"
    pages = duckdb.sql(
        f"SELECT page_id, archive, \"offset\" FROM '{sample_release}/pages.parquet' WHERE outcome = 'published'"
    ).fetchall()
    return {page_id: _read(archive / name, offset) for page_id, name, offset in pages}


def _read(archive: Path, offset: int) -> str:
    capture = read_capture_at(archive, offset)
    return read_page(capture.body, media_type_of(capture.media_type, capture.body), capture.charset).text


def test_every_quote_is_what_the_archived_page_says_at_its_offsets(sample_release: Path, texts: dict[str, str]):
    rows = duckdb.sql(f"SELECT page_id, start, \"end\", quote FROM '{sample_release}/evidence.parquet'").fetchall()
    assert len(rows) > 1000
    assert [row for row in rows if texts[row[0]][row[1] : row[2]] != row[3]] == []


def test_every_clause_is_what_the_archived_page_says_at_its_offsets(sample_release: Path, texts: dict[str, str]):
    query = f"""SELECT d.page_id, c.start, c."end", c.text FROM '{sample_release}/clauses.parquet' c
        JOIN '{sample_release}/documents.parquet' d USING (document_id) WHERE c.text IS NOT NULL"""
    rows = duckdb.sql(query).fetchall()
    assert len(rows) > 100
    assert [row for row in rows if texts[row[0]][row[1] : row[2]] != row[3]] == []


def test_a_published_text_is_the_page_as_read_and_a_withheld_one_is_not_there(
    sample_release: Path, texts: dict[str, str]
):
    rows = duckdb.sql(f"SELECT page_id, text_published, text FROM '{sample_release}/documents.parquet'").fetchall()
    assert {published for _, published, _ in rows} == {True, False}
    assert all(text == (texts[page_id] if published else None) for page_id, published, text in rows)


@pytest.mark.parametrize("column", EXTRACTED)
def test_every_extracted_field_has_evidence(sample_release: Path, column: str):
    query = f"""SELECT document_id FROM '{sample_release}/documents.parquet' d WHERE d.{column} IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM '{sample_release}/evidence.parquet' e
        WHERE e.table_name = 'documents' AND e.row_id = d.document_id AND e.column_name = '{column}')"""
    assert duckdb.sql(query).fetchall() == []


@pytest.mark.parametrize("table", ["ministers", "participants", "links", "observations"])
def test_every_row_beside_a_document_has_evidence(sample_release: Path, table: str):
    key = {
        "ministers": "document_id || '/' || person_id",
        "participants": "document_id || '/' || as_written",
        "links": "document_id || '/' || position",
        "observations": "document_id || '/' || meeting_as_written || '/' || indicator || '/' || start",
    }[table]
    query = f"""SELECT {key} AS row_id FROM '{sample_release}/{table}.parquet'
        WHERE row_id NOT IN (SELECT row_id FROM '{sample_release}/evidence.parquet' WHERE table_name = '{table}')"""
    assert duckdb.sql(query).fetchall() == []


def test_every_page_read_has_one_row_and_one_outcome(sample_release: Path):
    shards = sample_release.resolve().parent.parent / "shards"
    read = duckdb.sql(f"SELECT page_id FROM '{shards}/*/pages.parquet'").fetchall()
    kept = duckdb.sql(f"SELECT page_id, outcome FROM '{sample_release}/pages.parquet'").fetchall()
    assert Counter(p for (p,) in read) == Counter(p for p, _ in kept)
    assert Counter(outcome for _, outcome in kept).total() == len(read)


def test_a_page_is_published_if_and_only_if_it_has_a_document(sample_release: Path):
    query = f"""SELECT p.page_id FROM '{sample_release}/pages.parquet' p
        WHERE (p.outcome = 'published') <> EXISTS (SELECT 1 FROM '{sample_release}/documents.parquet' d WHERE d.page_id = p.page_id)"""
    assert duckdb.sql(query).fetchall() == []
