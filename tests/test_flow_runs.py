"""What is known of a run while it goes on and afterwards: a line for each step, an end in time, and what is tried again."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

import flows.build
import flows.refresh
from flows.limit import TimeLimitReached, within
from flows.runs import LOG, run_tags
from g7data.cli.fetch import NothingReached
from g7data.errors import G7DataError
from g7data.fetch.run import Fetched
from g7data.fetch.tally import Tally
from g7data.release.version import NotAVersion
from tests.bench.contestants import ROOT
from tests.plain_flows import without_prefect
from tests.support_tables import statement, write_pages

MOMENT = 0.3 / 3600  # hours


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A folder with two pages; the flows are plain functions."""
    without_prefect(monkeypatch)
    return [str(write_pages(tmp_path / "pages", [statement(f"https://a.example/{n}") for n in (1, 2)]))]


def lines(output: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (output / LOG).read_text(encoding="utf-8").splitlines()]


def test_each_step_leaves_a_line_with_what_it_came_to(pages: list[str], tmp_path: Path) -> None:
    output = tmp_path / "out"
    flows.build.build(pages, output)
    told = {line["step"]: line for line in lines(output)}
    assert list(told) == ["keep", "extract", "assemble", "validate", "publish"]
    assert (told["keep"]["files"], told["keep"]["new"]) == (1, 1)
    assert (told["validate"]["set_aside"], told["publish"]["version"], told["publish"]["pages"]) == (0, "1.0.0", 2)
    assert all(line["flow"] == "build" and float(str(line["seconds"])) >= 0 for line in told.values())
    flows.build.build(pages, output)
    assert [line["step"] for line in lines(output)[5:]] == ["keep", "extract", "publish"]
    assert lines(output)[-1]["new"] is False


def test_a_failure_leaves_a_line_with_the_reason(
    pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise G7DataError("two and two are five")

    monkeypatch.setattr(flows.build, "validate", fail)
    with pytest.raises(G7DataError):
        flows.build.build(pages, tmp_path / "out")
    last = lines(tmp_path / "out")[-1]
    assert (last["step"], last["error"], last["message"]) == ("failed", "G7DataError", "two and two are five")


def test_a_build_that_cannot_begin_leaves_a_line_as_well(pages: list[str], tmp_path: Path) -> None:
    output = tmp_path / "out"
    with pytest.raises(NotAVersion):
        flows.build.build(pages, output, "one")
    (line,) = lines(output)
    assert (line["flow"], line["step"], line["error"]) == ("build", "failed", "NotAVersion")


def test_tags_tell_where_and_what() -> None:
    assert run_tags(Path("/srv/data"), ["one", "two"], private=True) == [
        "g7data", "output:data", "source:one", "source:two", "private-text",
    ]  # fmt: skip
    assert run_tags(Path("/srv/data")) == ["g7data", "output:data"]


def busy() -> None:
    while True:
        sum(range(1000))


@pytest.mark.parametrize("doing", [busy, lambda: time.sleep(600)])
def test_a_block_ends_in_time_whatever_it_does(doing: Callable[[], None]) -> None:
    with pytest.raises(TimeLimitReached, match="run it again to go on"), within(MOMENT):
        doing()


def test_an_error_that_comes_of_the_end_is_told_as_the_end() -> None:
    def query() -> None:
        try:
            time.sleep(600)
        except TimeLimitReached:
            raise RuntimeError("interrupted") from None

    with pytest.raises(TimeLimitReached), within(MOMENT):
        query()


def test_a_process_that_does_not_hear_is_ended() -> None:
    code = (
        "import signal, time, flows.limit as limit\n"
        "limit._GRACE = 0.3\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})\n"
        f"with limit.within({MOMENT}): time.sleep(600)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60, cwd=ROOT
    )
    assert ended.returncode == 1
    assert "Timeout" in ended.stderr


def test_what_is_done_in_time_is_left_alone() -> None:
    with within(MOMENT), within(None):
        pass
    with pytest.raises(ZeroDivisionError), within(1):
        _ = 1 // 0
    time.sleep(2 * MOMENT * 3600)


def test_a_build_that_took_too_long_is_gone_on_with_by_the_next(
    pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    with monkeypatch.context() as slow:
        slow.setattr(flows.build, "assemble_tables", lambda *_, **__: time.sleep(600))
        with pytest.raises(TimeLimitReached):
            flows.build.build(pages, output, time_limit=10 * MOMENT)
    assert lines(output)[-1]["error"] == "TimeLimitReached"
    assert flows.build.build(pages, output).version == "1.0.0"


def test_fetching_is_tried_again_where_no_host_answered_and_nothing_else_is(
    prefect_api: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = iter([False, False, True])
    tries: list[bool] = []

    def fetch(*_: object, **__: object) -> Fetched:
        tries.append(next(reached))
        return Fetched(tmp_path, Tally(), True, tries[-1], 0, 0.0)

    fetch_pages = flows.refresh.fetch_pages.with_options(retry_delay_seconds=0)
    with temporary_settings({PREFECT_API_URL: prefect_api}):
        monkeypatch.setattr(flows.refresh, "fetch", fetch)
        assert fetch_pages([], tmp_path, None, None, everything=False).reached
        assert tries == [False, False, True]
        monkeypatch.setattr(flows.refresh, "fetch", lambda *_, **__: tries.append(True) or busy_elsewhere())
        with pytest.raises(G7DataError, match="another run"):
            fetch_pages([], tmp_path, None, None, everything=False)
    assert len(tries) == 4
    assert flows.build.validate.retries == 0


def busy_elsewhere() -> None:
    raise G7DataError("another run is fetching")


def test_a_network_that_stays_away_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_prefect(monkeypatch)
    monkeypatch.setattr(flows.refresh, "fetch", lambda *_, **__: Fetched(tmp_path, Tally(), True, False, 0, 0.0))
    with pytest.raises(NothingReached, match="no host answered"):
        flows.refresh.refresh(tmp_path / "out")
    assert lines(tmp_path / "out")[-1]["error"] == "NothingReached"
