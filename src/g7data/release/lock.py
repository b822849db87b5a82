"""One build at a time in one output: a second one says so and stops at once.

The lock belongs to the process that holds it. When that dies, however it dies, the lock is free. A build holds it from
its first page on and shows what it holds to publishing, which would take it otherwise.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from g7data.release.errors import OutputBusy, OutputNotWritable


@dataclass(frozen=True, slots=True)
class Held:
    """Says that the caller holds an output; only `exclusive` gives one."""

    output: Path


@contextmanager
def exclusive(output: Path) -> Iterator[Held]:
    """Hold the output folder, which is made if need be; raises OutputBusy or OutputNotWritable at once."""
    holder = output / ".build.pid"
    lock = FileLock(output / ".build.lock", timeout=0)
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise OutputBusy(f"{output} is being built by {_who(holder)}; wait for it, or give another output") from None
    except OSError as error:
        advice = "choose another output, or let this user write there"
        raise OutputNotWritable(f"{output} cannot be written ({error.strerror}); {advice}") from error
    try:
        holder.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield Held(output)
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _who(holder: Path) -> str:
    try:
        return f"process {holder.read_text(encoding='ascii').strip()}"
    except FileNotFoundError:
        return "another process"
