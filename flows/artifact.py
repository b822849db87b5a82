"""What Prefect's page shows of a run when it is done, as Markdown: what was fetched, what came of the pages, what changed, alarms."""

import re
from collections.abc import Iterable, Sequence

import pyarrow.parquet as pq
from prefect.artifacts import create_markdown_artifact
from prefect.context import FlowRunContext

from flows.built import Built
from g7data.fetch.run import Fetched
from g7data.fetch.tally import OUTCOMES
from g7data.release.markdown import cell, table

_MOST_PROBLEMS = 100


def leave_built(built: Built) -> None:
    """Leave the report of a build with the run it belongs to."""
    _leave("build", told_built(built), f"Release {built.version}")


def leave_fetched(fetched: Fetched) -> None:
    """Leave the report of the fetching with the run it belongs to."""
    _leave("fetch", told_fetched(fetched), "Pages from the publishers' sites")


def told_built(built: Built) -> str:
    """The report of a build as Markdown."""
    news = (
        "Published" if built.new else "Nothing differs from the release before, so there is no new one. The newest is"
    )
    outcomes = [(outcome, reason or "", pages) for (outcome, reason), pages in built.outcomes.items()]
    parts = [
        f"# {news} {built.version}",
        f"`{built.path}`",
        f"## {built.pages_read:,} pages were read",
        table(("outcome", "reason", "pages"), outcomes),
        *_list("Set aside", built.problems),
        "## Rows in each table",
        table(("table", "rows"), built.rows.items()),
        *_changes(built),
        "## Accuracy on labelled pages",
        _accuracy(built),
    ]
    return "\n\n".join(parts) + "\n"


def told_fetched(fetched: Fetched) -> str:
    """The report of the fetching as Markdown: what somebody should look at, and what became of the addresses of each source."""
    sources = sorted(fetched.tally.sources.items())
    shown = [outcome for outcome in OUTCOMES if fetched.tally.total(outcome)]
    rows = [(source_id, *(told.outcomes[outcome] for outcome in shown)) for source_id, told in sources]
    wrong = [(source_id, code, n) for source_id, told in sources for code, n in told.codes.most_common()]
    parts = [
        "# The crawl is whole" if fetched.whole else "# The crawl is not whole: the next run goes on",
        *_list("Alarms", [f"{source_id}: {alarm}" for source_id, told in sources for alarm in told.alarms]),
        "## Addresses",
        table(("source", *shown), rows),
        *(["## What was wrong", table(("source", "reason", "addresses"), wrong)] if wrong else []),
    ]
    return "\n\n".join(parts) + "\n"


def _leave(key: str, markdown: str, description: str) -> None:
    """Leave an artifact; outside a run there is nobody to leave it to."""
    if FlowRunContext.get() is not None:
        create_markdown_artifact(markdown, key=key, description=description)


def _changes(built: Built) -> Iterable[str]:
    """What the release itself tells of its changes, its headings a level lower."""
    if not built.new:
        return
    text = (built.path / "CHANGES.md").read_text(encoding="utf-8")
    yield re.sub(r"^(#+ )", r"#\1", text, flags=re.M).rstrip()


def _accuracy(built: Built) -> str:
    rows = pq.read_table(built.path / "accuracy.parquet").to_pylist()
    if not rows:
        return "Nothing was measured."
    shown = [(row["split"], row["field"], row["n"], f"{row['f1']:.3f}") for row in rows if row["f1"] is not None]
    stale = "\n\nMeasured with another version of the extractor." if rows[0]["stale"] else ""
    return table(("set", "field", "pages", "F1"), shown) + stale


def _list(heading: str, items: Sequence[str]) -> Iterable[str]:
    if not items:
        return
    yield f"## {heading} ({len(items):,})"
    more = [f"… and {len(items) - _MOST_PROBLEMS:,} more"] if len(items) > _MOST_PROBLEMS else []
    yield "\n".join(f"- {line}" for line in [*map(cell, items[:_MOST_PROBLEMS]), *more])
