"""Writing a release, file by file, into a folder that nobody reads yet."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from g7data.release.changelog import changelog, telling_examples
from g7data.release.check import find_differences
from g7data.release.citation import CITATION, citation
from g7data.release.codebook import codebook
from g7data.release.contents import read_contents
from g7data.release.contract import StoredTable
from g7data.release.croissant import CROISSANT, croissant
from g7data.release.dcat import DCAT, dcat
from g7data.release.descriptor import DESCRIPTOR, descriptor
from g7data.release.duck import DATABASE, SEARCHED, finish_database, new_database
from g7data.release.edition import Edition
from g7data.release.errors import ReleaseDamaged
from g7data.release.guide import guide
from g7data.release.old_names import old_views
from g7data.release.parquet import write_table
from g7data.release.plan import Plan
from g7data.release.schema_org import SCHEMA_ORG, schema_org
from g7data.release.staged import CHANGES
from g7data.release.sums import write_sums


def build_release(
    connection: duckdb.DuckDBPyConnection, plan: Plan, edition: Edition, folder: Path, before: Path | None = None
) -> dict[str, int]:
    """Write all files of a release into the new folder `folder`, and check them; returns the rows of each table.

    `before` is the folder of the release before: what is the same there need not be worked out again.
    Raises ReleaseDamaged if what was written is not whole.
    """
    folder.mkdir(parents=True)
    tables = {name: StoredTable(staged.contract, folder / f"{name}.parquet") for name, staged in plan.tables.items()}
    labels = edition.labels()
    contracts = {name: table.contract for name, table in tables.items()}
    views = old_views(contracts, plan.renames, plan.version)
    rows = dict.fromkeys(tables, 0)
    with new_database(connection, folder / DATABASE, contracts.values(), before) as database:
        for name in sorted(tables, key=lambda name: name != SEARCHED):  # to index texts takes longest
            rows[name] = write_table(connection, plan.tables[name], tables[name].path, labels)
            database.take(tables[name])
        for name, text in _documents(connection, plan, edition, tables, rows).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        finish_database(database, labels, views)
    write_sums(folder)
    if faults := find_differences(connection, folder):
        raise ReleaseDamaged(f"{folder} was not written as it should be: {'; '.join(faults)}; build it again")
    return rows


def _documents(
    connection: duckdb.DuckDBPyConnection,
    plan: Plan,
    edition: Edition,
    tables: Mapping[str, StoredTable],
    rows: Mapping[str, int],
) -> dict[str, str]:
    contracts = {name: table.contract for name, table in tables.items()}
    examples = telling_examples(connection, tables[CHANGES].path)
    contents = read_contents(connection, tables, rows)
    return {
        "README.md": guide(edition, contracts, rows, contents.terms),
        "CODEBOOK.md": codebook(contracts.values()),
        "CHANGES.md": changelog(edition, plan.tallies, examples),
        CITATION: citation(edition),
        DESCRIPTOR: descriptor(edition, tables, rows),
        CROISSANT: croissant(edition, contents),
        DCAT: dcat(edition, contents),
        SCHEMA_ORG: schema_org(edition, contents),
    }
