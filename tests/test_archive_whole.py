"""A file is there as a whole or not at all."""

import hashlib

import pytest

from g7data.archive.errors import InputNotFound, InputNotReadable, OutputNotWritable
from g7data.archive.whole import copy_file, digest_file, open_input, remove_drafts, whole_file


def test_a_file_appears_when_it_is_complete_and_cannot_be_changed(tmp_path):
    with whole_file(tmp_path / "g7.warc") as file:
        file.write(b"WARC/1.1")
        assert not (tmp_path / "g7.warc").exists()
    assert (tmp_path / "g7.warc").read_bytes() == b"WARC/1.1"
    assert (tmp_path / "g7.warc").stat().st_mode & 0o222 == 0


def test_nothing_is_left_of_a_file_that_failed(tmp_path):
    def write_half():
        with whole_file(tmp_path / "g7.warc") as file:
            file.write(b"WARC")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_file_that_was_there(tmp_path):
    (tmp_path / "g7.warc").write_bytes(b"old")
    with pytest.raises(OutputNotWritable, match="No space left"), whole_file(tmp_path / "g7.warc"):
        raise OSError(28, "No space left on device")
    assert (tmp_path / "g7.warc").read_bytes() == b"old"


def test_a_place_that_is_no_folder_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable, match="Not a directory"), whole_file(tmp_path / "file" / "g7.warc"):
        pass


def test_a_copy_is_the_same_to_the_byte(tmp_path):
    content = bytes(range(256)) * 10_000
    (tmp_path / "source").write_bytes(content)
    digest = copy_file(tmp_path / "source", tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == content
    assert digest == digest_file(tmp_path / "copy") == hashlib.sha256(content).hexdigest()


def test_what_cannot_be_opened_is_told(tmp_path):
    with pytest.raises(InputNotFound, match="there is no file"):
        open_input(tmp_path / "nothing")
    with pytest.raises(InputNotReadable, match="cannot be read: Is a directory"):
        open_input(tmp_path)


def test_drafts_are_removed_and_nothing_else(tmp_path):
    for name in (".draft-g7.warc.gz", "g7.warc.gz", ".lock"):
        (tmp_path / name).touch()
    remove_drafts(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"g7.warc.gz", ".lock"}
