"""What a Dask worker loads that is to get stuck: after one page of an archive file it says so, and waits until it is killed."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import g7data.assemble.shards as room
from g7data.archive.capture import Capture, Unreadable

_plain = room.read_captures


def _stuck(archive: Path) -> Iterator[Capture | Unreadable]:
    for capture in _plain(archive):
        yield capture
        Path(os.environ["G7DATA_STUCK"]).touch()
        time.sleep(3600)


room.read_captures = _stuck
