"""`pages.csv` is read as people write it, and its mistakes are told with their lines."""

from datetime import UTC, datetime

import pytest

from g7data.archive.errors import PagesCsvError
from g7data.archive.pages_csv import FileNote, read_pages_csv

FULL = "file,url,retrieved_at,media_type\na.html,https://g7.example/a,2024-03-15T12:00:00Z,text/html\n"
NOON = datetime(2024, 3, 15, 12, tzinfo=UTC)


@pytest.fixture
def read(tmp_path):
    def read(content, encoding="utf-8"):
        (tmp_path / "pages.csv").write_bytes(content.encode(encoding))
        return read_pages_csv(tmp_path / "pages.csv")

    return read


def test_rows_are_read(read):
    assert read(FULL) == [FileNote(2, "a.html", "https://g7.example/a", NOON, "text/html")]


@pytest.mark.parametrize("content", [FULL.replace("\n", "\r\n"), FULL.replace("file,", " File ,"), "\ufeff" + FULL])
def test_line_ends_case_of_columns_and_a_bom_do_not_matter(read, content):
    assert read(content) == read(FULL)


def test_columns_may_be_missing_swapped_or_more(read):
    assert read("title,url,file\nDeclaration,https://g7.example/a,a.html\n") == [
        FileNote(2, "a.html", "https://g7.example/a")
    ]


@pytest.mark.parametrize("row", ["a.html,,,", "a.html", " a.html , , , "])
def test_empty_and_missing_values_say_nothing(read, row):
    assert read(f"file,url,retrieved_at,media_type\n{row}\n") == [FileNote(2, "a.html")]


@pytest.mark.parametrize("file", ["sub/a.html", "./sub/a.html", "sub\\a.html", "sub//a.html"])
def test_paths_are_taken_as_people_write_them(read, file):
    assert read(f"file\n{file}\n")[0].file == "sub/a.html"


def test_one_file_may_have_several_rows(read):
    assert [note.line for note in read("file,url\na.html,x\na.html,y\n")] == [2, 3]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("a.html,,15/03/2024,", "retrieved_at '15/03/2024' is not a time such as 2024-03-15T12:00:00Z"),
        ("a.html,,,html", "media_type 'html' is not a media type such as text/html"),
        ('a.html,,,"text/html; x=""\x07"""', "media_type"),
        (",https://g7.example/a,,", "file '' is not a path inside the folder"),
        ("../a.html,,,", "file '../a.html' is not a path inside the folder"),
        ("/etc/passwd,,,", "file '/etc/passwd' is not a path inside the folder"),
        ("a.html,https://g7.example/\x07,,", "control character"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_line(read, row, complaint):
    with pytest.raises(PagesCsvError) as error:
        read(f"file,url,retrieved_at,media_type\ngood.html,,,\n{row}\n")
    assert "pages.csv, line 3: " in str(error.value)
    assert complaint in str(error.value)


def test_a_line_break_in_an_address_cannot_smuggle_in_a_header(read):
    with pytest.raises(PagesCsvError, match="line 3"):
        read('file,url\na.html,"https://g7.example/\nWARC-Type: x"\n')


@pytest.mark.parametrize("content", ["", "file;url\na.html;x\n", "name,url\n"])
def test_a_list_without_files_is_told(read, content):
    with pytest.raises(PagesCsvError, match="line 1: there is no column `file`"):
        read(content)


def test_another_encoding_is_told(read):
    with pytest.raises(PagesCsvError, match="not in UTF-8"):
        read("file\ndéclaration.html\n", encoding="latin-1")


def test_what_is_no_csv_is_told(read):
    with pytest.raises(PagesCsvError, match="cannot be read: field larger"):
        read("file\n" + "x" * 200_000)
