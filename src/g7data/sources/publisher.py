"""Who publishes a page, by its host."""

import re
from urllib.parse import urlsplit

from g7data.sources.catalogue import source_of
from g7data.sources.described import Publisher
from g7data.sources.hosts import host_of

_GOVERNMENT = re.compile(
    r"(?:^|\.)(?:gov|gov\.[a-z]{2}|govt\.[a-z]{2}|go\.jp|gc\.ca|gouv\.[a-z]{2}|admin\.ch|bund\.de|europa\.eu|mil|int)$|"
    r"^(?:bm(?:f|i|jv?|z|as|el|leh|g|vi|dv|ds|wi|wk|we|uvn?|ub|ukn|u|bf|ftr|fsfj|bfsfj|vg|kk)|bundes\w*(?:ministerium|regierung|bank|tag|rat|kanzler(?:in)?)\w*|auswaertiges-amt)\.|"
    r"^(?:ministeri|ministry|ministere|amba(?:france|sciata)|governo\.|bankof|banqued)|(?:^|\.)amba(?:france|sciata)\w*\."
)


def publisher_of(url: str) -> Publisher:
    """The publisher of the catalogue under whose host the address lies, else one that is just the host."""
    known = source_of(url)
    return _unknown(host_of(url) or _scheme(url) or "unknown") if known is None else known


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def _unknown(host: str) -> Publisher:
    bare = host.removeprefix("www.")
    return Publisher(
        source_id=bare,
        publisher=None,
        homepage=f"https://{host}/" if "." in host else "",
        country=None,
        hosts=(host,),
        kind="government" if _GOVERNMENT.search(bare) else "",
        host_rights="unknown",
        text_open=False,
        attribution=None,
    )
