"""What somebody should look at, source by source, told from what is known: also long after the run."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from g7data.fetch.known import GONE, Known, Memory
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
    pages: dict[str, list[Known]] = {}
    for known in memory.pages.values():
        source = of_host(host_of(known.url), hosts)
        if source is not None:
            pages.setdefault(source.source_id, []).append(known)
    return [_standing(source, pages.get(source.source_id, []), memory) for source in sources]


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


def _standing(source: Source, pages: list[Known], memory: Memory) -> Standing:
    crawl = source.crawl
    documents = [p for p in pages if p.good is not None and (crawl is None or crawl.role_of(p.url) == "document")]
    there = sum(1 for p in documents if not p.gone)
    under_floor = None
    if crawl is not None and source.source_id in memory.finished and there < crawl.at_least:
        under_floor = f"{_counted(there, 'document is', 'documents are')} known, at least {crawl.at_least} should be"
    return Standing(
        source,
        there,
        len(documents) - there,
        max((p.confirmed for p in pages if p.confirmed is not None), default=None),
        max((p.changed for p in pages if p.changed is not None), default=None),
        under_floor,
        Counter(p.last.verdict for p in pages if p.last.verdict is not None and not _may_be_missing(p, crawl)),
    )


def _may_be_missing(page: Known, crawl: Crawl | None) -> bool:
    """Whether nothing is wrong where the server says that there is no such page: documents go, indexes are expected."""
    return page.last.status in GONE and (crawl is None or crawl.role_of(page.url) != "index")


def _counted(n: int, one: str, more: str | None = None) -> str:
    return f"{n:,} {one if n == 1 else more or one + 's'}"
