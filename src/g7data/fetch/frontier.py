"""What is still to be asked, host by host, breadth first, each address once."""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from g7data.sources import canonical_url
from g7data.sources.described import Source

Role = Literal["index", "document"]


@dataclass(frozen=True, slots=True)
class Task:
    """An address to ask and what is expected there; `redirects` led to it."""

    url: str
    host: str
    role: Role
    source: Source
    redirects: int = 0

    @property
    def canonical(self) -> str:
        """The address under which the page is known."""
        return canonical_url(self.url)


class Frontier:
    """Tasks of all hosts, for one thread per host; it is over when nothing waits and nobody is at work.

    `at_last` is asked once, when nothing waits any more, for tasks that nothing led to.
    """

    def __init__(self, at_last: Callable[[], Iterable[Task]]) -> None:
        self._at_last: Callable[[], Iterable[Task]] | None = at_last
        self._queues: dict[str, deque[Task]] = {}
        self._seen: set[str] = set()
        self._open = 0  # waiting or at work
        self._stopped = False
        self._change = threading.Condition()
        self.on_new_host: Callable[[str], None] = lambda _host: None

    def add(self, task: Task) -> bool:
        """Line a task up, unless its address was ever lined up before; gives whether it was."""
        with self._change:
            return self._add(task)

    def _add(self, task: Task) -> bool:
        # what a redirect leads to may be known by the same canonical address: each form of it is asked once more
        name = task.url if task.redirects else task.canonical
        if name in self._seen or self._stopped:
            return False
        self._seen |= {name, task.canonical, task.url}
        if task.host not in self._queues:
            self._queues[task.host] = deque()
            self.on_new_host(task.host)
        self._queues[task.host].append(task)
        self._open += 1
        self._change.notify_all()
        return True

    def take(self, host: str) -> Task | None:
        """The next task of a host; waits for one, and gives None when all is over."""
        with self._change:
            while not self._stopped:
                if self._queues[host]:
                    return self._queues[host].popleft()
                if self._open == 0:
                    self._stopped = True
                    self._change.notify_all()
                    break
                self._change.wait()
            return None

    def finished(self) -> None:
        """A task that was taken is done with, and whatever it led to is lined up."""
        with self._change:
            self._open -= 1
            if self._open == 0 and self._at_last is not None and not self._stopped:
                tasks, self._at_last = self._at_last(), None
                for task in tasks:
                    self._add(task)
            self._change.notify_all()

    def stop(self) -> None:
        """Let everybody come to an end; what waits is left for the next run."""
        with self._change:
            self._stopped = True
            self._change.notify_all()

    @property
    def left(self) -> int:
        """How many tasks wait or are at work."""
        with self._change:
            return self._open

    def waiting(self, host: str) -> int:
        """How many tasks wait for a host."""
        with self._change:
            return len(self._queues[host])
