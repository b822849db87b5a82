"""An archive of very many pages, as if a run had fetched them just now: every page is known, and none is due."""

from datetime import UTC, datetime
from pathlib import Path

from g7data.archive.exchanges import LENGTH, Exchange, RunFile
from tests.crawling import source
from tests.internet.sites import NumberedPages

_DOCUMENT = "<html><head><title>{path}</title></head><body><p>This is what {path} says.</p></body></html>"


def write_archive(folder: Path, host: str, count: int) -> None:
    """Write the documents of a large site of this host (`tests.internet.sites`), much shorter than they are there."""
    file = RunFile(folder, datetime.now(UTC))
    for path in NumberedPages(count).paths:
        file.add(_exchange(host, path), {LENGTH: "100"})
    file.finish(datetime.now(UTC), source(host).source_id)
    file.close()


def _exchange(host: str, path: str) -> Exchange:
    head = f'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: "{path}"\r\n\r\n'
    return Exchange(
        url=f"https://{host}{path}",
        began=datetime.now(UTC),
        request=f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode(),
        response=(head + _DOCUMENT.format(path=path)).encode(),
        status=200,
        headers={},
    )
