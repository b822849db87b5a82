"""dcat.jsonld: the release in DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/), for data portals, as JSON-LD.

Addresses of files are relative, so that they lead to the files wherever the release lies.
"""

from typing import Any

from g7data.release.contents import DUCKDB, PARQUET, Contents, DataFile
from g7data.release.descriptor import to_json
from g7data.release.duck import DATABASE
from g7data.release.edition import HOME, KEYWORDS, MAINTAINERS, NAME, SUMMARY, TITLE, Edition
from g7data.release.guide import Terms

DCAT = "dcat.jsonld"
"""The name of the file in a release."""
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_OPEN_TO_ALL = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_RESTRICTED = "http://publications.europa.eu/resource/authority/access-right/RESTRICTED"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat(edition: Edition, contents: Contents) -> str:
    """Return the DCAT description of a release, as JSON-LD."""
    previous = None if edition.previous is None else {"@id": f"{HOME}#{edition.previous}"}
    dataset = {
        "@context": _CONTEXT,
        "@id": edition.address,
        "@type": "dcat:Dataset",
        "dcterms:title": _english(TITLE),
        "dcterms:description": _english(SUMMARY),
        "dcterms:identifier": f"{NAME} {edition.version}",
        "dcat:version": str(edition.version),
        "dcat:previousVersion": previous,
        "dcterms:license": {"@id": edition.licence.url},
        "dcterms:accessRights": {"@id": _RESTRICTED if edition.private else _OPEN_TO_ALL},
        "dcterms:publisher": {"@type": "foaf:Agent", "foaf:name": MAINTAINERS, "foaf:homepage": {"@id": HOME}},
        "dcat:landingPage": {"@id": HOME},
        "dcat:keyword": [_english(word) for word in KEYWORDS],
        "dcterms:modified": None if contents.as_of is None else _day(contents.as_of.isoformat()),
        "dcterms:temporal": _period(contents),
        "dcterms:rights": [_rights(terms) for terms in contents.terms],
        "dcat:distribution": [*(_parquet(edition, file) for file in contents.files), _database(edition)],
    }
    return to_json({name: value for name, value in dataset.items() if value})


def _parquet(edition: Edition, file: DataFile) -> dict[str, Any]:
    return {
        **_distribution(edition, file.name, PARQUET),
        "dcterms:title": _english(file.contract.name),
        "dcterms:description": _english(file.contract.description),
        "dcat:byteSize": {"@value": str(file.bytes), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }


def _database(edition: Edition) -> dict[str, Any]:
    return {
        **_distribution(edition, DATABASE, DUCKDB),
        "dcterms:title": _english("All tables in one DuckDB file"),
        "dcterms:description": _english("All tables of the release, to query with DuckDB; its digest is in SHA256SUMS"),
    }


def _distribution(edition: Edition, name: str, media_type: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": name},
        "dcat:downloadURL": {"@id": name},
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{media_type}"},
        "dcterms:license": {"@id": edition.licence.url},
    }


def _rights(terms: Terms) -> dict[str, Any]:
    told = [terms.publisher, terms.host_rights or "no notice found", terms.attribution]
    statement = {"@type": "dcterms:RightsStatement", "dcterms:description": _english(": ".join(filter(None, told)))}
    return statement if terms.rights_url is None else {**statement, "dcterms:source": {"@id": terms.rights_url}}


def _period(contents: Contents) -> dict[str, Any] | None:
    if contents.since is None or contents.until is None:
        return None
    since, until = (_day(day.isoformat()) for day in (contents.since, contents.until))
    return {"@type": "dcterms:PeriodOfTime", "dcat:startDate": since, "dcat:endDate": until}


def _english(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en"}


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
