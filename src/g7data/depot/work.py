"""The unit of work as it is handed to another process or machine: an archive file in, its shard out.

Whoever does it may be killed at any point, and the same may be done twice at a time: a shard is there whole or not at all, and
its bytes are the same whoever made it.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from g7data.assemble.shards import shard_folder, write_shard
from g7data.depot.depot import Depot, bring_file
from g7data.depot.errors import ExtractorDiffers

SHARDS, ARCHIVE = "shards", "archive"
"""The folders of a depot."""


@dataclass(frozen=True, slots=True)
class Job:
    """One archive file to extract: its name, its digest, where it lies, and the shard that is to come of it.

    `file` is an address, and `depot` that of the depot which takes the shard; where `depot` is None, all machines see the same disk:
    `file` is then a path, and `shards` the folder for the shard.
    """

    name: str
    sha256: str
    file: str
    shard: str
    shards: str
    depot: str | None


def make_shard(job: Job) -> None:
    """Do the work; a shard that is there already is left alone.

    Raises ExtractorDiffers where this machine would extract otherwise, FileDiffers, DepotRefused.
    """
    shards = Path(job.shards)
    if (here := shard_folder(shards, job.sha256).name) != job.shard:
        raise ExtractorDiffers(
            f"{job.name} was to become {job.shard}, and would become {here}: install the same g7data on all machines"
        )
    if job.depot is None:
        _make_on_this_disk(Path(job.file), job, shards)
    elif not (depot := Depot(job.depot)).has_folder(f"{SHARDS}/{job.shard}"):
        with tempfile.TemporaryDirectory(prefix="g7data-") as folder:
            archive = Path(folder) / job.name  # rows bear the name of the file
            bring_file(job.file, archive, job.sha256)
            depot.put_folder(write_shard(archive, job.sha256, Path(folder)), f"{SHARDS}/{job.shard}")


def _make_on_this_disk(archive: Path, job: Job, shards: Path) -> None:
    """Make a shard in a draft of its own, so that two who make the same do not meet; the first one's counts."""
    target = shards / job.shard
    if target.exists():
        return
    shards.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{job.shard}.", dir=shards))
    try:
        made = write_shard(archive, job.sha256, draft)
        try:
            made.rename(target)
        except OSError:
            if not target.exists():
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def clear_drafts(shards: Path) -> None:
    """Remove what killed processes left of shards; nobody else may be writing into the folder."""
    for draft in shards.glob(".*"):
        shutil.rmtree(draft, ignore_errors=True)
