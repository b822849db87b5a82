"""The output folder as a shelf of releases: which are there, and where everything has its place.

    output/releases/1.0.0/            published: whole, checked, never changed again, be it withdrawn
    output/releases/.1.1.0.partial/   being built, or left behind by a build that was interrupted
    output/latest                     a relative link to the release to read
    output/index.json                 all releases, the builds that failed, and which releases were withdrawn

Reads only; `place` and `announce` are what moves things.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from g7data.release.errors import NotAVersion
from g7data.release.index import read_index
from g7data.release.sums import SUMS
from g7data.release.version import Version

_PARTIAL = ".partial"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The places in an output folder; none of them need exist."""

    output: Path

    @property
    def releases(self) -> Path:
        """The folder of all releases."""
        return self.output / "releases"

    @property
    def latest(self) -> Path:
        """The link to the release to read."""
        return self.output / "latest"

    @property
    def index(self) -> Path:
        """The list of all releases, for programs."""
        return self.output / "index.json"

    @property
    def scratch(self) -> Path:
        """The folder for what does not fit into memory during a build."""
        return self.releases / f".scratch{_PARTIAL}"

    def release(self, version: Version) -> Path:
        """Return the folder of a published release."""
        return self.releases / str(version)

    def partial(self, version: Version) -> Path:
        """Return the folder in which a release is built."""
        return self.releases / f".{version}{_PARTIAL}"

    def leftovers(self) -> list[Path]:
        """List what an interrupted build has left behind; during a build, also what it is working on."""
        return sorted(self.releases.glob(f".*{_PARTIAL}"))

    def versions(self) -> list[Version]:
        """Return the versions that were published and are there, oldest first."""
        return sorted(self._versions())

    def standing(self) -> list[Version]:
        """Return the versions that are there and were not withdrawn, oldest first. Raises IndexUnreadable."""
        withdrawn = read_index(self.index).withdrawn()
        return [version for version in self.versions() if version not in withdrawn]

    def newest(self) -> Version | None:
        """Return the highest version that is there and was not withdrawn. Raises IndexUnreadable."""
        return next(reversed(self.standing()), None)

    def latest_version(self) -> Version | None:
        """Return the version that `latest` leads to; None if it is missing, or leads to nothing that was published."""
        if not self.latest.is_symlink():
            return None
        name = self.latest.readlink().name
        return next((version for version in self._versions() if str(version) == name), None)

    def _versions(self) -> Iterator[Version]:
        folders = self.releases.iterdir() if self.releases.is_dir() else ()
        for folder in folders:
            if (version := _version(folder)) is not None:
                yield version


def _version(folder: Path) -> Version | None:
    try:
        return Version.parse(folder.name) if (folder / SUMS).is_file() else None
    except NotAVersion:
        return None
