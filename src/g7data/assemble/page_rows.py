"""All rows that one page gives, with their evidence, as they were read and as they are made."""

from dataclasses import dataclass, field

from g7data.extract.rows import Row
from g7data.identity import KEYS, row_id


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the page's text; an empty one stands for a source outside the page."""

    start: int = 0
    end: int = 0


@dataclass(slots=True)
class PageRows:
    """The rows of one page by table; `evidence` is one of the tables."""

    page_id: str
    tables: dict[str, list[Row]]
    _read: dict[str, list[tuple[Row, Row]]] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the rows as they were read beside those that are changed in place."""
        self._read = {table: [(row, dict(row)) for row in rows] for table, rows in self.tables.items()}

    def as_read(self, table: str, document_id: object) -> list[tuple[Row, Row]]:
        """Each row of a document that has not been taken away, as it is now and as it was read."""
        there = {id(row) for row in self.tables[table]}
        return [
            (now, read) for now, read in self._read[table] if read["document_id"] == document_id and id(now) in there
        ]

    @property
    def documents(self) -> list[Row]:
        """The documents that have not been taken away."""
        return self.tables["documents"]

    def cite(self, table: str, row: Row, column: str, text: str, passage: Passage, rule: str) -> None:
        """Make a passage of the page's text the only evidence for a value."""
        identity = row_id(table, row)
        self.forget(table, identity, column)
        self.tables["evidence"].append(
            {
                "table_name": table, "row_id": identity, "column_name": column, "page_id": self.page_id, "start": passage.start,
                "end": passage.end, "quote": text[passage.start : passage.end], "rule": rule, "confidence": 1.0,
            }
        )  # fmt: skip

    def forget(self, table: str, identity: str, column: str | None = None) -> None:
        """Take away the evidence for one value of a row, or for all of them."""
        self.tables["evidence"] = [
            e
            for e in self.tables["evidence"]
            if (e["table_name"], e["row_id"]) != (table, identity) or column not in (None, e["column_name"])
        ]

    def rename(self, table: str, before: str, after: str) -> None:
        """Let the evidence of a row follow when its key has changed."""
        for e in self.tables["evidence"]:
            if (e["table_name"], e["row_id"]) == (table, before):
                e["row_id"] = after

    def remove(self, table: str, row: Row) -> None:
        """Take a row away with its evidence."""
        self.forget(table, row_id(table, row))
        self.tables[table] = [other for other in self.tables[table] if other is not row]

    def remove_document(self, document_id: object) -> None:
        """Take a document away with all rows beside it."""
        for table in KEYS:
            for row in [row for row in self.tables[table] if row["document_id"] == document_id]:
                self.remove(table, row)
