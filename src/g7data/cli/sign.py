"""`g7data new-key` and `g7data sign`: a key for signatures, and a signature for a release that was built without one."""

import json
from pathlib import Path

import click

from g7data.release.descriptor import DESCRIPTOR
from g7data.release.errors import KeyUnreadable
from g7data.release.open import find_release
from g7data.release.seal import KEY_VARIABLE, read_signer, sign_release
from g7data.release.signature import Signer
from g7data.release.sums import PUBLIC_KEY

KEY = click.option(
    "--key",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"Secret key that signs the release; else that of the environment variable {KEY_VARIABLE}, if it is set.",
)


@click.command("new-key")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def new_key_command(file: Path) -> None:
    """Write a new secret key to FILE, which must not be there, and its public key beside it.

    Keep the secret key out of the repository. Give the public key (FILE.pub) to those who are to check your releases.
    The files are those of minisign.

    \b
    Examples:
      g7data new-key g7data.key
    """
    signer = Signer.new()
    public = file.with_name(f"{file.name}.pub")
    try:
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(signer.text, encoding="utf-8")
        public.write_text(signer.public.text, encoding="utf-8")
    except OSError as error:
        raise KeyUnreadable(f"{file} cannot be written as a new file ({error}); name another one") from error
    click.echo(f"{file} is secret; {public} is for everybody. The key is {signer.public.name}.")


@click.command("sign")
@click.argument("release", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@KEY
def sign_command(release: Path, key: Path | None) -> None:
    """Sign the release in FOLDER, or the latest in the output folder FOLDER. None of its other files changes.

    \b
    Examples:
      g7data sign output/latest --key g7data.key
    """
    signer = read_signer(key)
    if signer is None:
        raise KeyUnreadable(f"no key was given: name one with --key or in {KEY_VARIABLE}; g7data new-key makes one")
    folder = find_release(release)
    version = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["version"]
    sign_release(folder, version, signer)
    click.echo(f"{folder} is signed with {signer.public.name}; {PUBLIC_KEY} in it is the public key.")
