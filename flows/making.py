"""What a build is made with, as digests: they go into the release, and tell what can have changed since the one before."""

from importlib.resources import files
from pathlib import Path

from g7data.extract.version import code_of, code_version, digest_of, facts_version
from g7data.release.making import Making

_REST_OF_THE_CODE = ("g7data.assemble", "schemas", "flows")


def making(corrections: Path | None) -> Making:
    """Digests of the code that makes rows of captures, of the facts that it uses, and of the file of corrections."""
    rest = (part for package in _REST_OF_THE_CODE for part in code_of(files(package)))
    return Making(
        code=digest_of([code_version().encode(), *rest]),
        facts=facts_version(),
        corrections=digest_of([] if corrections is None else [corrections.read_bytes()]),
    )
