"""`g7data download`: a release onto this machine, and the folder it lies in on the standard output."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from g7data.cli import main
from g7data.client import bring
from g7data.release.sums import wrong_sums
from tests.support_client import host, make_output


@pytest.fixture
def web(tmp_path, monkeypatch):
    monkeypatch.setenv("G7DATA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(bring, "WAITS", (0.0,))
    with host(make_output(tmp_path)) as (address, manners):
        yield address, manners


def download(*arguments: object):
    return CliRunner().invoke(main, ["download", *map(str, arguments)])


def test_prints_the_folder_and_nothing_else(web):
    done = download("1.0", "--source", web[0])
    assert done.exit_code == 0
    assert wrong_sums(Path(done.stdout.removesuffix("\n"))) == []
    assert done.stderr == ""
    assert download("1.0", "--source", web[0]).stdout == done.stdout


def test_latest_is_meant_when_nothing_is_said(web):
    assert Path(download("--source", web[0]).stdout.strip()).name.startswith("1.1.0-")


def test_goes_to_a_folder_of_ones_own(web, tmp_path):
    assert download("1.0", "--source", web[0], "--to", tmp_path / "mine").stdout.strip() == str(tmp_path / "mine")
    assert wrong_sums(tmp_path / "mine") == []
    done = download("1.1", "--source", web[0], "--to", tmp_path / "mine")
    assert done.exit_code == 1
    assert "name another folder" in done.stderr


@pytest.mark.parametrize(
    ("spoils", "version", "answer"),
    [("clauses.parquet", "latest", "is not as published"), (None, "3.0", "the nearest is 1.1.0")],
)
def test_errors_say_what_to_do(web, spoils, version, answer):
    web[1].spoils = spoils
    done = download(version, "--source", web[0])
    assert done.exit_code == 1
    assert answer in done.stderr
    assert done.stdout == ""
