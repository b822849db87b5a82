"""The commands for users of a release: every example in their help and in docs/using.md works, and none needs the pipeline."""

import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import g7data
from g7data.cli import main
from tests.release_samples import clause, release
from tests.support_client import host, make_output

ROOT = Path(__file__).resolve().parent.parent
USING = (ROOT / "docs" / "using.md").read_text(encoding="utf-8")
ADDRESS = "https://data.example/g7data"
COMMANDS = ("list", "download", "query", "diff", "cite", "show")
ON_MADE_UP = ("list", "download", "diff")
"""Commands whose examples need several releases; those of the others need the tables of a real one."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", USING, re.MULTILINE | re.DOTALL)


def examples() -> list[str]:
    """The lines below "Examples:" in the help of each command, and those of the tutorial."""
    helps = [CliRunner().invoke(main, [name, "--help"]).output.split("Examples:")[1] for name in COMMANDS]
    told = [line.strip() for text in helps for line in text.split("Options:")[0].splitlines() if line.strip()]
    shown = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]
    return [line for line in (*told, *shown) if line.startswith("g7data ")]


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    output = make_output(tmp_path_factory.mktemp("commands"))
    release(output, {"clauses": [clause("d1", 1, "Again.")]})
    return output


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("G7DATA_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_are_examples_for_every_command() -> None:
    told = {line.split()[1] for line in examples()}
    assert told == {*COMMANDS}


@pytest.mark.parametrize("example", examples())
def test_an_example_works(example, place, made_up, sample_build, monkeypatch):
    words = shlex.split(re.split(r" +(?:\||<|>>|>) ", example)[0])[1:]
    output = made_up if words[0] in ON_MADE_UP else sample_build.output
    monkeypatch.setenv("G7DATA_SOURCE", str(output))
    (place / "output").symlink_to(output)
    with host(output) as (address, _):
        arguments = [address if word == ADDRESS else word for word in words]
        done = CliRunner().invoke(main, arguments, input="SELECT 1")
    assert done.exit_code == 0, done.output
    assert done.stdout or any(place.glob("*.csv"))


def test_the_python_of_the_tutorial_works(place, sample_build, monkeypatch):
    monkeypatch.setenv("G7DATA_SOURCE", str(sample_build.output))
    names: dict[str, object] = {}
    with host(sample_build.output) as (address, _):
        for block in blocks("python"):
            exec(block.replace(ADDRESS, address), names)
    assert isinstance(names["g7"], duckdb.DuckDBPyConnection)


def test_the_sql_of_the_tutorial_works_on_a_release_at_hand(sample_build):
    """`ATTACH` and `read_parquet` take a path as they take an address; that hosts serve them is tested elsewhere."""
    with duckdb.connect() as connection:
        for block in blocks("sql"):
            connection.execute(block.replace(f"{ADDRESS}/releases/1.0.0", str(sample_build.release)).replace(
                "FROM evidence", "FROM g7.evidence"))  # fmt: skip
            assert connection.fetchall()


def test_the_tutorial_speaks_of_every_command() -> None:
    assert {name for name in (*COMMANDS, "verify") if f"g7data {name}" not in USING} == set()


def test_nothing_of_the_pipeline_is_needed(made_up):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    given = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    wanted = {canonicalize_name(Requirement(line).name) for line in project["optional-dependencies"]["pipeline"]}
    hidden = sorted(
        module
        for module, owners in packages_distributions().items()
        if (wanted - given) & {canonicalize_name(owner) for owner in owners}
    )
    code = f"""
import sys
sys.modules.update(dict.fromkeys({hidden}))
import g7data
from g7data.cli import main
g7data.releases(), g7data.download(), g7data.connect().close(), g7data.load("clauses")
for arguments in (["list"], ["download"], ["query", "FROM clauses"], ["diff", "1.0.0", "latest"]):
    main(arguments, standalone_mode=False)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env={"G7DATA_SOURCE": str(made_up)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "prefect" in hidden
    assert "pandera" in hidden


def test_the_package_is_light_until_it_is_used() -> None:
    code = (
        "import sys, g7data; dir(g7data); print(*sorted({'duckdb', 'pyarrow', 'rich', 'click'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_the_command_starts_without_what_only_builds_need() -> None:
    code = "import sys, g7data.cli; print(*sorted({'pandas', 'polars', 'pandera', 'prefect'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_the_package_offers_what_its_types_say() -> None:
    stub = (ROOT / "src" / "g7data" / "__init__.pyi").read_text(encoding="utf-8")
    assert re.findall(r" as (\w+)$", stub, re.MULTILINE) == g7data.__all__
    assert all(getattr(g7data, name) for name in g7data.__all__)
    assert {*g7data.__all__} <= {*dir(g7data)}
    with pytest.raises(AttributeError, match="has no attribute 'download_all'"):
        g7data.download_all  # noqa: B018
