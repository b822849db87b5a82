"""The flows' own code without Prefect, which takes its time to start: tasks and flows as plain functions."""

import pytest
from prefect import Flow, Task

import flows.build
import flows.refresh


def without_prefect(patch: pytest.MonkeyPatch) -> None:
    """From here on the flows of this process are called as plain functions, and call their tasks as such."""
    for room in (flows.build, flows.refresh):
        for name, value in list(vars(room).items()):
            if isinstance(value, Flow | Task):
                patch.setattr(room, name, value.fn)
