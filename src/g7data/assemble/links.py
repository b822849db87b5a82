"""Where links lead: an annex and its declaration find each other by address, by number and title, or by being of one meeting.

A link leads to the document at its address; where that is a file with annexes in it, to the annex of its number. A link that
only names a text, or whose address is not held, leads to the text of the same meeting and language with that number and a title
much like the words of the link, at the same publisher before others. Titles may differ: the link keeps its words, the document
its own title. An annex that its declaration names but that names none, or the other way round, gets the link back; one that
nobody names, the link to the one declaration of its meeting. Such a link has no words, and its evidence is what the annex
says of itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from g7data.assemble.copies import title_words
from g7data.extract.annex import ANNEX

_BY_ADDRESS = """
CREATE OR REPLACE TEMP TABLE addressed_links AS
WITH held AS (
    SELECT document_id, kept AS target FROM candidates UNION SELECT document_id, document_id FROM kept_documents WHERE part <> ''
), annexes AS (
    SELECT p.document_id AS declaration, d.annex_number, min(d.document_id) AS annex FROM kept_documents d JOIN kept_documents p USING (page_id)
    WHERE d.part <> '' AND p.part = '' AND d.annex_number IS NOT NULL GROUP BY ALL
)
SELECT l.* REPLACE (nullif(coalesce(a.annex, h.target), l.document_id) AS target_id)
FROM shard_links l JOIN kept_documents USING (document_id, page_id) LEFT JOIN held h ON h.document_id = l.target_id
LEFT JOIN annexes a ON a.declaration = h.target AND a.annex_number = l.annex_number AND l.relation = 'annex'
"""
_TEXTS = """
SELECT d.document_id, m.meeting_id, d.source_id, d.language, d.kind, d.annex_number, d.title, d.url, d.page_id,
    coalesce(c.same_as, d.document_id) AS text
FROM kept_documents d JOIN document_meetings m USING (document_id) LEFT JOIN copies c USING (document_id)
WHERE d.official ORDER BY d.document_id
"""
_NAMED = """
SELECT document_id, position, relation, text, annex_number, target_id FROM addressed_links WHERE relation IN ('annex', 'declaration')
ORDER BY document_id, position
"""
_JOINED = """
CREATE OR REPLACE TEMP TABLE joined_links AS
SELECT l.* REPLACE (coalesce(l.target_id, n.target_id) AS target_id) FROM addressed_links l LEFT JOIN named_targets n USING (document_id, position)
UNION ALL BY NAME
SELECT a.*, coalesce(p.position, 0) + row_number() OVER (PARTITION BY a.document_id ORDER BY a.relation, a.annex_number, a.target_id) AS position
FROM links_back a LEFT JOIN (SELECT document_id, max(position) AS position FROM addressed_links GROUP BY ALL) p USING (document_id)
"""
_EVIDENCE = """
CREATE OR REPLACE TEMP TABLE link_evidence AS
SELECT 'links' AS table_name, l.document_id || '/' || l.position AS row_id, unnest(['relation', 'target_id']) AS column_name, e.page_id, e.start, e."end",
    e.quote, 'link:' || l.relation || ' of the meeting' AS rule, 0.8 AS confidence
FROM joined_links l JOIN links_back b USING (document_id, relation, target_id)
JOIN (
    SELECT row_id, page_id, start, "end", quote FROM shard_evidence
    WHERE table_name = 'documents' AND column_name IN ('annex_number', 'kind', 'title')
    QUALIFY row_number() OVER (PARTITION BY row_id, page_id ORDER BY column_name, start, "end", rule) = 1
) e ON e.row_id = b.annex JOIN kept_documents d ON d.document_id = b.annex AND d.page_id = e.page_id
WHERE l.text IS NULL
"""
_TARGETS = pa.schema([("document_id", pa.string()), ("position", pa.int64()), ("target_id", pa.string())])
_BACK = pa.schema(
    [
        ("document_id", pa.string()), ("relation", pa.string()), ("text", pa.string()), ("url", pa.string()), ("annex_number", pa.int64()),
        ("target_id", pa.string()), ("page_id", pa.string()), ("annex", pa.string()),
    ]
)  # fmt: skip
_MAIN = frozenset({"declaration", "communique", "statement", "chairs_summary"})
_LIKE_TITLE_OF_NUMBER = 0.4
_LIKE_TITLE = 0.6
_LIKE_IF_CARRIED_ON, _FEWEST_WORDS = 0.9, 4


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the group's own texts; `text` is the preferred copy of it."""

    document_id: str
    meeting_id: str
    source_id: str
    language: str
    kind: str
    annex_number: int | None
    title: str | None
    url: str
    page_id: str
    text: str

    @property
    def is_annex(self) -> bool:
        """Whether the document is an annex, by its kind or its number."""
        return self.kind == "annex" or self.annex_number is not None

    @property
    def is_main(self) -> bool:
        """Whether the document can have annexes."""
        return self.kind in _MAIN and self.annex_number is None


@dataclass(frozen=True, slots=True)
class _Link:
    document_id: str
    position: int
    relation: str
    words: str | None
    annex_number: int | None
    target_id: str | None


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `joined_links`, the rows of `links` with their targets, and `link_evidence` for those that no page prints."""
    connection.execute(_BY_ADDRESS)
    texts = {row[0]: _Text(*row) for row in connection.execute(_TEXTS).fetchall()}
    links = [_Link(*row) for row in connection.execute(_NAMED).fetchall()]
    of_meeting: dict[tuple[str, str], list[_Text]] = defaultdict(list)
    for text in texts.values():
        of_meeting[(text.meeting_id, text.language)].append(text)
    named = [
        replace(link, target_id=target.document_id)
        for link in links
        if link.target_id is None and link.document_id in texts
        for text in [texts[link.document_id]]
        for target in _named(link, text, of_meeting[(text.meeting_id, text.language)])
    ]
    rows = [{"document_id": n.document_id, "position": n.position, "target_id": n.target_id} for n in named]
    connection.register("named_targets", pa.Table.from_pylist(rows, _TARGETS))
    back = _back([*links, *named], texts, of_meeting.values())
    connection.register("links_back", pa.Table.from_pylist(list(back), _BACK))
    connection.execute(_JOINED.replace("a.*", "a.* EXCLUDE (annex)"))
    connection.execute(_EVIDENCE)


def _named(link: _Link, text: _Text, meeting: list[_Text]) -> Iterator[_Text]:
    """The one text of the meeting that a link names, by number and likeness of title; nothing where two fit as well."""
    words = title_words(_title_in(link.words or ""))
    if link.relation == "annex":
        fit = [t for t in meeting if t.is_annex and t.annex_number == link.annex_number is not None]
        least = _LIKE_TITLE_OF_NUMBER if words else 0.0
    else:
        fit = [t for t in meeting if t.is_main]
        least = _LIKE_TITLE
    likeness = {t.document_id: _likeness(words, title_words(t.title)) for t in fit if t.text != text.text}
    fit = [t for t in fit if likeness.get(t.document_id, -1.0) >= least]
    best = max((likeness[t.document_id] for t in fit), default=0.0)
    texts = {t.text for t in fit if likeness[t.document_id] == best}
    if len(texts) == 1:
        (preferred,) = texts
        copies = [t for t in fit if t.text == preferred]
        yield min(copies, key=lambda t: (t.source_id != text.source_id, t.document_id != preferred, t.document_id))


def _title_in(words: str) -> str:
    """The words of a link without the number of the annex before them."""
    match = ANNEX.match(words)
    return words[match.end() :] if match is not None else words


def _likeness(words: frozenset[str], title: frozenset[str]) -> float:
    """How much of both is shared, from 0 to 1; a title that the other one carries on, as a subtitle does, is nearly the same."""
    if not words or not title:
        return 0.0
    shared, shorter = len(words & title), min(len(words), len(title))
    carried_on = _LIKE_IF_CARRIED_ON if shared == shorter >= _FEWEST_WORDS else 0.0
    return max(shared / len(words | title), carried_on)


def _back(links: list[_Link], texts: dict[str, _Text], meetings: Iterable[list[_Text]]) -> Iterator[dict[str, object]]:
    """Links that are missing in one direction, or in both."""
    down, up = _pairs(links, texts)
    numbers = {(link.document_id, link.annex_number) for link in links if link.annex_number is not None}
    ask = {link.document_id for link in links if link.relation == "declaration"} | {
        annex.document_id for _, annex in down
    }
    alone = {
        (declaration, annex)
        for meeting in meetings
        for declaration, annex in _only_declaration(meeting)
        if annex.document_id not in ask and (declaration.document_id, annex.annex_number) not in numbers
    }
    known = {(declaration.text, annex.document_id) for declaration, annex in up}
    for declaration, annex in sorted(down | alone, key=_key):
        if (declaration.text, annex.document_id) not in known:
            known.add((declaration.text, annex.document_id))
            yield _row(declaration, annex, "declaration")
    named = {(declaration.document_id, annex.text) for declaration, annex in down}
    for declaration, annex in sorted(up | alone, key=_key):
        numbered = (declaration.document_id, annex.annex_number) in numbers
        if not numbered and (declaration.document_id, annex.text) not in named:
            named.add((declaration.document_id, annex.text))
            yield _row(declaration, annex, "annex")


def _pairs(links: list[_Link], texts: dict[str, _Text]) -> tuple[set[tuple[_Text, _Text]], set[tuple[_Text, _Text]]]:
    """Pairs of a declaration and an annex of one meeting: those of which the first names the second, and the other way round."""
    down, up = set(), set()
    for link in links:
        one, other = texts.get(link.document_id), texts.get(link.target_id or "")
        if one is None or other is None or (one.meeting_id, one.language) != (other.meeting_id, other.language):
            continue
        if link.relation == "annex" and one.is_main and other.is_annex:
            down.add((one, other))
        elif link.relation == "declaration" and one.is_annex and other.is_main:
            up.add((other, one))
    return down, up


def _only_declaration(meeting: list[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """The one declaration of a meeting, in its preferred copy, with each annex."""
    mains = {t.text: t for t in meeting if t.is_main and t.document_id == t.text}
    if len({t.text for t in meeting if t.is_main}) == len(mains) == 1:
        (main,) = mains.values()
        for annex in meeting:
            if annex.is_annex and annex.document_id == annex.text:
                yield main, annex


def _key(pair: tuple[_Text, _Text]) -> tuple[str, str]:
    return pair[0].document_id, pair[1].document_id


def _row(declaration: _Text, annex: _Text, relation: str) -> dict[str, object]:
    """The link between a declaration and an annex: to the annex, or to the declaration."""
    one, other = (declaration, annex) if relation == "annex" else (annex, declaration)
    return {
        "document_id": one.document_id, "relation": relation, "text": None, "url": other.url,
        "annex_number": annex.annex_number if relation == "annex" else None, "target_id": other.document_id, "page_id": one.page_id,
        "annex": annex.document_id,
    }  # fmt: skip
