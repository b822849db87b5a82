"""A crawl that is killed, again and again, ends with what an unbroken one has: each page once, none lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from g7data.archive.exchanges import OPEN
from tests.crawling import catalogue, kept
from tests.internet import Internet
from tests.internet.sites import large_site

HOST = "g7-library.example"
KILLS = int(os.environ.get("G7DATA_KILLS", "4"))
PAGES = max(120, 20 * KILLS)


@pytest.fixture(scope="module")
def net() -> Iterator[Internet]:
    with Internet() as net:
        large_site(net, HOST, PAGES)
        yield net


def start(folder: Path, net: Internet, delay: float = 0.004) -> subprocess.Popen[str]:
    """The fetcher as a user starts it."""
    sources = catalogue(folder / "catalogue", HOST, documents="/documents/", delay=delay)
    command = [
        str(Path(sys.executable).with_name("g7data")),
        "fetch",
        "--output",
        str(folder),
        "--catalogue",
        str(sources),
    ]
    return subprocess.Popen(
        command, env=os.environ | net.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def pages(folder: Path) -> Counter[tuple[str, int | None, bytes]]:
    """Every answer that was kept, and how often."""
    return Counter((c.url, c.status, c.body) for c in kept(folder))


def open_files(folder: Path) -> set[Path]:
    """The archive files that a run is writing to, or has left open."""
    return set((folder / "archive").glob(f"fetch-*{OPEN}"))


def test_kills_lose_nothing_and_double_nothing(net: Internet, tmp_path: Path) -> None:
    unbroken = start(tmp_path / "unbroken", net)
    assert "The crawl is whole." in unbroken.communicate(timeout=120)[0]
    broken, chance, killed = tmp_path / "broken", random.Random(7), 0
    while killed < KILLS:
        before = open_files(broken)
        run = start(broken, net)
        wait_until(lambda before=before: open_files(broken) - before, run)
        time.sleep(chance.uniform(0.0, 0.15))
        if run.poll() is None:
            run.send_signal(signal.SIGKILL)
            killed += 1
        run.communicate()
        if run.returncode == 0:
            break  # it was quicker than the last kill: everything is there
    last = start(broken, net)
    printed = last.communicate(timeout=120)[0]
    assert "The crawl is whole." in printed, printed
    assert killed >= 3, "the crawl was killed a few times at least"
    assert pages(broken) == pages(tmp_path / "unbroken")
    assert len(list((broken / "archive").glob("fetch-*.warc.gz"))) > killed
    assert not open_files(broken)


def wait_until(condition: object, run: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while not condition() and run.poll() is None:  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_an_interrupted_run_says_how_to_go_on(net: Internet, tmp_path: Path) -> None:
    run = start(tmp_path, net)
    wait_until(lambda: open_files(tmp_path), run)
    time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    printed = run.communicate(timeout=60)[0]
    assert run.returncode != 0
    assert "run again to go on" in printed, printed
    assert not open_files(tmp_path), "the file is closed on the way out"


def test_two_runs_do_not_fetch_into_one_archive(net: Internet, tmp_path: Path) -> None:
    first = start(tmp_path, net, delay=0.05)
    wait_until(lambda: open_files(tmp_path), first)
    second = start(tmp_path, net)
    assert "another run is fetching" in second.communicate(timeout=60)[0]
    assert second.returncode == 1
    first.kill()
    first.communicate(timeout=60)
