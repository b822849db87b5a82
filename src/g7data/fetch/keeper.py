"""What becomes of an answer: it is judged, kept in the archive with the verdict, and counted; and where it leads on to is told."""

from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from g7data.archive.errors import BrokenRecord, RecordTooLarge
from g7data.archive.exchanges import BODY, LENGTH, REASON, VERDICT, Earlier, Exchange, RunFile, digest_of
from g7data.archive.http import decode_body, parse_content_type, parse_response
from g7data.archive.reader import read_capture_at
from g7data.archive.visits import Visit
from g7data.errors import G7DataError
from g7data.fetch.frontier import Task
from g7data.fetch.judge import Before, Judged, judge
from g7data.fetch.known import GONE, NOT_ASKED, Known
from g7data.fetch.memory import Answer
from g7data.fetch.redirects import REDIRECTS
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
    """Where an answer leads: to what `Location` says, or to what a page links to."""

    redirect: str | None = None
    page: Page | None = None


class Keeper:
    """Takes the answers of a run; `folder` is the archive, `largest` the most bytes that a body may have when unpacked."""

    def __init__(self, folder: Path, file: RunFile, tally: Tally, largest: int) -> None:
        self._folder, self._file, self._tally, self._largest = folder, file, tally, largest

    def keep(self, task: Task, exchange: Exchange, known: Known | None, before: Page | None) -> Onward:
        """Keep an answer to a task about whose address this much is known.

        `before` is the last good page, where its links have to be followed if no other comes.
        """
        good = known.good if known is not None else None
        if exchange.status == HTTPStatus.NOT_MODIFIED and good is not None:
            self._file.add(exchange, {}, _earlier(good))
            self._tally.count(task, "unchanged")
            return Onward(page=before)
        location = exchange.headers.get("location")
        if exchange.status in REDIRECTS and location is not None:
            self._file.add(exchange, {})
            self._tally.count(task, "moved")
            return Onward(redirect=location)
        return self._keep_page(task, exchange, known, before)

    def recall(self, task: Task, answer: Answer, known: Known | None) -> Onward:
        """Where an answer leads that an earlier run has kept."""
        self._tally.count(task, "fetched before")
        if answer.location is not None:
            return Onward(redirect=answer.location)
        return Onward(page=self.last_page(known))

    def last_page(self, known: Known | None) -> Page | None:
        """The last good capture of an address; None if there is none, or none that can be read."""
        if known is None or known.good is None:
            return None
        try:
            capture = read_capture_at(self._folder / known.good.archive, known.good.offset)
        except G7DataError:  # the file is damaged or was taken away: the page will be asked for as if it were new
            return None
        return Page(capture.body, capture.media_type, capture.charset, capture.url)

    def fail(self, task: Task, code: str, reason: str) -> None:
        """Record that no answer was had, and why."""
        self._file.note(task.url, datetime.now(UTC), code, reason)
        self._tally.count(task, "failed", code, reason)

    def forbid(self, task: Task, reason: str, known: Known | None) -> None:
        """Record that an address may not be asked, once for as long as that is so."""
        if known is None or known.last.verdict != "forbidden":
            self._file.note(task.url, datetime.now(UTC), "forbidden", reason)
        self._tally.count(task, "forbidden", "forbidden", reason)

    def leave(self, task: Task, code: str, reason: str, known: Known | None) -> None:
        """Count an address that was not asked; an index is recorded with the reason, a document that is not known yet so as not to lose it."""
        if task.role == "index":
            self._file.note(task.url, datetime.now(UTC), code, reason)
        elif known is None:
            self._file.note(task.url, datetime.now(UTC), NOT_ASKED, reason)
        self._tally.count(task, "not asked")

    def _keep_page(self, task: Task, exchange: Exchange, known: Known | None, last_page: Page | None) -> Onward:
        good = known.good if known is not None else None
        media_type, charset = parse_content_type(exchange.headers.get("content-type", ""))
        try:
            body, whole = decode_body(parse_response(exchange.response), self._largest)
        except RecordTooLarge as error:
            self.fail(task, "too_large", str(error))
            return Onward(page=last_page)
        except BrokenRecord:
            body, whole = b"", False
        before = Before(good.length or 0, good.media_type) if good is not None else None
        verdict = judge(Judged(exchange.url, exchange.status, media_type, charset, body, not whole), before)
        if verdict.code is not None:
            self._file.add(exchange, {VERDICT: verdict.code, REASON: verdict.reason})
            outcome = _outcome(task, exchange.status, known)
            told = (verdict.code, verdict.reason) if outcome == "doubted" else ()
            self._tally.count(task, outcome, *told)
            return Onward(page=last_page)
        digest = digest_of(body)
        if good is not None and good.digest == exchange.digest:
            self._file.add(exchange, {}, _earlier(good))
        else:
            self._file.add(exchange, {LENGTH: str(verdict.length), BODY: digest})
        same = good is not None and (good.body == digest or good.digest == exchange.digest)
        self._tally.count(task, "new" if good is None else "unchanged" if same else "changed")
        return Onward(page=Page(body, media_type, charset, exchange.url))


def _earlier(good: Visit) -> Earlier:
    return Earlier(good.url, good.time, good.digest)


def _outcome(task: Task, status: int, known: Known | None) -> str:
    """What an answer that is not the page means: that it is gone, or was never there, or that something is wrong, as where an index is not there."""
    if status not in GONE or task.role == "index":
        return "doubted"
    if known is None or known.good is None:
        return "missing"
    return "gone before" if known.gone else "gone"
