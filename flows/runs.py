"""What a run leaves to be found by: its name and tags, and a line for each step with what it came to.

The lines are on the run's page in Prefect, and in `runs.jsonl` beside the releases, one JSON object each, server or not.
"""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from prefect import get_run_logger, runtime
from prefect.context import FlowRunContext

from flows.alarm import TAG

LOG = "runs.jsonl"


@dataclass(slots=True)
class _Run:
    """A run that is going on: what does it, where its lines go, and when the last step ended."""

    flow: str
    log: Path
    since: float = field(default_factory=time.monotonic)


_RUN: ContextVar[_Run] = ContextVar("run")


def run_name() -> str:
    """Name a run after its flow, its output folder and its time."""
    flow, output = runtime.flow_run.flow_name, Path(str(runtime.flow_run.parameters["output"]))
    return f"{flow} {output.name} {runtime.flow_run.scheduled_start_time:%Y-%m-%d %H:%M}"


def run_tags(output: Path, sources: Iterable[str] = (), *, private: bool = False) -> list[str]:
    """The tags of a run: whose it is, where its releases go, and what is special about it."""
    return [
        TAG,
        f"output:{output.name}",
        *(f"source:{name}" for name in sources),
        *(["private-text"] if private else []),
    ]


@contextmanager
def told_run(flow: str, output: Path) -> Iterator[None]:
    """Tell of the steps of a flow from here on, and of what ends it if anything does."""
    reset = _RUN.set(_Run(flow, output / LOG))
    try:
        yield
    except BaseException as error:
        with suppress(OSError):  # a disk that is full must not hide what ended the run
            tell("failed", error=type(error).__name__, message=str(error))
        raise
    finally:
        _RUN.reset(reset)


def tell(step: str, **came_to: object) -> None:
    """Tell what a step came to, as names and values, and how long it took."""
    run = _RUN.get()
    seconds = round(time.monotonic() - run.since, 3)
    run.since = time.monotonic()
    counted = {**came_to, "seconds": seconds}
    name = None
    if FlowRunContext.get() is not None:
        name = runtime.flow_run.name
        told = " ".join([step, *(f"{key}={value}" for key, value in counted.items())])
        get_run_logger().info(told, extra={"step": step, "came_to": counted})
    line = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "flow": run.flow,
        "run": name,
        "step": step,
        **counted,
    }
    run.log.parent.mkdir(parents=True, exist_ok=True)
    with run.log.open("a", encoding="utf-8") as log:
        log.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
