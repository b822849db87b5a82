"""`g7data extract`: with it a person understands a page, and a developer debugs a rule."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from g7data.cli import main
from g7data.reading import read_page
from tests.archive_warcs import compress, page
from tests.support_tables import LONG

PAGES = Path(__file__).parent / "pages"
TURIN = PAGES / "2017-labour-declaration-turin.html"


@pytest.fixture
def run():
    """What the command prints for arguments, provided that it succeeds."""

    def run(*arguments: object) -> str:
        done = CliRunner().invoke(main, ["extract", *map(str, arguments)])
        assert done.exit_code == 0, done.output
        return done.stdout

    return run


def test_a_page_is_shown_with_its_fields_clauses_people_and_links(run):
    shown = json.loads(run(TURIN))
    assert (shown["outcome"], shown["reason"]) == ("published", None)
    assert shown["document"]["city"]["value"] == "Turin"
    assert shown["document"]["date_start"]["value"] == "2017-09-30"
    assert [clause["label"] for clause in shown["clauses"] if "depth" not in clause] == ["1", "2", "3", "4", "5"]
    assert shown["clauses"][0]["text"].startswith("We, the Labour and Employment Ministers")
    assert "Giuliano Poletti" in {person["name"] for person in shown["ministers"]}
    assert shown["links"]


def test_every_value_stands_with_the_words_it_was_read_from(run):
    document = json.loads(run(TURIN))["document"]
    text = read_page(TURIN.read_bytes(), "text/html").text
    fields = {name: field for name, field in document.items() if isinstance(field, dict) and "read_from" in field}
    assert {"title", "kind", "official", "track", "date_start", "date_end", "city", "country", "presidency"} <= set(
        fields
    )
    for field in fields.values():
        for source in field["read_from"]:
            quote, _, place = source.rpartition(" [")
            start, end = map(int, place.split(",")[0].split(":"))
            assert quote.removesuffix("…") in " ".join(text[start:end].split())


def test_the_address_comes_from_the_pages_csv_beside_it(run):
    assert json.loads(run(TURIN))["url"] == "https://g7-centre.example/employment/2017-labour-declaration.html"


def test_japanese_is_printed_as_it_is(run):
    assert "デジタル" in run(PAGES / "2023-digital-sengen-takasaki-ja.html")


def test_the_layout_of_a_page_is_shown_block_by_block(run):
    blocks = json.loads(run("--blocks", TURIN))["blocks"]
    assert {"title", "header", "clause", "notice"} <= {block["role"] for block in blocks}
    assert [block["start"] for block in blocks] == sorted(block["start"] for block in blocks)
    (title,) = [block["words"] for block in blocks if block["role"] == "title"]
    assert "Labour and Employment Ministers" in title


def test_one_page_a_line_for_other_programs(run, tmp_path):
    (tmp_path / "a.txt").write_text(f"G7 Ministers' Statement on Ships\n\nBari, Italy, May 13, 2017\n\n{LONG}")
    (tmp_path / "b.txt").write_text("Nothing of interest to anybody.")
    lines = [json.loads(line) for line in run("--lines", tmp_path).splitlines()]
    assert [(line["url"], line["outcome"]) for line in lines] == [
        ("file:a.txt", "published"),
        ("file:b.txt", "out_of_scope"),
    ]


def test_several_inputs_are_read_in_order(run, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing of interest to anybody.")
    assert len(run("--lines", tmp_path / "a.txt", TURIN).splitlines()) == 2


def test_a_page_that_is_out_says_why(run, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing of interest to anybody.")
    shown = json.loads(run(tmp_path / "a.txt"))
    assert (shown["outcome"], shown["reason"]) == ("out_of_scope", "no_group")
    assert "document" not in shown


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("noise.txt", bytes(range(256)) * 40, "encoding"),
        ("broken.pdf", b"%PDF-1.7", "broken_pdf"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(run, tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    shown = json.loads(run(tmp_path / name))
    assert (shown["outcome"], shown["reason"]) == ("rejected", reason)
    assert shown["message"]


def test_a_stretch_of_an_archive_that_cannot_be_read_is_told(run, tmp_path):
    (tmp_path / "cut.warc.gz").write_bytes(compress(page(1), page(2))[:-40])
    shown = [json.loads(line) for line in run("--lines", tmp_path / "cut.warc.gz").splitlines()]
    assert [(one["outcome"], one["reason"]) for one in shown] == [
        ("out_of_scope", "no_group"),
        ("rejected", "truncated_archive"),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no-such-page.html"], "there is no no-such-page.html"),
        (["--blocks", "no-such-page.html"], "there is no no-such-page.html"),
        ([str(PAGES.parent / "support_pages.py")], "is of no kind that can be read"),
    ],
)
def test_a_mistake_is_told_in_one_line(arguments, message):
    done = CliRunner().invoke(main, ["extract", *arguments])
    assert done.exit_code == 1
    assert message in " ".join(done.output.split())
    assert "Traceback" not in done.output


def test_a_folder_without_pages_is_a_mistake(tmp_path):
    done = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert done.exit_code == 1
    assert "holds no page" in " ".join(done.output.split())


def test_an_input_must_be_given():
    assert CliRunner().invoke(main, ["extract"]).exit_code == 2


def test_a_page_that_cannot_be_read_has_a_reason_instead_of_blocks(tmp_path):
    (tmp_path / "empty.html").touch()
    done = CliRunner().invoke(main, ["extract", "--blocks", str(tmp_path / "empty.html")])
    assert (done.exit_code, json.loads(done.stdout)["reason"]) == (0, "empty")
    assert "no content" in json.loads(done.stdout)["message"]


def test_one_that_cannot_be_read_does_not_hide_the_blocks_of_the_others(tmp_path):
    (tmp_path / "a.html").touch()
    (tmp_path / "b.txt").write_text("Nothing of interest to anybody.")
    done = CliRunner().invoke(main, ["extract", "--blocks", "--lines", str(tmp_path)])
    assert [json.loads(line)["url"] for line in done.stdout.splitlines()] == ["file:a.html", "file:b.txt"]


def test_a_page_of_several_documents_shows_all_of_them(run):
    shown = run(PAGES / "2016-digital-declaration-takamatsu.pdf")
    assert "Joint Declaration by G7 ICT Ministers" in shown
    assert "G7 Opportunities for Collaboration" in shown
