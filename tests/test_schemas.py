"""What validation does with a table: good rows go on, the others are set aside with reasons a person can read."""

import json
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandera.config import config_context

import schemas
from schemas.contract import TableModel, Text, column
from schemas.rules import Rule


def altered(table: str, change: dict[str, Any]) -> pl.DataFrame:
    row = schemas.example_row(table)
    return row.with_columns(pl.lit(value, dtype=row.schema[name]).alias(name) for name, value in change.items())


def rows_of(table: str, *changes: dict[str, Any]) -> pl.DataFrame:
    return pl.concat([altered(table, change) for change in changes])


def test_only_the_failing_rows_leave_and_their_numbers_are_told():
    rows = rows_of(
        "documents",
        {"document_id": "d0"},
        {"document_id": "d1", "kind": "decree", "words": -1},
        {"document_id": "d2"},
        {"document_id": "d0"},
    )
    found = schemas.validate("documents", rows)
    assert found.valid["document_id"].to_list() == ["d0", "d2"]
    assert [(failure.row, failure.check) for failure in found.failures] == [
        (1, "in_vocabulary"),
        (1, "in_range"),
        (3, "key_is_unique"),
    ]


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        (
            "documents",
            {"date_start": date(2017, 9, 30), "date_end": date(2017, 9, 28)},
            "documents.date_end 2017-09-28 lies before date_start 2017-09-30",
        ),
        ("documents", {"title": None, "kind": None}, "documents.kind null must not be null"),
        (
            "documents",
            {"mode": "virtual", "country": None},
            "documents.mode 'virtual' contradicts place 'Turin, Italy', city 'Turin', country null: "
            "a virtual meeting has no place",
        ),
        (
            "clauses",
            {"numbering": "greek"},
            "clauses.numbering 'greek' is not one of decimal, letter, roman, bullet, none",
        ),
        ("people", {"documents": 0}, "people.documents 0 is less than 1"),
        ("evidence", {"confidence": 2.0}, "evidence.confidence 2.0 lies outside 0 to 1"),
    ],
)
def test_messages_can_be_read_by_a_person(table: str, change: dict[str, Any], message: str):
    assert message in [failure.message for failure in schemas.validate(table, altered(table, change)).failures]


@pytest.mark.parametrize(
    ("table", "column_accused", "message"),
    [
        ("people", "person_id", "people.person_id 'oliver-dowden-gbr' stands in an earlier row: a key names one row"),
        ("links", None, "links (document_id 'd1', position 1) stands in an earlier row: a key names one row"),
    ],
)
def test_a_repeated_key_accuses_all_its_columns(table: str, column_accused: str | None, message: str):
    (failure,) = schemas.validate(table, rows_of(table, {}, {})).failures
    assert (failure.column, failure.message) == (column_accused, message)


def test_a_failure_holds_the_row_ready_for_json():
    (failure,) = schemas.validate("documents", altered("documents", {"kind": "decree"})).failures
    told = json.loads(json.dumps(failure.values, allow_nan=False))
    assert list(told) == schemas.empty("documents").columns
    assert (told["date_start"], told["retrieved_at"]) == ("2017-09-25", "2026-11-20T08:30:00+00:00")
    assert (told["flags"], told["official"], told["confidence"]) == (["list_lost"], True, 0.95)


def test_a_failure_holds_no_nan():
    failures = schemas.validate("accuracy", altered("accuracy", {"recall": float("nan")})).failures
    assert {json.dumps(failure.values["recall"], allow_nan=False) for failure in failures} == {'"nan"'}


def test_a_failure_never_holds_the_whole_of_a_text_that_may_not_be_published():
    rows = altered("documents", {"text_published": False, "text": "reserved words " * 1000})
    (failure,) = schemas.validate("documents", rows).failures
    assert len(failure.values["text"]) == 500
    assert failure.values["text"].endswith("…")
    assert "reserved" not in failure.message


@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (lambda frame: frame.drop("n", "split"), r"table accuracy: split is missing; n is missing\. Build it with"),
        (lambda frame: frame.with_columns(note=pl.lit("x")), "note is not part of it"),
        (lambda frame: frame.cast({"n": pl.Int32}), "n is Int32 and should be Int64"),
        (lambda frame: frame.with_columns(f1=None), "f1 is Null and should be Float64"),
        (lambda frame: frame.select(reversed(frame.columns)), "in the order field, split, n, precision, recall, f1"),
    ],
)
def test_a_frame_of_other_columns_is_a_mistake_of_the_program(break_it: Any, message: str):
    with pytest.raises(schemas.ContractBroken, match=message):
        schemas.validate("accuracy", break_it(schemas.example_row("accuracy")))


def test_times_must_be_utc_to_the_microsecond():
    frame = schemas.example_row("pages")
    for other in (pl.Datetime("ms", "UTC"), pl.Datetime("us", "Asia/Tokyo"), pl.Datetime("us")):
        with pytest.raises(schemas.ContractBroken, match="retrieved_at"):
            schemas.validate("pages", frame.with_columns(pl.lit(None, dtype=other).alias("retrieved_at")))


def test_an_unknown_table_is_a_mistake_of_the_program():
    with pytest.raises(schemas.ContractBroken, match="no table 'document': the tables are documents, clauses"):
        schemas.validate("document", pl.DataFrame())


def test_a_rule_that_cannot_run_stops_the_run(monkeypatch: pytest.MonkeyPatch):
    class Broken(TableModel, key=("name",)):
        """One row with a rule about a column that is not there."""

        name: Text = column("Any name", example="x", rules=[Rule("mistaken", lambda it: it == pl.col("nmae"), "")])

    monkeypatch.setitem(schemas.MODELS, "broken", Broken)
    with pytest.raises(schemas.ContractBroken, match=r"a check of table broken could not run: .*nmae"):
        schemas.validate("broken", pl.DataFrame({"name": ["x"]}))


def test_validation_cannot_be_turned_off_from_outside():
    with config_context(validation_enabled=False):
        assert schemas.validate("documents", altered("documents", {"kind": "decree"})).failures


coverage_rows = st.lists(
    st.fixed_dictionaries(
        {
            "meeting_id": st.sampled_from(["g7-2017-digital", "g7-2018-digital", "", None]),
            "expected_from": st.sampled_from(["presidencies.csv", " "]),
            "found": st.booleans(),
            "documents": st.integers(-1, 2),
        }
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=50)
@given(coverage_rows)
def test_every_row_is_either_kept_or_told_of(rows: list[dict[str, Any]]):
    frame = pl.DataFrame(rows, schema=schemas.empty("coverage").schema)
    found = schemas.validate("coverage", frame)
    refused = {failure.row for failure in found.failures}
    assert found.valid.rows() == [row for number, row in enumerate(frame.rows()) if number not in refused]
    assert schemas.validate("coverage", found.valid).failures == ()


def whole_release() -> dict[str, pl.DataFrame]:
    """One row in every table, whose references are null or lead to one another."""
    tables = {name: schemas.example_row(name) for name in schemas.MODELS}
    ids = {("documents", "document_id"): "d1", ("pages", "page_id"): "p1", ("sources", "source_id"): "s1"}
    ids |= {
        ("meetings", "meeting_id"): "g7-2017-digital-0925",
        ("people", "person_id"): "x",
        ("clauses", "clause_id"): "c1",
    }
    for (table, key), value in ids.items():
        tables[table] = tables[table].with_columns(pl.lit(value).alias(key))
    for name, model in schemas.MODELS.items():
        pointers = {name: pl.lit(ids[target]) for name, target in model.foreign_keys().items()}
        tables[name] = tables[name].with_columns(**pointers)
    return tables


EVERY_REFERENCE = [(name, pointer) for name, model in schemas.MODELS.items() for pointer in model.foreign_keys()]


def test_references_that_lead_somewhere_are_kept():
    assert schemas.check_references(whole_release()) == ()


@pytest.mark.parametrize(("table", "pointer"), EVERY_REFERENCE)
def test_a_reference_that_leads_nowhere_is_told(table: str, pointer: str):
    tables = whole_release()
    lost = tables[table].with_columns(pl.lit("lost").alias(pointer))
    tables[table] = pl.concat([tables[table], lost, tables[table].with_columns(pl.lit(None, pl.String).alias(pointer))])
    (failure,) = schemas.check_references(tables)
    target, key = schemas.MODELS[table].foreign_keys()[pointer]
    assert (failure.table, failure.row, failure.check, failure.column) == (table, 1, "reference_exists", pointer)
    assert failure.message == f"{table}.{pointer} 'lost' is not in {target}.{key}"
    assert failure.values[pointer] == "lost"


def test_references_cannot_be_checked_without_the_table_they_lead_to():
    with pytest.raises(schemas.ContractBroken, match=r"clauses.document_id refers to the table documents: give that"):
        schemas.check_references({"clauses": schemas.empty("clauses")})
