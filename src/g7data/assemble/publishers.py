"""The publishers of the pages read, with the terms of their copies."""

import duckdb
import pyarrow as pa

from g7data.sources import publisher_of

_SCHEMA = pa.schema(
    [
        (name, pa.string())
        for name in (
            "source_id",
            "publisher",
            "homepage",
            "country",
            "host_rights",
            "rights_url",
            "attribution",
            "kind",
        )
    ]
)


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `known_sources`: one row for each publisher of a page; one that is not in the catalogue is named by its host."""
    urls = connection.execute("SELECT source_id, min(url) FROM pages GROUP BY source_id ORDER BY source_id").fetchall()
    rows = []
    for source_id, url in urls:
        publisher = publisher_of(url)
        rows.append(
            {
                "source_id": source_id, "publisher": publisher.publisher or source_id, "homepage": publisher.homepage or None,
                "country": publisher.country, "host_rights": publisher.host_rights, "rights_url": publisher.rights_url,
                "attribution": publisher.attribution, "kind": publisher.kind,
            }
        )  # fmt: skip
    connection.register("known_sources", pa.Table.from_pylist(rows, _SCHEMA))
