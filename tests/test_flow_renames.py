"""Renames in a build: a retired id is a row of `aliases`, and what is faulty is told before any page is read."""

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import flows.build as room
from flows.__main__ import main
from flows.build import Built
from g7data.release.errors import RenameFaulty
from tests.plain_flows import without_prefect
from tests.support_tables import statement, write_pages

ENTRY = """
[[id]]
table = "documents"
from = "{}"
to = "{}"
reason = "the address was written in two ways"
"""


@pytest.fixture
def build(monkeypatch, tmp_path):
    """The flow's own code on one page, without Prefect, with the entries of a file."""
    without_prefect(monkeypatch)
    pages = write_pages(tmp_path / "pages", [statement("https://a.example/1")])

    def run(*entries: str) -> Built:
        path = tmp_path / "renames.toml"
        path.write_text("\n".join(entries), encoding="utf-8")
        return room.build([str(pages)], tmp_path / "out", renames=path)

    return run


def rows(built: Built, table: str) -> list[dict]:
    return pq.read_table(built.path / f"{table}.parquet").to_pylist()


def test_a_retired_id_is_an_alias_and_a_minor_version(build):
    (document,) = rows(build(), "documents")
    built = build(ENTRY.format("oldid1", document["document_id"]))
    assert built.version == "1.1.0"
    assert [(row["old_id"], row["new_id"], row["since"]) for row in rows(built, "aliases")] == [
        ("oldid1", document["document_id"], "1.1.0")
    ]
    assert [(row["table_name"], row["cause"]) for row in rows(built, "changes")] == [("aliases", "rename")]


def test_ids_of_pages_that_are_not_here_are_told_and_left_out(build, capfd):
    built = build(ENTRY.format("oldid1", "newid1"))
    assert rows(built, "aliases") == []
    said = " ".join(capfd.readouterr().err.split())
    assert "Not among the ids here, and so no alias: id entry 1 (documents oldid1 → newid1)" in said


def test_an_id_in_use_publishes_nothing(build, tmp_path):
    (document,) = rows(build(), "documents")
    with pytest.raises(RenameFaulty, match="is still an id of documents"):
        build(ENTRY.format(document["document_id"], "newid1"))
    assert [path.name for path in (tmp_path / "out" / "releases").glob("[0-9]*")] == ["1.0.0"]


@pytest.mark.parametrize("arguments", [["build", "pages"], ["build", "pages", "--renames", "mine.toml"], ["refresh"]])
def test_the_commands_look_at_the_file_before_prefect_is_started(tmp_path, monkeypatch, capfd, arguments):
    monkeypatch.chdir(tmp_path)
    write_pages(tmp_path / "pages", [statement("https://a.example/1")])
    name = arguments[-1] if "--renames" in arguments else "renames.toml"
    (tmp_path / name).write_text("[[id]]\n", encoding="utf-8")
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert f"{name}, id entry 1 (), table: it is missing" in result.output + capfd.readouterr().err
