"""A folder on this machine as a source of releases. It is read where it is; nothing of it is copied to the cache."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from g7data.client.transfer import CHUNK, Absent, Denied


@dataclass(frozen=True, slots=True)
class Folder:
    """The output folder of a build, a copy of it, or the folder of one release."""

    path: Path

    @property
    def name(self) -> str:
        """The path, as it was given."""
        return str(self.path)

    def open(self, name: str, start: int = 0) -> tuple[int, Iterator[bytes]]:
        """Return the bytes of a file from `start` on."""
        self.size(name)
        return start, self._read(name, start)

    def size(self, name: str) -> int | None:
        """Return the bytes of a file."""
        try:
            return (self.path / name).stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            raise Absent(f"{self.path / name} is not there") from None
        except OSError as error:
            raise Denied(f"{self.path / name} cannot be read ({error.strerror})") from error

    def _read(self, name: str, start: int) -> Iterator[bytes]:
        try:
            with (self.path / name).open("rb") as file:
                file.seek(start)
                while chunk := file.read(CHUNK):
                    yield chunk
        except OSError as error:
            raise Denied(f"{self.path / name} cannot be read ({error.strerror})") from error
