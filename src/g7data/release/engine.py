"""DuckDB as the engine of a build: it sorts and joins tables larger than memory, and never reaches for the network.

The relations below are lazy: nothing is read before a result is asked for. Text sorts and compares by its bytes
(DuckDB's default collation), so that no locale has a say in the order of rows.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa

from g7data.release.contract import StoredTable, TableContract, plain_type

AT_ONCE = 2
"""Tables that are worked on at a time: much of the work on one of them keeps but one thread of DuckDB busy."""
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Resources:
    """What a build may use: `memory` as DuckDB writes it, `threads` as a number (None: one for each core).

    What DuckDB does not count, Arrow above all, takes 400 MB more at a million clauses.
    """

    memory: str = "1400MB"
    threads: int | None = None


DEFAULT_RESOURCES = Resources()


@contextmanager
def engine(scratch: Path, resources: Resources = DEFAULT_RESOURCES) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open an engine that keeps its tables, and what does not fit into memory, in the folder `scratch`."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # DuckDB 1.5 takes a file for unchanged that was written anew within a second, in as many bytes.
        "enable_external_file_cache": False,
        "memory_limit": resources.memory,
        "temp_directory": str(scratch / "spill"),
    }
    if resources.threads is not None:
        config["threads"] = resources.threads
    with duckdb.connect(config=config) as connection:
        yield connection


def for_each(
    connection: duckdb.DuckDBPyConnection,
    work: Callable[[duckdb.DuckDBPyConnection, Item], Result],
    items: Iterable[Item],
) -> Iterator[Result]:
    """Give what `work` makes of each item, in their order; it is done on some at a time, each with a cursor of its own."""
    with ThreadPoolExecutor(AT_ONCE) as beside:
        yield from beside.map(lambda item: work(connection.cursor(), item), items)


def scan(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> duckdb.DuckDBPyRelation:
    """Return the rows of a table, in any order, with the columns of its contract."""
    rows = connection.read_parquet(str(table.path), hive_partitioning=False)
    return rows.project(", ".join(map(identifier, table.contract.column_names)))


def duckdb_types(connection: duckdb.DuckDBPyConnection, contract: TableContract) -> dict[str, str]:
    """Return the DuckDB type of each column of the contract, by name."""
    plain = pa.schema([(column.name, plain_type(column.type)) for column in contract.columns])
    relation = connection.from_arrow(plain.empty_table())
    return dict(zip(relation.columns, map(str, relation.types), strict=True))


def identifier(name: str) -> str:
    """Write a name of a table or column in SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str | None) -> str:
    """Write a text in SQL; None becomes NULL."""
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"


def in_order(names: Iterable[str]) -> str:
    """Return the terms of an ORDER BY over these columns: ascending, nulls first."""
    return ", ".join(f"{identifier(name)} ASC NULLS FIRST" for name in names)
