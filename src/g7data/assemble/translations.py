"""Translations of one text into other languages, each joined to its original; what is not sure is not joined.

The group agrees on its texts in English: the English one is the original, else the one in the presidency's language; of a
government's own page it is the one in the government's language. A page that links to itself in another language says so. Else two
of the group's own texts are joined which belong to one meeting, are of one kind and number of annex, and are built alike:
the same labels and mostly the same figures, and no second text that would fit. A title that says "translation" asks for less.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

# Only meetings with official texts in several languages are looked at, and of copies only the preferred one.
_TEXTS = """
WITH texts AS (
    SELECT d.document_id, m.meeting_id, d.kind, d.annex_number, d.language, d.presidency, d.title, d.clause_count, d.page_id
    FROM kept_documents d JOIN document_meetings m USING (document_id)
    WHERE d.official AND d.language <> 'und' AND d.document_id NOT IN (SELECT document_id FROM copies)
), several AS (SELECT meeting_id FROM texts GROUP BY ALL HAVING count(DISTINCT language) > 1),
built AS (
    SELECT document_id, list(regexp_replace(c.label, '[^\\pL\\pN]', '', 'g') ORDER BY position) FILTER (c.label IS NOT NULL AND c.parent_id IS NULL) AS labels,
        list_distinct(flatten(list(regexp_extract_all(translate(c.text, '０１２３４５６７８９', '0123456789'), '[0-9]+(?:[.,][0-9]+)*')))) AS figures
    FROM shard_clauses c JOIN texts USING (document_id, page_id) WHERE meeting_id IN (SELECT meeting_id FROM several) GROUP BY ALL
)
SELECT document_id, meeting_id, kind, annex_number, language, presidency, title, clause_count, labels, figures
FROM texts JOIN built USING (document_id) ORDER BY document_id
"""
_LINKED = """
SELECT DISTINCT a.document_id, b.document_id AS other, a.language, b.language AS other_language, a.official AND b.official AS official,
    a.presidency, s.country
FROM joined_links l JOIN kept_documents a ON a.document_id = l.document_id JOIN kept_documents b ON b.document_id = l.target_id
LEFT JOIN known_sources s ON s.source_id = a.source_id
WHERE l.relation = 'translation' AND a.language <> b.language AND a.annex_number IS NOT DISTINCT FROM b.annex_number
ORDER BY a.document_id, other
"""
_COPIES = "SELECT document_id, same_as FROM copies ORDER BY document_id"
_TRANSLATIONS = pa.schema([("document_id", pa.string()), ("translation_of", pa.string())])
_SPOKEN = {
    "CAN": "en", "DEU": "de", "EUE": "en", "FRA": "fr", "GBR": "en", "ITA": "it", "JPN": "ja", "RUS": "ru", "USA": "en"
}  # fmt: skip
_SAYS_SO = re.compile(
    r"\btranslation\b|\btraduction\b|\btraduzione\b|\bübersetzung\b|\barbeitsübersetzung\b|仮訳|和訳|日本語訳", re.I
)
_ONE_KIND = {"communique": "declaration", "statement": "declaration"}
_FEWEST_LABELS, _FEWEST_FIGURES = 4, 5
_LABELS_ALIKE, _SIZES_ALIKE, _FIGURES_ALIKE = 0.9, 0.8, 0.8
_SIZES_ALIKE_IF_SAID = 0.6
_SHORTEST_FIGURE = 2  # digits


@dataclass(frozen=True, slots=True)
class _Text:
    document_id: str
    meeting_id: str
    kind: str
    annex_number: int | None
    language: str
    presidency: str | None
    title: str | None
    clause_count: int
    labels: tuple[str, ...]
    figures: frozenset[str]

    @property
    def says_so(self) -> bool:
        """Whether the title itself calls the text a translation."""
        return _SAYS_SO.search(self.title or "") is not None


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `translations`: for each document that is a translation, its original; a copy has what its preferred text has."""
    original_of = dict(_built_alike(_texts(connection)))
    original_of.update(_linked(connection.execute(_LINKED).fetchall()))
    copies = dict(connection.execute(_COPIES).fetchall())
    found = {document: _first(original_of, copies, document) for document in original_of}
    found.update({copy: found[text] for copy, text in copies.items() if text in found})
    rows = [
        {"document_id": document, "translation_of": original}
        for document, original in sorted(found.items())
        if original != document and original not in found
    ]
    connection.register("translations", pa.Table.from_pylist(rows, _TRANSLATIONS))


def _texts(connection: duckdb.DuckDBPyConnection) -> Iterator[_Text]:
    for *fields, labels, figures in connection.execute(_TEXTS).fetchall():
        digits = (re.sub(r"\D", "", figure) for figure in figures or ())
        fields += (tuple(labels or ()), frozenset(d for d in digits if len(d) >= _SHORTEST_FIGURE))
        yield _Text(*fields)


def _first(original_of: dict[str, str], copies: dict[str, str], document: str) -> str:
    """The original behind a chain of originals and copies."""
    seen = {document}
    while (further := original_of.get(document) or copies.get(document)) is not None and further not in seen:
        seen.add(further)
        document = further
    return document


def _built_alike(texts: Iterable[_Text]) -> Iterator[tuple[str, str]]:
    """Each translation and its original among the texts of one meeting, kind and number."""
    groups: dict[tuple[str, str, int | None], list[_Text]] = defaultdict(list)
    for text in texts:
        groups[(text.meeting_id, _ONE_KIND.get(text.kind, text.kind), text.annex_number)].append(text)
    for group in groups.values():
        language = _original_language(group)
        originals = [t for t in group if t.language == language and not t.says_so]
        for text in (t for t in group if t.language != language or t.says_so):
            fit = [o for o in originals if o.language != text.language and _agree(text, o)]
            if len(fit) == 1:
                yield text.document_id, fit[0].document_id


def _original_language(group: list[_Text]) -> str | None:
    """English where a text is in English and is not itself said to be a translation, else the language of the presidency."""
    if any(t.language == "en" and not t.says_so for t in group):
        return "en"
    presidencies = Counter(t.presidency for t in group if t.presidency is not None)
    spoken = {_SPOKEN.get(presidency) for presidency in presidencies}
    return spoken.pop() if len(spoken) == 1 else None


def _agree(text: _Text, original: _Text) -> bool:
    """Whether two texts in two languages are built alike."""
    fewer, more = sorted((text.clause_count, original.clause_count))
    if text.says_so and fewer >= _SIZES_ALIKE_IF_SAID * more:
        return True
    figures = min(len(text.figures), len(original.figures))
    shared = len(text.figures & original.figures)
    if min(len(text.labels), len(original.labels)) >= _FEWEST_LABELS:
        alike = (Counter(text.labels) & Counter(original.labels)).total()
        same_labels = alike >= _LABELS_ALIKE * max(len(text.labels), len(original.labels))
        return same_labels and shared >= max(2, figures / 2)
    return fewer >= _SIZES_ALIKE * more and figures >= _FEWEST_FIGURES and shared >= _FIGURES_ALIKE * figures


def _linked(rows: Iterable[tuple[str, str, str, str, bool, str | None, str | None]]) -> Iterator[tuple[str, str]]:
    """Pages that link to themselves in another language, each with the one in the language it was written in."""
    for one, other, language, other_language, official, presidency, country in rows:
        languages = (language, other_language)
        first = "en" if official and "en" in languages else _SPOKEN.get((presidency if official else country) or "")
        if first in languages:
            yield (other, one) if first == language else (one, other)
