"""What grows with the number of pages is kept on disk: texts under keys, on shelves, in one SQLite file.

A ledger at a path stays between runs; one without a path is a file of the system's, without a name, that is gone with the program.
Either way it holds a few megabytes of memory, however many texts there are. No ledger is the only place where something
is known: what it says follows from archive files, so that one that is damaged, or that somebody else made, is begun anew.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zlib import crc32

from g7data.errors import G7DataError

_TABLE = (
    "CREATE TABLE entries (number INTEGER PRIMARY KEY, shelf TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, "
    "sum INTEGER NOT NULL, UNIQUE (shelf, key))"
)
_INSERT = "INSERT INTO entries (shelf, key, text, sum) VALUES (?, ?, ?, ?)"
_PUT = f"{_INSERT} ON CONFLICT DO UPDATE SET text = excluded.text, sum = excluded.sum"
_ADD = f"{_INSERT} ON CONFLICT DO NOTHING RETURNING 1"
_FIRST = "SELECT number FROM entries WHERE shelf = ? ORDER BY key LIMIT 1"
_TAKE = f"DELETE FROM entries WHERE number = ({_FIRST}) RETURNING text"  # noqa: S608 - made of constants
_SOME = "SELECT key, text FROM entries WHERE shelf = ? AND key > ? ORDER BY key LIMIT 500"
_SUMMED = "SELECT CAST(shelf || char(0) || key || char(0) || text AS BLOB), sum FROM entries"
_CACHE = -16_000  # kibibytes of the file that are held in memory
_PATIENCE = 10.0  # seconds to wait for another program that is writing
_BESIDE = ("", "-journal", "-wal", "-shm")
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class LedgerUnusable(G7DataError):
    """A ledger cannot be read or written."""


class Ledger:
    """Texts, each under a key on a shelf; several threads may use it. Every method raises `LedgerUnusable` where the system fails."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the ledger at a path, or begin it there; what is there and is no ledger, or is not whole, is removed."""
        self._lock = threading.Lock()
        self._name = "a temporary file" if path is None else str(path)
        try:
            self._file = _open_temporary() if path is None else _open(path)
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error

    def get(self, shelf: str, key: str) -> str | None:
        """The text under a key; None if there is none."""
        found = self._ask("SELECT text FROM entries WHERE shelf = ? AND key = ?", shelf, key)
        return found[0][0] if found else None

    def put(self, shelf: str, key: str, text: str) -> None:
        """Write a text under a key, in place of what was there."""
        self._ask(_PUT, shelf, key, text, _sum(shelf, key, text))

    def add(self, shelf: str, key: str, text: str = "") -> bool:
        """Write a text under a key unless one is there; gives whether it was written."""
        return bool(self._ask(_ADD, shelf, key, text, _sum(shelf, key, text)))

    def remove(self, shelf: str, key: str) -> None:
        """Take the text under a key away, if there is one."""
        self._ask("DELETE FROM entries WHERE shelf = ? AND key = ?", shelf, key)

    def take_first(self, shelf: str) -> str | None:
        """Take the text under the first key of a shelf away, in the order of keys; None if the shelf is empty."""
        found = self._ask(_TAKE, shelf)
        return found[0][0] if found else None

    def entries(self, shelf: str) -> Iterator[tuple[str, str]]:
        """The keys and texts of a shelf, in the order of keys; one that is empty is passed over."""
        last = ""
        while some := self._ask(_SOME, shelf, last):
            yield from some
            last = some[-1][0]

    def clear(self) -> None:
        """Take everything away."""
        self._ask("DELETE FROM entries")

    @contextmanager
    def changes(self) -> Iterator[None]:
        """What is written in the block stays when it ends, all of it, or none if it fails or the program is killed."""
        if self._file.in_transaction:  # a temporary file is never seen by anybody else
            yield
            return
        self._ask("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._ask("ROLLBACK")
            raise
        self._ask("COMMIT")

    def hold(self) -> None:
        """From now on only read, what is there now, whoever writes meanwhile; reading is quicker so."""
        if not self._file.in_transaction:
            self._ask("BEGIN")

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._file.close()

    def _ask(self, question: str, *values: str | int) -> list[Any]:
        try:
            with self._lock:
                return self._file.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> LedgerUnusable:
        return LedgerUnusable(f"what is known of pages cannot be kept in {self._name}: {error}")


def _open_temporary() -> sqlite3.Connection:
    file = _begin("")
    file.execute("PRAGMA journal_mode = OFF")
    file.execute("BEGIN")
    return file


def _open(path: Path) -> sqlite3.Connection:
    try:
        return _begin(str(path))
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the latter where a message quotes what is damaged
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _DAMAGE:
            raise  # locked or not allowed: another program may be working with it
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
    return _begin(str(path))


def _begin(name: str) -> sqlite3.Connection:
    """Connect to a file, which must be a ledger that is whole, or new."""
    file = sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    file.execute(f"PRAGMA cache_size = {_CACHE}")
    made = [sql for (sql,) in file.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
    if not made:
        file.execute(_TABLE)
    elif made != [_TABLE] or not _is_whole(file):
        file.close()
        raise sqlite3.DatabaseError("it is no ledger, or not whole")
    return file


def _is_whole(file: sqlite3.Connection) -> bool:
    """Whether a ledger holds what was written: SQLite looks at its own order only, so each entry has a sum."""
    if file.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        return False
    return all(crc32(entry) == told for entry, told in file.execute(_SUMMED))


def _sum(shelf: str, key: str, text: str) -> int:
    return crc32("\0".join((shelf, key, text)).encode())
