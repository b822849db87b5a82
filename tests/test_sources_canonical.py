"""One address for each page, however it is written, and the canonical address of a canonical address is itself."""

import doctest
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from g7data.sources import canonical, canonical_url
from g7data.sources.canonical import ascii_host

PARTS = st.text(st.sampled_from("ab/.%25%2fFEé。ß#?&=;+ \\:@[]0w\udc80"), max_size=25)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("http://example.org/a", "https://example.org/a"),
        ("HTTPS://WWW.Example.ORG/A", "https://example.org/A"),
        ("https://www.www.example.org/a", "https://example.org/a"),
        ("https://example.org./a", "https://example.org/a"),
        ("http://example.org:80/a", "https://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://someone:secret@example.org/a", "https://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a#annex", "https://example.org/a"),
        ("https://example.org/a/index.html", "https://example.org/a/"),
        ("https://example.org/a/Default.aspx?lang=fr", "https://example.org/a/?lang=fr"),
        ("https://example.org/a/%69ndex.html", "https://example.org/a/"),
        ("https://example.org/index.html/a", "https://example.org/index.html/a"),
        ("https://example.org/myindex.html", "https://example.org/myindex.html"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?utm_source=x&UTM_Medium=y&id=3&fbclid=z&msclkid=q", "https://example.org/a?id=3"),
        ("https://example.org/a;jsessionid=0F3A?PHPSESSID=9&id=3", "https://example.org/a?id=3"),
        ("https://example.org/a?", "https://example.org/a"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/../a/..", "https://example.org/"),
        ("https://example.org/%7Ea%2Db%c3%a9", "https://example.org/~a-b%C3%A9"),
        ("https://example.org/é ü", "https://example.org/%C3%A9%20%C3%BC"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%2541", "https://example.org/a%2541"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
    ],
)
def test_what_means_the_same_page_is_written_in_one_way(written, known):
    assert canonical_url(written) == known


@pytest.mark.parametrize("host", ["g7.utoronto.ca", "www.g7.utoronto.ca", "g8.utoronto.ca", "www.g8.utoronto.ca"])
def test_hosts_that_serve_one_site_have_one_name(host):
    assert canonical_url(f"http://{host}/summit/index.html") == "https://g7.utoronto.ca/summit/"


@pytest.mark.parametrize(
    "other", ["", "mailto:a@example.org", "file:a b.html", "https://", "https://[::1", "https://example.org:port/"]
)
def test_what_is_no_web_address_stays_as_it_is(other):
    assert canonical_url(other) == other


def test_addresses_in_old_encodings_stay_apart():
    first, second = (canonical_url(f"https://example.org/%8A{letter}") for letter in ("%B0", "%B1"))
    assert (first, second) == ("https://example.org/%8A%B0", "https://example.org/%8A%B1")


@settings(max_examples=150, deadline=None)
@given(PARTS, st.sampled_from(["http://h", "http://h/", "https://www.", "http://h.jp/?", ""]))
@example("..%2f..", "http://h/")
def test_the_canonical_address_of_a_canonical_address_is_itself(part, start):
    once = canonical_url(start + part)
    assert canonical_url(once) == once


@settings(max_examples=120, deadline=None)
@given(PARTS)
def test_what_is_canonical_is_plain(part):
    known = canonical_url(f"http://h/{part}")
    assert known.isascii()
    assert known.startswith("https://h/")
    assert not urlsplit(known).fragment


def test_a_host_that_is_none_is_refused():
    with pytest.raises(ValueError, match="too long"):
        ascii_host("ü" * 100)


def test_its_examples_hold():
    assert doctest.testmod(canonical).failed == 0
