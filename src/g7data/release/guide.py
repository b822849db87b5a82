"""README.md of a release: what it is, how to ask it something, and what one may do with it."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields

import duckdb

from g7data.release.contract import StoredTable, TableContract
from g7data.release.duck import DATABASE
from g7data.release.edition import SUMMARY, TITLE, Edition
from g7data.release.engine import scan
from g7data.release.markdown import code, table

_QUERY = """## Ask it something

In DuckDB (1.1 or newer), in the folder of the release:

```sql
ATTACH '{database}' AS g7 (READ_ONLY);
SELECT {columns} FROM g7.{table} LIMIT 10;
```

Or the Parquet files by themselves, from any program that reads them:

```sql
SELECT count(*) FROM read_parquet('{table}.parquet');
```

`CODEBOOK.md` tells what every column means; the comments in the DuckDB file say the same. Times are in UTC.
`sha256sum -c SHA256SUMS` proves that all files are as they were published.
"""
_LICENCE = """## Licence and rights

What this project made (selection, fields, identifiers, links between them) is licensed under {licence.name}:
[{licence.title}]({licence.url}).
The texts belong to those who published them: cite them, and keep to their terms.
"""
_PRIVATE = "**For your own use only: this release keeps texts that may not be passed on.**\n"


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a publisher's texts may be used, as the table `sources` has it."""

    publisher: str
    host_rights: str | None
    rights_url: str | None
    attribution: str | None


def read_terms(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, StoredTable]) -> tuple[Terms, ...]:
    """Return the terms of each publisher, in order of their names; none where the release has no such table."""
    columns = [field.name for field in fields(Terms)]
    sources = tables.get("sources")
    if sources is None or not {*columns} <= {*sources.contract.column_names}:
        return ()
    rows = scan(connection, sources).project(", ".join(columns)).distinct().order("ALL").fetchall()
    return tuple(Terms(*row) for row in rows)


def guide(
    edition: Edition, contracts: Mapping[str, TableContract], rows: Mapping[str, int], terms: Sequence[Terms]
) -> str:
    """Return the README of a release with these tables and numbers of rows; it shows its query on the first table."""
    first = next(iter(contracts.values()))
    listing = ((code(name), rows[name], contract.description) for name, contract in contracts.items())
    parts = [
        f"# {TITLE}\n",
        f"{SUMMARY} Version {edition.version}, schema {edition.schema_version}.\n",
        *([_PRIVATE] if edition.private else []),
        table(("table", "rows", "one row is"), listing),
        _QUERY.format(database=DATABASE, table=first.name, columns=", ".join(first.column_names[:4])),
        _LICENCE.format(licence=edition.licence),
        *([table(("publisher", "rights", "terms", "attribution"), map(astuple, terms))] if terms else []),
    ]
    return "\n".join(parts)
