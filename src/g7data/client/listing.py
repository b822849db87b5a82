"""Which releases a source has, as its `index.json` says, and which of them is meant by a version.

The index is read with tolerance: one written by a newer program, with facts that are not known here, still serves.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from g7data.client.bring import read_small
from g7data.client.errors import NotASource, UnknownVersion
from g7data.client.source import Source
from g7data.client.transfer import Absent
from g7data.release.errors import NotAVersion
from g7data.release.sums import SUMS
from g7data.release.version import Version

INDEX = "index.json"
LATEST = "latest"
_DESCRIPTOR = "datapackage.json"
_MOST_NAMED = 8
"""Versions that an error names at most."""


@dataclass(frozen=True, slots=True)
class Release:
    """One release that can be had: its number, that of its schema, the release before, and the rows of each table.

    `latest` marks the one to read. `sums` is the digest of its SHA256SUMS, `path` its folder within the source.
    """

    version: str
    schema_version: str | None = None
    previous: str | None = None
    latest: bool = False
    rows: Mapping[str, int] = field(default_factory=dict)
    sums: str | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The releases of a source, newest first, and the numbers of those that were withdrawn."""

    releases: tuple[Release, ...]
    withdrawn: frozenset[str] = frozenset()

    def find(self, version: str | None = None) -> Release:
        """Return the release meant by `1.2.0`, `1.2` (the newest of these), `latest` or None; raises UnknownVersion."""
        if version is None or version == LATEST:
            found = next((release for release in self.releases if release.latest), None)
            found = found or next(iter(self.releases), None)
        else:
            found = next((release for release in self.releases if _begins(release.version, version)), None)
        if found is None:
            raise UnknownVersion(self._unknown(version or LATEST))
        return found

    def _unknown(self, version: str) -> str:
        if not self.releases:
            return "the source has no release yet; name another source, or come back later"
        withdrawn = (
            f"release {version} was withdrawn" if version in self.withdrawn else f"there is no release {version}"
        )
        near = _nearest(version, [release.version for release in self.releases])
        named = f"the nearest {'is' if len(near) == 1 else 'are'} {' and '.join(near)}"
        return f"{withdrawn}; {named} (g7data list shows all)"


def parse_listing(content: bytes, name: str) -> Listing:
    """Read an index; raises NotASource for anything else. `name` says where it is from."""
    try:
        index = json.loads(content)
        entries = [entry for entry in index["releases"] if _number(entry["version"]) is not None]
        there = [_release(entry) for entry in entries if entry["status"] == "published"]
        gone = frozenset(entry["version"] for entry in entries if entry["status"] == "withdrawn")
        latest = index["latest"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotASource(f"{name} is not an index of g7data releases; check the address") from error
    marked = (replace(release, latest=release.version == latest) for release in there)
    newest_first = sorted(marked, key=lambda release: Version.parse(release.version), reverse=True)
    return Listing(tuple(newest_first), gone - {release.version for release in there})


def release_by_itself(source: Source) -> Listing:
    """Return the one release that the source is; raises NotASource if it is none."""
    try:
        sums, package = read_small(source, SUMS), json.loads(read_small(source, _DESCRIPTOR))
        known = Release(
            version=str(Version.parse(package["version"])),
            schema_version=package.get("schemaVersion"),
            previous=package.get("previousVersion"),
            latest=True,
            rows={resource["name"]: resource["rows"] for resource in package["resources"] if "rows" in resource},
            sums=hashlib.sha256(sums).hexdigest(),
        )
    except Absent:
        raise NotASource(
            f"{source.name} holds neither {INDEX} nor a release; name the address or folder in which {INDEX} lies"
        ) from None
    except (ValueError, KeyError, TypeError, NotAVersion) as error:
        raise NotASource(f"{source.name} is no release of g7data; check the address") from error
    return Listing((known,))


def _release(entry: Mapping[str, Any]) -> Release:
    version = str(entry["version"])
    return Release(
        version=version,
        schema_version=entry.get("schema_version"),
        previous=entry.get("previous"),
        rows=dict(entry.get("rows") or {}),
        sums=entry.get("sha256"),
        path=f"releases/{version}",
    )


def _number(text: object) -> Version | None:
    try:
        return Version.parse(text) if isinstance(text, str) else None
    except NotAVersion:
        return None


def _begins(version: str, beginning: str) -> bool:
    return f"{version}.".startswith(f"{beginning}.")


def _nearest(version: str, there: list[str]) -> list[str]:
    """Return the releases just below and above what was asked for; the newest ones if that is no number."""
    asked = _number(".".join([*version.split("."), "0", "0"][:3]))
    if asked is None:
        return there[:_MOST_NAMED]
    numbers = [Version.parse(text) for text in there]
    below, above = [n for n in numbers if n < asked], [n for n in numbers if n > asked]
    return [str(number) for number in (*below[:1], *above[-1:])]
