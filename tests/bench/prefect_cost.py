"""`python -m tests.bench.prefect_cost TASKS`: what Prefect itself takes, with the temporary server that it starts, as JSON.

The flows here do nothing, so all the time is Prefect's: `import`, `start` (the first run, which starts the server), `run` (each
further one), and `task` (one of TASKS in a run), in seconds.
"""

import json
import sys
import time

from tests.bench.section import median

_RUNS = 5


def main(tasks: int) -> None:
    """Measure once."""
    begun = time.perf_counter()
    from prefect import flow, task

    took = {"import": time.perf_counter() - begun}

    @task
    def nothing() -> None:
        """Do nothing."""

    @flow
    def empty(tasks: int) -> None:
        """Call so many tasks."""
        for _ in range(tasks):
            nothing()

    def seconds(tasks: int) -> float:
        begun = time.perf_counter()
        empty(tasks)
        return time.perf_counter() - begun

    took["start"] = seconds(0)
    took["run"] = median([seconds(0) for _ in range(_RUNS)])
    took["task"] = (seconds(tasks) - took["run"]) / tasks
    print("\n" + json.dumps(took))


if __name__ == "__main__":
    main(int(sys.argv[1]))
