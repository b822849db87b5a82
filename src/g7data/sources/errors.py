"""What can go wrong with the catalogue of sources. Each error is named for the mistake and says what to do."""

from g7data.errors import G7DataError


class CatalogueError(G7DataError):
    """A file of the catalogue cannot be used; the message names the file, the key, what is wrong and what is right."""


class UnknownSource(G7DataError):
    """The catalogue has no source of this id."""
