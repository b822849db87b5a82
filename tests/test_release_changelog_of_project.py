"""The section of a release in the project's CHANGELOG.md."""

import pytest

from g7data.release.errors import ChangelogUnreadable
from g7data.release.project_changelog import add_to_changelog
from tests.release_samples import TABLES, document, release

BEFORE = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- This.\n"
OLDER = "\n## [0.1.0] - 2026-01-01\n\n- That.\n"


@pytest.fixture
def published(tmp_path):
    """A first release and a second, in which a document came."""
    grown = {"documents": [*TABLES["documents"], document("d3")]}
    return release(tmp_path / "output"), release(tmp_path / "output", grown, cause="source")


@pytest.fixture
def changelog(tmp_path):
    return tmp_path / "CHANGELOG.md"


@pytest.mark.parametrize("older", ["", OLDER])
def test_a_release_gets_its_section_below_what_is_unreleased(changelog, published, older):
    changelog.write_text(BEFORE + older, encoding="utf-8")
    for one in published:
        add_to_changelog(changelog, one)
    text = changelog.read_text(encoding="utf-8")
    assert text.startswith(BEFORE)
    assert text.endswith(older)
    assert "## Data 1.0.0\n\nThe first release of the data: 7 rows in 4 tables.\n" in text
    told = "Compared with 1.0.0; `CHANGES.md` of the release tells more.\n\n- Pages are new, gone or different at the source: 1 row came.\n"
    assert f"## Data 1.1.0\n\n{told}" in text


def test_the_newest_release_stands_first(changelog, published):
    changelog.write_text(BEFORE + OLDER, encoding="utf-8")
    for one in published:
        add_to_changelog(changelog, one)
    titles = [line for line in changelog.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert titles == ["## [Unreleased]", "## Data 1.1.0", "## Data 1.0.0", "## [0.1.0] - 2026-01-01"]


def test_a_section_that_is_there_stays_as_it_is(changelog, published):
    changelog.write_text(BEFORE + "\n## Data 1.0.0\n\nIn better words.\n", encoding="utf-8")
    before = changelog.read_text(encoding="utf-8")
    add_to_changelog(changelog, published[0])
    assert changelog.read_text(encoding="utf-8") == before


def test_a_changelog_that_is_not_there_is_told(changelog, published):
    with pytest.raises(ChangelogUnreadable, match=r"name the CHANGELOG\.md to write to"):
        add_to_changelog(changelog, published[0])
