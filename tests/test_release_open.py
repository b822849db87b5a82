import shutil

import pytest

from g7data.release.errors import ReleaseNotFound
from g7data.release.open import find_release, row_counts, stored_tables
from tests.release_samples import SCHEMAS, clause, release


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """Three releases: 1.0.0, 1.0.1 and 1.1.0."""
    output = tmp_path_factory.mktemp("open") / "output"
    release(output)
    release(output, {"clauses": [clause("d1", 1, "Changed."), clause("d1", 2), clause("d2", 1)]})
    release(output, {"clauses": [clause("d1", 1)]})
    return output


@pytest.mark.parametrize(
    ("version", "name"), [("latest", "1.1.0"), ("1.0.0", "1.0.0"), ("1.0", "1.0.1"), ("1", "1.1.0"), ("1.1.0", "1.1.0")]
)
def test_a_release_is_found_by_version_or_its_beginning(output, version, name):
    assert find_release(output, version).name == name


def test_a_release_may_be_named_itself(output):
    assert find_release(output / "latest").resolve().name == "1.1.0"
    assert find_release(output / "releases" / "1.0.0", "1.0").name == "1.0.0"


def test_a_release_keeps_its_version_under_another_name(output, tmp_path):
    copy = shutil.copytree(output / "releases" / "1.0.1", tmp_path / "g7 data")
    assert find_release(copy, "1.0") == copy


def test_a_release_named_itself_is_no_other(output):
    with pytest.raises(ReleaseNotFound, match=r"is release 1\.0\.0, not 1\.1"):
        find_release(output / "releases" / "1.0.0", "1.1")


@pytest.mark.parametrize("version", ["2", "1.0.7", "1.", "first"])
def test_an_unknown_version_is_answered_with_those_there_are(output, version):
    with pytest.raises(ReleaseNotFound, match=r"it has 1\.0\.0, 1\.0\.1, 1\.1\.0"):
        find_release(output, version)


def test_a_place_without_releases_says_what_to_do(tmp_path):
    with pytest.raises(ReleaseNotFound, match="publish one, or name another folder"):
        find_release(tmp_path / "nowhere")


def test_rows_are_counted_by_table(output):
    assert row_counts(find_release(output, "1.0.0")) == {"changes": 0, "clauses": 3, "documents": 2, "rejected": 2}


def test_tables_are_found_with_their_contracts(output):
    tables = stored_tables(find_release(output))
    assert set(tables) == set(SCHEMAS)
    assert tables["clauses"].contract.key == ("document_id", "position")


def test_latest_is_what_the_link_says(output, tmp_path):
    """A maintainer may lead readers back to an older release."""
    copy = shutil.copytree(output, tmp_path / "output", symlinks=True)
    (copy / "latest").unlink()
    (copy / "latest").symlink_to("releases/1.0.1")
    assert find_release(copy).name == "1.0.1"


def test_without_a_link_latest_is_the_newest(output, tmp_path):
    copy = shutil.copytree(output, tmp_path / "output", symlinks=True)
    (copy / "latest").unlink()
    assert find_release(copy).name == "1.1.0"
