"""What the last build was made of, so that one of the same things need not put the tables together to find nothing new.

One line beside the releases. It is derived: without it, or where it tells of anything else, a build does all its work.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from g7data.extract.version import digest_of
from g7data.release.making import Making
from g7data.release.place import replace_text
from g7data.release.renames import NO_RENAMES, Renames
from g7data.release.shelf import Shelf
from g7data.scoring.figures import FIGURES

_NAME = ".built.json"


def made_of(
    shards: Iterable[Path], making: Making, *, private: bool, schema_version: str, renames: Renames = NO_RENAMES
) -> str:
    """Stand for all that decides what is in the tables: shards (by content and extractor), code, facts, accuracy, options."""
    options = ("private" if private else "public", schema_version, repr(renames))
    made_with = (making.code, making.facts, making.corrections, *options, *sorted(shard.name for shard in shards))
    return digest_of([FIGURES.read_bytes(), *(part.encode() for part in made_with)])


def remember(output: Path, made_of: str, version: str) -> None:
    """Note that what a build was made of is what this release, the newest, says."""
    replace_text(output / _NAME, json.dumps({"made_of": made_of, "version": version}) + "\n")


def remembered(output: Path, made_of: str) -> str | None:
    """The newest release, if it is known to say just that."""
    try:
        noted = json.loads((output / _NAME).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    shelf = Shelf(output)
    newest = shelf.newest()
    if not isinstance(noted, dict) or newest is None or newest != shelf.latest_version():
        return None
    return str(newest) if noted == {"made_of": made_of, "version": str(newest)} else None
