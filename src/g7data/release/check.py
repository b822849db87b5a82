"""Is a release whole, and do its files agree? Asked before it is published, and whenever somebody doubts it."""

import json
from collections.abc import Mapping
from pathlib import Path

import duckdb

from g7data.release.descriptor import DESCRIPTOR
from g7data.release.duck import DATABASE, count_rows
from g7data.release.open import row_counts
from g7data.release.sums import wrong_sums


def find_faults(connection: duckdb.DuckDBPyConnection, release: Path) -> list[str]:
    """Say what is wrong with a release: a sum, a file, a number of rows; an empty list when nothing is.

    Raises ReleaseDamaged if it is too far gone to be asked.
    """
    return wrong_sums(release) or find_differences(connection, release)


def find_differences(connection: duckdb.DuckDBPyConnection, release: Path) -> list[str]:
    """Say where the files of a release tell different numbers of rows."""
    package = json.loads((release / DESCRIPTOR).read_text(encoding="utf-8"))
    described = {resource["name"]: resource["rows"] for resource in package["resources"]}
    stored = row_counts(release)
    faults = _differences("the Parquet files", stored, DESCRIPTOR, described)
    return faults + _differences("the Parquet files", stored, DATABASE, count_rows(connection, release / DATABASE))


def _differences(one: str, rows: Mapping[str, int], other: str, others: Mapping[str, int]) -> list[str]:
    return [
        f"{name}: {_count(rows.get(name))} in {one}, {_count(others.get(name))} in {other}"
        for name in sorted(rows.keys() | others.keys())
        if rows.get(name) != others.get(name)
    ]


def _count(rows: int | None) -> str:
    return "no table" if rows is None else f"{rows:,} rows"
