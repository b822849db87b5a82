"""A mirror of Common Crawl, at any fsspec address: the public one, a bucket, or a folder of the same layout."""

import gzip
import time
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from g7data.addresses import connect
from g7data.commoncrawl.errors import CrawlNotFound, NotReachable

PUBLIC = "https://data.commoncrawl.org/"
"""Common Crawl's own mirror, open to all."""
_AT_ONCE = 8  # ranges asked side by side
_TIMES = 6
_PAUSE = 2.0  # seconds, doubled each time: the public mirror answers 503 to those who ask too fast


def _never(_: str) -> datetime:
    """When a file of a finished crawl was last changed: it does not matter, as it never is again."""
    return datetime(1970, 1, 1, tzinfo=UTC)


class Mirror:
    """The files of Common Crawl below one address.

    `filesystem` is fsspec's; names of files are those that Common Crawl's own lists give. Raises PackageMissing or AddressUnknown.
    """

    def __init__(
        self, base: str = PUBLIC, *, pause: float = _PAUSE, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        on_the_web = base.startswith(("http://", "https://"))
        options = {"client_kwargs": {"trust_env": True}} if on_the_web else {}
        self.filesystem, self._root = connect(base, **options)
        if on_the_web:
            self.filesystem.modified = _never  # DuckDB asks, and fsspec cannot tell it of files on the web
        self.base = base
        self._pause, self._sleep = pause, sleep

    def path(self, name: str) -> str:
        """Where a file lies, as the file system calls it."""
        return f"{self._root.rstrip('/')}/{name}"

    def index_files(self, crawl: str) -> list[str]:
        """The names of the Parquet files that list the pages of a crawl; raises `CrawlNotFound` or `NotReachable`."""
        name = f"crawl-data/{crawl}/cc-index-table.paths.gz"
        try:
            packed = self.filesystem.cat_file(self.path(name))
            listed = gzip.decompress(packed).decode("utf-8").split()
        except FileNotFoundError as error:
            raise CrawlNotFound(
                f"there is no {name} below {self.base}; crawls are called like CC-MAIN-2024-10, see https://commoncrawl.org/"
            ) from error
        except (EOFError, zlib.error, UnicodeDecodeError, gzip.BadGzipFile) as error:
            raise CrawlNotFound(f"{name} below {self.base} is no list of files: {error}") from error
        except Exception as error:  # every package behind fsspec has errors of its own, and not all are OSError
            raise NotReachable(f"{name} below {self.base} cannot be had: {error or type(error).__name__}") from error
        return [line for line in listed if "/subset=warc/" in line and line.endswith(".parquet")]

    def ranges(self, asked: Sequence[tuple[str, int, int]]) -> list[bytes]:
        """The bytes of ranges (name, start, end), in their order. What fails is asked again, ever later.

        Raises `NotReachable` where a range is still not had after some minutes.
        """
        found: list[bytes | None] = [None] * len(asked)
        missing = list(range(len(asked)))
        for attempt in range(_TIMES):
            names, starts, ends = zip(*(asked[i] for i in missing), strict=True)
            answers = self.filesystem.cat_ranges(
                [self.path(name) for name in names], list(starts), list(ends), on_error="return", batch_size=_AT_ONCE
            )
            for i, answer in zip(missing, answers, strict=True):
                if isinstance(answer, bytes) and len(answer) == asked[i][2] - asked[i][1]:
                    found[i] = answer
            failed = [(i, answer) for i, answer in zip(missing, answers, strict=True) if found[i] is None]
            if not failed:
                return [piece for piece in found if piece is not None]
            if attempt + 1 < _TIMES:
                self._sleep(self._pause * 2**attempt)
            missing = [i for i, _ in failed]
        name, start, end = asked[missing[0]]
        why = failed[0][1] if isinstance(failed[0][1], Exception) else "it came incomplete"
        raise NotReachable(f"bytes {start:,} to {end:,} of {name} below {self.base} cannot be had: {why!r}")
