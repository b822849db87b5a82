"""`g7data show`: a document with its clauses, and the words behind each field."""

import json

import pytest
from click.testing import CliRunner

from g7data.cli import main

DOCUMENT = "11dcab09ad1f"


@pytest.fixture
def show(sample_build):
    """Run `g7data show` on the release made of the sample pages."""

    def run(*arguments: str) -> str:
        environment = {"G7DATA_SOURCE": str(sample_build.output), "COLUMNS": "200"}
        done = CliRunner().invoke(main, ["show", *arguments], env=environment)
        assert done.exit_code == 0, done.output
        return done.stdout

    return run


@pytest.fixture
def documents(sample_build):
    question = "SELECT document_id, title, text, text_published FROM documents"
    done = CliRunner().invoke(main, ["query", question, "--format", "json", "--source", str(sample_build.output)])
    return json.loads(done.stdout)


def test_a_document_is_shown_with_the_words_behind_each_field(show):
    shown = show(DOCUMENT)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert lines[0] == "G7 Digital and Technology Ministers' Declaration"
    assert "date_start 2021-04-28 “April 28, 2021” [86:100] date:header line" in lines
    assert "mode virtual “by video link” [404:417] mode:virtual" in lines
    assert any(line.startswith("Oliver Dowden · Secretary of State") and "chair" in line for line in lines)
    assert "clauses (6)" in lines
    assert any(line.startswith("0001 We, the Digital and Technology Ministers") for line in lines)


def test_a_clause_leads_to_its_document(show):
    assert show(f"{DOCUMENT}-0003") == show(DOCUMENT[:5]) == show(DOCUMENT)


def test_every_document_can_be_shown(show, documents):
    for row in documents:
        shown = show(row["document_id"])
        assert row["document_id"] in shown
        assert "\x1b" not in shown
        assert ("may not be passed on" in shown) <= (not row["text_published"])


def test_quotes_are_the_words_at_their_place(show, documents):
    """What is shown as evidence is what stands in the text, for every value of every table."""
    quotes = 0
    for row in documents:
        told = json.loads(show(row["document_id"], "--format", "json"))
        parts = [told["document"], *(part for name, rows in told.items() if isinstance(rows, list) for part in rows)]
        for passage in (p for part in parts for passages in part["evidence"].values() for p in passages):
            if row["text"] is not None:
                assert row["text"][passage["start"] : passage["end"]] == passage["quote"]
                quotes += 1
    assert quotes > 1000


def test_all_evidence_of_a_document_is_told(show, documents, sample_build):
    """Nothing that the release has as evidence for a document is left out."""
    question = "SELECT count(*) AS n FROM evidence WHERE table_name <> 'meetings'"
    done = CliRunner().invoke(main, ["query", question, "--format", "json", "--source", str(sample_build.output)])
    told = [json.loads(show(row["document_id"], "--format", "json")) for row in documents]
    parts = [
        part for one in told for part in (one["document"], *(p for v in one.values() if isinstance(v, list) for p in v))
    ]
    shown = sum(len(passages) for part in parts for passages in part["evidence"].values())
    assert shown == json.loads(done.stdout)[0]["n"]


def test_an_unknown_id_is_told(sample_build):
    done = CliRunner().invoke(main, ["show", "nosuchid", "--source", str(sample_build.output)])
    assert done.exit_code == 1
    assert "the release has no document_id 'nosuchid'" in done.stderr
