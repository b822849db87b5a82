"""The internet in a box does what tests of the fetcher rely on: each kind of answer and trouble, seen by plain `requests`."""

import gzip
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import requests

from tests import internet
from tests.internet import Internet, Site, Trouble, make_page
from tests.internet.internet import ServerFailed
from tests.internet.sites import SAMPLES, NumberedPages, large_site, sample_sites
from tests.internet.zeros import packed_zeros
from tests.linear_time import assert_quick

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "us-dev.warc.gz"
TEXT = "<p>We, the ministers, met in Lisbon.</p>"
HOST = "g7-centre.example"
BROKEN = (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError)


@pytest.fixture
def site(net: Internet) -> Site:
    return net.site(HOST)


@pytest.fixture
def client(net: Internet) -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


@pytest.fixture
def page(site: Site) -> str:
    return site.page("/a.html", TEXT, last_modified=datetime(2024, 3, 15, 12, tzinfo=UTC))


def meet(site: Site, trouble: Trouble, times: int | None = None) -> None:
    site.trouble("/a.html", trouble, times)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_is_served_under_its_real_name(scheme: str, site: Site, page: str, client: requests.Session) -> None:
    answer = client.get(site.url("/a.html", scheme))
    assert (answer.status_code, answer.text) == (200, TEXT)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_connections_are_kept(scheme: str, net: Internet, site: Site, page: str, client: requests.Session) -> None:
    for _ in range(5):
        client.get(site.url("/a.html", scheme))
    assert len({asked.connection for asked in net.requests()}) == 1


def test_requests_sent_in_one_go_are_answered_in_order(net: Internet, site: Site) -> None:
    for number in (1, 2, 3):
        site.page(f"/{number}", f"<p>{number}</p>")
    site.trouble("/2", internet.Late(0.05))
    line = "GET http://{0}/{1} HTTP/1.1\r\nHost: {0}\r\nConnection: {2}\r\n\r\n"
    orders = [line.format(HOST, number, "close" if number == 3 else "keep-alive") for number in (1, 2, 3)]
    answer = by_socket(net, "".join(orders).encode())
    assert [answer.index(f"<p>{number}</p>".encode()) for number in (1, 2, 3)] == sorted(
        answer.index(f"<p>{number}</p>".encode()) for number in (1, 2, 3)
    )


def test_a_name_without_a_site_does_not_resolve(net: Internet, client: requests.Session) -> None:
    assert client.get("http://nowhere.example/").status_code == 502
    with pytest.raises(requests.exceptions.ProxyError, match="502"):
        client.get("https://nowhere.example/")
    assert [(asked.method, asked.url) for asked in net.requests("nowhere.example")] == [
        ("GET", "http://nowhere.example/"),
        ("CONNECT", "https://nowhere.example/"),
    ]


def test_a_site_goes_down_and_comes_back(site: Site, page: str, client: requests.Session) -> None:
    plain = site.url("/a.html", "http")
    site.down()
    assert client.get(plain).status_code == 502
    site.up()
    assert client.get(plain).status_code == 200


def test_a_host_with_another_port_is_another_site(net: Internet, client: requests.Session) -> None:
    net.site(HOST).page("/", "usual")
    net.site(f"{HOST}:8443").page("/", "other")
    assert client.get(f"https://{HOST}:443/").text == "usual"
    assert client.get(f"https://{HOST}:8443/").text == "other"


def test_a_secure_site_sends_plain_requests_to_https(net: Internet, client: requests.Session) -> None:
    url = net.site(HOST, secure=True).page("/a?b=1", TEXT)
    answer = client.get(url.replace("https", "http"))
    assert (answer.url, answer.text) == (url, TEXT)


def test_a_certificate_may_be_of_another_name(net: Internet, client: requests.Session) -> None:
    url = net.site(HOST, certificate="other.example").page("/", TEXT)
    with pytest.raises(requests.exceptions.SSLError):
        client.get(url)


def test_the_authority_is_not_trusted_by_itself(
    page: str, client: requests.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(requests.exceptions.SSLError):
        client.get(page)


def test_the_log_tells_what_was_asked(net: Internet, page: str, client: requests.Session) -> None:
    before = time.time()
    client.get(page, headers={"X-Mark": "yes"})
    client.head(page)
    first, second = net.requests()
    assert (first.method, first.url, first.status, first.sent) == ("GET", page, 200, len(TEXT))
    assert first.headers["x-mark"] == "yes"
    assert first.ended is not None
    assert before <= first.at <= first.ended <= time.time()
    assert (second.method, second.status, second.sent) == ("HEAD", 200, 0)
    net.forget()
    assert net.requests() == []


def test_what_is_not_there_is_404(site: Site, page: str, client: requests.Session) -> None:
    assert client.get(site.url("/b.html")).status_code == 404
    assert client.get(site.url("/robots.txt")).status_code == 404
    site.remove("/a.html")
    assert client.get(page).status_code == 404


def test_robots_are_served_as_plain_text(site: Site, client: requests.Session) -> None:
    site.robots("User-agent: *\nDisallow: /private/\n")
    answer = client.get(site.url("/robots.txt"))
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text.endswith("/private/\n")


@pytest.mark.parametrize("path", ["/über uns.html", "/a b?c=d e", "/%7Euser/"])
def test_paths_are_found_however_they_are_written(path: str, site: Site, client: requests.Session) -> None:
    site.page(path, TEXT)
    assert client.get(site.url(path)).text == TEXT


def test_bytes_are_sent_as_they_are(site: Site, client: requests.Session) -> None:
    body = "Déclaration".encode("latin-1")
    assert client.get(site.page("/a", body)).content == body
    assert client.get(site.page("/b", b"%PDF-1.7", "application/pdf")).headers["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_sites_are_for_reading(method: str, page: str, client: requests.Session) -> None:
    assert client.request(method, page, data="something").status_code == 405
    assert client.get(page).status_code == 200


# What a client has already


def test_an_etag_saves_the_body(net: Internet, page: str, client: requests.Session) -> None:
    etag = client.get(page).headers["ETag"]
    for tags in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = client.get(page, headers={"If-None-Match": tags})
        assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", etag)
        assert "Content-Length" not in answer.headers
    assert [asked.sent for asked in net.requests()] == [len(TEXT), 0, 0, 0, 0]


def test_a_date_saves_the_body(page: str, client: requests.Session) -> None:
    date = client.get(page).headers["Last-Modified"]
    earlier = "Thu, 14 Mar 2024 12:00:00 GMT"
    statuses = [client.get(page, headers={"If-Modified-Since": d}).status_code for d in (date, earlier, "yesterday")]
    assert statuses == [304, 200, 200]


def test_an_etag_goes_before_a_date(page: str, client: requests.Session) -> None:
    date = client.get(page).headers["Last-Modified"]
    assert client.get(page, headers={"If-None-Match": '"other"', "If-Modified-Since": date}).status_code == 200


def test_a_changed_page_is_sent_again(site: Site, page: str, client: requests.Session) -> None:
    first = client.get(page)
    site.change("/a.html", "<p>We met again.</p>")
    etag, date = first.headers["ETag"], first.headers["Last-Modified"]
    assert client.get(page, headers={"If-None-Match": etag}).text == "<p>We met again.</p>"
    assert client.get(page, headers={"If-Modified-Since": date}).text == "<p>We met again.</p>"


def test_a_page_may_have_no_validator(site: Site, client: requests.Session) -> None:
    url = site.page("/a", TEXT, etag=None)
    assert "ETag" not in client.get(url).headers
    assert client.get(url, headers={"If-None-Match": "*"}).status_code == 200


def test_an_etag_of_ones_own(site: Site, client: requests.Session) -> None:
    assert client.get(site.page("/a", TEXT, etag='W/"7"')).headers["ETag"] == 'W/"7"'
    assert client.get(site.page("/b", TEXT, etag="7")).headers["ETag"] == '"7"'


# Codings


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_page_is_coded_for_clients_that_accept_it(
    coding: str, net: Internet, site: Site, client: requests.Session
) -> None:
    url = site.page("/a", TEXT * 100, coding=coding)
    answer = client.get(url, headers={"Accept-Encoding": coding})
    assert (answer.text, answer.headers["Content-Encoding"]) == (TEXT * 100, coding)
    assert "Content-Encoding" not in client.get(url, headers={"Accept-Encoding": "identity"}).headers
    assert [asked.sent < 500 for asked in net.requests()] == [True, False]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate", "br"])
def test_a_coding_that_nobody_asked_for(coding: str, site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Coded(coding))
    answer = client.get(page, headers={"Accept-Encoding": "identity"})
    assert answer.headers["Content-Encoding"] == coding.removeprefix("raw-")
    assert answer.text == TEXT


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_bomb_is_small_on_the_wire(
    coding: str, net: Internet, site: Site, page: str, client: requests.Session
) -> None:
    size = 1 << 26
    meet(site, internet.Bomb(coding, size))
    with client.get(page, stream=True) as answer:
        got = sum(map(len, answer.iter_content(1 << 20)))
    assert got == size
    assert net.requests()[0].sent < size / 900


def test_a_bomb_of_a_gigabyte_is_a_megabyte_and_made_at_once() -> None:
    packed = assert_quick(lambda: packed_zeros("gzip", 1 << 30), 20)
    assert len(packed) < 1_100_000
    assert gzip.decompress(packed_zeros("gzip", 1 << 22)) == bytes(1 << 22)


# Troubles


def test_a_trouble_comes_as_often_as_it_is_told(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Failing(500), 1)
    meet(site, internet.Failing(503), 2)
    assert [client.get(page).status_code for _ in range(5)] == [500, 503, 503, 200, 200]


def test_a_trouble_stays_until_it_is_calmed(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Failing(503))
    assert [client.get(page).status_code for _ in range(3)] == [503] * 3
    site.calm("/a.html")
    assert client.get(page).status_code == 200


def test_a_trouble_may_befall_any_path(site: Site, page: str, client: requests.Session) -> None:
    site.trouble("*", internet.Failing(503), 1)
    assert [client.get(page).status_code for _ in range(2)] == [503, 200]


def test_too_many_requests_in_seconds_and_as_a_date(site: Site, page: str, client: requests.Session) -> None:
    later = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
    meet(site, internet.Busy(3), 1)
    meet(site, internet.Busy(later, status=503), 1)
    meet(site, internet.Busy("soon"), 1)
    first, second, third = (client.get(page) for _ in range(3))
    assert (first.status_code, first.headers["Retry-After"]) == (429, "3")
    assert (second.status_code, parsedate_to_datetime(second.headers["Retry-After"])) == (503, later)
    assert third.headers["Retry-After"] == "soon"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_connection_reset_before_anything_came(scheme: str, site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Reset(), 1)
    with pytest.raises(requests.exceptions.ConnectionError):
        client.get(site.url("/a.html", scheme))
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_connection_reset_in_the_middle(scheme: str, site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Reset(middle=True))
    with client.get(site.url("/a.html", scheme), stream=True) as answer:
        assert answer.status_code == 200
        with pytest.raises(BROKEN):
            assert answer.content


def test_a_reset_is_a_reset_and_no_end(net: Internet, site: Site, page: str) -> None:
    meet(site, internet.Reset(middle=True))
    with pytest.raises(ConnectionResetError):
        by_socket(net, plain_get("/a.html"))


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_body_cut_short(
    chunked: bool, scheme: str, net: Internet, site: Site, page: str, client: requests.Session
) -> None:
    meet(site, internet.CutShort(chunked=chunked))
    with pytest.raises(BROKEN):
        client.get(site.url("/a.html", scheme))
    assert net.requests()[0].sent == len(TEXT) // 2


@pytest.mark.parametrize("head", [False, True])
def test_a_page_that_drips(head: bool, site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Drip(0.001, head=head))
    begun = time.monotonic()
    answer = client.get(page, timeout=5)
    assert (answer.status_code, answer.text) == (200, TEXT)
    assert time.monotonic() - begun > 0.001 * (len(TEXT) + 100 * head)


def test_a_page_that_drips_is_not_stopped_by_a_timeout_for_each_read(
    site: Site, page: str, client: requests.Session
) -> None:
    meet(site, internet.Drip(0.02, head=False))
    begun = time.monotonic()
    assert client.get(page, timeout=0.3).text == TEXT
    assert time.monotonic() - begun > 0.3


def test_nothing_is_answered(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.NeverAnswers(), 1)
    meet(site, internet.NeverAnswers(after_head=True), 1)
    with pytest.raises(requests.exceptions.ReadTimeout):
        client.get(page, timeout=0.2)
    with pytest.raises(requests.exceptions.ConnectionError, match="timed out"):
        client.get(page, timeout=0.2)
    assert client.get(page, timeout=5).status_code == 200


def test_a_client_that_hangs_up_ends_the_trouble(
    net: Internet, site: Site, page: str, client: requests.Session
) -> None:
    meet(site, internet.Endless())
    with client.get(page, stream=True) as answer:
        assert next(answer.iter_content(1000))
    time.sleep(0.1)
    sent = net.requests()[0].sent
    time.sleep(0.1)
    assert net.requests()[0].sent == sent


@pytest.mark.parametrize("length", [None, 3_000_000])
def test_a_body_without_end_or_of_any_length(
    length: int | None, site: Site, page: str, client: requests.Session
) -> None:
    meet(site, internet.Endless(length))
    got = 0
    with client.get(page, stream=True) as answer:
        for piece in answer.iter_content(100_000):
            got += len(piece)
            if got >= 5_000_000:
                break
    assert got == length or (length is None and got >= 5_000_000)


@pytest.mark.parametrize("trouble", [internet.EndlessRedirects(), internet.Redirect("/a.html")])
def test_redirects_without_end(
    trouble: Trouble, net: Internet, site: Site, page: str, client: requests.Session
) -> None:
    meet(site, trouble)
    client.max_redirects = 10
    with pytest.raises(requests.exceptions.TooManyRedirects):
        client.get(page)
    assert len({asked.url for asked in net.requests()}) == (1 if isinstance(trouble, internet.Redirect) else 11)


@pytest.mark.parametrize("to", ["b.html", "/b.html", "../b.html", f"//{HOST}/b.html", f"https://{HOST}/b.html"])
def test_a_redirect_is_sent_as_it_is_told(to: str, site: Site, page: str, client: requests.Session) -> None:
    site.page("/b.html", "b")
    meet(site, internet.Redirect(to, 308))
    answer = client.get(page)
    assert answer.history[0].status_code == 308
    assert answer.history[0].headers["Location"] == to
    assert answer.text == "b"


def test_a_redirect_to_another_host(net: Internet, site: Site, page: str, client: requests.Session) -> None:
    there = net.site("elsewhere.example").page("/", "elsewhere")
    meet(site, internet.Redirect(there))
    assert client.get(page).text == "elsewhere"


def test_private_addresses_are_reached_and_told(net: Internet, site: Site, page: str, client: requests.Session) -> None:
    for to in (net.inner_url, "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "https://localhost:8443/"):
        meet(site, internet.Redirect(to), 1)
        assert "Inner server" in client.get(page).text
    assert [asked.url for asked in net.inner_requests()] == [
        net.inner_url,
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "https://localhost:8443/",
    ]
    assert all(asked.through_proxy for asked in net.inner_requests())


def test_the_inner_server_counts_who_comes_directly(net: Internet, client: requests.Session) -> None:
    client.trust_env = False
    assert "Inner server" in client.get(net.inner_url).text
    client.get(f"http://127.0.0.1:{net.proxy_port}/")
    assert [asked.through_proxy for asked in net.inner_requests()] == [False, False]
    assert net.requests() == []


def test_headers_that_lie(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.With({"Content-Type": "image/png"}), 1)
    meet(site, internet.With({"content-type": "text/html; charset=shift_jis"}), 1)
    meet(site, internet.With({"Content-Type": None}), 1)
    said = [client.get(page).headers.get("Content-Type") for _ in range(4)]
    assert said == ["image/png", "text/html; charset=shift_jis", None, "text/html; charset=utf-8"]


def test_headers_without_measure(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.ManyHeaders(90), 1)
    assert len(client.get(page).cookies) == 90
    meet(site, internet.ManyHeaders(1, "X-Long", 100_000), 1)
    with pytest.raises(requests.exceptions.ConnectionError, match="header line"):
        client.get(page)
    client.cookies.clear()
    meet(site, internet.ManyHeaders(100), 1)
    with pytest.raises(requests.exceptions.ConnectionError, match="more than 100 headers"):
        client.get(page)


def test_a_body_that_ends_with_the_connection(net: Internet, site: Site, page: str, client: requests.Session) -> None:
    for trouble in (internet.NoLength(), internet.Http10(), internet.Http10(length=False)):
        meet(site, trouble, 1)
        answer = client.get(page)
        assert answer.text == TEXT
    assert "Content-Length" not in answer.headers
    assert answer.raw.version == 10
    assert len({asked.connection for asked in net.requests()}) == 3


def test_chunks(net: Internet, site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Chunked(7))
    assert client.get(page).text == client.get(page).text == TEXT
    assert len({asked.connection for asked in net.requests()}) == 1


def test_other_pages_than_the_site_has(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Instead(make_page("", status=204)), 1)
    meet(site, internet.Instead(make_page("<h1>Page not found</h1>")), 1)
    meet(site, internet.Instead(make_page("", status=410)), 1)
    first, second, third = (client.get(page) for _ in range(3))
    assert (first.status_code, first.content) == (204, b"")
    assert (second.status_code, second.text) == (200, "<h1>Page not found</h1>")
    assert third.status_code == 410


def test_a_page_that_is_another_one_each_time(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Restless())
    assert len({client.get(page).text for _ in range(3)}) == 3


def test_an_answer_that_comes_late(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Late(0.1))
    assert client.get(page).elapsed.total_seconds() >= 0.1


def test_an_answer_that_is_none(site: Site, page: str, client: requests.Session) -> None:
    meet(site, internet.Garbage())
    with pytest.raises(requests.exceptions.ConnectionError):
        client.get(page)


@pytest.mark.parametrize(
    ("trouble", "status"), [(internet.Failing(500), 500), (internet.Redirect("/rules.txt"), 200), (None, 404)]
)
def test_robots_may_be_in_trouble_too(
    trouble: Trouble | None, status: int, site: Site, client: requests.Session
) -> None:
    site.page("/rules.txt", "User-agent: *\n", "text/plain")
    if trouble is not None:
        site.trouble("/robots.txt", trouble)
    assert client.get(site.url("/robots.txt")).status_code == status


# Whole sites


def test_the_sample_pages_are_served_under_their_addresses(net: Internet, client: requests.Session) -> None:
    sites = sample_sites(net)
    assert len(sites.urls) == sum(1 for line in (SAMPLES / "pages.csv").open(encoding="utf-8")) - 1
    host = max(sites.pages, key=lambda name: len(sites.pages[name]))
    index = client.get(sites.indexes[host]).text
    for url in sites.pages[host]:
        assert f'href="{url.removeprefix(f"https://{host}")}"' in index
    assert {client.get(url).status_code for url in sites.urls} == {200}


def test_a_large_site_links_to_all_its_pages(net: Internet, client: requests.Session) -> None:
    site, pages = large_site(net, count=250)
    assert len(pages.paths) == 250
    assert [client.get(site.url(f"/lists/{n}.html")).text.count("/documents/") for n in (1, 2, 3)] == [100, 100, 50]
    assert client.get(site.url()).text.count("/lists/") == 3
    assert "/lists/2.html" in client.get(site.url("/lists/1.html")).text
    assert client.get(site.url(pages.paths[-1])).text == pages.document(250)
    assert client.get(site.url("/documents/000251.html")).status_code == 404
    assert client.get(site.url("/lists/4.html")).status_code == 404


def test_pages_of_a_large_site_differ_and_are_as_large_as_wanted() -> None:
    pages = NumberedPages(400)
    lengths = [len(pages.document(number)) for number in range(1, 401)]
    assert len({pages.document(number) for number in range(1, 401)}) == 400
    assert 15_000 < sum(lengths) / 400 < 25_000
    assert min(lengths) < 5_000 < 35_000 < max(lengths)


def test_single_pages_of_a_large_site_can_be_changed(net: Internet, client: requests.Session) -> None:
    site, pages = large_site(net, count=3)
    url = site.page(pages.paths[0], TEXT)
    assert client.get(url).text == TEXT


def test_a_warc_file_is_played(net: Internet, client: requests.Session, tmp_path: Path) -> None:
    from tests.archive_warcs import compress, record

    packed = gzip.compress(TEXT.encode())
    blocks = {
        "http://g7.example/plain": b"Content-Type: text/html; charset=utf-8\r\nX-Own: 1\r\n\r\n" + TEXT.encode(),
        "https://g7.example/gzip?x=a b": b"Content-Encoding: gzip\r\n\r\n" + packed,
        "https://g7.example/chunks": b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>We\r\n4\r\n</p>\r\n0\r\n\r\n",
        "https://g7.example/stored": b"Content-Encoding: gzip\r\n\r\n" + TEXT.encode(),
        "https://other.example/": b"\r\n",
    }
    records = [record(b"HTTP/1.1 200 OK\r\n" + block, url=url) for url, block in blocks.items()]
    kept = record(TEXT.encode(), kind="resource", url="https://g7.example/resource")
    path = tmp_path / "played.warc.gz"
    path.write_bytes(compress(record(b"", kind="warcinfo", url=""), *records, kept))
    urls = net.play(path, etags=True)
    answers = [client.get(url) for url in urls]
    assert [answer.text for answer in answers] == [TEXT, TEXT, "<p>We</p>", TEXT, "", TEXT]
    assert urls[1] == "https://g7.example/gzip?x=a%20b"
    assert answers[0].headers["X-Own"] == "1"
    assert client.get(urls[0], headers={"If-None-Match": answers[0].headers["ETag"]}).status_code == 304
    net.play(path)
    assert "ETag" not in client.get(urls[0]).headers


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of the house is not here")
def test_the_corpus_is_played(net: Internet, client: requests.Session) -> None:
    urls = net.play(CORPUS)
    assert len(urls) > 3_000
    assert {client.get(url).status_code for url in urls[::300]} == {200}


# The process behind it


def test_a_mistake_in_the_server_is_raised_here(net: Internet, site: Site) -> None:
    with pytest.raises(ServerFailed, match="KeyError"):
        site.remove("/never-there")


def test_a_trouble_that_breaks_is_raised_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ServerFailed, match="AttributeError"), Internet() as net:  # noqa: PT012
        for name, value in net.environment.items():
            monkeypatch.setenv(name, value)
        site = net.site(HOST)
        site.trouble("/", internet.Instead("no page"))  # type: ignore[arg-type]
        with pytest.raises(requests.exceptions.ConnectionError):
            requests.get(site.url(), timeout=10)


def test_the_process_ends_with_the_one_that_started_it() -> None:
    script = (
        "from tests.internet import Internet\nimport time\nnet = Internet().__enter__()\n"
        "print(net._process.pid, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=SAMPLES.parents[1]) as parent:
        assert parent.stdout is not None
        server = int(parent.stdout.readline())
        os.kill(parent.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while is_running(server) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(server)


def is_running(pid: int) -> bool:
    """Does a process live? One that has ended but was not yet fetched by its parent does not."""
    status = Path(f"/proc/{pid}/stat")
    if sys.platform == "linux":
        return status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def plain_get(path: str) -> bytes:
    return f"GET http://{HOST}{path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()


def by_socket(net: Internet, data: bytes) -> bytes:
    """Send bytes to the proxy and read until it hangs up."""
    with socket.create_connection(("127.0.0.1", net.proxy_port), timeout=10) as line:
        line.sendall(data)
        return b"".join(iter(lambda: line.recv(65_536), b""))
