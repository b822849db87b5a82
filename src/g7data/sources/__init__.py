"""Publishers and their addresses: who runs a site, what to fetch there, and which addresses mean the same page."""

from g7data.sources.canonical import canonical_url
from g7data.sources.catalogue import source, source_of, sources
from g7data.sources.described import Crawl, Publisher, Source
from g7data.sources.errors import CatalogueError, UnknownSource
from g7data.sources.publisher import publisher_of

__all__ = [
    "CatalogueError",
    "Crawl",
    "Publisher",
    "Source",
    "UnknownSource",
    "canonical_url",
    "publisher_of",
    "source",
    "source_of",
    "sources",
]
