"""schema-org.jsonld: the release as a schema.org/Dataset, for search engines; to be put into the page that presents it."""

from typing import Any

from g7data.release.contents import DUCKDB, PARQUET, Contents, DataFile
from g7data.release.contract import Column
from g7data.release.descriptor import to_json
from g7data.release.duck import DATABASE
from g7data.release.edition import HOME, KEYWORDS, MAINTAINERS, SUMMARY, TITLE, Edition
from g7data.release.guide import Terms

SCHEMA_ORG = "schema-org.jsonld"
"""The name of the file in a release."""


def schema_org(edition: Edition, contents: Contents) -> str:
    """Return the schema.org description of a release, as JSON-LD."""
    maintainers = {"@type": "Organization", "name": MAINTAINERS, "url": HOME}
    period = contents.since and contents.until and f"{contents.since}/{contents.until}"
    dataset = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": edition.address,
        "name": TITLE,
        "description": SUMMARY,
        "url": HOME,
        "version": str(edition.version),
        "license": edition.licence.url,
        "isAccessibleForFree": True,
        "creator": maintainers,
        "publisher": maintainers,
        "keywords": list(KEYWORDS),
        "dateModified": contents.as_of and contents.as_of.isoformat(),
        "temporalCoverage": period,
        "creditText": edition.citation,
        "isBasedOn": [_source(terms) for terms in contents.terms],
        "variableMeasured": [_variable(file, column) for file in contents.files for column in file.contract.columns],
        "distribution": [*map(_parquet, contents.files), _database()],
    }
    return to_json({name: value for name, value in dataset.items() if value})


def _variable(file: DataFile, column: Column) -> dict[str, Any]:
    variable = {
        "@type": "PropertyValue",
        "name": f"{file.contract.name}.{column.name}",
        "description": column.description,
    }
    return {**variable, "unitText": column.unit} if column.unit else variable


def _parquet(file: DataFile) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.contract.name,
        "description": file.contract.description,
        "contentUrl": file.name,
        "encodingFormat": PARQUET,
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }


def _database() -> dict[str, Any]:
    return {"@type": "DataDownload", "name": DATABASE, "contentUrl": DATABASE, "encodingFormat": DUCKDB}


def _source(terms: Terms) -> dict[str, Any]:
    source = {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": terms.publisher},
        "copyrightNotice": terms.host_rights,
        "creditText": terms.attribution,
        "usageInfo": terms.rights_url,
    }
    return {name: value for name, value in source.items() if value is not None}
