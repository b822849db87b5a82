"""Semantic versions of the data, and how far the changes since the release before raise them.

MAJOR: a column or table left or changed type. MINOR: rows or columns came. PATCH: values were corrected.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from g7data.release.changes import Change, Tally
from g7data.release.errors import NotAVersion


class Level(IntEnum):
    """How far a version rises; a higher level outdoes a lower one."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A semantic version of the data; versions compare in the order in which they are published."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @classmethod
    def parse(cls, text: str) -> "Version":
        """Read `1.4.0`; raises NotAVersion for anything else."""
        if (match := re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", text, re.ASCII)) is None:
            raise NotAVersion(f"{text!r} is not a version; write three numbers, such as 1.4.0")
        return cls(*map(int, match.groups()))

    def raised(self, level: Level) -> "Version":
        """Return the next version at `level`."""
        match level:
            case Level.MAJOR:
                return Version(self.major + 1, 0, 0)
            case Level.MINOR:
                return Version(self.major, self.minor + 1, 0)
            case Level.PATCH:
                return Version(self.major, self.minor, self.patch + 1)


FIRST = Version(1, 0, 0)


def level_of(tallies: Iterable[Tally]) -> Level | None:
    """How far these changes raise the version; None when nothing changed, and so nothing is to be published."""
    return max(map(_level, tallies), default=None)


def _level(tally: Tally) -> Level:
    if tally.structural:
        return Level.MINOR if tally.change is Change.ADDED else Level.MAJOR
    # Rows that left are MINOR too: every query still runs, so nothing breaks, but counts change, which is more than a
    # value corrected.
    return Level.PATCH if tally.change is Change.CHANGED else Level.MINOR
