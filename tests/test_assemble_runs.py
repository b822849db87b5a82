"""What two texts share is counted once, and never otherwise than if it were counted anew."""

import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import schemas
from g7data.assemble import runs
from g7data.assemble.tables import assemble
from tests.support_tables import read_tables, shards_of, statement, write_pages
from tests.test_assemble_copies import copies, text

ONE, OTHER = "https://a.example/1", "https://b.example/1"
WHOLE, LOST = statement(ONE, *text(*range(12))), statement(OTHER, *text(0, 1, 2, 3, 4, 5, 10, 11))
REWRITTEN = statement(OTHER, *text(0, 1, *range(30, 40)), retrieved_at="2026-11-03T08:00:00Z")


@pytest.fixture
def build(tmp_path):
    """Assemble batches of pages, each kept in an archive file of its own; what was kept before in the folder is there."""

    def assembled(*batches, output="output"):
        pages, staging = tmp_path / output / "pages", tmp_path / output / "staging"
        for folder in (pages, staging):
            shutil.rmtree(folder, ignore_errors=True)
        inputs = [write_pages(pages / str(number), batch) for number, batch in enumerate(batches)]
        assemble(shards_of(inputs, tmp_path / output), staging, schemas.arrow_schemas())
        return {name: sorted(rows, key=lambda row: str([*row.values()])) for name, rows in read_tables(staging).items()}

    return assembled


@pytest.fixture
def kept(tmp_path):
    """Where the counts are kept."""
    return tmp_path / "output" / "shards" / runs._NAME


def test_what_was_counted_is_not_counted_again(build, kept):
    assert copies(build([WHOLE, LOST])) == {OTHER: ONE}
    counted = pq.read_table(kept)
    none = counted.set_column(2, "shared", pa.array([0] * len(counted), pa.int64()))
    pq.write_table(none, kept)
    assert copies(build([WHOLE, LOST])) == {}, "the pair was not counted again: what was kept is believed"


def test_a_text_that_changed_is_counted_anew(build):
    build([WHOLE, LOST])
    refreshed = build([WHOLE, LOST], [REWRITTEN])
    assert copies(refreshed) == {}
    assert refreshed == build([WHOLE, LOST], [REWRITTEN], output="at once")


def test_pairs_that_are_there_no_more_are_kept_no_longer(build, kept):
    build([WHOLE, LOST, statement("https://c.example/1", *text(*range(11)))])
    assert pq.read_metadata(kept).num_rows == 3
    build([WHOLE, statement("https://c.example/1", *text(*range(10)))])
    assert pq.read_metadata(kept).num_rows == 1


def test_a_damaged_file_is_as_good_as_none(build, kept):
    first = build([WHOLE, LOST])
    kept.write_bytes(b"PAR1" + kept.read_bytes()[40:])
    assert build([WHOLE, LOST]) == first
    assert pq.read_metadata(kept).num_rows == 1


def test_texts_are_known_by_their_words(build, kept):
    build([WHOLE, LOST])
    (before,) = pq.read_table(kept).to_pylist()
    build([WHOLE, statement(OTHER, *text(0, 1, 2, 3, 4, 5, 10, 11), "One note more stands at the end.")])
    (after,) = pq.read_table(kept).to_pylist()
    assert before["digest"] != after["digest"]
    assert before["other_digest"] == after["other_digest"]
