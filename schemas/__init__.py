"""The data contract: one Pandera model for each table of a release, and what is made of them.

Start at `tables.MODELS`. A model (`documents`, `clauses`, …) lists its columns with meaning, example, shape, closed
set and rules; `contract` tells how a column is declared, `rules` what a rule is, `vocabulary` and `shapes` what
values may be. `validation` checks frames against the models, `arrow` carries them into the files of a release.
This package imports nothing of g7data, so that the contract cannot follow the code it is there to check.
"""

from schemas.arrow import arrow_schemas
from schemas.contract import TableModel
from schemas.tables import MODELS, empty, example_row
from schemas.validation import ContractBroken, Failure, Validated, check_references, validate
from schemas.vocabulary import VOCABULARIES, Term, Vocabulary

__all__ = [
    "MODELS",
    "VOCABULARIES",
    "ContractBroken",
    "Failure",
    "TableModel",
    "Term",
    "Validated",
    "Vocabulary",
    "arrow_schemas",
    "check_references",
    "empty",
    "example_row",
    "validate",
]
