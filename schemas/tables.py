"""All tables of a release, in the order in which the codebook tells of them, and frames made after them."""

import polars as pl

from schemas.clauses import Clauses
from schemas.contract import TableModel, details
from schemas.documents import Documents
from schemas.links import Links
from schemas.meetings import Coverage, Meetings, Observations
from schemas.people import Ministers, Participants, People
from schemas.provenance import Evidence, Pages, Rejected, Sources
from schemas.release import Accuracy, Aliases, Changes

_IN_ORDER: tuple[type[TableModel], ...] = (
    Documents,
    Clauses,
    Ministers,
    People,
    Participants,
    Links,
    Meetings,
    Observations,
    Evidence,
    Pages,
    Rejected,
    Sources,
    Coverage,
    Aliases,
    Accuracy,
    Changes,
)

MODELS: dict[str, type[TableModel]] = {model.table(): model for model in _IN_ORDER}


def empty(name: str) -> pl.DataFrame:
    """Give the table `name` without rows: its columns in order, with their types."""
    return pl.DataFrame(schema=MODELS[name].column_types())


def example_row(name: str) -> pl.DataFrame:
    """Give one row of the table `name`, made of the examples of its columns; it keeps the contract."""
    model = MODELS[name]
    row = {column: details(field)["example"] for column, field in model.to_schema().columns.items()}
    return pl.DataFrame([row], schema=model.column_types())
