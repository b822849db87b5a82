"""index.json: every release, in the order in which they came, and the builds that failed, for programs to read."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from g7data.release.errors import IndexUnreadable
from g7data.release.place import replace_text


class Status(StrEnum):
    """What became of a build: `withdrawn` is a release whose folder was removed; its number is not used again."""

    PUBLISHED = "published"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """One release or failed build: `sha256` is the digest of its SHA256SUMS, `reason` why a build failed."""

    version: str | None
    status: Status
    previous: str | None = None
    schema_version: str | None = None
    path: str | None = None
    sha256: str | None = None
    rows: dict[str, int] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """The list of releases; `latest` is the version to read."""

    latest: str | None = None
    releases: tuple[Entry, ...] = ()

    def numbers_used(self) -> set[str]:
        """Return the versions that were published at any time."""
        return {entry.version for entry in self.releases if entry.version and entry.status is not Status.FAILED}


def read_index(path: Path) -> Index:
    """Read the index; an empty one if there is none yet. Raises IndexUnreadable for anything else than an index."""
    return parse_index(path.read_bytes(), path) if path.exists() else Index()


def parse_index(written: bytes, path: object) -> Index:
    """Read what is written in an index, which is that of `path`. Raises IndexUnreadable for anything else."""
    try:
        content = json.loads(written)
        return Index(content["latest"], tuple(map(_entry, content["releases"])))
    except (ValueError, KeyError, TypeError) as error:
        advice = "move it away, and the next build writes a new one from the releases that are there"
        raise IndexUnreadable(f"{path} is not an index of releases ({error}); {advice}") from error


def write_index(path: Path, index: Index) -> None:
    """Replace the index in one move."""
    replace_text(path, index_text(index))


def index_text(index: Index) -> str:
    """Write the index as JSON."""
    return json.dumps(asdict(index), indent=2, ensure_ascii=False) + "\n"


def _entry(content: dict[str, Any]) -> Entry:
    return Entry(**{**content, "status": Status(content["status"])})
