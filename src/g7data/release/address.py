"""Addresses that fsspec knows (s3, gs, az, ftp, sftp …): what is there is read and written through one connection."""

import importlib
from typing import Any

from g7data.errors import PackageMissing
from g7data.release.errors import AddressUnknown


def connect(address: str) -> tuple[Any, str]:
    """Return the files behind an address, and its path among them. Raises PackageMissing or AddressUnknown.

    Each connection is a new one, so that credentials and endpoint are those of now.
    """
    try:
        core: Any = importlib.import_module("fsspec.core")  # untyped, and not here for everybody
        files, root = core.url_to_fs(address, skip_instance_cache=True)
    except ImportError as error:
        raise PackageMissing(f"{address} needs more packages ({error}): run pip install 'g7data[remote]'") from error
    except ValueError as error:
        raise AddressUnknown(f"{address} is not an address that fsspec knows: {error}") from error
    return files, str(root)
