"""The release as one DuckDB file that opens in DuckDB 1.0 and everything since.

Three choices keep it open to all. The storage format is that of 1.0. There are no primary keys: since 1.1 their index
is written in a form that 1.0 cannot read, and keys were checked before. Times are TIMESTAMP in UTC: to show a TIMESTAMP
WITH TIME ZONE, DuckDB needs the `icu` extension, and its Python client `pytz`.

One thing is out of reach: 1.0 cannot read a list column in which all rows of a group have an empty list, if 1.1 or
newer wrote it. It reads the other columns. Tried with 1.0.0, 1.1.0, 1.1.3, 1.2.2, 1.3.2, 1.4.1, 1.5.5 and 2.0.0.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import duckdb

from g7data.release.contract import StoredTable, TableContract
from g7data.release.earlier import earlier_table
from g7data.release.engine import AT_ONCE, duckdb_types, identifier, literal, scan
from g7data.release.old_names import MAIN, View
from g7data.release.search import write_search
from g7data.release.search_index import write_index

DATABASE = "g7data.duckdb"
"""The name of the file in a release."""
STORAGE_VERSION = "v1.0.0"
ROWS_OF_A_GROUP = 8192
"""Rows of which the least and the greatest value are kept, so that others need not be read. Of a million clauses over the
network, one document with its evidence takes some 50 MB so, and 320 MB in the groups of 122,880 that DuckDB makes by itself. The
tables take 6 % more."""
SEARCHED, _TEXT = "clauses", "text"
"""The table and the column that are indexed for search, where a release has them."""
ABOUT = "release"
"""The table of one row that says which release this is."""
_WITH_TIME_ZONE = "TIMESTAMP WITH TIME ZONE"


class Database:
    """A DuckDB file that is being written, as `target` of its connection: each table as soon as its rows are there, beside all else."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, beside: ThreadPoolExecutor, before: Path | None = None
    ) -> None:
        self.connection = connection
        self._beside = beside
        self._before = before
        self._begun: list[Future[None]] = []
        self._indexed = False

    def take(self, table: StoredTable) -> None:
        """Begin to take in a table of the file whose rows stand sorted by key in a Parquet file, and to index its texts."""
        if table.name == SEARCHED and _TEXT in table.contract.column_names:
            self._indexed = True
            self._begun.append(self._beside.submit(_write_index, self.connection.cursor(), table, self._before))
        self._begun.append(self._beside.submit(_fill, self.connection.cursor(), table))

    def wait(self) -> bool:
        """Wait until all that was begun is done; returns whether there is an index."""
        for begun in self._begun:
            begun.result()
        return self._indexed


@contextmanager
def new_database(
    connection: duckdb.DuckDBPyConnection, target: Path, contracts: Iterable[TableContract], before: Path | None = None
) -> Iterator[Database]:
    """Give the DuckDB file `target` with empty tables; afterwards it is complete.

    `before` is the folder of the release before, from which an index of the same texts is taken.
    """
    options = f"STORAGE_VERSION {literal(STORAGE_VERSION)}, ROW_GROUP_SIZE {ROWS_OF_A_GROUP}"
    connection.execute(f"ATTACH {literal(str(target))} AS target ({options})")
    try:
        with _at_once(connection):
            for contract in contracts:
                _create(connection, contract)
        with ThreadPoolExecutor(AT_ONCE) as beside:
            yield Database(connection, beside, before)
    finally:
        connection.execute("DETACH target")


def finish_database(database: Database, labels: Mapping[str, str], views: Iterable[View] = ()) -> None:
    """Write one row of `labels`, `views` on tables, and what searches the index, when all tables are there."""
    connection, searched = database.connection, database.wait()
    with _in_use(connection), _at_once(connection):
        _write_labels(connection, labels)
        _write_views(connection, views)
        if searched:
            write_search(connection, SEARCHED, _TEXT)


def count_rows(connection: duckdb.DuckDBPyConnection, database: Path) -> dict[str, int]:
    """Rows of each table of a DuckDB file, `release` left out."""
    connection.execute(f"ATTACH {literal(str(database))} AS source (READ_ONLY)")
    try:
        catalogue = connection.sql(
            f"SELECT table_name FROM duckdb_tables() WHERE database_name = 'source' AND schema_name = {literal(MAIN)}"  # noqa: S608
        ).fetchall()
        names = [name for (name,) in catalogue if name != ABOUT]
        return {name: len(connection.table(f"source.{identifier(name)}")) for name in names}
    finally:
        connection.execute("DETACH source")


@contextmanager
def _at_once(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Write what many statements say in one go: each by itself would wait for the disk."""
    connection.execute("BEGIN")
    end = "ROLLBACK"
    try:
        yield
        end = "COMMIT"
    finally:
        connection.execute(end)


def _create(connection: duckdb.DuckDBPyConnection, contract: TableContract) -> None:
    table = f"target.{identifier(contract.name)}"
    types = duckdb_types(connection, contract)
    columns = [
        f"{identifier(column.name)} {_zoneless(types[column.name])}{' NOT NULL' if column.required else ''}"
        for column in contract.columns
    ]
    told = [
        f"CREATE TABLE {table} ({', '.join(columns)})",
        f"COMMENT ON TABLE {table} IS {literal(contract.description)}",
        *(f"COMMENT ON COLUMN {table}.{identifier(c.name)} IS {literal(c.description)}" for c in contract.columns),
    ]
    connection.execute(";".join(told))


def _fill(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> None:
    with connection:
        types = duckdb_types(connection, table.contract)
        columns = ", ".join(_utc(name) if types[name] == _WITH_TIME_ZONE else identifier(name) for name in types)
        scan(connection, table).project(columns).insert_into(f"target.{identifier(table.name)}")


def _write_labels(connection: duckdb.DuckDBPyConnection, labels: Mapping[str, str]) -> None:
    columns = ", ".join(f"nullif({literal(value)}, '') AS {identifier(name)}" for name, value in labels.items())
    connection.execute(f"CREATE TABLE target.{ABOUT} AS SELECT {columns}")
    connection.execute(f"COMMENT ON TABLE target.{ABOUT} IS 'Which release this is: one row'")


def _write_index(connection: duckdb.DuckDBPyConnection, table: StoredTable, before: Path | None) -> None:
    """Index the texts that are searched. Rows keep their order, so that the number of a row in the Parquet file is its `rowid`."""
    key = ", ".join(map(identifier, table.contract.key))
    columns = f"({key}) AS key, {identifier(_TEXT)} AS text"
    rows = f"read_parquet({literal(str(table.path))}, hive_partitioning = false, file_row_number = true)"
    file = before / DATABASE if before is not None else None
    texts = f"SELECT file_row_number AS clause, {columns} FROM {rows}"  # noqa: S608  # a path, quoted
    with (
        connection,
        _in_use(connection),
        earlier_table(connection, file, SEARCHED, (*table.contract.key, _TEXT)) as earlier,
    ):
        write_index(connection, texts, f"SELECT rowid AS clause, {columns} FROM {earlier}" if earlier else None)  # noqa: S608


@contextmanager
def _in_use(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let names mean what they mean to a user of the file alone: a view or a macro keeps its words."""
    (home,) = connection.execute("SELECT current_catalog()").fetchone() or ("",)
    connection.execute("USE target")
    try:
        yield
    finally:
        connection.execute(f"USE {identifier(home)}")


def _write_views(connection: duckdb.DuckDBPyConnection, views: Iterable[View]) -> None:
    for view in views:
        name = f"{identifier(view.schema)}.{identifier(view.name)}"
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {identifier(view.schema)}")
        connection.execute(f"CREATE VIEW {name} AS {view.query}")
        connection.execute(f"COMMENT ON VIEW {name} IS {literal(view.comment)}")


def _zoneless(kind: str) -> str:
    return "TIMESTAMP" if kind == _WITH_TIME_ZONE else kind


def _utc(name: str) -> str:
    """Return the time in UTC, without a zone, by arithmetic: a cast would use the session's zone, and need `icu`."""
    return f"make_timestamp(epoch_us({identifier(name)}))"
