"""Answers to queries as CSV, JSON or Parquet, row by row as they come; and as a table for the eye."""

import csv
import io
import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, BinaryIO

import duckdb
import pyarrow.parquet as pq

from g7data.cli.plain import plain
from g7data.errors import G7DataError

_BATCH = 10_000
"""Rows in memory at a time."""
_WIDTH_ELSEWHERE = 120
"""Characters of a table that is not shown on a terminal."""


class NotForATerminal(G7DataError):
    """What was asked for would be noise on a screen."""


class OutputNotWritable(G7DataError):
    """The file for an answer cannot be written."""


@contextmanager
def kept(output: Path | None) -> Iterator[BinaryIO]:
    """Give a stream to write an answer to: a file that is there only when all is written, or the standard output."""
    if output is None:
        yield sys.stdout.buffer
        return
    beside = output.with_name(f".{output.name}.part")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(output)
    except OSError as error:
        raise OutputNotWritable(f"{output} cannot be written ({error.strerror}); name another file") from error
    finally:
        beside.unlink(missing_ok=True)


def as_table(answer: duckdb.DuckDBPyRelation, rows: int) -> str:
    """Return an answer as a table as wide as the terminal; long values are cut, and so are long answers."""
    width = get_terminal_size((_WIDTH_ELSEWHERE, 0)).columns
    screen = io.StringIO()
    with redirect_stdout(screen):
        answer.show(max_width=width, max_rows=rows)
    return plain(screen.getvalue())


def write_csv(answer: duckdb.DuckDBPyRelation, stream: BinaryIO) -> None:
    """Write an answer as CSV with a header, in UTF-8; null is empty, lists are JSON."""
    lines = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in _rows(answer):
        writer.writerow([_cell(value) for value in row])
    lines.detach()


def write_json(answer: duckdb.DuckDBPyRelation, stream: BinaryIO) -> None:
    """Write an answer as a JSON array with an object for each row, one a line."""
    names = answer.columns
    between = b"[\n"
    for row in _rows(answer):
        told = json.dumps(dict(zip(names, map(_value, row), strict=True)), ensure_ascii=False, default=_text)
        stream.write(between + told.encode())
        between = b",\n"
    stream.write(b"[]\n" if between == b"[\n" else b"\n]\n")


def write_parquet(answer: duckdb.DuckDBPyRelation, stream: BinaryIO) -> None:
    """Write an answer as Parquet."""
    reader = answer.to_arrow_reader(_BATCH)
    with pq.ParquetWriter(stream, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)


ANSWERS: Mapping[str, Callable[[duckdb.DuckDBPyRelation, BinaryIO], None]] = {
    "csv": write_csv,
    "json": write_json,
    "parquet": write_parquet,
}
"""The ways to write an answer for programs, by name."""


def _rows(answer: duckdb.DuckDBPyRelation) -> Iterator[tuple[Any, ...]]:
    for batch in answer.to_arrow_reader(_BATCH):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(_value(value), ensure_ascii=False, default=_text)
    return value.isoformat() if isinstance(value, date) else value


def _value(value: object) -> object:
    """Return a value as JSON can hold it: it has no numbers that are none."""
    if isinstance(value, list):
        return [_value(part) for part in value]
    if isinstance(value, dict):
        return {name: _value(part) for name, part in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
