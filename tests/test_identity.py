from g7data.identity import KEYS, row_id
from schemas.tables import MODELS


def test_rows_name_themselves_by_the_keys_of_the_schemas():
    assert {name: MODELS[name].key_columns() for name in KEYS} == {**KEYS}


def test_the_parts_of_a_key_are_joined_by_a_slash():
    assert row_id("links", {"text": "more", "position": 3, "document_id": "d1"}) == "d1/3"
