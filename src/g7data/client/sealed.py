"""One question to the DuckDB file of a release, which can reach nothing else: no file, no network, no setting.

Four walls, each of which would have to fall:

1. The file is opened to read only, so that nothing in it changes.
2. Only a statement that asks (SELECT, EXPLAIN) is taken, and only one: no COPY, ATTACH, INSTALL, SET.
3. Access from within a question is off, and so are all local files. The first alone is not enough: DuckDB 1.5.5 then still
   writes to `g7data.duckdb.wal` beside the file, which would make the release unreadable, and dies when told to log to a
   file. The file itself stays open and is read through that.
4. The settings are locked, so that no question opens the other walls. Variables of Python are no tables, extensions are
   not loaded, secrets are not read, and nothing is spilled to disk.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from g7data.client.errors import QueryFailed, QueryRefused

_CONFIGURATION: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "temp_directory": "",
}
_SEALS = (
    "SET python_enable_replacements = false",
    "SET enable_external_access = false",
    "SET disabled_filesystems = 'LocalFileSystem'",
    "SET lock_configuration = true",  # last: nothing can be set afterwards
)
_ASKING = frozenset((duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN))
_WHAT = "a query is one SELECT (or WITH, FROM, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN) on the tables of the release"


@contextmanager
def sealed(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the DuckDB file of a release so that questions reach nothing else."""
    try:
        connection = duckdb.connect(database, read_only=True, config=_CONFIGURATION)
    except duckdb.Error as error:
        raise QueryFailed(f"{database} cannot be opened: {error}") from error
    with connection:
        for seal in _SEALS:
            connection.execute(seal)
        yield connection


@contextmanager
def asked(connection: duckdb.DuckDBPyConnection, question: str) -> Iterator[duckdb.DuckDBPyRelation]:
    """Give the answer to a question, whose rows come as they are read; raises QueryRefused or QueryFailed."""
    try:
        yield connection.sql(_statement(connection, question))
    except duckdb.PermissionException as error:
        raise QueryRefused(f"a query reaches no file and no network beyond the release; {_WHAT} ({error})") from error
    except duckdb.Error as error:
        raise QueryFailed(f"DuckDB cannot answer this: {error}") from error


def _statement(connection: duckdb.DuckDBPyConnection, question: str) -> str:
    statements = connection.extract_statements(question)
    if len(statements) != 1:
        raise QueryRefused(f"there are {len(statements)} statements here; {_WHAT}")
    (statement,) = statements
    if statement.type not in _ASKING:
        raise QueryRefused(f"{statement.type.name} is not for releases, which never change; {_WHAT}")
    return statement.query
