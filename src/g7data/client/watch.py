"""Whoever waits for a download may watch it."""

import warnings
from typing import Protocol


class Watch(Protocol):
    """Is told how a download goes on."""

    def begins(self, name: str, there: int, size: int | None) -> None:
        """Say that a file is being fetched, that `there` bytes of it are here, and how many it has, if that is known."""

    def grows(self, name: str, there: int) -> None:
        """Say how many bytes of the file are here now."""

    def notes(self, remark: str) -> None:
        """Say something that the user should know, and that stops nothing."""


class Unwatched:
    """Nobody watches: remarks become warnings, the rest is silence."""

    def begins(self, name: str, there: int, size: int | None) -> None:
        """Say nothing."""

    def grows(self, name: str, there: int) -> None:
        """Say nothing."""

    def notes(self, remark: str) -> None:
        """Warn."""
        warnings.warn(remark, stacklevel=2)


UNWATCHED = Unwatched()
