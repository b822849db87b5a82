"""One crawl: from the index pages of the catalogue to every document they lead to, into the archive.

Hosts are asked side by side, each by one thread at its own pace; what comes is judged, kept, and read for further addresses
where it is an index. A crawl that was stopped goes on where it was: what it has fetched already is read from the archive.
Nothing that a page says makes the crawl ask a host that is not in the catalogue.
"""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from g7data.archive.exchanges import RunFile
from g7data.fetch.discovery import discover
from g7data.fetch.frontier import Frontier, Role, Task
from g7data.fetch.keeper import Keeper, Onward
from g7data.fetch.known import GONE, Known, Memory
from g7data.fetch.robots import Robots, read_robots
from g7data.fetch.session import Session, Unfetched
from g7data.fetch.tally import Tally
from g7data.fetch.wire import Limits
from g7data.sources import canonical_url
from g7data.sources.described import Source
from g7data.sources.hosts import host_of

_MOST_REDIRECTS = 5
_MOST_FAILURES = 5  # in a row, after which a host is left alone for this run
_AT_ONCE = ("no_connection", "asked_to_wait", "no_trust")  # failures after which it is so at once
_PORTS = (None, 80, 443)


class Progress(Protocol):
    """Who is told how far the crawl of a host is: addresses asked, and addresses known so far."""

    def __call__(self, host: str, *, asked: int, waiting: int) -> None:
        """Called by the host's own thread after each address."""


@dataclass(slots=True)
class _Host:
    """One host while it is crawled."""

    name: str
    session: Session
    robots: Robots
    asked: int = 0
    failures: int = 0
    given_up: str | None = None


def _hosts_of(source: Source) -> Iterator[str]:
    """The hosts of a source that may be asked: those it names, and those on which its indexes lie; none that only lie below."""
    for host in source.hosts:
        yield from (host, f"www.{host}")
    if source.crawl is not None:
        yield from (host_of(url) for url in (*source.crawl.indexes, *source.crawl.sitemaps, *source.crawl.feeds))


class Crawl:
    """One run of a crawl; `memory` is what the archive in `folder` tells of the runs before, `file` takes what comes.

    `limit` is the most requests of this run; `everything` asks documents too that were found unchanged lately.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        memory: Memory,
        folder: Path,
        file: RunFile,
        *,
        limit: int | None = None,
        everything: bool = False,
        limits: Limits | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._sources = [source for source in sources if source.crawl is not None]
        self._hosts = {host: source for source in self._sources for host in _hosts_of(source)}
        self._memory, self._file = memory, file
        self._left, self._cut = limit, False
        self._everything, self._now = everything, datetime.now(UTC)
        self._limits = limits or Limits()
        self.tally = Tally()
        self._keeper = Keeper(folder, file, self.tally, self._limits.size)
        self._progress = progress
        self._threads: list[threading.Thread] = []
        self._errors: list[BaseException] = []
        self._lock = threading.Lock()
        self._frontier = Frontier(self._known_documents)
        self._frontier.on_new_host = self._start

    def run(self) -> bool:
        """Crawl until everything is asked or the limit is reached; gives whether the crawl is whole.

        Raises what went wrong in the program itself; what goes wrong on the way to a page is in the archive and in `tally`.
        """
        try:
            for task in self._first_tasks():
                self._frontier.add(task)
            for thread in self._threads:  # grows while it is gone through
                while thread.is_alive():
                    thread.join(timeout=0.2)  # so that an interrupt comes through
        finally:
            self._frontier.stop()
            for thread in self._threads:
                thread.join()
        if self._errors:
            raise self._errors[0]
        whole = self._frontier.left == 0 and not self._cut
        for source in self._sources if whole else ():
            self._file.finish(datetime.now(UTC), source.source_id)
        return whole

    def may_ask(self, url: str) -> bool:
        """Whether an address lies on a host of the catalogue, by name and at an ordinary port."""
        try:
            parts = urlsplit(url)
            port, host = parts.port, parts.hostname or ""
        except ValueError:
            return False
        plain = parts.scheme in ("http", "https") and port in _PORTS and "@" not in parts.netloc
        return plain and host.lower() in self._hosts

    def _first_tasks(self) -> Iterator[Task]:
        for source in self._sources:
            assert source.crawl is not None  # noqa: S101 - sources without were left out
            for url in (*source.crawl.indexes, *source.crawl.sitemaps, *source.crawl.feeds):
                yield self._task(url, "index", source)

    def _known_documents(self) -> Iterator[Task]:
        """Documents that were asked before and that nothing leads to any more, but for those that were never there."""
        for known in list(self._memory.pages.values()):
            task = self._task_for((known.good or known.last).url)
            if (
                task is not None
                and task.role == "document"
                and (known.good is not None or known.last.status not in GONE)
            ):
                yield task

    def _task(self, url: str, role: Role, source: Source, redirects: int = 0) -> Task:
        return Task(url, host_of(url), role, source, redirects)

    def _task_for(self, url: str, redirects: int = 0) -> Task | None:
        """The task that an address makes, if it is one to be asked."""
        if not self.may_ask(url):
            return None
        source = self._hosts[host_of(url)]
        role = source.crawl.role_of(canonical_url(url)) if source.crawl is not None else None
        return None if role is None else self._task(url, role, source, redirects)

    def _start(self, host: str) -> None:
        thread = threading.Thread(target=self._work, args=(host,), name=f"fetch {host}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, name: str) -> None:
        """All tasks of one host, one after the other."""
        try:
            crawl = self._hosts[name].crawl
            with Session(crawl.delay if crawl is not None else 0.0, self._limits) as session:
                host: _Host | None = None
                while (task := self._frontier.take(name)) is not None:
                    try:
                        known = self._memory.pages.get(task.canonical)
                        done = self._memory.done.get(task.url) or self._memory.done.get(task.canonical)
                        if done is not None:
                            onward = self._keeper.recall(task, done, known)
                        elif self._can_wait(task, known):
                            self.tally.count(task, "not due")
                            onward = Onward()
                        else:
                            host = host or self._open_host(name, session, task)
                            onward = self._do(task, known, host)
                        self._go_on(task, onward)
                    finally:
                        self._frontier.finished()
                    if self._progress is not None:
                        asked = host.asked if host is not None else 0
                        self._progress(name, asked=asked, waiting=self._frontier.waiting(name))
        except BaseException as error:  # noqa: BLE001 - raised again by `run`, in the thread that waits
            self._errors.append(error)
            self._frontier.stop()

    def _open_host(self, name: str, session: Session, task: Task) -> _Host:
        robots = read_robots(session, task.url, may_ask=self.may_ask)
        session.delay = max(session.delay, robots.delay)
        if robots.reason is not None:
            self.tally.alarm(task.source, f"{name} is not asked: {robots.reason}")
        return _Host(name, session, robots)

    def _do(self, task: Task, known: Known | None, host: _Host) -> Onward:
        """Ask one address and keep what comes."""
        if host.given_up is not None:
            self.tally.count(task, "not asked", host.given_up)
        elif not host.robots.allows(task.url):
            self._keeper.fail(task, "forbidden", host.robots.reason or "robots.txt forbids it")
        elif self._take_one():
            host.asked += 1
            try:
                exchange = host.session.get(task.url, known.validators() if known is not None else None)
            except Unfetched as error:
                self._keeper.fail(task, error.code, str(error))
                self._count_failure(host, error.code, task)
            else:
                host.failures = 0
                return self._keeper.keep(task, exchange, known)
        return Onward()

    def _can_wait(self, task: Task, known: Known | None) -> bool:
        """Whether a document was found unchanged so lately that it need not be asked; indexes are asked each time."""
        if self._everything or task.role == "index" or task.redirects:
            return False
        return known is not None and not known.is_due(self._now)

    def _take_one(self) -> bool:
        """Count one request against the limit; at the limit everybody stops."""
        with self._lock:
            if self._left is None:
                return True
            if self._left > 0:
                self._left -= 1
                return True
            self._cut = True
        self._frontier.stop()
        return False

    def _count_failure(self, host: _Host, code: str, task: Task) -> None:
        host.failures += 1
        if code in _AT_ONCE or host.failures >= _MOST_FAILURES:
            host.given_up = code
            self.tally.alarm(task.source, f"{host.name} is left alone for this run: {code} after {host.asked} requests")

    def _go_on(self, task: Task, onward: Onward) -> None:
        """Line up what an answer leads to."""
        if onward.redirect is not None:
            self._follow(task, onward.redirect)
        if onward.page is not None:
            page = onward.page
            for found in discover(page.body, page.media_type, page.charset, page.url):
                following = self._task_for(found.address)
                if following is not None:
                    self._note_change(following, found.changed)
                    self._frontier.add(following)

    def _note_change(self, task: Task, changed: datetime | None) -> None:
        """Believe a sitemap or feed that says that a page has changed since it was last asked: it is due."""
        known = self._memory.pages.get(task.canonical)
        if changed is not None and known is not None and known.confirmed is not None and changed > known.confirmed:
            known.confirmed = None

    def _follow(self, task: Task, target: str) -> None:
        """Go where a redirect leads, if that is in the catalogue and not without end."""
        if task.redirects >= _MOST_REDIRECTS or target == task.url:
            self._keeper.fail(
                task, "redirects_without_end", f"after {task.redirects + 1} redirects it leads to {target}"
            )
        elif not self.may_ask(target):
            self._keeper.fail(task, "leaves_catalogue", f"it leads to {target}")
        else:
            source = self._hosts[host_of(target)]
            self._frontier.add(self._task(target, task.role, source, task.redirects + 1))
