"""Flows that are killed in the middle of a step, for the tests: `python -m tests.killed_flows CATALOGUE OUTPUT PAGES`.

Into OUTPUT/STEP goes what a build of PAGES gives that is killed in this step and run again; into OUTPUT/unbroken that of one which is
not; into OUTPUT/fetch that of a refresh from the catalogue. Each runs in a child of this process, which imports all there is once.
"""

import importlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import flows.build
import flows.refresh
from tests.plain_flows import without_prefect

POINTS = {
    "keep": ("g7data.archive.store", "digest_file", 2),
    "extract": ("g7data.assemble.shards", "extract", 2),
    "assemble": ("g7data.assemble.tables", "_write", 1),
    "validate": ("schemas", "validate", 5),
    "publish": ("g7data.release.publish", "move_folder", 1),
    "announce": ("g7data.release.announce", "replace_link", 1),
}
"""For each step, what is not come back from: a function of a module, when it is called for the nth time."""
FETCHING = ("g7data.archive.exchanges", "RunFile.add", 3)


def _kill_at(patch: pytest.MonkeyPatch, module: str, name: str, calls: int) -> None:
    room: object = importlib.import_module(module)
    *owner, name = name.split(".")
    for part in owner:
        room = getattr(room, part)
    plain, left = getattr(room, name), calls

    def counted(*arguments: object, **named: object) -> object:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(*arguments, **named)

    patch.setattr(room, name, counted)


def _in_a_child(run: Callable[[], object], killed_at: tuple[str, str, int] | None = None) -> None:
    child = os.fork()
    if not child:
        patch = pytest.MonkeyPatch()
        without_prefect(patch)
        if killed_at is not None:
            _kill_at(patch, *killed_at)
        run()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    if ended != (0 if killed_at is None else -signal.SIGKILL):
        raise SystemExit(f"{killed_at}: ended with {ended}")


def main(catalogue: Path, output: Path, pages: Path) -> None:
    """Run all of it."""
    inputs = [str(path) for path in sorted(pages.iterdir())]
    _in_a_child(lambda: flows.build.build(inputs, output / "unbroken"))
    for step, point in POINTS.items():
        for killed_at in (point, None):
            _in_a_child(lambda step=step: flows.build.build(inputs, output / step), killed_at)  # type: ignore[misc]
    for killed_at in (FETCHING, None):
        _in_a_child(lambda: flows.refresh.refresh(output / "fetch", everything=True, catalogue=catalogue), killed_at)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
