"""What somebody should look at, source by source, told from what is known: also long after the run."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from g7data.fetch.known import Known, Memory
from g7data.fetch.tally import Tally
from g7data.sources.described import Source
from g7data.sources.hosts import by_host, host_of, of_host


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands: documents known and still there, those gone, the last answer, the last change, and alarms."""

    source: Source
    documents: int
    gone: int
    last_success: datetime | None
    last_change: datetime | None
    last_whole: datetime | None
    alarms: list[str]


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
        for alarm in standing.alarms if whole else []:
            tally.alarm(source, alarm)
        told = tally.sources.get(source.source_id)
        lost = told.outcomes["gone"] if told is not None else 0
        if lost > crawl.lost_at_most:
            tally.alarm(source, f"{lost} documents are gone at once, more than the {crawl.lost_at_most} that may be")


def _standing(source: Source, pages: list[Known], memory: Memory) -> Standing:
    crawl = source.crawl
    documents = [p for p in pages if p.good is not None and (crawl is None or crawl.role_of(p.url) == "document")]
    there = sum(1 for p in documents if not p.gone)
    alarms: list[str] = []
    if crawl is not None and source.source_id in memory.finished and there < crawl.at_least:
        alarms.append(f"{there} documents are known, at least {crawl.at_least} should be")
    doubts = Counter(p.last.verdict for p in pages if p.last.verdict is not None and not p.gone)
    alarms += [f"{n} {'address' if n == 1 else 'addresses'}: {code}" for code, n in sorted(doubts.items())]
    return Standing(
        source,
        there,
        len(documents) - there,
        max((p.confirmed for p in pages if p.confirmed is not None), default=None),
        max((p.changed for p in pages if p.changed is not None), default=None),
        memory.finished.get(source.source_id),
        alarms,
    )
