"""`python -m tests.bench.fetcher FOLDER HOST [--all]`: one run of the fetcher, and what it took, as JSON."""

import json
import sys
import time
from pathlib import Path

from tests.bench.machine import peak_memory
from tests.crawling import run, source


def main() -> None:
    """Fetch once."""
    folder, host = Path(sys.argv[1]), sys.argv[2]
    clock, cpu = time.perf_counter(), time.process_time()
    fetched = run(folder, source(host, documents="/documents/"), everything="--all" in sys.argv[3:])
    took = {"clock": time.perf_counter() - clock, "cpu": time.process_time() - cpu}
    assert fetched.whole
    print(json.dumps(took | {"memory": peak_memory()}))


if __name__ == "__main__":
    main()
