"""The tables of a release, put together from shards in DuckDB, out of core.

One query a table, in the order in which they depend on each other. The heavy tables (clauses, evidence) never pass through
Python; meetings and people, which have to be weighed against each other, do, as a few columns of the documents.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.assemble import conservation, copies, corrected, links, meetings, people, publishers, translations
from g7data.assemble.corrected import Corrections
from g7data.assemble.corrections import Correction
from g7data.assemble.derived import SCHEMAS as DERIVED
from g7data.assemble.derived import derived_of
from g7data.assemble.shards import SHARD_SCHEMAS

# A capture may lie in two archive files: its rows are those of one shard, and the other has only its row in `pages`.
_TWICE = """
CREATE TABLE read_twice AS
WITH twice AS (SELECT page_id FROM rows_of_pages GROUP BY page_id HAVING min(filename) <> max(filename))
SELECT DISTINCT page_id, parse_dirpath(filename) AS shard FROM rows_of_pages SEMI JOIN twice USING (page_id)
QUALIFY shard > min(shard) OVER (PARTITION BY page_id)
"""
_OF_ONE_SHARD = """
CREATE VIEW shard_{name} AS SELECT r.* EXCLUDE (filename) FROM rows_of_{name} r
ANTI JOIN read_twice t ON t.page_id = r.page_id AND t.shard = parse_dirpath(r.filename)
"""
_OF_ALL_SHARDS = "CREATE VIEW shard_{name} AS SELECT * EXCLUDE (filename) FROM rows_of_{name}"
# Few addresses were captured more than once, and only of those rows are put in order.
_WEIGH_PAGES = """
CREATE TABLE pages AS
WITH several AS (SELECT canonical_url FROM shard_pages GROUP BY canonical_url HAVING count(*) > 1),
numbered AS (
    SELECT archive, "offset", page_id, canonical_url, outcome, retrieved_at,
        row_number() OVER (PARTITION BY page_id ORDER BY archive, "offset") AS copy
    FROM shard_pages SEMI JOIN several USING (canonical_url)
), ranked AS (
    SELECT archive, "offset", copy, row_number() OVER newest_first AS age, first_value(page_id) OVER newest_first AS newest FROM numbered
    WINDOW newest_first AS (
        PARTITION BY canonical_url, outcome <> 'rejected' ORDER BY copy, retrieved_at DESC NULLS LAST, archive DESC, "offset" DESC
    )
)
SELECT page_id AS capture_id, CASE WHEN copy > 1 THEN page_id || '-' || copy ELSE page_id END AS page_id, url, canonical_url, source_id,
    retrieved_at, status, media_type, bytes, sha256, archive, "offset",
    CASE WHEN outcome <> 'rejected' AND age > 1 THEN 'superseded' ELSE outcome END AS outcome,
    CASE WHEN outcome <> 'rejected' AND age > 1 THEN 'newer capture ' || newest ELSE reason END AS reason,
    CASE WHEN age > 1 THEN NULL ELSE document_id END AS document_id
FROM shard_pages LEFT JOIN ranked USING (archive, "offset")
"""
# Texts stay in the shards until they are written: nothing here needs them, and they are most of all there is.
_READ_DOCUMENTS = """
CREATE TABLE read_documents AS
SELECT d.* EXCLUDE (text), p.retrieved_at FROM shard_documents d JOIN pages p ON p.page_id = d.page_id AND p.outcome = 'published'
"""
# The same words under two addresses of one publisher are one page; the shortest address stands for it. A page stays or
# leaves with its first document.
_WEIGH_DOCUMENTS = """
CREATE TABLE candidates AS
SELECT document_id, page_id, first_value(document_id) OVER same_page AS kept, first_value(url) OVER same_page AS kept_url
FROM read_documents WHERE part = ''
WINDOW same_page AS (
    PARTITION BY source_id, CASE WHEN words >= 20 AND url NOT LIKE 'file:%' THEN body_sha256 ELSE document_id END, coalesce(title, '')
    ORDER BY length(canonical_url), canonical_url
)
"""
_MARK_DUPLICATES = """
UPDATE pages SET outcome = 'duplicate', reason = 'same text as ' || c.kept_url, document_id = NULL
FROM candidates c WHERE c.page_id = pages.page_id AND pages.outcome = 'published' AND c.kept <> c.document_id
"""
# A document whose page is not there any more stays, and says so.
_GONE = """
CREATE TABLE gone AS
SELECT canonical_url FROM pages GROUP BY canonical_url HAVING arg_max(status, retrieved_at) IN (404, 410)
"""
_DOCUMENTS = """
CREATE TABLE kept_documents AS
SELECT k.* REPLACE (CASE WHEN g.canonical_url IS NULL THEN k.flags ELSE list_sort(list_append(k.flags, 'gone')) END AS flags) FROM (
SELECT d.* FROM read_documents d JOIN candidates c USING (document_id, page_id) WHERE kept = document_id
UNION ALL BY NAME SELECT d.* FROM read_documents d JOIN pages p ON p.page_id = d.page_id AND p.outcome = 'published' WHERE d.part <> ''
) k LEFT JOIN gone g USING (canonical_url)
"""
_TABLES: Mapping[str, str] = {
    "documents": """
        SELECT s.* REPLACE (
                s.text_published OR $private AS text_published, CASE WHEN s.text_published OR $private THEN s.text END AS text, d.flags AS flags
            ), d.retrieved_at, m.meeting_id, c.same_as, t.translation_of
        FROM shard_documents s JOIN kept_documents d USING (document_id, page_id) LEFT JOIN document_meetings m USING (document_id)
        LEFT JOIN copies c USING (document_id) LEFT JOIN translations t USING (document_id)""",
    "clauses": """
        SELECT c.* EXCLUDE (text), CASE WHEN d.text_published OR $private THEN c.text END AS text
        FROM shard_clauses c JOIN kept_documents d USING (document_id, page_id)""",
    "ministers": """
        SELECT m.* REPLACE (k.person_id AS person_id)
        FROM shard_ministers m JOIN kept_documents USING (document_id, page_id) JOIN person_keys k ON k.key = m.person_id
        QUALIFY row_number() OVER (PARTITION BY document_id, k.person_id ORDER BY m.start) = 1""",
    "people": """
        SELECT p.person_id, p.name, p.family_name, p.given_name, p.country, count(DISTINCT m.document_id) AS documents
        FROM known_people p JOIN person_keys k USING (person_id) JOIN shard_ministers m ON m.person_id = k.key
        JOIN kept_documents USING (document_id, page_id) GROUP BY ALL""",
    "participants": "SELECT p.* FROM shard_participants p JOIN kept_documents USING (document_id, page_id)",
    "links": "SELECT * FROM joined_links",
    "meetings": "SELECT * FROM known_meetings",
    "observations": """
        SELECT o.*, m.meeting_id FROM shard_observations o JOIN kept_documents USING (document_id, page_id)
        LEFT JOIN observed_meetings m ON m.document_id = o.document_id AND m.start = o.start""",
    "evidence": """
        SELECT e.* REPLACE (
            CASE WHEN e.table_name = 'ministers' THEN split_part(e.row_id, '/', 1) || '/' || k.person_id ELSE e.row_id END AS row_id
        )
        FROM shard_evidence e SEMI JOIN kept_documents USING (page_id)
        LEFT JOIN person_keys k ON k.key = CASE WHEN e.table_name = 'ministers' THEN split_part(e.row_id, '/', 2) END
        UNION ALL BY NAME SELECT 'meetings' AS table_name, * FROM meeting_evidence
        UNION ALL BY NAME SELECT * FROM link_evidence""",
    "pages": "SELECT * FROM pages",
    "rejected": """
        SELECT r.* REPLACE (p.page_id AS page_id) FROM shard_rejected r LEFT JOIN pages p ON p.page_id = r.page_id""",
    "sources": "SELECT * FROM known_sources WHERE source_id IN (SELECT source_id FROM pages)",
    "coverage": "SELECT * FROM expected_meetings",
    "accuracy": "SELECT * FROM measured_accuracy",
}
# A join holds its right side in memory and lets the left one, with its texts, stream by: left to itself, DuckDB goes by the rows alone.
_AS_WRITTEN = "SET disabled_optimizers = 'join_order,build_side_probe_side'"
# What is in memory would be packed anew once enough of it has changed, and is soon gone.
_BOUNDED: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "800MB",
    "preserve_insertion_order": False,
    "checkpoint_threshold": "1TB",
}
# Shards never change, and each query reads of all of them.
_READ_ONCE = "SET parquet_metadata_cache = true"
_ROWS_OF_GROUP = 4096  # each thread holds one, with its texts


@dataclass(frozen=True, slots=True)
class Assembled:
    """The folder with one Parquet file for each table, how many captures the shards held, and what became of corrections."""

    folder: Path
    pages_read: int
    corrections: Corrections


def assemble(
    shards: Iterable[Path],
    folder: Path,
    schemas: Mapping[str, pa.Schema],
    *,
    accuracy: pa.Table | None = None,
    private: bool = False,
    corrections: Iterable[Correction] = (),
) -> Assembled:
    """Put the tables together from shards and write `folder/<table>.parquet` with the columns and types of `schemas`.

    `accuracy` is what was measured on labelled pages; `private` keeps texts that may not be published; `corrections` are made
    before anything is joined. Raises `conservation.PagesLost` where the sums do not add up, and
    `corrected.CorrectionOutdated` where a page does not say any more what an entry corrects.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config=_BOUNDED | {"temp_directory": str(folder / ".spill")}) as connection:
        connection.execute(_READ_ONCE)
        folders = sorted(shards)
        _attach(connection, folders)
        connection.register("measured_accuracy", schemas["accuracy"].empty_table() if accuracy is None else accuracy)
        made = _resolve(connection, corrections, folders[0].parent if folders else None)
        pages_read = conservation.check(connection)
        connection.execute(_AS_WRITTEN)
        for table, query in _TABLES.items():
            _write(connection, query, schemas[table], folder / f"{table}.parquet", private=private)
    return Assembled(folder, pages_read, made)


def _attach(connection: duckdb.DuckDBPyConnection, shards: list[Path]) -> None:
    """Make each kind of row of all shards one view."""
    if not shards:
        for name, schema in {**SHARD_SCHEMAS, **DERIVED}.items():
            connection.register(f"shard_{name}", schema.empty_table())
        return
    files = {name: [shard / f"{name}.parquet" for shard in shards] for name in SHARD_SCHEMAS}
    files |= {name: [derived_of(shard, name) for shard in shards] for name in DERIVED}
    for name, paths in files.items():
        rows = connection.read_parquet([*map(str, paths)], hive_partitioning=False, filename=True)
        rows.create_view(f"rows_of_{name}")
    connection.execute(_TWICE)
    twice = bool(connection.table("read_twice").limit(1).fetchall())
    for name in files:
        view = _OF_ONE_SHARD if twice and name != "pages" else _OF_ALL_SHARDS
        connection.execute(view.format(name=name))


def _resolve(
    connection: duckdb.DuckDBPyConnection, corrections: Iterable[Correction], kept: Path | None
) -> Corrections:
    """Weigh captures, correct what those that count say, weigh copies, meetings and people for the queries above."""
    connection.execute(_WEIGH_PAGES)
    made = corrected.make(connection, corrections)
    publishers.resolve(connection)
    connection.execute(_READ_DOCUMENTS)
    connection.execute(_WEIGH_DOCUMENTS)
    connection.execute(_MARK_DUPLICATES)
    connection.execute(_GONE)
    connection.execute(_DOCUMENTS)
    connection.execute("DROP TABLE read_documents")
    copies.resolve(connection, kept)
    meetings.resolve(connection)
    links.resolve(connection)
    translations.resolve(connection)
    people.resolve(connection)
    return corrected.without_copies(connection, made)


def _write(
    connection: duckdb.DuckDBPyConnection, query: str, schema: pa.Schema, target: Path, *, private: bool
) -> None:
    columns = ", ".join(f'"{field.name}"::{_sql_type(field.type)} AS "{field.name}"' for field in schema)
    bound = query.replace("$private", "true" if private else "false")
    selected = f"SELECT {columns} FROM ({bound})"  # noqa: S608  # both are written in this package
    connection.execute(
        f"COPY ({selected}) TO '{_quoted(target)}' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE {_ROWS_OF_GROUP})"
    )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _sql_type(kind: pa.DataType) -> str:
    names = {"string": "VARCHAR", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN", "date32[day]": "DATE"}
    if pa.types.is_timestamp(kind):
        return "TIMESTAMPTZ"
    return "VARCHAR[]" if pa.types.is_list(kind) else names[str(kind)]
