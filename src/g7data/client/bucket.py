"""A bucket, or any other address that fsspec knows (s3, gs, az, ftp, ssh …), as a source of releases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from g7data.addresses import connect
from g7data.client.transfer import CHUNK, Absent, Denied, Interrupted


@dataclass(frozen=True, slots=True)
class Bucket:
    """The address under which `index.json` lies. Credentials come from where the package of the address looks."""

    name: str
    _files: Any = field(init=False, repr=False, compare=False)
    _root: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        files, root = connect(self.name)
        object.__setattr__(self, "_files", files)
        object.__setattr__(self, "_root", root.rstrip("/"))

    def open(self, name: str, start: int = 0) -> tuple[int, Iterator[bytes]]:
        """Return the bytes of a file from `start` on."""
        size = self.size(name)
        begin = start if size is None or start <= size else 0
        return begin, self._read(name, begin)

    def size(self, name: str) -> int | None:
        """Return the bytes of a file, if the address tells."""
        with self._told(name):
            told = self._files.info(self._path(name)).get("size")
            return None if told is None else int(told)

    def _read(self, name: str, start: int) -> Iterator[bytes]:
        with self._told(name), self._files.open(self._path(name), "rb", cache_type="readahead") as file:
            file.seek(start)
            while chunk := file.read(CHUNK):
                yield chunk

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    @contextmanager
    def _told(self, name: str) -> Iterator[None]:
        """Tell what can go wrong on the way in the words of `transfer`."""
        address = f"{self.name.rstrip('/')}/{name}"
        try:
            yield
        except FileNotFoundError:
            raise Absent(f"{address} is not there") from None
        except PermissionError as error:
            raise Denied(f"{address} is not given to you ({error}); check your credentials") from error
        except Exception as error:  # every package behind fsspec has errors of its own, and not all are OSError
            raise Interrupted(f"{address} does not answer ({type(error).__name__}: {error})") from error
