"""What each change of a release came of, found out by running: the source, the extractor, the facts, or a correction."""

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import flows.build as room
import g7data.assemble.shards as shards
from flows.built import Built
from flows.making import making
from g7data.extract.extract import extract
from g7data.release.making import Making
from tests.made_once import made_once
from tests.plain_flows import without_prefect
from tests.support_tables import statement, write_pages

FIRST = statement("https://a.example/1")
SECOND = statement(
    "https://a.example/2",
    "Grids that cross a border are to be planned by those on both sides of it, and paid for by those whom they serve.",
    title="G7 Energy Ministers' Statement on Grids",
    header="Turin, Italy, 30 May 2024",
)
MOVED = statement("https://a.example/1", header="Maebashi, Japan, April 30, 2023", retrieved_at="2026-11-09T08:00:00Z")
ENTRY = """
[[correction]]
table = "documents"
url = "https://a.example/1"
column = "city"
expect = "{expect}"
value = "Takaoka"
reason = "it was misread"
source = "https://b.example/calendar"
"""


class Pipeline:
    """The flow's own code, without Prefect, by an extractor and with facts that can be replaced by later ones."""

    def __init__(self, monkeypatch, folder):
        self.monkeypatch, self.folder = monkeypatch, folder
        self.made = making(None)
        without_prefect(monkeypatch)
        monkeypatch.setattr(room, "making", self.making)

    def making(self, corrections):
        return Making(self.made.code, self.made.facts, making(corrections).corrections)

    def renew(self, *, code=None, facts=None, title="Renamed"):
        """From now on titles are read otherwise, by other code or because of other facts."""

        def extract_anew(capture):
            found = extract(capture)
            for document in found.tables["documents"]:
                document["title"] = title
            return found

        self.made = Making(code or self.made.code, facts or self.made.facts)
        self.monkeypatch.setattr(shards, "extract", extract_anew)
        self.monkeypatch.setattr(shards, "extractor_version", lambda: f"{code or facts:0>12}")

    def build(self, *batches, entry=None) -> Built:
        """Publish batches of pages, each from a folder of its own."""
        corrections = None
        if entry is not None:
            corrections = self.folder / "corrections.toml"
            corrections.write_text(entry, encoding="utf-8")
        names = ["-".join((batch[0].retrieved_at[:10], *(sheet.url[-1] for sheet in batch))) for batch in batches]
        inputs = [str(write_pages(self.folder / name, batch)) for name, batch in zip(names, batches, strict=True)]
        return room.build(inputs, self.folder / "out", corrections=corrections)


@pytest.fixture(scope="session")
def first(shared) -> Path:
    """What is there once the first page was published."""

    def make(folder):
        with pytest.MonkeyPatch.context() as patch:
            Pipeline(patch, folder).build([FIRST])

    return made_once(shared / "causes", make)


@pytest.fixture
def pipeline(monkeypatch, tmp_path, first) -> Pipeline:
    """A pipeline that has published the first page."""
    shutil.copytree(first / "out", tmp_path / "out", symlinks=True)
    return Pipeline(monkeypatch, tmp_path)


def told(built: Built) -> dict[tuple[str, str, str | None], str]:
    """The cause of each change, by table, kind of change and column."""
    rows = pq.read_table(built.path / "changes.parquet").to_pylist()
    assert all(row["cause"] for row in rows)
    causes = {}
    for row in rows:
        causes.setdefault((row["table_name"], row["change"], row["column_name"]), set()).add(row["cause"])
    return {change: "+".join(sorted(found)) for change, found in causes.items()}


def test_where_the_same_code_reads_other_captures_all_is_of_the_source(pipeline):
    causes = told(pipeline.build([FIRST], [MOVED]))
    assert causes["documents", "changed", "city"] == "source"
    assert causes["pages", "added", None] == "source"
    assert set(causes.values()) == {"source"}


def test_where_other_code_reads_the_same_captures_all_is_of_the_extractor(pipeline):
    pipeline.renew(code="b")
    causes = told(pipeline.build([FIRST]))
    assert causes == {("documents", "changed", "title"): "extractor"}


def test_where_only_the_facts_are_others_they_are_the_cause(pipeline):
    pipeline.renew(facts="b")
    assert told(pipeline.build([FIRST])) == {("documents", "changed", "title"): "reference"}


@pytest.mark.parametrize(("new", "cause"), [({"code": "b"}, "extractor"), ({"facts": "b"}, "reference")])
def test_where_both_differ_old_captures_are_read_anew_to_tell(pipeline, new, cause):
    pipeline.renew(**new)
    causes = told(pipeline.build([FIRST], [MOVED, SECOND]))
    assert causes["documents", "changed", "title"] == cause
    assert causes["documents", "changed", "city"] == "source"
    assert causes["documents", "added", None] == "source"
    assert causes["pages", "changed", "outcome"] == "source"
    assert not (pipeline.folder / "out" / "repeated").exists()


def test_a_page_that_is_gone_left_at_the_source_whatever_the_code(pipeline):
    pipeline.build([FIRST], [MOVED, SECOND])
    pipeline.renew(code="b")
    causes = told(pipeline.build([FIRST]))
    assert causes["pages", "removed", None] == "source"
    assert causes["documents", "changed", "title"] == "extractor"


def test_a_correction_is_told_beside_the_others(pipeline):
    pipeline.renew(code="b")
    causes = told(pipeline.build([FIRST], [SECOND], entry=ENTRY.format(expect="Takasaki")))
    assert causes["documents", "changed", "city"] == "correction"
    assert causes["documents", "changed", "title"] == "extractor"
    assert causes["documents", "added", None] == "source"


def test_what_follows_from_a_correction_is_one_where_nothing_else_differs(pipeline):
    causes = told(pipeline.build([FIRST], entry=ENTRY.format(expect="Takasaki")))
    assert ("meetings", "changed", "city") in causes
    assert set(causes.values()) == {"correction"}


def test_a_correction_that_fits_only_the_new_capture_stops_nothing(pipeline):
    pipeline.renew(code="b")
    causes = told(pipeline.build([FIRST], [MOVED], entry=ENTRY.format(expect="Maebashi")))
    assert causes["documents", "changed", "city"] == "correction"
    assert causes["documents", "changed", "title"] == "extractor"


def test_without_the_old_captures_no_cause_is_made_up(pipeline):
    for path in (pipeline.folder / "out" / "archive").glob("*.warc.gz"):
        path.unlink()
    pipeline.renew(code="b")
    changes = pq.read_table(pipeline.build([MOVED]).path / "changes.parquet")
    assert set(changes["cause"].to_pylist()) == {None}


def test_a_release_says_what_it_was_made_with(pipeline):
    assert Making.of_release(pipeline.build([FIRST]).path) == pipeline.making(None)


def test_code_facts_and_corrections_have_digests_of_their_own(tmp_path):
    entries = tmp_path / "corrections.toml"
    entries.write_text(ENTRY, encoding="utf-8")
    made, corrected = making(None), making(entries)
    assert (made.code, made.facts) == (corrected.code, corrected.facts)
    assert len({made.code, made.facts, made.corrections, corrected.corrections}) == 4
