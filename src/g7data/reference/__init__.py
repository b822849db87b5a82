"""Facts that no page has to be asked for: presidencies, tracks, bodies, places, known meetings.

Each table is a CSV beside this module. They are read once and never changed. `source_url` is where a row
was read; where `verified` is not `yes`, only the part that it names was, and the rest is general knowledge.
`names_verified` lists the languages in which a track's names were read; `tests/test_reference.py` asks that tables agree.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fr", "de", "it", "ja")


@dataclass(frozen=True, slots=True)
class Presidency:
    """One year of the group: who presided, and where the leaders met; countries are ISO 3166-1 alpha-3."""

    year: int
    forum: str
    presidency: str
    host: str
    summit_name: str
    place: str
    date_start: date
    date_end: date
    status: str


@dataclass(frozen=True, slots=True)
class Track:
    """One ministerial track with the names it goes by in five languages; `scope` is in, edge or out."""

    track_id: str
    scope: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A country or organisation that takes part; `kind` is member, former_member, eu, guest, organisation or other."""

    body_id: str
    kind: str
    country: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city, or a house or hill outside one (`venue`), where the group met, with the names it goes by."""

    city: str
    country: str
    venue: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A ministerial meeting that another source names; `evidence` says whether it was held or only planned."""

    year: int
    presidency: str
    track: str
    title: str
    place: str
    country: str | None
    date_start: date | None
    date_end: date | None
    evidence: str
    source_url: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines())


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _split(*values: str) -> tuple[str, ...]:
    """The names in cells that part them by semicolons, each once, in order."""
    return tuple(dict.fromkeys(name.strip() for value in values for name in value.split(";") if name.strip()))


@cache
def presidencies() -> dict[int, Presidency]:
    """All presidencies by year, from 1975."""
    return {
        int(r["year"]): Presidency(
            int(r["year"]), r["forum"], r["presidency"], r["host"], r["summit_name"], r["place"],
            date.fromisoformat(r["date_start"]), date.fromisoformat(r["date_end"]), r["status"],
        )
        for r in _rows("presidencies")
    }  # fmt: skip


@cache
def tracks() -> tuple[Track, ...]:
    """All tracks, with every name in every language."""
    columns = [f"{kind}_{language}" for language in LANGUAGES for kind in ("name", "variants")]
    return tuple(Track(r["track_id"], r["scope"], _split(*(r[c] for c in columns))) for r in _rows("tracks"))


@cache
def bodies() -> tuple[Body, ...]:
    """All countries and organisations, with every name in every language."""
    columns = [f"{language}{kind}" for language in LANGUAGES for kind in ("", "_aliases")]
    return tuple(
        Body(r["body_id"], r["type"], r["iso3"] or None, _split(*(r[c] for c in columns))) for r in _rows("bodies")
    )


@cache
def places() -> tuple[Place, ...]:
    """The cities of the group's meetings, with their names in other languages."""
    return tuple(
        Place(r["city"], r["country"], r["venue"] == "yes", _split(r["city"], r["aliases"])) for r in _rows("places")
    )


@cache
def meetings() -> tuple[KnownMeeting, ...]:
    """Ministerial meetings known from elsewhere."""
    return tuple(
        KnownMeeting(
            int(r["year"]), r["presidency"], r["track"], r["title"], r["place"], r["country"] or None, _day(r["date_start"]),
            _day(r["date_end"]), r["evidence"], r["source_url"],
        )
        for r in _rows("meetings")
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leader:
    """A well-known office-holder; `country` is None for the heads of organisations, `last` where still in office.

    The years run from the first to the last in that office or kind of office. An alias that has a blank or is written in kanji
    is a whole name, any other one a family name.
    """

    family_name: str
    given_name: str
    country: str | None
    role: str
    first: int
    last: int | None
    aliases: tuple[str, ...]


@cache
def leaders() -> tuple[Leader, ...]:
    """Heads of state and government, ministers and central bankers who are known by their family names."""
    return tuple(
        Leader(
            r["family_name"], r["given_name"], r["country"] or None, r["role"], int(r["from"]), int(r["to"]) if r["to"] else None,
            _split(r["aliases"]),
        )
        for r in _rows("leaders")
    )  # fmt: skip
