"""Made-up contracts and tables for the tests of `release`: small, and with a bit of everything that a table may hold."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from g7data.release.contract import StoredTable, TableContract
from g7data.release.engine import Resources, engine
from g7data.release.publish import Published, Unchanged, publish
from g7data.release.version import Version

Row = Mapping[str, Any]

DOCUMENT: Row = {
    "document_id": "d1",
    "title": "Chairs’ Summary",
    "official": True,
    "words": 120,
    "confidence": 0.5,
    "date": date(2023, 4, 30),
    "retrieved_at": datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
    "flags": ["list_lost"],
    "host_rights": "reserved",
}


EXAMPLES = {"bool": "true", "int64": "7", "double": "0.5", "list<item: string>": '["a"]'}


def field(name: str, kind: pa.DataType, *, null: bool = True, vocabulary: object = None) -> pa.Field:
    example = EXAMPLES.get(str(kind), f"an example of {name}")
    facts = {"description": f"What {name} means", "example": example}
    if vocabulary is not None:
        facts["vocabulary"] = json.dumps(vocabulary)
    return pa.field(name, kind, nullable=null, metadata=facts)


def schema(
    name: str, key: Sequence[str], fields: Iterable[pa.Field], references: Mapping[str, Sequence[str]] | None = None
) -> pa.Schema:
    facts = {"description": f"One row of {name}", "key": json.dumps(key), "references": json.dumps(references or {})}
    return pa.schema(fields, metadata={"name": name, **facts})


DOCUMENTS = schema(
    "documents",
    ["document_id"],
    [
        field("document_id", pa.string(), null=False),
        field("title", pa.string()),
        field("official", pa.bool_(), null=False),
        field("words", pa.int64()),
        field("confidence", pa.float64()),
        field("date", pa.date32()),
        field("retrieved_at", pa.timestamp("us", tz="UTC")),
        field("flags", pa.list_(pa.string())),
        field("host_rights", pa.string(), vocabulary={"reserved": "all rights reserved", "open": "free to use"}),
    ],
)
CLAUSES = schema(
    "clauses",
    ["document_id", "position"],
    [
        field("document_id", pa.string(), null=False),
        field("position", pa.int64(), null=False),
        field("text", pa.string(), null=False),
    ],
    {"document_id": ["documents", "document_id"]},
)
REJECTED = schema("rejected", [], [field("code", pa.string(), null=False), field("row", pa.string())])
CHANGES = schema(
    "changes",
    ["table_name", "row_id", "column_name"],
    [
        field(name, pa.string(), null=name not in ("table_name", "row_id", "change"))
        for name in ("table_name", "row_id", "change", "column_name", "before", "after", "cause")
    ],
)
SCHEMAS = {"documents": DOCUMENTS, "clauses": CLAUSES, "rejected": REJECTED, "changes": CHANGES}


def document(document_id: str, **values: object) -> Row:
    return {**DOCUMENT, "document_id": document_id, **values}


def clause(document_id: str, position: int, text: str = "We will act.") -> Row:
    return {"document_id": document_id, "position": position, "text": text}


TABLES: dict[str, list[Row]] = {
    "documents": [document("d1"), document("d2", flags=None, title=None)],
    "clauses": [clause("d1", 1), clause("d1", 2), clause("d2", 1)],
    "rejected": [{"code": "broken", "row": None}, {"code": "broken", "row": None}],
}


def write_rows(path: Path, kind: pa.Schema, rows: Iterable[Row]) -> None:
    """Stage rows as whoever assembles them would: with types, without the contract in the metadata."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = pa.schema([pa.field(column.name, column.type) for column in kind])
    pq.write_table(pa.Table.from_pylist(list(rows), schema=plain), path)


def store(path: Path, kind: pa.Schema, rows: Iterable[Row]) -> StoredTable:
    write_rows(path, kind, rows)
    return StoredTable(TableContract.from_schema(kind), path)


def stage(folder: Path, tables: Mapping[str, Iterable[Row]], schemas: Mapping[str, pa.Schema] = SCHEMAS) -> Path:
    for name, rows in tables.items():
        write_rows(folder / f"{name}.parquet", schemas[name], rows)
    return folder


def release(
    output: Path,
    changed: Mapping[str, Iterable[Row]] | None = None,
    *,
    schemas: Mapping[str, pa.Schema] = SCHEMAS,
    version: Version | None = None,
    cause: str | None = None,
) -> Published | Unchanged:
    """Publish the made-up tables, some of them replaced, into `output`."""
    staging = stage(output.parent / "staging", {**TABLES, **(changed or {})}, schemas)
    return publish(staging, schemas, output, schema_version="1.2", version=version, cause=cause)


@contextmanager
def small_engine(scratch: Path, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    with engine(scratch / "spill", Resources("500MB", threads)) as connection:
        yield connection


def read(path: Path) -> list[dict[str, Any]]:
    return pq.read_table(path).to_pylist()


def ask(database: Path, question: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(database), read_only=True, config={"autoload_known_extensions": False}) as connection:
        return connection.execute(question).fetchall()
