"""`g7data diff`: what differs between two releases."""

import pytest
from click.testing import CliRunner

from g7data.cli import main
from tests.release_samples import CLAUSES, SCHEMAS, clause, field, release, schema
from tests.support_client import make_output


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """Four releases; the last has a column more, and a clause whose text would steer a terminal."""
    output = make_output(tmp_path_factory.mktemp("diff"))
    wider = schema("clauses", ["document_id", "position"], [*CLAUSES, field("note", CLAUSES.field("text").type)])
    rows = [{**clause("d1", 1, "\x1b[31mRed."), "note": None}, {**clause("d1", 3), "note": "n"}]
    release(output, {"clauses": rows}, schemas={**SCHEMAS, "clauses": wider})
    return output


def diff(output, *arguments: str):
    done = CliRunner().invoke(main, ["diff", *arguments, "--source", str(output)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_between_neighbours_causes_are_told(output):
    told = diff(output, "1.0.0", "1.0.1").splitlines()
    assert told[0] == "1.0.0 → 1.0.1"
    assert told[2].split() == ["clauses", "–", "–", "1"]
    assert "causes: source 1" in told
    assert told[-1] == "~ d1/1  text: We will act. → Changed.  (source)"


def test_any_two_can_be_compared(output):
    told = diff(output, "1.0.0", "1.1").splitlines()
    counts = {line.split()[0]: line.split()[1:] for line in told if line.startswith(("clauses ", "documents "))}
    assert counts == {"clauses": ["1", "–", "1"], "documents": ["1", "–", "–"]}
    assert "+ d3/1" in told
    assert "~ d1/1  text: We will act. → Changed." in told
    assert not any(line.startswith("causes") for line in told)


def test_backwards_what_came_leaves(output):
    told = diff(output, "1.1", "1.0.1").splitlines()
    assert "- d3" in told
    assert "- d3/1" in told


def test_columns_that_came_are_told(output):
    assert "+ column clauses.note added" in diff(output, "1.0.0", "latest").splitlines()


def test_one_table_and_fewer_examples(output):
    told = diff(output, "1.0.0", "1.1.0", "--table", "documents", "--examples", "0")
    assert "documents" in told
    assert "clauses" not in told
    assert "d3" not in told


def test_examples_are_limited_and_of_every_kind(output):
    told = diff(output, "1.1.0", "latest", "--table", "clauses", "--examples", "3").splitlines()
    examples = [line for line in told if line[:2] in ("+ ", "- ", "~ ") and "column" not in line]
    assert [line[0] for line in examples] == ["+", "~", "-"] or sorted(line[0] for line in examples) == ["+", "-", "~"]


def test_words_of_others_do_not_steer_the_terminal(output):
    assert "\x1b" not in diff(output, "1.1.0", "latest")


def test_the_same_release_does_not_differ(output):
    assert diff(output, "1.0.1", "1.0") == "1.0.1 → 1.0.1: no difference\n"
