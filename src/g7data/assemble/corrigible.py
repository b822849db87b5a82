"""What a correction may touch: values that were read. Ids, offsets, texts and what is joined from them follow by themselves."""

import json
from collections.abc import Mapping
from datetime import date, datetime

import pyarrow as pa

from g7data import reference

Value = str | int | float | bool | date | list[str] | None

CORRIGIBLE: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "kind", "official", "title", "annex_number", "forum", "track", "presidency", "language", "date_start", "date_end", "date_precision",
        "date_basis", "place", "city", "country", "mode", "page_updated", "issued_by", "host_rights", "work_rights", "text_published",
    ),
    "clauses": ("parent_id", "depth", "label", "numbering", "section", "flags"),
    "ministers": ("name", "honorific", "role", "portfolio", "country", "function"),
    "participants": ("body_id", "participation"),
    "links": ("relation", "annex_number"),
    "observations": ("forum", "track", "date_start", "date_end", "value_code", "as_of"),
}  # fmt: skip
"""The columns of each table that an entry may change."""
ADDABLE: Mapping[str, tuple[str, ...]] = {
    "ministers": CORRIGIBLE["ministers"],
    "participants": ("as_written", *CORRIGIBLE["participants"]),
}
"""The tables that a row may be added to, and what it is made of."""
NAMED_BY: Mapping[str, str] = {
    "documents": "title", "clauses": "text", "ministers": "name", "participants": "as_written", "links": "text", "observations": "value",
}  # fmt: skip
"""The column by which a person knows a row of the table."""
AS_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "documents": ("title", "place", "issued_by"),
    "ministers": ("name", "honorific", "role"),
}
"""Columns whose values stand on the page letter by letter."""
MADE_OF: Mapping[str, str] = {
    "people": "the table people is made of ministers: correct `name` or `country` there",
    "meetings": "the table meetings is made of documents and observations: correct dates, track or place there",
    "coverage": "the table coverage is made of the reference tables: correct src/g7data/reference/meetings.csv",
    "sources": "the table sources is made of the catalogue: correct the publisher's file in src/g7data/sources/",
    "evidence": "evidence follows the value it is for: correct that, and give the right passage as `quote`",
}
"""Tables that cannot be corrected themselves, with what to do instead."""
_SAID = {"string": "a text", "int64": "a whole number", "double": "a number", "bool": "true or false", "date32[day]": "a day such as 2017-09-25"}  # fmt: skip


def demand_value(value: object, kind: pa.DataType, field: pa.Field | None) -> Value:
    """`value` as one of the type `kind`, None for an empty text; with `field`, one that its table may hold.

    Raises ValueError, which says what is asked for.
    """
    if value == "" and not pa.types.is_list(kind):
        if field is not None and not field.nullable:
            raise ValueError("it must not be empty")
        return None
    if not _is_of(value, kind):
        said = _SAID.get(str(kind), "a list of texts")
        raise ValueError(f"{value!r} is not {said}; an empty text stands for no value")
    allowed = _vocabulary(field)
    if allowed and value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value  # type: ignore[return-value]  # _is_of has asked for it


def _is_of(value: object, kind: pa.DataType) -> bool:
    if pa.types.is_list(kind):
        return isinstance(value, list) and all(isinstance(item, str) and item for item in value)
    if isinstance(value, bool):
        return bool(pa.types.is_boolean(kind))
    if isinstance(value, datetime):
        return False
    types: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "int64": int,
        "double": (int, float),
        "date32[day]": date,
    }
    return isinstance(value, types.get(str(kind), ()))


def _vocabulary(field: pa.Field | None) -> list[str]:
    """The closed set that a column's contract names, or the list of bodies; empty where there is none."""
    if field is not None and field.name == "body_id":
        return [body.body_id for body in reference.bodies()]
    noted = (field.metadata or {}).get(b"vocabulary") if field is not None else None
    return list(json.loads(noted)) if noted else []
