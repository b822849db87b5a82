"""`g7data fetch` and `g7data sources` as a user meets them: what they print, and how they end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from g7data.cli.main import main
from g7data.fetch import wire
from tests.crawling import HOST, catalogue, put_up
from tests.internet import Internet, Redirect, Reset
from tests.internet.sites import index_page


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No long pauses, and the width of an ordinary terminal."""
    monkeypatch.setattr(wire.Limits.__init__, "__defaults__", (2.0, 1.0, 3.0, 0.02, 2_000_000))
    monkeypatch.setenv("COLUMNS", "80")


def g7data(*arguments: object) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def arguments(tmp_path: Path) -> list[object]:
    """Where to look and where to write."""
    return ["--output", tmp_path / "output", "--catalogue", catalogue(tmp_path / "catalogue", HOST)]


def test_tells_what_became_of_every_address(net: Internet, arguments: list[object]) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two", "three")
    site.page("/docs/two.html", "<title>Log in</title><h1>Log in</h1><form><input type=password></form>")
    site.trouble("/docs/three.html", Redirect("https://elsewhere.example/"))
    done = g7data("fetch", *arguments)
    assert done.exit_code == 0
    lines = [line.split() for line in done.output.splitlines()]
    assert lines[0] == ["source", "new", "moved", "doubted", "failed"]
    assert lines[1] == ["g7-library", "2", "1", "1", "1"]
    assert "login_wall g7-library: 1 address" in done.output
    assert f"  https://{HOST}/docs/two.html – the page asks to log in" in done.output
    assert f"  https://{HOST}/docs/three.html – it leads to https://elsewhere.example/" in done.output
    assert "The crawl is whole." in done.output


def test_sources_are_a_table_for_an_ordinary_terminal(net: Internet, arguments: list[object]) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    before = g7data("sources", *arguments)
    assert before.output.splitlines()[1].split() == ["g7-library", "–", "–", "–", "–", "–"]
    g7data("fetch", *arguments)
    site.remove("/docs/two.html")
    g7data("fetch", "--all", *arguments)
    after = g7data("sources", *arguments)
    cells = after.output.splitlines()[1].split()
    assert cells[:3] == ["g7-library", "1", "1"]
    assert cells[3].startswith("20")
    assert "alarm g7-library" not in after.output


def test_the_catalogue_that_comes_along_fits_an_ordinary_terminal(tmp_path: Path) -> None:
    done = g7data("sources", "--output", tmp_path)
    assert done.exit_code == 0
    assert "\ng7-information-centre " in done.output
    assert "Known as publishers, but not fetched: " in done.output
    assert max(map(len, done.output.splitlines())) <= 80


def test_alarms_are_told_by_both_commands(net: Internet, arguments: list[object]) -> None:
    net.site(HOST).page("/", index_page("Start", []))
    assert "alarm g7-library: 0 documents are known, at least 1 should be" in g7data("fetch", *arguments).output
    assert "alarm g7-library: 0 documents are known, at least 1 should be" in g7data("sources", *arguments).output


def test_a_run_that_reaches_nobody_fails(net: Internet, arguments: list[object]) -> None:
    done = g7data("fetch", *arguments)
    assert done.exit_code == 1
    assert f"alarm g7-library: {HOST} is left alone until the next run: no_connection" in done.output
    assert "no host answered, so nothing was fetched. Look whether there is a network" in done.output


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["--source", "nobody"], "no source 'nobody' in the catalogue"),
        (["--source", "au-pmc"], "au-pmc names no index page to begin with"),
    ],
)
def test_a_source_that_cannot_be_fetched_is_told(tmp_path: Path, wrong: list[str], message: str) -> None:
    done = g7data("fetch", "--output", tmp_path, *wrong)
    assert done.exit_code == 1
    assert message in done.output


def test_an_empty_catalogue_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    done = g7data("fetch", "--output", tmp_path, "--catalogue", tmp_path / "catalogue")
    assert done.exit_code == 1
    assert "the catalogue names no index page to begin with" in done.output


def test_an_output_that_cannot_be_written_is_told(net: Internet, arguments: list[object], tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    done = g7data("fetch", *arguments)
    assert done.exit_code == 1
    assert "cannot be written" in done.output


def test_nothing_is_printed_of_what_is_tried_again(net: Internet, arguments: list[object]) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", Reset(), times=1)
    command = [Path(sys.executable).with_name("g7data"), "fetch", *map(str, arguments)]
    done = subprocess.run(command, env=os.environ | net.environment, capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 3
