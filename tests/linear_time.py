"""Judging by time that a long text is read in linear time, whatever else the machine is at."""

import time
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")

ROUNDS = 3
_LEAST = 0.02
"""Seconds: less than that is too little to be multiplied."""


def assert_quick(work: Callable[[], Given], seconds: float) -> Given:
    """What work gives; fails where it takes so much of the processor's time or more in each of a few rounds, of which a quick one is the last."""
    least = float("inf")
    for _ in range(ROUNDS):
        given, took = _timed(work)
        if took < seconds:
            return given
        least = min(least, took)
    raise AssertionError(f"it took {least:.2f} s, where {seconds:.2f} should be enough")


def assert_linear(work: Callable[[int], object], size: int, times: int) -> None:
    """Fail where work on so many times a size takes three times as long as it should, or longer."""
    work(size)  # what is made only once
    _, once = _timed(lambda: work(size))
    assert_quick(lambda: work(size * times), 3 * times * max(once, _LEAST))


def _timed(work: Callable[[], Given]) -> tuple[Given, float]:
    """What work gives, and the processor's time that it takes: waiting while others are at work does not count."""
    begun = time.process_time()
    given = work()
    return given, time.process_time() - begun
