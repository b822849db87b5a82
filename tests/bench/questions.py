"""Five questions that people ask of a release, each asked of its DuckDB file, and over the network with nothing fetched before.

Every time is one of a fresh connection, from opening it until the last row is there. The host on this machine answers at once:
what a question costs elsewhere follows from its requests and bytes.
"""

import importlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import click
import duckdb

from g7data.release.duck import DATABASE
from tests.bench.multiplied import SEARCHED
from tests.bench.section import Table, median
from tests.static_host import Log, Sent

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words and in SQL, and the tables that it asks; `indexed` asks the same of the index in the DuckDB file."""

    words: str
    tables: tuple[str, ...]
    query: str
    indexed: str | None = None

    def asked(self, way: str) -> str:
        """The SQL in which one of the ways is asked."""
        return self.query if way == _PARQUET or self.indexed is None else self.indexed


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered in one way: the rows, the seconds of each run, and what the host sent in the last one."""

    rows: Rows
    seconds: tuple[float, ...]
    sent: Sent


_PARQUET = "parquet"
"""The way in which there is no index."""
_DOCUMENT = "SELECT quantile_disc(document_id, 0.5) FROM documents WHERE text IS NOT NULL AND meeting_id IS NOT NULL"
_QUESTIONS = (
    Question(
        f"search the text of all clauses for the word “{SEARCHED}”",
        ("clauses", "documents"),
        rf"""SELECT d.date_start, d.city, c.clause_id, c.text FROM clauses c JOIN documents d USING (document_id)
        WHERE regexp_matches(c.text, '(?i)(^|[^\pL\pN]){SEARCHED}([^\pL\pN]|$)') AND d.same_as IS NULL ORDER BY ALL""",
        f"""SELECT d.date_start, d.city, c.clause_id, c.text FROM search('{SEARCHED}') c JOIN documents d USING (document_id)
        WHERE d.same_as IS NULL ORDER BY ALL""",
    ),
    Question(
        "join ministers and meetings: who met, and how often, by country and year",
        ("ministers", "documents", "meetings"),
        """SELECT m.year, p.country, count(DISTINCT p.person_id), count(DISTINCT m.meeting_id) FROM ministers p
        JOIN documents d USING (document_id) JOIN meetings m USING (meeting_id) GROUP BY ALL ORDER BY ALL""",
    ),
    Question(
        "count documents and clauses by track and year",
        ("documents", "meetings"),
        """SELECT m.track, m.year, count(*), sum(d.clause_count) FROM documents d JOIN meetings m USING (meeting_id)
        GROUP BY ALL ORDER BY ALL""",
    ),
    Question(
        "one document with its evidence",
        ("documents", "evidence"),
        """SELECT d.title, d.date_start, d.text, e.column_name, e.start, e."end", e.quote, e.rule FROM documents d
        JOIN evidence e ON e.table_name = 'documents' AND e.row_id = d.document_id
        WHERE d.document_id = '{document}' AND e.row_id = '{document}' ORDER BY ALL""",
    ),
    Question(
        "the difference of two versions: what changed in which column, with an example",
        ("changes",),
        """SELECT table_name, change, column_name, cause, count(*), min(row_id) FROM changes GROUP BY ALL ORDER BY ALL""",
    ),
)


def questions(release: Path) -> tuple[Question, ...]:
    """The questions; the one that asks for a document asks for one in the middle."""
    with _file(release) as connection:
        (document,) = connection.execute(_DOCUMENT).fetchall()[0]
    return tuple(replace(each, query=each.query.replace("{document}", document)) for each in _QUESTIONS)


def ask(question: Question, release: Path, address: str, log: Log, runs: int) -> dict[str, Answer]:
    """Ask a question of a release in a folder, and of the same at an address, as often as `runs` says, in turns.

    Raises ClickException where one way gives another answer than the others.
    """
    ways: dict[str, Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]]] = {
        "file": lambda: _file(release),
        _PARQUET: lambda: _remote_parquet(address, question.tables),
        "remote file": lambda: _remote_file(address),
    }
    answers: dict[str, Answer] = {}
    for _ in range(runs):
        for way, opened in ways.items():
            before = answers[way].seconds if way in answers else ()
            answers[way] = _answer(question.asked(way), opened, log, before)
    if any(answer.rows != answers["file"].rows for answer in answers.values()):
        raise click.ClickException(f"two ways to ask give two answers: {question.words}")
    return answers


def table(asked: Mapping[Question, Mapping[str, Answer]]) -> Table:
    """What each question took in each way: the median of the runs."""
    ways = [(f"{way}: ms", "requests", "MB") for way in ("remote Parquet", "remote DuckDB file")]
    columns = ("question", "rows", "DuckDB file: ms", *chain.from_iterable(ways))
    return Table(columns, tuple(_row(question, answers) for question, answers in asked.items()))


def _row(question: Question, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    cells = [question.words, f"{len(answers['file'].rows):,}", _milliseconds(answers["file"])]
    for way in (_PARQUET, "remote file"):
        sent = answers[way].sent
        cells += [_milliseconds(answers[way]), f"{sent.requests:,}", f"{sent.size / 1e6:,.1f}"]
    return tuple(cells)


def _milliseconds(answer: Answer) -> str:
    return f"{1000 * median(answer.seconds):,.0f}"


def _answer(
    query: str,
    opened: Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]],
    log: Log,
    before: tuple[float, ...],
) -> Answer:
    start = time.perf_counter()
    with opened() as connection:
        rows = connection.execute(query).fetchall()
    took = time.perf_counter() - start
    return Answer(rows, (*before, took), log.sent())


@contextmanager
def _file(release: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The DuckDB file of a release on this machine."""
    with duckdb.connect(str(release / DATABASE), read_only=True) as connection:
        yield connection


@contextmanager
def _remote_parquet(address: str, tables: Iterable[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """The Parquet files of these tables at an address."""
    with _online() as connection:
        for name in tables:
            connection.execute(f"CREATE VIEW {name} AS FROM read_parquet('{address}/{name}.parquet')")
        yield connection


@contextmanager
def _remote_file(address: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """The DuckDB file at an address."""
    with _online() as connection:
        connection.execute(f"ATTACH '{address}/{DATABASE}' AS g7 (READ_ONLY)")
        connection.execute("USE g7")
        yield connection


@contextmanager
def _online() -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh engine that reads from the web, without a proxy."""
    package = Path(str(importlib.import_module("duckdb_extension_httpfs").__file__)).parent
    with duckdb.connect() as connection:
        connection.execute(f"LOAD '{next(package.rglob('httpfs.duckdb_extension'))}'")
        connection.execute("SET http_proxy = ''")
        yield connection
