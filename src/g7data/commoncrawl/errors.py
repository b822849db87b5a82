"""What can go wrong with Common Crawl."""

from g7data.errors import G7DataError


class CrawlNotFound(G7DataError):
    """There is no list of index files where the crawl should be."""


class IndexNotReadable(G7DataError):
    """The columnar index cannot be read, or lacks a column."""


class NotReachable(G7DataError):
    """The mirror does not answer, or no longer does."""
