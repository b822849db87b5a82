"""What can go wrong with a release. Each error is named for the mistake, and its message says what to do."""

from g7data.errors import G7DataError


class ContractIncomplete(G7DataError):
    """A schema lacks what a release must tell its readers: its name, its description, its key."""


class ColumnWithoutDescription(ContractIncomplete):
    """A column of a schema has no description, or no example."""


class StagedTableFaulty(G7DataError):
    """A staged table does not keep its contract; the classes below say in which way."""


class TableMissing(StagedTableFaulty):
    """The contract names a table that was not staged."""


class TableUnknown(StagedTableFaulty):
    """A table was staged that no contract names, and would be lost in silence."""


class TableUnreadable(StagedTableFaulty):
    """A staged file is not Parquet, or not whole."""


class ColumnsDiffer(StagedTableFaulty):
    """A staged table has other columns, or other types, than its contract."""


class RequiredValueMissing(StagedTableFaulty):
    """A column that may not be null holds nulls."""


class DuplicateKey(StagedTableFaulty):
    """Two rows of a table have the same key."""


class RenameFaulty(G7DataError):
    """An entry of the file of renames does not say what an entry must say, or not what the tables show."""


class NotAVersion(G7DataError):
    """A text is not a version such as 1.4.0."""


class VersionTooLow(G7DataError):
    """The version asked for is lower than the changes call for."""


class ReleaseExists(G7DataError):
    """The version was published before, and what is published is never changed."""


class ReleaseNotFound(G7DataError):
    """There is no such release in this place."""


class ReleaseWithdrawn(G7DataError):
    """The release was withdrawn, and so is neither sent to anybody nor made once more."""


class ReleaseDamaged(G7DataError):
    """A release is not whole, or its files do not agree with each other."""


class IndexUnreadable(G7DataError):
    """`index.json` is not what this program writes."""


class OutputBusy(G7DataError):
    """Another build is writing into the same output."""


class OutputNotWritable(G7DataError):
    """The output cannot be written."""


class KeyUnreadable(G7DataError):
    """A file is no key, or not one that can be used here."""


class TargetRefused(G7DataError):
    """A place did not take what was sent to it, or did not answer."""


class PublishedDifferently(G7DataError):
    """The version is there with other content, and what is published is never changed."""


class ReleaseIsPrivate(G7DataError):
    """A release that keeps texts which may not be passed on was to be passed on."""


class ChangelogUnreadable(G7DataError):
    """The changelog that was named is not there, or is not text."""
