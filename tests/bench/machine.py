"""The machine that was measured on, and the versions of what was measured, in words."""

import os
import platform
import resource
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path


def describe_machine() -> str:
    """Processor, cores, memory, system and Python; never the machine's name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{_processor()}, {cores} cores, {memory:.0f} GiB of memory, {platform.system()} {platform.machine()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def describe_packages(names: Iterable[str]) -> str:
    """The packages with their versions."""
    return ", ".join(f"{name} {version(name)}" for name in names)


def peak_memory() -> float:
    """The most memory that this process held, in MB.

    Linux counts into `ru_maxrss` what the parent held when it started this process; `VmHWM` begins anew with each program.
    """
    told = Path("/proc/self/status")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    kilobytes = (int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return next(kilobytes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def _processor() -> str:
    """The processor's name as Linux tells it, or what Python knows."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
