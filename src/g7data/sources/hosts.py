"""Whose host an address has: a host stands for itself and all hosts below it, and the longest one that fits counts."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from g7data.sources.errors import CatalogueError


class _Known(Protocol):
    """What has an id and hosts of its own."""

    @property
    def source_id(self) -> str: ...
    @property
    def hosts(self) -> tuple[str, ...]: ...


T = TypeVar("T")
K = TypeVar("K", bound=_Known)


def host_of(url: str) -> str:
    """The host of an address in small letters; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def lies_under(host: str, hosts: Iterable[str]) -> bool:
    """Whether a host is one of these, or below one."""
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def of_host(host: str, known: Mapping[str, T]) -> T | None:
    """What is known of the longest host that this one is or lies under."""
    labels = host.split(".")
    found = (known.get(".".join(labels[i:])) for i in range(len(labels)))
    return next((value for value in found if value is not None), None)


def by_host(everyone: Iterable[K]) -> dict[str, K]:
    """Whose each host is; raises `CatalogueError` where two claim one."""
    known: dict[str, K] = {}
    for one in everyone:
        for host in one.hosts:
            if host in known:
                raise CatalogueError(
                    f"{one.source_id}.toml: hosts: {host!r} is claimed by {known[host].source_id}.toml too; expected each in one file"
                )
            known[host] = one
    return known
