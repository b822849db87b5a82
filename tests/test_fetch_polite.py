"""How hosts are treated: robots.txt, the pace, what is tried again and when, and when a host is left alone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from g7data.fetch.patience import AskedToWait, Patience
from tests.crawling import HOST, alarms, asked, codes, kept, outcomes, put_up, run, source, text
from tests.internet import Busy, Failing, Garbage, Internet, NeverAnswers, Redirect, Reset, Trouble
from tests.internet.sites import index_page


def test_robots_are_obeyed(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.robots("User-agent: *\nDisallow: /docs/two\n")
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 2, "forbidden": 1}
    assert codes(fetched) == {"forbidden": 1}
    assert "/docs/two.html" not in asked(net)
    site.robots("User-agent: *\nDisallow:\n")
    assert outcomes(run(tmp_path, source(HOST)))["new"] == 1, "asked as soon as it is allowed"


@pytest.mark.parametrize(
    ("rules", "forbidden"),
    [
        ("User-agent: *\nDisallow: /docs/\nAllow: /docs/one\n", ["two.pdf"]),
        ("User-agent: *\nAllow: /docs/\nDisallow: /docs/*.pdf$\n", ["two.pdf"]),
        ("User-agent: *\nDisallow: /docs/one.html\nAllow: /docs/one.html\n", []),
        ("User-agent: *\nDisallow: /\n\nUser-agent: G7Data\nDisallow: /docs/one\n", ["one.html"]),
        ("User-agent: g7data\nUser-agent: other\nDisallow: /docs\n\nUser-agent: *\nDisallow:\n", ["one.html", "two.pdf"]),
        ("User-agent: other\nDisallow: /\n", []),
        ("\ufeffUser-agent: *\r\nDisallow: /docs/one # a remark\r\n", ["one.html"]),
        ("<html><title>Not found</title>User-agent</html>", []),
    ],
)  # fmt: skip
def test_the_longest_rule_of_our_group_counts(net: Internet, tmp_path: Path, rules: str, forbidden: list[str]) -> None:
    site = net.site(HOST)
    site.page("/", index_page("Start", [("docs/one.html", "one"), ("docs/two.pdf", "two")]))
    site.robots(rules)
    fetched = run(tmp_path, source(HOST))
    told = fetched.tally.sources[source(HOST).source_id].examples.get("forbidden", [])
    assert sorted(url.rpartition("/")[2] for url, _ in told) == forbidden


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_robots_that_are_not_there_allow_everything(net: Internet, tmp_path: Path, status: int) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/robots.txt", Failing(status))
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2}


@pytest.mark.parametrize(
    "trouble",
    [
        Failing(500),
        Busy(None),
        Busy(86_400),
        NeverAnswers(),
        Garbage(),
        Redirect("https://elsewhere.example/robots.txt"),
        Redirect("/robots.txt"),
    ],
    ids=["fail", "busy", "wait", "never answer", "garbage", "elsewhere", "loop"],
)
def test_a_host_whose_robots_cannot_be_had_is_not_asked(net: Internet, tmp_path: Path, trouble: Trouble) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/robots.txt", trouble)
    fetched = run(tmp_path, source(HOST, at_least=5))
    assert asked(net) == []
    assert outcomes(fetched) == {"not asked": 1}
    assert not fetched.whole
    assert ["robots.txt" in alarm for alarm in alarms(fetched)] == [True], "and no alarm for what follows from that"


def test_robots_behind_a_redirect_count(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/robots.txt", Redirect("/other.txt"))
    site.page("/other.txt", "User-agent: *\nDisallow: /docs/\n", "text/plain")
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 1, "forbidden": 1}


def test_each_host_of_a_site_has_robots_of_its_own(net: Internet, tmp_path: Path) -> None:
    site, www = net.site(HOST), net.site(f"www.{HOST}")
    site.page("/", index_page("Start", [("docs/one.html", "one"), (f"https://www.{HOST}/docs/two.html", "two")]))
    site.page("/docs/one.html", text("one"))
    www.robots("User-agent: *\nDisallow: /\n")
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2, "forbidden": 1}


def test_sitemaps_of_robots_are_read_where_the_catalogue_takes_them_for_indexes(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    site.page("/", index_page("Start", []))
    url = site.page("/docs/one.html", text("one"))
    for name in ("docs", "pictures"):
        site.page(f"/{name}-sitemap.xml", f"<urlset><url><loc>{url}</loc></url></urlset>", "application/xml")
    maps = "".join(f"Sitemap: https://{HOST}/{name}-sitemap.xml\n" for name in ("docs", "pictures"))
    site.robots(f"User-agent: *\nDisallow:\n{maps}")
    run(tmp_path, source(HOST, more=r"/docs-sitemap\.xml|/$"))
    assert asked(net) == ["/docs-sitemap.xml", "/", "/docs/one.html"] or asked(net) == ["/", "/docs-sitemap.xml", "/docs/one.html"]  # fmt: skip


def test_a_crawl_delay_is_kept(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.robots("User-agent: *\nCrawl-delay: 0.3\n")
    site.trouble("/docs/one.html", Failing(500), times=1)
    site.trouble("/docs/two.html", Reset(middle=True), times=1)
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 3}
    times = [each.at for each in net.requests(HOST)]
    assert len(times) == 6
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.29, "also before what is tried again"


def test_a_crawl_delay_without_measure_is_no_pace(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.robots("User-agent: *\nCrawl-delay: 1000000000\n")
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"not asked": 1}
    assert "1,000,000,000 seconds" in alarms(fetched)[0]


def test_all_names_of_a_site_share_one_pace(net: Internet, tmp_path: Path) -> None:
    links = [(f"https://{www}{HOST}/docs/{n}.html", "x") for n, www in enumerate(("", "www.") * 2)]
    for host in (HOST, f"www.{HOST}"):
        site = net.site(host)
        site.page("/", index_page("Start", links))
        for n in range(4):
            site.page(f"/docs/{n}.html", text(str(n)))
    assert outcomes(run(tmp_path, source(HOST, delay=0.2))) == {"new": 5}
    times = [each.at for each in net.requests()]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.19


def test_hosts_are_asked_side_by_side_each_at_its_own_pace(net: Internet, tmp_path: Path) -> None:
    hosts = [f"g7-{n}.example" for n in range(3)]
    for host in hosts:
        put_up(net.site(host), "one", "two")
    fetched = run(tmp_path, *(source(host, delay=0.3) for host in hosts))
    assert outcomes(fetched) == {"new": 9}
    spans = []
    for host in hosts:
        times = sorted(each.at for each in net.requests(host))
        assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))
        spans.append((times[0], times[-1]))
    assert max(start for start, _ in spans) < min(end for _, end in spans), "all were under way at one time"


def test_what_passes_is_tried_again(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, *"abcdef")
    site.trouble("/docs/a.html", Failing(500), times=1)
    site.trouble("/docs/b.html", Busy(1), times=1)
    site.trouble("/docs/c.html", Reset(), times=1)
    site.trouble("/docs/d.html", Reset(middle=True), times=1)
    site.trouble("/docs/e.html", Busy("soon", 503), times=1)
    site.trouble("/docs/f.html", Busy(datetime.now(UTC) - timedelta(days=1)), times=1)
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 7}
    assert all(c.status == 200 for c in kept(tmp_path))
    first, again = (each.at for each in net.requests(HOST) if each.url.endswith("/b.html"))
    assert again - first >= 0.99


@pytest.mark.parametrize("trouble", [Failing(503), Reset(), NeverAnswers()], ids=["503", "reset", "never"])
def test_what_does_not_pass_is_asked_four_times(net: Internet, tmp_path: Path, trouble: Trouble) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", trouble)
    assert outcomes(run(tmp_path, source(HOST)))["new"] == 2, "the host is still asked for others"
    assert asked(net).count("/docs/one.html") == 4


class Answer:
    """An answer with a `Retry-After`, as far as patience looks at it."""

    def __init__(self, retry_after: str) -> None:
        self.headers = {"Retry-After": retry_after}


def test_retry_after_is_a_number_or_a_date() -> None:
    waited: list[float] = []
    patience = Patience.of(0.5, waited.append)
    in_half_a_minute = f"{datetime.now(UTC) + timedelta(seconds=30):%a, %d %b %Y %H:%M:%S} GMT"
    for said in ("7", in_half_a_minute, "soon"):
        patience.sleep(Answer(said))  # type: ignore[arg-type]
    assert waited[0] == 7
    assert 28 < waited[1] < 31
    assert 0.5 <= waited[2] <= 1
    with pytest.raises(AskedToWait):
        patience.sleep(Answer("100000"))  # type: ignore[arg-type]


def test_pauses_grow_and_differ() -> None:
    waited: list[float] = []
    patience = Patience.of(1.0, waited.append)
    for _ in range(3):
        patience = patience.increment("GET", "/", error=OSError("lost"))
        patience.sleep()
    assert [1 <= waited[0] <= 2, 2 <= waited[1] <= 3, 4 <= waited[2] <= 5] == [True] * 3
    assert len(set(waited)) == 3


def test_a_host_that_wants_to_be_left_alone_is_left_alone(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", Busy(86_400))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 1, "failed": 1, "not asked": 1}
    assert codes(fetched) == {"asked_to_wait": 1}
    assert asked(net) == ["/", "/docs/one.html"]
    assert len(alarms(fetched)) == 1
    site.calm()
    assert outcomes(run(tmp_path, source(HOST))) == {"unchanged": 1, "new": 2}


@pytest.mark.parametrize("trouble", [Failing(500), Failing(403), Reset()], ids=["500", "403", "reset"])
def test_a_host_that_fails_five_times_in_a_row_is_left_alone(net: Internet, tmp_path: Path, trouble: Trouble) -> None:
    site = net.site(HOST)
    put_up(site, *"abcdefgh")
    for name in "abcde":
        site.trouble(f"/docs/{name}.html", trouble)
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched)["not asked"] == 3
    assert not fetched.whole
    again = run(tmp_path, source(HOST))
    assert outcomes(again)["new"] == 3, "what failed is asked last"


def test_files_that_are_too_large_are_not_held_against_a_host(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, *"abcdefg")
    for name in "abcdef":
        site.page(f"/docs/{name}.html", bytes(2_000_001))
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2, "failed": 6}


def test_a_run_that_reached_nobody_says_so(net: Internet, tmp_path: Path) -> None:
    fetched = run(tmp_path, source(HOST, at_least=3))
    assert not fetched.reached
    assert not fetched.whole
    assert len(alarms(fetched)) == 1
    put_up(net.site(HOST), "one")
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2}
