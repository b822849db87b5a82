"""SHA-256 sums of the files of a release, in the form that `sha256sum -c` reads."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from g7data.release.errors import ReleaseDamaged

SUMS = "SHA256SUMS"
"""The name of the file in a release; it lists every other one but those that vouch for it."""
SIGNATURE = f"{SUMS}.minisig"
"""The name of its signature, in a release that is signed."""
PUBLIC_KEY = "g7data.pub"
"""The name of the public key with which the signature is checked."""
_VOUCHING = (SUMS, SIGNATURE, PUBLIC_KEY)


def digest(path: Path) -> str:
    """Return the SHA-256 digest of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(release: Path) -> None:
    """Write the sums of all files of a release, in order of their names."""
    sums = {name: digest(release / name) for name in _listable(release)}
    (release / SUMS).write_bytes(_written(sums))


def read_sums(release: Path) -> dict[str, str]:
    """Return the digest of each file that a release lists, by name.

    Raises ReleaseDamaged if there is no list, or if it is not written as `write_sums` does, to the last byte.
    """
    try:
        content = (release / SUMS).read_bytes()
    except FileNotFoundError:
        raise ReleaseDamaged(f"{release} has no {SUMS}; it is not a whole release") from None
    pairs = [line.partition("  ") for line in content.decode(errors="replace").split("\n")[:-1]]
    sums = {name: listed for listed, _, name in pairs}
    if content != _written(sums):
        raise ReleaseDamaged(f"{release / SUMS} is not as it was published; fetch the release again")
    return sums


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


def _written(sums: Mapping[str, str]) -> bytes:
    return "".join(f"{listed}  {name}\n" for name, listed in sorted(sums.items())).encode()


def _listable(release: Path) -> list[str]:
    return sorted(path.name for path in release.iterdir() if path.is_file() and path.name not in _VOUCHING)
