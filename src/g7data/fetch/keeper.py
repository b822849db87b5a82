"""What becomes of an answer: it is judged, kept in the archive with the verdict, and counted; and where it leads on to is told."""

from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from g7data.archive.errors import BrokenRecord, RecordTooLarge
from g7data.archive.exchanges import LENGTH, REASON, VERDICT, Earlier, Exchange, RunFile
from g7data.archive.http import decode_body, parse_content_type, parse_response
from g7data.archive.reader import read_capture_at
from g7data.archive.visits import Visit
from g7data.fetch.frontier import Task
from g7data.fetch.judge import Before, Judged, Verdict, judge
from g7data.fetch.known import GONE, REDIRECTS, Known
from g7data.fetch.tally import Tally


@dataclass(frozen=True, slots=True)
class Page:
    """A page to read for further addresses: its body free of all codings, and the address it was found at."""

    body: bytes
    media_type: str
    charset: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Onward:
    """Where an answer leads: to the target of a redirect, or to what a page links to."""

    redirect: str | None = None
    page: Page | None = None


class Keeper:
    """Takes the answers of a run; `folder` is the archive, `largest` the most bytes that a body may have when unpacked."""

    def __init__(self, folder: Path, file: RunFile, tally: Tally, largest: int) -> None:
        self._folder, self._file, self._tally, self._largest = folder, file, tally, largest

    def keep(self, task: Task, exchange: Exchange, known: Known | None) -> Onward:
        """Keep an answer to a task about whose address this much is known."""
        good = known.good if known is not None else None
        if exchange.status == HTTPStatus.NOT_MODIFIED and good is not None:
            self._confirm(task, exchange, good)
            return self._read_on(good) if task.role == "index" else Onward()  # what a document leads to is known
        location = exchange.headers.get("location")
        if exchange.status in REDIRECTS and location is not None:
            self._file.add(exchange, {})
            self._tally.count(task, "moved")
            return Onward(redirect=urldefrag(urljoin(exchange.url, location)).url)
        return self._keep_page(task, exchange, good)

    def recall(self, task: Task, visit: Visit, known: Known | None) -> Onward:
        """Where an answer leads that an earlier run has kept."""
        self._tally.count(task, "fetched before")
        if visit.location is not None and visit.status in REDIRECTS:
            return Onward(redirect=urldefrag(urljoin(visit.url, visit.location)).url)
        return self._read_on(known.good if known is not None else None)

    def fail(self, task: Task, code: str, reason: str) -> None:
        """Record that no answer was had, and why."""
        self._file.note(task.url, datetime.now(UTC), code, reason)
        self._tally.count(task, "failed", code, reason)

    def _keep_page(self, task: Task, exchange: Exchange, good: Visit | None) -> Onward:
        media_type, charset = parse_content_type(exchange.headers.get("content-type", ""))
        try:
            body, whole = decode_body(parse_response(exchange.response), self._largest)
        except RecordTooLarge as error:
            self.fail(task, "too_large", str(error))
            return Onward()
        except BrokenRecord:
            body, whole = b"", False
        before = Before(good.length or 0, good.media_type) if good is not None else None
        verdict = judge(Judged(exchange.url, exchange.status, media_type, charset, body, not whole), before)
        if verdict.code is not None:
            self._file.add(exchange, {VERDICT: verdict.code, REASON: verdict.reason})
            self._doubt(task, exchange.status, verdict, good)
            return Onward()
        if good is not None and good.digest == exchange.digest:
            self._confirm(task, exchange, good)
        else:
            self._file.add(exchange, {LENGTH: str(verdict.length)})
            self._tally.count(task, "new" if good is None else "changed")
        return Onward(page=Page(body, media_type, charset, exchange.url))

    def _confirm(self, task: Task, exchange: Exchange, good: Visit) -> None:
        self._file.add(exchange, {}, Earlier(good.url, good.time, good.digest))
        self._tally.count(task, "unchanged")

    def _doubt(self, task: Task, status: int, verdict: Verdict, good: Visit | None) -> None:
        if status in GONE:
            self._tally.count(task, "gone" if good is not None else "missing")
        else:
            self._tally.count(task, "doubted", verdict.code, verdict.reason)

    def _read_on(self, good: Visit | None) -> Onward:
        """What a page linked to when it was last kept; the archive has it."""
        if good is None:
            return Onward()
        capture = read_capture_at(self._folder / good.archive, good.offset)
        return Onward(page=Page(capture.body, capture.media_type, capture.charset, capture.url))
