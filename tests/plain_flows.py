"""The flows' own code without Prefect, which takes its time to start: tasks and flows as plain functions.

`python -m tests.plain_flows OUTPUT INPUTS [OUTPUT INPUTS]...` builds one release after the other, each from its inputs into its output
folder. Several inputs are parted as paths are in PATH.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from prefect import Flow, Task

import flows.build
import flows.extraction
import flows.refresh
import flows.spread

CORRECTIONS = Path(__file__).resolve().parent.parent / "corrections.toml"
"""What the command line takes by itself when it is called in the project's folder."""


def without_prefect(patch: pytest.MonkeyPatch) -> None:
    """From here on the flows of this process are called as plain functions, and call their tasks as such."""
    for room in (flows.build, flows.extraction, flows.spread, flows.refresh):
        for name, value in list(vars(room).items()):
            if isinstance(value, Flow | Task):
                patch.setattr(room, name, value.fn)


def build_in_turn(builds: Iterable[tuple[Path, Sequence[str]]]) -> None:
    """Build one release after the other, each from its inputs into its output folder."""
    with pytest.MonkeyPatch.context() as patch:
        without_prefect(patch)
        for output, inputs in builds:
            flows.build.build(list(inputs), output, corrections=CORRECTIONS)


if __name__ == "__main__":
    pairs = zip(sys.argv[1::2], sys.argv[2::2], strict=True)
    build_in_turn([(Path(output), inputs.split(os.pathsep)) for output, inputs in pairs])
