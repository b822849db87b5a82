"""Withdrawing: what readers, maintainers and the next build meet after a release that should not have been published."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import g7data
from g7data.cli import main
from g7data.client.errors import UnknownVersion
from g7data.release.errors import (
    OutputBusy,
    ReleaseExists,
    ReleaseNotFound,
    ReleaseWithdrawn,
    TargetRefused,
    VersionTooLow,
)
from g7data.release.lock import exclusive
from g7data.release.open import find_release
from g7data.release.publish import Published, Unchanged
from g7data.release.send import INDEX, send_release
from g7data.release.target import FolderTarget, find_target
from g7data.release.version import Version
from g7data.release.withdraw import Withdrawal, withdraw, withdraw_built
from tests.release_samples import TABLES, clause, document, release
from tests.support_client import host

FIRST, SECOND = Version(1, 0, 0), Version(1, 1, 0)
GROWN = {"clauses": [*TABLES["clauses"], clause("d2", 2)]}
MENDED = {"documents": [document("d1", title="Corrected"), TABLES["documents"][1]]}
REASON = "A clause was read twice"
DAY = date(2026, 11, 23)
TOLD = r"1\.1\.0 was withdrawn on 2026-11-23: A clause was read twice"


@pytest.fixture(scope="module")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("withdraw") / "output"
    release(output)
    release(output, GROWN)
    return output


@pytest.fixture
def output(two_releases: Path, tmp_path: Path) -> Path:
    """Two releases, 1.0.0 and 1.1.0."""
    return shutil.copytree(two_releases, tmp_path / "output", symlinks=True)


@pytest.fixture
def withdrawn(output: Path) -> Path:
    """The same, and 1.1.0 is withdrawn."""
    assert withdraw_built(output, Withdrawal(SECOND, REASON, DAY)) == "1.0.0"
    return output


def index(place: Path) -> dict:
    return json.loads((place / INDEX).read_text(encoding="utf-8"))


def entry(place: Path, version: str = "1.1.0") -> dict:
    (found,) = (each for each in index(place)["releases"] if each["version"] == version)
    return found


def published(output: Path, changed: dict, **options: object) -> Published:
    result = release(output, changed, **options)
    assert isinstance(result, Published)
    return result


def g7data_command(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


class TestReaders:
    def test_latest_goes_back_and_the_index_says_why(self, withdrawn):
        assert (withdrawn / "latest").readlink() == Path("releases/1.0.0")
        assert index(withdrawn)["latest"] == "1.0.0"
        told = entry(withdrawn)
        assert (told["status"], told["reason"], told["withdrawn"]) == ("withdrawn", REASON, "2026-11-23")

    def test_its_files_stay_as_they_were(self, two_releases, withdrawn):
        before, after = (
            {path.name: path.read_bytes() for path in (output / "releases" / "1.1.0").iterdir()}
            for output in (two_releases, withdrawn)
        )
        assert before == after

    def test_they_get_it_by_its_full_number_only_and_with_a_remark(self, withdrawn):
        assert g7data.download("latest", withdrawn).name == g7data.download("1", withdrawn).name == "1.0.0"
        with pytest.warns(UserWarning, match=TOLD):
            assert g7data.download("1.1.0", withdrawn).name == "1.1.0"
        with pytest.raises(UnknownVersion, match=f"{TOLD}; who needs it asks for 1.1.0; the nearest is 1.0.0"):
            g7data.download("1.1", withdrawn)

    def test_tools_beside_the_output_find_it_so_too(self, withdrawn):
        assert find_release(withdrawn).name == find_release(withdrawn, "1").name == "1.0.0"
        assert find_release(withdrawn, "1.1.0").name == "1.1.0"
        with pytest.raises(ReleaseNotFound, match=r"no release '1\.1'; it has 1\.0\.0$"):
            find_release(withdrawn, "1.1")

    def test_a_list_shows_it_only_to_who_asks(self, withdrawn):
        assert [each.version for each in g7data.releases(withdrawn)] == ["1.0.0"]
        shown = [(each.version, each.withdrawn, each.reason) for each in g7data.releases(withdrawn, withdrawn=True)]
        assert shown == [("1.1.0", "2026-11-23", REASON), ("1.0.0", None, None)]

    def test_the_command_list_shows_it(self, withdrawn):
        lines = g7data_command("list", "--source", withdrawn).stdout.splitlines()
        assert [line.split()[:2] for line in lines[1:3]] == [["1.1.0", "withdrawn"], ["1.0.0", "latest"]]
        assert lines[3] == f"1.1.0 was withdrawn on 2026-11-23: {REASON}"

    def test_who_knew_the_release_but_has_not_got_it_is_told(self, output, tmp_path, monkeypatch):
        monkeypatch.setenv("G7DATA_CACHE", str(tmp_path / "cache"))
        with host(output) as (address, _):
            g7data.releases(address)
            withdraw_built(output, Withdrawal(SECOND, REASON, DAY))
            with pytest.warns(UserWarning, match=TOLD):
                g7data.download("1.1.0", address)

    def test_it_verifies_with_a_remark(self, withdrawn):
        done = g7data_command("verify", withdrawn / "releases" / "1.1.0")
        assert done.exit_code == 0
        assert f"1.1.0 was withdrawn on 2026-11-23: {REASON}." in done.stdout

    def test_a_source_without_any_other_says_so(self, withdrawn):
        assert withdraw_built(withdrawn, Withdrawal(FIRST, "So was it all", DAY)) is None
        assert not (withdrawn / "latest").is_symlink()
        assert index(withdrawn)["latest"] is None
        with pytest.raises(UnknownVersion, match=TOLD):
            g7data.download("latest", withdrawn)


class TestNextBuild:
    def test_is_compared_with_the_release_that_stands_and_gets_a_number_of_its_own(self, withdrawn):
        folder = published(withdrawn, MENDED).path
        assert folder.name == "1.1.1"  # the changes alone would call for 1.0.1
        assert entry(withdrawn, "1.1.1")["previous"] == index(withdrawn)["releases"][0]["version"] == "1.0.0"
        assert index(withdrawn)["latest"] == "1.1.1"
        changes = (folder / "CHANGES.md").read_text(encoding="utf-8")
        assert "Compared with 1.0.0. Every change is a row of the table `changes`.\n1.1.0 was withdrawn on" in changes
        assert "`title` changed from “Chairs’ Summary” to “Corrected”" in changes

    def test_tells_of_it_once(self, withdrawn):
        published(withdrawn, MENDED)
        assert "withdrawn" not in (published(withdrawn, MENDED | GROWN).path / "CHANGES.md").read_text(encoding="utf-8")

    def test_does_not_bring_the_same_again(self, withdrawn):
        with pytest.raises(ReleaseWithdrawn, match=f"{TOLD}. This build would publish the same again; mend the cause"):
            release(withdrawn, GROWN)
        assert index(withdrawn)["latest"] == "1.0.0"
        assert index(withdrawn)["releases"][-1]["status"] == "failed"

    def test_may_come_back_to_the_release_that_stands(self, withdrawn):
        assert release(withdrawn) == Unchanged(FIRST, withdrawn / "releases" / "1.0.0")

    def test_may_bring_the_same_again_where_its_files_were_deleted(self, output):
        withdraw_built(output, Withdrawal(SECOND, REASON, DAY, delete=True))
        assert published(output, GROWN).path.name == "1.1.1"

    def test_cannot_be_given_its_number(self, withdrawn):
        with pytest.raises(ReleaseExists, match=r"1\.1\.0 was published before"):
            release(withdrawn, MENDED, version=SECOND)
        with pytest.raises(VersionTooLow, match=r"1\.0\.5 is too low: the changes call for 1\.1\.1"):
            release(withdrawn, MENDED, version=Version(1, 0, 5))

    def test_begins_anew_where_no_release_stands(self, withdrawn):
        withdraw_built(withdrawn, Withdrawal(FIRST, "So was it all.", DAY))
        with pytest.raises(ReleaseWithdrawn, match=TOLD):
            release(withdrawn, GROWN)
        first = published(withdrawn, MENDED)
        assert (str(first.version), first.previous) == ("1.1.1", None)
        changes = (first.path / "CHANGES.md").read_text(encoding="utf-8")
        assert "1.0.0 was withdrawn on 2026-11-23: So was it all.\n1.1.0 was withdrawn on 2026-11-23" in changes


class TestWithdrawing:
    def test_a_latest_that_leads_elsewhere_stays(self, output):
        assert withdraw_built(output, Withdrawal(FIRST, REASON, DAY)) == "1.1.0"
        assert (output / "latest").readlink() == Path("releases/1.1.0")

    def test_another_reason_keeps_the_day(self, withdrawn):
        withdraw_built(withdrawn, Withdrawal(SECOND, "Another", date(2027, 1, 1)))
        assert (entry(withdrawn)["reason"], entry(withdrawn)["withdrawn"]) == ("Another", "2026-11-23")

    def test_what_was_never_published_cannot_be_withdrawn(self, output):
        before = (output / INDEX).read_bytes()
        with pytest.raises(ReleaseNotFound, match=r"2\.0\.0 was not published here; there are: 1\.0\.0, 1\.1\.0"):
            withdraw_built(output, Withdrawal(Version(2, 0, 0), REASON, DAY))
        assert (output / INDEX).read_bytes() == before

    def test_it_waits_for_no_build(self, output):
        with exclusive(output), pytest.raises(OutputBusy):
            withdraw_built(output, Withdrawal(SECOND, REASON, DAY))

    def test_broken_off_it_is_finished_by_the_same_command(self, output, monkeypatch):
        with monkeypatch.context() as broken:
            broken.setattr(FolderTarget, "write", lambda *_: (_ for _ in ()).throw(TargetRefused("no")))
            with pytest.raises(TargetRefused):
                withdraw_built(output, Withdrawal(SECOND, REASON, DAY))
        assert find_release(output).name == "1.0.0"
        assert withdraw_built(output, Withdrawal(SECOND, REASON, DAY)) == "1.0.0"
        assert entry(output)["status"] == "withdrawn"

    def test_a_latest_that_leads_to_it_all_the_same_is_mended(self, withdrawn):
        (withdrawn / "latest").unlink()
        (withdrawn / "latest").symlink_to("releases/1.1.0")
        assert find_release(withdrawn).name == "1.0.0"
        release(withdrawn)
        assert (withdrawn / "latest").readlink() == Path("releases/1.0.0")


@pytest.fixture(params=["folder", "address"])
def target(request, tmp_path) -> str:
    return str(tmp_path / "site") if request.param == "folder" else f"memory://{tmp_path.name}"


class TestPublished:
    def test_the_command_withdraws_it_everywhere(self, output, target):
        for version in ("1.0.0", "1.1.0"):
            send_release(output, version, find_target(target))
        done = g7data_command("withdraw", "1.1.0", target, "--output", output, "--reason", REASON)
        assert done.exit_code == 0, done.output
        assert done.stdout.splitlines() == [
            f"1.1.0 is withdrawn at {place}: latest is 1.0.0." for place in (output, target)
        ]
        there = json.loads(find_target(target).read(INDEX) or b"")
        assert there == index(output)
        assert find_target(target).read("releases/1.1.0/SHA256SUMS") is not None
        assert g7data.download("latest", target).name.startswith("1.0.0")

    def test_it_is_not_sent_again(self, output, target):
        send_release(output, "1.1.0", find_target(target))
        withdraw(find_target(target), Withdrawal(SECOND, REASON, DAY))
        with pytest.raises(ReleaseWithdrawn, match=f"{TOLD}. It is not sent"):
            send_release(output, "1.1.0", find_target(target))

    def test_nor_is_one_that_was_withdrawn_here(self, withdrawn, target):
        with pytest.raises(ReleaseWithdrawn, match=TOLD):
            send_release(withdrawn, "1.1.0", find_target(target))
        with pytest.raises(ReleaseWithdrawn, match=TOLD):
            send_release(withdrawn / "releases" / "1.1.0", "1.1.0", find_target(target))
        assert send_release(withdrawn, "latest", find_target(target)).latest == "1.0.0"

    def test_its_files_can_go_as_well(self, output, target):
        send_release(output, "1.1.0", find_target(target))
        done = g7data_command("withdraw", "1.1.0", target, "--output", output, "--reason", "Private", "--delete")
        assert done.stdout.splitlines()[-1] == f"1.1.0 is withdrawn at {target}: no release is left."
        for place in (str(output), target):
            assert find_target(place).read("releases/1.1.0/clauses.parquet") is None
        assert entry(output)["path"] is None
        with pytest.raises(
            UnknownVersion, match=r"release 1\.1\.0 was withdrawn on .*: Private; the nearest is 1\.0\.0"
        ):
            g7data.download("1.1.0", output)

    def test_a_newer_one_is_the_latest_there_again(self, withdrawn, target):
        send_release(withdrawn, "1.0.0", find_target(target))
        published(withdrawn, MENDED)
        assert send_release(withdrawn, "latest", find_target(target)).latest == "1.1.1"

    def test_a_number_that_is_none_is_told(self, output):
        done = g7data_command("withdraw", "latest", "--output", output, "--reason", REASON)
        assert done.exit_code == 1
        assert "'latest' is not a version" in done.stderr
