"""Times as archives and lists write them: ISO 8601, kept in UTC."""

from datetime import UTC, datetime

UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""What a WARC-Date, which is mandatory, says where the time is not known."""


def parse_time(value: str) -> datetime:
    """Read an ISO 8601 date or time into UTC, which is also taken for its zone if it names none; else `ValueError`.

    >>> parse_time("2024-03-15T12:00:00+02:00")
    datetime.datetime(2024, 3, 15, 10, 0, tzinfo=datetime.timezone.utc)
    """
    time = datetime.fromisoformat(value)
    try:
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{value} lies outside the years 1 to 9999") from error


def format_time(time: datetime | None) -> str:
    """Write a time in UTC as a WARC-Date; None becomes `UNKNOWN_TIME`.

    >>> format_time(None)
    '1970-01-01T00:00:00Z'
    """
    return (UNKNOWN_TIME if time is None else time).isoformat().replace("+00:00", "Z")
