"""Larger than memory: what assembling and validating take when there are ten million clauses."""

import json
import math
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from g7data.archive.store import Archive
from g7data.assemble.shards import write_shard
from tests.bench.contestants import ROOT
from tests.bench.section import Bar, Section, Table
from tests.bench.setting import Setting
from tests.bench.shards import multiply_shards

CLAUSES = (100_000, 1_000_000, 10_000_000)
_COPIES_OF_SHARD = 50
_MORE = 1.02  # of the rows of a shard, as some pages say the same as others and leave
_TOLD = ("documents", "clauses", "evidence")


@dataclass(frozen=True, slots=True)
class Made:
    """One run in a process of its own: seconds and the most memory by step (MB, that of validating for both), and rows by table."""

    seconds: Mapping[str, float]
    memory: Mapping[str, float]
    rows: Mapping[str, int]


def run(setting: Setting) -> Section:
    """Measure on the corpus in as many copies as it takes."""
    return measure(setting, CLAUSES)


def measure(setting: Setting, clauses: tuple[int, ...]) -> Section:
    """Measure at so many clauses, at least, one after the other."""
    shards = [
        write_shard(file.path, file.sha256, setting.scratch / "shards")
        for file in Archive(setting.scratch / "archive").ingest([setting.corpus])
    ]
    made = [_make(setting, shards, wanted) for wanted in clauses]
    columns = (*_TOLD, "assemble: s", "memory: MB", "validate: s", "memory by then: MB", "ms a clause")
    return Section(
        "Larger than memory",
        (
            "The shards of the corpus were multiplied: each page that is published stands in them once for every copy, under ids and addresses "
            "of its own and with other letters, so that there is as much to do for each as for the original. Assembling takes shards to tables, "
            "validating checks every row of them; both in one process, whose memory was measured.",
        ),
        (Table(columns, tuple(_row(each) for each in made)),),
        (
            Bar("assemble_memory", f"memory to assemble and validate {made[-1].rows['clauses']:,} clauses", 2000, (max(made[-1].memory.values()),), at_least=False, unit="MB"),
        ),
    )  # fmt: skip


def _make(setting: Setting, shards: list[Path], clauses: int) -> Made:
    folder = setting.scratch / f"large-{clauses}"
    copies = math.ceil(_MORE * clauses / sum(pq.read_metadata(shard / "clauses.parquet").num_rows for shard in shards))
    multiply_shards(shards, folder / "shards", copies, _COPIES_OF_SHARD)
    setting.tell(f"large: the shards of {copies:,} copies are made")
    command = [sys.executable, "-m", "tests.bench.assembler", str(folder / "shards"), str(folder / "staging")]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    made = Made(**json.loads(done.stdout))
    shutil.rmtree(folder)
    setting.tell(f"large: {made.rows['clauses']:,} clauses in {sum(made.seconds.values()):.0f} s")
    return made


def _row(made: Made) -> tuple[str, ...]:
    each = 1000 * sum(made.seconds.values()) / made.rows["clauses"]
    steps = (
        cell for step in ("assemble", "validate") for cell in (f"{made.seconds[step]:.1f}", f"{made.memory[step]:,.0f}")
    )
    return (*(f"{made.rows[name]:,}" for name in _TOLD), *steps, f"{each:.3f}")
