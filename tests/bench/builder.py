"""`python -m tests.bench.builder OUTPUT WORKERS INPUT...`: one build without Prefect, and what each step took, as JSON.

In a process of its own, so that the most memory it held is that of this one build.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

import flows.build
from tests.bench.machine import peak_memory
from tests.plain_flows import without_prefect

STEPS = {
    "keep": "keep",
    "extract_all": "extract",
    "assemble_tables": "assemble",
    "validate": "validate",
    "publish_release": "publish",
}
"""The functions that a build calls one after the other, and what they are called here."""


def main(output: Path, workers: int, inputs: list[str]) -> None:
    """Build once."""
    took: dict[str, float] = dict.fromkeys(STEPS.values(), 0.0)
    with pytest.MonkeyPatch.context() as patch:
        without_prefect(patch)
        for function, step in STEPS.items():
            patch.setattr(flows.build, function, _timed(getattr(flows.build, function), step, took))
        clock, cpu = time.perf_counter(), time.process_time()
        built = flows.build.build(inputs, output, workers=workers)
        whole = {"clock": time.perf_counter() - clock, "cpu": time.process_time() - cpu}
    rows = {name: built.rows[name] for name in ("pages", "documents", "clauses")}
    print("\n" + json.dumps({"steps": took, "rows": rows, "memory": peak_memory(), **whole}))


def _timed(function: Callable[..., Any], step: str, took: dict[str, float]) -> Callable[..., Any]:
    @wraps(function)
    def call(*given: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*given, **named)
        finally:
            took[step] += time.perf_counter() - start

    return call


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
