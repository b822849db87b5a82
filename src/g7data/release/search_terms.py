"""What a word is to the search: macros of which both the index and the questions are made.

Words are found whatever their case and accents; a phrase stands in quotation marks; an asterisk stands for any ending. Where a
script writes no spaces (Chinese, Japanese; Korean is read like them), each character and each pair of neighbours is a word,
and what is asked for must stand there as it is.
"""

from collections.abc import Mapping

import duckdb

SCHEMA = "search_index"
"""Where the words are: apart from the tables of the release, of which they are made."""
HEAVIEST = 31
"""A weight is a whole number up to this, in five bits."""
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー]"
"""Characters of scripts in which spaces do not tell words."""
_QUOTE = '["“”„«»]'
_LETTERS = r"[\pL\pN\pM]"

TERMS: Mapping[str, str] = {
    # the words of a text as they follow each other; what is written without spaces is one
    "runs(t)": rf"""CASE WHEN regexp_matches(t, '{_UNSPACED}')
        THEN list_transform(regexp_extract_all(lower(nfc_normalize(t)), '{_UNSPACED}+|{_LETTERS}+'),
            lambda r: CASE WHEN regexp_matches(r, '{_UNSPACED}') THEN r ELSE strip_accents(r) END)
        ELSE regexp_extract_all(strip_accents(lower(t)), '[\pL\pN]+') END""",
    # what is looked up, and so what the index holds
    "words_of(t)": rf"""CASE WHEN regexp_matches(t, '{_UNSPACED}')
        THEN flatten(list_transform({SCHEMA}.runs(t), lambda r: CASE WHEN regexp_matches(r, '{_UNSPACED}')
            THEN list_concat(list_transform(range(1, length(r) + 1), lambda i: substr(r, i, 1)),
                list_transform(range(1, length(r)), lambda i: substr(r, i, 2)))
            ELSE [r] END))
        ELSE {SCHEMA}.runs(t) END""",
    # a text in which phrases can be looked up
    "spaced(t)": f"' ' || array_to_string({SCHEMA}.runs(t), ' ') || ' '",
    # a question is made of words with an open end, which an asterisk follows, and all the others
    "open_ended(q)": rf"{SCHEMA}.runs(array_to_string(regexp_extract_all(q, '({_LETTERS}+)\*', 1), ' '))",
    "others(q)": rf"regexp_replace(q, '{_LETTERS}+\*', ' ', 'g')",
    # what must stand in a text as it is: phrases, and what is written without spaces, where words begin and end anywhere
    "phrases(q)": rf"""list_concat(
        list_transform(regexp_extract_all(q, '{_QUOTE}([^"“”„«»]+){_QUOTE}', 1),
            lambda p: regexp_replace({SCHEMA}.spaced(p), '^ ({_UNSPACED})|({_UNSPACED}) $', '\1\2', 'g')),
        list_filter({SCHEMA}.runs({SCHEMA}.others(q)), lambda r: length(r) > 2 AND regexp_matches(r, '{_UNSPACED}')))""",
    # how many different ones a list holds; to DuckDB 1.1, that is null for a list of none
    "different(words)": "coalesce(len(list_distinct(words)), 0)",
    "says_all(t, phrases)": f"""len(phrases) = 0
        OR len(list_filter(phrases, lambda p: contains({SCHEMA}.spaced(t), p))) = len(phrases)""",
}
"""The terms of which indexing and asking are made; a macro stands after those that it uses."""


def write_terms(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the macros into the database in use."""
    connection.execute(f"CREATE SCHEMA {SCHEMA}")
    for signature, term in TERMS.items():
        connection.execute(f"CREATE MACRO {SCHEMA}.{signature} AS {term}")
