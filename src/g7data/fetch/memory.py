"""All known addresses by their canonical form, what crawls that are not whole have fetched, and when each was last whole.

All of it follows from the archive (`archive.visits`). The ledger beside the archive's files only spares reading them twice: it
says of which files it was made, and by which code; where anything of that does not fit, it is made anew.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from g7data.archive.ledger import Ledger, LedgerUnusable
from g7data.archive.visits import Visit, read_visits, run_files
from g7data.fetch.known import Known, dump_known, load_known, moved_to
from g7data.fetch.redirects import REDIRECTS, target_of
from g7data.sources import canonical_url
from g7data.sources.described import Source
from g7data.sources.hosts import by_host, host_of, of_host

LEDGER = ".known.sqlite"
_STALE = timedelta(days=7)  # what a crawl that was broken off fetched longer ago is asked again
_PAGES, _FAILED = "page", "failed"  # shelves by canonical address: what is known, and what failed the last time
_MOVES, _FINISHED = "move", "finished"  # by the address as it was asked; by source
_FILES, _MADE_BY = "file", "made by"  # what a ledger was made of
_HEARD = "heard"  # by canonical address, for this run alone
_CODE = ("archive", "fetch", "sources")  # rooms that decide what is read from an archive file
_PARSERS = ("fastwarc", "idna")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address was answered with, and when: a page, or `location`, as the server wrote it."""

    time: datetime
    location: str | None = None


class Memory:
    """What is known of the addresses on the hosts of some sources.

    What a crawl that was broken off fetched before `stale` does not count any more.
    """

    def __init__(self, ledger: Ledger, sources: Iterable[Source], now: datetime | None = None) -> None:
        self._ledger, self._hosts = ledger, by_host(sources)
        self._ours: dict[str, bool] = {}  # by scheme, host and port: looked at for every link
        self._stale = (now or datetime.now(UTC)) - _STALE
        self._heard, self._any_heard = Ledger(), False
        self.finished = {name: datetime.fromisoformat(time) for name, time in ledger.entries(_FINISHED)}

    def page(self, url: str) -> Known | None:
        """What is known of a canonical address."""
        line = self._ledger.get(_PAGES, url) if self._is_ours(url) else None
        if line is None:
            return None
        known = load_known(url, line)
        if self._any_heard and self._heard.get(_HEARD, url) is not None:
            known.confirmed = None
        return known

    def pages(self, *, unless: Callable[[str], bool] | None = None) -> Iterator[Known]:
        """All that is known, but for the addresses of which `unless` holds, in the order of addresses."""
        for url, line in self._ledger.entries(_PAGES):
            if self._is_ours(url) and not (unless is not None and unless(url)):
                yield load_known(url, line)

    def has_failed(self, url: str) -> bool:
        """Whether nothing came from a canonical address the last time, or the server was not up to answering."""
        return self._ledger.get(_FAILED, url) is not None

    def answer(self, source_id: str, url: str, known: Known | None) -> Answer | None:
        """What a crawl that was broken off got for an address, of whose page this much is known; a failure does not count."""
        if known is None or not self._is_open(source_id, known.last.time):
            return None
        move = self._ledger.get(_MOVES, url)
        answer = None if move is None else _load_move(move)
        if known.answered is not None and (answer is None or known.answered > answer.time):
            answer = Answer(known.answered)
        if answer is None or answer.time < self._stale or not self._is_open(source_id, answer.time):
            return None
        return answer

    def is_unfinished(self, source_id: str, known: Known | None) -> bool:
        """Whether a page was fetched by a crawl that was broken off, so that nobody may have gone where it leads."""
        return known is not None and known.answered is not None and self._is_open(source_id, known.answered)

    def hear(self, url: str, changed: datetime) -> None:
        """Believe a sitemap or feed that says that a page has changed since it was last asked: it is due."""
        known = self.page(url)
        if known is not None and known.confirmed is not None and changed > known.confirmed:
            self._heard.add(_HEARD, url)
            self._any_heard = True

    def is_settled(self, known: Known | None, now: datetime) -> bool:
        """Whether a page need not be asked yet; one that has moved waits with the page that it moved to."""
        seen: set[str] = set()
        while known is not None and known.moved_to is not None and known.url not in seen:
            seen.add(known.url)
            known = self.page(canonical_url(target_of(known.last.url, known.moved_to)))
        return known is not None and known.last.status not in REDIRECTS and not known.is_due(now)

    def _is_open(self, source_id: str, time: datetime) -> bool:
        """Whether the crawl in which something came at this time has not been whole since."""
        whole = self.finished.get(source_id)
        return whole is None or time > whole

    def _is_ours(self, url: str) -> bool:
        site = url[: url.find("/", len("https://"))]
        if site not in self._ours:
            self._ours[site] = of_host(host_of(url), self._hosts) is not None
        return self._ours[site]


@contextmanager
def remembered(folder: Path, sources: Iterable[Source], now: datetime | None = None) -> Iterator[Memory]:
    """What the archive in a folder tells of the hosts of these sources.

    Files are gone through that were not when the ledger beside them was last written. Where it cannot be (an archive that can
    only be read, or another program that is writing), all are gone through for this time alone.
    """
    ledger = _up_to_date(folder, run_files(folder))
    try:
        yield Memory(ledger, sources, now)
    finally:
        ledger.close()


def note(ledger: Ledger, visit: Visit) -> None:
    """Take one more visit into account; they come in their order."""
    if visit.kind == "finished":
        ledger.put(_FINISHED, visit.url, visit.time.isoformat())
        return
    url = canonical_url(visit.url)
    line = ledger.get(_PAGES, url)
    known = Known(url, visit) if line is None else load_known(url, line)
    known.note(visit)
    ledger.put(_PAGES, url, dump_known(known))
    if known.failed:
        ledger.add(_FAILED, url)
    elif line is not None:
        ledger.remove(_FAILED, url)
    location = moved_to(visit)
    if location is not None:
        ledger.put(_MOVES, visit.url, json.dumps([visit.time.isoformat(), location]))


def _load_move(line: str) -> Answer:
    time, location = json.loads(line)
    return Answer(datetime.fromisoformat(time), location)


def _up_to_date(folder: Path, runs: list[Path]) -> Ledger:
    if runs:
        with suppress(LedgerUnusable):
            return _with_all(Ledger(folder / LEDGER), runs)
    return _with_all(Ledger(), runs)


def _with_all(ledger: Ledger, runs: list[Path]) -> Ledger:
    """Read into a ledger what it does not know yet."""
    if _unread(ledger, runs):
        with ledger.changes():
            _read(ledger, runs, _unread(ledger, runs))  # asked again: another program may have been quicker
    ledger.hold()
    return ledger


def _read(ledger: Ledger, runs: list[Path], unread: list[Path]) -> None:
    if unread == runs:
        ledger.clear()
        ledger.put(_MADE_BY, _MADE_BY, _code())
    for path in unread:
        stamp = _stamp(path)
        for visit in read_visits(path):
            note(ledger, visit)
        ledger.put(_FILES, path.name, stamp)


def _unread(ledger: Ledger, runs: list[Path]) -> list[Path]:
    """The files that a ledger does not know yet; all of them, where it was made of others, in another order, or by other code."""
    known = list(ledger.entries(_FILES))
    fits = ledger.get(_MADE_BY, _MADE_BY) == _code()
    return runs[len(known) :] if fits and known == [(path.name, _stamp(path)) for path in runs[: len(known)]] else runs


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


@cache
def _code() -> str:
    """What stands for the code and the catalogue that decide what is known of a visit."""
    digest = hashlib.sha256(" ".join(map(version, _PARSERS)).encode())
    for room in _CODE:
        parts = (part for part in files("g7data").joinpath(room).iterdir() if part.name.endswith((".py", ".toml")))
        for part in sorted(parts, key=lambda part: part.name):
            digest.update(part.name.encode() + part.read_bytes())
    return digest.hexdigest()[:12]
