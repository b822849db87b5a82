"""What is known of an address from what was fetched so far: its last good capture, and how the last visit went."""

import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from operator import attrgetter
from typing import Any

from g7data.archive.visits import Visit
from g7data.fetch.redirects import REDIRECTS

GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
NOT_ASKED = "not_asked"
"""The verdict on a document that was found, but whose host was left alone by then."""
_FIELDS = tuple(field.name for field in fields(Visit))
_TIME = _FIELDS.index("time")
_all_fields = attrgetter(*_FIELDS)
_GOOD = (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION)
_SHARE_OF_AGE = 0.1
_AT_LEAST = timedelta(hours=20)  # a daily refresh may begin a little earlier than the day before
_AT_MOST = timedelta(days=30)


@dataclass(slots=True)
class Known:
    """One address: `good` is the last capture that was believed, `last` the last visit of any kind.

    `changed` is when it last differed, `confirmed` when it was last there as it should be, `missing` since when the server
    says that there is no such page, `answered` when the server last gave an answer that leads nowhere else.
    """

    url: str
    last: Visit
    good: Visit | None = None
    changed: datetime | None = None
    confirmed: datetime | None = None
    missing: datetime | None = None
    answered: datetime | None = None

    @property
    def gone(self) -> bool:
        """Whether a page that was there is not there any more."""
        return self.good is not None and self.last.status in GONE

    @property
    def moved_to(self) -> str | None:
        """Where the last answer sent whoever asked, as `Location` says it."""
        return moved_to(self.last)

    @property
    def failed(self) -> bool:
        """Whether nothing came the last time, or the server was not up to answering."""
        status = self.last.status
        if status is None:
            return self.last.verdict != NOT_ASKED
        return status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in (401, 403, 429)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time to ask again: the longer a page has not changed, the longer it is trusted to stay as it is.

        That is the rule of thumb of HTTP itself (RFC 9111, section 4.2.2): a tenth of its age, from a day to a month; the same
        for one that is not there. What went wrong in any other way the last time is always due.
        """
        if self.missing is not None and self.last.status in GONE:
            return now - self.last.time >= _trusted(self.last.time - self.missing)
        good = self.good
        if good is None or self.confirmed is None or self.last.time > self.confirmed:
            return True
        settled = min(_modified(good) or good.time, self.changed or good.time)
        return now - self.confirmed >= _trusted(self.confirmed - settled)

    def validators(self) -> dict[str, str]:
        """The headers of a conditional request, which is answered without a body where nothing changed."""
        if self.good is None:
            return {}
        asked = {"If-None-Match": self.good.etag, "If-Modified-Since": self.good.last_modified}
        return {name: value for name, value in asked.items() if value}

    def note(self, visit: Visit) -> None:
        """Take one more visit into account."""
        self.last = visit
        good = self.good
        if visit.kind != "failure" and moved_to(visit) is None:
            self.answered = visit.time
        if visit.status in GONE and visit.kind == "response":
            self.missing = self.missing or visit.time
        elif visit.kind == "revisit" and good is not None and visit.digest == good.digest:
            self.confirmed, self.missing = visit.time, None
            if visit.status != HTTPStatus.NOT_MODIFIED:  # the same page, perhaps under new validators
                self.good = replace(good, etag=visit.etag, last_modified=visit.last_modified)
        elif visit.kind == "response" and visit.verdict is None and visit.status in _GOOD:
            if good is None or (good.body or good.digest) != (visit.body or visit.digest):
                self.changed = visit.time
            self.good, self.confirmed, self.missing = visit, visit.time, None


def moved_to(visit: Visit) -> str | None:
    """What `Location` says in an answer that is a redirect."""
    return visit.location if visit.status in REDIRECTS else None


def dump_known(known: Known) -> str:
    """Write what is known of an address as a line, without the address."""
    good = None if known.good is None else known.good is known.last or _told(known.good)
    times = (known.changed, known.confirmed, known.missing, known.answered)
    return json.dumps([_told(known.last), good, *(time and time.isoformat() for time in times)], separators=(",", ":"))


def load_known(url: str, line: str) -> Known:
    """Read back what `dump_known` wrote."""
    last, good, *times = json.loads(line)
    visit = _visit(last)
    believed = None if good is None else visit if good is True else _visit(good)
    return Known(url, visit, believed, *(time and datetime.fromisoformat(time) for time in times))


def _told(visit: Visit) -> list[object]:
    told = list(_all_fields(visit))
    told[_TIME] = visit.time.isoformat()
    return told


def _visit(told: list[Any]) -> Visit:
    told[_TIME] = datetime.fromisoformat(told[_TIME])
    return Visit(*told)


def _trusted(age: timedelta) -> timedelta:
    return min(max(age * _SHARE_OF_AGE, _AT_LEAST), _AT_MOST)


def _modified(visit: Visit) -> datetime | None:
    """When the server says that the page was changed."""
    try:
        time = parsedate_to_datetime(visit.last_modified) if visit.last_modified else None
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time
