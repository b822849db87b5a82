"""One file of the catalogue, read strictly: what it says is checked before anything is asked of a site."""

import re
import tomllib
from pathlib import Path
from typing import Any

from g7data import reference
from g7data.sources.described import Crawl, Source
from g7data.sources.entries import Entries
from g7data.sources.errors import CatalogueError
from g7data.sources.hosts import host_of, lies_under

KINDS = ("archive", "government", "research")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
_LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?"
_OF_A_SITE = "^https://"


def read_source(path: Path) -> Source:
    """All that a file says of a publisher; raises `CatalogueError`."""
    file = _parsed(path)
    who = _who(file, path)
    languages = file.texts("languages", _LANGUAGE, "BCP 47 tags such as en or pt-BR")
    if not languages:
        raise file.wrong("languages", "has none", "one or more, such as ['en']")
    unverified = file.texts("unverified")
    table = file.table("crawl")
    file.done()
    crawl = None if table is None else _crawl(table, who["hosts"])
    return Source(**who, languages=languages, unverified=unverified, crawl=crawl)


def _parsed(path: Path) -> Entries:
    try:
        return Entries(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name}: {error}; expected TOML as docs/sources.md describes it") from error


def _who(file: Entries, path: Path) -> dict[str, Any]:
    who: dict[str, Any] = {
        "source_id": file.text("source_id", _ID, "small letters, digits and hyphens, such as xx-ministry"),
        "publisher": file.text("publisher"),
        "homepage": file.address("homepage"),
        "country": file.text("country", r"[A-Z]{3}", "three letters of ISO 3166-1, such as JPN"),
        "hosts": file.texts("hosts", _HOST, "hosts without scheme and path, such as www.example.org"),
        "one_site": file.texts("one_site", _HOST, "hosts without scheme and path, such as www.example.org"),
        "portfolio": file.text_or_none("portfolio"),
        "kind": file.text("kind", "|".join(KINDS), f"one of {', '.join(KINDS)}"),
        "host_rights": file.text("host_rights"),
        "text_open": file.flag("text_open"),
        "rights_url": file.address("rights_url") if "rights_url" in file else None,
        "attribution": file.text("attribution"),
    }
    _check_who(file, who, path)
    return who


def _check_who(file: Entries, who: dict[str, Any], path: Path) -> None:
    """Raise for what is of the right form, and does not fit the rest."""
    tracks = sorted(track.track_id for track in reference.tracks())
    if who["source_id"] != path.stem:
        raise file.wrong("source_id", f"{who['source_id']!r} in a file of another name", f"{path.stem!r}, as the file")
    if not who["hosts"]:
        raise file.wrong("hosts", "has none", "one or more")
    if stray := [host for host in who["one_site"] if host not in who["hosts"]]:
        raise file.wrong("one_site", f"{stray[0]!r} is none of `hosts`", "some of `hosts`")
    if who["portfolio"] is not None and who["portfolio"] not in tracks:
        raise file.wrong("portfolio", f"{who['portfolio']!r}", f"a track: one of {', '.join(tracks)}")
    if not lies_under(host_of(who["homepage"]), who["hosts"]):
        raise file.wrong("homepage", f"{who['homepage']!r} lies outside `hosts`", "an address of one of its hosts")
    if who["rights_url"] is None and who["host_rights"] != "unknown":
        raise file.wrong("rights_url", "is missing", "the address of the notice, or host_rights = 'unknown'")
    if who["text_open"] and who["host_rights"] == "unknown":
        raise file.wrong("text_open", "true on unknown terms", "false")


def _crawl(table: Entries, hosts: tuple[str, ...]) -> Crawl:
    crawl = Crawl(
        indexes=_own(table, "indexes", hosts),
        sitemaps=_own(table, "sitemaps", hosts),
        feeds=_own(table, "feeds", hosts),
        documents=_patterns(table, "documents", _OF_A_SITE),
        more=_patterns(table, "more", _OF_A_SITE),
        never=_patterns(table, "never"),
        delay=table.seconds("delay"),
        at_least=table.count("at_least"),
        lost_at_most=table.count("lost_at_most"),
    )
    if not (crawl.indexes or crawl.sitemaps or crawl.feeds):
        raise table.wrong("indexes", "nothing to begin with", "an index page, or one of `sitemaps` or `feeds`")
    if not crawl.documents:
        raise table.wrong("documents", "has none", "one pattern or more")
    _check_examples(table.table("examples"), hosts)
    table.done()
    return crawl


def _own(table: Entries, key: str, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Addresses that must lie on the publisher's own hosts."""
    addresses = table.addresses(key)
    for address in addresses:
        if not lies_under(host_of(address), hosts):
            raise table.wrong(key, f"{address!r} lies outside `hosts`", f"an address under {', '.join(hosts)}")
    return addresses


def _patterns(table: Entries, key: str, begin: str = "") -> tuple[re.Pattern[str], ...]:
    """Regular expressions, each of which begins as it must."""
    patterns = []
    for pattern in table.texts(key):
        if not pattern.startswith(begin):
            raise table.wrong(key, f"{pattern!r}", f"a pattern of whole addresses, which begins with {begin}")
        try:
            patterns.append(re.compile(pattern))
        except re.error as error:
            raise table.wrong(key, f"{pattern!r}: {error}", "a regular expression") from error
    return tuple(patterns)


def _check_examples(examples: Entries | None, hosts: tuple[str, ...]) -> None:
    """Raise for examples that are no addresses of this publisher; `tests/test_sources_catalogue.py` sorts them."""
    if examples is None:
        return
    for key in ("documents", "indexes", "neither"):
        _own(examples, key, hosts)
    examples.done()
