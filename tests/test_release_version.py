import pytest

from g7data.release.changes import Change, Tally
from g7data.release.errors import NotAVersion
from g7data.release.version import FIRST, Level, Version, level_of


def alike(change, column=None, *, structural=False):
    return Tally("documents", change, column, structural, 1)


@pytest.mark.parametrize(
    ("what", "level"),
    [
        (alike(Change.REMOVED, structural=True), Level.MAJOR),  # a table left
        (alike(Change.REMOVED, "city", structural=True), Level.MAJOR),  # a column left
        (alike(Change.CHANGED, "city", structural=True), Level.MAJOR),  # a type changed
        (alike(Change.ADDED, structural=True), Level.MINOR),  # a table came
        (alike(Change.ADDED, "city", structural=True), Level.MINOR),  # a column came
        (alike(Change.ADDED), Level.MINOR),  # rows came
        (alike(Change.REMOVED), Level.MINOR),  # rows left
        (alike(Change.CHANGED, "city"), Level.PATCH),  # a value was corrected
    ],
)
def test_the_level_follows_from_what_changed(what, level):
    assert level_of([what]) is level


def test_the_gravest_change_decides():
    assert level_of([alike(Change.CHANGED, "city"), alike(Change.ADDED)]) is Level.MINOR


def test_without_changes_there_is_no_new_version():
    assert level_of([]) is None


@pytest.mark.parametrize(("level", "text"), [(Level.MAJOR, "2.0.0"), (Level.MINOR, "1.5.0"), (Level.PATCH, "1.4.3")])
def test_a_version_rises(level, text):
    assert str(Version(1, 4, 2).raised(level)) == text


def test_versions_are_ordered_by_number_not_by_text():
    assert Version.parse("1.10.0") > Version.parse("1.9.12") > FIRST


@pytest.mark.parametrize("text", ["1.4", "v1.4.0", "1.4.0-rc1", "01.4.0", "latest", "", "1.4.0\n", "١.٤.٠"])
def test_anything_else_is_not_a_version(text):
    with pytest.raises(NotAVersion, match=r"write three numbers, such as 1\.4\.0"):
        Version.parse(text)
