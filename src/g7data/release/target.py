"""Where a release is sent to: a folder, or any address that fsspec knows (s3, gs, az, ftp, sftp …).

A target takes whole files only. In a folder each is written beside and moved into place; a bucket has no other way.
"""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from g7data.addresses import connect
from g7data.release.errors import TargetRefused
from g7data.release.place import replace_bytes, replace_link

_CHUNK = 1 << 20


class Target(Protocol):
    """A place for files, by names with slashes."""

    def read(self, name: str) -> bytes | None:
        """Return the content of a small file; None if it is not there."""

    def digest(self, name: str, size: int) -> str | None:
        """Return the SHA-256 digest of a file of this size; None if there is none of this size."""

    def send(self, path: Path, name: str) -> None:
        """Put a file in place, whole."""

    def write(self, name: str, content: bytes) -> None:
        """Put a small file in place, whole."""

    def point(self, name: str, release: str) -> None:
        """Let `name` lead to the folder `release`: by a link, or by its last name as content where there are no links."""

    def remove(self, name: str) -> None:
        """Remove a file, a link or a folder with all that is in it; nothing happens where it is not there."""


def find_target(address: str) -> Target:
    """Return the target at a path or an address. Raises PackageMissing or AddressUnknown."""
    scheme, parted, rest = address.partition("://")
    if not parted or scheme == "file":
        return FolderTarget(Path(rest if parted else address).expanduser())
    return RemoteTarget(address)


class FolderTarget:
    """A folder on this machine, such as the one that a web server shows; it need not exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """Return the content of a small file; None if it is not there."""
        with _refused(self._folder / name):
            path = self._folder / name
            return path.read_bytes() if path.is_file() else None

    def digest(self, name: str, size: int) -> str | None:
        """Return the SHA-256 digest of a file of this size; None if there is none of this size."""
        path = self._folder / name
        with _refused(path):
            if not path.is_file() or path.stat().st_size != size:
                return None
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()

    def send(self, path: Path, name: str) -> None:
        """Put a file in place, whole."""
        target = self._folder / name
        with _refused(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.new")
            shutil.copyfile(path, beside)
            beside.replace(target)

    def write(self, name: str, content: bytes) -> None:
        """Put a small file in place, whole."""
        with _refused(self._folder / name):
            (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
            replace_bytes(self._folder / name, content)

    def point(self, name: str, release: str) -> None:
        """Let `name` be a link to the folder `release`."""
        with _refused(self._folder / name):
            replace_link(self._folder / name, self._folder / release)

    def remove(self, name: str) -> None:
        """Remove a file, a link or a folder with all that is in it."""
        path = self._folder / name
        with _refused(path):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


class RemoteTarget:
    """An address that fsspec knows. Credentials come from where the package of the address looks for them."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        self._files, root = connect(address)
        self._root = root.rstrip("/")

    def read(self, name: str) -> bytes | None:
        """Return the content of a small file; None if it is not there."""
        with self._told(name):
            try:
                return bytes(self._files.cat_file(self._path(name)))
            except FileNotFoundError:
                return None

    def digest(self, name: str, size: int) -> str | None:
        """Return the SHA-256 digest of a file of this size; None if there is none of this size."""
        with self._told(name):
            try:
                if self._files.info(self._path(name))["size"] != size:
                    return None
                with self._files.open(self._path(name), "rb", cache_type="readahead") as file:
                    return _digest(file)
            except FileNotFoundError:
                return None

    def send(self, path: Path, name: str) -> None:
        """Put a file in place, whole."""
        with self._told(name):
            self._files.put_file(str(path), self._path(name))

    def write(self, name: str, content: bytes) -> None:
        """Put a small file in place, whole."""
        with self._told(name):
            self._files.pipe_file(self._path(name), content)

    def point(self, name: str, release: str) -> None:
        """Let `name` hold the name of the release: there are no links."""
        self.write(name, f"{release.rpartition('/')[2]}\n".encode())

    def remove(self, name: str) -> None:
        """Remove an object, or all objects below a name."""
        with self._told(name):
            if self._files.exists(self._path(name)):
                self._files.rm(self._path(name), recursive=True)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    @contextmanager
    def _told(self, name: str) -> Iterator[None]:
        with _refused(f"{self._address}/{name}"):
            yield


@contextmanager
def _refused(place: object) -> Iterator[None]:
    """Tell in one way what can go wrong: every package behind fsspec has errors of its own, and not all are OSError."""
    try:
        yield
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        advice = "what has arrived stays; mend it and publish again, which goes on from there"
        raise TargetRefused(f"{place} was refused ({told}); {advice}") from error


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
