"""Between assembling and publishing: every table against its contract, and what breaks it set aside with the reason.

A document or a clause that breaks the contract takes its whole document with it, and its page is rejected, so that no text is
published in part. Any other row leaves alone. Tables are read in slices; what refers to a row that left is cleared or leaves.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

import schemas
from g7data.errors import G7DataError
from g7data.release.staged import MADE_HERE

_ROWS_AT_ONCE = 200_000
_WHOLE_DOCUMENTS = ("documents", "clauses")
_POINTS_AT_DOCUMENT = {"documents": ("same_as", "translation_of"), "links": ("target_id",)}


class PagesBreakContract(G7DataError):
    """Rows of `pages` break the contract: pages would be lost, so the build stops."""


class CorrectionBreaksContract(G7DataError):
    """A corrected row would be set aside: a correction would be lost, so the build stops."""


@dataclass(slots=True)
class SetAside:
    """What left: rows for `rejected`, the documents that left with them with the check each broke, and all failures."""

    rejected: list[dict[str, object]] = field(default_factory=list)
    documents: dict[str, str] = field(default_factory=dict)
    failures: list[schemas.Failure] = field(default_factory=list)

    def add(self, failure: schemas.Failure, page_id: str | None) -> None:
        """Set the row of a failure aside."""
        self.failures.append(failure)
        self.rejected.append(_rejection(failure, page_id))


def validate_tables(staging: Path, contracts: Mapping[str, pa.Schema]) -> SetAside:
    """Validate every table of `staging` in place; gives what was set aside. Raises `PagesBreakContract`."""
    aside = SetAside()
    page_of = _pages_of_documents(staging)
    for table in _WHOLE_DOCUMENTS:
        for frame in _slices(staging, table):
            for failure in schemas.validate(table, frame).failures:
                document = str(failure.values["document_id"])
                aside.documents.setdefault(document, failure.check)
                aside.add(failure, page_of.get(document))
    for table, schema in contracts.items():
        if table not in (*MADE_HERE, "rejected"):
            _rewrite(staging, table, schema, aside, page_of)
    _rewrite_rejected(staging, contracts["rejected"], aside)
    return aside


def demand_corrected(aside: SetAside, corrected: Collection[tuple[str, str]]) -> None:
    """Raise `CorrectionBreaksContract` where a row was set aside whose table and document were corrected."""
    lost = {*corrected, *((table, document) for table in _WHOLE_DOCUMENTS for _, document in corrected)}
    broken = [f.message for f in aside.failures if (f.table, str(f.values.get("document_id"))) in lost]
    if broken:
        raise CorrectionBreaksContract(
            f"Corrected rows break the contract: {'; '.join(broken)}. Correct what does not fit as well, or delete the entry"
        )


def _pages_of_documents(staging: Path) -> dict[str, str]:
    frame = pl.read_parquet(staging / "documents.parquet", columns=["document_id", "page_id"])
    return dict(zip(frame["document_id"], frame["page_id"], strict=True))


def _slices(staging: Path, table: str) -> Iterator[pl.DataFrame]:
    with pq.ParquetFile(staging / f"{table}.parquet") as file:
        for batch in file.iter_batches(_ROWS_AT_ONCE):
            frame = pl.from_arrow(batch)
            if isinstance(frame, pl.DataFrame):
                yield frame


def _rewrite(staging: Path, table: str, schema: pa.Schema, aside: SetAside, page_of: dict[str, str]) -> None:
    draft = staging / f".{table}.parquet"
    with pq.ParquetWriter(draft, schema, compression="zstd") as writer:
        for frame in _slices(staging, table):
            kept = _without(table, frame, aside, page_of)
            checked = schemas.validate(table, kept)
            if checked.failures and table == "pages":
                raise PagesBreakContract("; ".join(failure.message for failure in checked.failures[:5]))
            for failure in checked.failures:
                aside.add(failure, page_of.get(str(failure.values.get("document_id"))))
            writer.write_table(checked.valid.to_arrow().cast(schema))
    draft.replace(staging / f"{table}.parquet")


def _without(table: str, frame: pl.DataFrame, aside: SetAside, page_of: dict[str, str]) -> pl.DataFrame:
    """A table without the documents that left, and without pointers at them."""
    gone = list(aside.documents)
    if not gone:
        return frame
    if table == "pages":
        return _rejected_pages(frame, aside)
    if table == "evidence":
        return frame.filter(~pl.col("page_id").is_in([page_of[d] for d in gone if d in page_of]))
    if "document_id" in frame.columns:
        frame = frame.filter(~pl.col("document_id").is_in(gone))
    cleared = [
        pl.when(pl.col(c).is_in(gone)).then(None).otherwise(pl.col(c)).alias(c)
        for c in _POINTS_AT_DOCUMENT.get(table, ())
    ]
    return frame.with_columns(cleared)


def _rejected_pages(frame: pl.DataFrame, aside: SetAside) -> pl.DataFrame:
    left = pl.col("document_id").is_in(list(aside.documents))
    reason = pl.lit("validate: ") + pl.col("document_id").replace_strict(aside.documents, default=None)
    return frame.with_columns(
        pl.when(left).then(pl.lit("rejected")).otherwise(pl.col("outcome")).alias("outcome"),
        pl.when(left).then(reason).otherwise(pl.col("reason")).alias("reason"),
        pl.when(left).then(None).otherwise(pl.col("document_id")).alias("document_id"),
    )


def _rejection(failure: schemas.Failure, page_id: str | None) -> dict[str, object]:
    page = failure.values.get("page_id", page_id)
    row = json.dumps(failure.values, ensure_ascii=False, default=str)
    return {"page_id": page, "stage": "validate", "code": failure.check, "message": failure.message, "row": row}


def _rewrite_rejected(staging: Path, schema: pa.Schema, aside: SetAside) -> None:
    path = staging / "rejected.parquet"
    rows = pq.read_table(path).cast(schema)
    pq.write_table(pa.concat_tables([rows, pa.Table.from_pylist(aside.rejected, schema)]), path, compression="zstd")
