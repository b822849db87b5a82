"""Redirects: which answers are one, and where they lead."""

from g7data.fetch.addresses import absolute

REDIRECTS = (301, 302, 303, 307, 308)


def target_of(url: str, location: str) -> str:
    """The address that `Location` names in an answer from `url`; what is no address of the web stays as it is written.

    >>> target_of("https://example.org/a/b.html", "../c.html#part")
    'https://example.org/c.html'
    """
    try:
        written = location.encode("latin-1").decode()  # http.client reads headers as Latin-1, servers write UTF-8
    except (UnicodeEncodeError, UnicodeDecodeError):
        written = location
    return absolute(url, written) or location
