"""What is known of every address from what was fetched so far: its last good capture, and how the last visit went.

Everything here follows from the archive (`archive.visits`); it is never kept elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from g7data.archive.visits import Visit
from g7data.fetch.redirects import REDIRECTS, target_of
from g7data.sources import canonical_url
from g7data.sources.described import Source
from g7data.sources.hosts import by_host, host_of, of_host

GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
NOT_ASKED = "not_asked"
"""The verdict on a document that was found, but whose host was left alone by then."""
_GOOD = (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION)
_SHARE_OF_AGE = 0.1
_AT_LEAST = timedelta(hours=20)  # a daily refresh may begin a little earlier than the day before
_AT_MOST = timedelta(days=30)
_STALE = timedelta(days=7)  # what a crawl that was broken off fetched longer ago is asked again


@dataclass(slots=True)
class Known:
    """One address: `good` is the last capture that was believed, `last` the last visit of any kind.

    `changed` is when it last differed, `confirmed` when it was last there as it should be, `missing` since when the server
    says that there is no such page.
    """

    url: str
    last: Visit
    good: Visit | None = None
    changed: datetime | None = None
    confirmed: datetime | None = None
    missing: datetime | None = None

    @property
    def gone(self) -> bool:
        """Whether a page that was there is not there any more."""
        return self.good is not None and self.last.status in GONE

    @property
    def failed(self) -> bool:
        """Whether nothing came the last time, or the server was not up to answering."""
        status = self.last.status
        if status is None:
            return self.last.verdict != NOT_ASKED
        return status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in (401, 403, 429)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time to ask again: the longer a page has not changed, the longer it is trusted to stay as it is.

        That is the rule of thumb of HTTP itself (RFC 9111, section 4.2.2): a tenth of its age, from a day to a month; the same
        for one that is not there. What went wrong in any other way the last time is always due.
        """
        if self.missing is not None and self.last.status in GONE:
            return now - self.last.time >= _trusted(self.last.time - self.missing)
        good = self.good
        if good is None or self.confirmed is None or self.last.time > self.confirmed:
            return True
        settled = min(_modified(good) or good.time, self.changed or good.time)
        return now - self.confirmed >= _trusted(self.confirmed - settled)

    def validators(self) -> dict[str, str]:
        """The headers of a conditional request, which is answered without a body where nothing changed."""
        if self.good is None:
            return {}
        asked = {"If-None-Match": self.good.etag, "If-Modified-Since": self.good.last_modified}
        return {name: value for name, value in asked.items() if value}

    def note(self, visit: Visit) -> None:
        """Take one more visit into account."""
        self.last = visit
        good = self.good
        if visit.status in GONE and visit.kind == "response":
            self.missing = self.missing or visit.time
        elif visit.kind == "revisit" and good is not None and visit.digest == good.digest:
            self.confirmed, self.missing = visit.time, None
            if visit.status != HTTPStatus.NOT_MODIFIED:  # the same page, perhaps under new validators
                self.good = replace(good, etag=visit.etag, last_modified=visit.last_modified)
        elif visit.kind == "response" and visit.verdict is None and visit.status in _GOOD:
            if good is None or (good.body or good.digest) != (visit.body or visit.digest):
                self.changed = visit.time
            self.good, self.confirmed, self.missing = visit, visit.time, None


@dataclass(slots=True)
class Memory:
    """All known addresses by their canonical form, what crawls that are not whole have fetched, and when each was last whole.

    `unfinished` holds, source by source, the answers since the crawl was last whole, by the address asked, and pages by the canonical
    one too. `stale` is when an answer came too long ago to count.
    """

    stale: datetime
    pages: dict[str, Known] = field(default_factory=dict)
    unfinished: dict[str, dict[str, Visit]] = field(default_factory=dict)
    finished: dict[str, datetime] = field(default_factory=dict)

    def answer(self, source_id: str, url: str) -> Visit | None:
        """What a crawl that was broken off got for an address, so that it is not asked again; a failure does not count."""
        done = self.unfinished.get(source_id, {})
        visit = done.get(url) or done.get(canonical_url(url))
        return visit if visit is not None and visit.time >= self.stale else None

    def is_unfinished(self, source_id: str, url: str) -> bool:
        """Whether a page was fetched by a crawl that was broken off, so that nobody may have gone where it leads."""
        return url in self.unfinished.get(source_id, ())

    def hear(self, url: str, changed: datetime) -> None:
        """Believe a sitemap or feed that says that a page has changed since it was last asked: it is due."""
        known = self.pages.get(url)
        if known is not None and known.confirmed is not None and changed > known.confirmed:
            known.confirmed = None

    def is_settled(self, url: str, now: datetime) -> bool:
        """Whether a page need not be asked yet; one that has moved waits with the page that it moved to."""
        seen: set[str] = set()
        known = self.pages.get(url)
        while known is not None and known.last.status in REDIRECTS and known.last.location and known.url not in seen:
            seen.add(known.url)
            known = self.pages.get(canonical_url(target_of(known.last.url, known.last.location)))
        return known is not None and known.last.status not in REDIRECTS and not known.is_due(now)

    def note(self, visit: Visit, source_id: str) -> None:
        """Take one more visit to a page of a source into account."""
        url = canonical_url(visit.url)
        url = visit.url if url == visit.url else url  # one string for both: there may be very many
        known = self.pages.get(url)
        if known is None:
            known = self.pages[url] = Known(url, visit)
        known.note(visit)
        if visit.kind != "failure":
            done = self.unfinished.setdefault(source_id, {})
            done[visit.url] = visit
            if visit.status not in REDIRECTS:
                done.setdefault(url, visit)


def remember(visits: Iterable[Visit], sources: Iterable[Source], now: datetime | None = None) -> Memory:
    """Go through all visits in their order, but for those to hosts of no source."""
    memory = Memory((now or datetime.now(UTC)) - _STALE)
    hosts = by_host(sources)
    whose: dict[str, str | None] = {}
    for visit in visits:
        if visit.kind == "finished":
            memory.finished[visit.url] = visit.time
            memory.unfinished.pop(visit.url, None)
            continue
        host = host_of(visit.url)
        if host not in whose:
            source = of_host(host, hosts)
            whose[host] = source.source_id if source is not None else None
        source_id = whose[host]
        if source_id is not None:
            memory.note(visit, source_id)
    return memory


def _trusted(age: timedelta) -> timedelta:
    return min(max(age * _SHARE_OF_AGE, _AT_LEAST), _AT_MOST)


def _modified(visit: Visit) -> datetime | None:
    """When the server says that the page was changed."""
    try:
        time = parsedate_to_datetime(visit.last_modified) if visit.last_modified else None
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time
