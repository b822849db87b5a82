"""A build that signs: the key on the command line or in the environment, and what `g7data verify` says of the release."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.__main__ import main as flows
from g7data.cli import main
from g7data.release.seal import KEY_VARIABLE
from g7data.release.signature import Signer
from g7data.release.sums import PUBLIC_KEY, SIGNATURE, SUMS, read_sums, write_sums
from tests.plain_flows import without_prefect

PAGE = "2021-trade-readout-virtual.html"
SIGNER = Signer.new()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with a release that `build --key` has signed; the key lies beside it."""
    folder = tmp_path_factory.mktemp("signed")
    (folder / "secret").write_text(SIGNER.text)
    (folder / "trusted.pub").write_text(SIGNER.public.text)
    build(folder, "--key", str(folder / "secret"))
    return folder


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    """The signed release, to be changed."""
    return Path(shutil.copytree(made / "output" / "releases" / "1.0.0", tmp_path / "copy"))


def build(folder: Path, *options: str) -> None:
    """Do what `python -m flows build` does with one page, without Prefect."""
    (folder / "pages").mkdir()
    shutil.copyfile(Path(__file__).with_name("pages") / PAGE, folder / "pages" / PAGE)
    with pytest.MonkeyPatch.context() as patch:
        without_prefect(patch)
        done = CliRunner().invoke(flows, ["build", str(folder / "pages"), "--output", str(folder / "output"), *options])
    assert done.exit_code == 0, done.output


def verify(release: Path, key: Path) -> Result:
    return CliRunner().invoke(main, ["verify", str(release), "--public-key", str(key)])


def test_a_build_with_a_key_gives_a_release_that_verify_believes(made: Path) -> None:
    release = made / "output" / "latest"
    assert (release / PUBLIC_KEY).read_text() == SIGNER.public.text
    done = verify(release, made / "trusted.pub")
    assert done.exit_code == 0, done.output
    assert f"signature    by {SIGNER.public.name}, the key that you named" in done.output


def test_the_secret_key_is_nowhere_in_the_output(made: Path) -> None:
    secret = SIGNER.text.splitlines()[1].encode()
    files = [path for path in (made / "output").rglob("*") if path.is_file()]
    assert len(files) > 15
    assert [path for path in files if secret in path.read_bytes() or SIGNER.seed in path.read_bytes()] == []


@pytest.mark.parametrize("name", ["documents.parquet", "g7data.duckdb", "README.md", SUMS, SIGNATURE, PUBLIC_KEY])
def test_a_flipped_byte_is_found(copy: Path, made: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    done = verify(copy, made / "trusted.pub")
    assert done.exit_code == 1
    assert "It is not as it should be." in done.output


def test_a_flipped_byte_is_found_when_the_list_is_written_anew(copy: Path, made: Path) -> None:
    (copy / "README.md").write_bytes((copy / "README.md").read_bytes().replace(b"e", b"f", 1))
    write_sums(copy)
    assert "README.md" in read_sums(copy)
    done = verify(copy, made / "trusted.pub")
    assert done.exit_code == 1
    assert f"the key {SIGNER.public.name} has not signed what stands here" in done.output


def test_the_key_of_the_environment_signs_too(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, SIGNER.text)
    build(tmp_path)
    assert verify(tmp_path / "output", made / "trusted.pub").exit_code == 0


def test_a_build_with_something_else_than_a_key_does_not_begin(tmp_path: Path) -> None:
    (tmp_path / "no-key").write_text("else")
    arguments = ["build", str(Path(__file__).with_name("pages")), "--output", str(tmp_path / "output")]
    done = CliRunner().invoke(flows, [*arguments, "--key", str(tmp_path / "no-key")])
    assert done.exit_code == 1
    assert not (tmp_path / "output" / "archive").exists()
