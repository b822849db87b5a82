"""The internet in a box: whole sites under their real names, on 127.0.0.1, with everything that can go wrong on the way.

A process of its own is a proxy and, for every site it was told of, the server behind it. A program reaches it through its
ordinary proxy settings: plain requests in absolute form, HTTPS by CONNECT, with certificates of an authority that
`REQUESTS_CA_BUNDLE` names. So what is tested needs no branch for tests.

    with Internet() as net:
        site = net.site("g7-centre.example")
        url = site.page("/ict/2023.html", "<p>We, the ministers, met.</p>")
        site.trouble("/ict/2023.html", Failing(503), times=1)
        ...                                  # run something with net.environment
        assert [asked.status for asked in net.requests()] == [503, 200]

A name without a site does not resolve: the proxy answers 502. Private addresses lead, through the proxy or directly, to an
inner server that keeps account of who came (`inner_requests`).
"""

from tests.internet.internet import Internet, Site
from tests.internet.log import Asked
from tests.internet.page import Page, make_page
from tests.internet.trouble import (
    Bomb,
    Busy,
    Chunked,
    Coded,
    CutShort,
    Drip,
    Endless,
    EndlessRedirects,
    Failing,
    Garbage,
    Http10,
    Instead,
    Late,
    ManyHeaders,
    NeverAnswers,
    NoLength,
    Redirect,
    Reset,
    Restless,
    Trouble,
    With,
)

__all__ = [
    "Asked",
    "Bomb",
    "Busy",
    "Chunked",
    "Coded",
    "CutShort",
    "Drip",
    "Endless",
    "EndlessRedirects",
    "Failing",
    "Garbage",
    "Http10",
    "Instead",
    "Internet",
    "Late",
    "ManyHeaders",
    "NeverAnswers",
    "NoLength",
    "Page",
    "Redirect",
    "Reset",
    "Restless",
    "Site",
    "Trouble",
    "With",
    "make_page",
]
