"""Publishing to a folder, to a bucket behind a real S3 API, and to what nginx shows the world."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import requests
from click.testing import CliRunner

from g7data.addresses import AddressUnknown
from g7data.cli import main
from g7data.release import send, sums
from g7data.release.errors import (
    PublishedDifferently,
    ReleaseDamaged,
    ReleaseIsPrivate,
    ReleaseNotFound,
    TargetRefused,
)
from g7data.release.publish import publish
from g7data.release.send import INDEX, LATEST, send_release
from g7data.release.sums import SUMS, digest
from g7data.release.target import FolderTarget, RemoteTarget, find_target
from tests.made_once import made_once
from tests.release_samples import SCHEMAS, TABLES, document, release, stage
from tests.static_host import NGINX, nginx

GROWN = {"documents": [*TABLES["documents"], document("d3")]}


@pytest.fixture(scope="session")
def two_releases(shared) -> Path:
    """Two releases, 1.0.0 and 1.1.0."""

    def make(folder):
        release(folder / "output")
        release(folder / "output", GROWN)

    return made_once(shared / "releases-to-send", make) / "output"


@pytest.fixture
def output(two_releases, tmp_path) -> Path:
    """The two releases, for one test to do with as it likes."""
    return shutil.copytree(two_releases, tmp_path / "output", symlinks=True)


@pytest.fixture(params=["folder", "bucket"])
def address(request, tmp_path) -> str:
    return str(tmp_path / "site") if request.param == "folder" else request.getfixturevalue("bucket")


def index(address: str) -> dict:
    return json.loads(find_target(address).read(INDEX) or b"")


class Counting:
    """A target that notes what it is told to do, and may fail at one of it."""

    def __init__(self, target, fail_at: str = ""):
        self.target, self.fail_at, self.done = target, fail_at, []
        self.read, self.digest = target.read, target.digest

    def _note(self, name: str) -> None:
        if self.fail_at and name.endswith(self.fail_at):
            raise TargetRefused(f"{name} was refused")
        self.done.append(name.rpartition("/")[2])

    def send(self, path, name):
        self._note(name)
        self.target.send(path, name)

    def write(self, name, content):
        self._note(name)
        self.target.write(name, content)

    def point(self, name, folder):
        self._note(name)
        self.target.point(name, folder)


def test_all_files_arrive_as_they_are(output, address):
    sent = send_release(output, "1.0.0", find_target(address))
    files = {path.name: path.read_bytes() for path in (output / "releases" / "1.0.0").iterdir()}
    assert {*sent.sent} == files.keys()
    target = find_target(address)
    assert {name: target.read(f"releases/1.0.0/{name}") for name in files} == files


def test_what_never_changes_goes_first_and_latest_last(output, address):
    target = Counting(find_target(address))
    send_release(output, "1.0.0", target)
    assert target.done[-3:] == [SUMS, INDEX, LATEST]


def test_a_second_release_joins_the_first_in_the_index(output, address):
    for version in ("1.0.0", "1.1"):
        send_release(output, version, find_target(address))
    told = index(address)
    assert told["latest"] == "1.1.0"
    assert [(entry["version"], entry["previous"]) for entry in told["releases"]] == [
        ("1.0.0", None),
        ("1.1.0", "1.0.0"),
    ]
    local = json.loads((output / INDEX).read_text())["releases"]
    assert told["releases"] == local


def test_an_older_release_that_comes_later_is_not_the_latest(output, address):
    for version in ("1.1.0", "1.0.0"):
        assert send_release(output, version, find_target(address)).latest == "1.1.0"
    assert [entry["version"] for entry in index(address)["releases"]] == ["1.0.0", "1.1.0"]


def test_latest_is_a_link_in_a_folder(output, tmp_path):
    send_release(output, "latest", find_target(str(tmp_path / "site")))
    assert (tmp_path / "site" / "latest").readlink() == Path("releases/1.1.0")


def test_latest_is_an_object_that_holds_the_version_in_a_bucket(output, bucket):
    send_release(output, "latest", find_target(bucket))
    assert RemoteTarget(bucket).read(LATEST) == b"1.1.0\n"


def test_sending_again_sends_no_file(output, address):
    send_release(output, "1.0.0", find_target(address))
    before = find_target(address).read(INDEX)
    again = send_release(output, "1.0.0", find_target(address))
    assert (again.sent, len(again.there)) == ((), len(list((output / "releases" / "1.0.0").iterdir())))
    assert find_target(address).read(INDEX) == before


def test_each_file_is_read_once_for_its_digest(output, tmp_path, monkeypatch):
    read = []
    for room in (sums, send):
        monkeypatch.setattr(room, "digest", lambda path: read.append(path.name) or digest(path))
    for _ in range(2):  # when it is sent, and when it is there
        read.clear()
        send_release(output, "1.0.0", find_target(str(tmp_path / "site")))
        assert sorted(read) == sorted(path.name for path in (output / "releases" / "1.0.0").iterdir())


@pytest.mark.parametrize("broken", ["documents.parquet", SUMS, INDEX, LATEST])
def test_what_broke_off_goes_on_from_there(output, address, broken):
    failing = Counting(find_target(address), fail_at=broken)
    with pytest.raises(TargetRefused):
        send_release(output, "1.0.0", failing)
    assert LATEST not in failing.done
    going_on = Counting(find_target(address))
    send_release(output, "1.0.0", going_on)
    assert not set(failing.done) & set(going_on.done) - {INDEX}
    assert index(address)["latest"] == "1.0.0"


def test_a_file_that_arrived_in_part_is_sent_anew(output, address):
    find_target(address).write("releases/1.0.0/documents.parquet", b"PAR1 cut off")
    sent = send_release(output, "1.0.0", find_target(address))
    assert "documents.parquet" in sent.sent


def test_another_release_of_the_same_version_is_refused(output, address, tmp_path):
    send_release(output, "1.0.0", find_target(address))
    other = tmp_path / "other" / "output"
    release(other, GROWN)
    before = find_target(address).read(INDEX)
    with pytest.raises(PublishedDifferently, match="publish a new version"):
        send_release(other, "1.0.0", find_target(address))
    assert find_target(address).read(INDEX) == before


def test_so_is_one_that_the_index_knows_with_other_sums(output, tmp_path):
    site = tmp_path / "site"
    send_release(output, "1.0.0", find_target(str(site)))
    shutil.rmtree(site / "releases")
    other = tmp_path / "other" / "output"
    release(other, GROWN)
    with pytest.raises(PublishedDifferently):
        send_release(other, "1.0.0", find_target(str(site)))


def test_a_release_that_is_damaged_stays_here(output, address):
    path = output / "releases" / "1.0.0" / "README.md"
    path.write_text(path.read_text() + "!")
    with pytest.raises(ReleaseDamaged, match=r"README\.md is not as it was published"):
        send_release(output, "1.0.0", find_target(address))
    assert find_target(address).read(INDEX) is None


def test_a_private_release_is_sent_only_when_that_is_said(tmp_path):
    output, site = tmp_path / "output", find_target(str(tmp_path / "site"))
    publish(stage(tmp_path / "staging", TABLES), SCHEMAS, output, schema_version="1", private=True)
    with pytest.raises(ReleaseIsPrivate, match="add --private"):
        send_release(output, "1.0.0", site)
    assert send_release(output, "1.0.0", site, private=True).latest == "1.0.0"


def test_a_version_that_was_not_built_cannot_be_sent(output, tmp_path):
    with pytest.raises(ReleaseNotFound, match=r"it has 1\.0\.0, 1\.1\.0"):
        send_release(output, "2", find_target(str(tmp_path / "site")))


def test_a_bucket_that_is_not_there_is_told(output, bucket):
    with pytest.raises(TargetRefused, match="publish again, which goes on from there"):
        send_release(output, "1.0.0", find_target("s3://there-is-no-such-bucket/data"))


def test_an_address_that_nobody_knows_is_told():
    with pytest.raises(AddressUnknown, match="not an address that fsspec knows"):
        find_target("nowhere://x/y")


def test_any_address_of_fsspec_will_do(output):
    send_release(output, "1.0.0", find_target("memory://g7data"))
    assert index("memory://g7data")["latest"] == "1.0.0"


def test_the_command_tells_what_it_did(output, tmp_path):
    arguments = ["publish", "latest", str(tmp_path / "site"), "--output", str(output)]
    first, second = (CliRunner().invoke(main, arguments) for _ in range(2))
    assert first.exit_code == second.exit_code == 0
    assert "1.1.0 is published at" in first.output
    assert "sent  documents.parquet" in first.output
    assert "0 files sent" in second.output
    assert (tmp_path / "site" / "latest" / SUMS).is_file()


@pytest.fixture
def host(output, tmp_path, monkeypatch) -> Iterator[str]:
    """A published release as a static host shows it."""
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    send_release(output, "latest", FolderTarget(tmp_path / "site"))
    with nginx(tmp_path / "site", tmp_path / "nginx") as address:
        yield address


def test_a_static_host_serves_parts_of_files(host, output):
    whole = (output / "latest" / "documents.parquet").read_bytes()
    part = requests.get(f"{host}/latest/documents.parquet", headers={"Range": "bytes=-8"}, timeout=10)
    assert (part.status_code, part.content) == (206, whole[-8:])


def test_duckdb_reads_parquet_and_its_own_file_from_a_static_host(host):
    extensions = pytest.importorskip("duckdb_extension_httpfs")
    extension = next(Path(extensions.__file__).parent.rglob("httpfs.duckdb_extension"))
    with duckdb.connect() as connection:
        connection.execute(f"LOAD '{extension}'")
        rows = connection.sql(f"SELECT count(*) FROM read_parquet('{host}/latest/documents.parquet')").fetchall()
        connection.execute(f"ATTACH '{host}/latest/g7data.duckdb' AS g7 (READ_ONLY)")
        assert connection.sql("SELECT count(*) FROM g7.documents").fetchall() == rows == [(3,)]
