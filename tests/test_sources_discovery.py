"""Where pages lead to: links of HTML as browsers follow them, sitemaps and feeds of every kind, and nothing that harms."""

import doctest
import gzip
from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.fetch import addresses, feeds
from g7data.fetch.addresses import absolute
from g7data.fetch.discovery import Discovered, discover
from g7data.fetch.feeds import read_time
from g7data.sources import canonical_url
from tests.linear_time import assert_quick

PAGE = "https://www.example.org/g7/index.html"


def html(source, charset="utf-8", url=PAGE):
    return discover(source.encode(charset), "text/html", charset, url)


def addresses_of(source, charset="utf-8"):
    return [found.address for found in html(source, charset)]


def xml(source, url=PAGE):
    return discover(source.encode(), "application/xml", None, url)


def test_links_come_in_order_each_once_with_the_words_they_are_known_by():
    found = html(
        '<a href="b.html">The  <b>communiqué</b></a> <a href="/c.pdf#page=2"><img alt="As a file"></a>'
        '<a href="../g7/b.html?utm_source=menu">again</a>'
    )
    assert found == [
        Discovered(
            "https://example.org/g7/b.html", "The communiqué", None, "https://www.example.org/g7/b.html"
        ),
        Discovered("https://example.org/c.pdf", "As a file", None, "https://www.example.org/c.pdf"),
    ]  # fmt: skip


def test_of_two_links_to_one_page_the_one_with_words_counts_and_the_place_of_the_first():
    found = html('<a href="a.html"></a><a href="b.html">B</a><a href="a.html">A</a>')
    assert [(link.text, link.url[-6:]) for link in found] == [("A", "a.html"), ("B", "b.html")]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="x.html">x</a>',
        '<area href="x.html">',
        '<frameset><frame src="x.html"></frameset>',
        '<noframes><a href="x.html">x</a></noframes>',
        '<iframe src="x.html"></iframe>',
        '<link rel="alternate" hreflang="fr" href="x.html">',
        '<link rel="next" href="x.html">',
        '<meta http-equiv="Refresh" content="0;URL=x.html">',
        "<meta http-equiv='refresh' content=\"3; url='x.html'\">",
        '<a href="x.html" rel="nofollow">x</a>',
        '<noscript><a href="x.html">x</a></noscript>',
        '<a href="x.html">never closed',
        "<A HREF=x.html>x</A",
        '<table><a href="x.html"><tr></b><td>',
    ],
)
def test_all_that_leads_on_is_a_link(markup):
    assert addresses_of(markup) == ["https://www.example.org/g7/x.html"]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="javascript:open()">x</a>',
        '<a href=" JavaScript:open()">x</a>',
        '<a href="mailto:press@example.org">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="tel:+1">x</a>',
        '<a href="ftp://example.org/x">x</a>',
        '<a href="#top">x</a>',
        '<a href="">x</a>',
        '<a href="/g7/">this page</a>',
        '<a href="http://[::1">x</a>',
        '<a href="http://example.org:99999/">x</a>',
        '<a name="x">x</a>',
        '<!-- <a href="x.html">x</a> -->',
        '<script>"<a href=x.html>"</script>',
        '<link rel="stylesheet" href="x.css">',
        '<meta http-equiv="refresh" content="300">',
        '<img src="x.png">',
    ],
)
def test_what_leads_nowhere_on_the_web_is_none(markup):
    assert html(markup) == []


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("\n  a\n.html\t", "https://www.example.org/g7/a.html"),
        ("a b.html", "https://www.example.org/g7/a%20b.html"),
        ("a.html?x=1&amp;y=2", "https://www.example.org/g7/a.html?x=1&y=2"),
        ("Erkl&auml;rung", "https://www.example.org/g7/Erkl%C3%A4rung"),
        ("already%20done%C3%A9", "https://www.example.org/g7/already%20done%C3%A9"),
        ("..\\a.html", "https://www.example.org/a.html"),
        ("../../../a.html", "https://www.example.org/a.html"),
        ("//other.example/a", "https://other.example/a"),
        ("?page=2", "https://www.example.org/g7/index.html?page=2"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("https://me:secret@example.org/a", "https://example.org/a"),
        ("./a:b.html", "https://www.example.org/g7/a:b.html"),
    ],
)
def test_links_are_read_as_browsers_read_them(link, address):
    assert addresses_of(f'<a href="{link}">x</a>') == [address]


def test_a_query_is_written_in_the_encoding_of_its_page():
    link = '<meta charset="shift_jis"><a href="検?q=検">x</a>'
    assert addresses_of(link, "shift_jis") == ["https://www.example.org/g7/%E6%A4%9C?q=%8C%9F"]


def test_the_base_of_a_page_counts_for_all_its_links():
    assert addresses_of('<a href="a">x</a><base href="/docs/"><base href="/no/">') == [
        "https://www.example.org/docs/a"
    ]  # fmt: skip


def test_a_sitemap_gives_pages_and_their_last_change():
    found = xml(
        '<?xml version="1.0" encoding="UTF-8"?><!-- made <b>by</b> hand --><urlset xmlns="s" xmlns:image="i" xmlns:xhtml="h">'
        "<url><loc> https://example.org/a?x=1&amp;y=2 </loc><lastmod>2024-06-14T10:00:00+09:00</lastmod>"
        "<image:image><image:loc>https://example.org/a.png</image:loc></image:image>"
        '<xhtml:link rel="alternate" hreflang="fr" href="https://example.org/fr/a"/></url>'
        "<url><loc>https://example.org/b</loc><lastmod>soon</lastmod></url></urlset>"
    )
    assert [(link.address, link.changed) for link in found] == [
        ("https://example.org/a?x=1&y=2", datetime(2024, 6, 14, 1, tzinfo=UTC)),
        ("https://example.org/fr/a", None),
        ("https://example.org/b", None),
    ]


def test_a_sitemap_index_gives_sitemaps():
    found = xml("<sitemapindex><sitemap><loc>/s1.xml.gz</loc><lastmod>2024</lastmod></sitemap></sitemapindex>")
    assert [link.address for link in found] == ["https://www.example.org/s1.xml.gz"]


RSS = (
    '<rss version="0.91"><channel><title>All</title><link>https://example.org/</link>'
    "<item><title>A&nbsp;&amp;lt;b&amp;gt;first&amp;lt;/b&amp;gt; & <![CDATA[<i>second</i>]]></title><link>/a?x=1&y=2</link>"
    "<pubDate>Fri, 14 Jun 2024 10:00:00 -0400</pubDate></item>"
    "<item><guid>https://example.org/b</guid></item>"
    '<item><guid isPermaLink="false">https://example.org/none</guid></item><item><guid>17</guid></item>'
    "</channel></rss>"
)


def test_rss_gives_items_even_where_it_is_badly_written():
    assert xml(RSS) == [
        Discovered(
            "https://example.org/a?x=1&y=2", "A first & second", datetime(2024, 6, 14, 14, tzinfo=UTC), "https://www.example.org/a?x=1&y=2"
        ),
        Discovered("https://example.org/b", "", None, "https://example.org/b"),
    ]  # fmt: skip


def test_rdf_gives_items():
    found = xml(
        '<rdf:RDF xmlns:rdf="r" xmlns="p" xmlns:dc="d"><channel rdf:about="https://example.org/"/>'
        '<item rdf:about="https://example.org/a"><title>A</title><dc:date>2024-03-01T12:00+09:00</dc:date></item></rdf:RDF>'
    )
    assert found == [
        Discovered("https://example.org/a", "A", datetime(2024, 3, 1, 3, tzinfo=UTC), "https://example.org/a")
    ]


def test_atom_gives_entries_by_their_own_base_and_the_last_of_their_times():
    found = xml(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/base/"><link href="/"/><entry>'
        '<title type="xhtml"><div>A <b>title</b></div></title><link rel="self" href="self"/><link href="a"/>'
        "<published>2024-01-01T00:00:00Z</published><updated>2024-02-01T00:00:00Z</updated></entry></feed>"
    )
    assert found == [
        Discovered("https://example.org/base/a", "A title", datetime(2024, 2, 1, tzinfo=UTC), "https://example.org/base/a")
    ]  # fmt: skip


def test_what_stands_before_a_break_counts():
    assert [link.url for link in xml("<urlset><url><loc>https://example.org/a</loc></url><url><loc>https://exa")] == [
        "https://example.org/a"
    ]


@pytest.mark.parametrize("media_type", ["application/x-gzip", "application/octet-stream", "text/xml"])
def test_a_packed_sitemap_is_unpacked_whatever_it_is_called(media_type):
    packed = gzip.compress(b"<urlset><url><loc>https://example.org/a</loc>") + gzip.compress(b"</url></urlset>")
    assert [link.url for link in discover(packed, media_type, None, PAGE)] == ["https://example.org/a"]


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", ""])
def test_a_feed_is_known_by_its_first_element(media_type):
    assert len(discover(RSS.encode(), media_type, None, PAGE)) == 2


def test_a_list_of_addresses_is_a_sitemap_too():
    body = b"https://example.org/a\r\nnot https://example.org/b\r\n https://example.org/c \r\n"
    assert [link.url[-1] for link in discover(body, "text/plain", None, PAGE)] == ["a", "c"]


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/json", "application/xml"])
def test_other_files_lead_nowhere(media_type):
    assert discover(b"%PDF-1.4 <a href='x.html'>x</a>", media_type, None, PAGE) == []


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "b">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "https://example.org/a.dtd"> %a;',
    ],
)
def test_a_file_that_declares_entities_is_not_read(declared):
    assert xml(f"<!DOCTYPE x [{declared}]><urlset><url><loc>https://example.org/&a;</loc></url></urlset>") == []


def test_a_packed_bomb_is_not_unpacked():
    bomb = gzip.compress(b"<urlset><url><loc>https://example.org/a</loc></url>" + bytes(51_000_000))
    assert assert_quick(lambda: discover(bomb, "application/gzip", None, PAGE), 5) == []


@pytest.mark.parametrize(
    ("written", "time_"),
    [
        ("2024-06-14", "2024-06-14T23:59:59+00:00"),
        ("2023-02", "2023-02-28T23:59:59+00:00"),
        ("2024", "2024-12-31T23:59:59+00:00"),
        ("2024-06-14T10:00:00Z", "2024-06-14T10:00:00+00:00"),
        ("2024-06-14T10:00:00.25-04:00", "2024-06-14T14:00:00.250000+00:00"),
        ("2024-06-14T10:00", "2024-06-14T10:00:00+00:00"),
        ("Fri, 14 Jun 2024 10:00:00 GMT", "2024-06-14T10:00:00+00:00"),
        ("14 Jun 24 10:00 EST", "2024-06-14T15:00:00+00:00"),
    ],
)
def test_times_are_read_in_utc(written, time_):
    read = read_time(written)
    assert read is not None
    assert read.isoformat() == time_


@pytest.mark.parametrize(
    "written", ["", "soon", "2024-13-01", "0000", "0001-01-01T00:00:00+14:00", "Fri, 99 Jun 2024 10:00:00"]
)
def test_what_is_no_time_is_none(written):
    assert read_time(written) is None


@pytest.mark.parametrize(
    "page",
    [
        "".join(f'<p><a href="{n}.html">Link {n}</a></p>' for n in range(100_000)),
        "<a href=x><object>" * 20_000 + "end",
        "<a href=" * 100_000,
        "<urlset>" + "<url>" * 100_000,
        "<rss><item><title>" + "&" * 300_000,
        "<!--" * 100_000,
        "https://" + "a/../" * 100_000,
    ],
    ids=["links", "nested", "broken", "deep", "ampersands", "remarks", "steps"],
)
def test_large_pages_are_read_in_linear_time(page):
    for media_type in ("text/html", "text/plain"):
        assert_quick(partial(discover, page.encode(), media_type, None, PAGE), 10)


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            '<a href="|<a href=x>|</a>|<base href=|<meta http-equiv=refresh content="0;url=|<rss>|<item>|<link>|</link>|<urlset>|'
            "<url>|<loc>|</loc>|</url>|<title>|<![CDATA[|]]>|&amp;|&#0;|\">|'|<lastmod>|xml:base='|<feed>|<entry>|<?xml".split(
                "|"
            )
        ),
        st.text(max_size=8),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=200), MARKUP.map(lambda text: text.encode(errors="replace"))),
       st.sampled_from(["text/html", "text/xml", "text/plain", "", "application/pdf"]),
       st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "nonsense"]))  # fmt: skip
def test_whatever_comes_every_address_found_is_one_of_the_web(body, media_type, charset):
    found = discover(body, media_type, charset, PAGE)
    assert len({link.url for link in found}) == len(found)
    for link in found:
        assert link.address.startswith(("http://", "https://"))
        assert link.address.isascii()
        assert "#" not in link.address
        assert link.url == canonical_url(link.address)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=60))
def test_the_address_of_an_address_is_itself(link):
    address = absolute(PAGE, link)
    assert address is None or absolute(PAGE, address) == address


@pytest.mark.parametrize("module", [addresses, feeds])
def test_its_examples_hold(module):
    assert doctest.testmod(module).failed == 0
