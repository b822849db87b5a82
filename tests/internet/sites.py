"""Whole sites for tests and benchmarks: the project's sample pages, and one with as many pages as are wanted."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from tests.internet.internet import Internet, Site
from tests.internet.page import Page, make_page

SAMPLES = Path(__file__).resolve().parents[1] / "pages"
INDEX = "/"


@dataclass(frozen=True, slots=True)
class SampleSites:
    """What was put up: for each host the address of its index page and those of its pages."""

    indexes: dict[str, str]
    pages: dict[str, list[str]]

    @property
    def urls(self) -> list[str]:
        """The addresses of all sample pages."""
        return [url for urls in self.pages.values() for url in urls]


def sample_sites(net: Internet, folder: Path = SAMPLES) -> SampleSites:
    """Serve each page of a folder with a `pages.csv` under its own address, and on each host `/`, which links to them."""
    with (folder / "pages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        parts = urlsplit(row["url"])
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        site = net.site(parts.netloc)
        site.page(path, (folder / row["file"]).read_bytes(), row["media_type"], charset=None)
        hosts[parts.netloc].append(row["url"])
    for host, urls in hosts.items():
        links = [(urlsplit(url)._replace(scheme="", netloc="").geturl(), url.rpartition("/")[2]) for url in urls]
        net.site(host).page(INDEX, index_page(host, links))
    return SampleSites({host: f"https://{host}{INDEX}" for host in hosts}, dict(hosts))


def index_page(title: str, links: Iterable[tuple[str, str]]) -> str:
    """A page that lists links, each given as its address and its text."""
    items = "\n".join(f'<li><a href="{escape(href)}">{escape(text)}</a></li>' for href, text in links)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f"<body><h1>{escape(title)}</h1>\n<ul>\n{items}\n</ul></body></html>\n"
    )


@dataclass(frozen=True, slots=True)
class NumberedPages:
    """A site of `count` documents, with `/` that links to index pages of `per_index` links, each of which names the next.

    Documents differ in length, around `size` bytes. They are made when they are asked for: a site costs no memory.
    """

    count: int
    per_index: int = 100
    size: int = 20_000

    def find(self, path: str) -> Page | None:
        """The page at a path."""
        kind, _, name = path.strip("/").removesuffix(".html").partition("/")
        number = int(name) if name.isdecimal() else 0
        if path == INDEX:
            return make_page(index_page("All documents", ((_list(n), f"Documents, part {n}") for n in self.lists)))
        if kind == "lists" and number in self.lists:
            return make_page(index_page(f"Documents, part {number}", self._links(number)))
        if kind == "documents" and 1 <= number <= self.count:
            return make_page(self.document(number))
        return None

    @property
    def lists(self) -> range:
        """The numbers of the index pages."""
        return range(1, -(-self.count // self.per_index) + 1)

    @property
    def paths(self) -> list[str]:
        """The paths of all documents."""
        return [_document(number) for number in range(1, self.count + 1)]

    def _links(self, part: int) -> list[tuple[str, str]]:
        first = (part - 1) * self.per_index + 1
        last = min(first + self.per_index, self.count + 1)
        links = [(f"..{_document(number)}", _title(number)) for number in range(first, last)]
        return links + ([(_list(part + 1), "Next")] if part + 1 in self.lists else [])

    def document(self, number: int) -> str:
        """The HTML of a document: a tenth to twice `size`, always the same for the same number."""
        length = self.size // 10 + number * 2_654_435_761 % (1 << 32) * (self.size * 19 // 10) // (1 << 32)
        paragraphs = _paragraphs()
        text, position = [_opening(number)], number
        while (length := length - len(text[-1])) > 0:
            position = (position * 31 + 7) % len(paragraphs)
            text.append(paragraphs[position])
        return "\n".join(text) + "\n</main></body></html>\n"


def large_site(net: Internet, host: str = "g7-library.example", count: int = 3_000) -> tuple[Site, NumberedPages]:
    """Put up a site of `count` documents of realistic size, with index pages of 100 links each, for the benchmark."""
    site, pages = net.site(host), NumberedPages(count)
    site.make(pages)
    return site, pages


def _list(number: int) -> str:
    return f"/lists/{number}.html"


def _document(number: int) -> str:
    return f"/documents/{number:06}.html"


def _title(number: int) -> str:
    return f"G7 Ministers' Statement No. {number} on Shared Infrastructure"


def _opening(number: int) -> str:
    day, year = number % 28 + 1, 1990 + number % 35
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{_title(number)}</title></head>\n'
        '<body><nav><a href="/">All documents</a></nav>\n'
        f"<main><h1>{_title(number)}</h1>\n<p>Lisbon, {day} May {year}</p>\n"
        f"<p>We, the ministers of the G7, met for the {number}th time to look after what our economies share.</p>"
    )


@lru_cache(maxsize=1)
def _paragraphs() -> list[str]:
    """Some hundred paragraphs that differ, of about 600 bytes."""
    who = ("We", "Our administrations", "Our experts", "The working groups", "Our agencies")
    does = ("will keep under review", "agree to publish", "intend to compare", "welcome the progress on", "will repair")
    what = (
        "the cables between our coasts",
        "the registers of ports",
        "our maps of the grid",
        "the standards for clocks",
    )
    why = ("so that nobody is cut off", "before the next meeting", "with those who use them", "and report on the costs")
    sentences = [f"{a} {b} {c} {d}." for d in why for c in what for b in does for a in who]
    return [f"<p>{' '.join(sentences[start : start + 9])}</p>" for start in range(0, len(sentences) - 9, 3)]
