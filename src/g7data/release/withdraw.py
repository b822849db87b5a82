"""Withdrawing: nobody is led any more to a release that should not have been published.

Its files stay as they are, so that what was made with them can be repeated by whoever names it in full, and is then told why
not to. `index.json` says when and why, and `latest` leads to the newest release that stands. `latest` goes first: interrupted
anywhere, the same command goes on.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from g7data.release.announce import settle
from g7data.release.errors import ReleaseNotFound
from g7data.release.index import Entry, Index, Status, index_text
from g7data.release.lock import exclusive
from g7data.release.send import INDEX, LATEST, RELEASES, index_at
from g7data.release.shelf import Shelf
from g7data.release.target import FolderTarget, Target
from g7data.release.version import Version


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is to be told of a release: `reason` is in words, for those who have used it, and `day` is when.

    With `delete`, its files go as well, as they must where they hold what may not be passed on.
    """

    version: Version
    reason: str
    day: date
    delete: bool = False


def withdraw_built(output: Path, withdrawal: Withdrawal) -> str | None:
    """Withdraw a release in the output folder of builds; gives the version that `latest` leads to then, if any stands.

    Raises ReleaseNotFound, IndexUnreadable, or OutputBusy during a build.
    """
    with exclusive(output):
        settle(Shelf(output))
        return withdraw(FolderTarget(output), withdrawal)


def withdraw(target: Target, withdrawal: Withdrawal) -> str | None:
    """Withdraw a release where it was sent to; gives the version that `latest` leads to then, if any stands.

    One that was withdrawn before gets another reason, and keeps its day. Raises ReleaseNotFound, IndexUnreadable or TargetRefused.
    """
    index = index_at(target)
    known = index.numbers_used().get(withdrawal.version)
    if known is None:
        published = ", ".join(map(str, index.numbers_used())) or "none"
        raise ReleaseNotFound(f"{withdrawal.version} was not published here; there are: {published}")
    marked = _marked(known, withdrawal)
    entries = tuple(marked if entry is known else entry for entry in index.releases)
    latest = index.latest if index.latest != known.version else _newest(entries)
    if latest is None:
        target.remove(LATEST)
    else:
        target.point(LATEST, f"{RELEASES}/{latest}")
    target.write(INDEX, index_text(Index(latest, entries)).encode())
    if withdrawal.delete:
        target.remove(f"{RELEASES}/{known.version}")
    return latest


def _marked(entry: Entry, withdrawal: Withdrawal) -> Entry:
    return replace(
        entry,
        status=Status.WITHDRAWN,
        reason=withdrawal.reason,
        withdrawn=entry.withdrawn or withdrawal.day.isoformat(),
        path=None if withdrawal.delete else entry.path,
    )


def _newest(entries: tuple[Entry, ...]) -> str | None:
    newest = Index(None, entries).newest()
    return None if newest is None else str(newest)
