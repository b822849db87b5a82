"""Where releases come from: a folder, a web address, or a bucket. All are asked in the same two ways.

A source has the layout of the output folder of a build: `index.json` and `releases/<version>/`. It may also be one
release by itself, as an archive such as Zenodo keeps it: a place that holds `SHA256SUMS`.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from g7data.client.bucket import Bucket
from g7data.client.errors import NoSource, NotASource
from g7data.client.folder import Folder
from g7data.client.web import Web

VARIABLE = "G7DATA_SOURCE"
"""The environment variable that names the source where the caller does not."""
_HOW = (
    "name the place where releases are to be had, with --source (in Python: source=) or in the environment variable "
    f"{VARIABLE}: an address (https://host/g7data), a bucket (s3://bucket/g7data) or a folder (output)"
)


class Source(Protocol):
    """A place that holds files, by names with slashes."""

    @property
    def name(self) -> str:
        """The address, as one would write it."""

    def open(self, name: str, start: int = 0) -> tuple[int, Iterator[bytes]]:
        """Return the bytes of a file from `start` on, and where they really begin: 0 if the place cannot skip.

        Raises Absent if there is no such file, Interrupted if the place does not answer or breaks off.
        """

    def size(self, name: str) -> int | None:
        """Return the bytes of a file; None if the place does not tell."""


def find_source(place: str | Path | None = None) -> "Folder | Source":
    """Return the source at an address; without one, that of G7DATA_SOURCE. Raises NoSource or NotASource."""
    named = str(place or os.environ.get(VARIABLE, "")).strip()
    if not named:
        raise NoSource(f"no source was named: {_HOW}")
    scheme, parted, rest = named.partition("://")
    if not parted:
        return _folder(named)
    if scheme == "file":
        return _folder(rest)
    return Web(named.removesuffix("index.json")) if scheme in ("http", "https") else Bucket(named)


def _folder(named: str) -> Folder:
    path = Path(named).expanduser()
    if not path.is_dir():
        raise NotASource(f"there is no folder {named}; {_HOW}")
    return Folder(path)
