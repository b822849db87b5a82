"""A capture is known by its address, its time and its body, and by nothing else."""

import hashlib
import pickle
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from g7data.archive.capture import Capture

CAPTURE = Capture(
    url="https://g7.example/declaration",
    body=b"<p>We, the ministers</p>",
    media_type="text/html",
    charset="utf-8",
    status=200,
    retrieved_at=datetime(2024, 3, 15, 12, tzinfo=UTC),
    archive="g7-0123456789ab.warc.gz",
    offset=272,
)


def test_sha256_is_that_of_the_body():
    assert CAPTURE.sha256 == hashlib.sha256(CAPTURE.body).hexdigest()


def test_digest_is_computed_once():
    assert CAPTURE.sha256 is CAPTURE.sha256


def test_a_copy_with_another_body_has_another_digest():
    assert CAPTURE.sha256 != replace(CAPTURE, body=b"other").sha256


def test_asking_for_the_digest_does_not_make_captures_unequal():
    asked, fresh = replace(CAPTURE), replace(CAPTURE)
    assert asked.sha256
    assert asked == fresh


def test_page_id_is_sixteen_hexadecimal_digits():
    assert len(CAPTURE.page_id) == 16
    assert int(CAPTURE.page_id, 16) >= 0


@pytest.mark.parametrize("change", [{"archive": "b.warc.gz"}, {"offset": 0}, {"status": None}, {"charset": None}])
def test_page_id_stays_when_the_page_is_kept_elsewhere(change):
    assert replace(CAPTURE, **change).page_id == CAPTURE.page_id


@pytest.mark.parametrize("change", [{"url": "https://g7.example/"}, {"body": b""}, {"retrieved_at": None}])
def test_page_id_changes_with_address_time_and_body(change):
    assert replace(CAPTURE, **change).page_id != CAPTURE.page_id


def test_captures_travel_between_processes():
    assert CAPTURE.page_id == pickle.loads(pickle.dumps(CAPTURE)).page_id
