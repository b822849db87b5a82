"""An end to runs that never would: after so many hours a run is ended, wherever it is."""

import faulthandler
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from g7data.errors import G7DataError

HOURS = 24.0
"""How long a run may take unless told otherwise: a first crawl at the publishers' paces takes most of a day."""
_AGAIN = 60.0  # seconds: where the first call was caught on the way, another one follows
_STANDARD_ERROR = 2
_GRACE = 900.0  # seconds: a process that no call reaches, as in the middle of a query, is then ended as by a kill


class TimeLimitReached(G7DataError):
    """A run took longer than it may."""


@contextmanager
def within(hours: float | None) -> Iterator[None]:
    """Raise `TimeLimitReached` in the block when so many hours have passed; None for ever. Only for the main thread.

    Where that is not heard, the whole process ends some minutes later, with the place where it was on standard error.
    """
    if hours is None:
        yield
        return

    rung = False

    def ring(*_: object) -> None:
        nonlocal rung
        rung = True
        raise _reached(hours)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, hours * 3600, _AGAIN)
    faulthandler.dump_traceback_later(hours * 3600 + _GRACE, exit=True, file=_STANDARD_ERROR)
    try:
        yield
    except Exception as error:
        if rung and not isinstance(error, TimeLimitReached):  # DuckDB, for one, ends a query with an error of its own
            raise _reached(hours) from error
        raise
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _reached(hours: float) -> TimeLimitReached:
    return TimeLimitReached(
        f"the run was ended after {hours:g} hours; what was fetched and extracted is kept: run it again to go on, "
        "or give it more time with --time-limit"
    )
