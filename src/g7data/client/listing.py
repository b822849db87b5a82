"""Which releases a source has, as its `index.json` says, and which of them is meant by a version.

A release that was withdrawn is meant by its full number only, and only as long as its files are there.
The index is read with tolerance: one written by a newer program, with facts that are not known here, still serves.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
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

    `latest` marks the one to read. `sums` is the digest of its SHA256SUMS, `path` its folder within the source. `withdrawn` is the
    day (2026-11-22) on which it was withdrawn, if it was, and `reason` why.
    """

    version: str
    schema_version: str | None = None
    previous: str | None = None
    latest: bool = False
    rows: Mapping[str, int] = field(default_factory=dict)
    sums: str | None = None
    path: str = ""
    withdrawn: str | None = None
    reason: str | None = None

    @property
    def withdrawal(self) -> str:
        """When and why it was withdrawn, in words; empty if it was not."""
        return "" if self.withdrawn is None else f"was withdrawn on {self.withdrawn}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Listing:
    """The releases of a source, newest first; those that were withdrawn and are still there; the numbers of all that are not."""

    releases: tuple[Release, ...]
    withdrawn: tuple[Release, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)

    def find(self, version: str | None = None) -> Release:
        """Return the release meant by `1.2.0`, `1.2` (the newest of these), `latest` or None; raises UnknownVersion."""
        if version is None or version == LATEST:
            found = next((release for release in self.releases if release.latest), None)
            found = found or next(iter(self.releases), None)
        else:
            standing = (release for release in self.releases if _begins(release.version, version))
            found = next(standing, next((release for release in self.withdrawn if release.version == version), None))
        if found is None:
            raise UnknownVersion(self._unknown(version or LATEST))
        return found

    def _unknown(self, version: str) -> str:
        told = self._why_not(version)
        if not self.releases:
            return told or "the source has no release yet; name another source, or come back later"
        near = _nearest(version, [release.version for release in self.releases])
        named = f"the nearest {'is' if len(near) == 1 else 'are'} {' and '.join(near)}"
        return f"{told or f'there is no release {version}'}; {named} (g7data list shows all)"

    def _why_not(self, version: str) -> str | None:
        """Say that what was asked for was withdrawn, if it was."""
        if version in self.gone:
            return f"release {version} {self.gone[version]}"
        meant = (release for release in self.withdrawn if version == LATEST or _begins(release.version, version))
        told = (f"release {each.version} {each.withdrawal}; who needs it asks for {each.version}" for each in meant)
        return next(told, None)


def parse_listing(content: bytes, name: str) -> Listing:
    """Read an index; raises NotASource for anything else. `name` says where it is from."""
    try:
        index = json.loads(content)
        entries = [entry for entry in index["releases"] if _number(entry["version"]) is not None]
        there = [_release(entry) for entry in entries if entry["status"] == "published"]
        withdrawn = [entry for entry in entries if entry["status"] == "withdrawn"]
        latest = index["latest"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotASource(f"{name} is not an index of g7data releases; check the address") from error
    marked = (replace(release, latest=release.version == latest) for release in there)
    told = [_release(entry) for entry in withdrawn]
    kept = [release for release, entry in zip(told, withdrawn, strict=True) if release.withdrawn and entry.get("path")]
    gone = {release.version: release.withdrawal or "was withdrawn" for release in told if release not in kept}
    return Listing(newest_first(marked), newest_first(kept), gone)


def newest_first(releases: Iterable[Release]) -> tuple[Release, ...]:
    """Return releases in the order in which people look for them."""
    return tuple(sorted(releases, key=lambda release: Version.parse(release.version), reverse=True))


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
        withdrawn=entry.get("withdrawn"),
        reason=entry.get("reason"),
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
