"""What is tried again, and after how long: urllib3's retries, at the pace of a host and with an end to patience.

What may pass (too many requests, server errors, a connection that fails before the answer begins) is tried again, as the
host says in `Retry-After` or after longer and longer pauses with jitter, and never sooner than the host's own pace allows. What
will not pass is not.
"""

import random
import ssl
from collections.abc import Callable, Iterator
from typing import Any, Self

from urllib3.exceptions import HTTPError, InvalidHeader
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry

from g7data.fetch.wire import TooLarge, TooSlow

ATTEMPTS = 3
TRY_AGAIN = (429, 500, 502, 503, 504)
_LONGEST_WAIT = 120.0  # seconds; a host that wants to be left alone for longer is left alone for this run
_HOPELESS = (TooSlow, TooLarge, ssl.SSLCertVerificationError)


class AskedToWait(HTTPError):
    """The host wants to be left alone for longer than a run waits."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the host asked to be left alone for {seconds:,.0f} seconds")


class Patience(Retry):
    """Retries that wait by `wait`, which is given the seconds, and begin with pauses of `backoff_factor` seconds."""

    wait: Callable[[float], None]

    @classmethod
    def of(cls, pause: float, wait: Callable[[float], None]) -> Self:
        """Patience with pauses of this length at first, twice as long each time."""
        patience = cls(
            total=ATTEMPTS, redirect=False, status_forcelist=TRY_AGAIN, backoff_factor=pause, backoff_jitter=pause,
            raise_on_status=False, respect_retry_after_header=True,
        )  # fmt: skip
        patience.wait = wait
        return patience

    def new(self, **kwargs: Any) -> Self:
        """The patience that is left after an attempt."""
        left = super().new(**kwargs)
        left.wait = self.wait
        return left

    def increment(
        self, method: str | None = None, url: str | None = None, response: Any = None, error: Exception | None = None, *rest: Any, **named: Any
    ) -> Self:  # fmt: skip
        """Count an attempt; raises what it failed for where another one would be in vain."""
        if error is not None and any(isinstance(cause, _HOPELESS) for cause in causes_of(error)):
            raise error
        return super().increment(method, url, response, error, *rest, **named)

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:
        """Wait before the next attempt; raises `AskedToWait`."""
        told = self.get_retry_after(response) if response is not None else None
        if told is not None and told > _LONGEST_WAIT:
            raise AskedToWait(told)
        self.wait(told or self.get_backoff_time())

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """The seconds that `Retry-After` asks for, as a number or a date; None where it says neither."""
        try:
            return super().get_retry_after(response)
        except InvalidHeader:
            return None

    def get_backoff_time(self) -> float:
        """A pause that grows with the failures, the first one too."""
        pause = self.backoff_factor * 2 ** max(0, len(self.history) - 1)
        return float(min(self.backoff_max, pause + random.random() * self.backoff_jitter))  # noqa: S311 - no secret


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """An error and all that it was raised for, which urllib3 keeps in `reason`, in arguments and in the chain of causes."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [getattr(cause, "reason", None), *cause.args, cause.__cause__, cause.__context__]
