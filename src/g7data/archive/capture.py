"""A capture: one page as it was received, with where and when it was received and where it is kept.

Everything that the pipeline says of a page hangs on its capture. A capture is known by its address, its time and the
digest of its body, never by the archive file it happens to lie in, so that re-packing an archive changes no id.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as received: its body after HTTP content decoding, and what came with it.

    `media_type` is in lower case, without parameters, and empty where none was stated; `charset` is what the header
    says, in lower case and unchecked. `status` is None for a resource record (a file, not an HTTP response);
    `retrieved_at` is in UTC, and None where the time is not known; `archive` is the name of the archive file and
    `offset` the position of the record in it, in bytes. `truncated` says that the body is known to have arrived
    incomplete: the crawler cut it (`WARC-Truncated`), or its transfer or content coding stops before its end.
    `verdict` is a word for what was wrong with the answer when it was fetched (an error page, a login wall), with its reason.
    """

    url: str
    body: bytes
    media_type: str
    charset: str | None
    status: int | None
    retrieved_at: datetime | None
    archive: str
    offset: int
    truncated: bool = False
    verdict: str | None = None
    verdict_reason: str = ""
    _sha256: str = field(default="", init=False, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the body, in hexadecimal; computed when it is first asked for."""
        if not self._sha256:
            object.__setattr__(self, "_sha256", hashlib.sha256(self.body).hexdigest())
        return self._sha256

    @property
    def page_id(self) -> str:
        """Sixteen hexadecimal digits made of address, time and digest: the same capture always has the same id."""
        when = "" if self.retrieved_at is None else self.retrieved_at.isoformat()
        return hashlib.sha256(f"{self.url}\n{when}\n{self.sha256}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record, or the rest of a file, that could not be read, and why.

    `code` is one of `truncated_archive` (nothing more can be read from `offset` to the end of the file),
    `broken_record` (one place is damaged, and reading went on behind it), `too_large`, and `unreadable_file`
    (there is nothing in the file at all).
    """

    archive: str
    offset: int
    code: str
    message: str
    url: str | None = None
