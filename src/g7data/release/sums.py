"""SHA-256 sums of the files of a release, in the form that `sha256sum -c` reads."""

import hashlib
from pathlib import Path

from g7data.release.errors import ReleaseDamaged

SUMS = "SHA256SUMS"
"""The name of the file in a release; it lists every other one."""


def digest(path: Path) -> str:
    """Return the SHA-256 digest of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(release: Path) -> None:
    """Write the sums of all files of a release, in order of their names."""
    lines = [f"{digest(release / name)}  {name}\n" for name in _listable(release)]
    (release / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_sums(release: Path) -> dict[str, str]:
    """Return the digest of each file that a release lists, by name; raises ReleaseDamaged if there is no list."""
    try:
        lines = (release / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise ReleaseDamaged(f"{release} has no {SUMS}; it is not a whole release") from None
    pairs = [line.partition("  ") for line in lines]
    return {name: listed for listed, _, name in pairs}


def wrong_sums(release: Path) -> list[str]:
    """Say of each file that is not as listed what is wrong with it; an empty list when all are."""
    listed, there = read_sums(release), _listable(release)
    faults = [f"{name} is missing" for name in listed if name not in there]
    faults += [f"{name} is not listed in {SUMS}" for name in there if name not in listed]
    faults += [
        f"{name} is not as it was published"
        for name in there
        if name in listed and digest(release / name) != listed[name]
    ]
    return faults


def _listable(release: Path) -> list[str]:
    return sorted(path.name for path in release.iterdir() if path.is_file() and path.name != SUMS)
