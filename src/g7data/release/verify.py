"""Everything that can be checked of a release by its own files, and by the archive that it was made from.

Sums come first, since nothing else can be believed of a damaged file; the other checks follow only when these hold.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from g7data.errors import PackageMissing
from g7data.release.agreement import wrong_copies, wrong_descriptor, wrong_labels
from g7data.release.contract import Column, StoredTable, TableContract, plain_type
from g7data.release.descriptor import DESCRIPTOR
from g7data.release.engine import identifier, literal, scan
from g7data.release.errors import KeyUnreadable, ReleaseDamaged, StagedTableFaulty
from g7data.release.index import read_index
from g7data.release.laws import CONSERVATION, broken, references
from g7data.release.open import stored_tables
from g7data.release.passages import page_ranges, passages, published_texts, wrong_passages
from g7data.release.reopened import Reopen, Reopened
from g7data.release.seal import Trusted, is_signed, read_public_key, wrong_signature
from g7data.release.shelf import Shelf
from g7data.release.staged import check_staged
from g7data.release.sums import PUBLIC_KEY, SUMS, read_sums, wrong_sums
from g7data.release.version import Version
from g7data.release.withdrawn import in_words


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was looked at, and what is wrong with it, if anything."""

    check: str
    looked_at: str
    faults: tuple[str, ...] = ()


def verify(
    connection: duckdb.DuckDBPyConnection,
    release: Path,
    *,
    trusted: Trusted | None = None,
    reopen: Reopen | None = None,
) -> Iterator[Finding]:
    """Check a release, part by part; whatever is wrong stands in the findings, and nothing is raised for it.

    `trusted` is the key that must have signed it. `reopen` opens a page in the archive. The tables become views of
    `connection`, which is to be a fresh one of `engine`.
    """
    files = _files(release)
    yield files
    yield _seal(release, trusted)
    yield _listing(release)
    if files.faults:
        return
    tables = stored_tables(release)
    contracts = {name: table.contract for name, table in tables.items()}
    for name, table in tables.items():
        rows = f"read_parquet({literal(str(table.path))}, hive_partitioning = false)"
        connection.execute(f"CREATE VIEW {identifier(name)} AS FROM {rows}")
    yield _schemas(connection, release, tables)
    laws = tuple(references(contracts))
    lost = tuple(fault for law in laws for fault in broken(connection, contracts, law))
    yield Finding("references", f"{len(laws)} keys", lost)
    uneven = tuple(fault for law in CONSERVATION for fault in broken(connection, contracts, law))
    yield Finding("conservation", _outcomes(connection, contracts), uneven)
    if {"documents", "evidence"} <= contracts.keys():
        ranges = page_ranges(connection, contracts)
        yield _passages(connection, contracts, ranges)
        if reopen is not None:
            yield _archive(connection, contracts, ranges, reopen)


def _files(release: Path) -> Finding:
    try:
        return Finding("files", f"{len(read_sums(release))} files", tuple(wrong_sums(release)))
    except ReleaseDamaged as error:
        return Finding("files", SUMS, (str(error),))


def _seal(release: Path, trusted: Trusted | None) -> Finding:
    if not is_signed(release):
        missing = "it is not signed" if trusted is None else f"it is not signed, but should be by {trusted}"
        return Finding("signature", missing, () if trusted is None else (missing,))
    told = f"by {trusted or _key_beside(release)}"
    try:
        return Finding("signature", told, tuple(wrong_signature(release, trusted.key if trusted is not None else None)))
    except PackageMissing as error:
        return Finding("signature", told, (str(error),))


def _key_beside(release: Path) -> str:
    """Say which key lies in the release, and how little that proves."""
    try:
        name = read_public_key(release / PUBLIC_KEY).name
    except KeyUnreadable:
        name = "a key"
    return f"{name}, which came with the release: whoever changed one could change the other; name a key that you trust"


def _listing(release: Path) -> Finding:
    """Compare the release with what the index beside it says of it, if it lies on a shelf."""
    folder = release.resolve()
    path = Shelf(folder.parent.parent).index
    if folder.parent.name != "releases" or not path.is_file() or not (release / SUMS).is_file():
        return Finding("index", "no index beside it")
    sums = hashlib.sha256((release / SUMS).read_bytes()).hexdigest()
    index = read_index(path)
    listed = {entry.version: entry.sha256 for entry in index.releases if entry.sha256 is not None}
    wanted = listed.get(folder.name)
    if wanted is None:
        return Finding("index", str(path), (f"{path.name} does not list it",))
    faults = () if wanted == sums else (f"{SUMS} is not the one that {path.name} lists",)
    withdrawn = index.withdrawn().get(Version.parse(folder.name))
    return Finding("index", str(path) if withdrawn is None else f"{path}: {in_words(withdrawn)}", faults)


def _schemas(connection: duckdb.DuckDBPyConnection, release: Path, tables: Mapping[str, StoredTable]) -> Finding:
    package = json.loads((release / DESCRIPTOR).read_text(encoding="utf-8"))
    faults = [*wrong_labels(tables, package["version"]), *wrong_descriptor(tables, package)]
    for table in tables.values():
        try:
            check_staged(connection, table)
        except StagedTableFaulty as error:
            faults.append(str(error))
        faults += _outside(connection, table)
    faults += wrong_copies(connection, release, tables)
    columns = sum(len(table.contract.columns) for table in tables.values())
    return Finding("schemas", f"{len(tables)} tables, {columns} columns", tuple(faults))


def _outside(connection: duckdb.DuckDBPyConnection, table: StoredTable) -> Iterator[str]:
    """Say which values are not in the closed set of their column."""
    for column in table.contract.columns:
        if column.vocabulary and _is_text(column):
            allowed = ", ".join(map(literal, column.vocabulary))
            name = identifier(column.name)
            odd = scan(connection, table).filter(f"{name} NOT IN ({allowed})")
            values = odd.project(name).distinct().order("ALL").limit(3).fetchall()
            if values:
                yield f"{table.name}.{column.name} holds {', '.join(repr(value) for (value,) in values)}, which it may not"


def _is_text(column: Column) -> bool:
    return str(plain_type(column.type)) == "string"


def _outcomes(connection: duckdb.DuckDBPyConnection, contracts: Mapping[str, TableContract]) -> str:
    """Write the law of conservation with the figures of the release."""
    if "pages" not in contracts or "outcome" not in contracts["pages"].column_names:
        return "no pages"
    counts: list[Any] = connection.sql(
        "SELECT outcome, count(*) FROM pages GROUP BY outcome ORDER BY outcome"
    ).fetchall()
    parts = " + ".join(f"{count:,} {outcome}" for outcome, count in counts)
    return f"{sum(count for _, count in counts):,} pages = {parts}"


def _passages(
    connection: duckdb.DuckDBPyConnection, contracts: Mapping[str, TableContract], ranges: list[str]
) -> Finding:
    faults = tuple(wrong_passages(published_texts(connection, ranges), passages(connection, contracts, ranges)))
    published = "page_id IN (SELECT page_id FROM documents WHERE text IS NOT NULL)"
    counts = connection.sql(f"FROM evidence SELECT count(*) FILTER ({published}), count(*)").fetchone() or (0, 0)
    return Finding("quotes", f"{counts[0]:,} of {counts[1]:,} quotes, those from texts that are published", faults)


def _archive(
    connection: duckdb.DuckDBPyConnection, contracts: Mapping[str, TableContract], ranges: list[str], reopen: Reopen
) -> Finding:
    pages = Reopened(connection, ranges, reopen)
    wrong = tuple(wrong_passages(pages, passages(connection, contracts, ranges)))
    return Finding("archive", f"{pages.pages:,} pages opened anew", (*pages.faults, *wrong))
