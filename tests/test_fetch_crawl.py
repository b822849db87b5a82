"""Crawls over whole sites: what is asked, what is kept, what is asked again, and where a crawl never goes."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.crawling import alarms, codes, kept, outcomes, put_up, run, source, text
from tests.internet import (
    Bomb,
    Busy,
    CutShort,
    Drip,
    EndlessRedirects,
    Failing,
    Instead,
    Internet,
    NeverAnswers,
    Redirect,
    Reset,
    With,
    make_page,
)
from tests.internet.sites import index_page

HOST = "g7-library.example"


@pytest.fixture(scope="module")
def world() -> Iterator[Internet]:
    with Internet() as net:
        yield net


@pytest.fixture
def net(world: Internet, monkeypatch: pytest.MonkeyPatch) -> Internet:
    world.clear()
    for name, value in world.environment.items():
        monkeypatch.setenv(name, value)
    return world


def asked(net: Internet) -> list[str]:
    """The paths that were asked, robots.txt apart."""
    return [each.url.partition(HOST)[2] for each in net.requests(HOST) if not each.url.endswith("/robots.txt")]


def test_keeps_every_document_that_the_indexes_lead_to(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    urls = put_up(site, "one", "two")
    site.page(
        "/",
        index_page(
            "Start",
            [
                ("lists/a.html", "a"),
                ("docs/one.html", "one"),
                ("private/x.html", "no"),
                ("https://elsewhere.example/docs/z.html", "no"),
            ],
        ),
    )
    site.page(
        "/lists/a.html",
        index_page("a", [("../docs/two.html", "two"), ("../docs/one.html#part", "one again"), ("b.html", "b")]),
    )
    site.page("/lists/b.html", index_page("b", [("a.html", "a again"), ("../docs/two.html?utm_source=x", "two again")]))
    fetched = run(tmp_path, source(HOST))
    assert fetched.whole
    assert outcomes(fetched) == {"new": 5}
    assert asked(net) == ["/", "/lists/a.html", "/docs/one.html", "/docs/two.html", "/lists/b.html"]
    captures = {capture.url: capture for capture in kept(tmp_path)}
    assert captures[urls[0]].body == text("one").encode()
    assert captures[urls[1]].status == 200
    assert captures[urls[1]].media_type == "text/html"


def test_an_unchanged_page_is_not_sent_again(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    run(tmp_path, source(HOST))
    net.forget()
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"unchanged": 3}
    assert [each.status for each in net.requests(HOST) if "robots" not in each.url] == [304, 304, 304]
    assert len(kept(tmp_path)) == 3, "a revisit is no second capture"


def test_a_changed_page_is_kept_beside_the_old_one(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    run(tmp_path, source(HOST))
    site.change("/docs/two.html", text("another day"))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"unchanged": 2, "changed": 1}
    bodies = [c.body for c in kept(tmp_path) if c.url.endswith("/two.html")]
    assert bodies == [text("two").encode(), text("another day").encode()]


def test_a_page_without_validators_that_comes_again_is_a_revisit(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.page("/docs/one.html", text("one"), etag=False)
    run(tmp_path, source(HOST))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"unchanged": 2}
    assert len(kept(tmp_path)) == 2


def test_a_page_that_is_gone_is_recorded_and_its_last_capture_stays(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    run(tmp_path, source(HOST))
    site.remove("/docs/two.html")
    site.page("/", index_page("All documents", [("docs/one.html", "one")]))  # no link leads there any more
    fetched = run(tmp_path, source(HOST, lost_at_most=0))
    assert outcomes(fetched) == {"changed": 1, "unchanged": 1, "gone": 1}
    assert [(c.status, c.verdict) for c in kept(tmp_path) if c.url.endswith("/two.html")] == [
        (200, None),
        (404, "http_404"),
    ]
    assert any("gone at once" in alarm for alarm in alarms(fetched))


def test_robots_are_obeyed(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.robots("User-agent: *\nDisallow: /docs/two\n")
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 2, "failed": 1}
    assert codes(fetched) == {"forbidden": 1}
    assert "/docs/two.html" not in asked(net)


@pytest.mark.parametrize("trouble", [Failing(500), NeverAnswers()], ids=["fail", "never answer"])
def test_a_host_whose_robots_cannot_be_had_is_not_asked(net: Internet, tmp_path: Path, trouble: object) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/robots.txt", trouble)  # type: ignore[arg-type]
    fetched = run(tmp_path, source(HOST))
    assert asked(net) == []
    assert codes(fetched) == {"forbidden": 1}
    assert any("robots.txt" in alarm for alarm in alarms(fetched))


def test_what_passes_is_tried_again(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two", "three")
    site.trouble("/docs/one.html", Failing(500), times=1)
    site.trouble("/docs/two.html", Busy(1), times=1)
    site.trouble("/docs/three.html", Reset(), times=1)
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 4}
    assert sorted(c.url.rpartition("/")[2] for c in kept(tmp_path)) == ["", "one.html", "three.html", "two.html"]
    assert all(c.status == 200 for c in kept(tmp_path))


def test_a_host_that_wants_to_be_left_alone_is_left_alone(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", Busy(86_400))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 1, "failed": 1, "not asked": 1}
    assert codes(fetched)["asked_to_wait"] >= 1
    assert asked(net) == ["/", "/docs/one.html"]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (CutShort(), "cut_short"),
        (Drip(), "timed_out"),
        (Bomb("gzip", 100_000_000), "too_large"),
        (EndlessRedirects(), "redirects_without_end"),
        (Redirect("https://elsewhere.example/docs/x.html"), "leaves_catalogue"),
        (Redirect("http://169.254.169.254/latest/meta-data/"), "leaves_catalogue"),
        (Redirect(f"https://{HOST}:8443/docs/x.html"), "leaves_catalogue"),
        (Instead(make_page(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png", charset=None)), "wrong_type"),
        (Instead(make_page("<title>Page not found</title><h1>Page not found</h1><p>Sorry, this page does not exist.</p>")), "error_page"),
        (Instead(make_page("")), "empty_body"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)  # fmt: skip
def test_what_cannot_be_believed_is_recorded_with_its_reason(
    net: Internet, tmp_path: Path, trouble: object, code: str
) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", trouble)  # type: ignore[arg-type]
    fetched = run(tmp_path, source(HOST))
    assert fetched.whole
    assert codes(fetched) == {code: 1}
    believed = [c.url for c in kept(tmp_path) if c.verdict is None and c.status == 200]
    assert [url.rpartition("/")[2] for url in believed] == ["", "two.html"]


def test_a_page_under_a_wrong_type_or_charset_is_still_a_page(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", With({"Content-Type": "image/png"}))
    site.trouble("/docs/two.html", With({"Content-Type": "text/html; charset=utf-16"}))
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 3}


def test_a_bad_answer_leaves_the_last_good_capture_in_its_place(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.page("/docs/one.html", text("one", paragraphs=60))
    run(tmp_path, source(HOST))
    site.change("/docs/one.html", text("one", paragraphs=3))
    fetched = run(tmp_path, source(HOST))
    assert codes(fetched) == {"much_shorter": 1}
    net.forget()
    site.change("/docs/one.html", text("one", paragraphs=60))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"unchanged": 2}, "the good capture is still what pages are compared with"


def test_never_reaches_a_private_address(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    inner = net.inner_url
    site.page(
        "/",
        f'<base href="{inner}"><a href="docs/a.html">a</a><a href="{inner}docs/b.html">b</a><iframe src="{inner}docs/c.html"></iframe>'
        f'<meta http-equiv="refresh" content="0; url={inner}docs/d.html"><a href="//127.0.0.1/docs/e.html">e</a>'
        f'<a href="https://{HOST}@127.0.0.1/docs/f.html">f</a><a href="https://{HOST}/docs/g.html">g</a>',
    )
    site.trouble("/docs/g.html", Redirect(f"{inner}docs/g.html"))
    site.robots(f"User-agent: *\nDisallow:\nSitemap: {inner}sitemap.xml\n")
    fetched = run(tmp_path, source(HOST))
    assert net.inner_requests() == []
    assert codes(fetched) == {"leaves_catalogue": 1}
    assert {each.url for each in net.requests()} == {
        f"https://{HOST}/robots.txt",
        f"https://{HOST}/",
        f"https://{HOST}/docs/g.html",
    }


def test_a_limit_is_kept_and_the_next_run_goes_on(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, *"abcdefgh")
    first = run(tmp_path, source(HOST), limit=4)
    assert not first.whole
    assert outcomes(first)["new"] == 4
    second = run(tmp_path, source(HOST))
    assert second.whole
    assert second.resumed == 4
    assert len(asked(net)) == len(set(asked(net))) == 9
    assert len(kept(tmp_path)) == 9


def test_hosts_are_asked_side_by_side_each_at_its_own_pace(net: Internet, tmp_path: Path) -> None:
    hosts = [f"g7-{n}.example" for n in range(3)]
    for host in hosts:
        put_up(net.site(host), "one", "two")
    fetched = run(tmp_path, *(source(host, delay=0.3) for host in hosts))
    assert outcomes(fetched) == {"new": 9}
    for host in hosts:
        times = sorted(each.at for each in net.requests(host))
        assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))
    assert fetched.seconds < 3 * 3 * 0.3 + 2, "one after the other would take three times as long"


def test_a_source_under_its_floor_is_an_alarm(net: Internet, tmp_path: Path) -> None:
    put_up(net.site(HOST), "one")
    fetched = run(tmp_path, source(HOST, at_least=10))
    assert alarms(fetched) == ["1 documents are known, at least 10 should be"]


def test_a_redirect_inside_the_catalogue_is_followed(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.page("/docs/moved.html", text("moved"))
    site.trouble("/docs/one.html", Redirect("/docs/moved.html"))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 2, "moved": 1}
    assert [c.status for c in kept(tmp_path)] == [200, 301, 200]
