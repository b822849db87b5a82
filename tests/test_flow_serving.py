"""`python -m flows serve`: what a Prefect server is offered, what becomes of a run that it starts, and what its page shows then."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from flows.runs import LOG
from tests.bench.contestants import ROOT
from tests.support_tables import statement, write_pages

CRON = "0 4 * * 1"


class Server:
    """The API of the tests' Prefect server, as its page asks it."""

    def __init__(self, api: str) -> None:
        self.api = api
        self._session = requests.Session()
        self._session.trust_env = False

    def ask(self, path: str, **body: object) -> list[dict[str, object]]:
        answer = self._session.post(f"{self.api}/{path}", json=body, timeout=30)
        answer.raise_for_status()
        found: list[dict[str, object]] = answer.json()
        return found


def until(found: Callable[[], object], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.3)


@pytest.fixture
def environment(prefect_api: str, tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "PREFECT_API_URL": prefect_api, "PREFECT_HOME": str(tmp_path / "prefect")}


@pytest.fixture
def server(prefect_api: str, environment: dict[str, str], tmp_path: Path) -> Iterator[Server]:
    """The server, while the flows are served to it."""
    server = Server(prefect_api)
    with (tmp_path / "served.log").open("wb") as log:
        serving = subprocess.Popen(
            [sys.executable, "-m", "flows", "serve", "--cron", CRON, "--output", str(tmp_path / "output")],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        until(lambda: len(server.ask("deployments/filter")) == 2 or serving.poll() is not None)
        assert serving.poll() is None, (tmp_path / "served.log").read_text(encoding="utf-8")
        yield server
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(30)


def test_a_server_shows_both_flows_and_runs_them(server: Server, environment: dict[str, str], tmp_path: Path) -> None:
    offered = {str(deployment["name"]): deployment for deployment in server.ask("deployments/filter")}
    assert offered.keys() == {"refresh", "build"}
    schedules = offered["refresh"]["schedules"]
    assert isinstance(schedules, list)
    assert [schedule["schedule"]["cron"] for schedule in schedules] == [CRON]
    assert offered["build"]["schedules"] == []
    form = offered["build"]["parameter_openapi_schema"]
    assert isinstance(form, dict)
    assert {"inputs", "output", "version", "private_text", "workers"} <= form["properties"].keys()

    pages = write_pages(tmp_path / "pages", [statement("https://a.example/1")])
    command = [
        sys.executable,
        "-m",
        "prefect",
        "deployment",
        "run",
        "build/build",
        "--param",
        f'inputs=["{pages}"]',
        "--watch",
    ]
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=240
    )
    log = (tmp_path / "served.log").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr + log
    assert (tmp_path / "output" / "latest" / "g7data.duckdb").is_file()

    (run,) = server.ask(
        "flow_runs/filter", deployments={"name": {"any_": ["build"]}}
    )  # other tests use this server too
    assert run["state_name"] == "Completed"
    assert str(run["name"]).startswith("build output 20")
    tags = run["tags"]
    assert isinstance(tags, list)
    assert sorted(tags) == ["g7data", "output:output"]  # a server gives them in any order
    logs = server.ask("logs/filter", logs={"flow_run_id": {"any_": [run["id"]]}})
    told = [str(log["message"]) for log in logs]
    assert any(line.startswith("publish version=1.0.0 new=True pages=1 documents=1 seconds=") for line in told), told
    steps = [json.loads(line) for line in (tmp_path / "output" / LOG).read_text(encoding="utf-8").splitlines()]
    assert {step["run"] for step in steps} == {run["name"]}
    (artifact,) = server.ask("artifacts/filter", artifacts={"flow_run_id": {"any_": [run["id"]]}})
    assert artifact["key"] == "build"
    shown = str(artifact["data"])
    assert "# Published 1.0.0" in shown
    assert "## 1 pages were read" in shown
    assert "| published |  | 1 |" in shown
