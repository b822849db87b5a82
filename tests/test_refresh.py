"""`python -m flows refresh`: from a site over the archive to a release, and what changes on the site to the next one."""

from pathlib import Path

import duckdb
import pytest

import flows.refresh as room
from g7data.fetch.run import Fetched
from tests.conftest import RunFlow
from tests.crawling import catalogue, put_up, text
from tests.internet import Internet
from tests.plain_flows import without_prefect

HOST = "g7-library.example"


def rows(output: Path, query: str) -> list[tuple[object, ...]]:
    """What the newest release answers."""
    with duckdb.connect(str(output / "latest" / "g7data.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_refreshes_fetch_and_publish_what_is_new(
    net: Internet, tmp_path: Path, run_flow: RunFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")  # Prefect talks to its own server
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    site = net.site(HOST)
    one, two, three = put_up(site, "security", "trade", "seas")
    sources = catalogue(tmp_path / "catalogue", HOST)
    output, changelog = tmp_path / "output", tmp_path / "CHANGELOG.md"
    changelog.write_text("# Changelog\n\n## [Unreleased]\n", encoding="utf-8")

    first = run_flow("refresh", "--output", output, "--catalogue", sources, "--all", "--changelog", changelog)
    assert first.returncode == 0, first.stdout
    assert "The crawl is whole." in first.stdout
    assert "Published 0.1.0" in first.stdout or "Published 1.0.0" in first.stdout, first.stdout
    version = (output / "latest").readlink().name
    assert f"\n## Data {version}\n" in changelog.read_text(encoding="utf-8")
    assert rows(output, "SELECT url, flags FROM documents ORDER BY url") == [
        (url, []) for url in sorted((one, two, three))
    ]

    without_prefect(monkeypatch)
    second = room.refresh(output, everything=True, catalogue=sources)
    assert isinstance(second.fetched, Fetched)
    assert not second.built.new

    site.remove("/docs/trade.html")
    site.change("/docs/seas.html", text("fish"))
    third = room.refresh(output, everything=True, catalogue=sources)
    assert third.built.new
    assert rows(output, "SELECT url, flags FROM documents ORDER BY url") == sorted(
        [(one, []), (two, ["gone"]), (three, [])]
    )
    assert rows(output, f"SELECT text LIKE '%met on fish%' FROM documents WHERE url = '{three}'") in (
        [(True,)],
        [(None,)],
    )
    told = rows(output, f"SELECT outcome, reason FROM pages WHERE url = '{two}' ORDER BY retrieved_at")
    assert told == [("published", None), ("rejected", "http_404")]
    assert rows(output, f"SELECT outcome FROM pages WHERE url = '{three}' ORDER BY retrieved_at") == [
        ("superseded",), ("published",),
    ]  # fmt: skip
