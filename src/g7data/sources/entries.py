"""One table of a catalogue file, asked for its entries one by one: each must be there, of its type, and of its form.

What nobody asked for is a mistake as well: a key that is spelt wrongly would otherwise be silently without effect.
"""

import re
from collections.abc import Mapping

from g7data.sources.errors import CatalogueError

_ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/[^\s#]*")


class Entries:
    """The entries of a table, with the name of its file and of the table for messages."""

    def __init__(self, table: Mapping[str, object], file: str, name: str = "") -> None:
        self._table = table
        self._file = file
        self._name = name
        self._asked: set[str] = set()

    def wrong(self, key: str, what: str, right: str) -> CatalogueError:
        """The error that says what is wrong with a key, and what would be right."""
        return CatalogueError(f"{self._file}: {self._name}{key}: {what}; expected {right}")

    def text(self, key: str, form: str = r"\S(?:.*\S)?", right: str = "a text that is not empty") -> str:
        """A text of a form, given as a pattern for the whole of it and in words."""
        value = self._value(key, right)
        if not isinstance(value, str) or re.fullmatch(form, value) is None:
            raise self.wrong(key, f"{value!r}", right)
        return value

    def text_or_none(self, key: str, form: str = r"\S(?:.*\S)?", right: str = "a text that is not empty") -> str | None:
        """The same for a key that may be left out."""
        return self.text(key, form, right) if key in self else None

    def texts(self, key: str, form: str = r"\S(?:.*\S)?", right: str = "texts that are not empty") -> tuple[str, ...]:
        """A list of texts of a form, each once; a key that is left out is an empty list."""
        if key not in self:
            return ()
        values = self._value(key, f"a list of {right}")
        if not isinstance(values, list):
            raise self.wrong(key, f"{values!r}", f"a list of {right}")
        for number, value in enumerate(values):
            if not isinstance(value, str) or re.fullmatch(form, value) is None:
                raise self.wrong(key, f"{value!r}", right)
            if value in values[:number]:
                raise self.wrong(key, f"{value!r} stands there twice", "each once")
        return tuple(values)

    def address(self, key: str) -> str:
        """An address of HTTP, with a path."""
        return self.text(key, _ADDRESS.pattern, "an address such as https://www.example.org/")

    def addresses(self, key: str) -> tuple[str, ...]:
        """A list of such addresses."""
        return self.texts(key, _ADDRESS.pattern, "addresses such as https://www.example.org/")

    def flag(self, key: str) -> bool:
        """A yes or no."""
        value = self._value(key, "true or false")
        if not isinstance(value, bool):
            raise self.wrong(key, f"{value!r}", "true or false")
        return value

    def count(self, key: str) -> int:
        """A whole number that is not negative."""
        value = self._value(key, "a whole number, 0 or more")
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(key, f"{value!r}", "a whole number, 0 or more")
        return value

    def seconds(self, key: str) -> float:
        """A time that is not negative, and not infinite."""
        value = self._value(key, "a number of seconds, 0 or more")
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < float("inf"):
            raise self.wrong(key, f"{value!r}", "a number of seconds, 0 or more")
        return float(value)

    def table(self, key: str) -> "Entries | None":
        """The table below a key, or None where it is left out."""
        if key not in self:
            return None
        value = self._value(key, "a table")
        if not isinstance(value, dict):
            raise self.wrong(key, f"{value!r}", f"a table, [{self._name}{key}]")
        return Entries(value, self._file, f"{self._name}{key}.")

    def done(self) -> None:
        """Raise for the first key that nobody has asked for."""
        for key in self._table:
            if key not in self._asked:
                raise self.wrong(key, "no such key", f"one of {', '.join(sorted(self._asked))}")

    def __contains__(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._table

    def _value(self, key: str, right: str) -> object:
        if key not in self:
            raise self.wrong(key, "is missing", right)
        return self._table[key]
