"""What goes over the wire and is kept: every way in which an answer may come, and nothing that is nobody's business."""

import re
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from g7data.fetch.wire import Limits
from tests.crawling import HOST, codes, kept, outcomes, put_up, run, source, text
from tests.internet import Chunked, Coded, Drip, Endless, Http10, Internet, ManyHeaders, NoLength, Redirect, Trouble
from tests.internet.exchange import Exchange

WAYS: list[Trouble] = [
    Coded("gzip"),
    Coded("deflate"),
    Coded("raw-deflate"),
    Coded("br"),
    Chunked(),
    Http10(),
    Http10(length=False),
    NoLength(),
    ManyHeaders(40),
]


def records(folder: Path, kind: str) -> list[bytes]:
    """The blocks of all records of a type."""
    blocks: list[bytes] = []
    for path in sorted((folder / "archive").glob("fetch-*.warc.gz")):
        with path.open("rb") as file:
            found = ArchiveIterator(file, parse_http=False)
            blocks += (record.reader.read() for record in found if record.headers["WARC-Type"] == kind)
    return blocks


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_page_is_the_same_however_it_comes(net: Internet, tmp_path: Path, way: Trouble) -> None:
    site = net.site(HOST)
    url = put_up(site, "one")[0]
    site.trouble("/docs/one.html", way)
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2}
    assert {c.url: c.body for c in kept(tmp_path)}[url] == text("one").encode()
    assert outcomes(run(tmp_path, source(HOST))) == {"unchanged": 2}


def test_the_same_page_packed_in_another_way_has_not_changed(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.page("/docs/one.html", text("one"), etag=False)
    for size in (100, 90):
        site.trouble("/docs/one.html", Chunked(size), times=1)
        fetched = run(tmp_path, source(HOST))
    assert outcomes(fetched) == {"unchanged": 2}
    assert len([c for c in kept(tmp_path) if c.url.endswith("/one.html")]) == 2, "both are kept as they came"


def test_heads_with_bare_line_feeds_and_notices_before_the_answer_are_read(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", Raw(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n"))
    site.trouble(
        "/docs/two.html", Raw(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    )
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 3}
    assert {c.url.rpartition("/")[2]: c.body for c in kept(tmp_path)}["two.html"] == text("two").encode()
    assert b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + text("one").encode() in records(tmp_path, "response")
    assert outcomes(run(tmp_path, source(HOST))) == {"unchanged": 3}
    site.change("/docs/one.html", text("another day"))
    assert outcomes(run(tmp_path, source(HOST))) == {"unchanged": 2, "changed": 1}


def test_an_answer_is_kept_byte_for_byte(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    head = (
        b"HTTP/1.1 200  Fine \r\nserver:x\r\nX-Folded: a\r\n  b\r\nX-Name:  \xc3\xa9 \r\nContent-type:text/html\r\n\r\n"
    )
    site.trouble("/docs/one.html", Raw(head))
    assert outcomes(run(tmp_path, source(HOST))) == {"new": 2}
    assert head + text("one").encode() in records(tmp_path, "response")


def test_a_notice_is_never_taken_for_an_answer(net: Internet, tmp_path: Path) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble(
        "/docs/one.html",
        Raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n"),
    )
    fetched = run(tmp_path, source(HOST))
    assert codes(fetched) == {"connection_lost": 1}
    assert {c.url.rpartition("/")[2]: c.body for c in kept(tmp_path)}["two.html"] == text("two").encode()


@pytest.mark.parametrize("trouble", [Endless(), Endless(length=10**9)], ids=["chunks", "length"])
def test_what_is_too_large_is_not_read_to_its_end(net: Internet, tmp_path: Path, trouble: Endless) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", trouble)
    assert codes(run(tmp_path, source(HOST))) == {"too_large": 1}


@pytest.mark.parametrize("head", [True, False])
def test_a_byte_now_and_then_is_not_waited_for(net: Internet, tmp_path: Path, head: bool) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", Drip(0.05, head=head))
    fetched = run(tmp_path, source(HOST), limits=Limits(read=1.0, page=1.0))
    assert codes(fetched) == {"timed_out": 1}
    assert len([each for each in net.requests() if each.url.endswith("/one.html")]) == 1


def test_requests_name_the_program_and_carry_no_passwords_and_no_cookies(
    net: Internet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = net.site(HOST)
    put_up(site, "one", "two")
    site.trouble("/docs/one.html", ManyHeaders(1))
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine {HOST} login somebody password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    run(tmp_path, source(HOST))
    for each in net.requests():
        assert re.fullmatch(r"g7data \(\+https://\S+; .+\)", each.headers["user-agent"])
        assert not {"authorization", "cookie"} & set(each.headers)


def test_the_password_of_a_proxy_is_not_kept(net: Internet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = net.site(HOST)
    put_up(site, "one")
    site.trouble("/docs/one.html", Moved())
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, net.environment["HTTP_PROXY"].replace("//", "//somebody:secret@"))
    run(tmp_path, source(HOST))
    plain = [each for each in net.requests() if each.url.startswith("http:") and each.url.endswith(".html")]
    assert [("proxy-authorization" in each.headers) for each in plain] == [True]
    asked = records(tmp_path, "request")
    assert any(block.startswith(b"GET http://") for block in asked)
    assert not any(b"authorization" in block.lower() for block in asked)


class Raw:
    """The body of the page behind this head; then the connection ends."""

    def __init__(self, head: bytes) -> None:
        self.head = head

    async def meet(self, exchange: Exchange) -> None:
        await exchange.send(self.head, body=0)
        await exchange.send(exchange.page.body)
        exchange.finish()


class Moved:
    """A redirect to the same page by plain http."""

    async def meet(self, exchange: Exchange) -> None:
        if exchange.asked.url.startswith("http:"):
            exchange.answer()
        else:
            await Redirect(exchange.asked.url.replace("https:", "http:")).meet(exchange)
