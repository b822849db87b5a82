"""Crawls over whole sites: what is asked, what is kept, what is asked again, and what comes of answers not to be believed."""

import os
from pathlib import Path

import pytest

from tests.crawling import HOST, alarms, asked, codes, kept, outcomes, put_up, run, source, text
from tests.internet import (
    Bomb,
    CutShort,
    Drip,
    EndlessRedirects,
    Failing,
    Instead,
    Internet,
    Redirect,
    Trouble,
    With,
    make_page,
)
from tests.internet.sites import index_page


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


def test_a_document_that_is_not_due_is_not_asked(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two", "moved")
    site.page("/docs/here.html", text("here"))
    site.trouble("/docs/moved.html", Redirect("/docs/here.html"))
    site.remove("/docs/two.html")
    first = run(tmp_path, source(HOST))
    assert outcomes(first) == {"new": 3, "moved": 1, "missing": 1}
    net.forget()
    fetched = run(tmp_path, source(HOST), everything=False)
    assert outcomes(fetched) == {"unchanged": 1, "not due": 4}
    assert asked(net) == ["/"]


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


def test_the_same_page_under_a_new_validator_is_asked_by_that_one(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    run(tmp_path, source(HOST))
    site.page("/docs/one.html", text("one"), etag="another")
    assert outcomes(run(tmp_path, source(HOST))) == {"unchanged": 2}
    net.forget()
    assert outcomes(run(tmp_path, source(HOST))) == {"unchanged": 2}
    assert sum(each.sent for each in net.requests(HOST) if "robots" not in each.url) == 0


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
    assert ["gone at once" in alarm for alarm in alarms(fetched)] == [True]
    again = run(tmp_path, source(HOST, lost_at_most=0))
    assert outcomes(again) == {"unchanged": 2, "gone before": 1}
    assert alarms(again) == [], "what was gone before is not lost again"


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (CutShort(), "cut_short"),
        (CutShort(chunked=True), "cut_short"),
        (Drip(), "timed_out"),
        (Bomb("gzip", 100_000_000), "too_large"),
        (EndlessRedirects(), "redirects_without_end"),
        (Redirect("https://elsewhere.example/docs/x.html"), "leaves_catalogue"),
        (Redirect("http://169.254.169.254/latest/meta-data/"), "leaves_catalogue"),
        (Redirect(f"https://{HOST}:8443/docs/x.html"), "leaves_catalogue"),
        (Redirect("http://[no address"), "leaves_catalogue"),
        (Redirect("/private/x.html"), "forbidden"),
        (Redirect("/docs/one.html"), "redirects_without_end"),
        (Instead(make_page(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png", charset=None)), "wrong_type"),
        (Instead(make_page("<title>Page not found</title><h1>Page not found</h1><p>Sorry, this page does not exist.</p>")), "error_page"),
        (Instead(make_page("")), "empty_body"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)  # fmt: skip
def test_what_cannot_be_believed_is_recorded_with_its_reason(
    net: Internet, tmp_path: Path, trouble: Trouble, code: str
) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", trouble)
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
    assert net.requests(HOST)[-1].status == 304, "and what is asked for by its validators"


def test_an_answer_that_nothing_changed_is_not_believed_of_a_page_that_is_not_there(
    net: Internet, tmp_path: Path
) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", Failing(304))
    assert codes(run(tmp_path, source(HOST))) == {"http_304": 1}


@pytest.mark.parametrize("trouble", [Failing(500), Instead(make_page("")), CutShort()], ids=["500", "empty", "cut"])
def test_an_index_that_is_broken_leads_where_it_led_before(net: Internet, tmp_path: Path, trouble: Trouble) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.page("/", index_page("Start", [("lists/a.html", "a")]))
    site.page("/lists/a.html", index_page("a", [("../docs/one.html", "one")]))
    run(tmp_path, source(HOST))
    site.trouble("/", trouble)
    site.page("/docs/two.html", text("two"))
    site.page("/lists/a.html", index_page("a", [("../docs/one.html", "one"), ("../docs/two.html", "two")]))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched)["new"] == 1
    assert "/docs/two.html" in asked(net)


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


def test_a_limit_is_one_for_all_sources(net: Internet, tmp_path: Path) -> None:
    hosts = [f"g7-{n}.example" for n in range(3)]
    for host in hosts:
        put_up(net.site(host), *"abc")
    assert outcomes(run(tmp_path, *map(source, hosts), limit=5))["new"] == 5
    assert outcomes(run(tmp_path, *map(source, hosts))) == {"fetched before": 5, "new": 7}


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_a_crawl_that_was_broken_off_goes_where_redirects_and_documents_lead(
    net: Internet, tmp_path: Path, limit: int
) -> None:
    site = net.site(HOST)
    site.page("/", index_page("Start", [("docs/old/index.html", "old")]))
    site.trouble("/docs/old/index.html", Redirect("/docs/old/"))  # the same page in another form
    site.page("/docs/old/", text("old").replace("</body>", '<a href="../annex.html">annex</a></body>'))
    site.page("/docs/annex.html", text("annex"))
    run(tmp_path, source(HOST), limit=limit)
    site.page("/", index_page("Start, edited", [("docs/old/", "old")]))
    run(tmp_path, source(HOST))
    assert sorted(asked(net)) == ["/", "/docs/annex.html", "/docs/old/", "/docs/old/index.html"]
    assert sorted(c.url for c in kept(tmp_path) if c.status == 200) == [
        site.url(path) for path in ("/", "/docs/annex.html", "/docs/old/")
    ]


def test_a_source_under_its_floor_is_an_alarm(net: Internet, tmp_path: Path) -> None:
    put_up(net.site(HOST), "one")
    assert alarms(run(tmp_path, source(HOST, at_least=10))) == [
        "1 document is known, at least 10 should be: see whether its index pages still list them"
    ]


def test_a_page_with_very_many_links_is_an_index_like_any_other(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    site.page("/", index_page("Start", ((f"docs/{n}.html", str(n)) for n in range(20_000))))
    site.page("/docs/0.html", text("0"))
    assert outcomes(run(tmp_path, source(HOST), limit=2)) == {"new": 2}


@pytest.mark.parametrize("known", [True, False])
def test_an_index_whose_capture_is_damaged_is_asked_as_if_it_were_new(
    net: Internet, tmp_path: Path, known: bool
) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    path = run(tmp_path, source(HOST)).path
    before, damaged = path.stat(), bytearray(path.read_bytes())
    damaged[len(damaged) // 8 :] = bytes(len(damaged) - len(damaged) // 8)
    path.chmod(0o644)
    path.write_bytes(damaged)
    if known:  # nothing shows that the file is not what it was
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == ({"new": 1, "unchanged": 2} if known else {"new": 3})


def test_an_index_that_is_not_there_is_told(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    assert codes(run(tmp_path, source(HOST, indexes=("/", "/lists/old.html")))) == {"http_404": 1}
    site.remove("/")
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"doubted": 1, "unchanged": 1}, "and what it led to is asked all the same"
    assert codes(fetched) == {"http_404": 1}
