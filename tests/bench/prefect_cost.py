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
_TASKS = 10
"""In a run, some as many as a refresh has: hundreds at once would measure how far the server's own records lag behind."""
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
            f"What Prefect itself takes comes on top of all else, and the other benchmarks leave it out. The flows here do nothing; a further run and "
            f"a task are the medians of {_RUNS} runs, of no task and of {_TASKS}. {describe_packages(('prefect',))}.",
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
    def empty(tasks: int) -> float:
        """Call so many tasks, and tell the seconds that it took."""
        begun = time.perf_counter()
        for _ in range(tasks):
            nothing()
        return time.perf_counter() - begun

    def seconds(tasks: int) -> tuple[float, float]:
        begun = time.perf_counter()
        calling = empty(tasks)
        return time.perf_counter() - begun, calling

    took["start"], _ = seconds(0)
    took["run"] = median([seconds(0)[0] for _ in range(_RUNS)])
    took["task"] = median([seconds(_TASKS)[1] for _ in range(_RUNS)]) / _TASKS
    print("\n" + json.dumps(took))


if __name__ == "__main__":
    main()
