"""Where downloads are kept on this machine, and what was known of a source when it was last asked.

    <cache>/releases/1.2.0-4a1138d188e1/     files of a release, each whole and as published; not always all of them
    <cache>/releases/.1.2.0-4a1138d188e1/    what is being fetched, what was checked, and the lock
    <cache>/indexes/<digest of address>.json the index of a source, for when the network is gone
    <cache>/keys/named-<digest of address>.pub, seen-<digest of address>.pub
                                             keys that releases of a source are signed with, as `keys` says

A release is known by its number and the digest of its SHA256SUMS, so that two sources with the same release share one
copy, and two with different ones never mix. Everything here can be deleted at any time; what goes with it is the memory of
keys, so that one which comes with a release is the first again.
"""

import hashlib
import os
import sys
from pathlib import Path

from g7data.client.bring import not_writable, put
from g7data.client.source import Source

VARIABLE = "G7DATA_CACHE"
"""The environment variable that names another folder for downloads."""


def cache_folder() -> Path:
    """Return the folder for downloads: that of G7DATA_CACHE, else the one that the system has for such things."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser().absolute()
    return _of_the_system() / "g7data"


def release_folder(version: str, sums: str) -> Path:
    """Return the folder in which the files of a release are kept."""
    return cache_folder() / "releases" / f"{version}-{sums[:12]}"


def remembered_index(source: Source) -> bytes | None:
    """Return the index of a source as it was when it was last read; None if it never was."""
    path = _index(source)
    return path.read_bytes() if path.is_file() else None


def remember_index(source: Source, content: bytes) -> None:
    """Keep the index of a source; raises CacheNotWritable."""
    path = _index(source)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, content)
    except OSError as error:
        raise not_writable(path, error) from error


def name_in_cache(source: Source) -> str:
    """Return what files about a source are called."""
    return hashlib.sha256(source.name.rstrip("/").encode()).hexdigest()[:16]


def _index(source: Source) -> Path:
    return cache_folder() / "indexes" / f"{name_in_cache(source)}.json"


def _of_the_system() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    # As the XDG Base Directory Specification says; it asks to ignore a relative path.
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"
