"""What Prefect itself takes, with the temporary server that it starts: measured with flows that do nothing.

`python -m tests.bench.prefect_cost` measures once, in a process of its own, and tells it as JSON.
"""

import json
import subprocess
import sys
import time

from tests.bench.contestants import ROOT
from tests.bench.machine import describe_packages
from tests.bench.section import Section, Table, median
from tests.bench.setting import Setting

_RUNS = 5
_TASKS = 50
_STEPS = {
    "import": "import it",
    "start": "the first run, which starts its server",
    "run": "each further run",
    "task": "each task",
}


def run(setting: Setting) -> Section:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", __spec__.name]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    took = json.loads(done.stdout.splitlines()[-1])
    setting.tell(f"prefect: measured, {took['task'] * 1000:.0f} ms a task")
    return Section(
        "Prefect",
        (
            f"What Prefect itself takes comes on top of all else, and the other benchmarks leave it out. The flows here do nothing; a further run is "
            f"the median of {_RUNS}, a task is worked out of runs of {_TASKS} and of {5 * _TASKS} tasks. {describe_packages(('prefect',))}.",
        ),
        (Table(("what", "s"), tuple((name, f"{took[key]:.3f}") for key, name in _STEPS.items())),),
        (),
    )


def main() -> None:
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
    took["task"] = (seconds(5 * _TASKS) - seconds(_TASKS)) / (4 * _TASKS)
    print("\n" + json.dumps(took))


if __name__ == "__main__":
    main()
