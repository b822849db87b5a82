"""`g7data query`: questions in SQL, answers for people and programs."""

import io
import json

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from g7data.cli import main
from tests.support_client import make_output


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    return make_output(tmp_path_factory.mktemp("query"))


@pytest.fixture
def query(output):
    """Run `g7data query` on the made-up releases."""

    def run(*arguments: object, fails: bool = False, **more: object):
        done = CliRunner().invoke(main, ["query", *map(str, arguments)], env={"G7DATA_SOURCE": str(output)}, **more)
        assert done.exit_code == int(fails), done.output
        return done

    return run


QUESTION = "SELECT document_id, flags, date, retrieved_at, title FROM documents ORDER BY 1"


def test_an_answer_is_a_table(query):
    printed = query("SELECT count(*) AS clauses FROM clauses").stdout
    assert "clauses" in printed
    assert "│       4 │" in printed


def test_a_long_answer_is_cut(query):
    printed = query("SELECT * FROM range(1000)", "--rows", "6").stdout
    assert len(printed.splitlines()) < 20
    assert "1000 rows" in printed


def test_csv(query):
    assert query(QUESTION, "--format", "csv").stdout.splitlines()[:3] == [
        "document_id,flags,date,retrieved_at,title",
        'd1,"[""list_lost""]",2023-04-30,2026-11-20T08:30:00,Chairs’ Summary',
        "d2,,2023-04-30,2026-11-20T08:30:00,",
    ]


def test_json(query):
    rows = json.loads(query(QUESTION, "--format", "json").stdout)
    assert rows[0] == {
        "document_id": "d1",
        "flags": ["list_lost"],
        "date": "2023-04-30",
        "retrieved_at": "2026-11-20T08:30:00",
        "title": "Chairs’ Summary",
    }
    assert json.loads(query("SELECT 1 WHERE false", "--format", "json").stdout) == []
    assert json.loads(query("SELECT 'nan'::DOUBLE AS a, [1, 'inf'::DOUBLE] AS b", "--format", "json").stdout) == [
        {"a": None, "b": [1.0, None]}
    ]


def test_parquet(query):
    table = pq.read_table(io.BytesIO(query(QUESTION, "--format", "parquet").stdout_bytes))
    assert table.column("flags").to_pylist() == [["list_lost"], None, ["list_lost"]]


@pytest.mark.parametrize("ending", ["csv", "json", "parquet"])
def test_the_name_of_the_output_tells_the_format(query, tmp_path, ending):
    assert query(QUESTION, "--output", tmp_path / f"answer.{ending}").stdout == ""
    assert (tmp_path / f"answer.{ending}").read_bytes() == query(QUESTION, "--format", ending).stdout_bytes


def test_many_rows_go_through_in_parts(query, tmp_path):
    query("SELECT i, 'row ' || i AS name FROM range(25000) t(i)", "-o", tmp_path / "many.csv")
    lines = (tmp_path / "many.csv").read_text().splitlines()
    assert (len(lines), lines[-1]) == (25001, "24999,row 24999")


def test_an_output_is_whole_or_as_it_was(query, tmp_path):
    (tmp_path / "answer.csv").write_text("before")
    query("SELECT CASE WHEN i < 20000 THEN i ELSE error('too far') END FROM range(30000) t(i)",
          "-o", tmp_path / "answer.csv", fails=True)  # fmt: skip
    assert (tmp_path / "answer.csv").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["answer.csv"]


def test_the_question_may_come_from_the_standard_input(query):
    assert query("-", "--format", "csv", input="SELECT 6 * 7 AS answer").stdout == "answer\n42\n"


def test_another_release_may_be_asked(query):
    assert query("SELECT count(*) FROM documents", "--version", "1.0.0", "--format", "csv").stdout.split() == [
        "count_star()", "2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["SELECT * FROM read_csv('/etc/passwd')"], "no file and no network"),
        (["COPY clauses TO 'x.csv'"], "COPY is not for releases"),
        (["FROM clause"], 'Did you mean "clauses"'),
        (["SELECT 1", "--version", "7"], "the nearest is 1.1.0"),
        (["SELECT 1", "--source", "no-such-folder"], "there is no folder no-such-folder"),
        (["SELECT 1", "--output", "no-such-folder/answer.csv"], "cannot be written"),
    ],
)
def test_errors_say_what_to_do(query, arguments, answer):
    done = query(*arguments, fails=True)
    assert answer in done.stderr
    assert "Traceback" not in done.stderr


def test_words_of_others_do_not_steer_the_terminal(query):
    printed = query("SELECT 'a' || chr(27) || '[31mred' AS text").stdout
    assert "\x1b" not in printed
    assert "[31mred" in printed
