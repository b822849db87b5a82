"""`g7data list`: which releases there are."""

import json

from click.testing import CliRunner

from g7data.cli import main
from tests.support_client import VERSIONS, make_output


def test_lists_releases_newest_first(tmp_path):
    output = make_output(tmp_path)
    done = CliRunner().invoke(main, ["list", "--source", str(output)])
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["version", *VERSIONS]
    assert lines[1].split() == ["1.1.0", "latest", "1.2", "1.0.1", "3", "4", "11"]
    told = json.loads(CliRunner().invoke(main, ["list", "--source", str(output), "--format", "json"]).stdout)
    assert [(release["version"], release["latest"]) for release in told][:2] == [("1.1.0", True), ("1.0.1", False)]


def test_without_a_source_says_how_to_name_one(monkeypatch):
    monkeypatch.delenv("G7DATA_SOURCE", raising=False)
    done = CliRunner().invoke(main, ["list"])
    assert done.exit_code == 1
    assert "--source" in done.stderr
    assert "G7DATA_SOURCE" in done.stderr


def test_a_source_without_a_release_yet(tmp_path):
    (tmp_path / "index.json").write_text('{"latest": null, "releases": []}')
    assert CliRunner().invoke(main, ["list", "--source", str(tmp_path)]).stdout == "no release yet\n"
