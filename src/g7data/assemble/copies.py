"""Copies of one text at several addresses: the same words, or nearly so, where lists, notes or furniture differ.

Two texts are compared where they share whole sentences. Each sentence brings its holder together with the longest text that
has it and with the next longer one, never all with all, so that the work grows with the words and not with their square. Of
these pairs the runs of five words are counted (in scripts without blanks, of five characters). Copies are those that share
four fifths of the runs of both, or, under one title, three fifths of those of the shorter. Texts of different days are
no copies, however alike they are: read-outs and schedules are written after one pattern.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa

from g7data.assemble.runs import count_shared

_NUMBERED = """
CREATE OR REPLACE TEMP TABLE numbered_texts AS
SELECT row_number() OVER (ORDER BY words DESC, canonical_url, part) AS number, document_id, page_id FROM kept_documents
"""
_SENTENCES = """
CREATE OR REPLACE TEMP TABLE sentences AS
SELECT number, sentence, size FROM shard_sentences JOIN numbered_texts USING (document_id, page_id)
"""
# A text comes after the longer ones: "doc" is the shorter, "other" the longer of a pair.
_PAIRS = """
CREATE OR REPLACE TEMP TABLE likely_copies AS
WITH met AS (
    SELECT number AS doc, size, sentence, first_value(number) OVER holders AS longest, lag(number) OVER holders AS longer
    FROM sentences WINDOW holders AS (PARTITION BY sentence ORDER BY number)
), pairs AS (
    SELECT doc, other, sum(size) AS shared FROM (
        SELECT DISTINCT doc, unnest([longest, longer]) AS other, sentence, size FROM met
    ) WHERE other < doc GROUP BY ALL
), sizes AS (SELECT number AS doc, sum(size) AS size FROM sentences GROUP BY ALL)
SELECT doc, other FROM pairs JOIN sizes USING (doc) WHERE shared >= 0.2 * size
"""
_EQUAL = """
SELECT number, min(number) OVER (PARTITION BY body_sha256) AS other FROM numbered_texts JOIN kept_documents USING (document_id) WHERE words >= 20
QUALIFY number <> other ORDER BY number
"""
_TEXTS = """
SELECT number, document_id, d.page_id, source_id, words, annex_number, title, language, official, d.kind, text_published,
    coalesce(s.kind = 'government', false), canonical_url, part,
    CASE WHEN date_basis <> 'metadata' THEN date_start END, CASE WHEN date_basis <> 'metadata' THEN date_end END
FROM numbered_texts JOIN kept_documents d USING (document_id) LEFT JOIN known_sources s USING (source_id)
WHERE number IN (SELECT unnest($numbers)) ORDER BY number
"""
_DONE = ("likely_copies", "sentences", "numbered_texts")
_COPIES = pa.schema([("document_id", pa.string()), ("same_as", pa.string())])
_ALIKE = 0.8  # of the runs of both texts together
_SAME_TITLE_ALIKE = 0.6  # of the runs of the shorter text, under one title
_OTHER_DAY_ALIKE = 0.95
_OTHER_NAME_ALIKE = 0.95  # at one publisher, who writes many texts after one pattern
_FEWEST_RUNS = 40
_FEWEST_RUNS_OF_ANOTHER_DAY = 200
_DAYS_APART = timedelta(days=3)
_COMPLETE = 0.9  # of the words of the longest copy


@dataclass(frozen=True, slots=True)
class Copy:
    """One text that is like another; `number` 1 is the longest of all, `first` and `last` are its days but for posting."""

    number: int
    document_id: str
    page_id: str
    source_id: str
    words: int
    annex_number: int | None
    title: str | None
    language: str
    official: bool
    kind: str
    text_published: bool
    government: bool
    canonical_url: str
    part: str
    first: date | None
    last: date | None


def resolve(connection: duckdb.DuckDBPyConnection, folder: Path | None = None) -> None:
    """Make `copies`: for each document that is a copy, the one that is preferred; `folder` keeps what is counted on the way."""
    for query in (_NUMBERED, _SENTENCES, _PAIRS):
        connection.execute(query)
    equal = connection.execute(_EQUAL).fetchall()
    counted = count_shared(connection, folder)
    numbers = sorted({number for row in (*equal, *counted) for number in row[:2]})
    texts = {row[0]: Copy(*row) for row in connection.execute(_TEXTS, {"numbers": numbers}).fetchall()}
    same = [(doc, other) for doc, other, *counts in counted if _is_copy(texts[doc], texts[other], *counts)]
    rows = [
        {"document_id": text.document_id, "same_as": preferred.document_id}
        for group in _groups([*equal, *same])
        for preferred in [preferred_of([texts[number] for number in group])]
        for text in (texts[number] for number in group)
        if text is not preferred
    ]
    connection.register("copies", pa.Table.from_pylist(rows, _COPIES))
    for table in _DONE:  # the largest there are here: what comes needs their room
        connection.execute(f"DROP TABLE {table}")


def _is_copy(doc: Copy, other: Copy, shared: int, size: int, other_size: int) -> bool:
    """Whether two texts, of which `doc` is the shorter, are one by the runs of words that they share."""
    if doc.page_id == other.page_id or doc.language != other.language or size < _FEWEST_RUNS:
        return False
    if doc.annex_number != other.annex_number and None not in (doc.annex_number, other.annex_number):
        return False
    alike = shared / (size + other_size - shared)
    if _of_other_days(doc, other):
        return alike >= _OTHER_DAY_ALIKE and size >= _FEWEST_RUNS_OF_ANOTHER_DAY
    same_name = doc.official == other.official and doc.annex_number == other.annex_number and _titles_agree(doc, other)
    if alike >= (_ALIKE if same_name or doc.source_id != other.source_id else _OTHER_NAME_ALIKE):
        return True
    return same_name and shared >= _SAME_TITLE_ALIKE * size


def _of_other_days(doc: Copy, other: Copy) -> bool:
    if doc.first is None or doc.last is None or other.first is None or other.last is None:
        return False
    return doc.first > other.last + _DAYS_APART or other.first > doc.last + _DAYS_APART


def _titles_agree(doc: Copy, other: Copy) -> bool:
    """Whether two titles are one but for a few words; at one publisher every word counts."""
    one, two = title_words(doc.title), title_words(other.title)
    return bool(one) and len(one & two) >= (1.0 if doc.source_id == other.source_id else _ALIKE) * len(one | two)


def title_words(title: str | None) -> frozenset[str]:
    """The words of a title without case and marks, in scripts without blanks the pairs of characters."""
    words = re.findall(r"[^\W_]+", (title or "").casefold())
    return frozenset(
        piece
        for word in words
        for piece in ([word[i : i + 2] for i in range(len(word) - 1)] if word > "぀" and len(word) > 2 else [word])
    )


def _groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Texts that a chain of pairs holds together, each group in order, the groups by their first."""
    root: dict[int, int] = {}

    def find(number: int) -> int:
        while root.setdefault(number, number) != number:
            root[number] = number = root[root[number]]
        return number

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted(root):
        members[find(number)].append(number)
    return [members[key] for key in sorted(members)]


def preferred_of(copies: list[Copy]) -> Copy:
    """The group's own text before reports, a complete one before others, open terms and governments before others."""
    longest = max(text.words for text in copies)
    return min(
        copies,
        key=lambda t: (
            not t.official, t.kind == "news", t.words < _COMPLETE * longest, not t.text_published, not t.government, -t.words,
            t.canonical_url, t.part,
        ),
    )  # fmt: skip
