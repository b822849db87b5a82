"""`g7data cite`: citations of documents and clauses, in words and for programs."""

import json
import re
import shutil

import duckdb
import pytest
from click.testing import CliRunner

from g7data.cli import main

DOCUMENT, CLAUSE = "11dcab09ad1f", "11dcab09ad1f-0003"
"""A declaration of the sample pages, held by video link, and a clause of it that has no label."""


@pytest.fixture
def cite(sample_build):
    """Run `g7data cite` on the release made of the sample pages."""

    def run(*arguments: str, fails: bool = False) -> str:
        done = CliRunner().invoke(main, ["cite", *arguments], env={"G7DATA_SOURCE": str(sample_build.output)})
        assert done.exit_code == int(fails), done.output
        return done.stderr if fails else done.stdout

    return run


@pytest.fixture
def ask(sample_build):
    def run(question: str) -> list[dict[str, str]]:
        done = CliRunner().invoke(main, ["query", question, "--format", "json", "--source", str(sample_build.output)])
        return json.loads(done.stdout)

    return run


def test_a_clause_in_words(cite):
    assert cite(CLAUSE) == (
        "G7 Digital and Technology Ministers, 2021: “G7 Digital and Technology Ministers' Declaration”, 28 April 2021, "
        "clause without a label, 3rd in the text, in “Safety and openness”. g7-centre.example, "
        "https://g7-centre.example/ict/2021-declaration.html (retrieved 2 November 2026). "
        "In: g7data 1.0.0, 11dcab09ad1f-0003.\n"
    )


def test_a_document_in_words_names_no_clause(cite):
    assert "clause" not in cite(DOCUMENT)
    assert cite(DOCUMENT[:6]) == cite(DOCUMENT)


def test_a_clause_is_known_by_its_printed_label(cite, ask):
    (row,) = ask("SELECT clause_id, label FROM clauses WHERE numbering = 'decimal' ORDER BY 1 LIMIT 1")
    assert f"clause {row['label']}" in cite(row["clause_id"])


def test_bibtex(cite):
    entry = cite(CLAUSE, "--format", "bibtex")
    assert entry.startswith("@misc{g7data-11dcab09ad1f-0003,\n  author")
    assert "\n  year         = {2021},\n  month        = apr,\n" in entry
    assert "\n  url          = {https://g7-centre.example/ict/2021-declaration.html},\n" in entry
    assert entry.endswith("},\n}\n")


def test_csl(cite):
    (item,) = json.loads(cite(CLAUSE, "--format", "csl"))
    assert item["id"] == "g7data-11dcab09ad1f-0003"
    assert item["issued"] == {"date-parts": [[2021, 4, 28]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 2]]}
    assert (item["archive"], item["archive_location"]) == ("g7data 1.0.0", CLAUSE)


def test_every_document_can_be_cited_in_every_way(cite, ask):
    for row in ask("SELECT document_id FROM documents"):
        assert row["document_id"] in cite(row["document_id"])
        entry = cite(row["document_id"], "--format", "bibtex")
        assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}"), "braces must match"
        assert not re.search(r"(?<!\\)[#%&]", re.sub(r"\n  url .*", "", entry))
        json.loads(cite(row["document_id"], "--format", "csl"))


def test_a_date_is_as_precise_as_it_was_read(cite, ask):
    for row in ask("SELECT document_id, date_precision FROM documents WHERE date_precision <> 'day'"):
        (item,) = json.loads(cite(row["document_id"], "--format", "csl"))
        assert len(item["issued"]["date-parts"][0]) == {"year": 1, "month": 2}[row["date_precision"]]


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("nosuchid", "the release has no document_id 'nosuchid'"),
        (f"{DOCUMENT}-9999", "the release has no clause_id"),
        ("11dcab09ad1f-000", "is the beginning of several ids of clauses: 11dcab09ad1f-0001"),
        ("11", "the release has no document_id"),
    ],
)
def test_an_unknown_id_is_told(cite, wanted, answer):
    assert answer in cite(wanted, fails=True)


@pytest.fixture
def retired(sample_build, tmp_path):
    """The release made of the sample pages, with a retired id of the document, as its aliases tell."""
    output = tmp_path / "output"
    shutil.copytree(sample_build.output / "releases", output / "releases")
    with duckdb.connect(str(output / "releases" / "1.0.0" / "g7data.duckdb")) as connection:
        values = ["oldid1", "documents", DOCUMENT, "1.0.0", "the address was written in two ways"]
        connection.execute("INSERT INTO aliases VALUES (?, ?, ?, ?, ?)", values)
    return output / "releases" / "1.0.0"


@pytest.mark.parametrize(
    ("command", "wanted", "current"),
    [("cite", "oldid1", DOCUMENT), ("cite", "oldid1-0003", CLAUSE), ("show", "oldid1", DOCUMENT), ("show", "oldid1-0003", DOCUMENT)],
)  # fmt: skip
def test_a_retired_id_leads_to_what_stands_for_it_and_that_is_told(retired, command, wanted, current):
    told, asked = (CliRunner().invoke(main, [command, name, "--source", str(retired)]) for name in (wanted, current))
    assert (told.exit_code, told.stdout) == (0, asked.stdout)
    old = wanted if command == "cite" else "oldid1"
    assert f"{old} is {current} since version 1.0.0: the address was written in two ways" in told.stderr
    assert asked.stderr == ""


def test_a_clause_that_a_retired_document_has_not_is_told_as_unknown(retired):
    done = CliRunner().invoke(main, ["cite", "oldid1-9999", "--source", str(retired)])
    assert (done.exit_code, "the release has no clause_id 'oldid1-9999'" in done.stderr) == (1, True)


def test_a_release_from_before_there_were_aliases_is_read_as_ever(retired):
    with duckdb.connect(str(retired / "g7data.duckdb")) as connection:
        connection.execute("DROP TABLE aliases")
    done, unknown = (
        CliRunner().invoke(main, ["cite", name, "--source", str(retired)]) for name in (DOCUMENT, "oldid1")
    )
    assert (done.exit_code, unknown.exit_code) == (0, 1)
    assert "the release has no document_id 'oldid1'" in unknown.stderr
