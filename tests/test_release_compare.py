from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.release.changes import COLUMNS, Change, Tally, tally
from g7data.release.compare import compare
from g7data.release.engine import scan
from tests.release_samples import (
    CLAUSES,
    DOCUMENTS,
    REJECTED,
    clause,
    document,
    field,
    read,
    schema,
    small_engine,
    store,
)

CLAUSES_KEY = ["document_id", "position"]
WORDS_AS_TEXT = field("words", pa.string())


@pytest.fixture
def changes(tmp_path):
    """Compare two states of some tables, each a list of rows with its schema, and give the rows of `changes`."""

    def found(before, after, cause=None):
        return sorted_changes(tmp_path, before, after, cause)

    return found


def sorted_changes(folder: Path, before, after, cause=None):
    sides = [
        {name: store(folder / side / f"{name}.parquet", kind, rows) for name, (kind, rows) in tables.items()}
        for side, tables in (("before", before), ("after", after))
    ]
    with small_engine(folder) as connection:
        compare(connection, *sides, folder / "changes.parquet", cause)
    rows = [tuple(row[name] for name in COLUMNS[:-1]) for row in read(folder / "changes.parquet")]
    assert all(row["cause"] == cause for row in read(folder / "changes.parquet"))
    return sorted(rows, key=str)


def documents(*rows, kind=DOCUMENTS):
    return {"documents": (kind, rows)}


def clauses(*rows, kind=CLAUSES):
    return {"clauses": (kind, rows)}


def test_equal_tables_have_no_changes(changes):
    assert changes(documents(document("d1"), document("d2")), documents(document("d2"), document("d1"))) == []


def test_a_row_that_came_is_one_change(changes):
    found = changes(clauses(clause("d1", 1)), clauses(clause("d1", 1), clause("d1", 2)))
    assert found == [("clauses", "d1/2", "added", None, None, None)]


def test_a_row_that_left_is_one_change(changes):
    found = changes(documents(document("d1"), document("d2")), documents(document("d1")))
    assert found == [("documents", "d2", "removed", None, None, None)]


@pytest.mark.parametrize(
    ("column", "before", "after", "texts"),
    [
        ("title", "Torino", "Turin", ("Torino", "Turin")),
        ("title", None, "", (None, "")),
        ("official", True, False, ("true", "false")),
        ("words", 120, None, ("120", None)),
        ("confidence", 0.1, 0.25, ("0.1", "0.25")),
        ("date", datetime(2023, 4, 29, tzinfo=UTC).date(), None, ("2023-04-29", None)),
        ("flags", ["a", "b,'c"], [], ('["a","b,\'c"]', "[]")),
        ("flags", None, [None], (None, "[null]")),
        (
            "retrieved_at",
            datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
            datetime(2026, 11, 20, 8, 30, 0, 500_000, tzinfo=UTC),
            ("2026-11-20T08:30:00Z", "2026-11-20T08:30:00.5Z"),
        ),
    ],
)
def test_a_value_that_changed_is_told_before_and_after(changes, column, before, after, texts):
    found = changes(documents(document("d1", **{column: before})), documents(document("d1", **{column: after})))
    assert found == [("documents", "d1", "changed", column, *texts)]


def test_times_are_told_in_utc_wherever_the_build_runs(changes, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    found = changes(
        documents(document("d1", retrieved_at=noon)), documents(document("d1", retrieved_at=noon + timedelta(hours=1)))
    )
    assert [row[-2:] for row in found] == [("2026-01-01T12:00:00Z", "2026-01-01T13:00:00Z")]


def test_every_change_carries_the_cause_that_was_given(changes):
    assert changes(documents(document("d1", words=1)), documents(document("d1", words=2)), cause="correction")


def test_a_table_that_came_or_left_is_one_change(changes):
    assert changes(clauses(clause("d1", 1)), documents(document("d1"))) == [
        ("clauses", "*", "removed", None, None, None),
        ("documents", "*", "added", None, None, None),
    ]


def test_a_column_that_came_or_left_is_one_change(changes):
    other = schema("clauses", CLAUSES_KEY, [*list(CLAUSES)[:2], field("label", pa.string())])
    found = changes(clauses(clause("d1", 1)), clauses({**clause("d1", 1), "label": "a"}, kind=other))
    assert found == [
        ("clauses", "*", "added", "label", None, "string"),
        ("clauses", "*", "removed", "text", "string", None),
    ]


def test_a_type_that_changed_is_one_change_and_equal_values_none(changes):
    other = schema("clauses", CLAUSES_KEY, [CLAUSES.field(0), field("position", pa.string()), CLAUSES.field(2)])
    found = changes(clauses(clause("d1", 1)), clauses({**clause("d1", 1), "position": "1"}, kind=other))
    assert found == [("clauses", "*", "changed", "position", "int64, key", "string, key")]


def test_values_of_a_column_that_changed_its_type_are_compared_as_text(changes):
    other = schema("documents", ["document_id"], [*(f for f in DOCUMENTS if f.name != "words"), WORDS_AS_TEXT])
    found = changes(
        documents(document("d1", words=7), document("d2", words=8)),
        documents(document("d1", words="7"), document("d2", words="eight"), kind=other),
    )
    assert found == [
        ("documents", "*", "changed", "words", "int64", "string"),
        ("documents", "d2", "changed", "words", "8", "eight"),
    ]


def test_a_column_that_came_into_the_key_is_a_change_of_structure_and_rows_are_not_compared(changes):
    longer = schema("clauses", [*CLAUSES_KEY, "language"], [*CLAUSES, field("language", pa.string())])
    found = changes(clauses(clause("d1", 1)), clauses({**clause("d1", 1), "language": "en"}, kind=longer))
    assert found == [("clauses", "*", "changed", "language", None, "string, key")]


def test_rows_of_a_log_come_and_leave_one_by_one(changes):
    one, other = {"code": "broken", "row": None}, {"code": "broken", "row": "{}"}
    found = changes({"rejected": (REJECTED, [one])}, {"rejected": (REJECTED, [one, one, other])})

    assert [row[2] for row in found] == ["added", "added"]
    assert sorted(row[1][-2:] for row in found) == ["/1", "/2"]


def test_accuracy_and_changes_themselves_are_not_compared(changes):
    accuracy = schema("accuracy", ["field"], [field("field", pa.string()), field("f1", pa.float64())])
    rows = [{"field": "city", "f1": score} for score in (0.8, 0.9)]
    assert changes({"accuracy": (accuracy, rows[:1])}, {"accuracy": (accuracy, rows[1:])}) == []


def test_a_file_written_anew_at_once_is_read_anew(tmp_path):
    """Files of a comparison are replaced faster than their times tell, and may be of the same size."""
    with small_engine(tmp_path) as connection:
        for name in ("text", "rule", "text"):
            other = store(tmp_path / "one.parquet", schema("one", [name], [field(name, pa.string())]), [{name: "a"}])
            assert scan(connection, other).columns == [name]
            assert scan(connection, other).fetchall() == [("a",)]


def test_changes_are_counted_by_kind(tmp_path, changes):
    changes(
        documents(document("d1"), document("d2"), document("d3")) | clauses(clause("d1", 1)),
        documents(document("d1", words=1, title=""), document("d2", words=2), document("d4")),
    )
    with small_engine(tmp_path) as connection:
        assert tally(connection, tmp_path / "changes.parquet") == (
            Tally("clauses", Change.REMOVED, None, structural=True, rows=1),
            Tally("documents", Change.ADDED, None, structural=False, rows=1),
            Tally("documents", Change.CHANGED, "title", structural=False, rows=1),
            Tally("documents", Change.CHANGED, "words", structural=False, rows=2),
            Tally("documents", Change.REMOVED, None, structural=False, rows=1),
        )


TEXTS = st.text("ab|'\"\n é", max_size=3)
ROWS = st.builds(
    document,
    st.sampled_from(["d1", "d2", "d3", "d4", "d'5\""]),
    title=st.none() | TEXTS,
    words=st.none() | st.integers(0, 2),
    confidence=st.sampled_from([None, 0.0, 0.1, 1e300]),
    flags=st.none() | st.lists(st.none() | TEXTS, max_size=2),
)
STATES = st.lists(ROWS, unique_by=lambda row: row["document_id"])
LOGS = st.lists(st.fixed_dictionaries({"code": st.sampled_from("ab"), "row": st.sampled_from([None, "", "{}"])}))


@settings(max_examples=60, deadline=None)
@given(before=STATES, after=STATES)
def test_changes_applied_to_the_older_release_explain_every_difference(before, after):
    with TemporaryDirectory() as folder:
        found = sorted_changes(Path(folder), documents(*before), documents(*after))

    old, new = ({row["document_id"]: row for row in rows} for rows in (before, after))
    for _, row_id, change, column, *_ in found:
        if change == "added":
            assert row_id not in old
            old[row_id] = new[row_id]
        elif change == "removed":
            del old[row_id]
        else:
            assert old[row_id][column] != new[row_id][column]
            old[row_id] = {**old[row_id], column: new[row_id][column]}
    assert old == new


@settings(max_examples=40, deadline=None)
@given(before=LOGS, after=LOGS)
def test_changes_of_a_log_count_every_row_that_came_or_left(before, after):
    with TemporaryDirectory() as folder:
        found = sorted_changes(Path(folder), {"rejected": (REJECTED, before)}, {"rejected": (REJECTED, after)})

    was, becomes = (Counter((row["code"], row["row"]) for row in rows) for rows in (before, after))
    counted = Counter(change for _, _, change, *_ in found)
    assert counted["added"] == (becomes - was).total()
    assert counted["removed"] == (was - becomes).total()
    assert len({row_id for _, row_id, *_ in found}) == len(found)
