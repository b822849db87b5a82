"""A page explained: its fields, each with the words it was read from; or its blocks, each with its role."""

from collections import defaultdict

from g7data.archive.capture import Capture
from g7data.extract.extract import Extracted, extract
from g7data.extract.layout import lay_out
from g7data.extract.rows import Row
from g7data.reading import UnreadablePage, read_page
from g7data.reading.read import media_type_of

Explained = dict[str, object]
_NOT_SHOWN = frozenset(
    (
        "document_id",
        "text",
        "page_id",
        "canonical_url",
        "url",
        "start",
        "end",
        "clause_id",
        "parent_id",
        "body_sha256",
        "text_sha256",
    )
)


def explain_page(capture: Capture) -> Explained:
    """What became of a page, and every value read from it with its evidence."""
    extracted = extract(capture)
    page = extracted.page
    explained: Explained = {"url": page["url"], "outcome": page["outcome"], "reason": page["reason"]}
    if extracted.rejected is not None:
        explained["message"] = extracted.rejected["message"]
    evidence = _by_row(extracted)
    documents = [
        _row(document, evidence.get(("documents", str(document["document_id"])), {}))
        for document in extracted.tables.get("documents", [])
    ]
    if documents:
        explained["document"] = documents[0]
    if len(documents) > 1:
        explained["further_documents"] = documents[1:]
    for table in ("ministers", "participants", "links", "observations"):
        rows = extracted.tables.get(table)
        if rows:
            explained[table] = [_plain(row) for row in rows]
    clauses = extracted.tables.get("clauses", [])
    if clauses:
        explained["clauses"] = [_clause(row) for row in clauses]
    return explained


def explain_blocks(capture: Capture) -> Explained:
    """How the page was laid out: every block in order, with its kind, marker, role and notice."""
    try:
        reading = read_page(capture.body, media_type_of(capture.media_type, capture.body), capture.charset)
    except UnreadablePage as error:
        return {"url": capture.url, "outcome": "rejected", "reason": error.code, "message": str(error)}
    layout = lay_out(reading)
    blocks = [
        {
            "role": role,
            "notice": layout.notices.get(i),
            "kind": block.kind,
            "marker": block.marker or None,
            "start": block.start,
            "words": reading.of(block),
        }
        for i, (block, role) in enumerate(zip(reading.blocks, layout.roles, strict=True))
    ]
    return {"url": capture.url, "blocks": [{k: v for k, v in block.items() if v is not None} for block in blocks]}


def _by_row(extracted: Extracted) -> dict[tuple[str, str], dict[str, list[Row]]]:
    found: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for evidence in extracted.evidence:
        found[(str(evidence["table_name"]), str(evidence["row_id"]))][str(evidence["column_name"])].append(evidence)
    return found


def _row(row: Row, evidence: dict[str, list[Row]]) -> Explained:
    """A row's values; one that was read from the page stands with its quote, offsets and rule."""
    explained: Explained = {}
    for column, value in row.items():
        if column in _NOT_SHOWN or value is None:
            continue
        read = evidence.get(column)
        explained[column] = {"value": value, "read_from": [_quote(e) for e in read]} if read else value
    return explained


def _quote(evidence: Row) -> str:
    words = " ".join(str(evidence["quote"]).split())
    return f"{words if len(words) <= 160 else words[:159] + '…'} [{evidence['start']}:{evidence['end']}, {evidence['rule']}]"


def _plain(row: Row) -> Explained:
    return {k: v for k, v in row.items() if k not in _NOT_SHOWN and v is not None} | (
        {"at": f"{row['start']}:{row['end']}"} if "start" in row else {}
    )


def _clause(row: Row) -> Explained:
    keep = ("position", "label", "numbering", "depth", "section", "flags", "text")
    return {k: row[k] for k in keep if row[k] not in (None, [], 0) or k == "position"}
