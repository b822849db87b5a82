"""The pages that corrections name, taken out of the shards, corrected, and put back before anything is joined from them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from g7data.assemble.correct import Corrected, correct
from g7data.assemble.corrections import Correction
from g7data.assemble.derived import QUERIES as DERIVED
from g7data.assemble.page_rows import PageRows
from g7data.assemble.shards import SHARD_SCHEMAS
from g7data.errors import G7DataError
from g7data.extract.rows import Row
from g7data.sources import canonical_url

_TABLES = tuple(name for name in SHARD_SCHEMAS if name not in ("pages", "rejected"))
_NAMED = """
SELECT canonical_url, page_id, outcome, reason FROM pages
WHERE outcome NOT IN ('superseded', 'rejected') AND canonical_url IN (SELECT unnest($addresses))
"""
_PUT_BACK = """
ALTER VIEW shard_{table} RENAME TO uncorrected_{table};
CREATE VIEW shard_{table} AS SELECT * FROM uncorrected_{table} WHERE page_id NOT IN (SELECT page_id FROM corrected_pages)
UNION ALL BY NAME SELECT * FROM corrected_{table}
"""
_LEAVE = "UPDATE pages SET outcome = 'out_of_scope', reason = $reason, document_id = NULL WHERE page_id = $page_id"


class CorrectionOutdated(G7DataError):
    """A page does not say any more what an entry corrects: nothing is published until a person has looked."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What became of the entries: those that were made, those whose page is not among the pages published.

    `touched` are the table and document of each row that was corrected.
    """

    made: tuple[Correction, ...] = ()
    elsewhere: tuple[Correction, ...] = ()
    touched: frozenset[tuple[str, str]] = frozenset()


def make(connection: duckdb.DuckDBPyConnection, entries: Iterable[Correction]) -> Corrections:
    """Correct the rows of the captures that count, in the views of the shards; `pages` must have been weighed.

    Raises CorrectionOutdated, which names every entry that does not hold.
    """
    wanted = tuple(entries)
    if not wanted:
        return Corrections()
    by_page, elsewhere, outdated = _by_page(connection, wanted)
    pages = {page.page_id: page for page in _pages(connection, by_page)}
    results = {page_id: correct(pages[page_id], there) for page_id, there in by_page.items()}
    outdated.extend(mismatch for result in results.values() for mismatch in result.mismatches)
    if outdated:
        raise CorrectionOutdated(
            f"{len(outdated)} corrections do not hold any more: {'; '.join(outdated)}. Look at the page: delete the entry where "
            "the value is right by now, else change what it expects to what is found. Nothing is published"
        )
    _put_back(connection, pages.values(), results)
    touched = frozenset(pair for result in results.values() for pair in result.touched)
    return Corrections(tuple(e for e in wanted if e not in elsewhere), tuple(elsewhere), touched)


def without_copies(connection: duckdb.DuckDBPyConnection, corrections: Corrections) -> Corrections:
    """The same, with entries for pages that turned out to be copies of another address told as not published."""
    if not corrections.made:
        return corrections
    addresses = sorted({address for entry in corrections.made for address in _addresses(entry)})
    rows = connection.execute(
        "SELECT canonical_url FROM pages WHERE outcome = 'duplicate' AND canonical_url IN (SELECT unnest($addresses))",
        {"addresses": addresses},
    ).fetchall()
    copies = {address for (address,) in rows}
    idle = tuple(entry for entry in corrections.made if copies.intersection(_addresses(entry)))
    made = tuple(entry for entry in corrections.made if entry not in idle)
    return replace(corrections, made=made, elsewhere=(*corrections.elsewhere, *idle))


def _addresses(entry: Correction) -> tuple[str, str]:
    """The canonical address of the entry's page, which may be known with or without a fragment."""
    return canonical_url(entry.url), canonical_url(entry.url.partition("#")[0])


def _by_page(
    connection: duckdb.DuckDBPyConnection, entries: tuple[Correction, ...]
) -> tuple[dict[str, list[Correction]], list[Correction], list[str]]:
    """The entries by the page that they name, those whose page was not read, and faults of those whose page has no document."""
    addresses = sorted({address for entry in entries for address in _addresses(entry)})
    rows = connection.execute(_NAMED, {"addresses": addresses}).fetchall()
    read = {address: (page_id, outcome, reason) for address, page_id, outcome, reason in rows}
    by_page: dict[str, list[Correction]] = defaultdict(list)
    elsewhere, outdated = [], []
    for entry in entries:
        page_id, outcome, reason = next((read[a] for a in _addresses(entry) if a in read), (None, None, None))
        if page_id is None:
            elsewhere.append(entry)
        elif outcome == "published":
            by_page[page_id].append(entry)
        else:
            outdated.append(f"{entry}: the page gives no document now, it is {outcome} ({reason})")
    return by_page, elsewhere, outdated


def _pages(connection: duckdb.DuckDBPyConnection, page_ids: Collection[str]) -> Iterator[PageRows]:
    """All rows of some pages."""
    tables: dict[str, dict[str, list[Row]]] = {page_id: {table: [] for table in _TABLES} for page_id in page_ids}
    for table in _TABLES:
        query = f"SELECT * FROM shard_{table} WHERE page_id IN (SELECT unnest($page_ids))"  # noqa: S608  # a name of ours
        found = connection.execute(query, {"page_ids": list(page_ids)}).to_arrow_table()
        for row in found.to_pylist():
            tables[row["page_id"]][table].append(row)
    for page_id, rows in tables.items():
        yield PageRows(page_id, rows)


def _put_back(
    connection: duckdb.DuckDBPyConnection, pages: Collection[PageRows], results: dict[str, Corrected]
) -> None:
    """Let the corrected rows stand for those that were read, and pages whose first document left leave the scope.

    They become tables of DuckDB: joined straight from Arrow, they make it fail on filters that Arrow cannot take.
    """
    if not pages:
        return
    connection.from_arrow(pa.table({"page_id": [page.page_id for page in pages]})).create("corrected_pages")
    for table in _TABLES:
        rows = [row for page in pages for row in page.tables[table]]
        connection.from_arrow(pa.Table.from_pylist(rows, SHARD_SCHEMAS[table])).create(f"corrected_{table}")
        connection.execute(_PUT_BACK.format(table=table))
    for name, query in DERIVED.items():
        connection.sql(query.format(clauses="corrected_clauses", documents="corrected_documents")).create(
            f"corrected_{name}"
        )
        connection.execute(_PUT_BACK.format(table=name))
    for page_id, result in results.items():
        if result.removed is not None:
            connection.execute(_LEAVE, {"reason": f"correction: {result.removed}", "page_id": page_id})
