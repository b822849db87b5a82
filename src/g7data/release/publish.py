"""Publishing: from staged tables to a release that is in place, announced, and never changed again.

The order of steps is what keeps every moment safe. All is built and checked in a folder that nobody reads; one rename
puts it in place; then `latest` moves; `index.json` comes last. Interrupted anywhere, the release that was there before
still opens, and the next build clears up and goes on.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.release.announce import announce, record_failure, settle
from g7data.release.build import build_release
from g7data.release.changes import Tally
from g7data.release.contract import read_contracts
from g7data.release.edition import Edition
from g7data.release.engine import DEFAULT_RESOURCES, Resources, engine
from g7data.release.lock import Held, exclusive
from g7data.release.making import UNKNOWN, Making
from g7data.release.place import move_folder
from g7data.release.plan import plan_release
from g7data.release.renames import NO_RENAMES, Renames
from g7data.release.seal import sign_release
from g7data.release.shelf import Shelf
from g7data.release.signature import Signer
from g7data.release.version import Version


@dataclass(frozen=True, slots=True)
class Published:
    """A release that came: its folder, the one before it, the rows of each table, and what changed."""

    version: Version
    previous: Version | None
    path: Path
    rows: Mapping[str, int]
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """No release came, because nothing differs from this one."""

    version: Version
    path: Path


def publish(
    staging: Path,
    schemas: Mapping[str, pa.Schema],
    output: Path,
    *,
    schema_version: str,
    version: Version | None = None,
    cause: str | None = None,
    repeated: Path | None = None,
    making: Making = UNKNOWN,
    private: bool = False,
    signer: Signer | None = None,
    resources: Resources = DEFAULT_RESOURCES,
    held: Held | None = None,
    renames: Renames = NO_RENAMES,
) -> Published | Unchanged:
    """Publish the tables `staging/<table>.parquet` as the next release in `output`, if they differ from the last.

    `schemas` are the contracts, in the order in which tables are to appear. The version follows from the changes;
    `version` may raise it. `cause` is noted with every change, but for those that have another: where `repeated` holds the
    tables of the release before, staged anew as these were, what differs from them has changed at the source. `making` says
    what the tables were made with. `private` marks a release for one's own use.
    `renames` are names that were given up for others. `signer` signs the release. `held` says that the caller holds the output already.
    Raises an error of `g7data.release.errors`; a build that failed is listed in `index.json`, with the reason.
    """
    shelf = Shelf(output)
    with exclusive(output) if held is None else nullcontext():
        settle(shelf)
        with _workbench(shelf, resources) as connection:
            with _failure_listed(shelf):
                contracts = read_contracts(schemas)
                plan = plan_release(
                    connection,
                    staging,
                    contracts,
                    shelf,
                    wanted=version,
                    cause=cause,
                    repeated=repeated,
                    renames=renames,
                )
            if plan is None:
                return _unchanged(shelf)
            with _failure_listed(shelf, plan.version):
                edition = Edition(
                    plan.version,
                    plan.previous,
                    schema_version,
                    private=private,
                    making=making,
                    withdrawn=plan.withdrawn,
                )
                before = shelf.release(plan.previous) if plan.previous is not None else None
                rows = build_release(connection, plan, edition, shelf.partial(plan.version), before)
                if signer is not None:
                    sign_release(shelf.partial(plan.version), str(plan.version), signer)
                move_folder(shelf.partial(plan.version), shelf.release(plan.version))
        announce(shelf)
    return Published(plan.version, plan.previous, shelf.release(plan.version), rows, plan.tallies)


def _unchanged(shelf: Shelf) -> Unchanged:
    newest = shelf.standing()[-1]
    return Unchanged(newest, shelf.release(newest))


@contextmanager
def _workbench(shelf: Shelf, resources: Resources) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open an engine, and a scratch folder for it that is gone afterwards."""
    shelf.scratch.mkdir(parents=True)
    try:
        with engine(shelf.scratch, resources) as connection:
            yield connection
    finally:
        shutil.rmtree(shelf.scratch)


@contextmanager
def _failure_listed(shelf: Shelf, version: Version | None = None) -> Iterator[None]:
    """Note any failure in the index, whatever it is, and let it go on to the caller."""
    try:
        yield
    except Exception as error:
        record_failure(shelf, version, f"{type(error).__name__}: {error}")
        raise
