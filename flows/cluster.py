"""Which Dask cluster extracts: one that runs somewhere, or one on this machine for the time of a run."""

import os
from dataclasses import dataclass

from g7data.errors import G7DataError

_SCHEMES = ("tcp://", "tls://", "ucx://", "ws://", "wss://")


class ClusterUnknown(G7DataError):
    """What was named is no Dask cluster."""


class ServerMissing(G7DataError):
    """The workers of a cluster would not know where Prefect's server is."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask cluster: the address of its scheduler, or None for one on this machine with so many workers."""

    address: str | None
    workers: int = 0


def read_cluster(named: str) -> Cluster:
    """Read how a user names a cluster: `tcp://host:8786`, `local` or `local:4`. Raises ClusterUnknown or ServerMissing.

    >>> read_cluster("local:4")
    Cluster(address=None, workers=4)
    """
    place, _, workers = named.partition(":")
    if place == "local" and (workers.isdecimal() or named == "local"):
        return Cluster(None, int(workers or os.cpu_count() or 1) or 1)
    if not named.startswith(_SCHEMES):
        raise ClusterUnknown(f"{named} is no Dask cluster: name its scheduler (tcp://HOST:8786), or local, or local:N")
    if "PREFECT_API_URL" not in os.environ:
        raise ServerMissing(
            f"the workers of {named} need Prefect's server: start one (prefect server start), and set PREFECT_API_URL to an "
            "address of it that they reach too"
        )
    return Cluster(named)
