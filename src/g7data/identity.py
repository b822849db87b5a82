"""How the rows of a document name themselves: by the key of their table, whose parts are joined by a slash.

Whoever writes evidence for a row and whoever looks it up must agree on its name, so it is made here for both.
"""

from collections.abc import Mapping

KEYS: Mapping[str, tuple[str, ...]] = {
    "documents": ("document_id",),
    "clauses": ("clause_id",),
    "ministers": ("document_id", "person_id"),
    "participants": ("document_id", "as_written"),
    "links": ("document_id", "position"),
    "observations": ("document_id", "meeting_as_written", "indicator", "start"),
}
"""The key of each table whose rows belong to a document, as the schemas have it."""


def row_id(table: str, row: Mapping[str, object]) -> str:
    """Return the key of a row as `evidence.row_id` has it."""
    return "/".join(str(row[part]) for part in KEYS[table])
