"""g7data: meetings and texts of the G7 and G8. Pure functions and small classes, in the rooms of docs/architecture.md.

For those who use releases: `releases`, `download`, `connect` and `load`, which are imported when they are first asked for,
so that nobody waits for what is not needed. Their types stand in `__init__.pyi`.
"""

import importlib

__all__ = ["Release", "connect", "download", "load", "releases"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(importlib.import_module("g7data.client"), name)
    raise AttributeError(f"module 'g7data' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
