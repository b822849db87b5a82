"""Keys that are known from before: for each source the one that the user named, else the one that its releases came with.

A key that comes with a release proves nothing by itself. Kept from the first release that was verified, it shows at least
that those which follow are of the same hand. It never takes the place of a key that the user named.

Each is a file of minisign in the cache; its comment says whose the key is.
"""

from pathlib import Path

from g7data.client.bring import not_writable, put
from g7data.client.cache import cache_folder, name_in_cache
from g7data.client.source import Source
from g7data.release.errors import KeyUnreadable
from g7data.release.seal import Trusted, read_public_key
from g7data.release.signature import PublicKey
from g7data.release.sums import PUBLIC_KEY

_COMMENT = "untrusted comment: "


def known_key(source: Source) -> Trusted | None:
    """Return the key with which releases of a source must be signed, if one is known. Raises KeyUnreadable."""
    return next((_read(path) for path in (_named(source), _seen(source)) if path.is_file()), None)


def known_key_of(release: Path) -> Trusted | None:
    """Return the key that lies in a release, if it is one of those that are known, of whichever source."""
    try:
        beside = read_public_key(release / PUBLIC_KEY)
    except KeyUnreadable:
        return None
    known = (_read(path) for path in sorted((cache_folder() / "keys").glob("*.pub")))  # "named" before "seen"
    return next((trusted for trusted in known if trusted.key == beside), None)


def remember_key(source: Source, key: PublicKey, *, named: bool) -> None:
    """Keep the key that has signed a release of a source; one that the user did not name, only where none is known.

    Raises CacheNotWritable.
    """
    if named:
        _write(_named(source), key, f"the key that you named for {source.name}")
    elif known_key(source) is None:
        whose = f"the key of the first release of {source.name} that was verified here, with which it came"
        _write(_seen(source), key, whose)


def _named(source: Source) -> Path:
    return cache_folder() / "keys" / f"named-{name_in_cache(source)}.pub"


def _seen(source: Source) -> Path:
    return cache_folder() / "keys" / f"seen-{name_in_cache(source)}.pub"


def _read(path: Path) -> Trusted:
    try:
        key = read_public_key(path)
    except KeyUnreadable as error:
        raise KeyUnreadable(f"{path} is not as it was kept; delete it, and name the key once more") from error
    whose = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix(_COMMENT)
    return Trusted(key, whose)


def _write(path: Path, key: PublicKey, whose: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, f"{_COMMENT}{whose}\n{key.text.splitlines()[1]}\n".encode())
    except OSError as error:
        raise not_writable(path, error) from error
