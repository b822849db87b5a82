"""What the sources have in common: how much is read at once, how long is waited, and how they say that it went wrong."""

CHUNK = 1 << 18
"""Bytes read at a time."""
PATIENCE = 30.0
"""Seconds without a byte after which a source counts as silent."""


class Absent(Exception):
    """There is no such file at the source."""


class Interrupted(Exception):
    """The source did not answer, or broke off; it may be asked again."""


class Denied(Exception):
    """The source answered that it will not give the file; asking again does not help."""
