"""What is asked of all texts in a shard whenever tables are put together, worked out once for each shard.

It follows from the shard's documents and clauses, so it lies beside them, under names that stand for the rules and for what
computes them: where either changes, it is made anew.

`sentences` are those long enough to tell texts apart, as digests: what copies are found by. `said` has a digest of the clauses
of each document, and whether its text may say that people met, or that a meeting was called off.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.assemble.called_off import LIKELY
from g7data.assemble.witnesses import FIRST_CLAUSES, MET

_SENTENCES = """
SELECT DISTINCT document_id, page_id, hash(letters) AS sentence, length(letters)::BIGINT AS size FROM (
    SELECT document_id, page_id, regexp_replace(lower(said), '[^\\pL\\pN]+', '', 'g') AS letters FROM (
        SELECT document_id, page_id, unnest(string_split_regex(text, '[.!?;:。！？；：]+')) AS said FROM {clauses}
    )
) WHERE length(letters) >= CASE WHEN regexp_matches(letters, '[ぁ-んァ-ヶ一-鿿]') THEN 14 ELSE 35 END
"""
# Clause by clause: a digest of all words in a row would hold them all at once.
_SAID = f"""
SELECT document_id, page_id, c.digest, coalesce(c.met, false) AS met, regexp_matches(d.text, '{LIKELY}') AS called_off
FROM {{documents}} d LEFT JOIN (
    SELECT document_id, page_id, bit_xor(md5_number(position || ' ' || text))::VARCHAR AS digest,
        bool_or(position <= {FIRST_CLAUSES} AND regexp_matches(text, '{MET}')) AS met
    FROM {{clauses}} GROUP BY ALL
) c USING (document_id, page_id)
"""  # noqa: S608  # patterns and names of this package
QUERIES: Mapping[str, str] = {"sentences": _SENTENCES, "said": _SAID}
"""What is derived, each from tables to be named as `clauses` and `documents`."""
SCHEMAS: Mapping[str, pa.Schema] = {
    "sentences": pa.schema(
        [("document_id", pa.string()), ("page_id", pa.string()), ("sentence", pa.uint64()), ("size", pa.int64())]
    ),
    "said": pa.schema(
        [
            ("document_id", pa.string()), ("page_id", pa.string()), ("digest", pa.string()), ("met", pa.bool_()), ("called_off", pa.bool_()),
        ]
    ),
}  # fmt: skip
_BOUNDED: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "500MB", "threads": 1}
_FILES = {
    name: f"{name}-{hashlib.sha256((query + duckdb.__version__).encode()).hexdigest()[:12]}.parquet"
    for name, query in QUERIES.items()
}


def derived_of(shard: Path, name: str) -> Path:
    """The file with what is derived from a shard under this name; made where it is not there."""
    target = shard / _FILES[name]
    if not target.exists():
        derive(shard, name)
    return target


def derive(shard: Path, *names: str) -> None:
    """Make files of what is derived from a shard."""
    with duckdb.connect(config=_BOUNDED | {"temp_directory": str(shard / ".spill")}) as connection:
        for table in ("clauses", "documents"):
            connection.read_parquet(str(shard / f"{table}.parquet"), hive_partitioning=False).create_view(table)
        for name in names:
            draft = (shard / _FILES[name]).with_suffix(".partial")
            rows = connection.sql(QUERIES[name].format(clauses="clauses", documents="documents"))
            rows.order("ALL").write_parquet(str(draft), compression="zstd")
            draft.replace(shard / _FILES[name])
