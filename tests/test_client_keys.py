"""Signatures of releases that were fetched: they come along, and it is told with whose key they were checked."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from g7data.cli import main
from g7data.client import bring
from g7data.client.cache import cache_folder
from g7data.release.seal import sign_release
from g7data.release.signature import Signer
from g7data.release.sums import PUBLIC_KEY, SIGNATURE
from tests.support_client import VERSIONS, Manners, host, make_output

OURS, THEIRS = Signer.new(), Signer.new()
CAME_ALONG = "which came with the release"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three releases, all of them signed with one key."""
    monkeypatch.setenv("G7DATA_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("G7DATA_SOURCE", raising=False)
    monkeypatch.setattr(bring, "WAITS", (0.0,))
    output = make_output(tmp_path)
    for version in VERSIONS:
        sign_release(output / "releases" / version, version, OURS)
    return output


@pytest.fixture
def web(output: Path):
    with host(output) as (address, manners):
        yield address, manners


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """The publisher's key, as it was got from where it is trusted."""
    path = tmp_path / "trusted.pub"
    path.write_text(OURS.public.text)
    return path


def verify(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def download(*arguments: object) -> Path:
    done = CliRunner().invoke(main, ["download", *map(str, arguments)])
    assert done.exit_code == 0, done.stderr
    return Path(done.stdout.removesuffix("\n"))


def signature(done: Result) -> str:
    """The line about the signature."""
    return next(line for line in done.output.splitlines() if line.split()[1:2] == ["signature"])


def sign_anew(output: Path, version: str) -> None:
    """Put another signature there, with the key that fits it, as who holds the host can."""
    sign_release(output / "releases" / version, version, THEIRS)


@pytest.mark.parametrize("to", [(), ("--to", "mine")])
def test_signature_and_key_come_along_and_are_checked(web, tmp_path, monkeypatch, public, to) -> None:
    monkeypatch.chdir(tmp_path)
    folder = download("1.0.0", "--source", web[0], *to)
    assert (folder / PUBLIC_KEY).read_text() == OURS.public.text
    done = verify(folder)
    assert done.exit_code == 0, done.output
    assert f"by {OURS.public.name}, {CAME_ALONG}" in signature(done)
    done = verify(folder, "--public-key", public)
    assert done.exit_code == 0
    assert f"by {OURS.public.name}, the key that you named" in signature(done)
    content = bytearray((folder / SIGNATURE).read_bytes())
    content[100] ^= 1
    (folder / SIGNATURE).write_bytes(content)
    assert verify(folder).exit_code == 1


def test_a_key_that_came_along_is_told_as_such_however_often(web) -> None:
    for _ in range(2):
        assert CAME_ALONG in signature(verify(download("1.0.0", "--source", web[0])))


def test_releases_after_the_first_must_be_of_the_same_hand(web, output) -> None:
    assert CAME_ALONG in signature(verify("1.0.0", "--source", web[0]))
    again = verify("1.0.1", "--source", f"{web[0]}/")
    assert again.exit_code == 0
    assert f"by {OURS.public.name}, the key of the first release of {web[0]} that was verified here" in signature(again)
    sign_anew(output, "1.1.0")
    other = verify("1.1.0", "--source", web[0])
    assert other.exit_code == 1
    assert f"it is signed with the key {THEIRS.public.name}, not with {OURS.public.name}" in other.output
    assert verify("1.1.0", "--source", web[0]).exit_code == 1, "a key that was refused is not kept"


def test_a_key_that_was_named_counts_from_then_on(web, output, public) -> None:
    assert verify("1.0.0", "--source", web[0], "--public-key", public).exit_code == 0
    again = verify("1.0.1", "--source", web[0])
    assert again.exit_code == 0
    assert f"by {OURS.public.name}, the key that you named for {web[0]}" in signature(again)
    assert "the key that you named for" in signature(verify(download("1.0.1", "--source", web[0])))
    for name in (SIGNATURE, PUBLIC_KEY):
        (output / "releases" / "1.1.0" / name).unlink()
    stripped = verify("1.1.0", "--source", web[0])
    assert stripped.exit_code == 1
    assert f"it is not signed, but should be by {OURS.public.name}" in stripped.output


def test_the_key_that_is_named_comes_before_the_one_that_was_seen(web, output, public, tmp_path) -> None:
    sign_anew(output, "1.0.0")
    assert verify("1.0.0", "--source", web[0]).exit_code == 0
    assert verify("1.1.0", "--source", web[0]).exit_code == 1, "the first was signed by somebody else"
    assert verify("1.1.0", "--source", web[0], "--public-key", public).exit_code == 0
    assert verify("1.0.1", "--source", web[0]).exit_code == 0, "the key that was named is known by now"
    theirs = tmp_path / "theirs.pub"
    theirs.write_text(THEIRS.public.text)
    assert verify("1.0.1", "--source", web[0], "--public-key", theirs).exit_code == 1
    assert verify("1.0.1", "--source", web[0]).exit_code == 0, "a key that has not signed is not kept"


def test_the_keys_of_two_sources_are_not_mixed(web, output, public) -> None:
    assert verify("1.0.0", "--source", web[0], "--public-key", public).exit_code == 0
    with host(output) as (mirror, _):
        assert CAME_ALONG in signature(verify("1.0.0", "--source", mirror))


def test_nothing_is_kept_of_a_release_that_is_not_signed(web, output) -> None:
    for name in (SIGNATURE, PUBLIC_KEY):
        (output / "releases" / "1.0.0" / name).unlink()
    done = verify("1.0.0", "--source", web[0])
    assert (done.exit_code, "it is not signed" in signature(done)) == (0, True)
    assert not (cache_folder() / "keys").exists()


def test_a_signature_that_was_lost_here_is_fetched_anew(web: tuple[str, Manners]) -> None:
    folder = download("1.0.0", "--source", web[0])
    (folder / SIGNATURE).unlink()
    (folder / PUBLIC_KEY).write_text(THEIRS.public.text)
    web[1].asked.clear()
    assert download("1.0.0", "--source", web[0]) == folder
    assert [path.rpartition("/")[2] for path in web[1].of("GET")] == [SIGNATURE, PUBLIC_KEY]
    assert verify(folder).exit_code == 0


def test_a_known_key_that_cannot_be_read_is_told(web, public) -> None:
    assert verify("1.0.0", "--source", web[0], "--public-key", public).exit_code == 0
    (path,) = (cache_folder() / "keys").iterdir()
    path.write_text("else")
    done = verify("1.0.0", "--source", web[0])
    assert done.exit_code == 1
    assert f"{path} is not as it was kept; delete it" in done.output
