"""Whatever is put into the archive is kept once, under its digest, and never changed."""

import gzip
import shutil
from pathlib import Path

import pytest

from g7data.archive import store
from g7data.archive.errors import (
    ArchiveNotFound,
    InputChanged,
    InputNotFound,
    NotAWarcFile,
    NotCompressedByRecord,
    NothingToRead,
    OutputNotWritable,
)
from g7data.archive.store import Archive
from g7data.archive.warc import read_captures
from g7data.archive.whole import digest_file
from tests.archive_warcs import compress, page


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "output" / "archive")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "Communiqués of 2024"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.html").write_text("<p>We, the ministers")
    (folder / "sub/b.txt").write_text("")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture
def warc(tmp_path):
    path = tmp_path / "CC-MAIN 2024.warc.gz"
    path.write_bytes(compress(page(1), page(2)))
    return path


def names(archive):
    return sorted(path.name for path in archive.folder.iterdir() if not path.name.startswith("."))


def test_a_folder_becomes_one_archive_file(archive, folder):
    (stored,) = archive.ingest([folder])
    assert stored.path == archive.folder / stored.name
    assert stored.name.startswith("communiques-of-2024-")
    assert len(stored.name) == len("communiques-of-2024-0123456789ab.warc.gz")
    assert stored.sha256 == digest_file(stored.path)
    assert (stored.source, stored.ignored, stored.added) == (str(folder), 1, True)
    assert [p.url for p in read_captures(stored.path)] == ["file:a.html", "file:sub/b.txt"]


def test_an_empty_page_is_kept_too(archive, folder):
    (stored,) = archive.ingest([folder])
    assert [p.body for p in read_captures(stored.path)] == [b"<p>We, the ministers", b""]


def test_a_warc_file_is_kept_as_it_is(archive, warc):
    (stored,) = archive.ingest([str(warc)])
    assert stored.path.read_bytes() == warc.read_bytes()
    assert stored.name == f"CC-MAIN-2024-{digest_file(warc)[:12]}.warc.gz"
    assert stored.sha256 == digest_file(warc)


def test_a_plain_warc_file_stays_plain(archive, tmp_path):
    (tmp_path / "x.warc").write_bytes(page(1))
    (stored,) = archive.ingest([tmp_path / "x.warc"])
    assert stored.name.endswith(".warc")
    assert [p.url for p in read_captures(stored.path)] == ["https://g7.example/1"]


def test_one_page_is_kept_under_its_name(archive, folder):
    (stored,) = archive.ingest([folder / "a.html"])
    assert stored.name.startswith("a-")
    assert [p.url for p in read_captures(stored.path)] == ["file:a.html"]


def test_pages_and_archives_in_one_folder_are_both_kept(archive, folder, warc):
    warc.rename(folder / warc.name)
    stored = archive.ingest([folder])
    assert [file.name.split("-")[0] for file in stored] == ["communiques", "CC"]
    assert [file.ignored for file in stored] == [1, 0]


def test_a_folder_of_archives_is_several_archives(archive, tmp_path):
    for number in (1, 2):
        (tmp_path / f"{number}.warc.gz").write_bytes(compress(page(number)))
    assert [file.name[0] for file in archive.ingest([tmp_path])] == ["1", "2"]


def test_nothing_is_written_a_second_time(archive, folder, warc):
    first = archive.ingest([folder, warc])
    before = {path.name: path.stat().st_mtime_ns for path in archive.folder.iterdir() if path.name != ".lock"}
    second = archive.ingest([folder, warc])
    assert [(file.name, file.sha256) for file in second] == [(file.name, file.sha256) for file in first]
    assert [file.added for file in second] == [False, False]
    assert before == {path.name: path.stat().st_mtime_ns for path in archive.folder.iterdir() if path.name != ".lock"}


def test_one_input_given_twice_is_one_file(archive, warc):
    assert len(archive.ingest([warc, warc])) == 1
    assert len(names(archive)) == 1


def test_one_content_under_two_names_is_one_file(archive, warc, folder, tmp_path):
    (tmp_path / "copy.warc.gz").write_bytes(warc.read_bytes())
    shutil.copytree(folder, tmp_path / "copy")
    stored = archive.ingest([warc, tmp_path / "copy.warc.gz", folder, tmp_path / "copy"])
    assert [file.source for file in stored] == [str(warc), str(folder)]


def test_two_folders_with_the_same_bytes_give_the_same_file(folder, tmp_path):
    files = [Archive(tmp_path / name).ingest([folder])[0] for name in ("one", "two")]
    assert files[0].name == files[1].name
    assert files[0].path.read_bytes() == files[1].path.read_bytes()


def test_a_changed_page_is_a_new_file_and_the_old_one_stays(archive, folder):
    (old,) = archive.ingest([folder])
    (folder / "a.html").write_text("<p>We, the leaders")
    (new,) = archive.ingest([folder])
    assert names(archive) == sorted([old.name, new.name])


def test_archive_files_are_read_only(archive, folder, warc):
    assert {file.path.stat().st_mode & 0o777 for file in archive.ingest([folder, warc])} == {0o444}


def test_progress_is_told_file_by_file(archive, folder, warc):
    told = []
    assert archive.ingest([folder, warc, warc], on_progress=told.append) == told
    assert len(told) == 2


def test_the_archive_inside_an_input_is_not_read_again(archive, tmp_path, warc):
    first = archive.ingest([tmp_path])
    assert [file.name for file in archive.ingest([tmp_path])] == [file.name for file in first]
    assert len(names(archive)) == 1


def test_drafts_of_an_interrupted_run_are_cleared_away(archive, folder):
    archive.ingest([folder])
    draft = archive.folder / ".draft-half.warc.gz"
    draft.write_bytes(b"\x1f\x8b")
    archive.ingest([folder])
    assert not draft.exists()


def test_an_interrupted_run_leaves_no_file_and_the_next_one_is_whole(archive, warc, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("g7data.archive.whole.os.fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            archive.ingest([warc])
    assert names(archive) == []
    assert archive.ingest([warc])[0].path.read_bytes() == warc.read_bytes()


def test_an_input_that_changes_while_it_is_read_is_told(archive, folder, monkeypatch):
    monkeypatch.setattr(store, "digest_pages", lambda pages: "0" * 64)
    with pytest.raises(InputChanged, match="run again"):
        archive.ingest([folder])
    assert names(archive) == []


@pytest.mark.parametrize("content", [b"", compress(page(1))[:50]])
def test_empty_and_damaged_archives_are_kept_for_the_reader_to_report(archive, tmp_path, content):
    (tmp_path / "bad.warc.gz").write_bytes(content)
    (stored,) = archive.ingest([tmp_path / "bad.warc.gz"])
    (problem,) = read_captures(stored.path)
    assert problem.archive == stored.name


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("missing", None, InputNotFound),
        ("page.warc.gz", b"<html>", NotAWarcFile),
        ("one.warc.gz", gzip.compress(page(1) + page(2), mtime=0), NotCompressedByRecord),
    ],
)
def test_a_bad_input_is_told_before_anything_is_kept(archive, folder, tmp_path, name, content, error):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(error, match=name):
        archive.ingest([folder, tmp_path / name])
    assert not archive.folder.exists()


@pytest.mark.parametrize(
    ("files", "words"), [([], "no page and no WARC file; an input"), (["a.png"], "among its 1 files")]
)
def test_a_folder_without_pages_is_told(archive, tmp_path, files, words):
    (tmp_path / "empty").mkdir()
    for name in files:
        (tmp_path / "empty" / name).touch()
    with pytest.raises(NothingToRead, match=words):
        archive.ingest([tmp_path / "empty"])


def test_a_place_that_cannot_be_written_is_told(tmp_path, folder):
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable, match="file/archive cannot be written"):
        Archive(tmp_path / "file" / "archive").ingest([folder])


def test_a_name_leads_to_its_file(archive, warc):
    (stored,) = archive.ingest([warc])
    assert archive.resolve(stored.name) == stored.path


@pytest.mark.parametrize("name", ["nothing.warc.gz", "../secret", "", "."])
def test_a_name_that_is_not_in_the_archive_is_told(archive, warc, name):
    archive.ingest([warc])
    Path(archive.folder.parent, "secret").touch()
    with pytest.raises(ArchiveNotFound, match="there is no archive file"):
        archive.resolve(name)
