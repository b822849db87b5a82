"""A copy of a release on this machine, filled file by file from a source.

Each file is checked against SHA256SUMS when it comes, and SHA256SUMS against the index. What was checked is noted with
the file's size and time, so that a later use costs one look at each file: only where these have changed, the file is
read and checked again, and fetched anew if it is not as published. Processes that want the same release take turns.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from g7data.client.bring import bring, not_writable, put, read_small
from g7data.client.errors import DownloadDamaged, NotASource
from g7data.client.listing import Release
from g7data.client.source import Source
from g7data.client.transfer import Absent
from g7data.client.watch import Watch
from g7data.release.sums import PUBLIC_KEY, SIGNATURE, SUMS, digest, read_sums

_NAME = re.compile(r"\w[\w.-]*")
Wanted = Callable[[str], bool]
"""Tells by its name whether a file is wanted."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The files of a release in `folder`; `work` is a folder beside for the lock, parts, and notes of what was checked."""

    release: Release
    folder: Path
    work: Path

    def fill(self, source: Source, wanted: Wanted, watch: Watch) -> dict[str, str]:
        """See to it that the wanted files are there, whole and as published; returns the digest of every file listed."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.work.mkdir(exist_ok=True)
            with FileLock(self.work / "lock"):
                return self._fill(source, wanted, watch)
        except OSError as error:
            raise not_writable(self.folder, error) from error

    def _fill(self, source: Source, wanted: Wanted, watch: Watch) -> dict[str, str]:
        listed = self._sums(source)
        checked = self._checked()
        for name in filter(wanted, listed):
            path = self.folder / name
            if path.exists() and (_stamp(path) == checked.get(name) or digest(path) == listed[name]):
                checked[name] = _stamp(path)
                continue
            if path.exists():
                watch.notes(f"{path} is not as it was published any more; it is fetched anew")
            within = f"{self.release.path}/{name}".lstrip("/")
            bring(source, within, path, self.work / f"{name}.part", listed[name], watch)
            checked[name] = _stamp(path)
            self._note(checked)
        for name in (SIGNATURE, PUBLIC_KEY):
            if wanted(name) and checked.get(name) != _stamp_if_there(self.folder / name):
                checked[name] = self._vouching(source, name)
        if checked != self._checked():
            self._note(checked)
        return listed

    def _vouching(self, source: Source, name: str) -> list[int]:
        """Fetch a file that no list can hold, if the release has it; `g7data verify` looks at what it says."""
        path = self.folder / name
        try:
            put(path, read_small(source, f"{self.release.path}/{name}".lstrip("/")))
        except Absent:
            return []
        return _stamp(path)

    def _sums(self, source: Source) -> dict[str, str]:
        path = self.folder / SUMS
        if not (path.exists() and self._is_published(path.read_bytes())):
            put(path, self._fetch_sums(source))
        return listed_files(self.folder)

    def _fetch_sums(self, source: Source) -> bytes:
        content = published_sums(source, self.release)
        if not self._is_published(content):
            raise DownloadDamaged(sums_differ(source, self.release))
        return content

    def _is_published(self, sums: bytes) -> bool:
        return self.release.sums is None or sha256(sums).hexdigest() == self.release.sums

    def _checked(self) -> dict[str, list[int]]:
        path = self.work / "checked.json"
        noted: dict[str, list[int]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return noted

    def _note(self, checked: dict[str, list[int]]) -> None:
        put(self.work / "checked.json", json.dumps(checked, indent=2).encode())


def listed_files(release: Path) -> dict[str, str]:
    """Return the digest of each file that a release lists; raises DownloadDamaged if one would lie outside of it."""
    listed = read_sums(release)
    if wrong := [name for name in listed if _NAME.fullmatch(name) is None]:
        raise DownloadDamaged(
            f"{release / SUMS} lists {wrong[0]!r}, which is no name of a file in a release; tell who keeps it"
        )
    return listed


def published_sums(source: Source, release: Release) -> bytes:
    """Return SHA256SUMS of a release as the source has it; raises NotASource if it has none."""
    try:
        return read_small(source, f"{release.path}/{SUMS}".lstrip("/"))
    except Absent as error:
        raise NotASource(f"{error}, though the index lists release {release.version}; tell who keeps it") from error


def sums_differ(source: Source, release: Release) -> str:
    """Say that the list of digests is not the one that the index names."""
    return (
        f"{SUMS} of release {release.version} at {source.name} is not the one that the index names; "
        "tell who keeps the source, and use nothing of it until then"
    )


def _stamp_if_there(path: Path) -> list[int]:
    return _stamp(path) if path.exists() else []


def _stamp(path: Path) -> list[int]:
    facts = path.stat()
    return [facts.st_size, facts.st_mtime_ns]
