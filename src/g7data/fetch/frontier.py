"""What is still to be asked, site by site, breadth first, each page once.

All of it lies on disk: a site may have more pages than fit into memory.
"""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from g7data.archive.ledger import Ledger
from g7data.sources import canonical_url
from g7data.sources.described import Role, Source
from g7data.sources.hosts import host_of

_SEEN, _WAITING = "seen", "waiting "  # shelves: pages that were ever lined up, and the tasks of each site


@dataclass(frozen=True, slots=True)
class Task:
    """An address to ask and what is expected there; `via` are the addresses that redirected to it, the first one first."""

    url: str
    role: Role
    source: Source
    via: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        """The address under which the page is known."""
        return canonical_url(self.url)

    @property
    def site(self) -> str:
        """The host that stands for all under which the same pages are served: they share one pace."""
        return host_of(self.canonical)


class Frontier:
    """Tasks of all sites, for one thread per site; it is over when nothing waits and nobody is at work.

    Whoever lines up the first tasks says by `finished` that they are all there. `at_last` is asked once, when nothing
    waits any more, for tasks that nothing led to.
    """

    def __init__(self, at_last: Callable[[], Iterable[Task]], on_new_site: Callable[[str], None]) -> None:
        self._at_last: Callable[[], Iterable[Task]] | None = at_last
        self._on_new_site = on_new_site
        self._ledger = Ledger()
        self._sources: dict[str, Source] = {}
        self._waiting: Counter[str] = Counter()
        self._number = 0  # of tasks that were ever lined up
        self._open = 1  # waiting or at work: whoever lines up the first tasks is
        self._stopped = False
        self._change = threading.Condition()

    def add(self, task: Task) -> bool:
        """Line a task up, unless its page was ever lined up before; gives whether it was.

        What a redirect leads to may be the same page in another form (https for http, a folder for its index file): that is
        asked, since the page was not there in the form before.
        """
        with self._change:
            return self._add(task)

    def has_seen(self, page: str) -> bool:
        """Whether a page, by its canonical address, was ever lined up."""
        return self._ledger.get(_SEEN, page) is not None

    def _add(self, task: Task) -> bool:
        page = task.canonical
        if self._stopped or not (self._ledger.add(_SEEN, page) or page in map(canonical_url, task.via)):
            return False
        site = task.site
        if site not in self._waiting:
            self._on_new_site(site)
        self._number += 1
        self._sources[task.source.source_id] = task.source
        self._ledger.put(_WAITING + site, f"{self._number:015}", _dump(task))
        self._waiting[site] += 1
        self._open += 1
        self._change.notify_all()
        return True

    def take(self, site: str) -> Task | None:
        """The next task of a site; waits for one, and gives None when all is over."""
        with self._change:
            while not self._stopped:
                if self._waiting[site]:
                    self._waiting[site] -= 1
                    return self._load(self._ledger.take_first(_WAITING + site))
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

    def waiting(self, site: str) -> int:
        """How many tasks wait for a site."""
        with self._change:
            return self._waiting[site]

    def _load(self, line: str | None) -> Task:
        url, role, source_id, *via = json.loads(line or "")
        return Task(url, role, self._sources[source_id], tuple(via))


def _dump(task: Task) -> str:
    return json.dumps([task.url, task.role, task.source.source_id, *task.via])
