"""What is known of an address, and when it is time to ask it again; what a crawl that was broken off has done."""

from datetime import UTC, datetime, timedelta

import pytest

from g7data.archive.ledger import Ledger
from g7data.archive.visits import Visit
from g7data.fetch.known import Known, dump_known, load_known
from g7data.fetch.memory import Answer, Memory, note
from g7data.sources import canonical_url
from tests.crawling import HOST, source

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
URL = f"https://{HOST}/docs/one.html"


def visit(kind: str = "response", after: timedelta = timedelta(), url: str = URL, **more: object) -> Visit:
    """A visit so long after the first one; unless told otherwise, the page came as always."""
    status = {"response": 200, "revisit": 304}.get(kind)
    told = {"status": status, "digest": "sha256:A", "etag": '"a"'} if status is not None else {}
    return Visit(kind, url, START + after, "fetch.warc.gz", 0, **(told | more))  # type: ignore[arg-type]


def memory(*visits: Visit, now: timedelta = timedelta()) -> Memory:
    """What is remembered of these visits."""
    ledger = Ledger()
    for each in visits:
        note(ledger, each)
    return Memory(ledger, [source(HOST)], START + now)


def page(known: Memory, url: str = URL) -> Known:
    """What is known of an address that was asked."""
    there = known.page(canonical_url(url))
    assert there is not None
    return there


def settled(known: Memory, now: timedelta) -> bool:
    """Whether the page need not be asked yet."""
    return known.is_settled(page(known), START + now)


def answer(known: Memory, url: str = URL) -> Answer | None:
    """What a crawl that was broken off got for an address."""
    return known.answer(source(HOST).source_id, url, known.page(canonical_url(url)))


@pytest.mark.parametrize(
    ("visits", "now", "due"),
    [
        ([visit()], 19 * HOUR, False),
        ([visit()], 21 * HOUR, True),
        ([visit(), visit("revisit", 100 * DAY)], 109 * DAY, False),
        ([visit(), visit("revisit", 100 * DAY)], 111 * DAY, True),
        ([visit(), visit("revisit", 1000 * DAY)], 1029 * DAY, False),
        ([visit(), visit("revisit", 1000 * DAY)], 1031 * DAY, True),
        ([visit(last_modified="Sat, 28 Mar 2009 10:00:00 GMT")], 29 * DAY, False),
        ([visit(last_modified="soon")], 29 * DAY, True),
        ([visit(), visit(after=100 * DAY, digest="sha256:B")], 102 * DAY, True),
        ([visit(), visit(after=DAY, status=500, verdict="http_500")], DAY + HOUR, True),
        ([visit(), visit("failure", DAY, verdict="timed_out")], DAY + HOUR, True),
        ([visit(), visit(after=DAY, verdict="much_shorter", digest="sha256:B")], DAY + HOUR, True),
        ([visit(status=404, verdict="http_404")], 19 * HOUR, False),
        ([visit(status=404, verdict="http_404"), visit(after=100 * DAY, status=410, verdict="http_410")], 109 * DAY, False),
        ([visit(status=404, verdict="http_404"), visit(after=100 * DAY, status=410, verdict="http_410")], 111 * DAY, True),
        ([visit(), visit(after=DAY, status=404, verdict="http_404")], DAY + 21 * HOUR, True),
        ([visit(status=203)], 19 * HOUR, False),
    ],
)  # fmt: skip
def test_the_longer_a_page_has_not_changed_the_longer_it_can_wait(
    visits: list[Visit], now: timedelta, due: bool
) -> None:
    assert settled(memory(*visits), now) is not due


def test_a_page_that_has_moved_waits_with_the_one_that_it_moved_to() -> None:
    moved = visit(status=301, location="/docs/two.html")
    two = visit(url=f"https://{HOST}/docs/two.html")
    assert settled(memory(moved, two), HOUR)
    assert not settled(memory(moved, two), DAY)
    assert not settled(memory(moved), HOUR), "where it leads was never asked"
    loop = visit(url=two.url, status=302, location=URL)
    assert not settled(memory(moved, loop), HOUR)


def test_a_page_of_which_a_feed_says_that_it_has_changed_is_due() -> None:
    known = memory(visit())
    known.hear(URL, START - DAY)
    assert settled(known, HOUR)
    known.hear(URL, START + HOUR)
    assert not settled(known, HOUR)


def test_doubted_answers_leave_the_good_capture_and_its_validators() -> None:
    known = page(memory(visit(), visit(after=DAY, verdict="login_wall", digest="sha256:B", etag='"b"')))
    assert known.validators() == {"If-None-Match": '"a"'}
    assert known.good is not None
    assert known.good.digest == "sha256:A"


def test_a_revisit_of_a_capture_that_is_not_there_confirms_nothing() -> None:
    assert page(memory(visit(), visit("revisit", DAY, digest="sha256:LOST"))).confirmed == START


def test_answers_since_the_last_whole_crawl_are_not_asked_for_again() -> None:
    one, two = visit(), visit(after=HOUR, url=f"http://www.{HOST}/docs/two.html")
    failed = visit("failure", url=f"https://{HOST}/docs/three.html", verdict="timed_out")
    known = memory(one, two, failed)
    name = source(HOST).source_id
    assert answer(known) == Answer(START)
    assert answer(known, f"https://{HOST}/docs/two.html") == Answer(START + HOUR), "in whatever form"
    assert answer(known, failed.url) is None
    finished = Visit("finished", name, START + 2 * HOUR, "fetch.warc.gz", 0)
    assert answer(memory(one, two, finished)) is None
    late = memory(one, now=8 * DAY)
    assert answer(late) is None, "too long ago"
    assert late.is_unfinished(name, page(late)), "but nobody has gone where it leads"


def test_a_redirect_is_an_answer_for_its_own_address_alone() -> None:
    http = f"http://{HOST}/docs/one.html"
    redirect = visit(url=http, status=301, location=URL)
    assert answer(memory(redirect)) is None
    assert answer(memory(redirect), http) == Answer(START, URL)
    assert answer(memory(redirect, visit(after=HOUR)), http) == Answer(START + HOUR), "the page itself came since"


def test_hosts_of_other_sources_are_nobodys() -> None:
    known = memory(visit(), visit(url="https://elsewhere.example/docs/one.html"))
    assert known.page("https://elsewhere.example/docs/one.html") is None
    assert [each.url for each in known.pages()] == [URL]


@pytest.mark.parametrize(
    "visits",
    [
        [visit(body="sha256:B", media_type="text/html", length=12, location="/é\ud800")],
        [visit(), visit("revisit", DAY, last_modified="Sat, 28 Mar 2009 10:00:00 GMT")],
        [visit("failure", verdict="timed_out", reason="it was slow")],
        [visit(), visit(after=DAY, status=404, verdict="http_404", url=f"http://www.{HOST}/docs/one.html")],
    ],
)
def test_what_is_known_is_read_back_as_it_was_written(visits: list[Visit]) -> None:
    known = Known(URL, visits[0])
    for each in visits:
        known.note(each)
    assert load_known(URL, dump_known(known)) == known
