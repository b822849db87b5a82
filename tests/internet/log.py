"""What was asked: a row for each request, as the server saw it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Asked:
    """One request and what came of it. Names of headers are in lower case; times are seconds since 1970."""

    method: str
    url: str
    headers: dict[str, str]
    at: float
    connection: int
    """The number of the connection that carried it: two requests with the same number shared one."""
    through_proxy: bool = True
    status: int | None = None
    """The status of the answer; None while, or if, none was sent."""
    sent: int = 0
    """How many bytes of the body, as it is coded, were handed to the connection; chunk sizes and headers do not count."""
    ended: float | None = None
    """When the answer was sent, or given up; None while it is being sent."""
