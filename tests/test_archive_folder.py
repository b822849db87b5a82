"""A folder is looked through as a whole: pages, WARC files, and the rest, counted."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from g7data.archive.errors import InputNotAccepted, InputNotFound, PagesCsvError
from g7data.archive.folder import Found, PageFile, find_input, media_type_of, read_folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pages"


def fill(folder, *names, **contents):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    for name, content in contents.items():
        (folder / f"{name}.csv").write_text(content)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.b.pdf", "application/pdf"),
        ("a.docx", ""),
        ("html", ""),
    ],
)
def test_the_name_tells_the_media_type(name, media_type):
    assert media_type_of(name) == media_type


def test_pages_of_all_kinds_are_found_in_the_order_of_their_paths(folder):
    fill(folder, "b.html", "a.pdf", "z/a.md", "c.txt", "B.htm", "z/deep/er/a.xhtml")
    found = read_folder(folder)
    names = ["B.htm", "a.pdf", "b.html", "c.txt", "z/a.md", "z/deep/er/a.xhtml"]
    assert [page.path for page in found.pages] == [folder / name for name in names]
    assert [page.url for page in found.pages] == [f"file:{name}" for name in names]
    assert {page.retrieved_at for page in found.pages} == {None}


def test_other_files_are_counted_and_hidden_ones_are_not_even_that(folder):
    fill(folder, "a.html", "a.css", "img/a.png", "pages", ".a.html", ".git/a.html", pages="file\n")
    found = read_folder(folder)
    assert [page.path.name for page in found.pages] == ["a.html"]
    assert found.ignored == 3


def test_archives_are_found_beside_pages(folder):
    fill(folder, "a.html", "x/b.WARC.gz", "a.warc", "a.gz")
    found = read_folder(folder)
    assert found.archives == [folder / "a.warc", folder / "x/b.WARC.gz"]
    assert (len(found.pages), found.ignored) == (1, 1)


def test_an_empty_folder_holds_nothing(folder):
    folder.mkdir()
    assert read_folder(folder) == Found()


def test_a_folder_to_skip_is_skipped(folder):
    fill(folder, "a.html", "output/archive/a.warc.gz", "output/b.html")
    found = read_folder(folder, skip=folder / "output/archive")
    assert found.archives == []
    assert [page.path.name for page in found.pages] == ["a.html", "b.html"]


def test_pages_csv_tells_what_files_do_not(folder):
    fill(
        folder,
        "a.html",
        "b.html",
        pages="file,url,retrieved_at,media_type\n"
        "b.html,https://g7.example/b,2024-03-15T12:00:00Z,text/html; charset=x-sjis\n",
    )
    assert read_folder(folder).pages == [
        PageFile(folder / "a.html", "file:a.html", None, "text/html"),
        PageFile(
            folder / "b.html",
            "https://g7.example/b",
            datetime(2024, 3, 15, 12, tzinfo=UTC),
            "text/html; charset=x-sjis",
        ),
    ]


def test_an_empty_address_becomes_that_of_the_file(folder):
    fill(folder, "sub/a b.html", pages="file,url\nsub/a b.html,\n")
    assert [page.url for page in read_folder(folder).pages] == ["file:sub/a b.html"]


def test_names_that_would_break_a_header_are_encoded(folder):
    fill(folder, "a\nb.html", "d\udce9.html")
    assert [page.url for page in read_folder(folder).pages] == ["file:a%0Ab.html", "file:d%E9.html"]


def test_pages_csv_lets_files_of_any_name_be_pages(folder):
    fill(folder, "index", "hidden/.b", pages="file,media_type\nindex,text/html\nhidden/.b,text/plain\n")
    found = read_folder(folder)
    assert [(page.path.name, page.media_type) for page in found.pages] == [(".b", "text/plain"), ("index", "text/html")]
    assert found.ignored == 0


def test_a_file_in_several_rows_is_several_pages(folder):
    fill(folder, "a.html", pages="file,url\na.html,https://g7.example/a\na.html,https://g7.example/b\n")
    assert [page.url[-1] for page in read_folder(folder).pages] == ["a", "b"]


def test_two_files_may_have_one_address(folder):
    fill(folder, "a.html", "b.html", pages="file,url\na.html,https://g7.example/\nb.html,https://g7.example/\n")
    assert [page.url for page in read_folder(folder).pages] == ["https://g7.example/"] * 2


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("c.html", "line 3: there is no file 'c.html'"),
        ("sub", "no file 'sub'"),
        ("b", "line 3: 'b' does not show what"),
    ],
)
def test_rows_that_fit_no_page_are_told_with_their_line(folder, row, complaint):
    fill(folder, "a.html", "b", "sub/x.html", pages=f"file\na.html\n{row}\n")
    with pytest.raises(PagesCsvError, match=complaint):
        read_folder(folder)


def test_one_page_is_an_input(folder):
    fill(folder, "a.html")
    assert find_input(folder / "a.html").pages == [PageFile(folder / "a.html", "file:a.html", None, "text/html")]


def test_one_page_is_what_the_pages_csv_beside_it_says(folder):
    fill(folder, "a.html", pages="file,url\na.html,https://g7.example/a\n")
    assert find_input(folder / "a.html").pages == [
        PageFile(folder / "a.html", "https://g7.example/a", None, "text/html")
    ]


def test_one_archive_is_an_input(folder):
    fill(folder, "a.warc.gz")
    assert find_input(folder / "a.warc.gz") == Found(archives=[folder / "a.warc.gz"])


def test_what_is_not_there_is_told_with_what_would_be_accepted(folder):
    with pytest.raises(InputNotFound, match=r"there is no .*pages; an input is a folder, a page \(\.html.*\.warc\.gz"):
        find_input(folder)


def test_a_file_of_another_kind_is_told(folder):
    fill(folder, "a.docx")
    with pytest.raises(InputNotAccepted, match=r"a\.docx is of no kind that can be read"):
        find_input(folder / "a.docx")


def test_relative_paths_will_do(folder, monkeypatch):
    fill(folder, "sub/a.html")
    monkeypatch.chdir(folder)
    assert [page.url for page in find_input(Path()).pages] == ["file:sub/a.html"]
