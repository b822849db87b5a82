"""What a build comes to."""

from dataclasses import dataclass, field
from pathlib import Path

from g7data.assemble.corrected import Corrections


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: the release, whether it is new, the rows of its tables, the pages by outcome and reason, corrections."""

    version: str
    path: Path
    new: bool
    rows: dict[str, int]
    pages_read: int
    outcomes: dict[tuple[str, str | None], int]
    ignored_files: int = 0
    problems: list[str] = field(default_factory=list)
    corrections: Corrections = field(default_factory=Corrections)
