"""Where a run may go: the hosts of its sources by name, and what an address on them is to the crawl.

Nothing that a page or an answer says widens it. A host of the catalogue is trusted to be its publisher's, whatever address
its name resolves to; no other name and no number is asked, so that no page can lead to the inside of a network.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from g7data.fetch.frontier import Task
from g7data.fetch.redirects import target_of
from g7data.sources import canonical_url
from g7data.sources.described import Crawl, Source
from g7data.sources.hosts import host_of

_MOST_REDIRECTS = 5
_PORTS = {"http": (None, 80), "https": (None, 443)}


class Astray(Exception):
    """A redirect leads where a run does not go; `code` says in a word or two why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Scope:
    """The sources of a run, and their hosts."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._crawls = [(source, source.crawl) for source in sources if source.crawl is not None]
        self._hosts = {host: (source, crawl) for source, crawl in self._crawls for host in _hosts_of(source, crawl)}

    def may_ask(self, url: str) -> bool:
        """Whether an address lies on a host of the catalogue, by name and at the port of its scheme."""
        try:
            parts = urlsplit(url)
            port, host = parts.port, parts.hostname or ""
        except ValueError:
            return False
        return port in _PORTS.get(parts.scheme, ()) and "@" not in parts.netloc and host in self._hosts

    def delay(self, url: str) -> float:
        """The seconds between two requests that the catalogue says for an address that may be asked."""
        return self._hosts[host_of(url)][1].delay

    def first_tasks(self) -> Iterator[Task]:
        """Where all crawls begin."""
        for source, crawl in self._crawls:
            for url in _beginnings(crawl):
                yield Task(url, "index", source)

    def task_for(self, url: str) -> Task | None:
        """The task that an address makes, if it is one to be asked.

        An http link to a site that the catalogue knows by https is asked by https: old pages link so, and the site would send us on.
        """
        if not self.may_ask(url):
            return None
        source, crawl = self._hosts[host_of(url)]
        role = crawl.role_of(canonical_url(url))
        if role is None:
            return None
        return Task(_secure(url) if _by_https(crawl) else url, role, source)

    def redirected(self, task: Task, location: str) -> Task:
        """The task that a redirect makes of one; raises `Astray`."""
        target, via = target_of(task.url, location), (*task.via, task.url)
        if len(via) > _MOST_REDIRECTS or target in via:
            raise Astray("redirects_without_end", f"after {len(via)} redirects it leads to {target}")
        if not self.may_ask(target):
            raise Astray("leaves_catalogue", f"it leads to {target}")
        source, crawl = self._hosts[host_of(target)]
        if any(pattern.search(canonical_url(target)) for pattern in crawl.never):
            raise Astray("forbidden", f"it leads to {target}, which the catalogue leaves alone")
        return Task(target, task.role, source, via)


def _hosts_of(source: Source, crawl: Crawl) -> Iterator[str]:
    """The hosts of a source that may be asked: those it names, and those where it begins; none that only lie below."""
    for host in source.hosts:
        yield from (host, f"www.{host}")
    yield from map(host_of, _beginnings(crawl))


def _beginnings(crawl: Crawl) -> tuple[str, ...]:
    return (*crawl.indexes, *crawl.sitemaps, *crawl.feeds)


def _by_https(crawl: Crawl) -> bool:
    return all(url.startswith("https:") for url in _beginnings(crawl))


def _secure(url: str) -> str:
    parts = urlsplit(url)
    return url if parts.scheme == "https" else parts._replace(scheme="https", netloc=parts.hostname or "").geturl()
