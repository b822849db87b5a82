"""A release many times as large as the pages at hand: the staged tables of a real build, each row once for every copy.

A copy has ids of its own and other words: in each text, quote and name the letters of two rings of consonants and one of
vowels move on by steps that only one copy in `RULES` has. So copies help little in compressing each other, every offset stays
true, and so does everything that holds between the tables. The letters of a word to search for stay. Copy 0 is the original.
"""

import math
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

import schemas
from flows.measured import accuracy_table
from flows.validation import validate_tables
from g7data.archive.store import Archive
from g7data.assemble.shards import write_shard
from g7data.assemble.tables import assemble

SEARCHED = "data"
"""The word whose letters stay as they are, so that every copy has it where the original has."""
_RINGS = ("bcfghjklm", "npqrsvwxyz", "eiou")
RULES = math.prod(map(len, _RINGS))
"""In how many ways the letters move; so many copies have words that no other has."""
_LETTERS = "".join(_RINGS)
_MEMORY = "2GB"

_MACROS = f"""
CREATE MACRO renamed(id, copy) AS CASE WHEN copy = 0 THEN id ELSE left(md5(id || '/' || copy), length(id)) END;
CREATE MACRO numbered(id, copy) AS CASE WHEN copy = 0 THEN id ELSE id || '-' || copy END;
CREATE MACRO said(words, letters) AS translate(words, '{_LETTERS}', letters);
CREATE MACRO after_document(id, document_id) AS substr(id, length(document_id) + 1);
"""
# The words of a document in each copy are those of its page; some pages of the changed version say the next copy's.
_SPOKEN = """
CREATE TABLE spoken AS
SELECT document_id, page_id, copy, CASE WHEN md5_number_lower(page_id || '/' || copy) % 100 < $changed THEN next ELSE letters END AS letters
FROM documents, copies
"""
_COPIED: Mapping[str, str] = {
    "documents": """SELECT t.* REPLACE (renamed(document_id, copy) AS document_id, numbered(meeting_id, copy) AS meeting_id,
        said(title, letters) AS title, numbered(url, copy) AS url, said(text, letters) AS text,
        coalesce(sha256(said(text, letters)), text_sha256) AS text_sha256,
        renamed(same_as, copy) AS same_as, renamed(translation_of, copy) AS translation_of, renamed(page_id, copy) AS page_id)
        FROM documents t JOIN spoken USING (document_id, page_id)""",
    "clauses": """SELECT t.* REPLACE (renamed(document_id, copy) || after_document(clause_id, document_id) AS clause_id,
        renamed(document_id, copy) AS document_id, renamed(document_id, copy) || after_document(parent_id, document_id) AS parent_id,
        said(section, letters) AS section, said(text, letters) AS text)
        FROM clauses t JOIN spoken USING (document_id)""",
    "ministers": """SELECT t.* REPLACE (renamed(document_id, copy) AS document_id, numbered(person_id, copy) AS person_id,
        said(name, letters) AS name, said(role, letters) AS role) FROM ministers t JOIN spoken USING (document_id)""",
    "participants": """SELECT t.* REPLACE (renamed(document_id, copy) AS document_id, said(as_written, letters) AS as_written)
        FROM participants t JOIN spoken USING (document_id)""",
    "links": """SELECT t.* REPLACE (renamed(document_id, copy) AS document_id, said(text, letters) AS text,
        renamed(target_id, copy) AS target_id) FROM links t JOIN spoken USING (document_id)""",
    "observations": """SELECT t.* REPLACE (renamed(document_id, copy) AS document_id, numbered(meeting_id, copy) AS meeting_id,
        said(meeting_as_written, letters) AS meeting_as_written, said(indicator, letters) AS indicator, said(value, letters) AS value)
        FROM observations t JOIN spoken USING (document_id)""",
    "evidence": """SELECT t.* REPLACE (CASE table_name WHEN 'meetings' THEN numbered(row_id, copy)
        ELSE renamed(left(row_id, 12), copy) || CASE table_name WHEN 'ministers' THEN numbered(substr(row_id, 13), copy)
        ELSE said(substr(row_id, 13), letters) END END AS row_id, renamed(page_id, copy) AS page_id, said(quote, letters) AS quote)
        FROM evidence t JOIN (SELECT DISTINCT page_id, copy, letters FROM spoken) USING (page_id)""",
    "people": "SELECT t.* REPLACE (numbered(person_id, copy) AS person_id, said(name, letters) AS name) FROM people t, copies",
    "meetings": "SELECT t.* REPLACE (numbered(meeting_id, copy) AS meeting_id) FROM meetings t, copies",
    "coverage": "SELECT t.* REPLACE (numbered(meeting_id, copy) AS meeting_id) FROM coverage t, copies",
    "pages": """SELECT t.* REPLACE (renamed(page_id, copy) AS page_id, numbered(url, copy) AS url, renamed(sha256, copy) AS sha256,
        renamed(document_id, copy) AS document_id) FROM pages t, copies""",
    "rejected": "SELECT t.* REPLACE (renamed(page_id, copy) AS page_id) FROM rejected t, copies",
}
"""The rows of each table in all copies; a table that is not here stays as it is."""


def stage(inputs: list[str], folder: Path) -> Path:
    """The tables of these pages, as a build stages them before it publishes, in the new folder `folder`."""
    shards = [
        write_shard(file.path, file.sha256, folder / "shards") for file in Archive(folder / "archive").ingest(inputs)
    ]
    contracts = schemas.arrow_schemas()
    assemble(shards, folder / "staging", contracts, accuracy=accuracy_table(), private=False)
    validate_tables(folder / "staging", contracts)
    return folder / "staging"


def copies_for(staging: Path, clauses: int) -> int:
    """How many copies have at least this many clauses."""
    rows: int = pq.read_metadata(staging / "clauses.parquet").num_rows
    return math.ceil(clauses / rows)


def multiply(staging: Path, target: Path, copies: int, changed: int = 0) -> Path:
    """Write the staged tables, each row in `copies` copies, to the folder `target`; `changed` % of pages with yet other words."""
    target.mkdir(parents=True)
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "temp_directory": str(target / ".spill"),
        "preserve_insertion_order": False,
    }
    with duckdb.connect(config=config) as connection:
        connection.execute(_MACROS)
        for path in sorted(staging.glob("*.parquet")):
            connection.execute(f"CREATE VIEW {path.stem} AS FROM read_parquet('{path}')")
        connection.execute("CREATE TABLE copies (copy BIGINT, letters VARCHAR, next VARCHAR)")
        connection.executemany(
            "INSERT INTO copies VALUES (?, ?, ?)",
            [(copy, _letters(copy), _letters(copy + 1)) for copy in range(copies)],
        )
        connection.execute(_SPOKEN, {"changed": changed})
        for path in sorted(staging.glob("*.parquet")):
            query = _COPIED.get(path.stem, f"FROM {path.stem}")
            connection.execute(f"COPY ({query}) TO '{target / path.name}' (FORMAT parquet, COMPRESSION zstd)")
    return target


def _letters(copy: int) -> str:
    """What the letters of the rings become in a copy: the first ring moves with each, the others when the one before is through."""
    moved = []
    for ring in _RINGS:
        copy, step = divmod(copy, len(ring))
        moved.append(ring[step:] + ring[:step])
    return "".join(moved)
