"""What somebody should look at, source by source, told from what is known: also long after the run."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from g7data.fetch.known import GONE, Known
from g7data.fetch.memory import Memory
from g7data.fetch.tally import Tally
from g7data.sources.described import Crawl, Source
from g7data.sources.hosts import by_host, host_of, of_host


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands: documents known and still there, those gone, the last answer, the last change, and alarms.

    `under_floor` says that there are fewer documents than its file says there should be; `doubts` counts addresses by what is wrong
    with what came last.
    """

    source: Source
    documents: int
    gone: int
    last_success: datetime | None
    last_change: datetime | None
    under_floor: str | None
    doubts: Counter[str]

    @property
    def alarms(self) -> list[str]:
        """What somebody should look at, in words."""
        floor = [] if self.under_floor is None else [self.under_floor]
        return floor + [f"{_counted(n, 'page')}: {code}" for code, n in sorted(self.doubts.items())]


def standings(sources: Iterable[Source], memory: Memory) -> list[Standing]:
    """How each source stands."""
    sources = list(sources)
    hosts = by_host(sources)
    counts = {source.source_id: _Count(source.crawl) for source in sources}
    for known in memory.pages():
        source = of_host(host_of(known.url), hosts)
        if source is not None:
            counts[source.source_id].add(known)
    return [_standing(source, counts[source.source_id], memory) for source in sources]


def watch(sources: Iterable[Source], memory: Memory, tally: Tally, *, whole: bool) -> None:
    """Add the alarms of a run that has ended to its tally."""
    for standing in standings(sources, memory):
        source, crawl = standing.source, standing.source.crawl
        if crawl is None:
            continue
        told = tally.sources.get(source.source_id)
        if whole and standing.under_floor is not None and not (told is not None and told.given_up):
            tally.alarm(source, f"{standing.under_floor}: see whether its index pages still list them")
        lost = told.outcomes["gone"] if told is not None else 0
        if lost > crawl.lost_at_most:
            tally.alarm(
                source,
                f"{_counted(lost, 'page is', 'pages are')} gone at once, more than the {crawl.lost_at_most} that may be: see whether "
                "the site was rebuilt; their last captures stay in the dataset",
            )


@dataclass(slots=True)
class _Count:
    """What the pages of a source come to, counted one by one: there may be very many."""

    crawl: Crawl | None
    there: int = 0
    gone: int = 0
    success: datetime | None = None
    change: datetime | None = None
    doubts: Counter[str] = field(default_factory=Counter)

    def add(self, page: Known) -> None:
        if page.good is not None and (self.crawl is None or self.crawl.role_of(page.url) == "document"):
            self.gone += page.gone
            self.there += not page.gone
        self.success, self.change = _later(self.success, page.confirmed), _later(self.change, page.changed)
        if page.last.verdict is not None and not _may_be_missing(page, self.crawl):
            self.doubts[page.last.verdict] += 1


def _standing(source: Source, count: _Count, memory: Memory) -> Standing:
    crawl, there = source.crawl, count.there
    under_floor = None
    if crawl is not None and source.source_id in memory.finished and there < crawl.at_least:
        under_floor = f"{_counted(there, 'document is', 'documents are')} known, at least {crawl.at_least} should be"
    return Standing(source, there, count.gone, count.success, count.change, under_floor, count.doubts)


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((time for time in (one, other) if time is not None), default=None)


def _may_be_missing(page: Known, crawl: Crawl | None) -> bool:
    """Whether nothing is wrong where the server says that there is no such page: documents go, indexes are expected."""
    return page.last.status in GONE and (crawl is None or crawl.role_of(page.url) != "index")


def _counted(n: int, one: str, more: str | None = None) -> str:
    return f"{n:,} {one if n == 1 else more or one + 's'}"
