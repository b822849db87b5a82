"""Finding a release and its tables to read. Needs nothing but the files: no lock, no schemas, and no index if there is none."""

import json
from pathlib import Path

import pyarrow.parquet as pq

from g7data.release.contract import StoredTable, TableContract
from g7data.release.descriptor import DESCRIPTOR
from g7data.release.errors import ReleaseNotFound
from g7data.release.shelf import Shelf
from g7data.release.sums import SUMS

LATEST = "latest"


def find_release(place: Path, version: str = LATEST) -> Path:
    """Return the folder of a release, in an output folder or named itself; raises ReleaseNotFound.

    `version` is `latest`, a full version such as `1.4.0`, or its beginning: `1.4` is the newest of 1.4. A release that
    was withdrawn is found by its full version only.
    """
    if (place / SUMS).is_file():
        return _named_itself(place, version)
    shelf = Shelf(place)
    there = shelf.standing()
    exactly = [number for number in shelf.versions() if str(number) == version]
    wanted = exactly or [number for number in there if version == LATEST or _begins(str(number), version)]
    if not wanted:
        known = f"it has {', '.join(map(str, there))}" if there else "publish one, or name another folder"
        raise ReleaseNotFound(f"{place} has no release {version!r}; {known}")
    chosen = shelf.latest_version() if version == LATEST else None
    return shelf.release(chosen if chosen in wanted else wanted[-1])


def row_counts(release: Path) -> dict[str, int]:
    """Rows of each table of a release, by name, read from the footers of its Parquet files."""
    return {path.stem: pq.read_metadata(path).num_rows for path in sorted(release.glob("*.parquet"))}


def stored_tables(release: Path) -> dict[str, StoredTable]:
    """Return the tables of a release, by name, each with the contract that its Parquet file carries."""
    return {
        path.stem: StoredTable(TableContract.from_parquet(path), path) for path in sorted(release.glob("*.parquet"))
    }


def _named_itself(release: Path, version: str) -> Path:
    own = json.loads((release / DESCRIPTOR).read_text(encoding="utf-8"))["version"]
    if version == LATEST or _begins(own, version):
        return release
    raise ReleaseNotFound(f"{release} is release {own}, not {version}; name the folder that holds all releases")


def _begins(version: str, beginning: str) -> bool:
    return f"{version}.".startswith(f"{beginning}.")
