"""What can go wrong with inputs and archive files. Each error is named for the mistake and says what to do."""

from g7data.errors import G7DataError


class InputNotFound(G7DataError):
    """An input that was named does not exist."""


class InputNotReadable(G7DataError):
    """An input exists but the system does not let it be read."""


class InputChanged(G7DataError):
    """An input changed while it was being read."""


class InputNotAccepted(G7DataError):
    """An input is a file of a kind that cannot be read as a page or an archive."""


class NothingToRead(G7DataError):
    """An input folder holds neither a page nor a WARC file."""


class PagesCsvError(G7DataError):
    """A row of `pages.csv` cannot be used; the message names its line."""


class NotAWarcFile(G7DataError):
    """A file that should be a WARC file is something else."""


class NotCompressedByRecord(G7DataError):
    """A WARC file was compressed as one piece, so that no record of it can be opened on its own."""


class BrokenRecord(G7DataError):
    """One record of an archive file cannot be read; the rest of the file is not concerned."""

    code = "broken_record"


class RecordTooLarge(BrokenRecord):
    """The body of a record is larger than any page is."""

    code = "too_large"


class RecordNotFound(G7DataError):
    """No page begins at this position of an archive file."""


class ArchiveNotFound(G7DataError):
    """The archive holds no file of this name."""


class OutputNotWritable(G7DataError):
    """The archive's folder cannot be written."""
