"""Redirects and links: the forms of one address, the aliases of one site, and where no page can lead a crawl."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from g7data.sources.described import Crawl, Source
from tests.crawling import HOST, asked, codes, kept, outcomes, put_up, run, source, text
from tests.internet import Instead, Internet, Page, Redirect
from tests.internet.sites import index_page
from tests.internet.zeros import packed_zeros


def beginning_at(url: str) -> Source:
    """The source of `HOST`, with another index page."""
    made = source(HOST)
    assert isinstance(made.crawl, Crawl)
    return replace(made, crawl=replace(made.crawl, indexes=(url,)))


def test_a_redirect_inside_the_catalogue_is_followed(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.page("/docs/moved.html", text("moved"))
    site.trouble("/docs/one.html", Redirect("/docs/moved.html"))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 2, "moved": 1}
    assert [c.status for c in kept(tmp_path)] == [200, 301, 200]


def test_a_redirect_to_the_same_page_in_another_form_is_followed(net: Internet, tmp_path: Path) -> None:
    site, www = net.site(HOST), net.site(f"www.{HOST}")
    www.trouble("*", Redirect(f"https://{HOST}/"))
    site.page("/", index_page("Start", [("docs/index.html", "all"), ("docs/two", "two")]))
    site.page("/docs/", text("all"))
    site.page("/docs/two/", text("two"))
    site.trouble("/docs/index.html", Redirect("/docs/"))
    site.trouble("/docs/two", Redirect("/docs/two/"), times=1)
    fetched = run(tmp_path, beginning_at(f"https://www.{HOST}/"))
    assert fetched.whole
    assert sorted(c.url for c in kept(tmp_path) if c.status == 200) == [
        site.url(path) for path in ("/", "/docs/", "/docs/two/")
    ]


def test_old_links_by_http_are_asked_by_https(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST, secure=True)
    url = site.page("/docs/one.html", text("one"))
    site.page("/", index_page("Start", [(f"http://www.{HOST}:80/docs/one.html", "one"), (url, "again")]))
    net.site(f"www.{HOST}").page("/docs/one.html", text("one"))
    fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"new": 2}
    assert [each.url for each in net.requests() if "/docs/" in each.url] == [f"https://www.{HOST}/docs/one.html"]


def test_what_is_known_by_several_names_is_asked_once(net: Internet, tmp_path: Path) -> None:
    links = [(f"{scheme}://{www}{HOST}/docs/one.html", "one") for scheme in ("http", "https") for www in ("", "www.")]
    for host in (HOST, f"www.{HOST}"):
        net.site(host).page("/", index_page("Start", links))
        net.site(host).page("/docs/one.html", text("one"))
    run(tmp_path, source(HOST))
    assert len([each for each in net.requests() if "/docs/" in each.url]) == 1


def test_a_redirect_to_a_host_of_another_source_of_the_catalogue_is_followed(net: Internet, tmp_path: Path) -> None:
    site, other = net.site(HOST), net.site("g7-archive.example")
    put_up(site, "one")
    site.trouble("/docs/one.html", Redirect("https://g7-archive.example/old/one.html"))
    other.page("/", index_page("Start", []))
    other.page("/old/one.html", text("one"))
    run(tmp_path, source(HOST), source("g7-archive.example"))
    assert "https://g7-archive.example/old/one.html" in [c.url for c in kept(tmp_path) if c.status == 200]


def test_a_target_in_utf_8_is_asked_as_browsers_do(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", Redirect("/docs/erklärung eins.html".encode().decode("latin-1")))
    site.page("/docs/erkl%C3%A4rung%20eins.html", text("eins"))
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2, "moved": 1}


def test_the_body_of_a_redirect_is_not_unpacked(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    headers = (("Location", "/docs/two.html"), ("Content-Encoding", "gzip"))
    site.trouble("/docs/one.html", Instead(Page(packed_zeros("gzip", 1 << 30), headers, 301)))
    tracemalloc.start()
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2, "moved": 1}
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100_000_000


def test_never_reaches_a_private_address(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    inner = net.inner_url
    port = inner.rpartition(":")[2].strip("/")
    hidden = [
        f"http://{name}:{port}/docs/x.html"
        for name in ("localhost", "2130706433", "0x7f.1", "[::1]", "127.1", "①27.0.0.1")
    ]
    hidden += [
        f"https://{name}/docs/x.html"
        for name in ("127.0.0.1", "10.0.0.1", f"{HOST}.127.0.0.1.nip.example", f"127.0.0.1%2f.{HOST}")
    ]
    site.page(
        "/",
        f'<base href="{inner}"><a href="docs/a.html">a</a><a href="{inner}docs/b.html">b</a><iframe src="{inner}docs/c.html"></iframe>'
        f'<meta http-equiv="refresh" content="0; url={inner}docs/d.html"><a href="//127.0.0.1/docs/e.html">e</a>'
        f'<a href="https://{HOST}@127.0.0.1/docs/f.html">f</a><a href="https://{HOST}/docs/g.html">g</a>'
        f'<a href="file:///etc/passwd">h</a><a href="https://127.0.0.1\\@{HOST}/docs/i.html">i</a>'
        + "".join(f'<a href="{url}">x</a>' for url in hidden),
    )  # fmt: skip
    site.trouble("/docs/g.html", Redirect(f"{inner}docs/g.html"))
    site.robots(f"User-agent: *\nDisallow:\nSitemap: {inner}sitemap.xml\n")
    fetched = run(tmp_path, source(HOST, more="/lists/|/$|sitemap"))
    assert net.inner_requests() == []
    assert codes(fetched) == {"leaves_catalogue": 1}
    assert {each.url for each in net.requests()} == {
        f"https://{HOST}/robots.txt",
        f"https://{HOST}/",
        f"https://{HOST}/docs/g.html",
    }


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "https://localhost/x", "//[::1]/", "https://10.1.2.3/docs/a.html"]
)
def test_no_redirect_leads_to_a_private_address(net: Internet, tmp_path: Path, target: str) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", Redirect(target))
    assert codes(run(tmp_path, source(HOST))) == {"leaves_catalogue": 1}
    assert net.inner_requests() == []
    assert asked(net) == ["/", "/docs/one.html"]
