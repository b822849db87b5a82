"""Corrections in a build: a corrected value is a new release, and what cannot be corrected publishes nothing."""

import shutil
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import flows.build as room
from flows.__main__ import main
from flows.built import Built
from flows.report import show
from flows.validation import CorrectionBreaksContract
from g7data.assemble.corrected import CorrectionOutdated
from g7data.assemble.corrections import CorrectionFaulty
from tests.made_once import made_once
from tests.plain_flows import without_prefect
from tests.support_tables import statement, write_pages

ENTRY = """
[[correction]]
table = "documents"
url = "{url}"
column = "{column}"
expect = {expect}
value = {value}
reason = "it was misread"
source = "https://b.example/calendar"
"""


def entry(column="city", expect='"Takasaki"', value='"Maebashi"', url="https://a.example/1") -> str:
    return ENTRY.format(column=column, expect=expect, value=value, url=url)


def build_page(folder: Path, *entries: str) -> Built:
    """A release of one page, with the entries of a file."""
    pages = write_pages(folder / "pages", [statement("https://a.example/1")])
    corrections = folder / "corrections.toml"
    corrections.write_text("\n".join(entries), encoding="utf-8")
    return room.build([str(pages)], folder / "out", corrections=corrections)


@pytest.fixture
def build(monkeypatch, tmp_path):
    """The flow's own code on one page, without Prefect, with the entries of a file."""
    without_prefect(monkeypatch)
    return partial(build_page, tmp_path)


@pytest.fixture(scope="session")
def uncorrected(shared) -> Path:
    """What is there once the page was published as it was read."""

    def make(folder):
        with pytest.MonkeyPatch.context() as patch:
            without_prefect(patch)
            build_page(folder)

    return made_once(shared / "uncorrected", make)


@pytest.fixture
def published(uncorrected, tmp_path) -> Path:
    """The release of the page as it was read, from which a test goes on."""
    shutil.copytree(uncorrected / "out", tmp_path / "out", symlinks=True)
    return tmp_path / "out" / "latest"


def cities(release: Path) -> list[str]:
    return pq.read_table(release / "documents.parquet")["city"].to_pylist()


def causes(built: Built, table: str) -> set[tuple[str | None, str | None]]:
    """The columns of a table that changed, with the cause that is told."""
    changes = pq.read_table(built.path / "changes.parquet").to_pylist()
    return {(row["column_name"], row["cause"]) for row in changes if row["table_name"] == table}


def releases(folder) -> list[str]:
    return sorted(path.name for path in (folder / "out" / "releases").glob("[0-9]*"))


def test_a_correction_is_a_new_release_and_the_same_again_is_none(build, published):
    assert cities(published) == ["Takasaki"]
    corrected, again = build(entry()), build(entry())
    assert (corrected.new, again.new) == (True, False)
    assert cities(corrected.path) == ["Maebashi"]


def test_so_is_taking_it_back(build, published):
    build(entry())
    back = build()
    assert (back.new, cities(back.path)) == (True, ["Takasaki"])
    assert causes(back, "documents") == {("city", "correction"), ("flags", "correction")}


def test_the_changes_name_the_correction_as_their_cause(build, published):
    corrected = build(entry(), entry("track", '"digital"', '"energy"'))
    told = causes(corrected, "documents")
    corrected_columns = {("city", "correction"), ("track", "correction"), ("flags", "correction")}
    assert told == corrected_columns | {("meeting_id", "correction")}, "nothing else differs, so all follows from them"
    assert causes(corrected, "evidence") == {(None, "correction")}


def test_one_that_is_out_of_date_publishes_nothing(build, published, tmp_path):
    with pytest.raises(CorrectionOutdated, match="expected 'Bari', found 'Takasaki'"):
        build(entry(expect='"Bari"'))
    assert releases(tmp_path) == ["1.0.0"]


def test_nor_does_one_after_which_the_row_breaks_the_contract(build, tmp_path):
    with pytest.raises(CorrectionBreaksContract, match=r"date_end 2023-04-29 lies before date_start 2023-04-30"):
        build(entry("date_end", "2023-04-30", "2023-04-29"))
    assert releases(tmp_path) == []


def test_nor_does_a_faulty_file_which_is_read_before_any_page(build, tmp_path):
    with pytest.raises(CorrectionFaulty, match=r"entry 1 .*value: 3 is not a text"):
        build(entry(value="3"))
    assert not (tmp_path / "out" / "archive").exists()


def test_the_report_tells_what_was_made_and_what_names_another_page(build, tmp_path, capsys):
    show(build(entry(), entry(url="https://b.example/[2]")), tmp_path / "out")
    printed = capsys.readouterr().out
    assert "1 corrections made" in printed
    assert "not among those published: correction 2 (documents.city of https://b.example/[2])" in printed


def test_without_corrections_the_report_says_nothing_of_them(build, published, tmp_path, capsys):
    show(build(), tmp_path / "out")
    printed = capsys.readouterr().out
    assert "corrections made" not in printed
    assert "not made" not in printed


class TestTheCommand:
    """It looks at the file before Prefect is started."""

    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        write_pages(tmp_path / "pages", [statement("https://a.example/1")])
        return tmp_path

    def test_takes_the_file_of_the_working_directory(self, folder, capfd):
        (folder / "corrections.toml").write_text("[[correction]]\n", encoding="utf-8")
        result = CliRunner().invoke(main, ["build", "pages"])
        assert result.exit_code == 1
        assert "corrections.toml, entry 1 (), table: it is missing" in result.output + capfd.readouterr().err

    def test_or_the_one_that_is_named(self, folder, capfd):
        (folder / "mine.toml").write_text("[[correction]]\n", encoding="utf-8")
        result = CliRunner().invoke(main, ["build", "pages", "--corrections", "mine.toml"])
        assert result.exit_code == 1
        assert "mine.toml, entry 1" in result.output + capfd.readouterr().err

    def test_one_that_is_not_there_is_a_mistake(self, folder):
        result = CliRunner().invoke(main, ["build", "pages", "--corrections", "none.toml"])
        assert result.exit_code == 2
        assert "none.toml" in result.output
