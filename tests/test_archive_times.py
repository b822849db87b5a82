"""Times are read into UTC and written as WARC-Dates."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from g7data.archive.times import UNKNOWN_TIME, format_time, parse_time


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-03-15T12:00:00Z", datetime(2024, 3, 15, 12, tzinfo=UTC)),
        ("2024-03-15T12:00:00+02:00", datetime(2024, 3, 15, 10, tzinfo=UTC)),
        ("2024-03-15T12:00:00", datetime(2024, 3, 15, 12, tzinfo=UTC)),
        ("2024-03-15 12:00", datetime(2024, 3, 15, 12, tzinfo=UTC)),
        ("2024-03-15", datetime(2024, 3, 15, tzinfo=UTC)),
        ("2024-03-15T12:00:00.250Z", datetime(2024, 3, 15, 12, 0, 0, 250_000, tzinfo=UTC)),
    ],
)
def test_times_are_read_into_utc(written, meant):
    assert parse_time(written) == meant


@pytest.mark.parametrize("written", ["", "yesterday", "15/03/2024", "2024-13-01", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(ValueError, match=r".+"):
        parse_time(written)


def test_a_time_that_is_not_known_is_written_as_the_epoch():
    assert parse_time(format_time(None)) == UNKNOWN_TIME


@given(st.datetimes(timezones=st.just(UTC)))
def test_what_is_written_is_read_back(time):
    assert parse_time(format_time(time)) == time
