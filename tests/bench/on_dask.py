"""`python -m tests.bench.on_dask WORKERS SHARDS FILE...`: archive files extracted on a local Dask cluster, in seconds, as JSON.

Prefect's server is started before the clock, the cluster after it.
"""

import json
import sys
import time
from pathlib import Path

from prefect import flow

from flows.cluster import Cluster
from flows.spread import extract_on
from g7data.archive.store import Stored
from g7data.archive.whole import digest_file


@flow
def measured(workers: int, shards: Path, files: list[Path]) -> float:
    """Extract the files; gives the seconds that it took."""
    stored = [Stored(file.name, file, digest_file(file), str(file), 0, added=True) for file in files]
    begun = time.perf_counter()
    extract_on(Cluster(None, workers), stored, shards, None)
    return time.perf_counter() - begun


def main(workers: int, shards: Path, files: list[Path]) -> None:
    """Extract once."""
    shards.mkdir(parents=True)
    took = measured(workers, shards, files)
    made = sum(1 for shard in shards.iterdir() if not shard.name.startswith("."))
    assert made == len(files)
    print("\n" + json.dumps({"extract": took}))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), [Path(file) for file in sys.argv[3:]])
