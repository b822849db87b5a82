"""Shards of many pages, made of the shards of few: every document stands in them once for every copy, in letters of its own.

A copy has ids and addresses of its own, and in its texts and quotes the small letters of the Latin alphabet are exchanged by a
rule that no other copy has: so no text is a copy of another, every offset stays true, and there is as much to do for each page as
for the original. Names and dates stay, so that pages of all copies tell of the same people and meetings.
"""

import random
import string
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from g7data.assemble.shards import SHARD_SCHEMAS

_LETTERS = string.ascii_lowercase
_MACROS = f"""
CREATE MACRO renamed(id, copy) AS left(sha256(id || '/' || copy), length(id));
CREATE MACRO renamed_row(id, copy) AS renamed(left(id, 12), copy) || substr(id, 13);
CREATE MACRO said(words, letters) AS translate(words, '{_LETTERS}', letters);
"""
_COPIED: Mapping[str, str] = {
    "pages": """renamed(page_id, copy) AS page_id, url || '-' || copy AS url, canonical_url || '-' || copy AS canonical_url,
        renamed(sha256, copy) AS sha256, renamed(document_id, copy) AS document_id""",
    "documents": """renamed(page_id, copy) AS page_id, renamed(document_id, copy) AS document_id, url || '-' || copy AS url,
        canonical_url || '-' || copy AS canonical_url, said(text, letters) AS text, sha256(said(text, letters)) AS text_sha256,
        renamed(body_sha256, copy) AS body_sha256""",
    "clauses": """renamed(page_id, copy) AS page_id, renamed(document_id, copy) AS document_id, renamed_row(clause_id, copy) AS clause_id,
        renamed_row(parent_id, copy) AS parent_id, said(text, letters) AS text""",
    "evidence": "renamed(page_id, copy) AS page_id, renamed_row(row_id, copy) AS row_id, said(quote, letters) AS quote",
    "rejected": "renamed(page_id, copy) AS page_id",
}
_OTHERS = "renamed(page_id, copy) AS page_id, renamed(document_id, copy) AS document_id"
"""What is replaced in the rows of each kind."""


def multiply_shards(shards: Sequence[Path], target: Path, copies: int, copies_of_shard: int) -> list[Path]:
    """Write shards with the published pages of `shards`, in so many copies, to `target`; gives them in order."""
    with duckdb.connect(config={"memory_limit": "2GB", "preserve_insertion_order": False}) as connection:
        connection.execute(_MACROS)
        for name in SHARD_SCHEMAS:
            files = [str(shard / f"{name}.parquet") for shard in shards]
            connection.read_parquet(files, hive_partitioning=False).create_view(f"read_{name}")
        return [
            _write(connection, target / f"{first:016x}-made-up", range(first, min(first + copies_of_shard, copies)))
            for first in range(0, copies, copies_of_shard)
        ]


def _write(connection: duckdb.DuckDBPyConnection, shard: Path, copies: range) -> Path:
    shard.mkdir(parents=True)
    connection.execute("CREATE OR REPLACE TEMP TABLE copies (copy BIGINT, letters VARCHAR)")
    connection.executemany("INSERT INTO copies VALUES (?, ?)", [(copy, _letters(copy)) for copy in copies])
    for name, schema in SHARD_SCHEMAS.items():
        columns = ", ".join(f'"{column}"' for column in schema.names)
        connection.sql(f"""
            SELECT {columns} FROM (SELECT r.* REPLACE ({_COPIED.get(name, _OTHERS)}) FROM read_{name} r, copies
            WHERE page_id IN (SELECT page_id FROM read_pages WHERE outcome = 'published'))
        """).write_parquet(str(shard / f"{name}.parquet"), compression="zstd", row_group_size=2048)
    return shard


def _letters(copy: int) -> str:
    """What the letters of the alphabet become in a copy."""
    letters = [*_LETTERS]
    random.Random(copy).shuffle(letters)
    return "".join(letters)
