"""What the catalogue knows of a publisher: who it is, which sites are its own, on which terms, and what to fetch there."""

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["index", "document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who runs a site, and under which terms its copies may be used.

    A host stands for itself and all hosts below it; those of `one_site` serve the same pages under the same paths;
    `country` is ISO 3166-1 alpha-3; `portfolio` is the track of a ministry. Of a host that no file names, only that is known.
    """

    source_id: str
    publisher: str | None
    homepage: str
    country: str | None
    hosts: tuple[str, ...]
    one_site: tuple[str, ...] = ()
    portfolio: str | None = None
    kind: str
    host_rights: str
    text_open: bool
    rights_url: str | None = None
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Crawl:
    """Where discovery begins at a publisher, what counts as a document there, and how the crawl is kept polite and honest.

    `delay` is in seconds between two requests to one host. Fewer documents known than `at_least`, or more gone at once
    than `lost_at_most`, is an alarm: then it is more likely that the site has changed than that its documents have.
    """

    indexes: tuple[str, ...]
    sitemaps: tuple[str, ...]
    feeds: tuple[str, ...]
    documents: tuple[re.Pattern[str], ...]
    more: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]
    delay: float
    at_least: int
    lost_at_most: int

    def role_of(self, url: str) -> Role | None:
        """What a canonical address is to the crawl; what looks like both is an index, whose links are followed too."""
        if any(pattern.search(url) for pattern in self.never):
            return None
        if any(pattern.search(url) for pattern in self.more):
            return "index"
        return "document" if any(pattern.search(url) for pattern in self.documents) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Publisher):
    """A publisher of the catalogue: all that its file says. Without `crawl` its pages are known, but not fetched.

    `languages` are BCP 47; `unverified` says in words what of the file could not be checked.
    """

    publisher: str
    country: str
    attribution: str
    languages: tuple[str, ...]
    crawl: Crawl | None = None
    unverified: tuple[str, ...] = ()
