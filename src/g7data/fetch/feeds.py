"""Addresses in sitemaps, sitemap indexes, RSS of all versions, RDF and Atom, each with its words and its last change.

Expat reads them as they are written in the wild: entities are taken out of its hands before (what is not one of XML's five
becomes plain words), so that none is ever expanded or fetched, and a file that declares some is not read. What stands
before a break counts; that a file breaks off is for the judge to say.
"""

import re
from calendar import isleap, monthrange
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from xml.parsers import expat

from g7data.fetch.addresses import absolute

_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<[^<>]*>")
_ENTRIES = frozenset(("url", "sitemap", "item", "entry"))
_ADDRESSES = ("link", "loc", "guid")
_PREFIXES = frozenset(("dc", "dcterms", "atom", "a10"))  # what else may describe an entry; those of pictures do not
_CHANGES = ("lastmod", "updated", "modified", "date", "pubdate", "published", "issued")
"""What says when a page changed, the surest first; `date` and `modified` are those of Dublin Core."""
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_LONGEST_WORDS = 300

Entry = tuple[str, str, datetime | None]


def entries_of_xml(source: str, url: str) -> list[Entry]:
    """Address, words and last change of each entry, in the order of the file; nothing for files of other kinds."""
    reader = _Reader(url)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.open, reader.close
    parser.CharacterDataHandler = reader.read
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(_mended(source), True)
    except (expat.ExpatError, _DeclaresEntities):
        return reader.found  # what stood before counts
    return reader.found


def read_time(written: str) -> datetime | None:
    """A time as sitemaps (ISO 8601) and feeds (RFC 822) write it, in UTC; None for what is none.

    A day, month or year without time is read as its last second: whatever it means, the page had changed by then.

    >>> read_time("2024-06-14T10:00:00+09:00").isoformat()
    '2024-06-14T01:00:00+00:00'
    >>> read_time("2024-02").isoformat()
    '2024-02-29T23:59:59+00:00'
    """
    written = written.strip()
    day = _DAY.match(written)
    try:
        if day is not None:
            return _end_of(*(int(number) if number else None for number in day.groups()))
        moment = datetime.fromisoformat(written) if written[:4].isdigit() else parsedate_to_datetime(written)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _end_of(year: int | None, month: int | None, day: int | None) -> datetime:
    start = datetime(year or 0, month or 1, day or 1, tzinfo=UTC)
    days = 1 if day else monthrange(start.year, start.month)[1] if month else 366 if isleap(start.year) else 365
    return start + timedelta(days=days) - timedelta(seconds=1)


class _DeclaresEntities(Exception):
    """A file declares entities, which no sitemap and no feed needs."""


def _refuse(*_: object) -> None:
    raise _DeclaresEntities


def _mended(source: str) -> str:
    """A file without the two mistakes that most often stop a reader: signs that XML forbids, and bare ampersands."""
    return _BARE_AMPERSAND.sub("&amp;", _NO_XML.sub("", source)).lstrip("\ufeff \t\r\n")


@dataclass(slots=True)
class _Reader:
    """What has been read of a file: the entries found, the elements open, and what is known of the entry at hand."""

    url: str
    found: list[Entry] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    entry_at: int | None = None
    prefix: str = ""
    entry: dict[str, str] = field(default_factory=dict)
    translations: list[Entry] = field(default_factory=list)
    field_at: int = 0
    field_name: str = ""
    pieces: list[str] = field(default_factory=list)

    def open(self, name: str, held: dict[str, str]) -> None:
        """An element begins."""
        base = held.get("xml:base")
        above = self.bases[-1] if self.bases else self.url
        self.bases.append(absolute(above, base) or above if base else above)
        prefix, _, local = name.lower().rpartition(":")
        if self.entry_at is None:
            if local in _ENTRIES:
                self.entry_at, self.prefix = len(self.bases), prefix
                self.entry = {"about": held.get("rdf:about", "")}
        elif len(self.bases) == self.entry_at + 1:
            if local == "link" and "href" in held:
                self._link(held)
            elif prefix == self.prefix or prefix in _PREFIXES:
                permanent = local != "guid" or held.get("isPermaLink", "true").lower() != "false"
                self.field_at, self.field_name, self.pieces = len(self.bases), local if permanent else "", []

    def read(self, text: str) -> None:
        """Words inside an element."""
        if self.field_name:
            self.pieces.append(text)

    def close(self, _name: str) -> None:
        """An element ends."""
        depth = len(self.bases)
        if self.field_name and depth == self.field_at:
            self.entry.setdefault(self.field_name, "".join(self.pieces).strip())
            self.field_name = ""
        elif depth == self.entry_at:
            self._add()
            self.entry_at = None
        self.bases.pop()

    def _link(self, held: dict[str, str]) -> None:
        """A link in an attribute, as Atom has it; in a sitemap it leads to the same page in another language."""
        if held.get("rel", "alternate") != "alternate":
            return
        if "loc" in self.entry:
            self.translations += _entry(self.bases[-1], held["href"], held.get("title", ""), None)
        else:
            self.entry.setdefault("link", held["href"])

    def _add(self) -> None:
        links = [self.entry[name] for name in _ADDRESSES if self.entry.get(name)] or [self.entry["about"]]
        link = links[0] if links[0] != self.entry.get("guid") or links[0].startswith("http") else ""
        words = " ".join(_TAG.sub(" ", unescape(self.entry.get("title", ""))).split())[:_LONGEST_WORDS]
        changed = next((time for name in _CHANGES if (time := read_time(self.entry.get(name, ""))) is not None), None)
        self.found += _entry(self.bases[-1], link, words, changed) + self.translations
        self.translations = []


def _entry(base: str, link: str, words: str, changed: datetime | None) -> list[Entry]:
    address = absolute(base, link.replace("&amp;", "&")) if link else None
    return [] if address is None else [(address, words, changed)]
