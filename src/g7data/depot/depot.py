"""Files and folders at an address that fsspec knows: a bucket, a folder, a disk of another machine.

A folder comes file by file, and the list of its files with their digests last: without that list it is not there. So what was
broken off is never taken for whole, on stores that cannot move a folder either.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from g7data.addresses import connect
from g7data.archive.whole import digest_file
from g7data.depot.errors import DepotRefused, FileDiffers

_LIST = "whole.json"


@contextmanager
def told(address: str) -> Iterator[None]:
    """Tell in one way what can go wrong behind an address."""
    try:
        yield
    except (DepotRefused, FileDiffers):
        raise
    except Exception as error:  # every package behind fsspec has errors of its own, and not all are OSError
        raise DepotRefused(f"{address} was refused ({type(error).__name__}: {error}); mend it and run again") from error


def bring_file(address: str, target: Path, sha256: str | None = None) -> None:
    """Bring one file from an address. Raises DepotRefused, and FileDiffers where its digest is another than `sha256`."""
    files, path = connect(address)
    with told(address):
        files.get_file(path, str(target))
    if sha256 is not None and digest_file(target) != sha256:
        raise FileDiffers(
            f"{address} is not the file that was meant: it has another digest; delete it there and run again"
        )


class Depot:
    """What lies at an address, by names with slashes."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._files, root = connect(address)
        self._root = root.rstrip("/")

    def at(self, name: str) -> str:
        """The address of a file."""
        return f"{self.address}/{name}"

    def has_file(self, name: str, size: int) -> bool:
        """Tell whether a file of this size is there; raises DepotRefused."""
        with told(self.at(name)):
            path = self._path(name)
            return bool(self._files.exists(path)) and self._files.info(path)["size"] == size

    def put_file(self, path: Path, name: str) -> None:
        """Put a file there; raises DepotRefused."""
        with told(self.at(name)):
            self._files.makedirs(self._path(name).rpartition("/")[0], exist_ok=True)
            self._files.put_file(str(path), self._path(name))

    def has_folder(self, name: str) -> bool:
        """Tell whether a folder is there, whole; raises DepotRefused."""
        with told(self.at(name)):
            return bool(self._files.exists(self._path(f"{name}/{_LIST}")))

    def put_folder(self, folder: Path, name: str) -> None:
        """Put a folder of files there, whole in the end; raises DepotRefused."""
        listed = {path.name: digest_file(path) for path in sorted(folder.iterdir())}
        for each in listed:
            self.put_file(folder / each, f"{name}/{each}")
        with told(self.at(name)):
            self._files.pipe_file(self._path(f"{name}/{_LIST}"), json.dumps(listed).encode())

    def bring_folder(self, name: str, target: Path) -> None:
        """Bring a whole folder to `target`, which is there whole or not at all. Raises DepotRefused or FileDiffers."""
        draft = target.with_name(f".{target.name}.partial")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        with told(self.at(name)):
            listed = json.loads(self._files.cat_file(self._path(f"{name}/{_LIST}")))
        for each, sha256 in listed.items():
            if Path(each).name != each or each == "..":
                raise FileDiffers(
                    f"{self.at(name)} lists {each!r}, which is no name of a file in it; delete that folder there"
                )
            bring_file(self.at(f"{name}/{each}"), draft / each, sha256)
        draft.replace(target)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"
