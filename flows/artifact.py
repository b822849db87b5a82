"""What Prefect's page shows of a build when it is done: what came of the pages, what changed, what was set aside, how well it reads."""

import re
from collections.abc import Iterable, Sequence

import pyarrow.parquet as pq
from prefect.artifacts import create_markdown_artifact
from prefect.context import FlowRunContext

from flows.built import Built
from g7data.release.markdown import cell, table

KEY = "build"
_MOST_PROBLEMS = 100


def leave_artifact(built: Built, alarms: Sequence[str] = ()) -> None:
    """Leave the report of a build with the run it belongs to; outside a run there is nobody to leave it to."""
    if FlowRunContext.get() is not None:
        create_markdown_artifact(told(built, alarms), key=KEY, description=f"Release {built.version}")


def told(built: Built, alarms: Sequence[str] = ()) -> str:
    """The report as Markdown."""
    news = (
        "Published" if built.new else "Nothing differs from the release before, so there is no new one. The newest is"
    )
    outcomes = [(outcome, reason or "", pages) for (outcome, reason), pages in built.outcomes.items()]
    parts = [
        f"# {news} {built.version}",
        f"`{built.path}`",
        *_list("Alarms", alarms),
        f"## {built.pages_read:,} pages were read",
        table(("outcome", "reason", "pages"), outcomes),
        *_list("Set aside", built.problems),
        "## Rows in each table",
        table(("table", "rows"), [(name, rows) for name, rows in built.rows.items()]),
        *_changes(built),
        "## Accuracy on labelled pages",
        _accuracy(built),
    ]
    return "\n\n".join(parts) + "\n"


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
