"""The build, from pages to a release: what a user gets, what becomes of bad input, and that nothing is lost on the way.

Prefect takes its time to start, so most tests run the flow's own code without it; the last ones run it as a user does.
"""

import json
import os
import shutil
from argparse import Namespace
from collections import Counter
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest
from fpdf import FPDF
from warcio.checker import Checker

import flows.build as room
import schemas
from flows.built import Built
from g7data.archive.errors import InputNotFound, NothingToRead
from g7data.assemble.conservation import PagesLost
from g7data.errors import G7DataError
from g7data.release.errors import OutputBusy
from g7data.release.lock import exclusive
from tests.archive_warcs import HTML, compress, page, record
from tests.made_once import made_once
from tests.plain_flows import without_prefect
from tests.support_tables import LONG, Row, Sheet, statement, write_pages

OUTCOMES = {"published", "out_of_scope", "rejected", "duplicate", "superseded", "index"}
MORE = "We will report on what was done to each other every year in the spring, and to all who ask us for it, in a form that machines can read."
SHEETS = (
    statement(
        "https://a.example/1",
        LONG,
        "1. The meeting was chaired by Mr. Taro Kono, Minister for Digital Transformation of Japan.",
    ),
    statement(
        "https://b.example/2", MORE, title="G7 Finance Ministers' Statement", header="Niigata, Japan, May 13, 2023"
    ),
    Sheet("https://c.example/3", "Nothing of interest to anybody."),
)


@pytest.fixture
def build(monkeypatch):
    """The flow's own code, with its tasks as plain functions."""
    without_prefect(monkeypatch)
    return lambda inputs, output, **options: room.build([str(i) for i in inputs], output, **options)


@pytest.fixture
def pages(tmp_path) -> Path:
    return write_pages(tmp_path / "pages", SHEETS)


@pytest.fixture(scope="session")
def built_before(shared) -> Path:
    """What is there once the pages were built."""

    def make(folder):
        with pytest.MonkeyPatch.context() as patch:
            without_prefect(patch)
            room.build([str(write_pages(folder / "pages", SHEETS))], folder / "out")

    return made_once(shared / "built-before", make)


@pytest.fixture
def output(built_before, tmp_path) -> Path:
    """An output folder with the release 1.0.0 of the pages, from which a test goes on."""
    return shutil.copytree(built_before / "out", tmp_path / "out", symlinks=True)


def table(release: Path, name: str) -> list[Row]:
    return pq.read_table(release / f"{name}.parquet").to_pylist()


def reasons(release: Path) -> list[tuple[str, str | None]]:
    return [(row["outcome"], row["reason"]) for row in table(release, "pages")]


def contents(release: Path) -> dict[str, bytes]:
    return {name: (release / f"{name}.parquet").read_bytes() for name in schemas.MODELS}


def versions(output: Path) -> list[str]:
    return sorted(path.name for path in (output / "releases").iterdir() if not path.name.startswith("."))


class TestTheReleaseOfTheSamplePages:
    def test_every_row_keeps_its_contract(self, sample_release):
        frames = {
            name: pl.read_parquet(sample_release / f"{name}.parquet").cast({pl.Categorical: pl.String})
            for name in schemas.MODELS
        }
        assert [
            failure.message for name, frame in frames.items() for failure in schemas.validate(name, frame).failures
        ] == []
        assert [failure.message for failure in schemas.check_references(frames)] == []

    def test_every_page_has_one_outcome_and_the_sums_add_up(self, sample_release):
        pages = table(sample_release, "pages")
        assert len(pages) == len({row["page_id"] for row in pages}) == 70
        assert {row["outcome"] for row in pages} <= OUTCOMES
        assert all((row["reason"] is None) == (row["outcome"] == "published") for row in pages)

    def test_every_page_points_at_its_first_document(self, sample_release):
        documents = {row["document_id"]: row["page_id"] for row in table(sample_release, "documents")}
        for row in table(sample_release, "pages"):
            assert documents.get(row["document_id"]) == (row["page_id"] if row["outcome"] == "published" else None)

    def test_a_clause_is_a_slice_of_its_documents_text(self, sample_release):
        texts = {row["document_id"]: row["text"] for row in table(sample_release, "documents")}
        clauses = table(sample_release, "clauses")
        assert any(row["text"] for row in clauses)
        for row in clauses:
            text = texts[row["document_id"]]
            assert row["text"] == (None if text is None else text[row["start"] : row["end"]])

    def test_clauses_do_not_overlap(self, sample_release):
        last: dict[str, int] = {}
        for row in sorted(table(sample_release, "clauses"), key=lambda row: (row["document_id"], row["position"])):
            assert row["start"] >= last.get(row["document_id"], 0)
            last[row["document_id"]] = row["end"]

    def test_the_annexes_of_a_page_are_linked_to_their_declaration(self, sample_release):
        annexes = [row for row in table(sample_release, "documents") if "#" in row["url"]]
        links = {(row["document_id"], row["target_id"]) for row in table(sample_release, "links")}
        by_page = {row["page_id"]: row["document_id"] for row in table(sample_release, "pages")}
        assert annexes
        assert all((by_page[row["page_id"]], row["document_id"]) in links for row in annexes)

    def test_the_archive_passes_the_check_of_warcio(self, sample_release):
        archive = sample_release.resolve().parent.parent / "archive"
        files = [str(path) for path in archive.glob("*.warc.gz")]
        assert files
        assert Checker(Namespace(inputs=files, verbose=False)).process_all() == 0

    def test_the_database_opens_and_explains_its_columns(self, sample_release):
        with duckdb.connect(str(sample_release / "g7data.duckdb"), read_only=True) as database:
            tables = dict(database.sql("SELECT table_name, comment FROM duckdb_tables()").fetchall())
            columns = database.sql(
                "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
            ).fetchall()
            counts = {name: database.sql(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in schemas.MODELS}
        assert set(schemas.MODELS) <= set(tables)
        assert all(tables[name] for name in schemas.MODELS)
        assert [column for column in columns if column[0] in schemas.MODELS and not column[2]] == []
        assert counts == {name: len(table(sample_release, name)) for name in schemas.MODELS}

    def test_latest_and_the_index_lead_to_it(self, sample_release):
        output = sample_release.resolve().parent.parent
        index = json.loads((output / "index.json").read_text(encoding="utf-8"))
        assert (output / "latest").resolve() == sample_release.resolve()
        assert index["latest"] == sample_release.resolve().name == "1.0.0"
        assert [entry["status"] for entry in index["releases"]] == ["published"]

    def test_nothing_of_the_work_is_left_lying_about(self, sample_release):
        output = sample_release.resolve().parent.parent
        left = {path.name for path in output.iterdir() if not path.name.startswith(".")}
        assert left == {"archive", "shards", "releases", "latest", "index.json", "runs.jsonl"}
        assert not [path for path in (output / "shards").iterdir() if path.name.startswith(".")]


class TestASecondBuild:
    def test_of_the_same_pages_gives_no_new_release(self, build, pages, output):
        second = build([pages], output)
        assert (second.new, second.version) == (False, "1.0.0")
        assert versions(output) == ["1.0.0"]

    def test_reads_no_archive_file_again(self, build, pages, output, monkeypatch):
        monkeypatch.setattr(
            "g7data.assemble.shards.extract", lambda capture: pytest.fail(f"{capture.url} was read again")
        )
        assert build([pages], output).pages_read == 3

    def test_with_one_page_changed_gives_a_new_version(self, build, pages, output):
        before = contents(output / "releases" / "1.0.0")
        write_pages(pages, (statement("https://a.example/1", MORE, retrieved_at="2026-12-02T08:00:00Z"), *SHEETS[1:]))
        built = build([pages], output)
        assert (built.new, built.version) == (True, "1.1.0")
        assert versions(output) == ["1.0.0", "1.1.0"]
        assert table(built.path, "changes")
        assert contents(output / "releases" / "1.0.0") == before

    def test_elsewhere_gives_the_same_files_byte_for_byte(self, build, pages, output, tmp_path):
        elsewhere = build([pages], tmp_path / "elsewhere")
        assert elsewhere.new
        assert contents(elsewhere.path) == contents(output / "latest")


class TestSeveralInputs:
    def test_folders_pages_and_archives_are_read_together(self, build, pages, tmp_path):
        crawl = tmp_path / "crawl.warc.gz"
        crawl.write_bytes(
            compress(
                record(
                    HTML
                    + f"<h1>G7 Ministers' Statement on Ships</h1><p>Bari, Italy, May 13, 2017</p><p>{LONG}</p>".encode()
                )
            )
        )
        single = tmp_path / "single.txt"
        single.write_text(SHEETS[0].text, encoding="utf-8")
        built = build([pages, crawl, single], tmp_path / "out")
        assert built.pages_read == 5
        assert {row["url"] for row in table(built.path, "documents")} >= {
            "https://g7.example/",
            "file:single.txt",
            "https://a.example/1",
        }

    def test_a_file_without_an_address_is_known_by_its_path(self, build, tmp_path):
        folder = tmp_path / "folder" / "inner"
        folder.mkdir(parents=True)
        (folder / "text.md").write_text(
            f"# G7 Ministers' Statement on Ships\n\nBari, Italy, May 13, 2017\n\n{LONG}\n", encoding="utf-8"
        )
        built = build([tmp_path / "folder"], tmp_path / "out")
        assert [row["url"] for row in table(built.path, "documents")] == ["file:inner/text.md"]

    def test_the_output_is_not_read_as_input(self, build, pages, tmp_path):
        build([pages], pages / "output")
        assert build([pages], pages / "output").pages_read == 3


def scan() -> bytes:
    """A PDF that is a picture of a page."""
    paper = FPDF()
    paper.add_page()
    paper.rect(20, 20, 100, 100, style="F")
    return bytes(paper.output())


def response(status: bytes, media_type: bytes, number: int) -> bytes:
    head = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media_type + b"\r\n\r\n"
    return record(head + b"G7", url=f"https://g7.example/{number}")


BAD_FILES = {
    "empty.html": (b"", "empty"),
    "blank.txt": (b" \r\n\t", "empty"),
    "no-text.html": (b"<html><head><title>G7</title></head><body><img src=g7.gif></body></html>", "no_text"),
    "noise.txt": (bytes(range(256)) * 40, "encoding"),
    "broken.pdf": (b"%PDF-1.7\nG7", "broken_pdf"),
    "scan.pdf": (scan(), "no_text_layer"),
}
BAD_RECORDS = (
    (b"404 Not Found", b"text/html", "http_404"),
    (b"500 Oops", b"text/html", "http_500"),
    (b"200 OK", b"image/png", "media_type"),
    (b"200 OK", b"application/json", "media_type"),
)


@pytest.fixture(scope="module")
def bad(tmp_path_factory) -> Built:
    """A build of good pages among bad ones: files, and records of a crawl."""
    folder = tmp_path_factory.mktemp("bad")
    pages = write_pages(folder / "pages", SHEETS[:1])
    for name, (content, _) in BAD_FILES.items():
        (pages / name).write_bytes(content)
    page_in_latin_1 = (
        f'<meta charset="utf-8"><h1>Déclaration des ministres du G7</h1><p>Évian, 3 juin 2003</p><p>{LONG}</p>'
    )
    (pages / "wrong-encoding.html").write_bytes(page_in_latin_1.encode("cp1252"))
    crawl = folder / "crawl.warc.gz"
    crawl.write_bytes(
        compress(*(response(status, kind, n) for n, (status, kind, _) in enumerate(BAD_RECORDS)), page(9))
    )
    with pytest.MonkeyPatch.context() as patch:
        without_prefect(patch)
        return room.build([str(pages), str(crawl)], folder / "out")


class TestBadPages:
    """Each leaves a row with its reason, and the rest is read."""

    def test_nothing_is_lost(self, bad):
        assert bad.pages_read == len(table(bad.path, "pages")) == len(BAD_FILES) + len(BAD_RECORDS) + 3
        assert Counter(outcome for outcome, _ in reasons(bad.path)) == {
            "rejected": len(BAD_FILES) + len(BAD_RECORDS),
            "published": 2,
            "out_of_scope": 1,
        }

    @pytest.mark.parametrize("name", BAD_FILES)
    def test_a_file_that_cannot_be_read_is_rejected(self, bad, name):
        content, code = BAD_FILES[name]
        (row,) = [row for row in table(bad.path, "pages") if row["url"] == f"file:{name}"]
        (rejected,) = [r for r in table(bad.path, "rejected") if r["page_id"] == row["page_id"]]
        assert (row["outcome"], row["reason"], row["bytes"]) == ("rejected", code, len(content))
        assert (rejected["stage"], rejected["code"]) == ("read", code)
        assert rejected["message"]

    @pytest.mark.parametrize("number", range(len(BAD_RECORDS)))
    def test_a_record_that_is_no_page_is_rejected(self, bad, number):
        code = BAD_RECORDS[number][2]
        (row,) = [row for row in table(bad.path, "pages") if row["url"] == f"https://g7.example/{number}"]
        (rejected,) = [r for r in table(bad.path, "rejected") if r["page_id"] == row["page_id"]]
        assert (row["outcome"], row["reason"]) == ("rejected", code)
        assert (rejected["stage"], rejected["code"]) == ("fetch" if code.startswith("http") else "read", code)

    def test_a_page_in_a_wrong_encoding_is_read_all_the_same(self, bad):
        assert "Déclaration des ministres du G7" in {row["title"] for row in table(bad.path, "documents")}

    def test_the_release_keeps_its_contract(self, bad):
        frames = {name: pl.read_parquet(bad.path / f"{name}.parquet") for name in schemas.MODELS}
        assert schemas.check_references(frames) == ()


class TestBadInput:
    @pytest.mark.parametrize("cut", [1, 60, 150])
    def test_a_truncated_archive_is_read_as_far_as_it_goes(self, build, tmp_path, cut):
        crawl = tmp_path / "crawl.warc.gz"
        crawl.write_bytes(compress(page(1), page(2), page(3))[:-cut])
        built = build([crawl], tmp_path / "out")
        assert [row["url"] for row in table(built.path, "pages")] == ["https://g7.example/1", "https://g7.example/2"]
        (rejected,) = table(built.path, "rejected")
        assert (rejected["stage"], rejected["code"], rejected["page_id"]) == ("fetch", "truncated_archive", None)
        assert any("crawl" in problem for problem in built.problems)

    def test_damage_in_the_middle_of_an_archive_loses_no_more_than_it_has_to(self, build, tmp_path):
        crawl = tmp_path / "crawl.warc.gz"
        crawl.write_bytes(compress(page(1)) + b"damage" * 20 + compress(page(2)))
        built = build([crawl], tmp_path / "out")
        assert [row["url"] for row in table(built.path, "pages")] == ["https://g7.example/1", "https://g7.example/2"]
        assert [row["code"] for row in table(built.path, "rejected")] == ["broken_record"]

    def test_an_empty_archive_is_said_to_be_empty(self, build, pages, tmp_path):
        (tmp_path / "empty.warc.gz").touch()
        built = build([pages, tmp_path / "empty.warc.gz"], tmp_path / "out")
        assert [row["code"] for row in table(built.path, "rejected")] == ["unreadable_file"]
        assert built.pages_read == 3

    def test_a_page_under_an_address_that_is_none_stops_nothing(self, build, pages, tmp_path):
        crawl = tmp_path / "crawl.warc.gz"
        crawl.write_bytes(compress(record(HTML + b"G7", url="http://[broken/"), page(1)))
        assert build([pages, crawl], tmp_path / "out").pages_read == 5

    def test_a_folder_that_does_not_exist_is_an_error(self, build, tmp_path):
        with pytest.raises(InputNotFound, match="no-such-folder"):
            build([tmp_path / "no-such-folder"], tmp_path / "out")

    def test_a_folder_without_pages_is_an_error(self, build, tmp_path):
        (tmp_path / "empty").mkdir()
        (tmp_path / "empty" / "notes.docx").touch()
        with pytest.raises(NothingToRead, match="among its 1 files"):
            build([tmp_path / "empty"], tmp_path / "out")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_an_output_that_may_not_be_written_is_an_error(self, build, pages, tmp_path):
        (tmp_path / "locked").mkdir(mode=0o500)
        with pytest.raises(G7DataError, match="cannot be written"):
            build([pages], tmp_path / "locked" / "out")

    def test_an_output_that_is_a_file_is_an_error(self, build, pages, tmp_path):
        (tmp_path / "out").touch()
        with pytest.raises(G7DataError, match="cannot be written"):
            build([pages], tmp_path / "out")

    def test_nothing_is_published_where_pages_are_lost(self, build, pages, tmp_path, monkeypatch):
        lossy = "SELECT page_id, canonical_url, outcome, document_id FROM shard_pages LIMIT 1"
        monkeypatch.setattr(
            "g7data.assemble.conservation._READ", f"SELECT 1 + count(*) FROM ({lossy.replace(' LIMIT 1', '')})"
        )
        with pytest.raises(PagesLost, match="nothing is published"):
            build([pages], tmp_path / "out")
        assert not (tmp_path / "out" / "latest").exists()


class TestAnInterruptedBuild:
    @pytest.mark.parametrize("step", ["extract_all", "assemble_tables", "validate", "publish_release"])
    def test_leaves_the_last_release_and_the_next_build_goes_on(self, build, pages, output, monkeypatch, step):
        write_pages(pages, (*SHEETS, statement("https://d.example/4", MORE, header="Rome, Italy, May 13, 2017")))
        with monkeypatch.context() as broken:
            broken.setattr(room, step, lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                build([pages], output)
        assert (output / "latest").resolve() == (output / "releases" / "1.0.0").resolve()
        assert len(table(output / "latest", "pages")) == 3
        built = build([pages], output)
        assert (built.new, built.pages_read) == (True, 4)
        assert (output / "latest").resolve() == built.path.resolve()

    def test_what_it_left_behind_is_cleared_away(self, build, pages, tmp_path):
        output = tmp_path / "out"
        for folder in ("staging", "shards/.half-a-shard.partial", "releases/.1.0.0.partial", "archive"):
            (output / folder).mkdir(parents=True)
            (output / folder / "half").write_text("half")
        (output / "archive" / ".draft-x.warc.gz").write_text("half")
        assert build([pages], output).version == "1.0.0"
        assert not (output / "staging").exists()
        assert versions(output) == ["1.0.0"]


class TestTwoBuildsAtOnce:
    def test_the_second_says_so_and_stops(self, build, pages, tmp_path):
        with exclusive(tmp_path / "out"), pytest.raises(OutputBusy, match=f"is being built by process {os.getpid()}"):
            build([pages], tmp_path / "out")

    def test_as_a_user_sees_it(self, run_flow, pages, tmp_path):
        with exclusive(tmp_path / "out"):
            done = run_flow("build", pages, "--output", tmp_path / "out")
        assert done.returncode == 1
        assert f"is being built by process {os.getpid()}" in " ".join(done.stdout.split())
        assert "Traceback" not in done.stdout


class TestPrivateText:
    REPORT = Sheet(
        "https://news.example/1",
        "G7 ministers speak about cables\n\nThe G7 ministers spoke on Monday about a cable that G7 states will lay next year, officials said.",
    )

    @pytest.mark.parametrize("private", [True, False])
    def test_a_release_for_ones_own_use_keeps_all_text_and_says_so(self, build, tmp_path, private):
        pages = write_pages(tmp_path / "pages", [self.REPORT, *SHEETS])
        built = build([pages], tmp_path / "out", private_text=private)
        report = next(row for row in table(built.path, "documents") if row["url"] == self.REPORT.url)
        assert (report["text"] == self.REPORT.text) is private
        descriptor = json.loads((built.path / "datapackage.json").read_text(encoding="utf-8"))
        assert bool(descriptor.get("private")) is private


def test_what_breaks_the_contract_is_set_aside_with_its_document(build, pages, tmp_path, monkeypatch):
    from g7data.extract import rows

    add = rows.Rows.add

    def misread(self, name, row):
        add(self, name, {**row, "kind": "sonnet"} if name == "documents" and "a.example" in str(row["url"]) else row)

    monkeypatch.setattr(rows.Rows, "add", misread)
    built = build([pages], tmp_path / "out")
    assert [row["url"] for row in table(built.path, "documents")] == ["https://b.example/2"]
    rejected = [(row["stage"], json.loads(row["row"])["url"]) for row in table(built.path, "rejected")]
    assert rejected == [("validate", "https://a.example/1")]
    page = next(row for row in table(built.path, "pages") if row["url"] == "https://a.example/1")
    assert (page["outcome"], page["document_id"]) == ("rejected", None)
    frames = {name: pl.read_parquet(built.path / f"{name}.parquet") for name in schemas.MODELS}
    assert schemas.check_references(frames) == ()


def test_a_missing_folder_is_told_in_one_line_before_prefect_starts(run_flow, tmp_path):
    done = run_flow("build", tmp_path / "no-such-folder", "--output", tmp_path / "out", timeout=30)
    assert done.returncode == 1
    assert "no-such-folder" in done.stdout
    assert "Traceback" not in done.stdout
    assert "Starting Prefect" not in done.stdout


def test_a_user_is_told_what_was_set_aside_and_why(run_flow, pages, tmp_path):
    (pages / "empty.html").touch()
    (pages / "notes.docx").touch()
    done = run_flow("build", pages, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stdout
    said = " ".join(done.stdout.split())
    assert "Published 1.0.0" in said
    for words in ("pages read (4)", "rejected empty", "out_of_scope no_group", "documents 2", "1 files"):
        assert words in said, said
    shutil.rmtree(tmp_path / "out" / "archive")
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/out/latest/documents.parquet'").fetchone() == (2,)
