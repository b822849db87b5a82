"""Publishers and their addresses: who runs a site, and which addresses mean the same page."""

from g7data.sources.canonical import canonical_url
from g7data.sources.publisher import publisher_of

__all__ = ["canonical_url", "publisher_of"]
