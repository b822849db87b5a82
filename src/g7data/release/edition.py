"""Which release this is: what every file of it says of itself, and all that may differ from one build to the next."""

from dataclasses import dataclass

from g7data.release.making import UNKNOWN, Making
from g7data.release.version import Version

NAME = "g7data"
TITLE = "g7data: meetings and texts of the G7 and G8"
SUMMARY = (
    "An open dataset of the meetings and texts of the G7 and G8, down to single clauses, "
    "with the passage from which each value was read."
)

HOME = "https://github.com/g7data/g7data"
MAINTAINERS = "the g7data maintainers"
KEYWORDS = ("G7", "G8", "international relations", "diplomacy", "communiqués", "provenance", "open data")


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence, by its SPDX name, its title and its address."""

    name: str
    title: str
    url: str


CC_BY_4_0 = Licence(
    "CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
)


@dataclass(frozen=True, slots=True)
class Edition:
    """One release: `private` if it keeps texts that may not be passed on. There is no clock here, and none may come.

    `withdrawn` are the releases between the one before and this, each in words: they were withdrawn, and why.
    """

    version: Version
    previous: Version | None
    schema_version: str
    licence: Licence = CC_BY_4_0
    private: bool = False
    making: Making = UNKNOWN
    withdrawn: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """A name for this release that no other has; it says which release is meant, and need not open in a browser."""
        return f"{HOME}#{self.version}"

    @property
    def citation(self) -> str:
        """How to cite this release in a text."""
        return f"{MAINTAINERS}. {TITLE}. Version {self.version}. {HOME}"

    def labels(self) -> dict[str, str]:
        """Return what each Parquet file and the DuckDB file say of themselves."""
        return {
            "dataset": NAME,
            "version": str(self.version),
            "previous_version": "" if self.previous is None else str(self.previous),
            "schema_version": self.schema_version,
            "licence": self.licence.name,
            "private": str(self.private).lower(),
            **self.making.labels(),
        }
