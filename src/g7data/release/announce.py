"""What the world is told of the shelf: `latest` and `index.json`, brought up to date with the releases that are there.

A release counts from the moment when its folder is in place. To announce it is to move `latest`, then to list it. What
a build that was interrupted had not announced, the next one announces: by the same step, not by a repair.
"""

import json
import shutil
from dataclasses import replace

from g7data.release.descriptor import DESCRIPTOR
from g7data.release.index import Entry, Index, Status, read_index, write_index
from g7data.release.place import replace_link
from g7data.release.shelf import Shelf
from g7data.release.sums import SUMS, digest
from g7data.release.version import Version


def settle(shelf: Shelf) -> None:
    """Remove what an interrupted build has left behind, and finish what it had not announced."""
    for leftover in shelf.leftovers():
        shutil.rmtree(leftover)
    announce(shelf)


def announce(shelf: Shelf) -> None:
    """List every release that is not listed yet, `latest` first moved to the newest if there is one.

    A `latest` that leads nowhere, or to a release that was withdrawn, is mended. One that a maintainer has pointed at an
    older release stays as it is until a newer one comes.
    """
    index = read_index(shelf.index)
    unlisted = [version for version in shelf.versions() if version not in _listed(index)]
    standing = shelf.standing()
    if standing and (unlisted or shelf.latest_version() not in standing):
        replace_link(shelf.latest, shelf.release(standing[-1]))
    current = _current(shelf, index, unlisted)
    if current != index:
        write_index(shelf.index, current)


def record_failure(shelf: Shelf, version: Version | None, reason: str) -> None:
    """List a build that failed; `version` is None if it failed before it had one. A repeated failure is listed once."""
    index = read_index(shelf.index)
    newest = shelf.newest()
    entry = Entry(
        version=None if version is None else str(version),
        status=Status.FAILED,
        previous=None if newest is None else str(newest),
        reason=reason,
    )
    if entry not in index.releases[-1:]:
        write_index(shelf.index, replace(index, releases=(*index.releases, entry)))


def _listed(index: Index) -> set[Version]:
    """Return the versions of which the index says all that is to say; not those whose folder was missing."""
    used = index.numbers_used().items()
    return {version for version, entry in used if entry.status is Status.PUBLISHED or entry.withdrawn is not None}


def _current(shelf: Shelf, index: Index, unlisted: list[Version]) -> Index:
    used, there = index.numbers_used(), shelf.versions()
    back = [used[version] for version in unlisted if version in used]
    missing = [entry for version, entry in used.items() if version not in there]
    kept = tuple(
        replace(entry, status=Status.WITHDRAWN, path=None) if entry in missing else entry
        for entry in index.releases
        if entry not in back
    )
    latest = shelf.latest_version()
    return Index(None if latest is None else str(latest), kept + tuple(_entry(shelf, version) for version in unlisted))


def _entry(shelf: Shelf, version: Version) -> Entry:
    folder = shelf.release(version)
    package = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    return Entry(
        version=str(version),
        status=Status.PUBLISHED,
        previous=package["previousVersion"],
        schema_version=package["schemaVersion"],
        path=folder.relative_to(shelf.output).as_posix(),
        sha256=digest(folder / SUMS),
        rows={resource["name"]: resource["rows"] for resource in package["resources"]},
    )
