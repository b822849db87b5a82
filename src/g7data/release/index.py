"""index.json: every release, in the order in which they came, and the builds that failed, for programs to read."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from g7data.release.errors import IndexUnreadable, NotAVersion
from g7data.release.place import replace_text
from g7data.release.version import Version


class Status(StrEnum):
    """What became of a build: `withdrawn` is a release that is not to be read any more; its number is not used again."""

    PUBLISHED = "published"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """One release or failed build: `sha256` is the digest of its SHA256SUMS, `path` where its files are, if they are anywhere.

    `reason` is why a build failed or a release was withdrawn, and `withdrawn` the day (2026-11-22) of that. A release whose
    folder somebody removed has neither; it counts again when the folder is back.
    """

    version: str | None
    status: Status
    previous: str | None = None
    schema_version: str | None = None
    path: str | None = None
    sha256: str | None = None
    rows: dict[str, int] | None = None
    reason: str | None = None
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """The list of releases; `latest` is the version to read."""

    latest: str | None = None
    releases: tuple[Entry, ...] = ()

    def numbers_used(self) -> dict[Version, Entry]:
        """Return the versions that were published at any time, oldest first."""
        published = (entry for entry in self.releases if entry.status is not Status.FAILED)
        used = {Version.parse(entry.version): entry for entry in published if entry.version is not None}
        return {version: used[version] for version in sorted(used)}

    def withdrawn(self) -> dict[Version, Entry]:
        """Return the versions that somebody has withdrawn, oldest first."""
        return {version: entry for version, entry in self.numbers_used().items() if entry.withdrawn is not None}

    def newest(self) -> Version | None:
        """Return the highest version that is there to be read."""
        there = (v for v, entry in self.numbers_used().items() if entry.status is Status.PUBLISHED)
        return max(there, default=None)


def read_index(path: Path) -> Index:
    """Read the index; an empty one if there is none yet. Raises IndexUnreadable for anything else than an index."""
    return parse_index(path.read_bytes(), path) if path.exists() else Index()


def parse_index(written: bytes, path: object) -> Index:
    """Read what is written in an index, which is that of `path`. Raises IndexUnreadable for anything else."""
    try:
        content = json.loads(written)
        return Index(content["latest"], tuple(map(_entry, content["releases"])))
    except (ValueError, KeyError, TypeError, NotAVersion) as error:
        advice = (
            "move it away, and the next build writes a new one from the releases that are there; "
            "what was withdrawn has to be withdrawn again"
        )
        raise IndexUnreadable(f"{path} is not an index of releases ({error}); {advice}") from error


def write_index(path: Path, index: Index) -> None:
    """Replace the index in one move."""
    replace_text(path, index_text(index))


def index_text(index: Index) -> str:
    """Write the index as JSON."""
    return json.dumps(asdict(index), indent=2, ensure_ascii=False) + "\n"


def _entry(content: dict[str, Any]) -> Entry:
    entry = Entry(**{**content, "status": Status(content["status"])})
    if entry.version is not None:
        Version.parse(entry.version)
    return entry
