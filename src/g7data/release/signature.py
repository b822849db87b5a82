"""Detached signatures in the format of minisign (https://jedisct1.github.io/minisign/): Ed25519 over a BLAKE2b digest.

A signature is four lines: a comment that nobody need trust, the signature of the file, a comment that is signed too, and
the signature of both. `minisign -Vm SHA256SUMS -p g7data.pub` checks what is written here, and what minisign signs is
checked here. There is no time in the comments: the same key signs the same release with the same bytes.
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from g7data.errors import PackageMissing
from g7data.release.errors import KeyUnreadable
from g7data.release.sums import PUBLIC_KEY

_ALGORITHM, _PREHASHED = b"Ed", b"ED"
_UNENCRYPTED = b"Ed\0\0B2" + bytes(48)
"""What an unencrypted secret key begins with: algorithm, no key derivation, checksum, and where its salt would stand."""
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_ID, _KEY, _SIGNATURE = 8, 32, 64
"""Bytes of the name of a key, of a key, and of a signature."""
_MAKE_ONE = "make one with g7data new-key, or with minisign -G -W"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What signatures are checked with; `key_id` is its name, eight bytes."""

    key_id: bytes
    key: bytes

    @classmethod
    def parse(cls, text: str) -> "PublicKey":
        """Read a public key: its file, or the one line of it that counts. Raises KeyUnreadable."""
        lines = text.split()
        content = _decoded(lines[-1] if lines else "")
        if len(content) != len(_ALGORITHM) + _ID + _KEY or not content.startswith(_ALGORITHM):
            raise KeyUnreadable(f"this is no public key of minisign: {text.strip()[:60]!r}; name the file {PUBLIC_KEY}")
        return cls(content[2:10], content[10:])

    @property
    def name(self) -> str:
        """The name of the key, as minisign prints it."""
        return self.key_id[::-1].hex().upper()

    @property
    def text(self) -> str:
        """The content of the file of this key."""
        return f"{_UNTRUSTED}g7data public key {self.name}\n{_encoded(_ALGORITHM + self.key_id + self.key)}\n"

    def find_fault(self, content: bytes, signature: str) -> str | None:
        """Say why `signature` is not one of this key for this content, byte for byte as `Signer.sign` writes it; None if it is."""
        lines = signature.split("\n")
        if len(lines) != 5 or not lines[2].startswith(_TRUSTED):
            return "it is no signature of minisign"
        signed, comment, signed_with_comment = _decoded(lines[1]), lines[2].removeprefix(_TRUSTED), _decoded(lines[3])
        if signed[:2] != _PREHASHED or len(signed) != 2 + _ID + _SIGNATURE:
            return "it is no signature of minisign"
        if signed[2:10] != self.key_id:
            return f"it was made with the key {signed[2:10][::-1].hex().upper()}, not with {self.name}"
        if not _holds(self.key, signed[10:], _digest(content)):
            return f"the key {self.name} has not signed what stands here"
        if not _holds(self.key, signed_with_comment, signed[10:] + comment.encode()):
            return f"the key {self.name} has not signed the comment {comment!r}"
        if signature != _signature(self, signed[10:], comment, signed_with_comment):
            return "its first line, or the way in which it is written, was changed"
        return None


@dataclass(frozen=True, slots=True)
class Signer:
    """A secret key; it is never shown."""

    key_id: bytes
    seed: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Signer":
        """Return a secret key that nobody else has."""
        return cls(secrets.token_bytes(_ID), secrets.token_bytes(_KEY))

    @classmethod
    def parse(cls, text: str) -> "Signer":
        """Read a secret key, as `text` or `minisign -G -W` writes it. Raises KeyUnreadable."""
        lines = text.split()
        content = _decoded(lines[-1] if lines else "")
        head, body = content[: len(_UNENCRYPTED)], content[len(_UNENCRYPTED) :]
        if content[:2] == _ALGORITHM and content[2:4] == b"Sc":
            raise KeyUnreadable(f"this secret key is protected by a password; {_MAKE_ONE}, and protect the file")
        if head[:6] != _UNENCRYPTED[:6] or len(body) != _ID + 2 * _KEY + _KEY:
            raise KeyUnreadable(f"this is no secret key of minisign; {_MAKE_ONE}")
        signer = cls(body[:_ID], body[_ID : _ID + _KEY])
        pair, checksum = body[_ID:-_KEY], body[-_KEY:]
        if pair != signer._pair() or checksum not in (bytes(_KEY), signer._checksum()):  # minisign -W leaves it empty
            raise KeyUnreadable(f"this secret key is damaged; take another copy of it, or {_MAKE_ONE}")
        return signer

    @property
    def text(self) -> str:
        """The content of the file of this key."""
        content = _UNENCRYPTED + self.key_id + self._pair() + self._checksum()
        return f"{_UNTRUSTED}g7data secret key, keep it to yourself\n{_encoded(content)}\n"

    @property
    def public(self) -> PublicKey:
        """The key with which everybody can check what this one has signed."""
        with _cryptography():
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        return PublicKey(self.key_id, Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw())

    def sign(self, content: bytes, comment: str) -> str:
        """Return the signature of a file with this content; `comment`, of one line, is signed too."""
        with _cryptography():
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        signed = key.sign(_digest(content))
        return _signature(self.public, signed, comment, key.sign(signed + comment.encode()))

    def _pair(self) -> bytes:
        return self.seed + self.public.key

    def _checksum(self) -> bytes:
        return hashlib.blake2b(_ALGORITHM + self.key_id + self._pair(), digest_size=_KEY).digest()


def _signature(key: PublicKey, signed: bytes, comment: str, signed_with_comment: bytes) -> str:
    first = f"{_UNTRUSTED}signature of g7data, key {key.name}"
    return (
        f"{first}\n{_encoded(_PREHASHED + key.key_id + signed)}\n{_TRUSTED}{comment}\n{_encoded(signed_with_comment)}\n"
    )


def _holds(key: bytes, signature: bytes, content: bytes) -> bool:
    with _cryptography():
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except InvalidSignature:
        return False
    return True


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content).digest()


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _decoded(text: str) -> bytes:
    """Return what a line of base64 holds; nothing where it is none."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


@contextmanager
def _cryptography() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise PackageMissing(f"signatures need the package {error.name!r}: run pip install 'g7data[signed]'") from error
