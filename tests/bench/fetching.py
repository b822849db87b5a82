"""Fetching a site of the tests' server: pages a second, memory, and what a second run costs when nothing has changed."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.archived import write_archive
from tests.bench.contestants import ROOT
from tests.bench.machine import describe_packages
from tests.bench.section import Bar, Section, Table, median
from tests.bench.setting import Setting
from tests.internet import Internet
from tests.internet.sites import large_site

HOST = "g7-library.example"
_SIZES = (3_000, 12_000)  # documents
_KNOWN = 300_000  # documents of an archive that is written for the purpose
_RUNS = ("first", "again", "again, all documents asked")
_KNOWN_RUNS = ("known, ledger made", "known, again")
_PACKAGES = ("requests", "urllib3", "warcio")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock and of the processor, the most memory in MB, requests, and bytes of bodies that were sent."""

    clock: float
    cpu: float
    memory: float
    requests: int
    sent: int


Rounds = list[dict[str, Run]]


def run(setting: Setting) -> Section:
    """Fetch a site of each size; the smaller one once a round."""
    rounds: dict[int, Rounds] = {}
    with Internet() as net:
        for size in _SIZES:
            net.clear()
            large_site(net, HOST, size)
            for number in range(1, (setting.rounds if size == _SIZES[0] else 1) + 1):
                folder = setting.scratch / f"fetch-{size}-{number}"
                rounds.setdefault(size, []).append(
                    {name: _fetch(net, folder, everything=name == _RUNS[2]) for name in _RUNS}
                )
                setting.tell(f"fetching: round {number} of {size:,} documents is done")
        known = _with_known(net, setting.scratch / "known", _KNOWN)
        setting.tell(f"fetching: the runs over {_KNOWN:,} known documents are done")
    small = rounds[_SIZES[0]]
    return Section(
        "Fetching",
        (
            "A server on 127.0.0.1, in a process of its own, plays a site of documents of 21 kB on average behind a proxy, with HTTPS; each "
            f"index page links to 100 of them, and there is no delay between requests. {describe_packages(_PACKAGES)}.",
            "*Again* is a second run at once: only the index pages are asked, as the documents are not due; *all documents asked* is the same "
            "with `--all`. Bytes are those of bodies.",
            f"*Known* are {_KNOWN:,} documents in an archive written beforehand, none of them due, all of them on the site: the first run goes "
            "through the archive and makes the ledger, the second finds it. All documents are lined up, and the index pages asked.",
        ),
        (_table(rounds | {_KNOWN: [known]}),),
        (
            Bar("fetch_pages_per_second", "pages a second", 150, tuple(r["first"].requests / r["first"].clock for r in small), unit="/s"),
            Bar("fetch_memory", f"memory at {_SIZES[1]:,} documents", 300, tuple(r["first"].memory for r in rounds[_SIZES[1]]), at_least=False, unit="MB"),
            Bar("fetch_memory_known", f"memory at {_KNOWN:,} known documents", 300, (max(run.memory for run in known.values()),), at_least=False, unit="MB"),
            Bar("fetch_unchanged_vs_first", "a second run, of the first one's time", 10,
                tuple(100 * r["again"].clock / r["first"].clock for r in small), at_least=False, unit="%"),
            Bar("fetch_unchanged_bodies", "bodies sent in a second run", 0, tuple(float(r["again"].sent) for r in small), at_least=False, unit="bytes"),
        ),
    )  # fmt: skip


def _table(rounds: dict[int, Rounds]) -> Table:
    columns = (
        "documents and run",
        "requests",
        "seconds",
        "pages a second",
        "ms of the processor a page",
        "memory: MB",
        "bytes sent",
    )
    rows = []
    for size, of_size in rounds.items():
        for name in of_size[0]:
            runs = [each[name] for each in of_size]
            clock, cpu = median([run.clock for run in runs]), median([run.cpu for run in runs])
            rows.append(
                (
                    f"{size:,}, {name}", f"{runs[0].requests:,}", f"{clock:.2f}", f"{size / clock:,.0f}", f"{1000 * cpu / size:.2f}",
                    f"{max(run.memory for run in runs):.0f}", f"{runs[0].sent:,}",
                )
            )  # fmt: skip
    return Table(columns, tuple(rows))


def _with_known(net: Internet, folder: Path, count: int) -> dict[str, Run]:
    """Two runs over an archive in which as many documents are known."""
    net.clear()
    large_site(net, HOST, count)
    write_archive(folder / "archive", HOST, count)
    return {name: _fetch(net, folder, everything=False) for name in _KNOWN_RUNS}


def _fetch(net: Internet, folder: Path, *, everything: bool) -> Run:
    """One run in a process of its own."""
    net.forget()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.fetcher", str(folder), HOST, *(["--all"] if everything else [])],
        cwd=ROOT, env=os.environ | net.environment, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    asked = [each for each in net.requests(HOST) if not each.url.endswith("/robots.txt")]
    return Run(
        **json.loads(done.stdout), requests=len(asked), sent=sum(each.sent for each in asked if each.status == 200)
    )
