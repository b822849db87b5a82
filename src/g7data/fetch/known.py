"""What is known of every address from what was fetched so far: its last good capture, and how the last visit went.

Everything here follows from the archive (`archive.visits`); it is never kept elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from g7data.archive.visits import Visit
from g7data.sources import canonical_url
from g7data.sources.described import Source
from g7data.sources.hosts import by_host, host_of, of_host

GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_SHARE_OF_AGE = 0.1
_AT_LEAST, _AT_MOST = (
    timedelta(hours=20),
    timedelta(days=30),
)  # a daily refresh may begin a little earlier than the day before
_STALE = timedelta(days=7)  # a crawl that was broken off longer ago is not gone on with, but begun anew
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(slots=True)
class Known:
    """One address: `good` is the last capture that was believed, `last` the last visit of any kind, `changed` when it last differed."""

    url: str
    last: Visit
    good: Visit | None = None
    changed: datetime | None = None
    confirmed: datetime | None = None

    @property
    def gone(self) -> bool:
        """Whether a page that was there is not there any more."""
        return self.good is not None and self.last.status in GONE

    def is_due(self, now: datetime) -> bool:
        """Whether it is time to ask again: the longer a page has not changed, the longer it is trusted to stay as it is.

        That is the rule of thumb of HTTP itself (RFC 9111, section 4.2.2): a tenth of its age, from a day to a month. What went
        wrong the last time is always due.
        """
        good = self.good
        if good is None or self.confirmed is None or self.last.time > self.confirmed:
            return True
        settled = min(_modified(good) or good.time, self.changed or good.time)
        trusted = (self.confirmed - settled) * _SHARE_OF_AGE
        return now - self.confirmed >= min(max(trusted, _AT_LEAST), _AT_MOST)

    def validators(self) -> dict[str, str]:
        """The headers of a conditional request, which is answered without a body where nothing changed."""
        if self.good is None:
            return {}
        asked = {"If-None-Match": self.good.etag, "If-Modified-Since": self.good.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(slots=True)
class Memory:
    """All known addresses by their canonical form, what crawls that were broken off have fetched, and when each was last whole."""

    pages: dict[str, Known] = field(default_factory=dict)
    done: dict[str, Visit] = field(default_factory=dict)
    """Answers by the address asked, pages by the canonical one too: they are not asked again. What failed is."""
    finished: dict[str, datetime] = field(default_factory=dict)


def remember(visits: Iterable[Visit], sources: Iterable[Source], now: datetime | None = None) -> Memory:
    """Go through all visits in their order; `sources` tell whose pages a finished crawl has been through."""
    memory = Memory()
    hosts = by_host(sources)
    begun = (now or datetime.now(UTC)) - _STALE
    for visit in visits:
        if visit.kind == "finished":
            memory.finished[visit.url] = visit.time
            memory.done = {url: v for url, v in memory.done.items() if _source_id(url, hosts) != visit.url}
            continue
        url = canonical_url(visit.url)
        note_visit(memory.pages, url, visit)
        if visit.kind != "failure" and visit.time >= begun:
            memory.done[visit.url] = visit
            if visit.status not in REDIRECTS:
                memory.done.setdefault(url, visit)
    return memory


def _source_id(url: str, hosts: Mapping[str, Source]) -> str | None:
    source = of_host(host_of(url), hosts)
    return source.source_id if source is not None else None


def _modified(visit: Visit) -> datetime | None:
    """When the server says that the page was changed."""
    try:
        time = parsedate_to_datetime(visit.last_modified) if visit.last_modified else None
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time


def note_visit(pages: dict[str, Known], url: str, visit: Visit) -> None:
    """Take one more visit into account."""
    known = pages.get(url)
    if known is None:
        known = pages[url] = Known(url, visit)
    known.last = visit
    if visit.kind == "revisit":
        known.confirmed = visit.time
    elif visit.kind == "response" and visit.verdict is None and visit.status == HTTPStatus.OK:
        if known.good is None or known.good.digest != visit.digest:
            known.changed = visit.time
        known.good, known.confirmed = visit, visit.time
