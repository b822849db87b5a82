"""Commands that need more than a release's user has installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from g7data.errors import PackageMissing


@contextmanager
def pipeline(what: str) -> Iterator[None]:
    """Say what to install where an import inside the block fails for want of a package."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise PackageMissing(f"{what} needs the package {error.name!r}: run pip install 'g7data[pipeline]'") from error
