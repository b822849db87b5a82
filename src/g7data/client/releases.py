"""From a source and a version to the files of a release on this machine: those that are wanted, whole and checked."""

import hashlib
import shutil
from pathlib import Path

from g7data.client.bring import not_writable, read_small
from g7data.client.cache import release_folder, remember_index, remembered_index
from g7data.client.copy import Copy, Wanted, listed_files, published_sums, sums_differ
from g7data.client.errors import DownloadDamaged, FolderTaken, SourceUnreachable
from g7data.client.folder import Folder
from g7data.client.listing import INDEX, Listing, Release, parse_listing, release_by_itself
from g7data.client.source import Source
from g7data.client.transfer import Absent
from g7data.client.watch import Watch
from g7data.release.errors import NotAVersion
from g7data.release.sums import SUMS, wrong_sums
from g7data.release.version import Version


def everything(_name: str) -> bool:
    """Want every file of a release."""
    return True


def list_releases(source: Source, watch: Watch) -> Listing:
    """Return what a source has; as it was when last asked, with a remark, if it does not answer now."""
    remembered = None if isinstance(source, Folder) else remembered_index(source)
    try:
        content = read_small(source, INDEX)
    except Absent:
        return release_by_itself(source)
    except SourceUnreachable as error:
        if remembered is None:
            raise
        watch.notes(f"{error}; going by the index of {source.name} as it was when last read")
        return parse_listing(remembered, source.name)
    listing = parse_listing(content, source.name)
    if not isinstance(source, Folder):
        _tell_changed(listing, remembered, source, watch)
        remember_index(source, content)
    return listing


def find_release(source: Source, version: str | None, watch: Watch) -> Release:
    """Return the release of a source that a version means; one that is here is not asked for again by its full number.

    A release that was withdrawn comes with a remark.
    """
    found = _here(source, version) if version is not None and _is_full(version) else None
    if found is None:
        found = list_releases(source, watch).find(version)
    if found.withdrawn is not None:
        watch.notes(f"release {found.version} {found.withdrawal}")
    return found


def _here(source: Source, version: str) -> Release | None:
    """Return a release, as it was last heard of, if files of it are here."""
    remembered = None if isinstance(source, Folder) else remembered_index(source)
    if remembered is None:
        return None
    known = parse_listing(remembered, source.name)
    found = next((release for release in (*known.releases, *known.withdrawn) if release.version == version), None)
    here = found is not None and found.sums is not None and release_folder(version, found.sums).is_dir()
    return found if here else None


def obtain(source: Source, release: Release, wanted: Wanted, watch: Watch) -> Path:
    """Return the folder that holds the wanted files: in the cache, or where the source is a folder, there."""
    if isinstance(source, Folder):
        return _in_place(source, release, wanted)
    sums = release.sums or hashlib.sha256(published_sums(source, release)).hexdigest()
    folder = release_folder(release.version, sums)
    Copy(release, folder, folder.with_name(f".{folder.name}")).fill(source, wanted, watch)
    return folder


def obtain_into(target: Path, source: Source, release: Release, watch: Watch) -> Path:
    """Make a folder of one's own hold the whole release; raises FolderTaken if it holds anything else."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        _same_release(target, release)
        return target
    beside = target.absolute().with_name(f".{target.name}.partial")
    try:
        beside.mkdir(parents=True, exist_ok=True)
        Copy(release, beside / "files", beside).fill(source, everything, watch)
        if target.exists():
            target.rmdir()
        (beside / "files").replace(target)
        shutil.rmtree(beside)
    except OSError as error:
        raise not_writable(target, error) from error
    return target


def _in_place(source: Folder, release: Release, wanted: Wanted) -> Path:
    """Look whether what is wanted is there; the bytes are read and checked only when everything is wanted."""
    if release.sums not in (None, hashlib.sha256(published_sums(source, release)).hexdigest()):
        raise DownloadDamaged(sums_differ(source, release))
    folder = source.path / release.path
    missing = [name for name in listed_files(folder) if wanted(name) and not (folder / name).is_file()]
    if missing:
        raise DownloadDamaged(f"{folder} lacks {', '.join(missing)}; copy the release there once more")
    if wanted is everything and (faults := wrong_sums(folder)):
        raise DownloadDamaged(f"{folder} is damaged: {'; '.join(faults)}; copy the release there once more")
    return folder


def _same_release(folder: Path, release: Release) -> None:
    there = folder / SUMS if folder.is_dir() else folder
    same = there.name == SUMS and there.is_file()
    if not same or release.sums not in (None, hashlib.sha256(there.read_bytes()).hexdigest()):
        raise FolderTaken(f"{folder} holds something else than release {release.version}; name another folder")
    if faults := wrong_sums(folder):
        raise FolderTaken(f"{folder} holds release {release.version}, but {faults[0]}; remove it and try again")


def _tell_changed(listing: Listing, remembered: bytes | None, source: Source, watch: Watch) -> None:
    """Remark on a release that is not the one of before, under the same number."""
    before = parse_listing(remembered, source.name).releases if remembered is not None else ()
    sums = {release.version: release.sums for release in before}
    for release in listing.releases:
        if sums.get(release.version, release.sums) != release.sums:
            watch.notes(
                f"release {release.version} of {source.name} is not the one that was there before: its {SUMS} is "
                "another. Published releases never change; ask who keeps the source"
            )


def _is_full(version: str) -> bool:
    try:
        Version.parse(version)
    except NotAVersion:
        return False
    return True
