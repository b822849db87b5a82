"""What a run came to, source by source, and what somebody should look at."""

import threading
from collections import Counter
from dataclasses import dataclass, field

from g7data.fetch.frontier import Task
from g7data.sources.described import Source
from g7data.sources.hosts import host_of

OUTCOMES = (
    "new",
    "changed",
    "unchanged",
    "not due",
    "gone",
    "gone before",
    "moved",
    "missing",
    "doubted",
    "failed",
    "forbidden",
    "not asked",
    "fetched before",
)
"""What can become of an address, in the order in which it is told."""
_EXAMPLES = 5


@dataclass(slots=True)
class Told:
    """One source in a run: addresses by outcome, and by code where something is wrong, with some examples."""

    outcomes: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    alarms: list[str] = field(default_factory=list)
    given_up: set[str] = field(default_factory=set)


class Tally:
    """Counts for all sources; several threads may count."""

    def __init__(self) -> None:
        self.sources: dict[str, Told] = {}
        self._lock = threading.Lock()

    def count(self, task: Task, outcome: str, code: str | None = None, reason: str = "") -> None:
        """Count an address; `code` and `reason` say what is wrong with it."""
        with self._lock:
            told = self.sources.setdefault(task.source.source_id, Told())
            told.outcomes[outcome] += 1
            if code is not None:
                told.codes[code] += 1
                examples = told.examples.setdefault(code, [])
                if len(examples) < _EXAMPLES:
                    examples.append((task.url, reason))

    def alarm(self, source: Source, message: str) -> None:
        """Say what somebody should look at."""
        with self._lock:
            self.sources.setdefault(source.source_id, Told()).alarms.append(message)

    def give_up(self, task: Task, code: str, reason: str) -> None:
        """Say once that the host of a task is left alone for this run."""
        host = host_of(task.url)
        with self._lock:
            told = self.sources.setdefault(task.source.source_id, Told())
            if host not in told.given_up:
                told.given_up.add(host)
                told.alarms.append(f"{host} is left alone until the next run: {code}, {reason}")

    def total(self, outcome: str) -> int:
        """How many addresses of all sources came to an outcome."""
        return sum(told.outcomes[outcome] for told in self.sources.values())
