"""croissant.json: the release in Croissant 1.0, the format of MLCommons (https://docs.mlcommons.org/croissant/docs/croissant-spec.html).

Each Parquet file is a file object, each table in it a record set, with one field for each column. The DuckDB file is left
out: Croissant asks for the digest of every file, and that of a DuckDB file differs from one build to the next. So are
references between tables: mlcroissant (1.1) joins tables for them, and then cannot load Parquet, nor references in a
circle. The data package has them.
"""

from typing import Any

import pyarrow as pa

from g7data.release.contents import Contents, DataFile
from g7data.release.contract import Column, plain_type
from g7data.release.descriptor import to_json
from g7data.release.edition import HOME, KEYWORDS, MAINTAINERS, NAME, SUMMARY, TITLE, Edition

CROISSANT = "croissant.json"
"""The name of the file in a release."""
_CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
_MEDIA_TYPE = "application/x-parquet"
"""What Croissant 1.0 calls Parquet; its readers know no other name."""
_TYPES = (
    (pa.types.is_boolean, "sc:Boolean"),
    (pa.types.is_integer, "sc:Integer"),
    (pa.types.is_floating, "sc:Float"),
    (pa.types.is_date, "sc:Date"),
    (pa.types.is_timestamp, "sc:DateTime"),
)
"""Arrow types and the data types of Croissant that say the same; all others are sc:Text."""
_IN_CR = (
    "citeAs column dataType equivalentProperty extract field fileProperty fileObject fileSet format includes isLiveDataset "
    "jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate separator source subField "
    "transform"
).split()
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "sc": "https://schema.org/",
    **{name: f"cr:{name}" for name in _IN_CR},
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
}
"""The context that the specification asks every description to carry."""


def croissant(edition: Edition, contents: Contents) -> str:
    """Return the Croissant description of a release, as JSON."""
    dataset = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": _CONFORMS_TO,
        "name": NAME,
        "alternateName": TITLE,
        "description": SUMMARY,
        "version": str(edition.version),
        "license": edition.licence.url,
        "url": HOME,
        "creator": {"@type": "sc:Organization", "name": MAINTAINERS, "url": HOME},
        "datePublished": None if contents.as_of is None else contents.as_of.isoformat(),
        "citeAs": edition.citation,
        "keywords": list(KEYWORDS),
        "isLiveDataset": False,
        "distribution": [_file_object(file) for file in contents.files],
        "recordSet": [_record_set(file) for file in contents.files],
    }
    return to_json({name: value for name, value in dataset.items() if value is not None})


def _file_object(file: DataFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "description": f"The table {file.contract.name}, {file.rows:,} rows",
        "contentUrl": file.name,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": _MEDIA_TYPE,
        "sha256": file.sha256,
    }


def _record_set(file: DataFile) -> dict[str, Any]:
    contract = file.contract
    key = [{"@id": _field_id(contract.name, name)} for name in contract.key]
    return {
        "@type": "cr:RecordSet",
        "@id": contract.name,
        "name": contract.name,
        "description": contract.description,
        **({"key": key} if key else {}),
        "field": [_field(file, column) for column in contract.columns],
    }


def _field(file: DataFile, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": _field_id(file.contract.name, column.name),
        "name": column.name,
        "description": column.description,
        "dataType": _data_type(column),
        "source": {"fileObject": {"@id": file.name}, "extract": {"column": column.name}},
    }
    if pa.types.is_list(plain_type(column.type)):
        field["repeated"] = True
    return field


def _data_type(column: Column) -> str:
    return next((name for fits, name in _TYPES if fits(plain_type(column.type))), "sc:Text")


def _field_id(table: str, column: str) -> str:
    return f"{table}/{column}"
