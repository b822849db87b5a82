"""What a release was made with: digests of the code, the facts and the corrections, which every file of it carries.

They tell what can have brought a change about, and so which question has to be put by running. Where none of the three
differs between two releases, but the captures do, the source did. Where the captures do not, it was what differs here.
Where both do, the captures of the release before are put together once more with what there is now (`causes`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from g7data.release.causes import Cause


@dataclass(frozen=True, slots=True)
class Making:
    """Digests of what decides how captures become rows; an empty one is not known."""

    code: str = ""
    facts: str = ""
    corrections: str = ""

    def labels(self) -> dict[str, str]:
        """Return what the files of a release say of their making."""
        return {
            "code_version": self.code,
            "facts_version": self.facts,
            "corrections_version": self.corrections,
        }

    @classmethod
    def of_release(cls, release: Path) -> "Making":
        """Read what the first Parquet file of a release says; nothing is known of one that says nothing."""
        first = min(release.glob("*.parquet"), default=None)
        said: Mapping[bytes, bytes] = {} if first is None else pq.read_schema(first).metadata or {}
        return cls(*(said.get(label.encode(), b"").decode() for label in cls().labels()))

    def cause_since(self, before: "Making") -> Cause | None:
        """Return what of this can have brought changes about since `before`; None if all of it is the same.

        New facts come with the code that reads them: only where the code is the same, they alone are the cause.
        """
        if self.code != before.code:
            return Cause.EXTRACTOR
        if self.facts != before.facts:
            return Cause.REFERENCE
        return Cause.CORRECTION if self.corrections != before.corrections else None


UNKNOWN = Making()
