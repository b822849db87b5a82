"""Between assembling and publishing: every table against its contract, and what breaks it set aside with the reason.

A document or a clause that breaks the contract takes its whole document with it, and its page is rejected, so that no text is
published in part. Any other row leaves alone. Tables are read in slices; what refers to a row that left is cleared or leaves.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

import schemas
from flows.slices import checked_slices
from g7data.errors import G7DataError
from g7data.release.staged import MADE_HERE

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

    def add(self, failures: Iterable[schemas.Failure], page_of: Mapping[str, str]) -> None:
        """Set the rows of failures aside, each under its own page or that of its document."""
        for failure in failures:
            self.failures.append(failure)
            self.rejected.append(_rejection(failure, page_of.get(str(failure.values.get("document_id")))))


def validate_tables(staging: Path, contracts: Mapping[str, pa.Schema]) -> SetAside:
    """Validate every table of `staging` in place; gives what was set aside. Raises `PagesBreakContract`.

    A table of which nothing leaves is not written again.
    """
    aside = SetAside()
    for table in _WHOLE_DOCUMENTS:
        for _, failures in checked_slices(staging / f"{table}.parquet"):
            for failure in failures:
                aside.documents.setdefault(str(failure.values["document_id"]), failure.check)
            aside.add(failures, _pages_of_rows(staging, failures))
    left = _Left(aside.documents, _pages_of_documents(staging, aside.documents))
    for table, schema in contracts.items():
        if table in (*MADE_HERE, "rejected") or (table in _WHOLE_DOCUMENTS and not left.documents):
            continue
        if left.documents or any(failures for _, failures in checked_slices(staging / f"{table}.parquet")):
            _rewrite(staging, table, schema, aside, left)
    if aside.rejected:
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


def _pages_of_rows(staging: Path, failures: Iterable[schemas.Failure]) -> dict[str, str]:
    """The pages of the documents that rows which failed belong to."""
    return _pages_of_documents(staging, {str(failure.values.get("document_id")) for failure in failures})


def _pages_of_documents(staging: Path, documents: Collection[str]) -> dict[str, str]:
    if not documents:
        return {}
    asked = pl.col("document_id").is_in(list(documents))
    rows = pl.scan_parquet(staging / "documents.parquet").filter(asked).select("document_id", "page_id").collect()
    return dict(rows.iter_rows())


def _rewrite(staging: Path, table: str, schema: pa.Schema, aside: SetAside, left: "_Left") -> None:
    """Write a table anew without what left and what fails, and set that aside."""
    path, draft = staging / f"{table}.parquet", staging / f".{table}.parquet"
    with pq.ParquetWriter(draft, schema, compression="zstd") as writer:
        for valid, failures in checked_slices(path, partial(left.without, table)):
            if failures and table == "pages":
                raise PagesBreakContract("; ".join(failure.message for failure in failures[:5]))
            aside.add(failures, _pages_of_rows(staging, failures))
            writer.write_table(valid.to_arrow().cast(schema))
    draft.replace(path)


@dataclass(frozen=True, slots=True)
class _Left:
    """The documents that left, each with the check that it broke, and the page of each."""

    documents: Mapping[str, str]
    page_of: Mapping[str, str]

    def without(self, table: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Rows of a table without those of the documents that left, and without pointers at them."""
        gone = list(self.documents)
        if not gone:
            return frame
        if table == "pages":
            return self._rejected(frame)
        if table == "evidence":
            return frame.filter(~pl.col("page_id").is_in([*self.page_of.values()]))
        if "document_id" in frame.columns:
            frame = frame.filter(~pl.col("document_id").is_in(gone))
        cleared = [
            pl.when(pl.col(c).is_in(gone)).then(None).otherwise(pl.col(c)).alias(c)
            for c in _POINTS_AT_DOCUMENT.get(table, ())
        ]
        return frame.with_columns(cleared)

    def _rejected(self, pages: pl.DataFrame) -> pl.DataFrame:
        left = pl.col("document_id").is_in(list(self.documents))
        reason = pl.lit("validate: ") + pl.col("document_id").replace_strict(self.documents, default=None)
        return pages.with_columns(
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
