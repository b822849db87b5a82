"""What can be told to be wrong before anything is started: Prefect takes seconds to, a mistyped path should not."""

from collections.abc import Iterable
from pathlib import Path

from flows.cluster import read_cluster
from flows.options import Options
from g7data.archive.folder import find_input
from g7data.archive.warc import check_archive
from g7data.depot.depot import Depot
from g7data.depot.origins import find_origins, is_address
from g7data.release.lock import exclusive
from g7data.release.project_changelog import read_changelog
from g7data.release.seal import read_signer
from g7data.release.version import Version


def check(inputs: Iterable[str], output: Path, options: Options | None = None) -> None:
    """Raise the error that the build would meet: an input, a file or a parameter not readable, an output busy."""
    told = options or Options()
    if (version := told.get("version")) is not None:
        Version.parse(version)
    if (changelog := told.get("changelog")) is not None:
        read_changelog(changelog)
    if (dask := told.get("dask")) is not None:
        read_cluster(dask)
    if (shards := told.get("shards")) is not None:
        Depot(shards)
    read_signer(told.get("key"))
    for source in inputs:
        if is_address(source):
            find_origins(source)
            continue
        for archive in find_input(Path(source), skip=output).archives:
            check_archive(archive)
    if (corrections := told.get("corrections")) is not None:
        import schemas  # Pandera takes seconds to import: --help should not wait for it
        from g7data.assemble.corrections import read_corrections

        read_corrections(corrections, schemas.arrow_schemas())
    if (renames := told.get("renames")) is not None:
        import schemas
        from g7data.release.renames import read_renames

        read_renames(renames, schemas.arrow_schemas())
    with exclusive(output):
        pass
