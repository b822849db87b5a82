"""Sending a release to where people get it: what never changes first, then `index.json`, and `latest` last of all.

Of the files of a release, SHA256SUMS comes last: where it lies, the release is whole. What has arrived with the same content is
not sent again, so that sending goes on where it broke off, and a release that is there already costs one look at each file.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from g7data.release.descriptor import DESCRIPTOR
from g7data.release.errors import PublishedDifferently, ReleaseDamaged, ReleaseIsPrivate, ReleaseWithdrawn
from g7data.release.index import Entry, Index, Status, index_text, parse_index, read_index
from g7data.release.open import find_release
from g7data.release.shelf import Shelf
from g7data.release.sums import SUMS, digest, read_sums, wrong_sums
from g7data.release.target import Target
from g7data.release.version import Version
from g7data.release.withdrawn import in_words

INDEX, LATEST, RELEASES = "index.json", "latest", "releases"
Watch = Callable[[str, int, bool], None]


def _unwatched(*_: object) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it: the files that were sent and those that were there, and the version that `latest` leads to."""

    version: str
    sent: tuple[str, ...]
    there: tuple[str, ...]
    latest: str


def send_release(
    place: Path, version: str, target: Target, *, private: bool = False, watch: Watch = _unwatched
) -> Sent:
    """Send the release `version` (or its beginning, or `latest`) of the folder `place`, and announce it there.

    `private` allows to send a release that keeps texts which may not be passed on. `watch` is told of each file, its bytes, and whether it was sent.
    Raises ReleaseNotFound, ReleaseDamaged, ReleaseIsPrivate, ReleaseWithdrawn, PublishedDifferently, IndexUnreadable or TargetRefused.
    """
    release = find_release(place, version)
    entry = _checked(release, private=private)
    index = index_at(target)
    for known in (index, read_index(Shelf(release.resolve().parent.parent).index)):
        _refuse_withdrawn(Version.parse(str(entry.version)), known)
    folder = f"{RELEASES}/{entry.version}"
    _refuse_other(release, target, index, entry)
    sent: list[str] = []
    there: list[str] = []
    listed = {**read_sums(release), SUMS: entry.sha256}  # they hold, as was checked
    for path in _in_order(release):
        same = target.digest(f"{folder}/{path.name}", path.stat().st_size) == (listed.get(path.name) or digest(path))
        if not same:
            target.send(path, f"{folder}/{path.name}")
        (there if same else sent).append(path.name)
        watch(path.name, path.stat().st_size, not same)
    latest = _announce(target, index, replace(entry, path=folder))
    return Sent(str(entry.version), tuple(sent), tuple(there), latest)


def _checked(release: Path, *, private: bool) -> Entry:
    """Return what the index is to say of a release that is whole and may be sent."""
    if faults := wrong_sums(release):
        raise ReleaseDamaged(f"{release} is not sent, since it is not whole: {'; '.join(faults)}; build it again")
    package = json.loads((release / DESCRIPTOR).read_text(encoding="utf-8"))
    if package["private"] and not private:
        raise ReleaseIsPrivate(
            f"{release} keeps texts that may not be passed on; publish a release that was built without --private-text, "
            "or add --private where nobody but you can read the target"
        )
    return Entry(
        version=package["version"],
        status=Status.PUBLISHED,
        previous=package["previousVersion"],
        schema_version=package["schemaVersion"],
        sha256=digest(release / SUMS),
        rows={resource["name"]: resource["rows"] for resource in package["resources"]},
    )


def _refuse_withdrawn(version: Version, index: Index) -> None:
    if (entry := index.withdrawn().get(version)) is not None:
        raise ReleaseWithdrawn(f"{in_words(entry)} It is not sent; publish another version")


def _refuse_other(release: Path, target: Target, index: Index, entry: Entry) -> None:
    """Refuse to send what would change a version that is there."""
    there = target.read(f"{RELEASES}/{entry.version}/{SUMS}")
    listed = {known.sha256 for known in index.releases if known.version == entry.version and known.sha256 is not None}
    if (there is not None and there != (release / SUMS).read_bytes()) or listed - {entry.sha256}:
        raise PublishedDifferently(
            f"{entry.version} is there with other content, and what is published never changes; publish a new version"
        )


def _in_order(release: Path) -> list[Path]:
    """Return the files to send; the list of all comes last."""
    return sorted(release.iterdir(), key=lambda path: (path.name == SUMS, path.name))


def index_at(target: Target) -> Index:
    """Return the index of a place that releases are sent to; an empty one if there is none yet. Raises IndexUnreadable."""
    content = target.read(INDEX)
    return Index() if content is None else parse_index(content, INDEX)


def _announce(target: Target, index: Index, entry: Entry) -> str:
    """List the release and let `latest` lead to the newest one."""
    kept = [known for known in index.releases if known.version != entry.version]
    listed = sorted([*kept, entry], key=_number)
    newest = Index(None, tuple(listed)).newest()
    announced = Index(str(newest), tuple(listed))
    if announced != index:
        target.write(INDEX, index_text(announced).encode())
    target.point(LATEST, f"{RELEASES}/{newest}")  # always: the last time may have ended just before this
    return str(newest)


def _number(entry: Entry) -> tuple[int, int, int]:
    """Versions in their order; builds that failed before they had one come first."""
    if entry.version is None:
        return (0, 0, 0)
    version = Version.parse(entry.version)
    return version.major, version.minor, version.patch
