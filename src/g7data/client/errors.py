"""What can go wrong for those who use releases. Each error is named for the mistake, and its message says what to do."""

from g7data.errors import G7DataError


class NoSource(G7DataError):
    """Nobody said where releases are to be had."""


class NotASource(G7DataError):
    """There are no releases at this address."""


class SourceUnreachable(G7DataError):
    """The source does not answer, or breaks off again and again."""


class UnknownVersion(G7DataError):
    """The source has no such release."""


class UnknownTable(G7DataError):
    """The release has no such table."""


class UnknownId(G7DataError):
    """The release has no such document or clause."""


class DownloadDamaged(G7DataError):
    """What came is not what was published."""


class CacheNotWritable(G7DataError):
    """The folder for downloads cannot be written."""


class FolderTaken(G7DataError):
    """The folder for a download holds something else."""


class QueryRefused(G7DataError):
    """The statement is no question to the release, or reaches beyond it."""


class QueryFailed(G7DataError):
    """DuckDB could not answer the question."""
