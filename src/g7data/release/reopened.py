"""Pages opened anew in the archive: whether they are there, are the same bytes, and say what the release says.

How a page is opened is told by the caller (`Reopen`), because it takes the packages of the pipeline.
"""

from collections.abc import Callable, Iterable, Iterator

import duckdb

from g7data.errors import G7DataError
from g7data.release.passages import in_ranges

Reopen = Callable[[str, int], tuple[str, str]]
"""From the name of an archive file and an offset to the text of the page there and the SHA-256 digest of its bytes."""
_BATCH = 100
_PAGES = """
SELECT p.page_id, p.archive, p."offset", p.sha256, d.text
FROM pages p JOIN (SELECT page_id, any_value(text) AS text FROM documents GROUP BY page_id) d USING (page_id)
"""


class Reopened:
    """The published pages, opened anew one by one, in the order of their names; `faults` grows on the way."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, ranges: Iterable[str], reopen: Reopen) -> None:
        self.faults: list[str] = []
        self.pages = 0
        self._rows = in_ranges(connection, _PAGES, ranges, _BATCH)
        self._reopen = reopen

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Give name and text of each page that could be opened."""
        for page_id, archive, offset, sha256, published in self._rows:
            if (text := self._open(page_id, archive, offset, sha256)) is not None:
                self.pages += 1
                if published is not None and published != text:
                    self.faults.append(f"page {page_id}: the archived page says something else than documents.text")
                yield page_id, text

    def _open(self, page_id: str, archive: str, offset: int, sha256: str) -> str | None:
        try:
            text, digest = self._reopen(archive, offset)
        except G7DataError as error:
            self.faults.append(f"page {page_id}: {error}")
            return None
        if digest != sha256:
            self.faults.append(f"page {page_id}: the bytes in {archive} at {offset:,} are not those that were read")
        return text
