import subprocess

import pytest

from g7data.release.errors import ReleaseDamaged
from g7data.release.sums import read_sums, write_sums, wrong_sums


@pytest.fixture
def folder(tmp_path):
    for name in ("b.parquet", "a.md", "Z.json"):
        (tmp_path / name).write_text(f"content of {name}")
    write_sums(tmp_path)
    return tmp_path


def test_every_file_is_listed_in_order_of_names(folder):
    assert list(read_sums(folder)) == ["Z.json", "a.md", "b.parquet"]


def test_the_list_is_what_sha256sum_reads(folder):
    checked = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert (checked.returncode, checked.stdout) == (0, "Z.json: OK\na.md: OK\nb.parquet: OK\n")


def test_a_folder_as_it_was_written_has_no_faults(folder):
    assert wrong_sums(folder) == []


def test_one_flipped_bit_is_found(folder):
    content = bytearray((folder / "a.md").read_bytes())
    content[3] ^= 1
    (folder / "a.md").write_bytes(content)
    assert wrong_sums(folder) == ["a.md is not as it was published"]


def test_a_missing_and_an_unlisted_file_are_found(folder):
    (folder / "a.md").rename(folder / "c.md")
    assert wrong_sums(folder) == ["a.md is missing", "c.md is not listed in SHA256SUMS"]


def test_a_folder_without_a_list_is_no_release(tmp_path):
    with pytest.raises(ReleaseDamaged, match="has no SHA256SUMS"):
        wrong_sums(tmp_path)
