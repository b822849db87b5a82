"""Addresses that fsspec knows (s3, gs, az, ftp, sftp, https …): what is there is read and written through one connection."""

import importlib
from typing import Any

from g7data.errors import G7DataError, PackageMissing


class AddressUnknown(G7DataError):
    """An address is none that fsspec knows."""


def connect(address: str, **options: object) -> tuple[Any, str]:
    """Return the files behind an address, and its path among them. Raises PackageMissing or AddressUnknown.

    Each connection is a new one, so that credentials and endpoint are those of now; `options` are for the package behind it.
    """
    try:
        core: Any = importlib.import_module("fsspec.core")  # untyped, and not here for everybody
        files, root = core.url_to_fs(address, skip_instance_cache=True, **options)
    except ImportError as error:
        raise PackageMissing(f"{address} needs more packages ({error}): run pip install 'g7data[remote]'") from error
    except ValueError as error:
        raise AddressUnknown(f"{address} is not an address that fsspec knows: {error}") from error
    return files, str(root)
