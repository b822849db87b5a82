"""Shards: what one archive file says, as Parquet, kept under the file's digest and the extractor's version.

A shard is a folder with one file for each kind of row. It is written beside and moved into place whole, so that a shard
that is there is complete, and is never made twice.
"""

import gc
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from g7data.archive.capture import Capture, Unreadable
from g7data.archive.warc import read_captures
from g7data.assemble.derived import QUERIES, derive
from g7data.extract.extract import Extracted, extract
from g7data.extract.rows import Row
from g7data.extract.version import extractor_version

_TEXT, _WHOLE, _REAL, _FLAG, _DAY = pa.string(), pa.int64(), pa.float64(), pa.bool_(), pa.date32()
_MOMENT = pa.timestamp("us", tz="UTC")
_LIST = pa.list_(pa.string())
_PAGES_AT_ONCE = 2000  # captures whose rows are held in memory before they are written
_OBJECTS_AT_ONCE = 100_000  # that are made before Python looks for those that hold each other and nothing else


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


SHARD_SCHEMAS: Mapping[str, pa.Schema] = {
    "pages": _schema(
        page_id=_TEXT, url=_TEXT, canonical_url=_TEXT, source_id=_TEXT, retrieved_at=_MOMENT, status=_WHOLE, media_type=_TEXT,
        bytes=_WHOLE, sha256=_TEXT, archive=_TEXT, offset=_WHOLE, outcome=_TEXT, reason=_TEXT, document_id=_TEXT,
    ),
    "documents": _schema(
        document_id=_TEXT, kind=_TEXT, official=_FLAG, title=_TEXT, annex_number=_WHOLE, forum=_TEXT, track=_TEXT, presidency=_TEXT,
        language=_TEXT, date_start=_DAY, date_end=_DAY, date_precision=_TEXT, date_basis=_TEXT, place=_TEXT, city=_TEXT, country=_TEXT,
        mode=_TEXT, source_id=_TEXT, url=_TEXT, canonical_url=_TEXT, part=_TEXT, page_updated=_DAY, issued_by=_TEXT, host_rights=_TEXT,
        work_rights=_TEXT, text_published=_FLAG, text=_TEXT, text_sha256=_TEXT, body_sha256=_TEXT, words=_WHOLE, clause_count=_WHOLE,
        flags=_LIST, confidence=_REAL, page_id=_TEXT,
    ),
    "clauses": _schema(
        clause_id=_TEXT, document_id=_TEXT, position=_WHOLE, parent_id=_TEXT, depth=_WHOLE, label=_TEXT, numbering=_TEXT, section=_TEXT,
        text=_TEXT, start=_WHOLE, end=_WHOLE, words=_WHOLE, flags=_LIST, page_id=_TEXT,
    ),
    "ministers": _schema(
        document_id=_TEXT, person_id=_TEXT, name=_TEXT, honorific=_TEXT, role=_TEXT, portfolio=_TEXT, country=_TEXT, function=_TEXT,
        start=_WHOLE, end=_WHOLE, page_id=_TEXT,
    ),
    "participants": _schema(
        document_id=_TEXT, body_id=_TEXT, as_written=_TEXT, participation=_TEXT, start=_WHOLE, end=_WHOLE, page_id=_TEXT,
    ),
    "links": _schema(
        document_id=_TEXT, position=_WHOLE, relation=_TEXT, text=_TEXT, url=_TEXT, annex_number=_WHOLE, target_id=_TEXT, page_id=_TEXT,
    ),
    "observations": _schema(
        document_id=_TEXT, meeting_as_written=_TEXT, forum=_TEXT, track=_TEXT, date_start=_DAY, date_end=_DAY, indicator=_TEXT, value=_TEXT,
        value_code=_TEXT, as_of=_DAY, start=_WHOLE, end=_WHOLE, page_id=_TEXT,
    ),
    "evidence": _schema(
        table_name=_TEXT, row_id=_TEXT, column_name=_TEXT, page_id=_TEXT, start=_WHOLE, end=_WHOLE, quote=_TEXT, rule=_TEXT, confidence=_REAL,
    ),
    "rejected": _schema(page_id=_TEXT, stage=_TEXT, code=_TEXT, message=_TEXT, row=_TEXT),
}  # fmt: skip
"""The columns of a shard: those of the release's tables that a page alone can fill, and what assembling needs besides."""


def shard_folder(shards: Path, digest: str) -> Path:
    """Where the shard of the archive file with this digest lies, for the extractor as it is now."""
    return shards / f"{digest[:16]}-{extractor_version()}"


def write_shard(archive: Path, digest: str, shards: Path, on_page: Callable[[Capture], None] | None = None) -> Path:
    """Extract an archive file into its shard and give the shard's folder; one that is there already is left alone.

    Memory is bounded by a few thousand pages, however many the archive holds. `on_page` is called with each capture.
    """
    target = shard_folder(shards, digest)
    if target.exists():
        return target
    draft = target.with_name(f".{target.name}.partial")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    with _seldom_collected(), _Writers(draft) as writers:
        for capture in read_captures(archive):
            if isinstance(capture, Unreadable):
                writers.add("rejected", _unreadable(capture))
                continue
            writers.add_page(capture.page_id, extract(capture))
            if on_page is not None:
                on_page(capture)
    derive(draft, *QUERIES)
    draft.replace(target)
    return target


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Collect garbage seldom: the names and patterns that the first page needs are very many objects, and stay."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_AT_ONCE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _unreadable(record: Unreadable) -> Row:
    where = f"{record.archive}, byte {record.offset:,}" + (f", {record.url}" if record.url else "")
    return {
        "page_id": None,
        "stage": "fetch",
        "code": record.code,
        "message": f"{where}: {record.message}",
        "row": None,
    }


class _Writers:
    """One Parquet file for each kind of row, filled as the pages come."""

    def __init__(self, folder: Path) -> None:
        self._seen: set[str] = set()
        self._rows: dict[str, list[Row]] = {name: [] for name in SHARD_SCHEMAS}
        self._files = {
            name: pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
            for name, schema in SHARD_SCHEMAS.items()
        }

    def __enter__(self) -> "_Writers":
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        for file in self._files.values():
            file.close()

    def add(self, table: str, row: Row) -> None:
        self._rows[table].append(row)

    def add_page(self, page_id: str, extracted: Extracted) -> None:
        """Add all that one page gave; every row knows its page, so that it leaves with it.

        Of a capture that the archive holds twice, the second time only the row for `pages` is written.
        """
        self.add("pages", extracted.page)
        if page_id in self._seen:
            return
        self._seen.add(page_id)
        for table, rows in extracted.tables.items():
            self._rows[table].extend(row if table == "documents" else {**row, "page_id": page_id} for row in rows)
        self._rows["evidence"].extend(extracted.evidence)
        if extracted.rejected is not None:
            self.add("rejected", extracted.rejected)
        if len(self._rows["pages"]) >= _PAGES_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        for name, rows in self._rows.items():
            self._files[name].write_table(pa.Table.from_pylist(rows, SHARD_SCHEMAS[name]))
            rows.clear()
