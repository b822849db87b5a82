"""Every check of every table has a row that fails it, and rows that only look odd pass.

The row to start from is `schemas.example_row`; each case changes as little of it as makes it wrong. The lists below
are written out, not read from the models, so that a check cannot leave a model unseen.
"""

import importlib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import pytest

import schemas
from schemas.rules import Rule


class Case(NamedTuple):
    """A change to an example row, and the check that must then accuse the column."""

    table: str
    check: str
    column: str
    change: dict[str, Any]

    @property
    def name(self) -> str:
        """Name of the case in pytest's output."""
        return f"{self.table}.{self.column}-{self.check}"


REQUIRED = {
    "documents": """document_id kind official forum language source_id url text_published text_sha256 words
        clause_count flags confidence page_id""",
    "clauses": "clause_id document_id position depth numbering start end words flags",
    "ministers": "document_id person_id name function start end",
    "people": "person_id name documents",
    "participants": "document_id as_written participation start end",
    "links": "document_id position relation",
    "meetings": "meeting_id forum track year status documents",
    "observations": "document_id meeting_as_written indicator value start end",
    "evidence": "table_name row_id column_name page_id start end quote rule confidence",
    "pages": "page_id url bytes sha256 archive offset outcome",
    "rejected": "stage code message",
    "sources": "source_id publisher",
    "coverage": "meeting_id expected_from found documents",
    "aliases": "old_id table_name new_id since reason",
    "accuracy": "field split n labelled given right extractor_version stale",
    "changes": "table_name row_id change",
}

OUTSIDE_VOCABULARY = {
    "documents": {
        "kind": "decree",
        "forum": "G20",
        "track": "sport",
        "presidency": "PRT",
        "date_precision": "decade",
        "date_basis": "url",
        "mode": "online",
    },
    "clauses": {"numbering": "greek"},
    "ministers": {"portfolio": "telecoms", "function": "co-chair"},
    "participants": {"participation": "observer"},
    "links": {"relation": "logo"},
    "meetings": {"forum": "G6", "track": "ict", "presidency": "EUE", "mode": "Virtual", "status": "postponed"},
    "evidence": {"table_name": "document"},
    "pages": {"outcome": "dropped"},
    "rejected": {"stage": "publish"},
    "aliases": {"table_name": "texts"},
    "changes": {"table_name": "texts", "change": "replaced", "cause": "unknown"},
}

ILL_FORMED = {
    "documents": {
        "document_id": "annex 3",
        "meeting_id": "2017-digital",
        "language": "English",
        "country": "GER",
        "source_id": "University of Toronto",
        "url": "g7.utoronto.ca/ict",
        "text_sha256": "9F86D081",
        "same_as": "",
        "translation_of": "\t",
        "page_id": "",
    },
    "clauses": {"clause_id": "", "document_id": "d 1", "parent_id": ""},
    "ministers": {"document_id": "", "person_id": "Carlo Calenda", "country": "Italy"},
    "people": {"person_id": "", "country": "UK"},
    "participants": {"document_id": "", "body_id": "World Bank"},
    "links": {"document_id": "", "url": "/ict/annex1.html", "target_id": ""},
    "meetings": {"meeting_id": "g20-2017-digital", "country": "ENG"},
    "observations": {"document_id": "", "meeting_id": "G7 Takamatsu", "value_code": "No incident"},
    "evidence": {"column_name": "date start", "page_id": ""},
    "pages": {
        "page_id": "",
        "url": "index.html",
        "source_id": "",
        "media_type": "text/html; charset=utf-8",
        "sha256": "0" * 63,
        "document_id": "",
    },
    "rejected": {"page_id": "", "code": "Bad row!", "row": "d1"},
    "sources": {"source_id": "", "homepage": "g7.utoronto.ca", "country": "Ca", "rights_url": "see footer"},
    "coverage": {"meeting_id": "summit"},
    "aliases": {"old_id": "", "new_id": "d 1", "since": "1.3"},
    "accuracy": {"field": "Date", "extractor_version": "4D0C9F"},
    "changes": {"column_name": "City"},
}

MAY_BE_BLANK = {("evidence", "quote"), ("changes", "before"), ("changes", "after")}

TOO_LOW, TOO_HIGH = date(217, 9, 25), date(2107, 9, 25)

OUT_OF_RANGE = {
    "documents": {
        "date_start": TOO_LOW,
        "date_end": TOO_HIGH,
        "page_updated": TOO_LOW,
        "annex_number": 0,
        "words": -1,
        "clause_count": -1,
        "confidence": 1.01,
    },
    "clauses": {"position": 0, "depth": -1, "start": -1, "end": -1, "words": -1},
    "ministers": {"start": -1, "end": -1},
    "people": {"documents": 0},
    "participants": {"start": -1, "end": -1},
    "links": {"position": 0, "annex_number": 0},
    "meetings": {"year": 207, "date_start": TOO_LOW, "date_end": TOO_HIGH, "documents": -1},
    "observations": {"date_start": TOO_LOW, "date_end": TOO_HIGH, "as_of": TOO_HIGH, "start": -1, "end": -1},
    "evidence": {"start": -1, "end": -1, "confidence": -0.1},
    "pages": {"status": 1, "bytes": -1, "offset": -1},
    "coverage": {"documents": -1},
    "accuracy": {
        "n": -1,
        "precision": 1.2,
        "recall": float("nan"),
        "f1": -0.1,
        "labelled": -1,
        "given": -1,
        "right": -1,
    },
}

AGAINST_A_RULE = [
    Case("documents", "ends_after_start", "date_end", {"date_end": date(2017, 9, 24)}),
    Case("documents", "needs_date_start", "date_end", {"date_start": None}),
    Case("documents", "goes_with_date_start", "date_precision", {"date_precision": None}),
    Case("documents", "goes_with_date_start", "date_basis", {"date_start": None, "date_end": None}),
    Case("documents", "start_fits_precision", "date_precision", {"date_precision": "month"}),
    Case("documents", "virtual_has_no_place", "mode", {"mode": "virtual"}),
    Case("documents", "text_iff_published", "text_published", {"text_published": False}),
    Case("documents", "not_itself", "same_as", {"document_id": "d1", "same_as": "d1"}),
    Case("documents", "not_itself", "translation_of", {"document_id": "d1", "translation_of": "d1"}),
    Case("documents", "flag_names", "flags", {"flags": ["list_lost", "Year unsure"]}),
    Case("clauses", "not_itself", "parent_id", {"clause_id": "c1", "parent_id": "c1"}),
    Case("clauses", "root_iff_no_parent", "depth", {"depth": 0}),
    Case("clauses", "label_fits_numbering", "numbering", {"label": None}),
    Case("clauses", "span_runs_forward", "end", {"start": 81}),
    Case("clauses", "flag_names", "flags", {"flags": [None]}),
    Case("ministers", "span_runs_forward", "end", {"end": 119}),
    Case("participants", "span_runs_forward", "end", {"end": 239}),
    Case("links", "leads_somewhere", "relation", {"text": None, "url": None}),
    Case("links", "not_itself", "target_id", {"document_id": "d1", "target_id": "d1"}),
    Case("meetings", "id_tells_forum_year_track", "meeting_id", {"forum": "G8"}),
    Case("meetings", "begins_in_year", "date_start", {"date_start": date(2016, 9, 25)}),
    Case("meetings", "ends_after_start", "date_end", {"date_end": date(2017, 9, 24)}),
    Case("meetings", "needs_date_start", "date_end", {"date_start": None}),
    Case("meetings", "virtual_has_no_place", "mode", {"mode": "virtual", "country": None}),
    Case("observations", "ends_after_start", "date_end", {"date_end": date(2016, 4, 28)}),
    Case("observations", "needs_date_start", "date_end", {"date_start": None}),
    Case("observations", "span_runs_forward", "end", {"end": 309}),
    Case("evidence", "span_runs_forward", "end", {"end": 68}),
    Case("pages", "document_iff_published", "outcome", {"document_id": None}),
    Case("pages", "reason_unless_published", "outcome", {"outcome": "index", "document_id": None, "reason": None}),
    Case("rejected", "row_if_invalid", "stage", {"row": None}),
    Case("coverage", "documents_only_if_found", "documents", {"found": False}),
    Case("aliases", "old_id_is_another", "old_id", {"old_id": "d1", "new_id": "d1"}),
    Case("accuracy", "f1_between_both", "f1", {"f1": 0.95}),
    Case("accuracy", "right_among_both", "right", {"right": 41}),
    Case("changes", "column_if_changed", "change", {"column_name": None}),
    Case("changes", "values_differ", "change", {"before": "Turin"}),
    Case("changes", "values_differ", "change", {"change": "renamed", "before": "Turin"}),
    Case("changes", "added_has_no_before", "change", {"change": "added"}),
    Case("changes", "removed_has_no_after", "change", {"change": "removed"}),
]

SECOND_ROWS = [
    Case("clauses", "position_is_unique", "position", {"clause_id": "another"}),
    Case("participants", "body_once_per_document", "body_id", {"as_written": "O.E.C.D."}),
]


def cases_of(check: str, values: dict[str, dict[str, Any]]) -> list[Case]:
    return [Case(table, check, name, {name: bad}) for table, named in values.items() for name, bad in named.items()]


def text_columns_without_a_shape() -> list[Case]:
    """Every text column but those with a shape or a closed set refuses blanks."""
    fields = [(table, field) for table, schema in schemas.arrow_schemas().items() for field in schema]
    texts = [(table, field.name) for table, field in fields if str(field.type) == "string"]
    coded = {(case.table, case.column) for case in (*VOCABULARY_CASES, *SHAPE_CASES)}
    return [Case(table, "not_blank", name, {name: " \n"}) for table, name in texts if (table, name) not in coded]


NULL_CASES = cases_of("not_null", {table: dict.fromkeys(names.split()) for table, names in REQUIRED.items()})
VOCABULARY_CASES = cases_of("in_vocabulary", OUTSIDE_VOCABULARY)
SHAPE_CASES = cases_of("well_formed", ILL_FORMED)
BLANK_CASES = [case for case in text_columns_without_a_shape() if (case.table, case.column) not in MAY_BE_BLANK]
RANGE_CASES = cases_of("in_range", OUT_OF_RANGE)
ONE_ROW_CASES = [*NULL_CASES, *VOCABULARY_CASES, *SHAPE_CASES, *BLANK_CASES, *RANGE_CASES, *AGAINST_A_RULE]


def altered(table: str, change: dict[str, Any]) -> pl.DataFrame:
    row = schemas.example_row(table)
    return row.with_columns(pl.lit(value, dtype=row.schema[name]).alias(name) for name, value in change.items())


def rows_of(table: str, *changes: dict[str, Any]) -> pl.DataFrame:
    return pl.concat([altered(table, change) for change in changes])


@pytest.mark.parametrize("case", ONE_ROW_CASES, ids=lambda case: case.name)
def test_a_check_refuses_the_row_it_is_for(case: Case):
    found = schemas.validate(case.table, altered(case.table, case.change))
    assert (case.check, case.column) in {(failure.check, failure.column) for failure in found.failures}
    assert found.valid.height == 0


@pytest.mark.parametrize("case", SECOND_ROWS, ids=lambda case: case.name)
def test_a_check_refuses_the_second_row_that_takes_a_place(case: Case):
    found = schemas.validate(case.table, rows_of(case.table, {}, case.change))
    assert [(failure.row, failure.check, failure.column) for failure in found.failures] == [
        (1, case.check, case.column)
    ]
    assert found.valid.equals(schemas.example_row(case.table))


@pytest.mark.parametrize("table", [table for table, model in schemas.MODELS.items() if model.key_columns()])
def test_a_key_names_one_row_and_the_first_stays(table: str):
    found = schemas.validate(table, rows_of(table, {}, {}, {}))
    assert {failure.row for failure in found.failures if failure.check == "key_is_unique"} == {1, 2}
    assert found.valid.equals(schemas.example_row(table))


def test_every_declared_check_has_a_row_that_fails_it():
    declared = {
        (table, check.name, name)
        for table, model in schemas.MODELS.items()
        for name, field in model.to_schema().columns.items()
        for check in field.checks
    }
    required = {
        (table, "not_null", name)
        for table, model in schemas.MODELS.items()
        for name, field in model.to_schema().columns.items()
        if not field.nullable
    }
    assert declared | required == {(case.table, case.check, case.column) for case in (*ONE_ROW_CASES, *SECOND_ROWS)}
    assert all(
        [check.name for check in model.to_schema().checks] == ["key_is_unique"] for model in schemas.MODELS.values()
    )


def test_every_rule_that_is_written_is_used():
    modules = [importlib.import_module(f"schemas.{path.stem}") for path in Path(schemas.__file__).parent.glob("*.py")]
    written = {thing.name for module in modules for thing in vars(module).values() if isinstance(thing, Rule)}
    assert written <= {case.check for case in (*ONE_ROW_CASES, *SECOND_ROWS)}


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("documents", {"mode": "virtual", "place": None, "city": None, "country": None}),
        ("documents", {"date_start": None, "date_end": None, "date_precision": None, "date_basis": None}),
        ("documents", {"date_start": date(2017, 9, 1), "date_end": date(2017, 9, 30), "date_precision": "month"}),
        ("documents", {"date_start": date(2017, 1, 1), "date_end": date(2017, 12, 31), "date_precision": "year"}),
        ("documents", {"text_published": False, "text": None}),
        ("documents", {"language": "zh-Hant-TW"}),
        ("documents", {"url": "file:pages/with a blank.html", "country": "EUE", "flags": []}),
        ("clauses", {"parent_id": None, "depth": 0}),
        ("clauses", {"numbering": "bullet", "label": None}),
        ("clauses", {"numbering": "none", "label": None, "text": None}),
        ("participants", {"body_id": None}),
        ("pages", {"outcome": "out_of_scope", "reason": "names the G7 in passing", "document_id": None}),
        ("rejected", {"page_id": None, "stage": "read", "row": None}),
        ("rejected", {"row": '{"text": "two\\n lines",\n "start": 0}'}),
        ("changes", {"change": "added", "column_name": None, "before": None, "after": None}),
        ("changes", {"before": "", "after": None}),
        ("meetings", {"date_start": None, "date_end": None, "meeting_id": "g7-2017-digital"}),
        ("evidence", {"start": 7, "end": 7, "quote": ""}),
    ],
)
def test_a_row_that_only_looks_odd_is_kept(table: str, change: dict[str, Any]):
    assert schemas.validate(table, altered(table, change)).failures == ()


def test_unknown_bodies_may_be_many():
    rows = rows_of("participants", {"body_id": None}, {"body_id": None, "as_written": "Smart Africa"})
    assert schemas.validate("participants", rows).failures == ()
