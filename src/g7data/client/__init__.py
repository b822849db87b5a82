"""Client: releases for those who use them, in Python and for the command line.

    source       where releases are: a `folder`, a `web` address, a `bucket`
    listing      which there are, and which one a version means
    bring, copy  fetch single files, resumably, and check them; `cache` says where they are kept
    releases     puts this together: from a source and a version to files on this machine
    calls        releases, download, connect, load: what `import g7data` offers
    sealed       one question to a release that can reach nothing else
    document, citation, differences              what `show`, `cite` and `diff` tell

Only what is asked for is fetched: `connect` needs the DuckDB file, `load` one Parquet file.
"""

from g7data.client.calls import connect, download, load, releases
from g7data.client.listing import Release

__all__ = ["Release", "connect", "download", "load", "releases"]
