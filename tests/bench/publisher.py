"""`python -m tests.bench.publisher publish STAGING OUTPUT`, `compare BEFORE AFTER` or `verify RELEASE SCRATCH`: one run.

What it took is printed as JSON.

In a process of its own, so that the most memory it held is that of this one run.
"""

import json
import sys
import time
from pathlib import Path

import schemas
from g7data.client.differences import differences
from g7data.release.causes import Cause
from g7data.release.engine import engine
from g7data.release.publish import publish
from g7data.release.verify import verify
from tests.bench.machine import peak_memory


def main(what: str, one: Path, other: Path) -> None:
    """Publish staged tables, compare two releases value by value though the newer one knows what changed, or verify one."""
    clock, cpu = time.perf_counter(), time.process_time()
    if what == "publish":
        publish(one, schemas.arrow_schemas(), other, schema_version="1", cause=Cause.SOURCE)
    elif what == "verify":
        with engine(other) as connection:
            faults = [fault for finding in verify(connection, one) for fault in finding.faults]
        assert not faults, faults
    else:
        with differences(one, other, consecutive=False):
            pass
    took = {"clock": time.perf_counter() - clock, "cpu": time.process_time() - cpu}
    print(json.dumps(took | {"memory": peak_memory()}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
