"""The catalogue of sources: one TOML file beside this module for each publisher (docs/sources.md describes them)."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from g7data.sources.described import Crawl, Source
from g7data.sources.errors import CatalogueError, UnknownSource
from g7data.sources.hosts import by_host, host_of, of_host
from g7data.sources.source_file import read_source

__all__ = [
    "CATALOGUE",
    "CatalogueError",
    "Crawl",
    "Source",
    "UnknownSource",
    "pick",
    "read_source",
    "read_sources",
    "source",
    "source_of",
    "sources",
]
CATALOGUE = Path(__file__).parent
"""The folder of the catalogue: one TOML file for each source, named after its id."""


def read_sources(folder: Path) -> tuple[Source, ...]:
    """All sources that the TOML files of a folder describe, by their ids; raises `CatalogueError`."""
    found = tuple(read_source(path) for path in sorted(folder.glob("*.toml")))
    by_host(found)
    return found


@cache
def sources() -> tuple[Source, ...]:
    """All sources of the catalogue, by their ids."""
    return read_sources(CATALOGUE)


def source(source_id: str) -> Source:
    """The source of this id; raises `UnknownSource`, which names the nearest ones."""
    return pick(sources(), [source_id])[0]


def pick(known: Iterable[Source], ids: Iterable[str]) -> list[Source]:
    """The sources of these ids, or all where none is given; raises `UnknownSource` for an id that is none of theirs."""
    by_id = {one.source_id: one for one in known}
    wanted = list(ids) or list(by_id)
    for source_id in wanted:
        if source_id not in by_id:
            raise UnknownSource(f"no source {source_id!r} in the catalogue; {_nearest(source_id, by_id)}")
    return [by_id[source_id] for source_id in wanted]


def source_of(url: str) -> Source | None:
    """The source under whose host an address lies; of two hosts that fit, the longer one counts."""
    return of_host(host_of(url).rstrip("."), _by_host())


@cache
def _by_host() -> dict[str, Source]:
    return by_host(sources())


def _nearest(source_id: str, known: Iterable[str]) -> str:
    near = get_close_matches(source_id, known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else "`g7data sources` lists them"
