"""The benchmark of Common Crawl measures what it says, here among few captures."""

from pathlib import Path

import pytest

from g7data.archive.store import Archive
from tests.bench import crawling as room
from tests.bench.setting import Setting
from tests.static_host import NGINX
from tests.support_tables import statement, write_pages


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")
def test_captures_are_found_among_others_and_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_OF_A_FILE", 5000)
    wanted = [statement(f"http://www.g7.utoronto.ca/finance/{number}.html") for number in range(30)]
    (corpus,) = Archive(tmp_path / "archive").ingest([write_pages(tmp_path / "pages", wanted)])
    (tmp_path / "bench").mkdir()
    section = room.measure(Setting(corpus.path, 1, tmp_path / "bench", print), 12_000)
    found, fetched = section.tables[0].rows
    assert fetched[0] == "fetch 30 captures"
    assert 0 < int(found[2]) < 40
    assert float(fetched[3]) < 1
    assert section.figures().keys() == {"crawl_captures_per_second", "crawl_bytes_read_of_index"}
    assert len([*(tmp_path / "bench" / "pulled").glob("*.warc.gz")]) == 1
