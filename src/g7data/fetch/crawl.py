"""One crawl: from the index pages of the catalogue to every document they lead to, into the archive.

Sites are asked side by side, each by one thread at its own pace; what comes is judged, kept, and read for further addresses.
A crawl that was stopped goes on where it was: what it has fetched already is read from the archive. An index that is
broken today leads where it led when it was last good. What failed the last time is asked last, so that it cannot use up a
host's patience before the rest is asked.
"""

import threading
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from g7data.archive.exchanges import RunFile
from g7data.fetch.crew import Crew
from g7data.fetch.discovery import discover
from g7data.fetch.frontier import Frontier, Task
from g7data.fetch.keeper import Keeper, Onward, Page
from g7data.fetch.known import GONE, Known
from g7data.fetch.memory import Memory
from g7data.fetch.scope import Astray, Scope
from g7data.fetch.session import Session, Unfetched
from g7data.fetch.site import Origin, Site
from g7data.fetch.tally import Tally
from g7data.fetch.wire import Limits
from g7data.sources.described import Source


class Progress(Protocol):
    """Who is told how far the crawl of a site is: addresses asked, and addresses that wait."""

    def __call__(self, site: str, *, asked: int, waiting: int) -> None:
        """Called by the site's own thread after each address."""


class Crawl:
    """One run of a crawl; `memory` is what the archive in `folder` tells of the runs before, `file` takes what comes.

    `limit` is the most addresses that this run asks; `everything` asks documents too that are not due.
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
        self._scope = Scope(self._sources)
        self._memory, self._file = memory, file
        self._left, self._cut = limit, False
        self._everything, self._now = everything, datetime.now(UTC)
        self._limits = limits or Limits()
        self.tally = Tally()
        self._keeper = Keeper(folder, file, self.tally, self._limits.size)
        self._progress = progress
        self._sites: list[Site] = []
        self._lock = threading.Lock()
        self._crew = Crew(self._work, self._stop)
        self._frontier = Frontier(self._known_documents, self._crew.start)

    def run(self) -> bool:
        """Crawl until everything is asked or the limit is reached; gives whether that was all there is to ask.

        Raises what went wrong in the program itself; what goes wrong on the way to a page is in the archive and in `tally`.
        """
        try:
            for task in self._scope.first_tasks():
                self._frontier.add(task)
            self._frontier.finished()
            self._crew.wait()
        finally:
            self._frontier.stop()
            self._crew.dismiss()
        whole = self._frontier.left == 0 and not self._cut
        for source in self._sources if whole else ():
            self._file.finish(datetime.now(UTC), source.source_id)
        return whole

    @property
    def reached(self) -> bool:
        """Whether any host answered, or none had to be asked."""
        return any(site.reached for site in self._sites) or not any(site.tried for site in self._sites)

    def _stop(self) -> None:
        self._frontier.stop()

    def _known_documents(self) -> Iterator[Task]:
        """Documents that were asked before and that nothing leads to any more, but for those that were never there."""
        for known in self._memory.pages(unless=self._frontier.has_seen):
            task = self._scope.task_for((known.good or known.last).url)
            there = known.good is not None or known.last.status not in GONE
            if task is not None and task.role == "document" and there:
                yield task

    def _work(self, name: str) -> None:
        """All tasks of one site, one after the other."""
        with Session(0.0, self._limits, self._crew.sleep) as session:
            site = Site(session, self._scope.may_ask)
            self._sites.append(site)
            while (task := self._frontier.take(name)) is not None:
                session.delay = max(session.delay, self._scope.delay(task.url))
                try:
                    self._go_on(task, self._visit(task, site))
                finally:
                    self._frontier.finished()
                if self._progress is not None:
                    self._progress(name, asked=site.asked, waiting=self._frontier.waiting(name))

    def _visit(self, task: Task, site: Site) -> Onward:
        """What becomes of one address: it is remembered, left for later, or asked."""
        source_id, known = task.source.source_id, self._memory.page(task.canonical)
        answer = self._memory.answer(source_id, task.url, known)
        if answer is not None:
            return self._keeper.recall(task, answer, known)
        follow = task.role == "index" or self._memory.is_unfinished(source_id, known)
        page = self._keeper.last_page(known) if follow else None
        if self._can_wait(task, known):
            self.tally.count(task, "not due")
            return Onward(page=page)
        if follow and known is not None and page is None:
            known = Known(known.url, known.last)  # its capture cannot be read: it is asked as if it were new
        return self._do(task, known, page, site)

    def _can_wait(self, task: Task, known: Known | None) -> bool:
        """Whether a document was found unchanged so lately that it need not be asked; indexes are asked each time."""
        if self._everything or task.role == "index" or task.via:
            return False
        return self._memory.is_settled(known, self._now)

    def _do(self, task: Task, known: Known | None, page: Page | None, site: Site) -> Onward:
        """Ask one address, if that is allowed, and keep what comes."""
        origin = site.known(task.url)
        if origin is None:
            origin = self._open(task, site)
        if origin.given_up is not None:
            self._keeper.leave(task, origin.given_up, origin.reason, known)
            return Onward()
        if not origin.robots.allows(task.url):
            self._keeper.forbid(task, "robots.txt forbids it", known)
            return Onward()
        if not self._take_one():
            return Onward()
        try:
            exchange = site.get(origin, task.url, known.validators() if known is not None else {})
        except Unfetched as error:
            self._keeper.fail(task, error.code, str(error))
            return Onward(page=page)
        finally:
            if origin.given_up is not None:
                self.tally.give_up(task, origin.given_up, origin.reason)
        return self._keeper.keep(task, exchange, known, page)

    def _open(self, task: Task, site: Site) -> Origin:
        """Read robots.txt, and line up those of its sitemaps that the catalogue takes for indexes."""
        origin = site.open(task.url)
        if origin.given_up is not None:
            self.tally.give_up(task, origin.given_up, origin.reason)
        self._line_up(filter(None, map(self._scope.task_for, origin.robots.sitemaps)))
        return origin

    def _take_one(self) -> bool:
        """Count one address against the limit; at the limit everybody stops."""
        with self._lock:
            if self._left is None:
                return True
            if self._left > 0:
                self._left -= 1
                return True
            self._cut = True
        self._frontier.stop()
        return False

    def _go_on(self, task: Task, onward: Onward) -> None:
        """Line up what an answer leads to."""
        if onward.redirect is not None:
            try:
                self._frontier.add(self._scope.redirected(task, onward.redirect))
            except Astray as error:
                self._keeper.fail(task, error.code, str(error))
        if onward.page is not None:
            self._line_up(self._linked(onward.page))

    def _linked(self, page: Page) -> Iterator[Task]:
        for found in discover(page.body, page.media_type, page.charset, page.url):
            task = self._scope.task_for(found.address)
            if task is not None:
                if found.changed is not None:
                    self._memory.hear(task.canonical, found.changed)
                yield task

    def _line_up(self, tasks: Iterable[Task]) -> None:
        """Line up tasks, but for documents that failed the last time: those come last, with all that is known."""
        for task in tasks:
            page = task.canonical
            if not self._frontier.has_seen(page) and (task.role == "index" or not self._memory.has_failed(page)):
                self._frontier.add(task)
