"""Rows for the tables, each value with the evidence for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from g7data.extract.found import Found

Row = dict[str, object]


@dataclass(slots=True)
class Rows:
    """Collects the rows that one page gives, by table, and the evidence for their values."""

    page_id: str
    text: str
    tables: dict[str, list[Row]] = field(default_factory=dict)
    evidence: list[Row] = field(default_factory=list)

    def add(self, table: str, row: Row) -> None:
        """Add a row to a table."""
        self.tables.setdefault(table, []).append(row)

    def cite(self, table: str, row_id: str, columns: Iterable[str] | str, found: Found[object] | None) -> None:
        """Record where the values of one or more columns of a row were read; nothing where nothing was found."""
        if found is None or found.start >= found.end:
            return
        for column in (columns,) if isinstance(columns, str) else columns:
            self.evidence.append(
                {
                    "table_name": table,
                    "row_id": row_id,
                    "column_name": column,
                    "page_id": self.page_id,
                    "start": found.start,
                    "end": found.end,
                    "quote": self.text[found.start : found.end],
                    "rule": found.rule,
                    "confidence": found.confidence,
                }
            )
