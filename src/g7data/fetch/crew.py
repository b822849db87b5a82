"""The threads of a run: one for each site, until there is nothing left to do or the run is over for all."""

import threading
from collections.abc import Callable

_LAST_ORDERS = 5.0  # seconds that threads have to come to an end when a run is interrupted


class Over(Exception):
    """The run is over, and a thread that slept is to come to an end."""


class Crew:
    """Threads that do `work` for a site each; `on_failure` is called when one of them fails."""

    def __init__(self, work: Callable[[str], None], on_failure: Callable[[], None]) -> None:
        self._work, self._on_failure = work, on_failure
        self._at_work = 0
        self._change = threading.Condition()
        self._over = threading.Event()
        self._failures: list[BaseException] = []

    def start(self, site: str) -> None:
        """Put a thread to work for a site."""
        with self._change:
            self._at_work += 1
        threading.Thread(target=self._run, args=(site,), name=f"fetch {site}", daemon=True).start()

    def sleep(self, seconds: float) -> None:
        """Let a thread wait; raises `Over` as soon as the run is over."""
        if self._over.wait(seconds):
            raise Over

    def wait(self) -> None:
        """Wait until all threads have ended; raises what one of them failed with."""
        self._wait(None)
        if self._failures:
            raise self._failures[0]

    def dismiss(self) -> None:
        """Wake up who sleeps, and wait for who is at work, but not for as long as a slow server may take."""
        self._over.set()
        self._wait(_LAST_ORDERS)

    def _wait(self, seconds: float | None) -> None:
        with self._change:  # `Thread.join` takes a thread for ended when it is interrupted itself
            self._change.wait_for(lambda: self._at_work == 0, seconds)

    def _run(self, site: str) -> None:
        try:
            self._work(site)
        except Over:
            return
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            self._failures.append(error)
            self._over.set()
            self._on_failure()
        finally:
            with self._change:
                self._at_work -= 1
                self._change.notify_all()
