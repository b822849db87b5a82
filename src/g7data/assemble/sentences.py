"""The sentences of the texts in a shard, as digests: what copies are found by, worked out once for each shard.

They follow from the shard's clauses, so they lie beside them, under a name that stands for the rule and for what computes the
digests: where either changes, they are made anew.
"""

import hashlib
from pathlib import Path

import duckdb
import pyarrow as pa

SENTENCES = """
SELECT DISTINCT document_id, page_id, hash(letters) AS sentence, length(letters)::BIGINT AS size FROM (
    SELECT document_id, page_id, regexp_replace(lower(said), '[^\\pL\\pN]+', '', 'g') AS letters FROM (
        SELECT document_id, page_id, unnest(string_split_regex(text, '[.!?;:。！？；：]+')) AS said FROM {clauses}
    )
) WHERE length(letters) >= CASE WHEN regexp_matches(letters, '[ぁ-んァ-ヶ一-鿿]') THEN 14 ELSE 35 END
"""
"""The sentences of the rows of `clauses` that are long enough to tell texts apart."""
SENTENCES_SCHEMA = pa.schema(
    [("document_id", pa.string()), ("page_id", pa.string()), ("sentence", pa.uint64()), ("size", pa.int64())]
)
_BOUNDED: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "500MB", "threads": 1}
_NAME = f"sentences-{hashlib.sha256((SENTENCES + duckdb.__version__).encode()).hexdigest()[:12]}.parquet"


def sentences_of(shard: Path) -> Path:
    """The file with the sentences of a shard; made where it is not there."""
    target = shard / _NAME
    if not target.exists():
        draft = target.with_suffix(".partial")
        with duckdb.connect(config=_BOUNDED | {"temp_directory": str(shard / ".spill")}) as connection:
            connection.read_parquet(str(shard / "clauses.parquet"), hive_partitioning=False).create_view("read_clauses")
            connection.sql(SENTENCES.format(clauses="read_clauses")).order("ALL").write_parquet(
                str(draft), compression="zstd"
            )
        draft.replace(target)
    return target
