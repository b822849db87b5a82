"""What tests share: one release made of the sample pages, built once for all workers."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import fsspec
import pytest
from hypothesis import settings

from tests.internet import Internet
from tests.made_once import made_once
from tests.prefect_server import api_of_server, end_server
from tests.readme import SampleBuild, build_samples
from tests.readme import run_flow as run_flow_with

settings.register_profile("g7data", max_examples=60, deadline=None)  # where a test does not say otherwise
settings.load_profile("g7data")
SERVER = "prefect-server"
LONGEST = ("test_operating", "test_flow_dask", "test_refresh", "test_restart")
"""Modules with tests that take a quarter of a minute and more, and cannot be parted."""
RunFlow = Callable[..., CompletedProcess[str]]


def pytest_collection_finish() -> None:
    """What is there when the tests begin stays to their end: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let each worker begin with some of the longest tests: whoever came upon one last would keep all others waiting."""
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    long = [item for item in items if item.path.stem in LONGEST]
    others = [item for item in items if item.path.stem not in LONGEST]
    share = -(-len(items) // workers)
    items[:] = []
    for worker in range(workers):
        items += long[worker::workers]
        items += others[: share - len(long[worker::workers])]
        del others[: share - len(long[worker::workers])]
    items += others


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End the Prefect server when all workers are done."""
    factory = getattr(session.config, "_tmp_path_factory", None)
    if factory is not None and not hasattr(session.config, "workerinput"):
        end_server(factory.getbasetemp() / SERVER)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def prefect_api(shared: Path) -> str:
    """The address of the API of the one Prefect server of these tests."""
    return api_of_server(shared / SERVER)


@pytest.fixture(scope="session")
def sample_build(shared: Path, prefect_api: str) -> SampleBuild:
    """The build of `tests/pages`, made by the first worker that asks for it; look, but leave it as it is."""

    def make(folder: Path) -> None:
        (folder / "printed.txt").write_text(build_samples(folder, prefect_api).printed, encoding="utf-8")

    folder = made_once(shared / "sample-build", make)
    return SampleBuild(folder / "output", (folder / "printed.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sample_release(sample_build: SampleBuild) -> Path:
    """The folder of the release made of the sample pages."""
    return sample_build.release


@pytest.fixture(scope="session")
def run_flow(tmp_path_factory: pytest.TempPathFactory, prefect_api: str) -> RunFlow:
    """Run `python -m flows ARGUMENTS...` as a user does; gives what it printed and its return code."""
    prefect = tmp_path_factory.mktemp("prefect")

    def run(*arguments: str | Path, timeout: float = 300) -> CompletedProcess[str]:
        return run_flow_with(*map(str, arguments), prefect=prefect, api=prefect_api, timeout=timeout)

    return run


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    """The address of a real S3 API on this machine."""
    from moto.server import ThreadedMotoServer  # takes a second to import: only those wait who need it

    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(s3_endpoint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The address of a folder in an empty bucket; credentials and endpoint come from the environment, as they do for users."""
    for name, value in {
        "AWS_ENDPOINT_URL": s3_endpoint,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }.items():
        monkeypatch.setenv(name, value)
    name = f"g7data-{abs(hash(str(tmp_path)))}"
    fsspec.filesystem("s3", skip_instance_cache=True).mkdir(name)
    return f"s3://{name}/data"


@pytest.fixture(scope="module")
def internet() -> Iterator[Internet]:
    """An internet of the tests' own, for one module."""
    with Internet() as internet:
        yield internet


@pytest.fixture
def net(internet: Internet, monkeypatch: pytest.MonkeyPatch) -> Internet:
    """The same internet with nothing in it, to which the environment leads."""
    internet.clear()
    for name, value in internet.environment.items():
        monkeypatch.setenv(name, value)
    return internet
