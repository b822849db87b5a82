"""One person under several spellings is one person; two people of one name are two."""

import pytest

from g7data.assemble.people import split_name, words_of
from tests.support_tables import LONG, assembled, by, statement

KONO = "The meeting was chaired by Mr. Taro Kono, Minister for Digital Transformation of Japan, who welcomed all to the city."
KONO_FAMILY_FIRST = "The meeting was chaired by Mr. KONO Taro, Minister for Digital Transformation of Japan, who welcomed all to the city."


def people(tables):
    return sorted((row["name"], row["country"]) for row in tables["people"])


def test_family_name_first_or_last_is_one_person(tmp_path):
    tables = assembled(
        tmp_path, [statement("https://a.example/1", LONG, KONO), statement("https://b.example/1", KONO_FAMILY_FIRST)]
    )
    (person,) = tables["people"]
    assert {row["person_id"] for row in tables["ministers"]} == {person["person_id"]}
    assert (person["country"], person["documents"]) == ("JPN", 2)
    assert {row["name"] for row in tables["ministers"]} == {"Taro Kono", "KONO Taro"}


def test_accents_make_no_difference(tmp_path):
    one = "It was chaired by Mr. François Noël, Minister of Finance of France, who welcomed all of them."
    other = "It was chaired by Mr. Francois Noel, Minister of Finance of France, who welcomed all of them."
    assert (
        len(
            assembled(tmp_path, [statement("https://a.example/1", LONG, one), statement("https://b.example/1", other)])[
                "people"
            ]
        )
        == 1
    )


def test_nobody_is_joined_across_countries(tmp_path):
    one = "It was chaired by Mr. John Martin, Minister of Finance of Canada, who welcomed all of them."
    other = "It was chaired by Mr. John Martin, Minister of Finance of the United Kingdom, who welcomed all of them."
    tables = assembled(tmp_path, [statement("https://a.example/1", LONG, one), statement("https://b.example/1", other)])
    assert people(tables) == [("John Martin", "CAN"), ("John Martin", "GBR")]
    assert len({row["person_id"] for row in tables["people"]}) == 2


def test_a_person_is_counted_once_for_each_document(tmp_path):
    tables = assembled(
        tmp_path, [statement("https://a.example/1", KONO, "Mr. Kono thanked all who had come to speak about cables.")]
    )
    (person,) = tables["people"]
    assert person["documents"] == 1
    assert len(by(tables["ministers"], "document_id", "person_id")) == 1


def test_the_evidence_for_a_minister_follows_the_person(tmp_path):
    tables = assembled(
        tmp_path, [statement("https://a.example/1", LONG, KONO), statement("https://b.example/1", KONO_FAMILY_FIRST)]
    )
    known = {f"{row['document_id']}/{row['person_id']}" for row in tables["ministers"]}
    cited = {row["row_id"] for row in tables["evidence"] if row["table_name"] == "ministers"}
    assert cited == known


def test_a_text_that_was_set_aside_names_nobody(tmp_path):
    old = statement("https://a.example/1", KONO, retrieved_at="2026-01-01T00:00:00Z")
    tables = assembled(tmp_path, [old, statement("https://a.example/1", LONG)])
    assert tables["people"] == tables["ministers"] == []


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Taro Kono", "Kono", "Taro"),
        ("KONO Taro", "Kono", "Taro"),
        ("Kono, Taro", "Kono", "Taro"),
        ("Ursula von der Leyen", "von der Leyen", "Ursula"),
        ("Jean-Yves Le Drian", "Le Drian", "Jean-Yves"),
        ("José Manuel Barroso", "Barroso", "José Manuel"),
        ("Dowden", "Dowden", None),
        ("河野太郎", None, None),
        ("", None, None),
    ],
)
def test_a_name_has_its_parts_where_its_form_shows_them(name, family, given):
    assert split_name(name) == (family or (name if name == "" else None), given)


def test_the_words_of_a_name_are_compared_without_accents_case_initials_and_order():
    assert words_of("KONO Taro") == words_of("Tarō Kono") == {"taro", "kono"}
    assert words_of("John F. Kerry") == words_of("John Kerry")
    assert (
        words_of("アントニー・ブリンケン") == {"アントニー", "フリンケン"}
        or len(words_of("アントニー・ブリンケン")) == 2
    )
