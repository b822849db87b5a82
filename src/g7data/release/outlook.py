"""Before a release is published: what its changes can have come of, and whether that takes another look at old captures."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from g7data.release.causes import Cause
from g7data.release.making import Making
from g7data.release.shelf import Shelf

_PAGES = "pages.parquet"


@dataclass(frozen=True, slots=True)
class Outlook:
    """The cause of all changes that the source did not bring; None where there is no release to compare with.

    Where the captures differ as well, `archives` names the archive files that the release before was made of: put together
    once more, they tell the one from the other.
    """

    cause: Cause | None = None
    archives: tuple[str, ...] = ()


def look_ahead(output: Path, staging: Path, making: Making) -> Outlook:
    """Compare how the staged tables were made with how the newest release in `output` was."""
    shelf = Shelf(output)
    newest = shelf.newest()
    if newest is None:
        return Outlook()
    release = shelf.release(newest)
    cause = making.cause_since(Making.of_release(release))
    archives = _archives(release / _PAGES)
    if archives == _archives(staging / _PAGES):
        return Outlook(cause or Cause.EXTRACTOR)  # what no digest shows, such as another DuckDB, is ours all the same
    return Outlook(Cause.SOURCE) if cause is None else Outlook(cause, archives)


def _archives(pages: Path) -> tuple[str, ...]:
    """Return the names of the archive files that pages were read from."""
    return tuple(sorted(pc.unique(pq.read_table(pages, columns=["archive"])["archive"]).to_pylist()))
