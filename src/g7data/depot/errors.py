"""What can go wrong between machines."""

from g7data.errors import G7DataError


class DepotRefused(G7DataError):
    """An address did not give or take a file."""


class FileDiffers(G7DataError):
    """A file that was brought from elsewhere is not the one that was meant."""


class ExtractorDiffers(G7DataError):
    """A machine has another version of the extractor than the one that asks it."""
