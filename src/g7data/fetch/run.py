"""A run of the fetcher over an archive folder: what was left open is closed, the crawl begun or gone on with, the file closed."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from g7data.archive.errors import OutputNotWritable
from g7data.archive.exchanges import RunFile, close_leftovers
from g7data.errors import G7DataError
from g7data.fetch.alarms import watch
from g7data.fetch.crawl import Crawl, Progress
from g7data.fetch.memory import remembered
from g7data.fetch.tally import Tally
from g7data.fetch.wire import Limits
from g7data.sources.described import Source


class FetchingElsewhere(G7DataError):
    """Another run is fetching into the same archive."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a run came to: its file, what became of every address, and how long it took in seconds.

    `whole` says that there is nothing left to ask; `reached`, that any host answered; `resumed` counts the answers of an
    earlier run that was broken off.
    """

    path: Path
    tally: Tally
    whole: bool
    reached: bool
    resumed: int
    seconds: float


def fetch(
    folder: Path,
    sources: Iterable[Source],
    *,
    limit: int | None = None,
    everything: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Fetch the pages of sources into the archive folder: all that is new or due, at most `limit` addresses.

    A document is due when it was not asked for a tenth of the time since it last changed, from a day to a month; `everything`
    asks all of them.

    Raises `FetchingElsewhere`, `OutputNotWritable`. What goes wrong on the way to a page is told by the result, never raised.
    """
    began = time.monotonic()
    chosen = list(sources)
    with _alone(folder):
        close_leftovers(folder)
        file = RunFile(folder, datetime.now(UTC))
        try:
            with remembered(folder, chosen) as memory:
                crawl = Crawl(
                    chosen, memory, folder, file, limit=limit, everything=everything, limits=limits, progress=progress
                )
                ended, reached, tally = crawl.run(), crawl.reached, crawl.tally
        finally:
            path = file.close()
        with remembered(folder, chosen) as memory:
            watch(chosen, memory, tally, whole=ended)
    whole = ended and not tally.total("not asked")
    return Fetched(path, tally, whole, reached, tally.total("fetched before"), time.monotonic() - began)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / ".fetching")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise FetchingElsewhere(f"another run is fetching into {folder}; wait until it has ended") from error
    except OSError as error:
        raise OutputNotWritable(f"{folder} cannot be written: {error.strerror or error}") from error
    try:
        yield
    finally:
        lock.release()
