"""Accuracy on real pages: the figures are those of the reference script, and `python -m flows accuracy` writes them down."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from g7data.scoring.figures import FIGURES, read_figures
from g7data.scoring.gold import read_gold
from g7data.scoring.score import score_release
from tests.conftest import RunFlow
from tests.made_once import made_once
from tests.support_scoring import CABLES, RECIPE, SHEETS, publish_pages, write_gold
from tests.support_tables import write_pages

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REFERENCE = SHARED / "tools" / "evaluate.py"
CORPUS = [SHARED / "seeds", *(SHARED / "corpus" / name for name in ("us-dev.warc.gz", "ml-dev", "pdf"))]
SETS = ("seeds", "us", "ml")
CALLED = {
    "minister names": "minister_names",
    "minister name+function": "minister_functions",
    "minister country": "minister_countries",
    "minister role": "minister_roles",
    "clause count within 10 %": "clause_count_within_tenth",
}
"""What the reference script calls otherwise; the rest has blanks for underscores."""

beside_the_project = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the labelled pages and the reference script lie in ../shared, which is not here"
)


@pytest.fixture(scope="session")
def real_release(shared) -> Path:
    """A release of the labelled pages and all others beside them, built by the first worker that asks for it."""
    output = made_once(shared / "real-pages", lambda folder: publish_pages(folder, CORPUS))
    return (output / "latest").resolve()


def theirs(release: Path, gold: Path) -> dict[str, tuple[object, ...]]:
    """What the reference script makes of a release: counts and shares, by field."""
    done = subprocess.run(
        [sys.executable, REFERENCE, release, gold, "--json"], check=True, capture_output=True, text=True, timeout=120
    )
    told = json.loads(done.stdout)
    counts = ("n", "present", "given", "right", "precision", "recall", "f1")
    return {"pages": (told["pages"], told["not_read"])} | {
        CALLED.get(one["field"], one["field"].replace(" ", "_")): tuple(one[name] for name in counts)
        for one in told["fields"]
    }


def ours(release: Path, gold: Path) -> dict[str, tuple[object, ...]]:
    (score,) = score_release(read_gold([gold]), release)
    return {"pages": (score.pages, score.not_read)} | {
        tally.field: (tally.n, tally.labelled, tally.given, tally.right, tally.precision, tally.recall, tally.f1)
        for tally in score.tallies
    }


def assert_same(ours: dict[str, tuple[object, ...]], theirs: dict[str, tuple[object, ...]]) -> None:
    assert rounded(ours) == rounded(theirs)


def rounded(figures: dict[str, tuple[object, ...]]) -> dict[str, list[object]]:
    """Figures without the last digits, which depend on the order of multiplication."""
    return {
        field: [round(value, 12) if isinstance(value, float) else value for value in values]
        for field, values in figures.items()
    }


@beside_the_project
@pytest.mark.parametrize("name", SETS)
def test_figures_are_those_of_the_reference_script(real_release, name):
    gold = SHARED / "gold" / f"{name}.jsonl"
    assert_same(ours(real_release, gold), theirs(real_release, gold))


@beside_the_project
@pytest.mark.parametrize("seed", range(6))
def test_figures_are_those_of_the_reference_script_where_labels_are_wrong(real_release, tmp_path, seed):
    gold = write_gold(tmp_path / "mixed.jsonl", *mixed(random.Random(seed)))
    assert_same(ours(real_release, gold), theirs(real_release, gold))


def mixed(chance: random.Random) -> list[dict[str, object]]:
    """All labels, each with some values of another page, some left out, some null, some as mere alternatives."""
    labels = [
        json.loads(line)
        for name in SETS
        for line in (SHARED / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    donors = [label for label in labels if label["in_scope"]]
    for label in labels:
        for field in list(label.keys() - {"id", "url", "in_scope", "alt"}):
            other = chance.choice(donors).get(field)
            done = chance.choice(("keep", "keep", "swap", "swap", "alternative", "drop"))
            if done == "drop":
                del label[field]
            elif done == "swap" and (field in ("clauses", "links") or other is not None):
                label[field] = other
            elif done == "alternative" and isinstance(label[field], str | None | int):
                label.setdefault("alt", {}).setdefault(field, []).append(label[field])
                label[field] = other
        label["in_scope"] = label["in_scope"] or chance.random() < 0.2
        label["ministers_partial"] = chance.random() < 0.3
    missing = {"id": "gone", "url": "https://nowhere.example/", "in_scope": True, "city": "Turin"}
    return [*labels, missing]


@beside_the_project
def test_every_field_is_compared_with_the_reference_script(real_release):
    compared = {field for name in SETS for field in ours(real_release, SHARED / "gold" / f"{name}.jsonl")}
    assert {figure.tally.field for figure in read_figures()} == compared - {"pages"}


def test_measuring_writes_the_figures_and_shows_them(run_flow: RunFlow, tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages", SHEETS)
    labels = ({"url": CABLES, "in_scope": True, "city": "Takasaki"}, {"url": RECIPE, "in_scope": False})
    write_gold(tmp_path / "gold" / "made_up.jsonl", *labels)
    before = FIGURES.read_bytes()
    done = run_flow("accuracy", tmp_path / "gold", pages, "--to", tmp_path / "figures.csv")
    assert done.returncode == 0, done.stdout
    assert "made_up: 2 labelled pages, all of them in the release" in done.stdout
    figures = read_figures(tmp_path / "figures.csv")
    assert [(figure.split, figure.tally.field, figure.tally.f1) for figure in figures] == [
        ("made_up", "in_scope", 1.0),
        ("made_up", "city", 1.0),
    ]
    (version,) = {figure.extractor_version for figure in figures}
    assert f"figures.csv, for extractor {version}\n" in done.stdout
    assert FIGURES.read_bytes() == before


@pytest.mark.parametrize(
    ("gold", "pages", "message"),
    [("gone", "pages", "Not measured: there is no"), ("gold", "gone", "Not measured: there is no")],
)
def test_a_mistake_is_told_before_anything_is_built(run_flow, tmp_path, gold, pages, message):
    write_pages(tmp_path / "pages", SHEETS)
    write_gold(tmp_path / "gold" / "made_up.jsonl", {"url": CABLES, "in_scope": True})
    done = run_flow("accuracy", tmp_path / gold, tmp_path / pages, "--to", tmp_path / "figures.csv", timeout=60)
    assert done.returncode == 1
    assert message in done.stdout
    assert "Starting Prefect" not in done.stdout
    assert not (tmp_path / "figures.csv").exists()


def test_make_measures_real_pages_and_never_the_samples():
    done = subprocess.run(
        ["make", "--dry-run", "accuracy", "PREFECT_HOME=unused"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    (command,) = [line for line in done.stdout.splitlines() if "flows accuracy" in line]
    assert '"../shared/gold" ../shared/gold/../seeds' in command
    assert "tests/pages" not in command


def test_make_takes_other_labels_and_pages():
    arguments = ["GOLD=labels", "INPUT=pages crawl.warc.gz"]
    done = subprocess.run(
        ["make", "--dry-run", "accuracy", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert 'flows accuracy "labels" pages crawl.warc.gz' in done.stdout
