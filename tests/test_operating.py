"""docs/operating.md holds: each of its commands is run, in order, and does what the page says; the server included."""

import configparser
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.alarm import NoServer, set_alarms
from flows.runs import LOG
from tests.crawling import put_up
from tests.internet import Internet
from tests.operating import PAGE, SERVED_AT, SOURCE, Day, blocks, commands, cron_line, day, until

HOST = f"{SOURCE}.example"
CRON = "0 4 * * 1"
REFRESH = ".venv/bin/python -m flows refresh --output output"


@contextmanager
def hook(posts: list[str]) -> Iterator[str]:
    """The address of a server that takes what is posted to it."""

    class Taker(BaseHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Say nothing."""

        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/json"
            posts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
            self.send_response(204)
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taker)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/g7data"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def posts() -> list[str]:
    """What was posted to the address for alarms."""
    return []


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory, posts: list[str], prefect_api: str) -> Iterator[Day]:
    """The page, run once from top to bottom; before it starts a server of its own, flows take the one that all tests share."""
    ours = ("PREFECT_", "G7DATA_", "MAKE", "MFLAGS")  # what the tests were started with, make's own options among it
    plain = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with Internet() as net, hook(posts) as address:
        put_up(net.site(HOST), "security", "trade", "seas")
        environment = {
            **plain,
            **net.environment,
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
            "COLUMNS": "200",
            "PREFECT_API_URL": prefect_api,
        }
        with day(tmp_path_factory.mktemp("operating"), environment, HOST, address) as today:
            yield today


def unit(number: int) -> configparser.ConfigParser:
    """One of the two units of systemd."""
    read = configparser.ConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string([block.text for block in blocks() if block.language == "ini"][number])
    return read


class TestPage:
    def test_every_block_is_one_that_is_run_or_read_here(self):
        assert {block.language for block in blocks()} == {"console", "cron", "ini"}
        assert PAGE.read_text(encoding="utf-8").count("```") == 2 * len(blocks())

    def test_every_line_of_a_terminal_is_a_command(self):
        lines = [line for block in blocks() if block.language == "console" for line in block.text.splitlines()]
        assert [line for line in lines if not line.startswith("$ ")] == []
        assert len(commands()) == len(lines) + 1  # and that of cron

    def test_cron_and_timer_and_server_mean_the_same_hour(self):
        when, command = cron_line()
        assert when == CRON
        assert f'--cron "{CRON}"' in PAGE.read_text(encoding="utf-8")
        assert unit(1)["Timer"]["OnCalendar"] == "Mon *-*-* 04:00:00 UTC"
        assert command.startswith(f"cd {SERVED_AT} && {REFRESH} >>")

    def test_the_service_runs_what_cron_runs(self):
        service = unit(0)["Service"]
        assert (service["WorkingDirectory"], service["Type"]) == (SERVED_AT, "oneshot")
        assert service["ExecStart"] == f"{SERVED_AT}/{REFRESH}"
        assert unit(1)["Install"]["WantedBy"] == "timers.target"

    @pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here to ask")
    def test_systemd_can_read_its_units(self, tmp_path):
        for number, name in enumerate(("g7data.service", "g7data.timer")):
            text = [block.text for block in blocks() if block.language == "ini"][number]
            (tmp_path / name).write_text(text.replace(SERVED_AT, str(tmp_path)), encoding="utf-8")
        program = tmp_path / ".venv" / "bin" / "python"
        program.parent.mkdir(parents=True)
        program.touch(mode=0o755)
        asked = ["systemd-analyze", "verify", "--man=no", *map(str, sorted(tmp_path.glob("g7data.*")))]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
        assert [line for line in done.stderr.splitlines() if "g7data" in line] == []


def every_command_goes_well(today: Day, posts: list[str]) -> None:
    failed = [done for done in today.done if done.code != 0]
    assert failed == []
    assert [done.command for done in today.done] == commands()


def the_first_commands_make_releases(today: Day, posts: list[str]) -> None:
    assert "Published 1.0.0" in today.printed("make dataset")
    assert "Published 1.1.0" in today.printed(".venv/bin/python -m flows refresh --source")
    shown = next(done.printed for done in today.done if done.command.startswith(".venv/bin/g7data list"))
    assert [line.split()[:2] for line in shown.splitlines()[1:3]] == [["1.1.0", "latest"], ["1.0.0", "1"]]


def the_server_offers_both_flows_with_a_form(today: Day, posts: list[str]) -> None:
    offered = {str(deployment["name"]): deployment for deployment in today.server.ask("deployments/filter")}
    assert offered.keys() == {"refresh", "build"}
    schedules = offered["refresh"]["schedules"]
    assert isinstance(schedules, list)
    assert [schedule["schedule"]["cron"] for schedule in schedules] == [CRON]
    assert offered["build"]["schedules"] == []
    form = offered["build"]["parameter_openapi_schema"]
    assert isinstance(form, dict)
    assert {"inputs", "output", "version", "private_text", "workers"} <= form["properties"].keys()


def a_run_is_on_its_page_with_its_reports(today: Day, posts: list[str]) -> None:
    assert "COMPLETED" in today.printed(".venv/bin/prefect flow-run ls").upper()
    fetch, build = (today.printed(f".venv/bin/prefect artifact inspect {key}") for key in ("fetch", "build"))
    assert "The crawl is whole" in fetch
    assert "3 documents are known, at least 9 should be" in fetch
    assert "Nothing differs from the release before" in build
    assert "| published |" in build


def a_run_has_its_name_its_tags_and_a_line_for_each_step(today: Day, posts: list[str]) -> None:
    completed = {"state": {"name": {"any_": ["Completed"]}}, "tags": {"all_": ["g7data"]}}
    (run,) = today.server.ask(
        "flow_runs/filter", deployments={"name": {"any_": ["refresh"]}}, flow_runs=completed, limit=1
    )
    assert str(run["name"]).startswith("refresh output 20")
    tags = run["tags"]
    assert isinstance(tags, list)
    assert {*tags} >= {"g7data", "output:output"}
    told = [str(line["message"]) for line in today.server.ask("logs/filter", limit=200)]  # of the build within it too
    assert any(re.match(r"fetch whole=True .* seconds=", line) for line in told), told
    assert any(re.match(r"keep files=\d+ .*seconds=", line) for line in told), told
    steps = [json.loads(line) for line in (today.clone / "output" / LOG).read_text(encoding="utf-8").splitlines()]
    assert run["name"] in {step["run"] for step in steps}


def the_server_plans_the_next_refreshes(today: Day, posts: list[str]) -> None:
    ((schedule,),) = (each["schedules"] for each in today.server.ask("deployments/filter") if each["name"] == "refresh")
    assert schedule["active"]  # it was paused and resumed
    planned = {"state": {"name": {"any_": ["Scheduled"]}}, "tags": {"all_": ["auto-scheduled"]}}
    until(lambda: today.server.ask("flow_runs/filter", flow_runs=planned), "a run by the clock")


def a_source_that_needs_a_look_is_told(today: Day, posts: list[str]) -> None:
    wanted = f"g7data: look at a source. {SOURCE}: 3 documents are known, at least 9 should be"
    until(lambda: any(text.startswith(wanted) for text in posts), "the alarm")


def a_run_that_fails_is_told(today: Day, posts: list[str]) -> None:
    (deployment,) = (each for each in today.server.ask("deployments/filter") if each["name"] == "build")
    run = today.server.tell(
        "flow_runs/", name="a-run", flow_id=deployment["flow_id"], deployment_id=deployment["id"],
        tags=deployment["tags"], state={"type": "RUNNING"},
    ).json()  # fmt: skip
    failed = {"type": "FAILED", "name": "Failed", "message": 'Not "built"'}
    today.server.tell(f"flow_runs/{run['id']}/set_state", state=failed, force=True)
    until(lambda: 'g7data: a run ended badly. a-run: Not "built"' in posts, "the alarm")


def silence_is_waited_for(today: Day, posts: list[str]) -> None:
    quiet = {each["name"]: each["trigger"] for each in today.server.ask("automations/filter")}
    assert len(quiet) == 3
    trigger = quiet["g7data: nothing was refreshed for 8 days"]
    assert isinstance(trigger, dict)
    assert (trigger["posture"], trigger["within"]) == ("Proactive", 8 * 24 * 3600)
    assert trigger["expect"] == ["prefect.flow-run.Completed"]


def cron_sends_no_mail_when_all_went_well(today: Day, posts: list[str]) -> None:
    (done,) = (done for done in today.done if done.command == cron_line()[1])
    assert done.printed.strip() == ""
    assert "Nothing differs from the release before" in (today.clone / "refresh.log").read_text(encoding="utf-8")


def systemd_is_asked_for_units_of_the_page(today: Day, posts: list[str]) -> None:
    assert today.asked == [
        "systemctl enable --now g7data.timer",
        "systemctl --failed g7data.service",
        "journalctl --unit g7data.service --since 8 days ago",
    ]


def a_release_is_taken_back(today: Day, posts: list[str]) -> None:
    assert (today.clone / "output" / "latest").readlink() == Path("releases/1.0.0")
    assert "1.1.0 is withdrawn at output: latest is 1.0.0." in today.printed(".venv/bin/g7data withdraw")
    shown = today.done[-2].printed
    assert "1.1.0 was withdrawn on" in shown
    assert "Dates of 2019 were read as 2009" in shown


CHECKS = (
    every_command_goes_well,
    the_first_commands_make_releases,
    the_server_offers_both_flows_with_a_form,
    a_run_is_on_its_page_with_its_reports,
    a_run_has_its_name_its_tags_and_a_line_for_each_step,
    the_server_plans_the_next_refreshes,
    a_source_that_needs_a_look_is_told,
    a_run_that_fails_is_told,
    silence_is_waited_for,
    cron_sends_no_mail_when_all_went_well,
    systemd_is_asked_for_units_of_the_page,
    a_release_is_taken_back,
)


def test_every_command_does_what_the_page_says(today: Day, posts: list[str], subtests: pytest.Subtests) -> None:
    """One test, so that the page is run once, however many processes run the tests."""
    for check in CHECKS:
        with subtests.test(check.__name__):
            check(today, posts)


def test_alarms_take_a_server_that_stays(monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with (
        temporary_settings(restore_defaults={PREFECT_API_URL}),
        pytest.raises(NoServer, match="name it in PREFECT_API_URL"),
    ):
        set_alarms("https://hooks.example/g7data", 8)
