"""Short ways to look at a reading, and to make sure that reading comes to an end."""

import signal
from collections.abc import Callable
from typing import TypeVar

from g7data.reading import Kind, Reading

T = TypeVar("T")


def outline(reading: Reading) -> list[tuple[str, str]]:
    """The markers and words of all blocks but metadata."""
    return [(block.marker, reading.of(block)) for block in reading.blocks if block.kind is not Kind.META]


def words(reading: Reading) -> list[str]:
    """The words of all blocks but metadata."""
    return [text for _, text in outline(reading)]


def linked(reading: Reading) -> list[tuple[str, str]]:
    """The words and addresses of all links."""
    return [(reading.text[anchor.start : anchor.end], anchor.url) for anchor in reading.anchors]


class TookTooLong(AssertionError):
    """Something that takes linear time has not come back within many times that."""


def comes_back(action: Callable[[], T], seconds: int = 20) -> T:
    """What an action gives; fails, instead of hanging, where it does not come back in many times what it needs."""

    def give_up(*_: object) -> None:
        raise TookTooLong(f"no answer within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        return action()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
