"""What is known of where archive files came from: a line for each in a file beside them, read once and only added to."""

import json
from pathlib import Path

from g7data.depot.origin import Origin

_NAME = ".origins.jsonl"


class Noted:
    """The origins of the files of an archive, by address and by name; as many as a crawl has files fit into memory.

    A line that a killed run left half written is dropped. Deleting the file costs bringing files again, and nothing else.
    """

    def __init__(self, archive: Path) -> None:
        self._path = archive / _NAME
        self._kept: dict[str, tuple[Origin, str]] = {}
        self._origins: dict[str, Origin] = {}
        for line in self._lines():
            noted = json.loads(line)
            self._learn(Origin(noted["address"], noted["mark"]), noted["name"])

    def name_of(self, origin: Origin) -> str | None:
        """The file in the archive with what is at the origin now; None where that is not known, or cannot be."""
        known, name = self._kept.get(origin.address, (None, ""))
        return name if origin.mark and known == origin else None

    def origin_of(self, name: str) -> Origin | None:
        """Where a file of the archive came from, as it was then."""
        return self._origins.get(name)

    def note(self, origin: Origin, name: str) -> None:
        """Write down that the file is what was at the origin."""
        self._learn(origin, name)
        told = json.dumps({"address": origin.address, "mark": origin.mark, "name": name}, ensure_ascii=False)
        with self._path.open("ab") as lines:
            lines.write(f"{told}\n".encode())

    def _learn(self, origin: Origin, name: str) -> None:
        self._kept[origin.address] = origin, name
        self._origins[name] = origin

    def _lines(self) -> list[bytes]:
        """The lines that were written to their end; what is left of another one is cut off."""
        if not self._path.is_file():
            return []
        written = self._path.read_bytes()
        *lines, rest = written.split(b"\n")
        if rest:
            with self._path.open("r+b") as file:
                file.truncate(len(written) - len(rest))
        return lines
