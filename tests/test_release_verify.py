"""`g7data verify`: whatever is wrong with a release is found, and named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from g7data.cli import main
from g7data.release.duck import DATABASE
from g7data.release.seal import sign_release
from g7data.release.signature import Signer
from g7data.release.sums import SUMS, write_sums
from g7data.release.verify import verify
from tests.conftest import SampleBuild
from tests.release_samples import TABLES, clause, document, release, small_engine

CHECKS = ["files", "signature", "index", "schemas", "references", "conservation", "quotes", "archive"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def faults(folder: Path, scratch: Path) -> dict[str, tuple[str, ...]]:
    """What is wrong, by check; checks that found nothing are left out."""
    with small_engine(scratch) as connection:
        return {finding.check: finding.faults for finding in verify(connection, folder) if finding.faults}


def rewrite(folder: Path, table: str, change: Callable[[pa.Table], pa.Table]) -> None:
    """Change a table of a release, and the list of sums with it, as somebody would who knows how."""
    path = folder / f"{table}.parquet"
    pq.write_table(change(pq.read_table(path)), path)
    write_sums(folder)


def with_first(column: str, value: object, which: str = "true") -> Callable[[pa.Table], pa.Table]:
    """Set a column in the first row (of those where the column `which` is set)."""

    def change(table: pa.Table) -> pa.Table:
        row = 0 if which == "true" else pc.is_valid(table[which]).to_pylist().index(True)
        values = table[column].to_pylist()
        values[row] = value
        place = table.schema.get_field_index(column)
        return table.set_column(place, table.schema.field(column), pa.array(values, table.schema.field(column).type))

    return change


@pytest.fixture
def copy(sample_release: Path, tmp_path: Path) -> Path:
    """The release of the sample pages, to be changed."""
    return Path(shutil.copytree(sample_release, tmp_path / "copy"))


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = release(tmp_path_factory.mktemp("signed") / "output").path
    sign_release(folder, "1.0.0", Signer.new())
    return folder


def test_the_release_of_the_sample_pages_is_sound(sample_build: SampleBuild) -> None:
    done = run(sample_build.release, "--archive", sample_build.output / "archive")
    assert done.exit_code == 0, done.output
    lines = [line.split() for line in done.output.splitlines()[1:-1]]
    assert [line[:2] for line in lines] == [["ok", check] for check in CHECKS]
    assert "It is as it was published." in done.output


def test_a_made_up_release_is_sound(signed: Path, tmp_path: Path) -> None:
    assert faults(signed, tmp_path) == {}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_flipped_byte_anywhere_is_found(signed: Path, tmp_path: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(signed.iterdir())))
    place = data.draw(st.integers(0, path.stat().st_size - 1))
    change = data.draw(st.integers(1, 255))
    before = path.read_bytes()
    path.write_bytes(before[:place] + bytes([before[place] ^ change]) + before[place + 1 :])
    try:
        found = faults(signed, tmp_path)
    finally:
        path.write_bytes(before)
    assert found.keys() & {"files", "signature"}


def test_a_damaged_file_is_named_and_the_exit_code_is_1(copy: Path) -> None:
    (copy / "CODEBOOK.md").write_text("else")
    done = run(copy)
    assert done.exit_code == 1
    assert "CODEBOOK.md is not as it was published" in done.output
    assert "references" not in done.output  # nothing else can be believed


def test_a_file_too_many_and_one_too_few_are_named(copy: Path, tmp_path: Path) -> None:
    (copy / "README.md").rename(copy / "READ.ME")
    assert faults(copy, tmp_path)["files"] == ("README.md is missing", f"READ.ME is not listed in {SUMS}")


def test_a_release_without_its_list_is_told_so(copy: Path, tmp_path: Path) -> None:
    (copy / SUMS).unlink()
    assert "has no SHA256SUMS" in faults(copy, tmp_path)["files"][0]


def test_a_release_that_must_be_signed_and_is_not(copy: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.pub"
    signer = Signer.new()
    key.write_text(signer.public.text)
    assert run(copy, "--public-key", key).exit_code == 1
    sign_release(copy, "1.0.0", signer)
    done = run(copy, "--public-key", key)
    assert (done.exit_code, f"by {signer.public.name}" in done.output) == (0, True)


def test_a_release_that_was_replaced_is_not_what_the_index_lists(tmp_path: Path) -> None:
    output = tmp_path / "output"
    folder = release(output).path
    (folder / "README.md").write_text("else")
    write_sums(folder)
    found = faults(folder, tmp_path)
    assert found == {"index": ("SHA256SUMS is not the one that index.json lists",)}


@pytest.mark.parametrize(
    ("table", "change", "check", "fault"),
    [
        ("evidence", with_first("quote", "never written", "quote"), "quotes", "not 'never written'"),
        ("evidence", with_first("row_id", "nowhere"), "references", "that evidence is given for are not there: nowhere"),
        ("evidence", with_first("page_id", "nowhere"), "references", "values of evidence.page_id are not in pages.page_id"),
        ("clauses", with_first("text", "never written", "text"), "quotes", "clause "),
        ("ministers", with_first("name", "Nobody"), "quotes", "minister "),
        ("participants", with_first("as_written", "Nowhere"), "quotes", "participant "),
        ("clauses", lambda table: table.slice(1), "conservation", "do not have as many clauses as clause_count says"),
        ("pages", with_first("outcome", "rejected", "document_id"), "conservation", "without a reason in rejected"),
        ("pages", with_first("outcome", "index", "document_id"), "conservation", "gave one without being published"),
        ("pages", with_first("outcome", "lost"), "schemas", "pages.outcome holds 'lost', which it may not"),
        ("documents", with_first("text", "else", "text"), "conservation", "another text than text_sha256 says"),
        ("documents", with_first("text", None, "text"), "conservation", "or lack one that is"),
        ("people", with_first("documents", 99), "conservation", "people are not named in as many documents"),
        ("meetings", with_first("documents", 99), "conservation", "meetings do not have as many documents"),
        ("meetings", lambda table: table.slice(1), "schemas", "meetings: it has "),
        ("people", with_first("family_name", "Else"), "schemas", f"people has other rows in {DATABASE}"),
        ("sources", lambda table: table.drop_columns(["country"]), "schemas", "sources: its columns are"),
        ("sources", lambda table: table.replace_schema_metadata({**table.schema.metadata, b"version": b"9.9.9"}), "schemas", "sources.parquet says"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_named(
    copy: Path, tmp_path: Path, table: str, change: Callable[[pa.Table], pa.Table], check: str, fault: str
) -> None:
    rewrite(copy, table, change)
    assert any(fault in told for told in faults(copy, tmp_path).get(check, ()))


def test_a_key_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    folder = release(tmp_path / "output", {"clauses": [*TABLES["clauses"], clause("d9", 1)]}).path
    lost = "1 values of clauses.document_id are not in documents.document_id: d9"
    assert faults(folder, tmp_path) == {"references": (lost,)}


def test_pages_are_looked_at_in_ranges_and_none_is_left_out(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every quote of a text that is published is wrong, and is found so however many ranges there are."""
    rewrite(copy, "evidence", lambda table: table.set_column(
        table.schema.get_field_index("quote"), table.schema.field("quote"), pc.binary_join_element_wise(table["quote"], "!", "")
    ))  # fmt: skip
    at_once = faults(copy, tmp_path)["quotes"]
    monkeypatch.setattr("g7data.release.passages.MOST_BYTES", 2000)
    assert sorted(faults(copy, tmp_path)["quotes"]) == sorted(at_once)
    assert len(at_once) > 100


def test_many_rows_that_break_a_law_are_counted(tmp_path: Path) -> None:
    rows = [clause(f"x{number}", 1) for number in range(1200)]
    folder = release(tmp_path / "output", {"clauses": rows, "documents": [document("d1")]}).path
    (told,) = faults(folder, tmp_path)["references"]
    assert told == "1,200 values of clauses.document_id are not in documents.document_id: x0, x1, x10 …"


class TestArchive:
    def test_a_page_that_is_not_in_the_archive_is_named(self, copy: Path, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        done = run(copy, "--archive", tmp_path / "empty")
        assert done.exit_code == 1
        assert "there is no archive file" in done.output

    def test_bytes_of_another_page_are_named(self, copy: Path, sample_build: SampleBuild) -> None:
        rewrite(copy, "pages", with_first("sha256", "0" * 64, "document_id"))
        done = run(copy, "--archive", sample_build.output / "archive")
        assert "are not those that were read" in done.output

    def test_a_quote_of_a_text_that_is_not_published_is_looked_up(
        self, copy: Path, sample_build: SampleBuild, tmp_path: Path
    ) -> None:
        withheld = pq.read_table(copy / "documents.parquet", filters=[("text_published", "=", False)])["page_id"][0]

        def change(table: pa.Table) -> pa.Table:
            row = table["page_id"].to_pylist().index(withheld.as_py())
            quotes = table["quote"].to_pylist()
            quotes[row] = "never written"
            return table.set_column(table.schema.get_field_index("quote"), table.schema.field("quote"), [quotes])

        rewrite(copy, "evidence", change)
        assert "quotes" not in faults(copy, tmp_path)
        done = run(copy, "--archive", sample_build.output / "archive")
        assert "not 'never written'" in done.output
