"""What tests of fetching share: an internet that is led to by the environment, sources made up for it, and what was kept."""

import re
from collections.abc import Iterable
from pathlib import Path

from g7data.archive.capture import Capture
from g7data.archive.reader import read_captures
from g7data.fetch.run import Fetched, fetch
from g7data.fetch.wire import Limits
from g7data.sources.described import Crawl, Source
from tests.internet import Internet, Site
from tests.internet.sites import index_page

HOST = "g7-library.example"
QUICK = Limits(connect=2.0, read=0.5, page=1.5, pause=0.01, size=2_000_000)
"""Patience for tests."""


def source(
    host: str,
    *,
    source_id: str = "",
    indexes: Iterable[str] = ("/",),
    documents: str = r"/docs/",
    more: str = r"/lists/|/$",
    never: str = r"/private/",
    sitemaps: Iterable[str] = (),
    delay: float = 0.0,
    at_least: int = 0,
    lost_at_most: int = 1_000,
) -> Source:
    """A source of one host, whose documents lie under /docs/ and whose lists lie under /lists/."""
    crawl = Crawl(
        indexes=tuple(f"https://{host}{path}" for path in indexes),
        sitemaps=tuple(f"https://{host}{path}" for path in sitemaps),
        feeds=(),
        documents=(re.compile(documents),),
        more=(re.compile(more),),
        never=(re.compile(never),),
        delay=delay,
        at_least=at_least,
        lost_at_most=lost_at_most,
    )
    return Source(
        source_id=source_id or host.split(".")[0],
        publisher=host,
        homepage=f"https://{host}/",
        country="CAN",
        hosts=(host,),
        kind="archive",
        host_rights="unknown",
        text_open=False,
        attribution=host,
        languages=("en",),
        crawl=crawl,
    )


def catalogue(folder: Path, host: str, *, documents: str = "/docs/", more: str = "/lists/", delay: float = 0.0) -> Path:
    """A catalogue with one source, for the command line."""
    folder.mkdir(parents=True, exist_ok=True)
    name = host.split(".")[0]
    (folder / f"{name}.toml").write_text(
        f"""source_id = "{name}"
publisher = "{host}"
homepage = "https://{host}/"
country = "CAN"
languages = ["en"]
hosts = ["{host}"]
kind = "archive"
host_rights = "unknown"
text_open = false
attribution = "{host}"

[crawl]
indexes = ["https://{host}/"]
documents = ['^https://{re.escape(host)}{documents}']
more = ['^https://{re.escape(host)}{more}', '^https://{re.escape(host)}/$']
delay = {delay}
at_least = 1
lost_at_most = 10

[crawl.examples]
documents = ["https://{host}{documents}a.html"]
indexes = ["https://{host}/"]
neither = ["https://{host}/other"]
""",
        encoding="utf-8",
    )
    return folder


def run(
    folder: Path, *sources: Source, limit: int | None = None, everything: bool = True, limits: Limits = QUICK
) -> Fetched:
    """Fetch into `folder/archive`, all documents unless told otherwise."""
    return fetch(folder / "archive", sources, limit=limit, everything=everything, limits=limits)


def text(words: str, paragraphs: int = 12) -> str:
    """A page that says something, long enough to be believed."""
    lines = "".join(
        f"<p>We, the G7 ministers, met on {words} and agreed in point {n} to go on working together.</p>\n"
        for n in range(paragraphs)
    )
    return f"<html><head><title>Statement on {words}</title></head><body><h1>Statement on {words}</h1>\n{lines}</body></html>"


def put_up(site: Site, *names: str) -> list[str]:
    """Documents under these names, and an index that links to them; gives their addresses."""
    urls = [site.page(f"/docs/{name}.html", text(name)) for name in names]
    site.page("/", index_page("All documents", [(f"docs/{name}.html", name) for name in names]))
    return urls


def asked(net: Internet) -> list[str]:
    """The paths that were asked of `HOST`, robots.txt apart."""
    return [each.url.partition(HOST)[2] for each in net.requests(HOST) if not each.url.endswith("/robots.txt")]


def kept(folder: Path) -> list[Capture]:
    """All answers in the archive, in the order of the runs."""
    files = sorted((folder / "archive").glob("fetch-*.warc.gz"))
    pages = [page for path in files for page in read_captures(path)]
    assert all(isinstance(page, Capture) for page in pages), pages
    return [page for page in pages if isinstance(page, Capture)]


def outcomes(fetched: Fetched) -> dict[str, int]:
    """What became of all addresses."""
    counts: dict[str, int] = {}
    for told in fetched.tally.sources.values():
        for outcome, n in told.outcomes.items():
            counts[outcome] = counts.get(outcome, 0) + n
    return counts


def codes(fetched: Fetched) -> dict[str, int]:
    """What went wrong, by code."""
    counts: dict[str, int] = {}
    for told in fetched.tally.sources.values():
        for code, n in told.codes.items():
            counts[code] = counts.get(code, 0) + n
    return counts


def alarms(fetched: Fetched) -> list[str]:
    """All alarms."""
    return [alarm for told in fetched.tally.sources.values() for alarm in told.alarms]
