"""Where an archive file lies that comes from elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A WARC file elsewhere: its address, and a mark of its content there; without one, nobody can tell whether it has changed."""

    address: str
    mark: str
