"""The signature of a release: SHA256SUMS is signed, and so every file that it lists.

The signature and the public key lie beside the list and are not on it, so that a release can be signed after it was built.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from g7data.release.edition import NAME
from g7data.release.errors import KeyUnreadable
from g7data.release.place import replace_text
from g7data.release.signature import PublicKey, Signer
from g7data.release.sums import PUBLIC_KEY, SIGNATURE, SUMS

KEY_VARIABLE = "G7DATA_SIGNING_KEY"
"""The environment variable with the secret key: the path of its file, or what stands in the file."""


@dataclass(frozen=True, slots=True)
class Trusted:
    """A key that must have signed a release, and whose it is, in words."""

    key: PublicKey
    whose: str

    def __str__(self) -> str:
        return f"{self.key.name}, {self.whose}"


def read_signer(key: str | Path | None = None) -> Signer | None:
    """Return the secret key in the file `key`, else that of the environment, else None. Raises KeyUnreadable."""
    given = str(key) if key is not None else os.environ.get(KEY_VARIABLE, "")
    if not given.strip():
        return None
    if key is None and "\n" in given.strip():
        return Signer.parse(given)
    return Signer.parse(_read(Path(given)))


def read_public_key(path: Path) -> PublicKey:
    """Return the public key in a file. Raises KeyUnreadable."""
    return PublicKey.parse(_read(path))


def sign_release(release: Path, version: str, signer: Signer) -> None:
    """Sign the list of sums of a release, and put signature and public key beside it."""
    replace_text(release / PUBLIC_KEY, signer.public.text)
    replace_text(release / SIGNATURE, signer.sign((release / SUMS).read_bytes(), f"{NAME} {version}"))


def is_signed(release: Path) -> bool:
    """Whether anything of a signature lies in the release."""
    return any((release / name).exists() for name in (SIGNATURE, PUBLIC_KEY))


def wrong_signature(release: Path, trusted: PublicKey | None = None) -> list[str]:
    """Say what is wrong with the signature of a release; an empty list if nothing is.

    Without a key that is trusted, the one in the release is used, which proves only that both belong together.
    """
    if missing := [name for name in (SIGNATURE, PUBLIC_KEY) if not (release / name).is_file()]:
        return [f"{name} is missing" for name in missing]
    try:
        shipped = _read(release / PUBLIC_KEY)
        key = PublicKey.parse(shipped)
        if shipped != key.text:
            return [f"{PUBLIC_KEY} is not as it was published"]
        if trusted is not None and trusted != key:
            return [f"it is signed with the key {key.name}, not with {trusted.name}"]
        fault = key.find_fault((release / SUMS).read_bytes(), _read(release / SIGNATURE))
    except KeyUnreadable as error:
        return [str(error)]
    return [] if fault is None else [f"{SIGNATURE}: {fault}"]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise KeyUnreadable(f"{path} cannot be read as a key or signature ({error}); name another file") from error
